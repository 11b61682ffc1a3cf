// SPDX-License-Identifier: Apache-2.0
#include "feel/calendar.hpp"
#include "feel/operate.hpp"
#include "feel/operators.hpp"
#include "number/root.hpp"

#include <compare>
#include <optional>
#include <utility>

namespace heng::detail::feel {

namespace {

constexpr std::int64_t seconds_of_day = 86'400;

Value null_of(NullCause cause) {
    return Value::null(cause);
}

/// A power whose exponent is not whole. Where it is irrational it is rounded as DMN's numbers are,
/// to 34 digits, but never in a rubric.
Value root_of(const Ratio& base, const Ratio& exponent, Budget& budget) {
    if (base.sign() < 0) {
        return null_of(NullCause::out_of_range);
    }
    if (base.is_zero() && exponent.sign() < 0) {
        return null_of(NullCause::zero_denominator);
    }
    constexpr std::int64_t multiplications = 4;
    const auto words = static_cast<std::int64_t>(root_bits(base, exponent) / 64);
    if (words > max_integer_bits / 16) {
        throw NumberError{NumberFault::too_large};
    }
    if (!budget.steps(words * words * multiplications / 128)) {
        return null_of(NullCause::limit);
    }
    FractionalPower power = fractional_power(base, exponent);
    return power.exact || budget.may_round() ? Value::number(std::move(power.value))
                                             : unsupported(budget);
}

Value power_of(const Ratio& base, const Ratio& exponent, Budget& budget) {
    if (!exponent.is_whole()) [[unlikely]] {
        return root_of(base, exponent, budget);
    }
    const auto whole = exponent.as_int64();
    if (!whole || *whole < -limits::exponent || *whole > limits::exponent) {
        throw NumberError{NumberFault::too_large};
    }
    if (*whole < 0 && base.is_zero()) {
        return null_of(NullCause::zero_denominator);
    }
    Ratio result = power(base, static_cast<int>(*whole));
    return budget.numbers(result, result) ? Value::number(std::move(result))
                                          : null_of(NullCause::limit);
}

Value quotient(const Ratio& left, const Ratio& right) {
    if (right.is_zero()) {
        return null_of(NullCause::zero_denominator);
    }
    return Value::number(left / right);
}

Value number_arithmetic(Op op, const Ratio& left, const Ratio& right, Budget& budget) {
    switch (op) {
    case Op::add:
        return Value::number(left + right);
    case Op::subtract:
        return Value::number(left - right);
    case Op::multiply:
        return Value::number(left * right);
    case Op::divide:
        return quotient(left, right);
    default:
        return power_of(left, right, budget);
    }
}

/// A number, a duration in seconds, or the seconds since 1970 at which a day begins.
Ratio amount_of(const Value& value) {
    switch (value.kind()) {
    case Kind::date:
        return Ratio{value.date_days()} * Ratio{seconds_of_day};
    case Kind::duration:
        return value.duration_seconds();
    default:
        return value.number();
    }
}

/// The day in which so many seconds since 1970 lie.
Value day_of(const Ratio& seconds) {
    const auto days = (seconds / Ratio{seconds_of_day}).floor().as_int64();
    return days && is_day(*days) ? Value::date(*days) : null_of(NullCause::out_of_range);
}

Value other_arithmetic(Op op, const Value& left, const Value& right, Budget& budget) {
    const auto kind = result_of(op, left.kind(), right.kind());
    if (!kind) {
        return null_from(left, right);
    }
    if (*kind == Kind::text) {
        return budget.text(left.text().size() + right.text().size())
                   ? Value::text(left.text() + right.text())
                   : null_of(NullCause::limit);
    }
    const Value amount = number_arithmetic(op, amount_of(left), amount_of(right), budget);
    return !amount.is_number()       ? amount
           : *kind == Kind::date     ? day_of(amount.number())
           : *kind == Kind::duration ? Value::duration(amount.number())
                                     : amount;
}

/// Pays for comparing two values of one kind.
bool paid(const Value& left, const Value& right, Budget& budget) {
    if (left.is_number()) {
        return budget.numbers(left.number(), right.number());
    }
    return !left.is_text() || budget.compared(left.text().size());
}

/// Less, equal or greater, where the values have an order.
std::optional<std::strong_ordering> order(const Value& left, const Value& right) {
    if (left.kind() != right.kind()) {
        return std::nullopt;
    }
    switch (left.kind()) {
    case Kind::number:
        return left.number() <=> right.number();
    case Kind::text:
        return left.text().compare(right.text()) <=> 0; // UTF-8 sorts as its code points do
    case Kind::date:
        return left.date_days() <=> right.date_days();
    case Kind::duration:
        return left.duration_seconds() <=> right.duration_seconds();
    default:
        return std::nullopt;
    }
}

bool same(const Value& left, const Value& right, Budget& budget) {
    return equal(left, right, budget).is_true();
}

bool same_items(const Value& left, const Value& right, Budget& budget) {
    if (left.items().size() != right.items().size()) {
        return false;
    }
    for (std::size_t i = 0; i < left.items().size(); ++i) {
        if (!same(left.items()[i], right.items()[i], budget)) {
            return false;
        }
    }
    return true;
}

bool same_fields(const Value& left, const Value& right, Budget& budget) {
    const auto count = static_cast<std::int64_t>(left.fields().size());
    if (left.fields().size() != right.fields().size() || !budget.steps(count * count / 8)) {
        return false;
    }
    for (const Field& field : left.fields()) {
        const Value* other = right.find(field.name);
        if (other == nullptr || !same(field.value, *other, budget)) {
            return false;
        }
    }
    return true;
}

bool same_range(const Range& left, const Range& right, Budget& budget) {
    return left.form == right.form && left.low_closed == right.low_closed &&
           left.high_closed == right.high_closed && same(left.low, right.low, budget) &&
           same(left.high, right.high, budget);
}

Value lies_in(const Value& value, const Range& range, Budget& budget) {
    switch (range.form) {
    case RangeForm::interval:
        return within(value, range.low, range.low_closed, range.high, range.high_closed, budget);
    case RangeForm::less:
        return compare(Op::less, value, range.high, budget);
    case RangeForm::less_equal:
        return compare(Op::less_equal, value, range.high, budget);
    case RangeForm::greater:
        return compare(Op::greater, value, range.low, budget);
    case RangeForm::greater_equal:
        return compare(Op::greater_equal, value, range.low, budget);
    case RangeForm::equal:
        return equal(value, range.low, budget);
    case RangeForm::not_equal:
        return negated(equal(value, range.low, budget));
    }
    return {};
}

} // namespace

Value unsupported(Budget& budget) {
    budget.pass(Passed::unsupported);
    return null_of(NullCause::unsupported);
}

Value null_from(const Value& value) {
    return value.is_null() ? value : null_of(NullCause::wrong_type);
}

/// The first that has a cause, which an absent optional fact has not: a value in its place would
/// not help where the other divides by zero.
Value null_from(const Value& left, const Value& right) {
    if (left.is_null() && (left.cause() != NullCause::none || !right.is_null())) {
        return left;
    }
    return null_from(right);
}

Value arithmetic(Op op, const Value& left, const Value& right, Budget& budget) {
    try {
        if (left.is_number() && right.is_number()) [[likely]] {
            return budget.numbers(left.number(), right.number())
                       ? number_arithmetic(op, left.number(), right.number(), budget)
                       : null_of(NullCause::limit);
        }
        return other_arithmetic(op, left, right, budget);
    } catch (const NumberError&) {
        budget.pass(Passed::number);
        return null_of(NullCause::limit);
    }
}

Value negated_number(const Value& value, Budget& budget) {
    try {
        if (value.is_number()) {
            return Value::number(-value.number());
        }
        return value.is_duration() ? Value::duration(-value.duration_seconds()) : null_from(value);
    } catch (const NumberError&) {
        budget.pass(Passed::number);
        return null_of(NullCause::limit);
    }
}

Value equal(const Value& left, const Value& right, Budget& budget) {
    if (left.is_null() || right.is_null()) {
        return Value::boolean(left.is_null() && right.is_null());
    }
    if (left.kind() != right.kind()) {
        return null_of(NullCause::wrong_type);
    }
    if (!budget.steps()) {
        return null_of(NullCause::limit);
    }
    if (!paid(left, right, budget)) {
        return null_of(NullCause::limit);
    }
    switch (left.kind()) {
    case Kind::boolean:
        return Value::boolean(left.is_true() == right.is_true());
    case Kind::list:
        return Value::boolean(same_items(left, right, budget));
    case Kind::context:
        return Value::boolean(same_fields(left, right, budget));
    case Kind::range:
        return Value::boolean(same_range(left.range(), right.range(), budget));
    default:
        return Value::boolean(order(left, right) == std::strong_ordering::equal);
    }
}

Value compare(Op op, const Value& left, const Value& right, Budget& budget) {
    if (op == Op::equal) {
        return equal(left, right, budget);
    }
    if (op == Op::not_equal) {
        return negated(equal(left, right, budget));
    }
    if (left.kind() == right.kind() && !paid(left, right, budget)) {
        return null_of(NullCause::limit);
    }
    const auto ordering = order(left, right);
    if (!ordering) {
        return null_from(left, right);
    }
    switch (op) {
    case Op::less:
        return Value::boolean(*ordering < 0);
    case Op::less_equal:
        return Value::boolean(*ordering <= 0);
    case Op::greater:
        return Value::boolean(*ordering > 0);
    default:
        return Value::boolean(*ordering >= 0);
    }
}

Value both(const Value& left, const Value& right) {
    if (left.is_false() || right.is_false()) {
        return Value::boolean(false);
    }
    if (left.is_true()) {
        return right.is_true() ? right : null_from(right);
    }
    return right.is_true() ? null_from(left) : null_from(left, right);
}

Value either(const Value& left, const Value& right) {
    if (left.is_true() || right.is_true()) {
        return Value::boolean(true);
    }
    if (left.is_false()) {
        return right.is_false() ? right : null_from(right);
    }
    return right.is_false() ? null_from(left) : null_from(left, right);
}

Value negated(const Value& value) {
    return value.is_boolean() ? Value::boolean(value.is_false()) : null_from(value);
}

Value within(const Value& value, const Value& low, bool low_closed, const Value& high,
             bool high_closed, Budget& budget) {
    const Value above = compare(low_closed ? Op::greater_equal : Op::greater, value, low, budget);
    const Value below = compare(high_closed ? Op::less_equal : Op::less, value, high, budget);
    return both(above, below);
}

Value matches(const Value& value, const Value& test, Budget& budget) {
    if (test.is_range() && !value.is_range()) {
        return lies_in(value, test.range(), budget);
    }
    if (!test.is_list()) {
        return equal(value, test, budget);
    }
    if (value.is_list() && same(value, test, budget)) {
        return Value::boolean(true);
    }
    for (const Value& item : test.items()) {
        const bool range = item.is_range() && !value.is_range();
        if (range ? lies_in(value, item.range(), budget).is_true() : same(value, item, budget)) {
            return Value::boolean(true);
        }
    }
    return budget.exhausted() ? null_of(NullCause::limit) : Value::boolean(false);
}

Value list_of(std::vector<Value> items, Budget& budget) {
    Value list = Value::list(std::move(items));
    if (list.depth() > limits::value_depth) {
        budget.pass(Passed::depth);
        return null_of(NullCause::limit);
    }
    return list;
}

Value context_of(std::vector<Field> fields, Budget& budget) {
    Value context = Value::context(std::move(fields));
    if (context.depth() > limits::value_depth) {
        budget.pass(Passed::depth);
        return null_of(NullCause::limit);
    }
    return context;
}

Value text_of(std::string text, Budget& budget) {
    return budget.text(text.size()) ? Value::text(std::move(text)) : null_of(NullCause::limit);
}

} // namespace heng::detail::feel
