// SPDX-License-Identifier: Apache-2.0
//
// Numbers written into sentences.
#include "score/words.hpp"

#include <heng/number/decimal.hpp>

#include <doctest/doctest.h>

using namespace heng;
using namespace heng::document;
using namespace heng::literals;

namespace {

template <class... Value>
std::string written(const Value&... value) {
    std::string out;
    write_behind(out, value...);
    return out;
}

} // namespace

TEST_CASE("a decimal is written as its shortest text") {
    for (const char* text :
         {"0", "5", "-5", "0.5", "-0.05", "12.345", "100", "0.000001", "9223372036854775807",
          "-9223372036854775808", "92233720368.54775807", "123456789012345678901234567890.5",
          "0.0000000000000000000000000001"}) {
        CHECK(written(*Decimal::parse(text)) == text);
        CHECK(written(Ratio{*Decimal::parse(text)}) == text);
    }
    CHECK(written(2.50_dec) == "2.5");
    CHECK(written(3.00_dec) == "3");
    CHECK(written(Ratio{1, 3}) == "1/3");
    CHECK(written(Ratio{-2, 8}) == "-0.25");
}

TEST_CASE("points, measures and rates are exact where they are short, else marked") {
    CHECK(written(Points{0.7966_dec}) == "0.7966");
    CHECK(written(Points{Ratio{10, 9}}) == "≈1.1111");
    CHECK(written(Points{Ratio{-10, 9}}) == "≈-1.1111");
    CHECK(written(Measure{Ratio{3}}, Language::zh) == "3");
    CHECK(written(Measure{Ratio{0.7966_dec}}, Language::zh) == "0.7966（79.66%）");
    CHECK(written(Measure{Ratio{2, 3}}, Language::en) == "≈0.666667 (66.67%)");
    CHECK(written(Rate{Ratio{0.7966_dec}}) == "79.66%");
    CHECK(written(Rate{Ratio{1}}) == "100%");
    CHECK(written(Rate{Ratio{2, 3}}) == "≈66.67%");
}

TEST_CASE("a sentence is filled") {
    const Points points{Ratio{5, 2}};
    const Decimal half = 0.50_dec;
    const auto filled = [&](std::string_view sentence) {
        std::string out = "> ";
        {
            text::Appender to{out, 8};
            write(to, Pattern{sentence},
                  {{"points", points}, {"pass", half}, {"label", "逾期"}, {"n", std::size_t{12}}},
                  Language::zh);
        }
        return out;
    };
    CHECK(filled("") == "> ");
    CHECK(filled("{label} {n} 次，{points} − {pass}。") == "> 逾期 12 次，2.5 − 0.5。");
    CHECK(filled("{other}{label}") == "> 逾期");
    CHECK(filled("open {label") == "> open 逾期");
}
