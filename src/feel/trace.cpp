// SPDX-License-Identifier: Apache-2.0
#include "feel/trace.hpp"

#include <algorithm>
#include <utility>

namespace heng::detail::feel {

namespace {

TraceKind kind_of(Op op, bool is_test) {
    if (is_test) {
        return TraceKind::test;
    }
    switch (op) {
    case Op::constant:
        return TraceKind::constant;
    case Op::slot:
        return TraceKind::input;
    case Op::value:
        return TraceKind::named;
    default:
        return TraceKind::operation;
    }
}

} // namespace

/// a + b + c is two operations, the first of which is the first operand of the second.
bool Trace::continues_chain(Op op) const {
    const TraceNode& outer = nodes_[open_.back()];
    if (nodes_.size() != open_.back() + 1 || outer.omitted > 0 || outer.source != source_) {
        return false;
    }
    const bool sum = outer.op == Op::add || outer.op == Op::subtract;
    return sum ? op == Op::add || op == Op::subtract
               : op == outer.op && (op == Op::multiply || op == Op::both || op == Op::either);
}

bool Trace::has_room() {
    if (nodes_.size() < limits::trace_nodes && open_.size() < limits::trace_depth) {
        return true;
    }
    ++nodes_[open_.back()].omitted;
    return false;
}

bool Trace::first_mention(ValueId value) {
    mentioned_.resize(std::max(mentioned_.size(), std::size_t{value} + 1));
    const bool first = !mentioned_[value];
    mentioned_[value] = true;
    return first;
}

Trace::Mark Trace::push(TraceNode node) {
    node.source = source_;
    nodes_.push_back(std::move(node));
    open_.push_back(nodes_.size() - 1);
    return open_.back();
}

Trace::Mark Trace::open(const Code& code, NodeId id) {
    const Op op = code.nodes[id].op;
    const NodePlace& place = code.places[id];
    if (suppressed_ > 0) {
        return hidden;
    }
    if (!open_.empty()) {
        TraceNode& outer = nodes_[open_.back()];
        if (place.length == 0) {
            const bool path = outer.op == Op::path || outer.op == Op::item;
            if (op == Op::slot && path && outer.kind == TraceKind::operation) {
                outer.kind = TraceKind::input;
            }
            return hidden;
        }
        if (op == Op::local || continues_chain(op) || !has_room()) {
            return hidden;
        }
    }
    TraceNode node;
    node.kind = kind_of(op, place.is_test);
    node.op = op;
    node.repeated = op == Op::value && !first_mention(code.nodes[id].a);
    node.place = {place.offset, place.length};
    return push(std::move(node));
}

void Trace::close(Mark mark, const Value& value) {
    if (mark == hidden) {
        return;
    }
    TraceNode& node = nodes_[mark];
    node.value = value;
    node.end = nodes_.size();
    open_.pop_back();
}

Trace::Mark Trace::open_iteration(std::string_view variable, const Value& value) {
    if (suppressed_ == 0) {
        TraceNode& loop = nodes_[open_.back()];
        if (loop.iterations < limits::trace_iterations && has_room()) {
            ++loop.iterations;
            TraceNode node;
            node.kind = TraceKind::iteration;
            node.name = variable;
            node.value = value;
            return push(std::move(node));
        }
        loop.omitted += loop.iterations >= limits::trace_iterations ? 1 : 0;
    }
    ++suppressed_;
    return suppressed;
}

void Trace::close_iteration(Mark mark) {
    if (mark == suppressed) {
        --suppressed_;
        return;
    }
    nodes_[mark].end = nodes_.size();
    open_.pop_back();
}

void Trace::dissolve_iteration(Mark mark) {
    close_iteration(mark);
    if (mark == suppressed) {
        return;
    }
    nodes_.erase(nodes_.begin() + static_cast<std::ptrdiff_t>(mark));
    for (std::size_t i = mark; i < nodes_.size(); ++i) {
        --nodes_[i].end;
    }
    --nodes_[open_.back()].iterations;
}

ValueId Trace::enter(ValueId source) {
    return std::exchange(source_, source);
}

} // namespace heng::detail::feel
