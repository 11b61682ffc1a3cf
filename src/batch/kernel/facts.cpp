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
      groups_((slots + slots_a_word - 1) / slots_a_word),
      lanes_(&best_lanes()),
      coefficients_(slots * stride_),
      words_(groups_ * stride_),
      least_(groups_ * slots_a_word),
      greatest_(groups_ * slots_a_word),
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
    for (std::size_t place = row; place < words_.size(); place += stride_) {
        words_[place] = 0;
    }
    asks_[row] = 0;
    return row;
}

std::span<const Column> FactRows::columns() {
    if (size_ == 1) {
        take_one();
    } else {
        for (std::size_t group = 0; group < groups_; ++group) {
            find_marks(group);
        }
        for (std::size_t slot = 0; slot < slots_; ++slot) {
            align(slot);
        }
    }
    for (std::size_t i = 0; i < lists_.size(); ++i) {
        columns_[list_slots_[i]].list = &lists_[i].column(asks());
    }
    return columns_;
}

/// A row alone keeps each number as it is.
void FactRows::take_one() {
    std::int64_t* coefficient = coefficients_.data();
    for (std::size_t slot = 0; slot < slots_; ++slot, coefficient += stride_) {
        const auto mark = static_cast<int>(word(slot, 0) >> shift_of(slot) & 0xFFU);
        if (mark == 0) {
            *coefficient = 0;
            given_[slot * most_] = 0;
        }
        columns_[slot] = {coefficient, mark == 0 ? &given_[slot * most_] : nullptr,
                          std::max(mark - 1, 0)};
    }
}

/// Several rows at a time, and by values, not std::min of places: only then do compilers take whole
/// vectors.
void FactRows::find_marks(std::size_t group) {
    constexpr std::size_t together = 8 * slots_a_word;
    const auto* const marks = reinterpret_cast<const unsigned char*>(&words_[group * stride_]);
    const std::size_t count = size_ * slots_a_word;
    std::array<std::uint8_t, together> least{};
    std::array<std::uint8_t, together> greatest{};
    least.fill(static_cast<std::uint8_t>(most_places + 1));
    greatest.fill(1);
    std::size_t at = 0;
    for (; at + together <= count; at += together) {
        for (std::size_t i = 0; i < together; ++i) {
            const std::uint8_t mark = marks[at + i];
            least[i] = mark < least[i] ? mark : least[i];
            greatest[i] = mark > greatest[i] ? mark : greatest[i];
        }
    }
    for (std::size_t i = 0; at + i < count; ++i) {
        least[i] = std::min<std::uint8_t>(least[i], marks[at + i]);
        greatest[i] = std::max<std::uint8_t>(greatest[i], marks[at + i]);
    }
    for (std::size_t half = together / 2; half >= slots_a_word; half /= 2) {
        for (std::size_t i = 0; i < half; ++i) {
            least[i] = std::min(least[i], least[half + i]);
            greatest[i] = std::max(greatest[i], greatest[half + i]);
        }
    }
    std::copy_n(least.begin(), slots_a_word, &least_[group * slots_a_word]);
    std::copy_n(greatest.begin(), slots_a_word, &greatest_[group * slots_a_word]);
}

void FactRows::align(std::size_t slot) {
    const int scale = greatest_[slot] - 1;
    const bool absent = least_[slot] == 0;
    std::uint8_t* const given = given_.data() + slot * most_;
    if (absent) {
        for (std::size_t row = 0; row < size_; ++row) {
            given[row] = static_cast<std::uint8_t>(word(slot, row) >> shift_of(slot));
        }
    }
    columns_[slot] = {coefficients_.data() + slot * stride_, absent ? given : nullptr, scale};
    if (least_[slot] < greatest_[slot]) {
        rescale(slot, scale);
    }
}

/// What is absent becomes 0.
void FactRows::rescale(std::size_t slot, int scale) {
    std::int64_t* const coefficients = coefficients_.data() + slot * stride_;
    const int least = std::max<int>(least_[slot], 1);
    const Magnitude magnitude = magnitude_of(lanes_->fold(coefficients, size_));
    if (magnitude.bits + bits_of(power_of_ten(scale + 1 - least)) > safe_bits) {
        return rescale_with_care(slot, scale);
    }
    const Marks marks{&words_[place_of(slot, 0)], shift_of(slot), least, scale + 1};
    lanes_->rescale(coefficients, marks, size_);
}

/// The same, where a number may not fit.
void FactRows::rescale_with_care(std::size_t slot, int scale) {
    std::array<std::int64_t, most_places + 2> units{}; // by mark
    for (int places = 0; places <= scale; ++places) {
        units[static_cast<std::size_t>(places) + 1] = power_of_ten(scale - places);
    }
    std::int64_t* const coefficients = coefficients_.data() + slot * stride_;
    for (std::size_t row = 0; row < size_; ++row) {
        const std::size_t mark = word(slot, row) >> shift_of(slot) & 0xFFU;
        std::int64_t scaled = 0;
        const bool fits = !__builtin_mul_overflow(coefficients[row], units[mark], &scaled);
        coefficients[row] = fits ? scaled : 0;
        asks_[row] |= static_cast<std::uint8_t>(!fits);
    }
}

} // namespace heng::detail::kernel
