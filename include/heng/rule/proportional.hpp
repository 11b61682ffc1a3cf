// SPDX-License-Identifier: Apache-2.0
//
// proportional (按比例得分): the points are earned in proportion to a rate, up to a cap.
//
//     static_assert(score(Proportional{.points = 10_dec}, 171_dec / 287_dec).rounded(2)
//                   == 5.96_dec);
//
// Source: 财预〔2020〕10号, budget execution and quantitative indicators: 得分 = 完成值 ÷ 目标值 ×
// 分值, never above the points. A pass mark (below it nothing) is printed in local standards.
//
// Meaning: a measure below `pass` scores 0; then it is cut at `cap`; then points × measure ÷ cap;
// below 0 it scores 0. Exact: nothing is rounded here. O(1).
//
// Examples (read and checked by tests/unit/rule/examples_test.cpp):
//   | points | cap | pass | measure       | score    |
//   |--------|-----|------|---------------|----------|
//   | 10     | 1   |      | 171/287       | 1710/287 |
//   | 1      | 1   |      | 0.7966        | 0.7966   |
//   | 15     | 1   |      | 1.1163        | 15       |
//   | 15     | 1   |      | 0.9997        | 14.9955  |
//   | 10     | 1.2 |      | 0.6           | 5        |
//   | 3      | 1   | 0.6  | 0.5999        | 0        |
//   | 3      | 1   | 0.6  | 0.6           | 1.8      |
//   | 10     | 1   |      | -0.2          | 0        |
//   | 10     | 1   |      | 0             | 0        |
#pragma once

#include <heng/number/decimal.hpp>
#include <heng/number/points.hpp>
#include <heng/number/ratio.hpp>
#include <heng/rule/contradictions.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace heng {

/// The worth of a rate whose denominator is zero.
enum class ZeroDenominator : std::uint8_t { error, full, zero };

/// The parameters of a proportional rule.
struct Proportional {
    Decimal points;                ///< full marks, >= 0
    Decimal cap{1};                ///< the measure that earns full marks, > 0
    std::optional<Decimal> pass{}; ///< below this measure nothing is earned
    ZeroDenominator if_zero_denominator = ZeroDenominator::error;
};

/// Returns the points that `measure` (a plain ratio: 1 is 100 %) earns, from 0 to `rule.points`.
/// O(1).
[[nodiscard]] constexpr Points score(const Proportional& rule, const Ratio& measure) {
    const bool failed = rule.pass && measure < Ratio{*rule.pass};
    if (failed || measure.sign() <= 0) {
        return Points{};
    }
    return Points{rule.points} * (min(measure, Ratio{rule.cap}) / Ratio{rule.cap});
}

/// Returns the points of a measure without a value because its denominator is zero; empty if the
/// rule does not say. O(1).
[[nodiscard]] constexpr std::optional<Points> score_of_zero_denominator(const Proportional& rule) {
    switch (rule.if_zero_denominator) {
    case ZeroDenominator::full:
        return Points{rule.points};
    case ZeroDenominator::zero:
        return Points{};
    case ZeroDenominator::error:
        break;
    }
    return std::nullopt;
}

namespace detail {

inline void check_rule(const Proportional& rule, const std::string& at, Contradictions& found) {
    found.check_positive(rule.cap, at + "/cap", {"a cap", "上限"});
    if (rule.pass && (rule.pass->sign() < 0 || *rule.pass > rule.cap)) {
        found.add(at + "/pass", "rubric.rule",
                  "a pass mark is between 0 and the cap, found " + rule.pass->to_string(),
                  "及格线应在 0 与上限之间，现为 " + rule.pass->to_string());
    }
}

} // namespace detail
} // namespace heng
