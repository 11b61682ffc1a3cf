// SPDX-License-Identifier: Apache-2.0
//
// The big tier of Ratio: fractions of arbitrary integers, always in lowest terms.
//
// Compiled and limited as big.hpp says. Both operands of an operator are Rationals here: in Boost
// 1.81 a cpp_rational of 1 divided by a cpp_int is 1, whatever the divisor.
#pragma once

#include <heng/number/big.hpp>
#include <heng/number/ratio.hpp>

#include <boost/multiprecision/cpp_int.hpp>

#include <algorithm>
#include <compare>
#include <optional>
#include <string>
#include <utility>

namespace heng::detail {

using Rational = boost::multiprecision::cpp_rational;

struct BigRatio {
    Rational value;
};

inline BigRatio* pointer(RatioParts value) {
    return reinterpret_cast<BigRatio*>(static_cast<std::intptr_t>(value.num));
}

inline RatioParts parts(BigRatio* value) {
    return {.num = reinterpret_cast<std::intptr_t>(value), .den = 0};
}

inline Rational load(RatioParts value) {
    return value.den == 0 ? pointer(value)->value
                          : Rational{to_integer(value.num), to_integer(value.den)};
}

/// Stores a fraction in lowest terms in the smallest tier that holds it. Throws
/// NumberError{too_large} past max_integer_bits.
inline RatioParts store(Rational value) {
    const Integer num = numerator(value);
    const Integer den = denominator(value);
    const auto narrow_num = to_int128(num);
    const auto narrow_den = to_int128(den);
    if (narrow_num && narrow_den) {
        return {.num = *narrow_num, .den = *narrow_den};
    }
    check_size(num);
    check_size(den);
    return parts(new BigRatio{std::move(value)});
}

HENG_BIG_TIER RatioParts RatioBig::copy(RatioParts value) {
    return parts(new BigRatio{*pointer(value)});
}

HENG_BIG_TIER void RatioBig::destroy(RatioParts value) noexcept {
    delete pointer(value);
}

HENG_BIG_TIER int RatioBig::sign(RatioParts value) {
    return pointer(value)->value.sign();
}

HENG_BIG_TIER std::size_t RatioBig::bits(RatioParts value) {
    const Rational& rational = pointer(value)->value;
    return detail::bits(boost::multiprecision::numerator(rational)) +
           detail::bits(boost::multiprecision::denominator(rational));
}

HENG_BIG_TIER bool RatioBig::is_whole(RatioParts value) {
    return boost::multiprecision::denominator(pointer(value)->value) == 1;
}

HENG_BIG_TIER RatioParts RatioBig::from_decimal(DecimalParts value) {
    return store(Rational{load(value), power_of_ten(value.scale)});
}

HENG_BIG_TIER RatioParts RatioBig::add(RatioParts a, RatioParts b, bool subtract) {
    const Rational left = load(a);
    const Rational right = load(b);
    return store(subtract ? Rational{left - right} : Rational{left + right});
}

HENG_BIG_TIER RatioParts RatioBig::multiply(RatioParts a, RatioParts b) {
    return store(load(a) * load(b));
}

HENG_BIG_TIER RatioParts RatioBig::invert(RatioParts value) {
    const Rational exact = load(value);
    return store(Rational{boost::multiprecision::denominator(exact),
                          boost::multiprecision::numerator(exact)});
}

HENG_BIG_TIER RatioParts RatioBig::negate(RatioParts value) {
    return store(-load(value));
}

HENG_BIG_TIER std::strong_ordering RatioBig::compare(RatioParts a, RatioParts b) {
    return load(a).compare(load(b)) <=> 0;
}

HENG_BIG_TIER DecimalParts RatioBig::rounded(RatioParts value, int scale, Rounding mode) {
    const Rational exact = load(value);
    const Integer num = boost::multiprecision::numerator(exact);
    const Integer den = boost::multiprecision::denominator(exact);
    const Integer power = power_of_ten(scale);
    if (scale < 0) {
        return store(rounded_quotient(num, den * power, mode) * power, 0);
    }
    return store(rounded_quotient(num * power, den, mode), scale);
}

/// Returns value × 10^scale; empty if it is not whole or passes a limit.
inline std::optional<Integer> coefficient_of(const Rational& value, int scale) {
    Integer coefficient;
    Integer rest;
    divide_qr(Integer{boost::multiprecision::numerator(value) * power_of_ten(scale)},
              boost::multiprecision::denominator(value), coefficient, rest);
    const bool fits = rest == 0 && bits(coefficient) <= std::size_t{max_integer_bits};
    return fits ? std::optional{std::move(coefficient)} : std::nullopt;
}

HENG_BIG_TIER std::optional<int> RatioBig::places(RatioParts value) {
    Integer rest = boost::multiprecision::denominator(pointer(value)->value);
    const auto twos = static_cast<int>(lsb(rest));
    rest >>= static_cast<unsigned>(twos);
    int fives = 0;
    Integer quotient;
    Integer remainder;
    for (int step = 1 << 14; step > 0; step /= 2) {
        // A denominator of at most 2^65,536 holds fewer than 2^15 fives.
        divide_qr(rest, pow(Integer{5}, static_cast<unsigned>(step)), quotient, remainder);
        if (remainder == 0) {
            rest = quotient;
            fives += step;
        }
    }
    const int places = std::max(twos, fives);
    if (rest != 1 || places > max_scale) {
        return std::nullopt;
    }
    return coefficient_of(pointer(value)->value, places) ? std::optional{places} : std::nullopt;
}

HENG_BIG_TIER std::optional<DecimalParts> RatioBig::decimal_within(RatioParts value, int places) {
    const int scale = std::min(places, max_scale); // no Decimal has more
    auto coefficient = coefficient_of(load(value), scale);
    return coefficient ? std::optional{store(std::move(*coefficient), scale)} : std::nullopt;
}

HENG_BIG_TIER std::string RatioBig::digits(RatioParts value, int scale, Rounding mode) {
    const Rational exact = load(value);
    const Integer num = boost::multiprecision::numerator(exact);
    const Integer den = boost::multiprecision::denominator(exact);
    const Integer power = pow(Integer{10}, static_cast<unsigned>(scale < 0 ? -scale : scale));
    return (scale < 0 ? rounded_quotient(num, Integer{den * power}, mode)
                      : rounded_quotient(Integer{num * power}, den, mode))
        .str();
}

HENG_BIG_TIER std::string RatioBig::numerator(RatioParts value) {
    return boost::multiprecision::numerator(pointer(value)->value).str();
}

HENG_BIG_TIER std::string RatioBig::denominator(RatioParts value) {
    return boost::multiprecision::denominator(pointer(value)->value).str();
}

} // namespace heng::detail
