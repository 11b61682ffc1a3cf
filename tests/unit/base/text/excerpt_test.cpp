// SPDX-License-Identifier: Apache-2.0
#include "base/text/excerpt.hpp"
#include "base/text/width.hpp"

#include <doctest/doctest.h>

#include <string>

using heng::detail::text::cells;
using heng::detail::text::excerpt;
using heng::detail::text::excerpt_width;

TEST_CASE("the line of a place, and a mark below it") {
    CHECK(excerpt("a\nbc def\ng", 5, 3) == "bc def\n   ^~~");
    CHECK(excerpt("a\nbc def\ng", 2) == "bc def\n^");
    CHECK(excerpt("abc", 3) == "abc\n   ^");
    CHECK(excerpt("abc", 99, 5) == "abc\n   ^");
    CHECK(excerpt("a\r\nb\rc", 3) == "b\n^");
    CHECK(excerpt("ab\ncd", 1, 4) == "ab\n ^"); // no further than the line
    CHECK(excerpt("ab\n", 2) == "ab\n  ^");
}

TEST_CASE("indentation is left out, and a line without anything is not shown") {
    CHECK(excerpt("    x = 1", 6) == "x = 1\n  ^");
    CHECK(excerpt("    x", 2) == "  x\n^");
    CHECK(excerpt("", 0) == "");
    CHECK(excerpt("a\n\n", 2) == "");
    CHECK(excerpt("a\n  \t\nb", 4) == "");
}

TEST_CASE("columns are cells of a terminal") {
    CHECK(excerpt("预算执行 x", 13, 1) == "预算执行 x\n         ^");
    CHECK(excerpt("预算执行", 6, 6) == "预算执行\n    ^~~~");
    CHECK(excerpt("a\tb", 2) == "a b\n  ^");
    CHECK(excerpt("a\x1B[2Jb", 5) == "a\uFFFD[2Jb\n     ^");
    CHECK(excerpt("a\xFF\xFE\x80z", 4) == "a\uFFFD\uFFFD\uFFFDz\n    ^");
}

TEST_CASE("a long line is cut around the place") {
    for (const std::string unit : {"x", "预", "\xFF", "a预"}) {
        std::string line;
        while (line.size() < 100'000) {
            line += unit;
        }
        for (const std::size_t at : {std::size_t{0}, 10 * unit.size(), 500 * unit.size(),
                                     line.size() - unit.size(), line.size()}) {
            for (const std::size_t length : {std::size_t{0}, unit.size(), line.size()}) {
                const std::string shown = excerpt(line, at, length);
                const std::size_t end = shown.find('\n');
                REQUIRE(end != std::string::npos);
                const std::string top = shown.substr(0, end);
                const std::string mark = shown.substr(end + 1);
                CAPTURE(shown);
                CHECK(cells(top) <= excerpt_width);
                CHECK(cells(top) >= excerpt_width / 2 - 3);
                CHECK(mark.find('^') <= cells(top));
                CHECK(mark.size() <= excerpt_width + 1);
                CHECK(top.starts_with("…") == (at > 40 * unit.size()));
            }
        }
    }
    const std::string line = std::string(200, 'x') + "HERE" + std::string(200, 'y');
    CHECK(excerpt(line, 200, 4) == "…" + std::string(34, 'x') + "HERE" + std::string(36, 'y') +
                                       "…\n" + std::string(35, ' ') + "^~~~");
}
