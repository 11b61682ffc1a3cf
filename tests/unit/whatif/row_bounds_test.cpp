// SPDX-License-Identifier: Apache-2.0
//
// Bounds of target rows against every value in them: no score is above a bound of its range, and
// none is outside of what an unknown value leaves open.
#include "document/domains.hpp"
#include "support/random_rubric.hpp"
#include "whatif/row_bounds.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace heng;
using detail::document::OpenTarget;
using detail::whatif::most_of_row;
using detail::whatif::scores_of_row;
using test::Random;

namespace {

using Kind = RowRule::Kind;

const Points ten{"10"};

RowRule draw_own(Random& random, Direction direction) {
    RowRule own;
    own.kind = static_cast<Kind>(random.whole(0, direction == Direction::at_most ? 4 : 3));
    own.least = Decimal{random.whole(0, 10), 1};
    if (own.kind == Kind::per_point || random.chance(50)) {
        own.deduct = Decimal{random.whole(0, 30), 2};
    }
    own.part = static_cast<StepPart>(random.whole(0, 2));
    if (random.chance(30)) {
        own.floor = Decimal{random.whole(0, 3)};
    }
    if (random.chance(30)) {
        own.cap = Decimal{random.whole(3, 10)};
    }
    return own;
}

Targets draw_rule(Random& random) {
    Targets rule{.points = 10_dec};
    if (random.chance(60)) {
        rule.far_above = FarAbove{.from = Decimal{random.whole(5, 20), 1},
                                  .deduct = Decimal{random.whole(0, 10), 1},
                                  .takes = static_cast<FarAbove::Takes>(random.whole(0, 2)),
                                  .side = static_cast<Direction>(random.whole(0, 2))};
    }
    return rule;
}

Target draw_row(Random& random) {
    Target row;
    row.direction = static_cast<Direction>(random.whole(0, 2));
    row.target = Ratio{random.whole(-2, 12)};
    row.actual = Ratio{random.whole(-5, 20)};
    row.rule = draw_own(random, row.direction);
    return row;
}

} // namespace

TEST_CASE("row bounds: nothing in a range scores more than its bound") {
    Random random{20'231'231};
    std::size_t tight = 0;
    for (int i = 0; i < 20'000; ++i) {
        const Targets rule = draw_rule(random);
        const Target row = draw_row(random);
        const int low = random.whole(-6, 20);
        const int high = low + random.whole(0, 8);
        const auto most = most_of_row(rule, ten, row, Ratio{low}, Ratio{high});
        REQUIRE(most.has_value());
        Points best;
        Target at = row;
        for (int fourth = 4 * low; fourth <= 4 * high; ++fourth) {
            at.actual = Ratio{fourth, 4};
            best = max(best, score(rule, ten, at));
        }
        CHECK(best <= *most);
        tight += best == *most ? 1U : 0U;
    }
    CHECK(tight > 10'000); // a bound of any use is often reached
}

TEST_CASE("row bounds: a range of one value is its score") {
    Random random{7};
    for (int i = 0; i < 5'000; ++i) {
        const Targets rule = draw_rule(random);
        const Target row = draw_row(random);
        CHECK(most_of_row(rule, ten, row, row.actual, row.actual) == score(rule, ten, row));
    }
}

TEST_CASE("row bounds: what is not known leaves every score open that it can have") {
    Random random{11};
    for (int i = 0; i < 3'000; ++i) {
        const Targets rule = draw_rule(random);
        const Target row = draw_row(random);
        const bool actual = random.chance(50);
        const auto open =
            scores_of_row(rule, ten, row, OpenTarget{.target = !actual, .actual = actual});
        Target at = row;
        for (int value = -8; value <= 40; ++value) {
            (actual ? at.actual : at.target) = Ratio{value, 2};
            CHECK(open.contains(score(rule, ten, at).value()));
        }
        CHECK(scores_of_row(rule, ten, row, {}).only() == score(rule, ten, row).value());
    }
}

TEST_CASE("row bounds: levels, and the rates that they leave open") {
    for (const Kind kind : {Kind::ratio, Kind::all}) {
        for (const Level level : {Level::met, Level::partly, Level::not_met}) {
            const Target row{.direction = Direction::level, .level = level, .rule = {.kind = kind}};
            const Targets rule{.points = 10_dec};
            const auto by_rate = scores_of_row(rule, ten, row, OpenTarget{.rate = true});
            const auto by_both =
                scores_of_row(rule, ten, row, OpenTarget{.level = true, .rate = true});
            for (int tenth = 0; tenth <= 10; ++tenth) {
                Target at = row;
                at.rate = Ratio{tenth, 10};
                if (range_of(level, rule.dialect).contains(*at.rate)) {
                    const Ratio value = score(rule, ten, at).value();
                    CHECK(by_rate.contains(value));
                    CHECK(by_both.contains(value));
                    CHECK(most_of_row(rule, ten, at, *at.rate, *at.rate)->value() == value);
                } else if (const Interval in = range_of(level, rule.dialect);
                           *at.rate < *in.low || *at.rate > *in.high) {
                    CHECK_FALSE(most_of_row(rule, ten, at, *at.rate, *at.rate).has_value());
                }
            }
        }
    }
    const Targets rule{.points = 10_dec};
    const Target met{.direction = Direction::level, .rule = {.kind = Kind::all, .cap = 11_dec}};
    CHECK(scores_of_row(rule, ten, met, {}).empty()); // its cap is refused
}

TEST_CASE("row bounds: days from the first to the last") {
    const Targets rule{.points = 10_dec};
    const Target due{.direction = Direction::at_most,
                     .target = Ratio{detail::document::last_day() - 3},
                     .rule = {.kind = Kind::date, .deduct = 1_dec}};
    const auto open = scores_of_row(rule, ten, due, OpenTarget{.actual = true});
    CHECK(open.hull().low == Ratio{7}); // no document has a later day
    CHECK(open.hull().high == Ratio{10});
    Target either = due;
    either.rule.deduct.reset();
    const auto two = scores_of_row(rule, ten, either, OpenTarget{.actual = true});
    CHECK(two.contains(Ratio{0}));
    CHECK(two.contains(Ratio{10}));
    CHECK_FALSE(two.contains(Ratio{5}));
}
