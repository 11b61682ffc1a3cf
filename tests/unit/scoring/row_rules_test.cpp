// SPDX-License-Identifier: Apache-2.0
//
// Target records with rules of their own, and what is taken off far above: scores, sentences in
// both languages, and what is refused.
#include "support/facts_text.hpp"

#include <heng/facts/facts_builder.hpp>
#include <heng/scoring/scoring.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

using namespace heng;

namespace {

/// One leaf of 10 points, whose rows weigh the same; `more` follows the keys of its rule.
RubricDocument rubric(std::string_view language = "en", const std::string& more = "") {
    auto read = RubricDocument::parse(
        R"({"heng": "rubric/1", "id": "one", "title": "one", "points": "10", "language": ")" +
        std::string{language} + R"(", "inputs": {"goals": {"type": "list", "of": "target"}},
 "indicators": [{"id": "x", "name": "X", "points": "10",
  "rule": {"kind": "targets", "rows": "goals", "weights": "equal")" +
        more + "}}]}");
    REQUIRE_MESSAGE(read.has_value(), read.error());
    return *std::move(read);
}

Result<Facts> facts_of(const RubricDocument& of, const std::string& record) {
    return Facts::parse(of, test::facts_text({{"goals", R"([{"name": "甲", )" + record + "}]"}}));
}

ScoreSheet scored(const RubricDocument& of, const std::string& record) {
    const auto facts = facts_of(of, record);
    REQUIRE_MESSAGE(facts.has_value(), facts.error());
    auto sheet = score(*facts);
    REQUIRE_MESSAGE(sheet.has_value(), sheet.error());
    return *std::move(sheet);
}

struct Written {
    std::string record;
    std::string score;
    std::string zh;
    std::string zh_recover;
    std::string en;
    std::string en_recover;
};

void check(const std::string& more, const std::vector<Written>& all) {
    for (const Written& each : all) {
        INFO(each.record);
        const ScoreSheet zh = scored(rubric("zh", more), each.record);
        const ScoreSheet en = scored(rubric("en", more), each.record);
        CHECK(zh.items[1].score.to_string() == each.score);
        CHECK(std::string{zh.items[1].why} == each.zh);
        CHECK(std::string{zh.items[1].recover} == each.zh_recover);
        CHECK(std::string{en.items[1].why} == each.en);
        CHECK(std::string{en.items[1].recover} == each.en_recover);
    }
}

std::string at_least(const std::string& actual, const std::string& more) {
    return R"("direction": ">=", "target": "100", "actual": ")" + actual + R"(", )" + more;
}

std::string due(const std::string& actual, const std::string& more = "") {
    return R"("direction": "<=", "rule": "date", "target": "2023-12-31", "actual": ")" + actual +
           '"' + more;
}

/// The code, the pointer below the record, and the hint, of a record that is refused.
std::string refused(const std::string& record) {
    const auto facts = facts_of(rubric(), record);
    if (facts) {
        const auto sheet = score(*facts);
        return sheet ? "scored" : sheet.error().code + ": " + sheet.error().message;
    }
    const std::string pointer = facts.error().pointer.value_or("");
    constexpr std::string_view list = "/data/goals/0";
    return facts.error().code + ' ' + pointer.substr(std::min(list.size(), pointer.size())) + ": " +
           facts.error().message + (facts.error().hint.empty() ? "" : "; " + facts.error().hint);
}

} // namespace

TEST_CASE("row sentences: a distance between percentages is in percentage points") {
    check("",
          {
              {R"("direction": ">=", "target": "80", "actual": "60.5", "unit": "%")", "7.5625",
               "目标值80，实际值60.5，完成目标的75.625%，10分中得7.5625分",
               "实际值再提高19.5个百分点、达到目标值80，可得回2.4375分",
               "target 80, actual 60.5: 75.625% of it, 7.5625 of 10 points",
               "19.5 percentage points more, which reaches the target 80, wins back 2.4375 points"},
          });
}

