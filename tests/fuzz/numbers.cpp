// SPDX-License-Identifier: Apache-2.0
//
// Decimal and Ratio, which work in 64, then 128, then any number of bits, against cpp_rational.
#include "fuzz.hpp"

#include <heng/number/decimal.hpp>
#include <heng/number/ratio.hpp>

#include <boost/multiprecision/cpp_int.hpp>

namespace {

using boost::multiprecision::cpp_int;
using boost::multiprecision::cpp_rational;
using heng::Decimal;
using heng::Ratio;
using heng::fuzz::Input;

struct Pair {
    Ratio own;
    cpp_rational known;
};

/// Integers by their digits, since the two have no other common language.
cpp_int integer(const std::string& text) {
    const bool negative = text.starts_with('-');
    cpp_int value = 0;
    for (const char c : text.substr(negative ? 1 : 0)) {
        value = value * 10 + (c - '0');
    }
    return negative ? cpp_int{-value} : value;
}

void same(const Pair& pair) {
    REQUIRE_SO(integer(pair.own.numerator()) == numerator(pair.known));
    REQUIRE_SO(integer(pair.own.denominator()) == denominator(pair.known));
    REQUIRE_SO(pair.own.sign() == (pair.known > 0) - (pair.known < 0));
}

Pair taken(Input& input) {
    const std::int64_t num = input.number();
    const std::int64_t den = input.number();
    const int scale = input.byte() % 19;
    if (den != 0 && input.byte() % 2 == 0) {
        return {Ratio{num, den}, cpp_rational{cpp_int{num}, cpp_int{den}}};
    }
    cpp_int unit = 1;
    for (int i = 0; i < scale; ++i) {
        unit *= 10;
    }
    return {Ratio{Decimal{num, scale}}, cpp_rational{cpp_int{num}, unit}};
}

Pair combined(int operation, const Pair& a, const Pair& b) {
    switch (operation) {
    case 0:
        return {a.own + b.own, a.known + b.known};
    case 1:
        return {a.own - b.own, a.known - b.known};
    case 2:
        return {a.own * b.own, a.known * b.known};
    case 3:
        return b.own.is_zero() ? a : Pair{a.own / b.own, a.known / b.known};
    case 4:
        return {min(a.own, b.own), a.known < b.known ? a.known : b.known};
    default:
        return {max(a.own, b.own), a.known < b.known ? b.known : a.known};
    }
}

/// round(value, scale) by the definition: the nearest, and a tie as the mode says.
cpp_rational rounded(const cpp_rational& value, int scale, heng::Rounding mode) {
    cpp_int unit = 1;
    for (int i = 0; i < scale; ++i) {
        unit *= 10;
    }
    const bool negative = value < 0;
    const cpp_rational scaled = (negative ? cpp_rational{-value} : value) * unit;
    cpp_int whole = numerator(scaled) / denominator(scaled);
    const cpp_rational rest = scaled - whole;
    const cpp_rational half{1, 2};
    using heng::Rounding;
    const bool away = mode == Rounding::half_up     ? rest >= half
                      : mode == Rounding::half_down ? rest > half
                      : mode == Rounding::half_even
                          ? rest > half || (rest == half && whole % 2 != 0)
                      : mode == Rounding::up      ? rest != 0
                      : mode == Rounding::down    ? false
                      : mode == Rounding::ceiling ? rest != 0 && !negative
                                                  : rest != 0 && negative;
    whole += away ? 1 : 0;
    const cpp_rational result{whole, unit};
    return negative ? cpp_rational{-result} : result;
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Input input{data, size};
    Pair value = taken(input);
    for (int steps = 0; steps < 24 && input.left() > 0; ++steps) {
        const Pair other = taken(input);
        REQUIRE_SO((value.own < other.own) == (value.known < other.known));
        REQUIRE_SO((value.own == other.own) == (value.known == other.known));
        value = combined(input.byte() % 6, value, other);
        same(value);
        const int scale = input.byte() % 20;
        const auto mode = static_cast<heng::Rounding>(input.byte() % 7);
        const Decimal decimal = value.own.rounded(scale, mode);
        REQUIRE_SO(decimal.scale() == scale);
        same({Ratio{decimal}, rounded(value.known, scale, mode)});
        const auto back = Decimal::parse(decimal.to_string());
        REQUIRE_SO(back.has_value() && *back == decimal);
    }
    return 0;
}
