// SPDX-License-Identifier: Apache-2.0
//
// The kinds of values that several formats have.
#pragma once

#include "base/json/declared.hpp"

#include <cstdint>
#include <string_view>

namespace heng::detail::declared {

inline constexpr std::string_view decimal_pattern = "^-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?$";
inline constexpr std::string_view amount_pattern =
    "^([0-9]+(\\.[0-9]+)?|-0+(\\.0+)?)([eE][+-]?[0-9]+)?$";
inline constexpr std::string_view share_pattern =
    "^([0-9]+(\\.[0-9]+)?|-0+(\\.0+)?)([eE][+-]?[0-9]+)?%?$";

inline constexpr std::string_view heng_title = "Kind of document (文档类型)";
inline constexpr std::string_view heng_meaning =
    "What the document is. It stands first where heng writes it, and anywhere where heng reads it.";
inline constexpr std::string_view language_title = "Language (语言)";
inline constexpr std::string_view language_meaning =
    "Of the sentences that heng writes; zh where it is absent.";

/// A list of such values, `least` or more.
constexpr Value list_of(const Value& of, std::int64_t least = unbounded) {
    return {.form = Form::list, .least = least, .of = &of};
}
/// Such values by keys of the author's own.
constexpr Value map_of(const Value& of) {
    return {.form = Form::map, .of = &of};
}
constexpr Value words_of(Words words) {
    return {.form = Form::text, .words = words};
}
constexpr Value whole_in(std::int64_t least, std::int64_t most) {
    return {.form = Form::whole, .least = least, .most = most};
}

inline constexpr Value any{};
inline constexpr Value free_object{.form = Form::map};
inline constexpr Value never{.form = Form::never};
inline constexpr Value text{.form = Form::text};
inline constexpr Value some_text{.form = Form::text, .least = 1};
inline constexpr Value truth{.form = Form::truth};
inline constexpr Value unknown{.form = Form::unknown};
inline constexpr Value boolean{.form = Form::boolean};
inline constexpr Value language = words_of("zh en");
inline constexpr Value year = whole_in(1, 9'999);

inline constexpr Value said{.form = Form::text,
                            .name = "said",
                            .title = "A text (文字)",
                            .meaning = "With more in it than blanks.",
                            .pattern = "[^ \\t]"};
inline constexpr Value decimal{
    .form = Form::number,
    .name = "decimal",
    .title = "A decimal (小数)",
    .meaning = "A number, or a string that holds one. Both are read as decimal text, exactly; "
               "write a string where an editor would change the digits.",
    .pattern = decimal_pattern};
inline constexpr Value percent{.form = Form::number,
                               .name = "percent",
                               .title = "A rate (比率)",
                               .meaning = "0.9660, \"0.9660\" and \"96.60%\" are the same value.",
                               .pattern = "^-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?%?$"};
inline constexpr Value amount{.form = Form::number,
                              .name = "amount",
                              .title = "An amount (金额)",
                              .meaning = "A decimal that is not below zero.",
                              .pattern = amount_pattern,
                              .least = 0};
inline constexpr Value share{.form = Form::number,
                             .name = "share",
                             .title = "A share (比例)",
                             .meaning = "Between 0 and 1, or \"0%\" and \"100%\".",
                             .pattern = share_pattern,
                             .least = 0,
                             .most = 1};
inline constexpr Value factor{.form = Form::number,
                              .name = "factor",
                              .title = "A factor (系数)",
                              .meaning = "A rate that is not below zero: 1.3 or \"130%\".",
                              .pattern = share_pattern,
                              .least = 0};
inline constexpr Value date{.form = Form::text,
                            .name = "date",
                            .title = "A day (日期)",
                            .meaning = "YYYY-MM-DD",
                            .pattern = "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"};
inline constexpr Value yearly{.form = Form::text,
                              .name = "yearly",
                              .title = "A day of every year (每年某日)",
                              .meaning = "MM-DD: 06-30 is the end of June.",
                              .pattern = "^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"};
inline constexpr Value expression{
    .form = Form::text,
    .name = "expression",
    .title = "An expression (表达式)",
    .meaning = "FEEL, the expression language of OMG DMN, with exact numbers, such as "
               "budget.executed / budget.annual",
    .least = 1};
inline constexpr Value money_unit{
    .form = Form::text,
    .name = "unit",
    .title = "Unit of money (金额单位)",
    .meaning = "What amounts of money are in: yuan, 10,000 yuan or 100,000,000 yuan.",
    .words = "元 万元 亿元"};
inline constexpr Value basis{
    .form = Form::text,
    .name = "basis",
    .title = "Basis (依据程度)",
    .meaning = "How far the rule is from print: as published, computed from print, recalled, "
               "inferred, or of one's own (the default).",
    .words = "published arithmetic recalled inferred local"};
inline constexpr Value direction{
    .form = Form::text,
    .name = "direction",
    .title = "Direction (方向)",
    .meaning = "What is better than the target; level is a target without a number.",
    .words = ">= <= = level"};
inline constexpr Value category{.form = Form::text,
                                .name = "category",
                                .title = "Category (指标类别)",
                                .words = "数量 质量 时效 成本 经济 社会 生态 可持续 满意度"};

} // namespace heng::detail::declared
