// SPDX-License-Identifier: Apache-2.0
//
// The tree of indicators as a list: each with its place, parents first.
//
//     const IndicatorTree tree{rubric.indicators};
//     for (const PlacedIndicator& each : tree) {
//         std::cout << each.level << ' ' << each->name << '\n';
//     }
//     tree.each_child(0, [&](std::size_t below) { std::cout << tree.pointer(below) << '\n'; });
//
// The position of an indicator is its number in a score sheet: Item::indicator.
#pragma once

#include <heng/rubric/indicator.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace heng {

/// An indicator and where it stands.
struct PlacedIndicator {
    const Indicator* indicator = nullptr;
    std::optional<std::size_t> parent{}; ///< none at the top
    int level = 1;                       ///< 1 is the top
    std::size_t nth = 0;                 ///< among those of the same parent, from 0
    std::size_t end = 0;                 ///< one past the last of those below it

    const Indicator& operator*() const { return *indicator; }
    const Indicator* operator->() const { return indicator; }
};

/// An index over the indicators of a rubric, parents first; it owns none of them.
class IndicatorTree {
  public:
    /// Precondition: `indicators` outlives the tree and stays unchanged. O(indicators).
    explicit IndicatorTree(const std::vector<Indicator>& indicators) {
        add(indicators, std::nullopt, 1);
    }
    explicit IndicatorTree(const std::vector<Indicator>&&) = delete;

    [[nodiscard]] std::size_t size() const { return placed_.size(); }
    [[nodiscard]] const PlacedIndicator& operator[](std::size_t position) const {
        return placed_[position];
    }
    [[nodiscard]] auto begin() const { return placed_.begin(); }
    [[nodiscard]] auto end() const { return placed_.end(); }

    /// Calls `visit` with the position of each child, in their order.
    template <class Visit>
    void each_child(std::size_t position, Visit visit) const {
        for (std::size_t below = position + 1; below < placed_[position].end;
             below = placed_[below].end) {
            visit(below);
        }
    }

    /// Returns the indicator and all above it, from the top. O(its level).
    [[nodiscard]] std::vector<const Indicator*> path(std::size_t position) const {
        std::vector<const Indicator*> path(static_cast<std::size_t>(placed_[position].level));
        std::optional<std::size_t> at = position;
        for (std::size_t i = path.size(); i > 0; --i, at = placed_[*at].parent) {
            path[i - 1] = placed_[*at].indicator;
        }
        return path;
    }

    /// Returns its JSON Pointer in rubric/1, such as "/indicators/0/indicators/2". O(its level).
    [[nodiscard]] std::string pointer(std::size_t position) const {
        const PlacedIndicator& placed = placed_[position];
        return (placed.parent ? pointer(*placed.parent) : std::string{}) + "/indicators/" +
               std::to_string(placed.nth);
    }

  private:
    void add(const std::vector<Indicator>& indicators, std::optional<std::size_t> parent,
             int level) {
        for (std::size_t nth = 0; nth < indicators.size(); ++nth) {
            const std::size_t position = placed_.size();
            placed_.push_back({&indicators[nth], parent, level, nth, 0});
            add(indicators[nth].indicators, position, level + 1);
            placed_[position].end = placed_.size();
        }
    }

    std::vector<PlacedIndicator> placed_;
};

} // namespace heng
