// SPDX-License-Identifier: Apache-2.0
#include "feel/bounds.hpp"
#include "feel/operators.hpp"

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
    if (is_operator(node.op)) {
        switch (row_of(node.op).binding) {
        case Binding::comparison:
            return eval_comparison(node);
        case Binding::both:
        case Binding::either:
            return eval_logic(node);
        default:
            return eval_arithmetic(node);
        }
    }
    switch (node.op) {
    case Op::constant:
        return Abstract::of(code_->constants[node.a]);
    case Op::slot:
        return slots_[node.a];
    case Op::value:
        return eval_value(node.a);
    case Op::local:
        return eval_local(node.a);
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

} // namespace heng::detail::feel
