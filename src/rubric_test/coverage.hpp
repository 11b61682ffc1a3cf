// SPDX-License-Identifier: Apache-2.0
//
// What tests make a rubric do: each band, segment, category, item, edge of a rule, condition and
// grade, and how many tests reach it.
//
//     CoverageCounter counter{rubric};
//     counter.count(sheet);
//     counter.take()      // 结转结余率: "<= 0.1" 2, "(0.1..0.2]" 0, …
//
// Expressions are not looked into: which branch of an `if` was taken is told by mutation.
#pragma once

#include "document/compiled_rubric.hpp"

#include <heng/rubric_test/rubric_test.hpp>
#include <heng/score/sheet.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace heng::detail::rubric_test {

class CoverageCounter {
  public:
    explicit CoverageCounter(const document::CompiledRubric& compiled);

    /// The sheet of one more test.
    void count(const ScoreSheet& sheet);

    /// Without what has nothing to reach.
    [[nodiscard]] std::vector<Coverage> take();

  private:
    struct Place {
        const Indicator* indicator = nullptr; ///< null: the whole rubric
        std::size_t rule = 0;                 ///< where the points of its rule begin
        std::size_t not_applicable = 0;
        std::size_t adjustments = 0;
        std::size_t beyond = 0; ///< above the points, and below 0
    };

    void declare(const Indicator& indicator);
    void declare(const std::vector<Adjustment>& adjustments, Coverage& coverage) const;
    void declare(const Adjustment& adjustment, const std::string& name, Coverage& coverage) const;
    void declare(const Decimal& points, const Beyond& beyond, Coverage& coverage) const;
    void count_beyond(std::size_t place, const Points& score, const Points& points);
    void count_held(std::size_t place, std::size_t point, const Adjusted& held);
    void count_item(const ScoreSheet& sheet, std::size_t index);
    void count_adjustments(const ScoreSheet& sheet, std::size_t place,
                           std::optional<std::size_t> item, const std::vector<Adjustment>& list);
    void hit(std::size_t place, std::size_t point) { ++all_[place].points[point].tests; }

    const document::CompiledRubric& compiled_;
    std::vector<Coverage> all_;
    std::vector<Place> places_; ///< as many as `all_`: the rubric, then the indicators
};

} // namespace heng::detail::rubric_test
