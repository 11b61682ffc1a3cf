// SPDX-License-Identifier: Apache-2.0
#include "batch/kernel/block.hpp"
#include "batch/kernel/list_rows.hpp"

#include <algorithm>

namespace heng::detail::kernel {
namespace {

constexpr std::size_t least_room = 1'024; ///< elements

} // namespace

ListRows::ListRows(bool of_targets, std::size_t fields)
    : fields_(fields), columns_(fields), of_targets_(of_targets) {}

void ListRows::clear() {
    begun_ = 0;
    size_ = 0;
    rules_.clear();
}

void ListRows::begin(std::size_t row) {
    if (row < begun_) {
        size_ = offsets_[row];
        return;
    }
    for (; begun_ <= row; ++begun_) {
        offsets_[begun_] = static_cast<std::uint32_t>(size_);
    }
}

void ListRows::grow() {
    targets_.resize(std::max(least_room, 2 * size_));
}

std::uint32_t ListRows::add_rule(const RowRule& rule) {
    rules_.push_back(rule);
    return static_cast<std::uint32_t>(rules_.size());
}

std::size_t ListRows::add() {
    if (size_ == room_) {
        room_ = std::max(least_room, 2 * size_);
        for (Field& field : fields_) {
            field.coefficients.resize(room_);
            field.marks.resize(room_);
        }
    }
    for (Field& field : fields_) {
        field.marks[size_] = 0;
        field.coefficients[size_] = 0;
    }
    return size_++;
}

const ListColumn& ListRows::column(std::span<std::uint8_t> asks) {
    for (std::size_t row = begun_; row <= asks.size(); ++row) {
        offsets_[row] = static_cast<std::uint32_t>(size_);
    }
    for (std::size_t field = 0; field < fields_.size(); ++field) {
        align(field, asks);
    }
    column_ = {offsets_.data(), of_targets_ ? targets_.data() : nullptr, rules_.data(), columns_};
    return column_;
}

void ListRows::align(std::size_t at, std::span<std::uint8_t> asks) {
    Field& field = fields_[at];
    std::uint8_t least = most_places + 1;
    std::uint8_t greatest = 1;
    for (std::size_t i = 0; i < size_; ++i) {
        least = std::min(least, field.marks[i]);
        greatest = std::max(greatest, field.marks[i]);
    }
    columns_[at] = {field.coefficients.data(), least == 0 ? field.marks.data() : nullptr,
                    greatest - 1};
    if (least == greatest) {
        return;
    }
    for (std::size_t row = 0; row < asks.size(); ++row) {
        for (std::size_t i = offsets_[row]; i < offsets_[row + 1]; ++i) {
            const int more = field.marks[i] == 0 ? 0 : greatest - field.marks[i];
            std::int64_t scaled = 0;
            const bool fits =
                !__builtin_mul_overflow(field.coefficients[i], power_of_ten(more), &scaled);
            field.coefficients[i] = fits ? scaled : 0;
            asks[row] |= static_cast<std::uint8_t>(!fits);
        }
    }
}

} // namespace heng::detail::kernel
