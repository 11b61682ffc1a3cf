// SPDX-License-Identifier: Apache-2.0
//
// A rubric (评分标准): the tree of indicators and what holds for all of it.
//
//     Rubric rubric{.id = "example", .points = 10_dec, .indicators = {…}};
//     for (const Contradiction& c : validate(rubric)) …     // all of them, not the first
//
// Source: rubric/1. What the numbers of a rubric are worked out from is not its business: see
// term.hpp.
#pragma once

#include <heng/number/decimal.hpp>
#include <heng/rubric/basis.hpp>
#include <heng/rubric/indicator.hpp>
#include <heng/rubric/rounding_places.hpp>
#include <heng/rule/interval.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace heng {

/// The language of names and of the sentences that explain a score.
enum class Language : std::uint8_t { zh, en };

/// A grade (等级) and the totals that earn it, such as 优 [90, 100].
struct Grade {
    std::vector<Interval> in; ///< any of them
    std::string grade;
};

struct Rubric {
    std::string id;
    std::string title;
    Basis basis = Basis::local;
    std::string source;
    Language language = Language::zh;
    Decimal points{100};
    RoundingPlaces rounding{};
    std::vector<Grade> grades{}; ///< tried in this order; may be empty
    std::vector<Indicator> indicators{};
    std::vector<Adjustment> adjustments{};

    /// Which of `grades` a total earns: the first that covers it, if any. Two may have one name.
    /// O(grades).
    [[nodiscard]] std::optional<std::size_t> grade_index(const Points& total) const {
        for (std::size_t i = 0; i < grades.size(); ++i) {
            for (const Interval& in : grades[i].in) {
                if (in.contains(total.value())) {
                    return i;
                }
            }
        }
        return std::nullopt;
    }

    /// The grade of a total, "" where no grade covers it. O(grades).
    [[nodiscard]] std::string_view grade_of(const Points& total) const {
        const auto index = grade_index(total);
        return index ? std::string_view{grades[*index].grade} : std::string_view{};
    }
};

/// How many there are, and in them: as many as a sheet has items that are no rows. O(those).
[[nodiscard]] inline std::size_t count_of(const std::vector<Indicator>& indicators) {
    std::size_t count = indicators.size();
    for (const Indicator& each : indicators) {
        count += count_of(each.indicators);
    }
    return count;
}

} // namespace heng
