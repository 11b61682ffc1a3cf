// SPDX-License-Identifier: Apache-2.0
#include "base/json/advice.hpp"
#include "base/printed_double.hpp"
#include "base/text/pointer.hpp"
#include "base/text/utf8.hpp"
#include "base/written_figure.hpp"
#include "document/input_value.hpp"
#include "document/messages.hpp"
#include "feel/calendar.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace heng::detail::document {
namespace {

using feel::Value;

/// The label of a field of a record.
text::Words label_of_field(std::string_view key, const void* list) {
    for (const Input& field : static_cast<const Input*>(list)->of) {
        if (field.path == key) {
            return text::same(field.name());
        }
    }
    return text::same(std::string{key});
}

/// As messages say where a bound is passed.
text::Words bounded(const json::Reader& value, const Input& input) {
    return value.is_in_named() ? value.subject() : text::same(input.name());
}

bool in_range(const json::Reader& value, const Input& input, const Ratio& number) {
    if (input.minimum && number < Ratio{*input.minimum}) {
        value.problem(
            "out-of-range",
            say::at_least(bounded(value, input), input.minimum->to_string(), number.to_string()));
        return false;
    }
    if (input.maximum && number > Ratio{*input.maximum}) {
        value.problem("out-of-range", say::at_most(bounded(value, input),
                                                   input.maximum->to_string(), number.to_string()));
        return false;
    }
    return true;
}

/// Whether it is a text that Decimal::parse does not take for a number of any size.
bool is_no_number(const json::Reader& value) {
    if (!value.is(json::JsonKind::string)) {
        return false;
    }
    std::string_view text = value.json().text();
    const Limits& limits = value.problems().limits();
    const auto number = Decimal::parse(text, {limits.digits, limits.exponent});
    return !number && (number.error().fault == NumberFault::not_a_number ||
                       number.error().fault == NumberFault::empty);
}

/// The figure that a printed form has there, where it is certain what it is worth to the input.
std::optional<Ratio> printed_number(const json::Reader& value, const Input& input, Units units) {
    const Limits& limits = value.problems().limits();
    const auto figure = base::read_figure(value.json().text(), {limits.digits, limits.exponent});
    if (!figure || !figure->is_certain() || figure->spelled) {
        return std::nullopt;
    }
    const bool bare = figure->family == base::Family::none && figure->power == 0;
    switch (input.type) {
    case InputType::money:
        return bare ? std::optional{convert(Ratio{figure->number}, units.from, units.to)}
               : figure->family == base::Family::money
                   ? std::optional{convert(figure->value(), MoneyUnit::yuan, units.to)}
                   : std::nullopt;
    case InputType::percent:
        return bare || figure->family == base::Family::share ? std::optional{figure->value()}
                                                             : std::nullopt;
    case InputType::count: {
        const Ratio count = figure->value();
        const bool counts =
            figure->family == base::Family::none || figure->family == base::Family::counted;
        return counts && count.sign() >= 0 && Ratio{count.rounded(0)} == count
                   ? std::optional{count}
                   : std::nullopt;
    }
    default:
        return figure->family == base::Family::none || figure->family == base::Family::counted ||
                       figure->family == base::Family::share
                   ? std::optional{figure->value()}
                   : std::nullopt;
    }
}

/// A share without its sign that is 200 % or more, where no bound allows so much.
void note_large(const json::Reader& value, const Input& input, const Ratio& number,
                FigureNotes* notes) {
    const bool high = number >= Ratio{2} && !input.maximum;
    const bool low = number <= Ratio{-2} && !input.minimum;
    const std::string_view text = value.json().text();
    if (notes != nullptr && input.type == InputType::percent && (high || low) &&
        text.find_first_of("%") == std::string_view::npos) {
        notes->add({FigureNote::Kind::large_percent,
                    {},
                    input.name(),
                    text::shortened(text),
                    text::shortened(number.to_string()) + "%",
                    text::shortened((number * Ratio{100}).to_string()) + "%"});
    }
}

std::optional<Value> read_number(const json::Reader& value, const Input& input, Units units) {
    if (is_no_number(value) && (units.printed || input.type == InputType::money)) {
        if (auto printed = units.printed ? printed_number(value, input, units) : std::nullopt) {
            const auto figure = base::read_figure(value.json().text());
            if (figure && figure->family == base::Family::none) {
                note_large(value, input, *printed, units.notes);
            }
            return in_range(value, input, *printed)
                       ? std::optional{Value::number(*std::move(printed))}
                       : std::nullopt;
        }
        if (input.type == InputType::money) {
            const std::string_view text = value.json().text();
            value.problem("number", say::not_a_number(value.subject(), text::shortened(text)),
                          json::number_advice(text, {json::NumberKind::money, units.said}));
            return std::nullopt;
        }
    }
    const std::optional<Decimal> written = input.type == InputType::percent ? value.percent()
                                           : input.type == InputType::count ? value.count()
                                                                            : value.decimal();
    if (!written) {
        return std::nullopt;
    }
    Ratio number{*written};
    note_large(value, input, number, units.notes);
    note_printed_double(value, input.name(), units.notes);
    if (input.type == InputType::money) {
        number = convert(number, units.from, units.to);
    }
    return in_range(value, input, number) ? std::optional{Value::number(std::move(number))}
                                          : std::nullopt;
}

/// A number of JSON that is as short as numbers in budgets are; none with an exponent.
std::optional<Decimal> plain_number(std::string_view text) {
    constexpr std::size_t longest = 15; // of a longer one may be told that it is a printed double
    if (text.size() > longest) {
        return std::nullopt;
    }
    std::int64_t units = 0;
    std::size_t point = text.size() - 1;
    const bool negative = text.front() == '-';
    for (std::size_t i = negative ? 1 : 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '.') {
            point = i;
        } else if (c >= '0' && c <= '9') {
            units = units * 10 + (c - '0');
        } else {
            return std::nullopt;
        }
    }
    return Decimal{negative ? -units : units, static_cast<int>(text.size() - 1 - point)};
}

