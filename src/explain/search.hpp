// SPDX-License-Identifier: Apache-2.0
//
// The least change of one fact: so many steps do it, and one step fewer does not.
//
//     for (const Found& found : search(again, node, lever, thresholds, facts)) …
//
// The fact is probed outwards in doubling steps in both directions, at the ends of its domain and
// where its measure crosses a threshold of the rule, so that a rule that rises and falls is seen on
// both sides of each; then the distance between a probe that does it and the one before it that
// does not is halved until they are one step apart.
#pragma once

#include "explain/lever.hpp"
#include "explain/rescoring.hpp"

#include <heng/document/explanation.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace heng::what_if {

struct Found {
    WhatIf::Goal goal;
    std::int64_t steps;
    Points score;
};

/// What moving the lever does for the node, which scores `now`. Leaves the facts as they were.
/// About 200 scorings of the node, within the work that `again` may do.
[[nodiscard]] std::vector<Found> search(Rescoring& again, const Node& node, const Lever& lever,
                                        std::span<const Ratio> thresholds,
                                        const document::LoadedFacts& facts, const Points& now);

/// The measures at which a rule changes.
[[nodiscard]] std::vector<Ratio> thresholds_of(const Rule& rule);

} // namespace heng::what_if
