// SPDX-License-Identifier: Apache-2.0
//
// What is said of a text that is no JSON, and where.
#include "base/json/json.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

using namespace heng;
using namespace heng::detail::base;
using namespace heng::detail::json;

namespace {

struct Malformed {
    std::string_view text;
    std::string_view code;
    std::size_t line;
    std::size_t column;
    std::string_view pointer;
    std::string_view said; ///< the message, or how it begins
};

const std::vector<Malformed>& malformed() {
    static const std::vector<Malformed> table{
        {"", "json.empty", 1, 1, "", "the document is empty"},
        {" \n\t ", "json.empty", 1, 1, "", "the document is empty"},
        {"{", "json.syntax", 1, 2, "",
         "the text ends inside the object that begins at line 1, column 1"},
        {"{\"a\"", "json.syntax", 1, 5, "/a", "the text ends after a key"},
        {"{\"a\":", "json.syntax", 1, 6, "/a", "the text ends after a key"},
        {"{\"a\": ", "json.syntax", 1, 7, "/a", "the text ends after a key"},
        {"{\"a\": 1", "json.syntax", 1, 8, "", "the text ends inside the object"},
        {"{\"a\": 1,", "json.syntax", 1, 9, "", "the text ends inside the object"},
        {"[", "json.syntax", 1, 2, "",
         "the text ends inside the list that begins at line 1, column 1"},
        {"[1, [2,\n 3", "json.syntax", 2, 3, "/1",
         "the text ends inside the list that begins at line 1, column 5"},
        {"{\"名\": \"年", "json.syntax", 1, 9, "/名",
         "the text ends inside the string that begins at line 1, column 7"},
        {"{\"a\": \"x\\", "json.syntax", 1, 10, "/a", "the text ends inside the string"},
        {"{\"a\": \"x\\u4e", "json.syntax", 1, 13, "/a", "the text ends inside the string"},
        {"{\"a\": tru", "json.syntax", 1, 10, "/a", "the text ends inside the word true"},
        {"[nul", "json.syntax", 1, 5, "/0", "the text ends inside the word null"},
        {"[fals", "json.syntax", 1, 6, "/0", "the text ends inside the word false"},
        {"[-", "json.syntax", 1, 3, "/0", "the text ends inside a number"},
        {"[1.", "json.syntax", 1, 4, "/0", "the text ends inside a number"},
        {"[1e+", "json.syntax", 1, 5, "/0", "the text ends inside a number"},
        {"{\"ab", "json.syntax", 1, 5, "", "the text ends inside the string"},
        {"}", "json.syntax", 1, 1, "", "found \"}\" where a value is expected"},
        {"@", "json.syntax", 1, 1, "", "found \"@\" where a value is expected"},
        {"hello", "json.syntax", 1, 1, "", "found the word hello"},
        {"{\"a\": 1,}", "json.syntax", 1, 9, "", "found \"}\" after a comma"},
        {"{\"a\": 1,\r\n}", "json.syntax", 2, 1, "", "found \"}\" after a comma"},
        {"[1, 2, ]", "json.syntax", 1, 8, "/2", "found \"]\" where a value is expected"},
        {"[,1]", "json.syntax", 1, 2, "/0", "found \",\" where a value is expected"},
        {"[1,,2]", "json.syntax", 1, 4, "/1", "found \",\" where a value is expected"},
        {"{,}", "json.syntax", 1, 2, "", "found \",\" where a key is expected"},
        {"{\"a\": 1 \"b\": 2}", "json.syntax", 1, 9, "",
         "found a double quote where \",\" or \"}\" is expected"},
        {"[1 2]", "json.syntax", 1, 4, "", "found \"2\" where \",\" or \"]\" is expected"},
        {"[1}", "json.syntax", 1, 3, "", "found \"}\" where \",\" or \"]\" is expected"},
        {"{\"a\": [1, 2}", "json.syntax", 1, 12, "/a",
         "found \"}\" where \",\" or \"]\" is expected"},
        {"{\"a\": 1]", "json.syntax", 1, 8, "", "found \"]\" where \",\" or \"}\" is expected"},
        {"[\"a\": 1]", "json.syntax", 1, 5, "", "found \":\" where \",\" or \"]\" is expected"},
        {"{\"a\": 1;}", "json.syntax", 1, 8, "", "found \";\" where \",\" or \"}\" is expected"},
        {"{\"a\" 1}", "json.syntax", 1, 6, "/a", "found \"1\" after a key"},
        {"{\"a\" = 1}", "json.syntax", 1, 6, "/a", "found \"=\" after a key"},
        {"{\"a\": }", "json.syntax", 1, 7, "/a", "found \"}\" where a value is expected"},
        {"{'a': 1}", "json.syntax", 1, 2, "", "found a single quote where a key is expected"},
        {"{\"a\": 'b'}", "json.syntax", 1, 7, "/a",
         "found a single quote where a value is expected"},
        {"{a: 1}", "json.syntax", 1, 2, "", "the key a has no quotes"},
        {"{1: 1}", "json.syntax", 1, 2, "", "the key 1 has no quotes"},
        {"{\"a\": NaN}", "json.syntax", 1, 7, "/a", "JSON has no NaN"},
        {"{\"a\": Infinity}", "json.syntax", 1, 7, "/a", "JSON has no Infinity"},
        {"{\"a\": -Infinity}", "json.syntax", 1, 8, "/a",
         "a digit must follow the minus sign, found \"I\""},
        {"[True]", "json.syntax", 1, 2, "/0", "JSON has no True"},
        {"[0, None]", "json.syntax", 1, 5, "/1", "JSON has no None"},
        {"[undefined]", "json.syntax", 1, 2, "/0", "JSON has no undefined"},
        {"[tru]", "json.syntax", 1, 5, "/0", "found the word tru"},
        {"[none]", "json.syntax", 1, 3, "/0", "found the word none"},
        {"[truex]", "json.syntax", 1, 6, "", "found \"x\" where \",\" or \"]\" is expected"},
        {"{\"a\": 1, // note\n \"b\": 2}", "json.syntax", 1, 10, "", "JSON has no comments"},
        {"{\"a\": 1 /* note */}", "json.syntax", 1, 9, "", "JSON has no comments"},
        {"// note\n{}", "json.syntax", 1, 1, "", "JSON has no comments"},
        {"{# note\n}", "json.syntax", 1, 2, "", "found \"#\" where a key is expected"},
        {"[01]", "json.syntax", 1, 3, "", "a number does not begin with 0"},
        {"[-07]", "json.syntax", 1, 4, "", "a number does not begin with 0"},
        {"{\"金额\": 00}", "json.syntax", 1, 9, "", "a number does not begin with 0"},
        {"[1.]", "json.syntax", 1, 4, "/0", "a digit must follow the decimal point, found \"]\""},
        {"[.5]", "json.syntax", 1, 2, "/0", "a number does not begin with a point"},
        {"[+1]", "json.syntax", 1, 2, "/0", "a number does not begin with a plus sign"},
        {"[1e]", "json.syntax", 1, 4, "/0",
         "a digit must follow the e of an exponent, found \"]\""},
        {"[1e+x]", "json.syntax", 1, 5, "/0",
         "a digit must follow the e of an exponent, found \"x\""},
        {"[1.2.3]", "json.syntax", 1, 5, "", "a number has only one decimal point"},
        {"[1x2]", "json.syntax", 1, 3, "", "found \"x\" inside a number"},
        {"[0x10]", "json.syntax", 1, 3, "", "found \"x\" inside a number"},
        {"[1_000]", "json.syntax", 1, 3, "", "found \"_\" inside a number"},
        {"[12%]", "json.syntax", 1, 4, "", "found \"%\" where \",\" or \"]\" is expected"},
        {"[12万]", "json.syntax", 1, 4, "",
         "found \"万\" (U+4E07) where \",\" or \"]\" is expected"},
        {"{\"a\": 527,470.55}", "json.syntax", 1, 11, "", "found a digit where a key is expected"},
        {"[--1]", "json.syntax", 1, 3, "/0", "a digit must follow the minus sign, found \"-\""},
        {"{} {}", "json.syntax", 1, 4, "", "found \"{\" after the end of the document"},
        {"{}\n\nx", "json.syntax", 3, 1, "", "found \"x\" after the end of the document"},
        {"1 2", "json.syntax", 1, 3, "", "found \"2\" after the end of the document"},
        {"1x", "json.syntax", 1, 2, "", "found \"x\" inside a number"},
        {"[],", "json.syntax", 1, 3, "", "found \",\" after the end of the document"},
        {"{\"a\": \"x\ny\"}", "json.syntax", 1, 9, "/a", "a line ends inside a string"},
        {"{\"a\": \"x\r\ny\"}", "json.syntax", 1, 9, "/a", "a line ends inside a string"},
        {"[\"x\ty\"]", "json.syntax", 1, 4, "/0", "a tab stands inside a string"},
        {"[\"x\033y\"]", "json.syntax", 1, 4, "/0",
         "found a control character (U+001B) inside a string"},
        {"[\"x\\q\"]", "json.syntax", 1, 4, "/0", "a backslash stands before what is no escape"},
        {"[\"C:\\数据\"]", "json.syntax", 1, 5, "/0",
         "a backslash stands before what is no escape"},
        {"[\"x\\u12G4\"]", "json.syntax", 1, 4, "/0", "four hexadecimal digits must follow \\u"},
        {"[\"\\u\"]", "json.syntax", 1, 3, "/0", "four hexadecimal digits must follow \\u"},
        {"[\001]", "json.syntax", 1, 2, "/0",
         "found a control character (U+0001) where a value is expected"},
        {"{\"a\": “b”}", "json.syntax", 1, 7, "/a",
         "found \"“\" (U+201C), which is not a character of JSON"},
        {"{“a”: 1}", "json.syntax", 1, 2, "",
         "found \"“\" (U+201C), which is not a character of JSON"},
        {"{\"预算\"：1}", "json.syntax", 1, 6, "/预算",
         "found \"：\" (U+FF1A), which is not a character of JSON"},
        {"{\"预算\": \"执行率\"，\"b\": 2}", "json.syntax", 1, 13, "",
         "found \"，\" (U+FF0C), which is not a character of JSON"},
        {"[1、2]", "json.syntax", 1, 3, "",
         "found \"、\" (U+3001), which is not a character of JSON"},
        {"[１２]", "json.syntax", 1, 2, "/0",
         "found \"１\" (U+FF11), which is not a character of JSON"},
        {"{\"a\": [1]｝", "json.syntax", 1, 10, "",
         "found \"｝\" (U+FF5D), which is not a character of JSON"},
        {"{\"😀😀\": ！}", "json.syntax", 1, 8, "/😀😀",
         "found \"！\" (U+FF01), which is not a character of JSON"},
        {"[预算]", "json.syntax", 1, 2, "/0", "found \"预\" (U+9884) where a value is expected"},
        {"[\u00A01]", "json.syntax", 1, 2, "/0",
         "found \"\u00A0\" (U+00A0) where a value is expected"},
        {"{\"é\": {\r\n  \"年\": [1,\r\n    x]}}", "json.syntax", 3, 5, "/é/年/1",
         "found the word x"},
        {"{\r\"a\": 1,\r\"b\": x}", "json.syntax", 3, 6, "/b", "found the word x"},
        {"[\"算\\ud800\"]", "json.utf8", 1, 4, "/0", "half of a surrogate pair"},
        {"[\"\\ud800\\u0041\"]", "json.utf8", 1, 3, "/0", "half of a surrogate pair"},
        {"[\"\\udc00\"]", "json.utf8", 1, 3, "/0", "half of a surrogate pair"},
        {"[\"\\ud83d\\ude00\\ud83d x\"]", "json.utf8", 1, 15, "/0", "half of a surrogate pair"},
        {"\xEF\xBB\xBF"
         "{}",
         "json.byte-order-mark", 1, 1, "", "byte order mark"},
        {"[1, \"a\\u0000b\"]", "json.nul", 1, 5, "/1", "the string has a NUL character"},
        {"{\"\\u0000\": 1}", "json.nul", 1, 2, "", "the string has a NUL character"},
        {"{\"a\": 1, \"b\": 2, \"a\": 3}", "json.duplicate-key", 1, 18, "/a",
         "the key \"a\" stands twice in one object; first at line 1, column 2"},
        {"{\"a\": 1,\n \"b\": {\"c\": 1, \"d\": 2, \"c\": 3}}", "json.duplicate-key", 2, 24, "/b/c",
         "the key \"c\" stands twice in one object; first at line 2, column 8"},
        {"{\"年\": 1, \"\\u5e74\": 2}", "json.duplicate-key", 1, 10, "/年",
         "the key \"年\" stands twice"},
        {"{\"\": 1, \"\": 2}", "json.duplicate-key", 1, 9, "/", "the key \"\" stands twice"},
    };
    return table;
}

Error error_of(std::string_view text) {
    const Result<JsonDocument> read = JsonDocument::parse(text, Limits{});
    REQUIRE_FALSE(read.has_value());
    return read.error();
}

} // namespace

