// SPDX-License-Identifier: Apache-2.0
//
// One leaf of a rubric, scored alone by the same scoring.
//
//     const auto path = IndicatorTree{rubric.indicators}.path(item.indicator);
//     leaf_alone(rubric, path, LeafScore::handed_up)        // a rubric of the leaf
//     const LeafProbe probe{compiled, path};
//     probe.score(probed_facts, budget)                     // none where it can't be scored
#pragma once

#include "document/compiled_rubric.hpp"
#include "facts/loaded_facts.hpp"
#include "feel/call_budget.hpp"
#include "scoring/fact_answers.hpp"

#include <heng/number/points.hpp>
#include <heng/rubric/rubric.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace heng::detail::whatif {

/// Which score of a leaf is asked for.
enum class LeafScore : std::uint8_t {
    by_rule,   ///< before adjustments and rounding
    handed_up, ///< as it is in a sheet
};

/// The rubric of nothing but one leaf and the branches above it, which say whether it applies.
/// `path` leads from the top to the leaf, whose item has the position of the last in it.
[[nodiscard]] Rubric leaf_alone(const Rubric& rubric, const std::vector<const Indicator*>& path,
                                LeafScore which);

/// Facts by which leaves are scored one after the other: to look through all inputs for each leaf
/// would cost leaves × inputs.
class ProbedFacts {
  public:
    /// All must outlive it.
    ProbedFacts(const document::CompiledRubric& rubric, const facts::LoadedFacts& facts)
        : rubric_(rubric), facts_(facts) {}

    /// A fact was given another value, or (without a slot) another of what is no fact.
    void changed(std::optional<feel::SlotId> slot, feel::CallBudget& budget);

    /// The answers to the next leaf.
    [[nodiscard]] scoring::FactAnswers& answers(feel::CallBudget& budget);

  private:
    const document::CompiledRubric& rubric_;
    const facts::LoadedFacts& facts_;
    std::unique_ptr<scoring::FactAnswers> answers_;
};

class LeafProbe {
  public:
    LeafProbe(const document::CompiledRubric& rubric, const std::vector<const Indicator*>& path);

    /// What the leaf hands up before adjustments and rounding; 0 where it has left. Once the budget
    /// of the call is spent there is none.
    [[nodiscard]] std::optional<Points> score(ProbedFacts& facts, feel::CallBudget& budget) const;

    [[nodiscard]] const Indicator& leaf() const { return *path_.back(); }
    [[nodiscard]] const std::vector<const Indicator*>& path() const { return path_; }
    /// What is asked of the facts to score it, and whether it or a branch above applies.
    [[nodiscard]] const std::vector<Term>& terms() const { return terms_; }
    /// The inputs that can be read for it; ascending.
    [[nodiscard]] const std::vector<feel::SlotId>& reads() const { return reads_; }
    [[nodiscard]] const document::CompiledRubric& compiled() const { return *compiled_; }

  private:
    void add_terms(const Indicator& indicator);

    const document::CompiledRubric* compiled_;
    std::vector<const Indicator*> path_;
    Rubric alone_;
    std::vector<Term> terms_;
    std::vector<feel::SlotId> reads_;
};

/// Of all leaves, in the rubric's order.
[[nodiscard]] std::vector<LeafProbe> probes_of(const document::CompiledRubric& rubric);

} // namespace heng::detail::whatif
