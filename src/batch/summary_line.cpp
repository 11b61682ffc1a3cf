// SPDX-License-Identifier: Apache-2.0
#include "base/json/writer.hpp"
#include "batch/messages.hpp"
#include "batch/summary_line.hpp"
#include "document/within_limits.hpp"
#include "facts/loaded_facts.hpp"
#include "scoring/scoring.hpp"

#include <heng/score/sheet.hpp>

#include <vector>

namespace heng::detail::batch {
namespace {

using json::JsonWriter;

JsonWriter begin_line(std::uint64_t number) {
    JsonWriter json{JsonWriter::Style::compact};
    json.begin_object().key("line").whole(static_cast<std::int64_t>(number));
    return json;
}

SummaryLine failed(std::uint64_t number, const Error& error) {
    JsonWriter json = begin_line(number);
    json.key("error").begin_object().member("code", error.code).member("message", error.message);
    if (!error.hint.empty()) {
        json.member("hint", error.hint);
    }
    if (error.pointer) {
        json.member("pointer", *error.pointer);
    }
    if (error.place.line != 0) {
        json.key("column").whole(static_cast<std::int64_t>(error.place.column));
    }
    return {json.end_object().end_object().take(), true};
}

/// Those about figures, which may make a total wrong; what a rubric does not read is not told line
/// by line.
void write_diagnostics(JsonWriter& json, const std::vector<Diagnostic>& diagnostics) {
    bool begun = false;
    for (const Diagnostic& each : diagnostics) {
        if (each.code.starts_with("unread-") || each.code == "units-not-aggregated") {
            continue;
        }
        if (!begun) {
            json.key("diagnostics").begin_array();
            begun = true;
        }
        json.begin_object()
            .member("code", each.code)
            .member("where", each.where)
            .member("message", each.message)
            .end_object();
    }
    if (begun) {
        json.end_array();
    }
}

SummaryLine scored(std::uint64_t number, const ScoreSheet& sheet, const Facts& facts) {
    JsonWriter json = begin_line(number);
    json.key("subject").begin_object();
    if (!facts.subject_name().empty()) {
        json.member("name", facts.subject_name());
    }
    if (facts.loaded().subject_year) {
        json.key("year").whole(*facts.loaded().subject_year);
    }
    json.end_object().member("total", sheet.total_text()).key("grade");
    sheet.grade.empty() ? json.null() : json.text(sheet.grade);
    json.key("scores").begin_object();
    for (const Item& item : sheet.items) {
        json.member(item.id, item.score_text());
    }
    json.end_object();
    write_diagnostics(json, facts.loaded().diagnostics);
    return {json.end_object().take(), false};
}

} // namespace

SummaryLine summary_line(const RubricDocument& rubric, std::string_view facts, std::uint64_t number,
                         const BatchOptions& options) {
    const Result<Facts> read = Facts::parse(rubric, facts, options.limits, options.unread);
    if (!read) {
        return failed(number, read.error());
    }
    const Result<SummaryLine> line = document::within_limits([&]() -> Result<SummaryLine> {
        const auto sheet =
            scoring::score_bounded(rubric.compiled(), read->loaded(), options.most_steps);
        return sheet ? scored(number, *sheet, *read) : failed(number, sheet.error());
    });
    return line ? *line : failed(number, line.error());
}

SummaryLine too_long(std::uint64_t number, const Limits& limits) {
    const Error error =
        text::error_of(Status::limit_exceeded, "limit.bytes",
                       say::line_too_long(std::to_string(limits.bytes)), say::document_a_line);
    return failed(number, in_language(error, limits.language.value_or(Language::en)));
}

} // namespace heng::detail::batch
