// SPDX-License-Identifier: Apache-2.0
//
// facts/1, read for a rubric.
#pragma once

#include "document/compiled_rubric.hpp"
#include "document/json/reader.hpp"
#include "document/loaded_facts.hpp"

#include <heng/document/facts.hpp>

namespace heng::document {

/// Reads the facts whose root is `root`; what is wrong is added to its problems.
void read_facts(const Reader& root, const CompiledRubric& rubric, UnreadFacts unread,
                LoadedFacts& facts);

} // namespace heng::document
