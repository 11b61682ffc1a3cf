// SPDX-License-Identifier: Apache-2.0
//
// Built-in functions that make lists of lists. Positions count from 1, and from -1 at the end. A
// single value stands for the list of it.
#include "feel/call.hpp"
#include "feel/operate.hpp"
#include "feel/sort.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>
#include <vector>

namespace heng::detail::feel {

namespace {

using Items = std::vector<Value>;

/// A position as an index from 0, where it lies in 1 .. size or -size .. -1.
std::optional<std::size_t> index_of_position(const Value& position, std::size_t size) {
    const auto whole =
        position.is_number() ? position.number().truncated().as_int64() : std::nullopt;
    const auto count = static_cast<std::int64_t>(size);
    if (!whole || *whole == 0 || *whole > count || *whole < -count) {
        return std::nullopt;
    }
    return static_cast<std::size_t>(*whole > 0 ? *whole - 1 : count + *whole);
}

Value null_of_position(const Value& position) {
    return position.is_number() ? Value::null(NullCause::out_of_range) : null_from(position);
}

Items sublist(const Items& items, std::size_t start, std::int64_t length) {
    const auto left = static_cast<std::int64_t>(items.size() - start);
    const auto first = items.begin() + static_cast<std::ptrdiff_t>(start);
    return {first, first + static_cast<std::ptrdiff_t>(std::min(left, length))};
}

Value call_sublist(const Items& items, std::span<const Value> operands, Budget& budget) {
    const auto start = index_of_position(operands[1], items.size());
    if (!start) {
        return null_of_position(operands[1]);
    }
    auto length = static_cast<std::int64_t>(items.size());
    if (operands.size() > 2 && !operands[2].is_null()) {
        const auto given =
            operands[2].is_number() ? operands[2].number().truncated().as_int64() : std::nullopt;
        const auto left = static_cast<std::int64_t>(items.size() - *start);
        if (!given || *given < 1 || *given > left) {
            return null_of_position(operands[2]);
        }
        length = *given;
    }
    return list_of(sublist(items, *start, length), budget);
}

bool contains(const Items& items, const Value& value, Budget& budget) {
    return std::any_of(items.begin(), items.end(),
                       [&](const Value& item) { return equal(item, value, budget).is_true(); });
}

Items distinct(const Items& items, Budget& budget) {
    Items result;
    for (const Value& item : items) {
        if (!budget.exhausted() && !contains(result, item, budget)) {
            result.push_back(item);
        }
    }
    return result;
}

/// Appends what lists inside lists hold. The depth of values is bounded, what they hold in common
/// is paid for each time.
void flatten(const Items& items, Items& result, Budget& budget) {
    for (const Value& item : items) {
        if (!budget.elements(1)) {
            return;
        }
        if (item.is_list()) {
            flatten(item.items(), result, budget);
        } else {
            result.push_back(item);
        }
    }
}

Items positions(const Items& items, const Value& match, Budget& budget) {
    Items result;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (equal(items[i], match, budget).is_true()) {
            result.push_back(Value::number(Ratio{static_cast<std::int64_t>(i + 1)}));
        }
    }
    return result;
}

Value insert_before(Items items, const Value& position, const Value& item, Budget& budget) {
    const auto at = index_of_position(position, items.size());
    if (!at) {
        return null_of_position(position);
    }
    items.insert(items.begin() + static_cast<std::ptrdiff_t>(*at), item);
    return list_of(std::move(items), budget);
}

Value remove(Items items, const Value& position, Budget& budget) {
    const auto at = index_of_position(position, items.size());
    if (!at) {
        return null_of_position(position);
    }
    items.erase(items.begin() + static_cast<std::ptrdiff_t>(*at));
    return list_of(std::move(items), budget);
}

/// All items of the lists among `parts`, one after the other; a single value counts as a list of
/// it.
Value concatenate(const Items& parts, bool unique, Budget& budget) {
    Items result;
    for (const Value& part : parts) {
        if (part.is_null()) {
            return part;
        }
        if (!budget.elements(part.is_list() ? part.items().size() : 1)) {
            return Value::null(NullCause::limit);
        }
        if (part.is_list()) {
            result.insert(result.end(), part.items().begin(), part.items().end());
        } else {
            result.push_back(part);
        }
    }
    return list_of(unique ? distinct(result, budget) : std::move(result), budget);
}

Value replaced(Items items, const Value& position, const Value& item, Budget& budget) {
    const auto at = index_of_position(position, items.size());
    if (!at) {
        return null_of_position(position);
    }
    items[*at] = item;
    return list_of(std::move(items), budget);
}

/// In the natural order of numbers, texts, dates or durations; null where the items have none.
Value sorted(Items items, Budget& budget) {
    Value wrong;
    const bool done = merge_sort(items, [&](const Value& left, const Value& right) {
        const Value before = budget.steps() ? compare(Op::less_equal, left, right, budget)
                                            : Value::null(NullCause::limit);
        wrong = before;
        return before.is_null() ? std::nullopt : std::optional{before.is_true()};
    });
    return done ? list_of(std::move(items), budget) : wrong;
}

Value append(Items items, const Items& more, Budget& budget) {
    if (!budget.elements(more.size())) {
        return Value::null(NullCause::limit);
    }
    items.insert(items.end(), more.begin(), more.end());
    return list_of(std::move(items), budget);
}

Value call_on(Function function, const Items& items, std::span<const Value> operands,
              Budget& budget) {
    switch (function) {
    case Function::list_contains:
        return Value::boolean(contains(items, operands[1], budget));
    case Function::sublist:
        return call_sublist(items, operands, budget);
    case Function::append:
        return append(items, operands[1].items(), budget);
    case Function::concatenate:
        return concatenate(items, false, budget);
    case Function::union_of:
        return concatenate(items, true, budget);
    case Function::insert_before:
        return insert_before(items, operands[1], operands[2], budget);
    case Function::remove:
        return remove(items, operands[1], budget);
    case Function::list_replace:
        return replaced(items, operands[1], operands[2], budget);
    case Function::sort:
        return sorted(items, budget);
    case Function::reverse:
        return list_of({items.rbegin(), items.rend()}, budget);
    case Function::index_of:
        return list_of(positions(items, operands[1], budget), budget);
    case Function::distinct_values:
        return list_of(distinct(items, budget), budget);
    default: {
        Items result;
        flatten(items, result, budget);
        return list_of(std::move(result), budget);
    }
    }
}

} // namespace

Value call_list(Function function, std::span<const Value> operands, Budget& budget) {
    if (operands[0].is_null()) {
        return operands[0];
    }
    const Value list = operands[0].is_list() ? operands[0] : Value::list({operands[0]});
    if (!budget.elements(function == Function::list_contains ? 0 : list.items().size())) {
        return Value::null(NullCause::limit);
    }
    Value result = call_on(function, list.items(), operands, budget);
    return budget.exhausted() ? Value::null(NullCause::limit) : result;
}

} // namespace heng::detail::feel
