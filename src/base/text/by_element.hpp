// SPDX-License-Identifier: Apache-2.0
//
// The order of sequences by their first unequal elements, for keys of maps and sets.
//
//     std::map<std::vector<std::uint64_t>, int, ByElement> known;
//
// On big-endian machines the `<=>` of libstdc++ 12.2 compares vectors of whole numbers by too few
// of their bytes, so that a map with such keys takes different ones for equal.
#pragma once

#include <algorithm>

namespace heng::detail::text {

struct ByElement {
    /// Whether `a` comes before `b`; a sequence comes before what it is the beginning of. O(the
    /// shorter one).
    template <class Sequence>
    [[nodiscard]] bool operator()(const Sequence& a, const Sequence& b) const {
        const auto ends = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
        return ends.second != b.end() && (ends.first == a.end() || *ends.first < *ends.second);
    }
};

} // namespace heng::detail::text
