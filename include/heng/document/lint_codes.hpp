// SPDX-License-Identifier: Apache-2.0
//
// The codes that lint can find, which a rubric names in "accept" to accept a finding.
#pragma once

#include <array>
#include <string_view>

namespace heng {

/// The codes of findings, except those of documents that can't be loaded. Stable.
inline constexpr auto lint_codes = std::to_array<std::string_view>({
    "accept-unused",          // an accepted finding does not occur
    "addition-cut",           // an addition to a base can pass the points, where it is cut
    "adjustment-always",      // its condition always holds
    "adjustment-idle",        // it changes no score
    "adjustment-never",       // its condition never holds
    "amount-no-points",       // an adjustment that comes to money or to a share
    "band-gap",               // a measure that no band covers
    "band-overlap",           // two bands that cover the same, neither all of the other
    "band-scores-overlap",    // a worse band in which a person can give more than in a better one
    "band-unreachable",       // no measure is left for it
    "basis-missing",          // the origin of the rules is not given
    "bound-idle",             // the most that an adjustment changes, which it never passes
    "category-gap",           // a text that has no category
    "category-open",          // the measure may be any text
    "category-unreachable",   // the measure is never this text
    "ceiling-rounded-past",   // a ceiling or a score that is set, which rounding passes
    "condition-always",       // a condition or item that always holds
    "condition-never",        // … never
    "deduction-idle",         // it takes nothing off
    "extra-cut",              // a bonus that a node above it always cuts
    "extra-unreachable",      // no score reaches the points and extra
    "far-above-edge",         // “far above” begins at the target itself, or out of reach
    "floor-always",           // nothing can be scored
    "floor-cut",              // a score below 0 that a node above it always cuts
    "floor-unreachable",      // deductions, or scores, that never come down to the floor
    "formula-above-points",   // a formula whose result is cut at the points, without a cap
    "formula-below-zero",     // … at 0, without a floor
    "full-score-unreachable", // the best score is below the points
    "grade-cap-idle",         // no total has a grade that it lowers
    "grade-gap",              // a total without a grade
    "grade-overlap",          // a total of two grades
    "grade-unreachable",      // a grade without a total
    "grades-open",            // too many grades to compare each with each
    "items-above-points",     // a checklist whose items are worth more than its points
    "knot-unreachable",       // no measure comes near it
    "negative-amount",        // an adjustment below 0
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
});

} // namespace heng
