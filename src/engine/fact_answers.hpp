// SPDX-License-Identifier: Apache-2.0
//
// The facts of a document, as the answers to what a rubric document asks: its compiled expressions,
// evaluated on the slots.
#pragma once

#include "document/compiled_rubric.hpp"
#include "document/loaded_facts.hpp"
#include "feel/session.hpp"

#include <heng/score/answers.hpp>

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace heng::document {

class FactAnswers {
  public:
    FactAnswers(const CompiledRubric& rubric, const LoadedFacts& facts)
        : rubric_(rubric), facts_(facts), session_(rubric.program, facts.slots) {}

    Answer<Ratio> number(Term term);
    Answer<bool> holds(Term term);
    Answer<std::string> text(Term term);
    Answer<std::vector<TargetRow>> rows(Term term);
    Answer<Assessment> assessment(const Indicator& indicator);

    /// From here on the indicator with this number asks, or the total.
    void enter(std::optional<std::size_t> indicator);

    /// Gives an error that scoring found the place of the first fact that was read for it.
    void locate(Error& error) const;

    /// The inputs that an indicator read, in the order of their declaration.
    [[nodiscard]] std::vector<InputRead> inputs_of(std::size_t indicator) const;

  private:
    /// The value of a term, or the error that it has none.
    Answer<feel::Value> evaluate(Term term, std::string_view wanted);
    [[nodiscard]] Unanswered why_null(Term term, const feel::Value& null,
                                      std::string_view wanted) const;
    [[nodiscard]] Unanswered missing(const std::vector<feel::SlotId>& slots) const;
    [[nodiscard]] Error missing_input(feel::SlotId slot) const;
    void place_at(Error& error, Json where, std::size_t offset) const;

    const CompiledRubric& rubric_;
    const LoadedFacts& facts_;
    feel::Session session_;
    std::vector<std::set<feel::SlotId>> reads_; ///< by indicator
    std::optional<std::size_t> current_{};
};

} // namespace heng::document
