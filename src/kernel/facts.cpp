// SPDX-License-Identifier: Apache-2.0
#include "kernel/block.hpp"
#include "kernel/facts.hpp"

#include <algorithm>

namespace heng::kernel {

FactRows::FactRows(std::size_t slots)
    : cells_(new Cells[slots]), columns_(slots), asks_(most_rows), size_(most_rows) {
    clear();
}

/// Slot by slot: row by row, each of its bytes would be in a cache line of its own.
void FactRows::clear() {
    for (std::size_t slot = 0; slot < columns_.size(); ++slot) {
        std::fill_n(cells_[slot].given, size_, std::uint8_t{0});
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
    std::uint8_t all_given = 1;
    for (std::size_t row = 0; row < rows; ++row) {
        all_given &= cells.given[row];
    }
    for (std::size_t row = 0; all_given == 0 && row < rows; ++row) {
        if (cells.given[row] == 0) {
            cells.coefficients[row] = 0;
            cells.scales[row] = 0;
        }
    }
    std::uint8_t least = most_places;
    std::uint8_t greatest = 0;
    for (std::size_t row = 0; row < rows; ++row) {
        least = std::min(least, cells.scales[row]);
        greatest = std::max(greatest, cells.scales[row]);
    }
    column = {cells.coefficients, all_given != 0 ? nullptr : cells.given, greatest};
    if (least < greatest) {
        rescale(cells, greatest);
    }
}

void FactRows::rescale(Cells& cells, int scale) {
    Asks asks{this->asks()};
    for (std::size_t row = 0; row < size_; ++row) {
        const std::int64_t unit = power_of_ten(scale - cells.scales[row]);
        cells.coefficients[row] = asks.fitting(row, Int128{cells.coefficients[row]} * unit);
    }
}

} // namespace heng::kernel
