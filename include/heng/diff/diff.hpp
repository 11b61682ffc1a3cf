// SPDX-License-Identifier: Apache-2.0
//
// The reasons of a change of score: two sheets — 自评 against 复核, this year against last, one
// rubric against another — with every change attributed to a fact, an assessment, points or a rule.
//
//     const auto gap = heng::difference(*last_year, *this_year);
//     std::cout << heng::to_text(*gap);      // 预算资金支出率：budget.executed … −0.62
//
// The parts always sum to the change of the total, exactly. A sheet's total is the sum of these
// terms, as its scoring adds them up:
//
//     total = Σ what each leaf scores by its rule
//           + what adjustments changed + what rescaling changed
//           + what rounding changed, at each node where the rubric rounds
//           + what the bounds changed, where a sum passes the points and extra, or a floor
//
// and the change of each term is a part. The change of a leaf is split further, by scoring that
// leaf again with some of its changed facts as they were and some as they are (one and the same
// scoring; a list of records of the same length changes record by record):
// - up to 6 changes that the leaf reads: the mean over all orders in which they could have been
//   made (the Shapley value), so that no order is preferred; a change without influence gets 0;
// - more (or 2 and more, in facts of over 20,000 records), or if some mixture can't be scored: one
//   after the other in the order of the rubric's inputs, the assessment last, those that can't be
//   scored singly together as one part;
// - then, if the rubric changed too: `points` is the old rate of the leaf on the new points, less
//   the old score (all of the rest if its rule is unchanged), and `rule` is the rest. If the new
//   facts can't be scored by the old rule, points and rule come first and facts second; if neither
//   order can be scored, they are one part.
//
// A fact that several indicators read has a part for each. A part of an adjustment or of rescaling
// lists the facts that its condition depends on.
//
// Source: L. S. Shapley, A Value for n-Person Games, 1953.
#pragma once

#include <heng/document/call.hpp>
#include <heng/document/rubric_document.hpp>
#include <heng/facts/facts.hpp>
#include <heng/limits.hpp>
#include <heng/number/points.hpp>
#include <heng/result.hpp>
#include <heng/rubric/rubric.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace heng {

/// The cause of a part of the change.
enum class CauseKind : std::uint8_t {
    fact,
    assessment,
    points,      ///< the points of an indicator
    rule,        ///< its rule, its measure, or a value or input that these read
    status,      ///< whether it applies; only when two sheets alone are compared
    added,       ///< an indicator that only the second rubric has
    removed,     ///< one that only the first has
    several,     ///< several of these, which can't be separated
    unknown,     ///< two sheets alone do not show it
    adjustment,  ///< what an adjustment changed
    rescaling,   ///< the total scaled up for what does not apply
    rounding,    ///< what rounding changed at a node
    unexplained, ///< the numbers of a sheet do not add up, and rounding does not explain it
    bound,       ///< what a sum or an addition has above the points and extra, or below the floor
};

/// Returns the word of diff/1: "fact", "assessment" …
[[nodiscard]] std::string_view name(CauseKind kind);

/// One thing that differs.
struct Because {
    CauseKind kind = CauseKind::unknown;
    std::string where; ///< a path of the facts, "targets[3]", "rule.cap", or an item's id
    std::string label; ///< the same for people; may be empty
    std::string from;  ///< "" if there was nothing
    std::string to;

    friend bool operator==(const Because&, const Because&) = default;
};

/// A part of the change of the total.
struct ChangePart {
    CauseKind kind = CauseKind::unknown;
    std::string item; ///< the id of an indicator or row; "" is the total
    std::string name; ///< its name
    std::vector<Because> because{};
    Points change{};
};

/// An item of either sheet whose points or score changed.
struct ItemChange {
    std::string id;
    std::string name;
    int level = 1;
    std::optional<Points> points_from{}; ///< empty if the first sheet has no such item
    std::optional<Points> points_to{};   ///< empty if the second sheet has no such item
    Points score_from{};
    Points score_to{};

    [[nodiscard]] Points change() const { return score_to - score_from; }
};

/// An adjustment that lowered the grade of a sheet, and left its total.
struct GradeLimit {
    std::string reason; ///< the adjustment's, else its id
    std::string before;
    std::string after;

    friend bool operator==(const GradeLimit&, const GradeLimit&) = default;
};

/// One side of the comparison.
struct ComparedSheet {
    std::string subject; ///< "" if the facts name none
    std::string rubric_id;
    std::string rubric_title;
    std::string rubric_digest; ///< "" if a sheet has none
    std::string facts_digest;
    Points points{};
    Points total{};
    std::string grade; ///< "" if there is none
    std::vector<GradeLimit> lowered{};
};

/// The change from one sheet to another.
struct Difference {
    Language language = Language::zh;
    ComparedSheet from;
    ComparedSheet to;
    std::vector<ItemChange> items{}; ///< in the order of the first sheet, then new ones
    std::vector<ChangePart> parts{}; ///< none has change 0; their sum is change()
    /// Facts that differ and changed no score: neither alone in the old facts, nor when they alone
    /// are set back in the new.
    std::vector<Because> without_effect{};
    /// Facts that change a score alone, and none together with the others.
    std::vector<Because> offset{};
    std::vector<Because> untried{}; ///< facts whose effect could not be determined

    [[nodiscard]] Points change() const { return to.total - from.total; }
    /// Returns whether the two sides are the same in all that is told: items, parts, facts and
    /// grade.
    [[nodiscard]] bool empty() const {
        return items.empty() && parts.empty() && without_effect.empty() && offset.empty() &&
               untried.empty() && from.grade == to.grade && from.lowered == to.lowered;
    }
};

/// Compares two sheet/1 documents alone. Items are matched by id; the parts are leaves and rows,
/// and their causes are those that the sheets show: the inputs, status, rule kind, points and
/// assessment that differ. Errors: a sheet can't be read (json.*, limit.*, sheet.*), with
/// `document` "first" or "second". O(n log n) in the sheets.
[[nodiscard]] Result<Difference>
difference(std::string_view first_sheet, std::string_view second_sheet, const Limits& limits = {});

/// Compares facts with facts, each scored by the rubric that it carries. Errors: either side can't
/// be scored; `limit.exceeded` if it takes more than three or four seconds. Scores each leaf 2^n
/// times for n ≤ 6 changes that it reads, n times for more.
[[nodiscard]] Result<Difference> difference(const Facts& first, const Facts& second,
                                            const CallOptions& call = {});

/// Returns tables for a terminal, in the second rubric's language: the items, then the causes.
[[nodiscard]] std::string to_text(const Difference& difference);
/// Returns diff/1, indented by two spaces, with a newline at the end.
[[nodiscard]] std::string to_json(const Difference& difference);
/// Returns the same tables in Markdown.
[[nodiscard]] std::string to_markdown(const Difference& difference);
/// Returns the same as a whole HTML document, UTF-8.
[[nodiscard]] std::string to_html(const Difference& difference);

} // namespace heng
