// SPDX-License-Identifier: Apache-2.0
#include <heng/number/percent.hpp>

#include <doctest/doctest.h>

using namespace heng;

static_assert(Percent::of(Ratio{1, 2}).ratio() == 0.5_dec);
static_assert(Percent::of(Ratio{1, 2}) < Percent::of(Ratio{2, 3}));

TEST_CASE("a rate is printed in hundredths, rounded once") {
    CHECK(Percent::of(522688.65_dec / 527470.55_dec).to_string() == "99.09%");
    CHECK(Percent::of(135.50_dec / 465202.15_dec).to_string() == "0.03%");
    CHECK(Percent::of(21334_dec / 16701_dec - Ratio{1}).to_string() == "27.74%");
    CHECK(Percent::of(Ratio{6, 9}).to_string() == "66.67%");
    CHECK(Percent::of(Ratio{6, 9}).to_string(0) == "67%");
    CHECK(Percent::of(Ratio{6, 9}).to_string(1, Rounding::down) == "66.6%");
    CHECK(Percent::of(Ratio{1}).to_string() == "100.00%");
    CHECK(Percent::of(-0.5117_dec).to_string() == "-51.17%");
}

TEST_CASE("a percent text is a number and the sign") {
    CHECK(Percent::parse("96.60%")->ratio() == 0.966_dec);
    CHECK(Percent::parse("-3.51%")->ratio() == -0.0351_dec);
    CHECK(Percent::parse("").error() == ParseFault{NumberFault::empty, 0});
    CHECK(Percent::parse("%").error() == ParseFault{NumberFault::empty, 0});
    CHECK(Percent::parse("96.60").error() == ParseFault{NumberFault::not_a_number, 5});
    CHECK(Percent::parse("约99%").error() == ParseFault{NumberFault::not_a_number, 0});
    CHECK(Percent::parse("99%%").error() == ParseFault{NumberFault::not_a_number, 2});
    CHECK(Percent::parse("1e1001%").error() == ParseFault{NumberFault::exponent_out_of_range, 2});
}
