// SPDX-License-Identifier: Apache-2.0
//
// The four forms of a sheet, byte for byte.
#include <heng/scoring/render.hpp>
#include <heng/scoring/scoring.hpp>

#include <doctest/doctest.h>

using namespace heng;

namespace {

constexpr const char* rubric_text = R"({"heng": "rubric/1", "id": "demo", "title": "示例|标准",
 "unit": "万元", "points": "10", "basis": "local",
 "rounding": {"scale": 2, "mode": "half-up", "at": ["level-1"]},
 "grades": [{"in": ">= 9", "grade": "优"}, {"in": "-", "grade": "良"}],
 "inputs": {"spent": {"type": "money", "label": "支出"}, "budget": {"type": "money"},
            "late": {"type": "count"}},
 "indicators": [
  {"id": "a", "name": "预算, \"执行\"", "points": "6", "basis": "inferred", "indicators": [
   {"id": "a.1", "name": "执行率", "points": "6", "measure": "spent / budget",
    "rule": {"kind": "proportional"}, "basis": "recalled"}]},
  {"id": "b", "name": "合同", "points": "4", "rule": {"kind": "occurrences",
    "each": [{"count": "late", "deduct": "0.5", "label": "逾期"}]}}],
 "adjustments": [{"id": "cap", "when": "late > 1", "at_most": "8", "reason": "逾期过多"}]})";

constexpr const char* facts_text = R"({"heng": "facts/1", "subject": {"name": "某局", "year": 2023},
 "unit": "万元", "data": {"spent": 2, "budget": 3, "late": 2, "other": 1}})";

struct Scored {
    RubricDocument rubric;
    Facts facts;
    ScoreSheet sheet;
};

Scored scored() {
    const auto rubric = RubricDocument::parse(rubric_text);
    REQUIRE_MESSAGE(rubric.has_value(), rubric.error());
    const auto facts = Facts::parse(*rubric, facts_text);
    REQUIRE_MESSAGE(facts.has_value(), facts.error());
    const auto sheet = score(*facts);
    REQUIRE_MESSAGE(sheet.has_value(), sheet.error());
    return {*rubric, *facts, *sheet};
}

} // namespace

TEST_CASE("render: text") {
    const Scored s = scored();
    CHECK(to_text(s.sheet, s.facts) == R"(某局
示例|标准

指标           分值  得分  得分率  依据
预算, "执行"   6.00  4.00  66.67%  推断
  执行率       6.00  4.00  66.67%  回忆
合同           4.00  3.00  75.00%  自定
总分          10.00  7.00  70.00%
等级 良

说明
  执行率：执行率为≈66.67%，未达到100%，按比例得6分 × ≈66.67% ≈ 4分 → 执行率达到100%可得回2分
  合同：逾期2次，每次扣0.5分，应扣1分，得3分 → 逾期每减少1次可得回0.5分

调整
  总分：不超过8分，7 → 7（逾期过多）

数据
  有1项数据，本标准没有读取

依据：公布 = 见于公布文件；推算 = 由公布数字推算；回忆 = 业内回忆，未见印本；推断 = 由公布内容推断；自定 = 使用者自定
)");
}

TEST_CASE("render: markdown, with its syntax escaped") {
    const Scored s = scored();
    const std::string text = to_markdown(s.sheet, s.facts);
    CHECK(text.find("# 某局\n\n示例\\|标准\n") == 0);
    CHECK(text.find("| 预算, \"执行\" | 6.00 | 4.00 | 66.67% | 推断 |\n") != std::string::npos);
    CHECK(text.find("| &emsp;执行率 | 6.00 | 4.00 | 66.67% | 回忆 |\n") != std::string::npos);
    CHECK(text.find("| **总分** | 10.00 | **7.00** | 70.00% | 良 |\n") != std::string::npos);
}

TEST_CASE("render: HTML says the grade below the table, under no heading of another column") {
    const Scored s = scored();
    const std::string html = to_html(s.sheet, s.facts);
    CHECK(html.find("<td data-label=\"依据\"></td></tr>\n</tbody>\n</table>\n<p>等级 良</p>") !=
          std::string::npos);
    CHECK(html.find("demo") == std::string::npos); // the title says which standard it is
}

