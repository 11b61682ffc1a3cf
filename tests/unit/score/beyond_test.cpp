// SPDX-License-Identifier: Apache-2.0
//
// Scores above the points and below 0, and the adjustments that count, add and lower a grade.
#include "support/table_answers.hpp"

#include <heng/rubric/validate.hpp>
#include <heng/score/score.hpp>

#include <doctest/doctest.h>

#include <algorithm>

using namespace heng;
using heng::test::TableAnswers;
using Kind = Adjustment::Kind;

namespace {

constexpr Term rate{0};
constexpr Term count{1};
constexpr Term holds{2};
constexpr Term never{3};

TableAnswers answers(const Ratio& measured, const Ratio& counted = {}) {
    TableAnswers table;
    table.numbers = {{rate, measured}, {count, counted}};
    table.truths = {{holds, true}, {never, false}};
    return table;
}

template <class Of>
Indicator leaf(std::string id, const Decimal& points, Of rule, const Beyond& beyond) {
    rule.beyond = beyond;
    Indicator made;
    made.id = std::move(id);
    made.points = points;
    made.rule = std::move(rule);
    made.measure = rate;
    made.beyond = beyond;
    return made;
}

Rubric of(std::vector<Indicator> indicators, const Beyond& beyond = {}) {
    Rubric rubric;
    rubric.points = Decimal{};
    for (const Indicator& each : indicators) {
        rubric.points = rubric.points + each.points;
    }
    rubric.indicators = std::move(indicators);
    rubric.beyond = beyond;
    rubric.grades = {{{Interval::from(90_dec)}, "优"},
                     {{{Ratio{80}, true, Ratio{90}, false}}, "良"},
                     {{Interval::below(80_dec)}, "中"}};
    return rubric;
}

ScoreSheet scored(const Rubric& rubric, TableAnswers table) {
    CHECK(validate(rubric).empty());
    auto sheet = score(rubric, table);
    REQUIRE(sheet.has_value());
    return *std::move(sheet);
}

std::string total(const Rubric& rubric, TableAnswers table) {
    return scored(rubric, std::move(table)).total_text();
}

/// Full marks at 1, and a point for each 0.1 beside it: more above, less below.
Indicator stepped(const Beyond& beyond) {
    const StepChange up{0.1_dec, 1_dec, true, StepPart::whole, {}};
    const StepChange down{0.1_dec, 1_dec, false, StepPart::whole, {}};
    Indicator made = leaf("stepped", 5_dec, Steps{5_dec, 5_dec, up, down, {}, {}, {}}, beyond);
    made.parts = {{"norm", "", count}};
    return made;
}

} // namespace

TEST_CASE("beyond: an indicator scores up to points and extra, down to its floor") {
    const Rubric open = of({stepped({2_dec, -1_dec})}, {2_dec, -1_dec});
    const Rubric shut = of({stepped({})});
    const auto at = [](const Rubric& rubric, const Decimal& measure) {
        return total(rubric, answers(Ratio{measure}, Ratio{1}));
    };
    CHECK(at(open, 1_dec) == "5.00");
    CHECK(at(open, 1.1_dec) == "6.00");
    CHECK(at(open, 1.2_dec) == "7.00");
    CHECK(at(open, 1.3_dec) == "7.00");
    CHECK(at(open, 0.5_dec) == "0.00");
    CHECK(at(open, 0.4_dec) == "-1.00");
    CHECK(at(open, 0.3_dec) == "-1.00");
    CHECK(at(shut, 1.2_dec) == "5.00");
    CHECK(at(shut, 0.4_dec) == "0.00");
}

TEST_CASE("beyond: each node keeps to its own room") {
    Indicator above;
    above.id = "above";
    above.points = 5_dec;
    above.indicators = {stepped({2_dec, -1_dec})};
    CHECK(total(of({above}, {9_dec, -9_dec}), answers(Ratio{2}, Ratio{1})) == "5.00");
    CHECK(total(of({above}, {9_dec, -9_dec}), answers(Ratio{}, Ratio{1})) == "0.00");
    above.beyond = {1_dec, -0.5_dec};
    CHECK(total(of({above}, {9_dec, -9_dec}), answers(Ratio{2}, Ratio{1})) == "6.00");
    CHECK(total(of({above}, {9_dec, -9_dec}), answers(Ratio{}, Ratio{1})) == "-0.50");
    CHECK(total(of({above}), answers(Ratio{2}, Ratio{1})) == "5.00");
}

