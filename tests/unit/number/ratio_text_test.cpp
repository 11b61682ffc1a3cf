// SPDX-License-Identifier: Apache-2.0
//
// Ratio as text: the decimal where it ends, the reduced fraction where not, significant digits.
#include <heng/number/ratio.hpp>

#include <doctest/doctest.h>

#include <string>

using namespace heng;

TEST_CASE("a ratio that ends is a decimal, another the reduced fraction") {
    CHECK(Ratio{}.to_string() == "0");
    CHECK(Ratio{1, 4}.to_string() == "0.25");
    CHECK(Ratio{100, 4}.to_string() == "25");
    CHECK(Ratio{-2, 6}.to_string() == "-1/3");
    CHECK(Ratio{2.50_dec}.to_string() == "2.5");
    CHECK(Ratio{7, 8}.to_string() == "0.875");
    CHECK(Ratio{1, 3'125}.to_string() == "0.00032");
    CHECK(power(Ratio{1, 10}, 50).to_string() == "0." + std::string(49, '0') + "1");
    CHECK(power(Ratio{10}, 50).to_string() == "1" + std::string(50, '0'));
    CHECK((power(Ratio{10}, 50) / Ratio{3}).to_string() == "1" + std::string(50, '0') + "/3");
    CHECK(power(Ratio{1, 2}, 200).to_string() ==
          power(Ratio{1, 2}, 200).exact_decimal()->to_string());
    CHECK(power(Ratio{1, 5}, 60).exact_decimal()->scale() == 60);
    CHECK(power(Ratio{1, 5}, 61).exact_decimal()->scale() == 61);
    CHECK(power(Ratio{2}, max_integer_bits - 1).exact_decimal().has_value()); // all bits there are
}

TEST_CASE("a decimal of more places than max_scale is a fraction") {
    const Ratio tiny = power(Ratio{1, 2}, max_scale + 1);
    CHECK_FALSE(tiny.exact_decimal().has_value());
    CHECK(tiny.to_string().substr(0, 2) == "1/");
    CHECK((tiny * Ratio{2}).exact_decimal()->scale() == max_scale);
}

TEST_CASE("a decimal whose coefficient has more bits than numbers may have is a fraction") {
    const Ratio value = Ratio{9} + power(Ratio{1, 5}, max_scale); // 9 × 10^max_scale + 2^max_scale
    CHECK_FALSE(value.exact_decimal().has_value());
    CHECK(value.to_string() == value.numerator() + '/' + value.denominator());
    const Ratio large = power(Ratio{10}, max_scale - 1);
    CHECK(large.exact_decimal()->scale() == 0);
    CHECK(large.decimal_within(1).has_value());
    CHECK_FALSE(large.decimal_within(2).has_value());
    CHECK(Ratio{1, 8}.decimal_within(max_scale + 1)->shortest() == 0.125_dec);
    CHECK_FALSE(Ratio{1, 3}.decimal_within(max_scale + 1).has_value());
}

TEST_CASE("significant digits of values of any size") {
    const Ratio tiny = power(Ratio{1, 10}, max_scale - 8) / Ratio{7};
    CHECK(tiny.significant(34) ==
          "0." + std::string(max_scale - 8, '0') + "1428571428571428571428571428571429");
    CHECK((-tiny).significant(2, Rounding::down) == "-0." + std::string(max_scale - 8, '0') + "14");
    CHECK(power(Ratio{1, 10}, max_scale).significant(34) ==
          "0." + std::string(max_scale - 1, '0') + "1");
    const Ratio large = power(Ratio{10}, max_scale) + power(Ratio{10}, max_scale - 1);
    CHECK(large.significant(1, Rounding::up) == "2" + std::string(max_scale, '0'));
    CHECK(large.significant(34) == "11" + std::string(max_scale - 1, '0'));
    CHECK((power(Ratio{10}, 50) / Ratio{3}).significant(52) == std::string(50, '3') + ".33");
    CHECK((power(Ratio{10}, 50) / Ratio{3}).significant(51) == std::string(50, '3') + ".3");
    CHECK(power(Ratio{10}, 50).significant(52) == "1" + std::string(50, '0'));
    const Ratio seventh = (power(Ratio{10}, 50) + Ratio{1}) / (Ratio{7} * power(Ratio{10}, 50));
    CHECK(seventh.significant(2) == "0.14");
    CHECK(Ratio{1, 3}.significant(max_scale) == "0." + std::string(max_scale, '3'));
    CHECK_THROWS_AS(static_cast<void>(tiny.significant(max_scale + 1)), NumberError);
}

TEST_CASE("the parts are those of the reduced fraction") {
    CHECK(Ratio{-6, 4}.numerator() == "-3");
    CHECK(Ratio{-6, 4}.denominator() == "2");
    CHECK(Ratio{0, -4}.numerator() == "0");
    CHECK(Ratio{0, -4}.denominator() == "1");
    const Ratio big = power(Ratio{-2, 3}, 81);
    CHECK(big.numerator() == "-2417851639229258349412352");
    CHECK(big.denominator() == "443426488243037769948249630619149892803");
}

TEST_CASE("significant digits: rounded once, plain, without trailing zeros") {
    CHECK(Ratio{1, 3}.significant(34) == "0." + std::string(34, '3'));
    CHECK(Ratio{2, 3}.significant(4) == "0.6667");
    CHECK(Ratio{}.significant(5) == "0");
    CHECK(Ratio{1, 2}.significant(34) == "0.5");
    CHECK(Ratio{123456}.significant(2) == "120000");
    CHECK(Ratio{125}.significant(2) == "120");
    CHECK(Ratio{125}.significant(2, Rounding::half_up) == "130");
    CHECK(Ratio{-999'999, 1000}.significant(3) == "-1000");
    CHECK(Ratio{999, 1000}.significant(3) == "0.999");
    CHECK(Ratio{9996, 10000}.significant(3) == "1");
    CHECK(Ratio{1, 1000}.significant(1) == "0.001");
    CHECK(Ratio{1000}.significant(1) == "1000");
    CHECK(Ratio{1, 700}.significant(3) == "0.00143");
    CHECK((power(Ratio{10}, 100) / Ratio{7}).significant(5) == "14286" + std::string(95, '0'));
    CHECK((power(Ratio{1, 10}, 100) / Ratio{7}).significant(2) ==
          "0." + std::string(100, '0') + "14");
}
