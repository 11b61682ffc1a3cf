// SPDX-License-Identifier: Apache-2.0
//
// A term: a value that a rubric asks for by number. The rubric does not know where it comes from: a
// compiled FEEL expression in a rubric file, a C++ callable in a header-only program.
//
//     rubric.indicators[0].measure = Term{0};      // asks for number 0
#pragma once

#include <cstdint>

namespace heng {

/// The number of a value; the answers decide what it stands for.
enum class Term : std::uint32_t {};

} // namespace heng
