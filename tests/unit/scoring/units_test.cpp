// SPDX-License-Identifier: Apache-2.0
//
// A department and its units: facts that become one, scores that are weighed, and who cost what.
#include "support/files.hpp"

#include <heng/diff/diff.hpp>
#include <heng/explain/explain.hpp>
#include <heng/lint/lint.hpp>
#include <heng/partial/partial.hpp>
#include <heng/scoring/render.hpp>
#include <heng/scoring/scoring.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using namespace heng;

namespace {

struct Scored {
    RubricDocument rubric;
    Facts facts;
    ScoreSheet sheet;
};

Scored scored(const std::string& rubric_text, const std::string& facts_text) {
    const auto rubric = RubricDocument::parse(rubric_text);
    REQUIRE_MESSAGE(rubric, rubric.error().message);
    const auto facts = Facts::parse(*rubric, facts_text);
    REQUIRE_MESSAGE(facts, facts.error().message);
    auto sheet = score(*facts);
    REQUIRE_MESSAGE(sheet, sheet.error().message);
    return {*rubric, *facts, std::move(*sheet)};
}

Scored example() {
    return scored(test::file("examples/units/rubric.json"),
                  test::file("examples/units/facts.json"));
}

/// One input `x`, or more, and one leaf of 10 points.
std::string rubric_of(std::string_view inputs, std::string_view leaf, std::string_view units) {
    return R"({"heng": "rubric/1", "id": "t", "title": "t", "language": "en", "unit": "万元",
               "points": "10", "inputs": {"w": {"type": "money", "aggregate": "sum"}, )" +
           std::string{inputs} + R"(}, "units": )" + std::string{units} +
           R"(, "indicators": [{"id": "leaf", "name": "leaf", "points": "10", )" +
           std::string{leaf} + "}]}";
}

/// The department's own weighs 1, the two units 2 and 3.
std::string facts_of(std::string_view own, std::string_view a, std::string_view b) {
    const auto data = [](std::string_view weight, std::string_view more) {
        return R"("data": {"w": )" + std::string{weight} + (more.empty() ? "" : ", ") +
               std::string{more} + '}';
    };
    return R"({"heng": "facts/1", "unit": "万元", )" + data("1", own) +
           R"(, "units": [{"subject": {"name": "a"}, )" + data("2", a) +
           R"(}, {"subject": {"name": "b"}, )" + data("3", b) + "}]}";
}

std::string lost(const ScoreSheet& sheet, std::size_t unit) {
    return sheet.units.at(unit).lost.to_string();
}

} // namespace

TEST_CASE("the example scores as worked out by hand") {
    const Scored made = example();
    const ScoreSheet& sheet = made.sheet;
    // executed 588.60 + 255 + 100 of 600 + 300 + 100: 94.36 % of 30, rounded
    CHECK(sheet.find("effect.spending")->score_text() == "28.31");
    // the bureau has no satisfaction: (300 × 17.6 + 100 × 19.4) ÷ 400
    CHECK(sheet.find("effect.satisfaction")->score_text() == "18.05");
    // (600 × 9.5 + 300 × 8 + 100 × 10) ÷ 1,000
    CHECK(sheet.find("effect.quality")->score_text() == "9.10");
    CHECK(sheet.find("effect.quality")->status == ItemStatus::assessed);
    CHECK(sheet.find("management.contracts")->score_text() == "4.00"); // 1 + 2 + 0 late
    CHECK(sheet.find("management.control")->score_text() == "0.00");   // one has no rules
    CHECK(sheet.find("management.assets")->score_text() == "7.50");    // 88.6 %
    CHECK(sheet.total_text() == "76.96");
    REQUIRE(sheet.units.size() == 3);
    CHECK(sheet.units[0].name == "");
    CHECK(sheet.units[1].name == "甲中心（虚构）");
    CHECK(sheet.units[2].weight == Ratio{100}); // 1,000,000 元
    // spending 1.69: 600 × 30 × 1.9 % = 342 against 300 × 30 × 15 % = 1,350
    const Ratio own = Ratio{169, 100} * Ratio{342, 1692};
    CHECK(sheet.units[0].lost == Points{own + Ratio{3, 10} + Ratio{2}});
    CHECK(sheet.units[1].lost == Points{Ratio{169, 100} - own + Ratio{18, 10} + Ratio{6, 10} +
                                        Ratio{4 + 10} + Ratio{25, 10}});
    CHECK(sheet.units[2].lost == Points{Ratio{15, 100}});
    CHECK(sheet.units[0].lost + sheet.units[1].lost + sheet.units[2].lost ==
          sheet.points - sheet.total);
}

