// SPDX-License-Identifier: Apache-2.0
//
// Scoring changed facts again: the whole sheet, or one item alone, through the same scoring.
//
//     Rescoring again{compiled, facts, budget};
//     const Node node = again.node(sheet, item);
//     apply(lever, 1, facts, again.facts());
//     again.of(node)                         // what the item scores now; none: it can't be scored
#pragma once

#include "document/compiled_rubric.hpp"
#include "facts/loaded_facts.hpp"
#include "feel/call_budget.hpp"

#include <heng/result.hpp>
#include <heng/score/sheet.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace heng::detail::whatif {

/// A row whose score its own numbers alone decide: its leaf takes the list as it is, and no
/// condition above reads it.
struct RowAlone {
    const Targets* rule = nullptr;
    Points points{};
    std::optional<int> scale{}; ///< where rows are rounded
    std::size_t row = 0;        ///< in LoadedFacts::rows
};

/// What is scored again: a rubric, which has nothing but what the item's score depends on, and
/// where the item is in its sheet; none: the total.
struct Node {
    Rubric rubric;
    std::optional<std::size_t> position{};
    std::optional<RowAlone> row{};
};

struct Outcome {
    Points score;
    std::optional<Ratio> measure{}; ///< that the rule was applied to, where it is one number
};

class Rescoring {
  public:
    Rescoring(const document::CompiledRubric& rubric, const facts::LoadedFacts& facts,
              feel::CallBudget& budget)
        : rubric_(rubric), facts_(facts), budget_(budget) {}

    /// A leaf or row with the branches above it, which say whether it applies; a branch, or
    /// nothing for the total, with the whole rubric. `row`: of a row, in LoadedFacts::rows.
    [[nodiscard]] Node node(const ScoreSheet& sheet, std::optional<std::size_t> item,
                            std::optional<std::size_t> row) const;

    /// The facts that are scored, to be changed.
    [[nodiscard]] facts::LoadedFacts& facts() { return facts_; }

    [[nodiscard]] std::optional<Outcome> of(const Node& node);
    [[nodiscard]] Result<ScoreSheet> whole() { return run(rubric_.rubric); }
    [[nodiscard]] Result<ScoreSheet> run(const Rubric& rubric);

    /// Counts work that was done beside scoring, such as copying so many records.
    void charge(std::size_t steps) { budget_.spend(static_cast<std::int64_t>(steps)); }

    /// Whether a limit of one evaluation was passed in the last of().
    [[nodiscard]] bool passed_limit() const { return passed_limit_; }

    /// Whether all the work that was allowed has been done; then nothing can be scored any more.
    [[nodiscard]] bool exhausted() const { return budget_.is_spent(); }
    [[nodiscard]] feel::CallBudget& budget() { return budget_; }

  private:
    [[nodiscard]] std::optional<RowAlone> alone(const std::vector<const Indicator*>& path,
                                                const Item& item, std::size_t row) const;
    [[nodiscard]] std::optional<Outcome> of_row(const RowAlone& row);

    const document::CompiledRubric& rubric_;
    facts::LoadedFacts facts_;
    feel::CallBudget& budget_;
    bool passed_limit_ = false;
};

} // namespace heng::detail::whatif
