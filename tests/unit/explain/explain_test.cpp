// SPDX-License-Identifier: Apache-2.0
//
// Explanations, one question at a time: what the least change of a fact is, and what it does.
#include "support/facts_text.hpp"

#include <heng/explain/explain.hpp>
#include <heng/scoring/scoring.hpp>

#include <doctest/doctest.h>

#include <algorithm>

using namespace heng;

namespace {

/// One leaf "x" of 10 points, and what stands beside it in the rubric.
std::string rubric_text(const std::string& rule, const std::string& beside = "",
                        const std::string& top = "") {
    return R"({"heng": "rubric/1", "id": "one", "title": "one", "unit": "万元", "points": "10",
 "language": "en", )" +
           top + R"(
 "inputs": {
  "spent": {"type": "money", "label": "Spent", "optional": true, "minimum": "0"},
  "budget": {"type": "money", "optional": true},
  "rate": {"type": "percent", "optional": true, "minimum": "0", "maximum": "1.2"},
  "late": {"type": "count", "optional": true},
  "ok": {"type": "boolean", "optional": true},
  "kind": {"type": "text", "optional": true},
  "signed": {"type": "date", "optional": true},
  "goals": {"type": "list", "of": "target", "optional": true},
  "contracts": {"type": "list", "of": {"late": {"type": "boolean"}}, "optional": true}},
 "indicators": [{"id": "x", "name": "X", "points": "10", )" +
           beside + rule + "}]}";
}

Explanation explained(const std::string& rubric_json, const std::string& facts_json) {
    const auto rubric = RubricDocument::parse(rubric_json);
    REQUIRE_MESSAGE(rubric.has_value(), rubric.error());
    const auto facts = Facts::parse(*rubric, facts_json);
    REQUIRE_MESSAGE(facts.has_value(), facts.error());
    auto explanation = explain(*facts);
    REQUIRE_MESSAGE(explanation.has_value(), explanation.error());
    return *explanation;
}

/// "path from -> to change: +gained", the changes of one item in their order.
std::vector<std::string> changes(const std::vector<WhatIf>& recover) {
    std::vector<std::string> lines;
    for (const WhatIf& each : recover) {
        lines.push_back(std::string{each.goal == WhatIf::Goal::all ? "all " : "next "} + each.path +
                        ' ' + each.from + " -> " + each.to + ": +" + each.gained.to_string());
    }
    return lines;
}

using Lines = std::vector<std::string>;

struct Case {
    std::string rule;
    std::map<std::string, std::string> facts;
    Lines expected;
};

void check(const std::vector<Case>& cases) {
    for (const Case& each : cases) {
        INFO(each.rule << ' ' << test::object_text(each.facts));
        const Explanation found = explained(rubric_text(each.rule), test::facts_text(each.facts));
        CHECK(changes(found.items[0].recover) == each.expected);
    }
}

const std::string by_rate = R"("measure": "rate", "rule": )";
const std::string by_late = R"("rule": {"kind": "occurrences", "each": [{"count": "late", )";

} // namespace

TEST_CASE("explain: the least change of a number is in its own last printed place") {
    const std::string share = R"("measure": "spent / budget", "rule": {"kind": "proportional"})";
    check({
        {share,
         {{"spent", "79.5"}, {"budget", "100"}},
         {"all spent 79.5 -> 100.0: +2.05", "all budget 100 -> 79: +2.05",
          "next spent 79.5 -> 79.6: +0.01", "next budget 100 -> 99: +53/660"}},
    });
}

