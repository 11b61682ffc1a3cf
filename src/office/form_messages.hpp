// SPDX-License-Identifier: Apache-2.0
//
// The words of forms, and what is said of forms that were filled in.
#pragma once

#include "office/said.hpp"

namespace heng::office::say {

// --- sheets and headings -------------------------------------------------------------------------

inline constexpr Sentence sheet_inputs{"Fill in", "填报"};
inline constexpr Sentence sheet_assessed{"Assessed", "评定"};
inline constexpr Sentence sheet_scores{"Scores", "得分"};
inline constexpr Sentence sheet_help{"How to", "说明"};
inline constexpr Sentence head_label{"Figure", "数据项"};
inline constexpr Sentence head_value{"Value", "填报值"};
inline constexpr Sentence head_unit{"Unit", "单位"};
inline constexpr Sentence head_meaning{"Meaning", "说明"};
inline constexpr Sentence head_used_for{"Used for", "用于指标"};
inline constexpr Sentence head_basis{"Source", "依据"};
inline constexpr Sentence head_code{"Code", "编码"};
inline constexpr Sentence head_indicator{"Indicator", "指标"};
inline constexpr Sentence head_points{"Points", "分值"};
inline constexpr Sentence head_score{"Score", "得分"};
inline constexpr Sentence head_how{"How it is computed", "计算方式"};
inline constexpr Sentence head_assessed{"Assessed score", "评定得分"};
inline constexpr Sentence head_reason{"Reason", "评定理由"};
inline constexpr Sentence head_evidence{"Evidence", "佐证材料"};
inline constexpr Sentence subject_name{"Department, unit or project", "评价对象"};
inline constexpr Sentence subject_year{"Year", "年度"};
inline constexpr Sentence money_unit{"Unit of money", "金额单位"};
inline constexpr Sentence rubric_id{"Rubric", "评分标准"};
inline constexpr Sentence total{"Total", "总分"};

// --- target records ------------------------------------------------------------------------------

inline constexpr Sentence target_name{"Indicator", "指标名称"};
inline constexpr Sentence target_block{"Group", "指标类别"};
inline constexpr Sentence target_points{"Points", "分值"};
inline constexpr Sentence target_direction{"Direction", "指标方向"};
inline constexpr Sentence target_target{"Target", "目标值"};
inline constexpr Sentence target_actual{"Actual value", "实际完成值"};
inline constexpr Sentence target_unit{"Unit", "计量单位"};
inline constexpr Sentence target_level{"Level", "完成等级"};
inline constexpr Sentence target_rate{"Rate", "完成率"};
inline constexpr Sentence target_reason{"Reason for a deviation", "偏差原因"};
inline constexpr Sentence target_rule{"Rule", "计分办法"};
inline constexpr Sentence target_least{"Least completion", "及格完成率"};
inline constexpr Sentence target_deduct{"Deduct", "扣分"};
inline constexpr Sentence target_part{"Part", "不足1个百分点"};
inline constexpr Sentence target_floor{"Floor", "最低分"};
inline constexpr Sentence target_cap{"Cap", "最高分"};

// --- words that are filled in --------------------------------------------------------------------

inline constexpr Sentence yes{"yes", "是"};
inline constexpr Sentence no{"no", "否"};
inline constexpr Sentence some{"some", "有"};
inline constexpr Sentence none{"none", "无"};
inline constexpr Sentence at_least{">=", "≥"};
inline constexpr Sentence at_most{"<=", "≤"};
inline constexpr Sentence equal{"=", "＝"};
inline constexpr Sentence by_level{"level", "定性"};
inline constexpr Sentence met{"met", "达成"};
inline constexpr Sentence partly{"partly", "部分达成"};
inline constexpr Sentence not_met{"not", "未达成"};

// --- what a figure means -------------------------------------------------------------------------

inline constexpr Sentence is_number{"a number", "数"};
inline constexpr Sentence is_money{"an amount", "金额"};
inline constexpr Sentence is_percent{"a percentage", "百分比"};
inline constexpr Sentence is_count{"a whole number", "整数"};
inline constexpr Sentence is_boolean{"yes or no", "是或否"};
inline constexpr Sentence is_text{"words", "文字"};
inline constexpr Sentence is_date{"a day", "日期"};
inline constexpr Sentence is_figure{"a number or a percentage", "数或百分比"};
inline constexpr Sentence is_list{"some: fill in the sheet \"{0}\"; none: leave that sheet blank",
                                  "有：请填工作表“{0}”；无：该表留空"};
inline constexpr Sentence from_to{"{0}, from {1} to {2}", "{0}，{1}至{2}"};
inline constexpr Sentence not_below{"{0}, at least {1}", "{0}，不小于{1}"};
inline constexpr Sentence not_above{"{0}, at most {1}", "{0}，不大于{1}"};
inline constexpr Sentence may_be_blank{"{0}; may be left blank", "{0}；可不填"};
inline constexpr Sentence blank_is{"{0}; blank is {1}", "{0}；不填按{1}"};
inline constexpr Sentence one_of{"choose from the list", "请从下拉列表中选择"};
inline constexpr Sentence wanted{"this must be {0}", "此处应填{0}"};
inline constexpr Sentence one_row{"one row each; add as many as there are", "每行一项，行数不限"};
inline constexpr Sentence from_zero_to{"a score from 0 to {0}", "0至{0}分"};

// --- the sheet of scores -------------------------------------------------------------------------

inline constexpr Sentence live{"computed here", "本表计算"};
inline constexpr Sentence by_heng{"by heng", "由 heng 计分"};
inline constexpr Sentence sum_of_parts{"sum of its parts", "下级合计"};
inline constexpr Sentence scores_note{
    "What this sheet computes is for a look while filling in; the score that counts is heng's: "
    "heng "
    "score -r {0} FILE.xlsx",
    "本表结果供填报时参考，以 heng 的计分为准：heng score -r {0} 文件.xlsx"};

// --- how to fill it in ---------------------------------------------------------------------------

inline constexpr Sentence help_fill{"Fill in the yellow cells; the others are protected.",
                                    "请填写黄色单元格，其余单元格已保护。"};
inline constexpr Sentence help_blank{
    "Leave blank what is not known. 0 and blank are not the same: blank is asked for where it is "
    "needed.",
    "不掌握的请留空。0 与空白不同：评分需要而留空的，计分时会提示。"};
inline constexpr Sentence help_numbers{
    "Write numbers without their unit; amounts are in {0}. A percentage is 96.6% or 0.966.",
    "数字不带单位，金额以{0}计。百分比写 96.6% 或 0.966。"};
inline constexpr Sentence help_lists{
    "Lists have a sheet each, with a row for each item; rows may be added without end.",
    "清单各有一张工作表，每行一项，可一直往下填。"};
inline constexpr Sentence help_codes{
    "Do not change headings and codes: heng finds each figure by its code, not by its place.",
    "请勿改动表头和编码：heng 按编码找数据，与位置无关。"};
inline constexpr Sentence help_score{"Then: heng score -r {0} FILE.xlsx",
                                     "填好后：heng score -r {0} 文件.xlsx"};
inline constexpr Sentence help_saved{
    "It may be saved by Excel, WPS or LibreOffice, as .xlsx or .csv.",
    "可用 Excel、WPS 或 LibreOffice 保存为 .xlsx，也可存为 .csv。"};

// --- what is wrong with a filled form ------------------------------------------------------------

inline constexpr Sentence no_form{"no table of this file is a form of the rubric {0}",
                                  "文件中没有评分标准 {0} 的填报表"};
inline constexpr Sentence write_one{"heng form -r {0} -o FILE.xlsx writes one",
                                    "可用 heng form -r {0} -o 文件.xlsx 生成"};
inline constexpr Sentence other_rubric{"this form is of the rubric {0}, not {1}",
                                       "这是评分标准 {0} 的填报表，不是 {1}"};
inline constexpr Sentence unknown_code{"the rubric has no figure \"{0}\"", "评分标准中没有“{0}”"};
inline constexpr Sentence code_twice{"\"{0}\" is in the form twice", "“{0}”在表中出现两次"};
inline constexpr Sentence date_for_number{
    "{0}: the cell has a date ({1}) where a number is due, as a program makes of 9/9",
    "{0}：应填数，单元格中却是日期（{1}），例如 9/9 会被软件当成日期"};
inline constexpr Sentence type_again{
    "set the format of the cell to General, and write the number again",
    "请把单元格格式改为“常规”，再填数字"};
inline constexpr Sentence error_value{"{0}: the cell has the error {1}", "{0}：单元格是错误值 {1}"};
inline constexpr Sentence no_result{"{0}: the formula has no result in the file",
                                    "{0}：公式在文件中没有结果"};
inline constexpr Sentence open_and_save{"open the file in Excel, WPS or LibreOffice, and save it",
                                        "请用 Excel、WPS 或 LibreOffice 打开并保存"};
inline constexpr Sentence other_book{"{0}: the value comes from another workbook",
                                     "{0}：数值引自另一个工作簿"};
inline constexpr Sentence write_value{"write the value itself", "请直接填数值"};
inline constexpr Sentence truth_for_number{"{0}: the cell has TRUE or FALSE where {1} is due",
                                           "{0}：单元格是逻辑值，应填{1}"};
inline constexpr Sentence none_with_rows{"{0}: the form says that there are none, and lists some",
                                         "{0}：填报为“无”，清单中却有内容"};
inline constexpr Sentence some_without_rows{
    "{0}: the form says that there are some, and lists none", "{0}：填报为“有”，清单却是空的"};
inline constexpr Sentence some_or_none{"{0}: write {1} or {2}, not \"{3}\"",
                                       "{0}：请填“{1}”或“{2}”，不能是“{3}”"};
inline constexpr Sentence units_form{
    "the rubric puts the facts of several units together, for which there is no form",
    "此评分标准汇总多个单位的数据，没有对应的填报表"};
inline constexpr Sentence nested_form{
    "the rubric has lists within lists, for which there is no form",
    "此评分标准的清单中还有清单，没有对应的填报表"};
inline constexpr Sentence facts_as_json{"give the facts as JSON", "请用 JSON 提供数据"};

} // namespace heng::office::say
