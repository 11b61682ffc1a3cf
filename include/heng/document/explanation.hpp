// SPDX-License-Identifier: Apache-2.0
//
// Why a total is what it is: each lost point, what it is due to, and the least change of a single
// fact that wins it back.
//
//     const auto explanation = heng::explain(rubric, facts);
//     std::cout << heng::to_text(*explanation);
//     //   采购政策效能 0.7966 / 1，失 0.2034 分
//     //     计算：1 分 × 0.7966 = 0.7966 分
//     //     得回：面向中小企业实际采购支出÷预留预算 79.66% → 100.00%（+20.34%），得回 0.2034 分 …
//
// Everything is exact. A change is found by scoring the changed facts again with the same scoring,
// never by a second reading of a rule, and counted in steps of the fact's own last printed place:
// so many steps do it, and one step fewer does not.
#pragma once

#include <heng/document/facts.hpp>
#include <heng/document/rubric_document.hpp>
#include <heng/result.hpp>
#include <heng/score/sheet.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace heng {

struct ExplainOptions {
    std::string indicator{}; ///< what is shown: this item and those below it; "" is all
    /// Bounds the search: nodes of expressions evaluated, where an item that is scored counts as 8
    /// and a row of targets as 32. By default a few seconds.
    std::size_t most_work = 20'000'000;
};

/// A fact that an indicator read, for people.
struct ExplainedInput {
    std::string path;  ///< such as "budget.annual"
    std::string label; ///< the rubric's words for it, or the path
    std::string value; ///< with its unit
};

/// A second entry that goes with a change, since the document would be refused with it as it was.
struct GoesWith {
    std::string path; ///< such as "targets.department[6].rate"
    std::string from; ///< as the document writes it
    std::string to{}; ///< "": it is left out
};

/// One fact changed, all others as they are: the document with the change made, read and scored
/// again.
struct WhatIf {
    enum class Goal : std::uint8_t {
        all,  ///< wins back all that this fact can win back
        next, ///< the first points: the next band, the next step, one occurrence fewer
    };

    Goal goal = Goal::all;
    std::string path;       ///< such as "budget.executed", "targets.department[6].actual",
                            ///< "contracts[3].days" and, of the second unit of a department,
                            ///< "units[2].budget.executed"; "contracts[late = true].late" for the
                            ///< first so many of those records with it changed, without ".late",
                            ///< and "contracts[days > 30]", for those left out
    std::string label;      ///< for people
    std::string from;       ///< as the document writes it
    std::string to;         ///< as a document would write it
    std::string change;     ///< "+20.34%", "−2"; "" where it is no number
    std::int64_t steps = 0; ///< of the last printed place; records, days, or 1
    Points score{};         ///< of the indicator then
    Points gained{};        ///< by the indicator
    Points total{};         ///< of the whole sheet then
    Points total_change{};  ///< may be below 0: other indicators read facts too
    std::string grade{};    ///< then
    std::vector<GoesWith> goes_with{}; ///< what is changed with it
    bool proven = true; ///< no value of this fact wins more, and no smaller change as much; false
                        ///< where that could not be shown, and a better value may exist
};

/// How the score of one item of the sheet came about.
struct ItemExplanation {
    std::size_t item = 0;                  ///< index into the sheet's items
    std::string rule{};                    ///< the rule in words, with its parameters
    std::string measure{};                 ///< the expression, "" where the rule has none
    std::vector<ExplainedInput> inputs{};  ///< what was read
    std::vector<std::string> arithmetic{}; ///< the steps, a line each; see render.hpp for numbers
    std::vector<std::string> adjustments{};
    std::string rounding{};        ///< "" where nothing is rounded
    std::vector<WhatIf> recover{}; ///< by fact, the most points first
    bool searched_all = true;      ///< see Explanation::searched_all
    std::string advice{};          ///< one sentence: what wins the lost points back, or why none
};

/// A part of what the total lacks.
struct LostPart {
    enum class Kind : std::uint8_t {
        rule,       ///< an indicator's or target row's own rule
        adjustment, ///< a ceiling, a veto or a deduction
        rounding,   ///< where the rubric rounds; below 0 where rounding gave points
        rescaling,  ///< the rest is scaled to the full points
    };

    Kind kind = Kind::rule;
    std::optional<std::size_t> item{}; ///< none: the total
    Points lost{};
    std::string reason{}; ///< of an adjustment
};

/// The way to another grade.
struct GradeDistance {
    std::string grade;
    Points edge{};                       ///< the total where it begins
    bool inclusive = true;               ///< whether the edge belongs to it
    Points distance{};                   ///< |edge − total|
    std::vector<std::size_t> carriers{}; ///< items that, with full marks, would reach it alone
};

/// A fact that was printed with so few places that what it stands for may score otherwise.
struct NearEdge {
    std::string path;
    std::string label;
    std::string value;                 ///< as printed
    std::string other;                 ///< a value that is printed the same
    std::optional<std::size_t> item{}; ///< what would change; none: the grade
    Points score{};                    ///< of the item, or the total, then
    std::string grade{};               ///< then
};

struct Explanation {
    ScoreSheet sheet;
    std::string subject{};
    std::vector<ItemExplanation> items; ///< as many as the sheet's, in their order
    std::vector<bool> shown;            ///< which of them were asked for
    std::vector<LostPart> lost;         ///< their sum is points − total, exactly
    std::vector<std::string> total;     ///< the arithmetic of the total
    std::vector<WhatIf> recover{};      ///< what undoes the adjustments of the total
    std::optional<GradeDistance> up{};
    std::optional<GradeDistance> down{};
    std::vector<NearEdge> near_edges{};
    /// Whether no single fact wins back more of any item than is said: every value of each was
    /// tried, or shown not to be better. False where a measure could not be taken apart, where a
    /// list has too many records, and where the search ended at ExplainOptions::most_work.
    bool searched_all = true;
};

/// Scores `facts`, which were read for this same `rubric`, and explains every point. Errors: those
/// of score(); `explain.indicator` where the sheet has no such item. The cost is that of scoring
/// the indicator some hundred times for each fact that it lost points by, within most_work.
[[nodiscard]] Result<Explanation> explain(const RubricDocument& rubric, const Facts& facts,
                                          const ExplainOptions& options = {});

/// For a terminal: the items that lost points or were not scored by their rule; of what was asked
/// for by its id, all items.
[[nodiscard]] std::string to_text(const Explanation& explanation);

/// The same in Markdown.
[[nodiscard]] std::string to_markdown(const Explanation& explanation);

/// The same as a whole HTML document, UTF-8.
[[nodiscard]] std::string to_html(const Explanation& explanation);

/// explanation/1: every item, numbers as exact text. Indented by two spaces.
[[nodiscard]] std::string to_json(const Explanation& explanation);

} // namespace heng
