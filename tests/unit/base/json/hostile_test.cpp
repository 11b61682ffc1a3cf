// SPDX-License-Identifier: Apache-2.0
//
// Whatever the text, it is read as RFC 8259 says or refused with a place in it.
#include "base/json/json.hpp"
#include "reference.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstdint>
#include <set>
#include <string>

using namespace heng;
using namespace heng::detail::json;

namespace {

/// xorshift64: the same numbers everywhere.
class Numbers {
  public:
    std::size_t below(std::size_t end) {
        state_ ^= state_ << 13U;
        state_ ^= state_ >> 7U;
        state_ ^= state_ << 17U;
        return static_cast<std::size_t>(state_ % end);
    }

  private:
    std::uint64_t state_ = 0x9E3779B97F4A7C15U;
};

std::size_t lines_of(const std::string& text) {
    std::size_t lines = 1;
    for (std::size_t i = 0; i < text.size(); ++i) {
        lines += text[i] == '\n' || (text[i] == '\r' && text[i + 1] != '\n') ? 1U : 0U;
    }
    return lines;
}

/// "" or what is wrong with how `text` was read.
std::string check(const std::string& text) {
    const Result<JsonDocument> read = JsonDocument::parse(text, Limits{});
    const auto expected = Reference{text}.nodes();
    if (read) {
        std::vector<SeenNode> seen;
        append_nodes(read->root(), seen);
        return !expected ? "accepted" : seen == *expected ? "" : "read otherwise";
    }
    const Error& error = read.error();
    if (expected && !error.code.starts_with("limit.")) {
        return "refused: " + error.message;
    }
    static const std::set<std::string> codes{
        "json.syntax",        "json.utf8",    "json.byte-order-mark", "json.nul",   "json.empty",
        "json.duplicate-key", "limit.digits", "limit.exponent",       "limit.depth"};
    const bool placed = error.place.line >= 1 && error.place.line <= lines_of(text) &&
                        error.place.column >= 1 && error.place.column <= text.size() + 1;
    if (!codes.contains(error.code) || !placed || !error.pointer || error.hint.empty()) {
        return "a poor error: " + error.code + " " + error.message;
    }
    return "";
}

const std::array<std::string, 5>& seeds() {
    static const std::array<std::string, 5> texts{
        R"json({"heng": "rubric/1", "id": "示例-2024", "points": "100",
 "rounding": {"scale": 2, "mode": "half-up", "at": ["level-2", "total"]},
 "inputs": {"预算.annual": {"type": "money", "minimum": -0.5e-3}, "a": {"type": "list", "of": {}}},
 "grades": [[1, 2.50, 1E+2], [], [[]], {"in": "[80..90)", "grade": "良\n\u826f\ud83d\ude00/\/"}],
 "optional": true, "hidden": false, "nothing": null})json",
        "\r\n[\r\n  0,\r  -0, \t\"\\u0041\\\"\\\\\", \"😀\", {\"\\u6c34\": {\"\": \"\"}}\r\n]\r\n",
        R"({"a":{"b":{"c":[{"d":[1,[2,[3,[4,{"e":"\b\f\r\t"}]]]]}]}},"a~b/c":[true,false,null]})",
        R"([1,12,123,1234,1.5,1.25,0.001,-1,-12.5e10,1e5,1E-5,0,"x","\\","\"",{},[],{"k":0}])",
        // without an escape or an exponent, as most are
        R"( {"heng": "facts/1", "data": {"b": [1, -0, 0.50, [], {}, "预算é"], "a": {"c": true,
 "a": null}, "": "", "aa": false}, "k1":1,"k2":2,"k3":3,"k4":4,"k5":5,"k6":6,"k7":7,"k8":8,"k9":9,
 "kb":1,"ka":2,"kc":3} )"};
    return texts;
}

std::string mutated(std::string text, Numbers& numbers) {
    using namespace std::string_view_literals;
    constexpr std::string_view bytes =
        "{}[]:,\"\\/ \n\r\t0123456789.eE+-truefalsnuxdDcC'#\x00\x01\x7f"
        "\xc3\xa9\xe9\xa2\x84\xff\xed\xa0\x80\xf0\x9f"sv;
    for (std::size_t changes = 1 + numbers.below(3); changes > 0 && !text.empty(); --changes) {
        const std::size_t at = numbers.below(text.size());
        const std::size_t size = 1 + numbers.below(8);
        switch (numbers.below(6)) {
        case 0:
            text[at] = bytes[numbers.below(bytes.size())];
            break;
        case 1:
            text.insert(at, 1, bytes[numbers.below(bytes.size())]);
            break;
        case 2:
            text.erase(at, size);
            break;
        case 3:
            text.insert(at, text.substr(numbers.below(text.size()), size));
            break;
        case 4:
            text.resize(at);
            break;
        default:
            text[at] = static_cast<char>(numbers.below(256));
            break;
        }
    }
    return text;
}

} // namespace

