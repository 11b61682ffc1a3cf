// SPDX-License-Identifier: Apache-2.0
//
// Running a program on a block. Each step is one pass over the rows; where the magnitudes of its
// operands show that 64 bits are enough for every row, the pass computes in 64 bits without a
// check, and else in 128 bits, row by row, and a row whose result does not fit asks.
#pragma once

#include "batch/kernel/program.hpp"

#include <cstdint>
#include <span>

namespace heng::detail::kernel {

void run(const Program& program, std::span<const Column> facts, std::span<std::uint8_t> asks,
         Scores& scores);

} // namespace heng::detail::kernel
