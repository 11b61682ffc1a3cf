// SPDX-License-Identifier: Apache-2.0
#include "batch/column_blocks.hpp"
#include "batch/row_document.hpp"

#include <algorithm>

namespace heng::detail::batch {
namespace {

// A row whose document could pass a limit is left to the engine. These are well within them.
constexpr std::size_t most_row_records = 20'000;
constexpr std::size_t most_text_bytes =
    4UL * 1024 * 1024; ///< of texts, each of which can become six

} // namespace

ColumnBlocks::Rows::Rows(const document::CompiledRubric& rubric)
    : layout(rubric), facts(layout), reader(rubric, layout, Limits{}) {}

ColumnBlocks::ColumnBlocks(const document::CompiledRubric& rubric, std::span<const Column> columns)
    : columns_(rubric.inputs.size()) {
    for (const Column& column : columns) {
        const auto slot = static_cast<std::size_t>(rubric.scope.find(column.input).index);
        if (column.values != nullptr) {
            numbers_.push_back({&column, slot});
        } else if (column.fields != nullptr) {
            add_list(column, rubric.inputs[slot], slot);
        } else {
            Leaf leaf = *leaf_of_column(rubric.inputs[slot], true);
            leaf.slot = static_cast<std::uint32_t>(slot);
            texts_.push_back({&column, leaf});
        }
    }
    if (!texts_.empty() || !lists_.empty()) {
        rows_ = std::make_unique<Rows>(rubric);
    }
}

void ColumnBlocks::add_list(const Column& column, const document::Input& input, std::size_t slot) {
    const auto is_required = [](const document::Input& field) {
        return !field.optional;
    };
    List list{
        &column, slot, input.of_targets,
        static_cast<std::size_t>(std::count_if(input.of.begin(), input.of.end(), is_required))};
    for (const Column& field : std::span{column.fields, column.field_count}) {
        list.fields.push_back(
            {&field, *field_of_column(input, field.input, field.text != nullptr)});
    }
    lists_.push_back(std::move(list));
}

std::span<const kernel::Column> ColumnBlocks::at(std::size_t first, std::span<std::uint8_t> asks) {
    if (rows_) {
        read_rows(first, asks);
    }
    for (Numbers& numbers : numbers_) {
        read_numbers(numbers, first, asks.size());
    }
    return columns_;
}

/// The values stay where they are; the bits of those that are there become bytes.
void ColumnBlocks::read_numbers(Numbers& numbers, std::size_t first, std::size_t rows) {
    const Column& column = *numbers.column;
    bool all = true;
    for (std::size_t row = 0; column.valid != nullptr && row < rows; ++row) {
        const bool given = has_value(column, first + row);
        numbers.given[row] = given ? 1 : 0;
        all = all && given;
    }
    columns_[numbers.slot] = {column.values + column.offset + first,
                              all ? nullptr : numbers.given.data(), column.scale};
}

void ColumnBlocks::read_rows(std::size_t first, std::span<std::uint8_t> asks) {
    kernel::FactRows& facts = rows_->facts;
    facts.clear();
    for (std::size_t row = 0; row < asks.size(); ++row) {
        rows_->reader.begin({facts, facts.add(), rows_->nobody});
        if (!read_row(first + row)) {
            asks[row] = 1;
        }
    }
    const std::span<const kernel::Column> read = facts.columns();
    for (const Texts& texts : texts_) {
        columns_[texts.leaf.slot] = read[texts.leaf.slot];
    }
    for (const List& list : lists_) {
        columns_[list.slot] = read[list.slot];
    }
    const std::span<const std::uint8_t> too_wide = facts.asks();
    for (std::size_t row = 0; row < too_wide.size(); ++row) {
        asks[row] |= too_wide[row];
    }
}

bool ColumnBlocks::read_row(std::size_t row) {
    bool plain = true;
    for (const Texts& texts : texts_) {
        plain = plain && (!has_value(*texts.column, row) ||
                          rows_->reader.give(texts.leaf, text_at(*texts.column, row)));
    }
    bytes_ = 0;
    for (const List& list : lists_) {
        plain = plain && (!has_value(*list.column, row) || read_list(list, row));
    }
    return plain && bytes_ <= most_text_bytes;
}

bool ColumnBlocks::read_list(const List& list, std::size_t row) {
    const std::int32_t* const ends = list.column->offsets + list.column->offset + row;
    const auto first = static_cast<std::size_t>(ends[0]);
    const auto end = static_cast<std::size_t>(ends[1]);
    bool plain = end - first <= most_row_records && rows_->reader.open_list(list.slot);
    for (std::size_t record = first; plain && record < end; ++record) {
        plain = rows_->reader.open_record() && read_record(list, record);
    }
    return plain;
}

bool ColumnBlocks::read_record(const List& list, std::size_t record) {
    TargetWords words;
    std::uint32_t given = 0;
    std::size_t required = 0;
    for (const Field& field : list.fields) {
        const Column& column = *field.column;
        if (!has_value(column, record)) {
            continue;
        }
        ++given;
        required += field.field.required ? 1U : 0U;
        if (column.values != nullptr) {
            const std::int64_t value = column.values[column.offset + record];
            if (!rows_->reader.give(*field.field.leaf, json::PlainNumber{value, column.scale})) {
                return false;
            }
            continue;
        }
        const std::string_view text = text_at(column, record);
        bytes_ += text.size();
        if (!(field.field.word ? words.set(*field.field.word, text)
                               : rows_->reader.give(*field.field.leaf, text))) {
            return false;
        }
    }
    return required == list.required &&
           rows_->reader.close_record(list.of_targets ? words.packed() : given);
}

} // namespace heng::detail::batch