TEST_CASE("the seeds are read as the reference reads them") {
    for (const std::string& seed : seeds()) {
        CHECK(check(seed) == "");
        CHECK(Reference{seed}.nodes().has_value());
    }
}

TEST_CASE("every short text of a small alphabet") {
    struct Set {
        std::string alphabet;
        std::size_t longest;
    };
    std::size_t accepted = 0;
    std::size_t texts = 0;
    for (const auto& [alphabet, longest] :
         {Set{"{}[],:\"01-.e tn\\", 4}, Set{"{}[],:\"1", 5}, Set{"01-+.eE ", 5}}) {
        for (std::size_t length = 1; length <= longest; ++length) {
            std::string text(length, alphabet[0]);
            for (std::vector<std::size_t> digits(length, 0); digits.back() < alphabet.size();) {
                for (std::size_t i = 0; i < length; ++i) {
                    text[i] = alphabet[digits[i]];
                }
                if (const std::string wrong = check(text); !wrong.empty()) {
                    FAIL(text, ": ", wrong);
                }
                accepted += Reference{text}.nodes() ? 1U : 0U;
                ++texts;
                ++digits[0];
                for (std::size_t i = 0; i + 1 < length && digits[i] == alphabet.size(); ++i) {
                    digits[i] = 0;
                    ++digits[i + 1];
                }
            }
        }
    }
    CHECK(texts == (16 + 256 + 4096 + 65536) + 2 * (8 + 64 + 512 + 4096 + 32768));
    CHECK(accepted > 1000);
}

TEST_CASE("every text that a seed begins with") {
    for (const std::string& seed : seeds()) {
        for (std::size_t size = 0; size < seed.size(); ++size) {
            CAPTURE(seed.substr(0, size));
            CHECK(check(seed.substr(0, size)) == "");
        }
    }
}

TEST_CASE("forty thousand changed documents") {
    Numbers numbers;
    std::size_t refused = 0;
    for (int round = 0; round < 40'000; ++round) {
        const std::string text = mutated(seeds().at(numbers.below(seeds().size())), numbers);
        if (const std::string wrong = check(text); !wrong.empty()) {
            FAIL(text, ": ", wrong);
        }
        refused += JsonDocument::parse(text, Limits{}) ? 0U : 1U;
    }
    CHECK(refused > 20'000);
    CHECK(refused < 39'000);
}

TEST_CASE("every byte pair in a string, and what follows a lead byte") {
    for (unsigned pair = 0; pair < 0x10000U; ++pair) {
        const std::string two{static_cast<char>(pair >> 8U), static_cast<char>(pair & 0xFFU)};
        for (const std::string& text :
             {"[\"" + two + "\"]", "[\"é" + two + "\x80\"]", "{\"" + two + "\x80\x80\":1}"}) {
            if (const std::string wrong = check(text); !wrong.empty()) {
                FAIL("bytes ", pair, ": ", wrong);
            }
        }
    }
}

TEST_CASE("every escape of four hexadecimal digits") {
    constexpr std::string_view digits = "0123456789aBcDeF";
    for (unsigned value = 0; value < 0x10000U; ++value) {
        std::string hex;
        for (unsigned shift = 16; shift > 0; shift -= 4) {
            hex += digits[(value >> (shift - 4)) & 0xFU];
        }
        for (const std::string& text :
             {"\"\\u" + hex + "\"", "\"\\uD83D\\u" + hex + "\"", "\"a\\u" + hex + "\\uDE00 b\""}) {
            if (const std::string wrong = check(text); !wrong.empty()) {
                FAIL(text, ": ", wrong);
            }
        }
    }
}

TEST_CASE("strings around the size of the parser's own buffer, with escapes in every place") {
    for (std::size_t size = 4080; size < 4112; ++size) {
        for (const std::string escape : {"\\n", "\\u00e9", "\\ud83d\\ude00", "é", "😀"}) {
            for (const std::size_t at : {std::size_t{0}, size / 2, size}) {
                std::string inside(size, 'x');
                inside.insert(at, escape);
                CHECK(check("[\"\\t" + inside + "\",\"" + inside + "\"]") == "");
            }
        }
    }
}
