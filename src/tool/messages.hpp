// SPDX-License-Identifier: Apache-2.0
//
// What is said of a command line that is wrong.
//
//     return misused(say::no_format(options.format, text::Words{"text or json", "text、json"}));
#pragma once

#include "base/text/messages.hpp"

#include <array>

namespace heng::tool::say {

using detail::text::Sentence;

inline constexpr Sentence try_help{"Example: {0}\nTry: {1} --help", "示例：{0}\n用法：{1} --help"};
inline constexpr Sentence no_call{"there is no command \"{0}\"", "没有命令“{0}”"};
inline constexpr Sentence no_option{"{0} has no option {1}", "{0} 没有选项 {1}"};
inline constexpr Sentence left_over{"\"{0}\" is more than {1} takes", "{1} 不再接受“{0}”"};
inline constexpr Sentence needs_call{"{0} needs a command: {1}", "{0} 之后须写命令：{1}"};
inline constexpr Sentence needs_value{"{0} needs {1}", "{0} 须有 {1}"};
inline constexpr Sentence value_of{"{0} needs a value", "{0} 须有值"};
inline constexpr Sentence given_twice{"{0} takes one value, and {1} are given",
                                      "{0} 只取一个值，却给了 {1} 个"};
inline constexpr Sentence no_flag_value{"{0} takes no value", "{0} 不带值"};
inline constexpr Sentence empty_value{"{0}: the value is empty", "{0} 的值是空的"};
inline constexpr Sentence not_among{"{0} takes {1}, not \"{2}\"", "{0} 可取 {1}，不能是“{2}”"};
inline constexpr Sentence not_within{"{0} takes a whole number from {1} to {2}, not \"{3}\"",
                                     "{0} 取 {1} 至 {2} 的整数，不能是“{3}”"};
inline constexpr Sentence needs_other{"{0} needs {1} as well", "用 {0} 须同时用 {1}"};
inline constexpr Sentence no_code{"there is no code \"{0}\"", "没有代码“{0}”"};
inline constexpr Sentence list_codes{"heng lint --explain all lists them",
                                     "heng lint --explain all 可列出全部代码"};
inline constexpr Sentence not_understood{"the command line can't be read", "无法理解命令行"};
inline constexpr Sentence and_hint{"{0}; {1}", "{0}；{1}"};
inline constexpr Sentence no_format{"there is no format \"{0}\"; -f takes {1}",
                                    "没有格式“{0}”；-f 可取 {1}"};
inline constexpr Sentence one_standard_input{"only one document can be standard input",
                                             "标准输入只能是一份文件"};
inline constexpr Sentence overwrites{
    "the output is {0}, which is read: write it to another file, and move it there afterwards",
    "输出文件就是要读取的 {0}：请写到另一个文件，需要时再改名"};
inline constexpr Sentence needs_first_rubric{"-R needs -r: the rubric of the first facts",
                                             "用 -R 须有 -r：第一份事实的评分标准"};
inline constexpr Sentence text_explains{"-f text shows an explanation: write --explain EXPRESSION",
                                        "-f text 显示解释：请写 --explain EXPRESSION"};
inline constexpr Sentence lines_from_input{"--jsonl reads its expressions from standard input",
                                           "--jsonl 从标准输入读表达式"};
inline constexpr Sentence needs_expression{"eval needs an EXPRESSION, or --jsonl",
                                           "eval 须有 EXPRESSION 或 --jsonl"};
inline constexpr Sentence partial_formats{"--partial has the formats text, json, md and html",
                                          "--partial 的格式有 text、json、md、html"};
inline constexpr Sentence mark_of_csv{"--mark goes with -f csv", "--mark 只用于 -f csv"};
inline constexpr Sentence partial_plan{"--partial does not take a plan", "--partial 不用计划"};
inline constexpr Sentence unit_row{"add a row with the code @unit and 万元, 元 or 亿元",
                                   "请加一行，编码写 @unit，填 万元、元 或 亿元"};
inline constexpr Sentence fill_cell{"fill in this cell", "请填写此单元格"};
inline constexpr Sentence not_written{"the result can't be written: {0}", "无法写出结果：{0}"};
inline constexpr Sentence unreadable{"can't be read: {0}", "无法读取：{0}"};
inline constexpr Sentence unwritable{"can't be written: {0}", "无法写入：{0}"};

// --- sheets that are verified --------------------------------------------------------------------

inline constexpr Sentence other_rubric{"the sheet is of another rubric: {0}, not {1}",
                                       "评分表用的是另一份评分标准：{0}，不是 {1}"};
inline constexpr Sentence rubric_changed{"the rubric was changed after the sheet was written",
                                         "评分表写出之后，评分标准改动过"};
inline constexpr Sentence facts_changed{"the facts were changed after the sheet was written",
                                        "评分表写出之后，事实改动过"};
inline constexpr Sentence sheet_lacks{"{0}: the sheet lacks {1}", "{0}：评分表中没有，重评为 {1}"};
inline constexpr Sentence sheet_says{"{0}: the sheet says {1}, and scoring gives {2}",
                                     "{0}：评分表写 {1}，重评为 {2}"};
inline constexpr Sentence sheet_says_more{"{0}: the sheet says {1}, and scoring gives nothing",
                                          "{0}：评分表写 {1}，重评没有这一项"};
inline constexpr Sentence more_differences{"{0} more difference{s} are not listed",
                                           "另有 {0} 处不同未列出"};
/// The keys of a sheet, and what they are called.
inline constexpr auto sheet_keys = std::to_array<Sentence>({
    {"total", "总分"},       {"grade", "等级"},       {"score", "得分"},
    {"points", "分值"},      {"rate", "得分率"},      {"lost", "失分"},
    {"exact", "精确得分"},   {"status", "状态"},      {"why", "依据"},
    {"recover", "如何得回"}, {"inputs", "数据"},      {"items", "各项"},
    {"name", "名称"},        {"title", "标题"},       {"kind", "种类"},
    {"level", "层级"},       {"parent", "上级"},      {"rule", "规则"},
    {"basis", "依据来源"},   {"adjustments", "调整"}, {"adjustment", "调整"},
    {"diagnostics", "提示"}, {"message", "内容"},     {"code", "代码"},
    {"where", "位置"},       {"rubric", "评分标准"},  {"facts", "事实"},
    {"digest", "校验值"},    {"subject", "评价对象"}, {"year", "年度"},
    {"units", "下属单位"},   {"order", "次序"},       {"actual", "实际值"},
    {"target", "目标值"},    {"unit", "单位"},        {"reason", "理由"},
});

// --- files ---------------------------------------------------------------------------------------

inline constexpr Sentence no_such_file{"No such file or directory", "没有这个文件"};
inline constexpr Sentence no_permission{"Permission denied", "没有权限"};
inline constexpr Sentence is_folder{"Is a directory", "这是文件夹"};
inline constexpr Sentence disk_full{"No space left on device", "磁盘已满"};

} // namespace heng::tool::say
