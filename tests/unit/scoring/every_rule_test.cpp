// SPDX-License-Identifier: Apache-2.0
//
// Every rule kind, from the text of a rubric and the text of facts.
#include "support/facts_text.hpp"

#include <heng/scoring/scoring.hpp>

#include <doctest/doctest.h>

using namespace heng;

namespace {

/// A rubric of one indicator with 10 points, and these members beside its rule.
std::string rubric_text(const std::string& rule, const std::string& beside = "") {
    return R"({"heng": "rubric/1", "id": "one", "title": "one", "unit": "万元", "points": "10",
 "language": "en",
 "inputs": {
  "spent": {"type": "money", "optional": true, "default": "0"},
  "budget": {"type": "money", "optional": true},
  "late": {"type": "count", "optional": true},
  "filed": {"type": "count", "optional": true},
  "ok": {"type": "boolean", "optional": true},
  "fine": {"type": "boolean", "optional": true, "default": false},
  "kind": {"type": "text", "optional": true},
  "signed": {"type": "date", "optional": true},
  "goals": {"type": "list", "of": "target", "optional": true},
  "contracts": {"type": "list", "of": {"late": {"type": "boolean"},
                                        "days": {"type": "count", "optional": true, "default": 1}},
                "optional": true}},
 "values": {"rate": "spent / budget"},
 "indicators": [{"id": "x", "name": "X", "points": "10", )" +
           beside + R"("rule": )" + rule + "}]}";
}

struct Case {
    std::string rule;
    std::string beside;
    std::map<std::string, std::string> facts;
    std::string score; ///< or the code of the error
};

std::string outcome(const Case& each) {
    const auto rubric = RubricDocument::parse(rubric_text(each.rule, each.beside));
    if (!rubric) {
        return rubric.error().code;
    }
    const auto facts = Facts::parse(*rubric, test::facts_text(each.facts));
    if (!facts) {
        return facts.error().code;
    }
    const auto sheet = score(*facts);
    return sheet ? sheet->find("x")->score_text() : sheet.error().code;
}

void check(const std::vector<Case>& cases) {
    for (const Case& each : cases) {
        INFO(each.rule << ' ' << test::object_text(each.facts));
        CHECK(outcome(each) == each.score);
    }
}

const std::string measure_rate = R"("measure": "rate", )";

} // namespace

TEST_CASE("documents: proportional") {
    const auto facts = [](const char* spent, const char* budget) {
        return std::map<std::string, std::string>{{"spent", spent}, {"budget", budget}};
    };
    const std::string plain = R"({"kind": "proportional"})";
    const std::string full = R"({"kind": "proportional", "if_zero_denominator": "full"})";
    const std::string zero = R"({"kind": "proportional", "if_zero_denominator": "zero"})";
    check({
        {plain, measure_rate, facts("171", "287"), "1710/287"},
        {plain, measure_rate, facts("300", "287"), "10"},
        {plain, measure_rate, facts("\"-1\"", "287"), "0"},
        {plain, measure_rate, facts("1", "0"), "facts.zero-denominator"},
        {full, measure_rate, facts("1", "0"), "10"},
        {zero, measure_rate, facts("1", "0"), "0"},
        {full, measure_rate, {{"spent", "1"}}, "facts.missing"},
        {plain, measure_rate, {{"budget", "5"}}, "0"},
        {R"({"kind": "proportional", "cap": "2"})", measure_rate, facts("1", "1"), "5"},
        {R"({"kind": "proportional", "pass": "60%"})", measure_rate, facts("59", "100"), "0"},
        {R"({"kind": "proportional", "pass": "60%"})", measure_rate, facts("60", "100"), "6"},
        {plain, R"("measure": "ok", )", {{"ok", "true"}}, "rubric.expression"},
    });
}

TEST_CASE("documents: bands, interpolate, step, formula") {
    const auto facts = [](const char* spent) {
        return std::map<std::string, std::string>{{"spent", spent}, {"budget", "100"}};
    };
    const std::string bands = R"({"kind": "bands", "bands": [
        {"in": ">= 0.9", "score": "10"}, {"in": "[0.5..0.8), 0.85", "rate": "50%"}]})";
    const std::string line = R"({"kind": "interpolate", "knots": [["60%", "0"], [1, 10]]})";
    const std::string steps = R"({"kind": "step", "norm": "100%", "side": "below", "every": "5%",
                                  "deduct": "2", "part": "whole"})";
    const std::string formula = R"({"kind": "formula", "score": "10 - late * 3", "floor": "1"})";
    check({
        {bands, measure_rate, facts("90"), "10"},
        {bands, measure_rate, facts("50"), "5"},
        {bands, measure_rate, facts("80"), "score.no-band"},
        {bands, measure_rate, facts("85"), "5"},
        {line, measure_rate, facts("80"), "5"},
        {steps, measure_rate, facts("95"), "8"},
        {steps, measure_rate, facts("95.01"), "10"},
        {formula, "", {{"late", "2"}}, "4"},
        {formula, "", {{"late", "20"}}, "1"},
        {formula, "", {}, "facts.missing"},
    });
}

