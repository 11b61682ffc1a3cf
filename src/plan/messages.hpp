// SPDX-License-Identifier: Apache-2.0
//
// What is said of plans, libraries, policies and progress documents that can't be used.
//
//     day.problem("day", say::no_yearly_day(*written), say::write_yearly_day);
#pragma once

#include "base/text/messages.hpp"

namespace heng::detail::plan::say {

using text::Sentence;

inline constexpr Sentence is_empty{"{0} is empty", "{0}是空的"};
inline constexpr Sentence below_zero{"{0} must not be below zero", "{0}不能小于 0"};
inline constexpr Sentence above_whole{"{0} is above 100%", "{0}大于 100%"};
inline constexpr Sentence share_range{"a share is between 0 and 1, or 0% and 100%",
                                      "比率应在 0 与 1（0% 与 100%）之间"};
inline constexpr Sentence share_in_percent{"a share is between 0% and 100%",
                                           "比率应在 0% 与 100% 之间"};
inline constexpr Sentence amount_below_zero{"an amount is not below zero: give what it is",
                                            "金额不小于 0，请写实际金额"};
inline constexpr Sentence not_a_number{"{0} \"{1}\" is not a number", "{0}“{1}”不是数"};
inline constexpr Sentence unknown_money_unit{"unknown unit of money \"{0}\"",
                                             "不认识金额单位“{0}”"};
inline constexpr Sentence money_units{"one of: 元, 万元, 亿元", "可选：元、万元、亿元"};
inline constexpr Sentence id_twice{"the {0} \"{1}\" is that of another {2} before this one",
                                   "{0}“{1}”与前面另一{2}相同"};
inline constexpr Sentence no_yearly_day{"\"{0}\" is no day of every year",
                                        "“{0}”不是每年都有的日子"};
inline constexpr Sentence write_yearly_day{"write \"06-30\" for the end of June",
                                           "6 月底请写 \"06-30\""};
inline constexpr Sentence checkpoints_rise{"checkpoints rise: their days and their shares",
                                           "进度节点的日期和比率应逐个增大"};
inline constexpr Sentence sort_by_days{"sort them by their days", "请按日期排列"};
inline constexpr Sentence days_rise{"the days must rise", "日期应逐个增大"};
inline constexpr Sentence ends_before_begins{"the entry ends before it begins",
                                             "条目的终止日早于起始日"};
inline constexpr Sentence target_of_indicator{"a target is adjusted of an \"indicator\"",
                                              "调整目标值须写 indicator"};
inline constexpr Sentence add_indicator{"add \"indicator\": its id", "请写 indicator：该指标的 id"};
inline constexpr Sentence no_lists{"a policy reads no lists", "监控办法不读列表"};
inline constexpr Sentence declare_scalar{
    "declare a number, count, money, percent, boolean, text or date",
    "请声明为 number、count、money、percent、boolean、text 或 date"};
inline constexpr Sentence most_rules{"a policy has at most {0} rule{s}", "监控办法最多 {0} 条规则"};
inline constexpr Sentence grade_twice{"there is an advice for \"{0}\" before this one",
                                      "前面已有针对“{0}”的建议"};
inline constexpr Sentence not_of_year{"the day is not of the year {0}", "日期不在 {0} 年内"};
inline constexpr Sentence curve_rises{"a curve rises: its days and its shares",
                                      "曲线的日期和比率应逐个增大"};
inline constexpr Sentence sort_points{"sort the points by their days", "请按日期排列各点"};
inline constexpr Sentence goals_twice{"an entry has \"goals\" or \"goal_progress\"",
                                      "条目要么有 goals，要么有 goal_progress"};
inline constexpr Sentence leave_one{"leave out one of them", "请删去其中一个"};
inline constexpr Sentence says_nothing{"the entry says nothing but its day",
                                       "条目除日期外什么也没有写"};
inline constexpr Sentence add_progress{"add \"spent\", \"goals\" or \"goal_progress\"",
                                       "请写 spent、goals 或 goal_progress"};
inline constexpr Sentence no_goal{"the project has no goal \"{0}\"", "项目没有目标“{0}”"};
inline constexpr Sentence score_or_grade{"a score has \"score\", \"grade\" or both",
                                         "得分须写 score、grade 或两者"};

inline constexpr Sentence two_indicators{
    "the plan has two indicators named \"{0}\" with different targets",
    "计划中有两个名为“{0}”而目标值不同的指标"};
inline constexpr Sentence name_by_id{"name the record by the indicator's id",
                                     "请用指标的 id 作记录的名称"};
inline constexpr Sentence no_day{"{0} is no day", "{0} 不是日期"};
inline constexpr Sentence write_day{
    "write \"2023-09-30\", or \"09-30\" for that of the plan's year",
    "请写 \"2023-09-30\"，或以 \"09-30\" 指计划年度的那一天"};
inline constexpr Sentence no_entry{"there is no entry of {0} that tells as of which day to monitor",
                                   "没有 {0} 年的条目，不知监控到哪一天"};
inline constexpr Sentence no_day_of{"{0} is no day of {1}", "{0} 不是 {1} 年的日期"};
inline constexpr Sentence write_day_as{"write a day as \"{0}\"", "日期请写作 \"{0}\""};
inline constexpr Sentence no_policy{"there is no built-in policy {0}", "没有内置的监控办法 {0}"};
inline constexpr Sentence no_library{"there is no built-in library {0}", "没有内置的指标库 {0}"};
inline constexpr Sentence search_too_long{"the text to search for has {0} byte{s}, more than {1}",
                                          "要查找的文字有 {0} 字节，超过 {1} 字节"};
inline constexpr Sentence search_not_utf8{"the text to search for is not UTF-8 at byte {0}",
                                          "要查找的文字在第 {0} 字节处不是 UTF-8"};
inline constexpr Sentence give_utf8{"give it as UTF-8, and its length in bytes, not characters",
                                    "请用 UTF-8，长度按字节计，不按字符计"};

} // namespace heng::detail::plan::say
