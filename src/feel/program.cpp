// SPDX-License-Identifier: Apache-2.0
#include "feel/checker.hpp"
#include "feel/compiler.hpp"
#include "feel/cursor.hpp"
#include "feel/limits.hpp"
#include "feel/messages.hpp"
#include "feel/parser.hpp"
#include "feel/program.hpp"
#include "feel/walk.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace heng::detail::feel {

/// Compiles expressions into a program, and the named values that they refer to before them.
class ProgramBuilder final : public ValueTypes {
  public:
    ProgramBuilder(Program& program, const Scope& scope) : program_{program}, scope_{scope} {
        program.code_.slot_count = scope.slot_count();
        program.code_.may_round = scope.is_open();
    }

    std::vector<ValueFault> values() {
        const std::size_t count = scope_.value_count();
        program_.code_.values.assign(count, no_node);
        program_.value_types_.assign(count, Type{});
        program_.value_depths_.assign(count, 0);
        program_.value_levels_.assign(count, 0);
        states_.assign(count, State::unknown);
        faults_.resize(count);
        std::vector<ValueFault> faults;
        for (ValueId value = 0; value < count; ++value) {
            if (states_[value] == State::unknown) {
                compile_value(value);
            }
            if (faults_[value]) {
                faults.push_back({value, *std::move(faults_[value])});
            }
        }
        return faults;
    }

    tl::expected<ExpressionId, Fault> expression(std::string_view text, ExpectedType expected) {
        auto ast = parse_expression(text, scope_);
        return finish(std::move(ast), [&](Ast& tree, Checker& checker) {
            Type type = checker.check_expression(expected);
            return std::pair{
                std::move(type),
                Compiler{tree, program_.code_, program_.folding_}.compile_expression()};
        });
    }

    tl::expected<ExpressionId, Fault> tests(std::string_view text, const Type& input) {
        auto ast = parse_tests(text, scope_);
        return finish(std::move(ast), [&](Ast& tree, Checker& checker) {
            checker.check_tests(input);
            return std::pair{Type{TypeKind::boolean},
                             Compiler{tree, program_.code_, program_.folding_}.compile_tests()};
        });
    }

    Type type_of(ValueId value, Span place) override {
        Expects(value < program_.code_.values.size()); // compile_values() comes first
        if (!states_.empty() && states_[value] == State::unknown) {
            if (nested_ == limits::value_nesting) {
                refuse_chain(place);
            }
            ++nested_;
            const Depth outer = std::exchange(depth_, {});
            compile_value(value);
            depth_ = outer;
            --nested_;
        }
        if (!states_.empty() && states_[value] == State::open) {
            refuse_cycle(value, place);
        }
        depth_.below = std::max(depth_.below, program_.value_depths_[value]);
        depth_.level = std::max(depth_.level, program_.value_levels_[value]);
        return program_.value_types_[value];
    }

  private:
    enum class State : std::uint8_t { unknown, open, done };
    /// The greatest depth and level of the values that the expression at hand refers to.
    struct Depth {
        int below = 0;
        int level = 0;
    };

    [[noreturn]] static void refuse_chain(Span place) {
        Cursor::refuse(codes::limit, place, say::values_chain, say::hint_values_chain);
    }

    [[noreturn]] void refuse_cycle(ValueId value, Span place) const {
        const auto first = std::find(open_.begin(), open_.end(), value);
        std::string names;
        for (auto each = first; each != open_.end(); ++each) {
            names += scope_.value_name(*each) + " → ";
        }
        Cursor::refuse(codes::cycle, place, say::cycle(names + scope_.value_name(value)),
                       say::hint_cycle);
    }

    void compile_value(ValueId value) {
        states_[value] = State::open;
        open_.push_back(value);
        depth_ = {};
        const auto id = expression(scope_.value_text(value), ExpectedType::any);
        if (id) {
            Entry& entry = program_.code_.expressions[*id];
            program_.code_.values[value] = entry.root;
            program_.value_types_[value] = entry.type;
            program_.value_depths_[value] = entry.depth;
            program_.value_levels_[value] = depth_.level + 1;
        } else {
            faults_[value] = id.error();
            program_.code_.nodes.push_back({});
            program_.code_.places.emplace_back();
            program_.code_.nodes.back().a = static_cast<NodeId>(program_.code_.constants.size());
            program_.code_.constants.emplace_back();
            program_.code_.values[value] = static_cast<NodeId>(program_.code_.nodes.size() - 1);
        }
        open_.pop_back();
        states_[value] = State::done;
    }

