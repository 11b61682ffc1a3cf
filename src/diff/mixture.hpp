// SPDX-License-Identifier: Apache-2.0
//
// Facts in which one change after another is made and taken back, and what leaves score by them.
//
//     Mixture mixture{rubric, changes, budget};             // the old facts
//     mixture.set(3, true);
//     mixture.score(probe)
#pragma once

#include "diff/fact_changes.hpp"
#include "whatif/leaf_probe.hpp"

#include <cstddef>
#include <optional>
#include <span>

namespace heng::detail::diff {

using whatif::LeafProbe;
using whatif::ProbedFacts;

class Mixture {
  public:
    /// The old facts with these changes made. All must outlive it.
    Mixture(const document::CompiledRubric& rubric, const FactChanges& changes,
            feel::CallBudget& budget, std::span<const std::size_t> made = {});
    Mixture(const Mixture&) = delete;
    Mixture& operator=(const Mixture&) = delete;

    void set(std::size_t change, bool made);
    /// Takes these changes back, and others of records in the same lists.
    void take_back(std::span<const std::size_t> changes);

    /// None once the budget is spent.
    [[nodiscard]] std::optional<Points> score(const LeafProbe& probe) {
        return probe.score(probed_, budget_);
    }
    [[nodiscard]] const facts::LoadedFacts& facts() const { return facts_; }

  private:
    void changed(std::size_t change);

    const FactChanges& changes_;
    feel::CallBudget& budget_;
    facts::LoadedFacts facts_;
    ProbedFacts probed_;
};

} // namespace heng::detail::diff
