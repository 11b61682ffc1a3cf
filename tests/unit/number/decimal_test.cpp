// SPDX-License-Identifier: Apache-2.0
//
// Decimal: arithmetic in every tier, the borders between them, the limits.
#include <heng/number/decimal.hpp>
#include <heng/number/ratio.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <limits>
#include <string>
#include <utility>

using namespace heng;

static_assert(2.50_dec + 1_dec == 3.5_dec);
static_assert((2.50_dec + 1_dec).scale() == 2);
static_assert(2.50_dec - 3.625_dec == -1.125_dec);
static_assert(2.50_dec * 0.4_dec == 1_dec);
static_assert((2.50_dec * 0.4_dec).scale() == 3);
static_assert(2.50_dec == 2.5_dec && 2.5_dec < 2.51_dec && -2.5_dec < -2.49_dec);
static_assert(2.5_dec == Ratio{5, 2} && Ratio{5, 2} < 2.51_dec);
static_assert((2.345_dec).rounded(2) == 2.35_dec && (2.345_dec).rounded(2).scale() == 2);
static_assert((2.5_dec).rounded(4).small_coefficient() == 25000);
static_assert((2.500_dec).shortest().scale() == 1);
static_assert((300_dec).shortest().scale() == 0 && (3.00_dec).shortest().scale() == 0);
static_assert(abs(-2.5_dec) == 2.5_dec);
static_assert(Decimal{}.is_zero() && Decimal{}.sign() == 0 && (-1_dec).sign() == -1);
static_assert(Decimal{250, 2} == 2.5_dec);
static_assert((1_dec).sign() == 1 && !(1_dec).is_zero() && !(-1_dec).is_zero());
static_assert((Decimal{1, max_scale - 1} * 0.1_dec).scale() == max_scale);

constexpr Decimal less_one(Decimal value) {
    value -= 1_dec;
    return value;
}
static_assert(less_one(2.5_dec) == 1.5_dec);

namespace {

constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();

Decimal number(const std::string& text) {
    return Decimal::parse(text).value();
}

template <class Operation>
NumberFault fault_of(Operation operation) {
    try {
        operation();
    } catch (const NumberError& error) {
        return error.fault();
    }
    FAIL("no NumberError");
    return {};
}

} // namespace

TEST_CASE("the ends of 64 bits neither wrap nor saturate") {
    CHECK((Decimal{most} + 1_dec).to_string() == "9223372036854775808");
    CHECK((Decimal{least} - 1_dec).to_string() == "-9223372036854775809");
    CHECK((-Decimal{least}).to_string() == "9223372036854775808");
    CHECK(abs(Decimal{least}).to_string() == "9223372036854775808");
    CHECK(Decimal{least}.to_string() == "-9223372036854775808");
    CHECK((Decimal{least} * Decimal{least}).to_string() ==
          "85070591730234615865843651857942052864");
    CHECK((Decimal{least} * -1_dec).to_string() == "9223372036854775808");
    CHECK((Decimal{most, 18} + Decimal{most}).to_string() ==
          "9223372036854775816.223372036854775807");
    CHECK(Decimal{least}.rounded(-1).to_string() == "-9223372036854775810");
    CHECK(Decimal{most}.rounded(2).to_string() == "9223372036854775807.00");
}

TEST_CASE("what comes back to 64 bits is small again") {
    const Decimal past = Decimal{most} + 1_dec;
    CHECK_FALSE(past.small_coefficient().has_value());
    CHECK((past - 1_dec).small_coefficient() == most);
    CHECK((-past).small_coefficient() == least);
    CHECK((past - past).is_zero());
    CHECK((past * 0_dec).is_zero());
    CHECK(number("100000000000000000000.000").rounded(0).shortest().scale() == 0);
    CHECK(number("1.00000000000000000000").shortest().small_coefficient() == 1);
}

TEST_CASE("big values are owned: copies are deep, moves and assignments keep the value") {
    const std::string text = "123456789012345678901234567890.5";
    Decimal first = number(text);
    Decimal copy = first;
    first += 1_dec;
    CHECK(copy.to_string() == text);
    CHECK(first.to_string() == "123456789012345678901234567891.5");
    Decimal moved = std::move(first);
    CHECK(moved.to_string() == "123456789012345678901234567891.5");
    moved = copy;
    CHECK(moved == copy);
    copy = 1.5_dec;
    CHECK(copy.to_string() == "1.5");
    CHECK(moved.to_string() == text);
    moved = *&moved;
    CHECK(moved.to_string() == text);
    first = std::move(moved);
    CHECK(first.to_string() == text);
}

