// SPDX-License-Identifier: Apache-2.0
//
// What expressions can be, for all inputs in their domains.
#include "feel/bounds.hpp"
#include "support.hpp"

#include <chrono>

using namespace heng;
using namespace heng::detail::feel;

namespace {

/// As text: "null(zero) true false [0..1] "a" list" …
std::string shown(const Abstract& value) {
    if (value.open) {
        return "anything";
    }
    std::string text;
    const auto add = [&text](const std::string& part) {
        text += (text.empty() ? "" : " ") + part;
    };
    if (value.nulls != 0) {
        std::string why;
        why += (value.nulls & nulls::plain) != 0 ? "p" : "";
        why += (value.nulls & nulls::zero) != 0 ? "z" : "";
        why += (value.nulls & nulls::other) != 0 ? "o" : "";
        add("null:" + why);
    }
    if (value.may_be_true) {
        add("true");
    }
    if (value.may_be_false) {
        add("false");
    }
    for (const heng::Interval& part : value.numbers.parts()) {
        add((value.numbers.is_whole() ? "#" : "") + interval_text(part));
    }
    for (const std::string& each : value.texts.some) {
        add('"' + each + '"');
    }
    if (value.texts.any) {
        add("text");
    }
    if (!value.dates.empty()) {
        add("date");
    }
    if (!value.durations.empty()) {
        add("duration");
    }
    if (value.list) {
        add("list(" + shown(value.list->element) + ")");
    }
    if (value.context) {
        add("context");
    }
    return text.empty() ? "nothing" : text;
}

Abstract from_zero() {
    return Abstract::number(Numbers::of({Ratio{0}, true, {}, false}));
}

Abstract any_number() {
    return Abstract::number(Numbers::all());
}

struct World {
    Scope scope;
    std::vector<Abstract> domains;

    void add(std::string path, TypeKind kind, Abstract domain) {
        scope.add_input(std::move(path), Type{kind});
        domains.push_back(std::move(domain));
    }
};

World world() {
    World result;
    result.add("a", TypeKind::money, from_zero());
    result.add("b", TypeKind::money, from_zero());
    result.add("x", TypeKind::number, any_number());
    result.add("rate", TypeKind::percent,
               Abstract::number(Numbers::of({Ratio{0}, true, Ratio{1}, true})));
    result.add("n", TypeKind::count, Abstract::number(Numbers::counts()));
    result.add("flag", TypeKind::boolean, Abstract::boolean(true, true));
    result.add("level", TypeKind::text, Abstract::any_text());
    Abstract maybe = from_zero();
    maybe.nulls = nulls::plain;
    result.add("maybe", TypeKind::money, maybe);
    Abstract day;
    day.dates = Numbers::of(heng::Interval{}, true);
    result.add("filed", TypeKind::date, day);
    result.scope.add_input("rows", Type::list_of(Type::record({{"late", Type{TypeKind::boolean}},
                                                               {"amount", Type{TypeKind::money}},
                                                               {"days", Type{TypeKind::count}}})));
    result.domains.push_back(
        Abstract::list_of(Abstract::record({{"late", Abstract::boolean(true, true)},
                                            {"amount", from_zero()},
                                            {"days", Abstract::number(Numbers::counts())}})));
    result.scope.add_value("share", "a / b");
    result.scope.add_value("both", "a + b");
    result.scope.add_value("late", "count(rows[late])");
    return result;
}

/// What `text` can be; where `given` is not empty, while that holds (or fails, after a "!").
std::string bounds_of(std::string_view text, std::string_view given = "") {
    const World all = world();
    Program program;
    REQUIRE(program.compile_values(all.scope).empty());
    const bool truth = !given.starts_with('!');
    given.remove_prefix(truth ? 0 : 1);
    const auto condition = program.compile(given.empty() ? "true" : given, all.scope);
    const auto expression = program.compile(text, all.scope);
    INFO(text);
    REQUIRE(condition.has_value());
    REQUIRE(expression.has_value());
    Bounds bounds{program, all.domains};
    bounds.open();
    if (!bounds.assume(*condition, truth)) {
        return "impossible";
    }
    return shown(bounds.evaluate(*expression));
}

struct Example {
    std::string_view expression;
    std::string_view given;
    std::string_view expected;
};

} // namespace

