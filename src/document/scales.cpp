// SPDX-License-Identifier: Apache-2.0
#include "document/scales.hpp"

#include <optional>

namespace heng::detail::document {
namespace {

using feel::Node;
using feel::NodeId;
using feel::Op;
using Kind = Scale::Kind;

constexpr Scale plain{Kind::plain};
constexpr Scale unknown_scale{Kind::unknown};

Scale scale_of(const Input& input) {
    switch (input.type) {
    case InputType::money:
        return {Kind::money};
    case InputType::count:
        return {Kind::count};
    case InputType::percent:
        return {Kind::share};
    case InputType::number:
        return {Kind::number};
    default:
        return unknown_scale;
    }
}

/// The scale of two operands that are added or compared.
Scale beside(const Scale& a, const Scale& b) {
    return a.kind == Kind::plain ? b : b.kind == Kind::plain || a == b ? a : unknown_scale;
}

} // namespace

Scales::Scales(const CompiledRubric& compiled)
    : compiled_{compiled}, code_{compiled.program.code()}, known_(code_.nodes.size()) {}

const Scale& Scales::of(NodeId id) {
    for (; next_ <= id; ++next_) {
        known_[next_] = work_out(next_);
    }
    return known_[id];
}

Scale Scales::work_out(NodeId id) const {
    const Node& node = code_.nodes[id];
    switch (node.op) {
    case Op::constant:
        return code_.constants[node.a].is_number() ? plain : unknown_scale;
    case Op::slot:
        return scale_of(compiled_.inputs[node.a]);
    case Op::value:
        return code_.values[node.a] < id ? known_[code_.values[node.a]] : unknown_scale;
    case Op::add:
    case Op::subtract:
        return beside(known_[node.a], known_[node.b]);
    case Op::multiply:
        return product(node);
    case Op::divide:
        return quotient(node);
    case Op::negate:
        return known_[node.a];
    case Op::condition:
        return beside(known_[node.b], known_[node.c]);
    case Op::path:
        return field(node);
    case Op::filter:
        return known_[node.a];
    case Op::list: {
        Scale scale = plain;
        for (std::uint32_t i = 0; i < node.count; ++i) {
            scale = beside(scale, known_[code_.many[node.b + i]]);
        }
        return scale;
    }
    case Op::call:
        return call(node);
    default:
        return unknown_scale;
    }
}

/// Times a constant of 100 or more it is another scale; times a weight it stays what it is.
Scale Scales::product(const Node& node) const {
    const bool first = known_[node.a].kind == Kind::plain;
    const Scale& scale = known_[first ? node.b : node.a];
    const Node& factor = code_.nodes[first ? node.a : node.b];
    if (factor.op != Op::constant || !code_.constants[factor.a].is_number() ||
        scale.kind == Kind::plain) {
        return unknown_scale;
    }
    const Ratio times = abs(code_.constants[factor.a].number());
    const Ratio most{1'000'000}; // of what somebody means
    if (times >= Ratio{100} && times <= most && scale.times <= most) {
        return {scale.kind, scale.times * times};
    }
    return times <= Ratio{1} ? scale : unknown_scale;
}

Scale Scales::quotient(const Node& node) const {
    const Scale& a = known_[node.a];
    const Scale& b = known_[node.b];
    const Node& by = code_.nodes[node.b];
    if (by.op == Op::constant && code_.constants[by.a].is_number() && a.kind != Kind::plain) {
        const Ratio number = abs(code_.constants[by.a].number());
        const Ratio least{1, 1'000'000}; // of what somebody means
        if (number >= Ratio{100} && number <= Ratio{1} / least && a.times >= least) {
            return {a.kind, a.times / number};
        }
        return number >= Ratio{1} && number < Ratio{100} ? a : unknown_scale; // a mean
    }
    if (a.kind != b.kind || a.kind == Kind::plain || a.kind == Kind::unknown) {
        return unknown_scale;
    }
    const bool like = a.kind == Kind::money || a.kind == Kind::count;
    return {like ? Kind::share : Kind::ratio, a.times / b.times};
}

/// A field of the records of an input.
Scale Scales::field(const Node& path) const {
    NodeId base = path.a;
    while (code_.nodes[base].op == Op::filter) {
        base = code_.nodes[base].a;
    }
    if (code_.nodes[base].op == Op::slot) {
        for (const Input& each : compiled_.inputs[code_.nodes[base].a].of) {
            if (each.path == code_.names[path.b]) {
                return scale_of(each);
            }
        }
    }
    return unknown_scale;
}

Scale Scales::call(const Node& node) const {
    using feel::Function;
    switch (static_cast<Function>(node.a)) {
    case Function::count:
        return {Kind::count};
    case Function::abs:
    case Function::floor:
    case Function::ceiling:
    case Function::round_up:
    case Function::round_down:
    case Function::round_half_up:
    case Function::round_half_down:
    case Function::round_half_even:
    case Function::sum:
    case Function::min:
    case Function::max:
    case Function::mean:
    case Function::median:
        return known_[code_.many[node.b]];
    default:
        return unknown_scale;
    }
}

void note_ratios(CompiledRubric& compiled) {
    Scales scales{compiled};
    const feel::Code& code = compiled.program.code();
    for (Expression& each : compiled.expressions) {
        each.ratio = scales.of(code.expressions[each.id].root).is_ratio();
    }
}

} // namespace heng::detail::document
