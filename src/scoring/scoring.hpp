// SPDX-License-Identifier: Apache-2.0
//
// Scoring loaded facts as often as needed: for what-if questions, which change a slot and score
// again.
//
//     LoadedFacts changed = facts.loaded();
//     changed.slots[slot] = feel::Value::number(…);
//     const auto sheet = score_unexplained(rubric.compiled(), changed, budget);
#pragma once

#include "base/say.hpp"
#include "base/words.hpp"
#include "document/compiled_rubric.hpp"
#include "facts/loaded_facts.hpp"
#include "feel/call_budget.hpp"
#include "scoring/fact_answers.hpp"

#include <heng/facts/facts.hpp>
#include <heng/result.hpp>
#include <heng/score/sheet.hpp>

#include <cstdint>

namespace heng::detail::rule {
class Wording;
}

namespace heng::detail::scoring {

/// As many steps of FEEL take as long as scoring an item, or a row.
inline constexpr std::int64_t item_steps = 8;
inline constexpr std::int64_t row_steps = 32;
/// So many inputs, whose places answers look through, take as long as a step.
inline constexpr std::int64_t inputs_a_step = 8;

/// The sheet, without sentences and without what was read, of a tree whose terms `answers` knows:
/// that of its rubric, or some of it. Throws NumberError past the limits of numbers.
[[nodiscard]] Result<ScoreSheet> score_unexplained(const Rubric& tree, FactAnswers& answers);

/// The same of the whole rubric, for which the facts were read.
/// Throws NumberError past the limits of numbers: see within_limits.hpp.
[[nodiscard]] Result<ScoreSheet> score_unexplained(const document::CompiledRubric& rubric,
                                                   const facts::LoadedFacts& facts);
/// The same as one of many scorings of a call, and `limit.number` past the limits of numbers.
/// Whether it was cut short, the budget says.
[[nodiscard]] Result<ScoreSheet> score_unexplained(const document::CompiledRubric& rubric,
                                                   const facts::LoadedFacts& facts,
                                                   feel::CallBudget& budget);
[[nodiscard]] Result<ScoreSheet> score_unexplained(const Rubric& tree,
                                                   const document::CompiledRubric& rubric,
                                                   const facts::LoadedFacts& facts,
                                                   feel::CallBudget& budget);

/// The same of a whole call that may take so many steps; 0: as many as scoring may. The error
/// `limit.exceeded` past them. Throws NumberError likewise, where it may take any.
[[nodiscard]] Result<ScoreSheet> score_bounded(const document::CompiledRubric& rubric,
                                               const facts::LoadedFacts& facts,
                                               std::int64_t most_steps);

/// The same of a tree whose facts are asked again and again: only what is asked anew is counted.
[[nodiscard]] Result<ScoreSheet> score_again(const Rubric& tree, FactAnswers& answers,
                                             feel::CallBudget& budget);

/// The name of a term in sentences, and whether a percentage says the same.
[[nodiscard]] base::TermWord word_of(const document::CompiledRubric& rubric, Term term);

/// The words of a leaf of the rubric, for what its kind of rule says.
[[nodiscard]] rule::Wording wording_of(const document::CompiledRubric& rubric,
                                       const Indicator& leaf, const base::Say& say);

/// heng::score, as one of many scorings of a call.
[[nodiscard]] Result<ScoreSheet> score_within(const Facts& facts, feel::CallBudget& budget);

/// `limit.exceeded`: that the budget of the call is spent.
[[nodiscard]] Error budget_spent(Language language);

/// The sheet with sentences and with what was read, and in `answers`, which are those of these
/// facts, who read what. Throws NumberError likewise.
[[nodiscard]] Result<ScoreSheet> score_explained(const document::CompiledRubric& rubric,
                                                 const facts::LoadedFacts& facts,
                                                 FactAnswers& answers);

} // namespace heng::detail::scoring
