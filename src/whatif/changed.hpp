// SPDX-License-Identifier: Apache-2.0
//
// The facts of a document in which one fact is another: what a promise is worth is what these
// score.
//
//     const auto then = changed(compiled, lever, 2, facts);
#pragma once

#include "document/compiled_rubric.hpp"
#include "facts/loaded_facts.hpp"
#include "whatif/lever.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace heng::detail::whatif {

/// A copy in which the lever has been moved by so many steps; a department's facts are made of its
/// units' once more. None where such a document is refused: its units' sum leaves the range of the
/// input, or nothing weighs in a mean. O(facts).
[[nodiscard]] std::optional<facts::LoadedFacts> changed(const document::CompiledRubric& rubric,
                                                        const Lever& lever, std::int64_t steps,
                                                        const facts::LoadedFacts& facts);

/// The rate that a row by level states and that is left out where its level becomes "met", as it is
/// written; "" where there is none.
[[nodiscard]] std::string rate_left_out(const Lever& lever, const facts::LoadedFacts& facts);

} // namespace heng::detail::whatif
