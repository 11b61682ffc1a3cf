// SPDX-License-Identifier: Apache-2.0
//
// Checked arithmetic on 128-bit integers, on which the small tiers of Decimal and Ratio are built.
//
//     Int128 product = 0;
//     if (!checked_multiply(a, b, product)) {
//         return false; // the caller tries the next tier
//     }
//
// Signed results lie in −(2^127 − 1) … 2^127 − 1, so that each can be negated. The products are
// computed by hand since clang turns `__builtin_mul_overflow` on __int128 into a call (`__muloti4`)
// that libgcc does not have. Private to number/.
#pragma once

#include <heng/number/int128.hpp>

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <numeric>

namespace heng::detail {

inline constexpr UInt128 max_magnitude = ~UInt128{0} >> 1;

template <class Integer, std::size_t Count>
constexpr std::array<Integer, Count> make_powers_of_ten() {
    std::array<Integer, Count> powers{};
    Integer power = 1;
    for (std::size_t i = 0; i < Count; ++i) {
        powers[i] = power;
        if (i + 1 < Count) {
            power *= 10;
        }
    }
    return powers;
}

/// 10^0 … 10^18 and 10^0 … 10^38: all powers of ten that fit.
inline constexpr auto powers_of_ten_64 = make_powers_of_ten<std::int64_t, 19>();
inline constexpr auto powers_of_ten_128 = make_powers_of_ten<Int128, 39>();

/// Returns whether `value` fits a signed 64-bit integer.
constexpr bool fits_int64(Int128 value) {
    return value == static_cast<std::int64_t>(value);
}

/// Returns whether `value` fits an unsigned 64-bit integer.
constexpr bool fits_uint64(UInt128 value) {
    return value == static_cast<std::uint64_t>(value);
}

/// Returns |value|.
constexpr UInt128 magnitude(Int128 value) {
    return value < 0 ? UInt128{0} - static_cast<UInt128>(value) : static_cast<UInt128>(value);
}

/// Returns the value with this magnitude and sign. Precondition: `value` is at most max_magnitude.
constexpr Int128 with_sign(UInt128 value, bool negative) {
    return negative ? -static_cast<Int128>(value) : static_cast<Int128>(value);
}

/// Returns −1, 0 or 1, without a branch.
constexpr int three_way(Int128 a, Int128 b) {
    return int{a > b} - int{a < b};
}

/// Sets `sum` and returns true; returns false if the sum leaves the range.
constexpr bool checked_add(Int128 a, Int128 b, Int128& sum) {
    return !__builtin_add_overflow(a, b, &sum) && sum != std::numeric_limits<Int128>::min();
}

/// The whole product of two 128-bit magnitudes: 256 bits, ordered by the high half first.
struct WideProduct {
    UInt128 high = 0;
    UInt128 low = 0;

    friend constexpr bool operator==(const WideProduct&, const WideProduct&) = default;
    friend constexpr bool operator<(const WideProduct& a, const WideProduct& b) {
        return a.high != b.high ? a.high < b.high : a.low < b.low;
    }
};

/// Returns a × b in 256 bits; never overflows.
constexpr WideProduct wide_multiply(UInt128 a, UInt128 b) {
    const UInt128 a_low = static_cast<std::uint64_t>(a);
    const UInt128 a_high = a >> 64;
    const UInt128 b_low = static_cast<std::uint64_t>(b);
    const UInt128 b_high = b >> 64;
    const UInt128 lowest = a_low * b_low;
    const UInt128 cross = a_high * b_low + (lowest >> 64);
    const UInt128 middle = a_low * b_high + static_cast<std::uint64_t>(cross);
    return {.high = a_high * b_high + (cross >> 64) + (middle >> 64),
            .low = (middle << 64) + static_cast<std::uint64_t>(lowest)};
}

/// A product; 0 if it leaves the range.
struct CheckedProduct {
    Int128 value = 0;
    bool fits = false;
};

/// Out of line and by value, so that callers can be inlined and stay in registers.
[[gnu::noinline]] constexpr CheckedProduct multiply_any(Int128 a, Int128 b) {
    const WideProduct wide = wide_multiply(magnitude(a), magnitude(b));
    if (wide.high != 0 || wide.low > max_magnitude) {
        return {};
    }
    return {.value = with_sign(wide.low, (a < 0) != (b < 0)), .fits = true};
}

/// Sets `product` and returns true; returns false if the product leaves the range.
constexpr bool checked_multiply(Int128 a, Int128 b, Int128& product) {
    if (fits_int64(a) && fits_int64(b)) [[likely]] {
        product = Int128{static_cast<std::int64_t>(a)} * static_cast<std::int64_t>(b);
        return true;
    }
    const CheckedProduct any = multiply_any(a, b);
    product = any.value;
    return any.fits;
}

constexpr int count_trailing_zeros(UInt128 value) {
    const auto low = static_cast<std::uint64_t>(value);
    return low != 0 ? std::countr_zero(low)
                    : 64 + std::countr_zero(static_cast<std::uint64_t>(value >> 64));
}

/// Returns the greatest common divisor; gcd(a, 0) is a. Binary, and in 64 bits as soon as both fit.
/// O(bits).
constexpr UInt128 gcd(UInt128 a, UInt128 b) {
    if (a == 0 || b == 0) {
        return a + b;
    }
    const int shift = count_trailing_zeros(a | b);
    a >>= count_trailing_zeros(a);
    while (b != 0) {
        b >>= count_trailing_zeros(b);
        if (fits_uint64(a | b)) {
            return UInt128{std::gcd(static_cast<std::uint64_t>(a), static_cast<std::uint64_t>(b))}
                   << shift;
        }
        if (b < a) {
            const UInt128 larger = a;
            a = b;
            b = larger;
        }
        b -= a;
    }
    return a << shift;
}

} // namespace heng::detail
