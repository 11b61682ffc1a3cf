// SPDX-License-Identifier: Apache-2.0
//
// Built-in functions that make one value of a list. A null in the list makes the result null with
// that null's cause; so does an empty list where FEEL gives it no value (sum, min, mean …).
#include "feel/call.hpp"
#include "feel/operate.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace heng::detail::feel {

namespace {

/// The first item that is no number, or nullptr.
const Value* not_a_number(const std::vector<Value>& items) {
    const auto found = std::find_if_not(items.begin(), items.end(),
                                        [](const Value& item) { return item.is_number(); });
    return found == items.end() ? nullptr : &*found;
}

Value extreme(Op op, const std::vector<Value>& items, Budget& budget) {
    const Value* best = &items.front();
    if (best->is_null()) {
        return *best;
    }
    for (const Value& item : items) {
        const Value better = compare(op, item, *best, budget);
        if (better.is_null()) {
            return better;
        }
        best = better.is_true() ? &item : best;
    }
    // One item alone has been compared with itself, so that an unordered kind gives null.
    return *best;
}

Value sum_of_durations(const std::vector<Value>& items) {
    Ratio total;
    for (const Value& item : items) {
        if (!item.is_duration()) {
            return null_from(item);
        }
        total += item.duration_seconds();
    }
    return Value::duration(total);
}

std::vector<Ratio> sorted(const std::vector<Value>& items) {
    std::vector<Ratio> numbers;
    numbers.reserve(items.size());
    for (const Value& item : items) {
        numbers.push_back(item.number());
    }
    std::sort(numbers.begin(), numbers.end());
    return numbers;
}

Value median(const std::vector<Value>& items) {
    const std::vector<Ratio> numbers = sorted(items);
    const std::size_t half = numbers.size() / 2;
    return Value::number(numbers.size() % 2 != 0 ? numbers[half]
                                                 : (numbers[half - 1] + numbers[half]) / Ratio{2});
}

/// The most frequent numbers, ascending.
Value mode(const std::vector<Value>& items, Budget& budget) {
    const std::vector<Ratio> numbers = sorted(items);
    std::vector<Value> most;
    std::size_t most_count = 0;
    for (std::size_t i = 0; i < numbers.size();) {
        std::size_t end = i + 1;
        while (end < numbers.size() && numbers[end] == numbers[i]) {
            ++end;
        }
        if (end - i > most_count) {
            most_count = end - i;
            most.clear();
        }
        if (end - i == most_count) {
            most.push_back(Value::number(numbers[i]));
        }
        i = end;
    }
    return list_of(std::move(most), budget);
}

Value all_or_any(Function function, const std::vector<Value>& items) {
    const bool all = function == Function::all;
    Value result = Value::boolean(all);
    for (const Value& item : items) {
        if (!item.is_boolean() && !item.is_null()) {
            return Value::null(NullCause::wrong_type);
        }
        result = all ? both(result, item) : either(result, item);
    }
    return result;
}

Value fold_numbers(Function function, const std::vector<Value>& items, Budget& budget) {
    Ratio result{function == Function::product ? 1 : 0};
    for (const Value& item : items) {
        if (!budget.numbers(result, item.number())) {
            return Value::null(NullCause::limit);
        }
        if (function == Function::product) {
            result *= item.number();
        } else {
            result += item.number();
        }
    }
    if (function == Function::mean) {
        result /= Ratio{static_cast<std::int64_t>(items.size())};
    }
    return Value::number(std::move(result));
}

} // namespace

Value call_aggregate(Function function, const Value& operand, Budget& budget) {
    if (operand.is_null()) {
        return operand;
    }
    const Value list = operand.is_list() ? operand : Value::list({operand});
    const std::vector<Value>& items = list.items();
    if (!budget.steps(static_cast<std::int64_t>(items.size()))) {
        return Value::null(NullCause::limit);
    }
    if (function == Function::count) {
        return Value::number(Ratio{static_cast<std::int64_t>(items.size())});
    }
    if (function == Function::all || function == Function::any) {
        return all_or_any(function, items);
    }
    if (items.empty()) {
        return function == Function::mode ? list : Value::null(NullCause::out_of_range);
    }
    if (function == Function::min || function == Function::max) {
        return extreme(function == Function::min ? Op::less : Op::greater, items, budget);
    }
    if (function == Function::sum && items.front().is_duration()) {
        return sum_of_durations(items);
    }
    if (const Value* wrong = not_a_number(items)) {
        return null_from(*wrong);
    }
    constexpr std::int64_t comparisons = 20; // of each number, while sorting
    for (const Value& item : items) {
        if (!budget.numbers(item.number(), item.number(), comparisons)) {
            return Value::null(NullCause::limit);
        }
    }
    switch (function) {
    case Function::median:
        return median(items);
    case Function::mode:
        return mode(items, budget);
    default:
        return fold_numbers(function, items, budget);
    }
}

} // namespace heng::detail::feel
