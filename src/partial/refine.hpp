// SPDX-License-Identifier: Apache-2.0
//
// Narrower bounds, where several indicators read the same unknown fact and can't all be at their
// ends at once: its domain is cut into pieces, and the bounds of the pieces are joined.
//
//     ranges = refined(compiled, loaded, unknowns, slots, std::move(ranges), search);
//
// Branch and bound on either end of the total: the piece that has the end is cut on, where that
// helps most, until a completion reaches the end or the number of cuts is spent. Sound at any time:
// the pieces cover the domain.
#pragma once

#include "partial/search.hpp"
#include "partial/unknown.hpp"
#include "whatif/tree_bounds.hpp"

#include <vector>

namespace heng::detail::partial {

/// Cuts that are made for one end of the total, each tried on a few unknown facts.
inline constexpr int most_cuts = 16;

[[nodiscard]] whatif::TreeRanges
refined(const document::CompiledRubric& rubric, const facts::LoadedFacts& facts,
        const std::vector<Unknown>& unknowns, const std::vector<feel::Abstract>& slots,
        whatif::TreeRanges ranges, const Search& search, feel::CallBudget& budget);

} // namespace heng::detail::partial
