// SPDX-License-Identifier: Apache-2.0
//
// Whether a fact that differs has an effect at all: tried by scoring the old facts with it alone,
// and the new facts without it alone.
//
//     Effects effects{compiled, changes, budget};
//     effects.of(3)                       // none, some, or not tried
//     effects.causes(terms, 3)            // whether the truth of a condition hangs on it
//
// A change that no term of the rubric can read has none. One that only leaves read by their rules
// is tried on these leaves; what decides whether something applies or is adjusted, on the whole.
#pragma once

#include "diff/fact_changes.hpp"
#include "diff/mixture.hpp"
#include "whatif/leaf_probe.hpp"

#include <heng/score/sheet.hpp>

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace heng::detail::diff {

using whatif::LeafProbe;

enum class Effect : std::uint8_t { none, some, untried };

class Effects {
  public:
    /// Alone in the old facts, or left out of the new: of facts that are the same for both.
    enum class Side : std::uint8_t { old, now };

    /// All must outlive it.
    Effects(const document::CompiledRubric& rubric, const FactChanges& changes,
            const std::vector<LeafProbe>& probes, feel::CallBudget& budget);

    /// Whether scoring this side with the change made, or not made, gives another score of an item,
    /// another total or another grade.
    [[nodiscard]] Effect of(std::size_t change, Side side);

    /// The changes that the conditions depend on, each as these facts stand: alone in the old, or
    /// left out of the new; all that are read, where none does alone.
    [[nodiscard]] std::vector<std::size_t> causes(const std::vector<Term>& conditions);

    /// The condition and the amount of the adjustment of this id, of an item or (where it is "")
    /// the total.
    [[nodiscard]] std::vector<Term> adjustment(const std::string& item,
                                               const std::string& id) const;
    /// The conditions by which indicators leave the rubric.
    [[nodiscard]] const std::vector<Term>& rescaling() const { return rescaling_; }

  private:
    struct Scores {
        std::vector<std::pair<std::string, Points>> items;
        Points total{};
        std::string grade;

        friend bool operator==(const Scores&, const Scores&) = default;
    };

    using Probes = std::vector<const LeafProbe*>;

    void add(std::string_view item, const std::vector<Adjustment>& adjustments,
             std::vector<Term>& conditions);
    [[nodiscard]] std::set<feel::SlotId> reads_of(const std::vector<Term>& terms) const;
    /// The leaves whose rules or conditions can read the change.
    [[nodiscard]] const Probes& readers_of(const FactChange& change) const;
    [[nodiscard]] Mixture& facts(Side side);
    /// The facts of a side with the change made or not, until the next call.
    void turn(Side side, std::size_t change, bool other);
    [[nodiscard]] std::optional<Scores> scores(Side side);
    [[nodiscard]] bool may_try() const { return budget_.left() > reserved_; }
    [[nodiscard]] std::vector<std::string> outcomes(Side side, const std::vector<Term>& conditions);

    const document::CompiledRubric& rubric_;
    const FactChanges& changes_;
    feel::CallBudget& budget_;
    std::int64_t reserved_ = 0;              ///< of the budget, for what comes after
    std::set<feel::SlotId> condition_reads_; ///< of what decides whether something counts
    std::map<feel::SlotId, Probes> readers_;
    std::map<std::string_view, Probes> assessed_;
    Probes weighed_;
    std::map<std::pair<std::string_view, std::string_view>, std::vector<Term>> adjustments_;
    std::vector<Term> rescaling_;
    std::set<Term> amounts_; ///< the terms that are numbers, and no conditions
    std::optional<Mixture> old_, now_;
    std::optional<Scores> old_scores_, now_scores_;
};

} // namespace heng::detail::diff
