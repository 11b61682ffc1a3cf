// SPDX-License-Identifier: Apache-2.0
//
// Recomputes the figures that a report prints from its other figures, and finds those that do not
// follow.
//
//     Result<Reconciliation> found = heng::reconcile(claims, facts);
//     if (!found) std::cerr << found.error();        // one of the two documents can't be used
//     std::cout << heng::to_text(*found, "claims.json", "facts.json");
//     // claims.json:5:16: error: progress: 印 99.81%，按 budget.executed / budget.annual 应为
//     //     99.09%；… budget.executed 须为 526468.36（印 522688.65） [ratio-mismatch, at …]
//
// claims/1: {"heng":"claims/1","language"?,"statement"?,"labels"?,"claims":[{"id","text",
// "formula","printed","kind"?,"source"?}]}. A formula is FEEL over the facts/1 document's `data`:
// names are its paths, numbers are exact, "99.09%" is 0.9909, money is in the document's unit.
// `printed` is the figure as it stands in the report: the formula's value is rounded half-up to the
// places that `printed` shows, and compared. A formula with `=` is an identity: both sides must be
// equal, and both must print as its `printed`, if it has one; only then its `kind` must be given:
// "identity".
//
// Two things are always checked, wherever the facts have the figures: the identities of the budget
// statement (heng/budget/statement.hpp), and every {"total": …, "parts": {…}} or {"total": …,
// "parts": [{"amount": …}, …]} in `data`. The statement is read at income.current, income.total,
// carry_over.opening, carry_over.closing, budget.basic, budget.project, budget.transfers,
// budget.annual, budget.executed, expenditure.current and expenditure.total; "statement" in the
// claims names other paths: {"opening": "balance.start"}. Sentences have names for these figures;
// "labels" in the claims names others: {"report.points": "自评分值"}. Parts hold if their sum, rounded
// half-up to the places that the total shows, is the total; a part that prints nothing ("—") is
// left out.
#pragma once

#include <heng/document/call.hpp>
#include <heng/document/checked.hpp>
#include <heng/facts/facts.hpp>
#include <heng/finding.hpp>
#include <heng/limits.hpp>
#include <heng/result.hpp>
#include <heng/rubric/rubric.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace heng {

/// The document that a place is in.
enum class ReconciledDocument : std::uint8_t { claims, facts };

/// Returns "claims" or "facts".
[[nodiscard]] std::string_view name(ReconciledDocument document);

/// A printed figure that, with another value, would make a claim or identity hold, all other
/// figures unchanged.
struct Remedy {
    std::string figure;  ///< its path in `data`, such as "budget.executed"
    std::string where;   ///< JSON Pointer into the facts
    std::string printed; ///< as it stands in the facts
    std::string needed;  ///< with as many places as it has in the facts
    std::string lowest;  ///< any value from here …
    std::string highest; ///< … to here would do (the ends themselves may not)
    /// Whether every other identity that reads the figure would hold with it, too; for a claim:
    /// whether no identity reads the figure.
    bool agrees = true;
};

/// A claim, identity or sum that does not hold.
struct Mismatch {
    Finding finding; ///< `pointer` and `place` are in `document`
    ReconciledDocument document = ReconciledDocument::claims;
    std::string id; ///< the claim's, or such as "statement.total-income"
    std::vector<Remedy>
        remedies{}; ///< the likeliest first: those that agree, by how little changes
};

/// A claim, identity or sum that holds.
struct Confirmed {
    std::string id;
    std::string text; ///< the sentence of the report, or the identity's name
    std::string formula;
    std::string printed;
    std::string value; ///< exact: a decimal, or p/q if it does not end
    std::string by{}; ///< `formula` with the names of its figures, in the language of the sentences
};

/// The findings about a report's figures.
struct Reconciliation {
    std::vector<Mismatch> findings{};   ///< claims in their order, then identities, then sums
    std::vector<Confirmed> confirmed{}; ///< in the same order
    std::vector<std::string> left{};    ///< sums, by name, that can't be compared
    Language language = Language::zh;   ///< the language of the sentences

    /// Returns how many claims, identities and sums were compared, and which were not. O(findings).
    [[nodiscard]] Checked checked() const;

    /// Returns whether something was compared, and there are only notes.
    [[nodiscard]] bool is_clean() const;
};

/// Compares the claims with the facts. Its codes are stable: `ratio-mismatch` is a quotient, rate
/// or product, `breakdown-mismatch` a sum or difference, `identity-mismatch` an equality, an
/// identity of the statement (a warning if it is no definition) or a figure printed twice; "kind"
/// of a claim overrides this. `zero-denominator` and `claim-not-computable` (a name that the facts
/// do not have, a fact that is no number, no result, too much work) stand at the formula. A
/// difference that the rounding of the other printed figures explains is a warning.
///
/// Error: one of the documents can't be used (json.*, limit.*, claims.*, facts.*); its `document`
/// is "claims" or "facts". Linear in the documents and, for each claim, in the figures it reads;
/// all formulas together take at most 20 million steps.
[[nodiscard]] Result<Reconciliation> reconcile(std::string_view claims_json,
                                               std::string_view facts_json,
                                               const Limits& limits = {},
                                               const CallOptions& call = {});

/// The same for facts that were read: their document is not read again, and sentences call figures
/// as the inputs of their rubric are labelled.
[[nodiscard]] Result<Reconciliation> reconcile(std::string_view claims_json, const Facts& facts,
                                               const Limits& limits = {},
                                               const CallOptions& call = {});

/// Returns a line for each finding, `DOCUMENT:LINE:COLUMN: severity: message [code, at pointer]`;
/// with `all` also the confirmed claims. The last line counts the compared figures, and names the
/// others.
[[nodiscard]] std::string to_text(const Reconciliation& found, std::string_view claims,
                                  std::string_view facts, bool all = false);

/// Returns {"findings":[{"code","severity","where","message","pointer","expected"?,"found"?,"line",
/// "column","document","id","remedies":[{"figure","where","printed","needed","lowest","highest",
/// "agrees"}]}],"confirmed":[{"id","text","formula","printed","value"}],"checked":{"compared",
/// "wrong","not_compared","names"}}, indented, with a newline at the end.
[[nodiscard]] std::string to_json(const Reconciliation& found);

} // namespace heng
