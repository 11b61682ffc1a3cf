// SPDX-License-Identifier: Apache-2.0
//
// From a rubric to a program.
//
//     if (std::optional<Program> program = compile(rubric)) …     // nothing: see Kernel::of
#pragma once

#include "batch/kernel/program.hpp"
#include "document/compiled_rubric.hpp"

#include <optional>

namespace heng::detail::kernel {

[[nodiscard]] std::optional<Program> compile(const document::CompiledRubric& rubric);

} // namespace heng::detail::kernel
