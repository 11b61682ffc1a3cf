// SPDX-License-Identifier: Apache-2.0
//
// How long a number may be: in a text, and in arithmetic.
//
//     auto wide = heng::Decimal::parse(text, heng::NumberLimits{.digits = 5000, .exponent = 5000});
//
// A hostile text must cost nothing, so the limits of texts are small; the caller can set them. The
// limits of arithmetic are fixed: past them an operation throws NumberError{too_large}; nothing
// ever wraps, saturates or is cut short.
#pragma once

namespace heng {

/// The numbers that Decimal::parse accepts. Precondition: neither limit is negative.
struct NumberLimits {
    /// Digits written: all of the fraction, and of the whole part without its leading zeros.
    int digits = 1000;
    int exponent = 1000; ///< the exponent after `e`, either sign
};

/// The longest integer, in bits, that a numerator, a denominator or a coefficient may have.
inline constexpr int max_integer_bits = 65'536;

/// The most decimal places, and the most decimal digits, that a Decimal may have: as many digits as
/// always fit in max_integer_bits.
inline constexpr int max_scale = 19'728;

/// The most bits that numerator and denominator of a score, or of its points, have together: far
/// enough below max_integer_bits that a sheet can always be written, with the lost points (points −
/// score) and the rate (score ÷ points). Past it scoring throws NumberError{too_large}.
inline constexpr int max_score_bits = max_integer_bits / 2 - 64;

} // namespace heng
