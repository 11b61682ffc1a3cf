// SPDX-License-Identifier: Apache-2.0
//
// What a rule can score when its measure can be any of several values: the image of each kind,
// exact for one measure, which the sets of numbers keep with open and closed ends.
//
//     score_range(Condition{3_dec}, Abstract::boolean(true, true))      // {0, 3}
//
// What can't be scored (a null, a text where a number is needed) scores nothing and is left out.
#pragma once

#include "feel/abstract.hpp"

#include <heng/rubric/indicator.hpp>

#include <vector>

namespace heng::partial {

/// One number of points, and none.
[[nodiscard]] feel::Numbers at(const Points& points);
[[nodiscard]] feel::Numbers zero();

[[nodiscard]] feel::Numbers score_range(const Proportional& rule, const feel::Abstract& measure);
[[nodiscard]] feel::Numbers score_range(const Bands& rule, const feel::Abstract& measure);
[[nodiscard]] feel::Numbers score_range(const Interpolate& rule, const feel::Abstract& measure);
[[nodiscard]] feel::Numbers score_range(const Step& rule, const feel::Abstract& measure);
[[nodiscard]] feel::Numbers score_range(const Condition& rule, const feel::Abstract& holds);
[[nodiscard]] feel::Numbers score_range(const Categories& rule, const feel::Abstract& category);
[[nodiscard]] feel::Numbers score_range(const Formula& rule, const feel::Abstract& value);
[[nodiscard]] feel::Numbers score_range(const Tally& rule, const feel::Abstract& count);
/// Of the norm, too.
[[nodiscard]] feel::Numbers score_range(const Steps& rule, const feel::Abstract& measure,
                                        const feel::Abstract& norm);
/// Of a count for each kind.
[[nodiscard]] feel::Numbers score_range(const Occurrences& rule,
                                        const std::vector<feel::Abstract>& counts);
/// Of a truth for each item.
[[nodiscard]] feel::Numbers score_range(const Checklist& rule,
                                        const std::vector<feel::Abstract>& held);

} // namespace heng::partial
