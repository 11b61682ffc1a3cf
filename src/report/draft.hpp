// SPDX-License-Identifier: Apache-2.0
//
// What a draft says, as a tree that a template is filled from (see heng/report/report.hpp for the
// names).
//
//     const Object draft = draft_of({facts, sheet, plan, reconciliation});
#pragma once

#include "report/tree.hpp"

#include <heng/facts/facts.hpp>
#include <heng/monitor/decision.hpp>
#include <heng/plan/plan.hpp>
#include <heng/reconcile/reconcile.hpp>
#include <heng/score/answers.hpp>
#include <heng/score/sheet.hpp>

#include <string>
#include <vector>

namespace heng::detail::report {

struct Sources {
    const Facts& facts;
    const ScoreSheet& sheet;
    const Plan* plan;                     ///< or null
    const Reconciliation* reconciliation; ///< or null
    const DecisionReport* decisions;      ///< or null
};

[[nodiscard]] Object draft_of(const Sources& sources);

/// The parts of a draft, each in its own file.
void add_basics(const Sources& sources, Object& draft);
void add_scores(const Sources& sources, Object& draft);
void add_indicators(const Sources& sources, Object& draft);
void add_monitoring(const Sources& sources, Object& draft);

/// Whether the rubric is one of projects: no branches, and targets that have their own points. The
/// report is then the national form of a project, 项目支出绩效自评表.
[[nodiscard]] bool is_of_project(const ScoreSheet& sheet);

/// The value reached: the number as written, or the level in words.
[[nodiscard]] std::string actual_text(const TargetRow& row, Language language);
/// The target of a row with its unit.
[[nodiscard]] std::string target_text(const TargetRow& row);

/// Where the sheet lost points by a rule: leaves without rows, and rows, those that lost the most
/// first, else in the sheet's order.
[[nodiscard]] std::vector<const Item*> lost_items(const ScoreSheet& sheet);

/// The leaves that scored more than their points, in the sheet's order.
[[nodiscard]] std::vector<const Item*> bonus_items(const ScoreSheet& sheet);

} // namespace heng::detail::report
