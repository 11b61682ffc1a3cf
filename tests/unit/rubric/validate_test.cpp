// SPDX-License-Identifier: Apache-2.0
#include <heng/rubric/validate.hpp>

#include <doctest/doctest.h>

#include <functional>

using namespace heng;

namespace {

Indicator leaf(std::string id, Decimal points) {
    Indicator indicator;
    indicator.id = std::move(id);
    indicator.points = points;
    indicator.rule = Proportional{.points = points};
    indicator.measure = Term{0};
    return indicator;
}

/// 100 = 60 + 40, the 60 being a branch of 50 + 10.
Rubric sound() {
    Rubric rubric;
    Indicator branch;
    branch.id = "a";
    branch.points = 60_dec;
    branch.indicators = {leaf("a.1", 50_dec), leaf("a.2", 10_dec)};
    rubric.indicators = {branch, leaf("b", 40_dec)};
    return rubric;
}

struct Broken {
    const char* name;
    std::function<void(Rubric&)> breaks;
    const char* where;
    const char* code;
};

Indicator& second(Rubric& rubric) {
    return rubric.indicators[1];
}

} // namespace

TEST_CASE("validate: a sound rubric has no contradiction") {
    CHECK(validate(sound()).empty());
}

TEST_CASE("validate: each contradiction has its code and place") {
    const Points eleven{"41"};
    const Broken table[] = {
        {"top level", [](Rubric& r) { r.points = 110_dec; }, "/points", "rubric.points-sum"},
        {"branch", [](Rubric& r) { r.indicators[0].indicators[1].points = 11_dec; },
         "/indicators/0/points", "rubric.points-sum"},
        {"id twice", [](Rubric& r) { second(r).id = "a.2"; }, "/indicators/1/id",
         "rubric.duplicate-id"},
        {"adjustment", [](Rubric& r) { r.adjustments = {{.id = "x", .value = -1_dec}}; },
         "/adjustments/0", "rubric.adjustment"},
        {"set above the points",
         [](Rubric& r) {
             second(r).adjustments = {{.id = "x", .kind = Adjustment::Kind::set, .value = 41_dec}};
         },
         "/indicators/1/adjustments/0", "rubric.adjustment"},
        {"no id", [](Rubric& r) { second(r).id = ""; }, "/indicators/1/id", "rubric.id"},
        {"id of a row", [](Rubric& r) { second(r).id = "a.1#1"; }, "/indicators/1/id", "rubric.id"},
        {"cap", [](Rubric& r) { second(r).rule = Proportional{.points = 40_dec, .cap = 0_dec}; },
         "/indicators/1/rule/cap", "rubric.rule"},
        {"band above points",
         [&](Rubric& r) {
             second(r).rule = Bands{40_dec, {{Interval::everything(), eleven}}};
         },
         "/indicators/1/rule/bands/0", "rubric.score-range"},
        {"no band",
         [](Rubric& r) {
             second(r).rule = Bands{40_dec, {}};
         },
         "/indicators/1/rule/bands", "rubric.rule"},
        {"knots fall",
         [](Rubric& r) {
             second(r).rule =
                 Interpolate{40_dec, {{Ratio{1}, Points{"0"}}, {Ratio{1}, Points{"40"}}}};
         },
         "/indicators/1/rule/knots/1", "rubric.rule"},
        {"no knot",
         [](Rubric& r) {
             second(r).rule = Interpolate{40_dec, {}};
         },
         "/indicators/1/rule/knots", "rubric.rule"},
        {"step width",
         [](Rubric& r) {
             second(r).rule = Step{.points = 40_dec, .every = 0_dec, .deduct = 1_dec};
         },
         "/indicators/1/rule/every", "rubric.rule"},
        {"negative deduction",
         [](Rubric& r) {
             second(r).rule = Step{.points = 40_dec, .every = 1_dec, .deduct = -1_dec};
         },
         "/indicators/1/rule/deduct", "rubric.rule"},
        {"base above the points",
         [](Rubric& r) {
             second(r).rule = Steps{40_dec, 41_dec, StepChange{.points = 1_dec}};
         },
         "/indicators/1/rule/base", "rubric.rule"},
        {"width of a side",
         [](Rubric& r) {
             second(r).rule = Steps{40_dec, 4_dec, StepChange{.every = 0_dec, .points = 1_dec}};
         },
         "/indicators/1/rule/above/every", "rubric.rule"},
        {"a side that adds less than nothing",
         [](Rubric& r) {
             second(r).rule = Steps{40_dec, 4_dec, {}, StepChange{.points = -1_dec, .adds = true}};
         },
         "/indicators/1/rule/below/add", "rubric.rule"},
        {"a side that takes less than nothing",
         [](Rubric& r) {
             second(r).rule = Steps{40_dec, 4_dec, StepChange{.points = -1_dec}};
         },
         "/indicators/1/rule/above/deduct", "rubric.rule"},
        {"bound of a side",
         [](Rubric& r) {
             second(r).rule = Steps{40_dec, 4_dec, StepChange{.points = 1_dec, .at_most = -1_dec}};
         },
         "/indicators/1/rule/above/at_most", "rubric.rule"},
        {"no side",
         [](Rubric& r) {
             second(r).rule = Steps{40_dec, 4_dec};
         },
         "/indicators/1/rule", "rubric.rule"},
        {"nothing passes",
         [](Rubric& r) {
             second(r).rule = Steps{40_dec, 4_dec, StepChange{.points = 1_dec}, {}, 2_dec, 1_dec};
         },
         "/indicators/1/rule/pass", "rubric.rule"},
        {"a tally of less than nothing",
         [](Rubric& r) {
             second(r).rule = Tally{40_dec, -1_dec};
         },
         "/indicators/1/rule/each", "rubric.rule"},
        {"a tally past the points",
         [](Rubric& r) {
             second(r).rule = Tally{40_dec, 1_dec, 41_dec};
         },
         "/indicators/1/rule/at_most", "rubric.score-range"},
        {"occurrence",
         [](Rubric& r) {
             second(r).rule = Occurrences{40_dec, {{-1_dec, {}}}};
         },
         "/indicators/1/rule/each/0/deduct", "rubric.rule"},
        {"occurrence bound",
         [](Rubric& r) {
             second(r).rule = Occurrences{40_dec, {{1_dec, -1_dec}}};
         },
         "/indicators/1/rule/each/0/at_most", "rubric.rule"},
        {"none from nothing",
         [](Rubric& r) {
             second(r).rule = Occurrences{40_dec, {{1_dec, {}}}, 0_dec};
         },
         "/indicators/1/rule/none_from", "rubric.rule"},
        {"item",
         [](Rubric& r) {
             second(r).rule = Checklist{40_dec, {-1_dec}};
         },
         "/indicators/1/rule/items/0/score", "rubric.rule"},
        {"category",
         [&](Rubric& r) {
             second(r).rule = Categories{40_dec, {{"x", eleven}}};
         },
         "/indicators/1/rule/scores", "rubric.score-range"},
        {"far above",
         [](Rubric& r) {
             second(r).rule = Targets{.points = 40_dec, .far_above = FarAbove{0_dec, 1_dec}};
         },
         "/indicators/1/rule/far_above/from", "rubric.rule"},
        {"id of a note", [](Rubric& r) { second(r).id = "x-b"; }, "/indicators/1/id", "rubric.id"},
        {"id with a dollar", [](Rubric& r) { second(r).id = "$b"; }, "/indicators/1/id",
         "rubric.id"},
        {"score below 0",
         [](Rubric& r) {
             second(r).rule = Bands{40_dec, {{Interval::everything(), Points{"-1"}}}};
         },
         "/indicators/1/rule/bands/0", "rubric.score-range"},
        {"pass below 0",
         [](Rubric& r) { second(r).rule = Proportional{.points = 40_dec, .pass = -1_dec}; },
         "/indicators/1/rule/pass", "rubric.rule"},
        {"pass above the cap",
         [](Rubric& r) { second(r).rule = Proportional{.points = 40_dec, .pass = 1.1_dec}; },
         "/indicators/1/rule/pass", "rubric.rule"},
        {"no kind",
         [](Rubric& r) {
             second(r).rule = Occurrences{40_dec, {}};
         },
         "/indicators/1/rule/each", "rubric.rule"},
        {"no item",
         [](Rubric& r) {
             second(r).rule = Checklist{40_dec, {}};
         },
         "/indicators/1/rule/items", "rubric.rule"},
        {"no category",
         [](Rubric& r) {
             second(r).rule = Categories{40_dec, {}};
         },
         "/indicators/1/rule/scores", "rubric.rule"},
        {"far above costs less than nothing",
         [](Rubric& r) {
             second(r).rule = Targets{.points = 40_dec, .far_above = FarAbove{1_dec, -1_dec}};
         },
         "/indicators/1/rule/far_above/deduct", "rubric.rule"},
        {"formula floor",
         [](Rubric& r) {
             second(r).rule = Formula{40_dec, -1_dec, {}};
         },
         "/indicators/1/rule", "rubric.rule"},
        {"formula floor above the cap",
         [](Rubric& r) {
             second(r).rule = Formula{40_dec, 3_dec, 2_dec};
         },
         "/indicators/1/rule", "rubric.rule"},
        {"formula cap",
         [](Rubric& r) { second(r).rule = Formula{.points = 40_dec, .cap = 41_dec}; },
         "/indicators/1/rule", "rubric.rule"},
    };
    for (const Broken& broken : table) {
        INFO(broken.name);
        Rubric rubric = sound();
        broken.breaks(rubric);
        const auto found = validate(rubric);
        REQUIRE(found.size() == 1);
        CHECK(found[0].where == broken.where);
        CHECK(found[0].code == broken.code);
        CHECK_FALSE(found[0].message.empty());
    }
}

