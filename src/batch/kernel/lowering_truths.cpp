// SPDX-License-Identifier: Apache-2.0
//
// Conditions and texts.
#include "batch/kernel/lowering.hpp"

namespace heng::detail::kernel {

using feel::NodeId;

std::optional<Register> Lowering::truth(NodeId id) {
    const feel::Node& node = code_.nodes[id];
    if (!count_node() || kind_of(id) != Kind::truth) {
        return std::nullopt;
    }
    switch (node.op) {
    case feel::Op::constant:
        return fixed(code_.constants[node.a].is_true() ? 1 : 0, 0);
    case feel::Op::slot:
        return read(node.a).num;
    case feel::Op::value:
        return truth_of_value(code_.values[node.a]);
    case feel::Op::equal:
    case feel::Op::not_equal:
    case feel::Op::less:
    case feel::Op::less_equal:
    case feel::Op::greater:
    case feel::Op::greater_equal:
        return comparison(node);
    case feel::Op::both:
        return logic(Op::both, node.a, node.b);
    case feel::Op::either:
        return logic(Op::either, node.a, node.b);
    case feel::Op::negated:
        return logic(Op::negated, node.a, node.a);
    case feel::Op::call:
        return logic(Op::negated, code_.many[node.b], code_.many[node.b]);
    case feel::Op::within:
        return within(node);
    case feel::Op::condition:
        return choice(node);
    default:
        return std::nullopt;
    }
}

std::optional<Register> Lowering::text(NodeId id) {
    const feel::Node& node = code_.nodes[behind_values(id)];
    if (!count_node() || kind_of(id) != Kind::text) {
        return std::nullopt;
    }
    switch (node.op) {
    case feel::Op::constant:
        return fixed(program_.layout.texts.index_of(code_.constants[node.a].text()), 0);
    case feel::Op::slot:
        return read(node.a).num;
    case feel::Op::condition: {
        const auto holds = truth(node.a);
        const auto a = text(node.b);
        const auto b = text(node.c);
        if (!holds || !a || !b) {
            return std::nullopt;
        }
        const Register out = result();
        program_.steps.push_back({.op = Op::select, .out = out, .a = *holds, .b = *a, .c = *b});
        return out;
    }
    default:
        return std::nullopt;
    }
}

std::optional<Register> Lowering::truth_of_value(NodeId id) {
    const auto known = truths_.find(id);
    if (known != truths_.end()) {
        return known->second;
    }
    ++in_value_;
    const auto made = truth(id);
    --in_value_;
    if (made) {
        truths_.emplace(id, *made);
    }
    return made;
}

std::optional<Register> Lowering::comparison(const feel::Node& node) {
    const bool equality = node.op == feel::Op::equal || node.op == feel::Op::not_equal;
    if (equality && kind_of(node.a) == Kind::truth) {
        const auto same = logic(Op::same, node.a, node.b);
        return same && node.op == feel::Op::not_equal
                   ? truth_step(Op::negated, {*same, one_}, {*same, one_})
                   : same;
    }
    const auto a = number(node.a);
    const auto b = number(node.b);
    if (!a || !b) {
        return std::nullopt;
    }
    switch (node.op) {
    case feel::Op::equal:
        return truth_step(Op::equal, *a, *b);
    case feel::Op::not_equal: {
        const Register same = truth_step(Op::equal, *a, *b);
        return truth_step(Op::negated, {same, one_}, {same, one_});
    }
    case feel::Op::less:
        return truth_step(Op::less, *a, *b);
    case feel::Op::less_equal:
        return truth_step(Op::less_equal, *a, *b);
    case feel::Op::greater:
        return truth_step(Op::less, *b, *a);
    default:
        return truth_step(Op::less_equal, *b, *a);
    }
}

std::optional<Register> Lowering::within(const feel::Node& node) {
    const auto x = number(node.a);
    const auto low = number(node.b);
    const auto high = number(node.c);
    if (!x || !low || !high) {
        return std::nullopt;
    }
    const bool low_closed = (node.flags & feel::flags::low_closed) != 0;
    const bool high_closed = (node.flags & feel::flags::high_closed) != 0;
    const Register above = truth_step(low_closed ? Op::less_equal : Op::less, *low, *x);
    const Register below = truth_step(high_closed ? Op::less_equal : Op::less, *x, *high);
    return truth_step(Op::both, {above, one_}, {below, one_});
}

/// As a and b are both worked out, nothing is left to chance: what can't be worked out asks.
std::optional<Register> Lowering::logic(Op op, NodeId a, NodeId b) {
    const auto left = truth(a);
    const auto right = truth(b);
    return left && right ? std::optional{truth_step(op, {*left, one_}, {*right, one_})}
                         : std::nullopt;
}

std::optional<Register> Lowering::choice(const feel::Node& node) {
    const auto holds = truth(node.a);
    const auto a = truth(node.b);
    const auto b = truth(node.c);
    if (!holds || !a || !b) {
        return std::nullopt;
    }
    const Register out = result();
    program_.steps.push_back({.op = Op::select, .out = out, .a = *holds, .b = *a, .c = *b});
    return out;
}

} // namespace heng::detail::kernel