TEST_CASE("explain: what is done is advised before what it is measured by") {
    const auto order = [](const std::string& rule, const std::string& data) {
        std::string text = rubric_text(rule); // in which the budget is declared first
        const std::string budget = R"("budget": {"type": "money", "optional": true},)";
        text.erase(text.find(budget), budget.size());
        text.insert(text.find(R"("spent": {)"), budget);
        const Explanation found =
            explained(text, R"({"heng": "facts/1", "unit": "万元", "data": {)" + data + "}}");
        std::string paths;
        for (const WhatIf& each : found.items[0].recover) {
            if (each.goal == WhatIf::Goal::all) {
                paths += (paths.empty() ? "" : " ") + each.path;
            }
        }
        return paths;
    };
    const std::string facts = R"("budget": 100, "spent": 79.5)";
    const std::string share = R"("rule": {"kind": "proportional"}, )";
    const std::string holds = R"("rule": {"kind": "condition", "when": )";
    const std::string step = R"("rule": {"kind": "step", "norm": 0, "side": "above",
        "every": 0.1, "deduct": 1, "part": "exact"}, )";
    const std::string guard = R"(, "not_applicable": {"when": "budget = 0", "treat_as": "full"})";
    struct Order {
        std::string rule;
        std::string paths;
    };
    const Order orders[] = {
        {share + R"("measure": "spent / budget")" + guard, "spent budget"},
        {share + R"("measure": "if budget = 0 then 1 else spent / budget")", "spent budget"},
        {share + R"--("measure": "1 - (budget - spent) / budget")--", "spent budget"},
        {share + R"--("measure": "min(1, spent / (budget + budget))")--", "spent budget"},
        {step + R"--("measure": "(budget - spent) / budget")--", "spent budget"},
        {step + R"--("measure": "abs(spent - budget) / budget")--", "spent budget"},
        {holds + R"("spent >= 0.9 * budget"})", "spent budget"},
        {holds + R"("0.9 <= spent / budget"})", "spent budget"},
        {holds + R"("spent in [budget .. budget * 2]"})", "spent budget"},
        {R"("measure": "spent", "rule": {"kind": "steps", "base": 10, "norm": "budget",
            "below": {"every": 1, "deduct": 1, "part": "exact"}})",
         "spent budget"},
    };
    for (const Order& each : orders) {
        CHECK_MESSAGE(order(each.rule, facts) == each.paths, each.rule);
    }
    // a fact that is compared with a number alone is what is done
    CHECK(order(holds + R"("late = 0 and budget <= 90"})", R"("budget": 100, "late": 0)") ==
          "budget");
}

TEST_CASE("explain: what is fixed is never advised, and the same records once") {
    const auto without = [](const std::string& rule, const std::string& path,
                            const std::string& facts) {
        std::string text = rubric_text(rule);
        const std::string declared = '"' + path + R"(": {"type": )";
        text.insert(text.find(declared) + declared.size() - 8, R"("fixed": true, )");
        const Explanation found = explained(text, facts);
        CHECK(found.items[0].advice.find(path) == std::string::npos);
        return changes(found.items[0].recover);
    };
    const std::string share = R"("measure": "spent / budget", "rule": {"kind": "proportional"})";
    const std::string facts = R"({"heng": "facts/1", "unit": "万元", "data":
        {"budget": 100, "spent": 79.5}})";
    CHECK(without(share, "budget", facts) ==
          Lines{"all spent 79.5 -> 100.0: +2.05", "next spent 79.5 -> 79.6: +0.01"});
    CHECK(without(share, "spent", facts) ==
          Lines{"all budget 100 -> 79: +2.05", "next budget 100 -> 99: +53/660"});
    const Explanation records =
        explained(rubric_text(R"--("rule": {"kind": "occurrences", "each": [
            {"count": "count(contracts[late = true])", "deduct": 2}]})--"),
                  R"({"heng": "facts/1", "unit": "万元", "data": {"contracts":
            [{"late": true}, {"late": false}, {"late": true}]}})");
    CHECK(changes(records.items[0].recover) == Lines{"all contracts[late = true].late 2 -> 0: +4",
                                                     "all contracts[late = true] 2 -> 0: +4",
                                                     "next contracts[late = true].late 2 -> 1: +2",
                                                     "next contracts[late = true] 2 -> 1: +2"});
}

