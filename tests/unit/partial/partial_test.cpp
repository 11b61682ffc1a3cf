// SPDX-License-Identifier: Apache-2.0
//
// What unknown facts leave open, rule by rule.
#include "support/facts_text.hpp"

#include <heng/partial/partial.hpp>

#include <doctest/doctest.h>

using namespace heng;

namespace {

using Values = std::map<std::string, std::string>;

std::string rubric_text(const std::string& leaf, const std::string& more = "",
                        const std::string& beside = "") {
    return R"--({"heng": "rubric/1", "id": "r", "title": "r", "unit": "万元", "language": "en",
 "points": )--" +
           std::string{more.empty() ? "10" : "20"} + R"--(,
 "rounding": {"scale": 1, "mode": "half-up", "at": ["total"]},
 "grades": [{"in": ">= 9", "grade": "good"}, {"in": "[3..9)", "grade": "fair"},
  {"in": "< 3", "grade": "poor"}],
 "inputs": {"spent": {"type": "money", "minimum": 0}, "budget": {"type": "money", "minimum": 1},
  "rate": {"type": "percent", "minimum": 0, "maximum": "90%"},
  "late": {"type": "count", "maximum": 4}, "ok": {"type": "boolean"},
  "kind": {"type": "text"}, "bonus": {"type": "number", "optional": true, "default": 1},
  "rows": {"type": "list", "of": {"bad": {"type": "boolean"}}},
  "goals": {"type": "list", "of": "target"}},
 "indicators": [{"id": "x", "name": "X", "points": 10, )--" +
           leaf + "}" + more + "]" + beside + "}";
}

/// Of the indicator x: "[least, most]", each with a ~ where it is a bound only; or the error.
std::string open(const std::string& rubric, const Values& values) {
    const auto read = RubricDocument::parse(rubric);
    REQUIRE_MESSAGE(read, read.error().message);
    const auto sheet = score_partial(*read, test::facts_text(values));
    if (!sheet) {
        return sheet.error().code;
    }
    const auto end = [](const PartialEnd& each) {
        return (each.attained ? "" : "~") + text_of(each.score, {});
    };
    return '[' + end(sheet->items[0].least) + ", " + end(sheet->items[0].most) + ']';
}

struct Case {
    std::string rule;
    Values facts;
    std::string range;
};

const std::string paid = R"("measure": "spent / budget", "rule": {"kind": "proportional"})";

/// More than are tried together: each has to be one that its level allows.
std::string six_partly() {
    std::string text;
    for (int i = 0; i < 6; ++i) {
        text += std::string{i == 0 ? "[" : ", "} +
                R"({"name": "a", "direction": "level", "level": "partly"})";
    }
    return text + "]";
}

} // namespace

