// SPDX-License-Identifier: Apache-2.0
#include "base/text/width.hpp"

#include <doctest/doctest.h>

using namespace heng;

TEST_CASE("width: a Chinese character takes two cells") {
    CHECK(detail::text::cells("") == 0);
    CHECK(detail::text::cells("abc") == 3);
    CHECK(detail::text::cells("衡 a") == 4);
    CHECK(detail::text::cells("（１）") == 6);
    CHECK(detail::text::pad_right("衡", 4) == "衡  ");
    CHECK(detail::text::pad_left("衡", 4) == "  衡");
    CHECK(detail::text::pad_left("衡衡衡", 4) == "衡衡衡");
}

TEST_CASE("width: nothing that steers a terminal is shown") {
    CHECK(detail::text::printable("预算 a|b") == "预算 a|b");
    CHECK(detail::text::printable("\x1b[31m") == "\uFFFD[31m");
    CHECK(detail::text::printable("a\nb\t\x7f") == "a\uFFFDb\uFFFD\uFFFD");
    CHECK(detail::text::printable("\xC2\x9B") == "\uFFFD");
    CHECK(detail::text::printable("\u202E\u2028") == "\uFFFD\uFFFD");
    CHECK(detail::text::printable("\xFF") == "\uFFFD");
}
