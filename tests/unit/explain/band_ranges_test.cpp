// SPDX-License-Identifier: Apache-2.0
//
// What is advised where a person gives a score within a band: the facts that lead to another band
// are promised, the person's score is not.
#include "support/late_report.hpp"

#include <heng/explain/explain.hpp>
#include <heng/scoring/scoring.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace heng;

namespace {

Explanation explained(const std::string& days, const std::string& given,
                      std::string_view language = "en") {
    const auto rubric = RubricDocument::parse(test::late_rubric(language));
    REQUIRE_MESSAGE(rubric.has_value(), rubric.error());
    const auto facts = Facts::parse(*rubric, test::late_facts(days, given));
    REQUIRE_MESSAGE(facts.has_value(), facts.error());
    auto explanation = explain(*facts);
    REQUIRE_MESSAGE(explanation.has_value(), explanation.error());
    return *std::move(explanation);
}

/// "20 -> 15: +1.5", with the score that a person gives then; and the advice behind.
std::vector<std::string> advised(const Explanation& explanation) {
    std::vector<std::string> lines;
    for (const WhatIf& each : explanation.items.front().recover) {
        std::string line = each.from + " -> " + each.to + ": +" + each.gained.to_string();
        for (const GoesWith& other : each.goes_with) {
            line += ", " + other.path + ' ' + other.from + " -> " + other.to;
        }
        lines.push_back(std::move(line));
    }
    lines.push_back(explanation.items.front().advice);
    return lines;
}

using Lines = std::vector<std::string>;

} // namespace

TEST_CASE("ranges, explain: another band is promised, more within this one is not") {
    CHECK(advised(explained("20", "6.5")) ==
          Lines{"20 -> 15: +1.5",
                "逾期天数 20 → 15 (−5): wins back 1.5, total 9 (+1.5); within its band a matter of "
                "assessment; up to 0.5 points"});
    // the next band has a range: what a person would give is counted at its least
    CHECK(
        advised(explained("40", "4.5")) ==
        Lines{
            "40 -> 15: +3.5", "40 -> 30: +1.5, assessed.late.score 4.5 -> 6",
            "逾期天数 40 → 30 (−10) (“报送时效” is a matter of assessment then, counted at 6) wins "
            "back "
            "1.5; 逾期天数 40 → 15 (−25): wins back 3.5, total 9 (+3.5); within its band a matter "
            "of assessment; up to 0.5 points"});
    // none was given where the band has one score
    CHECK(advised(explained("46", "")).at(1) == "46 -> 45: +4, assessed.late.score  -> 4");
    CHECK(advised(explained("15", "")) == Lines{""});
}

TEST_CASE("ranges, explain: each promise is kept by the document that it describes") {
    for (const char* days : {"16", "30", "31", "45", "46", "60"}) {
        const std::string given = std::string{days} < "31" ? "6" : "4";
        const bool is_fixed = std::string{days} > "45";
        const Explanation explanation = explained(days, is_fixed ? "" : given);
        for (const WhatIf& each : explanation.items.front().recover) {
            const std::string other = each.goes_with.empty() ? "" : each.goes_with.front().to;
            const auto facts = Facts::parse(*RubricDocument::parse(test::late_rubric()),
                                            test::late_facts(each.to, other));
            REQUIRE_MESSAGE(facts.has_value(), facts.error());
            const auto sheet = score(*facts).value();
            INFO(days << " -> " << each.to);
            CHECK(sheet.find("late")->score == each.score);
            CHECK(sheet.total == each.total);
        }
    }
}

TEST_CASE("ranges, explain: the rule and the arithmetic") {
    const ItemExplanation words = explained("20", "6.5", "zh").items.front();
    CHECK(words.rule ==
          "分档计分：不高于15得8分；在15～30（含）之间得6至7分；在30～45（含）之间得4至5分；"
          "高于45得0分");
    CHECK(words.arithmetic ==
          Lines{"逾期天数 = 20", "在15～30（含）之间：6至7分", "由评审在该档内计6.5分（资料齐全）"});
}