TEST_CASE("documents: steps") {
    const auto facts = [](const char* spent) {
        return std::map<std::string, std::string>{{"spent", spent}, {"budget", "100"}};
    };
    // 达到目标得8分，每超过5％加0.5分，最多加2分；每低1％扣1分，不足1％按1％计；低于90％不得分
    const std::string bonus = R"({"kind": "steps", "base": 8, "norm": "100%",
        "above": {"every": "5%", "add": "0.5", "part": "whole", "at_most": 2},
        "below": {"every": "1%", "deduct": 1, "part": "started"}, "pass": {"least": "90%"}})";
    const std::string fact = R"({"kind": "steps", "norm": "filed + 1", "above":
        {"every": 1, "deduct": 2, "part": "exact"}, "pass": {"most": 4}})";
    const std::string late = R"("measure": "late", )";
    const auto side = [](const std::string& above) {
        return R"({"kind": "steps", "norm": 1, "above": {"every": 1, "part": "whole")" + above +
               "}}";
    };
    check({
        {bonus, measure_rate, facts("100"), "8"},
        {bonus, measure_rate, facts("104.9"), "8"},
        {bonus, measure_rate, facts("105"), "8.5"},
        {bonus, measure_rate, facts("300"), "10"},
        {bonus, measure_rate, facts("99.5"), "7"},
        {bonus, measure_rate, facts("90"), "0"},
        {bonus, measure_rate, facts("89.9"), "0"},
        {bonus, "", {}, "rubric.rule"},
        {fact, late, {{"late", "3"}, {"filed", "1"}}, "8"},
        {fact, late, {{"late", "2"}, {"filed", "1"}}, "10"},
        {fact, late, {{"late", "5"}, {"filed", "9"}}, "0"},
        {fact, late, {{"late", "2"}}, "facts.missing"},
        {side(R"(, "add": 1, "deduct": 1)"), late, {}, "rubric.rule"},
        {side(""), late, {}, "rubric.rule"},
        {side(R"(, "deduct": 1, "at_most": -1)"), late, {}, "rubric.rule"},
        {R"({"kind": "steps", "norm": 1})", late, {}, "rubric.rule"},
        {R"({"kind": "steps", "norm": "ok", "above": {"every": 1, "add": 1, "part": "whole"}})",
         late,
         {},
         "rubric.expression"},
    });
}

