// SPDX-License-Identifier: Apache-2.0
#include "base/text/messages.hpp"

#include <heng/result.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace heng::detail::text;

TEST_CASE("a sentence is filled in both languages") {
    constexpr Sentence due{"{0} where {1} is due", "此处应为{1}，现为{0}"};
    constexpr Sentence money{"money", "金额"};
    CHECK(due("3", money()) == Words{"3 where money is due", "此处应为金额，现为3"});
    CHECK(due(std::string{"a"}, std::string_view{"b"}).en == "a where b is due");
    CHECK(due("{1}", "{0}").en == "{1} where {0} is due"); // a blank is not filled again
}

TEST_CASE("one thing is not several") {
    constexpr Sentence lost{"{0} point{s} lost", "失{0}分"};
    for (const char* one : {"1", "−1", "≈1", "all 1", "1 percentage"}) {
        CHECK(lost(one).en == std::string{one} + " point lost");
    }
    for (const char* several :
         {"0", "0.1", "1.0", "11", "21", "1,001", "2/1", "1%", "", "x"}) {
        CHECK(lost(several).en == std::string{several} + " points lost");
    }
    CHECK(lost("1").zh == "失1分");
    constexpr Sentence counts{"{0} fact{s} of {1} unit{s}", "{1}个单位的{0}项"};
    CHECK(counts("1", "2").en == "1 fact of 2 units");
    CHECK(counts("2", "1").en == "2 facts of 1 unit");
}

TEST_CASE("what is no blank stays as it is") {
    constexpr Sentence plain{"{} {9} {a} {0", "{9}{}"};
    CHECK(plain("x").en == "{} {9} {a} {0");
    CHECK(plain("x").zh == "{9}{}");
    CHECK(Words{}.empty());
}

TEST_CASE("words join in both languages") {
    constexpr Sentence money{"money", "金额"};
    constexpr Sentence is{"{0} is", "{0}是"};
    CHECK(is(money) == Words{"money is", "金额是"});
    CHECK(is(money) + same(" 3") == Words{"money is 3", "金额是 3"});
    CHECK(listed(std::vector<std::string>{"a", "b"}) == Words{"a, b", "a、b"});
    CHECK(spoken(money, heng::Language::zh) == "金额");
    CHECK(spoken(money, heng::Language::en) == "money");
}

TEST_CASE("a question is asked only where there is a name") {
    CHECK(question("").empty());
    CHECK(question("captain").en == "did you mean \"captain\"?");
    CHECK(question("captain").zh == "是否想写“captain”？");
}

TEST_CASE("an error has both languages") {
    constexpr Sentence gone{"{0} is gone", "{0}不在了"};
    heng::Error error = error_of(heng::Status::not_found, "a.b", gone("x"), same("y"));
    error.others.push_back(error_of(heng::Status::not_found, "a.c", gone("z")));
    CHECK(error.message == "x is gone");
    const heng::Error chinese = heng::in_language(error, heng::Language::zh);
    CHECK(chinese.message == "x不在了");
    CHECK(chinese.hint == "y");
    CHECK(chinese.others[0].message == "z不在了");
    CHECK(heng::in_language(chinese, heng::Language::en).message == "x is gone");
    CHECK(heng::in_language(heng::Error{.message = "only"}, heng::Language::zh).message == "only");
}
