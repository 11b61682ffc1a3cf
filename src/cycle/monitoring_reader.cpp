// SPDX-License-Identifier: Apache-2.0
//
// "monitoring" of policy/1.
#include "cycle/common_reader.hpp"
#include "cycle/days.hpp"
#include "cycle/loaded_policy.hpp"
#include "cycle/shares.hpp"

#include <array>
#include <utility>

namespace heng::cycle {
namespace {

using document::ObjectReader;
using document::Reader;
using document::Word;

constexpr std::array<Word<Sequential>, 2> sequential_words{
    {{"calendar", Sequential::calendar}, {"curve", Sequential::curve}}};
constexpr std::array<Word<bool>, 2> daily_words{{{"all", true}, {"watched", false}}};
constexpr std::int64_t most_days = 366;

std::vector<Checkpoint> read_checkpoints(const Reader& list, Basis basis) {
    std::vector<Checkpoint> checkpoints;
    for (const Reader each : list.elements()) {
        const ObjectReader object =
            each.object("a checkpoint", {"by", "at_least", "basis", "source"});
        const Reader by = object.required("by");
        const auto day = read_yearly_day(by);
        const auto share = read_share(object.required("at_least"));
        const auto own = object.optional("basis").word(basis_words);
        if (!day || !share) {
            continue;
        }
        if (!checkpoints.empty() &&
            (*day <= checkpoints.back().by || *share < checkpoints.back().at_least)) {
            by.problem("order", "checkpoints rise: their days and their shares",
                       "sort them by their days");
            continue;
        }
        checkpoints.push_back(
            {*day, *share, own.value_or(basis), text_of(object.optional("source"))});
    }
    return checkpoints;
}

/// What an object of tolerances gives replaces what is in `tolerance`.
void read_tolerance(const ObjectReader& object, Tolerance& tolerance) {
    if (object.has("behind")) {
        const ObjectReader behind =
            object.optional("behind").object("\"behind\"", {"spending", "goals"});
        for (const auto& [key, field] : {std::pair{"spending", &Tolerance::spending_behind},
                                         std::pair{"goals", &Tolerance::goals_behind}}) {
            if (behind.has(key)) {
                tolerance.*field = read_share(behind.optional(key));
            }
        }
    }
    for (const auto& [key, field] :
         {std::pair{"gap", &Tolerance::gap}, std::pair{"near", &Tolerance::near}}) {
        if (object.has(key)) {
            tolerance.*field = read_share(object.optional(key));
        }
    }
    if (const auto days = object.optional("stale_after").whole(1, most_days)) {
        tolerance.stale_after = static_cast<int>(*days);
    }
}

void read_execution(const Reader& reader, MonitoringRules& rules) {
    if (!reader.is_present()) {
        return;
    }
    const ObjectReader object = reader.object("\"execution\"", {"at", "cap", "cap_each"});
    rules.cap = read_factor(object.optional("cap"));
    rules.cap_each = read_factor(object.optional("cap_each"));
    if (!object.has("at")) {
        return;
    }
    rules.execution_at.clear();
    for (const Reader each : object.optional("at").elements()) {
        auto day = read_yearly_day(each);
        if (day && !rules.execution_at.empty() && *day <= rules.execution_at.back()) {
            each.problem("order", "the days must rise");
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
    const ObjectReader object =
        reader.object("\"monitoring\"", {"spending", "goals", "behind", "sequential", "gap", "near",
                                         "stale_after", "daily", "watched", "execution"});
    rules.spending = read_checkpoints(object.optional("spending"), basis);
    rules.goals = read_checkpoints(object.optional("goals"), basis);
    rules.sequential =
        object.optional("sequential").word(sequential_words).value_or(Sequential::calendar);
    rules.daily_all = object.optional("daily").word(daily_words).value_or(true);
    read_tolerance(object, rules.usual);
    rules.closely = rules.usual;
    if (object.has("watched")) {
        read_tolerance(object.optional("watched").object("\"watched\"",
                                                         {"behind", "gap", "near", "stale_after"}),
                       rules.closely);
    }
    read_execution(object.optional("execution"), rules);
    return rules;
}

} // namespace heng::cycle