TEST_CASE("row rules: all or nothing, and a mark to pass, in words") {
    check(
        "",
        {{at_least("99.9", R"("rule": "all")"), "0",
          "目标值100，实际值99.9，未达到目标，10分不得分",
          "实际值再提高0.1、达到目标值100，可得回10分",
          "target 100, actual 99.9: missed, none of 10 points",
          "0.1 more, which reaches the target 100, wins back 10 points"},
         {at_least("100", R"("rule": "all")"), "10", "目标值100，实际值100，已达标，得满分10分", "",
          "target 100, actual 100: met, all 10 points", ""},
         {at_least("59", R"("rule": "pass", "least": "60%")"), "0",
          "目标值100，实际值59，完成目标的59%，低于60%，10分不得分",
          "实际值再提高41、达到目标值100，可得回10分",
          "target 100, actual 59: 59% of it, below 60%, none of 10 points",
          "41 more, which reaches the target 100, wins back 10 points"},
         {at_least("60", R"("rule": "pass", "least": 0.6)"), "6",
          "目标值100，实际值60，完成目标的60%，10分中得6分",
          "实际值再提高40、达到目标值100，可得回4分",
          "target 100, actual 60: 60% of it, 6 of 10 points",
          "40 more, which reaches the target 100, wins back 4 points"},
         {R"("direction": "level", "level": "partly", "rule": "all")", "0",
          "定性目标未全部达成，10分不得分", "",
          "a qualitative target that is not met: none of 10 points", ""},
         {R"("direction": "level", "level": "达成", "rate": "85%", "rule": "all")", "10",
          "定性目标达成，得满分10分", "", "a qualitative target that is met: all 10 points", ""}});
}

TEST_CASE("row rules: each percentage point, in words") {
    check(
        "",
        {{at_least("92", R"("rule": "per_point", "deduct": "0.5")"), "6",
          "目标值100，实际值92，完成率92%，比100%低8个百分点，每低1个百分点扣0.5分，10分中得6分",
          "实际值再提高8、达到目标值100，可得回4分",
          "target 100, actual 92: 92% of it, 8 percentage points below 100%; each costs 0.5 "
          "points, 6 of 10 points",
          "8 more, which reaches the target 100, wins back 4 points"},
         {at_least("91.5", R"("rule": "per_point", "deduct": "0.5", "part": "whole")"), "6",
          "目标值100，实际值91.5，完成率91.5%，比100%低8.5个百分点，每低1个百分点扣0.5分，不足"
          "1个百分点不扣，10分中得6分",
          "实际值再提高8.5、达到目标值100，可得回4分",
          "target 100, actual 91.5: 91.5% of it, 8.5 percentage points below 100%; each "
          "costs 0.5 points, whole steps only, 6 of 10 points",
          "8.5 more, which reaches the target 100, wins back 4 points"},
         {at_least("70", R"("rule": "per_point", "deduct": "0.5")"), "0",
          "目标值100，实际值70，完成率70%，比100%低30个百分点，每低1个百分点扣0.5分，10分扣完"
          "为止，得0分",
          "实际值再提高30、达到目标值100，可得回10分",
          "target 100, actual 70: 70% of it, 30 percentage points below 100%; each costs 0.5 "
          "points, more than all 10 points: 0 points",
          "30 more, which reaches the target 100, wins back 10 points"},
         {R"("direction": "<=", "target": "0", "actual": "3", "rule": "per_point",
                   "deduct": "0.1")",
          "0", "目标值0，实际值3，完成率0%，比100%低100个百分点，每低1个百分点扣0.1分，10分中得0分",
          "实际值再降低3、降到目标值0，可得回10分",
          "target 0, actual 3: 0% of it, 100 percentage points below 100%; each costs 0.1 "
          "points, 0 of 10 points",
          "3 less, which is the target 0, wins back 10 points"},
         {R"("direction": ">=", "target": "0", "actual": "-3", "rule": "per_point",
                   "deduct": "0.05")",
          "0", "目标值0，实际值-3，除数不为正数，无法计算完成率，计0分",
          "实际值再提高3、达到目标值0，可得回10分",
          "target 0, actual -3: the divisor is not above 0, so no rate can be worked out: 0 "
          "points",
          "3 more, which reaches the target 0, wins back 10 points"}});
}

