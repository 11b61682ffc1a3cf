// SPDX-License-Identifier: Apache-2.0
//
// Checks a plan: finds gaps in its goals, and adjustments that came too late.
//
//     Result<PlanReport> report = check_plan(*plan, {.latest = "09-30"});
//     for (const Finding& finding : report->findings) {
//         std::cout << finding.code << '\n';              // indicator-twice, budget-mismatch, …
//     }
//     report->quantified[0].share;                            // 2/3, of 9 indicators
//
// Every duty has tasks, every task a project, every project an objective and at least one output
// and one benefit indicator (部门职责-工作任务-项目目标); the projects' money adds up to the
// budget. A finding is data, with a place and a sentence in the plan's language.
#pragma once

#include <heng/document/call.hpp>
#include <heng/lint/lint.hpp>
#include <heng/number/ratio.hpp>
#include <heng/plan/library.hpp>
#include <heng/plan/plan.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace heng {

/// Every code that a finding of check_plan can have; those of match_plan (library.hpp) join them if
/// a library is given.
inline constexpr std::array plan_codes{
    "adjusted-from-text",       // a target that was a text is a number now
    "adjusted-to-other-sign",   // from above 0 to below, or the reverse
    "adjusted-to-other-unit",   // a percentage or none now, or a power of ten from 1,000 on away
    "adjusted-to-text",         // a number was the target, and a text is
    "adjusted-to-zero",         // so that nothing has to be done for it
    "adjustment-after-outcome", // approved when the outcome was known
    "adjustment-idle",          // from and to are the same
    "adjustment-late",          // approved after the latest day
    "adjustment-not-approved",  // so that it is not in force
    "adjustment-not-in-force",  // `from` is not what was in force
    "adjustment-order",         // approved before it was asked for; listed before an earlier one
    "budget-mismatch",          // the projects' money is not the budget
    "declared-impossible",      // no whole number of indicators has the printed share
    "declared-mismatch",        // another number of different indicators than announced
    "declared-unlisted",        // fewer indicators than announced
    "duty-without-task",
    "indicator-money",         // the indicators' money is more than the project's
    "indicator-twice",         // named twice
    "money-missing",           // a project without money, where there is a budget
    "objective-idle",          // no indicator measures it
    "objective-is-duty",       // it restates a duty
    "project-without-benefit", // no indicator of 经济, 社会, 生态 or 可持续
    "project-without-objective",
    "project-without-output", // no indicator of 数量, 质量, 时效 or 成本
    "project-without-task",
    "quantified-contradiction", // it is said to be quantified and is not, or the reverse
    "quantified-mismatch",      // the printed share is not that of the listed indicators
    "target-missing",
    "target-not-a-number", // a text where a number is meant
    "target-without-direction",
    "target-without-unit",
    "task-without-duty",
    "task-without-project",
    "unknown-reference", // an id that names nothing in the plan
};

/// How many indicators of one group are measured by a number.
struct QuantifiedShare {
    std::string project{};      ///< its id; "" is the department itself
    std::string name{};         ///< the name of the project or the department
    std::optional<int> level{}; ///< 1 is 一级项目
    std::optional<IndicatorCategory> category{};
    std::int64_t indicators = 0;
    std::optional<std::int64_t> quantified{}; ///< empty if it is not known of each
    std::optional<Ratio> share{};             ///< quantified ÷ indicators
    bool declared = false;                    ///< announced in a declared count, not counted
};

/// The projects' money compared with the budget, in the plan's unit.
struct PlannedMoney {
    Ratio projects{}; ///< the sum over the projects with money
    std::optional<Ratio> budget{};
    std::optional<Ratio> difference{}; ///< budget − projects
    std::int64_t missing = 0;          ///< projects without money
};

/// The days that adjustments are judged by.
struct PlanCheckOptions {
    /// The last day for adjustments, as a date or, in the plan's year, as "MM-DD": "09-30" is the
    /// end of the third quarter. "" is none.
    std::string latest{};
    /// The first day on which the outcome was known, in the same forms; "" is the day after the
    /// plan's year, if it gives one.
    std::string outcome_known{};
};

/// The findings about a plan, and its shares and money.
struct PlanReport {
    std::vector<Finding> findings{}; ///< in the order of the document
    std::vector<QuantifiedShare> quantified{};
    PlannedMoney money{};
    bool clean = true; ///< there are only notes
};

/// Checks a plan, against a library if one is given. Error: an option is no day (plan.latest,
/// plan.outcome-known). O(plan × log), and at most 300,000 comparisons of an objective with a duty,
/// each by its first 300 characters.
[[nodiscard]] Result<PlanReport> check_plan(const PlanDocument& plan,
                                            const PlanCheckOptions& options = {},
                                            std::span<const LibraryDocument> libraries = {},
                                            const CallOptions& call = {});

/// Returns a line for each finding, as those of lint (lint.hpp), then a line for each share and for
/// the money.
[[nodiscard]] std::string to_text(const PlanReport& report, const PlanDocument& plan,
                                  std::string_view document);

/// Returns {"plan":{"id","title","unit"},"findings":[{"code","severity","message","pointer","line",
/// "column"}],"quantified":[{"project"?,"name","level"?,"category"?,"indicators","quantified"?,
/// "share"?,"exact"?,"declared"}],"money":{"projects","budget"?,"difference"?,"missing"},"clean"},
/// indented, with a newline at the end.
[[nodiscard]] std::string to_json(const PlanReport& report, const PlanDocument& plan);

} // namespace heng
