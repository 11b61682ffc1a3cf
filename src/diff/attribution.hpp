// SPDX-License-Identifier: Apache-2.0
//
// The change of one leaf, put down to the facts that changed. See diff.hpp for the method.
//
//     for (const ChangePart& part : attributed(probe, changes, mixture, ends, budget)) …
//     // Σ is the leaf's change
#pragma once

#include "diff/fact_changes.hpp"
#include "diff/mixture.hpp"
#include "whatif/leaf_probe.hpp"

#include <heng/diff/diff.hpp>

#include <vector>

namespace heng::detail::diff {

using whatif::LeafProbe;

/// Of more changes that a leaf reads they are made one after the other.
inline constexpr std::size_t most_averaged = 6;
/// And of two or more in facts of more records.
inline constexpr std::size_t most_averaged_records = 20'000;

/// The indexes of the changes that scoring the leaf can read.
[[nodiscard]] std::vector<std::size_t> relevant(const LeafProbe& probe, const FactChanges& changes);

/// The scores of a leaf by the old facts and by the new.
struct Ends {
    Points before, after;
};

/// The parts of the leaf's change from the old facts to the new; none is 0. `mixture` has the old
/// facts, before and after. Not to be used once the budget of the call is spent.
[[nodiscard]] std::vector<ChangePart> attributed(const LeafProbe& probe, const FactChanges& changes,
                                                 Mixture& mixture, const Ends& ends,
                                                 feel::CallBudget& budget);

} // namespace heng::detail::diff