TEST_CASE("beyond: an item without points may still earn extra, and be adjusted") {
    Indicator bonus = leaf("bonus", 0_dec, Tally{.points = 0_dec, .each = 1.5_dec}, {5_dec, {}});
    const Indicator plain = leaf("plain", 5_dec, Formula{.points = 5_dec}, {});
    CHECK(total(of({plain, bonus}, {5_dec, {}}), answers(Ratio{2})) == "5.00"); // 2 + 3
    CHECK(total(of({plain, bonus}, {5_dec, {}}), answers(Ratio{4})) == "9.00"); // 4 + 5
    bonus.adjustments = {{.id = "x", .when = holds, .kind = Kind::deduct, .value = 1_dec}};
    const ScoreSheet sheet = scored(of({plain, bonus}, {5_dec, {}}), answers(Ratio{2}));
    CHECK(sheet.find("bonus")->score == Points{"2"});
    CHECK(sheet.find("bonus")->lost() == Points{"-2"});
    CHECK(sheet.find("bonus")->rate().empty());
}

TEST_CASE("beyond: what has left has neither extra nor floor") {
    Indicator bonus = leaf("bonus", 2_dec, Tally{.points = 2_dec, .each = 1_dec}, {5_dec, -1_dec});
    bonus.not_applicable = NotApplicable{holds, TreatAs::rescale};
    bonus.adjustments = {{.id = "x", .when = holds, .kind = Kind::add, .value = 1_dec}};
    const Indicator plain = leaf("plain", 8_dec, Formula{.points = 8_dec}, {});
    const ScoreSheet sheet = scored(of({plain, bonus}), answers(Ratio{4}));
    CHECK(sheet.find("bonus")->score == Points{});
    CHECK(sheet.find("bonus")->beyond.is_none());
    CHECK(sheet.total_text() == "5.00"); // 4 of 8, of 10
    CHECK(sheet.adjustments.empty());
}

TEST_CASE("beyond: rounding stays in the room") {
    Rubric rubric = of({leaf("a", 1_dec, Formula{.points = 1_dec}, {0.335_dec, -0.335_dec})},
                       {0.335_dec, -0.335_dec});
    rubric.rounding = {.leaves = true, .total = true};
    CHECK(total(rubric, answers(Ratio{2})) == "1.335");
    CHECK(total(rubric, answers(Ratio{-2})) == "-0.335");
    CHECK(total(rubric, answers(Ratio{1.334_dec})) == "1.33");
}

TEST_CASE("adjustments: points from the facts, as many as each_at_most") {
    Rubric rubric = of({leaf("a", 100_dec, Formula{.points = 100_dec}, {})}, {3_dec, -1_dec});
    rubric.adjustments = {{.id = "each",
                           .when = holds,
                           .kind = Kind::deduct,
                           .reason = "每处",
                           .amount = count,
                           .each_at_most = 10_dec,
                           .always = true}};
    const auto after = [&](int counted) {
        return scored(rubric, answers(Ratio{95}, Ratio{counted}));
    };
    CHECK(after(0).total_text() == "95.00");
    CHECK(after(0).adjustments.empty());
    CHECK(after(9).total_text() == "86.00");
    CHECK(after(10).total_text() == "85.00");
    CHECK(after(11).total_text() == "85.00");
    CHECK(after(11).adjustments.front().amount == Points{"10"});
    rubric.adjustments.front().kind = Kind::add;
    CHECK(after(8).total_text() == "103.00");
    CHECK(after(7).total_text() == "102.00");
    rubric.adjustments.front().kind = Kind::set;
    rubric.adjustments.front().each_at_most.reset();
    CHECK(after(0).total_text() == "0.00"); // a veto by count: set is no change by 0
    CHECK(after(60).total_text() == "60.00");
    rubric.adjustments.front().kind = Kind::at_most;
    CHECK(after(60).total_text() == "60.00");
    CHECK(after(96).total_text() == "95.00");
}

TEST_CASE("adjustments: a deduction ends at the floor, and raises nothing that is below it") {
    Rubric rubric = of({leaf("a", 5_dec, Formula{.points = 5_dec}, {{}, -3_dec})});
    rubric.adjustments = {{.id = "d", .when = holds, .kind = Kind::deduct, .value = 1_dec},
                          {.id = "a", .when = holds, .kind = Kind::add, .value = 2_dec}};
    CHECK(total(rubric, answers(Ratio{0.5_dec})) == "2.00"); // 0.5 → 0 → 2
    CHECK(total(rubric, answers(Ratio{-3})) == "0.00");      // −3 → −3 → −1 → 0
    rubric.beyond.floor = -2_dec;
    CHECK(total(rubric, answers(Ratio{-3})) == "-1.00");      // −3 → −3 → −1
    CHECK(total(rubric, answers(Ratio{-1.5_dec})) == "0.00"); // −1.5 → −2 → 0
}

