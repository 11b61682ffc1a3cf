// SPDX-License-Identifier: Apache-2.0
//
// Lists: what is counted, summed and asked of their elements.
#include "batch/kernel/lowering.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace heng::detail::kernel {
namespace {

using document::InputType;
using feel::NodeId;

/// In the order of TargetField.
constexpr std::array<std::string_view, 10> target_fields{
    "name", "block", "unit", "reason", "points", "target", "actual", "rate", "direction", "level"};

std::optional<ElementOp> operator_of(feel::Op op) {
    switch (op) {
    case feel::Op::add:
        return ElementOp::add;
    case feel::Op::subtract:
        return ElementOp::subtract;
    case feel::Op::multiply:
        return ElementOp::multiply;
    case feel::Op::divide:
        return ElementOp::divide;
    case feel::Op::both:
        return ElementOp::both;
    case feel::Op::either:
        return ElementOp::either;
    case feel::Op::equal:
    case feel::Op::not_equal:
    case feel::Op::matches:
        return ElementOp::equal;
    case feel::Op::less:
    case feel::Op::greater:
        return ElementOp::less;
    case feel::Op::less_equal:
    case feel::Op::greater_equal:
        return ElementOp::less_equal;
    default:
        return std::nullopt;
    }
}

} // namespace

std::optional<Lowering::Elements> Lowering::elements(NodeId id) {
    const feel::Node& node = code_.nodes[behind_values(id)];
    if (!count_node()) {
        return std::nullopt;
    }
    if (node.op == feel::Op::slot && rubric_.inputs[node.a].type == InputType::list) {
        return Elements{read(node.a).num};
    }
    if (node.op != feel::Op::filter || (node.flags & feel::flags::filter_by_index) != 0) {
        return std::nullopt;
    }
    auto base = elements(node.a);
    if (!base) {
        return std::nullopt;
    }
    const auto holds = element(node.b, {base->slot, node.c}, Kind::truth);
    if (!holds) {
        return std::nullopt;
    }
    base->filters.push_back(*holds);
    return base;
}

ElementId Lowering::add_element(const ElementNode& node) {
    ++element_nodes_;
    program_.elements.push_back(node);
    return static_cast<ElementId>(program_.elements.size() - 1);
}

/// A field of the element that a variable is; nothing where it has none of the name.
std::optional<Lowering::Field> Lowering::field(NodeId id, const Variable& of) const {
    const feel::Node& node = code_.nodes[id];
    const bool is_item = node.op == feel::Op::item && node.a == of.local;
    const bool is_path = node.op == feel::Op::path && code_.nodes[node.a].op == feel::Op::local &&
                         code_.nodes[node.a].a == of.local;
    return is_item || is_path ? field_named(code_.names[node.b], of.slot) : std::nullopt;
}

std::optional<Lowering::Field> Lowering::field_named(std::string_view name,
                                                     std::size_t slot) const {
    const document::Input& list = rubric_.inputs[slot];
    if (list.of_targets) {
        const auto found = std::find(target_fields.begin(), target_fields.end(), name);
        if (found == target_fields.end()) {
            return std::nullopt;
        }
        const auto which = static_cast<TargetField>(found - target_fields.begin());
        const bool number = which >= TargetField::points && which <= TargetField::rate;
        return Field{{.op = ElementOp::target, .a = static_cast<ElementId>(which)},
                     number ? Kind::number : Kind::text};
    }
    for (std::size_t i = 0; i < list.of.size(); ++i) {
        if (list.of[i].path == name) {
            return Field{{.op = ElementOp::fact, .a = static_cast<ElementId>(i)},
                         kind_of(list.of[i].type)};
        }
    }
    return std::nullopt;
}

/// The kind of value of an expression over elements.
Lowering::Kind Lowering::element_kind(NodeId id, const Variable& of) const {
    const NodeId behind = behind_values(id);
    const auto own = field(behind, of);
    return own ? own->kind : kind_of(behind);
}

