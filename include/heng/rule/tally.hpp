// SPDX-License-Identifier: Apache-2.0
//
// tally (计数得分): each thing that is counted earns points, up to a bound.
//
//     static_assert(score(Tally{.points = 10_dec, .each = 2.5_dec}, Ratio{3}) == Points{"7.5"});
//
// Source: printed standards such as “每具有1项相关专利得2.5分，最高10分” and “按件加0.4分，累计不超过2分”.
//
// Meaning: min(measure × each, at_most), at least 0; `at_most` is the points and extra where it is
// not given. A part of a thing earns its part: counted things have none. O(1).
//
// Examples (read and checked by tests/unit/rule/examples_test.cpp):
//   | points | each | at most | measure | score |
//   |--------|------|---------|---------|-------|
//   | 10     | 2.5  |         | 0       | 0     |
//   | 10     | 2.5  |         | 1       | 2.5   |
//   | 10     | 2.5  |         | 4       | 10    |
//   | 10     | 2.5  |         | 6       | 10    |
//   | 4.5    | 1.5  | 3       | 5       | 3     |
//   | 3      | 1    |         | 2.5     | 2.5   |
//   | 3      | 1    |         | -1      | 0     |
#pragma once

#include <heng/number/decimal.hpp>
#include <heng/number/points.hpp>
#include <heng/number/ratio.hpp>
#include <heng/rule/beyond.hpp>
#include <heng/rule/contradictions.hpp>

#include <optional>
#include <string>

namespace heng {

/// The parameters of a tally rule.
struct Tally {
    Decimal points; ///< full marks
    Decimal each{}; ///< points of each thing, >= 0
    std::optional<Decimal>
        at_most{}; ///< the most that all together earn; the points and extra if absent
    Beyond beyond{};
};

/// Returns the most that can be earned. O(1).
[[nodiscard]] constexpr Points most_of(const Tally& rule) {
    return rule.at_most ? Points{*rule.at_most} : most_of(rule.points, rule.beyond);
}

/// Returns the points that `count` things earn, from 0 to the most. O(1).
[[nodiscard]] constexpr Points score(const Tally& rule, const Ratio& count) {
    return max(Points{}, min(Points{rule.each} * count, most_of(rule)));
}

namespace detail {

inline void check_rule(const Tally& rule, const std::string& at, Contradictions& found) {
    found.check_not_negative(rule.each, at + "/each", {"what each earns", "每个的得分"});
    found.check_score(most_of(rule), rule.points, rule.beyond, at + "/at_most");
}

} // namespace detail
} // namespace heng
