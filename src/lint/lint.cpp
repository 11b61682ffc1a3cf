// SPDX-License-Identifier: Apache-2.0
#include "document/within_limits.hpp"
#include "lint/lints.hpp"
#include "lint/messages.hpp"

#include <heng/lint/lint.hpp>

#include <algorithm>
#include <utility>

namespace heng {
namespace {

using detail::json::JsonDocument;

/// A document that is no rubric at all, as against one with mistakes in it.
bool is_no_rubric(const Error& error) {
    return error.code == "rubric.heng" || (error.code == "rubric.type" && error.pointer == "");
}

void add_errors(const Error& error, std::vector<Finding>& findings) {
    Finding finding;
    finding.code = error.code;
    finding.severity = Severity::error;
    finding.message = error.message + (error.hint.empty() ? "" : " (" + error.hint + ')');
    finding.pointer = error.pointer.value_or("");
    finding.place = error.place;
    finding.may_fail = true;
    findings.push_back(std::move(finding));
    for (const Error& other : error.others) {
        add_errors(other, findings);
    }
}

bool covers(const detail::document::AcceptedFinding& accepted, const Finding& finding) {
    const std::string& at = accepted.at;
    return accepted.code == finding.code && finding.pointer.starts_with(at) &&
           (finding.pointer.size() == at.size() || finding.pointer[at.size()] == '/');
}

/// Marks what the rubric accepts. The innermost acceptance is the reason.
void accept(detail::lint::Lints& lints, std::vector<Finding>& findings) {
    for (const detail::document::AcceptedFinding& accepted : lints.compiled().accepted) {
        bool used = false;
        for (Finding& finding : findings) {
            if (covers(accepted, finding)) {
                used = true;
                finding.accepted = finding.accepted.value_or(accepted.reason);
            }
        }
        if (!used) {
            lints.add({"accept-unused"}, accepted.entry,
                      detail::lint::say::accept_unused(accepted.code));
        }
    }
}

Result<LintReport> lint_unguarded(std::string_view json, const Limits& limits,
                                  const CallOptions& call) {
    const auto parsed = JsonDocument::parse(json, limits);
    if (!parsed) {
        return Failure{parsed.error()};
    }
    LintReport report;
    Result<RubricDocument> rubric = RubricDocument::of(*parsed, limits);
    if (!rubric) {
        if (is_no_rubric(rubric.error())) {
            return Failure{rubric.error()};
        }
        add_errors(rubric.error(), report.findings);
        report.language = rubric.error().language;
        return report;
    }
    if (call.language) {
        rubric = rubric->spoken_in(*call.language);
    }
    report.indicators = count_of(rubric->compiled().rubric.indicators);
    report.language = rubric->compiled().rubric.language;
    detail::lint::Lints lints{*rubric, *parsed, detail::document::budget_of(call)};
    detail::lint::check_basis(lints);
    detail::lint::check_rounding(lints);
    detail::lint::check_inputs(lints);
    detail::lint::check_scales(lints);
    const detail::lint::ScoreRange total = detail::lint::check_indicators(lints);
    detail::lint::check_nothing_in_play(lints);
    detail::lint::check_grades(lints, total);
    report.findings = lints.take();
    accept(lints, report.findings);
    for (Finding& late : lints.take()) {
        report.findings.push_back(std::move(late));
    }
    report.complete = !lints.may_fail();
    return report;
}

} // namespace

Result<LintReport> lint(std::string_view json, const Limits& limits, const CallOptions& call) {
    return detail::document::as_call(call, [&] { return lint_unguarded(json, limits, call); });
}

bool LintReport::is_clean() const {
    return std::all_of(findings.begin(), findings.end(), [](const Finding& each) {
        return each.accepted || each.severity == Severity::note;
    });
}

} // namespace heng
