// SPDX-License-Identifier: Apache-2.0
//
// "monitoring" of policy/1.
#include "monitor/loaded_policy.hpp"
#include "monitor/shares.hpp"
#include "plan/common_reader.hpp"
#include "plan/days.hpp"
#include "plan/messages.hpp"

#include <cstdint>
#include <utility>

namespace heng::detail::monitor {
namespace {

using json::ObjectReader;
using json::Reader;

enum class Daily : std::uint8_t { all, watched };

std::vector<Checkpoint> read_checkpoints(const Reader& list, Basis basis) {
    std::vector<Checkpoint> checkpoints;
    for (const Reader each : list.elements()) {
        const ObjectReader object = each.object();
        const Reader by = object["by"];
        const auto day = plan::read_yearly_day(by);
        const auto share = read_share(object["at_least"]);
        const auto own = object["basis"].word<Basis>();
        if (!day || !share) {
            continue;
        }
        if (!checkpoints.empty() &&
            (*day <= checkpoints.back().by || *share < checkpoints.back().at_least)) {
            by.problem("order", plan::say::checkpoints_rise, plan::say::sort_by_days);
            continue;
        }
        checkpoints.push_back({*day, *share, own.value_or(basis), plan::text_of(object["source"])});
    }
    return checkpoints;
}

/// Replaces in `tolerance` all that an object of tolerances gives.
void read_tolerance(const ObjectReader& object, Tolerance& tolerance) {
    if (object.has("behind")) {
        const ObjectReader behind = object["behind"].object();
        for (const auto& [key, field] : {std::pair{"spending", &Tolerance::spending_behind},
                                         std::pair{"goals", &Tolerance::goals_behind}}) {
            if (behind.has(key)) {
                tolerance.*field = read_share(behind[key]);
            }
        }
    }
    for (const auto& [key, field] :
         {std::pair{"gap", &Tolerance::gap}, std::pair{"near", &Tolerance::near}}) {
        if (object.has(key)) {
            tolerance.*field = read_share(object[key]);
        }
    }
    if (const auto days = object["stale_after"].whole()) {
        tolerance.stale_after = static_cast<int>(*days);
    }
}

void read_execution(const Reader& reader, MonitoringRules& rules) {
    if (!reader.is_present()) {
        return;
    }
    const ObjectReader object = reader.object();
    rules.cap = read_factor(object["cap"]);
    rules.cap_each = read_factor(object["cap_each"]);
    if (!object.has("at")) {
        return;
    }
    rules.execution_at.clear();
    for (const Reader each : object["at"].elements()) {
        auto day = plan::read_yearly_day(each);
        if (day && !rules.execution_at.empty() && *day <= rules.execution_at.back()) {
            each.problem("order", plan::say::days_rise);
        } else if (day) {
            rules.execution_at.push_back(*std::move(day));
        }
    }
}

} // namespace

MonitoringRules read_monitoring(const Reader& reader, Basis basis) {
    MonitoringRules rules;
    if (!reader.is_present()) {
        return rules;
    }
    const ObjectReader object = reader.object();
    rules.spending = read_checkpoints(object["spending"], basis);
    rules.goals = read_checkpoints(object["goals"], basis);
    rules.sequential = object["sequential"].word<Sequential>().value_or(Sequential::calendar);
    rules.daily_all = object["daily"].word<Daily>() != Daily::watched;
    read_tolerance(object, rules.usual);
    rules.closely = rules.usual;
    if (object.has("watched")) {
        read_tolerance(object["watched"].object(), rules.closely);
    }
    read_execution(object["execution"], rules);
    return rules;
}

} // namespace heng::detail::monitor
