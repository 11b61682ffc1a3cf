// SPDX-License-Identifier: Apache-2.0
#include "diff/fact_changes.hpp"
#include "diff/unit_changes.hpp"

#include <algorithm>
#include <vector>

namespace heng::detail::diff {
namespace {

using document::CompiledRubric;
using facts::LoadedFacts;

bool same_assessed(const LoadedFacts& a, const LoadedFacts& b) {
    return std::equal(a.assessed.begin(), a.assessed.end(), b.assessed.begin(), b.assessed.end(),
                      [](const auto& x, const auto& y) {
                          return x.first == y.first &&
                                 x.second.assessment.score == y.second.assessment.score;
                      });
}

} // namespace

bool is_weighed(const CompiledRubric& rubric, const Indicator& leaf) {
    const auto rule = rubric.units.leaves.find(leaf.id);
    return rule != rubric.units.leaves.end() && rule->second.weighed;
}

bool units_differ(const CompiledRubric& rubric, const LoadedFacts& from, const LoadedFacts& to) {
    if (!from.units && !to.units) {
        return false;
    }
    const auto& leaves = rubric.units.leaves;
    if (std::none_of(leaves.begin(), leaves.end(),
                     [](const auto& leaf) { return leaf.second.weighed; })) {
        return false;
    }
    std::vector<feel::SlotId> slots = rubric.units.weights;
    for (feel::SlotId slot = 0; slot < rubric.inputs.size(); ++slot) {
        if (rubric.units.read_by_unit[slot]) {
            slots.push_back(slot);
        }
    }
    if (!from.units || !to.units) {
        return true;
    }
    return !std::equal(from.units->begin(), from.units->end(), to.units->begin(), to.units->end(),
                       [&](const LoadedFacts& a, const LoadedFacts& b) {
                           return same_assessed(a, b) &&
                                  std::all_of(slots.begin(), slots.end(), [&](feel::SlotId slot) {
                                      return same(a.slots[slot], b.slots[slot]);
                                  });
                       });
}

} // namespace heng::detail::diff
