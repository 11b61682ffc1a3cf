// SPDX-License-Identifier: Apache-2.0
//
// What the facts of a rubric's documents are laid out as, for those who read them and for the
// kernel: slots, lists and the texts that the rubric knows.
//
//     const FactsLayout layout{rubric.compiled()};
//     FactRows rows{layout};
//     rows.set(slot, row, layout.texts.index_of("无结余"), 0);
//
// Slots are the inputs in their order, then the assessed scores. A slot has a number, a boolean as
// 0 or 1, a date as days (feel::parse_date), or a text as its index; that of a list only says
// whether it is given.
#pragma once

#include "document/compiled_rubric.hpp"

#include <heng/rubric/indicator.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace heng::detail::kernel {

/// The texts with which a rubric compares others: those of its expressions and its categories.
class Texts {
  public:
    explicit Texts(const document::CompiledRubric& rubric);

    /// The index of a text, and size() of any that is not among them. O(log(size)).
    [[nodiscard]] std::uint32_t index_of(std::string_view text) const;
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(all_.size()); }

  private:
    std::vector<std::string> all_; ///< ascending
};

struct FactsLayout {
    /// A list of the rubric.
    struct List {
        std::size_t slot = 0;
        bool of_targets = false;
        std::size_t fields = 0; ///< of other records, in the order of Input::of
    };

    explicit FactsLayout(const document::CompiledRubric& rubric);

    [[nodiscard]] std::size_t slots() const { return inputs + assessed.size(); }

    std::size_t inputs;
    /// The leaves that a person can score, in the sheet's order; slot inputs + i is of the i-th.
    std::vector<const Indicator*> assessed{};
    std::vector<List> lists{}; ///< by ascending slot
    Texts texts;
    // the words of enumerators as texts, in their order
    std::array<std::uint32_t, 4> directions{};
    std::array<std::uint32_t, 3> levels{};
};

} // namespace heng::detail::kernel
