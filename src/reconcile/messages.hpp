// SPDX-License-Identifier: Apache-2.0
//
// The sentences of reconcile about figures and claims.
//
//     words(say::unequal(identity.name, left, right, difference))
#pragma once

#include "base/text/messages.hpp"

#include <array>
#include <string_view>
#include <utility>

namespace heng::detail::reconcile::say {

using text::Sentence;

inline constexpr Sentence quoted{"\"{0}\"", "“{0}”"};
inline constexpr Sentence computed{"{0}: printed {1}, and {2} gives {3}",
                                   "{0}：写为 {1}，按 {2} 应为 {3}"};
inline constexpr Sentence without_sign{
    "{0}: printed {1} without %, and {2} gives {3}: as a percentage it would follow",
    "{0}：写为 {1}，未写百分号；按 {2} 为 {3}，作百分数则相符"};
inline constexpr Sentence unequal{"{0}: {1} is not {2}, the difference is {3}",
                                  "{0}：{1} ≠ {2}，相差 {3}"};
inline constexpr Sentence does_not_hold{"{0}: {1} does not hold", "{0}：{1} 不成立"};
inline constexpr Sentence side_printed{"{0}: printed {1}, and its sides are {2} and {3}",
                                       "{0}：写为 {1}，等式两边为 {2} 和 {3}"};
inline constexpr Sentence rounding{"; the rounding of the printed figures may be the reason",
                                   "；可能只是报告数字四舍五入的尾差"};
inline constexpr Sentence indication{
    "; there may be other reasons, which a statement does not show",
    "；也可能另有原因，收支表上看不出，需要说明"};
inline constexpr Sentence first_remedy{
    "; all else as it is, {0} would have to be {1} (printed {2})",
    "；其余不变时，{0}须为 {1}（现为 {2}）"};
inline constexpr Sentence next_remedy{", or {0} {1} (printed {2})", "，或{0}须为 {1}（现为 {2}）"};
inline constexpr Sentence zero{"{0}: {1} divides by zero", "{0}：{1} 的除数为零"};
inline constexpr Sentence not_computable{"{0}: {1} can't be computed: {2}",
                                         "{0}：{1} 无法计算：{2}"};
inline constexpr Sentence no_figure{"a figure that it reads is absent", "所读的数在事实文件中为空"};
inline constexpr Sentence no_number{"what it reads is no number", "所读的不是数"};
inline constexpr Sentence is_text{"{0} is “{1}”, which is no number: {2}",
                                  "{0} 为“{1}”，不是数：{2}"};
inline constexpr Sentence write_it{"write {0}", "请写 {0}"};
inline constexpr Sentence write_alone{"give the one exact figure, in digits, without words",
                                      "请只写一个确切的数字，不带其他文字"};
inline constexpr Sentence no_field{"a record has no entry that it reads", "记录中没有所读的字段"};
inline constexpr Sentence out_of_range{"an argument is out of range", "参数超出范围"};
inline constexpr Sentence too_much{"the formulas together take too long", "各公式合计计算量过大"};
inline constexpr Sentence too_many_names{
    "too many names are not known before it, it was not looked at", "此前未知名称过多，未予计算"};
inline constexpr Sentence too_large{"a result has more digits than numbers may have",
                                    "结果的位数超过限度"};
inline constexpr Sentence no_value{"it has no value", "没有结果"};
inline constexpr Sentence needs_printed{"a formula that is a number needs \"printed\"",
                                        "公式的结果是数，须有 printed"};
inline constexpr Sentence no_unit{"{0} is money, and the facts have no unit to count it in",
                                  "{0} 是金额，而事实文件没有 unit"};
inline constexpr Sentence hint{" ({0})", "（{0}）"};
inline constexpr Sentence parts_of{"the parts of {0} add up", "{0}的各部分之和"};
inline constexpr Sentence parts_differ{"{0}: the total is printed {1}, and its parts add up to {2}",
                                       "{0}：合计写为 {1}，各部分之和为 {2}"};
inline constexpr Sentence sources_of{"{1} is the total of {0}", "{1}是{0}的合计"};
inline constexpr Sentence sources_differ{"{0} is printed {1}, and {2} {3}",
                                         "{0}写为 {1}，而{2}写为 {3}"};
/// The identities of a budget statement, by their ids.
inline constexpr std::array<std::pair<std::string_view, Sentence>, 6> identity_names{{
    {"total-income",
     {"total income = income of the year + opening balance", "总收入 = 本年收入 + 年初结转和结余"}},
    {"total-expenditure",
     {"total expenditure = expenditure of the year + closing balance",
      "总支出 = 本年支出 + 年末结转和结余"}},
    {"balance", {"total income = total expenditure", "总收入 = 总支出"}},
    {"expenditure",
     {"expenditure of the year = basic + project expenditure", "本年支出 = 基本支出 + 项目支出"}},
    {"executed",
     {"executed = expenditure of the year + transfers", "全年执行数 = 本年支出 + 市级转移区支付"}},
    {"unspent",
     {"budget − executed = closing balance", "全年预算数 − 全年执行数 = 年末结转和结余"}},
}};
/// The figures of a budget statement, by the paths at which facts have them.
inline constexpr std::array<std::pair<std::string_view, Sentence>, 11> figure_names{{
    {"income.current", {"income of the year", "本年收入"}},
    {"carry_over.opening", {"opening balance", "年初结转和结余"}},
    {"income.total", {"total income", "总收入"}},
    {"budget.basic", {"basic expenditure", "基本支出"}},
    {"budget.project", {"project expenditure", "项目支出"}},
    {"expenditure.current", {"expenditure of the year", "本年支出"}},
    {"carry_over.closing", {"closing balance", "年末结转和结余"}},
    {"expenditure.total", {"total expenditure", "总支出"}},
    {"budget.transfers", {"transfers", "市级转移区支付"}},
    {"budget.annual", {"budget", "全年预算数"}},
    {"budget.executed", {"executed", "全年执行数"}},
}};
inline constexpr Sentence sources_for{"sources of {0}", "资金来源（{0}）"};
inline constexpr Sentence total_of{"total of {0}", "{0}合计"};
inline constexpr Sentence part_of{"part {1} of {0}", "{0}第{1}项"};
inline constexpr Sentence named_part{"\"{1}\" of {0}", "{0}中的“{1}”"};
inline constexpr Sentence is_empty{"{0} is empty", "{0}是空的"};
inline constexpr Sentence id_twice{"a claim before this one has the id \"{0}\"",
                                   "前面已有 id 为“{0}”的数字"};
inline constexpr Sentence is_no_figure{"{0} is no figure: {1}", "{0}不是数字：{1}"};
inline constexpr Sentence write_figure{
    "write the figure alone as the report prints it, such as \"99.81%\" or \"2,550.82亿元\"",
    "请照报告原文只写数字，如 \"99.81%\" 或 \"2,550.82亿元\""};
inline constexpr Sentence paths_too_long{
    "the paths of the figures in \"data\" repeat more than {0} byte{s} of the keys above them",
    "data 中各数的路径重复上层键名超过 {0} 字节"};
inline constexpr Sentence shorten_keys{"shorten the keys of objects that have many figures",
                                       "请缩短含有许多数的对象的键名"};
inline constexpr Sentence too_many_figures{
    "there are more figures in \"data\" than a list may have rows",
    "data 中的数超过列表行数的上限"};
inline constexpr Sentence unknown_money_unit{"unknown unit of money \"{0}\"",
                                             "不认识金额单位“{0}”"};
inline constexpr Sentence money_units{"one of: 元, 万元, 亿元", "可选：元、万元、亿元"};
inline constexpr Sentence no_path{"the facts have no number at {0}", "事实文件在 {0} 处没有数"};
inline constexpr Sentence confirmed{"{0}: {1} follows from {2} {3}", "{0}：{1} 相符，{2} {3}"};

} // namespace heng::detail::reconcile::say
