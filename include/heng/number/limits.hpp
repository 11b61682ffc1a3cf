// SPDX-License-Identifier: Apache-2.0
//
// How long a number may be: what a text may ask for, and where arithmetic stops.
//
//     auto wide = heng::Decimal::parse(text, heng::NumberLimits{.digits = 5000, .exponent = 5000});
//
// A hostile text must cost nothing, so a text's limits are small and can be set by the caller. The
// limits of arithmetic are fixed: past them an operation throws NumberError{too_large}; nothing
// ever wraps, saturates or is cut short.
#pragma once

namespace heng {

/// What Decimal::parse accepts. Neither limit may be negative.
struct NumberLimits {
    int digits = 1000;   ///< digits written: all of the fraction, and of the whole part without
                         ///< its leading zeros
    int exponent = 1000; ///< the exponent after `e`, either sign
};

/// The longest integer, in bits, that a numerator, a denominator or a coefficient may have.
inline constexpr int max_integer_bits = 65'536;

/// The most decimal places, and the most decimal digits, that a Decimal may have: the whole
/// decimal digits that max_integer_bits hold.
inline constexpr int max_scale = 19'728;

/// The most bits that the two parts of a score, or of the points it is of, have together: so much
/// less than max_integer_bits that a sheet can always be written, with what is lost (points −
/// score) and the rate (score ÷ points). Past it scoring throws NumberError{too_large}.
inline constexpr int max_score_bits = max_integer_bits / 2 - 64;

} // namespace heng
