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
    case feel::Op::matches:
        return comparison(node);
    case feel::Op::let:
        return tested(node);
    case feel::Op::some:
    case feel::Op::every:
        return quantified(node);
    default:
        return std::nullopt;
    }
}

/// Unary tests of a value: x in (1, [3..5]).
std::optional<Register> Lowering::tested(const feel::Node& let) {
    tested_[let.c] = let.a;
    const auto holds = truth(let.b);
    tested_.erase(let.c);
    return holds;
}

std::optional<Register> Lowering::date(NodeId id) {
    const feel::Node& node = code_.nodes[behind_values(id)];
    if (!count_node() || kind_of(id) != Kind::date) {
        return std::nullopt;
    }
    if (node.op == feel::Op::constant) {
        return fixed(code_.constants[node.a].date_days(), 0);
    }
    return node.op == feel::Op::slot ? std::optional{read(node.a).num} : std::nullopt;
}

std::optional<Number> Lowering::ordered(NodeId id) {
    if (kind_of(id) != Kind::date) {
        return number(id);
    }
    const auto days = date(id);
    return days ? std::optional{Number{*days, one_}} : std::nullopt;
}

bool Lowering::is_known_text(NodeId id) const {
    const feel::Node& node = code_.nodes[behind_values(id)];
    return node.op == feel::Op::constant && code_.constants[node.a].is_text();
}

/// Nothing is known of two texts that the rubric does not know.
std::optional<Register> Lowering::same_text(NodeId a, NodeId b) {
    if (!is_known_text(a) && !is_known_text(b)) {
        return std::nullopt;
    }
    const auto left = text(a);
    const auto right = text(b);
    return left && right ? std::optional{truth_step(Op::equal, {*left, one_}, {*right, one_})}
                         : std::nullopt;
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
    const bool differs = node.op == feel::Op::not_equal;
    const bool equality = differs || node.op == feel::Op::equal || node.op == feel::Op::matches;
    const Kind kind = kind_of(node.a);
    if (kind != kind_of(node.b) || kind == Kind::other) {
        return std::nullopt;
    }
    const auto turned = [&](std::optional<Register> same) {
        return same && differs ? truth_step(Op::negated, {*same, one_}, {*same, one_}) : same;
    };
    if (kind == Kind::truth || kind == Kind::text) {
        return !equality             ? std::nullopt
               : kind == Kind::truth ? turned(logic(Op::same, node.a, node.b))
                                     : turned(same_text(node.a, node.b));
    }
    const auto a = ordered(node.a);
    const auto b = ordered(node.b);
    if (!a || !b) {
        return std::nullopt;
    }
    switch (node.op) {
    case feel::Op::less:
        return truth_step(Op::less, *a, *b);
    case feel::Op::less_equal:
        return truth_step(Op::less_equal, *a, *b);
    case feel::Op::greater:
        return truth_step(Op::less, *b, *a);
    case feel::Op::greater_equal:
        return truth_step(Op::less_equal, *b, *a);
    default:
        return turned(truth_step(Op::equal, *a, *b));
    }
}

std::optional<Register> Lowering::within(const feel::Node& node) {
    const auto x = ordered(node.a);
    const auto low = ordered(node.b);
    const auto high = ordered(node.c);
    if (!x || !low || !high || kind_of(node.a) != kind_of(node.b) ||
        kind_of(node.a) != kind_of(node.c)) {
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
