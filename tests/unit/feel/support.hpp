// SPDX-License-Identifier: Apache-2.0
//
// A small rubric's scope, and expressions in it as text, for the tests of this room.
#pragma once

#include "feel/program.hpp"
#include "feel/scope.hpp"
#include "feel/session.hpp"
#include "feel/text.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace heng::detail::feel::test {

inline Value number(std::string_view text) {
    const auto decimal = Decimal::parse(text);
    REQUIRE(decimal.has_value());
    return Value::number(*decimal);
}

/// What an expression without a context comes to, as text; a fault as "!CODE".
inline std::string evaluated(std::string_view text, const Value& context = {}) {
    const Scope scope = Scope::open(context);
    Program program;
    REQUIRE(program.compile_values(scope).empty());
    const auto expression = program.compile(text, scope);
    if (!expression) {
        return "!" + expression.error().code;
    }
    const std::vector<Value> slots = Scope::slots_of(context);
    Session session{program, slots};
    const Value value = session.evaluate(*expression);
    if (const auto fault = session.fault()) {
        return "!" + fault->code;
    }
    return value.is_text() ? quoted_text(value.text()) : value_text(value);
}

/// The inputs that the tests of the checker and of sessions read.
inline Scope budget_scope() {
    Scope scope;
    scope.add_input("budget.annual", Type{TypeKind::money});
    scope.add_input("budget.executed", Type{TypeKind::money});
    scope.add_input("rate", Type{TypeKind::percent});
    scope.add_input("items", Type{TypeKind::count});
    scope.add_input("late", Type{TypeKind::boolean});
    scope.add_input("level", Type{TypeKind::text});
    scope.add_input("filed", Type{TypeKind::date});
    scope.add_input("contracts", Type::list_of(Type::record({
                                     {"signed late", Type{TypeKind::boolean}},
                                     {"amount", Type{TypeKind::money}},
                                     {"days", Type{TypeKind::count}},
                                 })));
    scope.add_input("三公经费.实际", Type{TypeKind::money});
    scope.add_input("factor", Type{TypeKind::number});
    return scope;
}

inline Value contract(bool late, std::string_view amount, std::string_view days) {
    return Value::context({{"signed late", Value::boolean(late)},
                           {"amount", number(amount)},
                           {"days", number(days)}});
}

/// A value for each input of budget_scope().
inline std::vector<Value> budget_slots() {
    return {number("527470.55"),
            number("522688.65"),
            number("0.966"),
            number("4"),
            Value::boolean(true),
            Value::text("优"),
            Value::date(19'723), // 2024-01-01
            Value::list({contract(true, "10", "40"), contract(false, "20.5", "3"),
                         contract(true, "7", "31")}),
            number("12.30"),
            number("2")};
}

} // namespace heng::detail::feel::test
