// SPDX-License-Identifier: Apache-2.0
//
// Ratio as text.
//
//     heng::Ratio{1, 4}.to_string();        // "0.25"
//     heng::Ratio{2, 6}.to_string();        // "1/3"
//     heng::Ratio{2, 3}.significant(4);     // "0.6667"
//
// Included by ratio.hpp, which documents each of these functions.
#pragma once

#include <heng/number/ratio.hpp>

#include <string>

namespace heng {
namespace detail {

inline std::string digits_of(UInt128 value) {
    std::string digits;
    do {
        digits.insert(digits.begin(), static_cast<char>('0' + static_cast<int>(value % 10)));
        value /= 10;
    } while (value != 0);
    return digits;
}

/// Returns integer × 10^−scale as plain decimal text without trailing zeros; the scale may have
/// either sign and pass max_scale. Precondition: the integer is not 0.
inline std::string shortest_text(std::string integer, int scale) {
    for (; scale > 0 && integer.back() == '0'; --scale) {
        integer.pop_back();
    }
    if (scale <= 0) {
        return integer.append(static_cast<std::size_t>(-scale), '0');
    }
    const std::size_t first = integer.front() == '-' ? 1 : 0;
    const auto places = static_cast<std::size_t>(scale);
    const std::size_t length = integer.size() - first;
    if (length <= places) {
        integer.insert(first, places + 1 - length, '0');
    }
    return integer.insert(integer.size() - places, 1, '.');
}

} // namespace detail

inline std::string Ratio::numerator() const {
    if (big()) {
        return detail::RatioBig::numerator(parts());
    }
    return (num_ < 0 ? "-" : "") +
           detail::digits_of(detail::magnitude(detail::reduced(parts()).num));
}

inline std::string Ratio::denominator() const {
    if (big()) {
        return detail::RatioBig::denominator(parts());
    }
    return detail::digits_of(static_cast<UInt128>(detail::reduced(parts()).den));
}

inline std::string Ratio::to_string() const {
    const auto decimal = exact_decimal();
    return decimal ? decimal->to_string() : numerator() + '/' + denominator();
}

inline std::string Ratio::significant(int digits, Rounding mode) const {
    if (digits > max_scale) {
        detail::fail(NumberFault::too_large);
    }
    if (is_zero()) {
        return "0";
    }
    // The first digit of a value in [10^e, 10^(e+1)) is that of 10^e: e is the difference of the
    // lengths of the two parts, or one less.
    const Ratio size = abs(*this);
    auto e = static_cast<int>(size.numerator().size()) - static_cast<int>(denominator().size());
    if (size < power(Ratio{10}, e)) {
        --e;
    }
    const int scale = digits - 1 - e;
    return big() ? detail::shortest_text(detail::RatioBig::digits(parts(), scale, mode), scale)
                 : rounded(scale, mode).shortest().to_string();
}

} // namespace heng
