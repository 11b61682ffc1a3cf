// SPDX-License-Identifier: Apache-2.0
//
// The records that a rubric picks out of a list by a condition, such as `days > 30` in
// `count(contracts[days > 30])`: which they are in a document.
//
//     Picker picker{compiled, facts, budget};
//     for (const Picked& each : picker.of(slot, terms)) …
#pragma once

#include "document/compiled_rubric.hpp"
#include "facts/loaded_facts.hpp"
#include "feel/call_budget.hpp"
#include "whatif/lever.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace heng::detail::whatif {

class Picker {
  public:
    Picker(const document::CompiledRubric& rubric, const facts::LoadedFacts& facts,
           feel::CallBudget& budget)
        : rubric_(rubric), facts_(facts), budget_(budget) {}

    /// By each condition that these terms filter the list in the slot by, in the order that they
    /// are met. None of a condition that means nothing alone, and none of long lists.
    [[nodiscard]] std::vector<Picked> of(feel::SlotId slot, std::span<const Term> terms);

  private:
    [[nodiscard]] std::vector<std::string> conditions(feel::SlotId slot,
                                                      std::span<const Term> terms) const;
    [[nodiscard]] std::optional<Picked> picked(feel::SlotId slot, const std::string& condition);

    const document::CompiledRubric& rubric_;
    const facts::LoadedFacts& facts_;
    feel::CallBudget& budget_;
    std::optional<feel::Program> program_{}; ///< the rubric's, and these conditions
};

} // namespace heng::detail::whatif
