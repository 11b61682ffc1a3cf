// SPDX-License-Identifier: Apache-2.0
//
// What is said of a command line that is wrong.
//
//     return misused(say::no_format(options.format, text::Words{"text or json", "text、json"}));
#pragma once

#include "base/text/messages.hpp"

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
inline constexpr Sentence not_written{"the result can't be written: {0}", "无法写出结果：{0}"};
inline constexpr Sentence unreadable{"can't be read: {0}", "无法读取：{0}"};
inline constexpr Sentence unwritable{"can't be written: {0}", "无法写入：{0}"};

} // namespace heng::tool::say
