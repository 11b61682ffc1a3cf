// SPDX-License-Identifier: Apache-2.0
//
// What is said of a command line that is wrong.
//
//     return misused(say::no_format(options.format, text::Words{"text or json", "text、json"}));
#pragma once

#include "base/text/messages.hpp"

namespace heng::tool::say {

using detail::text::Sentence;

inline constexpr Sentence try_help{"Try: heng --help", "用法：heng --help"};
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
inline constexpr Sentence partial_plan{"--partial does not take a plan", "--partial 不用计划"};
inline constexpr Sentence not_written{"the result can't be written: {0}", "无法写出结果：{0}"};
inline constexpr Sentence unreadable{"can't be read: {0}", "无法读取：{0}"};
inline constexpr Sentence unwritable{"can't be written: {0}", "无法写入：{0}"};

} // namespace heng::tool::say
