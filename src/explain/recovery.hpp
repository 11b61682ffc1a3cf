// SPDX-License-Identifier: Apache-2.0
//
// What a single fact can win back of an item, or of the total.
//
//     Recovery recovery{compiled, facts, answers, sheet, again};
//     for (const WhatIf& each : recovery.of(item)) …
#pragma once

#include "engine/fact_answers.hpp"
#include "explain/lever.hpp"
#include "explain/numbers.hpp"
#include "explain/rescoring.hpp"

#include <heng/document/explanation.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace heng::what_if {

class Recovery {
  public:
    /// `answers` are those that `sheet` was scored with: they know what was read.
    Recovery(const document::CompiledRubric& rubric, const document::LoadedFacts& facts,
             const document::FactAnswers& answers, const ScoreSheet& sheet, Rescoring& again);

    /// Each fact that the item read and that can win points back, the most points first. None of
    /// an item that lost nothing, and none when the work that was allowed is done.
    [[nodiscard]] std::vector<WhatIf> of(std::optional<std::size_t> item);

    /// Every fact that is a number, for what it may be besides what is printed.
    [[nodiscard]] std::vector<Lever> numbers() const;

  private:
    [[nodiscard]] const Indicator& indicator_of(std::size_t item) const {
        return *indicators_[sheet_.items[item].indicator];
    }
    [[nodiscard]] std::vector<Lever> levers(std::optional<std::size_t> item,
                                            std::optional<std::size_t> row) const;
    [[nodiscard]] std::vector<std::string> words(std::optional<std::size_t> item) const;
    [[nodiscard]] std::optional<std::size_t> row_of(std::size_t item) const;
    void try_lever(const Lever& lever, const Node& node, std::optional<std::size_t> item,
                   std::vector<WhatIf>& found);

    const document::CompiledRubric& rubric_;
    const document::LoadedFacts& facts_;
    const document::FactAnswers& answers_;
    const ScoreSheet& sheet_;
    Rescoring& again_;
    std::vector<const Indicator*> indicators_; ///< by number, parents first
};

/// All indicators, parents first.
[[nodiscard]] std::vector<const Indicator*> indicators_of(const Rubric& rubric);

} // namespace heng::what_if
