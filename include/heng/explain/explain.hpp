// SPDX-License-Identifier: Apache-2.0
//
// Explains a total: each lost point, its cause, and the least change of a single fact that wins it
// back.
//
//     const auto explanation = heng::explain(facts);
//     std::cout << heng::to_text(*explanation);
//     //   采购政策效能　0.7966 / 1，失0.2034分
//     //     计算  1分 × 79.66% = 0.7966分
//     //     得回  面向中小企业实际采购支出÷预留预算 79.66% → 100.00%（+20.34个百分点）：得回0.2034分 …
//
// Everything is exact. A change is found by scoring the changed facts again with the same scoring,
// never by a second reading of a rule, and counted in steps of the fact's own last printed place:
// so many steps do it, and one step fewer does not.
#pragma once

#include <heng/document/call.hpp>
#include <heng/facts/facts.hpp>
#include <heng/result.hpp>
#include <heng/score/sheet.hpp>
#include <heng/whatif/what_if.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace heng {

/// The items that are explained, and the bound of the search for changes.
struct ExplainOptions {
    std::string indicator{}; ///< the id of the item that is shown, with those below it; "" is all
    /// Bounds the search: the nodes of expressions that are evaluated, where a scored item counts
    /// as 8 and a row of targets as 32. The default is a few seconds.
    std::size_t most_work = 20'000'000;
};

/// A fact that an indicator read, for people.
struct ExplainedInput {
    std::string path;  ///< such as "budget.annual"
    std::string label; ///< the rubric's words for it, or the path
    std::string value; ///< with its unit
};

/// The way to the score of one item of the sheet.
struct ItemExplanation {
    std::size_t item = 0;                  ///< index into the sheet's items
    std::string rule{};                    ///< the rule in words, with its parameters
    std::string measure{};                 ///< the expression, "" if the rule has none
    std::vector<ExplainedInput> inputs{};  ///< the facts that were read
    std::vector<std::string> arithmetic{}; ///< the steps, a line each; see render.hpp for numbers
    std::vector<std::string> adjustments{};
    std::string rounding{}; ///< "" if nothing is rounded
    /// By fact that can be changed: what is done comes before what it is divided by and before
    /// records that are left out, and what lowers the total comes last; then the most points first.
    std::vector<WhatIf> recover{};
    Points open_bonus{}; ///< that can still be scored above the points
    /// By fact that wins some of it: the score that each makes is above the points.
    std::vector<WhatIf> bonus{};
    bool searched_all = true; ///< see Explanation::searched_all
    /// One sentence: how to win the lost points back, or why nothing does.
    std::string advice{};
};

/// A part of the difference between points and total.
struct LostPart {
    enum class Kind : std::uint8_t {
        rule,       ///< an indicator's or target row's own rule
        adjustment, ///< a ceiling, a veto or a deduction
        rounding,   ///< where the rubric rounds; below 0 where rounding gave points
        rescaling,  ///< the rest is scaled to the full points
        bound,      ///< above the points and extra; below 0 where a floor gave points
    };

    Kind kind = Kind::rule;
    std::optional<std::size_t> item{}; ///< index of the item; empty for the total
    Points lost{};                     ///< below 0 where a bonus, or an addition, gave points
    std::string reason{};              ///< the adjustment's reason
};

/// An adjustment that lowered the grade and left the total.
struct LoweredGrade {
    std::string reason; ///< the adjustment's, else its id
    std::string before; ///< the grade of the total, as far as others did not lower it
    std::string after;
    /// By fact: the least change with which the adjustment is no longer in force.
    std::vector<WhatIf> recover{};
    bool searched_all = true; ///< see Explanation::searched_all
};

/// The distance to another grade.
struct GradeDistance {
    std::string grade;
    Points edge{};                       ///< the total at which it begins
    bool inclusive = true;               ///< whether the edge belongs to it
    Points distance{};                   ///< |edge − total|
    std::vector<std::size_t> carriers{}; ///< items that, with full marks, would reach it alone
};

/// A fact printed with so few places that the figure behind it may score differently.
struct NearEdge {
    std::string path;
    std::string label;
    std::string value;                 ///< as printed
    std::string other;                 ///< another value that is printed the same
    std::optional<std::size_t> item{}; ///< index of the item that would change; empty for the grade
    Points score{};                    ///< the score of the item, or the total, with that value
    std::string grade{};               ///< with that value
};

/// The sheet, and the explanation of every item.
struct Explanation {
    ScoreSheet sheet;
    std::string subject{};
    std::vector<ItemExplanation> items; ///< one for each item of the sheet, in its order
    std::vector<bool> shown;            ///< whether each item was asked for
    std::vector<LostPart> lost;         ///< their sum is points − total, exactly
    std::vector<std::string> total;     ///< the arithmetic of the total
    std::vector<WhatIf> recover{};      ///< changes that undo the adjustments of the total
    Points open_bonus{};                ///< that the total can still have above the points
    std::vector<LoweredGrade> lowered{};
    std::optional<GradeDistance> up{};
    std::optional<GradeDistance> down{};
    std::vector<NearEdge> near_edges{};
    /// Whether no single fact wins back more of any item than is said: every value of each was
    /// tried, or shown not to be better. False if a measure could not be taken apart, if a list has
    /// too many records, or if the search ended at ExplainOptions::most_work.
    bool searched_all = true;
};

/// Scores `facts` by the rubric that they carry, and explains every point. Errors: those of
/// score(); `explain.indicator` if the sheet has no such item. Scores an indicator some hundred
/// times for each fact that it lost points by, within most_work (or CallOptions::most_steps, if
/// that is given).
[[nodiscard]] Result<Explanation> explain(const Facts& facts, const ExplainOptions& options = {},
                                          const CallOptions& call = {});

/// Returns text for a terminal: the items that lost points or were not scored by their rule; all
/// items, if an id was asked for.
[[nodiscard]] std::string to_text(const Explanation& explanation);

/// Returns the same in Markdown.
[[nodiscard]] std::string to_markdown(const Explanation& explanation);

/// Returns the same as a whole HTML document, UTF-8.
[[nodiscard]] std::string to_html(const Explanation& explanation);

/// Returns explanation/1: every item, numbers as exact text. Indented by two spaces.
[[nodiscard]] std::string to_json(const Explanation& explanation);

} // namespace heng