TEST_CASE("explain: bands, steps and knots, both sides of each edge") {
    check({
        {by_rate + R"--({"kind": "bands", "bands": [{"in": ">= 0.95", "score": "10"},
            {"in": "[0.8..0.95)", "score": "6"}, {"in": "-", "score": "0"}]})--",
         {{"rate", "\"79.9%\""}},
         {"all rate 79.9% -> 95.0%: +10", "next rate 79.9% -> 80.0%: +6"}},
        {by_rate + R"({"kind": "step", "norm": "1", "side": "below", "every": "0.05",
            "deduct": "2", "part": "whole"})",
         {{"rate", "0.85"}},
         {"all rate 0.85 -> 0.96: +6", "next rate 0.85 -> 0.86: +2"}},
        // best in the middle: from above it is down that wins back
        {by_rate + R"({"kind": "interpolate", "knots": [["0.2", "0"], ["0.5", "10"], ["1", "0"]]})",
         {{"rate", "0.9"}},
         {"all rate 0.9 -> 0.5: +8", "next rate 0.9 -> 0.8: +2"}},
        // a point of its own, which doubling steps jump over
        {by_rate + R"({"kind": "bands", "bands": [{"in": "0.437", "score": "10"},
            {"in": "-", "score": "0"}]})",
         {{"rate", "0.101"}},
         {"all rate 0.101 -> 0.437: +10"}},
    });
}

TEST_CASE("explain: counts, booleans, texts, dates and records") {
    check({
        {by_late + R"("deduct": "4"}]})",
         {{"late", "7"}},
         {"all late 7 -> 0: +10", "next late 7 -> 2: +2"}},
        {R"("rule": {"kind": "condition", "when": "ok"})",
         {{"ok", "false"}},
         {"all ok false -> true: +10"}},
        {R"("measure": "kind", "rule": {"kind": "categories",
            "scores": {"poor": "0", "good": "10", "fair": "5"}})",
         {{"kind", "\"poor\""}},
         {"all kind poor -> good: +10"}},
        {R"--("rule": {"kind": "condition", "when": "signed <= date(\"2024-06-30\")"})--",
         {{"signed", "\"2024-07-03\""}},
         {"all signed 2024-07-03 -> 2024-06-30: +10"}},
        {R"--("rule": {"kind": "occurrences", "each": [{"count": "count(contracts[late])",
            "deduct": "1"}]})--",
         {{"contracts", R"([{"late": true}, {"late": false}, {"late": true}])"}},
         {"all contracts[late = true].late 2 -> 0: +2", "all contracts[late = true] 2 -> 0: +2",
          "next contracts[late = true].late 2 -> 1: +1", "next contracts[late = true] 2 -> 1: +1"}},
    });
}

TEST_CASE("explain: nothing is named where nothing helps") {
    check({
        {by_rate + R"({"kind": "bands", "bands": [{"in": "-", "score": "4"}]})",
         {{"rate", "0.5"}},
         {}},
        {by_late + R"("deduct": "0"}]})", {{"late", "3"}}, {}}, // nothing was lost
    });
    const Explanation found = explained(
        rubric_text(by_rate + R"({"kind": "bands", "bands": [{"in": "-", "score": "4"}]})"),
        test::facts_text({{"rate", "0.5"}}));
    CHECK(found.items[0].advice == "no change of a single fact was found that wins it back");
}

