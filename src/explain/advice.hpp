// SPDX-License-Identifier: Apache-2.0
//
// What wins lost points back, in words.
//
//     what_if_words(each, points, sheet, say)
//     // "合同签订超时的项目数 4 → 2（−2）：得回1分，总分95.25（+1）"
#pragma once

#include "base/say.hpp"

#include <heng/explain/explain.hpp>

#include <string>

namespace heng::detail::explain {

/// A fact as a sentence has it: "是" for true, "部分达成" for partly.
[[nodiscard]] std::string value_words(const std::string& value, const base::Say& say);

/// "采购合同签订超时的项目数 4 → 2（−2）"
[[nodiscard]] std::string change_words(const WhatIf& each, const base::Say& say);

/// The change, what it wins back of the points and above them, and what the sheet's total is then.
[[nodiscard]] std::string what_if_words(const WhatIf& each, const Points& points,
                                        const ScoreSheet& sheet, const base::Say& say);

/// The change that lets a grade be as it was, and what total and grade are then.
[[nodiscard]] std::string lifting_words(const WhatIf& each, const ScoreSheet& sheet,
                                        const base::Say& say);

/// One sentence on an item: the best of what wins its lost points back, or why nothing does.
[[nodiscard]] std::string advice(const Explanation& explanation, const Item& item,
                                 const Indicator& indicator, const ItemExplanation& words,
                                 const base::Say& say);

} // namespace heng::detail::explain
