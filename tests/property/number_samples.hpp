// SPDX-License-Identifier: Apache-2.0
//
// Numbers for the properties: of every tier, and close to where one tier ends, each with its value
// as Boost's rational, which is computed here and not by heng.
#pragma once

#include <heng/number/ratio.hpp>

#include <boost/multiprecision/cpp_int.hpp>
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <cstddef>
#include <cstdint>
#include <sstream>
#include <string>
#include <utility>

namespace heng::test {

using Integer = boost::multiprecision::cpp_int;
/// Never divided by an Integer: in Boost 1.81, Rational{1} / Integer{n} is 1.
using Rational = boost::multiprecision::cpp_rational;

inline Integer power_of_ten(int exponent) {
    return boost::multiprecision::pow(Integer{10}, static_cast<unsigned>(exponent));
}

/// An integer of up to 20 digits, or within 3 of ± a power of two where a tier ends, or of up to
/// 60 digits.
inline Integer integer_sample() {
    const int kind = *rc::gen::inRange(0, 4);
    const auto sign = *rc::gen::element(-1, 1);
    if (kind == 0) {
        return *rc::gen::inRange<std::int64_t>(-1000, 1000);
    }
    if (kind == 1) {
        const auto bits = *rc::gen::element(31U, 32U, 62U, 63U, 64U, 126U, 127U, 128U);
        return sign * ((Integer{1} << bits) + *rc::gen::inRange(-3, 4));
    }
    if (kind == 2) {
        return *rc::gen::arbitrary<std::int64_t>();
    }
    Integer value = 0;
    const int digits = *rc::gen::inRange(1, 60);
    for (int i = 0; i < digits; ++i) {
        value = value * 10 + *rc::gen::inRange(0, 10);
    }
    return sign * value;
}

/// The text of integer × 10^−scale, with all its places.
inline std::string decimal_text(const Integer& integer, int scale) {
    std::string digits = Integer{abs(integer)}.str();
    const auto places = static_cast<std::size_t>(scale);
    if (digits.size() <= places) {
        digits.insert(0, places + 1 - digits.size(), '0');
    }
    if (places > 0) {
        digits.insert(digits.size() - places, 1, '.');
    }
    return (integer < 0 ? "-" : "") + digits;
}

inline Decimal parsed(const std::string& text) {
    const auto decimal = Decimal::parse(text);
    RC_ASSERT(decimal.has_value());
    return *decimal;
}

struct DecimalSample {
    std::string text;
    Decimal value;
    Rational exact;
};

inline DecimalSample decimal_sample() {
    const Integer integer = integer_sample();
    const int scale = *rc::gen::element(0, 0, 1, 2, 2, 3, 6, 18, 19, 37, 38, 39, 45);
    const std::string text = decimal_text(integer, scale);
    return {.text = text, .value = parsed(text), .exact = Rational{integer, power_of_ten(scale)}};
}

struct RatioSample {
    Ratio value;
    Rational exact;
};

inline RatioSample ratio_sample() {
    if (*rc::gen::inRange(0, 4) == 0) {
        const DecimalSample decimal = decimal_sample();
        return {.value = decimal.value, .exact = decimal.exact};
    }
    const Integer num = integer_sample();
    Integer den = integer_sample();
    den = den == 0 ? 1 : den;
    return {.value = parsed(num.str()) / parsed(den.str()), .exact = Rational{num, den}};
}

/// heng's value as Boost's, by way of its text.
inline Rational rational_of(const Ratio& value) {
    return Rational{Integer{value.numerator()}, Integer{value.denominator()}};
}

/// Tries a property on 1,000 cases, the same in each run; prints the one that fails.
template <class Property>
bool holds(Property property) {
    rc::detail::TestParams params;
    params.maxSuccess = 1000;
    params.seed = 2023;
    const auto result =
        rc::detail::checkTestable(std::move(property), rc::detail::TestMetadata{}, params);
    if (!result.template is<rc::detail::SuccessResult>()) {
        std::ostringstream message;
        rc::detail::printResultMessage(result, message);
        MESSAGE(message.str());
        return false;
    }
    return true;
}

} // namespace heng::test
