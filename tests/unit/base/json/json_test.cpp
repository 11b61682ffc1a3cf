// SPDX-License-Identifier: Apache-2.0
#include "base/json/json.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace heng;
using namespace heng::detail::json;

namespace {

JsonDocument parsed(std::string_view text) {
    Result<JsonDocument> document = JsonDocument::parse(text, Limits{});
    REQUIRE_MESSAGE(document.has_value(), document.error().message);
    return *std::move(document);
}

Json at(Json value, std::initializer_list<std::string_view> keys) {
    for (const std::string_view key : keys) {
        value = *value.find(key);
    }
    return value;
}

} // namespace

TEST_CASE("each kind of value, with its text") {
    const JsonDocument document = parsed(
        R"({"n": null, "t": true, "f": false, "d": -1.50E+2, "s": "a\"b", "l": [1], "o": {}})");
    const Json root = document.root();
    CHECK(root.is(JsonKind::object));
    CHECK(root.is_root());
    CHECK(root.size() == 7);
    CHECK(at(root, {"n"}).is(JsonKind::null));
    CHECK(at(root, {"t"}).boolean());
    CHECK_FALSE(at(root, {"f"}).boolean());
    CHECK(at(root, {"f"}).is(JsonKind::boolean));
    CHECK(at(root, {"d"}).text() == "-1.50E+2");
    CHECK(at(root, {"s"}).text() == "a\"b");
    CHECK(at(root, {"l"}).size() == 1);
    CHECK(at(root, {"l"}).text() == "");
    CHECK(at(root, {"o"}).size() == 0);
    CHECK_FALSE(root.find("x").has_value());
    CHECK_FALSE(at(root, {"l"}).find("x").has_value());
    CHECK(at(root, {"s"}).size() == 0);
    CHECK_FALSE(root.has_key());
}

TEST_CASE("members and elements come in the order of the text") {
    const JsonDocument document = parsed(R"({"z": [3, [], 1], "a": {"y": 0}, "\u0062": ""})");
    std::string keys;
    for (const Json member : document.root().children()) {
        keys.append(member.key()).append(" ");
    }
    CHECK(keys == "z a b ");
    std::vector<std::string> elements;
    for (const Json element : at(document.root(), {"z"}).children()) {
        elements.emplace_back(element.text());
        CHECK_FALSE(element.has_key());
    }
    CHECK(elements == std::vector<std::string>{"3", "", "1"});
    const JsonChildren none = at(document.root(), {"b"}).children();
    CHECK(none.begin() == none.end());
}

TEST_CASE("a pointer leads to a value, with RFC 6901's escapes") {
    const JsonDocument document =
        parsed(R"({"": 0, "a/b": [10, {"m~n": [true, "x"]}], "预算": {"年": 1}, "c\u0064": 2})");
    const Json root = document.root();
    CHECK(root.pointer() == "");
    CHECK(at(root, {""}).pointer() == "/");
    CHECK(at(root, {"a/b"}).pointer() == "/a~1b");
    CHECK((*at(root, {"a/b"}).children().begin()).pointer() == "/a~1b/0");
    auto second = ++at(root, {"a/b"}).children().begin();
    CHECK((*second).pointer() == "/a~1b/1");
    auto deep = at(*second, {"m~n"}).children().begin();
    CHECK((*++deep).pointer() == "/a~1b/1/m~0n/1");
    CHECK(at(root, {"预算", "年"}).pointer() == "/预算/年");
    CHECK(at(root, {"cd"}).pointer() == "/cd");
}

TEST_CASE("a place is counted in characters, and lines end in LF, CR LF or CR") {
    const JsonDocument document = parsed("{\"年度\":\t1,\r\n \"é\": 2,\n\n\"😀\":3,\r\"x\":4}");
    const Json root = document.root();
    CHECK(root.place() == Place{1, 1});
    CHECK(at(root, {"年度"}).place() == Place{1, 8});
    CHECK(at(root, {"é"}).place() == Place{2, 7});
    CHECK(document.place(at(root, {"é"}).key_offset()) == Place{2, 2});
    CHECK(at(root, {"😀"}).place() == Place{4, 5});
    CHECK(at(root, {"x"}).place() == Place{5, 5});
    CHECK(document.place(1'000'000) == Place{5, 7});
}

TEST_CASE("a byte of a decoded string has its place in the text") {
    const JsonDocument document =
        parsed(R"({"plain": "a + b", "e": "é\u0041\n\ud83d\ude00\u7b97z"})");
    const Json plain = at(document.root(), {"plain"});
    CHECK(document.text().substr(plain.offset_of(4)) ==
          R"(b", "e": "é\u0041\n\ud83d\ude00\u7b97z"})");
    const Json escaped = at(document.root(), {"e"});
    REQUIRE(escaped.text() == "éA\n😀算z");
    CHECK(document.text().substr(escaped.offset_of(0)).starts_with("é\\u0041"));
    CHECK(document.text().substr(escaped.offset_of(2)).starts_with("\\u0041"));
    CHECK(document.text().substr(escaped.offset_of(3)).starts_with("\\n"));
    CHECK(document.text().substr(escaped.offset_of(4)).starts_with("\\ud83d"));
    CHECK(document.text().substr(escaped.offset_of(8)).starts_with("\\u7b97"));
    CHECK(document.text().substr(escaped.offset_of(11)) == "z\"}");
    CHECK(document.text().substr(escaped.offset_of(12)) == "\"}");
    CHECK(document.text().substr(escaped.offset_of(99)) == "\"}");
}

TEST_CASE("a document outlives the text that it was read from, and a value a moved document") {
    std::string text = R"(["a\nb", "c"])";
    JsonDocument first = parsed(text);
    const Json value = *first.root().children().begin();
    text.assign(text.size(), '?');
    const JsonDocument second = std::move(first);
    CHECK(value.text() == "a\nb");
    CHECK(second.root().size() == 2);
}

TEST_CASE("documents that are one value") {
    CHECK(parsed("0").root().text() == "0");
    CHECK(parsed(" \"\" ").root().text() == "");
    CHECK(parsed("\ntrue").root().place() == Place{2, 1});
    CHECK(parsed("[]").root().size() == 0);
}

TEST_CASE("kinds have names") {
    CHECK(described(parsed("null").root().kind()).en == "null");
    CHECK(described(parsed("true").root().kind()).en == "a boolean");
    CHECK(described(parsed("1").root().kind()).en == "a number");
    CHECK(described(parsed("\"\"").root().kind()).en == "a string");
    CHECK(described(parsed("[]").root().kind()).en == "a list");
    CHECK(described(parsed("{}").root().kind()).en == "an object");
    CHECK(described(parsed("{}").root().kind()).zh == "对象");
}
