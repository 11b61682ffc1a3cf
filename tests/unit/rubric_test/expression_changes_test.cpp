// SPDX-License-Identifier: Apache-2.0
#include "rubric_test/expression_changes.hpp"

#include <doctest/doctest.h>

using namespace heng;
using namespace heng::detail::rubric_test;

namespace {

std::string joined(const std::vector<TextChange>& changes, std::string_view text) {
    std::string all;
    for (const TextChange& each : changes) {
        all += (all.empty() ? "" : "; ") + each.name(text);
    }
    return all;
}

std::string changes(std::string_view text, TextKind kind = TextKind::expression) {
    detail::feel::Scope scope;
    for (const char* name : {"a", "b", "支出"}) {
        scope.add_input(name, detail::feel::Type{detail::feel::TypeKind::number});
    }
    return joined(expression_changes(text, scope, kind), text);
}

} // namespace

TEST_CASE("changes: the slips of an expression") {
    const char* table[][2] = {
        {"a < b", "3: < -> <="},
        {"a <= b", "3: <= -> <"},
        {"a > b", "3: > -> >="},
        {"a >= b", "3: >= -> >"},
        {"a = 0", "3: = -> !=; 5: 0 -> 1; 5: 0 -> -1"},
        {"a != .5", "3: != -> =; 6: .5 -> 0.6; 6: .5 -> 0.4"},
        {"(a + b) / b", "4: + -> -; 9: / -> *"},
        {"a - (b * 2)", "3: - -> +; 8: * -> /; 10: 2 -> 3; 10: 2 -> 1"},
        {"a < 1 and b < 0.05 or a = b",
         "3: < -> <=; 5: 1 -> 1.01; 5: 1 -> 0.99; 7: and -> or; 13: < -> <=; 15: 0.05 -> 0.06; "
         "15: 0.05 -> 0.04; 20: or -> and; 25: = -> !="},
        {"if a > b then a else b", "4: a > b -> not(a > b); 6: > -> >="},
        {"min(a, b) + floor(a)", "1: min -> max; 11: + -> -; 13: floor -> ceiling"},
        {"some x in [a, b] satisfies x > 1",
         "1: some -> every; 30: > -> >=; 32: 1 -> 2; 32: 1 -> 0"},
        {"支出 in [1..2)", "7: [ -> (; 8: 1 -> 2; 8: 1 -> 0; 11: 2 -> 3; 11: 2 -> 1; 12: ) -> ]"},
        {"a", ""},
        {"a <", ""},
    };
    for (const auto& row : table) {
        INFO(row[0]);
        CHECK(changes(row[0]) == row[1]);
    }
}

TEST_CASE("changes: the slips of unary tests, in steps of the finest constant") {
    const char* table[][2] = {
        {">= 0.9", "1: >= -> >; 4: 0.9 -> 1.0; 4: 0.9 -> 0.8"},
        {"(0..0.10]", "1: ( -> [; 2: 0 -> 0.01; 2: 0 -> -0.01; 5: 0.10 -> 0.11; 5: 0.10 -> 0.09; "
                      "9: ] -> )"},
        {"0", "1: 0 -> 1; 1: 0 -> -1"},
        {"-", ""},
    };
    for (const auto& row : table) {
        INFO(row[0]);
        CHECK(changes(row[0], TextKind::tests) == row[1]);
    }
    CHECK(joined(expression_changes("0", {}, TextKind::tests, 2), "0") ==
          "1: 0 -> 0.01; 1: 0 -> -0.01");
}

TEST_CASE("changes: each makes the text that it names") {
    const std::string_view text = "支出 >= 0.5";
    detail::feel::Scope scope;
    scope.add_input("支出", detail::feel::Type{detail::feel::TypeKind::number});
    const auto all = expression_changes(text, scope, TextKind::expression);
    REQUIRE(all.size() == 3);
    CHECK(all[0].applied(text) == "支出 > 0.5");
    CHECK(all[1].applied(text) == "支出 >= 0.6");
    CHECK(all[0].edge);
    CHECK(all[1].constant);
    CHECK(finest_scale(text, scope, TextKind::expression) == 1);
    CHECK(divides("1 / 2", scope));
    CHECK_FALSE(divides(text, scope));
}
