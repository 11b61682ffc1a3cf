// SPDX-License-Identifier: Apache-2.0
//
// Ratio: an exact fraction, such as actual ÷ target, in which scores are computed.
//
//     using namespace heng::literals;
//     const heng::Ratio rate = 522688.65_dec / 527470.55_dec;
//     (rate * heng::Ratio{10}).rounded(2);    // 9.91, rounded once, where the rule says
//
// Numerator and denominator are 128-bit integers in place, reduced by their greatest common divisor
// only when an operation overflows, and arbitrary integers (an owned cpp_rational, in cold
// functions) past that; a result returns to 128 bits when it fits. A divisor of zero throws
// NumberError{division_by_zero}: test `is_zero()` first. Past max_integer_bits (limits.hpp) an
// operation throws NumberError{too_large}. Values of 128 bits are constexpr and allocate nothing:
// 4–10 ns an operation. Comparing never fails.
#pragma once

#include <heng/number/checked.hpp>
#include <heng/number/decimal.hpp>
#include <heng/number/fault.hpp>
#include <heng/number/int128.hpp>
#include <heng/number/limits.hpp>
#include <heng/number/ratio_parts.hpp>
#include <heng/number/rounding.hpp>

#include <compare>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

namespace heng {

class Ratio {
  public:
    /// Zero.
    constexpr Ratio() noexcept = default;

    /// The same value; implicit, since nothing is lost.
    constexpr Ratio(const Decimal& value) // NOLINT(google-explicit-constructor)
        : Ratio{widened(value.parts_)} {}

    /// num ÷ den. Throws NumberError{division_by_zero} if den is 0.
    explicit constexpr Ratio(std::int64_t num, std::int64_t den = 1)
        : num_{den < 0 ? -Int128{num} : Int128{num}}, den_{den < 0 ? -Int128{den} : Int128{den}} {
        if (den == 0) [[unlikely]] {
            detail::fail(NumberFault::division_by_zero);
        }
    }

    template <std::floating_point Binary>
    explicit Ratio(Binary value) = delete;

    constexpr Ratio(const Ratio& other)
        : Ratio{other.big() ? detail::RatioBig::copy(other.parts()) : other.parts()} {}

    constexpr Ratio(Ratio&& other) noexcept
        : num_{other.num_}, den_{std::exchange(other.den_, 1)} {}

    constexpr Ratio& operator=(const Ratio& other) {
        if (big() || other.big()) [[unlikely]] {
            return *this = Ratio{other};
        }
        num_ = other.num_;
        den_ = other.den_;
        return *this;
    }

    constexpr Ratio& operator=(Ratio&& other) noexcept {
        std::swap(num_, other.num_);
        std::swap(den_, other.den_);
        return *this;
    }

    constexpr ~Ratio() {
        if (big()) [[unlikely]] {
            detail::RatioBig::destroy(parts());
        }
    }

    /// Returns −1, 0 or 1.
    [[nodiscard]] constexpr int sign() const {
        if (big()) [[unlikely]] {
            return detail::RatioBig::sign(parts());
        }
        return (num_ > 0) - (num_ < 0);
    }

    [[nodiscard]] constexpr bool is_zero() const noexcept { return !big() && num_ == 0; }

    /// Returns the bits of both parts of a value past the small tiers, else 0. For callers that
    /// must bound the cost of arithmetic, which is quadratic in them.
    [[nodiscard]] constexpr std::size_t big_bits() const {
        return big() ? detail::RatioBig::bits(parts()) : 0;
    }

    [[nodiscard]] constexpr bool is_whole() const {
        return big() ? detail::RatioBig::is_whole(parts()) : num_ % den_ == 0;
    }

    /// Returns the value rounded once to exactly `scale` decimal places: 13.025 becomes 13.03. A
    /// negative scale rounds to tens, hundreds … and the result has scale 0. Throws
    /// NumberError{too_large} if |scale| passes max_scale.
    [[nodiscard]] constexpr Decimal rounded(int scale, Rounding mode = Rounding::half_up) const;

