// SPDX-License-Identifier: Apache-2.0
//
// A range of numbers with open or closed ends, as bands, grades and limits cover them.
//
//     Interval::from(90_dec);                       // >= 90
//     Interval{80_dec, true, 90_dec, false};        // [80..90)
//
// A standard prints which edge is closed, and standards differ (10 %(含) - 20 %), so both ends say
// it.
#pragma once

#include <heng/number/ratio.hpp>

#include <optional>
#include <utility>

namespace heng {

/// Every x with low <= x (or <, if the end is open) and x <= high (or <); an absent end does not
/// bound. O(1).
struct Interval {
    std::optional<Ratio> low;
    bool low_closed = false;
    std::optional<Ratio> high;
    bool high_closed = false;

    /// Return the intervals of all numbers, of one, and of all that are >=, >, <= and < a number.
    static constexpr Interval everything() { return {}; }
    static constexpr Interval at(Ratio point) { return {point, true, point, true}; }
    static constexpr Interval from(Ratio low) { return {std::move(low), true, {}, false}; }
    static constexpr Interval above(Ratio low) { return {std::move(low), false, {}, false}; }
    static constexpr Interval up_to(Ratio high) { return {{}, false, std::move(high), true}; }
    static constexpr Interval below(Ratio high) { return {{}, false, std::move(high), false}; }

    /// Returns whether `x` lies in the interval.
    [[nodiscard]] constexpr bool contains(const Ratio& x) const {
        if (low && (low_closed ? x < *low : x <= *low)) {
            return false;
        }
        return !high || (high_closed ? x <= *high : x < *high);
    }
};

} // namespace heng