TEST_CASE("the example for people and for machines") {
    const Scored made = example();
    const std::string json = to_json(made.sheet, made.facts);
    CHECK(json.find(R"("units": [)") != std::string::npos);
    CHECK(json.find(R"("standing": "left")") != std::string::npos);
    CHECK(json.find("units-not-aggregated") == std::string::npos);
    const std::string text = to_text(made.sheet, made.facts);
    CHECK(text.find("单位失分\n") != std::string::npos);
    CHECK(text.find("本级") != std::string::npos);
    CHECK(text.find("乙研究院（虚构）") != std::string::npos);
    CHECK(to_markdown(made.sheet, made.facts).find("## 单位失分") != std::string::npos);
    const auto explained = explain(made.facts);
    REQUIRE(explained);
    CHECK(to_text(*explained).find("单位失分\n") != std::string::npos);
    CHECK(to_markdown(*explained).find("## 单位失分") != std::string::npos);
    CHECK(to_json(*explained).find(R"("units": [)") != std::string::npos);
    // a what-if is about a fact that the document states: the department's own, or a unit's
    CHECK(to_text(*explained).find("全年执行数（本级） 588.60 → 644.84") != std::string::npos);
}

TEST_CASE("a sheet without units has no units") {
    const auto rubric = RubricDocument::parse(test::file("examples/units/rubric.json"));
    REQUIRE(rubric);
    const auto facts = Facts::parse(*rubric, R"({"heng": "facts/1", "unit": "万元", "data": {
            "budget": {"annual": 1, "executed": 1}, "assets": {"in_use": 1}, "contracts": [],
            "control": {"own_rules": true}, "disclosure": {"on_time": true}},
            "assessed": {"effect.quality": {"score": 10, "reason": "r"}}, "units": []})");
    REQUIRE_MESSAGE(facts, facts.error().message);
    const auto sheet = score(*facts);
    REQUIRE_MESSAGE(sheet, sheet.error().message);
    CHECK(sheet->total_text() == "100.00");
    CHECK(sheet->units.empty());
    CHECK(to_json(*sheet, *facts).find("\"units\"") == std::string::npos);
}

TEST_CASE("a rubric that says nothing of units leaves them, and says so") {
    const auto rubric = RubricDocument::parse(R"({"heng": "rubric/1", "id": "t", "title": "t",
        "points": 1, "inputs": {"x": {"type": "number"}}, "indicators": [{"id": "a", "name": "a",
        "points": 1, "measure": "x", "rule": {"kind": "proportional"}}]})");
    REQUIRE(rubric);
    const auto facts = Facts::parse(
        *rubric, R"({"heng": "facts/1", "data": {"x": 1}, "units": [{"anything": [1]}]})");
    REQUIRE(facts);
    const auto sheet = score(*facts);
    REQUIRE(sheet);
    REQUIRE(sheet->diagnostics.size() == 1);
    CHECK(sheet->diagnostics[0].code == "units-not-aggregated");
    CHECK(sheet->units.empty());
}

