// SPDX-License-Identifier: Apache-2.0
//
// Sorting values by an order that may be anything a rubric says, even one that contradicts itself.
//
//     merge_sort(items, [](const Value& left, const Value& right) -> std::optional<bool> {
//         return left.number() < right.number();
//     });
//
// Stable for `<` as for `<=`: two items that each precede the other, or of which neither does, keep
// their order (DMN 1.5, table 78, sort). Whatever the answers, it ends after at most 2·n·log2(n)
// questions; where they contradict one another the order is some order of the same items.
#pragma once

#include "feel/value.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

namespace heng::detail::feel {

/// `precedes` says whether its first argument comes before its second; nothing ends the sorting.
/// False then, and the items are to be dropped.
template <class Precedes>
bool merge_sort(std::vector<Value>& items, Precedes precedes) {
    const std::size_t size = items.size();
    std::vector<Value> merged;
    for (std::size_t width = 1; width < size; width *= 2) {
        merged.clear();
        merged.reserve(size);
        for (std::size_t start = 0; start < size; start += 2 * width) {
            const std::size_t middle = std::min(start + width, size);
            const std::size_t end = std::min(middle + width, size);
            std::size_t left = start;
            std::size_t right = middle;
            while (left < middle && right < end) {
                const std::optional<bool> first = precedes(items[left], items[right]);
                if (!first) {
                    return false;
                }
                const std::optional<bool> second =
                    *first ? std::optional{false} : precedes(items[right], items[left]);
                if (!second) {
                    return false;
                }
                merged.push_back(std::move(items[*second ? right++ : left++]));
            }
            for (; left < middle; ++left) {
                merged.push_back(std::move(items[left]));
            }
            for (; right < end; ++right) {
                merged.push_back(std::move(items[right]));
            }
        }
        items.swap(merged);
    }
    return true;
}

} // namespace heng::detail::feel
