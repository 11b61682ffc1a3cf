// SPDX-License-Identifier: Apache-2.0
//
// Rounding agrees with each mode's definition, computed another way: by adding a half and taking
// the floor of Boost's rational, where heng compares the remainder with the rest.
#include "number_samples.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

using namespace heng;
using namespace heng::test;

namespace {

constexpr std::array all_modes = {Rounding::half_up, Rounding::half_even, Rounding::half_down,
                                  Rounding::up,      Rounding::down,      Rounding::ceiling,
                                  Rounding::floor};

Integer floor_of(const Rational& value) {
    const Integer num = numerator(value);
    const Integer den = denominator(value);
    const Integer quotient = num / den; // towards zero
    return num < 0 && quotient * den != num ? Integer{quotient - 1} : quotient;
}

Integer ceiling_of(const Rational& value) {
    return -floor_of(-value);
}

Integer defined(const Rational& value, Rounding mode) {
    const Rational half{1, 2};
    const bool negative = value < 0;
    const Rational size = negative ? Rational{-value} : value;
    Integer rounded;
    switch (mode) {
    case Rounding::ceiling:
        return ceiling_of(value);
    case Rounding::floor:
        return floor_of(value);
    case Rounding::up:
        rounded = ceiling_of(size);
        break;
    case Rounding::down:
        rounded = floor_of(size);
        break;
    case Rounding::half_up:
        rounded = floor_of(size + half);
        break;
    case Rounding::half_down:
        rounded = ceiling_of(size - half);
        break;
    case Rounding::half_even:
        rounded = floor_of(size + half);
        if (Rational{rounded} - size == half && rounded % 2 != 0) {
            --rounded;
        }
        break;
    }
    return negative ? Integer{-rounded} : rounded;
}

/// The value at `scale` places as it should be printed.
std::string defined_text(const Rational& value, int scale, Rounding mode) {
    if (scale >= 0) {
        return decimal_text(defined(value * power_of_ten(scale), mode), scale);
    }
    return decimal_text(
        defined(value * Rational{1, power_of_ten(-scale)}, mode) * power_of_ten(-scale), 0);
}

} // namespace

TEST_CASE("a decimal and a ratio round as the mode is defined") {
    CHECK(holds([] {
        const DecimalSample decimal = decimal_sample();
        const RatioSample ratio = ratio_sample();
        const int scale = *rc::gen::inRange(-25, 45);
        for (const Rounding mode : all_modes) {
            RC_ASSERT(decimal.value.rounded(scale, mode).to_string() ==
                      defined_text(decimal.exact, scale, mode));
            RC_ASSERT(ratio.value.rounded(scale, mode).to_string() ==
                      defined_text(ratio.exact, scale, mode));
        }
    }));
}

TEST_CASE("a tie and its neighbours round as the mode is defined") {
    CHECK(holds([] {
        const int scale = *rc::gen::inRange(0, 20);
        const Integer halves = 2 * integer_sample() + 1;
        const Rational tie{halves, 2 * power_of_ten(scale)};
        const Ratio value = parsed(halves.str()) / parsed(Integer{2 * power_of_ten(scale)}.str());
        const Ratio little = power(Ratio{10}, -30);
        const Rational exact_little{1, power_of_ten(30)};
        for (const Rounding mode : all_modes) {
            RC_ASSERT(value.rounded(scale, mode).to_string() == defined_text(tie, scale, mode));
            RC_ASSERT((value + little).rounded(scale, mode).to_string() ==
                      defined_text(tie + exact_little, scale, mode));
            RC_ASSERT((value - little).rounded(scale, mode).to_string() ==
                      defined_text(tie - exact_little, scale, mode));
        }
    }));
}

TEST_CASE("floor, ceiling and truncation bracket the value") {
    CHECK(holds([] {
        const RatioSample a = ratio_sample();
        RC_ASSERT(rational_of(a.value.floor()) == Rational{floor_of(a.exact)});
        RC_ASSERT(rational_of(a.value.ceiling()) == Rational{ceiling_of(a.exact)});
        RC_ASSERT(abs(a.value.truncated()) == abs(a.value).floor());
        RC_ASSERT(a.value.is_whole() == (a.value.floor() == a.value));
    }));
}

TEST_CASE("a value rounded to its own places, or more, is itself") {
    CHECK(holds([] {
        const DecimalSample a = decimal_sample();
        const int more = *rc::gen::inRange(0, 40);
        for (const Rounding mode : all_modes) {
            RC_ASSERT(a.value.rounded(a.value.scale() + more, mode) == a.value);
        }
    }));
}

TEST_CASE("significant digits are the value rounded at its first digits") {
    CHECK(holds([] {
        const RatioSample a = ratio_sample();
        RC_PRE(a.exact != 0);
        const int digits = *rc::gen::inRange(1, 40);
        const Decimal text = parsed(a.value.significant(digits));
        // the distance is at most half a unit of the last digit: |v| / 10^(digits − 1) / 2
        const Rational unit = abs(a.exact) * Rational{1, power_of_ten(digits - 1)};
        RC_ASSERT(abs(rational_of(text) - a.exact) * 2 <= unit);
        std::string seen = text.to_string();
        seen.erase(std::remove_if(seen.begin(), seen.end(), [](char c) { return c < '0'; }),
                   seen.end());
        seen.erase(0, seen.find_first_not_of('0'));
        seen.erase(seen.find_last_not_of('0') + 1);
        RC_ASSERT(seen.size() <= static_cast<std::size_t>(digits));
    }));
}
