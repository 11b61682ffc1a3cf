// SPDX-License-Identifier: Apache-2.0
//
// What the rules of a policy may read of a project, besides the policy's own inputs.
//
//     declare_facts(compiled);                       // budget, spent, warnings.spending, …
//     slots[slot_of(PolicyFact::budget)] = Value::number(Ratio{1000});
//
// `spending`, `unspent`, `started` and `warning` are named values over them, so that no rule is
// thought to hold for a project whose spending is no share of its budget.
#pragma once

#include "document/compiled_rubric.hpp"
#include "feel/abstract.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace heng::detail::monitor {

/// In the order of their slots.
enum class PolicyFact : std::uint8_t {
    score,
    grade,
    watched,
    adjustable,
    month,
    budget,
    spent,
    goals,
    sequential,
    execution,
    warning_spending,
    warning_goals,
    warning_gap,
};

inline constexpr std::size_t policy_facts = 13;

[[nodiscard]] constexpr feel::SlotId slot_of(PolicyFact fact) {
    return static_cast<feel::SlotId>(fact);
}

/// Adds them to the scope; before the policy's own inputs are declared.
void declare_facts(document::CompiledRubric& compiled);

/// What all inputs can be, these and the policy's own.
[[nodiscard]] std::vector<feel::Abstract> policy_domains(const document::CompiledRubric& compiled);

} // namespace heng::detail::monitor
