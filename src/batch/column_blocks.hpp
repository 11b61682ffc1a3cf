// SPDX-License-Identifier: Apache-2.0
//
// The caller's columns as the blocks of facts that the kernel scores.
//
//     ColumnBlocks blocks{rubric.compiled(), columns};
//     const auto facts = blocks.at(first, rows, asks);      // rows first … first + rows - 1
#pragma once

#include "batch/kernel/facts.hpp"
#include "document/compiled_rubric.hpp"

#include <heng/batch/columns.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace heng::detail::batch {

class ColumnBlocks {
  public:
    /// The columns were checked, and outlive it; it reads them and keeps what it unpacks.
    ColumnBlocks(const document::CompiledRubric& rubric, std::span<const Column> columns);

    /// A column for each input of the rubric. A row asks where a text is no plain number.
    [[nodiscard]] std::span<const kernel::Column> at(std::size_t first,
                                                     std::span<std::uint8_t> asks);

  private:
    struct Source {
        const Column* column;
        std::size_t slot;
        bool plain; ///< texts: a number without a sign of its own, such as %
        std::array<std::uint8_t, kernel::most_rows> given{};
    };

    void read_numbers(Source& source, std::size_t first, std::size_t rows);
    void read_all_texts(std::size_t first, std::span<std::uint8_t> asks);
    void read_texts(const Source& source, std::size_t index, std::size_t first,
                    std::span<std::uint8_t> asks);

    std::vector<Source> numbers_;
    std::vector<Source> texts_;
    std::optional<kernel::FactRows> rows_; ///< of the texts, if there are some
    std::vector<kernel::Column> columns_;
};

} // namespace heng::detail::batch