TEST_CASE("partial: what each rule leaves open") {
    const std::string bands = R"--("measure": "rate", "rule": {"kind": "bands", "bands": [
        {"in": ">= 0.95", "score": 10}, {"in": "(0.5..0.95)", "score": 6},
        {"in": "-", "score": 1}]})--";
    const std::string knots = R"("measure": "rate", "rule": {"kind": "interpolate",
        "knots": [[0.5, 2], [1, 10]]})";
    const std::string step = R"("measure": "rate", "rule": {"kind": "step", "norm": 0.2,
        "side": "above", "every": 0.1, "deduct": 1, "part": "whole"})";
    const std::string counts = R"--("rule": {"kind": "occurrences", "each": [
        {"count": "late", "deduct": 1.5}, {"count": "count(rows[bad])", "deduct": 1}]})--";
    const std::string list = R"("rule": {"kind": "checklist", "items": [
        {"when": "ok", "score": 4}, {"when": "late = 0", "score": 6}]})";
    const std::string category = R"("measure": "kind", "rule": {"kind": "categories",
        "scores": {"a": 10, "b": 4, "c": 7}})";
    const std::string targets = R"("rule": {"kind": "targets", "rows": "goals",
        "weights": "equal"})";
    const std::string formula = R"("rule": {"kind": "formula", "score": "rate * 5 + bonus"})";
    const std::string goals = R"([{"name": "a", "direction": ">=", "target": 4, "actual": 2},
        {"name": "b", "direction": ">=", "target": 4, "actual": "?"}])";
    const Case cases[] = {
        {paid, {{"budget", "100"}}, "[0, 10]"},
        {paid, {{"spent", "50"}}, "[~0, 10]"}, // of a budget without end
        {paid, {{"spent", "0.5"}}, "[~0, 5]"}, // a budget is at least 1
        {paid, {}, "[0, 10]"},
        {paid, {{"spent", "\"?\""}, {"budget", "null"}}, "[0, 10]"},
        {paid, {{"spent", "30"}, {"budget", "100"}}, "[3, 3]"},
        {bands, {}, "[1, 6]"}, // 90 % at most
        {knots, {}, "[2, 8.4]"},
        {step, {}, "[3, 10]"},
        {counts, {{"late", "1"}}, "[0, 8.5]"}, // any number of rows
        {counts, {{"rows", "[]"}}, "[4, 10]"}, // at most 4 late
        {counts, {{"late", "0"}, {"rows", R"([{"bad": true}, {"bad": "?"}])"}}, "[8, 9]"},
        {list, {{"ok", "true"}}, "[4, 10]"},
        {list, {{"late", "2"}}, "[0, 4]"},
        {category, {}, "[4, 10]"},
        {targets, {}, "[0, 10]"},
        {targets, {{"goals", goals}}, "[2.5, 7.5]"},
        {formula, {}, "[1, 5.5]"}, // an optional fact that is absent is known
        {formula, {{"bonus", "null"}}, "[0, 10]"},
        {R"("rule": {"kind": "condition", "when": "ok"})", {}, "[0, 10]"},
        {R"("rule": {"kind": "assessed"})", {}, "[0, 10]"},
    };
    for (const Case& each : cases) {
        INFO(each.rule << ' ' << test::object_text(each.facts));
        CHECK(open(rubric_text(each.rule), each.facts) == each.range);
    }
}

TEST_CASE("partial: one fact in two indicators, which can't both be at their ends") {
    const std::string other = R"--(, {"id": "y", "name": "Y", "points": 10,
        "rule": {"kind": "condition", "when": "not(ok)"}})--";
    const auto rubric =
        RubricDocument::parse(rubric_text(R"("rule": {"kind": "condition", "when": "ok"})", other));
    REQUIRE(rubric);
    const auto sheet = score_partial(*rubric, test::facts_text({}));
    REQUIRE(sheet);
    CHECK(sheet->items[0].most.score == Points{"10"});
    CHECK(sheet->least.score == Points{"10"}); // either way
    CHECK(sheet->most.score == Points{"10"});
    CHECK(sheet->least.attained);
    CHECK(sheet->grades == std::vector<std::string>{"good"});
}

TEST_CASE("partial: facts ranked by how far each moves the total") {
    const std::string other = R"(, {"id": "y", "name": "Y", "points": 10,
        "rule": {"kind": "assessed"}, "not_applicable": {"when": "late = 4", "treat_as": "zero"}})";
    const auto rubric = RubricDocument::parse(rubric_text(paid, other));
    REQUIRE(rubric);
    const auto sheet =
        score_partial(*rubric, test::facts_text({{"budget", "100"}, {"late", "\"?\""}}));
    REQUIRE(sheet);
    std::vector<std::string> ranked;
    for (const UnknownFact& fact : sheet->unknown) {
        ranked.push_back(fact.where + ' ' + text_of(fact.swing, {}));
    }
    CHECK(ranked.size() == 8); // with those that nothing reads
    CHECK(ranked[0] == "spent 10");
    CHECK(ranked[1] == "late 10"); // takes what was assessed
    CHECK(ranked[2] == "assessed.y 10");
    CHECK(ranked[3].ends_with(" 0"));
    CHECK(sheet->least.score == Points{});
    CHECK(sheet->most.score == Points{"20"});
    REQUIRE(!sheet->most.witness.empty());
    CHECK(to_text(*sheet).find("[0.0, 20.0]") != std::string::npos);
    CHECK(to_json(*sheet).find(R"("swing": "10")") != std::string::npos);
    CHECK(to_markdown(*sheet).find(R"(\[0.0, 20.0\])") != std::string::npos);
}

