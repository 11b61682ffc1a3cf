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
#include <heng/rule/contradictions.hpp>

#include <optional>
#include <string>

namespace heng {

/// The parameters of a formula rule: 0 <= floor <= cap <= points.
struct Formula {
    Decimal points;               ///< full marks
    Decimal floor{0};             ///< the least that can be scored
    std::optional<Decimal> cap{}; ///< the most that can be scored; the points if absent
};

/// Returns `value`, in points, kept between the floor and the cap. Precondition: floor <= cap.
[[nodiscard]] constexpr Points score(const Formula& rule, const Ratio& value) {
    const Points cap{rule.cap ? *rule.cap : rule.points};
    return max(Points{rule.floor}, min(Points{value}, cap));
}

namespace detail {

inline void check_rule(const Formula& rule, const std::string& at, Contradictions& found) {
    const Decimal& cap = rule.cap ? *rule.cap : rule.points;
    if (rule.floor.sign() < 0 || rule.floor > cap || cap > rule.points) {
        found.add(at, "rubric.rule",
                  "a formula has 0 <= floor <= cap <= points, found floor " +
                      rule.floor.to_string() + ", cap " + cap.to_string() + ", points " +
                      rule.points.to_string(),
                  "公式应满足 0 ≤ floor ≤ cap ≤ 分值，现为 floor " + rule.floor.to_string() +
                      "、cap " + cap.to_string() + "、分值 " + rule.points.to_string());
    }
}

} // namespace detail
} // namespace heng
