// SPDX-License-Identifier: Apache-2.0
#include "feel/checker.hpp"
#include "feel/compiler.hpp"
#include "feel/cursor.hpp"
#include "feel/intervals.hpp"
#include "feel/parser.hpp"
#include "feel/session.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace heng::feel {

namespace {

/// An empty scope has no values to know the type of.
class NoValues final : public ValueTypes {
  public:
    Type type_of(ValueId /*value*/, Span /*place*/) override { return {}; }
};

/// Reads the intervals off a checked tree of tests.
class Reader {
  public:
    explicit Reader(Ast& ast) : ast_{ast} {}

    std::vector<Interval> read() {
        const AstNode tests = ast_[ast_.root];
        if (tests.children.empty()) {
            return {Interval{}};
        }
        for (const AstId test : tests.children) {
            read_test(test);
        }
        return tests.truth ? complement(intervals_) : std::move(intervals_);
    }

  private:
    void read_test(AstId id) {
        const AstNode test = ast_[id];
        if (test.kind == AstKind::range) {
            const Ratio low = constant(test.children[0]);
            const Ratio high = constant(test.children[1]);
            if (high < low) {
                Cursor::refuse(codes::type, test.span, "the range ends below its start",
                               "write the lower end first");
            }
            intervals_.push_back({low, test.low_closed, high, test.high_closed});
        } else if (test.kind == AstKind::test) {
            add(test.op, constant(test.children[0]));
        } else {
            add(Operator::equal, constant(id));
        }
    }

    void add(Operator op, const Ratio& end) {
        switch (op) {
        case Operator::less:
            intervals_.push_back({{}, false, end, false});
            break;
        case Operator::less_equal:
            intervals_.push_back({{}, false, end, true});
            break;
        case Operator::greater:
            intervals_.push_back({end, false, {}, false});
            break;
        case Operator::greater_equal:
            intervals_.push_back({end, true, {}, false});
            break;
        case Operator::not_equal:
            intervals_.push_back({{}, false, end, false});
            intervals_.push_back({end, false, {}, false});
            break;
        default:
            intervals_.push_back({end, true, end, true});
            break;
        }
    }

    Ratio constant(AstId id) {
        const AstId root = std::exchange(ast_.root, id);
        Code code;
        const NodeId node = Compiler{ast_, code, Folding::on}.compile_expression();
        ast_.root = root;
        const bool constant = code.nodes[node].op == Op::constant;
        const Value value = constant ? code.constants[code.nodes[node].a] : Value{};
        if (!value.is_number()) {
            const std::string found{value.is_null() ? "an expression" : kind_phrase(value.kind())};
            Cursor::refuse(codes::type, ast_[id].span,
                           found + " stands where a constant number is due",
                           "write numbers, as in >= 0.9 or [0.8..0.9)");
        }
        return value.number();
    }

    /// What none of the intervals covers, from the lowest to the highest.
    static std::vector<Interval> complement(const std::vector<Interval>& covered) {
        std::vector<const Interval*> rising;
        for (const Interval& each : covered) {
            rising.push_back(&each);
        }
        std::sort(rising.begin(), rising.end(), [](const Interval* a, const Interval* b) {
            if (!a->low || !b->low) {
                return !a->low && b->low.has_value();
            }
            return *a->low != *b->low ? *a->low < *b->low : a->low_closed && !b->low_closed;
        });
        std::vector<Interval> gaps;
        Interval gap; // its low end is what has not been covered yet
        for (const Interval* next : rising) {
            const Interval& each = *next;
            gap.high = each.low;
            gap.high_closed = !each.low_closed;
            const bool point = gap.low && gap.high && *gap.low == *gap.high;
            const bool some = !gap.low || (gap.high && *gap.low < *gap.high);
            if (each.low && (some || (point && gap.low_closed && gap.high_closed))) {
                gaps.push_back(gap);
            }
            if (!each.high) {
                return gaps;
            }
            if (!gap.low || *gap.low < *each.high) {
                gap.low = each.high;
                gap.low_closed = !each.high_closed;
            } else if (*gap.low == *each.high) {
                gap.low_closed = gap.low_closed && !each.high_closed;
            }
        }
        gap.high.reset();
        gap.high_closed = false;
        gaps.push_back(gap);
        return gaps;
    }

    Ast& ast_;
    std::vector<Interval> intervals_;
};

} // namespace

tl::expected<std::vector<Interval>, Fault> constant_intervals(std::string_view text) {
    const Scope scope;
    auto ast = parse_tests(text, scope);
    if (!ast) {
        return tl::unexpected{std::move(ast.error())};
    }
    try {
        NoValues values;
        Checker{*ast, scope, values}.check_tests(Type{TypeKind::number});
        return Reader{*ast}.read();
    } catch (FaultFound& found) {
        return tl::unexpected{std::move(found.fault())};
    }
}

} // namespace heng::feel