TEST_CASE("row rules: dates in words") {
    check("",
          {{due("2023-12-31"), "10", "目标日期2023-12-31，实际日期2023-12-31，按期完成，得满分10分",
            "", "due on 2023-12-31, done on 2023-12-31: in time, all 10 points", ""},
           {due("2024-01-01"), "0",
            "目标日期2023-12-31，实际日期2024-01-01，比目标日期晚1天，10分不得分",
            "实际日期再提前1天、不晚于2023-12-31，可得回10分",
            "due on 2023-12-31, done on 2024-01-01: 1 day late, none of 10 points",
            "1 day earlier, which is 2023-12-31, wins back 10 points"},
           {due("2024-01-12", R"(, "deduct": "0.1")"), "8.8",
            "目标日期2023-12-31，实际日期2024-01-12，比目标日期晚12天，每晚1天扣0.1分，10分中得"
            "8.8分",
            "实际日期再提前12天、不晚于2023-12-31，可得回1.2分",
            "due on 2023-12-31, done on 2024-01-12: 12 days late, each costs 0.1 points, 8.8 "
            "of 10 points",
            "12 days earlier, which is 2023-12-31, wins back 1.2 points"},
           {due("2024-12-31", R"(, "deduct": "0.1")"), "0",
            "目标日期2023-12-31，实际日期2024-12-31，比目标日期晚366天，每晚1天扣0.1分，10分扣完"
            "为止，得0分",
            "实际日期再提前366天、不晚于2023-12-31，可得回10分",
            "due on 2023-12-31, done on 2024-12-31: 366 days late, each costs 0.1 points, more "
            "than the 10 points there are: 0 points",
            "366 days earlier, which is 2023-12-31, wins back 10 points"},
           {due("2025-02-01", R"(, "floor": "2")"), "2",
            "目标日期2023-12-31，实际日期2025-02-01，比目标日期晚398天，10分不得分，不足该项最低"
            "分，计2分",
            "实际日期再提前398天、不晚于2023-12-31，可得回8分",
            "due on 2023-12-31, done on 2025-02-01: 398 days late, none of 10 points, less "
            "than the least of its row: 2 points",
            "398 days earlier, which is 2023-12-31, wins back 8 points"}});
}

TEST_CASE("row rules: floor and cap in words, and what they leave to win back") {
    check("",
          {{at_least("20", R"("floor": "3")"), "3",
            "目标值100，实际值20，完成目标的20%，10分中得2分，不足该项最低分，计3分",
            "实际值再提高80、达到目标值100，可得回7分",
            "target 100, actual 20: 20% of it, 2 of 10 points, less than the least of its "
            "row: 3 points",
            "80 more, which reaches the target 100, wins back 7 points"},
           {at_least("95", R"("cap": "9")"), "9",
            "目标值100，实际值95，完成目标的95%，10分中得9.5分，超过该项最高分，计9分", "",
            "target 100, actual 95: 95% of it, 9.5 of 10 points, more than the most of its "
            "row: 9 points",
            ""},
           {at_least("50", R"("cap": "9")"), "5", "目标值100，实际值50，完成目标的50%，10分中得5分",
            "实际值再提高50、达到目标值100，可得回4分",
            "target 100, actual 50: 50% of it, 5 of 10 points",
            "50 more, which reaches the target 100, wins back 4 points"}});
}