Value read_field(const json::Reader& member, const Input& field, Units units) {
    if (!member.is_present()) {
        return field.fallback.value_or(Value{});
    }
    if (units.unknowns && is_unknown(member) && field.type != InputType::list) {
        return Value::missing(0);
    }
    const std::size_t noted = units.notes == nullptr ? 0 : units.notes->list.size();
    const auto value = field.type == InputType::list ? read_records(member, field, units)
                                                     : read_scalar(member, field, units);
    if (units.notes != nullptr && units.notes->list.size() > noted) {
        units.notes->place_under(noted, "/" + text::pointer_token(field.path));
    }
    return value.value_or(Value{});
}

std::optional<Value> read_record(const json::Reader& row, const Input& list,
                                 const json::KnownKeys& known, Units units) {
    const json::ObjectReader object = row.object("a record", known);
    if (!object.is_present()) {
        return std::nullopt;
    }
    std::vector<feel::Field> fields;
    for (const Input& field : list.of) {
        const json::Reader member =
            field.optional ? object.optional(field.path) : object.required(field.path, "missing");
        if (units.absent != nullptr && !member.is_present()) {
            ++*units.absent;
        }
        fields.push_back({field.path, read_field(member, field, units)});
    }
    return Value::context(std::move(fields));
}

/// Reads what is certainly one of the two, in facts: forms print 是, 否, √ and ×. 有 and 无 are
/// not: the absence may be what is good.
std::optional<bool> truth_of(const json::Reader& value) {
    const bool word = value.is(json::JsonKind::string) || value.is(json::JsonKind::number);
    if (value.problems().kind().name != json::facts_document.name || !word) {
        return value.boolean();
    }
    const std::string_view text = value.json().text();
    for (const auto& [written, truth] : {std::pair{"是", true}, std::pair{"否", false},
                                         std::pair{"√", true}, std::pair{"×", false}}) {
        if (value.is(json::JsonKind::string) && text == written) {
            return truth;
        }
    }
    value.problem("type", say::no_truth(value.subject(), text::shortened(text)), say::write_truth);
    return std::nullopt;
}

} // namespace

void note_printed_double(const json::Reader& value, const std::string& label, FigureNotes* notes) {
    constexpr std::size_t least_digits = 16;
    if (notes == nullptr || !value.is_present()) {
        return;
    }
    std::string_view text = value.json().text();
    if (text.size() < least_digits) {
        return;
    }
    const bool percent = text.ends_with('%');
    text.remove_suffix(percent ? 1 : 0);
    if (auto meant = base::short_text_of(text)) {
        notes->add({FigureNote::Kind::printed_double,
                    {},
                    label,
                    text::shortened(value.json().text()),
                    *std::move(meant) + (percent ? "%" : "")});
    }
}

std::optional<Value> read_plain(json::Json value, const Input& input, MoneyUnit from,
                                MoneyUnit to) {
    if (input.type == InputType::boolean) {
        return value.is(json::JsonKind::boolean) ? std::optional{Value::boolean(value.boolean())}
                                                 : std::nullopt;
    }
    if (!value.is(json::JsonKind::number) || input.type > InputType::count) {
        return std::nullopt;
    }
    const auto written = plain_number(value.text());
    if (!written || (input.type == InputType::count &&
                     (written->small_coefficient() < 0 || written->scale() > 0))) {
        return std::nullopt;
    }
    Ratio number{*written};
    if (input.type == InputType::money && from != to) {
        number = convert(number, from, to);
    }
    if ((input.type == InputType::percent && (number >= Ratio{2} || number <= Ratio{-2})) ||
        (input.minimum && number < Ratio{*input.minimum}) ||
        (input.maximum && number > Ratio{*input.maximum})) {
        return std::nullopt;
    }
    return Value::number(std::move(number));
}

bool is_unknown(const json::Reader& value) {
    return value.is(json::JsonKind::null) ||
           (value.is(json::JsonKind::string) && value.json().text() == "?");
}

std::optional<Value> read_scalar(const json::Reader& value, const Input& input, Units units) {
    switch (input.type) {
    case InputType::boolean: {
        const auto truth = truth_of(value);
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

std::optional<Value> read_records(const json::Reader& value, const Input& input, Units units) {
    std::vector<std::string_view> paths;
    for (const Input& field : input.of) {
        paths.push_back(field.path);
    }
    const bool has_title = std::find(paths.begin(), paths.end(), "name") != paths.end();
    const json::KnownKeys known{std::move(paths)};
    std::size_t index = 0;
    std::vector<Value> records;
    for (const json::Reader row : value.elements()) {
        if (units.absent != nullptr && *units.absent > most_absent_fields) {
            row.problem("limit.rows", say::absent_fields);
            return std::nullopt;
        }
        const std::size_t noted = units.notes == nullptr ? 0 : units.notes->list.size();
        const json::Reader title = has_title ? row.peek("name") : json::Reader{{}, row.problems()};
        const json::Name name{input.name(), index, label_of_field, &input,
                              title.is(json::JsonKind::string) ? title.json().text() : ""};
        if (auto record = read_record(row.named(name), input, known, units)) {
            records.push_back(std::move(*record));
        }
        if (units.notes != nullptr && units.notes->list.size() > noted) {
            units.notes->place_under(noted, "/" + std::to_string(index));
        }
        ++index;
    }
    return Value::list(std::move(records));
}

} // namespace heng::detail::document
