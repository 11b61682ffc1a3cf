// SPDX-License-Identifier: Apache-2.0
#include "document/canonical.hpp"
#include "document/digest.hpp"
#include "document/json/writer.hpp"
#include "document/loaded_facts.hpp"
#include "document/unit_json.hpp"

#include <heng/document/render.hpp>

namespace heng {
namespace {

using document::JsonWriter;

/// The text, or null where there is none.
void member_or_null(JsonWriter& json, std::string_view name, std::string_view text) {
    json.key(name);
    text.empty() ? json.null() : json.text(text);
}

std::string_view name(Adjustment::Kind kind) {
    switch (kind) {
    case Adjustment::Kind::at_most:
        return "at_most";
    case Adjustment::Kind::set:
        return "set";
    case Adjustment::Kind::deduct:
        break;
    }
    return "deduct";
}

void write_item(JsonWriter& json, const ScoreSheet& sheet, const Item& item) {
    json.begin_object().member("id", item.id).member("name", item.name);
    member_or_null(json, "parent", item.parent ? sheet.items[*item.parent].id : "");
    json.key("level").whole(item.level).member("kind", name(item.kind));
    member_or_null(json, "rule", item.rule);
    json.member("points", item.points_text()).member("score", item.score_text());
    member_or_null(json, "rate", item.rate());
    json.member("lost", item.lost_text())
        .member("status", name(item.status))
        .member("basis", name(item.basis))
        .member("why", item.why);
    json.key("inputs").begin_object();
    for (const InputRead& input : item.inputs) {
        json.member(input.path, input.value);
    }
    json.end_object().member("recover", item.recover).end_object();
}

void write_adjustment(JsonWriter& json, const ScoreSheet& sheet, const Adjusted& each) {
    json.begin_object().member("id", each.adjustment.id);
    member_or_null(json, "item", each.item ? sheet.items[*each.item].id : "");
    json.member("kind", name(each.adjustment.kind))
        .member("value", each.adjustment.value.to_string())
        .member("reason", each.adjustment.reason)
        .member("before", text_of(each.before, {}))
        .member("after", text_of(each.after, {}))
        .end_object();
}

} // namespace

std::string to_json(const ScoreSheet& sheet, const RubricDocument& rubric, const Facts& facts) {
    const document::LoadedFacts& loaded = facts.loaded();
    JsonWriter json{JsonWriter::Style::indented};
    json.begin_object().member("heng", "sheet/1").member("library", "heng " HENG_VERSION);
    json.key("rubric")
        .begin_object()
        .member("id", sheet.rubric_id)
        .member("title", sheet.rubric_title)
        .member("digest", rubric.digest())
        .end_object();
    json.key("facts")
        .begin_object()
        .member("digest", document::digest_of(document::canonical_of(loaded.json.root())))
        .end_object();
    json.key("subject").begin_object();
    if (!loaded.subject_name.empty()) {
        json.member("name", loaded.subject_name);
    }
    if (loaded.subject_year) {
        json.key("year").whole(*loaded.subject_year);
    }
    json.end_object();
    json.member("total", sheet.total_text())
        .member("points", sheet.points_text())
        .member("rate", sheet.rate());
    member_or_null(json, "grade", sheet.grade);
    json.key("items").begin_array();
    for (const Item& item : sheet.items) {
        write_item(json, sheet, item);
    }
    json.end_array().key("adjustments").begin_array();
    for (const Adjusted& each : sheet.adjustments) {
        write_adjustment(json, sheet, each);
    }
    json.end_array();
    if (!sheet.units.empty()) {
        document::write_units(json.key("units"), sheet);
    }
    json.key("diagnostics").begin_array();
    for (const Diagnostic& each : sheet.diagnostics) {
        json.begin_object()
            .member("code", each.code)
            .member("where", each.where)
            .member("message", each.message)
            .end_object();
    }
    return json.end_array().end_object().take() + '\n';
}

} // namespace heng