TEST_CASE("adjustments: an amount below 0 is an error, and one that is missing") {
    Rubric rubric = of({leaf("a", 5_dec, Formula{.points = 5_dec}, {})});
    rubric.adjustments = {{.id = "d", .when = holds, .kind = Kind::deduct, .amount = count}};
    TableAnswers table = answers(Ratio{3}, Ratio{-1});
    CHECK(score(rubric, table).error().code == "score.negative-adjustment");
    table.numbers.erase(count);
    CHECK(score(rubric, table).error().code == "test.missing");
    rubric.adjustments.front().when = never; // then nobody asks
    CHECK(score(rubric, table)->total_text() == "3.00");
}

TEST_CASE("adjustments: a grade is lowered, never raised, and the score stays") {
    Rubric rubric = of({leaf("a", 100_dec, Formula{.points = 100_dec}, {})});
    rubric.adjustments = {{.id = "g", .when = holds, .kind = Kind::grade_at_most, .grade = "良"}};
    const auto at = [&](int measure) {
        return scored(rubric, answers(Ratio{measure}));
    };
    CHECK(at(95).grade == "良");
    CHECK(at(95).total_text() == "95.00");
    CHECK(at(95).adjustments.front().grade_before == "优");
    CHECK(at(95).adjustments.front().grade_after == "良");
    CHECK(at(85).grade == "良");
    CHECK(at(79).grade == "中");
    rubric.adjustments.push_back(
        {.id = "h", .when = holds, .kind = Kind::grade_at_most, .grade = "中"});
    CHECK(at(95).grade == "中");
    std::reverse(rubric.grades.begin(), rubric.grades.end()); // their order says nothing
    CHECK(at(95).grade == "中");
    rubric.adjustments.front().when = never;
    rubric.adjustments.back().when = never;
    CHECK(at(95).grade == "优");
}

TEST_CASE("adjustments: contradictions with the new keys stand at their places") {
    const auto first = [](const Rubric& rubric) {
        const auto found = validate(rubric);
        return found.empty() ? std::string{} : found.front().where + ' ' + found.front().code;
    };
    const Rubric sound = of({leaf("a", 5_dec, Formula{.points = 5_dec}, {1_dec, -1_dec})});
    CHECK(first(sound).empty());
    Rubric rubric = sound;
    rubric.beyond.extra = -1_dec;
    CHECK(first(rubric) == "/extra rubric.rule");
    rubric = sound;
    rubric.indicators[0].beyond.floor = 1_dec;
    CHECK(first(rubric) == "/indicators/0/floor rubric.rule");
    rubric = sound;
    rubric.adjustments = {{.id = "g", .kind = Kind::grade_at_most, .grade = "特优"}};
    CHECK(first(rubric) == "/adjustments/0/grade_at_most rubric.adjustment");
    rubric.adjustments = {{.id = "g", .kind = Kind::set, .value = 1_dec, .each_at_most = 1_dec}};
    CHECK(first(rubric) == "/adjustments/0/each_at_most rubric.adjustment");
    rubric.adjustments = {{.id = "g", .kind = Kind::add, .value = 1_dec, .each_at_most = -1_dec}};
    CHECK(first(rubric) == "/adjustments/0/each_at_most rubric.rule");
    rubric.adjustments = {{.id = "g", .kind = Kind::set, .value = 5.01_dec}};
    CHECK(first(rubric) == "/adjustments/0 rubric.adjustment");
    rubric.beyond.extra = 0.01_dec;
    CHECK(first(rubric).empty());
    rubric = sound;
    rubric.indicators[0].adjustments = {{.id = "g", .kind = Kind::grade_at_most, .grade = "良"}};
    CHECK(first(rubric) == "/indicators/0/adjustments/0/grade_at_most rubric.adjustment");
}

TEST_CASE("beyond: a person gives a score within the room, and is told its ends") {
    const Rubric rubric = of({leaf("a", 5_dec, Assessed{5_dec}, {2_dec, -1_dec})}, {2_dec, -1_dec});
    const auto given = [&](const Decimal& score) {
        TableAnswers table = answers(Ratio{});
        table.assessments = {{"a", {score, "as seen"}}};
        const auto sheet = heng::score(rubric, table);
        return sheet ? sheet->total_text() : sheet.error().message;
    };
    CHECK(given(7_dec) == "7.00");
    CHECK(given(-1_dec) == "-1.00");
    CHECK(given(7.01_dec) == "“a”的人工评分为 7.01，不在 -1 至 7 之间");
    CHECK(given(-1.01_dec) == "“a”的人工评分为 -1.01，不在 -1 至 7 之间");
}
