// SPDX-License-Identifier: Apache-2.0
//
// Bounds are never too small: for random expressions, assumptions and inputs inside the domains,
// what evaluating gives lies in what the bounds say. Each expression is tried with many inputs.
#include "feel/bounds.hpp"
#include "feel/session.hpp"
#include "feel/text.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstdint>
#include <string>
#include <vector>

using namespace heng;
using namespace heng::detail::feel;

namespace {

/// xorshift64: the same numbers everywhere.
class Random {
  public:
    explicit Random(std::uint64_t seed) : state_{seed * 2 + 1} {}

    std::uint64_t below(std::uint64_t bound) {
        state_ ^= state_ << 13;
        state_ ^= state_ >> 7;
        state_ ^= state_ << 17;
        return (state_ >> 11) % bound;
    }
    template <std::size_t N>
    std::string one_of(const std::array<const char*, N>& choices) {
        return choices[below(N)];
    }

  private:
    std::uint64_t state_;
};

/// Random expressions over the inputs of inputs().
class Expressions {
  public:
    explicit Expressions(Random& random) : random_{random} {}

    std::string number(int depth) {
        if (depth == 0 || random_.below(6) == 0) {
            return leaf();
        }
        const auto a = [&] {
            return number(depth - 1);
        };
        switch (random_.below(18)) {
        case 0:
            return "(" + a() + " + " + a() + ")";
        case 1:
            return "(" + a() + " - " + a() + ")";
        case 2:
            return "(" + a() + " * " + a() + ")";
        case 3:
        case 4:
            return "(" + a() + " / " + a() + ")";
        case 5:
        case 6:
        case 7:
            return "(if " + truth(depth - 1) + " then " + a() + " else " + a() + ")";
        case 8:
            return "min(" + a() + ", " + a() + ")";
        case 9:
            return "max(" + a() + ", " + a() + ", " + a() + ")";
        case 10:
            return "abs(" + a() + ")";
        case 11:
            return random_.one_of<4>({"floor(", "ceiling(", "round half up(", "round down("}) +
                   a() + ", " + std::to_string(random_.below(3)) + ")";
        case 12:
            return "count(rows[" + row_truth(depth - 1) + "])";
        case 13:
            return random_.one_of<4>({"sum(", "mean(", "min(", "max("}) + "rows[" +
                   row_truth(depth - 1) + "]." + random_.one_of<2>({"amount", "days"}) + ")";
        case 14:
            return "sum(for r in rows return r.amount * " + a() + ")";
        case 15:
            return "-" + leaf();
        case 16:
            return "(" + a() + " ** " + std::to_string(random_.below(4)) + ")";
        default:
            return random_.one_of<4>({"(x - n) / n", "(n + k) / (n + k + 1)", "(n - k) / n",
                                      "count(rows[late]) / count(rows)"});
        }
    }

    std::string truth(int depth) {
        if (depth == 0) {
            return random_.one_of<6>({"flag", "n = 0", "x > 1", "maybe = null", "true", "k != 2"});
        }
        const auto a = [&] {
            return number(depth - 1);
        };
        const auto b = [&] {
            return truth(depth - 1);
        };
        switch (random_.below(12)) {
        case 0:
            return "(" + b() + " and " + b() + ")";
        case 1:
            return "(" + b() + " or " + b() + ")";
        case 2:
            return "not(" + b() + ")";
        case 3:
            return "(" + a() + " between " + constant() + " and " + constant() + ")";
        case 4:
            return "(" + a() + " in " + random_.one_of<3>({"[", "(", "["}) + constant() + ".." +
                   std::to_string(5 + random_.below(4)) + random_.one_of<2>({"]", ")"}) + ")";
        case 5:
            return "(" + a() + " in (" + constant() + ", > " + constant() + "))";
        case 6:
            return "(some r in rows satisfies r.amount > " + a() + ")";
        case 7:
            return "(every r in rows satisfies " + b() + ")";
        case 8:
            return "(level " + random_.one_of<3>({"= \"a\"", "in (\"a\", \"b\")", "!= \"b\""}) +
                   ")";
        case 9:
            return "(" + a() + random_.one_of<2>({" = ", " != "}) + "null)";
        default:
            return "(" + a() + random_.one_of<6>({" = ", " != ", " < ", " <= ", " > ", " >= "}) +
                   a() + ")";
        }
    }

  private:
    std::string constant() { return random_.one_of<6>({"0", "1", "2", "-1", "0.5", "3"}); }

    std::string leaf() {
        return random_.below(3) == 0 ? constant()
                                     : random_.one_of<9>({"x", "n", "k", "rate", "maybe", "given",
                                                          "share", "n", "count(rows)"});
    }

    std::string row_truth(int depth) {
        switch (random_.below(4)) {
        case 0:
            return "late";
        case 1:
            return "days >= " + constant();
        case 2:
            return "amount > " + number(depth > 0 ? depth - 1 : 0);
        default:
            return "days in [1..2]";
        }
    }

