// SPDX-License-Identifier: Apache-2.0
#include "base/json/json.hpp"
#include "base/json/problems.hpp"
#include "base/json/reader.hpp"
#include "base/json/writer.hpp"
#include "base/text/excerpt.hpp"
#include "document/messages.hpp"
#include "document/within_limits.hpp"
#include "eval/render_trace.hpp"
#include "eval/value_json.hpp"
#include "feel/program.hpp"
#include "feel/scope.hpp"
#include "feel/session.hpp"
#include "feel/text.hpp"
#include "feel/trace.hpp"
#include "feel/value.hpp"

#include <heng/eval/evaluate.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace heng {
namespace {

using detail::feel::Value;
using detail::json::Json;
using detail::json::JsonDocument;
using detail::json::JsonKind;
using detail::json::JsonWriter;
using detail::json::ObjectReader;
using detail::json::Problems;
using detail::json::Reader;

constexpr detail::json::DocumentKind eval_document{"eval", Status::invalid_argument};

bool is_context(const Reader& json) {
    if (!json.is(JsonKind::object)) {
        json.problem("context", detail::document::say::no_context(described(json.json().kind())),
                     detail::document::say::write_context);
        return false;
    }
    return true;
}

Error error_of(const detail::feel::Fault& fault, std::string_view expression) {
    const bool limit = fault.code == detail::feel::codes::limit;
    Error error =
        detail::text::error_of(limit ? Status::limit_exceeded : Status::syntax_error, fault.code,
                               fault.message, fault.hint);       // alone it has no language
    if (expression.size() <= detail::feel::limits::text_bytes) { // of a longer one nothing was read
        error.place = detail::json::PlaceCounter{expression}.at(fault.offset);
        error.excerpt = detail::text::excerpt(expression, fault.offset, fault.length);
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

Evaluation told(std::string_view expression, const Value& value, const detail::feel::Trace* trace) {
    Evaluation evaluation;
    JsonWriter json{JsonWriter::Style::compact};
    detail::eval::ValueWriter writer{json};
    json.begin_object();
    writer.add_members(value);
    if (!writer.refusal().empty()) {
        return refused(
            detail::text::error_of(Status::limit_exceeded, "eval.no-value", writer.refusal()));
    }
    if (trace != nullptr) {
        const auto texts = [expression](detail::feel::ValueId /*source*/) {
            return expression;
        };
        json.key("tree").json(detail::eval::trace_json(*trace, texts));
        evaluation.explanation = detail::eval::trace_text(*trace, texts);
    }
    evaluation.json = json.end_object().take();
    evaluation.type = detail::eval::type_name(value.kind());
    evaluation.text = detail::feel::value_text(value, detail::eval::most_value_bytes);
    return evaluation;
}

Evaluation evaluated(std::string_view expression, const Value& context, Explain explain,
                     detail::feel::SessionLimits most = {}) {
    const detail::feel::Scope scope = detail::feel::Scope::open(context);
    const std::vector<Value> slots = detail::feel::Scope::slots_of(context);
    const bool explained = explain == Explain::yes;
    detail::feel::Program program{explained ? detail::feel::Folding::off
                                            : detail::feel::Folding::on};
    static_cast<void>(program.compile_values(scope)); // there are none
    const auto compiled = program.compile(expression, scope);
    if (!compiled) {
        return refused(error_of(compiled.error(), expression));
    }
    detail::feel::Session session{program, slots, most};
    detail::feel::Trace trace;
    const Value value = session.evaluate(*compiled, explained ? &trace : nullptr);
    if (const auto fault = session.fault()) {
        return refused(error_of(*fault, expression));
    }
    return told(expression, value, explained ? &trace : nullptr);
}

} // namespace

Result<Evaluation> evaluate(std::string_view expression, std::string_view context,
                            const Limits& limits, Explain explain, const CallOptions& call) {
    return detail::document::as_call(call, [&]() -> Result<Evaluation> {
        const auto json = JsonDocument::parse(context, limits);
        if (!json) {
            return Failure{json.error()};
        }
        Problems problems{eval_document, limits};
        if (!is_context(Reader{json->root(), problems})) {
            return Failure{problems.error()};
        }
        const Value values = detail::eval::read_context(json->root(), problems);
        if (!problems.empty()) {
            return Failure{problems.error()};
        }
        const detail::feel::SessionLimits most;
        return evaluated(expression, values, explain,
                         detail::document::budget_of(call, most.steps).limits(most));
    });
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
        values = detail::eval::read_context(context.json(), problems);
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
