// SPDX-License-Identifier: Apache-2.0
//
// Recomputing the figures that a report prints from its other figures, and finding those that do
// not follow.
//
//     Result<Reconciliation> found = heng::reconcile(claims, facts);
//     if (!found) std::cerr << found.error();        // one of the two documents can't be used
//     std::cout << heng::to_text(*found, "claims.json", "facts.json");
//     // claims.json:5:16: error: progress: 印 99.81%，按 budget.executed / budget.annual 应为
//     //     99.09%；… budget.executed 须为 526468.36（印 522688.65） [ratio-mismatch, at …]
//
// claims/1: {"heng":"claims/1","language"?,"statement"?,"claims":[{"id","text","formula","printed",
// "kind"?,"source"?}]}. A formula is FEEL over the facts/1 document's `data`: names are its paths,
// numbers are exact, "99.09%" is 0.9909, money is in the document's unit. `printed` is the figure
// as it stands in the report: its value is rounded half-up to the places that `printed` shows, and
// compared. A formula with `=` is an identity: both sides must be equal, and where it has a
// `printed`, both must print so; only its `kind` must then be given: "identity".
//
// Checked without being asked, wherever the facts have the figures: the identities of the budget
// statement (heng/budget/statement.hpp), and every {"total": …, "parts": {…}} or {"total": …,
// "parts": [{"amount": …}, …]} in `data`. The statement is read at income.current, income.total,
// carry_over.opening, carry_over.closing, budget.basic, budget.project, budget.transfers,
// budget.annual, budget.executed, expenditure.current and expenditure.total; "statement" in the
// claims names other paths: {"opening": "balance.start"}. Parts hold where their sum, rounded
// half-up to the places that the total shows, is the total; a part that prints nothing ("—") is
// left out.
#pragma once

#include <heng/audit/finding.hpp>
#include <heng/document/checked.hpp>
#include <heng/document/limits.hpp>
#include <heng/result.hpp>
#include <heng/rubric/rubric.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace heng {

/// Which of the two documents a place is in.
enum class ReconciledDocument : std::uint8_t { claims, facts };

/// "claims" or "facts".
[[nodiscard]] std::string_view name(ReconciledDocument document);

/// One printed figure that, were it another, would make a claim or identity hold, all other
/// figures as they are.
struct Remedy {
    std::string figure;  ///< its path in `data`, such as "budget.executed"
    std::string where;   ///< JSON Pointer into the facts
    std::string printed; ///< as it stands there
    std::string needed;  ///< with as many places as it has there
    std::string lowest;  ///< any value from here …
    std::string highest; ///< … to here would do (the ends themselves may not)
    /// Whether every other identity that reads the figure would hold with it, too; of a claim: no
    /// identity reads the figure.
    bool agrees = true;
};

struct Mismatch {
    FormFinding finding; ///< `where` and `place` are in `document`
    ReconciledDocument document = ReconciledDocument::claims;
    std::string id; ///< of the claim, or such as "statement.total-income"
    std::vector<Remedy>
        remedies{}; ///< the likeliest first: those that agree, by how little changes
};

/// A claim, identity or sum that holds.
struct Confirmed {
    std::string id;
    std::string text; ///< the sentence of the report, or the identity's name
    std::string formula;
    std::string printed;
    std::string value; ///< exact: a decimal, or p/q where it does not end
};

struct Reconciliation {
    std::vector<Mismatch> findings{};   ///< claims in their order, then identities, then sums
    std::vector<Confirmed> confirmed{}; ///< in the same order
    std::vector<std::string> left{};    ///< sums that can't be compared: a part is no number
    Language language = Language::zh;   ///< of the sentences

    /// How many claims, identities and sums were compared, and which were not.
    [[nodiscard]] Checked checked() const;

    /// Whether something was compared, and nothing was found but notes.
    [[nodiscard]] bool is_clean() const;
};

/// The codes that reconcile gives; stable. `ratio-mismatch` is a quotient, rate or product,
/// `breakdown-mismatch` a sum or difference, `identity-mismatch` an equality, an identity of the
/// statement (a warning where it is no definition) or a figure printed twice; "kind" of a claim
/// decides otherwise. `zero-denominator` and `claim-not-computable` (a name that the facts have
/// not, a fact that is no number, no result, too much work) stand at the formula.
///
/// What the rounding of the other printed figures explains is a warning.
///
/// Error: one of the documents can't be used (json.*, limit.*, claims.*, facts.*); its `document`
/// is "claims" or "facts". Linear in the documents and, for each claim, in the figures it reads;
/// all formulas together take at most 20 million steps.
[[nodiscard]] Result<Reconciliation>
reconcile(std::string_view claims_json, std::string_view facts_json, const Limits& limits = {});

/// A finding a line, `DOCUMENT:LINE:COLUMN: severity: message [code, at pointer]`; with `all` also
/// what was confirmed. The last line counts what was compared, and names what was not.
[[nodiscard]] std::string to_text(const Reconciliation& found, std::string_view claims,
                                  std::string_view facts, bool all = false);

/// {"findings":[{"code","severity","where","message","expected"?,"found"?,"line","column",
/// "document","id","remedies":[{"figure","where","printed","needed","lowest","highest",
/// "agrees"}]}],"confirmed":[{"id","text","formula","printed","value"}],"checked":{"compared",
/// "wrong","not_compared","names"}}, indented, with a newline at the end.
[[nodiscard]] std::string to_json(const Reconciliation& found);

} // namespace heng
