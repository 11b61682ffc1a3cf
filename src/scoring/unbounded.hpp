// SPDX-License-Identifier: Apache-2.0
//
// The scores of a sheet before they were bounded: by the points in play and extra, and by a floor.
//
//     const std::vector<Unbounded> before = unbounded(sheet);
//     before[i].adjusted > item.exact      // 下级得分合计44分，不超过40分
#pragma once

#include <heng/score/sheet.hpp>

#include <vector>

namespace heng::detail::scoring {

struct Unbounded {
    Points own;      ///< by the rule, or of the parts together, rescaled in the total
    Points adjusted; ///< after the adjustments; the bound is applied to this
};

/// Returns the scores of the items, and behind them that of the total. O(items + adjustments).
[[nodiscard]] std::vector<Unbounded> unbounded(const ScoreSheet& sheet);

} // namespace heng::detail::scoring
