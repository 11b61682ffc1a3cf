// SPDX-License-Identifier: Apache-2.0
#include "base/digest.hpp"
#include "base/json/canonical.hpp"
#include "base/json/no_limits.hpp"
#include "base/json/writer.hpp"
#include "document/compiled_rubric.hpp"
#include "facts/loaded_facts.hpp"
#include "scoring/items_json.hpp"
#include "scoring/sheet_document.hpp"
#include "scoring/unit_json.hpp"

#include <heng/scoring/render.hpp>

#include <string>

namespace heng {
namespace {

using detail::json::JsonWriter;
using detail::scoring::bytes_an_item;

/// The text, or null where there is none.
void member_or_null(JsonWriter& json, std::string_view name, std::string_view text) {
    json.key(name);
    text.empty() ? json.null() : json.text(text);
}

/// Only where a score may leave 0 … points.
void write_beyond(JsonWriter& json, const Beyond& beyond) {
    if (!beyond.extra.is_zero()) {
        json.member("extra", beyond.extra.to_string());
    }
    if (!beyond.floor.is_zero()) {
        json.member("floor", beyond.floor.to_string());
    }
}

/// The same key by key, where the tree is kept.
void write_item(JsonWriter& json, const ScoreSheet& sheet, const Item& item) {
    json.begin_object().member("id", item.id).member("name", item.name);
    member_or_null(json, "parent", item.parent ? sheet.items[*item.parent].id : std::string_view{});
    json.key("level").whole(item.level).member("kind", name(item.kind));
    member_or_null(json, "rule", item.rule);
    json.member("points", item.points_text());
    write_beyond(json, item.beyond);
    json.member("score", item.score_text());
    member_or_null(json, "rate", item.rate());
    json.member("lost", item.lost_text())
        .member("status", name(item.status))
        .member("basis", name(item.basis))
        .member("why", item.why)
        .key("inputs")
        .begin_object();
    for (const InputRead& input : item.inputs) {
        json.member(input.path, input.value);
    }
    json.end_object().member("recover", item.recover).end_object();
}

void write_items(JsonWriter& json, const ScoreSheet& sheet,
                 const detail::document::SheetLayout& layout) {
    json.key("items").begin_array();
    for (std::size_t i = 0; json.keeps_tree() && i < sheet.items.size(); ++i) {
        write_item(json, sheet, sheet.items[i]);
    }
    if (!json.keeps_tree() && !sheet.items.empty()) {
        detail::scoring::ItemsJson items{json.elements(), sheet, layout};
        for (const Item& item : sheet.items) {
            items.write(item);
        }
    }
    json.end_array();
}

void write_adjustment(JsonWriter& json, const ScoreSheet& sheet, const Adjusted& each) {
    json.begin_object().member("id", each.adjustment.id);
    member_or_null(json, "item", each.item ? sheet.items[*each.item].id : "");
    const Adjustment& by = each.adjustment;
    const bool grade = by.kind == Adjustment::Kind::grade_at_most;
    const bool computed = by.amount || by.each_at_most;
    json.member("kind", name(by.kind))
        .member("value", grade      ? by.grade
                         : computed ? text_of(each.amount, {})
                                    : by.value.to_string())
        .member("reason", by.reason)
        .member("before", grade ? each.grade_before : text_of(each.before, {}))
        .member("after", grade ? each.grade_after : text_of(each.after, {}))
        .end_object();
}

void write_sheet(JsonWriter& json, const ScoreSheet& sheet, const Facts& facts) {
    const detail::facts::LoadedFacts& loaded = facts.loaded();
    json.begin_object().member("heng", "sheet/1").member("library", "heng " HENG_VERSION);
    json.key("rubric")
        .begin_object()
        .member("id", sheet.rubric_id)
        .member("title", sheet.rubric_title)
        .member("digest", facts.rubric().digest())
        .end_object();
    json.key("facts")
        .begin_object()
        .member("digest", detail::base::digest_of(detail::json::canonical_of(loaded.json.root())))
        .end_object();
    json.key("subject").begin_object();
    if (!loaded.subject_name.empty()) {
        json.member("name", loaded.subject_name);
    }
    if (loaded.subject_year) {
        json.key("year").whole(*loaded.subject_year);
    }
    json.end_object();
    json.member("total", sheet.total_text()).member("points", sheet.points_text());
    write_beyond(json, sheet.beyond);
    json.member("rate", sheet.rate());
    member_or_null(json, "grade", sheet.grade);
    write_items(json, sheet, facts.rubric().compiled().layout);
    json.key("adjustments").begin_array();
    for (const Adjusted& each : sheet.adjustments) {
        write_adjustment(json, sheet, each);
    }
    json.end_array();
    if (!sheet.units.empty()) {
        detail::scoring::write_units(json.key("units"), sheet);
    }
    json.key("diagnostics").begin_array();
    for (const Diagnostic& each : sheet.diagnostics) {
        json.begin_object()
            .member("code", each.code)
            .member("where", each.where)
            .member("message", each.message)
            .end_object();
    }
    json.end_array().end_object();
}

} // namespace

std::string to_json(const ScoreSheet& sheet, const Facts& facts) {
    JsonWriter json{JsonWriter::Style::indented, bytes_an_item * (sheet.items.size() + 3)};
    write_sheet(json, sheet, facts);
    return json.take() + '\n';
}

detail::json::JsonDocument detail::scoring::sheet_document(const ScoreSheet& sheet,
                                                           const Facts& facts) {
    JsonWriter json{JsonWriter::Style::compact, JsonWriter::Keep::tree};
    write_sheet(json, sheet, facts);
    return json.document(detail::json::no_limits()).value(); // texts of documents are UTF-8
}

} // namespace heng
