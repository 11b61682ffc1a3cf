// SPDX-License-Identifier: Apache-2.0
//
// What one fact can win where its measure divides, guards or filters: figures found by hand.
#include "support/facts_text.hpp"

#include <heng/explain/explain.hpp>
#include <heng/scoring/scoring.hpp>

#include <doctest/doctest.h>

#include <algorithm>

using namespace heng;

namespace {

std::string rubric_text(const std::string& rule, const std::string& top = "") {
    return R"({"heng": "rubric/1", "id": "one", "title": "one", "points": "10", "unit": "元",
 "language": "en", )" +
           top + R"(
 "inputs": {"a": {"type": "number", "aggregate": "sum"},
  "b": {"type": "number", "aggregate": "sum"}, "day": {"type": "date", "optional": true},
  "name": {"type": "text", "optional": true},
  "goals": {"type": "list", "of": "target", "optional": true, "aggregate": "concatenate"},
  "contracts": {"type": "list", "optional": true, "aggregate": "concatenate",
   "of": {"days": {"type": "number"}, "late": {"type": "boolean"}}}},
 "indicators": [{"id": "x", "name": "X", "points": "10", )" +
           rule + "}]}";
}

std::string measured(const std::string& measure, const std::string& rule) {
    return R"("measure": ")" + measure + R"(", "rule": )" + rule;
}

const std::string proportional = R"({"kind": "proportional", "if_zero_denominator": "zero"})";

Explanation explained(const std::string& rubric_json, const std::string& facts_json) {
    const auto rubric = RubricDocument::parse(rubric_json);
    REQUIRE_MESSAGE(rubric.has_value(), rubric.error());
    const auto facts = Facts::parse(*rubric, facts_json);
    REQUIRE_MESSAGE(facts.has_value(), facts.error());
    auto explanation = explain(*facts);
    REQUIRE_MESSAGE(explanation.has_value(), explanation.error());
    return *explanation;
}

/// What is said of a path, "to: +gained"; "" where nothing is.
std::string said(const Explanation& found, const std::string& path, std::size_t item = 0) {
    for (const WhatIf& each : found.items[item].recover) {
        if (each.path == path && each.goal == WhatIf::Goal::all) {
            return each.to + ": +" + each.gained.to_string() + (each.proven ? "" : " ?");
        }
    }
    return "";
}

} // namespace

TEST_CASE("what if: the divisor that wins everything is met exactly") {
    const Explanation spent = explained(rubric_text(measured("a / b", proportional)),
                                        test::facts_text({{"a", "400"}, {"b", "1000"}}));
    CHECK(said(spent, "b") == "400: +6");
    CHECK(said(spent, "a") == "1000: +6");
    CHECK(spent.searched_all);
    // below nothing is overspent: the peak stands alone
    const Explanation peak =
        explained(rubric_text(measured("if a > b then 0 else a / b", proportional)),
                  test::facts_text({{"a", "400"}, {"b", "1000"}}));
    CHECK(said(peak, "b") == "400: +6");
    const Explanation guarded =
        explained(rubric_text(measured("if b = 0 then 0 else a / b", proportional)),
                  test::facts_text({{"a", "675"}, {"b", "9083"}}));
    CHECK(said(guarded, "b") == "675: +84080/9083");
    CHECK(guarded.searched_all);
}

TEST_CASE("what if: the inside of an interval") {
    const std::string bands = R"--({"kind": "bands", "bands": [{"in": "<= 0.01", "score": "10"},
        {"in": "(0.01..0.3]", "score": "4"}, {"in": "> 0.3", "score": "0"}]})--";
    const Explanation near = explained(rubric_text(measured("abs((a - b) / b)", bands)),
                                       test::facts_text({{"a", "7000"}, {"b", "1234"}}));
    CHECK(said(near, "a") == "1246: +10"); // at most 1246.34
    CHECK(said(near, "b") == "6931: +10"); // at least 6930.69
    CHECK(near.searched_all);
    const Explanation between =
        explained(rubric_text(R"--("rule": {"kind": "condition", "when":
            "day >= date(\"2024-03-10\") and day <= date(\"2024-03-12\")"})--"),
                  test::facts_text({{"a", "1"}, {"b", "1"}, {"day", "\"2021-01-01\""}}));
    CHECK(said(between, "day") == "2024-03-10: +10");
    CHECK(between.searched_all);
}

