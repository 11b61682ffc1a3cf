// SPDX-License-Identifier: Apache-2.0
#include "feel/bounds.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace heng::detail::feel {
namespace {

/// The null that an operation gives for operands of kinds that it does not have.
std::uint8_t nulls_of(const Abstract& left, const Abstract& right, bool wrong_kinds) {
    return static_cast<std::uint8_t>(left.nulls | right.nulls | (wrong_kinds ? nulls::other : 0));
}

/// More than one step where a result has long numbers, so that a step stays about as long.
std::int64_t steps_on(const Numbers& result) {
    constexpr std::int64_t words_a_step = 32;
    const Interval hull = result.empty() ? Interval{} : result.hull();
    std::int64_t bits = 0;
    for (const auto& end : {hull.low, hull.high}) {
        bits += end ? static_cast<std::int64_t>(end->big_bits()) : 0;
    }
    const std::int64_t words = bits / 64;
    return words * words / words_a_step;
}

bool has_other_kinds(const Abstract& value) {
    return value.may_be_other_than_number();
}

} // namespace

Bounds::Bounds(const Program& program, std::vector<Abstract> slots, std::int64_t steps)
    : code_{&program.code()},
      slots_{std::move(slots)},
      same_{program.code()},
      frames_(1),
      steps_{steps},
      slot_numbers_(slots_.size(), none) {
    for (NodeId id = 0; id < code_->nodes.size(); ++id) {
        if (const Node& node = code_->nodes[id]; node.op == Op::slot) {
            slot_numbers_[node.a] = same_.number(id);
        } else if (node.op == Op::local) {
            local_numbers_.insert_or_assign(node.a, same_.number(id));
        }
    }
}

void Bounds::reset(SlotId slot, Abstract value, std::int64_t steps) {
    slots_[slot] = std::move(value);
    frames_.assign(1, {});
    steps_ = steps;
}

bool Bounds::assume(ExpressionId id, bool truth) {
    return refine(code_->expressions[id].root, truth ? Want::holds : Want::fails);
}

bool Bounds::assume_value(ExpressionId id) {
    Abstract value = eval(code_->expressions[id].root);
    value.nulls = 0;
    value.open = false;
    return narrow(code_->expressions[id].root, value);
}

Abstract Bounds::slot(SlotId slot) const {
    const Abstract* more = slot_numbers_[slot] == none ? nullptr : known(slot_numbers_[slot]);
    return more == nullptr ? slots_[slot] : slots_[slot].met(*more);
}

void Bounds::bind(std::uint32_t local, Abstract value) {
    frames_.back().locals.insert_or_assign(local, std::move(value));
    frames_.back().rebound |= std::uint64_t{1} << (local < 63 ? local : 63);
    // what this frame knows of expressions over the variable was about its last value
    std::erase_if(frames_.back().known,
                  [&](const auto& each) { return same_.reads_local(each.first, local); });
    frames_.back().memo.clear();
}

void Bounds::know(std::uint32_t number, Abstract value) {
    frames_.back().known.emplace_back(number, std::move(value));
    frames_.back().memo.clear();
}

/// The newest of what is known of an expression, which is met with all that was known before.
const Abstract* Bounds::known(std::uint32_t number) const {
    bool hidden = false;
    for (auto frame = frames_.rbegin(); frame != frames_.rend(); ++frame) {
        if (!hidden) {
            for (auto each = frame->known.rbegin(); each != frame->known.rend(); ++each) {
                if (each->first == number) {
                    return &each->second;
                }
            }
        }
        if (same_.reads_locals(number)) {
            hidden = hidden || frame->is_body;
            for (std::uint32_t local = 0; local < 64 && !hidden; ++local) {
                hidden = (frame->rebound >> local & 1U) != 0 && same_.reads_local(number, local);
            }
        }
    }
    return nullptr;
}

