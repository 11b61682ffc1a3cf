// SPDX-License-Identifier: Apache-2.0
#include "feel/session.hpp"
#include "support.hpp"

#include <string>
#include <string_view>
#include <thread>

using namespace heng;
using namespace heng::detail::feel;
using namespace heng::detail::feel::test;

namespace {

using Slots = std::vector<SlotId>;

/// A scope with named values, compiled.
struct RubricUnderTest {
    Scope scope = budget_scope();
    Program program;

    explicit RubricUnderTest(std::vector<std::pair<std::string, std::string>> values = {}) {
        for (auto& [name, text] : values) {
            scope.add_value(name, text);
        }
        const auto faults = program.compile_values(scope);
        CHECK_MESSAGE(faults.empty(), (faults.empty() ? "" : faults.front().fault.message.en));
    }

    ExpressionId add(std::string_view text) {
        const auto expression = program.compile(text, scope);
        REQUIRE_MESSAGE(expression.has_value(), expression.error().message.en);
        return *expression;
    }
};

} // namespace

TEST_CASE("an expression reads its slots") {
    RubricUnderTest rubric;
    const ExpressionId rate = rubric.add("budget.executed / budget.annual");
    const std::vector<Value> slots = budget_slots();
    Session session{rubric.program, slots};
    const Value value = session.evaluate(rate);
    CHECK(value.number() == Ratio{52268865, 52747055});
    CHECK(session.reads() == Slots{0, 1});
    CHECK(session.missing().empty());
    CHECK(rubric.program.static_reads(rate) == Slots{0, 1});
}

TEST_CASE("in a rubric 1..count(rows) is nothing where there are no rows") {
    RubricUnderTest rubric;
    std::vector<Value> slots = budget_slots();
    slots[7] = Value::list({}); // contracts
    const std::pair<std::string_view, std::string_view> table[] = {
        {"for i in 1..count(contracts) return contracts[i].amount", "[]"},
        {"count(for i in 1..count(contracts) return i)", "0"},
        {"some i in 1..count(contracts) satisfies contracts[i].days > 30", "false"},
        {"every i in 1..count(contracts) satisfies contracts[i].days > 30", "true"},
        {"for i in 1..2, j in i + 1..2 return j", "[2, 3, 2]"},
        {"for i in count(contracts)..-1 return i", "[0, -1]"}, // counts down
        {"for i in 2..1 return i", "[2, 1]"},                  // as it is written
    };
    for (const auto& each : table) {
        CAPTURE(each.first);
        const ExpressionId id = rubric.add(each.first);
        Session session{rubric.program, slots};
        CHECK(value_text(session.evaluate(id)) == each.second);
    }
}

TEST_CASE("a branch that is not taken reads nothing") {
    RubricUnderTest rubric;
    const ExpressionId either = rubric.add("if late then items else factor");
    CHECK(rubric.program.static_reads(either) == Slots{3, 4, 9});
    std::vector<Value> slots = budget_slots();
    slots[9] = Value::missing(9);
    Session session{rubric.program, slots};
    CHECK(session.evaluate(either).number() == Ratio{4});
    CHECK(session.reads() == Slots{3, 4});
    CHECK(session.missing().empty());
    const ExpressionId shortened = rubric.add("late or factor > 1");
    CHECK(session.evaluate(shortened).is_true());
    CHECK(session.reads() == Slots{4});
}

TEST_CASE("a null says why it is null") {
    RubricUnderTest rubric{{{"rate of execution", "budget.executed / budget.annual"}}};
    std::vector<Value> slots = budget_slots();
    slots[0] = number("0");
    slots[2] = Value::missing(2);
    slots[9] = Value::null(); // optional
    Session session{rubric.program, slots};
    const auto cause = [&](std::string_view text) {
        return session.evaluate(rubric.add(text)).cause();
    };
    CHECK(cause("budget.executed / budget.annual") == NullCause::zero_denominator);
    CHECK(cause("rate of execution") == NullCause::zero_denominator);
    CHECK(cause("1 - 2 * rate of execution") == NullCause::zero_denominator);
    CHECK(cause("min(1, rate of execution)") == NullCause::zero_denominator);
    CHECK(cause("rate of execution > 0.5") == NullCause::zero_denominator);
    CHECK(cause("if rate of execution > 1 then 1 else rate of execution") ==
          NullCause::zero_denominator);
    CHECK(cause("rate * 2") == NullCause::missing_input);
    CHECK(session.missing() == Slots{2});
    CHECK(cause("factor + 1") == NullCause::none);
    CHECK(session.missing().empty());
    CHECK(cause("factor + rate") == NullCause::missing_input);
    CHECK(cause("rate + rate of execution") == NullCause::missing_input);
    CHECK(cause("rate of execution + rate") == NullCause::zero_denominator);
    CHECK(cause("contracts[9]") == NullCause::out_of_range);
    const Value missing = session.evaluate(rubric.add("rate"));
    CHECK(missing.is_missing());
    CHECK(missing.slot() == 2);
}

