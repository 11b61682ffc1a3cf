// SPDX-License-Identifier: Apache-2.0
//
// What an expression may cost. A rubric is untrusted: past any of these it is refused, or its
// evaluation ends with the fault `limit.exceeded`.
#pragma once

#include <cstddef>
#include <cstdint>

namespace heng::detail::feel {

namespace limits {

inline constexpr std::size_t text_bytes = 64 * 1024; ///< the text of one expression
inline constexpr int nesting = 64; ///< brackets, `if`, `for` … inside one another; the whole is one
inline constexpr int tree_depth = 256; ///< of the syntax tree: a + b + c … grows it by one each
inline constexpr std::size_t iterators = 16; ///< variables of one `for`, `some` or `every`
inline constexpr int value_nesting = 64;     ///< named values that refer to one another in a chain
inline constexpr int total_depth = 300; ///< of a tree, itself one, with the values it refers to
inline constexpr std::uint32_t value_depth = 1'000;            ///< lists in lists, while evaluating
inline constexpr std::int64_t exponent = 1'000;                ///< of `**`, either sign
inline constexpr std::int64_t round_scale = 6'176; ///< of `round up` …: DMN's -6111 .. 6176
inline constexpr std::int64_t round_scale_least = -6'111;

} // namespace limits

/// What one session may cost, all its evaluations together.
struct SessionLimits {
    std::int64_t steps = 10'000'000;            ///< nodes evaluated, elements compared or copied
    std::int64_t elements = 1'000'000;          ///< list elements produced
    std::int64_t text_bytes = 16 * 1024 * 1024; ///< text produced
};

} // namespace heng::detail::feel
