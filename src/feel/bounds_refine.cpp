// SPDX-License-Identifier: Apache-2.0
//
// Bounds of conditions, and what a condition tells of the expressions in it.
#include "feel/bounds.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace heng::feel {
namespace {

/// The numbers x for which `x op y` holds for some y.
Numbers satisfying(const Numbers& x, Op op, const Numbers& y) {
    if (x.empty() || y.empty()) {
        return {};
    }
    const Interval hull = y.hull();
    switch (op) {
    case Op::less:
        return x.met(Interval{{}, false, hull.high, false});
    case Op::less_equal:
        return x.met(Interval{{}, false, hull.high, hull.high_closed});
    case Op::greater:
        return x.met(Interval{hull.low, false, {}, false});
    case Op::greater_equal:
        return x.met(Interval{hull.low, hull.low_closed, {}, false});
    default:
        return x.met(y);
    }
}

Op opposite(Op op) {
    switch (op) {
    case Op::less:
        return Op::greater_equal;
    case Op::less_equal:
        return Op::greater;
    case Op::greater:
        return Op::less_equal;
    case Op::greater_equal:
        return Op::less;
    default:
        return op == Op::equal ? Op::not_equal : Op::equal;
    }
}

Op mirrored(Op op) {
    switch (op) {
    case Op::less:
        return Op::greater;
    case Op::less_equal:
        return Op::greater_equal;
    case Op::greater:
        return Op::less;
    case Op::greater_equal:
        return Op::less_equal;
    default:
        return op;
    }
}

bool is_order(Op op) {
    return op >= Op::less && op <= Op::greater_equal;
}

/// Kinds that it may have, but for null: one bit each.
unsigned kinds_of(const Abstract& value) {
    return (value.may_be_boolean() ? 1U : 0) | (value.numbers.empty() ? 0 : 2U) |
           (value.texts.empty() ? 0 : 4U) | (value.dates.empty() ? 0 : 8U) |
           (value.durations.empty() ? 0 : 16U) | (value.list ? 32U : 0) |
           (value.context ? 64U : 0) | (value.may_be_range ? 128U : 0);
}

bool has_more_than_one(unsigned kinds) {
    return (kinds & (kinds - 1)) != 0;
}

bool share(const Texts& a, const Texts& b) {
    if (a.any || b.any) {
        return !a.empty() && !b.empty();
    }
    return std::any_of(a.some.begin(), a.some.end(),
                       [&](const std::string& text) { return b.contains(text); });
}

/// Whether two values of one kind may be equal.
bool may_equal(const Abstract& a, const Abstract& b) {
    return (a.may_be_true && b.may_be_true) || (a.may_be_false && b.may_be_false) ||
           !a.numbers.met(b.numbers).empty() || share(a.texts, b.texts) ||
           !a.dates.met(b.dates).empty() || !a.durations.met(b.durations).empty() ||
           (a.list && b.list) || (a.context && b.context) || (a.may_be_range && b.may_be_range);
}

/// Whether both are one and the same value for sure.
bool must_equal(const Abstract& a, const Abstract& b) {
    if (kinds_of(a) != kinds_of(b) || has_more_than_one(kinds_of(a))) {
        return false;
    }
    const auto same = [](const Numbers& x, const Numbers& y) {
        const auto one = x.only();
        return one && y.only() == one;
    };
    return same(a.numbers, b.numbers) || same(a.dates, b.dates) || same(a.durations, b.durations) ||
           (!a.texts.any && a.texts.some.size() == 1 && !b.texts.any &&
            b.texts.some == a.texts.some) ||
           (a.may_be_boolean() && a.may_be_true != a.may_be_false &&
            a.may_be_true == b.may_be_true && a.may_be_false == b.may_be_false);
}

Abstract equality(const Abstract& a, const Abstract& b) {
    Abstract result;
    const unsigned left = kinds_of(a);
    const unsigned right = kinds_of(b);
    result.may_be_true = (a.nulls != 0 && b.nulls != 0) || may_equal(a, b);
    const bool null_and_value = (a.nulls != 0 && right != 0) || (b.nulls != 0 && left != 0);
    const bool alike = (left & right) != 0;
    result.may_be_false = null_and_value || (alike && !must_equal(a, b));
    const bool kinds_differ = left != 0 && right != 0 && (left != right || has_more_than_one(left));
    result.nulls = kinds_differ ? nulls::other : 0;
    return result;
}

/// Whether `x op y` holds for some pair.
bool may_order(const Abstract& a, Op op, const Abstract& b) {
    return !satisfying(a.numbers, op, b.numbers).empty() ||
           !satisfying(a.dates, op, b.dates).empty() ||
           !satisfying(a.durations, op, b.durations).empty() ||
           (!a.texts.empty() && !b.texts.empty());
}

/// `to` without what the single value `but` is.
Abstract without(const Abstract& to, const Abstract& but) {
    Abstract result = to;
    if (const auto number = but.numbers.only()) {
        result.numbers = result.numbers.without({*number, true, *number, true});
    }
    if (const auto day = but.dates.only()) {
        result.dates = result.dates.without({*day, true, *day, true});
    }
    if (!but.texts.any && but.texts.some.size() == 1) {
        std::erase(result.texts.some, but.texts.some.front());
    }
    if (but.may_be_true != but.may_be_false) {
        (but.may_be_true ? result.may_be_true : result.may_be_false) = false;
    }
    return result;
}

} // namespace

