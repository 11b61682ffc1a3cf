// SPDX-License-Identifier: Apache-2.0
//
// What a single fact can win back of an item, or of the total.
//
//     Recovery recovery{compiled, facts, answers, sheet, again};
//     for (const WhatIf& each : recovery.of(item)) …
#pragma once

#include "base/say.hpp"
#include "explain/turns.hpp"
#include "scoring/fact_answers.hpp"
#include "whatif/ceiling.hpp"
#include "whatif/lever.hpp"
#include "whatif/picked.hpp"
#include "whatif/rescoring.hpp"

#include <heng/explain/explain.hpp>
#include <heng/rubric/tree.hpp>

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace heng::detail::explain {

/// The claims found for a lever.
struct Candidate {
    whatif::Lever lever;
    whatif::Searched searched;
    bool whole = false; ///< each score that was found is one of the whole document
};

class Recovery {
  public:
    /// `answers` are those that `sheet` was scored with: they know what was read.
    Recovery(const document::CompiledRubric& rubric, const facts::LoadedFacts& facts,
             const scoring::FactAnswers& answers, const ScoreSheet& sheet,
             whatif::Rescoring& again);

    /// Each fact that the item read, that can be changed and that can win points back: first what
    /// is done, then what it is measured by and what is left out, the most points first. None of
    /// an item that lost nothing, and none when the work that was allowed is done.
    [[nodiscard]] std::vector<WhatIf> of(std::optional<std::size_t> item);

    /// Each fact that brings the item's score above its points. None of an item without extra, or
    /// that has all of it.
    [[nodiscard]] std::vector<WhatIf> bonus_of(std::size_t item);

    /// Each fact with which an adjustment of the total that lowered the grade no longer does, by
    /// the least change.
    [[nodiscard]] std::vector<WhatIf> lifting(const Adjusted& lowered);

    /// Whether the last of() tried every value of each fact, or showed that it is not better.
    [[nodiscard]] bool searched_all() const { return searched_all_; }

    /// Every fact that is a number, for what it may be besides what is printed.
    [[nodiscard]] std::vector<whatif::Lever> numbers() const;

  private:
    [[nodiscard]] const Indicator& indicator_of(std::size_t item) const {
        return *indicators_[sheet_.items[item].indicator];
    }
    [[nodiscard]] std::vector<whatif::Lever> levers(std::optional<std::size_t> item,
                                                    std::optional<std::size_t> row);
    [[nodiscard]] std::vector<whatif::Lever> weights(feel::SlotId slot,
                                                     const std::set<feel::SlotId>& read);
    [[nodiscard]] std::vector<AskedTerm> terms(std::optional<std::size_t> item) const;
    [[nodiscard]] std::vector<std::string> words(std::optional<std::size_t> item) const;
    [[nodiscard]] std::optional<std::size_t> row_of(std::size_t item) const;
    [[nodiscard]] std::vector<WhatIf> changes(const whatif::Node& node,
                                              std::optional<std::size_t> item,
                                              std::optional<std::size_t> row);
    [[nodiscard]] WhatIf what_if(const Candidate& candidate, const whatif::Found& made,
                                 const ScoreSheet& then) const;
    [[nodiscard]] whatif::Searched try_lever(const whatif::Lever& lever, const whatif::Node& node,
                                             std::optional<std::size_t> item,
                                             const whatif::Accepts& accepts);
    [[nodiscard]] whatif::Accepts accepted_by_all(const whatif::Lever& lever,
                                                  std::optional<std::size_t> item);
    void promise_all(std::vector<Candidate> candidates, const whatif::Node& node,
                     std::optional<std::size_t> item, std::vector<WhatIf>& found);
    [[nodiscard]] bool promise(const Candidate& candidate, std::optional<std::size_t> item,
                               std::vector<WhatIf>& found);
    [[nodiscard]] std::optional<Points> score_in(const ScoreSheet& other,
                                                 std::optional<std::size_t> item) const;
    [[nodiscard]] std::optional<Points> counted_in(const ScoreSheet& other,
                                                   std::optional<std::size_t> item) const;
    [[nodiscard]] std::optional<ScoreSheet> rescored(const whatif::Lever& lever,
                                                     std::int64_t steps);

    const document::CompiledRubric& rubric_;
    const facts::LoadedFacts& facts_;
    const scoring::FactAnswers& answers_;
    const ScoreSheet& sheet_;
    whatif::Rescoring& again_;
    whatif::CeilingMaker ceilings_;
    whatif::Picker picker_;
    bool searched_all_ = true;
    std::optional<Points> most_; ///< a score above it counts as it, where only lost points are won
    std::map<std::string, Turn> turns_; ///< of levers(), by path
    IndicatorTree indicators_;
};

} // namespace heng::detail::explain
