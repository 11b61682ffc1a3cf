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

#include <heng/number/decimal.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
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

    [[nodiscard]] std::string_view text() const {
        return {begin_, static_cast<std::size_t>(digits_.data() + digits_.size() - begin_)};
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

    std::array<char, 48> digits_; ///< 20 digits, a point, a sign, and 18 zeros at most
    char* begin_ = digits_.data() + digits_.size();
};

} // namespace heng::detail::base