TEST_CASE("partial: rescaling and adjustments") {
    const std::string leaves = R"("rule": {"kind": "condition", "when": "ok"},
        "not_applicable": {"when": "late = 0", "treat_as": "rescale"})";
    const std::string half = R"(, {"id": "y", "name": "Y", "points": 10,
        "rule": {"kind": "formula", "score": "5"}})";
    const auto total = [&](const Values& values, const std::string& beside) {
        const auto rubric = RubricDocument::parse(rubric_text(leaves, half, beside));
        REQUIRE(rubric);
        const auto sheet = score_partial(*rubric, test::facts_text(values));
        REQUIRE(sheet);
        CHECK(sheet->least.attained);
        CHECK(sheet->most.attained);
        return text_of(sheet->least.score, {}) + ' ' + text_of(sheet->most.score, {});
    };
    CHECK(total({{"ok", "true"}}, "") == "10 15"); // 5 of 10, or 15 of 20
    CHECK(total({{"ok", "false"}}, "") == "5 10");
    CHECK(total({}, "") == "5 15");
    const std::string capped = R"(, "adjustments": [{"id": "a", "when": "late > 2",
        "at_most": 4, "reason": "late"}])";
    CHECK(total({{"ok", "true"}}, capped) == "4 15");
}

TEST_CASE("partial: what can't be scored") {
    CHECK(open(rubric_text(paid), {{"spent", "\"x\""}}) == "facts.number");
    const std::string never = R"--("measure": "spent / (budget - budget)",
        "rule": {"kind": "proportional"})--";
    CHECK(open(rubric_text(never), {{"spent", "1"}}) == "partial.none");
    const std::string at_times = R"("measure": "spent / late", "rule": {"kind": "proportional"})";
    const auto rubric = RubricDocument::parse(rubric_text(at_times));
    REQUIRE(rubric);
    const auto sheet = score_partial(*rubric, test::facts_text({{"spent", "2"}}));
    REQUIRE(sheet);
    CHECK(sheet->least.score == Points{"5"}); // of 4
    CHECK(sheet->most.score == Points{"10"});
    REQUIRE(sheet->not_scorable);
    CHECK(sheet->not_scorable->code == "facts.zero-denominator");
    // more unknown facts than there can be answers for
    std::string records;
    for (int i = 0; i < 400; ++i) {
        records += (i > 0 ? ", " : "") + std::string{R"({"bad": "?"})"};
    }
    const std::string counted = R"--("rule": {"kind": "occurrences", "each": [
        {"count": "count(rows[bad])", "deduct": 1}]})--";
    CHECK(open(rubric_text(counted), {{"rows", '[' + records + ']'}}) == "limit.unknown");
    CHECK(open(rubric_text(paid), {{"rows", '[' + records + ']'}}) == "[0, 10]"); // it reads none
}

