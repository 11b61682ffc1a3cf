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
#include "facts/loaded_facts.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace heng::detail::whatif {

/// A fact is moved no farther: 2^60 of its last printed places.
inline constexpr std::int64_t farthest = std::int64_t{1} << 60;

struct Lever {
    enum class Kind : std::uint8_t {
        number, ///< a number, an amount of money, a percentage, a count
        flip,   ///< a boolean: step 1 is the other value
        choice, ///< a text: step i is choices[i − 1]
        date,
        records_flipped, ///< the first so many of `members` whose `field` is `held` have it changed
        records_removed, ///< the first so many of `members` are left out
        record_number,   ///< the number `field` of record `record`
        record_date,     ///< the date `field` of record `record`
        actual,          ///< of a target row
        actual_day,      ///< of a target row by date
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
    bool whole = false;       ///< its slot is a whole number at every step
    std::string unit{};       ///< of money, for people
    std::vector<std::string> choices{};
    std::size_t row = 0; ///< in LoadedFacts::rows
    std::string field{};
    bool held = false;
    std::vector<std::size_t> members{}; ///< of the slot's list
    std::size_t record = 0;             ///< of the slot's list
    std::int64_t day = 0;               ///< the date that is written

    /// Of a department: whose fact it is, in LoadedFacts::units; none: the document's own. A number
    /// moves the slot by `share` for each one that it moves itself, and a boolean goes into the
    /// slot by all or any of the units'.
    std::optional<std::size_t> part{};
    Ratio share{1};
    bool by_any = false;
    /// Of what weighs the unit in the mean that the slot is: where it stands, and the mean's parts.
    struct Weight {
        feel::SlotId stated = 0;
        Ratio other_weights{};
        Ratio other_sum{}; ///< Σ weight × value of the other units
        Ratio value{};     ///< of this unit
    };
    std::optional<Weight> weighs{};
    std::size_t first = 0; ///< where its records begin in the slot's list

    /// Whether more steps are more of the same, so that one step fewer means something.
    [[nodiscard]] bool is_ordered() const { return kind != Kind::choice; }
    [[nodiscard]] bool is_of_record() const {
        return kind == Kind::record_number || kind == Kind::record_date;
    }
    [[nodiscard]] bool is_of_row() const { return kind >= Kind::actual; }
};

/// Records of a list that a condition of the rubric picks out, such as those with days > 30.
struct Picked {
    std::string condition;            ///< as the rubric writes it
    std::vector<std::size_t> members; ///< of the slot's list
};

/// What can be changed in one slot that an indicator read, but for the rows of target records.
/// `categories` are values that a text may take. Of a department the facts of each unit that go
/// into the slot, of the first units.
[[nodiscard]] std::vector<Lever> levers_of(const document::CompiledRubric& rubric,
                                           const facts::LoadedFacts& facts, feel::SlotId slot,
                                           const std::vector<std::string>& categories,
                                           const std::vector<Picked>& picked = {});

/// What weighs each unit in a mean: where the slot is one. Not to be used where the same weight
/// goes into another slot that is read.
[[nodiscard]] std::vector<Lever> weights_of(const document::CompiledRubric& rubric,
                                            const facts::LoadedFacts& facts, feel::SlotId slot);

/// Whether levers_of has one for each fact that goes into the slot, but for texts and lists in
/// records: not of lists and departments that are too long.
[[nodiscard]] bool levers_cover(const document::CompiledRubric& rubric,
                                const facts::LoadedFacts& facts, feel::SlotId slot);

/// What can be changed in a target row: its actual value or date; its rate and its level.
[[nodiscard]] std::vector<Lever> levers_of_row(const document::CompiledRubric& rubric,
                                               const facts::LoadedFacts& facts, std::size_t row);

/// The number of a lever of numbers after so many steps, in the document's unit.
[[nodiscard]] Decimal number_at(const Lever& lever, std::int64_t steps);

/// The same as it stands in the slot, record or row of whose fact it is.
[[nodiscard]] Ratio value_at(const Lever& lever, std::int64_t steps);

/// The number in the slot of the lever then.
[[nodiscard]] Ratio slot_at(const Lever& lever, const facts::LoadedFacts& facts,
                            std::int64_t steps);

/// What the document would write; of records, how many hold.
[[nodiscard]] std::string text_at(const Lever& lever, const facts::LoadedFacts& facts,
                                  std::int64_t steps);

/// The facts that the lever stands in: those of a unit, or the document's own.
[[nodiscard]] const facts::LoadedFacts& owner_of(const Lever& lever,
                                                 const facts::LoadedFacts& facts);

/// The change of a number for a reader, with its sign and unit: "+20.34个百分点"; else "".
[[nodiscard]] std::string change_of(const Lever& lever, std::int64_t steps, Language language);

/// Sets the fact in `changed`, a copy of `original`, to what it is after so many steps; 0 restores
/// it. lowest <= steps <= highest.
void apply(const Lever& lever, std::int64_t steps, const facts::LoadedFacts& original,
           facts::LoadedFacts& changed);

/// The same of a target row's numbers alone, not of the list that expressions read.
void apply_to_numbers(const Lever& lever, std::int64_t steps, const facts::LoadedFacts& original,
                      facts::LoadedFacts& changed);

} // namespace heng::detail::whatif
