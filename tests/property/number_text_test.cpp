// SPDX-License-Identifier: Apache-2.0
//
// Parsing and formatting undo each other.
#include "number_samples.hpp"

using namespace heng;
using namespace heng::test;

TEST_CASE("what is parsed is printed as it was") {
    CHECK(holds([] {
        const DecimalSample a = decimal_sample();
        RC_ASSERT(a.value.to_string() == a.text);
        RC_ASSERT(rational_of(a.value) == a.exact);
    }));
}

TEST_CASE("an exponent moves the point, a leading zero changes nothing") {
    CHECK(holds([] {
        const Integer integer = integer_sample();
        const int exponent = *rc::gen::inRange(-60, 60);
        std::string text = Integer{abs(integer)}.str();
        text.insert(0, static_cast<std::size_t>(*rc::gen::inRange(0, 3)), '0');
        text = (integer < 0 ? "-" : "") + text + *rc::gen::element("e", "E");
        text += exponent >= 0 ? *rc::gen::element("", "+") : "";
        text += std::to_string(exponent);
        const std::string expected = exponent >= 0
                                         ? decimal_text(integer * power_of_ten(exponent), 0)
                                         : decimal_text(integer, -exponent);
        RC_ASSERT(parsed(text).to_string() == expected);
    }));
}

TEST_CASE("a text with a foreign character is refused at that character") {
    CHECK(holds([] {
        std::string text = decimal_sample().text;
        const auto at = *rc::gen::inRange<std::size_t>(0, text.size());
        text[at] = *rc::gen::element('x', ' ', '+', '/', ':', ',', '\0', '\x80');
        const auto refused = Decimal::parse(text);
        RC_ASSERT_FALSE(refused.has_value());
        RC_ASSERT(refused.error() == (ParseFault{NumberFault::not_a_number, at}));
    }));
}

TEST_CASE("a ratio's text says its exact value") {
    CHECK(holds([] {
        const RatioSample a = ratio_sample();
        const std::string text = a.value.to_string();
        const std::size_t slash = text.find('/');
        const auto decimal = a.value.exact_decimal();
        RC_ASSERT(decimal.has_value() == (slash == std::string::npos));
        if (decimal) {
            RC_ASSERT(rational_of(*decimal) == a.exact);
            RC_ASSERT(decimal->shortest().scale() == decimal->scale());
            RC_ASSERT(text == decimal->to_string());
        } else {
            RC_ASSERT(text == numerator(a.exact).str() + '/' + denominator(a.exact).str());
        }
    }));
}