    Random& random_;
};

Abstract between(std::int64_t low, std::int64_t high) {
    return Abstract::number(Numbers::of({Ratio{low}, true, Ratio{high}, true}));
}

struct Inputs {
    Scope scope;
    std::vector<Abstract> domains;
};

Inputs inputs() {
    Inputs result;
    const auto add = [&](std::string path, TypeKind kind, Abstract domain) {
        result.scope.add_input(std::move(path), Type{kind});
        result.domains.push_back(std::move(domain));
    };
    add("x", TypeKind::number, between(-3, 4));
    add("n", TypeKind::number, Abstract::number(Numbers::counts()));
    add("k", TypeKind::number, Abstract::number(Numbers::of({Ratio{1}, true, {}, false}, true)));
    add("rate", TypeKind::number, between(0, 1));
    Abstract maybe = between(0, 2);
    maybe.nulls = nulls::plain;
    add("maybe", TypeKind::number, maybe);
    add("given", TypeKind::number, between(2, 2));
    add("flag", TypeKind::boolean, Abstract::boolean(true, true));
    add("level", TypeKind::text, Abstract::any_text());
    result.scope.add_input("rows", Type::list_of(Type::record({{"late", Type{TypeKind::boolean}},
                                                               {"amount", Type{TypeKind::number}},
                                                               {"days", Type{TypeKind::number}}})));
    Abstract days = Abstract::number(Numbers::counts());
    days.nulls = nulls::plain;
    result.domains.push_back(Abstract::list_of(Abstract::record(
        {{"late", Abstract::boolean(true, true)}, {"amount", between(0, 5)}, {"days", days}})));
    result.scope.add_value("share", "n / (n + k)");
    return result;
}

/// Inputs inside their domains; small numbers and ends more often than others.
std::vector<Value> facts(Random& random) {
    const auto number = [&](std::int64_t low, std::int64_t high) {
        const auto steps = static_cast<std::uint64_t>((high - low) * 4 + 1);
        return Value::number(Ratio{low * 4 + static_cast<std::int64_t>(random.below(steps)), 4});
    };
    const auto whole = [&](std::int64_t low) {
        return Value::number(Ratio{low + static_cast<std::int64_t>(random.below(5))});
    };
    std::vector<Value> rows;
    const std::uint64_t count = random.below(4);
    for (std::uint64_t i = 0; i < count; ++i) {
        rows.push_back(Value::context({{"late", Value::boolean(random.below(2) == 0)},
                                       {"amount", number(0, 5)},
                                       {"days", random.below(6) == 0 ? Value{} : whole(0)}}));
    }
    return {number(-3, 4),
            whole(0),
            whole(1),
            number(0, 1),
            random.below(3) == 0 ? Value{} : number(0, 2),
            Value::number(Ratio{2}),
            Value::boolean(random.below(2) == 0),
            Value::text(random.one_of<3>({"a", "b", "c"})),
            Value::list(std::move(rows))};
}

} // namespace

TEST_CASE("what an expression gives lies in its bounds") {
    const Inputs declared = inputs();
    Random random{20'231'231};
    Expressions expressions{random};
    int cases = 0;
    int under_assumptions = 0;
    int open = 0;
    for (int i = 0; i < 3'000; ++i) {
        const bool logical = random.below(3) == 0;
        const std::string text = logical ? expressions.truth(3) : expressions.number(4);
        const std::string given = expressions.truth(3);
        Program program;
        REQUIRE(program.compile_values(declared.scope).empty());
        const auto id = program.compile(text, declared.scope);
        const auto condition = program.compile(given, declared.scope);
        if (!id || !condition) { // such as a comparison that is always of two kinds
            continue;
        }
        Bounds bounds{program, declared.domains};
        const Abstract whole = bounds.evaluate(*id);
        const Abstract when = bounds.evaluate(*condition);
        open += whole.open ? 1 : 0;
        std::array<Abstract, 2> assumed;
        std::array<bool, 2> possible{};
        for (const bool truth : {false, true}) {
            bounds.open();
            possible[truth] = bounds.assume(*condition, truth);
            assumed[truth] = bounds.evaluate(*id);
            bounds.close();
        }
        for (int j = 0; j < 12; ++j) {
            const std::vector<Value> slots = facts(random);
            Session session{program, slots};
            const Value value = session.evaluate(*id);
            if (session.fault()) {
                continue;
            }
            const Value holds = session.evaluate(*condition);
            INFO(text);
            INFO("given ", given);
            INFO(value_text(value), " of ", value_text(Value::list(slots)));
            REQUIRE(whole.contains(value));
            REQUIRE(when.contains(holds));
            if (holds.is_boolean()) {
                REQUIRE(possible[holds.is_true()]);
                REQUIRE(assumed[holds.is_true()].contains(value));
                ++under_assumptions;
            }
            ++cases;
        }
    }
    CHECK(cases >= 20'000);
    CHECK(under_assumptions >= 10'000);
    CHECK(open < 600); // the bounds are not empty talk
}
