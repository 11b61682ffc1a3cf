// SPDX-License-Identifier: Apache-2.0
//
// A rule can be checked while it compiles: the snippets of the rule headers, word for word.
#include <heng/rule/assessed.hpp>
#include <heng/rule/bands.hpp>
#include <heng/rule/checklist.hpp>
#include <heng/rule/condition.hpp>
#include <heng/rule/formula.hpp>
#include <heng/rule/interpolate.hpp>
#include <heng/rule/occurrences.hpp>
#include <heng/rule/proportional.hpp>
#include <heng/rule/step.hpp>
#include <heng/rule/steps.hpp>
#include <heng/rule/targets.hpp>

#include <doctest/doctest.h>

using namespace heng;

namespace {

static_assert(score(Proportional{.points = 10_dec}, 171_dec / 287_dec).rounded(2) == 5.96_dec);

constexpr Band band_table[] = {{Interval::from(0.9_dec), Points{"2"}},
                               {Interval::everything(), Points{"0"}}};
static_assert(score(band_table, Ratio{0.966_dec}) == Points{"2"});
static_assert(score(band_table, Ratio{0.8_dec}) == Points{"0"});

constexpr Knot line[] = {{Ratio{0.6_dec}, Points{"0"}}, {Ratio{1}, Points{"10"}}};
static_assert(score(line, Ratio{0.8_dec}) == Points{"5"});
static_assert(score(line, Ratio{2}) == Points{"10"});

constexpr Step completion_step{.points = 8_dec,
                               .norm = 1_dec,
                               .side = Side::below,
                               .every = 0.05_dec,
                               .deduct = 2_dec,
                               .part = StepPart::whole};
static_assert(score(completion_step, 2690.62_dec / 2710.42_dec) == Points{"8"});

static_assert(score(Step{.points = 10_dec, .deduct = 1_dec}, Ratio{3}) == Points{"7"});

constexpr Occurrence late[] = {{.deduct = 1_dec}};
constexpr Ratio counts[] = {Ratio{4}};
static_assert(score(3_dec, late, counts) == Points{"0"});

constexpr Decimal items[] = {1_dec, 1_dec, 1_dec};
constexpr bool held[] = {true, false, true};
static_assert(score(3_dec, items, held) == Points{"2"});

static_assert(score(Condition{.points = 1_dec}, true) == Points{"1"});
static_assert(score(Formula{.points = 5_dec}, Ratio{7}) == Points{"5"});
static_assert(score(Formula{.points = 5_dec}, Ratio{0.5_dec}) == Points{"0.5"});
static_assert(score(Formula{.points = 5_dec}, Ratio{-1}) == Points{"0"});
static_assert(score(Assessed{.points = 2_dec}, 1.5_dec) == Points{"1.5"});

constexpr Target contracts{.direction = Direction::at_least, .target = 1_dec, .actual = 0.98_dec};
static_assert(completion(contracts).rate == Ratio{0.98_dec});
static_assert(score(Targets{.points = 10_dec}, Points{"10"}, contracts) == Points{"9.8"});
static_assert(!Completion{}.met && Completion{}.divided);

constexpr Target most{.direction = Direction::at_most, .target = 5_dec, .actual = 5_dec};
static_assert(completion(most).met && completion(most).rate == Ratio{1});

constexpr Completion met = completion({.direction = Direction::level});
static_assert(met.met && met.divided && met.rate == Ratio{1});
constexpr Completion partly =
    completion({.direction = Direction::level, .level = Level::partly, .rate = Ratio{0.7_dec}});
static_assert(!partly.met && partly.divided && partly.rate == Ratio{0.7_dec});

static_assert(Interval::from(Ratio{1}).contains(Ratio{1}));
static_assert(!Interval::above(Ratio{1}).contains(Ratio{1}));
static_assert(Interval::up_to(Ratio{1}).contains(Ratio{1}));
static_assert(!Interval::below(Ratio{1}).contains(Ratio{1}));
constexpr Interval open = [] {
    Interval made;
    made.low = Ratio{1};
    made.high = Ratio{2};
    return made;
}();
static_assert(!open.contains(Ratio{1}) && open.contains(Ratio{1.5_dec}) &&
              !open.contains(Ratio{2}));

constexpr Band half[] = {{Interval::from(Ratio{1}), Points{"2"}}};
static_assert(!score(half, Ratio{0}).has_value());

// nothing is added past the points, and nothing taken below 0; a side that is not given is flat
constexpr Steps above_only{
    .points = 10_dec, .base = 8_dec, .above = StepChange{.points = 3_dec, .adds = true}};
static_assert(score(above_only, Ratio{6}, Ratio{5}) == Points{"10"});
static_assert(score(above_only, Ratio{4}, Ratio{5}) == Points{"8"});
constexpr Steps below_only{.points = 10_dec, .base = 8_dec, .below = StepChange{.points = 9_dec}};
static_assert(score(below_only, Ratio{4}, Ratio{5}) == Points{"0"});
static_assert(score(below_only, Ratio{6}, Ratio{5}) == Points{"8"});

} // namespace

