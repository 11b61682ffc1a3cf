// SPDX-License-Identifier: Apache-2.0
//
// What is written about a score, and about what wins points back, for each kind of rule at its
// edges and beside them: as a finance officer writes it, in Chinese and in English.
#include "support/facts_text.hpp"

#include <heng/scoring/scoring.hpp>

#include <doctest/doctest.h>

using namespace heng;

namespace {

/// A rubric of one indicator with 10 points.
std::string rubric_text(std::string_view language, const std::string& name,
                        const std::string& beside, const std::string& rule) {
    const bool zh = language == "zh";
    const auto label = [zh](const char* chinese, const char* english) {
        return std::string{R"(, "label": ")"} + (zh ? chinese : english) + "\"}";
    };
    return R"({"heng": "rubric/1", "id": "one", "title": "one", "unit": "万元", "points": "10",
 "language": ")" +
           std::string{language} + R"(", "inputs": {
  "spent": {"type": "money", "optional": true)" +
           label("全年执行数", "money spent") + R"(,
  "budget": {"type": "money", "optional": true)" +
           label("全年预算数", "budget") + R"(,
  "share": {"type": "percent", "optional": true)" +
           label("资产利用率", "use of assets") + R"(,
  "days": {"type": "number", "optional": true)" +
           label("平均用时", "days taken") + R"(,
  "late": {"type": "count", "optional": true)" +
           label("逾期合同数", "late contracts") + R"(,
  "ok": {"type": "boolean", "optional": true)" +
           label("建立内控制度", "own rules of control") + R"(,
  "kind": {"type": "text", "optional": true)" +
           label("结余情况", "carry-over") + R"(},
 "indicators": [{"id": "x", "name": ")" +
           name + R"(", "points": "10", )" + beside + R"("rule": )" + rule + "}]}";
}

struct Written {
    std::string beside; ///< what the indicator has beside its rule
    std::string rule;
    std::map<std::string, std::string> facts;
    std::string zh;
    std::string zh_recover;
    std::string en;
    std::string en_recover;
};

void check(const Written& each, std::string_view language) {
    const bool zh = language == "zh";
    const auto rubric = RubricDocument::parse(
        rubric_text(language, zh ? "预算执行率" : "execution rate", each.beside, each.rule));
    REQUIRE_MESSAGE(rubric.has_value(), rubric.error());
    const auto facts = Facts::parse(*rubric, test::facts_text(each.facts));
    REQUIRE_MESSAGE(facts.has_value(), facts.error());
    const auto sheet = score(*facts);
    REQUIRE_MESSAGE(sheet.has_value(), sheet.error());
    INFO(each.rule << ' ' << test::object_text(each.facts));
    CHECK(std::string{sheet->find("x")->why} == (zh ? each.zh : each.en));
    CHECK(std::string{sheet->find("x")->recover} == (zh ? each.zh_recover : each.en_recover));
}

void check(const std::vector<Written>& all) {
    for (const Written& each : all) {
        check(each, "zh");
        check(each, "en");
    }
}

std::map<std::string, std::string> spent(const char* executed, const char* annual = "100") {
    return {{"spent", executed}, {"budget", annual}};
}

const std::string rate = R"("measure": "spent / budget", )";
const std::string share = R"("measure": "share", )";
const std::string days = R"("measure": "days", )";
const std::string late = R"("measure": "late", )";

} // namespace

TEST_CASE("sentences: in proportion") {
    const std::string plain = R"({"kind": "proportional", "pass": "60%"})";
    check({
        {rate, plain, spent("95"), "预算执行率为95%，未达到100%，按比例得10分 × 95% = 9.5分",
         "预算执行率达到100%可得回0.5分",
         "execution rate is 95%, short of 100%: 10 points × 95% = 9.5",
         "execution rate at 100% wins back 0.5 points"},
        {rate, plain, spent("2", "3"),
         "预算执行率为≈66.67%，未达到100%，按比例得10分 × ≈66.67% ≈ 6.6667分",
         "预算执行率达到100%可得回≈3.3333分",
         "execution rate is ≈66.67%, short of 100%: 10 points × ≈66.67% ≈ 6.6667",
         "execution rate at 100% wins back ≈3.3333 points"},
        {rate, plain, spent("100"), "预算执行率为100%，达到100%，得满分10分", "",
         "execution rate is 100%, which reaches 100%: all 10 points", ""},
        {rate, plain, spent("59.99"), "预算执行率为59.99%，低于及格线60%，不得分",
         "预算执行率达到100%可得回10分",
         "execution rate is 59.99%, below the pass mark 60%: no points",
         "execution rate at 100% wins back 10 points"},
        {days,
         R"({"kind": "proportional", "cap": 8})",
         {{"days", "\"8.9\""}},
         "平均用时为8.9，达到8，得满分10分",
         "",
         "days taken is 8.9, which reaches 8: all 10 points",
         ""},
        {days,
         R"({"kind": "proportional", "cap": 8})",
         {{"days", "4"}},
         "平均用时为4，未达到8，按比例得10分 × 0.5 = 5分",
         "平均用时达到8可得回5分",
         "days taken is 4, short of 8: 10 points × 0.5 = 5",
         "days taken at 8 wins back 5 points"},
        {rate, R"({"kind": "proportional", "if_zero_denominator": "full"})", spent("0", "0"),
         "预算执行率的分母为零，按标准计10分", "",
         "execution rate has a zero denominator, which the standard counts as 10 points", ""},
    });
}

