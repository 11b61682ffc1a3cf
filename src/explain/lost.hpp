// SPDX-License-Identifier: Apache-2.0
//
// Where the points went: the parts of points − total.
//
//     for (const LostPart& part : lost_parts(sheet)) …    // their sum is points − total, exactly
#pragma once

#include <heng/explain/explain.hpp>

#include <vector>

namespace heng::detail::explain {

/// Each leaf's and row's own rule, each adjustment, each rounding, the rescaling and each bound, in
/// the sheet's order; none that is 0. What stands below a branch that does not apply counts with
/// the branch.
[[nodiscard]] std::vector<LostPart> lost_parts(const ScoreSheet& sheet);

} // namespace heng::detail::explain
