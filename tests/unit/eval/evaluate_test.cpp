// SPDX-License-Identifier: Apache-2.0
//
// Evaluating an expression over JSON: values in and out, and the explanation.
#include <heng/eval/evaluate.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using namespace heng;

namespace {

/// The value of `x`, which is this JSON, as JSON; an error as CODE@LINE:COLUMN.
std::string taken(std::string_view json) {
    const auto value = evaluate("x", "{\"x\": " + std::string{json} + '}');
    if (!value) {
        const Error& error = value.error();
        return error.code + '@' + std::to_string(error.place.line) + ':' +
               std::to_string(error.place.column);
    }
    return value->json;
}

std::string explained(std::string_view expression, std::string_view context) {
    const auto value = evaluate(expression, context, {}, Explain::yes);
    REQUIRE(value.has_value());
    return '\n' + value->explanation;
}

} // namespace

TEST_CASE("an evaluation has its value as JSON, type and text") {
    const auto value = evaluate("spent / budget", R"({"spent": 171, "budget": 287})");
    REQUIRE(value.has_value());
    CHECK(value->json ==
          R"({"type":"number","value":"0.5958188153310104529616724738675958","exact":"171/287"})");
    CHECK(value->type == "number");
    CHECK(value->text == "0.5958188153310104529616724738675958");
    CHECK(value->explanation.empty());
    CHECK(!value->error.has_value());
}

TEST_CASE("an expression that can't be used is an error with its place") {
    const auto syntax = evaluate("1 +\n )");
    REQUIRE(syntax.has_value());
    REQUIRE(syntax->error.has_value());
    CHECK(syntax->type == "error");
    CHECK(syntax->error->status == Status::syntax_error);
    CHECK(syntax->error->code == "feel.syntax");
    CHECK(syntax->error->place == Place{2, 2});
    const auto limit = evaluate("count(for i in 1..1000000000 return 1)", "{}", {}, Explain::yes);
    REQUIRE(limit.has_value());
    REQUIRE(limit->error.has_value());
    CHECK(limit->error->status == Status::limit_exceeded);
    CHECK(limit->error->code == "limit.exceeded");
    CHECK(limit->explanation.empty());
}

TEST_CASE("tagged values are the values that they name") {
    struct Case {
        std::string_view json;
        std::string_view value;
    };
    const Case cases[] = {
        {R"({"type": "date", "value": "2024-01-31"})", R"({"type":"date","value":"2024-01-31"})"},
        {R"({"value": "P1DT2H", "type": "duration"})", R"({"type":"duration","value":"P1DT2H"})"},
        {R"({"type": "dayTimeDuration", "value": "-PT1H"})",
         R"({"type":"duration","value":"-PT1H"})"},
        {R"({"type": "number", "value": "0.33", "exact": "2/6"})",
         R"({"type":"number","value":"0.3333333333333333333333333333333333","exact":"1/3"})"},
        {R"({"type": "number", "value": "0.33", "exact": "0.25"})",
         R"({"type":"number","value":"0.25"})"},
        {R"({"type": "decimal", "value": "10000.50"})", R"({"type":"number","value":"10000.5"})"},
        {R"({"type": "integer", "value": -3})", R"({"type":"number","value":"-3"})"},
        {R"({"type": "boolean", "value": "true"})", R"({"type":"boolean","value":true})"},
        {R"({"type": "boolean", "value": false})", R"({"type":"boolean","value":false})"},
        {R"({"type": "string", "value": "2024-01-31"})",
         R"({"type":"string","value":"2024-01-31"})"},
        {R"({"type": "null"})", R"({"type":"null"})"},
        {R"({"null": true})", R"({"type":"null"})"},
        {R"({"list": [{"type": "decimal", "value": "1"}, {"null": true}]})",
         R"({"type":"list","value":[{"type":"number","value":"1"},{"type":"null"}]})"},
        {R"({"context": {"a": {"type": "date", "value": "2024-01-31"}}})",
         R"({"type":"context","value":{"a":{"type":"date","value":"2024-01-31"}}})"},
        // FEEL takes the date of these
        {R"({"type": "dateTime", "value": "2024-01-31T10:00:00"})",
         R"({"type":"string","value":"2024-01-31T10:00:00"})"},
        {R"({"type": "date and time", "value": "2024-01-31T10:00:00"})",
         R"({"type":"string","value":"2024-01-31T10:00:00"})"},
        {R"({"type": "days and time duration", "value": "P2D"})",
         R"({"type":"duration","value":"P2D"})"},
        // plain objects, for one thing or another
        {R"({"type": "road", "value": 1})",
         R"({"type":"context","value":{"type":{"type":"string","value":"road"},)"
         R"("value":{"type":"number","value":"1"}}})"},
        {R"({"type": "date", "value": "2024-01-31", "late": true})",
         R"({"type":"context","value":{"type":{"type":"string","value":"date"},)"
         R"("value":{"type":"string","value":"2024-01-31"},"late":{"type":"boolean",)"
         R"("value":true}}})"},
        {R"({"list": [1]})",
         R"({"type":"context","value":{"list":{"type":"list","value":[{"type":"number",)"
         R"("value":"1"}]}}})"},
        {R"({"null": false})",
         R"({"type":"context","value":{"null":{"type":"boolean","value":false}}})"},
        {R"({"context": {"a": {"type": "date", "value": "2024-01-31"}, "b": 2}})",
         R"({"type":"context","value":{"context":{"type":"context",)"
         R"("value":{"a":{"type":"date","value":"2024-01-31"},"b":{"type":"number",)"
         R"("value":"2"}}}}})"},
    };
    for (const Case& each : cases) {
        CAPTURE(each.json);
        CHECK(taken(each.json) == each.value);
    }
}

