// SPDX-License-Identifier: Apache-2.0
//
// What a trace holds, as lines: the text of each node, its value, its kind where that is not an
// operation; what it is a part of shows in the indentation.
#include "feel/trace.hpp"
#include "support.hpp"

#include <functional>

using namespace heng;
using namespace heng::detail::feel;
using namespace heng::detail::feel::test;

namespace {

struct Traced {
    Scope scope = budget_scope();
    Program program;
    std::vector<Value> slots = budget_slots();

    explicit Traced(std::vector<std::pair<std::string, std::string>> values = {},
                    Folding folding = Folding::off)
        : program{folding} {
        for (auto& [name, text] : values) {
            scope.add_value(name, text);
        }
        REQUIRE(program.compile_values(scope).empty());
    }

    Trace trace(std::string_view text, SessionLimits limits = {}) {
        const auto id = program.compile(text, scope);
        REQUIRE_MESSAGE(id.has_value(), id.error().message);
        Trace trace;
        Session session{program, slots, limits};
        const Value explained = session.evaluate(*id, &trace);
        session.reset(slots);
        const Value plain = session.evaluate(*id);
        CHECK(value_text(explained) == value_text(plain));
        return trace;
    }

    std::string lines(std::string_view text, SessionLimits limits = {}) {
        const Trace found = trace(text, limits);
        std::string out;
        const std::function<void(std::size_t, std::size_t)> add = [&](std::size_t at,
                                                                      std::size_t level) {
            const TraceNode& node = found.nodes()[at];
            const std::string_view kinds[] = {"", "!", "<", "$", "#", "?"};
            out += std::string(level, ' ');
            out += kinds[static_cast<std::size_t>(node.kind)];
            if (node.kind == TraceKind::iteration) {
                out += node.name;
            } else {
                const std::string_view source =
                    node.source == Trace::expression ? text : scope.value_text(node.source);
                out += source.substr(node.place.offset, node.place.length);
            }
            out +=
                " = " + value_text(node.value).substr(0, 115) + (node.repeated ? " ^" : "") + '\n';
            for (std::size_t i = at + 1; i < node.end; i = found.nodes()[i].end) {
                add(i, level + 1);
            }
            if (node.omitted > 0) {
                out += std::string(level + 1, ' ') + '+' + std::to_string(node.omitted) + '\n';
            }
        };
        if (!found.nodes().empty()) {
            CHECK(found.nodes().front().end == found.nodes().size());
            add(0, 0);
        }
        return out;
    }
};

} // namespace

TEST_CASE("each step has its place and its value") {
    Traced rubric;
    struct Case {
        std::string_view expression;
        std::string expected;
    };
    const std::string contracts = value_text(rubric.slots[7]).substr(0, 115);
    const Case cases[] = {
        {"factor * 3", "factor * 3 = 6\n <factor = 2\n"},
        {"1/4 * 8", "1/4 * 8 = 2\n 1/4 = 0.25\n"},
        // a chain is one step, brackets belong to what they stand in
        {"items + factor - 1 + items",
         "items + factor - 1 + items = 9\n <items = 4\n <factor = 2\n <items = 4\n"},
        {"items - (factor + 1)",
         "items - (factor + 1) = 1\n <items = 4\n factor + 1 = 3\n  <factor = 2\n"},
        {"(factor + 1) * items",
         "(factor + 1) * items = 12\n factor + 1 = 3\n  <factor = 2\n <items = 4\n"},
        // what is not evaluated is not there
        {"if late then items else factor",
         "if late then items else factor = 4\n <late = true\n <items = 4\n"},
        {"not(late) and factor > 1",
         "not(late) and factor > 1 = false\n not(late) = false\n  <late = true\n"},
        {"late or factor > 1", "late or factor > 1 = true\n <late = true\n"},
        // a path is one step
        {"contracts[1].amount + budget.annual",
         "contracts[1].amount + budget.annual = 527480.55\n contracts[1].amount = 10\n"
         "  contracts[1] = {signed late: true, amount: 10, days: 40}\n"
         "   <contracts = " +
             contracts + "\n <budget.annual = 527470.55\n"},
        // tests
        {"items in (< factor, [3..5], 9)",
         "items in (< factor, [3..5], 9) = true\n <items = 4\n ?< factor = false\n  <factor = 2\n"
         " ?[3..5] = true\n"},
        {"items between factor and 5",
         "items between factor and 5 = true\n <items = 4\n <factor = 2\n"},
        // variables
        {"for i in 1..factor, j in [i] return i * j + items",
         "for i in 1..factor, j in [i] return i * j + items = [5, 8]\n <factor = 2\n"
         " #i = 1\n  [i] = [1]\n  #j = 1\n   i * j + items = 5\n    i * j = 1\n    <items = 4\n"
         " #i = 2\n  [i] = [2]\n  #j = 2\n   i * j + items = 8\n    i * j = 4\n    <items = 4\n"},
        {"[7, 8][item > factor + 5]",
         "[7, 8][item > factor + 5] = [8]\n #item = 7\n  item > factor + 5 = false\n"
         "   factor + 5 = 7\n    <factor = 2\n #item = 8\n  item > factor + 5 = true\n"
         "   factor + 5 = 7\n    <factor = 2\n"},
        {"some i in [1, factor, 3] satisfies i > 1",
         "some i in [1, factor, 3] satisfies i > 1 = true\n [1, factor, 3] = [1, 2, 3]\n"
         "  <factor = 2\n #i = 1\n  i > 1 = false\n #i = 2\n  i > 1 = true\n"},
        {"max(factor, 1, items)", "max(factor, 1, items) = 4\n <factor = 2\n <items = 4\n"},
        {"{a: factor, b: a * 2}.b",
         "{a: factor, b: a * 2}.b = 4\n {a: factor, b: a * 2} = {a: 2, b: 4}\n  <factor = 2\n"
         "  a * 2 = 4\n"},
        {"-factor", "-factor = -2\n <factor = 2\n"},
        {"5", "! = 5\n"},
    };
    for (const Case& each : cases) {
        CAPTURE(each.expression);
        CHECK(rubric.lines(each.expression) == each.expected);
    }
}

