// SPDX-License-Identifier: Apache-2.0
//
// The keys that a rubric reads in the groups of a facts document's `data`, and in the records of
// its lists.
//
//     FactsKeys keys{rubric};                              // of "budget.annual" and "contracts"
//     keys.find(FactsKeys::data, "budget")                 // a group
//     keys.find(keys.find(FactsKeys::data, "budget")->index, "annual")          // slot 0
#pragma once

#include "document/compiled_rubric.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace heng::detail::batch {

class FactsKeys {
  public:
    enum class Meaning : std::uint8_t { slot, group };

    struct Key {
        std::uint32_t group; ///< in which it stands
        std::string_view text;
        Meaning meaning;
        std::uint32_t index;    ///< the slot, the group, or the field of a record
        std::uint64_t seen = 0; ///< for the reader: the last object that had it
    };

    /// `data` itself.
    static constexpr std::uint32_t data = 0;

    /// Of a rubric that outlives it.
    explicit FactsKeys(const document::CompiledRubric& rubric);

    [[nodiscard]] Key* find(std::uint32_t group, std::string_view text);

    /// How many keys of a group begin a path of the rubric, among them those that no document can
    /// give, since they are ignored everywhere ("x-…").
    [[nodiscard]] std::size_t size_of(std::uint32_t group) const { return sizes_[group]; }

    /// The group of the fields that records of the list in a slot have, which are no targets.
    [[nodiscard]] std::uint32_t group_of_list(std::size_t slot) const { return lists_[slot]; }

    /// Whether keys were chosen so that they are slow to find; then some are not in here.
    [[nodiscard]] bool is_crowded() const { return crowded_; }

  private:
    void add(const document::CompiledRubric& rubric, std::string_view path);
    void add_fields(const document::Input& list);
    Key* add(std::uint32_t group, std::string_view text);
    void place(std::uint32_t key);
    void enlarge();

    static constexpr std::uint32_t nothing = UINT32_MAX;

    std::vector<Key> keys_;
    std::vector<std::uint32_t> table_; ///< by hash: indices into keys_, at most half of it
    std::vector<std::size_t> sizes_;   ///< by group
    std::vector<std::uint32_t> lists_; ///< by slot: the group of its fields
    bool crowded_ = false;
};

} // namespace heng::detail::batch
