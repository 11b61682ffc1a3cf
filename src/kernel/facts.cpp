// SPDX-License-Identifier: Apache-2.0
#include "kernel/facts.hpp"

#include <heng/number/checked.hpp>

#include <algorithm>

namespace heng::kernel {

FactRows::FactRows(std::size_t slots)
    : cells_(new Cells[slots]), columns_(slots), asks_(most_rows) {}

void FactRows::clear() {
    size_ = 0;
}

std::size_t FactRows::add() {
    const std::size_t row = size_++;
    asks_[row] = 0;
    for (std::size_t slot = 0; slot < columns_.size(); ++slot) {
        Cells& cells = cells_[slot];
        cells.coefficients[row] = 0;
        cells.scales[row] = 0;
        cells.given[row] = 0;
    }
    return row;
}

std::span<const Column> FactRows::columns() {
    for (std::size_t slot = 0; slot < columns_.size(); ++slot) {
        align(cells_[slot], columns_[slot]);
    }
    return columns_;
}

void FactRows::align(Cells& cells, Column& column) {
    std::uint8_t least = most_places;
    std::uint8_t greatest = 0;
    std::uint8_t all_given = 1;
    for (std::size_t row = 0; row < size_; ++row) {
        least = std::min(least, cells.scales[row]);
        greatest = std::max(greatest, cells.scales[row]);
        all_given &= cells.given[row];
    }
    column = {cells.coefficients, all_given != 0 ? nullptr : cells.given, greatest};
    for (std::size_t row = 0; row < size_ && least != greatest; ++row) {
        const int places = greatest - cells.scales[row];
        const std::int64_t power = detail::powers_of_ten_64[static_cast<unsigned>(places)];
        if (__builtin_mul_overflow(cells.coefficients[row], power, &cells.coefficients[row])) {
            cells.coefficients[row] = 0;
            asks_[row] = 1;
        }
    }
}

} // namespace heng::kernel
