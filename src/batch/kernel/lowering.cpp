// SPDX-License-Identifier: Apache-2.0
#include "batch/kernel/lowering.hpp"
#include "feel/limits.hpp"

#include <heng/number/decimal.hpp>

#include <charconv>
#include <string>

namespace heng::detail::kernel {
namespace {

using feel::NodeId;

bool is_negation(const feel::Node& call) {
    return static_cast<feel::Function>(call.a) == feel::Function::negation && call.count == 1;
}

} // namespace

std::optional<std::int64_t> small_integer(const std::string& text) {
    std::int64_t value = 0;
    const char* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, value);
    return read.ec == std::errc{} && read.ptr == end ? std::optional{value} : std::nullopt;
}

Lowering::Lowering(const document::CompiledRubric& rubric, Program& program)
    : rubric_(rubric), code_(rubric.program.code()), program_(program), one_{} {
    one_ = fixed(1, 0);
}

std::int64_t Lowering::most_steps() const {
    constexpr std::int64_t most = 4; // of a node, or of an element in a list and its sum
    return (nodes_ + elements_) * most;
}

std::int64_t Lowering::most_elements() const {
    constexpr std::int64_t most = 2; // where a rule asks for what it has asked for before
    return elements_ * most;
}

bool Lowering::is_within_limits() const {
    constexpr feel::SessionLimits limits;
    return most_steps() <= limits.steps && most_elements() <= limits.elements;
}

bool Lowering::count_node() {
    ++nodes_;
    return is_within_limits();
}

NodeId Lowering::root(Term term) const {
    return code_.expressions[rubric_.expression(term).id].root;
}

std::optional<Number> Lowering::quotient(Term term) {
    const feel::Node& node = code_.nodes[behind_values(root(term))];
    if (node.op == feel::Op::divide) {
        const auto num = number(node.a);
        const auto den = number(node.b);
        if (num && den && is_decimal(*num) && is_decimal(*den)) {
            return Number{num->num, den->num};
        }
    }
    return number(root(term));
}

std::optional<Register> Lowering::decimal(Term term) {
    const auto found = number(root(term));
    return found && is_decimal(*found) ? std::optional{found->num} : std::nullopt;
}

std::optional<Register> Lowering::truth(Term term) {
    return truth(root(term));
}

std::optional<Register> Lowering::text(Term term) {
    return text(root(term));
}

std::optional<Lowering::Elements> Lowering::records(Term term) {
    const std::int64_t before = element_nodes_;
    auto found = elements(root(term));
    if (!found || !rubric_.inputs[found->slot].of_targets) {
        return std::nullopt;
    }
    constexpr std::int64_t most = 4; // as of most_steps()
    constexpr std::int64_t copied = 4;
    program_.costs.push_back({.slot = found->slot,
                              .steps = most * (element_nodes_ - before + copied),
                              .elements = most * static_cast<std::int64_t>(found->filters.size())});
    return found;
}

void Lowering::release() {
    free_.insert(free_.end(), used_.begin(), used_.end());
    used_.clear();
}

NodeId Lowering::behind_values(NodeId id) const {
    for (;;) {
        const feel::Node& node = code_.nodes[id];
        const auto tested = node.op == feel::Op::local ? tested_.find(node.a) : tested_.end();
        if (node.op == feel::Op::value) {
            id = code_.values[node.a];
        } else if (tested != tested_.end()) {
            id = tested->second;
        } else {
            return id;
        }
    }
}

Lowering::Kind Lowering::kind_of(NodeId id) const {
    const feel::Node& node = code_.nodes[behind_values(id)];
    switch (node.op) {
    case feel::Op::constant: {
        const feel::Value& value = code_.constants[node.a];
        return value.is_number()    ? Kind::number
               : value.is_boolean() ? Kind::truth
               : value.is_text()    ? Kind::text
               : value.is_date()    ? Kind::date
                                    : Kind::other;
    }
    case feel::Op::slot:
        return kind_of(rubric_.inputs[node.a].type);
    case feel::Op::add:
    case feel::Op::subtract:
    case feel::Op::multiply:
    case feel::Op::divide:
    case feel::Op::negate:
        return Kind::number; // or the kernel can't lower it
    case feel::Op::call:
        return is_negation(node) ? Kind::truth : Kind::number;
    case feel::Op::condition:
        return kind_of(node.b);
    case feel::Op::path:
        return Kind::number; // likewise
    case feel::Op::local:
    case feel::Op::item:
    case feel::Op::filter:
    case feel::Op::list:
        return Kind::other;
    default:
        return Kind::truth; // likewise
    }
}

