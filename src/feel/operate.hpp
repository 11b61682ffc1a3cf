// SPDX-License-Identifier: Apache-2.0
//
// What operators do to values: arithmetic, comparison, membership. What FEEL has no result for is
// null with its cause; where an operand is null the result carries on its cause, the first one's
// before the second one's.
//
//     arithmetic(Op::divide, one, zero, budget)     // null, zero_denominator
//     equal(one, text, budget)                      // null, wrong_type
#pragma once

#include "feel/budget.hpp"
#include "feel/code.hpp"
#include "feel/value.hpp"

#include <string_view>
#include <vector>

namespace heng::detail::feel {

/// add, subtract, multiply, divide or power. A number past its limits is null and noted in the
/// budget.
[[nodiscard]] Value arithmetic(Op op, const Value& left, const Value& right, Budget& budget);
[[nodiscard]] Value negated_number(const Value& value, Budget& budget);

/// true, false, or null where they can't be compared. null equals null and nothing else.
[[nodiscard]] Value equal(const Value& left, const Value& right, Budget& budget);
/// equal … greater_equal
[[nodiscard]] Value compare(Op op, const Value& left, const Value& right, Budget& budget);

/// Three-valued; whatever is no boolean counts as null.
[[nodiscard]] Value both(const Value& left, const Value& right);
[[nodiscard]] Value either(const Value& left, const Value& right);
[[nodiscard]] Value negated(const Value& value);

/// low < or <= value < or <= high
[[nodiscard]] Value within(const Value& value, const Value& low, bool low_closed, const Value& high,
                           bool high_closed, Budget& budget);
/// FEEL's `in`: the value equals the test, lies in it, or is or lies in one of its items.
[[nodiscard]] Value matches(const Value& value, const Value& test, Budget& budget);

/// The entry of a context, of each item of a list, or a property of a date, duration or range.
[[nodiscard]] Value member(const Value& value, std::string_view name, Budget& budget);

/// A list whose items have been paid for; null past the depth limit.
[[nodiscard]] Value list_of(std::vector<Value> items, Budget& budget);
[[nodiscard]] Value context_of(std::vector<Field> fields, Budget& budget);
/// A text, paid for.
[[nodiscard]] Value text_of(std::string text, Budget& budget);

/// The null of FEEL that heng does not evaluate, noted in the budget so that it is never taken for
/// a result.
[[nodiscard]] Value unsupported(Budget& budget);

/// The null that an operation gives for these operands.
[[nodiscard]] Value null_from(const Value& left, const Value& right);
[[nodiscard]] Value null_from(const Value& value);

} // namespace heng::detail::feel
