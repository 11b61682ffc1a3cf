// SPDX-License-Identifier: Apache-2.0
//
// What every check of a plan works with: the plan, where its parts stand, and the report so far.
//
//     PlanChecks checks{loaded, options};
//     check_chain(checks);
//     report.findings = checks.findings.take(loaded.json);
#pragma once

#include "plan/findings.hpp"
#include "plan/loaded_plan.hpp"

#include <heng/plan/plan_check.hpp>

#include <set>
#include <string>
#include <string_view>

namespace heng::detail::plan {

/// The days that adjustments are held against, as dates; "" is none.
struct AdjustmentDays {
    std::string latest{};
    std::string outcome_known{};
};

struct PlanChecks {
    explicit PlanChecks(const LoadedPlan& from)
        : plan{from.plan},
          places{from.places},
          root{from.json.root()},
          findings{from.plan.language} {}

    const Plan& plan;
    const PlanPlaces& places;
    json::Json root;
    Findings findings;
    AdjustmentDays days{};
    std::vector<QuantifiedShare> quantified{};
    PlannedMoney money{};
    std::size_t comparisons = 0; ///< with names that might have been meant
};

using IdSet = std::set<std::string, std::less<>>;

/// `what` names nothing in the plan: says so, with the nearest id.
void unknown_reference(PlanChecks& checks, json::Json at, const text::Words& what,
                       std::string_view id, const IdSet& known);

// The checks, each of what its name says.

void check_chain(PlanChecks& checks);       // plan_chain.cpp: duties, tasks, projects
void check_money(PlanChecks& checks);       // plan_chain.cpp
void check_objectives(PlanChecks& checks);  // plan_objectives.cpp
void check_indicators(PlanChecks& checks);  // plan_indicators.cpp
void check_shares(PlanChecks& checks);      // plan_shares.cpp: announced and counted
void check_adjustments(PlanChecks& checks); // plan_adjustments.cpp

} // namespace heng::detail::plan
