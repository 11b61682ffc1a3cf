// SPDX-License-Identifier: Apache-2.0
#include "feel/scope.hpp"
#include "feel/text.hpp"
#include "feel/value.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>

using namespace heng;
using namespace heng::detail::feel;

TEST_CASE("values are copied, moved and assigned, whatever they hold") {
    const Value values[] = {
        Value{},
        Value::missing(7),
        Value::boolean(true),
        Value::number(Ratio{1, 3}),
        Value::number(power(Ratio{10}, 90)),
        Value::text("预算"),
        Value::date(19'723),
        Value::duration(Ratio{5}),
        Value::list({Value::number(Ratio{1}), Value::text("a")}),
        Value::context({{"a", Value::boolean(false)}}),
        Value::range({RangeForm::less, true, true, Value{}, Value::number(Ratio{9})}),
    };
    for (const Value& from : values) {
        for (const Value& onto : values) {
            Value copy{from};
            CHECK(value_text(copy) == value_text(from));
            Value target{onto};
            target = from;
            CHECK(value_text(target) == value_text(from));
            CHECK(target.kind() == from.kind());
            CHECK(target.cause() == from.cause());
            target = onto;
            target = std::move(copy);
            CHECK(value_text(target) == value_text(from));
            Value& itself = target;
            target = itself;
            CHECK(value_text(target) == value_text(from));
        }
    }
    CHECK(values[1].slot() == 7);
    CHECK(sizeof(Value) <= 48);
}

TEST_CASE("only numbers past the small tiers have bits to pay for") {
    CHECK(Ratio{1, 3}.big_bits() == 0);
    CHECK(power(Ratio{2}, 200).big_bits() == 202); // 2^200 has 201, its denominator 1
}

TEST_CASE("depth is how far lists are nested") {
    Value value = Value::number(Ratio{1});
    CHECK(value.depth() == 0);
    for (std::uint32_t depth = 1; depth <= 5; ++depth) {
        value = depth % 2 == 0 ? Value::list({value}) : Value::context({{"a", value}});
        CHECK(value.depth() == depth);
    }
}

TEST_CASE("texts of values") {
    CHECK(value_text(Value::number(Ratio{Decimal{250, 2}})) == "2.5");
    CHECK(value_text(Value::text("a\"b")) == "a\"b");
    CHECK(value_text(Value::list({Value::text("a\"\n")})) == R"(["a\"\n"])");
    CHECK(value_text(Value::range({RangeForm::interval, true, false, Value::number(Ratio{1}),
                                   Value::number(Ratio{2})})) == "[1 .. 2)");
    CHECK(value_text(Value::range({RangeForm::greater_equal, true, true, Value::number(Ratio{1}),
                                   Value{}})) == "(>= 1)");
    const Value many = Value::list(std::vector<Value>(1'000, Value::text("abc")));
    CHECK(value_text(many, 100).size() < 120);
}

TEST_CASE("a scope knows its paths, their parts and what is near them") {
    Scope scope;
    CHECK(scope.add_input("budget.annual", Type{TypeKind::money}) == 0);
    CHECK(scope.add_input("预算.执行 数", Type{TypeKind::money}) == 1);
    CHECK(scope.add_value("execution rate", "1") == 0);
    CHECK(scope.find("budget.annual").meaning == Scope::Meaning::slot);
    CHECK(scope.find("预算.执行 数").index == 1);
    CHECK(scope.find("budget").meaning == Scope::Meaning::group);
    CHECK(scope.find("execution rate").meaning == Scope::Meaning::value);
    CHECK(scope.find("annual").meaning == Scope::Meaning::nothing);
    CHECK(scope.is_head("budget"));
    CHECK(scope.is_head("execution rate"));
    CHECK(!scope.is_head("annual"));
    CHECK(scope.is_member("annual"));
    CHECK(scope.is_member("执行 数"));
    CHECK(scope.nearest("budget.anual") == "budget.annual");
    CHECK(scope.nearest("annual") == "budget.annual");
    CHECK(scope.nearest("quite different") == "");
}
