// SPDX-License-Identifier: Apache-2.0
//
// A change of one fact in the document that states it, and the document read again: what a promise
// is worth is what the changed document scores. Nothing is written and parsed.
//
//     const JsonDocument document = changed(lever, 2, facts);
//     const auto then = read_again(compiled, document);
#pragma once

#include "document/compiled_rubric.hpp"
#include "facts/loaded_facts.hpp"
#include "whatif/lever.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace heng::detail::whatif {

/// The document with the fact as it is after so many steps: a value in the place of another,
/// elements left out of a list, and where a fact is not written, a member added to "data".
/// O(document).
[[nodiscard]] json::JsonDocument changed(const Lever& lever, std::int64_t steps,
                                         const facts::LoadedFacts& facts);

/// Reads it for the rubric; none where it is refused.
[[nodiscard]] std::optional<facts::LoadedFacts> read_again(const document::CompiledRubric& rubric,
                                                           const json::JsonDocument& document);

/// The rate that a row by level states and that is left out where its level becomes "met", as it is
/// written; "" where there is none.
[[nodiscard]] std::string rate_left_out(const Lever& lever, const facts::LoadedFacts& facts);

} // namespace heng::detail::whatif
