// SPDX-License-Identifier: Apache-2.0
#include "office/expression.hpp"
#include "office/json.hpp"

#include <doctest/doctest.h>

using namespace heng::office;

namespace {

/// The tree in brackets: "(+ a (* b 2))"; "" where there is none.
std::string shown(const Expression& tree) {
    if (tree.parts.empty()) {
        return tree.text;
    }
    std::string text = "(" + tree.sign;
    for (const Expression& part : tree.parts) {
        text += " " + shown(part);
    }
    return text + ")";
}

std::string parsed(std::string_view text) {
    const auto tree = parse_expression(text);
    return tree ? shown(*tree) : "";
}

} // namespace

TEST_CASE("an expression is a tree, tighter signs below") {
    CHECK(parsed("a.b + c*2 - d") == "(- (+ a.b (* c 2)) d)");
    CHECK(parsed("(a + b) / c / d") == "(/ (/ (+ a b) c) d)");
    CHECK(parsed("-a * 2") == "(* (- 0 a) 2)");
    CHECK(parsed("a = 0 and b <= 1 or not(c)") == "(or (and (= a 0) (<= b 1)) (not c))");
    CHECK(parsed("if a > 1 then max(a, b, 0) else 0.5") == "(if (> a 1) (max a b 0) 0.5)");
    CHECK(parsed("预算.年初 / 2") == "(/ 预算.年初 2)");
    CHECK(parsed("order") == "order"); // no "or" in it
}

TEST_CASE("what a spreadsheet is not asked to say is no tree") {
    for (const char* text : {"", "a +", "a ** 2", "f(a)", "a[1]", "for x in y return x", "\"text\"",
                             "1..2", "1.", "2a", "a in [1..2]", "(a", "if a then b",
                             "some x in y satisfies x", "not(a, b)", "a b"}) {
        CAPTURE(text);
        CHECK(parsed(text) == "");
    }
    CHECK(!parse_expression(std::string(1000, '(') + "a" + std::string(1000, ')')));
    CHECK(!parse_expression(std::string(100'000, '-') + "a"));
}

TEST_CASE("documents that libheng accepted are read as they are") {
    const Json json =
        read_json(R"( {"a": {"b": "x\n\"\u4e2d\ud83d\ude00\/"}, "l": [1, -2.5e3, true, null], )"
                  R"("e": {}, "f": []} )");
    CHECK(json.at_path("a.b").text() == "x\n\"中😀/");
    CHECK(json["l"].members.size() == 4);
    CHECK(json["l"].members[1].second.text() == "-2.5e3");
    CHECK(json["l"].members[2].second.is_true());
    CHECK(json["l"].members[3].second.kind == Json::Kind::null);
    CHECK(json["e"].kind == Json::Kind::object);
    CHECK(!json.has("g"));
    CHECK(json.at_path("a.b.c").kind == Json::Kind::none);
    CHECK(quoted("a\"\\\n中") == "\"a\\\"\\\\\\u000a中\"");
    for (const char* broken : {"{\"a\": ", "[1, ", "\"\\", "\"\\u12", "{", "{,,", "]"}) {
        CAPTURE(broken);
        (void)read_json(broken); // reads what there is
    }
}
