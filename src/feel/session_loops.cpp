// SPDX-License-Identifier: Apache-2.0
//
// The parts of a session that evaluate something again and again: filters, for, some and every.
//
//     contracts[signed late]      for c in contracts return c.amount
#include "feel/call.hpp"
#include "feel/operate.hpp"
#include "feel/session.hpp"

#include <optional>
#include <utility>

namespace heng::detail::feel {
namespace {

/// Whether a variable runs from a constant to what is none, which is meant to count up to it.
bool counts_from_constant(const Code& code, const NodeId* variable) {
    return code.nodes[variable[1]].op == Op::constant && code.nodes[variable[2]].op != Op::constant;
}

} // namespace

Value Session::eval_filter(const Node& node) {
    Value base = eval(node.a);
    if (base.is_null()) {
        return base;
    }
    if (!base.is_list()) {
        base = Value::list({std::move(base)});
    }
    const std::vector<Value>& items = base.items();
    std::vector<Value> kept;
    if (items.empty() && (node.flags & flags::filter_by_boolean) != 0) {
        return base;
    }
    if (items.empty()) {
        set_local(node.c, Value{});
    }
    const Value first = items.empty() ? eval(node.b) : filter_item(node, items.front());
    if (first.is_number()) {
        const auto index = first.number().as_int64().value_or(0);
        const auto size = static_cast<std::int64_t>(items.size());
        if (index == 0 || index > size || index < -size) {
            return Value::null(NullCause::out_of_range);
        }
        return items[static_cast<std::size_t>(index > 0 ? index - 1 : size + index)];
    }
    if ((node.flags & flags::filter_by_index) != 0) {
        return null_from(first);
    }
    for (std::size_t i = 0; i < items.size() && !budget_.exhausted(); ++i) {
        const Value holds = i == 0 ? first : filter_item(node, items[i]);
        left_out_null_ = left_out_null_ || holds.is_null();
        if (holds.is_true() && budget_.elements(1)) {
            kept.push_back(items[i]);
        }
    }
    return budget_.exhausted() ? Value::null(NullCause::limit) : list_of(std::move(kept), budget_);
}

/// What the condition of a filter comes to for an item.
Value Session::filter_item(const Node& node, const Value& item) {
    set_local(node.c, item);
    if (trace_ == nullptr) {
        return eval(node.b);
    }
    const Trace::Mark mark = trace_->open_iteration("item", item);
    Value holds = eval(node.b);
    if (holds.is_number()) { // xs[2]: the item is chosen by its number
        trace_->dissolve_iteration(mark);
    } else {
        trace_->close_iteration(mark);
    }
    return holds;
}

/// Runs the body for each value of variable `which` and of those after it. False once the body has
/// returned false or a domain is wrong; then `wrong` is the null to give.
template <class Body>
bool Session::iterate(const Node& node, std::uint32_t which, Value& wrong, Body& body) {
    if (which == node.count) {
        return body();
    }
    const NodeId* variable = &code_->many[node.b + 3 * std::size_t{which}];
    Value domain = eval(variable[1]);
    Range ends;
    if (variable[2] != no_node) {
        ends.low = std::move(domain);
        ends.high = eval(variable[2]);
    } else if (domain.is_range()) {
        ends = domain.range();
    } else if (domain.is_list()) {
        for (const Value& item : domain.items()) {
            if (!iterate_with(node, which, item, wrong, body)) {
                return false;
            }
        }
        return true;
    }
    const std::optional<Steps> steps = steps_of(ends);
    if (!steps) {
        wrong = variable[2] != no_node ? null_from(ends.low, ends.high) : null_from(domain);
        return false;
    }
    if (steps->by < 0 && variable[2] == no_node) { // [2..1] is no range (DMN TCK 1.5)
        wrong = Value::null(NullCause::out_of_range);
        return false;
    }
    if (steps->by < 0 && !code_->may_round && counts_from_constant(*code_, variable)) {
        return true; // in a rubric 1..count(rows) is nothing where there are no rows
    }
    std::int64_t at = steps->first;
    for (std::int64_t i = 0; i < steps->count; ++i, at += steps->by) {
        if (!budget_.steps()) {
            return false;
        }
        Value item = steps->dates ? Value::date(at) : Value::number(Ratio{at});
        if (!iterate_with(node, which, std::move(item), wrong, body)) {
            return false;
        }
    }
    return true;
}

/// Runs the rest with one value of the variable.
template <class Body>
bool Session::iterate_with(const Node& node, std::uint32_t which, Value item, Value& wrong,
                           Body& body) {
    const std::uint32_t local = code_->many[node.b + 3 * std::size_t{which}];
    if (trace_ == nullptr) {
        set_local(local, std::move(item));
        return iterate(node, which + 1, wrong, body);
    }
    const auto id = static_cast<std::size_t>(&node - code_->nodes.data());
    const Trace::Mark mark =
        trace_->open_iteration(code_->names[code_->places[id].names + which], item);
    set_local(local, std::move(item));
    const bool on = iterate(node, which + 1, wrong, body);
    trace_->close_iteration(mark);
    return on;
}

Value Session::eval_loop(const Node& node) {
    std::vector<Value> results;
    Value wrong;
    auto body = [&] {
        if (!budget_.elements(1)) {
            return false;
        }
        if (node.c != no_node) {
            if (!budget_.elements(results.size())) {
                return false;
            }
            Value partial = list_of(results, budget_);
            set_local(node.c, std::move(partial));
        }
        results.push_back(eval(node.a));
        return !budget_.exhausted();
    };
    if (!iterate(node, 0, wrong, body)) {
        return budget_.exhausted() ? Value::null(NullCause::limit) : wrong;
    }
    return list_of(std::move(results), budget_);
}

Value Session::eval_quantified(const Node& node) {
    const bool some = node.op == Op::some;
    Value result = Value::boolean(!some);
    Value wrong;
    bool decided = false;
    auto body = [&] {
        const Value holds = eval(node.a);
        result = some ? either(result, holds) : both(result, holds);
        decided = some ? result.is_true() : result.is_false();
        return !decided && !budget_.exhausted();
    };
    if (!iterate(node, 0, wrong, body) && !decided) {
        return budget_.exhausted() ? Value::null(NullCause::limit) : wrong;
    }
    return result;
}

} // namespace heng::detail::feel
