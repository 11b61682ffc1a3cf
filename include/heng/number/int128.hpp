// SPDX-License-Identifier: Apache-2.0
//
// The compilers' 128-bit integers, by a name that `-Wpedantic` lets pass.
//
//     std::int64_t a = 9, b = 7;
//     heng::Int128 product = heng::Int128{a} * b;    // can't overflow
//
// They wrap like any other integer: sums and products of whole Int128 go through the checked
// functions of checked.hpp.
#pragma once

namespace heng {

__extension__ typedef __int128 Int128;
__extension__ typedef unsigned __int128 UInt128;

} // namespace heng
