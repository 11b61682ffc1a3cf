// SPDX-License-Identifier: Apache-2.0
//
// What each unit of a department cost it, so that the costs are the lost points exactly.
//
//     sheet.units = unit_costs(rubric, answers, sheet);
//
// Source: heng/score/units.hpp, which says how a loss is shared. O(leaves × units) scorings.
#pragma once

#include "document/compiled_rubric.hpp"
#include "scoring/fact_answers.hpp"

#include <heng/score/sheet.hpp>

#include <vector>

namespace heng::detail::scoring {

/// `answers` are those that made the sheet, of facts with units.
[[nodiscard]] std::vector<UnitCost> unit_costs(const document::CompiledRubric& rubric,
                                               FactAnswers& answers, const ScoreSheet& sheet);

} // namespace heng::detail::scoring
