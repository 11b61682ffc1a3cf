// SPDX-License-Identifier: Apache-2.0
//
// A set of numbers, as a proof needs it: a few intervals with exact ends, open or closed.
//
//     Numbers amounts = Numbers::of(Interval{Ratio{0}, true, {}, false});       // [0..∞)
//     amounts.without(Interval{Ratio{0}, true, Ratio{0}, true});                // (0..∞)
//     divided(amounts, Numbers::at(Ratio{2})).contains(Ratio{7});               // true
//
// Every operation gives at least all results that its operands can have, and more only where the
// exact set would have more than a few parts, or ends of hundreds of digits, which move outwards to
// a near decimal. Nothing throws but
// std::bad_alloc; an operation costs a bounded number of steps on bounded numbers.
#pragma once

#include "number/interval_set.hpp"

#include <heng/number/interval.hpp>
#include <heng/number/ratio.hpp>
#include <heng/number/rounding.hpp>

#include <optional>
#include <vector>

namespace heng::detail::feel {

class Numbers {
  public:
    /// None.
    Numbers() = default;

    [[nodiscard]] static Numbers all() { return of(Interval{}); }
    [[nodiscard]] static Numbers at(const Ratio& number);
    [[nodiscard]] static Numbers of(Interval interval, bool whole = false);
    /// 0, 1, 2 …
    [[nodiscard]] static Numbers counts() { return of({Ratio{0}, true, {}, false}, true); }

    [[nodiscard]] bool empty() const { return set_.empty(); }
    [[nodiscard]] const IntervalSet& set() const { return set_; }
    /// Rising, and apart from one another.
    [[nodiscard]] const std::vector<Interval>& parts() const { return set_.parts(); }
    /// Whether they are whole numbers only.
    [[nodiscard]] bool is_whole() const { return set_.is_whole(); }
    [[nodiscard]] bool contains(const Ratio& number) const { return set_.contains(number); }
    /// The number, where there is exactly one.
    [[nodiscard]] std::optional<Ratio> only() const;
    /// From the least to the greatest. Requires: not empty.
    [[nodiscard]] Interval hull() const { return set_.hull(); }
    /// Whether all of them are >= 0.
    [[nodiscard]] bool none_below_zero() const;

    [[nodiscard]] Numbers joined(const Numbers& other) const;
    [[nodiscard]] Numbers met(const Numbers& other) const;
    [[nodiscard]] Numbers met(const Interval& interval) const;
    [[nodiscard]] Numbers without(const Interval& interval) const;
    [[nodiscard]] Numbers without(const IntervalSet& other) const;
    [[nodiscard]] Numbers without(const Numbers& other) const { return without(other.set_); }
    [[nodiscard]] Numbers without_zero() const { return without(Interval::at(Ratio{0})); }

    friend Numbers negated(const Numbers& numbers);
    friend Numbers absolute(const Numbers& numbers);
    friend Numbers added(const Numbers& a, const Numbers& b);
    friend Numbers multiplied(const Numbers& a, const Numbers& b);
    /// a ÷ b, for every b but 0.
    friend Numbers divided(const Numbers& a, const Numbers& b);
    friend Numbers rounded(const Numbers& numbers, int scale, Rounding mode);
    /// What min(x, y) and max(x, y) can be.
    friend Numbers least(const Numbers& a, const Numbers& b);
    friend Numbers greatest(const Numbers& a, const Numbers& b);

    friend bool operator==(const Numbers&, const Numbers&) = default;

  private:
    Numbers(std::vector<Interval> parts, bool whole);

    IntervalSet set_;
};

[[nodiscard]] Numbers negated(const Numbers& numbers);
[[nodiscard]] Numbers absolute(const Numbers& numbers);
[[nodiscard]] Numbers added(const Numbers& a, const Numbers& b);
[[nodiscard]] Numbers multiplied(const Numbers& a, const Numbers& b);
[[nodiscard]] Numbers divided(const Numbers& a, const Numbers& b);
[[nodiscard]] Numbers rounded(const Numbers& numbers, int scale, Rounding mode);
[[nodiscard]] Numbers least(const Numbers& a, const Numbers& b);
[[nodiscard]] Numbers greatest(const Numbers& a, const Numbers& b);

} // namespace heng::detail::feel