TEST_CASE("every way in which facts become one") {
    struct Row {
        std::string_view input, measure, own, a, b, score;
    };
    const Row rows[] = {
        {R"("x": {"type": "number", "aggregate": "sum"})", "x / 10", R"("x": 1)", R"("x": 2)",
         R"("x": "0.5")", "3.5"},
        {R"("x": {"type": "count", "aggregate": "sum"})", "x / 10", R"("x": 1)", R"("x": 2)",
         R"("x": 3)", "6"},
        {R"("x": {"type": "percent", "aggregate": "mean"})", "x", R"("x": "60%")", R"("x": "30%")",
         R"("x": "0%")", "2"}, // (1 × 0.6 + 2 × 0.3) ÷ 6
        {R"("x": {"type": "number", "aggregate": "mean"})", "x", R"("x": 1)", R"("x": 0)",
         R"("x": 0)", "5/3"},
        {R"("x": {"type": "percent", "aggregate": "mean", "optional": true})", "x", R"("x": "60%")",
         R"("x": "30%")", "", "4"}, // b takes no part: (0.6 + 0.6) ÷ 3
        {R"("x": {"type": "count", "aggregate": "sum", "optional": true, "default": 2})", "x / 10",
         "", R"("x": 1)", "", "5"},
        {R"("x": {"type": "boolean", "aggregate": "all"})", "if x then 1 else 0", R"("x": true)",
         R"("x": true)", R"("x": false)", "0"},
        {R"("x": {"type": "boolean", "aggregate": "all"})", "if x then 1 else 0", R"("x": true)",
         R"("x": true)", R"("x": true)", "10"},
        {R"("x": {"type": "boolean", "aggregate": "any"})", "if x then 1 else 0", R"("x": false)",
         R"("x": false)", R"("x": true)", "10"},
        {R"("x": {"type": "boolean", "aggregate": "any"})", "if x then 1 else 0", R"("x": false)",
         R"("x": false)", R"("x": false)", "0"},
        {R"("x": {"type": "number", "aggregate": "own"})", "x", R"("x": "0.5")", R"("x": 0)", "",
         "5"},
        {R"("x": {"type": "number"})", "x", R"("x": "0.5")", R"("x": 0)", "", "5"},
        {R"("x": {"type": "list", "aggregate": "concatenate", "of": {"y": {"type": "count"}}})",
         "sum(x.y) / 10", R"("x": [{"y": 1}])", R"("x": [])", R"("x": [{"y": 2}, {"y": 4}])", "7"},
        {R"("x": {"type": "list", "aggregate": "concatenate", "of": "target"})",
         "count(x[actual >= target]) / 10",
         R"("x": [{"name": "p", "direction": ">=", "target": 2, "actual": 2}])", R"("x": [])",
         R"("x": [{"name": "q", "direction": ">=", "target": 2, "actual": 1},
                  {"name": "r", "direction": ">=", "target": 2, "actual": 3}])",
         "2"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.input);
        const std::string leaf =
            R"("measure": ")" + std::string{row.measure} + R"(", "rule": {"kind": "proportional"})";
        const Scored made = scored(rubric_of(row.input, leaf, R"({"weight": "w"})"),
                                   facts_of(row.own, row.a, row.b));
        CHECK(made.sheet.total.to_string() == row.score);
        CHECK(made.sheet.units[0].lost + made.sheet.units[1].lost + made.sheet.units[2].lost ==
              made.sheet.points - made.sheet.total);
    }
}

TEST_CASE("target rows of all units are scored, and stand in the sheet") {
    const Scored made =
        scored(rubric_of(R"("x": {"type": "list", "aggregate": "concatenate", "of": "target"},
                     "z": {"type": "list", "aggregate": "concatenate", "of": "target"})",
                         R"("rule": {"kind": "targets", "rows": "x", "weights": "equal"})",
                         R"({"weight": "w"})"),
               facts_of(R"("x": [{"name": "p", "direction": ">=", "target": 2, "actual": 1}],
                    "z": [{"name": "no", "direction": ">=", "target": 9, "actual": 0}])",
                        R"("x": [], "z": [])",
                        R"("x": [{"name": "q", "direction": ">=", "target": 2, "actual": 2}],
                    "z": [{"name": "no", "direction": ">=", "target": 9, "actual": 0}])"));
    REQUIRE(made.sheet.items.size() == 3);
    CHECK(made.sheet.items[1].name == "p");
    CHECK(made.sheet.items[2].name == "q");
    CHECK(made.sheet.total.to_string() == "7.5");
    CHECK(lost(made.sheet, 0) == "2.5"); // a has no target, b met its own
    CHECK(lost(made.sheet, 1) == "0");
    CHECK(lost(made.sheet, 2) == "0");
}

