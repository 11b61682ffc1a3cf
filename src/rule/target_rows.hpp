// SPDX-License-Identifier: Apache-2.0
//
// One row of a targets leaf in words: its own rule, the steps to its score, and why it scores so.
//
//     row_words(leaf, row, say)      // "每低1个百分点扣0.5分，扣完为止；最低2分"
#pragma once

#include "rule/kind.hpp"

#include <heng/rule/targets.hpp>

#include <string>

namespace heng::detail::rule {

/// "；达到目标值1.3倍以上扣2分"
[[nodiscard]] std::string far_above_words(const FarAbove& far, const Say& say);

/// The rule of a row that has one of its own, with what is taken off it far above; "" of another.
[[nodiscard]] std::string row_words(const Indicator& leaf, const Target& row, const Say& say);

/// Of an item that is a row.
void tell_row(const Targets& rule, Told& told);
void say_why_of_row(const Targets& rule, Sentence& s);

/// What about a row's score is one thing or another: whether it was passed by far, and where its
/// rule gives all or nothing, which of them.
[[nodiscard]] std::string state_of_row(const ByTarget& row);

} // namespace heng::detail::rule
