// SPDX-License-Identifier: Apache-2.0
//
// What the readers of rules say: see base/messages.hpp.
#pragma once

#include "base/text/messages.hpp"

namespace heng::detail::rule::say {

using text::Sentence;

inline constexpr Sentence needs_measure{"this kind of rule needs a \"measure\"",
                                        "这种规则须有 measure"};
inline constexpr Sentence measure_beside{"put \"measure\": \"…\" beside \"rule\"",
                                         "请在 rule 旁边写 \"measure\": \"…\""};
inline constexpr Sentence takes_no_measure{"this kind of rule takes no \"measure\"",
                                           "这种规则不用 measure"};
inline constexpr Sentence score_or_rate{"a band has one of \"score\", \"rate\" and \"score_range\"",
                                        "分档应写 score、rate、score_range 之一"};
inline constexpr Sentence range_is_pair{"a range of scores is [least, most]",
                                        "得分范围的写法是 [最低, 最高]"};
inline constexpr Sentence knot_is_pair{"a knot is [measure, score]", "节点的写法是 [指标值, 得分]"};
inline constexpr Sentence pass_names{"\"pass\" names \"least\", \"most\" or both",
                                     "pass 应写 least、most 或两者"};
inline constexpr Sentence add_or_deduct{"a side has either an \"add\" or a \"deduct\"",
                                        "每一侧应写 add 或 deduct 之一"};
inline constexpr Sentence far_above_takes_one{
    "\"far_above\" has exactly one of \"deduct\", \"share\" and \"proportional\"",
    "far_above 须有 deduct、share、proportional 中的一个，且只有一个"};
inline constexpr Sentence proportional_is_true{
    "\"proportional\" is true, or left out for \"deduct\" or \"share\"",
    "proportional 只能写 true；改用 deduct 或 share 时请删去"};

} // namespace heng::detail::rule::say