TEST_CASE("sentences: bands") {
    const std::string bands = R"--({"kind": "bands", "bands": [
        {"in": "1", "score": 10}, {"in": "[0.9..1)", "score": 9}, {"in": "(0.8..0.9)", "score": 8},
        {"in": "(0.7..0.8]", "score": 7}, {"in": "[0.6..0.7]", "score": 6},
        {"in": "< 0.5", "score": 1}, {"in": "-", "score": 2}]})--";
    const std::string best = "资产利用率等于100%可计10分";
    const std::string best_en = "with use of assets exactly 100%: 10 points";
    check({
        {share,
         bands,
         {{"share", "\"100%\""}},
         "资产利用率为100%，计10分",
         "",
         "use of assets is 100%: 10 points",
         ""},
        {share,
         bands,
         {{"share", "\"90%\""}},
         "资产利用率为90%，在90%（含）～100%之间，计9分",
         best,
         "use of assets is 90%, from 90% to below 100%: 9 points",
         best_en},
        {share,
         bands,
         {{"share", "\"89.99%\""}},
         "资产利用率为89.99%，在80%～90%之间（不含两端），计8分",
         best,
         "use of assets is 89.99%, above 80% and below 90%: 8 points",
         best_en},
        {share,
         bands,
         {{"share", "\"80%\""}},
         "资产利用率为80%，在70%～80%（含）之间，计7分",
         best,
         "use of assets is 80%, above 70% and at most 80%: 7 points",
         best_en},
        {share,
         bands,
         {{"share", "\"70%\""}},
         "资产利用率为70%，在60%（含）～70%（含）之间，计6分",
         best,
         "use of assets is 70%, from 60% to 70%: 6 points",
         best_en},
        {share,
         bands,
         {{"share", "\"49.9%\""}},
         "资产利用率为49.9%，低于50%，计1分",
         best,
         "use of assets is 49.9%, below 50%: 1 point",
         best_en},
        {share,
         bands,
         {{"share", "\"50%\""}},
         "资产利用率为50%，属其余情况，计2分",
         best,
         "use of assets is 50%, in no other band: 2 points",
         best_en},
        {days,
         R"({"kind": "bands", "bands": [{"in": "<= 30", "score": 10}, {"in": "> 30",
            "score": 0}]})",
         {{"days", "31"}},
         "平均用时为31，高于30，计0分",
         "平均用时不高于30可计10分",
         "days taken is 31, above 30: 0 points",
         "with days taken at most 30: 10 points"},
    });
}

TEST_CASE("sentences: steps past a norm") {
    const auto step = [](const char* part) {
        return R"({"kind": "step", "norm": "5%", "side": "above", "every": "1%", "deduct": "0.5",
                   "part": ")" +
               std::string{part} + "\"}";
    };
    const std::string back = "预算执行率不高于5%可得回";
    const std::string back_en = "execution rate of at most 5% wins back ";
    check({
        {rate, step("whole"), spent("5"), "预算执行率为5%，未超出标准值（5%），不扣分", "",
         "execution rate is 5%, not above the norm of 5%: nothing is deducted", ""},
        {rate, step("whole"), spent("5.5"),
         "预算执行率为5.5%，超出标准值（5%）0.5个百分点，不足1个百分点，不扣分", "",
         "execution rate is 5.5%, 0.5 percentage points above the norm of 5%, which is less than 1 "
         "percentage point: nothing is deducted",
         ""},
        {rate, step("exact"), spent("8"),
         "预算执行率为8%，超出标准值（5%）3个百分点，每超1个百分点扣0.5分，共扣1.5分，得8.5分",
         back + "1.5分",
         "execution rate is 8%, 3 percentage points above the norm of 5%; each 1 percentage point "
         "costs 0.5 points, 1.5 together: 8.5 points",
         back_en + "1.5 points"},
        {rate, step("started"), spent("8.2"),
         "预算执行率为8.2%，超出标准值（5%）3.2个百分点，每超1个百分点扣0.5分，不足1个百分点按"
         "1个百分点计，共扣2分，得8分",
         back + "2分",
         "execution rate is 8.2%, 3.2 percentage points above the norm of 5%; each 1 percentage "
         "point costs 0.5 points, a step begun counts whole, 2 together: 8 points",
         back_en + "2 points"},
        {rate, step("exact"), spent("90"),
         "预算执行率为90%，超出标准值（5%）85个百分点，每超1个百分点扣0.5分，10分扣完为止，得0分",
         back + "10分",
         "execution rate is 90%, 85 percentage points above the norm of 5%; each 1 percentage "
         "point costs 0.5 points, more than all 10 points: 0 points",
         back_en + "10 points"},
        {days,
         R"({"kind": "step", "norm": 30, "side": "below", "every": 2, "deduct": 1,
             "part": "exact"})",
         {{"days", "27"}},
         "平均用时为27，低于标准值（30）3，每低2扣1分，共扣1.5分，得8.5分",
         "平均用时不低于30可得回1.5分",
         "days taken is 27, 3 below the norm of 30; each 2 costs 1 point, 1.5 together: 8.5 "
         "points",
         "days taken of at least 30 wins back 1.5 points"},
    });
}

