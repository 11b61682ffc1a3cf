// SPDX-License-Identifier: Apache-2.0
//
// Facts scored by the targets in force on a day: the targets of a plan, with its adjustments,
// replace those that the facts themselves give.
//
//     Result<FactsInForce> facts = facts_in_force(rubric, text, *plan, "2023-12-31");
//     Result<ScoreSheet> sheet = score(facts->facts);
//     add_history(*facts, *sheet);          // why each target is what it is, as diagnostics
//
// A target record of the facts is an indicator of the plan if it has its name, or is named by its
// id, or has its name except for spaces, punctuation and full-width forms; signs beside a digit or
// a letter are part of a name. Adjustments of money are not put in: facts give the budget that was
// executed.
#pragma once

#include <heng/document/rubric_document.hpp>
#include <heng/facts/facts.hpp>
#include <heng/limits.hpp>
#include <heng/plan/plan.hpp>
#include <heng/result.hpp>
#include <heng/score/sheet.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace heng {

/// Facts with the targets of a plan, ready to be scored.
struct FactsInForce {
    Facts facts;
    /// The facts/1 document with the targets in force, and the history as a note, "x-in-force".
    std::string text;
    /// A diagnostic for each record that the plan has a target for: target-in-force, with the
    /// adjustments behind it, and counted in the record's unit; or the reason why the target of the
    /// facts is kept: target-other-unit (units that can't be compared, or one is missing and the
    /// figures are a hundred times apart; if they are nearer, target-unit-unknown says that the
    /// plan's is taken), target-other-direction, target-kept (a percentage against a number, or no
    /// number), target-name-ambiguous (several records whose names differ in spaces and punctuation
    /// alone). Before them plan-of-another-year, if the plan's year is not that of the facts or of
    /// the day. Ends after 1,000 records or 4 MiB of text.
    std::vector<Diagnostic> history{};
};

/// Puts the targets in force at the end of the day `date` ("YYYY-MM-DD") into the facts/1 document
/// `json`, and reads it for `rubric`. The date "" is the last day of the plan's year, and after all
/// adjustments for a plan without a year. Errors: those of Facts::parse, with their places in
/// `json`; plan.at if `date` is no day; plan.ambiguous-name if two indicators of one name have
/// different targets and the facts mean one of them. Linear in the facts.
[[nodiscard]] Result<FactsInForce> facts_in_force(const RubricDocument& rubric,
                                                  std::string_view json, const PlanDocument& plan,
                                                  std::string_view date = {},
                                                  const Limits& limits = {},
                                                  UnreadFacts unread = UnreadFacts::list);

/// Adds the history to the diagnostics of `sheet`. Precondition: the sheet was scored from these
/// facts.
void add_history(const FactsInForce& facts, ScoreSheet& sheet);

} // namespace heng
