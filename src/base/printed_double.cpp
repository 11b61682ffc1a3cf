// SPDX-License-Identifier: Apache-2.0
#include "base/printed_double.hpp"

#include <heng/number/decimal.hpp>
#include <heng/number/ratio.hpp>

#include <algorithm>
#include <cstddef>

namespace heng::detail::base {
namespace {

constexpr std::size_t least_digits = 16;
constexpr std::size_t most_digits = 800; ///< a double has no more
constexpr int most_exponent = 290;       ///< subnormal and infinite doubles are far
constexpr int bits = 53;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// The digits from the first to the last that is not zero.
std::size_t significant_digits(std::string_view number) {
    number = number.substr(0, number.find_first_of("eE"));
    const std::size_t first = number.find_first_of("123456789");
    if (first == std::string_view::npos) {
        return 0;
    }
    const std::size_t last = number.find_last_of("123456789");
    const std::string_view digits = number.substr(first, last - first + 1);
    return static_cast<std::size_t>(std::count_if(digits.begin(), digits.end(), is_digit));
}

/// d with 10^d <= value < 10^(d+1). Precondition: value is positive.
int magnitude(const Ratio& value) {
    int guess = 0;
    for (Ratio scaled = value; scaled >= Ratio{10} && guess < 400; ++guess) {
        scaled = scaled / Ratio{10};
    }
    for (Ratio scaled = value; scaled < Ratio{1} && guess > -400; --guess) {
        scaled = scaled * Ratio{10};
    }
    return guess;
}

/// The double nearest to a positive value, exactly; ties to the even one.
Ratio nearest_double(const Ratio& value) {
    int exponent = 0;
    const Ratio two{2};
    const Ratio top = power(two, bits);
    Ratio scaled = value;
    for (; scaled >= top; ++exponent) {
        scaled = scaled / two;
    }
    for (const Ratio bottom = power(two, bits - 1); scaled < bottom; --exponent) {
        scaled = scaled * two;
    }
    return Ratio{scaled.rounded(0, Rounding::half_even)} * power(two, exponent);
}

/// With so many significant digits.
Ratio cut(const Ratio& value, int digits) {
    const int places = digits - 1 - magnitude(value);
    if (places >= 0) {
        return Ratio{value.rounded(places, Rounding::half_even)};
    }
    const Ratio step = power(Ratio{10}, -places);
    return Ratio{(value / step).rounded(0, Rounding::half_even)} * step;
}

/// The shortest decimal that names the double, where it has fewer digits than the text.
std::optional<Ratio> shorter_name(const Ratio& value, int digits) {
    const Ratio held = nearest_double(value);
    if (cut(held, digits) != value) {
        return std::nullopt; // no print of a double
    }
    for (int fewer = static_cast<int>(least_digits) - 1; fewer < std::min(digits, 18); ++fewer) {
        const Ratio other = cut(held, fewer);
        if (other != value && nearest_double(other) == held) {
            return other;
        }
    }
    return std::nullopt;
}

/// 0.30000000000000004: what sums of doubles make of a short decimal.
std::optional<Ratio> near_short(const Ratio& value, int digits) {
    constexpr int least_places = 7;
    constexpr int most_short = 12;
    const auto exact = value.exact_decimal();
    if (!exact || exact->shortest().scale() < least_places ||
        cut(nearest_double(value), digits) != value) {
        return std::nullopt;
    }
    const Ratio near = cut(value, static_cast<int>(least_digits) - 1);
    return near != value && cut(near, most_short) == near ? std::optional{near} : std::nullopt;
}

} // namespace

std::optional<std::string> short_text_of(std::string_view number) {
    // a whole number that is written out is nobody's print of a fraction
    if (number.size() < least_digits || number.find_first_of(".eE") == std::string_view::npos) {
        return std::nullopt;
    }
    const std::size_t digits = significant_digits(number);
    if (digits < least_digits || digits > most_digits) {
        return std::nullopt;
    }
    const auto parsed = Decimal::parse(number, {static_cast<int>(most_digits), most_exponent});
    if (!parsed || parsed->sign() == 0 || parsed->scale() > static_cast<int>(most_digits)) {
        return std::nullopt;
    }
    const bool negative = parsed->sign() < 0;
    const Ratio value = negative ? -Ratio{*parsed} : Ratio{*parsed};
    const int written = static_cast<int>(digits);
    auto found = near_short(value, written);
    if (!found) {
        found = shorter_name(value, written);
    }
    if (!found) {
        return std::nullopt;
    }
    return (negative ? -*found : *found).to_string();
}

} // namespace heng::detail::base
