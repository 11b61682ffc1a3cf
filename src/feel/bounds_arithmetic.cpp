// SPDX-License-Identifier: Apache-2.0
//
// Bounds of arithmetic, and which of two expressions is never above the other.
#include "feel/bounds.hpp"
#include "feel/compare_abstract.hpp"
#include "feel/operators.hpp"

#include <vector>

namespace heng::detail::feel {
namespace {

/// All but null.
std::vector<Kind> kinds_in(const Abstract& value) {
    std::vector<Kind> kinds;
    const unsigned bits = kinds_of(value);
    for (auto kind = static_cast<unsigned>(Kind::boolean); bits >> (kind - 1) != 0; ++kind) {
        if ((bits >> (kind - 1) & 1U) != 0) {
            kinds.push_back(static_cast<Kind>(kind));
        }
    }
    return kinds;
}

/// As Signature counts them.
Numbers amounts(const Abstract& value, Kind kind) {
    switch (kind) {
    case Kind::date:
        return multiplied(value.dates, Numbers::at(Ratio{86'400}));
    case Kind::duration:
        return value.durations;
    default:
        return value.numbers;
    }
}

Numbers computed(Op op, const Numbers& a, const Numbers& b) {
    switch (op) {
    case Op::add:
        return added(a, b);
    case Op::subtract:
        return added(a, negated(b));
    case Op::multiply:
        return multiplied(a, b);
    default: {
        const Numbers denominator = b.without_zero();
        return denominator.empty() ? Numbers{} : divided(a, denominator);
    }
    }
}

/// The results of the operator for all pairs of kinds but two numbers, and every null.
Abstract of_other_kinds(Op op, const Abstract& left, const Abstract& right) {
    Abstract result;
    result.nulls = left.nulls | right.nulls;
    if (!left.may_be_other_than_number() && !right.may_be_other_than_number()) {
        return result;
    }
    const std::vector<Kind> kinds = kinds_in(right);
    for (const Kind a : kinds_in(left)) {
        for (const Kind b : kinds) {
            const auto kind = result_of(op, a, b);
            if (!kind) {
                result.nulls |= nulls::other;
            } else if (*kind == Kind::text) {
                result.texts.any = true;
            } else if (*kind == Kind::date) { // unless the calendar ends before
                result.dates = Numbers::all();
                result.nulls |= nulls::other;
            } else if (a != Kind::number || b != Kind::number) {
                Numbers& all = *kind == Kind::duration ? result.durations : result.numbers;
                all = all.joined(computed(op, amounts(left, a), amounts(right, b)));
            }
        }
    }
    return result;
}

/// Whether it calls the function with a list that is written out, and `does` holds of an item.
template <class Does>
bool some_item(const Code& code, const Node& call, Function function, Does does) {
    if (call.op != Op::call || static_cast<Function>(call.a) != function) {
        return false;
    }
    const Node& items = code.nodes[code.many[call.b]];
    for (std::uint32_t i = 0; items.op == Op::list && i < items.count; ++i) {
        if (does(code.many[items.b + i])) {
            return true;
        }
    }
    return false;
}

} // namespace

Abstract Bounds::eval_arithmetic(const Node& node) {
    const Abstract left = eval(node.a);
    const Abstract right = eval(node.b);
    if (left.open || right.open) {
        return Abstract::any();
    }
    if (node.op == Op::divide) {
        return eval_quotient(node, left, right);
    }
    Abstract result = of_other_kinds(node.op, left, right);
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
    return result;
}

Abstract Bounds::eval_quotient(const Node& node, const Abstract& left, const Abstract& right) {
    Abstract result = of_other_kinds(Op::divide, left, right);
    const bool by_zero = right.numbers.contains(Ratio{0}) || right.durations.contains(Ratio{0});
    result.nulls |= by_zero ? nulls::zero : 0;
    Numbers numbers;
    const Numbers denominator = right.numbers.without_zero();
    if (!left.numbers.empty() && !denominator.empty()) {
        numbers = divided(left.numbers, denominator);
        const Node& above = code_->nodes[resolved(node.a)];
        const bool difference = above.op == Op::subtract || above.op == Op::add;
        if (same_.number(node.a) == same_.number(node.b)) {
            numbers = Numbers::at(Ratio{1});
        } else if (difference && same_.number(above.b) == same_.number(node.b)) {
            // (a − b) ÷ b is a ÷ b − 1
            const Numbers one = Numbers::at(Ratio{above.op == Op::add ? 1 : -1});
            const Numbers part = divided(eval(above.a).numbers, denominator);
            numbers = numbers.met(added(part, one));
        }
        if (denominator.none_below_zero() && never_above(node.a, node.b)) {
            numbers = numbers.met(Interval{{}, false, Ratio{1}, true});
        }
    }
    result.numbers = result.numbers.joined(numbers);
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
    if (some_item(*code_, left, Function::min,
                  [&](NodeId item) { return never_above(item, b, depth - 1); }) ||
        some_item(*code_, right, Function::max,
                  [&](NodeId item) { return never_above(a, item, depth - 1); })) {
        return true;
    }
    const Numbers low = eval(a).numbers;
    const Numbers high = eval(b).numbers;
    return !low.empty() && !high.empty() && low.hull().high && high.hull().low &&
           *low.hull().high <= *high.hull().low;
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
