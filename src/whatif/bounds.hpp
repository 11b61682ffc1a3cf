// SPDX-License-Identifier: Apache-2.0
//
// The most that an item can score while one fact is anywhere in a range of values: the proof that
// no other value is better.
//
//     LeafBounds bounds{compiled, facts, abstract_slots(facts), chain, budget};
//     bounds.most(slot, Abstract::number(Numbers::of({Ratio{399}, true, Ratio{401}, true})))
//
// Sound: whatever the item scores with a value of the range is no more than that. It may be more
// than is ever scored; the smaller the range, the closer it is. Source of the images of rules:
// rule/kind.hpp; of what expressions can be: feel/bounds.hpp.
#pragma once

#include "document/compiled_rubric.hpp"
#include "document/loaded_facts.hpp"
#include "feel/bounds.hpp"
#include "feel/call_budget.hpp"
#include "feel/session.hpp"

#include <heng/number/ratio.hpp>
#include <heng/rule/targets.hpp>

#include <map>
#include <optional>
#include <vector>

namespace heng::what_if {

/// The most that can be scored.
struct Most {
    bool none = false;           ///< nothing can be scored at all
    bool known = true;           ///< false: there is no bound
    std::optional<Ratio> score{}; ///< where it is known and there is some
};

/// The value of each input.
[[nodiscard]] std::vector<feel::Abstract> abstract_slots(const document::LoadedFacts& facts);

/// Bounds of a leaf with the branches above it, which have no adjustments: see Rescoring::node.
class LeafBounds {
  public:
    /// `tree` has one indicator at each level, and all must outlive this.
    LeafBounds(const document::CompiledRubric& rubric, const document::LoadedFacts& facts,
               std::vector<feel::Abstract> slots, const Rubric& tree, feel::CallBudget& budget);

    /// While the input is one of these values, and all others are what they are.
    [[nodiscard]] Most most(feel::SlotId slot, const feel::Abstract& values);

  private:
    [[nodiscard]] feel::Abstract value(Term term);
    [[nodiscard]] bool reads_slot(Term term) const;
    [[nodiscard]] feel::Numbers scores(const Indicator& indicator, int level);
    [[nodiscard]] feel::Numbers leaf(const Indicator& leaf);
    [[nodiscard]] feel::Numbers targets(const Indicator& leaf);
    [[nodiscard]] feel::Numbers adjusted(const std::vector<Adjustment>& adjustments,
                                         feel::Numbers score);
    [[nodiscard]] feel::Numbers rounded_at(const Indicator& indicator, int level,
                                           const feel::Numbers& score) const;

    const document::CompiledRubric& rubric_;
    const document::LoadedFacts& facts_;
    std::vector<feel::Abstract> slots_;
    const Rubric& tree_;
    feel::SlotId slot_ = 0; ///< that was something else last
    feel::CallBudget& budget_;
    feel::Bounds bounds_;
    feel::Session session_;
    std::map<std::uint32_t, feel::Abstract> known_; ///< of terms that do not read the slot
    std::optional<feel::Numbers> targets_{}; ///< of rows that do not depend on the slot
    bool unknown_ = false;
};

/// The most that a target row scores while its actual value or rate is in [low, high].
[[nodiscard]] Most most_of_row(const Targets& rule, const Points& points, const Target& row,
                               const Ratio& low, const Ratio& high);

} // namespace heng::what_if
