// SPDX-License-Identifier: Apache-2.0
//
// Proves a scoring standard sound before it is used, or refutes it with the smallest witness.
//
//     Result<LintReport> report = heng::lint(text);
//     if (!report) std::cerr << report.error();            // it is no rubric at all
//     std::cout << heng::to_text(*report, "rubric.json");
//     // rubric.json:12:33: error: no band covers (0.2..0.25): 0.21 scores nothing [band-gap, at …]
//
// Uses exact interval reasoning over every rule and its measure, on the domains that the inputs'
// types, minimums and maximums give. Defects that make a document unloadable are found too, under
// their own codes (rubric.points-sum, feel.unknown-name, …).
//
// A rubric may accept a finding, on itself or on an indicator, with its reason:
// "accept": [{"finding": "zero-denominator", "reason": "…"}]. Accepted findings do not count.
#pragma once

#include <heng/document/call.hpp>
#include <heng/document/checked.hpp>
#include <heng/document/limits.hpp>
#include <heng/finding.hpp>
#include <heng/result.hpp>
#include <heng/rubric/rubric.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace heng {

/// The codes of findings, except those of documents that can't be loaded. Stable.
inline constexpr std::array<std::string_view, 49> lint_codes{
    "accept-unused",          // an accepted finding does not occur
    "addition-cut",           // an addition to a base can pass the points, where it is cut
    "adjustment-always",      // its condition always holds
    "adjustment-idle",        // it changes no score
    "adjustment-never",       // its condition never holds
    "band-gap",               // a measure that no band covers
    "band-overlap",           // two bands that cover the same, neither all of the other
    "band-unreachable",       // no measure is left for it
    "basis-missing",          // the origin of the rules is not given
    "category-gap",           // a text that has no category
    "category-open",          // the measure may be any text
    "category-unreachable",   // the measure is never this text
    "ceiling-rounded-past",   // a ceiling or a score that is set, which rounding passes
    "condition-always",       // a condition or item that always holds
    "condition-never",        // … never
    "deduction-idle",         // it takes nothing off
    "floor-always",           // nothing can be scored
    "floor-unreachable",      // deductions that together never take all points
    "formula-above-points",   // a formula whose result is cut at the points, without a cap
    "formula-below-zero",     // … at 0, without a floor
    "full-score-unreachable", // the best score is below the points
    "grade-gap",              // a total without a grade
    "grade-overlap",          // a total of two grades
    "grade-unreachable",      // a grade without a total
    "grades-open",            // too many grades to compare each with each
    "items-above-points",     // a checklist whose items are worth more than its points
    "knot-unreachable",       // no measure comes near it
    "negative-count",         // a count below 0
    "no-value",               // an expression that has no value for some facts
    "none-from-idle",         // so many never occur, or take all points in any case
    "not-applicable-always",  // an indicator that never applies
    "not-applicable-never",   // an exception that never holds
    "not-monotone",           // the score goes up with the measure, and then down, or the reverse
    "nothing-in-play",        // no indicator applies
    "optional-null",          // an optional input without a default is needed for a score
    "pass-idle",              // no measure is outside of it
    "percent-as-whole",       // a share compared with, or bounded by, a number such as 90
    "percent-no-maximum",     // a percentage for which 60 instead of 60% is not refused
    "rounded-above-points",   // full marks that rounding would pass, and that keep their places
    "rounding-idle",          // a place to round that the rubric does not have
    "rounding-merges",        // two bands or knots that are worth the same once rounded
    "set-above-points",       // a score that is set, of which fewer points may be in play
    "share-as-percent",       // a measure × 100 compared with a number such as 0.9
    "side-idle",              // a side of a norm that changes nothing
    "targets-open",           // target records that may be refused when they are scored
    "total-not-rounded",      // a total that may have any number of places
    "unused-input",           // declared, and read by nothing
    "unused-value",           // named, and used by nothing
    "zero-denominator",       // a division by zero without a rule for it
};

struct LintReport {
    std::vector<Finding> findings{}; ///< in the order of the document
    /// Whether all facts inside the declared domains, with every required input and assessment
    /// present, can be scored; apart from limits (numbers of thousands of digits, very long lists).
    bool complete = false;
    std::size_t indicators = 0; ///< how many were examined
    Language language = Language::zh;

    /// Returns the number of indicators examined, of findings that count, and of places that were
    /// not proved: notes that scoring some facts may fail.
    [[nodiscard]] Checked checked() const;

    /// Returns whether there are only notes and accepted findings.
    [[nodiscard]] bool is_clean() const;
};

/// Proves or refutes the rubric/1 document `json`. Error: it is no JSON, or no rubric (json.*,
/// limit.*, rubric.heng). Linear in the text, with a bounded search for each witness and for all
/// together: past that bound a finding is a note that something is not proved.
[[nodiscard]] Result<LintReport> lint(std::string_view json, const Limits& limits = {},
                                      const CallOptions& call = {});

/// Returns a line for each finding, and a last line that counts what was examined, what is wrong and
/// what is unproved.
[[nodiscard]] std::string to_text(const LintReport& report, std::string_view document,
                                  bool all = false);

/// Returns
/// {"findings":[{"code","severity","message","pointer","line","column","witness"?,"accepted"?}],
/// "complete":…,"checked":{"compared","wrong","not_compared","names"}}, indented, with a newline at
/// the end; accepted findings only with `all`.
[[nodiscard]] std::string to_json(const LintReport& report, bool all = false);

} // namespace heng
