// SPDX-License-Identifier: Apache-2.0
//
// Finds the best other value of a fact for an item, and the least change that does it.
//
//     const Searched found = search(again, node, lever, range, thresholds, facts, now);
//     found.proven            // no value of the fact is better, and no smaller change does it
//
// Branch and bound over the steps of the lever. The most that an item can score while the fact is
// in a range of values (ceiling.hpp) rules out whole ranges; one that it does not rule out is
// halved, down to single values, which are scored by the scoring itself. So every value is looked
// at or ruled out: both sides of each band's edge, of a pole and of a condition's ends, the inside
// of intervals, and a peak between two probes. Ranges near the value of today are looked at first
// where the least change is asked for, the most promising where the best score is.
//
// Where there is no bound (a function that is not known, a list of many records, too many ranges),
// the fact is probed outwards in doubling steps, at the ends of its domain and where its measure
// crosses a threshold of the rule. Then the result is one that holds, but another may be better:
// `proven` is false.
#pragma once

#include "whatif/lever.hpp"
#include "whatif/rescoring.hpp"

#include <heng/whatif/what_if.hpp>

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace heng::detail::whatif {

/// The most that can be scored while a fact is anywhere in a range of values. Sound: whatever is
/// scored with one of them is no more than that. It may be more than is ever scored; the smaller
/// the range, the closer it is.
struct Most {
    bool none = false;            ///< nothing can be scored at all
    bool known = true;            ///< false: there is no bound
    std::optional<Ratio> score{}; ///< where it is known and there is some
};

struct Found {
    WhatIf::Goal goal;
    std::int64_t steps;
    Points score;
};

struct Searched {
    std::vector<Found> found;
    bool proven = true;
};

/// The most that the node scores while the lever is moved by a number of steps in [low, high].
/// Empty: there is no bound.
using Ceiling = std::function<Most(std::int64_t low, std::int64_t high)>;

/// Whether the whole document can be scored with the lever moved so, and the node scores this.
using Accepts = std::function<bool(std::int64_t steps, const Points& score)>;

/// Finds what moving the lever does for the node, which scores `now`; the facts stay as they were.
/// About 300 scorings of the node where nothing is odd, some thousand at most, within the work that
/// `again` may do. Where `accepts` is not empty, a score that is better counts where it agrees; it
/// is asked at most 400 times. Past 32 of them nothing is proven, and the fact is probed.
[[nodiscard]] Searched search(Rescoring& again, const Node& node, const Lever& lever,
                              const Ceiling& ceiling, std::span<const Ratio> thresholds,
                              const facts::LoadedFacts& facts, const Points& now,
                              const Accepts& accepts = {});

/// The measures at which a rule changes.
[[nodiscard]] std::vector<Ratio> thresholds_of(const Rule& rule);

} // namespace heng::detail::whatif