TEST_CASE("render: CSV, quoted as RFC 4180 says") {
    CHECK(to_csv(scored().sheet) ==
          "id,name,parent,level,kind,rule,points,score,rate,lost,status,basis,why,"
          "recover,exact,grade\r\n"
          "a,\"预算, \"\"执行\"\"\",,1,branch,,6.00,4.00,66.67%,2.00,scored,inferred,"
          "下级指标合计4分，满分6分,,,\r\n"
          "a.1,执行率,a,2,leaf,proportional,6,4,66.67%,2,scored,recalled,"
          "执行率为≈66.67%，未达到100%，按比例得6分 × ≈66.67% ≈ 4分,执行率达到100%可得回2分,,\r\n"
          "b,合同,,1,leaf,occurrences,4.00,3.00,75.00%,1.00,scored,local,"
          "逾期2次，每次扣0.5分，应扣1分，得3分,逾期每减少1次可得回0.5分,,\r\n"
          ",total,,0,total,,10.00,7.00,70.00%,3.00,,,,,,良\r\n");
}

TEST_CASE("render: CSV, in which no text is a formula or steers a terminal") {
    const Scored s = scored();
    ScoreSheet sheet = s.sheet;
    for (const auto& [name, cell] :
         {std::pair{"=HYPERLINK(1)", "'=HYPERLINK(1)"}, std::pair{"+1", "'+1"},
          std::pair{"-1", "'-1"}, std::pair{"@sum", "'@sum"}, std::pair{" =1", "' =1"},
          std::pair{"＝1", "'＝1"}, std::pair{"", ""}, std::pair{"a=1", "a=1"},
          std::pair{"a\x1b[31m", "a\uFFFD[31m"}, std::pair{"a\nb\tc", "\"a\nb\tc\""}}) {
        sheet.items[2].name = name;
        CHECK(to_csv(sheet).find("\r\nb," + std::string{cell} + ",,1,") != std::string::npos);
    }
    sheet.items[2].score = -sheet.items[2].score; // a number is one
    CHECK(to_csv(sheet).find(",4.00,-3.00,") != std::string::npos);
}

TEST_CASE("render: CSV has decimals, and what does not end beside them") {
    const Scored s = scored();
    ScoreSheet sheet = s.sheet;
    Item& leaf = sheet.items[1];
    leaf.points = Points{Ratio{10, 9}};
    leaf.score = Points{Ratio{10, 27}};
    sheet.total = Points{Ratio{250, 27}};
    const std::string csv = to_csv(sheet);
    INFO(csv);
    CHECK(csv.find(",1.1111111111,0.3703703704,33.33%,0.7407407407,") != std::string::npos);
    CHECK(csv.find("可得回2分,10 ÷ 27,\r\n") != std::string::npos);
    CHECK(csv.find(",10.00,9.2592592593,92.59%,0.7407407407,,,,,250 ÷ 27,良\r\n") !=
          std::string::npos);
    CHECK(csv.find('/') == std::string::npos);
}

TEST_CASE("render: JSON has every member of sheet/1") {
    const Scored s = scored();
    const std::string json = to_json(s.sheet, s.facts);
    for (const char* piece :
         {R"("heng": "sheet/1")", R"("id": "demo")", R"("digest": "sha256:)", R"("year": 2023)",
          R"("total": "7.00")", R"("points": "10.00")", R"("rate": "70.00%")", R"("grade": "良")",
          R"("parent": null)", R"("parent": "a")", R"("rule": "proportional")",
          R"("score": "4.00")", R"("lost": "2.00")", R"("status": "scored")", R"("spent": "2万元")",
          R"("late": "2")", R"("kind": "at_most")", R"("code": "unread-fact")",
          R"("where": "/data/other")"}) {
        INFO(piece);
        CHECK(json.find(piece) != std::string::npos);
    }
}
