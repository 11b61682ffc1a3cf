// SPDX-License-Identifier: Apache-2.0
//
// The tree of a plain text is the one that Boost.JSON's events make of it, node by node; and what
// is not JSON, or past a limit, is never plain.
#include "base/json/plain_tree.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

using namespace heng;
using namespace heng::detail::json;

namespace {

bool same(const JsonNode& a, const JsonNode& b) {
    return a.offset == b.offset && a.size == b.size && a.link == b.link && a.kind == b.kind &&
           a.has_key == b.has_key && a.decoded == b.decoded;
}

/// Whether it is plain; a text that is, and has another tree, fails.
bool is_plain(const std::string& text, const Limits& limits = {}) {
    JsonStore plain;
    plain.text = text;
    if (!read_plain_tree(plain, limits)) {
        return false;
    }
    JsonStore any;
    any.text = text;
    const auto error = read_tree(any, limits);
    INFO(text);
    REQUIRE_FALSE(error);
    REQUIRE(any.decoded.empty());
    REQUIRE(plain.nodes.size() == any.nodes.size());
    for (std::size_t i = 0; i < any.nodes.size(); ++i) {
        REQUIRE(same(plain.nodes[i], any.nodes[i]));
    }
    return true;
}

std::string object_of(std::size_t members) {
    std::string text = "{";
    for (std::size_t i = 0; i < members; ++i) {
        text += (i == 0 ? "\"member" : ",\"member") + std::to_string(i) + "\":" + std::to_string(i);
    }
    return text + "}";
}

class Texts {
  public:
    std::string next() {
        std::string text;
        value(text, 0);
        while (chance(3) == 0 && !text.empty()) {
            mutate(text);
        }
        return text;
    }

  private:
    std::size_t chance(std::size_t below) { return random_() % below; }

    void space(std::string& text) {
        if (chance(6) == 0) {
            text += std::string_view{" \n\r\t"}[chance(4)];
        }
    }

    void string(std::string& text) {
        constexpr std::string_view pieces[] = {"a", "b", "预算", "é", "𝄞", "\\n", "\\u4e2d", "",
                                               "longer than a word"};
        text += '"';
        for (std::size_t i = chance(3); i > 0; --i) {
            text += pieces[chance(std::size(pieces))];
        }
        text += '"';
    }

    void value(std::string& text, int depth) {
        constexpr std::string_view scalars[] = {"true", "false", "null", "0",     "-1",   "12.50",
                                                "1e3",  "-0.0",  "00",   "1234567890123456789012"};
        space(text);
        const std::size_t kind = chance(depth > 4 ? 3 : 5);
        if (kind == 0) {
            string(text);
        } else if (kind <= 2) {
            text += scalars[chance(std::size(scalars))];
        } else {
            const bool object = kind == 3;
            text += object ? '{' : '[';
            const std::size_t members = chance(5);
            for (std::size_t i = 0; i < members; ++i) {
                text += i == 0 ? "" : ",";
                if (object) {
                    space(text);
                    string(text);
                    space(text);
                    text += ':';
                }
                value(text, depth + 1);
            }
            space(text);
            text += object ? '}' : ']';
        }
        space(text);
    }

    void mutate(std::string& text) {
        constexpr std::string_view bytes = "{}[]\",:\\0-.e\x01\x7f\xE4\xFF ";
        const std::size_t at = chance(text.size());
        switch (chance(3)) {
        case 0:
            text.erase(at, 1);
            break;
        case 1:
            text[at] = bytes[chance(bytes.size())];
            break;
        default:
            text.insert(at, 1, bytes[chance(bytes.size())]);
        }
    }

    std::mt19937_64 random_{24};
};

} // namespace

TEST_CASE("the usual documents are plain") {
    CHECK(is_plain(R"({"heng": "facts/1", "data": {"a": [1, -2.50, "3", {"预算": true}], "b": null},
                      "c": {}, "d": [], "e": [[], {}]})"));
    for (const char* text : {"1", "\"\"", "[]", "{}", " null\r\n", "[0,-0,0.0]"}) {
        CHECK(is_plain(text));
    }
    for (const std::size_t members : {1U, 2U, 47U, 48U, 49U, 50U, 500U}) {
        CHECK(is_plain(object_of(members)));
    }
}

TEST_CASE("what is not JSON is not plain") {
    for (const char* text :
         {"", " ", "{", "[", "[1,]", "[,1]", "{\"a\":1,}", "{\"a\"}", "{\"a\":}", "{1:2}", "[1 2]",
          "01", "-", "1.", ".5", "+1", "tru", "truee", "nul", "\"a", "\"\x01\"", "\"\xFF\"", "1 1",
          "[1}", "{\"a\":1]", "{} {}"}) {
        INFO(text);
        CHECK_FALSE(is_plain(text));
    }
}

TEST_CASE("a key that stands twice is not plain") {
    CHECK_FALSE(is_plain(R"({"a": 1, "b": 2, "a": 3})"));
    CHECK_FALSE(is_plain(R"([{"": 1, "": 1}])"));
    CHECK(is_plain(R"({"a": {"a": 1}, "b": {"a": 1}})"));
    for (const std::size_t members : {2U, 40U, 60U}) {
        std::string text = object_of(members);
        text.insert(text.size() - 1, ",\"member1\":0");
        CHECK_FALSE(is_plain(text));
    }
}

TEST_CASE("what passes a limit is not plain") {
    Limits limits;
    limits.rows = 3;
    CHECK(is_plain("[1,2,3]", limits));
    CHECK_FALSE(is_plain("[1,2,3,4]", limits));
    CHECK(is_plain(object_of(4), limits));
    limits = {};
    limits.depth = 2;
    CHECK(is_plain("[[]]", limits));
    CHECK_FALSE(is_plain("[[[]]]", limits));
    limits = {};
    limits.digits = 4;
    CHECK(is_plain("1234", limits));
    CHECK_FALSE(is_plain("12345", limits));
}

TEST_CASE("random texts that are plain have the tree of any text") {
    Texts texts;
    int plain = 0;
    Limits tight;
    tight.rows = 2;
    tight.depth = 3;
    tight.digits = 3;
    for (int i = 0; i < 40'000; ++i) {
        const std::string text = texts.next();
        plain += is_plain(text) ? 1 : 0;
        (void)is_plain(text, tight);
    }
    CHECK(plain > 10'000);
    CHECK(plain < 35'000);
}
