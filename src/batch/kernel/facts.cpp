// SPDX-License-Identifier: Apache-2.0
#include "batch/kernel/block.hpp"
#include "batch/kernel/facts.hpp"

#include <algorithm>
#include <array>

namespace heng::detail::kernel {

FactRows::FactRows(std::size_t slots, std::size_t rows)
    : slots_(slots),
      most_(rows),
      stride_(rows < most_rows ? rows : rows + 8),
      marks_stride_((slots + together - 1) / together * together),
      coefficients_(slots * stride_),
      marks_(marks_stride_ * rows),
      least_(marks_stride_),
      greatest_(marks_stride_),
      given_(slots * rows),
      columns_(slots),
      asks_(rows) {}

FactRows::FactRows(const FactsLayout& layout, std::size_t rows) : FactRows{layout.slots(), rows} {
    list_of_.resize(layout.slots());
    for (const FactsLayout::List& list : layout.lists) {
        list_of_[list.slot] = static_cast<std::uint32_t>(lists_.size());
        list_slots_.push_back(list.slot);
        lists_.emplace_back(list.of_targets, list.fields);
    }
}

void FactRows::clear() {
    size_ = 0;
    for (ListRows& list : lists_) {
        list.clear();
    }
}

std::size_t FactRows::add() {
    const std::size_t row = size_++;
    std::fill_n(marks_.data() + row * marks_stride_, marks_stride_, std::uint8_t{0});
    asks_[row] = 0;
    return row;
}

std::span<const Column> FactRows::columns() {
    for (std::size_t first = 0; first < slots_; first += together) {
        find_marks(first);
    }
    for (std::size_t slot = 0; slot < slots_; ++slot) {
        align(slot);
    }
    for (std::size_t i = 0; i < lists_.size(); ++i) {
        columns_[list_slots_[i]].list = &lists_[i].column(asks());
    }
    return columns_;
}

/// By values, not std::min of places: only then do compilers take whole vectors.
void FactRows::find_marks(std::size_t first) {
    std::array<std::uint8_t, together> least{};
    std::array<std::uint8_t, together> greatest{};
    least.fill(static_cast<std::uint8_t>(most_places + 1));
    greatest.fill(1);
    for (std::size_t row = 0; row < size_; ++row) {
        const std::uint8_t* const marks = marks_.data() + row * marks_stride_ + first;
        for (std::size_t i = 0; i < together; ++i) {
            const std::uint8_t mark = marks[i];
            least[i] = mark < least[i] ? mark : least[i];
            greatest[i] = mark > greatest[i] ? mark : greatest[i];
        }
    }
    std::copy(least.begin(), least.end(), least_.begin() + static_cast<std::ptrdiff_t>(first));
    std::copy(greatest.begin(), greatest.end(),
              greatest_.begin() + static_cast<std::ptrdiff_t>(first));
}

void FactRows::align(std::size_t slot) {
    const int scale = greatest_[slot] - 1;
    const bool absent = least_[slot] == 0;
    std::uint8_t* const given = given_.data() + slot * most_;
    if (absent) {
        for (std::size_t row = 0; row < size_; ++row) {
            given[row] = marks_[row * marks_stride_ + slot];
        }
    }
    columns_[slot] = {coefficients_.data() + slot * stride_, absent ? given : nullptr, scale};
    if (least_[slot] < greatest_[slot]) {
        rescale(slot, scale);
    }
}

/// What is absent becomes 0.
void FactRows::rescale(std::size_t slot, int scale) {
    std::array<std::int64_t, most_places + 2> units{}; // by mark
    for (int places = 0; places <= scale; ++places) {
        units[static_cast<std::size_t>(places) + 1] = power_of_ten(scale - places);
    }
    std::int64_t* const coefficients = coefficients_.data() + slot * stride_;
    const std::uint8_t* mark = marks_.data() + slot;
    std::uint8_t* const asks = asks_.data();
    for (std::size_t row = 0; row < size_; ++row) {
        std::int64_t scaled = 0;
        const bool fits = !__builtin_mul_overflow(coefficients[row], units[*mark], &scaled);
        coefficients[row] = fits ? scaled : 0;
        asks[row] |= static_cast<std::uint8_t>(!fits);
        mark += marks_stride_;
    }
}

} // namespace heng::detail::kernel
