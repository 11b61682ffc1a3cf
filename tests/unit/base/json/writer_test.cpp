// SPDX-License-Identifier: Apache-2.0
#include "base/json/json.hpp"
#include "base/json/writer.hpp"

#include <doctest/doctest.h>

#include <limits>
#include <string>

using namespace heng;
using namespace heng::detail::json;

namespace {

void write_sample(JsonWriter& json) {
    json.begin_object().member("total", "94.25").key("items").begin_array();
    json.begin_object().key("level").whole(1).key("parent").null().end_object();
    json.text("x").boolean(true).boolean(false).end_array();
    json.key("none").begin_array().end_array().key("empty").begin_object().end_object();
    json.key("raw").json("[1]").end_object();
}

std::string quoted(std::string_view text) {
    std::string out;
    append_json_string(out, text);
    return out;
}

} // namespace

TEST_CASE("compact style") {
    JsonWriter json{JsonWriter::Style::compact};
    write_sample(json);
    CHECK(json.take() == R"({"total":"94.25","items":[{"level":1,"parent":null},"x",true,false],)"
                         R"("none":[],"empty":{},"raw":[1]})");
}

TEST_CASE("indented style") {
    JsonWriter json{JsonWriter::Style::indented};
    write_sample(json);
    CHECK(json.take() == R"({
  "total": "94.25",
  "items": [
    {
      "level": 1,
      "parent": null
    },
    "x",
    true,
    false
  ],
  "none": [],
  "empty": {},
  "raw": [1]
})");
}

TEST_CASE("one value is a document, and a writer can be used again") {
    JsonWriter json{JsonWriter::Style::indented};
    CHECK(json.text("").take() == "\"\"");
    CHECK(json.whole(std::numeric_limits<std::int64_t>::min()).take() == "-9223372036854775808");
}

TEST_CASE("strings are escaped as far as JSON asks, and UTF-8 is kept") {
    CHECK(quoted("预算 é 😀 /") == "\"预算 é 😀 /\"");
    CHECK(quoted("a\"b\\c") == R"("a\"b\\c")");
    CHECK(quoted("\b\f\n\r\t") == R"("\b\f\n\r\t")");
    CHECK(quoted(std::string_view{"\0\x01\x1F\x7F", 4}) == "\"\\u0000\\u0001\\u001f\x7F\"");
    CHECK(quoted("a\xFF预\xE9") == "\"a\uFFFD预\uFFFD\"");
}

TEST_CASE("what was written is read back, for every character below U+3000") {
    std::string text;
    for (char32_t c = 1; c < 0x3000; ++c) {
        if (c < 0x80) {
            text += static_cast<char>(c);
        } else if (c < 0x800) {
            text += static_cast<char>(0xC0U | (c >> 6U));
            text += static_cast<char>(0x80U | (c & 0x3FU));
        } else {
            text += static_cast<char>(0xE0U | (c >> 12U));
            text += static_cast<char>(0x80U | ((c >> 6U) & 0x3FU));
            text += static_cast<char>(0x80U | (c & 0x3FU));
        }
    }
    JsonWriter json{JsonWriter::Style::compact};
    json.begin_object().member(text, text).end_object();
    const auto read = JsonDocument::parse(json.take(), Limits{});
    REQUIRE(read.has_value());
    const auto value = read->root().find(text);
    REQUIRE(value.has_value());
    CHECK(value->text() == text);
}
