// SPDX-License-Identifier: Apache-2.0
//
// The change of one leaf, put down to the facts that changed. See difference.hpp for the method.
//
//     for (const ChangePart& part : attributed(probe, changes, budget)) …     // Σ is the leaf's
//     change
#pragma once

#include "diff/fact_changes.hpp"
#include "diff/leaf_probe.hpp"

#include <heng/document/difference.hpp>

#include <vector>

namespace heng::diff {

/// Of more changes that a leaf reads they are made one after the other.
inline constexpr std::size_t most_averaged = 6;
/// And of two or more in facts of more records.
inline constexpr std::size_t most_averaged_records = 20'000;

/// The indexes of the changes that scoring the leaf can read.
[[nodiscard]] std::vector<std::size_t> relevant(const LeafProbe& probe, const FactChanges& changes);

/// The parts of the leaf's change from the old facts to the new, both of which can be scored; none
/// is 0. Not to be used once the budget of the call is spent.
[[nodiscard]] std::vector<ChangePart> attributed(const LeafProbe& probe, const FactChanges& changes,
                                                 feel::CallBudget& budget);

} // namespace heng::diff
