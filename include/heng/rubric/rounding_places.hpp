// SPDX-License-Identifier: Apache-2.0
//
// Where a rubric rounds. Rounding happens there and nowhere else: it is part of the standard.
//
//     RoundingPlaces{.scale = 2, .levels = {2}};    // once, at the second level
//
// Source: the Guangzhou 2023 report, whose level-2 scores are the sums of unrounded third-level
// scores; rounding at the third level as well contradicts it.
#pragma once

#include <heng/number/rounding.hpp>

#include <algorithm>
#include <cstdint>
#include <vector>

namespace heng {

/// The kind of an item of the score sheet.
enum class ItemKind : std::uint8_t { branch, leaf, row };

/// The places at which scores are rounded, and how; by default none.
struct RoundingPlaces {
    int scale = 2; ///< decimal places of a rounded score
    Rounding mode = Rounding::half_up;
    bool rows = false;
    bool leaves = false;
    bool total = false;
    std::vector<int> levels{}; ///< depths, 1 is the top: branches and leaves at that depth

    /// Returns whether a score of this kind at this depth is rounded. O(levels).
    [[nodiscard]] bool at(ItemKind kind, int level) const {
        switch (kind) {
        case ItemKind::row:
            return rows;
        case ItemKind::leaf:
            return leaves || at_level(level);
        case ItemKind::branch:
            break;
        }
        return at_level(level);
    }

  private:
    [[nodiscard]] bool at_level(int level) const {
        return std::find(levels.begin(), levels.end(), level) != levels.end();
    }
};

} // namespace heng
