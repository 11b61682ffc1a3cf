// SPDX-License-Identifier: Apache-2.0
//
// What each unit of a department scores, by the same rules, on its own facts.
//
//     UnitScores units{rubric, *facts.units};
//     const auto mean = units.weighed(leaf, number);     // the leaf, unit by unit, and their mean
//     const auto alone = units.alone(leaf, rule, 2, number);     // of the third unit
//
// Source: heng/score/units.hpp.
#pragma once

#include "document/compiled_rubric.hpp"
#include "facts/loaded_facts.hpp"
#include "scoring/fact_answers.hpp"

#include <heng/score/answers.hpp>
#include <heng/score/reason.hpp>

#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

namespace heng::detail::scoring {

/// The score of a unit by itself, and whether a person gave it.
struct UnitAlone {
    Points score;
    bool assessed = false;
};

class UnitScores {
  public:
    UnitScores(const document::CompiledRubric& rubric,
               const std::vector<facts::LoadedFacts>& units);

    /// A leaf that is scored unit by unit. `number`: of the indicator, for errors.
    [[nodiscard]] Answer<ByUnits> weighed(const Indicator& leaf, std::optional<std::size_t> number);

    /// What the rule of a leaf gives one unit; none where the leaf does not apply to it.
    [[nodiscard]] Answer<std::optional<UnitAlone>> alone(const Indicator& leaf,
                                                         const document::UnitRule& rule,
                                                         std::size_t unit,
                                                         std::optional<std::size_t> number);

    /// What the unit weighs by this input; 1 without one.
    [[nodiscard]] Ratio weight(std::size_t unit, std::optional<feel::SlotId> slot) const;

    [[nodiscard]] const std::vector<facts::LoadedFacts>& all() const { return units_; }

    /// The assessed scores of weighed leaves that were not used, since the band of the unit has one
    /// score; not more than are told.
    [[nodiscard]] const std::vector<json::Json>& unused() const { return unused_; }

    /// What was evaluated for all units so far, in nodes, and one for each unit and input.
    [[nodiscard]] std::size_t steps() const { return steps_; }

    /// Whether what was evaluated passed a limit, so that a unit seemed to have no score.
    [[nodiscard]] bool passed_limit() const { return passed_limit_; }

  private:
    [[nodiscard]] Answer<std::optional<UnitAlone>>
    scored(const Indicator& leaf, const document::UnitRule& rule, FactAnswers& answers) const;
    void note_unused(const Indicator& leaf, std::size_t unit);

    const document::CompiledRubric& rubric_;
    const std::vector<facts::LoadedFacts>& units_;
    std::vector<std::unique_ptr<FactAnswers>> answers_;
    std::vector<json::Json> unused_;
    std::size_t steps_ = 0;
    bool passed_limit_ = false;
};

} // namespace heng::detail::scoring
