// SPDX-License-Identifier: Apache-2.0
//
// Decimal: an exact decimal number that keeps its scale, such as an amount in a budget.
//
//     using namespace heng::literals;
//     static_assert(2.50_dec + 1_dec == 3.5_dec);
//     (2.50_dec).to_string();               // "2.50"
//     heng::Decimal::parse("465066.65");    // tl::expected<Decimal, ParseFault>
//
// A value is coefficient × 10^−scale, the scale never below zero. There is no NaN, no infinity and
// no −0. `+ − ×` are exact, division gives a Ratio (ratio.hpp). Coefficients are 64-bit integers,
// computed with in 128 bits, and arbitrary integers past that (an owned copy, in cold functions); a
// result returns to 64 bits when it fits. Past max_integer_bits or max_scale (limits.hpp) an
// operation throws NumberError{too_large}. Values of 64 bits are constexpr and allocate nothing: a
// few ns an operation.
#pragma once

#include <heng/number/checked.hpp>
#include <heng/number/fault.hpp>
#include <heng/number/int128.hpp>
#include <heng/number/limits.hpp>
#include <heng/number/rounding.hpp>

#include <tl/expected.hpp>

#include <compare>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace heng {
namespace detail {

struct BigInteger;
struct DecimalText;

/// The fields of a Decimal, without ownership. The cold functions take and return them by value:
/// with references to Decimals, or with a union here, the compilers keep every operand in memory,
/// and a hot operation costs three times as much.
struct DecimalParts {
    std::int64_t units = 0; ///< the coefficient, or the address of a BigInteger
    std::int32_t scale = 0;
    std::uint32_t is_big = 0; ///< 1 if `units` is an address
};

/// The big tier of Decimal, defined in big.hpp. A BigInteger in a result is newly allocated.
struct DecimalBig {
    [[gnu::cold]] static DecimalParts copy(DecimalParts value);
    [[gnu::cold]] static void destroy(DecimalParts value) noexcept;
    [[gnu::cold]] static int sign(DecimalParts value);
    [[gnu::cold]] static DecimalParts from_int128(Int128 coefficient, int scale);
    [[gnu::cold]] static DecimalParts from_digits(std::string_view digits, bool negative, int zeros,
                                                  int scale);
    [[gnu::cold]] static DecimalParts add(DecimalParts a, DecimalParts b, bool subtract);
    [[gnu::cold]] static DecimalParts multiply(DecimalParts a, DecimalParts b);
    [[gnu::cold]] static DecimalParts negate(DecimalParts value);
    [[gnu::cold]] static std::weak_ordering compare(DecimalParts a, DecimalParts b);
    [[gnu::cold]] static DecimalParts rounded(DecimalParts value, int scale, Rounding mode);
    [[gnu::cold]] static DecimalParts shortest(DecimalParts value);
    [[gnu::cold]] static std::string digits(DecimalParts value);
};

} // namespace detail

class Decimal {
  public:
    /// Zero, of scale 0.
    constexpr Decimal() noexcept = default;

    /// units × 10^−scale: Decimal{250, 2} is 2.50. Throws NumberError{exponent_out_of_range} unless
    /// the scale is in 0 … max_scale.
    explicit constexpr Decimal(std::int64_t units, int scale = 0)
        : parts_{.units = units, .scale = scale} {
        if (scale < 0 || scale > max_scale) [[unlikely]] {
            detail::fail(NumberFault::exponent_out_of_range);
        }
    }

    /// Deleted, since 0.1 is not a binary fraction: write 0.1_dec, or parse a text.
    template <std::floating_point Binary>
    explicit Decimal(Binary value, int scale = 0) = delete;

    constexpr Decimal(const Decimal& other)
        : parts_{other.big() ? detail::DecimalBig::copy(other.parts_) : other.parts_} {}

    constexpr Decimal(Decimal&& other) noexcept
        : parts_{std::exchange(other.parts_, detail::DecimalParts{})} {}

    constexpr Decimal& operator=(const Decimal& other) {
        if (big() || other.big()) [[unlikely]] {
            return *this = Decimal{other};
        }
        parts_ = other.parts_;
        return *this;
    }

    constexpr Decimal& operator=(Decimal&& other) noexcept {
        std::swap(parts_, other.parts_);
        return *this;
    }