TEST_CASE("documents: tally") {
    const std::string late = R"("measure": "late", )";
    const std::string all = R"({"kind": "tally", "each": 2.5})"; // 每具有1项得2.5分，最高10分
    const std::string some = R"({"kind": "tally", "each": "2.5", "at_most": 6})";
    check({
        {all, late, {{"late", "0"}}, "0"},
        {all, late, {{"late", "3"}}, "7.5"},
        {all, late, {{"late", "6"}}, "10"},
        {some, late, {{"late", "6"}}, "6"},
        {all, R"("measure": "late - 7", )", {{"late", "6"}}, "0"},
        {all, "", {}, "rubric.rule"},
        {all, late, {}, "facts.missing"},
        {R"({"kind": "tally", "each": 1, "at_most": 11})", late, {}, "rubric.score-range"},
        {R"({"kind": "tally"})", late, {}, "rubric.missing-key"},
    });
}

TEST_CASE("documents: occurrences, checklist, condition, categories") {
    const std::string occurrences = R"--({"kind": "occurrences", "each": [
        {"count": "late", "deduct": "1", "label": "late"},
        {"count": "count(contracts[late])", "deduct": "2", "at_most": "3",
         "label": "contracts"}]})--";
    const std::string from_three = R"--({"kind": "occurrences", "none_from": 3, "each": [
        {"count": "late", "deduct": "1"},
        {"count": "count(contracts[late])", "deduct": "0"}]})--";
    const std::string one = R"([{"late": true}])";
    const std::string items = R"({"kind": "checklist", "items": [
        {"id": "a", "label": "A", "when": "ok", "score": "4"},
        {"id": "b", "label": "B", "when": "fine", "score": "6"}]})";
    const std::string condition = R"--({"kind": "condition", "when": "late = 0 and not(fine)"})--";
    const std::string before =
        R"--({"kind": "condition", "when": "signed < date(\"2024-01-01\")"})--";
    const std::string categories =
        R"({"kind": "categories", "scores": {"good": "10", "poor": "2.5"}})";
    const std::string rows = R"([{"late": true}, {"late": true, "days": 3}, {"late": false}])";
    check({
        {occurrences, "", {{"late", "1"}, {"contracts", rows}}, "6"},
        {occurrences, "", {{"late", "20"}, {"contracts", "[]"}}, "0"},
        {occurrences, "", {{"late", "-1"}, {"contracts", "[]"}}, "facts.count"},
        {items, "", {{"ok", "true"}}, "4"},
        {items, "", {{"ok", "true"}, {"fine", "true"}}, "10"},
        {items, "", {}, "facts.missing"},
        {condition, "", {{"late", "0"}}, "10"},
        {condition, "", {{"late", "1"}}, "0"},
        {before, "", {{"signed", "\"2023-12-31\""}}, "10"},
        {before, "", {{"signed", "\"2024-01-01\""}}, "0"},
        {categories, R"("measure": "kind", )", {{"kind", "\"poor\""}}, "2.5"},
        {categories, R"("measure": "kind", )", {{"kind", "\"none\""}}, "score.no-category"},
        {occurrences, measure_rate, {}, "rubric.rule"},
        {from_three, "", {{"late", "1"}, {"contracts", one}}, "9"},
        {from_three, "", {{"late", "1"}, {"contracts", rows}}, "0"},
        {from_three, "", {{"late", "3"}, {"contracts", "[]"}}, "0"},
    });
}

