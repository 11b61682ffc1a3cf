// SPDX-License-Identifier: Apache-2.0
//
// Values of an unknown fact that are worth trying: the ends of its domain, what the rubric's rules
// and expressions mention, what other facts are, and — for a number — where a measure meets an edge
// of its rule.
//
//     CandidateMaker maker{compiled, loaded, unknowns};
//     std::vector<Candidate> first = maker.of(0);
//     maker.solved(0, facts, budget)       // with the other facts as they are in `facts`
//
// A guess costs a scoring and can't be wrong: every candidate is scored by the scoring itself.
#pragma once

#include "feel/call_budget.hpp"
#include "partial/unknown.hpp"

#include <heng/number/ratio.hpp>
#include <heng/rubric/tree.hpp>

#include <cstddef>
#include <vector>

namespace heng::detail::partial {

class CandidateMaker {
  public:
    CandidateMaker(const document::CompiledRubric& rubric, const facts::LoadedFacts& facts,
                   const std::vector<Unknown>& unknowns);

    /// At least one; all inside the domain.
    [[nodiscard]] std::vector<Candidate> of(std::size_t unknown) const;

    /// Numbers at which the measure of some rule that reads the unknown meets an edge of the rule,
    /// and between two edges, while all else is as in `facts`, which are complete; within the
    /// budget of the call.
    [[nodiscard]] std::vector<Candidate>
    solved(std::size_t unknown, const facts::LoadedFacts& facts, feel::CallBudget& budget) const;

    /// Whether its values are numbers.
    [[nodiscard]] bool is_number(std::size_t unknown) const;

  private:
    /// A measure and the values of it where its rule changes.
    struct Edges {
        Term term{};
        std::vector<Ratio> at;
        std::vector<feel::SlotId> reads;
    };

    [[nodiscard]] std::vector<Candidate> rates_of(const Unknown& each) const;
    [[nodiscard]] std::vector<Candidate> numbers_of(const Unknown& each) const;
    [[nodiscard]] std::optional<Ratio> constant(Term term) const;
    void collect(const IndicatorTree& tree);
    void add_edges(Term term, std::vector<Ratio> at);
    void add_constants();

    const document::CompiledRubric& rubric_;
    const facts::LoadedFacts& facts_;
    const std::vector<Unknown>& unknowns_;
    std::vector<Ratio> numbers_; ///< of the rubric and of known facts
    std::vector<std::string> texts_;
    std::vector<Decimal> target_points_; ///< of leaves that score targets
    std::vector<Dialect> dialects_;      ///< and what they call levels
    std::vector<feel::Value> days_;
    std::vector<Edges> edges_;
};

} // namespace heng::detail::partial