Lowering::Kind Lowering::kind_of(document::InputType type) {
    switch (type) {
    case document::InputType::boolean:
        return Kind::truth;
    case document::InputType::number:
    case document::InputType::money:
    case document::InputType::percent:
    case document::InputType::count:
        return Kind::number;
    case document::InputType::text:
        return Kind::text;
    case document::InputType::date:
        return Kind::date;
    default:
        return Kind::other;
    }
}

std::span<const NodeId> Lowering::list(NodeId id) const {
    const feel::Node& node = code_.nodes[id];
    return node.op == feel::Op::list ? std::span{code_.many}.subspan(node.b, node.count)
                                     : std::span<const NodeId>{};
}

std::optional<Number> Lowering::number(NodeId id) {
    const feel::Node& node = code_.nodes[id];
    if (!count_node() || kind_of(id) != Kind::number) {
        return std::nullopt;
    }
    switch (node.op) {
    case feel::Op::constant:
        return constant(code_.constants[node.a]);
    case feel::Op::slot:
        return read(node.a);
    case feel::Op::value:
        return number_of_value(code_.values[node.a]);
    case feel::Op::add:
    case feel::Op::subtract:
    case feel::Op::multiply:
    case feel::Op::divide:
        return arithmetic(node);
    case feel::Op::negate: {
        const auto a = number(node.a);
        return a ? std::optional{Number{decimal_step(Op::negate, a->num, a->num).num, a->den}}
                 : std::nullopt;
    }
    case feel::Op::condition:
        return condition(node);
    case feel::Op::path:
        return days_between(node);
    case feel::Op::local:
        return number(behind_values(id));
    default:
        return call(node);
    }
}

/// (a - b).days of dates.
std::optional<Number> Lowering::days_between(const feel::Node& path) {
    const feel::Node& difference = code_.nodes[behind_values(path.a)];
    if (code_.names[path.b] != "days" || difference.op != feel::Op::subtract || !count_node()) {
        return std::nullopt;
    }
    const auto a = date(difference.a);
    const auto b = date(difference.b);
    return a && b ? std::optional{decimal_step(Op::subtract, *a, *b)} : std::nullopt;
}

std::optional<Number> Lowering::number_of_value(NodeId id) {
    const auto known = numbers_.find(id);
    if (known != numbers_.end()) {
        return known->second;
    }
    ++in_value_;
    const auto made = number(id);
    --in_value_;
    if (made) {
        numbers_.emplace(id, *made);
    }
    return made;
}

std::optional<Number> Lowering::constant(const feel::Value& value) {
    const Ratio& number = value.number();
    if (const auto decimal = number.decimal_within(most_places)) {
        const Decimal shortest = decimal->shortest();
        const auto coefficient = shortest.small_coefficient();
        return coefficient ? std::optional{Number{fixed(*coefficient, shortest.scale()), one_}}
                           : std::nullopt;
    }
    const auto num = small_integer(number.numerator());
    const auto den = small_integer(number.denominator());
    return num && den ? std::optional{Number{fixed(*num, 0), fixed(*den, 0)}} : std::nullopt;
}

std::optional<Number> Lowering::arithmetic(const feel::Node& node) {
    const auto a = number(node.a);
    const auto b = number(node.b);
    if (!a || !b) {
        return std::nullopt;
    }
    const bool decimals = is_decimal(*a) && is_decimal(*b);
    switch (node.op) {
    case feel::Op::add:
        return decimals ? decimal_step(Op::add, a->num, b->num)
                        : fraction_step(Op::add_fractions, *a, *b);
    case feel::Op::subtract:
        return decimals ? decimal_step(Op::subtract, a->num, b->num)
                        : fraction_step(Op::subtract_fractions, *a, *b);
    case feel::Op::multiply:
        return decimals ? decimal_step(Op::multiply, a->num, b->num)
                        : fraction_step(Op::multiply_fractions, *a, *b);
    default:
        return fraction_step(Op::divide_fractions, *a, *b);
    }
}

