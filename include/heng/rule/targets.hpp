// SPDX-License-Identifier: Apache-2.0
//
// targets (绩效目标完成情况): target records, each scored by how far its target was met.
//
//     constexpr Target contracts{.direction = Direction::at_least, .target = 1_dec,
//                                .actual = 0.98_dec};
//     static_assert(completion(contracts).rate == Ratio{0.98_dec});
//
// Source: 财预〔2020〕10号: 定量指标 met → full, short of it → 完成值 ÷ 目标值 × 分值 (反向指标:
// 目标值 ÷ 完成值), never above the points; 定性指标 达成 100–80 % (80 included), 部分达成 80–60 %
// (60 included), 未达成 60–0 %; the older dialect (长江禁捕 2020) is 100–80 / 80–50 / 50–0.
// Points are taken off far above a target, since it was set too low: one platform takes 2 points at
// 130 % or more.
//
// Meaning, where two readings are possible: `>=` is met if actual >= target, else max(0, actual ÷
// target); `<=` is met if actual <= target, else target ÷ actual; `=` is met if actual >= target,
// else as `>=`. A zero or negative divisor that is reached gives 0 and says so. O(1) a row.
//
// Examples (read and checked by tests/unit/rule/examples_test.cpp):
//   | direction | target | actual | rate      | divided |
//   |-----------|--------|--------|-----------|---------|
//   | >=        | 1      | 0.98   | 0.98      | yes     |
//   | >=        | 735    | 735    | 1         | yes     |
//   | >=        | 40     | 43     | 1         | yes     |
//   | =         | 90     | 60     | 2/3       | yes     |
//   | =         | 90     | 91     | 1         | yes     |
//   | <=        | 202.6  | 132.9  | 1         | yes     |
//   | <=        | 20     | 25     | 0.8       | yes     |
//   | <=        | 0      | 3      | 0         | yes     |
//   | >=        | 10     | -5     | 0         | yes     |
//   | >=        | 0      | -5     | 0         | no      |
//   | <=        | -5     | -3     | 0         | no      |
#pragma once

#include <heng/number/decimal.hpp>
#include <heng/number/interval.hpp>
#include <heng/number/points.hpp>
#include <heng/number/ratio.hpp>
#include <heng/rule/contradictions.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace heng {

/// When a target is met: `>=` and `=` if actual >= target, `<=` if actual <= target, or by level.
enum class Direction : std::uint8_t { at_least, at_most, equal, level };

/// The degree to which a qualitative target was reached: 达成, 部分达成, 未达成.
enum class Level : std::uint8_t { met, partly, not_met };

/// The lower end of 部分达成: 60 % (财预〔2020〕10号) or 50 % (the older forms).
enum class Dialect : std::uint8_t { from_80_60, from_80_50 };

/// The way in which the points of the leaf are shared among the rows.
enum class Weights : std::uint8_t { equal, points };

/// The numbers of one target record.
struct Target {
    Direction direction = Direction::at_least;
    Ratio target{};              ///< used unless direction is level
    Ratio actual{};              ///< used unless direction is level
    Level level = Level::met;    ///< used where direction is level
    std::optional<Ratio> rate{}; ///< used where direction is level: inside the level's range
};

/// The points taken off if a `>=` target was passed by far.
struct FarAbove {
    Decimal from;   ///< actual ÷ target from here on, such as 1.3
    Decimal deduct; ///< points lost, floor 0
};

/// The parameters of a targets rule.
struct Targets {
    Decimal points; ///< full marks of all rows together
    Weights weights = Weights::equal;
    Dialect dialect = Dialect::from_80_60;
    std::optional<FarAbove> far_above{};
};

/// The degree to which a target was met, from 0 to 1.
struct Completion {
    Ratio rate;
    bool met = false;
    bool divided = true; ///< false if a divisor that was reached is zero or negative
};

/// Returns the rates that a level allows: `met` [0.8..1], `partly` [0.6..0.8) or [0.5..0.8), `not`
/// below. O(1).
[[nodiscard]] constexpr Interval range_of(Level level, Dialect dialect) {
    const Ratio edge{dialect == Dialect::from_80_60 ? Decimal{6, 1} : Decimal{5, 1}};
    const Ratio upper{Decimal{8, 1}};
    switch (level) {
    case Level::met:
        return {upper, true, Ratio{1}, true};
    case Level::partly:
        return {edge, true, upper, false};
    case Level::not_met:
        break;
    }
    return {Ratio{}, true, edge, false};
}

namespace detail {

[[nodiscard]] constexpr Completion share(const Ratio& part, const Ratio& whole) {
    if (whole.sign() <= 0) {
        return {Ratio{}, false, false};
    }
    return {max(Ratio{}, part / whole), false, true};
}

} // namespace detail

/// Returns how far `row` was met, without dividing by zero. A `level` without a rate counts as 100
/// % if it is `met`. Precondition: a `level` that is `partly` or `not` has a rate. O(1).
[[nodiscard]] constexpr Completion completion(const Target& row) {
    const Completion full{Ratio{1}, true, true};
    switch (row.direction) {
    case Direction::at_least:
    case Direction::equal:
        return row.actual >= row.target ? full : detail::share(row.actual, row.target);
    case Direction::at_most:
        return row.actual <= row.target ? full : detail::share(row.target, row.actual);
    case Direction::level:
        break;
    }
    return {row.rate.value_or(Ratio{1}), row.level == Level::met, true};
}

/// Returns whether a `>=` row is so far above its target that `rule` takes points off. O(1).
[[nodiscard]] constexpr bool is_far_above(const FarAbove& rule, const Target& row) {
    return row.direction == Direction::at_least && row.target.sign() > 0 &&
           row.actual / row.target >= Ratio{rule.from};
}

/// Returns the score of one row that is worth `points`, from 0 to these. O(1).
[[nodiscard]] constexpr Points score(const Targets& rule, const Points& points, const Target& row) {
    const Points earned = points * completion(row).rate;
    if (rule.far_above && is_far_above(*rule.far_above, row)) {
        return max(Points{}, earned - Points{rule.far_above->deduct});
    }
    return earned;
}

namespace detail {

inline void check_rule(const Targets& rule, const std::string& at, Contradictions& found) {
    if (rule.far_above) {
        found.check_positive(rule.far_above->from, at + "/far_above/from",
                             {"the rate it begins at", "起算的完成率"});
        found.check_not_negative(rule.far_above->deduct, at + "/far_above/deduct",
                                 {"a deduction", "扣分"});
    }
}

} // namespace detail
} // namespace heng
