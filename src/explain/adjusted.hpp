// SPDX-License-Identifier: Apache-2.0
//
// The adjustments of a sheet by the item that they changed: a sheet may have thousands of both.
//
//     const AdjustedOf adjusted{sheet};
//     adjusted.of(item)            // in the order in which they were applied; of none: the total's
#pragma once

#include <heng/score/sheet.hpp>

#include <cstddef>
#include <optional>
#include <vector>

namespace heng::detail::explain {

class AdjustedOf {
  public:
    /// The sheet outlives it, and stays where it is.
    explicit AdjustedOf(const ScoreSheet& sheet) : by_item_(sheet.items.size() + 1) {
        for (const Adjusted& each : sheet.adjustments) {
            by_item_[each.item.value_or(sheet.items.size())].push_back(&each);
        }
    }

    [[nodiscard]] const std::vector<const Adjusted*>& of(std::optional<std::size_t> item) const {
        return by_item_[item.value_or(by_item_.size() - 1)];
    }

  private:
    std::vector<std::vector<const Adjusted*>> by_item_;
};

} // namespace heng::detail::explain
