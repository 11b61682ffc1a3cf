// SPDX-License-Identifier: Apache-2.0
//
// A document that was written and not parsed is, node by node, the one that its text parses to.
#include "base/json/no_limits.hpp"
#include "base/json/writer.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace heng;
using namespace heng::detail::json;

namespace {

constexpr auto keeps_tree = JsonWriter::Keep::tree;

/// Each value with its kind, text, key, place and pointer, a line each.
std::string walked(Json value) {
    std::string all = std::string{described(value.kind()).en} + ' ' + std::string{value.text()} +
                      ' ' + std::string{value.key()} + ' ' + std::to_string(value.offset()) + ' ' +
                      std::to_string(value.key_offset()) + ' ' + std::to_string(value.size()) +
                      ' ' + std::to_string(value.extent()) + ' ' + value.pointer() + '\n';
    for (const Json child : value.children()) {
        all += walked(child);
    }
    return all;
}

JsonDocument parsed(std::string_view text) {
    return JsonDocument::parse(text, Limits{}).value();
}

const std::vector<std::string> documents = {
    R"({})",
    R"([])",
    R"(null)",
    R"("a")",
    R"(-1.50e2)",
    R"({"a": 1, "b": [true, false, null, "x", -0.5, []], "c": {"d": {"e": "预算\n\"1\" \u0007"}}})",
    R"([[[["deep"]]], {"key \"quoted\" \\": {"\t": ""}}, "\ud83d\ude00", "a\u00e9", "/~"])"};

} // namespace

TEST_CASE("writer: the tree it keeps is that of its text") {
    using Style = JsonWriter::Style;
    for (const Style style : {Style::compact, Style::indented}) {
        for (const std::string& text : documents) {
            JsonWriter json{style, keeps_tree};
            const JsonDocument original = parsed(text);
            const auto made = json.copy(original.root()).document(Limits{});
            INFO(text);
            REQUIRE(made.has_value());
            CHECK(walked(made->root()) == walked(parsed(made->text()).root()));
            JsonWriter plain{style};
            CHECK(plain.copy(original.root()).take() == made->text());
        }
    }
}

TEST_CASE("writer: a text that no document may have is refused where it stands") {
    for (const auto& [text, code] : std::vector<std::pair<std::string, std::string>>{
             {"\xFF", "json.utf8"}, {std::string{"a\0b", 3}, "json.nul"}}) {
        JsonWriter json{JsonWriter::Style::compact, keeps_tree};
        json.begin_object().key("a").begin_array().text("fine\n").text(text).end_array();
        const auto made = json.end_object().document(Limits{});
        REQUIRE_FALSE(made.has_value());
        CHECK(made.error().code == code);
        CHECK(made.error().status == Status::syntax_error);
        CHECK(made.error().pointer == "/a/1");
    }
}

TEST_CASE("writer: the limits of a document hold for what is written") {
    const JsonDocument original = parsed(R"({"a": [[1, 2, 3], []]})");
    const auto refused = [&](const Limits& limits) {
        JsonWriter json{JsonWriter::Style::compact, keeps_tree};
        const auto made = json.copy(original.root()).document(limits);
        const auto read = JsonDocument::parse(original.text(), limits);
        REQUIRE_FALSE(made.has_value());
        REQUIRE_FALSE(read.has_value());
        CHECK(made.error().status == Status::limit_exceeded);
        CHECK(made.error().code == read.error().code);
        CHECK(made.error().pointer == read.error().pointer);
        return made.error().code;
    };
    Limits limits;
    limits.rows = 2;
    CHECK(refused(limits) == "limit.rows");
    limits = {};
    limits.depth = 2;
    CHECK(refused(limits) == "limit.depth");
    limits = {};
    limits.bytes = 10;
    CHECK(refused(limits) == "limit.bytes");
}

TEST_CASE("json: other strings in the place of scalars, and all else byte for byte") {
    const JsonDocument original =
        parsed("{ \"a\" : [1, \"x\\ny\" ,true],\n \"b\":{\"c\": \"d\"} , \"e\":null }");
    const auto list = original.root().find("a")->children();
    std::vector<Json> elements;
    for (const Json each : list) {
        elements.push_back(each);
    }
    const Json inner = *original.root().find("b")->find("c");
    const Json last = *original.root().find("e");
    const JsonDocument changed = original.with(
        {{elements[0], "100%"}, {elements[1], "a \"b\""}, {inner, ""}, {last, "预算"}});
    CHECK(changed.text() == "{ \"a\" : [\"100%\", \"a \\\"b\\\"\" ,true],\n \"b\":{\"c\": \"\"} , "
                            "\"e\":\"预算\" }");
    CHECK(walked(changed.root()) == walked(parsed(changed.text()).root()));
    CHECK(original.with({}).text() == original.text());
}
