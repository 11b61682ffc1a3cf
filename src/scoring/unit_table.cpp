// SPDX-License-Identifier: Apache-2.0
#include "base/number_text.hpp"
#include "facts/unit_facts.hpp"
#include "scoring/unit_table.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace heng::detail::scoring {
namespace {

constexpr std::size_t most_parts = 3; ///< that a unit lost most by; the sheet has them all

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
                base::number_text(parts[i]->lost);
    }
    return text + (parts.size() > most_parts ? zh ? "…" : " …" : "");
}

} // namespace

void add_units(base::Page& page, const ScoreSheet& sheet) {
    if (sheet.units.empty()) {
        return;
    }
    const bool zh = sheet.language == Language::zh;
    using base::Align;
    base::Table table{{{zh ? "单位" : "unit"},
                       {zh ? "权重" : "weight", Align::right},
                       {zh ? "占比" : "share", Align::right},
                       {zh ? "失分" : "lost", Align::right},
                       {zh ? "主要失分" : "most by"}}};
    Ratio weights;
    for (const UnitCost& unit : sheet.units) {
        weights = weights + unit.weight;
    }
    for (const UnitCost& unit : sheet.units) {
        table.add(unit.name.empty() ? std::string{facts::own_name(sheet.language)} : unit.name,
                  base::number_text(unit.weight), base::percent_text(unit.weight / weights),
                  base::number_text(unit.lost), parts_of(sheet, unit));
    }
    table.add(zh ? "合计" : "together", base::number_text(weights), "",
              base::number_text(sheet.points - sheet.total), "");
    page.add(base::Heading{2, zh ? "单位失分" : "units"}).add(std::move(table));
}

} // namespace heng::detail::scoring
