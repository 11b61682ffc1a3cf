// SPDX-License-Identifier: Apache-2.0
//
// Ratio: an exact fraction, such as actual ÷ target, and what scores are computed with.
//
//     const heng::Ratio rate = 522688.65_dec / 527470.55_dec;
//     (rate * heng::Ratio{10}).rounded(2);    // 9.91, rounded once, where the rule says
//
// Numerator and denominator are 128-bit integers in place, not reduced until an operation
// overflows; then by their greatest common divisor; then arbitrary integers (an owned cpp_rational,
// in cold functions), back to 128 bits when they fit. A divisor of zero throws
// NumberError{division_by_zero}: test `is_zero()` first. Past max_integer_bits (limits.hpp) an
// operation throws NumberError{too_large}. What stays in 128 bits is constexpr and allocates
// nothing: 4–10 ns an operation. Comparing never fails.
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

    /// The same value; implicit, since it loses nothing.
    constexpr Ratio(const Decimal& value) // NOLINT(google-explicit-constructor)
        : Ratio{widened(value.parts_)} {}

    /// num ÷ den; NumberError{division_by_zero} where den is 0.
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

    /// −1, 0 or 1.
    [[nodiscard]] constexpr int sign() const {
        if (big()) [[unlikely]] {
            return detail::RatioBig::sign(parts());
        }
        return (num_ > 0) - (num_ < 0);
    }

    [[nodiscard]] constexpr bool is_zero() const noexcept { return !big() && num_ == 0; }

    /// Of a value past the small tiers the bits of its two parts, else 0: for who must bound what
    /// arithmetic costs, which is quadratic in them.
    [[nodiscard]] constexpr std::size_t big_bits() const {
        return big() ? detail::RatioBig::bits(parts()) : 0;
    }

    [[nodiscard]] constexpr bool is_whole() const {
        return big() ? detail::RatioBig::is_whole(parts()) : num_ % den_ == 0;
    }

    /// Rounded once, to exactly `scale` decimal places: 13.025 to 13.03. With a negative scale to
    /// tens, hundreds … and the result has scale 0. |scale| past max_scale throws
    /// NumberError{too_large}.
    [[nodiscard]] constexpr Decimal rounded(int scale, Rounding mode = Rounding::half_up) const;

    /// The greatest integer not above, the least not below, the integer part.
    [[nodiscard]] constexpr Ratio floor() const { return rounded(0, Rounding::floor); }
    [[nodiscard]] constexpr Ratio ceiling() const { return rounded(0, Rounding::ceiling); }
    [[nodiscard]] constexpr Ratio truncated() const { return rounded(0, Rounding::down); }

    /// The value as a decimal of the fewest places; nothing where it does not end, or where the
    /// decimal passes max_scale or max_integer_bits. Never throws.
    [[nodiscard]] constexpr std::optional<Decimal> exact_decimal() const;

    /// The value as a decimal of at most `places` (>= 0) places, where it has no more and that
    /// decimal passes no limit: a division, where exact_decimal() takes a greatest common divisor.
    /// Never throws.
    [[nodiscard]] constexpr std::optional<Decimal> decimal_within(int places) const;

    /// The value where it is whole and fits 64 bits.
    [[nodiscard]] constexpr std::optional<std::int64_t> as_int64() const {
        return is_whole() ? rounded(0, Rounding::down).small_coefficient() : std::nullopt;
    }

    /// The text of exact_decimal(), or else the reduced "p/q".
    [[nodiscard]] std::string to_string() const;

    /// Plain decimal text of at most `digits` (1 … max_scale) significant digits, rounded once,
    /// without trailing zeros and without an exponent: 1/3 of 5 digits is "0.33333". Of whatever
    /// size the value is; more digits throw NumberError{too_large}.
    [[nodiscard]] std::string significant(int digits, Rounding mode = Rounding::half_even) const;

    /// The two parts of the reduced fraction as text; the denominator is above zero.
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

    /// actual ÷ target of two decimals, at their common scale.
    [[gnu::always_inline]] friend constexpr Ratio operator/(const Decimal& a, const Decimal& b) {
        return divide(a, b);
    }

    /// 1 ÷ value.
    friend constexpr Ratio inverse(const Ratio& value) {
        if (value.is_zero()) [[unlikely]] {
            detail::fail(NumberFault::division_by_zero);
        }
        return Ratio{value.big() ? detail::RatioBig::invert(value.parts())
                                 : detail::RatioParts{value.num_ < 0 ? -value.den_ : value.den_,
                                                      value.num_ < 0 ? -value.num_ : value.num_}};
    }

  private:
    /// Becomes the owner of what is big.
    explicit constexpr Ratio(detail::RatioParts parts) noexcept
        : num_{parts.num}, den_{parts.den} {}

    [[nodiscard]] constexpr detail::RatioParts parts() const noexcept { return {num_, den_}; }

    [[nodiscard]] constexpr bool big() const noexcept { return den_ == 0; }

    /// Products of two such values fit 128 bits.
    [[nodiscard]] constexpr bool narrow() const noexcept {
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
    /// The decimal places of the reduced value, where it ends.
    [[nodiscard]] constexpr std::optional<int> places() const;

    /// operator<, kept as a value: the compilers make a branch of the detour through an ordering.
    [[nodiscard, gnu::always_inline]] static constexpr bool less(const Ratio& a, const Ratio& b) {
        if (!__builtin_expect(a.narrow() && b.narrow(), true)) {
            return detail::compare_wide(a.parts(), b.parts()) < 0;
        }
        return Int128{a.narrow_num()} * b.narrow_den() < Int128{b.narrow_num()} * a.narrow_den();
    }

    /// `yes ? a : b` without a branch on `yes`: whether a target is met, no branch predictor knows.
    [[nodiscard, gnu::always_inline]] static constexpr Ratio choose(bool yes, const Ratio& a,
                                                                    const Ratio& b) {
        if (a.big() || b.big()) [[unlikely]] {
            return yes ? a : b;
        }
        const Int128 mask = -Int128{yes};
        return Ratio{detail::RatioParts{b.num_ ^ ((a.num_ ^ b.num_) & mask),
                                        b.den_ ^ ((a.den_ ^ b.den_) & mask)}};
    }

    Int128 num_ = 0; ///< or, where den_ is 0, the address of a detail::BigRatio that we own
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
        if (den_ == 1 || den_ == power) { // an amount, or a score that was rounded
            return Decimal{narrow_num(), den_ == 1 ? 0 : places};
        }
        const Int128 num = Int128{narrow_num()} * power;
        if (detail::fits_int64(num)) {
            const auto units = static_cast<std::int64_t>(num);
            return units % narrow_den() == 0 ? std::optional{Decimal{units / narrow_den(), places}}
                                             : std::nullopt;
        }
    }
    if (big() || places > 38) [[unlikely]] { // the others' coefficients pass no limit
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

/// Again here, where a pair of decimals finds it.
constexpr Ratio operator/(const Decimal& a, const Decimal& b);

constexpr Ratio abs(const Ratio& value) {
    return value.sign() < 0 ? -value : value;
}

/// base^exponent, by squaring; power(x, 0) is 1. Zero to a negative exponent is a division by zero.
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
