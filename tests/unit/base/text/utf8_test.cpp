// SPDX-License-Identifier: Apache-2.0
#include "base/text/utf8.hpp"
#include "base/text/utf8_scan.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <iterator>
#include <string>

using namespace heng::detail::text;

TEST_CASE("decoding gives the code point and its length") {
    CHECK(decode("a", 0) == CodePoint{U'a', 1, true});
    CHECK(decode("é", 0) == CodePoint{U'é', 2, true});
    CHECK(decode("预算", 3) == CodePoint{U'算', 3, true});
    CHECK(decode("😀", 0) == CodePoint{U'😀', 4, true});
}

TEST_CASE("what is no UTF-8 is one byte long and invalid") {
    for (const std::string text :
         {"\x80", "\xFF", "\xC0\xAF", "\xC1\xBF", "\xE0\x80\x80", "\xED\xA0\x80", "\xED\xBF\xBF",
          "\xF0\x80\x80\x80", "\xF4\x90\x80\x80", "\xF8\x88\x80\x80\x80", "\xE9\xA2", "\xC3",
          "\xC3\x28", "\xF0\x9F\x98"}) {
        CAPTURE(text);
        CHECK(decode(text, 0) == CodePoint{0xFFFD, 1, false});
        CHECK(first_invalid("预" + text) == 3);
    }
}

TEST_CASE("every scalar value comes back, and nothing else is valid") {
    for (char32_t value = 0; value <= 0x10FFFF; ++value) {
        if (value == 0xD800) {
            value = 0xE000;
        }
        std::string text;
        append(text, value);
        if (decode(text, 0) != CodePoint{value, text.size(), true}) {
            FAIL("U+", static_cast<unsigned>(value));
        }
    }
    // of all texts of three bytes, as many are one character as there are in U+0800 … U+FFFF
    std::size_t valid = 0;
    for (unsigned bytes = 0; bytes < 0x1000000U; bytes += bytes == 0 ? 0xE00000U : 1U) {
        const std::string text{static_cast<char>(bytes >> 16U),
                               static_cast<char>((bytes >> 8U) & 0xFFU),
                               static_cast<char>(bytes & 0xFFU)};
        if (bytes >= 0xE00000U) {
            valid += decode(text, 0).length == 3 ? 1U : 0U;
        }
    }
    CHECK(valid == 0x10000 - 0x800 - 0x800);
}

TEST_CASE("counting, naming and shortening") {
    CHECK(count("") == 0);
    CHECK(count("a预算😀") == 4);
    CHECK(first_invalid("a预算😀") == std::string_view::npos);
    CHECK(code_point_name(U'，') == "U+FF0C");
    CHECK(code_point_name(0x7) == "U+0007");
    CHECK(code_point_name(0x1F600) == "U+1F600");
    CHECK(code_point_name(0x10FFFF) == "U+10FFFF");
    CHECK(shortened("预算执行率", 5) == "预算执行率");
    CHECK(shortened("预算执行率", 4) == "预算执行…");
}

TEST_CASE("a text that is surely UTF-8 has nothing invalid in it, wherever a block ends") {
    const std::string pieces[] = {"a",
                                  "\x7F",
                                  "é",
                                  "预",
                                  "算",
                                  "ऐ",
                                  "퟿",
                                  "😀",
                                  "\x80",
                                  "\xC3",
                                  "\xE9\xA2",
                                  "\xC1\x81",
                                  "\xE0\x80\x80",
                                  "\xED\xA0\x80",
                                  "\xF4\x90\x80\x80"};
    std::uint64_t state = 1;
    const auto below = [&state](std::uint64_t bound) {
        state = state * 6'364'136'223'846'793'005U + 1'442'695'040'888'963'407U;
        return (state >> 33U) % bound;
    };
    int sure = 0;
    for (int i = 0; i < 20'000; ++i) {
        std::string text;
        const std::uint64_t some = i % 4 == 0 ? std::size(pieces) : 5; // those before are common
        for (std::uint64_t left = below(80); left > 0; --left) {
            text += pieces[below(below(12) == 0 ? some : 5)];
        }
        if (is_surely_valid(text)) {
            ++sure;
            CHECK(first_invalid(text) == std::string_view::npos);
        } else {
            CHECK(i % 4 == 0); // what is common it is sure of
        }
    }
    CHECK(sure >= 15'000);
    CHECK(sure < 20'000);
    CHECK(is_surely_valid(""));
    CHECK_FALSE(is_surely_valid(std::string(40, 'a') + "\xE9\xA2"));
}
