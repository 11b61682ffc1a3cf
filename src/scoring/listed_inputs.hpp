// SPDX-License-Identifier: Apache-2.0
//
// The facts that the items of a sheet say they were worked out from, for a reader.
//
//     ListedInputs listed{rubric, facts, *text};
//     item.inputs = listed.of(slots);         // {"budget.executed", "522688.65万元"}, …
//     listed.is_full()                        // some items list none
//
// A named value that reads many inputs may be read by many indicators: each has its own list, the
// texts are made once, and of all lists together no more is kept than a document may be long.
#pragma once

#include "base/sheet_text.hpp"
#include "base/text/appender.hpp"
#include "document/compiled_rubric.hpp"
#include "facts/loaded_facts.hpp"
#include "feel/value.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace heng::detail::scoring {

class ListedInputs {
  public:
    /// All three must outlive it.
    ListedInputs(const document::CompiledRubric& rubric, const facts::LoadedFacts& facts,
                 base::SheetText& text)
        : rubric_(rubric), facts_(facts), text_(text), made_(rubric.inputs.size()) {
        inputs_.reserve(usual_inputs);
    }

    /// Paths, and values with their units, kept in the text; none from where the lists are full.
    [[nodiscard]] std::span<const InputRead> of(std::span<const feel::SlotId> slots);

    [[nodiscard]] bool is_full() const { return is_full_; }

  private:
    static constexpr std::size_t usual_inputs = 16; ///< of an indicator

    [[nodiscard]] const InputRead& input(feel::SlotId slot);

    const document::CompiledRubric& rubric_;
    const facts::LoadedFacts& facts_;
    base::SheetText& text_;
    std::vector<InputRead> made_;   ///< by slot; its path is "" where it was not asked for
    std::vector<InputRead> inputs_; ///< memory for of(), and
    std::string shown_text_;        ///< memory for input()
    text::Appender shown_{shown_text_, 128};
    std::size_t bytes_ = 0; ///< of what was listed
    bool is_full_ = false;
};

} // namespace heng::detail::scoring
