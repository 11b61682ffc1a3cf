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

#include "base/text/messages.hpp"
#include "document/compiled_rubric.hpp"
#include "feel/abstract.hpp"

#include <heng/budget/money.hpp>
#include <heng/monitor/policy.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
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

/// What a rule of a policy read, in a sentence: 支出预警为红, 目标进度为60%.
[[nodiscard]] text::Words fact_words(const document::CompiledRubric& compiled, feel::SlotId slot,
                                     const feel::Value& value, std::optional<MoneyUnit> unit);
/// The same of a named value; empty of one that the policy names itself, which has no label.
[[nodiscard]] text::Words named_words(std::string_view name, const feel::Value& value,
                                      std::optional<MoneyUnit> unit);
/// 支出数, or the label of an input of the policy's own.
[[nodiscard]] text::Words fact_name(const document::CompiledRubric& compiled, feel::SlotId slot);

/// What a rule is called: its reason, else its id; several rules may have one label.
[[nodiscard]] const std::string& title_of(const DecisionRule& rule);
/// 暂缓拨付 for `defer`.
[[nodiscard]] text::Words kind_words(DecisionKind kind);

/// What all inputs can be, these and the policy's own.
[[nodiscard]] std::vector<feel::Abstract> policy_domains(const document::CompiledRubric& compiled);

} // namespace heng::detail::monitor
