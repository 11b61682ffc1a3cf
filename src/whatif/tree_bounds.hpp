// SPDX-License-Identifier: Apache-2.0
//
// What every indicator and the total can score, for all completions at once. Sound: whatever can be
// scored lies inside.
//
//     TreeBounds bounds{compiled, compiled.rubric, loaded, slots, budget};
//     bounds.run().total.hull()
//     bounds.set(slot, Abstract::number(Numbers::of({Ratio{399}, true, Ratio{401}, true})));
//     bounds.run()                            // while all other inputs are what they were
//
// Carried upwards as scoring goes: a rule's image of what its measure can be, sums, adjustments
// whose condition may hold or not, rounding. What may leave the rubric (rescale) makes cases of the
// points in play, each with its scores, so that the total of each is scaled by its own factor.
#pragma once

#include "document/compiled_rubric.hpp"
#include "facts/loaded_facts.hpp"
#include "feel/bounds.hpp"
#include "feel/call_budget.hpp"
#include "feel/session.hpp"

#include <heng/rubric/tree.hpp>

#include <map>
#include <optional>
#include <vector>

namespace heng::detail::whatif {

/// Whether a ceiling of the grade may be in force, and whether it may not.
struct CapRange {
    bool may_hold = false;
    bool may_fail = false;
};

struct TreeRanges {
    std::vector<feel::Numbers> items; ///< by indicator, counted parents first
    feel::Numbers total;
    std::vector<CapRange> caps; ///< by adjustment of the total; of other kinds neither
};

/// Points in play, and what is scored of them.
struct PointsCase {
    feel::Numbers points;
    feel::Numbers score;
};
using PointsCases = std::vector<PointsCase>;

class TreeBounds {
  public:
    /// `tree` is the rubric's own, or some of it. `slots` says what each input can be; an
    /// assessment that is absent may be any. All but `slots` must outlive this.
    TreeBounds(const document::CompiledRubric& rubric, const Rubric& tree,
               const facts::LoadedFacts& facts, std::vector<feel::Abstract> slots,
               feel::CallBudget& budget);

    /// From here on the input may be any of these values, and all others what they were at first.
    void set(feel::SlotId slot, const feel::Abstract& values);

    /// Once the budget is spent they are wider than they need be. What no unknown fact goes into
    /// is worked out once.
    [[nodiscard]] TreeRanges run();

  private:
    [[nodiscard]] bool reads_unknown(Term term) const;
    [[nodiscard]] feel::Abstract value(Term term);
    PointsCases visit(std::size_t at);
    void keep(std::size_t at, const feel::Numbers& scores);
    PointsCases in_use(std::size_t at);
    PointsCase out_of_use(std::size_t at, TreatAs treat_as);
    [[nodiscard]] feel::Numbers rounded(const feel::Numbers& score) const;
    [[nodiscard]] feel::Numbers closed(std::size_t at, const PointsCase& sum,
                                       const Beyond& beyond) const;
    feel::Numbers adjusted(const std::vector<Adjustment>& adjustments, feel::Numbers score,
                           const Beyond& beyond);
    feel::Numbers leaf(std::size_t at);
    feel::Numbers rows_range(const Targets& rule, Term measure, int level);
    struct OpenRow;
    std::optional<std::vector<OpenRow>> rows_of(Term term);

    const document::CompiledRubric& rubric_;
    const Rubric& tree_;
    IndicatorTree placed_;
    const facts::LoadedFacts& facts_;
    std::vector<feel::Abstract> slots_;
    feel::CallBudget& budget_;
    feel::Bounds bounds_;
    feel::Session session_;
    std::vector<bool> unknown_;              ///< by slot: whether it is, or something in it
    std::optional<feel::SlotId> moved_{};    ///< that set() was last told about
    std::map<Term, feel::Abstract> known_{}; ///< the values of terms that nothing unknown goes into
    std::map<std::size_t, feel::Numbers> fixed_{}; ///< the scores of such leaves
    TreeRanges ranges_{};
};

} // namespace heng::detail::whatif
