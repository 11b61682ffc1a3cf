// SPDX-License-Identifier: Apache-2.0
//
// What is said of a draft that can't be made.
//
//     return Failure{unfit("limit.draft", say::too_many_items("60000", "50000"),
//     say::draft_a_part)};
#pragma once

#include "base/text/messages.hpp"

namespace heng::detail::report::say {

using text::Sentence;

inline constexpr Sentence text_too_long{"the text has {0} byte{s}, more than {1}",
                                        "文字有 {0} 字节，超过 {1} 字节"};
inline constexpr Sentence shorten_text{"shorten it, or raise the limit", "请缩短，或调高上限"};
inline constexpr Sentence nul_byte{"the text has a NUL byte (U+0000)", "文字中有空字节（U+0000）"};
inline constexpr Sentence without_nul{"save it as UTF-8 text, without NUL",
                                      "请存为不含空字节的 UTF-8 文本"};
inline constexpr Sentence not_utf8{"the text is not UTF-8 here", "此处不是 UTF-8 编码"};
inline constexpr Sentence as_utf8{"save it as UTF-8 (not as GBK, GB 18030 or UTF-16)",
                                  "请存为 UTF-8（不是 GBK、GB 18030 或 UTF-16）"};
inline constexpr Sentence keep_form{"write <!-- heng:keep ID --> … <!-- /heng:keep -->",
                                    "请写 <!-- heng:keep ID --> … <!-- /heng:keep -->"};
inline constexpr Sentence mark_open{"the mark of a kept text has no end", "保留文字的标记没有结束"};
inline constexpr Sentence kept_open{"the kept text \"{0}\" has no end", "保留文字“{0}”没有结束"};
inline constexpr Sentence kept_twice{"there are two kept texts \"{0}\"", "有两处保留文字“{0}”"};
inline constexpr Sentence no_marks{"the earlier draft has no marks of kept texts",
                                   "上一稿中没有保留文字的标记"};
inline constexpr Sentence mark_texts{
    "give a draft that heng wrote, or put what is to stay between <!-- heng:keep ID --> and "
    "<!-- /heng:keep -->",
    "请用 heng 写出的报告稿，或把要保留的文字写在 <!-- heng:keep ID --> 和 <!-- /heng:keep --> "
    "之间"};
inline constexpr Sentence homeless{"Texts without a place", "未能归位的文字"};
inline constexpr Sentence homeless_why{
    "The indicators or sections that these texts were about are not in this draft. Move each to "
    "where it belongs, or delete it.",
    "以下文字所属的指标或章节已不在本稿中。请移到应在的位置，或删去。"};
inline constexpr Sentence too_many_kept{"there are more kept texts than {0}",
                                        "保留文字超过 {0} 处"};
inline constexpr Sentence half_given{
    "progress is watched by the thresholds of a policy: one is given without the other",
    "进度要按监控办法的阈值来看，却只给了其中一个"};
inline constexpr Sentence give_both{"give both, or neither", "请都给，或都不给"};
inline constexpr Sentence too_many_items{"the sheet has {0} item{s}, and a draft takes {1}",
                                         "评分结果有 {0} 项，报告最多 {1} 项"};
inline constexpr Sentence draft_a_part{"draft the report of a part of the rubric",
                                       "请按评分标准的一部分起草报告"};

inline constexpr Sentence no_delimiters{"a template can't set delimiters ({{=…=}})",
                                        "模板不能改分隔符（{{=…=}}）"};
inline constexpr Sentence no_parts{"a template can't take in others ({{>…}})",
                                   "模板不能引入别的模板（{{>…}}）"};
inline constexpr Sentence template_names{"see heng/report/report.hpp for what a template may name",
                                         "模板可用的名称见 heng/report/report.hpp"};
inline constexpr Sentence unreadable{"the template can't be read: {0}", "模板无法读取：{0}"};
inline constexpr Sentence too_nested{
    "sections of the template stand in one another deeper than {0}", "模板各节的嵌套超过 {0} 层"};
inline constexpr Sentence too_costly{
    "the template has more than {0} tag{s} and white spaces, or {1} byte{s} in sections",
    "模板的标签和空白超过 {0} 个，或各节超过 {1} 字节"};
inline constexpr Sentence shorten_template{"shorten the template", "请缩短模板"};
inline constexpr Sentence draft_too_long{
    "the template makes a draft of more than {0} byte{s}, its tags counted",
    "按模板写出的报告（连同标签）超过 {0} 字节"};
inline constexpr Sentence fewer_lists{"fill fewer lists, or put fewer in one another",
                                      "请减少列表，或减少嵌套"};

} // namespace heng::detail::report::say
