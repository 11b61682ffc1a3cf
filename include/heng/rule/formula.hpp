// SPDX-License-Identifier: Apache-2.0
//
// formula (公式计分): a score that is computed in points and kept between a floor and a cap.
//
//     static_assert(score(Formula{.points = 5_dec}, Ratio{7}) == Points{"5"});
//
// Source: heng's own, for printed rules that no other kind expresses. O(1).
//
// Examples (read and checked by tests/unit/rule/examples_test.cpp):
//   | points | floor | cap | value | score |
//   |--------|-------|-----|-------|-------|
//   | 5      | 0     |     | 3.5   | 3.5   |
//   | 5      | 0     |     | 7     | 5     |
//   | 5      | 0     |     | -1    | 0     |
//   | 5      | 1     | 4   | 0     | 1     |
//   | 5      | 1     | 4   | 9/2   | 4     |
#pragma once

#include <heng/number/decimal.hpp>
#include <heng/number/points.hpp>
#include <heng/number/ratio.hpp>
#include <heng/rule/beyond.hpp>
#include <heng/rule/contradictions.hpp>

#include <optional>
#include <string>

namespace heng {

/// The parameters of a formula rule: beyond.floor <= floor <= cap <= points + beyond.extra.
struct Formula {
    Decimal points;                 ///< full marks
    std::optional<Decimal> floor{}; ///< the least that can be scored; beyond.floor if absent
    std::optional<Decimal> cap{};   ///< the most that can be scored; points and extra if absent
    Beyond beyond{};
};

/// Returns the most that `rule` can score. O(1).
[[nodiscard]] constexpr Points most_of(const Formula& rule) {
    return rule.cap ? Points{*rule.cap} : most_of(rule.points, rule.beyond);
}

/// Returns the least that `rule` can score. O(1).
[[nodiscard]] constexpr Points least_of(const Formula& rule) {
    return rule.floor ? Points{*rule.floor} : least_of(rule.beyond);
}

/// Returns `value`, in points, kept between the floor and the cap. Precondition: floor <= cap.
[[nodiscard]] constexpr Points score(const Formula& rule, const Ratio& value) {
    return max(least_of(rule), min(Points{value}, most_of(rule)));
}

namespace detail {

inline void check_rule(const Formula& rule, const std::string& at, Contradictions& found) {
    const Points floor = least_of(rule);
    const Points cap = most_of(rule);
    const Points most = most_of(rule.points, rule.beyond);
    if (floor < least_of(rule.beyond) || floor > cap || cap > most) {
        const std::string least = rule.beyond.floor.to_string();
        found.add(at, "rubric.rule",
                  "a formula has " + least + " <= floor <= cap <= " + most.to_string() +
                      ", found floor " + floor.to_string() + ", cap " + cap.to_string(),
                  "公式应满足 " + least + " ≤ floor ≤ cap ≤ " + most.to_string() + "，现为 floor " +
                      floor.to_string() + "、cap " + cap.to_string());
    }
}

} // namespace detail
} // namespace heng