TEST_CASE("explain: a target row's actual value, in its own unit") {
    const std::string rule =
        R"("rule": {"kind": "targets", "rows": "goals", "weights": "equal",
            "far_above": {"from": "1.3", "deduct": "1"}})";
    const Explanation found = explained(rubric_text(rule), test::facts_text({{"goals", R"([
          {"name": "a", "direction": ">=", "target": "50", "actual": "40.0"},
          {"name": "b", "direction": "level", "level": "partly", "rate": "70%"}])"}}));
    CHECK(changes(found.items[1].recover) == Lines{"all goals[1].actual 40.0 -> 50.0: +1",
                                                   "next goals[1].actual 40.0 -> 40.1: +0.01"});
    CHECK(changes(found.items[2].recover) == Lines{"all goals[2].level partly -> met: +1.5",
                                                   "all goals[2].rate 70% -> 79%: +0.45",
                                                   "next goals[2].rate 70% -> 71%: +0.05"});
}

TEST_CASE("explain: the total falls where another indicator reads the same fact, and it says so") {
    const std::string rubric = R"({"heng": "rubric/1", "id": "two", "title": "two", "unit": "万元",
      "points": "10", "language": "en", "inputs": {"rate": {"type": "percent", "minimum": "0"}},
      "indicators": [
       {"id": "more", "name": "More", "points": "4", "measure": "rate",
        "rule": {"kind": "proportional"}},
       {"id": "less", "name": "Less", "points": "6", "measure": "1 - rate",
        "rule": {"kind": "proportional"}}]})";
    const Explanation found = explained(rubric, test::facts_text({{"rate", "0.5"}}));
    const WhatIf& all = found.items[0].recover.front();
    CHECK(all.to == "1.0");
    CHECK(all.gained == Points{"2"});
    CHECK(all.total_change == Points{"-1"});
    CHECK(found.items[0].advice.find("the total falls") != std::string::npos);
}

TEST_CASE("explain: the parts of what was lost") {
    const auto parts = [](const Explanation& found) {
        Lines lines;
        for (const LostPart& part : found.lost) {
            lines.push_back(std::to_string(static_cast<int>(part.kind)) + ' ' +
                            part.lost.to_string());
        }
        return lines;
    };
    // 10 × 0.666 = 6.66, less 2, rounded to one place: 4.66 to 4.7
    const Explanation rounded =
        explained(rubric_text(by_rate + R"({"kind": "proportional"})",
                              R"("adjustments": [{"id": "a", "when": "late > 0", "deduct": "2",
                                  "reason": "late"}], )",
                              R"("rounding": {"scale": 1, "mode": "half-up", "at": ["leaf"]}, )"),
                  test::facts_text({{"rate", "0.666"}, {"late", "1"}}));
    CHECK(parts(rounded) == Lines{"0 3.34", "1 2", "2 -0.04"});
    CHECK(rounded.items[0].rounding == "4.66 rounded half-up to 1 place is 4.7, which gives 0.04");
    // of two indicators one leaves, and the rest is doubled
    const std::string rubric = R"({"heng": "rubric/1", "id": "two", "title": "two", "unit": "万元",
      "points": "10", "language": "en", "inputs": {"rate": {"type": "percent"}},
      "indicators": [
       {"id": "a", "name": "A", "points": "5", "measure": "rate",
        "rule": {"kind": "proportional"}},
       {"id": "b", "name": "B", "points": "5", "rule": {"kind": "assessed"},
        "not_applicable": {"when": "rate > 0", "treat_as": "rescale"}}]})";
    CHECK(parts(explained(rubric, test::facts_text({{"rate", "0.8"}}))) == Lines{"0 1", "3 1"});
}

TEST_CASE("explain: only lost to rounding") {
    const Explanation found = explained(
        rubric_text(R"("rule": {"kind": "formula", "score": "spent"})", "",
                    R"("rounding": {"scale": 0, "mode": "down", "at": ["leaf", "total"]}, )"),
        test::facts_text({{"spent", "9.5"}}));
    CHECK(found.items[0].advice.find("Spent 9.5 → 10.0") != std::string::npos);
    CHECK(found.lost.size() == 2);
}

