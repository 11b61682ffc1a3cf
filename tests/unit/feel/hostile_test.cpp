// SPDX-License-Identifier: Apache-2.0
//
// Texts that mean harm: whatever the bytes, there is a value or a fault with a place inside the
// text.
#include "feel/intervals.hpp"
#include "support.hpp"

#include <cstdint>
#include <string>
#include <string_view>

using namespace heng::detail::feel;
using namespace heng::detail::feel::test;

namespace {

/// Numbers that look like chance and are the same on every platform (xorshift64*).
class Stream {
  public:
    explicit Stream(std::uint64_t seed) : state_{seed} {}
    std::size_t below(std::size_t bound) {
        state_ ^= state_ >> 12U;
        state_ ^= state_ << 25U;
        state_ ^= state_ >> 27U;
        return static_cast<std::size_t>(state_ * 2'685'821'657'736'338'717U >> 33U) % bound;
    }

  private:
    std::uint64_t state_;
};

constexpr std::string_view pieces[] = {"(",
                                       ")",
                                       "[",
                                       "]",
                                       "{",
                                       "}",
                                       "..",
                                       ",",
                                       ":",
                                       ".",
                                       "+",
                                       "-",
                                       "*",
                                       "**",
                                       "/",
                                       "=",
                                       "<",
                                       ">=",
                                       "!=",
                                       " and ",
                                       " or ",
                                       "not(",
                                       " in ",
                                       "if ",
                                       " then ",
                                       " else ",
                                       "for x in ",
                                       " return ",
                                       "some ",
                                       " between ",
                                       "item",
                                       "?",
                                       "x",
                                       "partial",
                                       " satisfies ",
                                       "\"a\"",
                                       "1",
                                       "0.5",
                                       "1e9",
                                       "null",
                                       "true",
                                       "@\"P1D\"",
                                       "date(",
                                       "sum(",
                                       "count(",
                                       "flatten(",
                                       "rate",
                                       "contracts",
                                       "budget.annual",
                                       "append(",
                                       "string(",
                                       "\xFF",
                                       "（",
                                       "%",
                                       "//",
                                       "/*",
                                       "signed late",
                                       "amount",
                                       "\\",
                                       "\"",
                                       "1..99",
                                       "**1000",
                                       "function",
                                       "instance of",
                                       "list<",
                                       "sort(",
                                       "function(x, y) ",
                                       "list replace(",
                                       "late",
                                       "\xE2\x80",
                                       "@",
                                       "e5",
                                       "'",
                                       "mode("};

constexpr SessionLimits small{20'000, 2'000, 20'000};

void try_out(const std::string& text, const Scope& scope, const std::vector<Value>& slots) {
    Program program;
    REQUIRE(program.compile_values(scope).empty());
    const auto check_place = [&](const Fault& fault) {
        CHECK(!fault.message.empty());
        CHECK(fault.offset + fault.length <= text.size());
    };
    if (const auto expression = program.compile(text, scope)) {
        Session session{program, slots, small};
        const Value value = session.evaluate(*expression);
        CHECK(value_text(value, 1'000).size() < 1'000'000);
        Trace trace;
        Session traced{program, slots, small};
        CHECK(value_text(traced.evaluate(*expression, &trace), 1'000) == value_text(value, 1'000));
        CHECK(trace.nodes().size() <= limits::trace_nodes);
        for (const TraceNode& node : trace.nodes()) {
            CHECK(node.end <= trace.nodes().size());
            CHECK(node.place.end() <= text.size());
        }
        for (const SlotId slot : session.reads()) {
            CHECK(slot < slots.size());
        }
    } else {
        check_place(expression.error());
    }
    if (const auto tests = program.compile_tests(text, scope, Type{})) {
        Session session{program, slots, small};
        const Value holds = session.evaluate_tests(*tests, number("1"));
        CHECK((holds.is_null() || holds.is_boolean()));
    } else {
        check_place(tests.error());
    }
    if (const auto intervals = constant_intervals(text); !intervals) {
        check_place(intervals.error());
    }
}

} // namespace

TEST_CASE("pieces of expressions in any order") {
    const Scope closed = budget_scope();
    const std::vector<Value> slots = budget_slots();
    const Value context = Value::context({{"x", number("3")}, {"contracts", slots[7]}});
    const Scope open = Scope::open(context);
    const std::vector<Value> open_slots = Scope::slots_of(context);
    Stream stream{20'240'131};
    for (int round = 0; round < 4'000; ++round) {
        std::string text;
        for (std::size_t count = 1 + stream.below(12); count > 0; --count) {
            text += pieces[stream.below(std::size(pieces))];
        }
        CAPTURE(text);
        try_out(text, closed, slots);
        try_out(text, open, open_slots);
    }
}

TEST_CASE("good expressions with a few bytes changed") {
    const Scope closed = budget_scope();
    const std::vector<Value> slots = budget_slots();
    const std::string_view good[] = {
        "sum(contracts[signed late].amount) / budget.annual",
        "if late and items > 3 then min(rate, 1) else factor ** 2",
        "for c in contracts, i in 1..3 return {a: c.amount * i, b: [a, c.days]}",
        "not([80..90), > 95, \"优\") ",
        "every c in contracts[amount > 7] satisfies c.days between 3 and 40",
        "date(\"2024-01-31\") - filed >= @\"P30D\" or rate in (< 0.5, [0.9..1])",
        "string(distinct values(flatten([[1, 2], [2, [3]]]))[-1]) + \"\\u4E07\\n\"",
    };
    Stream stream{7};
    for (int round = 0; round < 4'000; ++round) {
        std::string text{good[stream.below(std::size(good))]};
        for (std::size_t count = 1 + stream.below(3); count > 0; --count) {
            const std::size_t at = stream.below(text.size());
            switch (stream.below(4)) {
            case 0:
                text.erase(at, 1 + stream.below(4));
                break;
            case 1:
                text[at] = static_cast<char>(stream.below(256));
                break;
            case 2:
                text.insert(at, pieces[stream.below(std::size(pieces))]);
                break;
            default:
                text.insert(at, text.substr(stream.below(text.size()), 12));
                break;
            }
            text += text.empty() ? " " : "";
        }
        CAPTURE(text);
        try_out(text, closed, slots);
    }
}

TEST_CASE("long and deep texts") {
    const Scope closed = budget_scope();
    const std::vector<Value> slots = budget_slots();
    const auto repeated = [](std::string_view piece, std::size_t count) {
        std::string text;
        for (std::size_t i = 0; i < count; ++i) {
            text += piece;
        }
        return text;
    };
    for (const std::string_view piece : {"(",    "[",         "{a:",       "-",
                                         "not(", "if ",       "1+",        "a.",
                                         "x[",   "for x in ", "1 in (",    "]",
                                         "1,",   "a ",        "true and ", "if late then 1 else ",
                                         "\\",   "[[1..",     "@",         "x in ]1.."}) {
        CAPTURE(piece);
        try_out(repeated(piece, 65'000 / piece.size()), closed, slots);
        try_out(repeated(piece, 200) + "1", closed, slots);
    }
    try_out("1 in (" + repeated("1,", 30'000) + "1)", closed, slots);
    try_out("[" + repeated("1,", 30'000) + "1]", closed, slots);
    try_out("{" + repeated("a", 60'000) + ": 1}", closed, slots);
    try_out("for " + repeated("a in [1], ", 2'000) + "b in [1] return b", closed, slots);
}
