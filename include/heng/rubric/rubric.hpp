// SPDX-License-Identifier: Apache-2.0
//
// A rubric (评分标准): the tree of indicators and the settings that hold for all of it.
//
//     Rubric rubric{.id = "example", .points = 10_dec, .indicators = {late}};
//     for (const Contradiction& c : validate(rubric)) std::cerr << c.message << '\n';
//
// Source: rubric/1. A rubric does not know where its numbers come from: see term.hpp.
#pragma once

#include <heng/language.hpp>
#include <heng/number/decimal.hpp>
#include <heng/number/interval.hpp>
#include <heng/rubric/basis.hpp>
#include <heng/rubric/indicator.hpp>
#include <heng/rubric/rounding_places.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace heng {

/// A grade (等级) and the totals that earn it, such as 优 [90, 100].
struct Grade {
    std::vector<Interval> in; ///< covers a total if any of these does
    std::string grade;
};

/// A scoring standard; see validate() for what makes it valid.
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
    Beyond beyond{}; ///< the room of the total outside 0 … points

    /// Returns the index in `grades` of the first grade that covers the total; empty if none does.
    /// Two grades may share a name. O(grades).
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

    /// Returns whether the first grade begins at greater totals than the second. O(intervals).
    [[nodiscard]] bool is_better(std::size_t first, std::size_t second) const {
        if (grades[first].in.empty() || grades[second].in.empty()) {
            return false;
        }
        const auto lowest = [&](std::size_t grade) -> const Interval& {
            const std::vector<Interval>& in = grades[grade].in;
            return *std::min_element(in.begin(), in.end(),
                                     [](const Interval& one, const Interval& other) {
                                         return one.begins_before(other);
                                     });
        };
        return lowest(second).begins_before(lowest(first));
    }

    /// Returns the index in `grades` of the first grade with this name; empty if none has it.
    /// O(grades).
    [[nodiscard]] std::optional<std::size_t> grade_named(std::string_view grade) const {
        for (std::size_t i = 0; i < grades.size(); ++i) {
            if (grades[i].grade == grade) {
                return i;
            }
        }
        return std::nullopt;
    }

    /// Returns the name of the total's grade, "" if no grade covers it. O(grades).
    [[nodiscard]] std::string_view grade_of(const Points& total) const {
        const auto index = grade_index(total);
        return index ? std::string_view{grades[*index].grade} : std::string_view{};
    }
};

/// Returns the number of indicators and of all below them: the items of a sheet that are not rows.
/// O(indicators).
[[nodiscard]] inline std::size_t count_of(const std::vector<Indicator>& indicators) {
    std::size_t count = indicators.size();
    for (const Indicator& each : indicators) {
        count += count_of(each.indicators);
    }
    return count;
}

} // namespace heng