TEST_CASE("row rules: far above, on each side and in each way, in words") {
    check(R"(, "far_above": {"from": "1.3", "share": "20%", "side": ">="})",
          {{at_least("150", R"("unit": "个")"), "8",
            "目标值100，实际值150，远超目标值，扣分值的20%即2分，得8分", "",
            "target 100, actual 150: far above, −20% of its points, 2, 8 points", ""}});
    check(R"(, "far_above": {"from": "1.3", "proportional": true})",
          {{at_least("150", R"("unit": "个")"), "8",
            "目标值100，实际值150，远超目标值，为150%，超过130%的部分按比例扣2分，得8分", "",
            "target 100, actual 150: far above (150%), what is past 130% off in proportion, −2, 8 "
            "points",
            ""},
           {at_least("260", R"("unit": "个")"), "0",
            "目标值100，实际值260，远超目标值，为260%，超过130%的部分按比例扣13分，扣完为止，得0分",
            "",
            "target 100, actual 260: far above (260%), what is past 130% off in proportion, −13, "
            "more than there is, 0 points",
            ""}});
    check(R"(, "far_above": {"from": "1.3", "deduct": "2", "side": "<="})",
          {{R"("direction": "<=", "target": "13", "actual": "10")", "8",
            "目标值13，实际值10，远低于目标值，扣2分，得8分", "",
            "target 13, actual 10: far below, −2, 8 points", ""},
           {at_least("150", R"("unit": "个")"), "10", "目标值100，实际值150，已达标，得满分10分",
            "", "target 100, actual 150: met, all 10 points", ""}});
    check(R"(, "far_above": {"from": "1.3", "proportional": true, "side": "<="})",
          {{R"("direction": "<=", "target": "13", "actual": "0")", "0",
            "目标值13，实际值0，远低于目标值，扣10分，得0分", "",
            "target 13, actual 0: far below, −10, 0 points", ""}});
}

TEST_CASE("row rules: what is refused, and what to write") {
    const std::string base = R"("direction": ">=", "target": "100", "actual": "92", )";
    const std::string date = R"("direction": "<=", "rule": "date", "target": "2023-12-31", )";
    const std::vector<std::pair<std::string, std::string>> cases{
        {base + R"("rule": "half")",
         "facts.target /rule: rule can't be \"half\"; one of: ratio, all, pass, per_point, date"},
        {base + R"("rule": "pass")",
         "facts.target /rule: the rule \"pass\" needs \"least\"; add \"least\": \"60%\", or what "
         "the standard says"},
        {base + R"("rule": "per_point")",
         "facts.target /rule: the rule \"per_point\" needs \"deduct\"; add \"deduct\": \"0.5\", "
         "or what the standard says"},
        {base + R"("least": "60%")",
         "facts.target /least: \"least\" belongs to a target with the rule \"pass\"; write "
         "\"rule\": \"pass\", or leave it out"},
        {base + R"("rule": "all", "deduct": "1")",
         "facts.target /deduct: \"deduct\" belongs to a target with the rule \"per_point\", "
         "\"date\"; write \"rule\": \"per_point\", or leave it out"},
        {date + R"("actual": "2024-01-01", "part": "whole")",
         "facts.target /part: \"part\" belongs to a target with the rule \"per_point\"; write "
         "\"rule\": \"per_point\", or leave it out"},
        {base + R"("rule": "pass", "least": "60")",
         "facts.target /least: \"least\" is a completion from 0 to 100 %, found 60; write 0.6 or "
         "\"60%\" for 60 %"},
        {base + R"("rule": "per_point", "deduct": "-1")",
         "facts.target /deduct: \"deduct\" is 0 points or more, found -1"},
        {base + R"("rule": "per_point", "deduct": "1", "part": "half")",
         "facts.target /part: part can't be \"half\"; one of: whole, started, exact"},
        {base + R"("floor": "-0.1")",
         "facts.target /floor: \"floor\" is 0 points or more, found -0.1"},
        {base + R"("floor": "2", "cap": "1.9")",
         "facts.target /cap: the cap of 1.9 points is below the floor of 2"},
        {base + R"("floor": "2", "cap": "2")", "scored"},
        {base + R"("floor": "10")", "scored"},
        {base + R"("floor": "10.01")",
         "facts.target: the floor of \"甲\" is 10.01 points, more than the 10 points of its row"},
        {base + R"("cap": "12")",
         "facts.target: the cap of \"甲\" is 12 points, more than the 10 points of its row"},
        {R"("direction": "level", "level": "met", "rule": "pass", "least": "1")",
         "facts.target /rule: a target by level has no rule \"pass\"; leave the rule out for the "
         "rate of its level, or write \"all\": met is full, else nothing"},
        {R"("rule": "date", "target": "2023-12-31", "actual": "2024-01-01")",
         "facts.target /rule: a date is met on its day or earlier, so that its direction is "
         "\"<=\"; add \"direction\": \"<=\""},
        {R"("direction": ">=", "rule": "date", "target": "2023-12-31", "actual": "2024-01-01")",
         "facts.target /direction: a date is met on its day or earlier, so that its direction is "
         "\"<=\"; write \"<=\""},
        {date + R"("actual": "2024年1月12日")",
         "facts.target /actual: \"2024年1月12日\" is not a date; write \"2024-01-12\""},
        {date + R"("actual": "2024-02-30")",
         "facts.target /actual: \"2024-02-30\" is not a date; there is no such day"},
        {date + R"("actual": "12月底")",
         "facts.target /actual: \"12月底\" is not a date; write a day as \"2024-02-01\""},
    };
    for (const auto& [record, error] : cases) {
        CHECK(refused(record) == error);
    }
    const std::string month = refused(date + R"("actual": "2023年12月底前")");
    CHECK(month.find("is not a date") != std::string::npos);
    CHECK(month.find("2023-12-31") != std::string::npos); // asked for, and not assumed
}

