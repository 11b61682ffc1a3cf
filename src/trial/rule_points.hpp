// SPDX-License-Identifier: Apache-2.0
//
// What facts can make each kind of rule do, as a list, and which of it they did.
//
//     rule_points(indicator, words)       // {"<= 0.1", "(0.1..0.2]", "> 0.2"}
//     reached(indicator, sheet, index)    // {1}: the second of these
#pragma once

#include "trial/words.hpp"

#include <heng/rubric/indicator.hpp>
#include <heng/rule/interval.hpp>
#include <heng/score/sheet.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace heng::trial {

/// As unary tests: "<= 0.1", "[80..90)", "0", "-".
[[nodiscard]] std::string interval_text(const Interval& interval);

[[nodiscard]] std::vector<std::string> rule_points(const Indicator& leaf, const Words& words);

/// Indexes of rule_points; of an item that a rule scored.
[[nodiscard]] std::vector<std::size_t> reached(const Indicator& leaf, const ScoreSheet& sheet,
                                               std::size_t item);

} // namespace heng::trial
