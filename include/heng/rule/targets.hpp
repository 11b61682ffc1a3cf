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
// Points are taken off far above a target, since it was set too low: “按照偏离度适度调减分值” names
// no formula. One platform takes 2 points at 130 % or more; a share of the points, and the share by
// which the rate passes `from`, are inferred. Rules of single rows are printed as
// “完成得满分，否则不得分”, “低于60%不得分”, “每低1个百分点扣0.5分，扣完为止”, “每延迟1天扣0.1分”.
//
// Meaning, where two readings are possible: `>=` is met if actual >= target, else max(0, actual ÷
// target); `<=` is met if actual <= target, else target ÷ actual; `=` is met if actual >= target,
// else as `>=`. A zero or negative divisor that is reached gives 0 and says so, by any rule of the
// row. A row that is met is full by any rule. Far above is actual ÷ target of `>=` and `=`, and
// target ÷ actual of `<=`, whose actual of 0 or less is infinitely far; no target of 0 or less is
// ever passed by far, nor is a date or a level. Its points come off what the row's rule gives,
// floor 0; the row's own floor and cap apply last, before the rubric rounds. O(1) a row.
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
//
// Rules of a row that is worth 10 points; of `date` target and actual are days:
//   | rule      | direction | target | actual | least | deduct | part    | floor | cap | score |
//   |-----------|-----------|--------|--------|-------|--------|---------|-------|-----|-------|
//   | ratio     | >=        | 100    | 92     |       |        |         |       |     | 9.2   |
//   | ratio     | >=        | 100    | 10     |       |        |         | 3     |     | 3     |
//   | ratio     | >=        | 100    | 100    |       |        |         |       | 9   | 9     |
//   | all       | >=        | 100    | 100    |       |        |         |       |     | 10    |
//   | all       | >=        | 100    | 99.99  |       |        |         |       |     | 0     |
//   | all       | <=        | 100    | 100.01 |       |        |         | 1     |     | 1     |
//   | pass      | >=        | 100    | 60     | 0.6   |        |         |       |     | 6     |
//   | pass      | >=        | 100    | 59.99  | 0.6   |        |         |       |     | 0     |
//   | pass      | <=        | 3      | 5      | 0.6   |        |         |       |     | 6     |
//   | pass      | >=        | 0      | 0      | 1     |        |         |       |     | 10    |
//   | per_point | >=        | 100    | 92     |       | 0.5    | exact   |       |     | 6     |
//   | per_point | >=        | 100    | 91.9   |       | 0.5    | whole   |       |     | 6     |
//   | per_point | >=        | 100    | 91.9   |       | 0.5    | started |       |     | 5.5   |
//   | per_point | >=        | 100    | 79     |       | 0.5    | exact   |       |     | 0     |
//   | per_point | <=        | 90     | 100    |       | 0.5    | exact   |       |     | 5     |
//   | per_point | >=        | 0      | -1     |       | 0.05   | exact   |       |     | 0     |
//   | date      | <=        | 19722  | 19722  |       |        |         |       |     | 10    |
//   | date      | <=        | 19722  | 19723  |       |        |         |       |     | 0     |
//   | date      | <=        | 19722  | 19734  |       | 0.1    |         |       |     | 8.8   |
//   | date      | <=        | 19722  | 19922  |       | 0.1    |         | 2     |     | 2     |
//
// Far above, from 1.3 on, of a row by `ratio` that is worth 10 points:
//   | side | takes        | amount | direction | target | actual | score |
//   |------|--------------|--------|-----------|--------|--------|-------|
//   | >=   | points       | 2      | >=        | 100    | 130    | 8     |
//   | >=   | points       | 2      | >=        | 100    | 129.99 | 10    |
//   | >=   | points       | 2      | =         | 100    | 200    | 10    |
//   | >=   | points       | 12     | >=        | 100    | 200    | 0     |
//   | =    | points       | 2      | =         | 100    | 130    | 8     |
//   | <=   | points       | 2      | <=        | 130    | 100    | 8     |
//   | <=   | points       | 2      | <=        | 130    | 100.01 | 10    |
//   | <=   | points       | 2      | <=        | 130    | 0      | 8     |
//   | <=   | points       | 2      | <=        | 0      | -1     | 10    |
//   | >=   | share        | 0.2    | >=        | 100    | 150    | 8     |
//   | >=   | proportional |        | >=        | 100    | 150    | 8     |
//   | >=   | proportional |        | >=        | 100    | 130    | 10    |
//   | >=   | proportional |        | >=        | 100    | 300    | 0     |
//   | <=   | proportional |        | <=        | 100    | 0      | 0     |
#pragma once