TEST_CASE("documents: targets") {
    const std::string goals = R"([
        {"name": "a", "block": "产出", "points": 6, "direction": ">=",
         "target": "100%", "actual": "98%"},
        {"name": "b", "block": "效益", "points": 4, "direction": "level",
         "level": "partly", "rate": "60%"}])";
    const std::string equal = R"({"kind": "targets", "rows": "goals", "weights": "equal"})";
    const std::string own = R"({"kind": "targets", "rows": "goals", "weights": "points"})";
    const std::string some =
        R"({"kind": "targets", "rows": "goals[block = \"产出\"]", "weights": "equal"})";
    const std::string made =
        R"({"kind": "targets", "rows": "for g in goals return {name: g.name}",
            "weights": "equal"})";
    const std::string older =
        R"({"kind": "targets", "rows": "goals", "weights": "equal", "dialect": "80-50"})";
    const std::string in_fifties =
        R"([{"name": "n", "direction": "level", "level": "partly", "rate": "55%"}])";
    const std::string far = R"({"kind": "targets", "rows": "goals", "weights": "equal",
        "far_above": {"from": "1.3", "deduct": "2"}})";
    const std::string mixed =
        R"([{"name": "n", "direction": ">=", "target": "100%", "actual": 98}])";
    const auto with = [](const std::string& rows) {
        return std::map<std::string, std::string>{{"goals", rows}};
    };
    check({
        {equal, "", with(goals), "7.9"}, // 5 × 0.98 + 5 × 0.6
        {own, "", with(goals), "8.28"},  // 6 × 0.98 + 4 × 0.6
        {some, "", with(goals), "9.8"},
        {made, "", with(goals), "facts.no-value"},
        {equal, "", with(in_fifties), "facts.target"},
        {older, "", with(in_fifties), "5.5"},
        {far, "", with(R"([{"name": "n", "direction": ">=", "target": 100, "actual": 130}])"), "8"},
        {equal, "", with(mixed), "facts.target"},
        {equal, "", with("[]"), "score.no-targets"},
        {equal, "", {}, "facts.missing"},
    });
}

TEST_CASE("documents: what contradicts itself is refused, not guessed") {
    const auto goal = [](const std::string& more) {
        return std::map<std::string, std::string>{
            {"goals", R"([{"direction": ">=", "target": 2, "actual": 1)" + more + "}]"}};
    };
    const std::string targets = R"({"kind": "targets", "rows": "goals", "weights": "equal"})";
    const std::string never = R"({"kind": "bands", "bands": [{"in": "]5..5[", "score": 1}]})";
    check({
        {R"({"kind": "proportional", "pass": "2"})", measure_rate, {}, "rubric.rule"},
        {never, measure_rate, {}, "rubric.expression"},
        {targets, "", goal(R"(, "name": "n")"), "5"},
        {targets, "", goal(""), "facts.target"},
        {targets, "", goal(R"(, "name": "n", "level": "met")"), "facts.target"},
        {targets, "", goal(R"(, "name": "n", "points": -1)"), "facts.target"},
    });
}

TEST_CASE("documents: why says what an adjustment did") {
    const auto rubric = RubricDocument::parse(rubric_text(
        R"({"kind": "proportional"})",
        measure_rate +
            R"("adjustments": [{"when": "late > 0", "deduct": 2, "reason": "late"}], )"));
    REQUIRE_MESSAGE(rubric.has_value(), rubric.error());
    const auto facts =
        Facts::parse(*rubric, test::facts_text({{"spent", "1"}, {"budget", "1"}, {"late", "1"}}));
    REQUIRE_MESSAGE(facts.has_value(), facts.error());
    const auto sheet = score(*facts);
    REQUIRE_MESSAGE(sheet.has_value(), sheet.error());
    CHECK(sheet->items[0].score_text() == "8");
    CHECK(sheet->items[0].why == "X is 100%, which reaches 100%: all 10 points; adjusted "
                                 "(late) from 10 to 8 points");
    CHECK(sheet->items[0].recover.empty());
    CHECK(sheet->items[0].inputs.size() == 3);
}

/// The sentence of the indicator; `rounding` is a member of the rubric, with its comma.
std::string why(const Case& each, const std::string& rounding = "") {
    std::string text = rubric_text(each.rule, each.beside);
    text.insert(text.find("\"inputs\""), rounding);
    const auto rubric = RubricDocument::parse(text);
    REQUIRE_MESSAGE(rubric.has_value(), rubric.error());
    const auto facts = Facts::parse(*rubric, test::facts_text(each.facts));
    REQUIRE_MESSAGE(facts.has_value(), facts.error());
    const auto sheet = score(*facts);
    REQUIRE_MESSAGE(sheet.has_value(), sheet.error());
    return std::string{sheet->find("x")->why};
}

