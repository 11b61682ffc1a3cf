// SPDX-License-Identifier: Apache-2.0
//
// What a rubric says of a department's units, read once all else of the rubric is: "aggregate" and
// "weight" of inputs, "units" of the rubric and of indicators.
//
//     "units": {"weight": "budget.annual", "score": "score-then-weight", "treat_as": "leave"}
//
// Source: heng/score/units.hpp.
#pragma once

#include "base/json/reader.hpp"
#include "document/compiled_rubric.hpp"

namespace heng::detail::document {

/// `rubric` is the document that `compiled` was read from. Problems: aggregate, units, type, word.
void read_unit_rules(const json::ObjectReader& rubric, CompiledRubric& compiled);

} // namespace heng::detail::document
