// SPDX-License-Identifier: Apache-2.0
#include "feel/checker.hpp"
#include "feel/compiler.hpp"
#include "feel/cursor.hpp"
#include "feel/intervals.hpp"
#include "feel/messages.hpp"
#include "feel/parser.hpp"
#include "feel/session.hpp"
#include "number/interval_set.hpp"

#include <string>
#include <utility>

namespace heng::detail::feel {

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
        return tests.truth ? IntervalSet{intervals_}.complement().parts() : std::move(intervals_);
    }

  private:
    void read_test(AstId id) {
        const AstNode test = ast_[id];
        if (test.kind == AstKind::range) {
            const Ratio low = constant(test.children[0]);
            const Ratio high = constant(test.children[1]);
            if (high < low) {
                Cursor::refuse(codes::type, test.span, say::range_falls, say::hint_range_falls);
            }
            intervals_.push_back({low, test.low_closed, high, test.high_closed});
        } else if (test.kind == AstKind::test) {
            add(test.op, constant(test.children[0]));
        } else {
            refuse_difference(test);
            add(Op::equal, constant(id));
        }
    }

    /// 80-90 is -10, and was meant as a range.
    void refuse_difference(const AstNode& test) const {
        if (test.kind != AstKind::binary || test.op != Op::subtract) {
            return;
        }
        const AstNode& low = ast_[test.children[0]];
        const AstNode& high = ast_[test.children[1]];
        if (low.kind == AstKind::number && high.kind == AstKind::number) {
            Cursor::refuse(codes::type, test.span,
                           say::a_difference((low.number - high.number).to_string()),
                           say::range_brackets(low.number.to_string(), high.number.to_string()));
        }
    }

    void add(Op op, const Ratio& end) {
        switch (op) {
        case Op::less:
            intervals_.push_back(Interval::below(end));
            break;
        case Op::less_equal:
            intervals_.push_back(Interval::up_to(end));
            break;
        case Op::greater:
            intervals_.push_back(Interval::above(end));
            break;
        case Op::greater_equal:
            intervals_.push_back(Interval::from(end));
            break;
        case Op::not_equal:
            intervals_.push_back(Interval::below(end));
            intervals_.push_back(Interval::above(end));
            break;
        default:
            intervals_.push_back(Interval::at(end));
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
            const bool unknown = value.is_null() || ast_[id].type.is_open();
            Cursor::refuse(
                codes::type, ast_[id].span,
                say::constant_due(unknown ? say::an_expression() : ast_[id].type.phrase()),
                say::hint_constant);
        }
        return value.number();
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
        Fault& fault = found.fault();
        if (fault.code == codes::unknown_name && fault.hint.empty()) {
            fault.hint = say::hint_constant;
        }
        return tl::unexpected{std::move(fault)};
    }
}

} // namespace heng::detail::feel
