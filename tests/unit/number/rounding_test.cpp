// SPDX-License-Identifier: Apache-2.0
//
// The seven modes, on both signs, around and on the tie; their names.
#include <heng/number/decimal.hpp>
#include <heng/number/ratio.hpp>
#include <heng/number/rounding.hpp>

#include <doctest/doctest.h>

#include <array>
#include <string>

using namespace heng;

namespace {

constexpr std::array all_modes = {Rounding::half_up, Rounding::half_even, Rounding::half_down,
                                  Rounding::up,      Rounding::down,      Rounding::ceiling,
                                  Rounding::floor};

struct Row {
    Decimal value;
    std::array<Decimal, 7> rounded; // in the order of all_modes
};

const Row rows[] = {
    {2.4_dec, {2_dec, 2_dec, 2_dec, 3_dec, 2_dec, 3_dec, 2_dec}},
    {2.5_dec, {3_dec, 2_dec, 2_dec, 3_dec, 2_dec, 3_dec, 2_dec}},
    {2.6_dec, {3_dec, 3_dec, 3_dec, 3_dec, 2_dec, 3_dec, 2_dec}},
    {3.5_dec, {4_dec, 4_dec, 3_dec, 4_dec, 3_dec, 4_dec, 3_dec}},
    {3.0_dec, {3_dec, 3_dec, 3_dec, 3_dec, 3_dec, 3_dec, 3_dec}},
    {0.5_dec, {1_dec, 0_dec, 0_dec, 1_dec, 0_dec, 1_dec, 0_dec}},
    {0.0_dec, {0_dec, 0_dec, 0_dec, 0_dec, 0_dec, 0_dec, 0_dec}},
    {-2.4_dec, {-2_dec, -2_dec, -2_dec, -3_dec, -2_dec, -2_dec, -3_dec}},
    {-2.5_dec, {-3_dec, -2_dec, -2_dec, -3_dec, -2_dec, -2_dec, -3_dec}},
    {-2.6_dec, {-3_dec, -3_dec, -3_dec, -3_dec, -2_dec, -2_dec, -3_dec}},
    {-3.5_dec, {-4_dec, -4_dec, -3_dec, -4_dec, -3_dec, -3_dec, -4_dec}},
    {-0.5_dec, {-1_dec, 0_dec, 0_dec, -1_dec, 0_dec, 0_dec, -1_dec}},
};

} // namespace

TEST_CASE("each mode rounds a decimal and a ratio as its name says, in every tier") {
    const Decimal huge = Decimal::parse("1" + std::string(60, '0')).value();
    for (const Row& row : rows) {
        for (std::size_t i = 0; i < all_modes.size(); ++i) {
            const Rounding mode = all_modes[i];
            CAPTURE(row.value.to_string());
            CAPTURE(std::string{name(mode)});
            CHECK(row.value.rounded(0, mode).to_string() == row.rounded[i].to_string());
            CHECK(Ratio{row.value}.rounded(0, mode) == row.rounded[i]);
            // shifted to where only the big tier reaches; an even multiple keeps the ties
            const Decimal far = row.value.sign() < 0 ? -huge : huge;
            CHECK((row.value + far).rounded(0, mode) == row.rounded[i] + far);
            CHECK((Ratio{row.value} + far).rounded(0, mode) == row.rounded[i] + far);
        }
    }
}

TEST_CASE("names go both ways, and no other name is a mode") {
    for (const Rounding mode : all_modes) {
        CHECK(rounding_from(name(mode)) == mode);
    }
    CHECK(name(Rounding::half_up) == "half-up");
    CHECK_FALSE(rounding_from("half_up").has_value());
    CHECK_FALSE(rounding_from("HALF-UP").has_value());
    CHECK_FALSE(rounding_from("").has_value());
}

static_assert(rounding_from("ceiling") == Rounding::ceiling);
