// SPDX-License-Identifier: Apache-2.0
//
// Sets of numbers that bands and grades cover, exactly: any number of intervals.
//
//     region_of(bands).met(domain).without(first).text()      // "(0.2..0.25), > 9"
#pragma once

#include "feel/numbers.hpp"

#include <heng/rule/interval.hpp>

#include <string>
#include <vector>

namespace heng::linting {

class Region {
  public:
    Region() = default;
    explicit Region(std::vector<feel::Interval> parts, bool whole = false);

    /// Rising and apart.
    [[nodiscard]] const std::vector<feel::Interval>& parts() const { return parts_; }
    [[nodiscard]] bool empty() const { return parts_.empty(); }
    [[nodiscard]] bool contains(const Ratio& number) const;
    [[nodiscard]] Region met(const Region& other) const;
    [[nodiscard]] Region without(const Region& other) const;
    /// Whether no whole number is in it.
    [[nodiscard]] bool empty_of_whole() const;
    /// A number of few digits in it; of what is not empty.
    [[nodiscard]] Ratio sample() const;
    /// The intervals as FEEL writes them, at most three.
    [[nodiscard]] std::string text() const;

  private:
    std::vector<feel::Interval> parts_;
    bool whole_ = false; ///< only the whole numbers in it
};

[[nodiscard]] Region region_of(const Interval& interval);
[[nodiscard]] Region region_of(const std::vector<Interval>& intervals);
[[nodiscard]] Region region_of(const feel::Numbers& numbers);
/// Every number times `factor`, which is above 0.
[[nodiscard]] Region scaled(const Region& region, const Ratio& factor);

} // namespace heng::linting