    constexpr ~Decimal() {
        if (big()) [[unlikely]] {
            detail::DecimalBig::destroy(parts_);
        }
    }

    /// Reads `-?digits(.digits)?([eE][+-]?digits)?`: a JSON number, leading zeros allowed; no
    /// spaces and no plus sign in front. Keeps the scale as written: "2.50" has scale 2, "1.5e3"
    /// scale 0. Returns a ParseFault for other texts and past `limits`. Linear in the text; a text
    /// with too many digits is refused before it is converted.
    [[nodiscard]] static tl::expected<Decimal, ParseFault> parse(std::string_view text,
                                                                 NumberLimits limits = {});

    /// Returns the number of digits after the point.
    [[nodiscard]] constexpr int scale() const noexcept { return parts_.scale; }

    /// Returns −1, 0 or 1.
    [[nodiscard]] constexpr int sign() const {
        if (big()) [[unlikely]] {
            return detail::DecimalBig::sign(parts_);
        }
        return (parts_.units > 0) - (parts_.units < 0);
    }

    [[nodiscard]] constexpr bool is_zero() const noexcept { return !big() && parts_.units == 0; }

    /// Returns the coefficient, 250 for 2.50; empty if it does not fit 64 bits.
    [[nodiscard]] constexpr std::optional<std::int64_t> small_coefficient() const noexcept {
        return big() ? std::nullopt : std::optional{parts_.units};
    }

    /// Returns the value with exactly `scale` decimal places, rounded once or padded with zeros:
    /// 2.345 becomes 2.35, 3 becomes 3.00. A negative scale rounds to tens, hundreds … and the
    /// result has scale 0. Throws NumberError{too_large} past max_scale.
    [[nodiscard]] constexpr Decimal rounded(int scale, Rounding mode = Rounding::half_up) const;

    /// Returns the same value without trailing zeros after the point: 2.50 becomes 2.5, 3.00
    /// becomes 3.
    [[nodiscard]] constexpr Decimal shortest() const;

    /// Returns plain decimal text that keeps the scale, never with an exponent: "2.50", "-0.07",
    /// "1000".
    [[nodiscard]] std::string to_string() const;

    friend constexpr Decimal operator-(const Decimal& value) {
        if (value.big()) [[unlikely]] {
            return Decimal{detail::DecimalBig::negate(value.parts_)};
        }
        return from_int128(-Int128{value.parts_.units}, value.parts_.scale);
    }

    friend constexpr Decimal operator+(const Decimal& a, const Decimal& b) {
        Int128 left = 0;
        Int128 right = 0;
        if (!align(a, b, left, right)) [[unlikely]] {
            return Decimal{detail::DecimalBig::add(a.parts_, b.parts_, false)};
        }
        return from_int128(left + right,
                           a.parts_.scale < b.parts_.scale ? b.parts_.scale : a.parts_.scale);
    }

    friend constexpr Decimal operator-(const Decimal& a, const Decimal& b) {
        Int128 left = 0;
        Int128 right = 0;
        if (!align(a, b, left, right)) [[unlikely]] {
            return Decimal{detail::DecimalBig::add(a.parts_, b.parts_, true)};
        }
        return from_int128(left - right,
                           a.parts_.scale < b.parts_.scale ? b.parts_.scale : a.parts_.scale);
    }

    friend constexpr Decimal operator*(const Decimal& a, const Decimal& b) {
        const int scale = a.parts_.scale + b.parts_.scale;
        if (a.big() || b.big()) [[unlikely]] {
            return Decimal{detail::DecimalBig::multiply(a.parts_, b.parts_)};
        }
        if (scale > max_scale) [[unlikely]] {
            detail::fail(NumberFault::too_large);
        }
        return from_int128(Int128{a.parts_.units} * b.parts_.units, scale);
    }

    constexpr Decimal& operator+=(const Decimal& other) { return *this = *this + other; }
    constexpr Decimal& operator-=(const Decimal& other) { return *this = *this - other; }
    constexpr Decimal& operator*=(const Decimal& other) { return *this = *this * other; }

