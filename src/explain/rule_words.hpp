// SPDX-License-Identifier: Apache-2.0
//
// A rule in words with its parameters, and the exact steps from what it read to the score.
//
//     rule_words(leaf, item, say)               // "按比例计分：1分 × 预算执行率，最高按100%计"
//     arithmetic_of(leaf, item, score, say)     // {"1分 × 79.66% = 0.7966分"}
#pragma once

#include "rule/kind.hpp"

#include <heng/rubric/rubric.hpp>
#include <heng/score/sheet.hpp>

#include <string>
#include <vector>

namespace heng::detail::explain {

/// Of a row that has a rule of its own, that rule.
[[nodiscard]] std::string rule_words(const Indicator& indicator, const Item& item,
                                     const rule::Wording& say);

/// Of a leaf or row, which scored `score` before adjustments and rounding. Every number in it comes
/// from the run that made the score.
[[nodiscard]] std::vector<std::string> arithmetic_of(const Indicator& leaf, const Item& item,
                                                     const Points& score, const rule::Wording& say);

} // namespace heng::detail::explain