std::optional<ElementId> Lowering::element(NodeId id, const Variable& of, Kind wanted) {
    const NodeId behind = behind_values(id);
    const feel::Node& node = code_.nodes[behind];
    if (!count_node() || element_kind(id, of) != wanted) {
        return std::nullopt;
    }
    if (const auto own = field(behind, of)) {
        return add_element(own->node);
    }
    if (node.op == feel::Op::negate || node.op == feel::Op::negated ||
        (node.op == feel::Op::call && wanted == Kind::truth)) {
        const bool number = node.op == feel::Op::negate;
        const NodeId operand = node.op == feel::Op::call ? code_.many[node.b] : node.a;
        const auto a = element(operand, of, number ? Kind::number : Kind::truth);
        const auto op = number ? ElementOp::negate : ElementOp::negated;
        return a ? std::optional{add_element({.op = op, .a = *a})} : std::nullopt;
    }
    if (node.op == feel::Op::within) {
        return element_within(node, of);
    }
    if (node.op == feel::Op::let) {
        return element_tested(node, of);
    }
    const auto op = operator_of(node.op);
    return op ? element_pair(*op, node, of) : outer_element(id, wanted);
}

std::optional<ElementId> Lowering::element_pair(ElementOp op, const feel::Node& node,
                                                const Variable& of) {
    const bool logic = op == ElementOp::both || op == ElementOp::either;
    const Kind kind = logic ? Kind::truth : element_kind(node.a, of);
    const bool texts = kind == Kind::text;
    const bool ordered = op == ElementOp::less || op == ElementOp::less_equal;
    const bool arithmetic = op >= ElementOp::add && op <= ElementOp::divide;
    if ((texts && (ordered || !(is_known_text(node.a) || is_known_text(node.b)))) ||
        (arithmetic && kind != Kind::number) || kind == Kind::other ||
        (ordered && kind == Kind::truth)) {
        return std::nullopt;
    }
    const auto a = element(node.a, of, kind);
    const auto b = element(node.b, of, kind);
    if (!a || !b) {
        return std::nullopt;
    }
    const bool turned = node.op == feel::Op::greater || node.op == feel::Op::greater_equal;
    const ElementId pair = add_element({.op = op, .a = turned ? *b : *a, .b = turned ? *a : *b});
    return node.op == feel::Op::not_equal ? add_element({.op = ElementOp::negated, .a = pair})
                                          : pair;
}

std::optional<ElementId> Lowering::element_within(const feel::Node& node, const Variable& of) {
    const Kind kind = element_kind(node.a, of);
    if (kind != Kind::number && kind != Kind::date) {
        return std::nullopt;
    }
    const auto x = element(node.a, of, kind);
    const auto low = element(node.b, of, kind);
    const auto high = element(node.c, of, kind);
    if (!x || !low || !high) {
        return std::nullopt;
    }
    const auto order = [&](std::uint8_t closed, ElementId a, ElementId b) {
        const bool both = (node.flags & closed) != 0;
        return add_element({.op = both ? ElementOp::less_equal : ElementOp::less, .a = a, .b = b});
    };
    const ElementId above = order(feel::flags::low_closed, *low, *x);
    const ElementId below = order(feel::flags::high_closed, *x, *high);
    return add_element({.op = ElementOp::both, .a = above, .b = below});
}

std::optional<ElementId> Lowering::element_tested(const feel::Node& let, const Variable& of) {
    tested_[let.c] = let.a;
    const auto holds = element(let.b, of, Kind::truth);
    tested_.erase(let.c);
    return holds;
}

/// The same for all elements of a row.
std::optional<ElementId> Lowering::outer_element(NodeId id, Kind kind) {
    std::optional<Number> found;
    if (kind == Kind::number) {
        found = number(id);
    } else {
        const auto at = kind == Kind::truth ? truth(id) : kind == Kind::text ? text(id) : date(id);
        found = at ? std::optional{Number{*at, one_}} : std::nullopt;
    }
    if (!found) {
        return std::nullopt;
    }
    return add_element({.op = ElementOp::outer, .num = found->num, .den = found->den});
}

