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

    /// Whether no number lies in it.
    [[nodiscard]] constexpr bool is_empty() const {
        return low && high && (*low > *high || (*low == *high && !(low_closed && high_closed)));
    }

    /// Whether it begins before `other`: its low end lets in more.
    [[nodiscard]] constexpr bool begins_before(const Interval& other) const {
        if (!low || !other.low) {
            return !low && other.low.has_value();
        }
        return *low < *other.low || (*low == *other.low && low_closed && !other.low_closed);
    }

    /// Whether it ends after `other`: its high end lets in more.
    [[nodiscard]] constexpr bool ends_after(const Interval& other) const {
        if (!high || !other.high) {
            return !high && other.high.has_value();
        }
        return *high > *other.high || (*high == *other.high && high_closed && !other.high_closed);
    }

    friend bool operator==(const Interval&, const Interval&) = default;
};

/// The numbers in both; may be empty. O(1).
[[nodiscard]] constexpr Interval intersection(const Interval& a, const Interval& b) {
    Interval result = a;
    if (a.begins_before(b)) {
        result.low = b.low;
        result.low_closed = b.low_closed;
    }
    if (a.ends_after(b)) {
        result.high = b.high;
        result.high_closed = b.high_closed;
    }
    return result;
}

} // namespace heng
