// SPDX-License-Identifier: Apache-2.0
//
// Recomputes a published form (自评表), and finds what is wrong in it.
//
//     Result<AuditReport> report = audit(*builtin("project-2020"), text);
//     if (!report) std::cerr << report.error();              // it is no facts/1 document at all
//     std::cout << to_text(*report, "form.json");
//     // form.json:9:40: error: “预算执行率”印6分，是按取整后的60%计的，…
//     //     [score-from-rounded-rate, …]
//
// A form is a facts/1 document with its printed figures:
//
//     "published": {
//       "scores":   {"execution": "6", "targets#1": "15", "服务达标率": "20"},
//       "total":    "90",
//       "points":   {"execution": "20"},      // the form's own weights, default the rubric's
//       "rates":    {"execution": "60%"},     // printed rates
//       "full":     "100",                    // the full marks it prints, default the rubric's
//       "grade":    "优",
//       "reasons":  "…",                      // one paragraph of reasons for the whole form
//       "complete": true }                    // false: the form was cut
//
// An id is that of a branch, a leaf or a row (leaf#1, leaf#2 …), or its exact name; a target record
// may carry its score itself, as `published`. Everything printed is optional; any other key is a
// finding. Amounts in `data` that are marked as a whole and its parts ({"total", "parts"}, as for
// the sources of funds) are added up.
//
// The form is read as it stands: a text in the place of a number, a row that is missing or a zero
// denominator is a finding or is passed over, and the rest is audited. Without `complete` a form
// whose points are below its full marks is taken as cut if it prints no total, or one that exceeds
// the sum of its scores by no more than the missing points. The weights of a cut form are not
// judged, and its total only has to be possible. Rows of targets weigh their own points, whatever
// the rubric expects. Items that are scored unit by unit, and those above them, are not recomputed.
// A figure that could not be compared is a note, `not-checked`, and is counted.
//
// A printed score is wrong only if no exact value could print so: it is compared with the exact one
// rounded half-up to the places printed; a printed whole number counts as exact to the rubric's
// scale (6 is wrong for 5.9582, 13.3 is right for 13.3333).
//
// Sources: the rules are the rubric's; the kinds of defects are those met in 21 published forms
// that were recomputed. Scores come from the same engine as score().
#pragma once

#include <heng/document/call.hpp>
#include <heng/document/checked.hpp>
#include <heng/document/rubric_document.hpp>
#include <heng/finding.hpp>
#include <heng/limits.hpp>
#include <heng/result.hpp>
#include <heng/rubric/rubric.hpp>

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace heng {

/// The codes of audit's findings. Stable.
inline constexpr std::array<std::string_view, 27> audit_codes{
    "weights-not-100",           // the points of the form do not add up to its full marks
    "total-mismatch",            // the total is not the sum of the scores
    "score-mismatch",            // a score that does not follow from the facts by the rule
    "score-from-rounded-rate",   // a score that follows from the rate as rounded, not as it is
    "met-but-below-full",        // a target met and marked down; a warning if the form says why
    "missed-not-by-rule",        // a target missed, and not scored as the rule says
    "score-above-points",        // more than the points
    "actual-not-a-number",       // a text where a number belongs
    "actual-repeats-target",     // "≥266" as what was measured
    "zero-denominator",          // a rate that nothing can be divided by
    "breakdown-mismatch",        // a printed sum that is not the sum of its parts
    "below-full-without-reason", // below full by the rule, and no reason is given; a note where
                                 // no row of the form gives one
    "far-above-target",          // far above the target, full marks, and no reason is given
    "level-out-of-range",        // a score outside what its level allows
    "same-fact-two-standards",   // one fact that is full in one place and not in another
    "ratio-mismatch",            // a printed rate that does not follow from the facts
    "outside-effective",         // the rubric is not in force in the year of the facts
    "unusable-fact",             // a fact that can't be read, or that the rubric does not know
    "units-not-comparable",      // target and actual count different things: 场 and %
    "large-percent",             // a percentage of 200 % or more that has no sign: 60
    "printed-double",            // a number as binary floating point prints it
    "unknown-key",               // a key that nothing reads, with the one that was meant
    "grade-mismatch",            // a grade that is not that of the total
    "points-without-actual",     // points for a row that prints no actual value
    "printed-twice",             // a row that is listed twice, or two scores of one row
    "field-absent-in-filter",    // a note: records that lack what a filter asks were left out
    "not-checked",               // a note: a figure that nothing could be compared with, and why
};

/// The findings about a form, and its scores as they should be, as exact text.
struct AuditReport {
    std::vector<Finding> findings{}; ///< in the order of the document
    /// The recomputed total; empty if a fact that it needs is missing.
    std::optional<std::string> total{};
    /// The scores that could be recomputed, by id, in the rubric's order.
    std::vector<std::pair<std::string, std::string>> scores{};
    Checked checked{}; ///< counts the printed figures
    Language language = Language::zh;
    std::string title{}; ///< of a page: whose form it is, and of which year; else the rubric's
    std::string rubric_title{}; ///< by which it was recomputed

    /// Returns whether something was compared, and there are only notes.
    [[nodiscard]] bool is_clean() const;
};

/// Audits the facts/1 document `facts` under `rubric`. Error: it is no JSON or no facts/1 document,
/// or passes a limit (json.*, limit.*, facts.heng). Linear in the document, plus a few scorings of
/// every leaf with a printed score. Tells at most 500 findings about unreadable facts, and as many
/// about figures that do not follow.
[[nodiscard]] Result<AuditReport> audit(const RubricDocument& rubric, std::string_view facts,
                                        const Limits& limits = {}, const CallOptions& call = {});

/// Returns a line for each finding: `DOCUMENT:LINE:COLUMN: severity: message [code, at pointer]`.
/// The last line counts the compared figures, and names the others.
[[nodiscard]] std::string to_text(const AuditReport& report, std::string_view document);

/// Returns a whole HTML document, UTF-8, under the report's title: the findings as a table, with
/// their lines in the document.
[[nodiscard]] std::string to_html(const AuditReport& report, std::string_view document);

/// Returns {"findings":[{"code","severity","where","message","pointer","expected"?,"found"?,"line",
/// "column"}],
/// "recomputed":{"total","scores"},"checked":{"compared","wrong","not_compared","names"}},
/// indented, with a newline at the end; `total` is null if it could not be recomputed.
[[nodiscard]] std::string to_json(const AuditReport& report);

} // namespace heng
