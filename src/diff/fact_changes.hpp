// SPDX-License-Identifier: Apache-2.0
//
// What differs between two facts documents that were read for the same rubric, and the mixtures of
// both that attribution scores.
//
//     const FactChanges changes{rubric.compiled(), old.loaded(), now.loaded()};
//     changes.mixture({0, 2})        // the old facts with changes 0 and 2 made
#pragma once

#include "document/compiled_rubric.hpp"
#include "facts/loaded_facts.hpp"

#include <heng/diff/diff.hpp>

#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace heng::detail::diff {

/// A fact, a record of a list, or an assessment that differs.
struct FactChange {
    Because because;
    feel::SlotId slot = 0;               ///< of a fact
    std::optional<std::size_t> record{}; ///< of a list that is as long as it was
    std::string leaf{};                  ///< of an assessment: its indicator
    bool units = false;                  ///< of what leaves read that are scored unit by unit
};

/// The same value, of those that facts can hold.
[[nodiscard]] bool same(const feel::Value& a, const feel::Value& b);

class FactChanges {
  public:
    FactChanges(const document::CompiledRubric& rubric, const facts::LoadedFacts& from,
                const facts::LoadedFacts& to);

    /// In the order of the rubric's inputs, then assessments by the id of their indicator.
    [[nodiscard]] const std::vector<FactChange>& all() const { return changes_; }

    /// The numbers of the changes of an input, of the assessment of a leaf, or of the units.
    [[nodiscard]] const std::vector<std::size_t>& of_slot(feel::SlotId slot) const;
    [[nodiscard]] const std::vector<std::size_t>& of_leaf(const std::string& leaf) const;
    [[nodiscard]] const std::vector<std::size_t>& of_units() const { return by_units_; }

    /// How many records the lists of both have.
    [[nodiscard]] std::size_t records() const { return records_; }

    /// The old facts with these changes made. O(facts).
    [[nodiscard]] facts::LoadedFacts mixture(std::span<const std::size_t> made) const;

    /// Makes one change in a mixture, or takes it back; what that costs, in values copied.
    std::size_t set(facts::LoadedFacts& mixture, std::size_t change, bool made) const;

    /// Takes back all changes in the fact of this one. O(1).
    void take_back(facts::LoadedFacts& mixture, std::size_t change) const;

  private:
    void compare_slot(const document::CompiledRubric& rubric, feel::SlotId slot);
    bool compare_records(const document::CompiledRubric& rubric, feel::SlotId slot);
    void compare_assessments();
    void compare_units(const document::CompiledRubric& rubric);
    void index();

    facts::LoadedFacts from_; ///< with the rows of both
    facts::LoadedFacts to_;   ///< whose records point into those
    std::vector<FactChange> changes_;
    std::map<feel::SlotId, std::vector<std::size_t>> by_slot_;
    std::map<std::string, std::vector<std::size_t>> by_leaf_;
    std::vector<std::size_t> by_units_;
    std::size_t records_ = 0;
};

} // namespace heng::detail::diff
