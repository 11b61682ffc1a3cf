// SPDX-License-Identifier: Apache-2.0
#include "feel/lexer.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using namespace heng::detail::feel;

namespace {

/// The tokens' texts with a bar between them; a fault as "!MESSAGE".
std::string tokens(std::string_view text) {
    const auto found = tokenize(text);
    if (!found) {
        return "!" + found.error().message.en;
    }
    std::string shown;
    for (const Token& token : *found) {
        shown += token.kind == TokenKind::end ? "" : std::string{token.raw} + '|';
    }
    return shown;
}

TokenKind first_kind(std::string_view text) {
    return tokenize(text)->front().kind;
}

std::string decoded(std::string_view text) {
    const auto found = tokenize(text);
    return found ? found->front().text : "!" + found.error().message.en;
}

} // namespace

TEST_CASE("words, numbers and signs are told apart") {
    CHECK(tokens("") == "");
    CHECK(tokens(" a+ b ") == "a|+|b|");
    CHECK(tokens("1..n") == "1|..|n|");
    CHECK(tokens("1.5..2") == "1.5|..|2|");
    CHECK(tokens(".5e-3") == ".5e-3|");
    CHECK(tokens("1e") == "1|e|");
    CHECK(tokens("2**-3") == "2|**|-|3|");
    CHECK(tokens("a<=b!=c") == "a|<=|b|!=|c|");
    CHECK(tokens("预算.执行") == "预算|.|执行|");
    CHECK(tokens("?>0") == "?|>|0|");
    CHECK(tokens("🐎 x́") == "🐎|x́|");
}

TEST_CASE("what FEEL has no use for is one odd token") {
    for (const std::string_view text : {"==", "&&", "||", "<>", "%", "（", "，", "“", "!", "'"}) {
        CAPTURE(text);
        CHECK(first_kind(text) == TokenKind::odd);
        CHECK(tokens(text) == std::string{text} + '|');
    }
}

TEST_CASE("white space and comments are skipped and remembered") {
    CHECK(tokens("a // note\n+ /* more\n */ b") == "a|+|b|");
    CHECK(tokens("a　b") == "a|b|"); // an ideographic space
    CHECK(tokens("/* no end") == "!the comment that starts here does not end");
    const auto spaced = tokenize("a/**/b c");
    CHECK(!spaced->at(0).space_before);
    CHECK(spaced->at(1).space_before);
    CHECK(spaced->at(2).span == Span{7, 1});
}

TEST_CASE("texts and their escapes") {
    CHECK(decoded(R"("a b")") == "a b");
    CHECK(decoded(R"("\"\\\n\t\r")") == "\"\\\n\t\r");
    CHECK(decoded(R"("\u4E07\u5143")") == "万元");
    CHECK(decoded(R"("\U01F40E\uD83D\uDC0E")") == "🐎🐎");
    CHECK(decoded(R"("\d+")") == R"(\d+)"); // before any other letter the sign is itself
    CHECK(decoded("\"横綱\"") == "横綱");
    CHECK(decoded(R"("\u12")") == "!the escape is not the number of a character");
    CHECK(decoded(R"("\uD83D")") == "!the escape is not the number of a character");
    CHECK(decoded(R"("\uD83D\u0041")") == "!the escape is not the number of a character");
    CHECK(decoded(R"("\UFFFFFF")") == "!the escape is not the number of a character");
}

TEST_CASE("texts that do not end, and bytes that are not UTF-8") {
    const std::string open = "!the text that starts here does not end on its line";
    CHECK(decoded("\"abc") == open);
    CHECK(decoded("\"a\nb\"") == open);
    CHECK(decoded("\"\\") == open);
    CHECK(tokens("a \xFF") == "!the text is not valid UTF-8 here");
    CHECK(decoded("\"\xC0\x80\"") == "!the text is not valid UTF-8 here");
    CHECK(tokenize("ab\xFF").error().offset == 2);
}

TEST_CASE("NUL stands nowhere, written or escaped") {
    using namespace std::string_view_literals;
    const std::string nul = "!the character NUL (U+0000) can't stand in an expression";
    for (const std::string_view text : {"\0"sv, "1\0+2"sv, "\"a\0\""sv, "1 // \0"sv, "1 /* \0"sv,
                                        R"("\u0000")"sv, R"("\U000000")"sv}) {
        CAPTURE(text);
        CHECK(tokens(text) == nul);
    }
    CHECK(tokenize("1 + \0"sv).error().offset == 4);
    const auto escape = tokenize(R"("a\u0000b")");
    CHECK(escape.error().offset == 2);
    CHECK(escape.error().length == 6);
    CHECK(decoded(R"("\u0001")") == "\x01");
}

TEST_CASE("a text longer than 64 KiB is refused") {
    CHECK(tokenize(std::string(65'536, '1')).has_value());
    CHECK(tokenize(std::string(65'537, '1')).error().code == "limit.exceeded");
}