std::optional<Number> Lowering::condition(const feel::Node& node) {
    const auto holds = truth(node.a);
    const auto a = number(node.b);
    const auto b = number(node.c);
    if (!holds || !a || !b) {
        return std::nullopt;
    }
    if (!is_decimal(*a) || !is_decimal(*b)) {
        return fraction_step(Op::select_fractions, *a, *b, *holds);
    }
    const Register out = result();
    program_.steps.push_back({.op = Op::select, .out = out, .a = *holds, .b = a->num, .c = b->num});
    return Number{out, one_};
}

/// abs, and sum, min and max of what is written as arguments or as a list.
std::optional<Number> Lowering::call(const feel::Node& node) {
    if (node.op != feel::Op::call || node.count != 1) {
        return std::nullopt;
    }
    const auto function = static_cast<feel::Function>(node.a);
    const NodeId operand = code_.many[node.b];
    if (function == feel::Function::abs) {
        const auto a = number(operand);
        return a ? std::optional{Number{decimal_step(Op::absolute, a->num, a->num).num, a->den}}
                 : std::nullopt;
    }
    const std::span<const NodeId> items = list(operand);
    if (items.empty()) {
        return aggregate(function, operand);
    }
    const Op op = function == feel::Function::sum   ? Op::add
                  : function == feel::Function::min ? Op::least
                  : function == feel::Function::max ? Op::greatest
                                                    : Op::same;
    if (op == Op::same) {
        return std::nullopt;
    }
    elements_ += static_cast<std::int64_t>(items.size());
    std::optional<Number> all = number(items.front());
    for (const NodeId item : items.subspan(1)) {
        const auto next = number(item);
        if (!all || !next || !is_decimal(*all) || !is_decimal(*next)) {
            return std::nullopt;
        }
        all = decimal_step(op, all->num, next->num);
    }
    return all;
}

Number Lowering::read(feel::SlotId slot) {
    program_.inputs[slot].is_read = true;
    return {slot, one_};
}

Register Lowering::fixed(std::int64_t coefficient, int scale) {
    const auto [known, is_new] =
        constants_.try_emplace({coefficient, scale}, static_cast<Register>(program_.registers));
    if (is_new) {
        program_.constants.push_back({known->second, coefficient, scale});
        ++program_.registers;
    }
    return known->second;
}

Register Lowering::result() {
    if (in_value_ == 0 && !free_.empty()) {
        used_.push_back(free_.back());
        free_.pop_back();
        return used_.back();
    }
    const auto fresh = static_cast<Register>(program_.registers++);
    if (in_value_ == 0) {
        used_.push_back(fresh);
    }
    return fresh;
}

Number Lowering::decimal_step(Op op, Register a, Register b) {
    const Register out = result();
    program_.steps.push_back({.op = op, .out = out, .a = a, .b = b});
    return {out, one_};
}

Number Lowering::fraction_step(Op op, const Number& a, const Number& b, Register e) {
    const Register num = result();
    const Register den = result();
    program_.steps.push_back({.op = op,
                              .out = num,
                              .out2 = den,
                              .a = a.num,
                              .b = a.den,
                              .c = b.num,
                              .d = b.den,
                              .e = e});
    return {num, den};
}

Register Lowering::truth_step(Op op, const Number& a, const Number& b) {
    const Register out = result();
    const bool comparing = op == Op::equal || op == Op::less || op == Op::less_equal;
    program_.steps.push_back(
        comparing ? Step{.op = op, .out = out, .a = a.num, .b = a.den, .c = b.num, .d = b.den}
                  : Step{.op = op, .out = out, .a = a.num, .b = b.num});
    return out;
}

} // namespace heng::detail::kernel
