// SPDX-License-Identifier: Apache-2.0
//
// What a rubric says of a department's units, read once all else of the rubric is: "aggregate" and
// "weight" of inputs, "units" of the rubric and of indicators.
//
//     "units": {"weight": "budget.annual", "score": "score-then-weight", "treat_as": "leave"}
//
// Source: heng/score/units.hpp.
#pragma once

#include "document/compiled_rubric.hpp"
#include "document/json/reader.hpp"

namespace heng::document {

/// `rubric` is the document that `compiled` was read from. Problems: aggregate, units, type, word.
void read_unit_rules(const ObjectReader& rubric, CompiledRubric& compiled);

} // namespace heng::document