TEST_CASE("each mistake has its code, place, pointer and sentence") {
    CHECK(malformed().size() > 100);
    for (const Malformed& row : malformed()) {
        CAPTURE(row.text);
        const Error error = error_of(row.text);
        CHECK(error.code == row.code);
        CHECK(error.place == Place{row.line, row.column});
        CHECK(error.pointer == std::string{row.pointer});
        CHECK(error.message.find(row.said) != std::string::npos);
        CHECK_FALSE(error.hint.empty());
        CHECK(error.status == Status::syntax_error);
        CHECK(error.others.empty());
    }
}

TEST_CASE("each mistake is told the same inside a larger document") {
    for (const Malformed& row : malformed()) {
        if (row.code == "json.empty" || row.code == "json.byte-order-mark" ||
            error_of(row.text).message.find("the document") != std::string::npos ||
            row.text == "1x") {
            continue; // these are about the whole document
        }
        CAPTURE(row.text);
        const Error error = error_of("{\"前\": true,\r\n\"后\":\n" + std::string{row.text});
        CHECK(error.code == row.code);
        CHECK(error.place == Place{row.line + 2, row.column});
        CHECK(error.pointer == "/后" + std::string{row.pointer});
    }
}

TEST_CASE("hints say what to write") {
    CHECK(error_of("[1, 2, ]").hint == "write a value, or leave out the comma before it");
    CHECK(error_of("{\"a\": 1,}").hint == "leave out the comma before it");
    CHECK(error_of("{\"a\": 1,000}").hint == "write numbers without separators: 1000, not 1,000");
    CHECK(error_of("[True]").hint == "write true");
    CHECK(error_of("[tru]").hint == "write true");
    CHECK(error_of("[.5]").hint == "write a 0 before the point");
    CHECK(error_of("{a: 1}").hint == "put keys in double quotes: \"a\"");
    CHECK(error_of("[1，2]").hint == "write an ASCII \",\"");
    CHECK(error_of("[“a”]").hint == "write an ASCII double quote");
    CHECK(error_of("{\"a\" 1}").hint == "write a colon between a key and its value");
    CHECK(error_of("[1 2]").hint == "write a comma before it");
    CHECK(error_of("[1}").hint == "close the list with \"]\"");
    CHECK(error_of("[1").hint == "close it with \"]\", or restore the part that is missing");
}

