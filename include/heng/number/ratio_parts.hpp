// SPDX-License-Identifier: Apache-2.0
//
// The fields of a Ratio, and the arithmetic on them that does not fit 64 bits: first in 128 bits,
// then reduced by greatest common divisors, then in the big tier.
//
// Private to ratio.hpp, whose operators handle the narrow case; these functions are out of line so
// that the operators can be inlined.
#pragma once

#include <heng/number/checked.hpp>
#include <heng/number/decimal.hpp>
#include <heng/number/int128.hpp>
#include <heng/number/rounding.hpp>

#include <compare>
#include <cstdint>
#include <optional>
#include <string>

namespace heng::detail {

struct BigRatio;

/// The fields of a Ratio, without ownership; by value for the reason given at DecimalParts.
struct RatioParts {
    Int128 num = 0; ///< or, if den is 0, the address of a BigRatio
    Int128 den = 1;

    [[nodiscard]] constexpr bool big() const noexcept { return den == 0; }
};

/// The big tier of Ratio, defined in big_ratio.hpp. A BigRatio in a result is newly allocated.
struct RatioBig {
    [[gnu::cold]] static RatioParts copy(RatioParts value);
    [[gnu::cold]] static void destroy(RatioParts value) noexcept;
    [[gnu::cold]] static int sign(RatioParts value);
    [[gnu::cold]] static bool is_whole(RatioParts value);
    [[gnu::cold]] static std::size_t bits(RatioParts value);
    [[gnu::cold]] static RatioParts from_decimal(DecimalParts value);
    [[gnu::cold]] static RatioParts add(RatioParts a, RatioParts b, bool subtract);
    [[gnu::cold]] static RatioParts multiply(RatioParts a, RatioParts b);
    [[gnu::cold]] static RatioParts invert(RatioParts value);
    [[gnu::cold]] static RatioParts negate(RatioParts value);
    [[gnu::cold]] static std::strong_ordering compare(RatioParts a, RatioParts b);
    [[gnu::cold]] static DecimalParts rounded(RatioParts value, int scale, Rounding mode);
    /// Returns the places of the exact decimal; empty if there is none or it passes a limit.
    [[gnu::cold]] static std::optional<int> places(RatioParts value);
    /// Takes any value, small or big.
    [[gnu::cold]] static std::optional<DecimalParts> decimal_within(RatioParts value, int places);
    /// Returns value × 10^scale, rounded to an integer, as text. Takes any value, small or big, and
    /// any scale, also past max_scale.
    [[gnu::cold]] static std::string digits(RatioParts value, int scale, Rounding mode);
    [[gnu::cold]] static std::string numerator(RatioParts value);
    [[gnu::cold]] static std::string denominator(RatioParts value);
};

/// Returns the fraction in lowest terms. Precondition: not big.
constexpr RatioParts reduced(RatioParts value) {
    const auto shared =
        static_cast<Int128>(gcd(magnitude(value.num), static_cast<UInt128>(value.den)));
    return {value.num / shared, value.den / shared};
}

/// Sets `sum` to a ± b over the least common denominator; returns false if it leaves 128 bits.
constexpr bool add_over_common(RatioParts a, RatioParts b, bool subtract, RatioParts& sum) {
    const auto shared =
        static_cast<Int128>(gcd(static_cast<UInt128>(a.den), static_cast<UInt128>(b.den)));
    Int128 left = 0;
    Int128 right = 0;
    return checked_multiply(a.num, b.den / shared, left) &&
           checked_multiply(b.num, a.den / shared, right) &&
           checked_multiply(a.den, b.den / shared, sum.den) &&
           checked_add(left, subtract ? -right : right, sum.num);
}

[[gnu::noinline]] constexpr RatioParts add_wide(RatioParts a, RatioParts b, bool subtract) {
    RatioParts sum;
    if (a.big() || b.big()) {
        return RatioBig::add(a, b, subtract);
    }
    if (add_over_common(a, b, subtract, sum)) {
        return sum;
    }
    if (add_over_common(reduced(a), reduced(b), subtract, sum)) {
        return reduced(sum);
    }
    return RatioBig::add(a, b, subtract);
}

constexpr bool multiply_straight(RatioParts a, RatioParts b, RatioParts& product) {
    return checked_multiply(a.num, b.num, product.num) &&
           checked_multiply(a.den, b.den, product.den);
}

[[gnu::noinline]] constexpr RatioParts multiply_wide(RatioParts a, RatioParts b) {
    RatioParts product;
    if (a.big() || b.big()) {
        return RatioBig::multiply(a, b);
    }
    if (multiply_straight(a, b, product)) {
        return product;
    }
    const RatioParts x = reduced(a);
    const RatioParts y = reduced(b);
    if (multiply_straight(reduced({x.num, y.den}), reduced({y.num, x.den}), product)) {
        return product;
    }
    return RatioBig::multiply(a, b);
}

/// Compares by cross-multiplication in 256 bits.
[[gnu::noinline]] constexpr std::strong_ordering compare_wide(RatioParts a, RatioParts b) {
    if (a.big() || b.big()) {
        return RatioBig::compare(a, b);
    }
    if ((a.num < 0) != (b.num < 0)) {
        return a.num < 0 ? std::strong_ordering::less : std::strong_ordering::greater;
    }
    const WideProduct left = wide_multiply(magnitude(a.num), static_cast<UInt128>(b.den));
    const WideProduct right = wide_multiply(magnitude(b.num), static_cast<UInt128>(a.den));
    if (left == right) {
        return std::strong_ordering::equal;
    }
    return (left < right) == (a.num >= 0) ? std::strong_ordering::less
                                          : std::strong_ordering::greater;
}

/// Returns num ÷ den rounded to an integer. Precondition: den > 0.
constexpr Int128 rounded_quotient(Int128 num, Int128 den, Rounding mode) {
    const UInt128 n = magnitude(num);
    const auto d = static_cast<UInt128>(den);
    UInt128 quotient = 0;
    bool away = false;
    if (fits_uint64(n | d)) [[likely]] {
        const auto narrow_n = static_cast<std::uint64_t>(n);
        const auto narrow_d = static_cast<std::uint64_t>(d);
        const std::uint64_t q = narrow_n / narrow_d;
        quotient = q;
        away = rounds_away(mode, num < 0, q % 2 != 0, narrow_n % narrow_d, narrow_d);
    } else {
        quotient = n / d;
        away = rounds_away(mode, num < 0, quotient % 2 != 0, n % d, d);
    }
    return with_sign(quotient + (away ? 1 : 0), num < 0);
}

[[gnu::noinline]] constexpr DecimalParts rounded_wide(RatioParts value, int scale, Rounding mode) {
    Int128 num = 0;
    if (value.big() || scale < 0 || scale > 38 ||
        !checked_multiply(value.num, powers_of_ten_128[static_cast<unsigned>(scale)], num)) {
        return RatioBig::rounded(value, scale, mode);
    }
    const Int128 quotient = rounded_quotient(num, value.den, mode);
    return fits_int64(quotient)
               ? DecimalParts{.units = static_cast<std::int64_t>(quotient), .scale = scale}
               : DecimalBig::from_int128(quotient, scale);
}

} // namespace heng::detail