#include <heng/number/decimal.hpp>
#include <heng/number/interval.hpp>
#include <heng/number/points.hpp>
#include <heng/number/ratio.hpp>
#include <heng/rule/contradictions.hpp>
#include <heng/rule/step_part.hpp>

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

/// The way in which one row earns its points.
struct RowRule {
    enum class Kind : std::uint8_t {
        ratio,     ///< its completion's share of them
        all,       ///< all if it is met, else none
        pass,      ///< as ratio, but none if the completion is below `least`
        per_point, ///< all but `deduct` for each percentage point that the completion lacks
        date,      ///< all if it is on time, else none, or all but `deduct` for each day
    };

    Kind kind = Kind::ratio;
    Decimal least{};                 ///< of pass: a share, from 0 to 1
    std::optional<Decimal> deduct{}; ///< of per_point, which needs it, and date: points, >= 0
    StepPart part = StepPart::exact; ///< of per_point: what a part of a percentage point costs
    std::optional<Decimal> floor{};  ///< the least that the row scores, >= 0
    std::optional<Decimal> cap{};    ///< the most, from the floor to the row's points

    friend bool operator==(const RowRule&, const RowRule&) = default;
};

/// The numbers of one target record.
struct Target {
    Direction direction = Direction::at_least;
    Ratio target{};              ///< used unless direction is level; of a date rule a day
    Ratio actual{};              ///< the same; days are counted from one day for both
    Level level = Level::met;    ///< used where direction is level
    std::optional<Ratio> rate{}; ///< used where direction is level: inside the level's range
    RowRule rule{};              ///< level takes ratio and all, date takes `<=` alone
};

/// The points taken off if a target was passed by far.
struct FarAbove {
    enum class Takes : std::uint8_t {
        points,       ///< `deduct` points
        share,        ///< `deduct` of the row's points, a share
        proportional, ///< as much of the row's points as the rate is past `from`
    };

