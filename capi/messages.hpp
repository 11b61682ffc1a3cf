// SPDX-License-Identifier: Apache-2.0
//
// The sentences of the C ABI itself, in both languages: what is wrong with the arguments of a call.
//
//     return Failure{bad_argument("argument.null", say::is_null("rubric"))};
#pragma once

#include "base/text/messages.hpp"

#include <heng/result.hpp>

#include <string>
#include <string_view>

namespace heng::capi {

/// HENG_INVALID_ARGUMENT.
[[nodiscard]] inline Error bad_argument(std::string_view code, detail::text::Words message,
                                        detail::text::Words hint = {}) {
    return detail::text::error_of(Status::invalid_argument, code, std::move(message),
                                  std::move(hint));
}

namespace say {

using detail::text::Sentence;

inline constexpr Sentence is_null{"\"{0}\" is NULL", "“{0}”为 NULL"};
inline constexpr Sentence no_memory_holds{"no memory holds what \"{0}\" is said to have: {1}",
                                          "内存放不下“{0}”所称的长度：{1}"};
inline constexpr Sentence defect{"a defect in heng, please report it: {0}",
                                 "heng 的缺陷，请报告：{0}"};

inline constexpr Sentence size_too_small{
    "{0}->struct_size is {1}, which is less than it takes itself",
    "{0}->struct_size 为 {1}，小于它自身的长度"};
inline constexpr Sentence size_not_set{"{0}->struct_size is {1}, more than {2}, and was not set",
                                       "{0}->struct_size 为 {1}，大于 {2}，没有设置"};
inline constexpr Sentence size_ends_inside{"{0}->struct_size is {1}, which ends inside \"{2}\"",
                                           "{0}->struct_size 为 {1}，止于“{2}”之中"};
inline constexpr Sentence size_ends_before{
    "{0}->struct_size is {1}, which ends before the length of \"{2}\"",
    "{0}->struct_size 为 {1}，止于“{2}”的长度之前"};
inline constexpr Sentence write_sizeof{"write sizeof *{0}", "请写 sizeof *{0}"};
inline constexpr Sentence unknown_fields{
    "{0} has fields that this heng does not know, and they are not zero",
    "{0} 有此版本不认识的字段，且不为零"};
inline constexpr Sentence leave_zero{"leave them zero, or use the heng that knows them",
                                     "请把它们留为零，或用认识它们的版本"};
inline constexpr Sentence reserved_set{"{0}->reserved is {1}, and must be 0",
                                       "{0}->reserved 为 {1}，应为 0"};
inline constexpr Sentence clear_first{"clear the struct before it is filled", "填写前请把结构清零"};

inline constexpr Sentence no_cell_kind{"{0}.kind is {1}, which is no HENG_CELL kind",
                                       "{0}.kind 为 {1}，不是 HENG_CELL 的一种"};
inline constexpr Sentence other_cell_size{"{0}.struct_size is another than that of the first cell",
                                          "{0}.struct_size 与第一个单元不同"};

inline constexpr Sentence option_is{"options->{0} is {1}", "options->{0} 为 {1}"};
inline constexpr Sentence places_range{"0 to 9", "应为 0 到 9"};
inline constexpr Sentence threads_range{"0 is one thread", "0 表示一个线程"};
inline constexpr Sentence counts_no_steps{
    "options->max_steps is set, and this call counts no steps",
    "设置了 options->max_steps，而本次调用不计步数"};
inline constexpr Sentence leave_steps{"leave it 0, or cancel the call", "请留为 0，或终止调用"};
inline constexpr Sentence no_language{"options->language is none that heng speaks",
                                      "options->language 不是 heng 支持的语言"};
inline constexpr Sentence languages{"\"zh\" or \"en\"", "请写 \"zh\" 或 \"en\""};
inline constexpr Sentence call_ended{"the caller ended the call", "调用方终止了本次调用"};

inline constexpr Sentence other_rubric{
    "the facts were read for the rubric \"{0}\", and are scored by \"{1}\"",
    "事实是按评分标准“{0}”读取的，而评分用“{1}”"};
inline constexpr Sentence load_for_it{
    "facts name their figures by a rubric's inputs: load them for the rubric that scores them",
    "事实按评分标准的输入项命名：请按用来评分的标准读取"};
inline constexpr Sentence no_format{"there is no format {0}", "没有格式 {0}"};
inline constexpr Sentence no_part{"no {0} {1}", "没有 {0} {1}"};
inline constexpr Sentence no_item{"no item {0}", "没有评分项 {0}"};
inline constexpr Sentence no_finding{"no finding {0}", "没有问题 {0}"};
inline constexpr Sentence no_money_unit{"there is no such unit of money", "没有这样的金额单位"};
inline constexpr Sentence money_units{"one of: 元, 万元, 亿元", "可用：元、万元、亿元"};
inline constexpr Sentence reads_no_files{"the library reads no files, and a test names \"{0}\"",
                                         "程序库不读文件，而有测试指名“{0}”"};
inline constexpr Sentence write_facts{"write the facts into the test, as \"facts\"",
                                      "请把事实写在测试的 facts 中"};
inline constexpr Sentence items_past_memory{"so many items fit no memory", "内存放不下这么多项"};

} // namespace say
} // namespace heng::capi
