// SPDX-License-Identifier: Apache-2.0
#include "diff/mixture.hpp"

#include <cstdint>

namespace heng::detail::diff {

Mixture::Mixture(const document::CompiledRubric& rubric, const FactChanges& changes,
                 feel::CallBudget& budget, std::span<const std::size_t> made)
    : changes_(changes), budget_(budget), facts_(changes.mixture(made)), probed_(rubric, facts_) {}

void Mixture::changed(std::size_t change) {
    const FactChange& each = changes_.all()[change];
    const bool is_fact = !each.units && each.leaf.empty();
    probed_.changed(is_fact ? std::optional{each.slot} : std::nullopt, budget_);
}

void Mixture::set(std::size_t change, bool made) {
    constexpr std::size_t copied_a_step = 4;
    const std::size_t copied = changes_.set(facts_, change, made);
    budget_.spend(static_cast<std::int64_t>(1 + copied / copied_a_step));
    changed(change);
}

void Mixture::take_back(std::span<const std::size_t> changes) {
    for (const std::size_t change : changes) {
        changes_.take_back(facts_, change);
        changed(change);
    }
}

} // namespace heng::detail::diff