TEST_CASE("validate: all contradictions are reported in one pass") {
    Rubric rubric = sound();
    rubric.points = 90_dec;
    rubric.indicators[0].points = 61_dec;
    second(rubric).id = "a";
    CHECK(validate(rubric).size() == 3);
}

TEST_CASE("validate: points") {
    Rubric rubric = sound();
    second(rubric).points = -40_dec;
    rubric.points = -20_dec;
    rubric.indicators[0].points = 20_dec;
    rubric.indicators[0].indicators = {leaf("a.1", 20_dec)};
    const auto found = validate(rubric);
    REQUIRE(found.size() >= 2);
    CHECK(found[0].where == "/points");
    CHECK(found[0].code == "rubric.points");
    CHECK(found[1].where == "/indicators/1/points");
}

TEST_CASE("validate: what is sound of each rule") {
    const Rule rules[] = {Proportional{.points = 40_dec, .pass = 0.6_dec},
                          Bands{40_dec, {{Interval::everything(), Points{"40"}}}},
                          Interpolate{40_dec, {{Ratio{0}, Points{"0"}}, {Ratio{1}, Points{"40"}}}},
                          Step{.points = 40_dec, .every = 1_dec, .deduct = 1_dec},
                          Steps{40_dec, 40_dec, StepChange{.points = 1_dec}, {}, 1_dec, 1_dec},
                          Tally{40_dec, 1_dec, 40_dec},
                          Occurrences{40_dec, {{1_dec, 2_dec}}, 3_dec},
                          Checklist{40_dec, {40_dec}},
                          Condition{40_dec},
                          Categories{40_dec, {{"x", Points{"40"}}}},
                          Targets{.points = 40_dec, .far_above = FarAbove{1.3_dec, 2_dec}},
                          Targets{.points = 40_dec},
                          Assessed{40_dec},
                          Formula{.points = 40_dec},
                          Formula{40_dec, 1_dec, 40_dec}};
    for (const Rule& rule : rules) {
        Rubric rubric = sound();
        second(rubric).rule = rule;
        second(rubric).adjustments = {{.id = "x", .kind = Adjustment::Kind::set, .value = 40_dec}};
        INFO(name(rule));
        CHECK(validate(rubric).empty());
    }
}
