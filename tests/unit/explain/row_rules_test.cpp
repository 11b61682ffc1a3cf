// SPDX-License-Identifier: Apache-2.0
//
// What wins points back in target rows with rules of their own: the least change of the one fact,
// on both sides, and the steps to the score.
#include "support/facts_text.hpp"

#include <heng/explain/explain.hpp>
#include <heng/scoring/scoring.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace heng;

namespace {

using Lines = std::vector<std::string>;

Explanation explained(const std::string& record, const std::string& more = "",
                      const std::string& language = "en") {
    const auto rubric = RubricDocument::parse(
        R"({"heng": "rubric/1", "id": "one", "title": "one", "points": "10", "language": ")" +
        language + R"(", "inputs": {"goals": {"type": "list", "of": "target"}},
 "indicators": [{"id": "x", "name": "X", "points": "10", "rule": {"kind": "targets",
  "rows": "goals", "weights": "equal")" +
        more + "}}]}");
    REQUIRE_MESSAGE(rubric.has_value(), rubric.error());
    const auto facts =
        Facts::parse(*rubric, test::facts_text({{"goals", R"([{"name": "a", )" + record + "}]"}}));
    REQUIRE_MESSAGE(facts.has_value(), facts.error());
    auto explanation = explain(*facts);
    REQUIRE_MESSAGE(explanation.has_value(), explanation.error());
    return *std::move(explanation);
}

/// The changes of the row, each of which is proven and leaves the total as it says.
Lines changes(const std::string& record, const std::string& more = "") {
    const Explanation found = explained(record, more);
    Lines lines;
    for (const WhatIf& each : found.items[1].recover) {
        CHECK(each.proven);
        CHECK(each.total == found.sheet.total + each.gained);
        lines.push_back(std::string{each.goal == WhatIf::Goal::all ? "all " : "next "} + each.path +
                        ' ' + each.from + " -> " + each.to + ": +" + each.gained.to_string());
    }
    return lines;
}

std::string at_least(const std::string& actual, const std::string& more) {
    return R"("direction": ">=", "target": "100", "actual": ")" + actual + R"(", )" + more;
}

std::string due(const std::string& actual, const std::string& more = "") {
    return R"("direction": "<=", "rule": "date", "target": "2023-12-31", "actual": ")" + actual +
           '"' + more;
}

} // namespace

TEST_CASE("explain rows: all or nothing is won by the target alone") {
    CHECK(changes(at_least("92.5", R"("rule": "all")")) ==
          Lines{"all goals[1].actual 92.5 -> 100.0: +10"});
    CHECK(changes(R"("direction": "<=", "target": "3", "actual": "5", "rule": "all")") ==
          Lines{"all goals[1].actual 5 -> 3: +10"});
    CHECK(changes(R"("direction": "level", "level": "partly", "rate": "70%", "rule": "all")") ==
          Lines{"all goals[1].level partly -> met: +10"});
}

TEST_CASE("explain rows: figures as a form prints them, and the rule once, above the rows") {
    const auto text = [](const std::string& record) {
        return to_text(explained(record, "", "zh"));
    };
    const std::string share =
        text(R"("direction": ">=", "target": "85", "actual": "65.3", "unit": "%")");
    CHECK(share.find("目标值 ≥ 85%") != std::string::npos);
    CHECK(share.find("实际值 = 65.3%") != std::string::npos);
    CHECK(share.find("实际值 65.3 → 85.0（+19.7个百分点）") != std::string::npos);
    const std::string days =
        text(R"("direction": "<=", "target": "12", "actual": "15", "unit": "天")");
    CHECK(days.find("目标值 ≤ 12天") != std::string::npos);
    CHECK(days.find("实际值 15 → 12（−3天）") != std::string::npos);
    CHECK(text(R"("direction": ">=", "target": "85%", "actual": "65%", "unit": "%")")
              .find("目标值 ≥ 85%\n") != std::string::npos);
    const std::string day = text(due("2024-01-12"));
    CHECK(day.find("目标值 ≤ 2023-12-31\n") != std::string::npos);
    CHECK(days.find("规则") != std::string::npos);
    CHECK(days.find("规则") == days.rfind("规则"));
    CHECK(day.find("规则") != day.rfind("规则")); // a row by date has one of its own
}

TEST_CASE("explain rows: a mark to pass is where scoring begins") {
    CHECK(changes(at_least("20", R"("rule": "pass", "least": "60%")")) ==
          Lines{"all goals[1].actual 20 -> 100: +10", "next goals[1].actual 20 -> 60: +6"});
    CHECK(changes(R"("direction": "<=", "target": "3", "actual": "6", "rule": "pass",
                     "least": "60%")") ==
          Lines{"all goals[1].actual 6 -> 3: +10", "next goals[1].actual 6 -> 5: +6"});
}

TEST_CASE("explain rows: percentage points, and the first that counts") {
    CHECK(changes(at_least("91.5", R"("rule": "per_point", "deduct": "0.5", "part": "whole")")) ==
          Lines{"all goals[1].actual 91.5 -> 99.1: +4", "next goals[1].actual 91.5 -> 92.1: +0.5"});
    CHECK(changes(at_least("91.5", R"("rule": "per_point", "deduct": "0.5", "part": "started")")) ==
          Lines{"all goals[1].actual 91.5 -> 100.0: +4.5",
                "next goals[1].actual 91.5 -> 92.0: +0.5"});
    CHECK(changes(at_least("50", R"("rule": "per_point", "deduct": "0.5")")) ==
          Lines{"all goals[1].actual 50 -> 100: +10", "next goals[1].actual 50 -> 81: +0.5"});
}

