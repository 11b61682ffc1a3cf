// SPDX-License-Identifier: Apache-2.0
//
// The decTest cases of add, subtract, multiply, divide, compare and quantize, through Decimal and
// through Ratio: computed exactly, and rounded once at the exponent of the expected result.
//
// A case is applicable where its operands and its result are finite, no operand is written with an
// exponent beyond 400, and the result did not overflow the format, which heng has not. Flags and
// the sign of zero are ignored. That is 13,345 cases, of which 13,078 are not subnormal either.
// The files are read where Debian's package puts them; they have no licence to be copied here.
#include "dectest.hpp"

#include <heng/number/ratio.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

using namespace heng;
using namespace heng::test;

namespace {

const std::set<std::string> operations = {"add",    "subtract", "multiply",
                                          "divide", "compare",  "quantize"};

Decimal number(std::string_view text) {
    const auto parsed = Decimal::parse(plain_number(text), {.digits = 10'000, .exponent = 10'000});
    REQUIRE_MESSAGE(parsed.has_value(), "not read: " << std::string{text});
    return *parsed;
}

bool has_flag(const DectestCase& one, std::string_view flag) {
    return std::find(one.flags.begin(), one.flags.end(), flag) != one.flags.end();
}

bool is_applicable(const DectestCase& one) {
    const auto within = [](const std::string& operand) {
        return is_finite(operand) && std::abs(written_exponent(operand)) <= 400;
    };
    return operations.count(one.operation) != 0 &&
           std::all_of(one.operands.begin(), one.operands.end(), within) && is_finite(one.result) &&
           !has_flag(one, "overflow");
}

/// The value of a type that has rounded(), rounded at 10^−scale in the mode of that name.
template <class Number>
Decimal rounded(const Number& value, int scale, const std::string& mode) {
    if (mode != "05up") {
        std::string name = mode;
        std::replace(name.begin(), name.end(), '_', '-');
        const auto known = rounding_from(name);
        REQUIRE_MESSAGE(known.has_value(), "unknown rounding: " << mode);
        return value.rounded(scale, *known);
    }
    // not a mode of heng's, but made of two: away from zero where the last digit is 0 or 5
    const Decimal down = value.rounded(scale, Rounding::down);
    const Decimal last_place = power(Ratio{10}, -scale).exact_decimal().value();
    const bool zero_or_five = (down / (last_place * Decimal{5})).is_whole();
    return zero_or_five ? value.rounded(scale, Rounding::up) : down;
}

Decimal three_way(std::weak_ordering order) {
    return Decimal{order < 0 ? -1 : order > 0 ? 1 : 0};
}

/// The case's exact result, rounded once.
template <class Number>
Decimal result_of(const DectestCase& one, const Number& a, const Number& b) {
    const int scale = -last_digit_exponent(one.result);
    if (one.operation == "add") {
        return rounded(a + b, scale, one.rounding);
    }
    if (one.operation == "subtract") {
        return rounded(a - b, scale, one.rounding);
    }
    if (one.operation == "multiply") {
        return rounded(a * b, scale, one.rounding);
    }
    if (one.operation == "divide") {
        return rounded(a / b, scale, one.rounding);
    }
    if (one.operation == "compare") {
        return three_way(a <=> b);
    }
    return rounded(a, scale, one.rounding); // quantize
}

std::vector<std::filesystem::path> dectest_files() {
    const std::filesystem::path folder = HENG_DECTEST_DIR;
    REQUIRE_MESSAGE(std::filesystem::is_directory(folder),
                    "there is no " << folder.string()
                                   << ": install Debian's libpython3.11-testsuite");
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator{folder}) {
        if (entry.path().extension() == ".decTest") {
            files.push_back(entry.path());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

} // namespace

TEST_CASE("every applicable decTest case passes, through Decimal and through Ratio") {
    int normal = 0;
    int subnormal = 0;
    for (const auto& path : dectest_files()) {
        std::ifstream file{path};
        for (const DectestCase& one : read_dectest(file)) {
            if (!is_applicable(one)) {
                continue;
            }
            ++(has_flag(one, "subnormal") ? subnormal : normal);
            const Decimal a = number(one.operands[0]);
            const Decimal b = number(one.operands[1]);
            const Decimal expected = number(one.result);
            const Decimal by_decimal = result_of(one, a, b);
            const Decimal by_ratio = result_of(one, Ratio{a}, Ratio{b});
            if (by_decimal != expected || by_ratio != expected) {
                FAIL_CHECK(path.filename().string()
                           << ": " << one.id << ' ' << one.operation << ": " << one.result
                           << " expected, " << by_decimal.to_string() << " by Decimal, "
                           << by_ratio.to_string() << " by Ratio");
            }
        }
    }
    CHECK(normal == 13'078);
    CHECK(subnormal == 267);
}

TEST_CASE("the reader understands the format") {
    std::istringstream file{"-- a comment\n"
                            "rounding:    HALF_down\n"
                            "addx001 add '1' \"2.\" -> 3  Inexact -- why\n"
                            "subx002 Subtract .5E+3 -0 -> '5e2'\n"};
    const std::vector<DectestCase> cases = read_dectest(file);
    REQUIRE(cases.size() == 2);
    CHECK(cases[0].operands == std::vector<std::string>{"1", "2."});
    CHECK(cases[0].result == "3");
    CHECK(cases[0].flags == std::vector<std::string>{"inexact"});
    CHECK(cases[0].rounding == "half_down");
    CHECK(cases[1].operation == "subtract");
    CHECK(plain_number(cases[1].operands[0]) == "0.5e3");
    CHECK(plain_number(cases[0].operands[1]) == "2e0");
    CHECK(last_digit_exponent(".5E+3") == 2);
    CHECK(written_exponent("1E-400") == -400);
    for (const char* text : {"NaN", "sNaN1", "Infinity", "-Inf", "?", "#", "1e", ".", "", "1x"}) {
        CHECK_FALSE(is_finite(text));
    }
}