    /// Compares by value: 2.50 equals 2.5.
    friend constexpr bool operator==(const Decimal& a, const Decimal& b) {
        Int128 left = 0;
        Int128 right = 0;
        if (!align(a, b, left, right)) [[unlikely]] {
            return detail::DecimalBig::compare(a.parts_, b.parts_) == 0;
        }
        return left == right;
    }

    /// Compares by value; weak, since 2.50 and 2.5 are equivalent and print differently.
    friend constexpr std::weak_ordering operator<=>(const Decimal& a, const Decimal& b) {
        Int128 left = 0;
        Int128 right = 0;
        if (!align(a, b, left, right)) [[unlikely]] {
            return detail::DecimalBig::compare(a.parts_, b.parts_);
        }
        return detail::three_way(left, right) <=> 0;
    }

  private:
    friend class Ratio;
    friend struct detail::DecimalText;

    /// Takes ownership of a big coefficient.
    explicit constexpr Decimal(detail::DecimalParts parts) noexcept : parts_{parts} {}

    [[nodiscard]] constexpr bool big() const noexcept { return parts_.is_big != 0; }

    static constexpr Decimal from_int128(Int128 coefficient, int scale) {
        if (!detail::fits_int64(coefficient)) [[unlikely]] {
            return Decimal{detail::DecimalBig::from_int128(coefficient, scale)};
        }
        return Decimal{
            detail::DecimalParts{.units = static_cast<std::int64_t>(coefficient), .scale = scale}};
    }

    /// Sets both coefficients at the larger scale, without a branch on which scale that is. Returns
    /// false if a coefficient is big or the scales are more than 18 apart; else |each| < 2^63 ×
    /// 10^18 < 2^123.
    static constexpr bool align(const Decimal& a, const Decimal& b, Int128& left, Int128& right) {
        const int apart = a.parts_.scale - b.parts_.scale;
        if ((a.parts_.is_big | b.parts_.is_big) != 0 || apart > 18 || apart < -18) [[unlikely]] {
            return false;
        }
        const int negative =
            apart >> 31; // all ones or zero: no branch predictor knows which scale is larger
        const auto raise_a = static_cast<unsigned>(-apart & negative);
        const auto raise_b = static_cast<unsigned>(apart & ~negative);
        left = Int128{a.parts_.units} * detail::powers_of_ten_64[raise_a];
        right = Int128{b.parts_.units} * detail::powers_of_ten_64[raise_b];
        return true;
    }

    detail::DecimalParts parts_;
};

static_assert(sizeof(Decimal) == 16);

/// Returns |value|, with the same scale.
constexpr Decimal abs(const Decimal& value) {
    return value.sign() < 0 ? -value : value;
}

constexpr Decimal Decimal::rounded(int scale, Rounding mode) const {
    if (big() || scale < 0 || scale > max_scale) [[unlikely]] {
        return Decimal{detail::DecimalBig::rounded(parts_, scale, mode)};
    }
    const int more = scale - parts_.scale;
    if (more > 18 || more < -18) [[unlikely]] {
        return Decimal{detail::DecimalBig::rounded(parts_, scale, mode)};
    }
    if (more >= 0) {
        return from_int128(
            Int128{parts_.units} * detail::powers_of_ten_64[static_cast<unsigned>(more)], scale);
    }
    const std::int64_t divisor = detail::powers_of_ten_64[static_cast<unsigned>(-more)];
    std::int64_t quotient = parts_.units / divisor;
    const std::int64_t rest = parts_.units % divisor;
    const auto r = static_cast<std::uint64_t>(rest < 0 ? -rest : rest);
    const auto d = static_cast<std::uint64_t>(divisor);
    if (detail::rounds_away(mode, parts_.units < 0, quotient % 2 != 0, r, d)) {
        quotient += parts_.units < 0 ? -1 : 1;
    }
    return from_int128(quotient, scale);
}

constexpr Decimal Decimal::shortest() const {
    if (big()) [[unlikely]] {
        return Decimal{detail::DecimalBig::shortest(parts_)};
    }
    Decimal result{*this};
    while (result.parts_.scale > 0 && result.parts_.units % 10 == 0) {
        result.parts_.units /= 10;
        --result.parts_.scale;
    }
    return result;
}

} // namespace heng

#include <heng/number/decimal_text.hpp>
#ifdef HENG_HEADER_ONLY
#include <heng/number/big.hpp>
#endif
