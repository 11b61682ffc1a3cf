// SPDX-License-Identifier: Apache-2.0
#include "base/text/messages.hpp"
#include "facts/facts_notes.hpp"

#include <string_view>
#include <utility>

namespace heng::detail::facts {
namespace {

constexpr text::Sentence outside_both{
    "the facts are of {0}, and the rubric is in force from {1} to {2}",
    "资料是{0}年的，评分标准的有效期为{1}至{2}"};
constexpr text::Sentence outside_from{
    "the facts are of {0}, and the rubric is in force from {1} on",
    "资料是{0}年的，评分标准自{1}起生效"};
constexpr text::Sentence outside_to{"the facts are of {0}, and the rubric was in force to {1}",
                                    "资料是{0}年的，评分标准的有效期到{1}为止"};

/// How a note of a figure is told.
struct FigureWords {
    std::string_view code;
    base::Phrase phrase;
};

FigureWords words_of(document::FigureNote::Kind kind) {
    switch (kind) {
    case document::FigureNote::Kind::large_percent:
        return {"large-percent", base::Phrase::diagnostic_large_percent};
    case document::FigureNote::Kind::printed_double:
        return {"printed-double", base::Phrase::diagnostic_printed_double};
    case document::FigureNote::Kind::unlike_percent:
        break;
    }
    return {"unlike-percent", base::Phrase::diagnostic_unlike_percent};
}

} // namespace

void FactsNotes::note(std::string code, std::string where, base::Phrase message) {
    facts_.diagnostics.push_back({std::move(code), std::move(where),
                                  std::string{base::phrase(rubric_.rubric.language, message)}});
}

void FactsNotes::year(std::string where) {
    const document::Effective& days = rubric_.effective;
    if (!facts_.subject_year || days.covers(*facts_.subject_year)) {
        return;
    }
    const std::string year = std::to_string(*facts_.subject_year);
    const text::Words words = days.from.empty() ? outside_to(year, days.to)
                              : days.to.empty() ? outside_from(year, days.from)
                                                : outside_both(year, days.from, days.to);
    facts_.diagnostics.push_back(
        {std::string{outside_effective}, std::move(where), spoken(words, rubric_.rubric.language)});
}

void FactsNotes::figure(const document::FigureNote& figure, std::string where) {
    const Language language = rubric_.rubric.language;
    const FigureWords words = words_of(figure.kind);
    facts_.diagnostics.push_back(
        {std::string{words.code}, std::move(where),
         base::fill(base::phrase(language, words.phrase), {{"label", figure.label},
                                                           {"found", figure.found},
                                                           {"meant", figure.meant},
                                                           {"read", figure.read}})});
}

} // namespace heng::detail::facts
