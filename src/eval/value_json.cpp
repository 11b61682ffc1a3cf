// SPDX-License-Identifier: Apache-2.0
#include "document/messages.hpp"
#include "eval/value_json.hpp"
#include "feel/calendar.hpp"
#include "feel/text.hpp"

#include <array>

namespace heng::detail::eval {

using feel::Kind;
using feel::Value;

std::string_view type_name(Kind kind) {
    constexpr std::array<std::string_view, 9> names = {
        "null", "boolean", "number", "string", "date", "duration", "list", "context", "range"};
    return names[static_cast<std::size_t>(kind)];
}

void ValueWriter::add(const Value& value) {
    if (!refusal_.empty()) {
        return;
    }
    json_.begin_object();
    add_members(value);
    json_.end_object();
}

void ValueWriter::add_members(const Value& value) {
    switch (value.kind()) {
    case Kind::null:
        add_null(value.cause());
        break;
    case Kind::boolean:
        json_.member("type", "boolean").key("value").boolean(value.is_true());
        break;
    case Kind::number:
        add_number(value.number());
        break;
    case Kind::text:
        add_text("string", value.text());
        break;
    case Kind::date:
        add_text("date", feel::date_text(value.date_days()));
        break;
    case Kind::duration:
        add_text("duration", feel::duration_text(value.duration_seconds()));
        break;
    case Kind::list:
        add_list(value.items());
        break;
    case Kind::context:
        add_context(value.fields());
        break;
    case Kind::range:
        add_text("range", feel::value_text(value, most_value_bytes));
        break;
    }
    spend(32); // about what stands around a value
}

/// A null that FEEL has a value for is not passed off as one.
void ValueWriter::add_null(feel::NullCause cause) {
    json_.member("type", "null");
    if (cause == feel::NullCause::unsupported) {
        refusal_ = document::say::not_evaluated;
    } else if (cause == feel::NullCause::limit) {
        refusal_ = document::say::limit_passed;
    }
}

void ValueWriter::add_text(std::string_view type, std::string_view text) {
    json_.member("type", type).member("value", text);
    spend(text.size());
}

void ValueWriter::add_number(const Ratio& number) {
    add_text("number", feel::number_text(number));
    if (!number.exact_decimal()) {
        const std::string exact = number.to_string();
        json_.member("exact", exact);
        spend(exact.size());
    }
}

void ValueWriter::add_list(const std::vector<Value>& items) {
    json_.member("type", "list").key("value").begin_array();
    for (const Value& item : items) {
        add(item);
    }
    json_.end_array();
}

void ValueWriter::add_context(const std::vector<feel::Field>& fields) {
    json_.member("type", "context").key("value").begin_object();
    for (const feel::Field& field : fields) {
        if (!refusal_.empty()) {
            return;
        }
        json_.key(field.name);
        add(field.value);
        spend(field.name.size());
    }
    json_.end_object();
}

void ValueWriter::spend(std::size_t bytes) {
    spent_ += bytes;
    if (spent_ > most_value_bytes && refusal_.empty()) {
        refusal_ = document::say::value_too_long;
    }
}

} // namespace heng::detail::eval
