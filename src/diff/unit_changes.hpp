// SPDX-License-Identifier: Apache-2.0
//
// Whether the units of two departments differ in what leaves that are scored unit by unit read.
//
//     if (units_differ(rubric, old.loaded(), now.loaded())) …     // a change of its own
#pragma once

#include "document/compiled_rubric.hpp"
#include "facts/loaded_facts.hpp"

#include <heng/rubric/indicator.hpp>

namespace heng::detail::diff {

/// O(units × inputs).
[[nodiscard]] bool units_differ(const document::CompiledRubric& rubric,
                                const facts::LoadedFacts& from, const facts::LoadedFacts& to);

/// Whether the rubric scores the leaf unit by unit.
[[nodiscard]] bool is_weighed(const document::CompiledRubric& rubric, const Indicator& leaf);

} // namespace heng::detail::diff
