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
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace heng::kernel {

/// Rows that are scored together: so many that what a step costs is spread over them, so few that
/// their facts stay in the nearest caches.
inline constexpr std::size_t most_rows = 128;

/// The most decimal places of a column.
inline constexpr int most_places = 18;

/// One input in all rows of a block. It points to what others own.
struct Column {
    const std::int64_t* coefficients = nullptr; ///< one a row; nullptr: no row has the input
    const std::uint8_t* given = nullptr; ///< one a row, 0 where it is absent; nullptr: none is
    int scale = 0;                       ///< 0 … most_places
};

/// Facts that are set one by one, each number with a scale of its own. Nothing is allocated after
/// the constructor.
class FactRows {
  public:
    explicit FactRows(std::size_t slots);

    void clear();
    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] bool full() const { return size_ == most_rows; }

    /// A row in which everything is absent; its number. Only where it is not full().
    std::size_t add();

    [[nodiscard]] bool is_given(std::size_t slot, std::size_t row) const {
        return cells_[slot].marks[row] != 0;
    }

    /// The scale is in 0 … most_places.
    void set(std::size_t slot, std::size_t row, std::int64_t coefficient, int scale) {
        Cells& cells = cells_[slot];
        cells.coefficients[row] = coefficient;
        cells.marks[row] = static_cast<std::uint8_t>(scale + 1);
    }

    /// What is known of a row is not enough: the engine is to score it.
    void ask(std::size_t row) { asks_[row] = 1; }

    /// All rows, each column at the greatest scale that one of its rows has. Where a number does
    /// not fit 64 bits at that scale, its row asks. Call it once, after the last row.
    [[nodiscard]] std::span<const Column> columns();

    /// One a row, 1 where the engine is to score it.
    [[nodiscard]] std::span<std::uint8_t> asks() { return {asks_.data(), size_}; }

  private:
    struct Cells {
        std::int64_t coefficients[most_rows];
        std::uint8_t marks[most_rows]; ///< the scale + 1; 0 where the input is absent
    };

    void align(Cells& cells, Column& column);
    void rescale(Cells& cells, int scale);

    std::unique_ptr<Cells[]> cells_; ///< one a slot
    std::vector<Column> columns_;
    std::vector<std::uint8_t> asks_;
    std::size_t size_ = 0;
};

} // namespace heng::kernel
