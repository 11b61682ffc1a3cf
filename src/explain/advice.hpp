// SPDX-License-Identifier: Apache-2.0
//
// What wins lost points back, in words.
//
//     what_if_words(each, sheet, say)     // "合同签订超时的项目数 4 → 2（−2）：得回 1
//     分，总分 95.25（+1）"
#pragma once

#include "base/say.hpp"

#include <heng/explain/explain.hpp>

#include <string>

namespace heng::detail::explain {

/// A fact as a sentence has it: "是" for true, "部分达成" for partly.
[[nodiscard]] std::string value_words(const std::string& value, const base::Say& say);

/// "采购合同签订超时的项目数 4 → 2（−2）"
[[nodiscard]] std::string change_words(const WhatIf& each, const base::Say& say);

/// The change, what it wins back, and what the sheet's total is then.
[[nodiscard]] std::string what_if_words(const WhatIf& each, const ScoreSheet& sheet,
                                        const base::Say& say);

/// One sentence on an item: the best of what wins its lost points back, or why nothing does.
[[nodiscard]] std::string advice(const Explanation& explanation, const Item& item,
                                 const Indicator& indicator, const ItemExplanation& words,
                                 const base::Say& say);

} // namespace heng::detail::explain