    Decimal from;     ///< how often the target was reached, such as 1.3
    Decimal deduct{}; ///< as `takes` says; not used by proportional
    Takes takes = Takes::points;
    Direction side = Direction::at_least; ///< the rows that can lose points; never level
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
/// % if it is `met`, else as nothing, and so does a date that is late. O(1).
[[nodiscard]] constexpr Completion completion(const Target& row) {
    const Completion full{Ratio{1}, true, true};
    if (row.rule.kind == RowRule::Kind::date) {
        return row.actual <= row.target ? full : Completion{};
    }
    switch (row.direction) {
    case Direction::at_least:
    case Direction::equal:
        return row.actual >= row.target ? full : detail::share(row.actual, row.target);
    case Direction::at_most:
        return row.actual <= row.target ? full : detail::share(row.target, row.actual);
    case Direction::level:
        break;
    }
    const bool met = row.level == Level::met;
    return {row.rate.value_or(Ratio{met ? 1 : 0}), met, true};
}

/// Returns the percentage points that a rate lacks, as a per_point rule counts them. O(1).
[[nodiscard]] constexpr Ratio points_short(const RowRule& rule, const Ratio& rate) {
    return steps_in((Ratio{1} - rate) * Ratio{100}, Decimal{1}, rule.part);
}

/// Returns what `row` earns of its points by its own rule, with a completion that is its own or a
/// rounded one: from 0 to the points, without its floor and cap. O(1).
[[nodiscard]] constexpr Points earned(const Points& points, const Target& row,
                                      const Completion& done) {
    const RowRule& rule = row.rule;
    const auto left = [&](const Ratio& times) {
        return max(Points{}, points - Points{rule.deduct.value_or(Decimal{})} * times);
    };
    switch (rule.kind) {
    case RowRule::Kind::ratio:
        break;
    case RowRule::Kind::all:
        return done.met ? points : Points{};
    case RowRule::Kind::pass:
        return done.met || done.rate >= Ratio{rule.least} ? points * done.rate : Points{};
    case RowRule::Kind::per_point:
        return done.met ? points : done.divided ? left(points_short(rule, done.rate)) : Points{};
    case RowRule::Kind::date:
        return done.met ? points : rule.deduct ? left(row.actual - row.target) : Points{};
    }
    return points * done.rate;
}

/// Returns whether `row` is so far past its target that `rule` takes points off. O(1).
[[nodiscard]] constexpr bool is_far_above(const FarAbove& rule, const Target& row) {
    if (row.direction != rule.side || row.direction == Direction::level ||
        row.rule.kind == RowRule::Kind::date || row.target.sign() <= 0) {
        return false;
    }
    const Ratio from{rule.from};
    return row.direction == Direction::at_most
               ? row.actual.sign() <= 0 || row.target >= from * row.actual
               : row.actual >= from * row.target;
}

/// Returns how often the target of a row was reached: actual ÷ target, or target ÷ actual if less
/// is better; empty if that is infinitely often. Precondition: is_far_above. O(1).
[[nodiscard]] constexpr std::optional<Ratio> times_reached(const Target& row) {
    if (row.direction != Direction::at_most) {
        return row.actual / row.target;
    }
    return row.actual.sign() <= 0 ? std::nullopt : std::optional{row.target / row.actual};
}

/// Returns the points that `rule` takes off a row that is worth `points`: 0 unless it is far above,
/// and at most the points where the share is infinite. O(1).
[[nodiscard]] constexpr Points far_above_loss(const FarAbove& rule, const Points& points,
                                              const Target& row) {
    if (!is_far_above(rule, row)) {
        return {};
    }
    switch (rule.takes) {
    case FarAbove::Takes::points:
        return Points{rule.deduct};
    case FarAbove::Takes::share:
        return points * Ratio{rule.deduct};
    case FarAbove::Takes::proportional:
        break;
    }
    const auto times = times_reached(row);
    return times ? points * (*times - Ratio{rule.from}) : points;
}

/// Returns a score within the floor and the cap of a row. O(1).
[[nodiscard]] constexpr Points within(const RowRule& rule, const Points& score) {
    const Points capped = rule.cap ? min(score, Points{*rule.cap}) : score;
    return rule.floor ? max(capped, Points{*rule.floor}) : capped;
}

/// Returns the score of one row that is worth `points`, from 0 to these, before its floor and cap.
/// O(1).
[[nodiscard]] constexpr Points score_unbounded(const Targets& rule, const Points& points,
                                               const Target& row) {
    const Points by_row = earned(points, row, completion(row));
    if (rule.far_above && is_far_above(*rule.far_above, row)) {
        return max(Points{}, by_row - far_above_loss(*rule.far_above, points, row));
    }
    return by_row;
}

/// Returns the score of one row that is worth `points`. Precondition: its floor and cap are at most
/// these. O(1).
[[nodiscard]] constexpr Points score(const Targets& rule, const Points& points, const Target& row) {
    return within(row.rule, score_unbounded(rule, points, row));
}

namespace detail {

inline void check_rule(const Targets& rule, const std::string& at, Contradictions& found) {
    if (rule.far_above) {
        found.check_positive(rule.far_above->from, at + "/far_above/from",
                             {"the rate it begins at", "起算的完成率"});
        const bool share = rule.far_above->takes == FarAbove::Takes::share;
        found.check_not_negative(rule.far_above->deduct,
                                 at + (share ? "/far_above/share" : "/far_above/deduct"),
                                 {"a deduction", "扣分"});
        if (share && rule.far_above->deduct > Decimal{1}) {
            found.add(at + "/far_above/share", "rubric.rule",
                      "a share of the points is at most 1, found " +
                          rule.far_above->deduct.to_string(),
                      "扣减比例不大于 1，现为 " + rule.far_above->deduct.to_string());
        }
        if (rule.far_above->side == Direction::level) {
            found.add(at + "/far_above/side", "rubric.rule",
                      "a target by level is never passed by far", "定性目标没有远超一说");
        }
    }
}

} // namespace detail
} // namespace heng
