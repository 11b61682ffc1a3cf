// SPDX-License-Identifier: Apache-2.0
//
// The loops of rules that divide, one row after the other in whole numbers: where there is no
// vector for them, where 64 bits are not enough, and for modes other than half-up.
#pragma once

#include "batch/kernel/lanes.hpp"

#include <heng/number/int128.hpp>
#include <heng/number/rounding.hpp>

#include <cstdint>

namespace heng::detail::kernel {

/// As Lanes::share, in any mode. Integer is std::int64_t, where all products are at most 2^62, or
/// Int128.
template <class Integer>
bool share(const Quotients& of, const Slope& slope, Rounding mode, std::int64_t* out);

/// As Lanes::bands; products are below 2^62, of Int128 below 2^126.
template <class Integer>
bool bands(const Quotients& of, const Ladder& ladder, std::int64_t* out);

extern template bool share<std::int64_t>(const Quotients&, const Slope&, Rounding, std::int64_t*);
extern template bool share<Int128>(const Quotients&, const Slope&, Rounding, std::int64_t*);
extern template bool bands<std::int64_t>(const Quotients&, const Ladder&, std::int64_t*);
extern template bool bands<Int128>(const Quotients&, const Ladder&, std::int64_t*);

} // namespace heng::detail::kernel