TEST_CASE("a tagged value that can't be read is an error at its place") {
    struct Case {
        std::string_view json;
        std::string_view error;
    };
    const Case cases[] = {
        {R"({"type": "date", "value": "2024-02-30"})", "eval.value@1:33"},
        {R"({"type": "date", "value": 20240230})", "eval.type@1:33"},
        {R"({"type": "duration", "value": "P1Y"})", "eval.value@1:37"},
        {R"({"type": "boolean", "value": "yes"})", "eval.value@1:36"},
        {R"({"type": "boolean", "value": 1})", "eval.value@1:36"},
        {R"({"type": "number", "value": "ten"})", "eval.number@1:35"},
        {R"({"type": "number", "value": [1]})", "eval.type@1:35"},
        {R"({"type": "number", "value": "1", "exact": "1/0"})", "eval.value@1:49"},
        {R"({"type": "number", "value": "1", "exact": "1/2/3"})", "eval.value@1:49"},
        {R"({"type": "number", "value": "1", "exact": "1/1e9999"})", "eval.value@1:49"},
        {R"({"type": "number", "value": "1e9999"})", "limit.exponent@1:35"},
        {R"({"type": "list", "value": "a"})", "eval.value@1:33"},
        {R"({"type": "context", "value": [1]})", "eval.value@1:36"},
        {R"({"type": "range", "value": "[1 .. 2]"})", "eval.type@1:34"},
        {R"({"type": "time", "value": "10:00:00"})", "eval.type@1:33"},
        {R"({"type": "years and months duration", "value": "P1Y"})", "eval.value@1:54"},
        {R"({"type": "time"})", "eval.type@1:16"},
        {R"([{"type": "date"}])", "eval.type@1:17"},
        {R"({"type": "number"})", "eval.type@1:16"},
        {R"({"type": "null", "value": 1})", "eval.type@1:16"},
        {R"([{"list": [{"type": "date", "value": ""}]}])", "eval.value@1:44"},
    };
    for (const Case& each : cases) {
        CAPTURE(each.json);
        CHECK(taken(each.json) == each.error);
    }
}

TEST_CASE("what is written can be given again") {
    const std::string_view expressions[] = {
        "1/3",
        "-171/287",
        "0.1 + 0.2",
        "10 ** 300",
        "1 / 10 ** 300 / 7",
        "sum(for i in 1..100 return 1/i)",
        "for i in -20..20 return i / 7",
        "null",
        "1 / 0",
        "true and (1 > 2)",
        "not(true)",
        R"("")",
        R"("衡 \"器\" \\ \n \t \u0001")",
        R"("2024-01-31")",
        R"(date("2024-02-29"))",
        R"(@"-0044-03-15")",
        R"(@"P3DT4H5M6.7S")",
        R"(-@"PT0.000000001S")",
        R"(@"2024-03-01" - @"2024-02-01")",
        "[]",
        "{}",
        "[[1, [2, []]], null, {}]",
        R"({type: "date", value: "2024-02-30"})",
        R"({type: "date", value: "2024-02-30", exact: [1/7]})",
        R"({list: [1, {null: true}], context: {a: @"2024-01-31"}})",
        R"([{type: "number"}, {value: 1}, {"type": "road", "value": 2}])",
        "for i in 1..50 return {n: i, days: @\"2024-01-01\" + @\"P1D\" * i, share: [i / 3, i > 9]}",
    };
    for (const std::string_view expression : expressions) {
        CAPTURE(expression);
        const auto value = evaluate(expression);
        REQUIRE(value.has_value());
        REQUIRE_MESSAGE(!value->error.has_value(), value->json);
        CHECK(taken(value->json) == value->json);
        const auto same =
            evaluate("x = (" + std::string{expression} + ")", "{\"x\": " + value->json + '}');
        REQUIRE(same.has_value());
        CHECK(same->json == R"({"type":"boolean","value":true})");
    }
}