    template <class Work>
    tl::expected<ExpressionId, Fault> finish(tl::expected<Ast, Fault> ast, Work work) {
        if (!ast) {
            return tl::unexpected{std::move(ast.error())};
        }
        try {
            Checker checker{*ast, scope_, *this};
            auto [type, root] = work(*ast, checker);
            const AstNode& tree = (*ast)[ast->root];
            const int depth = tree.depth + depth_.below;
            if (depth_.level + (open_.empty() ? 0 : 1) > limits::value_nesting) {
                refuse_chain(tree.span);
            }
            if (depth > limits::total_depth) {
                Cursor::refuse(codes::limit, tree.span, say::values_deep, say::hint_values_chain);
            }
            program_.code_.expressions.push_back({root, depth, 0, std::move(type)});
            return static_cast<ExpressionId>(program_.code_.expressions.size() - 1);
        } catch (FaultFound& found) {
            return tl::unexpected{std::move(found.fault())};
        }
    }

    Program& program_;
    const Scope& scope_;
    std::vector<State> states_;
    std::vector<std::optional<Fault>> faults_;
    std::vector<ValueId> open_;
    Depth depth_;
    int nested_ = 0;
};

std::vector<ValueFault> Program::compile_values(const Scope& scope) {
    return ProgramBuilder{*this, scope}.values();
}

tl::expected<ExpressionId, Fault> Program::compile(std::string_view text, const Scope& scope,
                                                   ExpectedType expected) {
    return ProgramBuilder{*this, scope}.expression(text, expected);
}

tl::expected<ExpressionId, Fault> Program::compile_tests(std::string_view text, const Scope& scope,
                                                         const Type& input) {
    return ProgramBuilder{*this, scope}.tests(text, input);
}

namespace {

/// The nodes that evaluating `root` can reach, with those of the values it refers to.
class Reach {
  public:
    Reach(const Code& code, NodeId root) : code_{code}, seen_values_(code.values.size()) {
        visit(root);
        while (!pending_.empty()) {
            const NodeId node = pending_.back();
            pending_.pop_back();
            follow(code.nodes[node]);
        }
    }

    [[nodiscard]] std::vector<SlotId> slots() const { return unique(slots_); }
    [[nodiscard]] std::vector<ValueId> values() const { return unique(values_); }
    [[nodiscard]] const std::vector<NodeId>& constants() const { return constants_; }

  private:
    static std::vector<std::uint32_t> unique(std::vector<std::uint32_t> numbers) {
        std::sort(numbers.begin(), numbers.end());
        numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
        return numbers;
    }

    void visit(NodeId node) { pending_.push_back(node); }

    void follow(const Node& node) {
        switch (node.op) {
        case Op::constant:
            constants_.push_back(node.a);
            break;
        case Op::slot:
            slots_.push_back(node.a);
            break;
        case Op::value:
            if (!seen_values_[node.a]) {
                seen_values_[node.a] = true;
                values_.push_back(node.a);
                visit(code_.values[node.a]);
            }
            break;
        default:
            for_each_operand(code_, node, [this](NodeId operand) { visit(operand); });
            break;
        }
    }

    const Code& code_;
    std::vector<NodeId> pending_;
    std::vector<bool> seen_values_;
    std::vector<SlotId> slots_;
    std::vector<ValueId> values_;
    std::vector<NodeId> constants_;
};

} // namespace

std::vector<SlotId> Program::static_reads(ExpressionId id) const {
    return Reach{code_, code_.expressions[id].root}.slots();
}

std::vector<SlotId> Program::static_reads_of_value(ValueId id) const {
    return Reach{code_, code_.values[id]}.slots();
}

std::vector<ValueId> Program::static_values(ExpressionId id) const {
    return Reach{code_, code_.expressions[id].root}.values();
}

std::vector<Value> Program::static_constants(ExpressionId id) const {
    std::vector<Value> constants;
    const Reach reach{code_, code_.expressions[id].root};
    for (const NodeId constant : reach.constants()) {
        constants.push_back(code_.constants[constant]);
    }
    return constants;
}

} // namespace heng::detail::feel