TEST_CASE("bytes that are no UTF-8") {
    struct Row {
        std::string text;
        std::string_view code;
        std::size_t line;
        std::size_t column;
    };
    const std::vector<Row> table{
        {"[\"\xFF\"]", "json.utf8", 1, 3},
        {"[\"年\xE9\xA2\"]", "json.utf8", 1, 4},
        {"[\"年\xE9\xA2", "json.utf8", 1, 4},
        {"[1,\n\"\xC0\xAF\"]", "json.utf8", 2, 2},
        {"[\"\xED\xA0\x80\"]", "json.utf8", 1, 3},
        {"[\"\xF4\x90\x80\x80\"]", "json.utf8", 1, 3},
        {"{\"\xB2\xBF\": 1}", "json.utf8", 1, 3},
        {"[1, \xB2\xBF]", "json.utf8", 1, 5},
        {"\xFF\xFE{", "json.utf8", 1, 1},
        {"\xFE\xFF{", "json.utf8", 1, 1},
        {std::string{"[\"a\0b\"]", 7}, "json.nul", 1, 4},
        {std::string{"[1]\0", 4}, "json.nul", 1, 4},
        {std::string{"{\0\"", 3}, "json.nul", 1, 2},
    };
    for (const Row& row : table) {
        CAPTURE(row.text);
        const Error error = error_of(row.text);
        CHECK(error.code == row.code);
        CHECK(error.place == Place{row.line, row.column});
    }
    CHECK(error_of("\xFF\xFE{").message == "the text is UTF-16");
}