TEST_CASE("documents: why is true of the numbers as it prints them") {
    const std::string late = R"("measure": "late", )";
    const std::string below_zero = R"("measure": "late - 7", )";
    const std::string bands =
        R"({"kind": "bands", "bands": [{"in": ">= 0.9", "score": 10}, {"in": "-", "score": 5}]})";
    const std::string step =
        R"({"kind": "step", "norm": 3, "side": "above", "every": 2, "deduct": )";
    const std::string whole = step + R"(1, "part": "whole"})";
    const std::string formula = R"({"kind": "formula", "score": "late * 2 - 1"})";
    const std::string counts =
        R"({"kind": "occurrences", "each": [{"count": "late", "deduct": 1, "at_most": 3,)"
        R"( "label": "late"}]})";
    const std::string steps =
        R"({"kind": "steps", "base": 8, "norm": 3, "pass": {"least": 1},)"
        R"( "above": {"every": 2, "add": 1.5, "part": "whole", "at_most": 2.5},)"
        R"( "below": {"every": 1, "deduct": 3, "part": "whole"}})";
    const std::string tally = R"({"kind": "tally", "each": 2.5})";
    const std::string from_four =
        R"({"kind": "occurrences", "each": [{"count": "late", "deduct": 1, "label": "late"}],)"
        R"( "none_from": 4})";
    const std::map<std::string, std::string> third{{"spent", "1"}, {"budget", "3"}};
    const std::map<std::string, std::string> near{{"spent", "2699999999"},
                                                  {"budget", "3000000000"}};
    const Case cases[] = {
        {R"({"kind": "proportional"})", measure_rate, third,
         "X is ≈33.33%, short of 100%: 10 points × ≈33.33% ≈ 3.3333"},
        {R"({"kind": "proportional", "cap": 10})",
         late,
         {{"late", "5"}},
         "X is 5, short of 10: 10 points × 0.5 = 5"},
        {R"({"kind": "proportional"})", below_zero, {{"late", "5"}}, "X is −2, below 0: no points"},
        {bands, measure_rate, near, "X is ≈89.99999997%, in no other band: 5 points"},
        {whole, late, {{"late", "3"}}, "X is 3, not above the norm of 3: nothing is deducted"},
        {whole,
         late,
         {{"late", "4"}},
         "X is 4, 1 above the norm of 3, which is less than 2: nothing is deducted"},
        {whole,
         late,
         {{"late", "8"}},
         "X is 8, 5 above the norm of 3; each 2 costs 1 point, whole steps only, 2 together: 8 "
         "points"},
        {step + R"(4, "part": "exact"})",
         late,
         {{"late", "9"}},
         "X is 9, 6 above the norm of 3; each 2 costs 4 points, more than all 10 points: "
         "0 points"},
        {formula, "", {{"late", "3"}}, "by its formula: 5 points"},
        {formula,
         "",
         {{"late", "9"}},
         "the formula gives 17, more than the most there is: 10 points"},
        {formula,
         "",
         {{"late", "0"}},
         "the formula gives −1, less than the least there is: 0 points"},
        {steps,
         late,
         {{"late", "3"}},
         "X is 3, which against the norm of 3 changes nothing: 8 points"},
        {steps,
         late,
         {{"late", "8"}},
         "X is 8, 5 above the norm of 3; each 2 adds 1.5 points, whole steps only, no more than "
         "2.5, "
         "on top of 8, more than all 10 points: 10 points"},
        {steps,
         late,
         {{"late", "2"}},
         "X is 2, 1 below the norm of 3; each 1 costs 3 points, 3 off 8: 5 points"},
        {steps, late, {{"late", "0"}}, "X is 0, below 1: no points"},
        {tally, late, {{"late", "3"}}, "X is 3, at 2.5 points each: 7.5 points"},
        {tally,
         late,
         {{"late", "6"}},
         "X is 6, at 2.5 points each, and no more than 10: 10 points"},
        {tally, late, {{"late", "0"}}, "X is 0: no points"},
        {from_four, "", {{"late", "3"}}, "late: 3 at 1 point each, −3: 7 points"},
        {from_four,
         "",
         {{"late", "5"}},
         "late: 5 at 1 point each, −5; 5 together, and from 4 on there are no points"},
        {counts, "", {{"late", "2"}}, "late: 2 at 1 point each, −2: 8 points"},
        {counts, "", {{"late", "5"}}, "late: 5 at 1 point each, and no more than 3, −3: 7 points"},
    };
    for (const Case& each : cases) {
        INFO(each.rule);
        CHECK(why(each) == each.score);
    }
    const std::string whole_points =
        R"("rounding": {"scale": 0, "mode": "half-up", "at": ["leaf"]}, )";
    CHECK(why({R"({"kind": "proportional", "cap": 10})", late, {{"late", "7"}}, ""},
              whole_points) == "X is 7, short of 10: 10 points × 0.7 = 7");
    CHECK(why({R"({"kind": "proportional"})", measure_rate, {{"spent", "3"}, {"budget", "4"}}, ""},
              whole_points) == "X is 75%, short of 100%: 10 points × 75% = 7.5, rounded to 8");
}

