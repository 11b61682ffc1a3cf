// SPDX-License-Identifier: Apache-2.0
//
// What every indicator and the total can score, for all completions at once. Sound: whatever can be
// scored lies inside.
//
//     const TreeRanges ranges = bounds_of(compiled, loaded, slots, budget);
//     ranges.total.hull()
//
// Carried upwards as scoring goes: a rule's image of what its measure can be, sums, adjustments
// whose condition may hold or not, rounding. What may leave the rubric (rescale) makes cases of the
// points in play, each with its scores, so that the total of each is scaled by its own factor.
#pragma once

#include "document/compiled_rubric.hpp"
#include "document/loaded_facts.hpp"
#include "feel/abstract.hpp"
#include "feel/call_budget.hpp"

#include <vector>

namespace heng::partial {

struct TreeRanges {
    std::vector<feel::Numbers> items; ///< by indicator, counted parents first
    feel::Numbers total;
};

/// `slots` says what each input can be; an assessment that is absent may be any. Once the budget is
/// spent they are wider than they need be.
[[nodiscard]] TreeRanges bounds_of(const document::CompiledRubric& rubric,
                                   const document::LoadedFacts& facts,
                                   const std::vector<feel::Abstract>& slots,
                                   feel::CallBudget& budget);

} // namespace heng::partial