TEST_CASE("explain rows: a day that is early enough") {
    CHECK(changes(due("2024-01-12")) == Lines{"all goals[1].actual 2024-01-12 -> 2023-12-31: +10"});
    CHECK(changes(due("2024-01-12", R"(, "deduct": "0.1")")) ==
          Lines{"all goals[1].actual 2024-01-12 -> 2023-12-31: +1.2",
                "next goals[1].actual 2024-01-12 -> 2024-01-11: +0.1"});
    CHECK(changes(due("2024-12-31", R"(, "deduct": "0.1")")) ==
          Lines{"all goals[1].actual 2024-12-31 -> 2023-12-31: +10",
                "next goals[1].actual 2024-12-31 -> 2024-04-08: +0.1"});
    CHECK(changes(due("2023-12-31")).empty());
}

TEST_CASE("explain rows: a floor and a cap bound what is promised") {
    CHECK(changes(at_least("50", R"("cap": "9")")) ==
          Lines{"all goals[1].actual 50 -> 90: +4", "next goals[1].actual 50 -> 51: +0.1"});
    CHECK(changes(at_least("95", R"("cap": "9")")).empty());
    CHECK(changes(at_least("20", R"("floor": "3")")) ==
          Lines{"all goals[1].actual 20 -> 100: +7", "next goals[1].actual 20 -> 31: +0.1"});
    CHECK(changes(at_least("20", R"("floor": "4", "cap": "4")")).empty());
}

TEST_CASE("explain rows: less of what is far above, on each side") {
    const std::string share = R"(, "far_above": {"from": "1.3", "share": "20%"})";
    CHECK(changes(at_least("150", R"("block": "b")"), share) ==
          Lines{"all goals[1].actual 150 -> 129: +2"});
    const std::string less = R"(, "far_above": {"from": "1.3", "deduct": "2", "side": "<="})";
    CHECK(changes(R"("direction": "<=", "target": "13", "actual": "7")", less) ==
          Lines{"all goals[1].actual 7 -> 11: +2"});
    const std::string part = R"(, "far_above": {"from": "1.3", "proportional": true})";
    CHECK(changes(at_least("150", R"("block": "b")"), part) ==
          Lines{"all goals[1].actual 150 -> 130: +2", "next goals[1].actual 150 -> 149: +0.1"});
    const std::string equal = R"(, "far_above": {"from": "1.3", "deduct": "1", "side": "="})";
    CHECK(changes(R"("direction": "=", "target": "100", "actual": "130")", equal) ==
          Lines{"all goals[1].actual 130 -> 129: +1"});
    const std::string early = R"(, "far_above": {"from": "0.5", "proportional": true})";
    CHECK(changes(at_least("60", R"("rule": "per_point", "deduct": "0.05", "part": "whole")"),
                  early) ==
          Lines{"all goals[1].actual 60 -> 50: +0.5", "next goals[1].actual 60 -> 59: +0.05"});
}

TEST_CASE("explain rows: the rule and the steps of a row, in both languages") {
    const auto words = [](const std::string& record, const std::string& language,
                          const std::string& more = "") {
        const Explanation found = explained(record, more, language);
        Lines lines{found.items[1].rule};
        lines.insert(lines.end(), found.items[1].arithmetic.begin(),
                     found.items[1].arithmetic.end());
        return lines;
    };
    const std::string points = R"("rule": "per_point", "deduct": "0.5", "part": "whole")";
    CHECK(words(at_least("91.5", points), "zh") ==
          Lines{"达到目标得满分，完成率每低1个百分点扣0.5分，扣完为止，不足1个百分点不扣",
                "91.5 ÷ 100 = 91.5%", "100% − 91.5% = 8.5个百分点，计8个", "10 − 8 × 0.5 = 6"});
    CHECK(words(at_least("59", R"("rule": "pass", "least": "60%", "floor": "1")"), "zh") ==
          Lines{"完成率低于60%不得分，其余按完成比例得分，达到目标得满分；最低1分",
                "59 ÷ 100 = 59%", "59% < 60%，不得分", "不足最低分，计1分"});
    CHECK(words(due("2024-01-12", R"(, "deduct": "0.1")"), "zh") ==
          Lines{"按期得满分，每晚1天扣0.1分，扣完为止", "2024-01-12 − 2023-12-31 = 12天",
                "10 − 12 × 0.1 = 8.8"});
    CHECK(words(due("2023-12-30"), "en") == Lines{"all points in time, none if it is late",
                                                  "2023-12-30 ≤ 2023-12-31, in time: 10 points"});
    CHECK(words(at_least("99", R"("rule": "all", "cap": "8")"), "en") ==
          Lines{"all points if it is met, else none; at most 8", "99 ÷ 100 = 99%",
                "missed: no points"});
    CHECK(
        words(at_least("150", R"("block": "b")"), "zh",
              R"(, "far_above": {"from": "1.3", "proportional": true})") ==
        Lines{"绩效目标逐项计分，各项等权：达到目标值得满分，未达到按完成比例得分；达到目标值1.3倍"
              "以上的，超出部分按比例扣减分值",
              "10分 × 100% = 10分", "远超目标值，为150%，超过130%的部分按比例扣2分：8分"});
}