TEST_CASE("partial: what is unknown of a target with a rule of its own") {
    const auto rule = [](const std::string& more) {
        return R"("rule": {"kind": "targets", "rows": "goals", "weights": "equal")" + more + "}";
    };
    const std::string equal = rule("");
    const std::string far = rule(R"(, "far_above": {"from": 1.3, "share": 0.2})");
    const auto row = [](const std::string& more) {
        return R"([{"name": "a", )" + more + "}]";
    };
    const std::string open_row = R"("direction": ">=", "target": 100, "actual": "?", "rule": )";
    const std::string due = R"("direction": "<=", "rule": "date", "target": "2023-12-31", )";
    const std::string level = R"("direction": "level", "rule": "all", "level": )";
    const Case cases[] = {
        {equal, {{"goals", row(open_row + R"("all")")}}, "[0, 10]"},
        {equal, {{"goals", row(open_row + R"("all", "cap": 9, "floor": 1)")}}, "[1, 9]"},
        {equal, {{"goals", row(open_row + R"("pass", "least": "60%")")}}, "[0, 10]"},
        {equal, {{"goals", row(open_row + R"("per_point", "deduct": 0.05)")}}, "[5, 10]"},
        {equal, {{"goals", row(open_row + R"("per_point", "deduct": 0.5)")}}, "[0, 10]"},
        {far, {{"goals", row(open_row + R"("all", "floor": 3)")}}, "[3, 10]"},
        {equal, {{"goals", row(due + R"("actual": "?")")}}, "[0, 10]"},
        {equal, {{"goals", row(due + R"("floor": 2, "cap": 8)")}}, "[2, 8]"},
        {equal, {{"goals", row(due + R"("actual": null, "deduct": 0.1)")}}, "[0, 10]"},
        {equal, {{"goals", row(due + R"("actual": "2024-01-01")")}}, "[0, 0]"},
        {equal,
         {{"goals", row(R"("direction": "<=", "rule": "date", "target": "?",
            "actual": "2024-01-01")")}},
         "[0, 10]"},
        {equal, {{"goals", row(R"("direction": "<=", "rule": "date")")}}, "[0, 10]"},
        {equal, {{"goals", row(level + R"("?")")}}, "[0, 10]"},
        {equal, {{"goals", row(level + R"("partly")")}}, "[0, 0]"}, // whatever its rate
        {equal, {{"goals", row(level + R"("partly", "rate": "?")")}}, "[0, 0]"},
        {equal, {{"goals", row(level + R"("?", "rate": "85%", "cap": 9)")}}, "[9, 9]"},
    };
    for (const Case& each : cases) {
        INFO(each.rule << ' ' << test::object_text(each.facts));
        CHECK(open(rubric_text(each.rule), each.facts) == each.range);
    }
    const auto rubric = RubricDocument::parse(rubric_text(equal));
    REQUIRE(rubric);
    const auto sheet =
        score_partial(*rubric, test::facts_text({{"goals", row(due + R"("actual": "?")")}}));
    REQUIRE(sheet);
    CHECK(to_json(*sheet).find("\"goals[1].actual\"") != std::string::npos);
}

TEST_CASE("partial: what is unknown of a target, and a form that was cut short") {
    const std::string equal = R"("rule": {"kind": "targets", "rows": "goals",
        "weights": "equal"})";
    const std::string weighed = R"("rule": {"kind": "targets", "rows": "goals",
        "weights": "points"})";
    const auto row = [](const std::string& more) {
        return R"([{"name": "a", )" + more + "}]";
    };
    const std::string level = R"("direction": "level", "level": )";
    const std::string met = R"([{"name": "a", "points": 4, "direction": ">=", "target": 2,
        "actual": 2})";
    const Case cases[] = {
        {equal, {{"goals", row(level + R"("?")")}}, "[0, 10]"},
        {equal, {{"goals", row(level + R"("?", "rate": "70%")")}}, "[7, 7]"},
        {equal, {{"goals", row(level + R"(null, "rate": "?")")}}, "[0, 10]"},
        {equal, {{"goals", row(R"("direction": "level")")}}, "[0, 10]"},
        {equal, {{"goals", row(level + R"("partly", "rate": "?")")}}, "[6, ~8]"},
        {equal, {{"goals", row(level + R"("partly")")}}, "[6, ~8]"},
        {equal, {{"goals", row(level + R"("not")")}}, "[0, ~6]"},
        {equal, {{"goals", row(level + R"("met", "rate": "?")")}}, "[8, 10]"},
        {equal, {{"goals", row(level + R"("met")")}}, "[10, 10]"},
        {equal, {{"goals", row(R"("direction": ">=", "target": 4)")}}, "[0, 10]"},
        {equal, {{"goals", row(R"("direction": "<=", "target": "?", "actual": 3)")}}, "[0, 10]"},
        {equal, {{"goals", row(R"("direction": ">=")")}}, "[0, 10]"},
        {equal, {{"goals", six_partly()}}, "[6, ~8]"},
        {weighed, {{"goals", met + "]"}}, "[4, 10]"},
        {weighed,
         {{"goals", met + R"(, {"name": "b", "points": 5, "direction": ">=",
            "target": 2, "actual": "?"}])"}},
         "[4, 10]"},
        {weighed,
         {{"goals", met + R"(, {"name": "b", "points": 5, "direction": ">=",
            "target": 2, "actual": 1}])"}},
         "[6.5, 7.5]"},
    };
    for (const Case& each : cases) {
        INFO(test::object_text(each.facts));
        CHECK(open(rubric_text(each.rule), each.facts) == each.range);
    }
    const auto rubric = RubricDocument::parse(rubric_text(weighed));
    REQUIRE(rubric);
    const auto cut = score_partial(*rubric, test::facts_text({{"goals", met + "]"}}));
    REQUIRE(cut);
    CHECK(cut->unknown.front().where == "goals[2].actual");
    CHECK(cut->unknown.front().swing == Points{"6"});
    const auto open_level = RubricDocument::parse(rubric_text(equal));
    const auto unknown =
        score_partial(*open_level, test::facts_text({{"goals", row(level + R"("?")")}}));
    REQUIRE(unknown);
    REQUIRE(unknown->least.witness.size() == 2);
    CHECK(unknown->least.witness[0].value == "not");
    CHECK(unknown->least.witness[1].path == "goals[1].rate");
    CHECK(unknown->least.witness[1].value == "0");
}

