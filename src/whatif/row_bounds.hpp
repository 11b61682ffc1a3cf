// SPDX-License-Identifier: Apache-2.0
//
// What one row of a targets leaf can score while some of its record is not known, or is moved.
//
//     most_of_row(rule, points, row, Ratio{90}, Ratio{95})     // while its actual value is in it
//     scores_of_row(rule, points, row, {.actual = true})       // {0, 10} of a rule by all
#pragma once

#include "document/target_record.hpp"
#include "feel/abstract.hpp"

#include <heng/number/points.hpp>
#include <heng/rule/targets.hpp>

#include <optional>

namespace heng::detail::whatif {

/// A bound of what a row scores while its actual value, or the rate of its level, is from `low` to
/// `high`: its most where the rule does not change between them. None where nothing can be scored.
[[nodiscard]] std::optional<Points> most_of_row(const Targets& rule, const Points& points,
                                                const Target& row, const Ratio& low,
                                                const Ratio& high);

/// All that a row can score of which `open` is not known; empty where its floor or cap is above its
/// points, which is refused.
[[nodiscard]] feel::Numbers scores_of_row(const Targets& rule, const Points& points,
                                          const Target& row, const document::OpenTarget& open);

} // namespace heng::detail::whatif
