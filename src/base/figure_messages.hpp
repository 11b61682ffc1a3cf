// SPDX-License-Identifier: Apache-2.0
//
// Why a text is no figure: the second half of a sentence.
//
//     return unclear(Unclear::no_number, said::no_number, at);
#pragma once

#include "base/text/messages.hpp"

namespace heng::detail::base::said {

using text::Sentence;

inline constexpr Sentence no_number{"there is no number", "没有数"};
inline constexpr Sentence should_begin{"a number should begin here", "此处应是数的开头"};
inline constexpr Sentence digit_after_point{"a digit should follow the point", "小数点后应有数字"};
inline constexpr Sentence too_long{"the number is longer than numbers may be", "数的位数超过上限"};
inline constexpr Sentence thousands{"thousands are separated by groups of three digits",
                                    "千位分隔应每三位一组"};
inline constexpr Sentence two_signs{"it has two signs", "有两个正负号"};
inline constexpr Sentence bracket_open{"the bracket is not closed", "括号没有闭合"};
inline constexpr Sentence several_numbers{"there are several numbers", "有几个数"};
inline constexpr Sentence share_of_unit{"a share of a unit", "是某个单位的比率"};
inline constexpr Sentence percent_of_yuan{"a percentage of ¥", "是带 ¥ 的百分数"};
inline constexpr Sentence sign_in_word{"whether its sign is in the word “{0}” is not known",
                                       "不知正负号是否在“{0}”一词中"};

} // namespace heng::detail::base::said
