// SPDX-License-Identifier: Apache-2.0
//
// steps (按幅度加减分): from a base the score goes up or down with each step away from a norm, on
// each side of it in its own way.
//
//     constexpr Steps price{.points = 25_dec, .base = 15_dec,
//                           .above = StepChange{.every = 0.02_dec, .points = 1_dec},
//                           .below = StepChange{.every = 0.02_dec, .points = 1_dec, .adds = true}};
//     static_assert(score(price, Ratio{0.9_dec}, Ratio{1}) == Points{"20"});
//
// Source: printed standards such as “达到目标得20分，每超5％加0.5分，最多加3分；每低1％扣1分，低于
// 90％不得分” and, of prices, “每高于基准价1％扣1分，每低于1％扣0.5分”: two sides, a base below the
// points, a bound of each side, a gate that replaces the steps.
//
// Meaning: a measure below `least` or above `most` scores 0. Else excess = measure − norm; the side
// on which it lies (none at the norm itself) changes the base by steps × points, at most by its
// `at_most`, where steps = |excess| ÷ every, counted by its `part`; a side that is not given
// changes nothing. The score is kept from 0 to the points, or within `beyond`. O(1).
//
// Examples (read and checked by tests/unit/rule/examples_test.cpp), of 25 points with a base of 20;
// above the norm each whole 0.05 adds 0.5, at most 3; below it each 0.01 begun takes 1:
//   | norm | least | most | measure | score |
//   |------|-------|------|---------|-------|
//   | 1    |       |      | 1       | 20    |
//   | 1    |       |      | 1.0499  | 20    |
//   | 1    |       |      | 1.05    | 20.5  |
//   | 1    |       |      | 1.12    | 21    |
//   | 1    |       |      | 2       | 23    |
//   | 1    |       |      | 0.9999  | 19    |
//   | 1    |       |      | 0.985   | 18    |
//   | 1    |       |      | 0.5     | 0     |
//   | 0.9  |       |      | 1       | 21    |
//   | 1    | 0.9   |      | 0.9     | 10    |
//   | 1    | 0.9   |      | 0.8999  | 0     |
//   | 1    |       | 1.2  | 1.2     | 22    |
//   | 1    |       | 1.2  | 1.2001  | 0     |
#pragma once

#include <heng/number/decimal.hpp>
#include <heng/number/points.hpp>
#include <heng/number/ratio.hpp>
#include <heng/rule/beyond.hpp>
#include <heng/rule/contradictions.hpp>
#include <heng/rule/step_part.hpp>

#include <optional>
#include <string>

namespace heng {

/// The effect of each step on one side of the norm.
struct StepChange {
    Decimal every{1};                 ///< the width of a step, in the measure's unit, > 0
    Decimal points{};                 ///< of each step, >= 0
    bool adds = false;                ///< whether the points are won; else they are lost
    StepPart part = StepPart::exact;  ///< what a part of a step is worth
    std::optional<Decimal> at_most{}; ///< the most points that this side changes, >= 0
};

/// The parameters of a steps rule.
struct Steps {
    Decimal points;                    ///< full marks
    Decimal base;                      ///< the score at the norm, from 0 to the points
    std::optional<StepChange> above{}; ///< where the measure is above the norm
    std::optional<StepChange> below{}; ///< where it is below
    std::optional<Decimal> least{};    ///< below this measure nothing is earned
    std::optional<Decimal> most{};     ///< above this measure nothing is earned
    Beyond beyond{};
};

/// Returns whether a measure can earn anything: whether it lies in `least` … `most`. O(1).
[[nodiscard]] constexpr bool passes(const Steps& rule, const Ratio& measure) {
    return !(rule.least && measure < Ratio{*rule.least}) &&
           !(rule.most && measure > Ratio{*rule.most});
}

/// Returns the side on which an excess lies; null at the norm, and if the rule does not have it.
/// O(1).
[[nodiscard]] constexpr const StepChange* side_of(const Steps& rule, const Ratio& excess) {
    const std::optional<StepChange>& side = excess.sign() > 0 ? rule.above : rule.below;
    return side && excess.sign() != 0 ? &*side : nullptr;
}

/// Returns the points that so many steps (>= 0) of a side change, without a sign. O(1).
[[nodiscard]] constexpr Points change_of(const StepChange& side, const Ratio& steps) {
    const Points all = Points{side.points} * steps;
    return side.at_most ? min(all, Points{*side.at_most}) : all;
}

/// Returns the points at measure − norm, from 0 to `rule.points`. Precondition: the measure
/// `passes`. O(1).
[[nodiscard]] constexpr Points score_past(const Steps& rule, const Ratio& excess) {
    const StepChange* const side = side_of(rule, excess);
    const Points base{rule.base};
    if (side == nullptr) {
        return base;
    }
    const Points change = change_of(*side, steps_in(abs(excess), side->every, side->part));
    return max(least_of(rule.beyond),
               min(most_of(rule.points, rule.beyond), side->adds ? base + change : base - change));
}

/// Returns the points that `measure` earns against `norm`, from 0 to `rule.points`. O(1).
[[nodiscard]] constexpr Points score(const Steps& rule, const Ratio& measure, const Ratio& norm) {
    return passes(rule, measure) ? score_past(rule, measure - norm) : Points{};
}

namespace detail {

inline void check_side(const std::optional<StepChange>& side, const std::string& at,
                       Contradictions& found) {
    if (side) {
        found.check_positive(side->every, at + "/every", {"the width of a step", "步长"});
        found.check_not_negative(side->points, at + (side->adds ? "/add" : "/deduct"),
                                 side->adds ? Contradictions::Named{"what is added", "加分"}
                                            : Contradictions::Named{"a deduction", "扣分"});
        found.check_not_negative(side->at_most.value_or(Decimal{}), at + "/at_most",
                                 {"the most that a side changes", "一侧加减分的上限"});
    }
}

inline void check_rule(const Steps& rule, const std::string& at, Contradictions& found) {
    if (rule.base.sign() < 0 || rule.base > rule.points) {
        found.add(at + "/base", "rubric.rule",
                  "a base is from 0 to the " + points_text(rule.points) + ", found " +
                      rule.base.to_string(),
                  "base 应在 0 至 " + rule.points.to_string() + " 分之间，现为 " +
                      rule.base.to_string());
    }
    check_side(rule.above, at + "/above", found);
    check_side(rule.below, at + "/below", found);
    if (!rule.above && !rule.below) {
        found.add(at, "rubric.rule", "a steps rule has a side, \"above\" or \"below\"",
                  "steps 规则应有 above 或 below 一侧");
    }
    if (rule.least && rule.most && *rule.least > *rule.most) {
        found.add(at + "/pass", "rubric.rule",
                  "\"least\" is at most \"most\", found " + rule.least->to_string() + " and " +
                      rule.most->to_string(),
                  "least 不应大于 most，现为 " + rule.least->to_string() + " 和 " +
                      rule.most->to_string());
    }
}

} // namespace detail
} // namespace heng
