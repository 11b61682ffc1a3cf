// SPDX-License-Identifier: Apache-2.0
//
// Scoring loaded facts as often as needed: for what-if questions, which change a slot and score
// again.
//
//     LoadedFacts changed = facts.loaded();
//     changed.slots[slot] = feel::Value::number(…);
//     const auto sheet = score_unexplained(rubric.compiled(), changed);
#pragma once

#include "document/compiled_rubric.hpp"
#include "document/loaded_facts.hpp"

#include <heng/result.hpp>
#include <heng/score/sheet.hpp>

namespace heng::document {

/// The sheet without sentences and without what was read. The facts were read for this rubric.
/// Throws NumberError past the limits of numbers: see within_limits.hpp.
[[nodiscard]] Result<ScoreSheet> score_unexplained(const CompiledRubric& rubric,
                                                   const LoadedFacts& facts);

} // namespace heng::document
