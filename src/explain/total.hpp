// SPDX-License-Identifier: Apache-2.0
//
// The total: how far the next grades are, what could carry it there alone, and which facts are
// printed too coarsely to say on which side of an edge they stand.
#pragma once

#include "document/compiled_rubric.hpp"
#include "whatif/lever.hpp"
#include "whatif/rescoring.hpp"

#include <heng/explain/explain.hpp>

#include <optional>
#include <vector>

namespace heng::detail::explain {

enum class Way : std::uint8_t { up, down };

/// The nearest other grade above or below the total; none where there is none.
[[nodiscard]] std::optional<GradeDistance> distance(const Rubric& rubric, const ScoreSheet& sheet,
                                                    Way way);

/// The leaves that lost points and that, with full marks, would raise the total to a better grade.
/// A scoring of the whole for each, within the budget.
[[nodiscard]] std::vector<std::size_t> carriers(const document::CompiledRubric& rubric,
                                                const facts::LoadedFacts& facts,
                                                const ScoreSheet& sheet, feel::CallBudget& budget);

/// Of each fact the two ends of what is printed as it is: v − half a place, and just below v + half
/// a place. Where an item passes an edge of its rule, or the total one of its grades, it is listed.
[[nodiscard]] std::vector<NearEdge> near_edges(whatif::Rescoring& again,
                                               const document::CompiledRubric& compiled,
                                               const facts::LoadedFacts& facts,
                                               const ScoreSheet& sheet,
                                               const std::vector<whatif::Lever>& levers);

} // namespace heng::detail::explain