TEST_CASE("targets: levels and the ranges they allow, in both dialects") {
    const auto holds = [](Level level, Dialect dialect, const Decimal& rate) {
        return range_of(level, dialect).contains(rate);
    };
    using enum Dialect;
    CHECK(holds(Level::met, from_80_60, 0.8_dec));
    CHECK(holds(Level::met, from_80_60, 1_dec));
    CHECK_FALSE(holds(Level::met, from_80_60, 0.7999_dec));
    CHECK_FALSE(holds(Level::met, from_80_60, 1.0001_dec));
    CHECK(holds(Level::partly, from_80_60, 0.6_dec));
    CHECK_FALSE(holds(Level::partly, from_80_60, 0.8_dec));
    CHECK_FALSE(holds(Level::partly, from_80_60, 0.5999_dec));
    CHECK(holds(Level::partly, from_80_50, 0.5_dec));
    CHECK_FALSE(holds(Level::partly, from_80_50, 0.4999_dec));
    CHECK(holds(Level::not_met, from_80_60, 0.5999_dec));
    CHECK(holds(Level::not_met, from_80_60, 0_dec));
    CHECK_FALSE(holds(Level::not_met, from_80_60, 0.6_dec));
    CHECK_FALSE(holds(Level::not_met, from_80_50, 0.5_dec));
    CHECK_FALSE(holds(Level::not_met, from_80_50, -0.1_dec));
}

TEST_CASE("targets: far above the target costs points, and never more than there are") {
    const Targets rule{.points = 10_dec, .far_above = FarAbove{1.3_dec, 2_dec}};
    const auto scored = [&](const Decimal& actual, const Decimal& target, const char* points,
                            Direction direction = Direction::at_least) {
        return score(rule, Points{*Decimal::parse(points)},
                     {.direction = direction, .target = target, .actual = actual});
    };
    CHECK(scored(130_dec, 100_dec, "10") == Points{"8"});
    CHECK(scored(129.99_dec, 100_dec, "10") == Points{"10"});
    CHECK(scored(130_dec, 100_dec, "1.5") == Points{"0"});
    CHECK(scored(130_dec, 100_dec, "10", Direction::equal) == Points{"10"});
    CHECK(scored(5_dec, 0_dec, "10") == Points{"10"});
}

TEST_CASE("proportional: a zero denominator is worth what the rule says") {
    Proportional rule{.points = 3_dec};
    CHECK_FALSE(score_of_zero_denominator(rule).has_value());
    rule.if_zero_denominator = ZeroDenominator::full;
    CHECK(score_of_zero_denominator(rule) == Points{"3"});
    rule.if_zero_denominator = ZeroDenominator::zero;
    CHECK(score_of_zero_denominator(rule) == Points{"0"});
}
