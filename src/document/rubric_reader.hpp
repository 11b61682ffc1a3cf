// SPDX-License-Identifier: Apache-2.0
//
// rubric/1, as an object that is read into a compiled rubric.
#pragma once

#include "document/compiled_rubric.hpp"
#include "document/json/reader.hpp"

namespace heng::document {

/// Reads the rubric whose root is `root`, and checks it; what is wrong is added to its problems.
void read_rubric(const Reader& root, CompiledRubric& compiled);

} // namespace heng::document