    /// Return the greatest integer not above, the least integer not below, and the integer part.
    [[nodiscard]] constexpr Ratio floor() const { return rounded(0, Rounding::floor); }
    [[nodiscard]] constexpr Ratio ceiling() const { return rounded(0, Rounding::ceiling); }
    [[nodiscard]] constexpr Ratio truncated() const { return rounded(0, Rounding::down); }

    /// Returns the value as the decimal with the fewest places; empty if it does not end, or if the
    /// decimal passes max_scale or max_integer_bits. Never throws.
    [[nodiscard]] constexpr std::optional<Decimal> exact_decimal() const;

    /// Returns the value as a decimal of at most `places` (>= 0) places; empty if it has more
    /// places or passes a limit. Costs one division, where exact_decimal() takes a greatest common
    /// divisor. Never throws.
    [[nodiscard]] constexpr std::optional<Decimal> decimal_within(int places) const;

    /// A fraction that is not reduced; den > 0.
    struct Small {
        std::int64_t num = 0;
        std::int64_t den = 1;
    };

    /// Returns the fraction as it is held, for who writes digits; empty if a part does not fit 64
    /// bits. Constant.
    [[nodiscard, gnu::always_inline]] constexpr std::optional<Small> small() const noexcept {
        return narrow() ? std::optional{Small{narrow_num(), narrow_den()}} : std::nullopt;
    }

    /// Returns the value; empty if it is not whole or does not fit 64 bits.
    [[nodiscard]] constexpr std::optional<std::int64_t> as_int64() const {
        return is_whole() ? rounded(0, Rounding::down).small_coefficient() : std::nullopt;
    }

    /// Returns the text of exact_decimal(), or else the reduced "p/q".
    [[nodiscard]] std::string to_string() const;

    /// Returns plain decimal text with at most `digits` (1 … max_scale) significant digits, rounded
    /// once, without trailing zeros and without an exponent: 1/3 with 5 digits is "0.33333". Works
    /// for values of any size. Throws NumberError{too_large} if `digits` passes max_scale.
    [[nodiscard]] std::string significant(int digits, Rounding mode = Rounding::half_even) const;

    /// Return the parts of the reduced fraction as text; the denominator is above zero.
    [[nodiscard]] std::string numerator() const;
    [[nodiscard]] std::string denominator() const;

    friend constexpr Ratio operator-(const Ratio& value) {
        return Ratio{value.big() ? detail::RatioBig::negate(value.parts())
                                 : detail::RatioParts{-value.num_, value.den_}};
    }

    friend constexpr Ratio operator+(const Ratio& a, const Ratio& b) { return add(a, b, false); }
    friend constexpr Ratio operator-(const Ratio& a, const Ratio& b) { return add(a, b, true); }

    friend constexpr Ratio operator*(const Ratio& a, const Ratio& b) {
        if (__builtin_expect(a.narrow() && b.narrow(), true)) {
            return Ratio{detail::RatioParts{Int128{a.narrow_num()} * b.narrow_num(),
                                            Int128{a.narrow_den()} * b.narrow_den()}};
        }
        return Ratio{detail::multiply_wide(a.parts(), b.parts())};
    }

    friend constexpr Ratio operator/(const Ratio& a, const Ratio& b) { return a * inverse(b); }

    constexpr Ratio& operator+=(const Ratio& other) { return *this = *this + other; }
    constexpr Ratio& operator-=(const Ratio& other) { return *this = *this - other; }
    constexpr Ratio& operator*=(const Ratio& other) { return *this = *this * other; }
    constexpr Ratio& operator/=(const Ratio& other) { return *this = *this / other; }

    friend constexpr bool operator==(const Ratio& a, const Ratio& b) { return (a <=> b) == 0; }

    [[gnu::always_inline]] friend constexpr std::strong_ordering operator<=>(const Ratio& a,
                                                                             const Ratio& b) {
        if (__builtin_expect(a.narrow() && b.narrow(), true)) {
            return detail::three_way(Int128{a.narrow_num()} * b.narrow_den(),
                                     Int128{b.narrow_num()} * a.narrow_den()) <=> 0;
        }
        return detail::compare_wide(a.parts(), b.parts());
    }

