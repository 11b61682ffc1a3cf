// SPDX-License-Identifier: Apache-2.0
#include "office/numbers.hpp"

#include <doctest/doctest.h>

using namespace heng::office;

TEST_CASE("a number has the 15 digits that a program shows") {
    CHECK(rounded_number("8.0299999999999994") == "8.03");
    CHECK(rounded_number("522688.65000000002") == "522688.65");
    CHECK(rounded_number("0.10000000000000001") == "0.1");
    CHECK(rounded_number("4.4999999999999998E-2") == "0.045");
    CHECK(rounded_number("1.2345E+3") == "1234.5");
    CHECK(rounded_number("1E3") == "1000");
    CHECK(rounded_number("-0") == "0");
    CHECK(rounded_number("-0.5") == "-0.5");
    CHECK(rounded_number("00012.500") == "12.5");
    CHECK(rounded_number("999999999999999.6") == "1000000000000000");
    CHECK(rounded_number("0.00000000000000099999999999999999") == "0.000000000000001");
    CHECK(rounded_number("123456789012345") == "123456789012345");
    CHECK(rounded_number("12345678901234567") == "12345678901234600");
    CHECK(rounded_number("1234567890123.455") == "1234567890123.46"); // a tie goes up
    CHECK(rounded_number("1.5E300")->size() == 301);
    for (const char* none : {"", "-", ".", "1e", "1e999", "1E-999", "1.2.3", "1 ", "NaN", "0x1"}) {
        CAPTURE(none);
        CHECK(!rounded_number(none));
    }
    CHECK(significant_digits("0.01030") == 3);
    CHECK(significant_digits("1200") == 2);
    CHECK(significant_digits("0") == 0);
}

TEST_CASE("a serial number is a day, a time, or both") {
    CHECK(serial_date("1", false) == "1900-01-01");
    CHECK(serial_date("59", false) == "1900-02-28");
    CHECK(!serial_date("60", false)); // 29 February 1900 never was
    CHECK(serial_date("61", false) == "1900-03-01");
    CHECK(serial_date("45291", false) == "2023-12-31");
    CHECK(serial_date("45351", false) == "2024-02-29");
    CHECK(serial_date("0", true) == "1904-01-01");
    CHECK(serial_date("43829", true) == "2023-12-31");
    CHECK(serial_date("45291.5", false) == "2023-12-31T12:00:00");
    CHECK(serial_date("45290.99999999999", false) == "2023-12-31");
    CHECK(serial_date("0.25", false) == "06:00:00");
    CHECK(serial_date("2958465", false) == "9999-12-31");
    CHECK(!serial_date("2958466", false));
    CHECK(!serial_date("-1", false));
    CHECK(!serial_date("123456789", false));
}

TEST_CASE("a day and its serial number are one another's") {
    for (const char* day : {"1900-03-01", "2000-02-29", "2023-12-31", "2024-02-29", "9999-12-31"}) {
        const auto serial = date_serial(day);
        REQUIRE(serial);
        CHECK(serial_date(*serial, false) == day);
    }
    for (const char* none :
         {"1900-02-28", "2024-13-01", "2024-1-01", "2024/01/01", "", "2024-00-10"}) {
        CAPTURE(none);
        CHECK(!date_serial(none));
    }
}

TEST_CASE("a typed number is read where it is one") {
    CHECK(typed_number("１２３．５％") == "123.5%");
    CHECK(typed_number(" 1,234,567.80 ") == "1234567.80");
    CHECK(typed_number("－5") == "-5");
    CHECK(typed_number("+5") == "5");
    CHECK(typed_number("12，345") == "12345");
    for (const char* none : {"", "-", "%", "1,23", "1234,567", ",123", "1.", ".5", "5万元", "约5",
                             "1,2345", "—", "1 2"}) {
        CAPTURE(none);
        CHECK(!typed_number(none));
    }
}
