// SPDX-License-Identifier: Apache-2.0
#include "feel/call.hpp"
#include "feel/messages.hpp"
#include "feel/operate.hpp"
#include "feel/session.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <utility>

namespace heng::detail::feel {

Session::Session(const Program& program, std::span<const Value> slots, SessionLimits limits)
    : code_{&program.code()},
      slots_{slots},
      limits_{limits},
      budget_{limits, code_->may_round},
      words_{(code_->slot_count + 63) / 64},
      read_sets_(words_) {
    Expects(slots.size() >= code_->slot_count);
}

Session::Session(const Code& code, SessionLimits limits, Constants /*tag*/)
    : code_{&code}, limits_{limits}, budget_{limits, code.may_round}, words_{0} {}

void Session::reset(std::span<const Value> slots) {
    Expects(slots.size() >= code_->slot_count);
    slots_ = slots;
    budget_ = Budget{limits_, code_->may_round};
    std::fill(value_states_.begin(), value_states_.end(), ValueState{});
}

void Session::forget_reads() {
    left_out_null_ = false;
    std::fill(read_sets_.begin() + static_cast<std::ptrdiff_t>(range_.first),
              read_sets_.begin() + static_cast<std::ptrdiff_t>(range_.end), Words{0});
    range_ = {};
    reads_at_ = 0;
}

Value Session::start(NodeId root, Trace* trace) {
    trace_ = trace;
    budget_.forget();
    forget_reads();
    return eval(root);
}

Value Session::evaluate(ExpressionId id, Trace* trace) {
    return start(code_->expressions[id].root, trace);
}

Value Session::evaluate_tests(ExpressionId id, Value input, Trace* trace) {
    const Entry& tests = code_->expressions[id];
    set_local(tests.input, std::move(input));
    return start(tests.root, trace);
}

Value Session::evaluate_value(ValueId id) {
    trace_ = nullptr;
    budget_.forget();
    forget_reads();
    return value(id);
}

std::vector<SlotId> Session::reads() const {
    std::vector<SlotId> slots;
    for (std::size_t word = range_.first; word < range_.end; ++word) {
        for (Words left = read_sets_[word]; left != 0; left &= left - 1) {
            slots.push_back(static_cast<SlotId>(word * 64) +
                            static_cast<SlotId>(std::countr_zero(left)));
        }
    }
    return slots;
}

std::vector<SlotId> Session::missing() const {
    std::vector<SlotId> slots = reads();
    std::erase_if(slots, [this](SlotId slot) { return !slots_[slot].is_missing(); });
    return slots;
}

std::optional<Fault> Session::fault() const {
    const auto exceeded = [](const text::Sentence& message) {
        return make_fault(codes::limit, {}, message, say::hint_limit);
    };
    switch (budget_.passed()) {
    case Passed::nothing:
        return std::nullopt;
    case Passed::steps:
        return exceeded(say::steps_limit);
    case Passed::elements:
        return exceeded(say::elements_limit);
    case Passed::text:
        return exceeded(say::text_limit);
    case Passed::depth:
        return exceeded(say::depth_limit);
    case Passed::number:
        return exceeded(say::number_limit);
    case Passed::unsupported:
        return make_fault(codes::unsupported, {}, say::part_unsupported,
                          say::hint_part_unsupported);
    }
    return std::nullopt;
}

/// The value of a named value, computed when it is first asked for; its reads are ours each time.
const Value& Session::value(ValueId id) {
    if (values_.size() != code_->values.size()) {
        values_.resize(code_->values.size());
        value_states_.resize(code_->values.size());
        read_sets_.resize(words_ * (1 + code_->values.size()));
    }
    const std::size_t own = words_ * (1 + std::size_t{id});
    ValueState& state = value_states_[id];
    if (!state.done) {
        const Passed passed = budget_.forget();
        const std::size_t outer = std::exchange(reads_at_, own);
        const WordRange outer_range = std::exchange(range_, {});
        std::fill_n(read_sets_.begin() + static_cast<std::ptrdiff_t>(own), words_, Words{0});
        std::vector<Value> locals = std::exchange(locals_, {});
        const ValueId source = trace_ != nullptr ? trace_->enter(id) : id;
        values_[id] = eval(code_->values[id]);
        if (trace_ != nullptr) {
            trace_->enter(source);
        }
        locals_ = std::move(locals);
        reads_at_ = outer;
        state = {true, budget_.passed(), std::exchange(range_, outer_range)};
        if (passed != Passed::nothing) {
            budget_.pass(passed);
        }
    }
    if (state.passed != Passed::nothing) {
        budget_.pass(state.passed);
    }
    for (std::size_t word = state.range.first; word < state.range.end; ++word) {
        read_sets_[reads_at_ + word] |= read_sets_[own + word];
    }
    range_.add(state.range);
    return values_[id];
}

void Session::set_local(std::uint32_t local, Value value) {
    if (local >= locals_.size()) {
        locals_.resize(local + 1);
    }
    locals_[local] = std::move(value);
}

/// The value of a node without copying it where it stands somewhere already.
const Value& Session::operand(NodeId id, Value& scratch) {
    if (trace_ != nullptr) [[unlikely]] {
        return scratch = traced_operand(id);
    }
    const Node& node = code_->nodes[id];
    switch (node.op) {
    case Op::constant:
        return code_->constants[node.a];
    case Op::slot:
        mark_read(node.a);
        return slots_[node.a];
    case Op::value:
        return value(node.a);
    default:
        return scratch = eval(id);
    }
}

Value Session::eval(NodeId id) {
    if (!budget_.steps()) {
        return Value::null(NullCause::limit);
    }
    if (trace_ != nullptr) [[unlikely]] {
        return traced(id);
    }
    return perform(code_->nodes[id]);
}

/// An operand costs a step where operand() would have eval() do it: a trace costs none.
Value Session::traced_operand(NodeId id) {
    const Op op = code_->nodes[id].op;
    return op == Op::constant || op == Op::slot || op == Op::value ? traced(id) : eval(id);
}

Value Session::traced(NodeId id) {
    const Node& node = code_->nodes[id];
    const Trace::Mark mark = trace_->open(*code_, id);
    Value value = perform(node);
    trace_->close(mark, value);
    return value;
}

Value Session::perform(const Node& node) {
    switch (node.op) {
    case Op::constant:
        return code_->constants[node.a];
    case Op::slot:
        mark_read(node.a);
        return slots_[node.a];
    case Op::value:
        return value(node.a);
    case Op::local:
        return locals_[node.a];
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
        return eval(eval(node.a).is_true() ? node.b : node.c);
    default:
        return eval_structure(node);
    }
}

Value Session::eval_structure(const Node& node) {
    switch (node.op) {
    case Op::item:
        return eval_item(node);
    case Op::negate:
        return negated_number(eval(node.a), budget_);
    case Op::negated:
        return negated(eval(node.a));
    case Op::within:
        return eval_within(node);
    case Op::matches: {
        const Value tested = eval(node.a);
        return matches(tested, eval(node.b), budget_);
    }
    case Op::let:
        set_local(node.c, eval(node.a));
        return eval(node.b);
    case Op::path:
        return member(eval(node.a), code_->names[node.b], budget_);
    case Op::filter:
        return eval_filter(node);
    case Op::list:
        return eval_list(node);
    case Op::context:
        return eval_context(node);
    case Op::range:
        return eval_range(node);
    case Op::loop:
        return eval_loop(node);
    case Op::some:
    case Op::every:
        return eval_quantified(node);
    case Op::instance:
        return is_instance(eval(node.a), code_->types[node.b], budget_);
    case Op::sort:
        return eval_sort(node);
    case Op::replace:
        return eval_replace(node);
    default:
        return eval_call(node);
    }
}

Value Session::eval_arithmetic(const Node& node) {
    Value left_scratch;
    Value right_scratch;
    const Value& left = operand(node.a, left_scratch);
    const Value& right = operand(node.b, right_scratch);
    return arithmetic(node.op, left, right, budget_);
}

Value Session::eval_comparison(const Node& node) {
    Value left_scratch;
    Value right_scratch;
    const Value& left = operand(node.a, left_scratch);
    const Value& right = operand(node.b, right_scratch);
    return compare(node.op, left, right, budget_);
}

/// The second operand is read only where the first does not decide.
Value Session::eval_logic(const Node& node) {
    const Value left = eval(node.a);
    if (node.op == Op::both) {
        return left.is_false() ? left : both(left, eval(node.b));
    }
    return left.is_true() ? left : either(left, eval(node.b));
}

Value Session::eval_item(const Node& node) {
    const Value& item = locals_[node.a];
    if (item.is_context()) {
        if (const Value* field = item.find(code_->names[node.b])) {
            return *field;
        }
    }
    return node.c == no_node ? Value::null(NullCause::missing_field) : eval(node.c);
}

Value Session::eval_within(const Node& node) {
    const Value tested = eval(node.a);
    const Value low = eval(node.b);
    const Value high = eval(node.c);
    return within(tested, low, (node.flags & flags::low_closed) != 0, high,
                  (node.flags & flags::high_closed) != 0, budget_);
}

Value Session::eval_list(const Node& node) {
    if (!budget_.elements(node.count)) {
        return Value::null(NullCause::limit);
    }
    std::vector<Value> items;
    items.reserve(node.count);
    for (std::uint32_t i = 0; i < node.count; ++i) {
        items.push_back(eval(code_->many[node.b + i]));
    }
    return list_of(std::move(items), budget_);
}

Value Session::eval_context(const Node& node) {
    std::vector<Field> fields;
    fields.reserve(node.count);
    for (std::uint32_t i = 0; i < node.count; ++i) {
        Value entry = eval(code_->many[node.b + 2 * i + 1]);
        set_local(node.c + i, entry);
        fields.push_back({code_->names[code_->many[node.b + 2 * i]], std::move(entry)});
    }
    return context_of(std::move(fields), budget_);
}

Value Session::eval_range(const Node& node) {
    Range range;
    range.form = static_cast<RangeForm>(node.c);
    range.low_closed = (node.flags & flags::low_closed) != 0;
    range.high_closed = (node.flags & flags::high_closed) != 0;
    const bool below = range.form == RangeForm::less || range.form == RangeForm::less_equal;
    if (!below) {
        range.low = eval(node.a);
    }
    if (below || range.form == RangeForm::interval) {
        range.high = eval(node.b);
    }
    return Value::range(std::move(range));
}

Value Session::eval_call(const Node& node) {
    std::array<Value, 3> arguments;
    Expects(node.count <= arguments.size());
    for (std::uint32_t i = 0; i < node.count; ++i) {
        arguments[i] = eval(code_->many[node.b + i]);
    }
    return call(static_cast<Function>(node.a), {arguments.data(), node.count}, budget_);
}

} // namespace heng::detail::feel
