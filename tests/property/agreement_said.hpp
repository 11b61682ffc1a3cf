// SPDX-License-Identifier: Apache-2.0
//
// What the engine says of a document, for property.agreement_forms to compare each other way with.
//
//     const Said said = asked(rubric, text, 9);
//     said.line;                 // of a batch, without the number of the line
//     compare_total("a scorer", said, total, items);
#pragma once

#include "batch/summary_line.hpp"
#include "scoring/grade.hpp"

#include <heng/batch/columns.hpp>
#include <heng/batch/scorer.hpp>
#include <heng/facts/facts.hpp>
#include <heng/scoring/scoring.hpp>

#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace heng::test {

struct Said {
    std::string text{};
    std::optional<Facts> facts{};
    std::optional<ScoreSheet> sheet{};
    std::optional<Error> error{}; ///< where there is no sheet
    std::string line{};           ///< of a batch, from behind the number on
    std::int32_t grade = -1;
    bool past_places = false; ///< a total with more places than a scorer was asked for
};

[[noreturn]] inline void differ(const char* way, const Said& said, std::string_view other) {
    std::cerr << "agreement: " << way << " says\n"
              << other << "\nthe engine\n"
              << said.line << "\nof\n"
              << said.text << '\n';
    if (said.facts) {
        std::cerr << "by\n" << said.facts->rubric().text() << '\n';
    }
    std::exit(1); // NOLINT(concurrency-mt-unsafe)
}

inline void same(const char* way, const Said& said, const char* other, std::string_view wanted) {
    if (other == nullptr || other != wanted) {
        differ(way, said,
               (other == nullptr ? "nothing" : other) +
                   ("\nwhere the engine says\n" + std::string{wanted}));
    }
}

/// A score in 10^-places points; no_score where it has more.
inline std::int64_t in_places(const Points& score, int places) {
    const auto decimal = score.value().decimal_within(places);
    return decimal ? decimal->rounded(places).small_coefficient().value_or(no_score) : no_score;
}

/// The document read and scored without any other way. A scorer is asked for so many places.
inline Said asked(const RubricDocument& rubric, std::string text, int places) {
    Said said;
    said.text = std::move(text);
    const auto line = detail::batch::summary_line(rubric, said.text, 1, {});
    said.line = line.json.substr(std::string_view{"{\"line\":1"}.size());
    auto facts = Facts::parse(rubric, said.text);
    if (!facts) {
        said.error = facts.error();
        return said;
    }
    said.facts = *facts;
    auto sheet = score(*facts);
    if (!sheet) {
        said.error = sheet.error();
        return said;
    }
    const auto grade = detail::scoring::HeldGrades{rubric.rubric(), *sheet}.of(sheet->total);
    said.grade = grade ? static_cast<std::int32_t>(*grade) : -1;
    said.past_places = in_places(sheet->total, places) == no_score;
    said.sheet = *std::move(sheet);
    if (said.line.find("\"total\":\"" + said.sheet->total_text() + '"') == std::string::npos) {
        differ("the engine's line", said, said.sheet->total_text());
    }
    return said;
}

/// A scorer's total and items are the sheet's.
inline void compare_total(const char* way, const Said& said, const Total& total,
                          std::span<const std::int64_t> items) {
    bool right = said.sheet && !said.past_places &&
                 total.total == in_places(said.sheet->total, total.places) &&
                 total.grade == said.grade;
    std::size_t next = 0;
    for (std::size_t i = 0; right && i < said.sheet->items.size(); ++i) {
        const Item& item = said.sheet->items[i];
        if (item.kind != ItemKind::row) {
            right = next < items.size() && items[next] == in_places(item.score, total.places);
            ++next;
        }
    }
    if (!right || next != items.size()) {
        differ(way, said, std::to_string(total.total) + " and " + std::to_string(total.grade));
    }
}

} // namespace heng::test
