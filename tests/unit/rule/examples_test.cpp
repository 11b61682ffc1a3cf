// SPDX-License-Identifier: Apache-2.0
//
// Checks the table of examples in the comment of every rule header.
#include "support/example_table.hpp"

#include <heng/rule/assessed.hpp>
#include <heng/rule/bands.hpp>
#include <heng/rule/categories.hpp>
#include <heng/rule/checklist.hpp>
#include <heng/rule/condition.hpp>
#include <heng/rule/formula.hpp>
#include <heng/rule/interpolate.hpp>
#include <heng/rule/occurrences.hpp>
#include <heng/rule/proportional.hpp>
#include <heng/rule/step.hpp>
#include <heng/rule/steps.hpp>
#include <heng/rule/tally.hpp>
#include <heng/rule/targets.hpp>

#include <algorithm>

using namespace heng;
using heng::test::Example;
using heng::test::examples_of;

namespace {

std::optional<Decimal> optional_decimal(const Example& row, const std::string& column) {
    return row.has(column) ? std::optional{row.decimal(column)} : std::nullopt;
}

/// The score column, where "none" means that the rule gives none.
void check(const Example& row, const std::optional<Points>& found) {
    INFO(row.str());
    if (row.text("score") == "none") {
        CHECK_FALSE(found.has_value());
    } else {
        REQUIRE(found.has_value());
        CHECK(*found == Points{row.number("score")});
    }
}

} // namespace

TEST_CASE("proportional: the examples of its header") {
    for (const Example& row : examples_of("rule/proportional.hpp")) {
        check(row, score(Proportional{.points = row.decimal("points"),
                                      .cap = row.decimal("cap"),
                                      .pass = optional_decimal(row, "pass")},
                         row.number("measure")));
    }
}

TEST_CASE("bands: the examples of its header") {
    const Bands rule{3_dec,
                     {{Interval::at(0_dec), Points{"3"}},
                      {{0_dec, false, 0.1_dec, true}, Points{"2"}},
                      {{0.1_dec, false, 0.2_dec, true}, Points{"1"}},
                      {{0.2_dec, false, 0.3_dec, true}, Points{"0.5"}},
                      {{0.3_dec, false, 0.4_dec, true}, Points{"0.4"}, Points{"0.2"}},
                      {Interval::above(0.4_dec), Points{"0"}}}};
    for (const Example& row : examples_of("rule/bands.hpp")) {
        auto found = score(rule, row.number("measure"));
        const auto band = band_of(rule, row.number("measure"));
        if (band && rule.bands[*band].is_assessed() && row.has("given") &&
            rule.bands[*band].allows(Points{row.number("given")})) {
            CHECK_FALSE(found.has_value());
            found = Points{row.number("given")};
        }
        check(row, found);
    }
}

TEST_CASE("interpolate: the examples of its header") {
    const Interpolate rule{10_dec,
                           {{Ratio{0.6_dec}, Points{"0"}},
                            {Ratio{0.8_dec}, Points{"6"}},
                            {Ratio{1_dec}, Points{"10"}}}};
    for (const Example& row : examples_of("rule/interpolate.hpp")) {
        check(row, score(rule, row.number("measure")));
    }
}

TEST_CASE("step: the examples of its header") {
    const auto part = [](const std::string& word) {
        return word == "whole"     ? StepPart::whole
               : word == "started" ? StepPart::started
                                   : StepPart::exact;
    };
    for (const Example& row : examples_of("rule/step.hpp")) {
        check(row, score(Step{.points = row.decimal("points"),
                              .norm = row.decimal("norm"),
                              .side = row.text("side") == "above" ? Side::above : Side::below,
                              .every = row.decimal("every"),
                              .deduct = row.decimal("deduct"),
                              .part = part(row.text("part"))},
                         row.number("measure")));
    }
}

TEST_CASE("steps: the examples of its header") {
    const StepChange above{0.05_dec, 0.5_dec, true, StepPart::whole, 3_dec};
    const StepChange below{0.01_dec, 1_dec, false, StepPart::started, {}};
    for (const Example& row : examples_of("rule/steps.hpp")) {
        const Steps rule{.points = 25_dec,
                         .base = 20_dec,
                         .above = above,
                         .below = below,
                         .least = optional_decimal(row, "least"),
                         .most = optional_decimal(row, "most")};
        check(row, score(rule, row.number("measure"), row.number("norm")));
    }
}

TEST_CASE("tally: the examples of its header") {
    for (const Example& row : examples_of("rule/tally.hpp")) {
        check(row, score(Tally{.points = row.decimal("points"),
                               .each = row.decimal("each"),
                               .at_most = optional_decimal(row, "at most")},
                         row.number("measure")));
    }
}

