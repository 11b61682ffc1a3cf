// SPDX-License-Identifier: Apache-2.0
//
// Decimal and text: what is a number, what is not and where, what is printed.
#include <heng/number/decimal.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using namespace heng;

static_assert(012_dec == 12_dec);
static_assert(1'000'000.5_dec == 1000000.5_dec);
static_assert(1.5e3_dec == 1500_dec && (1.5e3_dec).scale() == 0);
static_assert(1.5e-3_dec == 0.0015_dec && (1.5e-3_dec).scale() == 4);
static_assert(9223372036854775807_dec > 9223372036854775806_dec);

namespace {

ParseFault fault_of(std::string_view text, NumberLimits limits = {}) {
    const auto parsed = Decimal::parse(text, limits);
    REQUIRE_FALSE(parsed.has_value());
    return parsed.error();
}

std::string printed(std::string_view text, NumberLimits limits = {}) {
    const auto parsed = Decimal::parse(text, limits);
    CAPTURE(std::string{text});
    REQUIRE(parsed.has_value());
    return parsed->to_string();
}

} // namespace

TEST_CASE("a text is printed as it was written, without leading zeros and exponents") {
    const struct {
        std::string_view text;
        std::string_view printed;
    } rows[] = {
        {"0", "0"},
        {"-0", "0"},
        {"-0.00", "0.00"},
        {"0.00", "0.00"},
        {"2.50", "2.50"},
        {"-0.07", "-0.07"},
        {"012", "12"},
        {"00.5", "0.5"},
        {"000", "0"},
        {"465066.65", "465066.65"},
        {"1e3", "1000"},
        {"1E+3", "1000"},
        {"1e-3", "0.001"},
        {"1.50e1", "15.0"},
        {"12e1", "120"},
        {"0012345678901234567890e2", "1234567890123456789000"},
        {"123456789012345678901234567890123456789e1", "1234567890123456789012345678901234567890"},
        {"-1.5e-7", "-0.00000015"},
        {"0e1000", "0"},
        {"0e-5", "0.00000"},
        {"1e0", "1"},
        {"1e00000000000000000002", "100"},
        {"9223372036854775807", "9223372036854775807"},
        {"-9223372036854775808", "-9223372036854775808"},
        {"9223372036854775808", "9223372036854775808"},
        {"999999999999999999", "999999999999999999"},
        {"9999999999999999999", "9999999999999999999"},
        {"18446744073709551616", "18446744073709551616"},
        {"0.000000000000000000000000000001", "0.000000000000000000000000000001"},
        {"99999999999999999999999999999999999999", "99999999999999999999999999999999999999"},
        {"123456789012345678901234567890123456789012.345",
         "123456789012345678901234567890123456789012.345"},
        {"-0000000000000000000000000000000000000000000000012.5", "-12.5"},
    };
    for (const auto& row : rows) {
        CHECK(printed(row.text) == row.printed);
    }
    CHECK(printed("1e1000") == "1" + std::string(1000, '0'));
    CHECK(printed("-1e-1000") == "-0." + std::string(999, '0') + "1");
}