    [[gnu::always_inline]] friend constexpr Ratio min(const Ratio& a, const Ratio& b) {
        return choose(less(b, a), b, a);
    }
    [[gnu::always_inline]] friend constexpr Ratio max(const Ratio& a, const Ratio& b) {
        return choose(less(a, b), b, a);
    }

    /// Returns actual ÷ target of two decimals, at their common scale. Throws
    /// NumberError{division_by_zero}.
    [[gnu::always_inline]] friend constexpr Ratio operator/(const Decimal& a, const Decimal& b) {
        return divide(a, b);
    }

    /// Returns 1 ÷ value. Throws NumberError{division_by_zero}.
    friend constexpr Ratio inverse(const Ratio& value) {
        if (value.is_zero()) [[unlikely]] {
            detail::fail(NumberFault::division_by_zero);
        }
        return Ratio{value.big() ? detail::RatioBig::invert(value.parts())
                                 : detail::RatioParts{value.num_ < 0 ? -value.den_ : value.den_,
                                                      value.num_ < 0 ? -value.num_ : value.num_}};
    }

  private:
    /// Takes ownership of a big fraction.
    explicit constexpr Ratio(detail::RatioParts parts) noexcept
        : num_{parts.num}, den_{parts.den} {}

    [[nodiscard]] constexpr detail::RatioParts parts() const noexcept { return {num_, den_}; }

    [[nodiscard]] constexpr bool big() const noexcept { return den_ == 0; }

    /// Whether products of two such values fit 128 bits.
    [[nodiscard, gnu::always_inline]] constexpr bool narrow() const noexcept {
        return ((num_ ^ narrow_num()) | (den_ ^ narrow_den())) == 0 && den_ != 0;
    }
    [[nodiscard]] constexpr std::int64_t narrow_num() const noexcept {
        return static_cast<std::int64_t>(num_);
    }
    [[nodiscard]] constexpr std::int64_t narrow_den() const noexcept {
        return static_cast<std::int64_t>(den_);
    }

    [[nodiscard]] static constexpr detail::RatioParts widened(detail::DecimalParts value) {
        if (value.is_big != 0 || value.scale > 38) [[unlikely]] {
            return detail::RatioBig::from_decimal(value);
        }
        return {.num = value.units,
                .den = detail::powers_of_ten_128[static_cast<unsigned>(value.scale)]};
    }

    [[nodiscard]] static constexpr Ratio add(const Ratio& a, const Ratio& b, bool subtract);
    [[nodiscard, gnu::always_inline]] static constexpr Ratio divide(const Decimal& a,
                                                                    const Decimal& b);
    /// Returns the decimal places of the reduced value; empty if its decimal does not end.
    [[nodiscard]] constexpr std::optional<int> places() const;

    /// The result of operator<; the compilers make a branch of the detour through an ordering.
    [[nodiscard, gnu::always_inline]] static constexpr bool less(const Ratio& a, const Ratio& b) {
        if (!__builtin_expect(a.narrow() && b.narrow(), true)) {
            return detail::compare_wide(a.parts(), b.parts()) < 0;
        }
        return Int128{a.narrow_num()} * b.narrow_den() < Int128{b.narrow_num()} * a.narrow_den();
    }

    /// Returns `yes ? a : b` without a branch: no branch predictor knows whether a target is met.
    [[nodiscard, gnu::always_inline]] static constexpr Ratio choose(bool yes, const Ratio& a,
                                                                    const Ratio& b) {
        if (a.big() || b.big()) [[unlikely]] {
            return yes ? a : b;
        }
        const Int128 mask = -Int128{yes};
        return Ratio{detail::RatioParts{b.num_ ^ ((a.num_ ^ b.num_) & mask),
                                        b.den_ ^ ((a.den_ ^ b.den_) & mask)}};
    }