TEST_CASE("what if: a level and the rate that goes with it") {
    const Explanation found = explained(
        rubric_text(R"("rule": {"kind": "targets", "rows": "goals", "weights": "equal"})"),
        test::facts_text({{"a", "1"},
                          {"b", "1"},
                          {"goals", R"([{"name": "g", "direction": "level", "level": "partly",
                              "rate": "70%"}])"}}));
    const auto& recover = found.items[1].recover;
    REQUIRE(!recover.empty());
    CHECK(recover[0].path == "goals[1].level");
    REQUIRE(recover[0].goes_with.size() == 1);
    CHECK(recover[0].goes_with[0].path == "goals[1].rate");
    CHECK(recover[0].goes_with[0].from == "70%");
    CHECK(recover[0].goes_with[0].to.empty());
    CHECK(found.items[1].advice.find("(and the rate 70% left out)") != std::string::npos);
}

TEST_CASE("what if: records that a number picks out") {
    const Explanation found = explained(rubric_text(R"--("rule": {"kind": "occurrences",
            "each": [{"count": "count(contracts[days > 30])", "deduct": "2"}]})--"),
                                        test::facts_text({{"a", "1"}, {"b", "1"}, {"contracts", R"([
            {"days": 10, "late": true}, {"days": 90, "late": true}, {"days": 45, "late": false},
            {"days": 20, "late": false}])"}}));
    CHECK(said(found, "contracts[days > 30]") == "0: +4");
    CHECK(said(found, "contracts[3].days") == "30: +2"); // nearer than 90
    CHECK(said(found, "contracts[2].days").empty());
    CHECK(said(found, "contracts[late = true]") == "0: +2");
    CHECK(found.searched_all);
}

TEST_CASE("what if: a unit's own fact, in the sum of all") {
    const std::string facts = R"({"heng": "facts/1", "data": {"a": "100", "b": "600"},
      "units": [{"subject": {"name": "u"}, "data": {"a": "200", "b": "400"}}]})";
    const Explanation found = explained(rubric_text(measured("a / b", proportional)), facts);
    CHECK(said(found, "a") == "800: +7");
    CHECK(said(found, "units[1].a") == "900: +7");
    CHECK(said(found, "units[1].b").substr(0, 5) == "-300:"); // 600 - 300 is 300
    CHECK(found.searched_all);
}

TEST_CASE("what if: where not every value can be ruled out, it is said") {
    const Explanation found = explained(rubric_text(measured("modulo(a, 7) / 10", proportional)),
                                        test::facts_text({{"a", "1000000"}, {"b", "1"}}));
    CHECK_FALSE(found.searched_all);
    CHECK_FALSE(found.items[0].searched_all);
}

TEST_CASE("what if: a change that leaves another indicator without a score is none") {
    const auto rubric = [](const std::string& second, const std::string& other = "b / a",
                           const std::string& rule = R"({"kind": "proportional"})") {
        return R"({"heng": "rubric/1", "id": "two", "title": "two", "points": "6",
 "language": "en", "inputs": {"a": {"type": "number"}, "b": {"type": "number"}},
 "indicators": [{"id": "y", "name": "Y", "points": "4", )" +
               second + R"(}, {"id": "x", "name": "X", "points": "2", "measure": ")" + other +
               R"(", "rule": )" + rule + "}]}";
    };
    // a = 0 would win all 4 by the least change, but b / a is none then
    const Explanation bands =
        explained(rubric(measured("if b <= 0 then 0 else min(a / b, 1.2)",
                                  R"--({"kind": "bands", "bands": [{"in": "< 0.1", "score": "4"},
            {"in": "[0.1..0.45)", "score": "1"}, {"in": ">= 0.45", "score": "0"}]})--")),
                  test::facts_text({{"a", "38"}, {"b", "9"}}));
    CHECK(said(bands, "a") == "-1: +4");
    CHECK(bands.items[0].searched_all);
    const Explanation falling = explained(rubric(measured("1 - a / 5", proportional)),
                                          test::facts_text({{"a", "5"}, {"b", "9"}}));
    CHECK(said(falling, "a") == "-1: +4");
    const Explanation few =
        explained(rubric(R"--("rule": {"kind": "occurrences", "each": [{"count": "max(a, 0)",
            "deduct": "1"}]})--"),
                  test::facts_text({{"a", "3"}, {"b", "9"}}));
    CHECK(said(few, "a") == "-1: +3");
    CHECK(few.searched_all);
    // x has no band from 2 down: the last value that has one is found, but is not proven
    const Explanation hole =
        explained(rubric(measured("1 - a / 8", proportional), "a",
                         R"({"kind": "bands", "bands": [{"in": "> 2", "score": "2"}]})"),
                  test::facts_text({{"a", "5"}, {"b", "9"}}));
    CHECK(said(hole, "a") == "3: +1 ?");
    CHECK_FALSE(hole.items[0].searched_all);
}

TEST_CASE("what if: an amount that is not written is promised in the document's unit") {
    const std::string rubric = R"({"heng": "rubric/1", "id": "one", "title": "one",
 "points": "10", "unit": "万元", "language": "en",
 "inputs": {"m": {"type": "money", "optional": true, "default": "0.4"}, "n": {"type": "money"}},
 "indicators": [{"id": "x", "name": "X", "points": "10", )" +
                               measured("m / n", proportional) + "}]}";
    const std::string in_yuan = R"({"heng": "facts/1", "unit": "元", "data": {"n": "10000"}})";
    CHECK(said(explained(rubric, in_yuan), "m") == "10000: +6");
    const std::string with_it =
        R"({"heng": "facts/1", "unit": "元", "data": {"n": "10000", "m": "10000"}})";
    CHECK(explained(rubric, with_it).sheet.total == Points{Ratio{10}});
    const std::string in_wan = R"({"heng": "facts/1", "unit": "万元", "data": {"n": "1"}})";
    CHECK(said(explained(rubric, in_wan), "m") == "1.0: +6");
}