TEST_CASE("a big value is copied over a small one, and back") {
    const Decimal big = number("123456789012345678901234567890.5");
    Decimal value = 2_dec;
    value = big;
    CHECK(value == big);
    value = 2_dec;
    CHECK(value == 2_dec);
    CHECK((big * 2_dec).to_string() == "246913578024691357802469135781.0");
    CHECK((2_dec * big).to_string() == "246913578024691357802469135781.0");
}

TEST_CASE("a big value is rounded, and padded, at the places asked for") {
    const std::string whole = "123456789012345678901234567890";
    CHECK(number(whole + ".12545").rounded(2).to_string() == whole + ".13");
    CHECK(number(whole + ".5").rounded(3).to_string() == whole + ".500");
    CHECK(number(whole).rounded(-max_scale).is_zero());
    CHECK(fault_of([&] { (void)number(whole).rounded(-max_scale - 1); }) == NumberFault::too_large);
}

TEST_CASE("order and equality are by value in every tier") {
    CHECK(Decimal{1, 30} < 1_dec);
    CHECK(1_dec > Decimal{1, 30});
    CHECK_FALSE(1_dec < Decimal{1, 30});
    CHECK((1_dec - Decimal{1, 30}).to_string() == "0." + std::string(30, '9'));
    CHECK((Decimal{1, 30} - 1_dec).to_string() == "-0." + std::string(30, '9'));
    const Decimal big = number("9223372036854775808");
    CHECK(big > Decimal{most});
    CHECK(-big == Decimal{least});
    CHECK(number("9223372036854775808.000") == big);
    CHECK(number("1e-40") > 0_dec);
    CHECK(number("1e-40") < number("1e-39"));
    CHECK(number("1e40") > number("1e-40"));
    CHECK(number("-1e40") < number("-1e-40"));
    CHECK(number("1e40").sign() == 1);
    CHECK(number("-1e40").sign() == -1);
}

TEST_CASE("rounding to tens and hundreds has scale 0") {
    CHECK((1250_dec).rounded(-2).to_string() == "1300");
    CHECK((1249_dec).rounded(-2).to_string() == "1200");
    CHECK((-1250_dec).rounded(-2, Rounding::half_even).to_string() == "-1200");
    CHECK((49_dec).rounded(-2).to_string() == "0");
    CHECK((12.34_dec).rounded(-1).to_string() == "10");
    CHECK(Ratio{12345, 10}.rounded(-2).to_string() == "1200");
}

TEST_CASE("padding past 64 bits") {
    CHECK((1_dec).rounded(30).to_string() == "1." + std::string(30, '0'));
    CHECK(number("0.5").rounded(19).to_string() == "0.5" + std::string(18, '0'));
    CHECK(number("1e-30").rounded(2).to_string() == "0.00");
    CHECK(number("1e-30").rounded(2, Rounding::up).to_string() == "0.01");
}

TEST_CASE("past the declared limits an operation throws, and says which") {
    CHECK(fault_of([] { (void)Decimal(1, -1); }) == NumberFault::exponent_out_of_range);
    CHECK(fault_of([] { (void)Decimal(1, max_scale + 1); }) == NumberFault::exponent_out_of_range);
    CHECK(fault_of([] {
              (void)(Decimal{1, max_scale} * Decimal{1, 1});
          }) == NumberFault::too_large);
    CHECK(fault_of([] { (void)(1_dec).rounded(max_scale + 1); }) == NumberFault::too_large);
    CHECK(fault_of([] { (void)(1_dec).rounded(std::numeric_limits<int>::min()); }) ==
          NumberFault::too_large);
    CHECK(fault_of([] { (void)(1_dec).rounded(std::numeric_limits<int>::max()); }) ==
          NumberFault::too_large);
    Decimal power = 2_dec;
    for (int i = 0; i < 15; ++i) {
        power *= power; // 2^(2^15): 32,769 bits
    }
    CHECK(fault_of([&] { (void)(power * power); }) == NumberFault::too_large);
    CHECK(power * (power - 1_dec) < power * (power - 1_dec) + 1_dec); // 65,536 bits are allowed
    CHECK(Decimal{1, max_scale}.rounded(max_scale, Rounding::up).scale() == max_scale);
    CHECK(fault_of([&] { (void)(power + Decimal{1, max_scale}); }) == NumberFault::too_large);
}
