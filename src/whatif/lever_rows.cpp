// SPDX-License-Identifier: Apache-2.0
//
// The levers of target rows.
#include "document/domains.hpp"
#include "document/target_record.hpp"
#include "whatif/lever_parts.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace heng::detail::whatif {
namespace {

using feel::Value;
using json::Json;
using Kind = Lever::Kind;

/// Which element of which list a target row is.
struct RowPlace {
    feel::SlotId slot = 0;
    std::size_t index = 0;
};

std::optional<RowPlace> place_of_row(const document::CompiledRubric& rubric,
                                     const facts::LoadedFacts& facts, std::size_t row) {
    for (std::size_t slot = 0; slot < rubric.inputs.size(); ++slot) {
        const Value& list = facts.slots[slot];
        if (!rubric.inputs[slot].of_targets || !list.is_list() || list.items().empty()) {
            continue;
        }
        // the rows of one list follow one another
        const auto first = static_cast<std::size_t>(
            *list.items().front().find(document::row_entry)->number().as_int64());
        if (row >= first && row - first < list.items().size()) {
            return RowPlace{static_cast<feel::SlotId>(slot), row - first};
        }
    }
    return std::nullopt;
}

/// Of a department whose lists are joined: which unit's the record of the lever is.
void find_part(Lever& lever, const facts::LoadedFacts& facts) {
    if (!facts.units || facts.places[lever.slot]) {
        return;
    }
    std::size_t first = 0;
    for (std::size_t i = 0; i < facts.units->size(); ++i) {
        const Value& list = (*facts.units)[i].slots[lever.slot];
        const std::size_t size = list.is_list() ? list.items().size() : 0;
        if (lever.record < first + size) {
            lever.part = i;
            lever.first = first;
            return;
        }
        first += size;
    }
}

std::optional<Json> element(const std::optional<Json>& list, std::size_t index) {
    if (list) {
        for (const Json each : list->children()) {
            if (index-- == 0) {
                return each;
            }
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<std::pair<Decimal, bool>> digits_of(std::string_view text) {
    const bool percent = text.ends_with('%');
    text.remove_suffix(percent ? 1 : 0);
    const auto number = Decimal::parse(text, {Limits{}.digits, Limits{}.exponent});
    return number ? std::optional{std::pair{*number, percent}} : std::nullopt;
}

std::int64_t steps_within(const Ratio& room, const Ratio& step) {
    const Ratio steps = (room / step).floor();
    return min(max(steps, Ratio{}), Ratio{farthest}).as_int64().value_or(farthest);
}

void bound(Lever& lever, const std::optional<Ratio>& least, const std::optional<Ratio>& most) {
    const Ratio value = value_at(lever, 0);
    const Ratio step = value_at(lever, 1) - value;
    lever.lowest = least ? -steps_within(value - *least, step) : -farthest;
    lever.highest = most ? steps_within(*most - value, step) : farthest;
}

void bound_days(Lever& lever, std::int64_t day) {
    lever.day = day;
    lever.lowest = std::min<std::int64_t>(0, document::first_day() - day);
    lever.highest = std::max<std::int64_t>(0, document::last_day() - day);
}

std::vector<Lever> levers_of_row(const document::CompiledRubric& rubric,
                                 const facts::LoadedFacts& facts, std::size_t row) {
    const auto place = place_of_row(rubric, facts, row);
    if (!place) {
        return {};
    }
    const TargetRow& target = facts.rows[row];
    Lever base;
    base.slot = place->slot;
    base.row = row;
    base.record = place->index;
    find_part(base, facts);
    const std::size_t nth = place->index - base.first;
    const auto record = element(owner_of(base, facts).places[place->slot], nth);
    base.path = (base.part.value_or(0) > 0 ? "units[" + std::to_string(*base.part) + "]." : "") +
                rubric.inputs[place->slot].path + '[' + std::to_string(nth + 1) + "].";
    const bool zh = rubric.rubric.language == Language::zh;
    base.label = target.name + (zh ? " 实际值" : " (actual)");
    std::vector<Lever> levers;
    const bool by_level = target.numbers.direction == Direction::level;
    if (by_level) {
        base.label = target.name + (zh ? " 完成率" : " (rate)");
    }
    if (target.numbers.rule.kind == RowRule::Kind::date) {
        base.kind = Kind::actual_day;
        base.label = target.name + (zh ? " 实际日期" : " (done on)");
        base.path += "actual";
        bound_days(base, *target.numbers.actual.as_int64());
        levers.push_back(std::move(base));
        return levers;
    }
    const std::string_view key = by_level ? "rate" : "actual";
    const auto text = record ? record->find(key) : std::nullopt;
    if (const auto written = text ? digits_of(text->text()) : std::nullopt) {
        Lever lever = base;
        lever.kind = by_level ? Kind::rate : Kind::actual;
        lever.path += key;
        lever.written = written->first;
        lever.in_percent = written->second;
        lever.unit = lever.in_percent ? "" : target.unit;
        by_level ? bound(lever, Ratio{}, Ratio{1}) : bound(lever, std::nullopt, std::nullopt);
        levers.push_back(std::move(lever));
    }
    if (by_level && target.numbers.level != Level::met) {
        base.kind = Kind::level;
        base.label = target.name + (zh ? " 完成情况" : " (level)");
        base.path += "level";
        base.highest = 1;
        levers.push_back(std::move(base));
    }
    return levers;
}

} // namespace heng::detail::whatif
