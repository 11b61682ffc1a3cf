// SPDX-License-Identifier: Apache-2.0
//
// step (按幅度扣分): each step by which the measure is past a norm costs points.
//
//     constexpr Step completion{.points = 8_dec, .norm = 1_dec, .side = Side::below,
//                               .every = 0.05_dec, .deduct = 2_dec, .part = StepPart::whole};
//     static_assert(score(completion, 2690.62_dec / 2710.42_dec) == Points{"8"});
//
// Source: 湖南省 2018 部门整体支出绩效评价指标表: 预算完成率 “每低于5%扣2分, 扣完为止” (99.27 %
// keeps 8 of 8, so only whole steps count); 在职人员控制率 “每超过一个百分点扣0.5分, 扣完为止”.
//
// Meaning: excess = measure − norm (above) or norm − measure (below); nothing is deducted unless it
// is above 0; steps = excess ÷ every, cut to whole steps (whole), rounded up to the step that was
// begun (started) or as it is (exact); score = points − steps × deduct, floor 0 or that of
// `beyond`. O(1).
//
// Examples (read and checked by tests/unit/rule/examples_test.cpp):
//   | points | norm | side  | every | deduct | part    | measure         | score   |
//   |--------|------|-------|-------|--------|---------|-----------------|---------|
//   | 8      | 1    | below | 0.05  | 2      | whole   | 269062/271042   | 8       |
//   | 8      | 1    | below | 0.05  | 2      | whole   | 0.95            | 6       |
//   | 8      | 1    | below | 0.05  | 2      | whole   | 0.9500001       | 8       |
//   | 8      | 1    | below | 0.05  | 2      | started | 0.9500001       | 6       |
//   | 8      | 1    | below | 0.05  | 2      | exact   | 0.975           | 7       |
//   | 8      | 1    | above | 0.01  | 0.5    | exact   | 136/143         | 8       |
//   | 8      | 1    | above | 0.01  | 0.5    | exact   | 1.025           | 6.75    |
//   | 8      | 1    | above | 0.01  | 0.5    | whole   | 1.025           | 7       |
//   | 8      | 1    | above | 0.01  | 0.5    | started | 1.025           | 6.5     |
//   | 8      | 0    | above | 0.01  | 0.8    | exact   | 3146/3200       | 0       |
//   | 2      | 0    | above | 0.01  | 0.1    | exact   | -0.0351         | 2       |
#pragma once

#include <heng/number/decimal.hpp>
#include <heng/number/points.hpp>
#include <heng/number/ratio.hpp>
#include <heng/rule/beyond.hpp>
#include <heng/rule/contradictions.hpp>
#include <heng/rule/step_part.hpp>

#include <cstdint>
#include <string>

namespace heng {

/// The side of the norm on which points are lost.
enum class Side : std::uint8_t { above, below };

/// The parameters of a step rule.
struct Step {
    Decimal points; ///< full marks
    Decimal norm{}; ///< the measure up to which nothing is lost
    Side side = Side::above;
    Decimal every{1}; ///< the width of a step, in the measure's unit, > 0
    Decimal deduct{}; ///< points lost a step, >= 0
    StepPart part = StepPart::exact;
    Beyond beyond{};
};

/// Returns the number of steps past the norm, as the rule counts them: at least 0. O(1).
[[nodiscard]] constexpr Ratio steps_past(const Step& rule, const Ratio& measure) {
    const Ratio norm{rule.norm};
    const Ratio excess = rule.side == Side::above ? measure - norm : norm - measure;
    return excess.sign() <= 0 ? Ratio{} : steps_in(excess, rule.every, rule.part);
}

/// Returns the points that are left, from 0 to `rule.points`. O(1).
[[nodiscard]] constexpr Points score(const Step& rule, const Ratio& measure) {
    const Points lost = Points{rule.deduct} * steps_past(rule, measure);
    return max(least_of(rule.beyond), Points{rule.points} - lost);
}

namespace detail {

inline void check_rule(const Step& rule, const std::string& at, Contradictions& found) {
    found.check_positive(rule.every, at + "/every", {"the width of a step", "步长"});
    found.check_not_negative(rule.deduct, at + "/deduct", {"a deduction", "扣分"});
}

} // namespace detail
} // namespace heng
