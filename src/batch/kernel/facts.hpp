// SPDX-License-Identifier: Apache-2.0
//
// The facts of a block of documents, input by input: what the kernel scores.
//
//     FactRows rows{rubric.inputs.size()};
//     const std::size_t row = rows.add();
//     rows.set(slot, row, 52'268'865, 2);                  // 522688.65
//     kernel.score(rows.columns(), rows.asks(), scores);
//
// A number is a 64-bit coefficient × 10^-scale, money in the rubric's unit; a boolean is 0 or 1.
// The rest is as in layout.hpp and list_rows.hpp.
#pragma once

#include "batch/kernel/layout.hpp"
#include "batch/kernel/list_rows.hpp"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace heng::detail::kernel {

struct Lanes;

/// Facts that are set one by one, each number with a scale of its own. Nothing is allocated after
/// the constructor, but for lists that are longer than any before.
class FactRows {
  public:
    /// For a rubric without lists. Precondition: rows <= most_rows.
    explicit FactRows(std::size_t slots, std::size_t rows = most_rows);
    /// Lists grow with what they hold.
    explicit FactRows(const FactsLayout& layout, std::size_t rows = most_rows);

    void clear();
    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] bool full() const { return size_ == most_; }

    /// A row in which everything is absent; its number. Only where it is not full().
    std::size_t add();

    [[nodiscard]] bool is_given(std::size_t slot, std::size_t row) const {
        return (word(slot, row) >> shift_of(slot) & 0xFFU) != 0;
    }

    /// The scale is in 0 … most_places.
    void set(std::size_t slot, std::size_t row, std::int64_t coefficient, int scale) {
        coefficients_[slot * stride_ + row] = coefficient;
        // of what may alias anything, a byte does
        auto* const marks = reinterpret_cast<unsigned char*>(&words_[place_of(slot, row)]);
        marks[slot % slots_a_word] = static_cast<unsigned char>(scale + 1);
    }

    /// All inputs of a row, in the order of their slots.
    template <class Fact>
    void set_all(std::size_t row, std::span<const Fact> facts) {
        std::int64_t* coefficient = coefficients_.data() + row;
        for (const Fact& fact : facts) {
            *coefficient = fact.coefficient;
            coefficient += stride_;
        }
        std::uint64_t* word = words_.data() + row;
        for (std::size_t slot = 0; slot < facts.size(); slot += slots_a_word, word += stride_) {
            auto* const marks = reinterpret_cast<unsigned char*>(word);
            const std::size_t count = std::min(slots_a_word, facts.size() - slot);
            for (std::size_t i = 0; i < count; ++i) {
                marks[i] = static_cast<unsigned char>(facts[slot + i].scale + 1);
            }
        }
    }

    /// Whether it was made for lists.
    [[nodiscard]] bool has_lists() const { return !lists_.empty(); }

    /// Begins the list of a row, the last that was added: what it had of it is forgotten. The slot
    /// is that of a list.
    ListRows& begin_list(std::size_t slot, std::size_t row) {
        set(slot, row, 0, 0);
        ListRows& list = lists_[list_of_[slot]];
        list.begin(row);
        return list;
    }

    /// What is known of a row is not enough: the engine is to score it.
    void ask(std::size_t row) { asks_[row] = 1; }

    /// All rows, each column at the greatest scale that one of its rows has. Where a number does
    /// not fit 64 bits at that scale, its row asks. Call it once, after the last row.
    [[nodiscard]] std::span<const Column> columns();

    /// Other loops than best_lanes(), with which nothing else comes of it.
    void use(const Lanes& lanes) { lanes_ = &lanes; }

    /// One a row, 1 where the engine is to score it.
    [[nodiscard]] std::span<std::uint8_t> asks() { return {asks_.data(), size_}; }

  private:
    /// Slots whose marks of a row are one word: a byte each, in the order of memory.
    static constexpr std::size_t slots_a_word = 8;

    [[nodiscard]] std::size_t place_of(std::size_t slot, std::size_t row) const {
        return slot / slots_a_word * stride_ + row;
    }
    [[nodiscard]] static constexpr unsigned shift_of(std::size_t slot) {
        const std::size_t byte = slot % slots_a_word;
        return static_cast<unsigned>(
            8 * (std::endian::native == std::endian::little ? byte : slots_a_word - 1 - byte));
    }
    [[nodiscard]] std::uint64_t word(std::size_t slot, std::size_t row) const {
        return words_[place_of(slot, row)];
    }

    void take_one();
    void find_marks(std::size_t group);
    void align(std::size_t slot);
    void rescale(std::size_t slot, int scale);
    void rescale_with_care(std::size_t slot, int scale);

    std::size_t slots_;
    std::size_t most_; ///< rows
    /// From the cells of a slot to those of the next. It is an odd number of cache lines, or the
    /// cells of one row would all be in a few sets of the nearest cache.
    std::size_t stride_;
    std::size_t groups_; ///< of slots_a_word, the last of which may have fewer
    const Lanes* lanes_;
    std::vector<std::int64_t> coefficients_; ///< slot by slot, as the kernel reads them
    std::vector<std::uint64_t> words_; ///< of marks, group by group: the scale + 1, 0 where absent
    std::vector<std::uint8_t> least_;  ///< mark of each slot in all rows
    std::vector<std::uint8_t> greatest_; ///< the same
    std::vector<std::uint8_t> given_;    ///< slot by slot; only of slots that some row has not
    std::vector<Column> columns_;
    std::vector<std::uint8_t> asks_;
    std::vector<ListRows> lists_;
    std::vector<std::size_t> list_slots_;
    std::vector<std::uint32_t> list_of_; ///< by slot: which of lists_; of no use for others
    std::size_t size_ = 0;
};

} // namespace heng::detail::kernel