TEST_CASE("a missing fact is seen even where the result is not null") {
    RubricUnderTest rubric;
    std::vector<Value> slots = budget_slots();
    slots[3] = Value::missing(3);
    Session session{rubric.program, slots};
    CHECK(session.evaluate(rubric.add("items = 0")).is_false());
    CHECK(session.missing() == Slots{3});
    CHECK(session.evaluate(rubric.add("if items > 0 then 1 else 2")).number() == Ratio{2});
    CHECK(session.missing() == Slots{3});
}

TEST_CASE("named values are computed once, and their reads are told each time") {
    RubricUnderTest rubric{{{"double", "2 * single"},
                            {"single", "sum(for i in 1..100 return sum(contracts.amount) / 100)"}}};
    const std::vector<Value> slots = budget_slots();
    const auto enough_for = [&](std::string_view text) {
        const ExpressionId id = rubric.add(text);
        SessionLimits limits;
        for (limits.steps = 1;; ++limits.steps) {
            Session session{rubric.program, slots, limits};
            if (session.evaluate(id).is_number()) {
                return limits.steps;
            }
        }
    };
    const ExpressionId twice = rubric.add("double + single - double");
    SessionLimits once;
    once.steps = enough_for("single") + 10; // through the list, not three times
    Session session{rubric.program, slots, once};
    CHECK(session.evaluate(twice).number() == Ratio{Decimal{375, 1}});
    CHECK(session.reads() == Slots{7});
    CHECK(session.evaluate(rubric.add("late")).is_true());
    CHECK(session.reads() == Slots{4});
    CHECK(session.evaluate(rubric.add("double")).number() == Ratio{75});
    CHECK(session.reads() == Slots{7});
    CHECK(session.evaluate_value(0).number() == Ratio{75});
    CHECK(session.reads() == Slots{7});
    CHECK(rubric.program.static_reads(twice) == Slots{7});
    CHECK(rubric.program.static_values(twice) == std::vector<ValueId>{0, 1});
}

TEST_CASE("reset starts over with other facts") {
    RubricUnderTest rubric{{{"half", "factor / 2"}}};
    const ExpressionId half = rubric.add("half");
    std::vector<Value> slots = budget_slots();
    Session session{rubric.program, slots};
    CHECK(session.evaluate(half).number() == Ratio{1});
    slots[9] = number("5");
    CHECK(session.evaluate(half).number() == Ratio{1});
    session.reset(slots);
    CHECK(session.evaluate(half).number() == Ratio{5, 2});
}

TEST_CASE("a value does not see the variables of who asks for it") {
    RubricUnderTest rubric{{{"squares", "for i in 1..3 return i * i"}}};
    const std::vector<Value> slots = budget_slots();
    Session session{rubric.program, slots};
    const Value sums = session.evaluate(rubric.add("for i in 1..2 return i + squares[i] + i"));
    CHECK(value_text(sums) == "[3, 8]");
}

TEST_CASE("values that need themselves are refused by name") {
    Scope scope = budget_scope();
    scope.add_value("a", "b + 1");
    scope.add_value("b", "c + 1");
    scope.add_value("c", "a + factor");
    scope.add_value("late.count", "count(contracts[signed late])");
    scope.add_value("self", "self");
    Program program;
    const auto faults = program.compile_values(scope);
    REQUIRE(faults.size() == 2);
    CHECK(faults[0].value == 2);
    CHECK(faults[0].fault.code == "feel.cycle");
    CHECK(faults[0].fault.message.en == "the value is defined by itself: a → b → c → a");
    CHECK(faults[0].fault.offset == 0);
    CHECK(faults[0].fault.length == 1);
    CHECK(faults[1].value == 4);
    CHECK(faults[1].fault.message.en == "the value is defined by itself: self → self");
}

TEST_CASE("an entry of a record is not a value of the same name") {
    Scope scope;
    scope.add_input("contracts", Type::list_of(Type::record({{"late", Type{TypeKind::boolean}}})));
    scope.add_value("late", "count(contracts[late])");
    Program program;
    CHECK(program.compile_values(scope).empty());
}

TEST_CASE("a chain of values is bounded, in whichever order it is declared") {
    for (const bool forwards : {true, false}) {
        Scope scope;
        scope.add_input("x", Type{TypeKind::number});
        const int length = 70;
        for (int i = 0; i < length; ++i) {
            const int at = forwards ? i : length - 1 - i;
            scope.add_value("v" + std::to_string(at),
                            at == 0 ? "x" : "v" + std::to_string(at - 1) + " + 1");
        }
        Program program;
        const auto faults = program.compile_values(scope);
        REQUIRE(!faults.empty());
        CHECK(faults.front().fault.code == "limit.exceeded");
    }
}

