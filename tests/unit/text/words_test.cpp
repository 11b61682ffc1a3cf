// SPDX-License-Identifier: Apache-2.0
#include "text/words.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace heng::text;

TEST_CASE("a sentence is filled in both languages") {
    constexpr Sentence due{"{0} where {1} is due", "此处应为{1}，现为{0}"};
    constexpr Sentence money{"money", "金额"};
    CHECK(due("3", money()) == Words{"3 where money is due", "此处应为金额，现为3"});
    CHECK(due(std::string{"a"}, std::string_view{"b"}).en == "a where b is due");
    CHECK(due("{1}", "{0}").en == "{1} where {0} is due"); // a blank is not filled again
}

TEST_CASE("what is no blank stays as it is") {
    constexpr Sentence plain{"{} {9} {a} {0", "{2}"};
    CHECK(plain("x").en == "{} {9} {a} {0");
    CHECK(plain("x").zh == "{2}");
    CHECK(plain().zh == "{2}");
    CHECK(Words{}.empty());
}
