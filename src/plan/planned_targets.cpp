// SPDX-License-Identifier: Apache-2.0
#include "plan/planned_targets.hpp"

#include <array>

namespace heng::detail::plan {
namespace {

using json::Json;
using json::JsonKind;

bool is_same_target(const PlanIndicator& one, const PlanIndicator& other) {
    const auto text = [](const PlanIndicator& each) {
        return each.target ? each.target->text : std::string{};
    };
    return text(one) == text(other) && one.unit == other.unit && one.direction == other.direction;
}

} // namespace

std::string_view sign_of(Direction direction) {
    constexpr std::array<std::string_view, 4> signs{">=", "<=", "=", "level"};
    return signs[static_cast<std::size_t>(direction)];
}

PlannedTargets::PlannedTargets(const Plan& plan) {
    add(plan.indicators);
    for (const Project& project : plan.projects) {
        add(project.indicators);
    }
}

PlannedTargets::Found PlannedTargets::find(std::string_view name) const {
    const auto named = names_.find(name);
    const bool exact = named.size() == 1 && named.front()->indicator->name == name;
    const auto by_id = ids_.find(name);
    if (!exact && by_id != ids_.end()) {
        return {by_id->second, false, false};
    }
    if (named.empty()) {
        return {};
    }
    Found found = *named.front();
    for (const Found* const each : named) {
        found.ambiguous = found.ambiguous || each->ambiguous ||
                          !is_same_target(*each->indicator, *found.indicator);
    }
    found.folded = !exact;
    return found;
}

void PlannedTargets::add(const std::vector<PlanIndicator>& indicators) {
    for (const PlanIndicator& each : indicators) {
        if (!each.target && each.direction != Direction::level) {
            continue;
        }
        ids_.emplace(each.id, &each);
        if (!names_.add(each.name, Found{&each, false, false})) {
            Found& first = *names_.find_exact(each.name);
            first.ambiguous = first.ambiguous || !is_same_target(*first.indicator, each);
        }
    }
}

std::optional<TargetRecord> record_of(Json object) {
    const auto name = object.find("name");
    if (!name || !name->is(JsonKind::string)) {
        return std::nullopt;
    }
    TargetRecord record{*name};
    const auto target = object.find("target");
    if (target && (target->is(JsonKind::string) || target->is(JsonKind::number))) {
        record.target = target;
    }
    const auto direction = object.find("direction");
    for (const Direction each :
         {Direction::at_least, Direction::at_most, Direction::equal, Direction::level}) {
        if (direction && direction->is(JsonKind::string) && direction->text() == sign_of(each)) {
            record.direction = each;
        }
    }
    const auto unit = object.find("unit");
    if (unit && unit->is(JsonKind::string)) {
        record.unit = unit->text();
    }
    const auto rule = object.find("rule");
    record.by_date = rule && rule->is(JsonKind::string) && rule->text() == "date";
    const bool is_record = record.target || record.direction == Direction::level;
    return is_record ? std::optional{record} : std::nullopt;
}

} // namespace heng::detail::plan