TEST_CASE("occurrences: the examples of its header") {
    Occurrences rule{3_dec, {{1_dec, {}}, {0.25_dec, 0.5_dec}}};
    for (const Example& row : examples_of("rule/occurrences.hpp")) {
        rule.none_from = optional_decimal(row, "none from");
        const std::vector<Ratio> counts{row.number("first"), row.number("second")};
        check(row, score(rule, counts));
    }
}

TEST_CASE("checklist: the examples of its header") {
    const Checklist rule{3_dec, {1_dec, 1.25_dec, 1.25_dec}};
    for (const Example& row : examples_of("rule/checklist.hpp")) {
        const std::vector<bool> held{row.flag("first"), row.flag("second"), row.flag("third")};
        check(row, score(rule, held));
    }
}

TEST_CASE("condition: the examples of its header") {
    for (const Example& row : examples_of("rule/condition.hpp")) {
        check(row, score(Condition{row.decimal("points")}, row.flag("holds")));
    }
}

TEST_CASE("categories: the examples of its header") {
    const Categories rule{
        3_dec, {{"无结余", Points{"3"}}, {"未超过上年", Points{"2"}}, {"超过上年", Points{"0"}}}};
    for (const Example& row : examples_of("rule/categories.hpp")) {
        check(row, score(rule, row.text("text")));
    }
}

TEST_CASE("formula: the examples of its header") {
    for (const Example& row : examples_of("rule/formula.hpp")) {
        check(row, score(Formula{.points = row.decimal("points"),
                                 .floor = row.decimal("floor"),
                                 .cap = optional_decimal(row, "cap")},
                         row.number("value")));
    }
}

TEST_CASE("assessed: the examples of its header") {
    for (const Example& row : examples_of("rule/assessed.hpp")) {
        check(row, score(Assessed{row.decimal("points")}, row.decimal("given")));
    }
}

namespace {

Direction direction_of(const Example& row, const std::string& column) {
    const std::string& word = row.text(column);
    return word == ">="   ? Direction::at_least
           : word == "<=" ? Direction::at_most
                          : Direction::equal;
}

} // namespace

TEST_CASE("targets: the examples of its header") {
    for (const Example& row : examples_of("rule/targets.hpp")) {
        INFO(row.str());
        const Completion done = completion({.direction = direction_of(row, "direction"),
                                            .target = row.number("target"),
                                            .actual = row.number("actual")});
        CHECK(done.rate == row.number("rate"));
        CHECK(done.divided == row.flag("divided"));
        CHECK(done.met == (row.number("rate") == Ratio{1}));
    }
}

TEST_CASE("targets: the examples of rows with rules of their own") {
    const std::vector<std::string> kinds{"ratio", "all", "pass", "per_point", "date"};
    const std::vector<std::string> parts{"whole", "started", "exact"};
    const auto place = [](const std::vector<std::string>& words, const std::string& word) {
        return std::find(words.begin(), words.end(), word) - words.begin();
    };
    const std::vector<Example> rows = examples_of("rule/targets.hpp", "Rules of a row");
    CHECK(rows.size() == 20);
    for (const Example& row : rows) {
        RowRule own;
        own.kind = static_cast<RowRule::Kind>(place(kinds, row.text("rule")));
        own.least = optional_decimal(row, "least").value_or(Decimal{});
        own.deduct = optional_decimal(row, "deduct");
        own.part = row.has("part") ? static_cast<StepPart>(place(parts, row.text("part")))
                                   : StepPart::exact;
        own.floor = optional_decimal(row, "floor");
        own.cap = optional_decimal(row, "cap");
        check(row, score(Targets{.points = 10_dec}, Points{"10"},
                         {.direction = direction_of(row, "direction"),
                          .target = row.number("target"),
                          .actual = row.number("actual"),
                          .rule = own}));
    }
}

TEST_CASE("targets: the examples of far above") {
    const std::vector<Example> rows = examples_of("rule/targets.hpp", "Far above, from 1.3");
    CHECK(rows.size() == 14);
    for (const Example& row : rows) {
        FarAbove far{.from = 1.3_dec};
        far.side = direction_of(row, "side");
        far.deduct = optional_decimal(row, "amount").value_or(Decimal{});
        far.takes = row.text("takes") == "points"  ? FarAbove::Takes::points
                    : row.text("takes") == "share" ? FarAbove::Takes::share
                                                   : FarAbove::Takes::proportional;
        check(row, score(Targets{.points = 10_dec, .far_above = far}, Points{"10"},
                         {.direction = direction_of(row, "direction"),
                          .target = row.number("target"),
                          .actual = row.number("actual")}));
    }
}
