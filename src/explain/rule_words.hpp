// SPDX-License-Identifier: Apache-2.0
//
// A rule in words with its parameters, and the exact steps from what it read to the score.
//
//     rule_words(leaf, say)              // "按比例计分：1 分 × 指标值，最高 1"
//     arithmetic_of(leaf, item, score, ratio, say)     // {"1 分 × 0.7966 = 0.7966 分"}
#pragma once

#include "base/say.hpp"

#include <heng/rubric/rubric.hpp>
#include <heng/score/sheet.hpp>

#include <string>
#include <vector>

namespace heng::detail::explain {

[[nodiscard]] std::string rule_words(const Indicator& indicator, const base::Say& say);

/// Of a leaf or row, which scored `score` before adjustments and rounding. Every number in it comes
/// from the run that made the score. `ratio`: its measure is one, of which a percentage is shown.
[[nodiscard]] std::vector<std::string> arithmetic_of(const Indicator& leaf, const Item& item,
                                                     const Points& score, bool ratio,
                                                     const base::Say& say);

} // namespace heng::detail::explain
