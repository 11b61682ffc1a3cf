// SPDX-License-Identifier: Apache-2.0
#include "base/json/unescaped.hpp"
#include "base/text/appender.hpp"
#include "base/text/utf8.hpp"
#include "batch/row_document.hpp"

#include <heng/budget/money.hpp>
#include <heng/number/decimal.hpp>

#include <algorithm>

namespace heng::detail::batch {
namespace {

std::vector<std::string_view> parts_of(std::string_view path) {
    std::vector<std::string_view> parts;
    for (;;) {
        const std::size_t dot = path.find('.');
        parts.push_back(path.substr(0, dot));
        if (dot == std::string_view::npos) {
            return parts;
        }
        path.remove_prefix(dot + 1);
    }
}

/// The text as a JSON string, whose bytes that are no UTF-8 stay as they are: the document is then
/// refused, as any other that has them.
void write_text(json::JsonWriter& json, std::string_view value) {
    if (json.keeps_tree() || json::is_unescaped(value)) {
        json.text(value); // a tree refuses what is no UTF-8 by itself
        return;
    }
    std::string string;
    {
        text::Appender out{string, value.size() + 2};
        out.add("\"");
        while (!value.empty()) {
            const std::size_t valid = std::min(text::first_invalid(value), value.size());
            json::append_json_characters(out, value.substr(0, valid));
            out.add(value.substr(valid, 1));
            value.remove_prefix(std::min(valid + 1, value.size()));
        }
        out.add("\"");
    }
    json.json(string);
}

} // namespace

RowDocument::RowDocument(const document::CompiledRubric& rubric, std::span<const Column> columns)
    : rubric_(rubric) {
    for (const Column& column : columns) {
        const auto slot = rubric.scope.find(column.input).index;
        entries_.push_back({parts_of(column.input), &column, &rubric.inputs[slot]});
    }
    std::sort(entries_.begin(), entries_.end(),
              [](const Entry& a, const Entry& b) { return a.path < b.path; });
}

std::string RowDocument::text(std::size_t row) const {
    json::JsonWriter json{json::JsonWriter::Style::compact};
    write(json, row);
    return json.take();
}

Result<json::JsonDocument> RowDocument::document(std::size_t row) const {
    json::JsonWriter json{json::JsonWriter::Style::compact, json::JsonWriter::Keep::tree};
    write(json, row);
    return json.document(Limits{});
}

void RowDocument::write(json::JsonWriter& json, std::size_t row) const {
    json.begin_object().member("heng", "facts/1");
    if (rubric_.unit) {
        json.member("unit", name(*rubric_.unit));
    }
    json.key("data").begin_object();
    write(json, entries_, 0, row);
    json.end_object().end_object();
}

void RowDocument::write(json::JsonWriter& json, std::span<const Entry> entries, std::size_t depth,
                        std::size_t row) const {
    for (std::size_t i = 0; i < entries.size();) {
        const Entry& entry = entries[i];
        const std::string_view key = entry.path[depth];
        std::size_t end = i + 1;
        if (entry.path.size() > depth + 1) {
            while (end < entries.size() && entries[end].path[depth] == key) {
                ++end;
            }
            json.key(key).begin_object();
            write(json, entries.subspan(i, end - i), depth + 1, row);
            json.end_object();
        } else if (has_value(*entry.column, row)) {
            json.key(key);
            if (entry.input->type == document::InputType::list) {
                write_list(json, entry, row);
            } else {
                write_value(json, *entry.column, entry.input->type == document::InputType::boolean,
                            row);
            }
        }
        i = end;
    }
}

void RowDocument::write_value(json::JsonWriter& json, const Column& column, bool boolean,
                              std::size_t row) {
    if (column.values == nullptr) {
        write_text(json, text_at(column, row));
        return;
    }
    const std::int64_t value = column.values[column.offset + row];
    if (boolean && (value == 0 || value == 1)) {
        json.boolean(value != 0);
    } else {
        json.json(Decimal{value, column.scale}.to_string());
    }
}

/// A text is the JSON of the list.
void RowDocument::write_list(json::JsonWriter& json, const Entry& entry, std::size_t row) {
    const Column& list = *entry.column;
    if (list.fields == nullptr) {
        json.json(text_at(list, row));
        return;
    }
    const std::span<const Column> fields{list.fields, list.field_count};
    const std::int32_t* const ends = list.offsets + list.offset + row;
    json.begin_array();
    for (auto record = static_cast<std::size_t>(ends[0]);
         record < static_cast<std::size_t>(ends[1]); ++record) {
        json.begin_object();
        for (const Column& field : fields) {
            if (!has_value(field, record)) {
                continue;
            }
            const auto declared = std::find_if(
                entry.input->of.begin(), entry.input->of.end(),
                [&field](const document::Input& each) { return each.path == field.input; });
            json.key(field.input);
            write_value(json, field,
                        declared != entry.input->of.end() &&
                            declared->type == document::InputType::boolean,
                        record);
        }
        json.end_object();
    }
    json.end_array();
}

} // namespace heng::detail::batch
