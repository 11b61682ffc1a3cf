// SPDX-License-Identifier: Apache-2.0
//
// The entries and properties of values.
#include "feel/calendar.hpp"
#include "feel/operate.hpp"

#include <utility>

namespace heng::detail::feel {
namespace {

Value no_member() {
    return Value::null(NullCause::missing_field);
}

Value duration_member(const Ratio& seconds, std::string_view name) {
    const Ratio size = abs(seconds);
    const auto part = [&](std::int64_t unit, std::int64_t next) {
        const Ratio units = (size / Ratio{unit}).floor();
        const Ratio rest = next == 0 ? units : units - (units / Ratio{next}).floor() * Ratio{next};
        return Value::number(seconds.sign() < 0 ? -rest : rest);
    };
    if (name == "days") {
        return part(86'400, 0);
    }
    if (name == "hours") {
        return part(3'600, 24);
    }
    if (name == "minutes") {
        return part(60, 60);
    }
    return name == "seconds" ? part(1, 60) : no_member();
}

Value date_member(std::int64_t days, std::string_view name) {
    const CivilDate date = civil_of(days);
    if (name == "year") {
        return Value::number(Ratio{date.year});
    }
    if (name == "month") {
        return Value::number(Ratio{date.month});
    }
    if (name == "day") {
        return Value::number(Ratio{date.day});
    }
    return name == "weekday" ? Value::number(Ratio{weekday_of(days)}) : no_member();
}

/// Holds for a unary test such as (<= 5) too: it has no start, and its end is included.
Value range_member(const Range& range, std::string_view name) {
    const bool point = range.form == RangeForm::equal;
    const bool all_but = range.form == RangeForm::not_equal;
    if (name == "start") {
        return all_but ? Value{} : range.low;
    }
    if (name == "end") {
        return point ? range.low : range.high;
    }
    if (name == "start included") {
        return Value::boolean(range.low_closed || point || range.form == RangeForm::greater_equal);
    }
    return name == "end included"
               ? Value::boolean(range.high_closed || point || range.form == RangeForm::less_equal)
               : no_member();
}

} // namespace

Value member(const Value& value, std::string_view name, Budget& budget) {
    switch (value.kind()) {
    case Kind::context: {
        if (!budget.compared(value.fields().size())) {
            return Value::null(NullCause::limit);
        }
        const Value* field = value.find(name);
        return field != nullptr ? *field : no_member();
    }
    case Kind::list: {
        if (!budget.elements(value.items().size())) {
            return Value::null(NullCause::limit);
        }
        std::vector<Value> items;
        items.reserve(value.items().size());
        for (const Value& item : value.items()) {
            items.push_back(member(item, name, budget));
        }
        return list_of(std::move(items), budget);
    }
    case Kind::date:
        return date_member(value.date_days(), name);
    case Kind::duration:
        return duration_member(value.duration_seconds(), name);
    case Kind::range:
        return range_member(value.range(), name);
    default:
        return null_from(value);
    }
}

} // namespace heng::detail::feel