TEST_CASE("explain: the grades, what could carry the total there, and what is near an edge") {
    const std::string grades =
        R"--("grades": [{"in": ">= 9", "grade": "A"}, {"in": "[6..9)", "grade": "B"},
                        {"in": "< 6", "grade": "C"}], )--";
    const Explanation found =
        explained(rubric_text(by_rate + R"({"kind": "proportional"})", "", grades),
                  test::facts_text({{"rate", "\"89.6%\""}}));
    REQUIRE(found.up.has_value());
    CHECK(found.up->grade == "A");
    CHECK(found.up->distance == Points{"0.04"});
    CHECK(found.up->inclusive);
    CHECK(found.up->carriers == std::vector<std::size_t>{0});
    REQUIRE(found.down.has_value());
    CHECK(found.down->grade == "C");
    CHECK(found.down->distance == Points{"2.96"});
    CHECK_FALSE(found.down->inclusive);
    CHECK(found.near_edges.empty());
    // 90 % may be 89.5 %, whose grade is another
    const Explanation coarse =
        explained(rubric_text(by_rate + R"({"kind": "proportional"})", "", grades),
                  test::facts_text({{"rate", "\"90%\""}}));
    REQUIRE(coarse.near_edges.size() == 1);
    CHECK(coarse.near_edges[0].other == "89.500000%");
    CHECK(coarse.near_edges[0].grade == "B");
    CHECK_FALSE(coarse.up.has_value());
}

TEST_CASE("explain: what undoes an adjustment of the total") {
    const Explanation found =
        explained(rubric_text(by_rate + R"({"kind": "proportional"})", "",
                              R"("adjustments": [{"id": "veto", "when": "late > 2", "at_most": "5",
                        "reason": "too many"}], )"),
                  test::facts_text({{"rate", "1"}, {"late", "6"}}));
    CHECK(changes(found.recover) == Lines{"all late 6 -> 2: +5"});
    CHECK(found.lost.size() == 1);
}

TEST_CASE("explain: one indicator, and what is refused") {
    const auto rubric = RubricDocument::parse(rubric_text(by_late + R"("deduct": "1"}]})"));
    REQUIRE(rubric.has_value());
    const auto facts = Facts::parse(*rubric, test::facts_text({{"late", "3"}}));
    ExplainOptions options;
    options.indicator = "y";
    const auto unknown = explain(*facts, options);
    REQUIRE_FALSE(unknown.has_value());
    CHECK(unknown.error().code == "explain.indicator");
    options.indicator = "x";
    const auto one = explain(*facts, options);
    REQUIRE(one.has_value());
    CHECK_FALSE(one->items[0].recover.empty());
    options.most_work = 0;
    const auto none = explain(*facts, options);
    REQUIRE(none.has_value());
    CHECK_FALSE(none->searched_all);
    const auto missing = Facts::parse(*rubric, test::facts_text({}));
    CHECK(explain(*missing).error().code == "facts.missing");
}

TEST_CASE("explain: money in the document's unit") {
    const std::string facts = R"({"heng": "facts/1", "unit": "元",
      "data": {"spent": "795000", "budget": "1000000"}})";
    const Explanation found = explained(
        rubric_text(R"("measure": "spent / budget", "rule": {"kind": "proportional"})"), facts);
    const WhatIf& all = found.items[0].recover.front();
    CHECK(all.to == "1000000");
    CHECK(all.change == "+205000 元");
    CHECK(all.steps == 205000);
}

TEST_CASE("explain: a row is explained at the cost of a row") {
    std::string rows;
    constexpr int count = 200;
    for (int i = 0; i < count; ++i) {
        rows += std::string{i == 0 ? "" : ", "} + R"({"name": "n)" + std::to_string(i) +
                R"(", "direction": ">=", "target": 100, "actual": ")" +
                std::to_string(60 + i % 30) + R"("})";
    }
    const std::string facts = test::facts_text({{"goals", "[" + rows + "]"}});
    const std::string rule = R"("rule": {"kind": "targets", "rows": "goals", "weights": "equal"})";
    const auto rubric = RubricDocument::parse(rubric_text(rule));
    REQUIRE(rubric.has_value());
    const auto read = Facts::parse(*rubric, facts);
    REQUIRE_MESSAGE(read.has_value(), read.error());
    ExplainOptions options;
    options.indicator = "x#7";
    options.most_work = 20'000; // some hundred probes of a row, and the whole for two goals
    const auto one = explain(*read, options);
    REQUIRE(one.has_value());
    CHECK(one->searched_all);
    CHECK(changes(one->items[7].recover) ==
          Lines{"all goals[7].actual 66 -> 100: +0.017", "next goals[7].actual 66 -> 67: +0.0005"});
}