TEST_CASE("partial: sums of unlike fractions have ends, and cost what they cost") {
    const auto rubric = RubricDocument::parse(
        rubric_text(R"("rule": {"kind": "targets", "rows": "goals", "weights": "equal"})"));
    REQUIRE(rubric);
    const auto scored = [&](int count) {
        std::string rows;
        for (int i = 0; i < count; ++i) {
            rows += (i > 0 ? ", " : "") +
                    (R"({"name": "n", "direction": ">=", "target": )" +
                     std::to_string(1'000'003 + 2 * i)) +
                    R"(, "actual": )" + (i == 1 ? "\"?\"" : "500000") + "}";
        }
        return score_partial(*rubric, test::facts_text({{"goals", '[' + rows + ']'}}));
    };
    const auto few = scored(400); // thousands of bits
    REQUIRE_MESSAGE(few.has_value(), few.error());
    CHECK(few->least.score == Points{"5"});
    CHECK(few->most.score == Points{"5"}); // a row is worth 1/40 of a point
    CHECK(few->items[0].most.score.value() - few->items[0].least.score.value() >= Ratio{1, 40});
    const auto many = scored(4'000);
    REQUIRE_FALSE(many.has_value());
    CHECK(many.error().status == Status::limit_exceeded);
}

TEST_CASE("partial: a search that costs too much ends, and its ends are bounds") {
    const auto rubric = RubricDocument::parse(rubric_text(
        R"--("rule": {"kind": "formula", "floor": "0", "score":
             "spent * late / budget + count(for i in 1..300000 return i) - 300000"})--"));
    REQUIRE_MESSAGE(rubric.has_value(), rubric.error());
    const auto sheet = score_partial(*rubric, test::facts_text({}));
    REQUIRE_MESSAGE(sheet.has_value(), sheet.error());
    CHECK(sheet->least.score == Points{});
    CHECK(sheet->most.score == Points{"10"});
    CHECK_FALSE(sheet->not_scorable.has_value()); // that it was cut short is no fault of the facts
}

TEST_CASE("partial: where no completion can be scored in time there is no sheet") {
    const std::string slow = R"--("rule": {"kind": "formula", "floor": "0", "score":
        "spent * late / budget + count(for i in 1..2000, j in 1..2000 return i)"})--";
    CHECK(open(rubric_text(slow), {}) == "partial.none");
}

TEST_CASE("partial: an unknown date is one that can be written") {
    const auto rubric = RubricDocument::parse(R"({"heng": "rubric/1", "id": "r", "title": "r",
     "points": "5", "inputs": {"d": {"type": "date"}, "e": {"type": "date"}}, "indicators": [
      {"id": "a", "name": "a", "points": "5", "rule": {"kind": "condition", "when": "d > e"}}]})");
    REQUIRE(rubric.has_value());
    const auto most = [&](const std::string& e) {
        const auto sheet = score_partial(*rubric, test::facts_text({{"e", '"' + e + '"'}}));
        REQUIRE(sheet.has_value());
        return sheet->items[0].most.score;
    };
    CHECK(most("9999-12-31") == Points{});
    CHECK(most("9999-12-30") == Points{"5"});
}
