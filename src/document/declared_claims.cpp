// SPDX-License-Identifier: Apache-2.0
//
// claims/1
#include "base/json/declared_common.hpp"
#include "document/schema_text.hpp"

#include <array>

namespace heng::detail::declared {
namespace {

constexpr Value claims_heng = words_of("claims/1");
constexpr Value statement_line{
    .form = Form::text, .meaning = "The path of this figure in the facts.", .least = 1};
constexpr auto statement_lines =
    std::to_array<Field>({{"income", &statement_line, optional, "本年收入"},
                          {"opening", &statement_line, optional, "年初结转和结余"},
                          {"total_income", &statement_line, optional, "收入总计"},
                          {"basic", &statement_line, optional, "基本支出"},
                          {"project", &statement_line, optional, "项目支出"},
                          {"expenditure", &statement_line, optional, "本年支出"},
                          {"closing", &statement_line, optional, "年末结转和结余"},
                          {"total_expenditure", &statement_line, optional, "支出总计"},
                          {"transfers", &statement_line, optional, "转移支付"},
                          {"budget", &statement_line, optional, "全年预算数"},
                          {"executed", &statement_line, optional, "全年执行数"}});
constexpr Value statement{.form = Form::object, .what = "a statement", .fields = statement_lines};

constexpr Value claim_kind = words_of("ratio breakdown identity");
constexpr Value identity = words_of("identity");
constexpr auto claim_fields = std::to_array<Field>(
    {{"id", &some_text, required, "Id (编号)", "Of its own among the claims."},
     {"text", &text, required, "Text (原文)", "The words of the report."},
     {"formula", &expression, required, "Formula (公式)",
      "FEEL over the facts: what the figure should follow from."},
     {"printed", &some_text, optional, "Printed figure (所印数字)",
      "As the report prints it, alone: \"99.81%\" or \"2,550.82亿元\". Compared to the places that "
      "it shows."},
     {"kind", &claim_kind, optional, "Kind (类型)",
      "What kind of claim it is; an identity is a formula that is true or false and needs no "
      "printed figure."},
     {"source", &text, optional, "Source (出处)", "Where the report says so."}});
constexpr auto claim_conditions =
    std::to_array<Condition>({{.key = "kind", .is = &identity, .otherwise = {.needs = "printed"}}});
constexpr Value claim{.form = Form::object,
                      .name = "claim",
                      .title = "A claim (报告中的数)",
                      .what = "a claim",
                      .fields = claim_fields,
                      .conditions = claim_conditions};
constexpr Value claim_list = list_of(claim);

constexpr Value labels = map_of(some_text);

constexpr auto claims_fields = std::to_array<Field>(
    {{"heng", &claims_heng, required, heng_title, heng_meaning},
     {"claims", &claim_list, required, "Claims (数字)"},
     {"language", &language, optional, language_title, language_meaning},
     {"statement", &statement, optional, "Budget statement (收支表)",
      "Where the facts have the figures of the statement of income and expenditure."},
     {"labels", &labels, optional, "Labels (数据名称)",
      "What figures are called in sentences, by their paths: {\"report.points\": \"自评分值\"}. "
      "A rubric that is given names its inputs, and the statement's figures have names."},
     {"source", &text, optional, "Source (出处)", "The report."}});

} // namespace

constexpr Value claims{
    .form = Form::object,
    .name = "claims",
    .title = "Figures that a report prints (报告数字)",
    .meaning = "claims/1: each figure with the formula that it should follow from. Checked with: "
               "heng reconcile",
    .what = "a claims document",
    .fields = claims_fields};

constexpr Format claims_format = format_of<claims>();

} // namespace heng::detail::declared
