// SPDX-License-Identifier: Apache-2.0
#include "feel/calendar.hpp"
#include "feel/call.hpp"
#include "feel/operate.hpp"

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace heng::detail::feel {

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

/// A date, or a text that is one: facts in JSON hold dates as texts. A time of day is left out.
std::optional<std::int64_t> day_of(const Value& value) {
    if (!value.is_text()) {
        return value.is_date() ? std::optional{value.date_days()} : std::nullopt;
    }
    const auto day = parse_date(value.text());
    return day ? day : parse_local_day(value.text());
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

/// Functions whose operands are single values: a list of one value stands for it (DMN 1.5,
/// 10.3.2.9.4, implicit conversion from a singleton list).
bool takes_one(Function function) {
    const bool any_value = function == Function::string || function == Function::string_join ||
                           function == Function::is || function == Function::context ||
                           function == Function::context_merge;
    return !any_value && (function < Function::count || function > Function::flatten);
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
    const auto day = day_of(first);
    if (!day) {
        return first.is_text() ? null_of_text(first.text(), budget) : null_from(first);
    }
    const std::int64_t days = *day;
    if (function == Function::week_of_year) {
        return Value::number(Ratio{week_of_year(days)});
    }
    if (function == Function::day_of_year) {
        return Value::number(Ratio{day_of_year(days)});
    }
    if (function == Function::day_of_week) {
        return Value::text(std::string{weekdays[static_cast<std::size_t>(weekday_of(days) - 1)]});
    }
    return Value::text(std::string{months[static_cast<std::size_t>(civil_of(days).month - 1)]});
}

Value call(Function function, std::span<const Value> operands, Budget& budget) {
    const bool puts = function == Function::context_put || function == Function::context_put_key;
    const std::size_t singles = !takes_one(function) ? 0 : puts ? 1 : operands.size();
    for (std::size_t i = 0; i < singles; ++i) {
        if (operands[i].is_list() && operands[i].items().size() == 1) {
            std::vector<Value> unpacked{operands.begin(), operands.end()};
            unpacked[i] = Value{operands[i].items().front()};
            return unpacked[i].is_list() ? Value::null(NullCause::wrong_type)
                                         : call(function, unpacked, budget);
        }
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
        return function == Function::range_from ? range_of_text(operands[0], budget)
                                                : call_date(function, operands, budget);
    } catch (const NumberError&) {
        budget.pass(Passed::number);
        return Value::null(NullCause::limit);
    }
}

} // namespace heng::detail::feel
