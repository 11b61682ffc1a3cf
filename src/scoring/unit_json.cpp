// SPDX-License-Identifier: Apache-2.0
#include "scoring/unit_json.hpp"

#include <string_view>

namespace heng::detail::scoring {
namespace {

std::string_view name(UnitStanding standing) {
    switch (standing) {
    case UnitStanding::scored:
        return "scored";
    case UnitStanding::left:
        return "left";
    case UnitStanding::full:
        return "full";
    case UnitStanding::zero:
        break;
    }
    return "zero";
}

void write(json::JsonWriter& json, const ScoreSheet& sheet, const UnitPart& part) {
    json.begin_object().key("item");
    part.item ? json.text(sheet.items[*part.item].id) : json.null();
    json.member("lost", text_of(part.lost, {}));
    if (part.scored) {
        json.member("weight", part.scored->weight.to_string());
        json.member("score", text_of(part.scored->score, {}));
        json.member("standing", name(part.scored->standing));
    }
    json.end_object();
}

} // namespace

void write_units(json::JsonWriter& json, const ScoreSheet& sheet) {
    json.begin_array();
    for (const UnitCost& unit : sheet.units) {
        json.begin_object().member("name", unit.name).member("weight", unit.weight.to_string());
        json.member("lost", text_of(unit.lost, {})).key("parts").begin_array();
        for (const UnitPart& part : unit.parts) {
            write(json, sheet, part);
        }
        json.end_array().end_object();
    }
    json.end_array();
}

} // namespace heng::detail::scoring
