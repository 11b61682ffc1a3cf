// SPDX-License-Identifier: Apache-2.0
//
// The table of operators: each is written, read and turned round as its row says.
#include "feel/lexer.hpp"
#include "feel/operators.hpp"
#include "support.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace heng::detail::feel;
using heng::detail::feel::test::evaluated;

TEST_CASE("every operator is read by its word, and by no other binding") {
    for (const OperatorRow& row : operators) {
        const std::string text = "a " + std::string{row.word} + " b";
        CAPTURE(text);
        const auto tokens = tokenize(text);
        REQUIRE(tokens.has_value());
        for (const Binding binding : {Binding::either, Binding::both, Binding::comparison,
                                      Binding::sum, Binding::product, Binding::power}) {
            const auto found = operator_at((*tokens)[1], binding);
            CHECK(found.has_value() == (binding == row.binding));
            CHECK((!found || *found == row.op));
        }
    }
}

TEST_CASE("the other sides of a comparison hold where they should") {
    const auto holds = [](Op op, int order) {
        switch (op) {
        case Op::equal:
            return order == 0;
        case Op::not_equal:
            return order != 0;
        case Op::less:
            return order < 0;
        case Op::less_equal:
            return order <= 0;
        case Op::greater:
            return order > 0;
        default:
            return order >= 0;
        }
    };
    for (const OperatorRow& row : operators) {
        if (row.binding != Binding::comparison) {
            CHECK(row.form == RangeForm::interval);
            continue;
        }
        for (const int order : {-1, 0, 1}) {
            CAPTURE(row.word);
            CHECK(holds(row.mirrored, -order) == holds(row.op, order));
            CHECK(holds(row.opposite, order) != holds(row.op, order));
        }
    }
}

TEST_CASE("operators bind in the order of their rows") {
    CHECK(evaluated("1 + 2 * 3 ** 2") == "19");
    CHECK(evaluated("2 ** 3 ** 2") == "64");
    CHECK(evaluated("-3 ** 2") == "9");
    CHECK(evaluated("8 - 4 - 2") == "2");
    CHECK(evaluated("8 / 4 / 2") == "1");
    CHECK(evaluated("1 + 1 = 2 and 2 < 1 or 3 > 2") == "true");
    CHECK(evaluated("true or true and false") == "true");
}
