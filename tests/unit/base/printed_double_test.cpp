// SPDX-License-Identifier: Apache-2.0
#include "base/printed_double.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

using heng::detail::base::short_text_of;

namespace {

struct Case {
    std::string_view text;
    std::string_view short_text; ///< "": it is no print of a double
};

} // namespace

TEST_CASE("a printed double has a shorter name") {
    const std::vector<Case> table{
        {"0.94999999999999996", "0.95"},
        {"-0.94999999999999996", "-0.95"},
        {"9.4999999999999996e-1", "0.95"},
        {"0.9499999999999999555910790149937", "0.95"}, // %.31f
        {"0.59999999999999998", "0.6"},
        {"79.659999999999997", "79.66"},
        {"527470.55000000005", "527470.55"},
        {"527470.54999999993", "527470.55"},
        {"12345678.949999999", "12345678.95"},
        {"0.33333333333333331", "0.3333333333333333"},
        {"0.12345678901230001", "0.1234567890123"},
        // sums of doubles
        {"0.7999999999999999", "0.8"},
        {"0.30000000000000004", "0.3"},
        {"99.990000000000009", "99.99"},
    };
    for (const Case& each : table) {
        CAPTURE(each.text);
        CHECK(short_text_of(each.text).value_or("") == each.short_text);
    }
}

TEST_CASE("other long numbers are what they say") {
    for (const std::string_view text : {"0.95",
                                        "0.949999999999999",
                                        "0.3333333333333333",
                                        "0.123456789012345678",
                                        "12345678901234567890",
                                        "1234567890123456.00",
                                        "10000000000000.01",
                                        "20000000000000.01",
                                        "1000000000000001",
                                        "123456789.123456789",
                                        "0.95000000000000000",
                                        "0",
                                        "",
                                        "x",
                                        "1e300",
                                        "1e-300",
                                        "99999999999999.99",
                                        "0.9499999999999999",
                                        "100000000000000016",
                                        "-9223372036854775808"}) {
        CAPTURE(text);
        CHECK(!short_text_of(text).has_value());
    }
    CHECK(!short_text_of(std::string(1'000, '7')));
    CHECK(!short_text_of("0." + std::string(900, '3')));
}