Abstract Bounds::eval(NodeId id) {
    if (!spend()) {
        return Abstract::any();
    }
    const std::uint32_t number = same_.number(id);
    const Op op = code_->nodes[id].op;
    const bool simple = op == Op::constant || op == Op::slot || op == Op::local;
    const auto& memo = frames_.back().memo;
    if (const auto found = memo.find(number); !simple && found != memo.end()) {
        return found->second;
    }
    Abstract result = eval_node(id);
    steps_ -= simple ? 0 : steps_on(result.numbers);
    if (const Abstract* more = known(number)) {
        result = result.met(*more);
    }
    if (!simple && !exhausted()) {
        frames_.back().memo.insert_or_assign(number, result);
    }
    return result;
}

Abstract Bounds::eval_node(NodeId id) {
    const Node& node = code_->nodes[id];
    switch (node.op) {
    case Op::constant:
        return Abstract::of(code_->constants[node.a]);
    case Op::slot:
        return slots_[node.a];
    case Op::value:
        return eval_value(node.a);
    case Op::local:
        return eval_local(node.a);
    case Op::add:
    case Op::subtract:
    case Op::multiply:
    case Op::divide:
    case Op::power:
        return eval_arithmetic(node);
    case Op::equal:
    case Op::not_equal:
    case Op::less:
    case Op::less_equal:
    case Op::greater:
    case Op::greater_equal:
        return eval_comparison(node);
    case Op::both:
    case Op::either:
        return eval_logic(node);
    case Op::condition:
        return eval_condition(node);
    default:
        return eval_structure(node);
    }
}

Abstract Bounds::eval_structure(const Node& node) {
    switch (node.op) {
    case Op::item:
        return eval_item(node);
    case Op::negate: {
        const Abstract operand = eval(node.a);
        Abstract result = Abstract::number(negated(operand.numbers));
        result.durations = negated(operand.durations);
        result.nulls = nulls_of(operand, {}, operand.may_be_other_than_number());
        return result;
    }
    case Op::negated: {
        const Abstract operand = eval(node.a);
        Abstract result = Abstract::boolean(operand.may_be_false, operand.may_be_true);
        result.nulls = nulls_of(operand, {}, operand.may_be_other_than_boolean());
        return result;
    }
    case Op::within:
        return eval_within(node);
    case Op::let: {
        Abstract value = eval(node.a);
        open();
        bind(node.c, std::move(value));
        Abstract result = eval(node.b);
        close();
        return result;
    }
    case Op::path:
        return eval_path(node);
    case Op::filter:
        return eval_filter(node);
    case Op::list:
        return eval_list(node);
    case Op::context:
        return eval_context(node);
    case Op::range: {
        Abstract result;
        result.may_be_range = true;
        return result;
    }
    case Op::loop:
    case Op::some:
    case Op::every:
        return eval_loop(node);
    case Op::matches: { // a value, a range or a list: true, false, or null where kinds differ
        const Abstract value = eval(node.a);
        const Abstract test = eval(node.b);
        Node as_equal = node;
        as_equal.op = Op::equal;
        const bool plain = !test.open && !test.may_be_range && !test.list;
        Abstract either = Abstract::boolean(true, true);
        either.nulls = nulls::all;
        return plain ? eval_comparison(as_equal) : either;
    }
    case Op::call:
        return eval_call(node);
    default:
        return Abstract::any();
    }
}

/// A field of a variable, or what the name means outside.
Abstract Bounds::eval_item(const Node& node) {
    const Abstract item = eval_local(node.a);
    Abstract result = item.field(code_->names[node.b]);
    const bool always =
        item.context && !item.open && !item.context->open &&
        std::any_of(item.context->fields.begin(), item.context->fields.end(),
                    [&](const auto& field) { return field.first == code_->names[node.b]; });
    Abstract context_only = item;
    context_only.context.reset();
    if (always && context_only.empty()) {
        return result;
    }
    return result.joined(node.c == no_node ? Abstract::null(nulls::other) : eval(node.c));
}

/// A named value sees no variable of what refers to it.
Abstract Bounds::eval_value(ValueId id) {
    open();
    frames_.back().is_body = true;
    Abstract result = eval(code_->values[id]);
    close();
    return result;
}

