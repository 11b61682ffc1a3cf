// SPDX-License-Identifier: Apache-2.0
#include "batch/score_text.hpp"

#include <heng/number/checked.hpp>
#include <heng/score/sheet.hpp>

#include <algorithm>
#include <bit>
#include <charconv>
#include <cstring>
#include <numeric>

namespace heng::detail::batch {
namespace {

constexpr std::size_t most_digits = 20;
constexpr int most_scale = 18;

char* put_signed(char* to, std::int64_t number) {
    return std::to_chars(to, to + most_digits, number).ptr;
}

/// `digits` × 10^-scale with all of its places, and `zeros` more.
char* put_places(char* to, std::string_view digits, std::size_t scale, std::size_t zeros) {
    const std::size_t whole = digits.size() > scale ? digits.size() - scale : 0;
    if (whole == 0) {
        *to++ = '0';
    }
    to = put(to, digits.substr(0, whole));
    if (scale + zeros == 0) {
        return to;
    }
    *to++ = '.';
    if (digits.size() < scale) {
        to = std::fill_n(to, scale - digits.size(), '0');
    }
    to = put(to, digits.substr(whole));
    return std::fill_n(to, zeros, '0');
}

/// num ÷ den as put_fraction() writes it; nullptr where it is a decimal of many places.
char* put_parts(char* to, std::int64_t num, std::int64_t den, std::optional<int> places) {
    const std::int64_t shared = std::gcd(num, den);
    num /= shared;
    den /= shared;
    std::int64_t rest = den;
    const int twos = std::countr_zero(static_cast<std::uint64_t>(rest));
    rest >>= twos;
    int fives = 0;
    for (; rest % 5 == 0; rest /= 5) {
        ++fives;
    }
    if (rest != 1) {
        to = put_signed(to, num);
        *to++ = '/';
        return put(to, static_cast<std::uint64_t>(den));
    }
    const int scale = std::max(twos, fives);
    if (scale > most_scale) {
        return nullptr;
    }
    const Int128 units =
        Int128{num} * (detail::powers_of_ten_64[static_cast<unsigned>(scale)] / den);
    return detail::fits_int64(units)
               ? put_score(to, static_cast<std::int64_t>(units), scale, places)
               : nullptr;
}

} // namespace

char* put(char* to, std::string_view text) {
    std::memcpy(to, text.data(), text.size());
    return to + text.size();
}

char* put(char* to, std::uint64_t number) {
    return std::to_chars(to, to + most_digits, number).ptr;
}

char* put_score(char* to, std::int64_t value, int scale, std::optional<int> places) {
    if (value < 0) {
        *to++ = '-';
    }
    auto size = static_cast<std::uint64_t>(detail::magnitude(value));
    int zeros = 0;
    if (places && *places >= scale) {
        zeros = *places - scale;
    } else {
        const int wanted = places.value_or(0);
        const auto power = static_cast<std::uint64_t>(
            detail::powers_of_ten_64[static_cast<unsigned>(scale - wanted)]);
        if (size % power == 0) { // which it is, where the rubric rounds to so many places
            size /= power;
            scale = wanted;
        }
        for (; scale > wanted && size % 10 == 0; --scale) {
            size /= 10;
        }
    }
    char digits[most_digits];
    const char* const end = put(digits, size);
    const auto count = static_cast<std::size_t>(end - digits);
    return put_places(to, {digits, count}, static_cast<std::size_t>(scale),
                      static_cast<std::size_t>(zeros));
}

char* put_fraction(char* to, const Ratio& points, std::optional<int> places) {
    return put(to, text_of(Points{points}, places));
}

char* put_fraction(char* to, std::int64_t num, std::int64_t den, std::optional<int> places) {
    char* const end = put_parts(to, num, den, places);
    return end != nullptr ? end : put_fraction(to, Ratio{num, den}, places);
}

char* put_fraction(char* to, const kernel::Wide& points, std::optional<int> places) {
    if (points.is_decimal()) {
        return put(to, text_of(Points{points.ratio()}, places));
    }
    to = points.num().put(to);
    *to++ = '/';
    return points.den().put(to);
}

std::size_t longest_fraction(const Ratio& points, std::optional<int> places) {
    constexpr std::size_t small = 2 * 128 + 4; // a decimal of 127 places, or two parts
    return points.big_bits() == 0 ? std::max(small, longest_score(places))
                                  : text_of(Points{points}, places).size();
}

std::size_t longest_fraction(const kernel::Wide& points, std::optional<int> places) {
    constexpr std::size_t parts = 2 * 160;
    return points.is_decimal() ? text_of(Points{points.ratio()}, places).size() : parts;
}

} // namespace heng::detail::batch