TEST_CASE("what is not a number says why and where") {
    const struct {
        std::string_view text;
        ParseFault fault;
    } rows[] = {
        {"", {NumberFault::empty, 0}},
        {"-", {NumberFault::not_a_number, 1}},
        {"+1", {NumberFault::not_a_number, 0}},
        {".5", {NumberFault::not_a_number, 0}},
        {"-.5", {NumberFault::not_a_number, 1}},
        {"5.", {NumberFault::not_a_number, 2}},
        {"5.e1", {NumberFault::not_a_number, 2}},
        {" 5", {NumberFault::not_a_number, 0}},
        {"5 ", {NumberFault::not_a_number, 1}},
        {"1.2.3", {NumberFault::not_a_number, 3}},
        {"1,000", {NumberFault::not_a_number, 1}},
        {"1_000", {NumberFault::not_a_number, 1}},
        {"0x10", {NumberFault::not_a_number, 1}},
        {"1e", {NumberFault::not_a_number, 2}},
        {"1e+", {NumberFault::not_a_number, 3}},
        {"1e5x", {NumberFault::not_a_number, 3}},
        {"1e5.0", {NumberFault::not_a_number, 3}},
        {std::string_view{"1e-5"}.substr(0, 2), {NumberFault::not_a_number, 2}},
        {"NaN", {NumberFault::not_a_number, 0}},
        {"Infinity", {NumberFault::not_a_number, 0}},
        {"--1", {NumberFault::not_a_number, 1}},
        {"约99%", {NumberFault::not_a_number, 0}},
        {"99%", {NumberFault::not_a_number, 2}},
        {"１２", {NumberFault::not_a_number, 0}},
        {std::string_view{"1\0", 2}, {NumberFault::not_a_number, 1}},
        {"1e1001", {NumberFault::exponent_out_of_range, 2}},
        {"1e-1001", {NumberFault::exponent_out_of_range, 2}},
        {"1e10000", {NumberFault::exponent_out_of_range, 2}},
        {"1e999999", {NumberFault::exponent_out_of_range, 2}},
        {"1.5E+99999999999999999999999999", {NumberFault::exponent_out_of_range, 4}},
    };
    for (const auto& row : rows) {
        CAPTURE(std::string{row.text});
        const ParseFault fault = fault_of(row.text);
        CHECK(fault.fault == row.fault.fault);
        CHECK(fault.offset == row.fault.offset);
    }
}

TEST_CASE("digits are counted as written, leading zeros of the whole part apart") {
    const NumberLimits five{.digits = 5, .exponent = 3};
    CHECK(printed("12345", five) == "12345");
    CHECK(printed("123.45", five) == "123.45");
    CHECK(printed("0.00001", five) == "0.00001");
    CHECK(printed("000000012345", five) == "12345");
    CHECK(fault_of("123456", five) == ParseFault{NumberFault::too_many_digits, 5});
    CHECK(fault_of("-0123456", five) == ParseFault{NumberFault::too_many_digits, 7});
    CHECK(fault_of("123.456", five) == ParseFault{NumberFault::too_many_digits, 6});
    CHECK(fault_of("12345.6", five) == ParseFault{NumberFault::too_many_digits, 6});
    CHECK(fault_of("0.000001", five) == ParseFault{NumberFault::too_many_digits, 7});
    CHECK(fault_of("1e4", five) == ParseFault{NumberFault::exponent_out_of_range, 2});
    CHECK(printed("1e3", five) == "1000");
}

TEST_CASE("a million digits are refused, not converted") {
    const std::string digits(1'000'000, '7');
    CHECK(fault_of(digits) == ParseFault{NumberFault::too_many_digits, 1000});
    CHECK(fault_of("0." + digits) == ParseFault{NumberFault::too_many_digits, 1002});
    CHECK(printed(std::string(1'000'000, '0') + "7") == "7");
    CHECK(printed(digits.substr(0, 1000)) == digits.substr(0, 1000));
}

TEST_CASE("limits can be raised as far as arithmetic goes") {
    const NumberLimits wide{.digits = 1'000'000, .exponent = 1'000'000};
    const std::string digits(max_scale, '9');
    CHECK(printed(digits, wide) == digits);
    CHECK(fault_of(digits + '9', wide) == ParseFault{NumberFault::too_large, 0});
    CHECK(fault_of("1e20000", wide) == ParseFault{NumberFault::too_large, 0});
    CHECK(fault_of("1e-20000", wide) == ParseFault{NumberFault::too_large, 0});
    CHECK(fault_of("1e-2000000", wide) == ParseFault{NumberFault::exponent_out_of_range, 2});
    CHECK(printed("0e100000", wide) == "0");
    CHECK(printed("1e19727", wide) == "1" + std::string(max_scale - 1, '0'));
    CHECK(fault_of("1e19728", wide) == ParseFault{NumberFault::too_large, 0});
    CHECK(printed("1e-19728", wide) == "0." + std::string(max_scale - 1, '0') + "1");
    CHECK(fault_of("1e-19729", wide) == ParseFault{NumberFault::too_large, 0});
    CHECK(printed("0." + std::string(max_scale + 1, '0') + "1e31", wide) ==
          "0." + std::string(max_scale - 30, '0') + "1");
}
