// SPDX-License-Identifier: Apache-2.0
#include "document/unit_facts.hpp"
#include "document/unit_table.hpp"
#include "text/width.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

namespace heng::document {
namespace {

constexpr std::size_t most_parts = 3; ///< that a unit lost most by; the sheet has them all
constexpr std::size_t gap = 2;

/// Exact where it ends within six places, else four places and marked.
std::string shown(const Ratio& value) {
    const std::optional<Decimal> exact = value.exact_decimal();
    return exact && exact->rounded(6) == *exact ? exact->shortest().to_string()
                                                : "≈" + value.rounded(4).to_string();
}

std::string parts_of(const ScoreSheet& sheet, const UnitCost& unit) {
    const bool zh = sheet.language == Language::zh;
    std::vector<const UnitPart*> parts;
    for (const UnitPart& part : unit.parts) {
        if (part.lost != Points{}) {
            parts.push_back(&part);
        }
    }
    std::stable_sort(parts.begin(), parts.end(),
                     [](const UnitPart* a, const UnitPart* b) { return b->lost < a->lost; });
    std::string text;
    for (std::size_t i = 0; i < parts.size() && i < most_parts; ++i) {
        const std::string_view total = zh ? "总分" : "the total";
        text += (text.empty() ? ""
                 : zh         ? "、"
                              : ", ") +
                (parts[i]->item ? sheet.items[*parts[i]->item].name : std::string{total}) + ' ' +
                shown(parts[i]->lost.value());
    }
    return text + (parts.size() > most_parts ? zh ? "…" : " …" : "");
}

std::string escaped(std::string_view words) {
    std::string out;
    for (const char c : words) {
        if (std::string_view{"|\\*_`<>[]#&~"}.find(c) != std::string_view::npos) {
            out += '\\';
        }
        out += c;
    }
    return out;
}

} // namespace

UnitTable unit_table(const ScoreSheet& sheet) {
    const bool zh = sheet.language == Language::zh;
    UnitTable table;
    if (sheet.units.empty()) {
        return table;
    }
    table.heading = zh ? "单位失分" : "units";
    if (zh) {
        table.rows.push_back({"单位", "权重", "占比", "失分", "主要失分"});
    } else {
        table.rows.push_back({"unit", "weight", "share", "lost", "most by"});
    }
    Ratio weights;
    for (const UnitCost& unit : sheet.units) {
        weights = weights + unit.weight;
    }
    for (const UnitCost& unit : sheet.units) {
        const std::string name =
            unit.name.empty() ? std::string{own_name(sheet.language)} : text::printable(unit.name);
        table.rows.push_back({name, shown(unit.weight),
                              Percent::of(unit.weight / weights).to_string(),
                              shown(unit.lost.value()), text::printable(parts_of(sheet, unit))});
    }
    table.rows.push_back({zh ? "合计" : "together", shown(weights), "",
                          shown((sheet.points - sheet.total).value()), ""});
    return table;
}

void write_text(std::string& out, const UnitTable& table) {
    if (table.rows.empty()) {
        return;
    }
    std::array<std::size_t, 5> widths{};
    for (const auto& row : table.rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            widths[i] = std::max(widths[i], text::cells(row[i]));
        }
    }
    out += '\n' + table.heading + '\n';
    for (const auto& row : table.rows) {
        out += "  " + text::pad_right(row[0], widths[0]);
        for (std::size_t i = 1; i < 4; ++i) {
            out += std::string(gap, ' ') + text::pad_left(row[i], widths[i]);
        }
        out += (row[4].empty() ? "" : std::string(gap, ' ') + row[4]) + '\n';
    }
}

void write_markdown(std::string& out, const UnitTable& table) {
    if (table.rows.empty()) {
        return;
    }
    out += "\n## " + table.heading + "\n\n";
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        out += '|';
        for (const std::string& cell : table.rows[i]) {
            out += ' ' + escaped(cell) + " |";
        }
        out += i == 0 ? "\n|---|--:|--:|--:|---|\n" : "\n";
    }
}

} // namespace heng::document