TEST_CASE("an explanation is a tree of steps") {
    CHECK(explained("budget.executed / budget.annual",
                    R"({"budget": {"executed": 522688.65, "annual": 527470.55}})") ==
          R"(
budget.executed / budget.annual = 0.9909342805… (10453773/10549411)
├ budget.executed = 522688.65
└ budget.annual = 527470.55
)");
    CHECK(explained("if done  in (\n \"优\", level) then 2/3 else 1 / n",
                    R"({"done": "差", "level": "良", "n": 0})") == R"(
if done in ( "优", level) then 2/3 else 1 / n = null (a division by zero)
├ done in ( "优", level) = false
│ ├ done = "差"
│ ├ in "优" = false
│ └ in level = false
│   └ level = "良"
└ 1 / n = null (a division by zero)
  └ n = 0
)");
    CHECK(explained("count(for i in 1..12 return i * 2) + x", R"({"x": -200.5})") == R"(
count(for i in 1..12 return i * 2) + x = -188.5
├ count(for i in 1..12 return i * 2) = 12
│ └ for i in 1..12 return i * 2 = [2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24]
│   ├ i = 1
│   │ └ i * 2 = 2
│   ├ i = 2
│   │ └ i * 2 = 4
│   ├ i = 3
│   │ └ i * 2 = 6
│   ├ i = 4
│   │ └ i * 2 = 8
│   ├ i = 5
│   │ └ i * 2 = 10
│   ├ i = 6
│   │ └ i * 2 = 12
│   ├ i = 7
│   │ └ i * 2 = 14
│   ├ i = 8
│   │ └ i * 2 = 16
│   ├ i = 9
│   │ └ i * 2 = 18
│   ├ i = 10
│   │ └ i * 2 = 20
│   └ … 2 more
└ x = -200.5
)");
}

TEST_CASE("decimals that do not end are cut and not rounded, long values are shortened") {
    CHECK(explained("a", R"({"a": {"type": "number", "value": 0, "exact": "2/3"}})") ==
          "\na = 0.6666666666… (2/3)\n");
    CHECK(explained("a", R"({"a": {"type": "number", "value": 0, "exact": "-20000/3"}})") ==
          "\na = -6666.6666666666… (-20000/3)\n");
    CHECK(explained("sum(for i in xs return 1 / i) + 0", R"({"xs": [1, 2, 3]})")
              .starts_with("\nsum(for i in xs return 1 / i) + 0 = 1.8333333333… (11/6)\n"));
    const std::string big = explained("n ** 900", R"({"n": 123456789})");
    CHECK(big == "\nn ** 900 = a number of thousands of digits\n└ n = 123456789\n");
    CHECK(explained("xs", R"({"xs": [)" + std::string(500, '1') + "]}").size() < 400);
    CHECK(explained("x", R"({"x": "\u001b[31m"})").find('\x1b') == std::string::npos);
}

TEST_CASE("the explanation is in the JSON as well") {
    const auto value = evaluate("a + 1 / b", R"({"a": 1, "b": 0})", {}, Explain::yes);
    REQUIRE(value.has_value());
    CHECK(value->json == R"({"type":"null","tree":{"text":"a + 1 / b","kind":"operation",)"
                         R"("type":"null","note":"a division by zero","parts":[)"
                         R"({"text":"a","kind":"input","type":"number","value":"1"},)"
                         R"({"text":"1 / b","kind":"operation","type":"null",)"
                         R"("note":"a division by zero","parts":[)"
                         R"({"text":"b","kind":"input","type":"number","value":"0"}]}]}})");
    const auto counted = evaluate("for i in 1..300 return i", "{}", {}, Explain::yes);
    REQUIRE(counted.has_value());
    CHECK(counted->json.find(R"("type":"list","shortened":"[1, 2, 3, )") != std::string::npos);
    CHECK(counted->json.find(R"({"text":"i","kind":"iteration","type":"number","value":"10"}])") !=
          std::string::npos);
    CHECK(counted->json.ends_with(R"(],"omitted":290}})"));
}

TEST_CASE("explaining is bounded in length, whatever is explained") {
    const std::string_view expressions[] = {
        "for a in 1..10, b in 1..10, c in 1..10, e in xs return xs",
        "for a in 1..10, b in 1..10, c in 1..2 return [n ** 500, n ** 400 / 7][a > 0]",
        "for a in 1..10, b in 1..10, c in 1..10, d in 1..10 return text",
    };
    const std::string context = R"({"n": 1234567, "text": ")" + std::string(1'500, 'x') +
                                R"(", "xs": [)" + std::string(999, '1') +
                                R"(, "a", {"b": [1, 2, 3]}]})";
    for (const std::string_view expression : expressions) {
        CAPTURE(expression);
        const auto value = evaluate(expression, context, {}, Explain::yes);
        REQUIRE(value.has_value());
        REQUIRE_MESSAGE(!value->error.has_value(), value->json);
        CHECK(value->explanation.size() < 10'001 * 400);
        const auto plain = evaluate(expression, context);
        REQUIRE(plain.has_value());
        CHECK(value->json.size() - plain->json.size() < 10'001 * 1'500);
    }
}
