// SPDX-License-Identifier: Apache-2.0
//
// Whether columns are what a rubric's inputs can be given by, before a row of them is read.
//
//     if (auto fine = check_columns(columns, rubric.compiled(), rows); !fine) {
//         return Failure{fine.error()};           // batch.input, at "targets.actual"
//     }
#pragma once

#include "batch/row_reader.hpp"
#include "document/compiled_rubric.hpp"

#include <heng/batch/columns.hpp>
#include <heng/result.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace heng::detail::batch {

inline constexpr std::size_t most_column_rows = PTRDIFF_MAX / sizeof(std::int64_t); ///< of memory

/// Errors: those of ColumnScorer::score. O(rows + records) where there are texts or lists.
[[nodiscard]] Result<void> check_columns(std::span<const Column> columns,
                                         const document::CompiledRubric& rubric, std::size_t rows);

/// How a value of an input is read; nothing, where such a column can't give it.
[[nodiscard]] std::optional<Leaf> leaf_of_column(const document::Input& input, bool texts);

/// A field of the records of a list.
struct ColumnField {
    std::optional<Leaf> leaf{};       ///< none where such a column can't give it …
    std::optional<TargetWord> word{}; ///< … but for a word of a target record
    document::InputType type = document::InputType::text;
    bool required = false; ///< of a record that is no target

    [[nodiscard]] bool is_given() const { return leaf || word; }
};

/// The field that a column of records gives; nothing, where the list has none such.
[[nodiscard]] std::optional<ColumnField> field_of_column(const document::Input& list,
                                                         std::string_view key, bool texts);

} // namespace heng::detail::batch