TEST_CASE("what expressions can be") {
    const Example examples[] = {
        {"a / b", "", "null:z >= 0"},
        {"a / b", "!b = 0", ">= 0"},
        {"share", "!b = 0", ">= 0"},
        {"share", "b > 0", ">= 0"},
        {"share", "b != 0", ">= 0"},
        {"share", "!(b = 0 or a = 0)", "> 0"},
        {"a / (a + b)", "", "null:z [0..1]"},
        {"a / (a + b)", "!a + b = 0", "[0..1]"},
        {"a / both", "!a + b = 0", "[0..1]"},
        {"a / (a + b)", "!both = 0", "[0..1]"},
        {"(a + b - a) / (a + b)", "", "null:z [0..1]"},
        {"(a - b) / b", "!b = 0", ">= -1"},
        {"if b = 0 then 1 else a / b", "", ">= 0"},
        {"if b > 0 then a / b else null", "", "null:p >= 0"},
        {"if share > 0.5 then b else 0", "", ">= 0"},
        {"if share > 0.5 then a else 7", "", ">= 0"},
        {"n", "n > 3", "#>= 4"},
        {"n", "!n = 0", "#>= 1"},
        {"n", "n in [2..5)", "#[2..4]"},
        {"n", "n between 2 and 5", "#[2..5]"},
        {"x * x", "", ">= 0"},
        {"x - x", "", "#0"},
        {"x / x", "!x = 0", "#1"},
        {"abs(x) + 1", "", ">= 1"},
        {"min(rate, x)", "", "<= 1"},
        {"max(0, min(1, x))", "", "[0..1]"},
        {"max(rate, 2)", "", "#2"},
        {"count(rows[late]) / count(rows)", "", "null:z [0..1]"},
        {"count(rows[late]) / count(rows)", "!count(rows) = 0", "[0..1]"},
        {"late / count(rows)", "count(rows) > 0", "[0..1]"},
        {"sum(rows[late].amount) / sum(rows.amount)", "", "null:zo [0..1]"},
        {"sum(rows.amount)", "count(rows) > 0", ">= 0"},
        {"mean(rows.days)", "", "null:o >= 0"},
        {"count(rows[days > 3])", "", "#>= 0"},
        {"sum(rows[days > 3].days)", "", "null:o #>= 0"},
        {"some r in rows satisfies r.days > 3", "", "true false"},
        {"every r in rows satisfies r.days >= 0", "", "true"},
        {"for r in rows return r.days + 1", "", "list(#>= 1)"},
        {"maybe * 2", "", "null:p >= 0"},
        {"maybe * 2", "maybe > 0", "> 0"},
        {"maybe", "!maybe = null", ">= 0"},
        {"if maybe = null then 0 else maybe", "", ">= 0"},
        {"if maybe > 5 then maybe else 1", "", "1 > 5"},
        {"flag and a > 0", "!a > 0", "false"},
        {"flag", "flag or a < 0", "true"},
        {"if flag then \"是\" else \"否\"", "", "\"否\" \"是\""},
        {"level", "level in (\"甲\", \"乙\")", "\"乙\" \"甲\""},
        {"level = \"甲\"", "level in (\"丙\", \"乙\")", "false"},
        {"rate >= 90", "", "false"},
        {"rate <= 1", "", "true"},
        {"a <= a + b", "", "true"},
        {"round half up(rate * 100, 0)", "", "#[0..100]"},
        {"floor(n / 2)", "", "#>= 0"},
        {"not(rate > 1)", "", "true"},
        {"rate in [0..1]", "", "true"},
        {"rate in (1..2]", "", "false"},
        {"x ** 2", "", ">= 0"},
        {"rate", "rate > 1", "impossible"},
        {"b", "!share = 0", ">= 0"},
        {"b", "share > 0", "> 0"},
        {"filed - filed", "", "duration"},
        {"(filed - filed) * 2", "", "duration"},
        {"filed + (filed - filed)", "", "null:o date"},
        {"(filed - filed) / (filed - filed)", "", "null:z -"},
        {"filed > date(\"2023-12-31\")", "", "true false"},
        {"filed > date(\"2023-12-31\")", "filed < date(\"2023-01-01\")", "false"},
        {"[1, 2, 3][item > 1]", "", "list(#[2..3])"},
        {"get value({\"a\": 1}, \"a\")", "", "anything"},
    };
    for (const Example& each : examples) {
        INFO(each.expression);
        INFO(each.given);
        CHECK(bounds_of(each.expression, each.given) == each.expected);
    }
}

TEST_CASE("a hostile program is bounded") {
    const World all = world();
    Scope scope = all.scope;
    scope.add_value("v0", "x * 2");
    for (int i = 1; i < 60; ++i) {
        const std::string last = "v" + std::to_string(i - 1);
        scope.add_value("v" + std::to_string(i), "if " + last + " > 7 then " + last + " * " + last +
                                                     " else " + last + " / (" + last + " - 1)");
    }
    Program program;
    REQUIRE(program.compile_values(scope).empty());
    const auto expression = program.compile("v59", scope);
    REQUIRE(expression.has_value());
    const auto begin = std::chrono::steady_clock::now();
    Bounds bounds{program, all.domains, 50'000};
    CHECK(bounds.evaluate(*expression).may_be_null());
    CHECK(bounds.exhausted());
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds{20});
}
