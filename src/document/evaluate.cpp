// SPDX-License-Identifier: Apache-2.0
#include "document/json/json.hpp"
#include "document/json/problems.hpp"
#include "document/json/reader.hpp"
#include "document/json/writer.hpp"
#include "feel/calendar.hpp"
#include "feel/program.hpp"
#include "feel/scope.hpp"
#include "feel/session.hpp"
#include "feel/text.hpp"
#include "feel/value.hpp"
#include "text/excerpt.hpp"

#include <heng/document/evaluate.hpp>
#include <heng/number/decimal.hpp>
#include <heng/number/ratio.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace heng {
namespace {

using document::Json;
using document::JsonDocument;
using document::JsonKind;
using document::JsonWriter;
using document::ObjectReader;
using document::Problems;
using document::Reader;
using feel::Kind;
using feel::NullCause;
using feel::Value;

/// Lists share their items, so a small value can have a long text.
constexpr std::size_t most_bytes = 16UL * 1024 * 1024;

constexpr document::DocumentKind eval_document{"eval", Status::invalid_argument};

/// The value of a JSON value, which is no deeper than limits.depth and whose numbers keep the
/// limits.
Value value_of(const Json& json, const Limits& limits) {
    switch (json.kind()) {
    case JsonKind::null:
        return Value::null();
    case JsonKind::boolean:
        return Value::boolean(json.boolean());
    case JsonKind::string:
        return Value::text(std::string{json.text()});
    case JsonKind::number:
        return Value::number(
            Decimal::parse(json.text(), {.digits = limits.digits, .exponent = limits.exponent})
                .value());
    case JsonKind::array: {
        std::vector<Value> items;
        for (const Json child : json.children()) {
            items.push_back(value_of(child, limits));
        }
        return Value::list(std::move(items));
    }
    case JsonKind::object:
        break;
    }
    std::vector<feel::Field> fields;
    for (const Json child : json.children()) {
        fields.push_back({std::string{child.key()}, value_of(child, limits)});
    }
    return Value::context(std::move(fields));
}

/// Writes a value as {"type","value"}.
class ValueWriter {
  public:
    /// Nothing where a part of it can't be told; refusal() then says why.
    std::optional<std::string> write(const Value& value) {
        add(value);
        if (!refusal_.empty()) {
            return std::nullopt;
        }
        return json_.take();
    }

    [[nodiscard]] const std::string& refusal() const { return refusal_; }

  private:
    void add(const Value& value) {
        if (!refusal_.empty()) {
            return;
        }
        json_.begin_object();
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
            add_text("range", feel::value_text(value, most_bytes));
            break;
        }
        json_.end_object();
        spend(32); // about what stands around a value
    }

    /// A null that FEEL has a value for is not passed off as one.
    void add_null(NullCause cause) {
        json_.member("type", "null");
        if (cause == NullCause::unsupported) {
            refusal_ = "this is FEEL that heng does not evaluate";
        } else if (cause == NullCause::limit) {
            refusal_ = "a limit was passed";
        }
    }

    void add_text(std::string_view type, std::string_view text) {
        json_.member("type", type).member("value", text);
        spend(text.size());
    }

    void add_number(const Ratio& number) {
        add_text("number", feel::number_text(number));
        if (!number.exact_decimal()) {
            const std::string exact = number.to_string();
            json_.member("exact", exact);
            spend(exact.size());
        }
    }

    void add_list(const std::vector<Value>& items) {
        json_.member("type", "list").key("value").begin_array();
        for (const Value& item : items) {
            add(item);
        }
        json_.end_array();
    }

    void add_context(const std::vector<feel::Field>& fields) {
        json_.member("type", "context").key("value").begin_object();
        for (const feel::Field& field : fields) {
            json_.key(field.name);
            add(field.value);
            spend(field.name.size());
        }
        json_.end_object();
    }

    void spend(std::size_t bytes) {
        spent_ += bytes;
        if (spent_ > most_bytes && refusal_.empty()) {
            refusal_ = "the value is longer than 16 MiB";
        }
    }

    JsonWriter json_{JsonWriter::Style::compact};
    std::size_t spent_ = 0;
    std::string refusal_;
};

bool is_context(const Reader& json) {
    if (!json.is(JsonKind::object)) {
        json.problem("context",
                     "a context is an object, found " + std::string{described(json.json().kind())},
                     R"(write {"name": value, …})");
        return false;
    }
    return true;
}

Error error_of(const feel::Fault& fault, std::string_view expression) {
    Error error;
    error.status = Status::syntax_error;
    error.code = fault.code;
    error.message = fault.message.en; // an expression on its own has no language
    error.hint = fault.hint.en;
    error.place = document::PlaceCounter{expression}.at(fault.offset);
    error.excerpt = text::excerpt(expression, fault.offset, fault.length);
    return error;
}

Evaluation refused(const Error& error) {
    return {evaluation_error(error), true};
}

Evaluation evaluated(std::string_view expression, const Value& context) {
    const feel::Scope scope = feel::Scope::open(context);
    const std::vector<Value> slots = feel::Scope::slots_of(context);
    feel::Program program;
    static_cast<void>(program.compile_values(scope)); // there are none
    const auto compiled = program.compile(expression, scope);
    if (!compiled) {
        return refused(error_of(compiled.error(), expression));
    }
    feel::Session session{program, slots};
    const Value value = session.evaluate(*compiled);
    if (const auto fault = session.fault()) {
        return refused(error_of(*fault, expression));
    }
    ValueWriter writer;
    if (auto json = writer.write(value)) {
        return {std::move(*json), false};
    }
    Error error;
    error.code = "eval.no-value";
    error.message = writer.refusal();
    return refused(error);
}

} // namespace

Result<Evaluation> evaluate(std::string_view expression, std::string_view context,
                            const Limits& limits) {
    const auto json = JsonDocument::parse(context, limits);
    if (!json) {
        return Failure{json.error()};
    }
    Problems problems{eval_document, limits};
    if (!is_context(Reader{json->root(), problems})) {
        return Failure{problems.error()};
    }
    return evaluated(expression, value_of(json->root(), limits));
}

Result<Evaluation> evaluate_line(std::string_view line, const Limits& limits) {
    const auto json = JsonDocument::parse(line, limits);
    if (!json) {
        return Failure{json.error()};
    }
    Problems problems{eval_document, limits};
    const ObjectReader object =
        Reader{json->root(), problems}.object("a line", {"expression", "context"});
    const auto expression = object.required("expression").text();
    const Reader context = object.optional("context");
    const bool usable = !context.is_present() || is_context(context);
    if (!expression || !usable || !problems.empty()) {
        return Failure{problems.error()};
    }
    return evaluated(*expression,
                     context.is_present() ? value_of(context.json(), limits) : Value::context({}));
}

std::string evaluation_error(const Error& error) {
    std::string message = error.message;
    if (!error.hint.empty()) {
        message += " (" + error.hint + ')';
    }
    JsonWriter json{JsonWriter::Style::compact};
    json.begin_object().member("type", "error").member("message", message);
    json.member("code", error.code);
    if (error.place.line != 0) {
        json.key("line").whole(static_cast<std::int64_t>(error.place.line));
        json.key("column").whole(static_cast<std::int64_t>(error.place.column));
    }
    return json.end_object().take();
}

} // namespace heng