TEST_CASE("sentences: up and down from a base, and on a line") {
    const std::string both = R"({"kind": "steps", "base": 8, "norm": "100%",
        "above": {"every": "5%", "add": "0.5", "part": "whole", "at_most": 2},
        "below": {"every": "1%", "deduct": 1, "part": "started"}, "pass": {"least": "90%"}})";
    const std::string line =
        R"({"kind": "interpolate", "knots": [["60%", 0], ["80%", 6], ["100%", 10]]})";
    const std::string more = "预算执行率达到120%可得回";
    check({
        {rate, both, spent("100"), "预算执行率为100%，对照标准值（100%）不加分、不扣分，得8分",
         more + "2分",
         "execution rate is 100%, which against the norm of 100% changes nothing: 8 points",
         "execution rate at 120% wins back 2 points"},
        {rate, both, spent("111"),
         "预算执行率为111%，超出标准值（100%）11个百分点，每高5个百分点加0.5分，不足5个百分点不加"
         "，在8分上加1分，得9分",
         more + "1分",
         "execution rate is 111%, 11 percentage points above the norm of 100%; each 5 percentage "
         "points adds 0.5 points, whole steps only, 1 on top of 8: 9 points",
         "execution rate at 120% wins back 1 point"},
        {rate, both, spent("97.5"),
         "预算执行率为97.5%，低于标准值（100%）2.5个百分点，每低1个百分点扣1分，不足1个百分点按"
         "1个百分点计，从8分中扣3分，得5分",
         more + "5分",
         "execution rate is 97.5%, 2.5 percentage points below the norm of 100%; each 1 percentage "
         "point costs 1 point, a step begun counts whole, 3 off 8: 5 points",
         "execution rate at 120% wins back 5 points"},
        {rate, both, spent("89.9"), "预算执行率为89.9%，低于90%，不得分", more + "10分",
         "execution rate is 89.9%, below 90%: no points",
         "execution rate at 120% wins back 10 points"},
        {rate, line, spent("70"), "预算执行率为70%，按线性插值计3分", "预算执行率达到100%可计10分",
         "execution rate is 70%: 3 points by linear interpolation",
         "execution rate at 100% scores 10 points"},
    });
}

TEST_CASE("sentences: what is counted, what holds, and what it is called") {
    const std::string counted = R"({"kind": "occurrences", "each": [
        {"count": "late", "deduct": 2, "label": "逾期签订"}]})";
    check({
        {late,
         R"({"kind": "tally", "each": "2.5"})",
         {{"late", "3"}},
         "逾期合同数为3，每个得2.5分，得7.5分",
         "逾期合同数不低于4可得回2.5分",
         "late contracts is 3, at 2.5 points each: 7.5 points",
         "late contracts of at least 4 wins back 2.5 points"},
        {"",
         counted,
         {{"late", "0"}},
         "逾期签订0次，不扣分，得10分",
         "",
         "逾期签订: 0, nothing is deducted: 10 points",
         ""},
        {"",
         counted,
         {{"late", "3"}},
         "逾期签订3次，每次扣2分，应扣6分，得4分",
         "逾期签订每减少1次可得回2分",
         "逾期签订: 3 at 2 points each, −6: 4 points",
         "each fewer “逾期签订” wins back 2 points"},
        {"",
         R"({"kind": "condition", "when": "ok"})",
         {{"ok", "false"}},
         "不符合“建立内控制度”的要求，10分不得分",
         "符合“建立内控制度”的要求可得回10分",
         "“own rules of control” is not met: none of 10 points",
         "“own rules of control” wins back 10 points"},
        {"",
         R"({"kind": "condition", "when": "late = 0 and ok"})",
         {{"ok", "true"}, {"late", "0"}},
         "符合“预算执行率”的要求，得10分",
         "",
         "“execution rate” is met: 10 points",
         ""},
        {R"("measure": "kind", )",
         R"({"kind": "categories", "scores": {"无结余": 10, "有结余": 4}})",
         {{"kind", "\"有结余\""}},
         "属于“有结余”，计4分",
         "达到“无结余”可计10分",
         "category “有结余”: 4 points",
         "“无结余” scores 10 points"},
        {"",
         R"({"kind": "formula", "score": "late * 1.5"})",
         {{"late", "1"}},
         "按公式计算，计1.5分",
         "",
         "by its formula: 1.5 points",
         ""},
        {"",
         R"({"kind": "formula", "score": "late * 1.5"})",
         {{"late", "8"}},
         "按公式计算为12分，高于上限，计10分",
         "",
         "the formula gives 12, more than the most there is: 10 points",
         ""},
    });
}