TEST_CASE("units that a leaf does not apply to") {
    struct Row {
        std::string_view treat_as, own, a, b, score;
    };
    const Row rows[] = {
        {"leave", R"("x": 1)", "", R"("x": "0.5")", "6.25"}, // (1 × 10 + 3 × 5) ÷ 4
        {"full", R"("x": 1)", "", R"("x": "0.5")", "7.5"},   // (10 + 2 × 10 + 15) ÷ 6
        {"zero", R"("x": 1)", "", R"("x": "0.5")", "25/6"},
        {"leave", "", "", "", "0"}, // all left: as the indicator's own not_applicable says
        {"full", "", "", "", "10"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.treat_as);
        const Scored made =
            scored(rubric_of(R"("x": {"type": "number", "optional": true})",
                             R"("measure": "x", "rule": {"kind": "proportional"},
                         "not_applicable": {"when": "x = null", "treat_as": "zero"})",
                             R"({"weight": "w", "score": "score-then-weight", "treat_as": ")" +
                                 std::string{row.treat_as} + "\"}"),
                   facts_of(row.own, row.a, row.b));
        CHECK(made.sheet.total.to_string() == row.score);
        CHECK(made.sheet.units[0].lost + made.sheet.units[1].lost + made.sheet.units[2].lost ==
              made.sheet.points - made.sheet.total);
    }
}

TEST_CASE("a branch hands down how its leaves treat units") {
    const Scored made = scored(
        R"({"heng": "rubric/1", "id": "t", "title": "t", "unit": "万元", "points": 20,
            "inputs": {"w": {"type": "money", "aggregate": "sum"}, "x": {"type": "number"},
                       "y": {"type": "boolean", "aggregate": "any"}},
            "indicators": [{"id": "b", "name": "b", "points": 20,
              "units": {"weight": "w", "score": "score-then-weight", "treat_as": "full"},
              "not_applicable": {"when": "y", "treat_as": "zero"},
              "indicators": [
                {"id": "b.one", "name": "1", "points": 10, "measure": "x",
                 "rule": {"kind": "proportional"}},
                {"id": "b.two", "name": "2", "points": 10, "measure": "w / 6",
                 "rule": {"kind": "proportional"},
                 "units": {"score": "aggregate-then-score"}}]}]})",
        facts_of(R"("x": 1, "y": false)", R"("x": 0, "y": false)", R"("x": "0.5", "y": false)"));
    CHECK(made.sheet.find("b.one")->score.to_string() == "25/6"); // (1 × 10 + 3 × 5) ÷ 6
    CHECK(made.sheet.find("b.two")->score.to_string() == "10");
}