TEST_CASE("explain: a row that decides which rows there are is scored with the others") {
    const std::string goals =
        R"([{"name": "a", "direction": ">=", "target": 10, "actual": "5"},
            {"name": "b", "direction": ">=", "target": 10, "actual": "0"}])";
    const std::string facts = test::facts_text({{"goals", goals}});
    // from 8 on the leaf has one row fewer
    const Explanation found =
        explained(rubric_text(R"("rule": {"kind": "targets", "rows": "goals[actual < 8]",
                        "weights": "equal"})"),
                  facts);
    CHECK(changes(found.items[1].recover) ==
          Lines{"all goals[1].actual 5 -> 7: +1", "next goals[1].actual 5 -> 6: +0.5"});
}

TEST_CASE("explain: where a ceiling holds the total, it is not rounding") {
    const Explanation found =
        explained(rubric_text(by_rate + R"({"kind": "proportional"})", "",
                              R"("adjustments": [{"id": "veto", "when": "late > 2", "at_most": "5",
                        "reason": "too many"}], )"),
                  test::facts_text({{"rate", "0.9"}, {"late", "6"}}));
    CHECK(to_text(found).find("held by an adjustment") != std::string::npos);
    CHECK(to_text(found).find("by rounding") == std::string::npos);
}

TEST_CASE("explain: under a ceiling of its own an indicator wins back no more than that") {
    const std::string cap =
        R"(, "adjustments": [{"id": "cap", "when": "late > 0", "at_most": "6", "reason": "late"}])";
    const Explanation by_rule =
        explained(rubric_text(by_rate + R"({"kind": "proportional"})" + cap),
                  test::facts_text({{"rate", "0.4"}, {"late", "1"}}));
    CHECK(by_rule.sheet.items[0].recover == "X at 100% wins back 2 points");
    const auto assessed = [&](const std::string& score, const std::string& adjustments) {
        const auto rubric =
            RubricDocument::parse(rubric_text(R"("rule": {"kind": "assessed"})" + adjustments));
        REQUIRE_MESSAGE(rubric.has_value(), rubric.error());
        const auto facts = Facts::parse(
            *rubric, R"({"heng": "facts/1", "unit": "万元", "data": {"late": 1}, "assessed": {"x":
                {"score": ")" +
                         score + R"(", "reason": "r"}}})");
        REQUIRE_MESSAGE(facts.has_value(), facts.error());
        return explain(*facts)->items[0].advice;
    };
    CHECK(assessed("4", cap) == "a matter of assessment; up to 2 points");
    CHECK(assessed("4", "") == "a matter of assessment; up to 6 points");
    const std::string late = R"(, "adjustments": [{"id": "d", "when": "late > 0", "deduct": "3",
        "reason": "late"}])";
    CHECK(assessed("10", late).find("late 1 → 0 (−1): wins back 3") == 0);
}

TEST_CASE("explain: what rounding took, no fact wins back") {
    const std::string rows = R"("rule": {"kind": "targets", "rows": "goals", "weights": "equal"})";
    const Explanation found = explained(
        rubric_text(rows, "", R"("rounding": {"scale": 2, "mode": "half-up", "at": ["row"]}, )"),
        test::facts_text({{"goals", R"([
        {"name": "A", "direction": ">=", "target": "100", "actual": "150"},
        {"name": "B", "direction": ">=", "target": "100", "actual": "50"},
        {"name": "C", "direction": "<=", "target": "10", "actual": "8"}])"}}));
    CHECK(found.sheet.items[1].recover.empty());
    CHECK(found.sheet.items[2].recover ==
          "50 more, which reaches the target 100, wins back 1.66 points");
    CHECK(found.sheet.items[3].recover.empty());
}
