// SPDX-License-Identifier: Apache-2.0
//
// What is said of facts that can't be scored.
//
//     unanswered(Status::invalid_facts, "facts.no-value", say::no_value(name, say::a_number));
#pragma once

#include "base/text/messages.hpp"

namespace heng::detail::scoring::say {

using text::Sentence;

inline constexpr Sentence a_number{"a number", "数"};
inline constexpr Sentence a_truth{"true or false", "是或否"};
inline constexpr Sentence a_text{"a text", "文字"};
inline constexpr Sentence target_records{"a list of target records", "绩效目标记录的列表"};

inline constexpr Sentence the_total{"the total", "总分"};
inline constexpr Sentence quoted{"\"{0}\"", "“{0}”"};
inline constexpr Sentence divides_by_zero{
    "{0} can't be scored: its denominator is zero{1}, and the rubric does not say what that is "
    "worth",
    "{0}无法计分：分母为零{1}，而评分标准没有规定这时得多少分"};
inline constexpr Sentence in_brackets{" ({0})", "（{0}）"};
inline constexpr Sentence if_zero_denominator{
    "a rubric says it with if_zero_denominator or not_applicable; the expression is {0}",
    "评分标准用 if_zero_denominator 或 not_applicable 来规定；计算式为 {0}"};
inline constexpr Sentence no_value{
    "{0} can't be scored: its expression has no value for these facts, where {1} is needed",
    "{0}无法计分：按这些数据算不出结果，这里须有{1}"};
inline constexpr Sentence no_value_for{"{0} can't be scored: {1}", "{0}无法计分：{1}"};
inline constexpr Sentence expression_is{"the expression is {0}", "计算式为 {0}"};
inline constexpr Sentence no_records{"{0} has no records", "{0}没有记录"};
inline constexpr Sentence is_not_given{"{0} is not given", "{0}没有填"};
inline constexpr Sentence missing{"the fact \"{0}\" is missing", "缺少事实“{0}”"};
inline constexpr Sentence missing_labelled{"the fact \"{0}\" ({1}) is missing",
                                           "缺少事实“{0}”（{1}）"};
inline constexpr Sentence missing_of_unit{"the fact \"{0}\" of the unit \"{1}\" is missing",
                                          "单位“{1}”缺少事实“{0}”"};
inline constexpr Sentence missing_labelled_of_unit{
    "the fact \"{0}\" ({2}) of the unit \"{1}\" is missing", "单位“{1}”缺少事实“{0}”（{2}）"};
inline constexpr Sentence add_to_data{"add it to \"data\"", "请补到 data 中"};
inline constexpr Sentence unassessed{"\"{0}\" ({1}) is scored by assessment, and has none",
                                     "“{0}”（{1}）由人工评分，而没有给出评分"};
inline constexpr Sentence add_assessment{"add it to \"assessed\" with a score and a reason",
                                         "请在 assessed 中写明得分和理由"};
inline constexpr Sentence unassessed_in_band{
    "\"{0}\": {1} is {2}, {3}, which is worth {4} to {5} point{s} by assessment, and has none",
    "“{0}”：{1}为{2}，{3}，该档{4}至{5}分由评审给分，尚未给分"};
inline constexpr Sentence add_in_band{
    "add \"{0}\" to \"assessed\" with a score from {1} to {2} and a reason",
    "请在 assessed 的 {0} 中写明{1}至{2}分之间的得分和理由"};
inline constexpr Sentence assessed_outside_band{
    "\"{0}\": {1} is {2}, {3}, which is worth {4} to {5} point{s}, and was assessed at {6}",
    "“{0}”：{1}为{2}，{3}，该档{4}至{5}分，而评定为{6}分"};
inline constexpr Sentence assess_in_band{"assess it within {0} to {1} point{s}",
                                         "请在{0}至{1}分之间评定"};
inline constexpr Sentence unit_costs_too_long{"what each unit cost takes too long to work out",
                                              "计算各单位扣分的工作量过大"};
inline constexpr Sentence fewer_units{"give the facts of fewer units, or fewer records",
                                      "请减少单位或记录"};
inline constexpr Sentence too_many_steps{"scoring the units one by one takes more than {0} step{s}",
                                         "逐个单位评分的步数超过 {0}"};
inline constexpr Sentence units_weigh_nothing{
    "the units that \"{0}\" applies to weigh nothing together, so that their scores have no mean",
    "“{0}”适用的单位权重合计为 0，得分没有平均值"};
inline constexpr Sentence other_rubric{"these facts were read for another rubric",
                                       "这些事实是按另一份评分标准读取的"};
inline constexpr Sentence read_again{"read them again with Facts::parse for \"{0}\"",
                                     "请用 Facts::parse 按“{0}”重新读取"};

} // namespace heng::detail::scoring::say
