// SPDX-License-Identifier: Apache-2.0
#include "document/input_value.hpp"
#include "feel/calendar.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace heng::document {
namespace {

using feel::Value;

bool in_range(const Reader& value, const Input& input, const Ratio& number) {
    if (input.minimum && number < Ratio{*input.minimum}) {
        value.problem("out-of-range", input.name() + " is at least " + input.minimum->to_string() +
                                          ", found " + number.to_string());
        return false;
    }
    if (input.maximum && number > Ratio{*input.maximum}) {
        value.problem("out-of-range", input.name() + " is at most " + input.maximum->to_string() +
                                          ", found " + number.to_string());
        return false;
    }
    return true;
}

std::optional<Value> read_number(const Reader& value, const Input& input, Units units) {
    const std::optional<Decimal> written = input.type == InputType::percent ? value.percent()
                                           : input.type == InputType::count ? value.count()
                                                                            : value.decimal();
    if (!written) {
        return std::nullopt;
    }
    Ratio number{*written};
    if (input.type == InputType::money) {
        number = convert(number, units.from, units.to);
    }
    return in_range(value, input, number) ? std::optional{Value::number(std::move(number))}
                                          : std::nullopt;
}

Value read_field(const Reader& member, const Input& field, Units units) {
    if (!member.is_present()) {
        return field.fallback.value_or(Value{});
    }
    if (units.unknowns && is_unknown(member) && field.type != InputType::list) {
        return Value::missing(0);
    }
    const auto value = field.type == InputType::list ? read_records(member, field, units)
                                                     : read_scalar(member, field, units);
    return value.value_or(Value{});
}

std::optional<Value> read_record(const Reader& row, const Input& list, const KnownKeys& known,
                                 Units units) {
    const ObjectReader object = row.object("a record", known);
    if (!object.is_present()) {
        return std::nullopt;
    }
    std::vector<feel::Field> fields;
    for (const Input& field : list.of) {
        const Reader member =
            field.optional ? object.optional(field.path) : object.required(field.path, "missing");
        if (units.absent != nullptr && !member.is_present()) {
            ++*units.absent;
        }
        fields.push_back({field.path, read_field(member, field, units)});
    }
    return Value::context(std::move(fields));
}

} // namespace

bool is_unknown(const Reader& value) {
    return value.is(JsonKind::null) || (value.is(JsonKind::string) && value.json().text() == "?");
}

std::optional<Value> read_scalar(const Reader& value, const Input& input, Units units) {
    switch (input.type) {
    case InputType::boolean: {
        const auto truth = value.boolean();
        return truth ? std::optional{Value::boolean(*truth)} : std::nullopt;
    }
    case InputType::text: {
        const auto text = value.text();
        return text ? std::optional{Value::text(std::string{*text})} : std::nullopt;
    }
    case InputType::date: {
        const auto day = value.date();
        return day ? std::optional{Value::date(*feel::parse_date(*day))} : std::nullopt;
    }
    default:
        return read_number(value, input, units);
    }
}

std::optional<Value> read_records(const Reader& value, const Input& input, Units units) {
    std::vector<std::string_view> paths;
    for (const Input& field : input.of) {
        paths.push_back(field.path);
    }
    const KnownKeys known{std::move(paths)};
    std::vector<Value> records;
    for (const Reader row : value.elements()) {
        if (units.absent != nullptr && *units.absent > most_absent_fields) {
            row.problem("limit.rows",
                        "the records lack more than 5,000,000 optional fields altogether");
            return std::nullopt;
        }
        if (auto record = read_record(row, input, known, units)) {
            records.push_back(std::move(*record));
        }
    }
    return Value::list(std::move(records));
}

} // namespace heng::document
