// SPDX-License-Identifier: Apache-2.0
//
// What is said of lines and columns that can't be scored.
//
//     return refused("batch.size", say::rows_past_memory("9000000000"));
#pragma once

#include "base/text/messages.hpp"

namespace heng::detail::batch::say {

using text::Sentence;

inline constexpr Sentence line_too_long{"a line has more than {0} byte{s}", "一行超过 {0} 字节"};
inline constexpr Sentence document_a_line{"write one facts document a line",
                                          "每行请写一份事实文件"};
inline constexpr Sentence unreadable{"the lines can't be read any further", "无法继续读取各行"};
inline constexpr Sentence no_input{"the rubric has no input {0}", "评分标准没有输入项 {0}"};
inline constexpr Sentence not_by_numbers{
    "the input {0} is a {1}, which a column of numbers can't give",
    "输入项 {0} 的类型是 {1}，不能由数的列给出"};
inline constexpr Sentence not_by_texts{"the input {0} is a {1}, which a column of texts can't give",
                                       "输入项 {0} 的类型是 {1}，不能由文本的列给出"};
inline constexpr Sentence not_by_records{
    "the input {0} is a {1}, which a column of records can't give",
    "输入项 {0} 的类型是 {1}，不能由记录的列给出"};
inline constexpr Sentence by_fields{"give its records by `offsets` and `fields`",
                                    "请以 offsets 和 fields 给出其各条记录"};
inline constexpr Sentence no_field{"the records of {0} have no field {1}",
                                   "{0} 的记录没有字段 {1}"};
inline constexpr Sentence needs_values{
    "the column {0} needs values, or offsets with text or with fields",
    "列 {0} 须有 values，或 offsets 加 text，或 offsets 加 fields"};
inline constexpr Sentence column_scale{
    "the scale of the column {0} is {1}, and must be 0 to 18 (0 for texts)",
    "列 {0} 的小数位数是 {1}，应为 0 至 18（文本为 0）"};
inline constexpr Sentence column_offset{
    "the offset of the column {0} is {1}, and no memory has {2} row{s} behind it",
    "列 {0} 的偏移是 {1}，其后不可能有 {2} 行"};
inline constexpr Sentence offsets_fall{"the offsets of the column {0} fall at row {1}",
                                       "列 {0} 的 offsets 在第 {1} 行变小"};
inline constexpr Sentence record_offsets_fall{
    "the offsets of the column {0} fall at record {1}, which is one of row {2}",
    "列 {0} 的 offsets 在第 {1} 条记录（属第 {2} 行）变小"};
inline constexpr Sentence two_columns{"two columns have the input {0}", "有两列对应输入项 {0}"};
inline constexpr Sentence too_little_room{
    "there must be room for {0} row{s}, and for items as many times that as there are indicators "
    "({1})",
    "须有 {0} 行的空间，各项则为其 {1} 倍（指标数）"};
inline constexpr Sentence rows_past_memory{"no memory has {0} row{s}", "不可能有 {0} 行"};
inline constexpr Sentence score_places{"scores have 0 to 9 decimal places, not {0}",
                                       "得分的小数位数为 0 至 9，不是 {0}"};
inline constexpr Sentence row_past_columns{"no column has as many rows as row {0} needs",
                                           "没有一列有第 {0} 行"};
inline constexpr Sentence too_many_cells{"there are {0} value{s}, and the rubric has {1} inputs",
                                         "有 {0} 个值，而评分标准只有 {1} 个输入项"};
inline constexpr Sentence not_by_cell{
    "the input {0} is a {1}, which a value of this kind can't give",
    "输入项 {0} 的类型是 {1}，不能由这一类值给出"};
inline constexpr Sentence cell_scale{
    "the scale of the value of {0} is {1}, and must be 0 to 18 (0 for what is no number)",
    "输入项 {0} 的值的小数位数是 {1}，应为 0 至 18（不是数的为 0）"};
inline constexpr Sentence no_such_cell{"{1} is no value of the input {0}",
                                       "{1} 不是输入项 {0} 的值"};
inline constexpr Sentence total_places{"the total has more than {0} decimal places",
                                       "总分的小数位数超过 {0} 位"};
inline constexpr Sentence ask_for_places{
    "ask for up to 9 places, or let the rubric round its total",
    "请要求更多位数（至多 9 位），或在评分标准中对总分取整"};

} // namespace heng::detail::batch::say
