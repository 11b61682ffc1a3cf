// SPDX-License-Identifier: Apache-2.0
#include "feel/compare_abstract.hpp"

#include <algorithm>
#include <string>

namespace heng::detail::feel {

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

unsigned kinds_of(const Abstract& value) {
    return (value.may_be_boolean() ? 1U : 0) | (value.numbers.empty() ? 0 : 2U) |
           (value.texts.empty() ? 0 : 4U) | (value.dates.empty() ? 0 : 8U) |
           (value.durations.empty() ? 0 : 16U) | (value.list ? 32U : 0) |
           (value.context ? 64U : 0) | (value.may_be_range ? 128U : 0);
}

bool has_more_than_one(unsigned kinds) {
    return (kinds & (kinds - 1)) != 0;
}

namespace {

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

} // namespace

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

} // namespace heng::detail::feel