Abstract Bounds::eval_local(std::uint32_t local) const {
    for (auto frame = frames_.rbegin(); frame != frames_.rend(); ++frame) {
        if (const auto found = frame->locals.find(local); found != frame->locals.end()) {
            return found->second;
        }
        if (frame->is_body) {
            break;
        }
    }
    return Abstract::any();
}

Abstract Bounds::eval_condition(const Node& node) {
    Abstract result;
    open();
    if (refine(node.a, Want::holds)) {
        result = eval(node.b);
    }
    close();
    open();
    if (refine(node.a, Want::not_true)) {
        result = result.joined(eval(node.c));
    }
    close();
    return result;
}

Abstract Bounds::eval_arithmetic(const Node& node) {
    const Abstract left = eval(node.a);
    const Abstract right = eval(node.b);
    if (left.open || right.open) {
        return Abstract::any();
    }
    if (node.op == Op::divide) {
        return eval_quotient(node, left, right);
    }
    Abstract result;
    const bool others = has_other_kinds(left) || has_other_kinds(right);
    result.nulls = nulls_of(left, right, others);
    const bool same = same_.number(node.a) == same_.number(node.b);
    const Numbers& a = left.numbers;
    const Numbers& b = right.numbers;
    switch (node.op) {
    case Op::add:
        result.numbers = added(a, b);
        break;
    case Op::subtract:
        result.numbers = same && !a.empty() ? Numbers::at(Ratio{0}) : added(a, negated(b));
        if (never_above(node.b, node.a)) {
            result.numbers = result.numbers.met(Interval{Ratio{0}, true, {}, false});
        } else if (never_above(node.a, node.b)) {
            result.numbers = result.numbers.met(Interval{{}, false, Ratio{0}, true});
        }
        break;
    case Op::multiply:
        result.numbers = same ? multiplied(absolute(a), absolute(a)) : multiplied(a, b);
        break;
    default: { // power
        const auto exponent = b.only();
        const auto times = exponent ? exponent->as_int64() : std::nullopt;
        if (!times || *times < 0 || *times > 8) {
            return Abstract::any();
        }
        const Numbers base = *times % 2 == 0 ? absolute(a) : a;
        result.numbers = a.empty() ? Numbers{} : Numbers::at(Ratio{1});
        for (std::int64_t i = 0; i < *times; ++i) {
            result.numbers = multiplied(result.numbers, base);
        }
        break;
    }
    }
    const auto is_date = [](const Abstract& value) {
        Abstract rest = value;
        rest.dates = {};
        rest.nulls = 0;
        return !value.dates.empty() && rest.empty();
    };
    if (node.op == Op::subtract && is_date(left) && is_date(right)) {
        result.nulls = nulls_of(left, right, false);
        result.durations =
            multiplied(added(left.dates, negated(right.dates)), Numbers::at(Ratio{86'400}));
    } else if (others) { // texts are joined, dates and durations moved
        result.dates = result.durations = Numbers::all();
        result.texts.any = true;
    }
    return result;
}

Abstract Bounds::eval_quotient(const Node& node, const Abstract& left, const Abstract& right) {
    Abstract result;
    const bool others = has_other_kinds(left) || has_other_kinds(right);
    const bool by_zero = right.numbers.contains(Ratio{0}) || right.durations.contains(Ratio{0});
    result.nulls = nulls_of(left, right, others);
    result.nulls |= by_zero ? nulls::zero : 0;
    const Numbers denominator = right.numbers.without_zero();
    if (!left.numbers.empty() && !denominator.empty()) {
        result.numbers = divided(left.numbers, denominator);
        const Node& above = code_->nodes[resolved(node.a)];
        const bool difference = above.op == Op::subtract || above.op == Op::add;
        if (same_.number(node.a) == same_.number(node.b)) {
            result.numbers = Numbers::at(Ratio{1});
        } else if (difference && same_.number(above.b) == same_.number(node.b)) {
            // (a − b) ÷ b is a ÷ b − 1
            const Numbers one = Numbers::at(Ratio{above.op == Op::add ? 1 : -1});
            const Numbers part = divided(eval(above.a).numbers, denominator);
            result.numbers = result.numbers.met(added(part, one));
        }
        if (denominator.none_below_zero() && never_above(node.a, node.b)) {
            result.numbers = result.numbers.met(Interval{{}, false, Ratio{1}, true});
        }
    }
    if (others) {
        result.numbers = result.durations = Numbers::all();
    }
    return result;
}

/// Through named values to what they are defined as.
NodeId Bounds::resolved(NodeId id) const {
    for (int i = 0; i < 64 && code_->nodes[id].op == Op::value; ++i) {
        id = code_->values[code_->nodes[id].a];
    }
    return id;
}

bool Bounds::never_above(NodeId a, NodeId b, int depth) {
    if (same_.number(a) == same_.number(b)) {
        return true;
    }
    if (depth == 0 || !spend()) {
        return false;
    }
    const Node& left = code_->nodes[resolved(a)];
    const Node& right = code_->nodes[resolved(b)];
    const auto counted = [this](NodeId id) {
        return eval(id).numbers.none_below_zero();
    };
    if (left.op == Op::subtract && counted(left.b) && never_above(left.a, b, depth - 1)) {
        return true;
    }
    if (right.op == Op::add && ((counted(right.b) && never_above(a, right.a, depth - 1)) ||
                                (counted(right.a) && never_above(a, right.b, depth - 1)))) {
        return true;
    }
    if (counts_part_of(left, right)) {
        return true;
    }
    if (never_above_call(left, b, depth) || never_above_call(a, right, depth)) {
        return true;
    }
    const Numbers low = eval(a).numbers;
    const Numbers high = eval(b).numbers;
    return !low.empty() && !high.empty() && low.hull().high && high.hull().low &&
           *low.hull().high <= *high.hull().low;
}

/// min(…) is not above what one of its items is not above.
bool Bounds::never_above_call(const Node& least, NodeId b, int depth) {
    if (least.op != Op::call || static_cast<Function>(least.a) != Function::min) {
        return false;
    }
    const Node& items = code_->nodes[code_->many[least.b]];
    for (std::uint32_t i = 0; items.op == Op::list && i < items.count; ++i) {
        if (never_above(code_->many[items.b + i], b, depth - 1)) {
            return true;
        }
    }
    return false;
}

bool Bounds::never_above_call(NodeId a, const Node& most, int depth) {
    if (most.op != Op::call || static_cast<Function>(most.a) != Function::max) {
        return false;
    }
    const Node& items = code_->nodes[code_->many[most.b]];
    for (std::uint32_t i = 0; items.op == Op::list && i < items.count; ++i) {
        if (never_above(a, code_->many[items.b + i], depth - 1)) {
            return true;
        }
    }
    return false;
}

/// count(L[…]) beside count(L), and sums of what is not below zero.
bool Bounds::counts_part_of(const Node& a, const Node& b) {
    const bool calls = a.op == Op::call && b.op == Op::call && a.a == b.a && a.count == 1;
    const auto function = static_cast<Function>(a.a);
    if (!calls || (function != Function::count && function != Function::sum)) {
        return false;
    }
    const NodeId all = code_->many[b.b];
    NodeId part = code_->many[a.b];
    const Node& of_all = code_->nodes[resolved(all)];
    const Node& of_part = code_->nodes[resolved(part)];
    NodeId whole = all;
    if (of_all.op == Op::path && of_part.op == Op::path &&
        code_->names[of_all.b] == code_->names[of_part.b]) {
        whole = of_all.a;
        part = of_part.a;
    }
    if (function == Function::sum) {
        const auto list = eval(all).as_list();
        if (!list || list->element.may_be_other_than_number() ||
            !list->element.numbers.none_below_zero()) {
            return false;
        }
    }
    for (int i = 0; i < 8; ++i) {
        if (same_.number(part) == same_.number(whole)) {
            return true;
        }
        const Node& filter = code_->nodes[resolved(part)];
        if (filter.op != Op::filter || (filter.flags & flags::filter_by_boolean) == 0) {
            return false;
        }
        part = filter.a;
    }
    return false;
}

} // namespace heng::detail::feel
