// SPDX-License-Identifier: Apache-2.0
//
// Rules of single target rows, and what is taken off far above: both sides of every edge.
#include <heng/rule/contradictions.hpp>
#include <heng/rule/targets.hpp>

#include <doctest/doctest.h>

#include <string>

using namespace heng;

namespace {

using Kind = RowRule::Kind;

constexpr Targets plain{.points = 10_dec};

constexpr Points scored(const RowRule& own, const Ratio& actual,
                        Direction direction = Direction::at_least, const Ratio& target = Ratio{100},
                        const Targets& rule = plain) {
    return score(rule, Points{"10"},
                 {.direction = direction, .target = target, .actual = actual, .rule = own});
}

static_assert(scored({.kind = Kind::all}, Ratio{100}) == Points{"10"});
static_assert(scored({.kind = Kind::per_point, .deduct = 0.5_dec}, Ratio{92}) == Points{"6"});

/// The places of what contradicts itself.
std::string places(const Targets& rule) {
    detail::Contradictions found;
    detail::check_rule(rule, "", found);
    std::string list;
    for (const Contradiction& each : found.take()) {
        list += each.where + ' ';
    }
    return list;
}

Targets far(FarAbove above) {
    return {.points = 10_dec, .far_above = above};
}

} // namespace

TEST_CASE("rows: a row without a rule of its own scores by its ratio") {
    CHECK(RowRule{} == RowRule{.kind = Kind::ratio});
    CHECK(scored({}, Ratio{92}) == Points{"9.2"});
}

TEST_CASE("rows: all or nothing, on each side and by level") {
    const RowRule all{.kind = Kind::all};
    CHECK(scored(all, Ratio{99.999_dec}) == Points{"0"});
    CHECK(scored(all, Ratio{100}, Direction::equal) == Points{"10"});
    CHECK(scored(all, Ratio{101}, Direction::at_most) == Points{"0"});
    CHECK(scored(all, Ratio{0}, Direction::at_least, Ratio{0}) == Points{"10"});
    const auto level = [&](Level of, std::optional<Ratio> rate = {}) {
        return score(plain, Points{"10"},
                     {.direction = Direction::level, .level = of, .rate = rate, .rule = all});
    };
    CHECK(level(Level::met, Ratio{0.85_dec}) == Points{"10"});
    CHECK(level(Level::met) == Points{"10"});
    CHECK(level(Level::partly) == Points{"0"});
    CHECK(level(Level::not_met, Ratio{0.5_dec}) == Points{"0"});
}

TEST_CASE("rows: a mark to pass is reached by the completion that is it") {
    const RowRule pass{.kind = Kind::pass, .least = 0.6_dec};
    CHECK(scored(pass, Ratio{60}) == Points{"6"});
    CHECK(scored(pass, Ratio{59.9999_dec}) == Points{"0"});
    CHECK(scored(pass, Ratio{500, 3}, Direction::at_most) == Points{"6"});
    CHECK(scored(pass, Ratio{167}, Direction::at_most) == Points{"0"});
    CHECK(scored({.kind = Kind::pass, .least = 1_dec}, Ratio{100}) == Points{"10"});
    CHECK(scored({.kind = Kind::pass, .least = 1_dec}, Ratio{99}) == Points{"0"});
    CHECK(scored({.kind = Kind::pass}, Ratio{1}) == Points{"0.1"});
}

TEST_CASE("rows: points for each percentage point, whole, started or exact") {
    const auto short_of = [](const char* actual, StepPart part) {
        return scored({.kind = Kind::per_point, .deduct = 0.5_dec, .part = part},
                      Ratio{*Decimal::parse(actual)});
    };
    CHECK(short_of("99.01", StepPart::whole) == Points{"10"});
    CHECK(short_of("99", StepPart::whole) == Points{"9.5"});
    CHECK(short_of("99.99", StepPart::started) == Points{"9.5"});
    CHECK(short_of("98.99", StepPart::started) == Points{"9"});
    CHECK(short_of("99.5", StepPart::exact) == Points{"9.75"});
    CHECK(short_of("80", StepPart::exact) == Points{"0"});
    CHECK(short_of("80.5", StepPart::exact) == Points{"0.25"});
    CHECK(short_of("-5", StepPart::exact) == Points{"0"});
    CHECK(short_of("120", StepPart::exact) == Points{"10"});
}

