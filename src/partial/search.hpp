// SPDX-License-Identifier: Apache-2.0
//
// Completions that make a score as small or as large as can be found, each scored by the scoring
// itself: witnesses of the ends of an interval.
//
//     Search search{compiled, loaded, unknowns, ranges, budget};
//     search.run();
//     search.least(indicator)      // the score, and the completion
//
// One unknown fact after the other is set to the best of its candidates until none helps, from
// several starts; an end that meets its bound is done. Bounded by a number of scorings and by the
// budget of the call; the same input gives the same completions.
#pragma once

#include "base/text/by_element.hpp"
#include "partial/candidates.hpp"
#include "partial/unknown.hpp"
#include "whatif/tree_bounds.hpp"

#include <heng/number/points.hpp>
#include <heng/partial/partial.hpp>
#include <heng/rubric/tree.hpp>

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace heng::detail::partial {

/// A candidate for each unknown fact, by its index.
using Completion = std::vector<std::size_t>;

struct Found {
    std::optional<Points> score{};
    const Completion* completion = nullptr; ///< of the search; where there is a score
};

class Search {
  public:
    Search(const document::CompiledRubric& rubric, const facts::LoadedFacts& facts,
           const std::vector<Unknown>& unknowns, const whatif::TreeRanges& ranges,
           feel::CallBudget& budget);

    void run();

    /// What was found for an indicator, counted parents first; the last is the total. No score:
    /// no completion that was tried could be scored.
    [[nodiscard]] const Found& least(std::size_t target) const { return least_[target]; }
    [[nodiscard]] const Found& most(std::size_t target) const { return most_[target]; }
    [[nodiscard]] std::size_t total() const { return least_.size() - 1; }
    /// Why a completion could not be scored.
    [[nodiscard]] const std::optional<Error>& refused() const { return refused_; }
    /// The unknown facts that an indicator, or the total, can read.
    [[nodiscard]] const std::vector<std::size_t>& relevant(std::size_t target) const {
        return relevant_[target];
    }
    [[nodiscard]] const Candidate& candidate(std::size_t unknown, const Completion& in) const {
        return candidates_[unknown][in[unknown]];
    }

    [[nodiscard]] const std::vector<Candidate>& candidates(std::size_t unknown) const {
        return candidates_[unknown];
    }

    /// The score that a person gives in a completion that was scored; "" where the band that holds
    /// has one score.
    [[nodiscard]] std::string given(std::size_t unknown, const Completion& in) const;

    /// How far the total moves while this fact alone goes over its candidates.
    [[nodiscard]] Points swing(std::size_t unknown);

  private:
    using Scores = std::vector<Points>; ///< by target

    void relate();
    void relate(std::size_t target, const std::vector<Term>& terms);
    [[nodiscard]] facts::LoadedFacts completed(const Completion& completion) const;
    const std::optional<Scores>& scores(const Completion& completion);
    void keep(const Completion& completion, const Scores& scores);
    void try_targets();
    void find_start();
    void look(std::size_t target, bool most);
    void climb(std::size_t target, bool most, Completion from);
    void try_all(std::size_t target);
    void add_solved(std::size_t unknown, const Completion& completion);
    void keep_given(const Completion& completion, const ScoreSheet& sheet);
    [[nodiscard]] bool is_spent() const { return work_.left() < reserved_; }
    [[nodiscard]] bool done(std::size_t target, bool most) const;
    [[nodiscard]] Completion composed(bool most) const;
    [[nodiscard]] Completion random();
    [[nodiscard]] std::size_t next(std::size_t below);

    const document::CompiledRubric& rubric_;
    const facts::LoadedFacts& facts_;
    const std::vector<Unknown>& unknowns_;
    const whatif::TreeRanges& ranges_;
    CandidateMaker maker_;
    std::vector<std::vector<Candidate>> candidates_;
    IndicatorTree indicators_; ///< by target, but the total
    std::vector<std::vector<std::size_t>> relevant_;
    std::vector<Found> least_, most_;
    feel::CallBudget& work_;
    std::int64_t reserved_ = 0; ///< of it, for what comes after run()
    std::map<Completion, std::optional<Scores>, text::ByElement> known_;
    std::map<std::string_view, std::size_t> in_band_; ///< unknown assessments within bands, by leaf
    /// What a person gives within the bands that hold, by unknown fact.
    std::map<Completion, std::map<std::size_t, std::string>, text::ByElement> given_;
    std::optional<Error> refused_;
    Completion start_;
    std::size_t scorings_ = 0; ///< that may be made
    std::size_t budget_ = 0;   ///< of them, what is left for what is sought
    std::uint64_t state_ = 0x9E3779B97F4A7C15U;
};

} // namespace heng::detail::partial
