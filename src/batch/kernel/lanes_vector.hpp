// SPDX-License-Identifier: Apache-2.0
//
// Which sets of vector instructions are compiled, whatever processor it is that they run on.
#pragma once

#include "batch/kernel/lanes.hpp"

// on Windows g++ does not align the stack for vectors of 32 bytes (GCC bug 54412)
#if defined(__x86_64__) && (defined(__GNUC__) || defined(__clang__)) && !defined(_WIN32)
#define HENG_HAS_AVX2
#endif

namespace heng::detail::kernel {

#ifdef HENG_HAS_AVX2
/// Only where the processor has AVX2.
[[nodiscard]] const Lanes& avx2_lanes();
#endif

} // namespace heng::detail::kernel
