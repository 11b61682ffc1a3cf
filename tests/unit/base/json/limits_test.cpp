// SPDX-License-Identifier: Apache-2.0
//
// Limits refuse what costs too much, at once, and let through what is just inside.
#include "base/json/json.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace heng;
using namespace heng::detail::json;

namespace {

std::string repeated(std::string_view part, std::size_t times) {
    std::string text;
    text.reserve(part.size() * times);
    for (std::size_t i = 0; i < times; ++i) {
        text += part;
    }
    return text;
}

/// "ok", or CODE LINE:COLUMN POINTER.
std::string outcome(std::string_view text, const Limits& limits = {}) {
    const Result<JsonDocument> read = JsonDocument::parse(text, limits);
    if (read) {
        return "ok";
    }
    const Error& error = read.error();
    CHECK(error.status == Status::limit_exceeded);
    return error.code + " " + std::to_string(error.place.line) + ":" +
           std::to_string(error.place.column) + " " + error.pointer.value_or("?");
}

} // namespace

TEST_CASE("depth") {
    CHECK(outcome(repeated("[", 64) + repeated("]", 64)) == "ok");
    CHECK(outcome(repeated("{\"a\":", 64) + "1" + repeated("}", 64)) == "ok");
    CHECK(outcome(repeated("[", 65) + repeated("]", 65)) ==
          "limit.depth 1:65 " + repeated("/0", 63));
    CHECK(outcome(repeated("[", 100'000)) == "limit.depth 1:65 " + repeated("/0", 63));
    CHECK(outcome(repeated("[", 1'000'000) + repeated("]", 1'000'000)) ==
          "limit.depth 1:65 " + repeated("/0", 63));
    CHECK(outcome(repeated("{\"a\":", 1'000'000)) == "limit.depth 1:321 " + repeated("/a", 63));

    Limits limits;
    limits.depth = 2;
    CHECK(outcome("[[1], {}]", limits) == "ok");
    CHECK(outcome("[[1], {\"a\":[]}]", limits) == "limit.depth 1:12 /1");
    limits.depth = 0;
    CHECK(outcome("1", limits) == "ok");
    CHECK(outcome("[]", limits) == "limit.depth 1:1 ");
    limits.depth = -1;
    CHECK(outcome("[]", limits) == "limit.depth 1:1 ");
    limits.depth = 2'000'000'000; // 1,000 is granted
    CHECK(outcome(repeated("[", 1000) + repeated("]", 1000), limits) == "ok");
    CHECK(outcome(repeated("[", 1001), limits).starts_with("limit.depth 1:1001 "));
}

TEST_CASE("digits are counted and not converted") {
    const std::string thousand(1000, '7');
    CHECK(outcome("[" + thousand + "]") == "ok");
    CHECK(outcome("[-" + thousand + "]") == "ok");
    CHECK(outcome("[0." + thousand + "]") == "ok");
    CHECK(outcome("[-0." + thousand + "e5]") == "ok");
    CHECK(outcome("{\"a\": " + thousand + "7}") == "limit.digits 1:7 /a");
    CHECK(outcome("[0, 0." + thousand + "0]") == "limit.digits 1:5 /1");
    CHECK(outcome("[1." + thousand + "]") == "limit.digits 1:2 /0");
    CHECK(outcome(std::string(1'000'000, '9')) == "limit.digits 1:1 ");
    CHECK(outcome("[0." + std::string(1'000'000, '0') + "1e5]") == "limit.digits 1:2 /0");
    const auto error = JsonDocument::parse("0." + thousand + "1", Limits{}).error();
    CHECK(error.message == "the number has 1001 digits, more than 1000");

    Limits limits;
    limits.digits = 3;
    CHECK(outcome("[123, 0.123, -12.3, 1e9]", limits) == "ok");
    CHECK(outcome("[1234]", limits) == "limit.digits 1:2 /0");
    limits.digits = -5;
    CHECK(outcome("[1]", limits) == "limit.digits 1:2 /0");
}

TEST_CASE("numbers arrive as they are written, whatever a binary number can hold") {
    for (const std::string number :
         {"1e400", "-1e-400", "1e1000", "1E-1000", "1e+1000", "1e0000000000000000000000001000",
          "123456789012345678901234567890.12345678901234567890", "0.1", "-0", "-0.0e-0",
          "9223372036854775808", "-9223372036854775809", "18446744073709551616",
          "0.000000000000000000000000000000000000001", "4.9406564584124654e-324"}) {
        const auto read = JsonDocument::parse("[" + number + "]", Limits{});
        REQUIRE(read.has_value());
        CHECK((*read->root().children().begin()).text() == number);
    }
}

TEST_CASE("exponents") {
    for (const std::string exponent :
         {"1001", "+1001", "-1001", "999999", "-999999", "2147483647", "2147483648", "-2147483649",
          "99999999999999999999999", "-99999999999999999999999"}) {
        CAPTURE(exponent);
        CHECK(outcome("{\"a\": [1e" + exponent + "]}") == "limit.exponent 1:8 /a/0");
        CHECK(outcome("{\"b\": 0.5E" + exponent + "}") == "limit.exponent 1:7 /b");
    }
    Limits limits;
    limits.exponent = 5;
    CHECK(outcome("[1e5, 1e-5]", limits) == "ok");
    CHECK(outcome("[1e5, 1e-6]", limits) == "limit.exponent 1:7 /1");
}

TEST_CASE("rows") {
    CHECK(outcome("[" + repeated("1,", 99'999) + "1]") == "ok");
    CHECK(outcome("{\"a\": [" + repeated("{},", 100'000) + "{}]}") == "limit.rows 1:7 /a");
    Limits limits;
    limits.rows = 2;
    CHECK(outcome("[[1,2],[3,4]]", limits) == "ok");
    CHECK(outcome("[[1,2],[3,4,5]]", limits) == "limit.rows 1:8 /1");
    CHECK(outcome("{\"a\":1,\"b\":2,\"c\":3}", limits) == "ok");
}

TEST_CASE("a document has no more values than it could say something with") {
    Limits limits;
    limits.rows = 2'000'000;
    limits.bytes = 4'000'000;
    const std::string at_most = "[" + repeated("1,", 999'999) + "1]";
    CHECK(outcome(at_most, limits) == "ok");
    CHECK(outcome("[1," + at_most.substr(1), limits).starts_with("limit.values 1:"));
    limits.bytes = 8'000'000;
    CHECK(outcome("[1," + at_most.substr(1), limits) == "ok");
}

TEST_CASE("bytes") {
    Limits limits;
    limits.bytes = 4;
    CHECK(outcome("[11]", limits) == "ok");
    CHECK(outcome("[111]", limits) == "limit.bytes 0:0 ?");
    CHECK(outcome(std::string(64 * 1024 * 1024 + 1, ' ')) == "limit.bytes 0:0 ?");
}

TEST_CASE("many keys in one object are compared in time") {
    std::string text = "{";
    for (int i = 0; i < 200'000; ++i) {
        text += "\"key" + std::to_string(i) + "\": 1,\n";
    }
    CHECK(outcome(text + "\"last\": 1}") == "ok");
    const auto twice = JsonDocument::parse(text + "\"key7\": 1, \"key5\": 2}", Limits{});
    REQUIRE_FALSE(twice.has_value());
    CHECK(twice.error().code == "json.duplicate-key");
    CHECK(twice.error().place == Place{200'001, 1});
    CHECK(twice.error().message ==
          "the key \"key7\" stands twice in one object; first at line 8, column 1");
}
