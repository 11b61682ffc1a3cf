// SPDX-License-Identifier: Apache-2.0
#include "base/number_text.hpp"

#include <doctest/doctest.h>

#include <array>

using namespace heng;
using namespace heng::detail::base;

TEST_CASE("number text: a decimal that ends is written in full") {
    CHECK(number_text(Ratio{}) == "0");
    CHECK(number_text(Ratio{3, 8}) == "0.375");
    CHECK(number_text(Ratio{9420, 100}) == "94.2");
    CHECK(number_text(Ratio{-5}) == "−5");
    CHECK(number_text(Points{Ratio{1, 4}}) == "0.25");
    CHECK(number_text(Ratio{*Decimal::parse("0.123456")}) == "0.123456");
    CHECK(number_text(Ratio{*Decimal::parse("0.1234567")}) == "≈0.1235");
}

TEST_CASE("number text: at least so many places, where it is written in full") {
    CHECK(number_text(Ratio{9}, 2) == "9.00");
    CHECK(number_text(Ratio{-1, 2}, 2) == "−0.50");
    CHECK(number_text(Ratio{1, 8}, 2) == "0.125");
    CHECK(number_text(Ratio{1, 3}, 6) == "≈0.3333");
}

TEST_CASE("number text: what does not end has four places, or two digits, and a mark") {
    CHECK(number_text(Ratio{10, 9}) == "≈1.1111");
    CHECK(number_text(Ratio{-10, 9}) == "≈−1.1111");
    CHECK(number_text(Ratio{300'001, 300'000}) == "≈1.000003");
    CHECK(number_text(Ratio{-299'999, 300'000}) == "≈−0.999997");
    CHECK(number_text(Ratio{1, 300'000}) == "≈0.0000033");
    CHECK(number_text(Ratio{-1, 300'000}) == "≈−0.0000033");
    CHECK(number_text(Ratio{1, 900}) == "≈0.0011");
    CHECK(number_text(Ratio{1, 1'001}) == "≈0.0010");
    CHECK(number_text(Ratio{1, 10'001}) == "≈0.00010");
    CHECK(number_text(Ratio{1, 7'000}) == "≈0.00014");
    CHECK(number_text(power(Ratio{1, 3}, 40)) == "≈0.000000000000000000082");
}

TEST_CASE("number text: with its sign") {
    CHECK(signed_text(Ratio{1, 5}) == "+0.2");
    CHECK(signed_text(Ratio{-1, 5}) == "−0.2");
    CHECK(signed_text(Ratio{}) == "0");
    CHECK(signed_text(Ratio{1, 3}) == "≈+0.3333");
    CHECK(signed_text(Points{Ratio{-1, 3}}) == "≈−0.3333");
    CHECK(decimal_text(Decimal{-250, 2}) == "−2.50");
}

TEST_CASE("number text: percentages of tables, and decimals of CSV") {
    CHECK(percent_text(Ratio{2, 3}) == "66.67%");
    CHECK(percent_text(Ratio{-1, 20}) == "−5.00%");
    CHECK(plain_text(Ratio{-10, 9}) == "-1.1111111111");
    CHECK(plain_text(Ratio{4}, 2) == "4.00");
    CHECK(plain_text(Ratio{-1, 8}, 2) == "-0.125");
}

TEST_CASE("number text: as many places as tell a value from an edge") {
    const std::array<Ratio, 2> edges{Ratio{9, 10}, Ratio{}};
    CHECK(near_text(Ratio{2, 3}, edges) == "≈0.6667");
    CHECK(near_text(Ratio{2'699'999'999, 3'000'000'000}, edges) == "≈0.8999999997");
    CHECK(near_text(Ratio{1, 300'000}, edges) == "≈0.0000033");
    CHECK(near_text(Ratio{-1, 300'000}, edges) == "≈−0.0000033");
    // no number of places tells a value from itself
    CHECK(near_text(Ratio{3, 7}, std::array{Ratio{3, 7}}) == "≈0.4286");
    // all of its places are needed, and are there
    const Ratio below{*Decimal::parse("0.89999999999999")};
    CHECK(near_text(below, edges) == "0.89999999999999");
    CHECK_FALSE(near_text(Ratio{9, 10} - power(Ratio{1, 3}, 300), edges).has_value());
}
