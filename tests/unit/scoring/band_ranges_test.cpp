// SPDX-License-Identifier: Apache-2.0
//
// Bands whose score is a range: the facts decide the band, and a person gives the score within it.
#include "support/late_report.hpp"

#include <heng/document/rubric_document.hpp>
#include <heng/facts/facts_builder.hpp>
#include <heng/scoring/render.hpp>
#include <heng/scoring/scoring.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

using namespace heng;
using test::late_facts;
using test::late_rubric;
using test::late_rubric_of;

namespace {

RubricDocument parsed(const std::string& text) {
    const auto rubric = RubricDocument::parse(text);
    REQUIRE_MESSAGE(rubric.has_value(), rubric.error());
    return *rubric;
}

Result<ScoreSheet> scored(const std::string& rubric, const std::string& facts_text) {
    const auto facts = Facts::parse(parsed(rubric), facts_text);
    REQUIRE_MESSAGE(facts.has_value(), facts.error());
    return score(*facts);
}

ScoreSheet sheet_of(const std::string& rubric, const std::string& facts) {
    auto sheet = scored(rubric, facts);
    REQUIRE_MESSAGE(sheet.has_value(), sheet.error());
    return *std::move(sheet);
}

/// The score of the leaf and its status, or the code of the error.
std::string outcome(const std::string& facts) {
    const auto sheet = scored(late_rubric(), facts);
    if (!sheet) {
        return sheet.error().code;
    }
    const Item& item = *sheet->find("late");
    return item.score_text() + ' ' + std::string{name(item.status)};
}

/// The codes of a sheet's diagnostics, and where they are.
std::vector<std::string> told(const ScoreSheet& sheet) {
    std::vector<std::string> lines;
    for (const Diagnostic& each : sheet.diagnostics) {
        lines.push_back(each.code + ' ' + each.where);
    }
    return lines;
}

using Lines = std::vector<std::string>;

} // namespace

TEST_CASE("ranges: the facts decide the band, on both sides of each edge") {
    const struct {
        std::string days;
        std::string given;
        std::string score;
    } cases[] = {
        {"0", "", "8 scored"},
        {"15", "", "8 scored"},
        {"16", "", "facts.assessed"},
        {"16", "6", "6 assessed"},
        {"16", "6.5", "6.5 assessed"},
        {"16", "7.00", "7 assessed"},
        {"16", "7.01", "facts.assessed"},
        {"16", "5.99", "facts.assessed"},
        {"30", "7", "7 assessed"},
        {"31", "7", "facts.assessed"},
        {"31", "5", "5 assessed"},
        {"31", "4", "4 assessed"},
        {"45", "4", "4 assessed"},
        {"45", "3.9", "facts.assessed"},
        {"45", "5.1", "facts.assessed"},
        {"46", "", "0 scored"},
        {"15", "6.5", "8 scored"},
        {"46", "4.5", "0 scored"},
    };
    for (const auto& each : cases) {
        INFO(each.days << " days, given " << each.given);
        CHECK(outcome(late_facts(each.days, each.given)) == each.score);
    }
}

TEST_CASE("ranges: one score that may be 0, below 0 or above the points is given all the same") {
    const std::string rubric = late_rubric_of(R"({"in": "-", "score_range": ["0", "8"]})");
    CHECK(sheet_of(rubric, late_facts("20", "0")).find("late")->score == Points{});
    CHECK(sheet_of(rubric, late_facts("20", "8")).find("late")->score == Points{"8"});
    CHECK(scored(rubric, late_facts("20", "8.01")).error().code == "facts.assessed");
    CHECK(scored(rubric, late_facts("20", "-0.01")).error().code == "facts.assessed");
}

TEST_CASE("ranges: the errors say the measure, the range and what to write, at their place") {
    const auto none = scored(late_rubric(), late_facts("20", ""));
    REQUIRE_FALSE(none.has_value());
    CHECK(none.error().message ==
          "“报送时效”：逾期天数为20，在15～30（含）之间，该档6至7分由评审给分，尚未给分");
    CHECK(none.error().hint == "请在 assessed 的 late 中写明6至7分之间的得分和理由");
    CHECK(none.error().pointer == "");
    const auto outside = scored(late_rubric("en"), late_facts("31", "6.5"));
    REQUIRE_FALSE(outside.has_value());
    CHECK(
        outside.error().message ==
        "\"报送时效\": 逾期天数 is 31, above 30 and at most 45, which is worth 4 to 5 points, and "
        "was assessed at 6.5");
    CHECK(outside.error().hint == "assess it within 4 to 5 points");
    CHECK(outside.error().pointer == "/assessed/late/score");
    CHECK(scored(late_rubric(), late_facts("31", "6.5")).error().message ==
          "“报送时效”：逾期天数为31，在30～45（含）之间，该档4至5分，而评定为6.5分");
    // a score without a reason is no assessment
    const auto facts = Facts::parse(
        parsed(late_rubric()), late_facts("20", "", R"(, "assessed": {"late": {"score": "6"}})"));
    REQUIRE_FALSE(facts.has_value());
    CHECK(facts.error().code == "facts.assessed");
}

