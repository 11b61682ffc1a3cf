// SPDX-License-Identifier: Apache-2.0
//
// A lever: one fact of a document that can be moved by whole steps, all others staying as they are.
//
//     for (const Lever& lever : levers_of(rubric, facts, slot)) …
//     apply(lever, -2, facts)        // 采购合同签订超时的项目数 4 → 2, in the slots
//     text_at(lever, -2)             // "2", as a document would write it
//
// A step is the last place that the document prints: 0.01 of "135.50", a hundredth of a percent of
// "79.66%"; one of a count; a day; one record of a list. What cannot be counted (a boolean, a text)
// has a step for each other value.
#pragma once

#include "document/compiled_rubric.hpp"
#include "document/loaded_facts.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace heng::what_if {

struct Lever {
    enum class Kind : std::uint8_t {
        number, ///< a number, an amount of money, a percentage, a count
        flip,   ///< a boolean: step 1 is the other value
        choice, ///< a text: step i is choices[i − 1]
        date,
        records_flipped, ///< the first so many records whose `field` is `held` have it changed
        records_removed, ///< the same records are left out
        actual,          ///< of a target row
        rate,            ///< of a target row by level
        level,           ///< of a target row by level: step 1 is "met", without a rate
    };

    Kind kind = Kind::number;
    feel::SlotId slot = 0;
    std::string path;
    std::string label;
    std::int64_t lowest = 0;  ///< steps, <= 0
    std::int64_t highest = 0; ///< steps, >= 0
    Decimal written{};        ///< the number as the document writes it, without its %
    bool in_percent = false;  ///< it is written with a %
    Ratio factor{1};          ///< what one of the document's units is in the slot
    std::string unit{};       ///< of money, for people
    std::vector<std::string> choices{};
    std::size_t row = 0; ///< in LoadedFacts::rows
    std::string field{};
    bool held = false;

    /// Whether more steps are more of the same, so that one step fewer means something.
    [[nodiscard]] bool is_ordered() const { return kind != Kind::choice; }
};

/// What can be changed in one slot that an indicator read, but for the rows of target records.
/// `categories` are values that a text may take.
[[nodiscard]] std::vector<Lever> levers_of(const document::CompiledRubric& rubric,
                                           const document::LoadedFacts& facts, feel::SlotId slot,
                                           const std::vector<std::string>& categories);

/// What can be changed in a target row: its actual value; its rate and its level.
[[nodiscard]] std::vector<Lever> levers_of_row(const document::CompiledRubric& rubric,
                                               const document::LoadedFacts& facts, std::size_t row);

/// The number of a lever of numbers after so many steps, in the document's unit.
[[nodiscard]] Decimal number_at(const Lever& lever, std::int64_t steps);

/// The same as it stands in the slot or row.
[[nodiscard]] Ratio value_at(const Lever& lever, std::int64_t steps);

/// What the document would write; of records, how many hold.
[[nodiscard]] std::string text_at(const Lever& lever, const document::LoadedFacts& facts,
                                  std::int64_t steps);

/// The change of a number for a reader, with its sign and unit: "+20.34 个百分点"; else "".
[[nodiscard]] std::string change_of(const Lever& lever, std::int64_t steps, Language language);

/// Sets the fact in `changed`, a copy of `original`, to what it is after so many steps; 0 restores
/// it. lowest <= steps <= highest.
void apply(const Lever& lever, std::int64_t steps, const document::LoadedFacts& original,
           document::LoadedFacts& changed);

/// The same of a target row's numbers alone, not of the list that expressions read.
void apply_to_numbers(const Lever& lever, std::int64_t steps, const document::LoadedFacts& original,
                      document::LoadedFacts& changed);

} // namespace heng::what_if