TEST_CASE("rows: a date is met on its day, and costs each day after it") {
    const auto days = [](std::int64_t past, std::optional<Decimal> deduct) {
        return scored({.kind = Kind::date, .deduct = deduct}, Ratio{19'722 + past},
                      Direction::at_most, Ratio{19'722});
    };
    CHECK(days(0, {}) == Points{"10"});
    CHECK(days(-400, {}) == Points{"10"});
    CHECK(days(1, {}) == Points{"0"});
    CHECK(days(0, 0.1_dec) == Points{"10"});
    CHECK(days(1, 0.1_dec) == Points{"9.9"});
    CHECK(days(100, 0.1_dec) == Points{"0"});
    CHECK(days(101, 0.1_dec) == Points{"0"});
    const Target early{.direction = Direction::at_most,
                       .target = Ratio{-10},
                       .actual = Ratio{-11},
                       .rule = {.kind = Kind::date}};
    CHECK(completion(early).met); // days before 1970 are days as others are
}

TEST_CASE("rows: floor and cap apply last") {
    const RowRule both{.floor = 3_dec, .cap = 8_dec};
    CHECK(scored(both, Ratio{100}) == Points{"8"});
    CHECK(scored(both, Ratio{81}) == Points{"8"});
    CHECK(scored(both, Ratio{80}) == Points{"8"});
    CHECK(scored(both, Ratio{79}) == Points{"7.9"});
    CHECK(scored(both, Ratio{30}) == Points{"3"});
    CHECK(scored(both, Ratio{29}) == Points{"3"});
    const Targets all_off = far({.from = 1.3_dec, .deduct = 20_dec});
    CHECK(scored(both, Ratio{130}, Direction::at_least, Ratio{100}, all_off) == Points{"3"});
    const Targets some_off = far({.from = 1.3_dec, .deduct = 1_dec}); // 10 − 1, and then 8
    CHECK(scored(both, Ratio{130}, Direction::at_least, Ratio{100}, some_off) == Points{"8"});
}

TEST_CASE("far above: a side at a time, and never a date") {
    const auto at = [](FarAbove above, Direction direction, const Ratio& actual, Kind kind) {
        return scored({.kind = kind}, actual, direction, Ratio{130}, far(above));
    };
    const FarAbove below{.from = 1.3_dec, .deduct = 2_dec, .side = Direction::at_most};
    CHECK(at(below, Direction::at_most, Ratio{100}, Kind::ratio) == Points{"8"});
    CHECK(at(below, Direction::at_most, Ratio{100.01_dec}, Kind::ratio) == Points{"10"});
    CHECK(at(below, Direction::at_most, Ratio{-1}, Kind::all) == Points{"8"});
    CHECK(at(below, Direction::at_most, Ratio{1}, Kind::date) == Points{"10"});
    CHECK(at(below, Direction::at_least, Ratio{1'000}, Kind::ratio) == Points{"10"});
    const FarAbove equal{.from = 1.3_dec, .deduct = 2_dec, .side = Direction::equal};
    CHECK(at(equal, Direction::equal, Ratio{169}, Kind::ratio) == Points{"8"});
    CHECK(at(equal, Direction::equal, Ratio{168}, Kind::ratio) == Points{"10"});
    CHECK(at(equal, Direction::at_least, Ratio{169}, Kind::ratio) == Points{"10"});
}

TEST_CASE("far above: a share of the points, and in proportion") {
    const auto at = [](FarAbove::Takes takes, Decimal amount, std::int64_t actual) {
        return scored({}, Ratio{actual}, Direction::at_least, Ratio{100},
                      far({.from = 1.2_dec, .deduct = amount, .takes = takes}));
    };
    CHECK(at(FarAbove::Takes::share, 0.25_dec, 120) == Points{"7.5"});
    CHECK(at(FarAbove::Takes::share, 0.25_dec, 119) == Points{"10"});
    CHECK(at(FarAbove::Takes::share, 1_dec, 120) == Points{"0"});
    CHECK(at(FarAbove::Takes::proportional, {}, 120) == Points{"10"});
    CHECK(at(FarAbove::Takes::proportional, {}, 121) == Points{"9.9"});
    CHECK(at(FarAbove::Takes::proportional, {}, 219) == Points{"0.1"});
    CHECK(at(FarAbove::Takes::proportional, {}, 220) == Points{"0"});
    CHECK(at(FarAbove::Takes::proportional, {}, 500) == Points{"0"});
}

TEST_CASE("far above: what contradicts itself") {
    CHECK(places(far({.from = 1.3_dec, .deduct = 2_dec})).empty());
    CHECK(places(far({.from = 0_dec})) == "/far_above/from ");
    CHECK(places(far({.from = 1_dec, .deduct = -1_dec})) == "/far_above/deduct ");
    const auto share = [](Decimal amount) {
        return far({.from = 1.3_dec, .deduct = amount, .takes = FarAbove::Takes::share});
    };
    CHECK(places(share(1_dec)).empty());
    CHECK(places(share(1.01_dec)) == "/far_above/share ");
    CHECK(places(share(-0.1_dec)) == "/far_above/share ");
    CHECK(places(far({.from = 1.3_dec, .side = Direction::level})) == "/far_above/side ");
}
