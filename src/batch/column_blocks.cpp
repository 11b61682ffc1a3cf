// SPDX-License-Identifier: Apache-2.0
#include "batch/column_blocks.hpp"
#include "batch/row_document.hpp"

#include <algorithm>

namespace heng::detail::batch {
namespace {

using document::InputType;

/// A number of so few digits that it fits 64 bits; its first and last character are digits.
bool read_plain(std::string_view text, std::int64_t& coefficient, int& scale) {
    constexpr std::size_t most_digits = 18;
    const bool negative = text.starts_with('-');
    text.remove_prefix(negative ? 1 : 0);
    if (text.size() > most_digits) {
        return false;
    }
    std::int64_t value = 0;
    std::size_t point = text.size();
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c >= '0' && c <= '9') {
            value = value * 10 + (c - '0');
        } else if (c == '.' && i > 0 && i + 1 < text.size() && point == text.size()) {
            point = i;
        } else {
            return false;
        }
    }
    coefficient = negative ? -value : value;
    scale = point == text.size() ? 0 : static_cast<int>(text.size() - point - 1);
    return !text.empty();
}

} // namespace

ColumnBlocks::ColumnBlocks(const document::CompiledRubric& rubric, std::span<const Column> columns)
    : columns_(rubric.inputs.size()) {
    for (const Column& column : columns) {
        const auto slot = static_cast<std::size_t>(rubric.scope.find(column.input).index);
        const InputType type = rubric.inputs[slot].type;
        const bool plain =
            type == InputType::number || type == InputType::money || type == InputType::count;
        (column.values != nullptr ? numbers_ : texts_).push_back({&column, slot, plain});
    }
    if (!texts_.empty()) {
        rows_.emplace(texts_.size());
    }
}

std::span<const kernel::Column> ColumnBlocks::at(std::size_t first, std::span<std::uint8_t> asks) {
    for (Source& source : numbers_) {
        read_numbers(source, first, asks.size());
    }
    if (rows_) {
        read_all_texts(first, asks);
    }
    return columns_;
}

void ColumnBlocks::read_all_texts(std::size_t first, std::span<std::uint8_t> asks) {
    rows_->clear();
    for (std::size_t row = 0; row < asks.size(); ++row) {
        rows_->add();
    }
    for (std::size_t i = 0; i < texts_.size(); ++i) {
        read_texts(texts_[i], i, first, asks);
    }
    const std::span<const kernel::Column> texts = rows_->columns();
    for (std::size_t i = 0; i < texts_.size(); ++i) {
        columns_[texts_[i].slot] = texts[i];
    }
    const std::span<const std::uint8_t> of_texts = rows_->asks();
    for (std::size_t row = 0; row < of_texts.size(); ++row) {
        asks[row] |= of_texts[row];
    }
}

/// The values stay where they are; the bits of those that are there become bytes.
void ColumnBlocks::read_numbers(Source& source, std::size_t first, std::size_t rows) {
    const Column& column = *source.column;
    bool all = true;
    for (std::size_t row = 0; column.valid != nullptr && row < rows; ++row) {
        const bool given = has_value(column, first + row);
        source.given[row] = given ? 1 : 0;
        all = all && given;
    }
    columns_[source.slot] = {column.values + column.offset + first,
                             all ? nullptr : source.given.data(), column.scale};
}

void ColumnBlocks::read_texts(const Source& source, std::size_t index, std::size_t first,
                              std::span<std::uint8_t> asks) {
    for (std::size_t row = 0; row < asks.size(); ++row) {
        if (!has_value(*source.column, first + row)) {
            continue;
        }
        std::int64_t coefficient = 0;
        int scale = 0;
        if (source.plain && read_plain(text_at(*source.column, first + row), coefficient, scale)) {
            rows_->set(index, row, coefficient, scale);
        } else {
            asks[row] = 1;
        }
    }
}

} // namespace heng::detail::batch
