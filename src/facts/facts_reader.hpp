// SPDX-License-Identifier: Apache-2.0
//
// facts/1, read for a rubric.
#pragma once

#include "base/json/reader.hpp"
#include "document/compiled_rubric.hpp"
#include "facts/loaded_facts.hpp"

#include <heng/facts/facts.hpp>

namespace heng::detail::facts {

/// Reads the facts whose root is `root`; what is wrong is added to its problems.
void read_facts(const json::Reader& root, const document::CompiledRubric& rubric,
                UnreadFacts unread, LoadedFacts& facts);

/// The facts that a document in memory is. Throws NumberError past the limits of numbers.
[[nodiscard]] Result<LoadedFacts> loaded_facts(const document::CompiledRubric& rubric,
                                               const json::JsonDocument& json, const Limits& limits,
                                               UnreadFacts unread = UnreadFacts::list);

/// The same, where facts may be unknown: null or "?" for an input, a field of a record, the actual
/// value of a target, an assessment or its score. What is unknown is Value::missing, and an
/// assessment is absent. Such facts are not to be scored before they are completed.
void read_partial_facts(const json::Reader& root, const document::CompiledRubric& rubric,
                        UnreadFacts unread, LoadedFacts& facts);

/// The same for a form that was printed: money without a unit is in the rubric's, and of lists of
/// target records only the place is kept. What can't be read stays missing, and is a problem.
void read_printed_facts(const json::Reader& root, const document::CompiledRubric& rubric,
                        LoadedFacts& facts);

} // namespace heng::detail::facts
