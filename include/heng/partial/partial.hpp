// SPDX-License-Identifier: Apache-2.0
//
// Missing is not zero: scoring facts of which some are unknown gives, for every indicator and the
// total, the least and the most that they can still become.
//
//     const auto sheet = heng::score_partial(rubric, text);
//     std::cout << heng::to_text(*sheet);        // 总分 [86.25, 94.25]
//
// These are unknown:
// - a required input that is absent, null or "?"; an optional one that is null or "?";
// - a field of a record that is null or "?";
// - the target, the actual value or the level of a target, or the rate of its level, if it is
//   absent (a level `met` without a rate is 100 %), null or "?";
// - the rows that a form which was cut short does not show: if an indicator alone reads a list by
//   the points of its rows, and they are fewer than its own, one row with the remaining points
//   stands for them, at the end of the list;
// - an assessment that is absent, null or "?", or whose score is null or "?".
//
// An optional input that is absent is known: the rubric says what it is worth then. A completion
// gives every unknown fact a value inside its declared domain: type, minimum, maximum. A list may
// have any records (targets whose own points, if they count, have no more decimals than rows are
// rounded to), a target any actual value, an assessment 0 to the points of its indicator.
//
// The interval contains the score of every completion that can be scored at all: the bounds of each
// expression over the domains are carried through rules, sums, rescaling, adjustments and rounding.
// Completions that the scoring itself scores are then tried for each end; if one reaches it, the
// end is `attained` and the completion its witness. Otherwise the end is only a bound: the true end
// may lie inside.
//
// `swing` ranks the unknown facts: the distance that the total moves while that fact alone goes
// over its domain and the other unknown facts stay as in the witness of the least or of the most
// total (the nearest found, if that end is not attained), whichever moves it further; measured on
// the completions that were tried.
#pragma once

#include <heng/document/call.hpp>
#include <heng/document/rubric_document.hpp>
#include <heng/facts/facts.hpp>
#include <heng/limits.hpp>
#include <heng/number/points.hpp>
#include <heng/result.hpp>
#include <heng/score/sheet.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace heng {

/// An unknown fact and the value that a completion gives it.
struct CompletedFact {
    std::string path;
    std::string value;
};

/// One end of an interval.
struct PartialEnd {
    Points score{};
    bool attained = false;
    /// The completion that reaches the end, if it is attained; for an item, the unknown facts that
    /// it can read. Decimals as text, money in the rubric's unit; lists as JSON.
    std::vector<CompletedFact> witness{};
};

/// An indicator, and the least and the most that it can still score.
struct PartialItem {
    std::string id;
    std::string name;
    std::optional<std::size_t> parent{}; ///< index of the item above; empty at the top
    int level = 1;
    ItemKind kind = ItemKind::leaf; ///< branch or leaf; rows are not listed
    Points points{};                ///< full marks
    PartialEnd least{};
    PartialEnd most{};
};

/// A fact that is not known, and its influence on the total.
struct UnknownFact {
    std::string where; ///< "budget.executed", "targets[3].actual", "assessed.asset.use"
    std::string label; ///< for people; may be empty
    Points swing{};
};

/// The intervals of all indicators and of the total, in points.
struct PartialSheet {
    std::string rubric_id;
    std::string rubric_title;
    Language language = Language::zh;
    std::string subject;
    Points points{};
    int scale = 2; ///< the least number of decimal places that a total is shown with
    PartialEnd least{};
    PartialEnd most{};
    /// Those that the total may still earn, in the rubric's order.
    std::vector<std::string> grades{};
    std::vector<PartialItem> items{};   ///< in the rubric's order, parents before children
    std::vector<UnknownFact> unknown{}; ///< the greatest swing first
    /// The error of some completion that was tried, if one can't be scored.
    std::optional<Error> not_scorable{};
};

/// Reads `facts`, facts/1 with unknown facts, and scores the known ones. Errors: those of
/// Facts::parse and of scoring; `limit.unknown` past 300 unknown facts that the rubric reads;
/// `partial.none` if no completion that was tried can be scored; `limit.exceeded` if not one could
/// be scored in time. Takes some thousand scorings, and tries no more completions past two or three
/// seconds, so that more ends are bounds only and swings cover fewer values.
[[nodiscard]] Result<PartialSheet> score_partial(const RubricDocument& rubric,
                                                 std::string_view facts, const Limits& limits = {},
                                                 UnreadFacts unread = UnreadFacts::list,
                                                 const CallOptions& call = {});

/// Returns a table for a terminal, in the rubric's language; an end that is only a bound is marked
/// ~.
[[nodiscard]] std::string to_text(const PartialSheet& sheet);
/// Returns partial/1, indented by two spaces, with a newline at the end.
[[nodiscard]] std::string to_json(const PartialSheet& sheet);
/// Returns the same table in Markdown.
[[nodiscard]] std::string to_markdown(const PartialSheet& sheet);
/// Returns the same as a whole HTML document, UTF-8.
[[nodiscard]] std::string to_html(const PartialSheet& sheet);

} // namespace heng