TEST_CASE("row rules: far_above takes exactly one of its ways") {
    const auto code = [](const std::string& far) {
        const auto read = RubricDocument::parse(
            R"({"heng": "rubric/1", "id": "one", "title": "one", "points": "10", "language": "en",
 "inputs": {"goals": {"type": "list", "of": "target"}},
 "indicators": [{"id": "x", "name": "X", "points": "10", "rule": {"kind": "targets",
  "rows": "goals", "weights": "equal", "far_above": )" +
            far + "}}]}");
        return read ? std::string{} : read.error().code + ' ' + read.error().pointer.value_or("");
    };
    const std::string at = " /indicators/0/rule/far_above";
    CHECK(code(R"({"from": "1.3", "deduct": "2"})").empty());
    CHECK(code(R"({"from": "1.3", "share": "1"})").empty());
    CHECK(code(R"({"from": "1.3", "proportional": true, "side": "="})").empty());
    CHECK(code(R"({"from": "1.3"})") == "rubric.rule" + at);
    CHECK(code(R"({"from": "1.3", "deduct": "2", "share": "0.1"})") == "rubric.rule" + at);
    CHECK(code(R"({"from": "1.3", "proportional": false})") ==
          "rubric.rule" + at + "/proportional");
    CHECK(code(R"({"from": "1.3", "share": "1.01"})") == "rubric.rule" + at + "/share");
    CHECK(code(R"({"from": "1.3", "deduct": "2", "side": "level"})") ==
          "rubric.word" + at + "/side");
    CHECK(code(R"({"deduct": "2"})") == "rubric.missing-key" + at);
}

TEST_CASE("row rules: a builder sets them as any field of a record") {
    const RubricDocument one = rubric();
    FactsBuilder builder{one};
    const std::string row = builder.append("goals");
    builder.set(row + ".name", "甲").set(row + ".direction", "<=").set(row + ".rule", "date");
    builder.set(row + ".target", "2023-12-31").set(row + ".actual", "2024-01-12");
    builder.set(row + ".deduct", "0.1");
    const auto facts = builder.finish();
    REQUIRE_MESSAGE(facts.has_value(), facts.error());
    CHECK(score(*facts)->items[1].score == Points{"8.8"});
    builder.set(row + ".least", "0.6");
    CHECK(builder.finish().error().code == "facts.target");
}
