// SPDX-License-Identifier: Apache-2.0
//
// The caller's columns as the blocks of facts that the kernel scores.
//
//     ColumnBlocks blocks{rubric.compiled(), columns};
//     const auto facts = blocks.at(first, rows, asks);      // rows first … first + rows - 1
#pragma once

#include "batch/column_checks.hpp"
#include "batch/kernel/facts.hpp"
#include "batch/row_reader.hpp"
#include "document/compiled_rubric.hpp"

#include <heng/batch/columns.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace heng::detail::batch {

class ColumnBlocks {
  public:
    /// The columns were checked, and outlive it; it reads them and keeps what it unpacks.
    ColumnBlocks(const document::CompiledRubric& rubric, std::span<const Column> columns);

    /// A column for each input of the rubric. A row asks where a text or a record is not plain.
    [[nodiscard]] std::span<const kernel::Column> at(std::size_t first,
                                                     std::span<std::uint8_t> asks);

  private:
    /// Numbers, which stay where they are.
    struct Numbers {
        const Column* column;
        std::size_t slot;
        std::array<std::uint8_t, kernel::most_rows> given{};
    };
    struct Texts {
        const Column* column;
        Leaf leaf;
    };
    struct Field {
        const Column* column;
        ColumnField field;
    };
    struct List {
        const Column* column;
        std::size_t slot;
        bool of_targets;
        std::size_t required; ///< fields of other records
        std::vector<Field> fields{};
    };

    /// Read value by value.
    struct Rows {
        explicit Rows(const document::CompiledRubric& rubric);

        kernel::FactsLayout layout;
        kernel::FactRows facts;
        RowReader reader;
        PlainSubject nobody{};
    };

    void add_list(const Column& column, const document::Input& input, std::size_t slot);
    void read_numbers(Numbers& numbers, std::size_t first, std::size_t rows);
    void read_rows(std::size_t first, std::span<std::uint8_t> asks);
    [[nodiscard]] bool read_row(std::size_t row);
    [[nodiscard]] bool read_list(const List& list, std::size_t row);
    [[nodiscard]] bool read_record(const List& list, std::size_t record);

    std::vector<Numbers> numbers_;
    std::vector<Texts> texts_;
    std::vector<List> lists_;
    std::unique_ptr<Rows> rows_; ///< of texts and lists, if there are some
    std::vector<kernel::Column> columns_;
    std::size_t bytes_ = 0; ///< of the texts of a row's records
};

} // namespace heng::detail::batch
