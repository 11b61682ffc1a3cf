// SPDX-License-Identifier: Apache-2.0
//
// The facts of a department, made of its own and its units' as the rubric says.
//
//     std::vector<LoadedFacts> units = …;      // each read for the rubric, in the document's order
//     aggregate_units(reader, rubric, std::move(units), facts);     // facts were its own till then
//
// Source: heng/score/units.hpp. O(units × inputs).
#pragma once

#include "base/json/reader.hpp"
#include "document/compiled_rubric.hpp"
#include "facts/loaded_facts.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace heng::detail::facts {

/// Whether the list is no longer than can be aggregated for this rubric. Problem: limit.units.
[[nodiscard]] bool may_aggregate(const json::Reader& list, std::size_t units,
                                 const document::CompiledRubric& rubric);

/// Makes the slots, rows and diagnostics of `facts`, which are the department's own, those of the
/// whole, and keeps all units in it. `list` is what they were read from, of which there are some.
/// Problems: units (no name, one name twice), unit-weight, out-of-range, limit.rows.
void aggregate_units(const json::Reader& list, const document::CompiledRubric& rubric,
                     std::vector<LoadedFacts> units, LoadedFacts& facts);

/// "" of a unit is the department's own, and this is what people read for it.
[[nodiscard]] std::string_view own_name(Language language);

} // namespace heng::detail::facts
