// SPDX-License-Identifier: Apache-2.0
#include "feel/calendar.hpp"
#include "feel/call.hpp"
#include "feel/operate.hpp"

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace heng::feel {

namespace {

/// Whole numbers past this are not counted through.
constexpr std::int64_t greatest_step = 1'000'000'000'000'000;

constexpr std::array<std::string_view, 7> weekdays = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                      "Friday", "Saturday", "Sunday"};
constexpr std::array<std::string_view, 12> months = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

Value of_optional_date(std::optional<std::int64_t> days) {
    return days ? Value::date(*days) : Value::null(NullCause::out_of_range);
}

Value null_of_text(std::string_view text, Budget& budget) {
    return is_time_text(text) ? unsupported(budget) : Value::null(NullCause::out_of_range);
}

Value date_of_parts(std::span<const Value> parts) {
    std::array<std::int64_t, 3> numbers{};
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        if (!parts[i].is_number()) {
            return null_from(parts[i]);
        }
        const auto whole = parts[i].number().as_int64();
        if (!whole || *whole < -greatest_step || *whole > greatest_step ||
            (i > 0 && (*whole < 1 || *whole > 31))) {
            return Value::null(NullCause::out_of_range);
        }
        numbers[i] = *whole;
    }
    return of_optional_date(
        days_of({numbers[0], static_cast<int>(numbers[1]), static_cast<int>(numbers[2])}));
}

/// Functions whose first operand is one value: a list of one value stands for it (DMN 1.5,
/// 10.3.2.9.4, implicit conversion from a singleton list).
bool takes_one(Function function) {
    const bool any_value = function == Function::string || function == Function::string_join ||
                           function == Function::is || function == Function::context;
    return !any_value && (function < Function::count || function > Function::flatten);
}

/// A context of a list of {key, value}, or of one.
Value context_of_entries(const Value& operand, Budget& budget) {
    const Value single = operand.is_context() ? Value::list({operand}) : operand;
    if (!single.is_list()) {
        return null_from(single);
    }
    const auto count = static_cast<std::int64_t>(single.items().size());
    if (!budget.steps(count * count / 8)) {
        return Value::null(NullCause::limit);
    }
    std::vector<Field> fields;
    for (const Value& item : single.items()) {
        const Value* key = item.is_context() ? item.find("key") : nullptr;
        const Value* value = item.is_context() ? item.find("value") : nullptr;
        if (key == nullptr || value == nullptr || !key->is_text()) {
            return Value::null(NullCause::wrong_type);
        }
        for (const Field& field : fields) {
            if (field.name == key->text()) {
                return Value::null(NullCause::out_of_range);
            }
        }
        fields.push_back({key->text(), *value});
    }
    return context_of(std::move(fields), budget);
}

} // namespace

std::optional<Steps> steps_of(const Range& range) {
    if (range.form != RangeForm::interval || range.low.kind() != range.high.kind()) {
        return std::nullopt;
    }
    std::int64_t first = 0;
    std::int64_t last = 0;
    if (range.low.is_date()) {
        first = range.low.date_days();
        last = range.high.date_days();
    } else if (range.low.is_number()) {
        const auto low = range.low.number().as_int64();
        const auto high = range.high.number().as_int64();
        if (!low || !high) {
            return std::nullopt;
        }
        first = *low;
        last = *high;
    } else {
        return std::nullopt;
    }
    if (first < -greatest_step || first > greatest_step || last < -greatest_step ||
        last > greatest_step) {
        return std::nullopt;
    }
    Steps steps;
    steps.dates = range.low.is_date();
    steps.by = first <= last ? 1 : -1;
    steps.count = (last - first) * steps.by + 1;
    steps.first = first;
    if (!range.low_closed) {
        steps.first += steps.by;
        --steps.count;
    }
    if (!range.high_closed) {
        --steps.count;
    }
    return steps;
}

Value call_date(Function function, std::span<const Value> operands, Budget& budget) {
    const Value& first = operands.front();
    switch (function) {
    case Function::date_of:
        return date_of_parts(operands);
    case Function::date_from:
        if (first.is_text()) {
            const auto days = parse_date(first.text());
            return days ? Value::date(*days) : null_of_text(first.text(), budget);
        }
        return first.is_date() ? first : null_from(first);
    case Function::duration:
        if (first.is_text()) {
            auto seconds = parse_duration(first.text());
            return seconds ? Value::duration(*std::move(seconds))
                           : null_of_text(first.text(), budget);
        }
        return null_from(first);
    default:
        break;
    }
    if (!first.is_date()) {
        return null_from(first);
    }
    const std::int64_t days = first.date_days();
    if (function == Function::day_of_year) {
        return Value::number(Ratio{day_of_year(days)});
    }
    if (function == Function::day_of_week) {
        return Value::text(std::string{weekdays[static_cast<std::size_t>(weekday_of(days) - 1)]});
    }
    return Value::text(std::string{months[static_cast<std::size_t>(civil_of(days).month - 1)]});
}

Value call_context(Function function, std::span<const Value> operands, Budget& budget) {
    const Value& first = operands.front();
    if (function == Function::context) {
        return context_of_entries(first, budget);
    }
    if (!first.is_context()) {
        return null_from(first);
    }
    if (function == Function::get_value) {
        if (!operands[1].is_text()) {
            return null_from(operands[1]);
        }
        return member(first, operands[1].text(), budget);
    }
    std::vector<Value> entries;
    if (!budget.elements(first.fields().size())) {
        return Value::null(NullCause::limit);
    }
    for (const Field& field : first.fields()) {
        entries.push_back(
            Value::context({{"key", Value::text(field.name)}, {"value", field.value}}));
    }
    return list_of(std::move(entries), budget);
}

Value call(Function function, std::span<const Value> operands, Budget& budget) {
    const bool single = operands[0].is_list() && operands[0].items().size() == 1;
    if (single && takes_one(function)) {
        std::vector<Value> unpacked{operands.begin(), operands.end()};
        unpacked[0] = Value{operands[0].items().front()};
        return unpacked[0].is_list() ? Value::null(NullCause::wrong_type)
                                     : call(function, unpacked, budget);
    }
    try {
        if (function <= Function::number) {
            return call_number(function, operands, budget);
        }
        if (function == Function::negation) {
            return negated(operands[0]);
        }
        if (function == Function::is) {
            const bool alike = operands[0].kind() == operands[1].kind();
            return alike ? equal(operands[0], operands[1], budget) : Value::boolean(false);
        }
        if (function <= Function::string_join) {
            return call_text(function, operands, budget);
        }
        if (function <= Function::any) {
            return call_aggregate(function, operands[0], budget);
        }
        if (function <= Function::flatten) {
            return call_list(function, operands, budget);
        }
        if (function <= Function::context) {
            return call_context(function, operands, budget);
        }
        return call_date(function, operands, budget);
    } catch (const NumberError&) {
        budget.pass(Passed::number);
        return Value::null(NullCause::limit);
    }
}

} // namespace heng::feel
