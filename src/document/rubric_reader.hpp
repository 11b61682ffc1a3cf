// SPDX-License-Identifier: Apache-2.0
//
// rubric/1, as an object that is read into a compiled rubric.
#pragma once

#include "base/json/reader.hpp"
#include "document/compiled_rubric.hpp"

#include <heng/result.hpp>

#include <memory>

namespace heng::detail::document {

/// Reads the rubric whose root is `root`, and checks it; what is wrong is added to its problems.
void read_rubric(const json::Reader& root, CompiledRubric& compiled);

/// The rubric that a document is, without its text and digest. Throws NumberError past the limits
/// of numbers.
[[nodiscard]] Result<std::shared_ptr<CompiledRubric>> compiled(const json::JsonDocument& json,
                                                               const Limits& limits);

} // namespace heng::detail::document
