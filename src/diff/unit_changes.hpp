// SPDX-License-Identifier: Apache-2.0
//
// Whether the units of two departments differ in what leaves that are scored unit by unit read.
//
//     if (units_differ(rubric, old.loaded(), now.loaded())) …     // a change of its own
#pragma once

#include "document/compiled_rubric.hpp"
#include "document/loaded_facts.hpp"

#include <heng/rubric/indicator.hpp>

namespace heng::diff {

/// O(units × inputs).
[[nodiscard]] bool units_differ(const document::CompiledRubric& rubric,
                                const document::LoadedFacts& from, const document::LoadedFacts& to);

/// Whether the rubric scores the leaf unit by unit.
[[nodiscard]] bool is_weighed(const document::CompiledRubric& rubric, const Indicator& leaf);

} // namespace heng::diff
