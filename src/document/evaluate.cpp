// SPDX-License-Identifier: Apache-2.0
#include "document/json/json.hpp"
#include "document/json/problems.hpp"
#include "document/json/reader.hpp"
#include "document/json/writer.hpp"
#include "document/messages.hpp"
#include "document/render_trace.hpp"
#include "document/value_json.hpp"
#include "feel/program.hpp"
#include "feel/scope.hpp"
#include "feel/session.hpp"
#include "feel/text.hpp"
#include "feel/trace.hpp"
#include "feel/value.hpp"
#include "text/excerpt.hpp"

#include <heng/document/evaluate.hpp>

#include <cstdint>
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
using feel::Value;

constexpr document::DocumentKind eval_document{"eval", Status::invalid_argument};

bool is_context(const Reader& json) {
    if (!json.is(JsonKind::object)) {
        json.problem("context", document::say::no_context(described(json.json().kind())),
                     document::say::write_context);
        return false;
    }
    return true;
}

Error error_of(const feel::Fault& fault, std::string_view expression) {
    const bool limit = fault.code == feel::codes::limit;
    Error error = text::error_of(limit ? Status::limit_exceeded : Status::syntax_error, fault.code,
                                 fault.message, fault.hint); // alone it has no language
    if (expression.size() <= feel::limits::text_bytes) {     // of a longer one nothing was read
        error.place = document::PlaceCounter{expression}.at(fault.offset);
        error.excerpt = text::excerpt(expression, fault.offset, fault.length);
    }
    return error;
}

Evaluation refused(Error error) {
    Evaluation evaluation;
    evaluation.json = evaluation_error(error);
    evaluation.type = "error";
    evaluation.error = std::move(error);
    return evaluation;
}

Evaluation told(std::string_view expression, const Value& value, const feel::Trace* trace) {
    Evaluation evaluation;
    JsonWriter json{JsonWriter::Style::compact};
    document::ValueWriter writer{json};
    json.begin_object();
    writer.add_members(value);
    if (!writer.refusal().empty()) {
        return refused(text::error_of(Status::limit_exceeded, "eval.no-value", writer.refusal()));
    }
    if (trace != nullptr) {
        const auto texts = [expression](feel::ValueId /*source*/) {
            return expression;
        };
        json.key("tree").json(document::trace_json(*trace, texts));
        evaluation.explanation = document::trace_text(*trace, texts);
    }
    evaluation.json = json.end_object().take();
    evaluation.type = document::type_name(value.kind());
    evaluation.text = feel::value_text(value, document::most_value_bytes);
    return evaluation;
}

Evaluation evaluated(std::string_view expression, const Value& context, Explain explain) {
    const feel::Scope scope = feel::Scope::open(context);
    const std::vector<Value> slots = feel::Scope::slots_of(context);
    const bool explained = explain == Explain::yes;
    feel::Program program{explained ? feel::Folding::off : feel::Folding::on};
    static_cast<void>(program.compile_values(scope)); // there are none
    const auto compiled = program.compile(expression, scope);
    if (!compiled) {
        return refused(error_of(compiled.error(), expression));
    }
    feel::Session session{program, slots};
    feel::Trace trace;
    const Value value = session.evaluate(*compiled, explained ? &trace : nullptr);
    if (const auto fault = session.fault()) {
        return refused(error_of(*fault, expression));
    }
    return told(expression, value, explained ? &trace : nullptr);
}

} // namespace

Result<Evaluation> evaluate(std::string_view expression, std::string_view context,
                            const Limits& limits, Explain explain) {
    const auto json = JsonDocument::parse(context, limits);
    if (!json) {
        return Failure{json.error()};
    }
    Problems problems{eval_document, limits};
    if (!is_context(Reader{json->root(), problems})) {
        return Failure{problems.error()};
    }
    const Value values = document::read_context(json->root(), problems);
    if (!problems.empty()) {
        return Failure{problems.error()};
    }
    return evaluated(expression, values, explain);
}

Result<Evaluation> evaluate_line(std::string_view line, const Limits& limits, Explain explain) {
    const auto json = JsonDocument::parse(line, limits);
    if (!json) {
        return Failure{json.error()};
    }
    Problems problems{eval_document, limits};
    const ObjectReader object =
        Reader{json->root(), problems}.object("a line", {"expression", "context"});
    const auto expression = object.required("expression").text();
    const Reader context = object.optional("context");
    Value values = Value::context({});
    if (context.is_present() && is_context(context)) {
        values = document::read_context(context.json(), problems);
    }
    if (!expression || !problems.empty()) {
        return Failure{problems.error()};
    }
    return evaluated(*expression, values, explain);
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
    if (!error.excerpt.empty()) {
        json.member("excerpt", error.excerpt); // so that who shows the message can show the place
    }
    return json.end_object().take();
}

} // namespace heng