    Int128 num_ = 0; ///< or, if den_ is 0, the address of an owned detail::BigRatio
    Int128 den_ = 1;
};

static_assert(sizeof(Ratio) == 32);

constexpr Ratio Ratio::add(const Ratio& a, const Ratio& b, bool subtract) {
    if (!a.narrow() || !b.narrow()) [[unlikely]] {
        return Ratio{detail::add_wide(a.parts(), b.parts(), subtract)};
    }
    const Int128 sign = subtract ? -1 : 1;
    if (a.den_ == b.den_) { // keeps sums of amounts and of points short
        return Ratio{detail::RatioParts{a.num_ + sign * b.num_, a.den_}};
    }
    return Ratio{detail::RatioParts{Int128{a.narrow_num()} * b.narrow_den() +
                                        sign * (Int128{b.narrow_num()} * a.narrow_den()),
                                    Int128{a.narrow_den()} * b.narrow_den()}};
}

constexpr Decimal Ratio::rounded(int scale, Rounding mode) const {
    if (!narrow() || scale < 0 || scale > 18) [[unlikely]] {
        return Decimal{detail::rounded_wide(parts(), scale, mode)};
    }
    const Int128 num =
        Int128{narrow_num()} * detail::powers_of_ten_64[static_cast<unsigned>(scale)];
    return Decimal::from_int128(detail::rounded_quotient(num, den_, mode), scale);
}

constexpr std::optional<int> Ratio::places() const {
    if (big()) {
        return detail::RatioBig::places(parts());
    }
    auto rest = static_cast<UInt128>(detail::reduced(parts()).den);
    const int twos = detail::count_trailing_zeros(rest);
    rest >>= twos;
    int fives = 0;
    for (; rest % 5 == 0; rest /= 5) {
        ++fives;
    }
    return rest != 1 ? std::nullopt : std::optional{twos > fives ? twos : fives};
}

constexpr std::optional<Decimal> Ratio::exact_decimal() const {
    const std::optional<int> scale = places();
    return scale ? std::optional{rounded(*scale, Rounding::down)} : std::nullopt;
}

constexpr std::optional<Decimal> Ratio::decimal_within(int places) const {
    if (narrow() && places <= 18) [[likely]] {
        const std::int64_t power = detail::powers_of_ten_64[static_cast<unsigned>(places)];
        if (den_ == 1 || den_ == power) { // an amount, or a rounded score
            return Decimal{narrow_num(), den_ == 1 ? 0 : places};
        }
        const Int128 num = Int128{narrow_num()} * power;
        if (detail::fits_int64(num)) {
            const auto units = static_cast<std::int64_t>(num);
            return units % narrow_den() == 0 ? std::optional{Decimal{units / narrow_den(), places}}
                                             : std::nullopt;
        }
    }
    if (big() || places > 38) [[unlikely]] { // coefficients of the others pass no limit
        const auto exact = detail::RatioBig::decimal_within(parts(), places);
        return exact ? std::optional{Decimal{*exact}} : std::nullopt;
    }
    Decimal near = rounded(places, Rounding::down);
    return Ratio{near} == *this ? std::optional{std::move(near)} : std::nullopt;
}

constexpr Ratio Ratio::divide(const Decimal& a, const Decimal& b) {
    Int128 num = 0;
    Int128 den = 0;
    if (!Decimal::align(a, b, num, den)) [[unlikely]] {
        return Ratio{a} / Ratio{b};
    }
    if (den == 0) [[unlikely]] {
        detail::fail(NumberFault::division_by_zero);
    }
    return Ratio{detail::RatioParts{den < 0 ? -num : num, den < 0 ? -den : den}};
}

/// Declared again, so that a pair of decimals finds it.
constexpr Ratio operator/(const Decimal& a, const Decimal& b);

/// Returns |value|.
constexpr Ratio abs(const Ratio& value) {
    return value.sign() < 0 ? -value : value;
}

/// Returns base^exponent, by squaring; power(x, 0) is 1. Throws NumberError{division_by_zero} for
/// zero to a negative exponent. O(log |exponent|) products.
constexpr Ratio power(Ratio base, int exponent) {
    if (exponent < 0) {
        base = inverse(base);
    }
    Ratio result{1};
    for (auto left = static_cast<unsigned>(exponent < 0 ? -std::int64_t{exponent} : exponent);;) {
        if (left % 2 != 0) {
            result *= base;
        }
        left /= 2;
        if (left == 0) {
            return result;
        }
        base *= base;
    }
}

} // namespace heng

#include <heng/number/ratio_text.hpp>
#ifdef HENG_HEADER_ONLY
#include <heng/number/big_ratio.hpp>
#endif
