// SPDX-License-Identifier: Apache-2.0
//
// The passes of rules over several things: what is counted, and what holds.
#pragma once

#include "batch/kernel/arithmetic.hpp"
#include "batch/kernel/program.hpp"

#include <cstdint>

namespace heng::detail::kernel {

/// `yes ? a : b` without a branch on `yes`, which no predictor knows.
inline std::int64_t choose(bool yes, std::int64_t a, std::int64_t b) {
    return b ^ ((a ^ b) & -std::int64_t{yes});
}

void occurrences(const Pass& pass, const Step& step);
void checklist(const Pass& pass, const Step& step);

} // namespace heng::detail::kernel
