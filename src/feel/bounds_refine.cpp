// SPDX-License-Identifier: Apache-2.0
//
// What a condition tells of the expressions in it.
#include "feel/bounds.hpp"
#include "feel/compare_abstract.hpp"
#include "feel/operators.hpp"

#include <array>
#include <utility>

namespace heng::detail::feel {

bool Bounds::refine(NodeId id, Want want) {
    if (!spend()) {
        return true;
    }
    const Node& node = code_->nodes[id];
    const Abstract now = eval(id);
    const bool possible = want == Want::holds   ? now.may_be_true
                          : want == Want::fails ? now.may_be_false
                                                : now.may_be_false || now.nulls != 0 ||
                                                      now.may_be_other_than_boolean();
    if (!now.open && !possible) {
        return false;
    }
    if (!now.open) {
        Abstract known = now;
        known.may_be_true = now.may_be_true && want == Want::holds;
        known.may_be_false = now.may_be_false && want != Want::holds;
        if (want != Want::not_true) {
            known = Abstract::boolean(known.may_be_true, known.may_be_false);
        }
        know(same_.number(id), std::move(known));
    }
    switch (node.op) {
    case Op::value: // what is known of it is known of its definition, which has the same number
        return refine(code_->values[node.a], want);
    case Op::both:
        return want == Want::holds ? refine(node.a, want) && refine(node.b, want)
                                   : refine_either(node.a, node.b, want);
    case Op::either:
        return want == Want::holds ? refine_either(node.a, node.b, want)
                                   : refine(node.a, want) && refine(node.b, want);
    case Op::negated:
        return want == Want::not_true ||
               refine(node.a, want == Want::holds ? Want::fails : Want::holds);
    case Op::call:
        if (static_cast<Function>(node.a) == Function::negation && want != Want::not_true) {
            const NodeId operand = code_->many[node.b];
            return eval(operand).list != nullptr ||
                   refine(operand, want == Want::holds ? Want::fails : Want::holds);
        }
        return true;
    case Op::equal:
        return refine_equal(node.a, node.b, want == Want::holds, want == Want::not_true);
    case Op::not_equal:
        return refine_equal(node.a, node.b, want != Want::holds, want == Want::not_true);
    case Op::less:
    case Op::less_equal:
    case Op::greater:
    case Op::greater_equal:
        return refine_order(node, want);
    case Op::matches: { // a plain value: as if by =
        const Abstract test = eval(node.b);
        return test.open || test.may_be_range || test.list != nullptr ||
               refine_equal(node.a, node.b, want == Want::holds, want == Want::not_true);
    }
    case Op::within:
        return refine_within(node, want);
    case Op::let:
        return refine_let(node, want);
    default:
        return true;
    }
}

/// One of the two is so: what both cases tell is what is known.
bool Bounds::refine_either(NodeId a, NodeId b, Want want) {
    std::array<Frame, 2> cases;
    std::array<bool, 2> possible{};
    for (std::size_t i = 0; i < 2; ++i) {
        open();
        possible[i] = refine(i == 0 ? a : b, want);
        cases[i] = std::move(frames_.back());
        close();
    }
    if (!possible[0] && !possible[1]) {
        return false;
    }
    const auto newest = [](const Frame& frame, std::uint32_t number) -> const Abstract* {
        for (auto each = frame.known.rbegin(); each != frame.known.rend(); ++each) {
            if (each->first == number) {
                return &each->second;
            }
        }
        return nullptr;
    };
    for (const auto& [number, value] : cases[possible[0] ? 0 : 1].known) {
        if (possible[0] && possible[1]) {
            const Abstract* first = newest(cases[0], number);
            if (const Abstract* second = newest(cases[1], number)) {
                know(number, first->joined(*second));
            }
        } else {
            know(number, value);
        }
    }
    return true;
}

bool Bounds::refine_equal(NodeId a, NodeId b, bool same, bool may_be_null) {
    for (int side = 0; side < 2; ++side) {
        const NodeId it = side == 0 ? a : b;
        const Abstract left = eval(it);
        const Abstract right = eval(side == 0 ? b : a);
        if (left.open || right.open || kinds_of(left) == 0) {
            continue;
        }
        const bool only_null = kinds_of(right) == 0;
        if (same && !may_be_null) { // both null, or the same value
            Abstract to = left.met(right);
            to.nulls = right.nulls == 0 ? 0 : left.nulls;
            to.list = left.list;
            to.context = left.context;
            to.may_be_range = left.may_be_range;
            if (!narrow(it, to)) {
                return false;
            }
        } else if (!same) {
            Abstract to = left;
            if (only_null) {
                to.nulls = 0;
            } else if (right.nulls == 0 && !has_more_than_one(kinds_of(right))) {
                to = without(left, right);
            }
            if (!narrow(it, to)) {
                return false;
            }
        }
    }
    return true;
}

bool Bounds::refine_order(const Node& node, Want want) {
    const Op op = want == Want::holds ? node.op : row_of(node.op).opposite;
    const bool may_be_null = want == Want::not_true;
    return refine_order_of(op, node.a, node.b, may_be_null) &&
           refine_order_of(row_of(op).mirrored, node.b, node.a, may_be_null);
}

bool Bounds::refine_order_of(Op op, NodeId a, NodeId b, bool may_be_null) {
    const Abstract left = eval(a);
    const Abstract right = eval(b);
    if (left.open || right.open) {
        return true;
    }
    Abstract to = left;
    if (!may_be_null) {
        to.nulls = 0;
        to.numbers = satisfying(left.numbers, op, right.numbers);
        to.dates = satisfying(left.dates, op, right.dates);
        to.durations = satisfying(left.durations, op, right.durations);
        to.may_be_true = to.may_be_false = to.may_be_range = false;
        to.list.reset();
        to.context.reset();
    } else if (right.is_number()) {
        to.numbers = satisfying(left.numbers, op, right.numbers);
    } else {
        return true;
    }
    return narrow(a, to);
}

bool Bounds::refine_within(const Node& node, Want want) {
    const bool low_closed = (node.flags & flags::low_closed) != 0;
    const bool high_closed = (node.flags & flags::high_closed) != 0;
    if (want == Want::holds) {
        return refine_order_of(low_closed ? Op::greater_equal : Op::greater, node.a, node.b,
                               false) &&
               refine_order_of(high_closed ? Op::less_equal : Op::less, node.a, node.c, false);
    }
    const Abstract tested = eval(node.a);
    const Abstract from = eval(node.b);
    const Abstract to_end = eval(node.c);
    const auto low = from.numbers.only();
    const auto high = to_end.numbers.only();
    if (!low || !high || tested.open || !from.is_number() || !to_end.is_number()) {
        return true;
    }
    Abstract to = tested;
    to.numbers = tested.numbers.without({*low, low_closed, *high, high_closed});
    return narrow(node.a, to);
}

/// What is told of the variable holds for what it stands for.
bool Bounds::refine_let(const Node& node, Want want) {
    Abstract value = eval(node.a);
    open();
    bind(node.c, value);
    const bool possible = refine(node.b, want);
    if (const Abstract* more = known_local(node.c)) {
        value = value.met(*more);
    }
    close();
    return possible && narrow(node.a, value);
}

/// What the last frame knows of a variable that it binds.
const Abstract* Bounds::known_local(std::uint32_t local) const {
    const auto number = local_numbers_.find(local);
    if (number == local_numbers_.end()) {
        return nullptr;
    }
    const auto& known = frames_.back().known;
    for (auto each = known.rbegin(); each != known.rend(); ++each) {
        if (each->first == number->second) {
            return &each->second;
        }
    }
    return nullptr;
}

bool Bounds::narrow(NodeId id, const Abstract& to) {
    if (!spend()) {
        return true;
    }
    const Node& node = code_->nodes[id];
    const Abstract now = eval(id).met(to);
    if (now.empty()) {
        return false;
    }
    if (node.op == Op::constant) {
        return true;
    }
    know(same_.number(id), now);
    if (node.op == Op::value) {
        return narrow(code_->values[node.a], now);
    }
    narrow_operands(node, now);
    return true;
}

/// What a result tells of the operands: none of an operation's is null where it has a value.
void Bounds::narrow_operands(const Node& node, const Abstract& now) {
    const auto not_null = [this](NodeId id, bool not_zero = false) {
        Abstract operand = eval(id);
        if (!operand.open) {
            operand.nulls = 0;
            if (not_zero) {
                operand.numbers = operand.numbers.without_zero();
            }
            static_cast<void>(narrow(id, operand));
        }
    };
    const auto shifted = [this, &now](NodeId id, const Numbers& by) {
        Abstract operand = eval(id);
        if (!operand.open && operand.is_number() && !now.numbers.empty()) {
            operand.numbers = operand.numbers.met(added(now.numbers, by));
            static_cast<void>(narrow(id, operand));
        }
    };
    if (now.open || now.nulls != 0) {
        return;
    }
    switch (node.op) {
    case Op::divide:
        not_null(node.a);
        not_null(node.b, true);
        break;
    case Op::add:
    case Op::subtract: {
        not_null(node.a);
        not_null(node.b);
        const Numbers right = eval(node.b).numbers;
        shifted(node.a, node.op == Op::add ? negated(right) : right);
        break;
    }
    case Op::multiply:
        not_null(node.a);
        not_null(node.b);
        break;
    case Op::negate:
        not_null(node.a);
        break;
    case Op::call:
        if (static_cast<Function>(node.a) == Function::count) {
            const NodeId operand = code_->many[node.b];
            const Abstract list = eval(operand);
            if (list.list && !list.open && !list.may_be_other_than_list()) {
                Abstract to = Abstract::list_of(list.list->element, now.numbers);
                static_cast<void>(narrow(operand, to));
            }
        }
        break;
    default:
        break;
    }
}

} // namespace heng::detail::feel