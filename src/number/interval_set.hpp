// SPDX-License-Identifier: Apache-2.0
//
// Sets of numbers, exactly: any number of intervals, or the whole numbers in them.
//
//     const IntervalSet bands{{Interval::up_to(Ratio{1}), Interval::above(Ratio{2})}};
//     bands.complement().text()                                   // "(1..2]"
//     IntervalSet{Interval::from(Ratio{0})}.without(bands).sample()     // 2
//
// The parts rise and stay apart from one another, so that equal sets have equal parts. A set
// operation of sets with n and m parts takes O(n × m) comparisons.
#pragma once

#include <heng/number/interval.hpp>

#include <string>
#include <vector>

namespace heng {

class IntervalSet {
  public:
    /// No number.
    IntervalSet() = default;
    /// All numbers that lie in one of them, whichever their order; `whole`: that are whole, too.
    explicit IntervalSet(std::vector<Interval> intervals, bool whole = false);
    explicit IntervalSet(Interval interval) : IntervalSet(std::vector{std::move(interval)}) {}

    [[nodiscard]] bool empty() const { return parts_.empty(); }
    /// Rising, apart from one another, none empty; where only whole numbers are in it, with ends
    /// that are whole and closed.
    [[nodiscard]] const std::vector<Interval>& parts() const { return parts_; }
    /// Whether only whole numbers are in it; false where it is empty.
    [[nodiscard]] bool is_whole() const { return whole_; }
    [[nodiscard]] bool contains(const Ratio& number) const;
    /// From the least to the greatest. Requires: not empty.
    [[nodiscard]] Interval hull() const;

    [[nodiscard]] IntervalSet met(const IntervalSet& other) const;
    /// The gaps: every number that lies in none of the parts.
    [[nodiscard]] IntervalSet complement() const;
    /// This without all that lies in the parts of `other`.
    [[nodiscard]] IntervalSet without(const IntervalSet& other) const;

    /// Whether a whole multiple of `step` lies in one of the parts. Requires: step > 0.
    [[nodiscard]] bool has_multiple_of(const Ratio& step) const;
    /// A number of few digits in the first part. Requires: not empty.
    [[nodiscard]] Ratio sample() const;
    /// The parts as FEEL writes them, at most three.
    [[nodiscard]] std::string text() const;

    friend bool operator==(const IntervalSet&, const IntervalSet&) = default;

  private:
    std::vector<Interval> parts_;
    bool whole_ = false;
};

/// "[0..0.2)", "0.3", "> 5", "-" for all: as unary tests of FEEL.
[[nodiscard]] std::string interval_text(const Interval& interval);

} // namespace heng
