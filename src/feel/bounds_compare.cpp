// SPDX-License-Identifier: Apache-2.0
//
// Bounds of comparisons and logic.
#include "feel/bounds.hpp"
#include "feel/compare_abstract.hpp"
#include "feel/operators.hpp"

#include <utility>

namespace heng::detail::feel {

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
                                        may_order(left, row_of(node.op).opposite, right));
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
    result.nulls = left.nulls | right.nulls;
    result.nulls |=
        nulls::when(has_more_than_one(kinds) || (kinds & ~ordered_kinds) != 0, nulls::other);
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

} // namespace heng::detail::feel