TEST_CASE("a named value has its steps below it, once") {
    Traced rubric{{{"double", "2 * single"}, {"single", "factor + 1"}, {"fixed", "0.9"}}};
    CHECK(rubric.lines("double + single + fixed") == "double + single + fixed = 9.9\n"
                                                     " $double = 6\n"
                                                     "  2 * single = 6\n"
                                                     "   $single = 3\n"
                                                     "    factor + 1 = 3\n"
                                                     "     <factor = 2\n"
                                                     " $single = 3 ^\n"
                                                     " $fixed = 0.9\n");
}

TEST_CASE("what is first evaluated in a round that is not told is not said to stand above") {
    Traced rubric{{{"single", "factor + 1"}}};
    const std::string text =
        rubric.lines("sum(for i in 1..20 return if i = 15 then single else i) + single + single");
    CHECK(text.ends_with(" $single = 3\n $single = 3 ^\n"));
}

TEST_CASE("a part that was folded is told as one constant") {
    Traced rubric{{}, Folding::on};
    CHECK(rubric.lines("factor * (1/4 + 1) + -3") ==
          "factor * (1/4 + 1) + -3 = -0.5\n factor * (1/4 + 1) = 2.5\n  <factor = 2\n"
          "  !1/4 + 1 = 1.25\n");
}

TEST_CASE("of a loop the first ten rounds are told, of all the first 10,000 steps") {
    Traced rubric;
    const std::string counted = rubric.lines("for i in 1..1000 return i * factor");
    CHECK(counted.find(" #i = 10\n") != std::string::npos);
    CHECK(counted.find(" #i = 11\n") == std::string::npos);
    CHECK(counted.ends_with("\n +990\n"));
    const Trace nested =
        rubric.trace("for a in 1..10, b in 1..10, c in 1..10, d in 1..10 return a * b + c * d");
    CHECK(nested.nodes().size() == limits::trace_nodes);
    const std::string chain = [] {
        std::string text = "factor";
        for (int i = 0; i < 200; ++i) {
            text = i % 2 == 0 ? text + " - 1" : text + " * 1";
        }
        return text;
    }();
    CHECK(rubric.trace(chain).nodes().size() <= 202);
    std::string deep = "factor";
    for (int i = 0; i < 30; ++i) {
        deep = "[1 + (" + deep + ")][1]";
    }
    const Trace cut = rubric.trace(deep);
    CHECK(cut.nodes().size() <= limits::trace_depth);
    CHECK(cut.nodes().back().omitted > 0);
}

TEST_CASE("a trace costs no steps") {
    Traced rubric{{{"late ones", "count(contracts[signed late])"}}};
    const std::string_view text = "late ones / count(contracts) + sum(for i in 1..20 return i)";
    const auto id = rubric.program.compile(text, rubric.scope);
    REQUIRE(id.has_value());
    std::int64_t needed = 1;
    for (;; ++needed) {
        SessionLimits limits;
        limits.steps = needed;
        Session session{rubric.program, rubric.slots, limits};
        if (session.evaluate(*id).is_number()) {
            break;
        }
    }
    SessionLimits limits;
    limits.steps = needed;
    Trace trace;
    Session session{rubric.program, rubric.slots, limits};
    CHECK(session.evaluate(*id, &trace).is_number());
    limits.steps = needed - 1;
    Trace cut;
    Session short_of_one{rubric.program, rubric.slots, limits};
    CHECK(short_of_one.evaluate(*id, &cut).is_null());
    CHECK(short_of_one.fault().has_value());
}
