// SPDX-License-Identifier: Apache-2.0
#include "base/digest.hpp"
#include "base/digits.hpp"
#include "base/json/canonical.hpp"
#include "base/json/no_limits.hpp"
#include "base/json/writer.hpp"
#include "base/text/appender.hpp"
#include "facts/loaded_facts.hpp"
#include "scoring/sheet_document.hpp"
#include "scoring/unit_json.hpp"

#include <heng/scoring/render.hpp>

#include <optional>
#include <string>

namespace heng {
namespace {

using detail::json::JsonWriter;

/// The text, or null where there is none.
void member_or_null(JsonWriter& json, std::string_view name, std::string_view text) {
    json.key(name);
    text.empty() ? json.null() : json.text(text);
}

constexpr std::size_t bytes_an_item = 640; ///< about

/// A sheet's items as the indented JsonWriter would write them, key by key: they are all but all of
/// a sheet, so what stands between two values is one constant text.
class ItemsWriter {
  public:
    ItemsWriter(std::string& out, const ScoreSheet& sheet)
        : sheet_(sheet), out_{out, bytes_an_item * sheet.items.size() + bytes_an_item} {}

    void write(const Item& item) {
        if (&item != sheet_.items.data()) {
            out_.add(',');
        }
        member("\n    {\n      \"id\": \"", item.id);
        member("\",\n      \"name\": \"", item.name);
        out_.add("\",\n      \"parent\": ");
        or_null(item.parent ? sheet_.items[*item.parent].id : std::string_view{});
        out_.add(",\n      \"level\": ");
        level(item.level);
        out_.add(",\n      \"kind\": \"");
        out_.add(name(item.kind));
        out_.add("\",\n      \"rule\": ");
        or_null(item.rule);
        out_.add(",\n      \"points\": \"");
        points(item.points, item.scale);
        beyond(item.beyond);
        out_.add("\",\n      \"score\": \"");
        points(item.score, item.scale);
        out_.add("\",\n      \"rate\": ");
        rate(item);
        out_.add(",\n      \"lost\": \"");
        points(item.lost(), item.scale);
        out_.add("\",\n      \"status\": \"");
        out_.add(name(item.status));
        out_.add("\",\n      \"basis\": \"");
        out_.add(name(item.basis));
        member("\",\n      \"why\": \"", item.why);
        out_.add("\",\n      \"inputs\": {");
        inputs(item);
        member("},\n      \"recover\": \"", item.recover);
        out_.add("\"\n    }");
    }

  private:
    template <std::size_t size>
    void member(const char (&before)[size], std::string_view value) {
        out_.add(before);
        detail::json::append_json_characters(out_, value);
    }

    void or_null(std::string_view text) {
        if (text.empty()) {
            out_.add("null");
            return;
        }
        member("\"", text);
        out_.add('"');
    }

    /// Only where a score may leave 0 … points.
    void beyond(const Beyond& beyond) {
        if (!beyond.extra.is_zero()) {
            out_.add("\",\n      \"extra\": \"");
            out_.add(beyond.extra.to_string());
        }
        if (!beyond.floor.is_zero()) {
            out_.add("\",\n      \"floor\": \"");
            out_.add(beyond.floor.to_string());
        }
    }

    void level(int level) {
        if (level >= 0 && level <= 9) {
            out_.add(static_cast<char>('0' + level));
        } else {
            out_.add(std::to_string(level));
        }
    }

    /// text_of(points, scale): most are short decimals, for which no divisor need be found.
    void points(const Points& points, std::optional<int> scale) {
        constexpr int shown = 6;
        constexpr int usual = 2;
        const int places = scale.value_or(usual);
        if (places >= 0 && places <= detail::base::most_digit_places) {
            const auto fits = points.value().decimal_within(places);
            if (fits && decimal(*fits, scale ? places : 0)) {
                return;
            }
            const auto longer = fits ? std::nullopt : points.value().decimal_within(shown);
            if (longer && decimal(*longer, 0)) {
                return;
            }
        }
        out_.add(text_of(points, scale));
    }

    /// With at least so many places, where it is short.
    bool decimal(const Decimal& value, int least) {
        detail::base::Digits digits;
        const bool written = digits.write(value, least);
        if (written) {
            out_.add(digits.text());
        }
        return written;
    }

    /// rate_text(score, points)
    void rate(const Item& item) {
        if (item.points == Points{}) {
            out_.add("null");
            return;
        }
        const Decimal hundredths = (item.score / item.points * Ratio{100}).rounded(2);
        out_.add('"');
        if (!decimal(hundredths, 2)) {
            out_.add(hundredths.to_string());
        }
        out_.add("%\"");
    }

    void inputs(const Item& item) {
        for (const InputRead& input : item.inputs) {
            if (&input != item.inputs.data()) {
                out_.add(',');
            }
            member("\n        \"", input.path);
            member("\": \"", input.value);
            out_.add('"');
        }
        if (!item.inputs.empty()) {
            out_.add("\n      ");
        }
    }

    const ScoreSheet& sheet_;
    detail::text::Appender out_;
};

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

void write_items(JsonWriter& json, const ScoreSheet& sheet) {
    json.key("items").begin_array();
    for (std::size_t i = 0; json.keeps_tree() && i < sheet.items.size(); ++i) {
        write_item(json, sheet, sheet.items[i]);
    }
    if (!json.keeps_tree() && !sheet.items.empty()) {
        ItemsWriter writer{json.elements(), sheet};
        for (const Item& item : sheet.items) {
            writer.write(item);
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
    write_items(json, sheet);
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
