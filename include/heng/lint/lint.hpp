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
#include <heng/document/lint_codes.hpp>
#include <heng/finding.hpp>
#include <heng/limits.hpp>
#include <heng/result.hpp>
#include <heng/rubric/rubric.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace heng {

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

/// Returns a line for each finding, one more for what of its witness matters, and a last line that
/// counts what was examined, what is wrong and what is unproved.
[[nodiscard]] std::string to_text(const LintReport& report, std::string_view document,
                                  bool all = false);

/// Returns
/// {"findings":[{"code","severity","message","pointer","line","column","witness"?,"example"?,
/// "accepted"?}],
/// "complete":…,"checked":{"compared","wrong","not_compared","names"}}, indented, with a newline at
/// the end; accepted findings only with `all`.
[[nodiscard]] std::string to_json(const LintReport& report, bool all = false);

} // namespace heng
