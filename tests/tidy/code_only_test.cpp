// SPDX-License-Identifier: Apache-2.0
//
// The tests of the tests: what is code, and where a function ends.
#include "functions.hpp"
#include "source_tree.hpp"

#include <doctest/doctest.h>

using namespace heng::tidy;

namespace {

std::string code_of(std::string_view text) {
    return make_file("a.cpp", text).lines.at(0).code;
}

} // namespace

TEST_CASE("comments and literals are not code") {
    CHECK(code_of("int a; // double") == "int a;          ");
    CHECK(code_of("int /* double */ a;") == "int              a;");
    CHECK(code_of("f(\"a \\\" double\", 'd');") == "f(\"           \", ' ');");
    CHECK(code_of("f(R\"x(double \" )x\", 1'000'000);") == "f(                , 1'000'000);");
}

TEST_CASE("a digit separator is no quote, and a prefix does not make one") {
    CHECK(code_of("f(1'000'000, 'a')") == "f(1'000'000, ' ')");
    CHECK(code_of("f(U'{', u8'}', 0x1'F)") == "f(U' ', u8' ', 0x1'F)");
}

TEST_CASE("a comment may go over lines") {
    const SourceFile file = make_file("a.cpp", "a /* b\nc */ d\n");
    REQUIRE(file.lines.size() == 2);
    CHECK(file.lines[0].code == "a     ");
    CHECK(file.lines[1].code == "     d");
}

TEST_CASE("functions are found with their length, data and classes are not functions") {
    const std::vector<Function> found = functions_of(make_file("a.cpp", R"(
namespace a {
struct B {
    int x = 1;
    constexpr B(int y) : x(y) {}
    bool operator==(const B& other) const {
        if (x == other.x) { return true; }
        return [&] { return false; }();
    }
};
constexpr int data[] = {
    f(1), 2,
};
template <class T>
int g(T t, int u = 3)
{
    return t + u;
}
}
)"));
    REQUIRE(found.size() == 3);
    CHECK(found[0].length() == 1);
    CHECK(found[1].length() == 4);
    CHECK(found[2].length() == 5);
    CHECK(found[2].head.starts_with("template <class T> int g("));
}

TEST_CASE("the tree is read") {
    CHECK(source_tree().size() > 50);
}