TEST_CASE("ranges: why, and what wins points back") {
    const auto words = [](std::string_view language, const char* days, const char* given) {
        const ScoreSheet sheet = sheet_of(late_rubric(language), late_facts(days, given));
        const Item& item = *sheet.find("late");
        return std::string{item.why} + " | " + std::string{item.recover};
    };
    CHECK(words("zh", "20", "6.5") ==
          "逾期天数为20，在15～30（含）之间，该档6至7分，评定6.5分：资料齐全 | "
          "在该档内由评审决定，最多可得回0.5分；逾期天数不高于15可计8分");
    CHECK(words("en", "20", "6.5") ==
          "逾期天数 is 20, above 15 and at most 30, which is worth 6 to 7 points: assessed at 6.5: "
          "资料齐全 | within its band a matter of assessment; up to 0.5 points; with 逾期天数 at "
          "most 15: 8 points");
    CHECK(words("zh", "20", "7") == "逾期天数为20，在15～30（含）之间，该档6至7分，评定7分：资料齐"
                                    "全 | 逾期天数不高于15可计8分");
    CHECK(words("zh", "15", "") == "逾期天数为15，不高于15，计8分 | ");
    CHECK(words("zh", "46", "") == "逾期天数为46，高于45，计0分 | 逾期天数不高于15可计8分");
    // the best band has a range itself; a band of one measure
    const std::string rubric =
        late_rubric_of(R"({"in": "0", "score_range": ["6", "8"]}, {"in": "> 0", "score": "1"})");
    CHECK(sheet_of(rubric, late_facts("0", "7")).find("late")->why ==
          "逾期天数为0，该档6至8分，评定7分：资料齐全");
    CHECK(sheet_of(rubric, late_facts("0", "7")).find("late")->recover ==
          "在该档内由评审决定，最多可得回1分");
    CHECK(sheet_of(rubric, late_facts("3", "")).find("late")->recover ==
          "逾期天数等于0可由评审在6至8分内给分");
}

TEST_CASE("ranges: an assessed score that no band needs is told") {
    CHECK(told(sheet_of(late_rubric(), late_facts("15", "6.5"))) ==
          Lines{"unused-assessment /assessed/late"});
    CHECK(sheet_of(late_rubric(), late_facts("15", "6.5")).diagnostics.front().message ==
          "所属的一档得分固定，未采用所给的评分");
    CHECK(told(sheet_of(late_rubric(), late_facts("16", "6.5"))).empty());
    CHECK(told(sheet_of(late_rubric(), late_facts("15", ""))).empty());
    // the rubric has no such range
    const auto refused = Facts::parse(parsed(late_rubric_of(R"({"in": "-", "score": "8"})")),
                                      late_facts("15", "6.5"));
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().code == "facts.assessed");
}

TEST_CASE("ranges: a rubric says them well") {
    const auto code = [](std::string_view bands) {
        const auto rubric = RubricDocument::parse(late_rubric_of(bands));
        return rubric ? "" : rubric.error().code + ' ' + rubric.error().pointer.value_or("");
    };
    CHECK(code(R"({"in": "-", "score_range": ["8", "8"]})").empty());
    CHECK(code(R"({"in": "-", "score_range": ["0", 8]})").empty());
    CHECK(code(R"({"in": "-", "score_range": ["7", "6"]})") ==
          "rubric.rule /indicators/0/rule/bands/0");
    CHECK(code(R"({"in": "-", "score_range": ["7", "8.01"]})") ==
          "rubric.score-range /indicators/0/rule/bands/0");
    CHECK(code(R"({"in": "-", "score_range": ["-0.01", "8"]})") ==
          "rubric.score-range /indicators/0/rule/bands/0");
    CHECK(code(R"({"in": "-", "score_range": ["7"]})") ==
          "rubric.rule /indicators/0/rule/bands/0/score_range");
    CHECK(code(R"({"in": "-", "score_range": ["6", "7", "8"]})") ==
          "rubric.rule /indicators/0/rule/bands/0/score_range");
    CHECK(code(R"({"in": "-", "score_range": "7"})") ==
          "rubric.type /indicators/0/rule/bands/0/score_range");
    CHECK(code(R"({"in": "-", "score": "7", "score_range": ["6", "7"]})") ==
          "rubric.band /indicators/0/rule/bands/0");
    CHECK(code(R"({"in": "-", "rate": "70%", "score_range": ["6", "7"]})") ==
          "rubric.band /indicators/0/rule/bands/0");
    CHECK(code(R"({"in": "-"})") == "rubric.band /indicators/0/rule/bands/0");
}