/// A list of numbers: its elements, and what is taken of each.
std::optional<Lowering::Mapped> Lowering::mapped(NodeId id) {
    const NodeId behind = behind_values(id);
    const feel::Node& node = code_.nodes[behind];
    if (node.op == feel::Op::path) {
        auto from = elements(node.a);
        const auto own = from ? field_named(code_.names[node.b], from->slot) : std::nullopt;
        if (!own || own->kind != Kind::number) {
            return std::nullopt;
        }
        return Mapped{*std::move(from), add_element(own->node)};
    }
    if (node.op != feel::Op::loop || node.count != 1 || node.c != feel::no_node) {
        return std::nullopt;
    }
    return each_of(node, Kind::number);
}

/// The one variable of a loop that runs over a list, and what the body is for it.
std::optional<Lowering::Mapped> Lowering::each_of(const feel::Node& node, Kind wanted) {
    const NodeId* const variable = &code_.many[node.b];
    if (node.count != 1 || variable[2] != feel::no_node) {
        return std::nullopt;
    }
    auto from = elements(variable[1]);
    const auto value = from ? element(node.a, {from->slot, variable[0]}, wanted) : std::nullopt;
    return value ? std::optional{Mapped{*std::move(from), *value}} : std::nullopt;
}

std::optional<Register> Lowering::quantified(const feel::Node& node) {
    const std::int64_t before = element_nodes_;
    auto of = each_of(node, Kind::truth);
    if (!of) {
        return std::nullopt;
    }
    const auto kind =
        node.op == feel::Op::some ? AggregateStep::Kind::some : AggregateStep::Kind::every;
    return add_aggregate(kind, *std::move(of), before).num;
}

std::optional<Number> Lowering::aggregate(feel::Function function, NodeId operand) {
    using As = AggregateStep::Kind;
    const std::int64_t before = element_nodes_;
    if (function == feel::Function::count) {
        auto of = elements(operand);
        return of ? std::optional{add_aggregate(As::count, {*std::move(of), {}}, before)}
                  : std::nullopt;
    }
    const auto kind = function == feel::Function::sum    ? As::sum
                      : function == feel::Function::min  ? As::least
                      : function == feel::Function::max  ? As::greatest
                      : function == feel::Function::mean ? As::mean
                                                         : As::count;
    auto of = kind != As::count ? mapped(operand) : std::nullopt;
    return of ? std::optional{add_aggregate(kind, *std::move(of), before)} : std::nullopt;
}

Number Lowering::add_aggregate(AggregateStep::Kind kind, Mapped of, std::int64_t nodes_before) {
    using As = AggregateStep::Kind;
    const std::size_t slot = of.from.slot;
    const document::Input& list = rubric_.inputs[slot];
    const auto fields =
        static_cast<std::int64_t>(list.of_targets ? target_fields.size() + 3 : list.of.size());
    const std::int64_t nodes = element_nodes_ - nodes_before + fields + 4;
    constexpr std::int64_t most = 4; // as of most_steps()
    program_.costs.push_back(
        {.slot = slot,
         .steps = most * nodes,
         .elements = most * static_cast<std::int64_t>(of.from.filters.size() + 2)});
    const bool decimal =
        of.value && program_.elements[*of.value].op == ElementOp::fact && kind != As::mean;
    const bool fraction = kind >= As::sum && !decimal;
    const Register num = result();
    const Register den = fraction ? result() : one_;
    program_.aggregates.push_back({kind, slot, std::move(of.from.filters), of.value, fraction});
    program_.steps.push_back({.op = Op::aggregate,
                              .out = num,
                              .out2 = den,
                              .extra = static_cast<std::int64_t>(program_.aggregates.size() - 1)});
    return {num, den};
}

} // namespace heng::detail::kernel
