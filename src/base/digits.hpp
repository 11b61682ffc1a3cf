// SPDX-License-Identifier: Apache-2.0
//
// Short decimals as digits: a sheet shows five hundred numbers, so two digits are made in one step.
//
//     Digits digits;
//     digits.write(9425, 2, 2);            // 94.25
//     digits.write(9420, 2, 0);            // 94.2: zeros at the end of the fraction are left out
//     digits.write(94, 0, 2);              // 94.00
//     out += digits.text();
#pragma once

#include "base/text/appender.hpp"

#include <heng/number/decimal.hpp>
#include <heng/number/ratio.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <optional>
#include <string_view>

namespace heng::detail::base {

constexpr int most_digit_places = 18; ///< that Digits::write() takes

constexpr std::array<char, 200> make_digit_pairs() {
    std::array<char, 200> pairs{};
    for (std::size_t i = 0; i < 100; ++i) {
        pairs[2 * i] = static_cast<char>('0' + i / 10);
        pairs[2 * i + 1] = static_cast<char>('0' + i % 10);
    }
    return pairs;
}

/// "00", "01", … "99"
inline constexpr std::array<char, 200> digit_pairs = make_digit_pairs();

/// The text of one number, made from its last digit to its first.
class Digits {
  public:
    /// `units` ÷ 10^`places`, with at least `least` places in the fraction (both at most 18).
    void write(std::uint64_t units, int places, int least) {
        for (; places > least && units % 10 == 0; --places) {
            units /= 10;
        }
        for (int missing = least - places; missing > 0; --missing) {
            character('0');
        }
        digits(units, places);
        if (places > 0 || least > 0) {
            character('.');
        }
        while (units >= 100) {
            pair(units);
        }
        digits(units, units >= 10 ? 2 : 1);
    }

    /// The same of a decimal, with its sign; false where it is not short.
    [[nodiscard]] bool write(const Decimal& value, int least) {
        const auto units = value.small_coefficient();
        if (!units || *units == std::numeric_limits<std::int64_t>::min() ||
            value.scale() > most_digit_places || least > most_digit_places) {
            return false;
        }
        write(static_cast<std::uint64_t>(*units < 0 ? -*units : *units), value.scale(), least);
        if (*units < 0) {
            character('-');
        }
        return true;
    }

    /// Behind what `out` has. Of most 16 bytes are copied, since their number is then known when
    /// the program is compiled.
    void copy_to(text::Appender& out) const {
        constexpr std::size_t usual = 16;
        const std::size_t size = text().size();
        char* const to = out.room(longest);
        size <= usual ? std::memcpy(to, begin_, usual) : std::memcpy(to, begin_, longest);
        out.advance(size);
    }

    [[nodiscard]] std::string_view text() const {
        return {begin_, static_cast<std::size_t>(digits_.data() + longest - begin_)};
    }

  private:
    void character(char c) { *--begin_ = c; }
    void pair(std::uint64_t& units) {
        const char* const two = digit_pairs.data() + 2 * (units % 100);
        units /= 100;
        begin_ -= 2;
        begin_[0] = two[0];
        begin_[1] = two[1];
    }
    /// The last `count` digits of `units`, which it loses.
    void digits(std::uint64_t& units, int count) {
        for (; count >= 2; count -= 2) {
            pair(units);
        }
        if (count > 0) {
            character(static_cast<char>('0' + units % 10));
            units /= 10;
        }
    }

    static constexpr std::size_t longest = 48; ///< 20 digits, a point, a sign, and 18 zeros

    std::array<char, 2 * longest> digits_; ///< behind the end is what copy_to() copies too much
    char* begin_ = digits_.data() + longest;
};

/// value × 10^places, where that is whole and fits 64 bits; places at most 18.
[[nodiscard]] inline std::optional<std::int64_t> units_within(const Ratio::Small& value,
                                                              int places) {
    const std::int64_t power = heng::detail::powers_of_ten_64[static_cast<unsigned>(places)];
    if (value.den == power) { // a rounded score
        return value.num;
    }
    std::int64_t num = 0;
    if (__builtin_mul_overflow(value.num, power, &num)) [[unlikely]] {
        const Int128 wide = Int128{value.num} * power;
        const Int128 units = wide / value.den;
        return units * value.den == wide && heng::detail::fits_int64(units)
                   ? std::optional{static_cast<std::int64_t>(units)}
                   : std::nullopt;
    }
    const std::int64_t units = value.den == 1 ? num : num / value.den;
    return units * value.den == num ? std::optional{units} : std::nullopt;
}

/// Writes `units` ÷ 10^`places` with at least `least` places, and `sign` before what is below 0.
inline void write_units(text::Appender& out, std::int64_t units, int places, int least,
                        std::string_view sign) {
    Digits digits;
    const auto size = static_cast<std::uint64_t>(units);
    digits.write(units < 0 ? 0 - size : size, places, least);
    if (units < 0) {
        out.add(sign);
    }
    digits.copy_to(out);
}

/// Writes a value that ends within six places, in full. Returns false, and writes nothing, where it
/// does not or is not short.
[[nodiscard]] inline bool write_short(text::Appender& out, const Ratio& value,
                                      std::string_view sign) {
    constexpr int usual = 2;
    constexpr int most = 6;
    const auto small = value.small();
    if (!small) [[unlikely]] {
        return false;
    }
    if (const auto units = units_within(*small, usual)) {
        write_units(out, *units, usual, 0, sign);
        return true;
    }
    const auto units = units_within(*small, most);
    if (units) {
        write_units(out, *units, most, 0, sign);
    }
    return units.has_value();
}

/// value × 10^places rounded half-up, of a value that write_short() did not write. Empty where it
/// may end within six places all the same. Places are 0 … 6.
[[nodiscard]] inline std::optional<std::int64_t> units_near(const Ratio& value, int places) {
    constexpr std::int64_t most = 1'000'000;
    const auto small = value.small();
    std::int64_t num = 0;
    if (!small || __builtin_mul_overflow(
                      small->num, heng::detail::powers_of_ten_64[static_cast<unsigned>(places)],
                      &num)) [[unlikely]] {
        return std::nullopt;
    }
    const std::int64_t whole = small->num / small->den;
    if (whole >= std::numeric_limits<std::int64_t>::max() / most ||
        whole <= std::numeric_limits<std::int64_t>::min() / most) [[unlikely]] {
        return std::nullopt;
    }
    const std::int64_t quotient = num / small->den;
    const std::int64_t rest = num % small->den; // with the sign of num
    const std::int64_t size = rest < 0 ? -rest : rest;
    const std::int64_t away = size >= small->den - size ? 1 : 0;
    return num < 0 ? quotient - away : quotient + away;
}

} // namespace heng::detail::base