TEST_CASE("ranges: facts that are built") {
    const RubricDocument rubric = parsed(late_rubric());
    FactsBuilder builder{rubric};
    builder.set("days", "20").set("paid", "50%").assess("late", "6.5", "资料齐全");
    const auto facts = builder.finish();
    REQUIRE_MESSAGE(facts.has_value(), facts.error());
    const auto sheet = score(*facts);
    REQUIRE_MESSAGE(sheet.has_value(), sheet.error());
    CHECK(sheet->total_text() == "7.50");
}

namespace {

/// The mean of the days of a department and its units, each of which weighs 100.
std::string department_rubric(std::string_view how) {
    return R"({"heng": "rubric/1", "id": "late", "title": "绩效报告报送", "unit": "万元", "points": "8",
 "inputs": {"w": {"type": "money", "aggregate": "sum"},
            "days": {"type": "number", "label": "逾期天数", "aggregate": "mean", "weight": "w"}},
 "units": {"weight": "w", "score": ")" +
           std::string{how} + R"("},
 "indicators": [{"id": "late", "name": "报送时效", "points": "8", "measure": "days",
   "rule": {"kind": "bands", "bands": [)" +
           std::string{test::late_bands} + "]}}]}";
}

/// So many days, and the score that is given; "" for none.
struct Part {
    std::string days;
    std::string given;
};

std::string department_facts(const Part& own, const Part& a, const Part& b) {
    const auto part = [](const Part& each) {
        return R"("data": {"w": 100, "days": )" + each.days + '}' +
               (each.given.empty()
                    ? ""
                    : R"(, "assessed": {"late": {"reason": "r", "score": ")" + each.given + "\"}}");
    };
    return R"({"heng": "facts/1", "unit": "万元", )" + part(own) +
           R"(, "units": [{"subject": {"name": "甲"}, )" + part(a) +
           R"(}, {"subject": {"name": "乙"}, )" + part(b) + "}]}";
}

} // namespace

TEST_CASE("ranges: units, each in its own band by its own assessment") {
    const std::string rubric = department_rubric("score-then-weight");
    const ScoreSheet sheet =
        sheet_of(rubric, department_facts({"10", ""}, {"20", "6.5"}, {"40", "4.5"}));
    CHECK(sheet.find("late")->score == Points{Ratio{19, 3}}); // (8 + 6.5 + 4.5) ÷ 3
    CHECK(sheet.find("late")->status == ItemStatus::assessed);
    const auto none = scored(rubric, department_facts({"10", ""}, {"20", ""}, {"40", "4.5"}));
    REQUIRE_FALSE(none.has_value());
    CHECK(none.error().code == "facts.assessed");
    CHECK(none.error().pointer == "/units/0");
    const auto outside = scored(rubric, department_facts({"10", ""}, {"20", "6"}, {"40", "6"}));
    REQUIRE_FALSE(outside.has_value());
    CHECK(outside.error().pointer == "/units/1/assessed/late/score");
    const ScoreSheet fixed =
        sheet_of(rubric, department_facts({"10", ""}, {"10", "6.5"}, {"50", ""}));
    CHECK(fixed.find("late")->status == ItemStatus::scored);
    CHECK(told(fixed) == Lines{"unused-assessment /units/0/assessed/late"});
}

TEST_CASE("ranges: units whose facts become one, and what each costs in its own band") {
    const std::string rubric = department_rubric("aggregate-then-score");
    // the mean is 20 days; alone the units have 8, 6.5 and, the nearest to it, 5 points
    const ScoreSheet sheet =
        sheet_of(rubric, department_facts({"10", "6.5"}, {"16", ""}, {"34", ""}));
    CHECK(sheet.find("late")->score == Points{"6.5"});
    CHECK(sheet.find("late")->status == ItemStatus::assessed);
    REQUIRE(sheet.units.size() == 3);
    CHECK(sheet.units[0].lost == Points{});
    CHECK(sheet.units[1].lost == Points{"0.5"}); // 1.5 × 1.5 ÷ (1.5 + 3)
    CHECK(sheet.units[2].lost == Points{"1"});
    // none is given for the whole, which needs none: a unit counts at the least of its band
    const ScoreSheet late = sheet_of(rubric, department_facts({"60", ""}, {"60", ""}, {"20", ""}));
    CHECK(late.find("late")->score == Points{});
    CHECK(late.units[2].lost == Points{Ratio{8} * Ratio{2, 18}});
    // a unit's own assessment is not read
    CHECK(told(sheet_of(rubric, department_facts({"10", ""}, {"10", "6.5"}, {"10", ""}))) ==
          Lines{"unread-fact /units/0/assessed/late"});
}
