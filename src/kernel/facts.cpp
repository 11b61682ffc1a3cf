// SPDX-License-Identifier: Apache-2.0
#include "kernel/block.hpp"
#include "kernel/facts.hpp"

#include <algorithm>
#include <array>

namespace heng::kernel {

FactRows::FactRows(std::size_t slots)
    : cells_(new Cells[slots]{}), columns_(slots), asks_(most_rows), size_(most_rows) {
    clear();
}

/// Slot by slot: row by row, each of its bytes would be in a cache line of its own.
void FactRows::clear() {
    for (std::size_t slot = 0; slot < columns_.size(); ++slot) {
        std::fill_n(cells_[slot].marks, size_, std::uint8_t{0});
    }
    size_ = 0;
}

std::size_t FactRows::add() {
    const std::size_t row = size_++;
    asks_[row] = 0;
    return row;
}

std::span<const Column> FactRows::columns() {
    for (std::size_t slot = 0; slot < columns_.size(); ++slot) {
        align(cells_[slot], columns_[slot]);
    }
    return columns_;
}

void FactRows::align(Cells& cells, Column& column) {
    const std::size_t rows = size_;
    std::uint8_t least = most_places + 1;
    std::uint8_t greatest = 1;
    for (std::size_t row = 0; row < rows; ++row) {
        least = std::min(least, cells.marks[row]);
        greatest = std::max(greatest, cells.marks[row]);
    }
    column = {cells.coefficients, least > 0 ? nullptr : cells.marks, greatest - 1};
    if (least < greatest) {
        rescale(cells, column.scale);
    }
}

/// What is absent becomes 0.
void FactRows::rescale(Cells& cells, int scale) {
    std::array<std::int64_t, most_places + 2> units{}; // by mark
    for (int places = 0; places <= scale; ++places) {
        units[static_cast<std::size_t>(places) + 1] = power_of_ten(scale - places);
    }
    const int bits = magnitude_of(cells.coefficients, size_).bits;
    if (bits + bits_of(units[1]) <= safe_bits) {
        for (std::size_t row = 0; row < size_; ++row) {
            cells.coefficients[row] *= units[cells.marks[row]];
        }
        return;
    }
    Asks asks{this->asks()};
    for (std::size_t row = 0; row < size_; ++row) {
        const Int128 value = Int128{cells.coefficients[row]} * units[cells.marks[row]];
        cells.coefficients[row] = asks.fitting(row, value);
    }
}

} // namespace heng::kernel
