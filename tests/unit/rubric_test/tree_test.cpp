// SPDX-License-Identifier: Apache-2.0
#include "rubric_test/tree.hpp"

#include <doctest/doctest.h>

using namespace heng;
using detail::json::JsonDocument;
using detail::rubric_test::Tree;

namespace {

JsonDocument json(std::string_view text) {
    auto parsed = JsonDocument::parse(text, Limits{});
    REQUIRE(parsed.has_value());
    return *parsed;
}

std::string merged(std::string_view target, std::string_view patch) {
    Tree tree = Tree::of(json(target).root());
    tree.merge(json(patch).root());
    return std::string{tree.document().text()};
}

} // namespace

TEST_CASE("tree: what is read is written, numbers as they stand") {
    for (const char* text :
         {R"({"a":[1.50,"x\n",null,true,{}],"b":{"c":1e2}})", "[]", "3", "null"}) {
        CHECK(Tree::of(json(text).root()).document().text() == text);
    }
}

TEST_CASE("tree: merging is that of RFC 7386, appendix A") {
    const char* table[][3] = {
        {R"({"a":"b"})", R"({"a":"c"})", R"({"a":"c"})"},
        {R"({"a":"b"})", R"({"b":"c"})", R"({"a":"b","b":"c"})"},
        {R"({"a":"b"})", R"({"a":null})", R"({})"},
        {R"({"a":"b","b":"c"})", R"({"a":null})", R"({"b":"c"})"},
        {R"({"a":["b"]})", R"({"a":"c"})", R"({"a":"c"})"},
        {R"({"a":"c"})", R"({"a":["b"]})", R"({"a":["b"]})"},
        {R"({"a":{"b":"c"}})", R"({"a":{"b":"d","c":null}})", R"({"a":{"b":"d"}})"},
        {R"({"a":[{"b":"c"}]})", R"({"a":[1]})", R"({"a":[1]})"},
        {R"(["a","b"])", R"(["c","d"])", R"(["c","d"])"},
        {R"({"a":"b"})", R"(["c"])", R"(["c"])"},
        {R"({"a":"foo"})", "null", "null"},
        {R"({"e":null})", R"({"a":1})", R"({"e":null,"a":1})"},
        {R"([1,2])", R"({"a":"b","c":null})", R"({"a":"b"})"},
        {R"({})", R"({"a":{"bb":{"ccc":null}}})", R"({"a":{"bb":{}}})"},
    };
    for (const auto& row : table) {
        INFO(row[0] << " with " << row[1]);
        CHECK(merged(row[0], row[1]) == row[2]);
    }
}

TEST_CASE("tree: places are found by key and number, and made where there are none") {
    Tree tree = Tree::of(json(R"({"a":[{"x":1},{"x":2}],"s":"t"})").root());
    tree.place({"a", "1", "x"}) = Tree::string("9");
    tree.place({"a", "2"}) = Tree::string("new");
    tree.place({"s", "deep"}) = Tree::string("d");
    CHECK(tree.document().text() == R"({"a":[{"x":1},{"x":"9"},"new"],"s":{"deep":"d"}})");
    tree.remove({"a", "0"});
    tree.remove({"s", "deep"});
    tree.remove({"nowhere", "at", "all"});
    CHECK(tree.document().text() == R"({"a":[{"x":"9"},"new"],"s":{}})");
}
