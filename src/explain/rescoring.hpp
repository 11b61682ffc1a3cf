// SPDX-License-Identifier: Apache-2.0
//
// Scoring changed facts again: the whole sheet, or one item alone, through the same scoring.
//
//     Rescoring again{compiled, facts, most_work};
//     const Node node = again.node(sheet, item);
//     apply(lever, 1, facts, again.facts());
//     again.of(node)                         // what the item scores now; none: it can't be scored
#pragma once

#include "document/compiled_rubric.hpp"
#include "document/loaded_facts.hpp"

#include <heng/result.hpp>
#include <heng/score/sheet.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>

namespace heng::what_if {

/// What is scored again: a rubric, which has nothing but what the item's score depends on, and
/// where the item is in its sheet; none: the total.
struct Node {
    Rubric rubric;
    std::optional<std::size_t> position{};
};

struct Outcome {
    Points score;
    std::optional<Ratio> measure{}; ///< that the rule was applied to, where it is one number
};

class Rescoring {
  public:
    Rescoring(const document::CompiledRubric& rubric, const document::LoadedFacts& facts,
              std::size_t most_work)
        : rubric_(rubric), facts_(facts), most_work_(most_work) {}

    /// A leaf or row with the branches above it, which say whether it applies; a branch, or
    /// nothing for the total, with the whole rubric.
    [[nodiscard]] Node node(const ScoreSheet& sheet, std::optional<std::size_t> item) const;

    /// The facts that are scored, to be changed.
    [[nodiscard]] document::LoadedFacts& facts() { return facts_; }

    [[nodiscard]] std::optional<Outcome> of(const Node& node);
    [[nodiscard]] Result<ScoreSheet> whole() { return run(rubric_.rubric); }
    [[nodiscard]] Result<ScoreSheet> run(const Rubric& rubric);

    /// Counts work that was done beside scoring, such as copying so many records.
    void charge(std::size_t work) { work_ += work; }

    /// Whether a limit of one evaluation was passed in the last of().
    [[nodiscard]] bool passed_limit() const { return passed_limit_; }

    /// Whether all the work that was allowed has been done; then nothing can be scored any more.
    [[nodiscard]] bool exhausted() const { return work_ > most_work_; }

  private:
    const document::CompiledRubric& rubric_;
    document::LoadedFacts facts_;
    std::size_t most_work_;
    std::size_t work_ = 0;
    bool passed_limit_ = false;
};

} // namespace heng::what_if