TEST_CASE("documents: not_applicable is asked before the rule, and reads nothing else") {
    const std::string beside =
        measure_rate + R"("not_applicable": {"when": "late = 0", "treat_as": "full"}, )";
    const std::string rule = R"({"kind": "proportional"})";
    check({
        {rule, beside, {{"late", "0"}}, "10"},
        {rule, beside, {{"late", "1"}, {"spent", "1"}, {"budget", "2"}}, "5"},
        {rule, beside, {{"late", "1"}}, "facts.missing"},
        {rule, beside, {{"spent", "1"}, {"budget", "2"}}, "5"}, // FEEL: null = 0 is false
    });
}

TEST_CASE("documents: a branch of if that is not taken reads nothing") {
    const std::string rule = R"({"kind": "formula", "score": "if late > 0 then filed else 7"})";
    check({
        {rule, "", {{"late", "0"}}, "7"},
        {rule, "", {{"late", "1"}, {"filed", "3"}}, "3"},
        {rule, "", {{"late", "1"}}, "facts.missing"},
    });
}

TEST_CASE("a value that is absent: the fact is named whose absence it is") {
    const auto named = [](const std::string& measure,
                          const std::map<std::string, std::string>& facts) {
        const auto rubric = RubricDocument::parse(
            rubric_text(R"({"kind": "proportional"})", R"("measure": ")" + measure + R"(", )"));
        REQUIRE_MESSAGE(rubric.has_value(), rubric.error());
        const auto loaded = Facts::parse(*rubric, test::facts_text(facts));
        REQUIRE_MESSAGE(loaded.has_value(), loaded.error());
        const auto sheet = score(*loaded);
        REQUIRE_FALSE(sheet.has_value());
        return sheet.error().code + ": " + sheet.error().message;
    };
    // late is read first and is absent as well, but that is provided for
    const std::string guarded = "(if late = null then 0 else late) + filed";
    CHECK(named(guarded, {}) == "facts.missing: the fact \"filed\" is missing");
    CHECK(named("(if filed = null then 0 else filed) + late", {}) ==
          "facts.missing: the fact \"late\" is missing");
    // neither alone would do
    CHECK(named("late + filed", {}) == "facts.missing: the fact \"late\" is missing");
    // no fact that could be added helps
    CHECK(named("if late = null then [1][5] else [1][5]", {}).starts_with("facts.no-value: "));
}
