// SPDX-License-Identifier: Apache-2.0
//
// Arbitrary integers: the only header that includes Boost.Multiprecision, and the big tier of
// Decimal.
//
// With HENG_HEADER_ONLY defined (the CMake target heng::core) decimal.hpp includes this header,
// ratio.hpp includes big_ratio.hpp, and their functions are inline; without it (heng::heng) they
// are compiled once, in src/number/. Including them costs a translation unit about two seconds, so
// no other header includes them.
//
// Each result returns to the small tier when it fits. Past max_integer_bits or max_scale a function
// throws NumberError{too_large}. Costs are quadratic in the length, which is at most 8 KiB.
#pragma once

#include <heng/number/decimal.hpp>

#include <boost/multiprecision/cpp_int.hpp>

#include <algorithm>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#ifdef HENG_HEADER_ONLY
#define HENG_BIG_TIER inline
#else
#define HENG_BIG_TIER
#endif

namespace heng::detail {

using Integer = boost::multiprecision::cpp_int;

struct BigInteger {
    Integer value;
};

inline Integer to_integer(Int128 value) {
    const UInt128 size = magnitude(value);
    Integer result = static_cast<std::uint64_t>(size >> 64);
    result <<= 64;
    result |= static_cast<std::uint64_t>(size);
    return value < 0 ? -result : result;
}

/// Returns the length of the magnitude in bits; 0 for zero.
inline std::size_t bits(const Integer& value) {
    return value == 0 ? 0 : msb(value < 0 ? Integer{-value} : value) + 1;
}

inline void check_size(const Integer& value) {
    if (bits(value) > std::size_t{max_integer_bits}) {
        fail(NumberFault::too_large);
    }
}

/// Returns the value; empty if its magnitude has more than 127 bits.
inline std::optional<Int128> to_int128(const Integer& value) {
    if (bits(value) > 127) {
        return std::nullopt;
    }
    const Integer size = value < 0 ? Integer{-value} : value;
    const Integer low_half = ~std::uint64_t{0};
    const UInt128 high = static_cast<std::uint64_t>(Integer{size >> 64});
    return with_sign((high << 64) | static_cast<std::uint64_t>(Integer{size & low_half}),
                     value < 0);
}

/// Returns 10^|exponent|; the sign of the exponent is ignored. Throws NumberError{too_large} past
/// max_scale.
inline Integer power_of_ten(int exponent) {
    if (exponent > max_scale || exponent < -max_scale) {
        fail(NumberFault::too_large);
    }
    return pow(Integer{10}, static_cast<unsigned>(exponent < 0 ? -exponent : exponent));
}

inline Integer rounded_quotient(const Integer& num, const Integer& den, Rounding mode) {
    const bool negative = num < 0;
    Integer quotient;
    Integer rest;
    divide_qr(negative ? Integer{-num} : num, den, quotient, rest);
    if (rounds_away(mode, negative, bit_test(quotient, 0), rest, den)) {
        ++quotient;
    }
    return negative ? Integer{-quotient} : quotient;
}

inline BigInteger* pointer(DecimalParts value) {
    return reinterpret_cast<BigInteger*>(static_cast<std::intptr_t>(value.units));
}

inline DecimalParts parts(BigInteger* value, int scale) {
    return {.units = reinterpret_cast<std::intptr_t>(value), .scale = scale, .is_big = 1};
}

inline Integer load(DecimalParts value) {
    return value.is_big != 0 ? pointer(value)->value : Integer{value.units};
}

/// Stores coefficient × 10^−scale in the smallest tier that holds it. Throws NumberError{too_large}
/// past max_scale or max_integer_bits.
inline DecimalParts store(Integer coefficient, int scale) {
    if (scale > max_scale) {
        fail(NumberFault::too_large);
    }
    check_size(coefficient);
    const auto narrow = to_int128(coefficient);
    if (narrow && fits_int64(*narrow)) {
        return {.units = static_cast<std::int64_t>(*narrow), .scale = scale};
    }
    return parts(new BigInteger{std::move(coefficient)}, scale);
}

HENG_BIG_TIER DecimalParts DecimalBig::copy(DecimalParts value) {
    return parts(new BigInteger{*pointer(value)}, value.scale);
}

HENG_BIG_TIER void DecimalBig::destroy(DecimalParts value) noexcept {
    delete pointer(value);
}

HENG_BIG_TIER int DecimalBig::sign(DecimalParts value) {
    return pointer(value)->value.sign();
}

HENG_BIG_TIER DecimalParts DecimalBig::from_int128(Int128 coefficient, int scale) {
    return store(to_integer(coefficient), scale);
}

HENG_BIG_TIER DecimalParts DecimalBig::from_digits(std::string_view digits, bool negative,
                                                   int zeros, int scale) {
    Integer value = 0;
    std::int64_t chunk = 0;
    std::size_t length = 0;
    for (const char c : digits) {
        if (c == '.') {
            continue;
        }
        chunk = chunk * 10 + (c - '0');
        if (++length == 18) {
            value = value * powers_of_ten_64[length] + chunk;
            chunk = 0;
            length = 0;
        }
    }
    value = value * powers_of_ten_64[length] + chunk;
    value *= power_of_ten(zeros);
    return store(negative ? Integer{-value} : value, scale);
}

HENG_BIG_TIER DecimalParts DecimalBig::add(DecimalParts a, DecimalParts b, bool subtract) {
    const int scale = std::max(a.scale, b.scale);
    const Integer left = load(a) * power_of_ten(scale - a.scale);
    const Integer right = load(b) * power_of_ten(scale - b.scale);
    return store(subtract ? Integer{left - right} : Integer{left + right}, scale);
}

HENG_BIG_TIER DecimalParts DecimalBig::multiply(DecimalParts a, DecimalParts b) {
    return store(load(a) * load(b), a.scale + b.scale);
}

HENG_BIG_TIER DecimalParts DecimalBig::negate(DecimalParts value) {
    return store(-load(value), value.scale);
}

HENG_BIG_TIER std::weak_ordering DecimalBig::compare(DecimalParts a, DecimalParts b) {
    const int scale = std::max(a.scale, b.scale);
    const Integer left = load(a) * power_of_ten(scale - a.scale);
    const Integer right = load(b) * power_of_ten(scale - b.scale);
    return left.compare(right) <=> 0;
}

HENG_BIG_TIER DecimalParts DecimalBig::rounded(DecimalParts value, int scale, Rounding mode) {
    if (scale > max_scale || scale < -max_scale) {
        fail(NumberFault::too_large);
    }
    const Integer coefficient = load(value);
    if (scale >= value.scale) {
        return store(coefficient * power_of_ten(scale - value.scale), scale);
    }
    const Integer divisor = power_of_ten(value.scale) * power_of_ten(scale);
    if (scale < 0) {
        return store(rounded_quotient(coefficient, divisor, mode) * power_of_ten(scale), 0);
    }
    return store(rounded_quotient(coefficient, power_of_ten(value.scale - scale), mode), scale);
}

HENG_BIG_TIER DecimalParts DecimalBig::shortest(DecimalParts value) {
    // Divides by powers of ten that halve: 5,000 zeros go in 26 divisions, not in 5,000.
    Integer coefficient = load(value);
    int scale = value.scale;
    Integer quotient;
    Integer rest;
    for (int step = 1 << 14; step > 0; step /= 2) {
        if (step > scale) {
            continue;
        }
        divide_qr(coefficient, power_of_ten(step), quotient, rest);
        if (rest == 0) {
            coefficient = quotient;
            scale -= step;
        }
    }
    return store(std::move(coefficient), scale);
}

HENG_BIG_TIER std::string DecimalBig::digits(DecimalParts value) {
    return Integer{abs(load(value))}.str();
}

} // namespace heng::detail