TEST_CASE("who bears what nobody fell short of, and what is the department's own") {
    // the sum is over the norm, while each unit alone is not: shared by weight, 1 : 2 : 3
    Scored made = scored(rubric_of(R"("x": {"type": "number", "aggregate": "sum"})",
                                   R"("measure": "x",
                     "rule": {"kind": "step", "norm": 3, "side": "above", "every": 1, "deduct": 6,
                              "part": "whole"})",
                                   R"({"weight": "w"})"),
                         facts_of(R"("x": 2)", R"("x": 1)", R"("x": 1)"));
    CHECK(made.sheet.total.to_string() == "4");
    CHECK(lost(made.sheet, 0) == "1");
    CHECK(lost(made.sheet, 1) == "2");
    CHECK(lost(made.sheet, 2) == "3");
    // occurrences add up whatever the money
    made = scored(rubric_of(R"("x": {"type": "count", "aggregate": "sum"})",
                            R"("rule": {"kind": "occurrences", "each": [
                                 {"count": "x", "deduct": 1, "label": "x"}]})",
                            R"({"weight": "w"})"),
                  facts_of(R"("x": 2)", R"("x": 1)", R"("x": 0)"));
    CHECK(lost(made.sheet, 0) == "2");
    CHECK(lost(made.sheet, 1) == "1");
    CHECK(lost(made.sheet, 2) == "0");
    // the department's own fact, though each unit has one
    made = scored(rubric_of(R"("x": {"type": "number", "aggregate": "own"})",
                            R"("measure": "x", "rule": {"kind": "proportional"})",
                            R"({"weight": "w"})"),
                  facts_of(R"("x": "0.5")", R"("x": 0)", R"("x": 0)"));
    CHECK(lost(made.sheet, 0) == "5");
    CHECK(lost(made.sheet, 1) == "0");
    // without a weight of the rubric each counts alike
    made = scored(rubric_of(R"("x": {"type": "boolean", "aggregate": "all"})",
                            R"("rule": {"kind": "condition", "when": "x"})", "{}"),
                  facts_of(R"("x": false)", R"("x": false)", R"("x": true)"));
    CHECK(lost(made.sheet, 0) == "5");
    CHECK(lost(made.sheet, 1) == "5");
    CHECK(lost(made.sheet, 2) == "0");
}

TEST_CASE("an own fact is that of the units that give none") {
    // what each unit has of the norm, which is the department's
    const Scored made = scored(
        rubric_of(R"("x": {"type": "number"}, "norm": {"type": "number", "aggregate": "own"})",
                  R"("measure": "x / norm", "rule": {"kind": "proportional"},
                            "units": {"score": "score-then-weight"})",
                  R"({"weight": "w"})"),
        facts_of(R"("x": 2, "norm": 4)", R"("x": 4)", R"("x": 1, "norm": 1)"));
    CHECK(made.sheet.total.to_string() == "55/6"); // (1 × 5 + 2 × 10 + 3 × 10) ÷ 6
}

TEST_CASE("what can't be scored names the unit and its place") {
    const auto rubric = RubricDocument::parse(
        rubric_of(R"("x": {"type": "number", "label": "甲", "aggregate": "sum"})",
                  R"("measure": "x", "rule": {"kind": "proportional"})", R"({"weight": "w"})"));
    REQUIRE(rubric);
    const auto facts = Facts::parse(*rubric, facts_of(R"("x": 1)", R"("x": 1)", ""));
    REQUIRE(facts);
    const auto sheet = score(*facts);
    REQUIRE_FALSE(sheet);
    CHECK(sheet.error().code == "facts.missing");
    CHECK(sheet.error().pointer == "/units/1/data");
    CHECK(sheet.error().message == "the fact \"x\" (甲) of the unit \"b\" is missing");
}

TEST_CASE("a change of a unit is told, and the parts add up") {
    const std::string text = test::file("examples/units/rubric.json");
    std::string later = test::file("examples/units/facts.json");
    const auto change = [&](std::string_view from, std::string_view to) {
        REQUIRE(later.find(from) != std::string::npos);
        later.replace(later.find(from), from.size(), to);
    };
    change("\"97%\"", "\"90%\"");
    change("\"score\": \"8\"", "\"score\": \"9\"");
    change("\"executed\": \"255\"", "\"executed\": \"285\"");
    const Scored before = example();
    const Scored after = scored(text, later);
    const auto gap = difference(before.facts, after.facts);
    REQUIRE(gap);
    Points sum;
    std::size_t of_units = 0;
    for (const ChangePart& part : gap->parts) {
        sum += part.change;
        of_units += part.because.size() == 1 && part.because[0].where == "units" ? 1U : 0U;
    }
    CHECK(gap->change() != Points{});
    CHECK(sum == gap->change());
    CHECK(of_units == 2); // satisfaction and quality; spending is the sum's
    const auto same = difference(before.facts, before.facts);
    REQUIRE(same);
    CHECK(same->empty());
}

