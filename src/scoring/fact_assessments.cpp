// SPDX-License-Identifier: Apache-2.0
//
// The scores that people give, in the facts.
#include "base/number_text.hpp"
#include "base/words.hpp"
#include "rule/kind.hpp"
#include "scoring/fact_answers.hpp"
#include "scoring/messages.hpp"
#include "scoring/scoring.hpp"

#include <string>
#include <utility>
#include <vector>

namespace heng::detail::scoring {
namespace {

/// A measure, a band and its range of scores as sentences name them.
struct BandWords {
    std::string subject;
    std::string measure;
    std::string in;
};

BandWords words_of(const document::CompiledRubric& rubric, const Indicator& leaf,
                   const Interval& in, const Ratio& measure, Language language) {
    const base::Say say{language};
    const std::vector<Ratio> edges{in.low.value_or(Ratio{}), in.high.value_or(Ratio{})};
    const base::TermWord word = word_of(rubric, *leaf.measure);
    BandWords words{word.label.empty() ? leaf.name : std::string{word.label}, {}, {}};
    word.percent ? base::write_behind(words.measure, base::Rate{measure, edges}, language)
                 : base::write_behind(words.measure, base::Measure{measure, edges}, language);
    words.in = rule::interval_words(in, word.percent, say);
    return words;
}

const std::string& name_of(const Indicator& leaf) {
    return leaf.name.empty() ? leaf.id : leaf.name;
}

} // namespace

Answer<Assessment> FactAnswers::assessment(const Indicator& indicator) {
    const auto given = facts_.assessed.find(indicator.id);
    if (given != facts_.assessed.end()) {
        return given->second.assessment;
    }
    return not_assessed(say::unassessed(indicator.id, indicator.name), say::add_assessment,
                        facts_.about().find("assessed"));
}

Answer<Assessment> FactAnswers::assessment(const Indicator& indicator, const Band& band,
                                           const Ratio& measure) {
    const auto found = facts_.assessed.find(indicator.id);
    const bool is_given = found != facts_.assessed.end();
    if (is_given) {
        Assessment given = found->second.assessment;
        if (found->second.follows) {
            const Points nearest = band.nearest(Points{given.score});
            given.score = nearest.value().exact_decimal().value_or(given.score);
        }
        if (band.allows(Points{given.score})) {
            return given;
        }
    }
    const BandWords zh = words_of(rubric_, indicator, band.in, measure, Language::zh);
    const BandWords en = words_of(rubric_, indicator, band.in, measure, Language::en);
    const text::Words subject{en.subject, zh.subject};
    const text::Words value{en.measure, zh.measure};
    const text::Words in{en.in, zh.in};
    const std::string least = base::number_text(band.lowest());
    const std::string most = base::number_text(band.score);
    if (!is_given) {
        return not_assessed(
            say::unassessed_in_band(name_of(indicator), subject, value, in, least, most),
            say::add_in_band(indicator.id, least, most), facts_.about().find("assessed"));
    }
    const facts::GivenAssessment& given = found->second;
    return not_assessed(
        say::assessed_outside_band(name_of(indicator), subject, value, in, least, most,
                                   base::number_text(Points{given.assessment.score})),
        say::assess_in_band(least, most), given.place.find("score"));
}

tl::unexpected<Unanswered> FactAnswers::not_assessed(text::Words message, text::Words hint,
                                                     std::optional<json::Json> where) const {
    Unanswered none{Unanswered::Why::error, text::error_of(Status::invalid_facts, "facts.assessed",
                                                           std::move(message), std::move(hint))};
    const json::Json place = where.value_or(facts_.about());
    place_at(none.error, place, place.offset());
    return tl::unexpected{std::move(none)};
}

} // namespace heng::detail::scoring