TEST_CASE("unary tests of an input") {
    RubricUnderTest rubric;
    const std::vector<Value> slots = budget_slots();
    Session session{rubric.program, slots};
    const auto holds = [&](std::string_view text, const Value& input) {
        const auto tests = rubric.program.compile_tests(text, rubric.scope, Type{});
        REQUIRE(tests.has_value());
        return value_text(session.evaluate_tests(*tests, input));
    };
    CHECK(holds("-", Value::null()) == "true");
    CHECK(holds(">= 90", number("90")) == "true");
    CHECK(holds("[80..90)", number("90")) == "false");
    CHECK(holds("\"优\", \"良\"", Value::text("良")) == "true");
    CHECK(holds("not(\"优\", \"良\")", Value::text("良")) == "false");
    CHECK(holds("> factor", number("3")) == "true");
    CHECK(session.reads() == Slots{9});
    CHECK(holds("? > 1 and ? < factor * 2", number("3")) == "true");
    CHECK(holds("[1, 2, [5..6]]", number("5.5")) == "true");
    CHECK(holds("> 1", Value::null(NullCause::zero_denominator)) == "null");
    CHECK(rubric.program.compile_tests(">= \"a\"", rubric.scope, Type{TypeKind::number})
              .error()
              .code == "feel.type");
}

TEST_CASE("what evaluating may cost is bounded") {
    RubricUnderTest rubric;
    const std::vector<Value> slots = budget_slots();
    const std::string_view costly[] = {
        "count(for i in 1..1000000000 return 1)",
        "for i in 1..3000, j in 1..3000 return 1",
        "some i in 1..1000000000 satisfies i < 0",
        "for i in 1..100000 return [partial]",
        "for i in 1..200000 return if i = 1 then [] else [partial[-1]]",
        "for i in 1..60 return if i = 1 then \"x\" else partial[-1] + partial[-1]",
        "string(for i in 1..40 return if i = 1 then [1] else [partial[-1], partial[-1]])",
        "flatten(for i in 1..40 return if i = 1 then [1] else [partial[-1], partial[-1]])",
        "distinct values(for i in 1..100000 return i)",
        "count(for i in 1..100000 return (10 ** 1000 + i) ** 19)",
        "count(for i in 1..100000 return round up(i / 7, 6000))",
        "for i in 1..100000 return string((10 ** 1000 + 1) ** 19)",
    };
    for (const std::string_view text : costly) {
        CAPTURE(text);
        SessionLimits limits;
        limits.steps = 2'000'000;
        limits.elements = 300'000;
        Session session{rubric.program, slots, limits};
        CHECK(session.evaluate(rubric.add(text)).cause() == NullCause::limit);
        REQUIRE(session.fault().has_value());
        CHECK(session.fault()->code == "limit.exceeded");
        session.reset(slots);
        CHECK(session.evaluate(rubric.add("factor")).number() == Ratio{2});
        CHECK(!session.fault().has_value());
    }
}

TEST_CASE("a number past its limit ends the evaluation that met it, not the session") {
    RubricUnderTest rubric{{{"vast", "(factor * 10 ** 999) ** 100"}}};
    const std::vector<Value> slots = budget_slots();
    Session session{rubric.program, slots};
    CHECK(session.evaluate(rubric.add("vast")).cause() == NullCause::limit);
    CHECK(session.fault().has_value());
    CHECK(session.evaluate(rubric.add("factor")).is_number());
    CHECK(!session.fault().has_value());
    CHECK(session.evaluate(rubric.add("vast = null")).is_true());
    CHECK(session.fault().has_value());
}

TEST_CASE("one program serves many threads, each with facts of its own") {
    RubricUnderTest rubric{
        {{"share", "sum(contracts[signed late].amount) / sum(contracts.amount)"},
         {"twice", "for i in 1..20 return if i = 1 then factor else partial[-1] + factor"}}};
    const ExpressionId sum = rubric.add("round half up(share, 4) + sum(twice) + share * 0");
    const Program& program = rubric.program;
    constexpr int threads_count = 4;
    std::vector<int> wrong(threads_count, 0);
    std::vector<std::thread> threads;
    for (int own = 0; own < threads_count; ++own) {
        threads.emplace_back([&program, &wrong, sum, own] {
            std::vector<Value> slots = budget_slots();
            slots[9] = Value::number(Ratio{own});
            const Ratio expected = Ratio{Decimal{4'533, 4}} + Ratio{210 * own};
            Session reused{program, slots};
            for (int i = 0; i < 200; ++i) {
                Trace trace;
                Session session{program, slots};
                reused.reset(slots);
                const Value value = session.evaluate(sum, i % 2 == 0 ? &trace : nullptr);
                const Value again = reused.evaluate(sum);
                const bool right = value.is_number() && value.number() == expected &&
                                   again.is_number() && again.number() == expected;
                wrong[static_cast<std::size_t>(own)] += right ? 0 : 1;
            }
        });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    CHECK(wrong == std::vector<int>(threads_count, 0));
}
