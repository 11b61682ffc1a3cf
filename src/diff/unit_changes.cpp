// SPDX-License-Identifier: Apache-2.0
#include "diff/fact_changes.hpp"
#include "diff/unit_changes.hpp"

#include <algorithm>
#include <iterator>
#include <vector>

namespace heng::diff {
namespace {

using document::CompiledRubric;
using document::LoadedFacts;

void collect(const CompiledRubric& rubric, const std::vector<Indicator>& indicators,
             std::vector<feel::SlotId>& slots) {
    const auto add = [&](Term term) {
        const auto reads = rubric.program.static_reads(rubric.expression(term).id);
        slots.insert(slots.end(), reads.begin(), reads.end());
    };
    for (const Indicator& indicator : indicators) {
        collect(rubric, indicator.indicators, slots);
        if (!is_weighed(rubric, indicator)) {
            continue;
        }
        const document::UnitRule& rule = rubric.units.leaves.find(indicator.id)->second;
        slots.push_back(*rule.weight);
        std::for_each(rule.unless.begin(), rule.unless.end(), add);
        if (indicator.measure) {
            add(*indicator.measure);
        }
        for (const Part& part : indicator.parts) {
            add(part.term);
        }
    }
}

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
    std::vector<feel::SlotId> slots;
    collect(rubric, rubric.rubric.indicators, slots);
    if (slots.empty()) {
        return false; // no leaf is scored unit by unit
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

} // namespace heng::diff