Abstract Bounds::eval_comparison(const Node& node) {
    const Abstract left = eval(node.a);
    const Abstract right = eval(node.b);
    const bool same = same_.number(node.a) == same_.number(node.b);
    if (left.open || right.open) {
        Abstract result = Abstract::boolean(true, true);
        result.nulls = nulls::all;
        return result;
    }
    if (!is_order(node.op)) {
        Abstract result = equality(left, right);
        if (same) {
            result = Abstract::boolean(true, false);
        }
        if (node.op == Op::not_equal) {
            std::swap(result.may_be_true, result.may_be_false);
        }
        return result;
    }
    Abstract result = Abstract::boolean(may_order(left, node.op, right),
                                        may_order(left, opposite(node.op), right));
    const bool strict = node.op == Op::less || node.op == Op::greater;
    if (same) {
        (strict ? result.may_be_true : result.may_be_false) = false;
    } else if (left.may_be_other_than_number() || right.may_be_other_than_number()) {
        // nothing more is known
    } else if (node.op == Op::less_equal || node.op == Op::greater) {
        if (never_above(node.a, node.b)) {
            (strict ? result.may_be_true : result.may_be_false) = false;
        }
    } else if (never_above(node.b, node.a)) {
        (strict ? result.may_be_true : result.may_be_false) = false;
    }
    const unsigned kinds = kinds_of(left) | kinds_of(right);
    constexpr unsigned ordered = 2 | 4 | 8 | 16;
    result.nulls = left.nulls | right.nulls;
    result.nulls |= nulls::when(has_more_than_one(kinds) || (kinds & ~ordered) != 0, nulls::other);
    return result;
}

Abstract Bounds::eval_logic(const Node& node) {
    const bool both = node.op == Op::both;
    const Abstract left = eval(node.a);
    open(); // the second is read where the first does not decide
    const bool reached = both ? !left.empty() : refine(node.a, Want::not_true);
    if (both && reached && left.is_boolean()) {
        static_cast<void>(refine(node.a, Want::holds));
    }
    const Abstract right = reached ? eval(node.b) : Abstract{};
    close();
    const auto deciding = [&](const Abstract& side) {
        return both ? side.may_be_false : side.may_be_true;
    };
    const auto neutral = [&](const Abstract& side) {
        return both ? side.may_be_true : side.may_be_false;
    };
    const bool undecided_left = left.nulls != 0 || left.may_be_other_than_boolean();
    const bool undecided_right = right.nulls != 0 || right.may_be_other_than_boolean();
    const bool decides = deciding(left) || deciding(right);
    const bool stays = neutral(left) && neutral(right);
    Abstract result = both ? Abstract::boolean(stays, decides) : Abstract::boolean(decides, stays);
    if (undecided_left || undecided_right) {
        const bool wrong = left.may_be_other_than_boolean() || right.may_be_other_than_boolean();
        result.nulls = left.nulls | right.nulls | (wrong ? nulls::other : 0);
    }
    return result;
}

Abstract Bounds::eval_within(const Node& node) {
    Node low;
    low.op = (node.flags & flags::low_closed) != 0 ? Op::greater_equal : Op::greater;
    low.a = node.a;
    low.b = node.b;
    Node high;
    high.op = (node.flags & flags::high_closed) != 0 ? Op::less_equal : Op::less;
    high.a = node.a;
    high.b = node.c;
    const Abstract above = eval_comparison(low);
    const Abstract below = eval_comparison(high);
    Abstract result = Abstract::boolean(above.may_be_true && below.may_be_true,
                                        above.may_be_false || below.may_be_false);
    const Abstract tested = eval(node.a);
    const Numbers inside = satisfying(satisfying(tested.numbers, low.op, eval(node.b).numbers),
                                      high.op, eval(node.c).numbers);
    if (tested.is_number() && inside.empty()) {
        result.may_be_true = false;
    }
    result.nulls = above.nulls | below.nulls;
    return result;
}

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
    const Op op = want == Want::holds ? node.op : opposite(node.op);
    const bool may_be_null = want == Want::not_true;
    return refine_order_of(op, node.a, node.b, may_be_null) &&
           refine_order_of(mirrored(op), node.b, node.a, may_be_null);
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

} // namespace heng::feel
