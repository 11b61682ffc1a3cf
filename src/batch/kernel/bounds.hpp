// SPDX-License-Identifier: Apache-2.0
//
// Where the scores of a node, and grades, end.
#pragma once

#include <heng/rubric/rubric.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace heng::detail::kernel {

/// The points of a node, and how far its score may pass them.
struct Bounds {
    const Decimal& points;
    const Beyond& beyond;

    [[nodiscard]] Decimal most() const { return points + beyond.extra; }
};

/// Whether what comes of the children, or of adjustments, may lie outside of a node's bounds. Rules
/// keep within them.
[[nodiscard]] inline bool may_leave(const std::vector<Indicator>& children,
                                    const std::vector<Adjustment>& adjustments) {
    const bool beyond = std::any_of(children.begin(), children.end(),
                                    [](const Indicator& child) { return !child.beyond.is_none(); });
    return beyond ||
           std::any_of(adjustments.begin(), adjustments.end(), [](const Adjustment& each) {
               return each.amount || each.kind == Adjustment::Kind::add;
           });
}

/// The grade that each grade becomes where the ceiling holds.
[[nodiscard]] inline std::vector<std::int32_t> lowered_by(const Adjustment& cap,
                                                          const Rubric& rubric) {
    const auto best = rubric.grade_named(cap.grade);
    std::vector<std::int32_t> lowered;
    for (std::size_t grade = 0; grade < rubric.grades.size(); ++grade) {
        const bool lowers = best && rubric.is_better(grade, *best);
        lowered.push_back(static_cast<std::int32_t>(lowers ? *best : grade));
    }
    return lowered;
}

} // namespace heng::detail::kernel
