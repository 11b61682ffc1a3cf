// SPDX-License-Identifier: Apache-2.0
//
// Facts that are changed for a what-if question while people gave scores within bands: in another
// band a person would give another score.
//
//     const auto open = with_open_bands(compiled, facts); // none: no band has a range of scores
//     following(*open, changed_sheet)      // {"assessed.late.score", "4.5", "6"}: the least of it
#pragma once

#include "document/compiled_rubric.hpp"
#include "facts/loaded_facts.hpp"

#include <heng/score/sheet.hpp>
#include <heng/whatif/what_if.hpp>

#include <optional>
#include <vector>

namespace heng::detail::whatif {

/// The facts, with a score for each indicator whose bands have ranges: the given one, or the
/// nearest to it in the band that holds; the least where none is given, whose reason is "" then.
/// Empty where the rubric has no such band.
[[nodiscard]] std::optional<facts::LoadedFacts>
with_open_bands(const document::CompiledRubric& rubric, const facts::LoadedFacts& facts);

/// The scores that a sheet of such facts has, and that were not given so.
[[nodiscard]] std::vector<GoesWith> following(const facts::LoadedFacts& facts,
                                              const ScoreSheet& sheet);

} // namespace heng::detail::whatif