TEST_CASE("what a unit gives and nothing reads is listed") {
    const Scored made = scored(
        rubric_of(R"("x": {"type": "number"}, "y": {"type": "number", "optional": true})",
                  R"("measure": "x", "rule": {"kind": "proportional"})", R"({"weight": "w"})"),
        facts_of(R"("x": 1, "y": 1)", R"("x": 1)", R"("other": 2)"));
    REQUIRE(made.sheet.diagnostics.size() == 2);
    CHECK(made.sheet.diagnostics[0].code == "unread-fact");
    CHECK(made.sheet.diagnostics[0].where == "/units/0/data/x");
    CHECK(made.sheet.diagnostics[1].where == "/units/1/data/other");
}

TEST_CASE("units that take too long are refused, whether scored or charged") {
    std::string records = R"("x": [{"y": 1})";
    for (int i = 0; i < 899; ++i) {
        records += R"(, {"y": 1})";
    }
    records += ']';
    std::string text =
        R"({"heng": "facts/1", "unit": "万元", "data": {"w": 1, )" + records + R"(}, "units": [)";
    for (int i = 0; i < 30; ++i) {
        text += (i == 0 ? R"({"subject": {"name": ")" : R"(, {"subject": {"name": ")") +
                std::to_string(i) + R"("}, "data": {"w": 1, )" + records + "}}";
    }
    text += "]}";
    // each of the units takes some million steps; all facts together take no longer than one
    const std::string measure =
        R"("measure": "if count(x) > 900 then 0 else count(for a in x, b in x return a.y) / 9",)";
    for (const std::string_view score : {"score-then-weight", "aggregate-then-score"}) {
        CAPTURE(score);
        const auto rubric = RubricDocument::parse(rubric_of(
            R"("x": {"type": "list", "aggregate": "concatenate", "of": {"y": {"type": "count"}}})",
            measure + R"("rule": {"kind": "proportional"})",
            R"({"weight": "w", "score": ")" + std::string{score} + "\"}"));
        REQUIRE_MESSAGE(rubric, rubric.error().message);
        const auto facts = Facts::parse(*rubric, text);
        REQUIRE_MESSAGE(facts, facts.error().message);
        const auto sheet = heng::score(*facts);
        REQUIRE_FALSE(sheet);
        CHECK(sheet.error().code == "limit.units");
    }
}

TEST_CASE("facts that may be unknown are not aggregated") {
    const auto rubric = RubricDocument::parse(
        rubric_of(R"("x": {"type": "number", "aggregate": "sum"})",
                  R"("measure": "x", "rule": {"kind": "proportional"})", R"({"weight": "w"})"));
    REQUIRE(rubric);
    const auto sheet = score_partial(*rubric, facts_of(R"("x": "?")", R"("x": 1)", R"("x": 1)"),
                                     Limits{}, UnreadFacts::list);
    REQUIRE_FALSE(sheet);
    CHECK(sheet.error().code == "facts.units");
    CHECK(sheet.error().pointer == "/units");
}

TEST_CASE("lint knows weights as used, and refuses what does not fit") {
    const auto clean = lint(test::file("examples/units/rubric.json"));
    REQUIRE(clean);
    for (const Finding& finding : clean->findings) {
        CAPTURE(finding.code + " " + finding.pointer + " " + finding.message);
        CHECK(finding.severity == Severity::note);
    }
    const auto weight_only = lint(rubric_of(R"("x": {"type": "percent", "aggregate": "mean"})",
                                            R"("measure": "x", "rule": {"kind": "proportional"})",
                                            R"({"weight": "w"})"));
    REQUIRE(weight_only);
    for (const Finding& finding : weight_only->findings) {
        CHECK(finding.code != "unused-input");
    }
    const auto wrong =
        lint(rubric_of(R"("x": {"type": "boolean", "aggregate": "sum"})",
                       R"("rule": {"kind": "condition", "when": "x"})", R"({"weight": "w"})"));
    REQUIRE(wrong);
    REQUIRE(wrong->findings.size() == 1);
    CHECK(wrong->findings[0].code == "rubric.aggregate");
    CHECK(wrong->findings[0].pointer == "/inputs/x/aggregate");
}
