// SPDX-License-Identifier: Apache-2.0
//
// Powers with an exponent that is not whole: exact where they are rational, else rounded once.
//
//     fractional_power(Ratio{1, 4}, Ratio{3, 2})     // 1/8, exact
//     fractional_power(Ratio{2}, Ratio{1, 2})        // 1.414213562373095048801688724209698, not
//
// Integers only. base^(p/q) of lowest terms is rational exactly where both parts of the base are
// q-th powers; those are found by an integer q-th root, and the result is exact. Else the q-th root
// of base^p, times a power of ten, is cut to an integer of at least 36 digits: the true value lies
// strictly above it and below the next, so rounding it half-up to 34 digits gives the decimal
// nearest to the true value. No such value lies half-way, since those are rational: this is
// half-even as well (IEEE 754 decimal128, which DMN 1.5, 10.3.2.3.1, has for its numbers).
//
// Cost: a few multiplications of integers of root_bits() bits. Past max_root_degree for q, or where
// base^p is past the limits of arithmetic (limits.hpp): NumberError{too_large}.
#pragma once

#include <heng/number/ratio.hpp>

#include <cstddef>

namespace heng {

/// The greatest denominator of an exponent, in lowest terms.
inline constexpr int max_root_degree = 1'000;

struct FractionalPower {
    Ratio value;
    bool exact = true;
};

/// The base is at least zero, and above it where the exponent is negative; the exponent is not
/// whole.
[[nodiscard]] FractionalPower fractional_power(const Ratio& base, const Ratio& exponent);

/// About how many bits the integers have that fractional_power() works on: for who must bound its
/// cost. Throws as it does where the exponent is out of bounds.
[[nodiscard]] std::size_t root_bits(const Ratio& base, const Ratio& exponent);

} // namespace heng
