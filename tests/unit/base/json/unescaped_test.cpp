// SPDX-License-Identifier: Apache-2.0
//
// What needs no escape is found 16 bytes at a time; here every text is read byte by byte as well.
#include "base/json/unescaped.hpp"
#include "base/json/writer.hpp"
#include "base/text/utf8.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>

using namespace heng;
using namespace heng::detail::json;

namespace {

/// Byte by byte, as RFC 8259 says it.
std::string escaped(std::string_view text) {
    constexpr std::string_view digits = "0123456789abcdef";
    constexpr std::string_view named = "\b\f\n\r\t";
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const detail::text::CodePoint point = detail::text::decode(text, at);
        const std::string_view bytes = text.substr(at, point.length);
        at += point.length;
        if (!point.valid) {
            out += "\xEF\xBF\xBD";
        } else if (bytes == "\"" || bytes == "\\") {
            out.append("\\").append(bytes);
        } else if (const std::size_t i = named.find(bytes); i != std::string_view::npos) {
            out.append("\\").append(1, "bfnrt"[i]);
        } else if (point.value < 0x20) {
            out.append("\\u00").append(1, digits[point.value / 16]);
            out += digits[point.value % 16];
        } else {
            out += bytes;
        }
    }
    return out;
}

/// Whole characters and broken ones: each edge of what may follow a first byte.
constexpr std::array<std::string_view, 40> pieces{"a",
                                                  "7",
                                                  " ",
                                                  "\x7f",
                                                  "{",
                                                  "abcdefgh",
                                                  "预",
                                                  "算",
                                                  "，",
                                                  "≈",
                                                  "é",
                                                  "ß",
                                                  "\xC2\x80",
                                                  "\xDF\xBF",
                                                  "ࠀ",
                                                  "\xED\x9F\xBF",
                                                  "\xEE\x80\x80",
                                                  "\xEF\xBF\xBF",
                                                  "😀",
                                                  "\"",
                                                  "\\",
                                                  "\n",
                                                  "\x01",
                                                  "\x1f",
                                                  "\x80",
                                                  "\xBF",
                                                  "\xC0\x80",
                                                  "\xC1\xBF",
                                                  "\xC2",
                                                  "\xE0\x9F\xBF",
                                                  "\xE0\xA0\x80",
                                                  "\xE4",
                                                  "\xE4\xB8",
                                                  "\xED\xA0\x80",
                                                  "\xF0\x9F",
                                                  "\xF0\x8F\xBF\xBF",
                                                  "\xF4\x90\x80\x80",
                                                  "\xF5",
                                                  "\xFE",
                                                  "\xFF"};

constexpr std::size_t common = 12; ///< pieces that is_unescaped() must know

} // namespace

TEST_CASE("a text is written escaped or as it is, whatever stands in it and however long it is") {
    std::mt19937_64 chance{7};
    for (int i = 0; i < 200'000; ++i) {
        // mostly plain, so that what is not plain stands anywhere in a block
        std::string text;
        const std::uint64_t count = chance() % 24;
        for (std::uint64_t j = 0; j < count; ++j) {
            text += pieces[chance() % (chance() % 12 == 0 ? pieces.size() : common)];
        }
        const std::string expected = escaped(text);
        CAPTURE(text);
        REQUIRE((!is_unescaped(text) || expected == text));
        std::string out;
        append_json_string(out, text);
        REQUIRE(out == '"' + expected + '"');
        out = "before";
        {
            detail::text::Appender to{out, 0};
            append_json_characters(to, text);
        }
        REQUIRE(out == "before" + expected);
    }
}

TEST_CASE("what reports are made of is known to be plain") {
    std::mt19937_64 chance{8};
    std::string text;
    for (int i = 0; i < 2'000; ++i) {
        REQUIRE(is_unescaped(text));
        text += pieces[chance() % common];
        text = text.size() < 70 ? text : "";
    }
}

TEST_CASE("every two and three bytes, alone and across the end of a block") {
    for (const std::size_t before : {std::size_t{0}, std::size_t{14}, std::size_t{15}}) {
        std::string text(before, 'x');
        for (unsigned bytes = 0; bytes <= 0xFFFF; ++bytes) {
            text.resize(before);
            text += static_cast<char>(bytes >> 8U);
            text += static_cast<char>(bytes & 0xFFU);
            for (const std::string_view last : {"", "\x80", "\xBF", "x"}) {
                std::string all = text;
                all += last;
                if (is_unescaped(all) && escaped(all) != all) {
                    FAIL("bytes ", bytes, " after ", before, " are no plain text");
                }
            }
        }
    }
}
