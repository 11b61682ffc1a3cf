// SPDX-License-Identifier: Apache-2.0
//
// A row of columns as the facts document that it stands for.
//
//     RowDocument documents{rubric.compiled(), columns};
//     documents.text(7)       //
//     {"heng":"facts/1","unit":"万元","data":{"budget":{"annual":100.00}}}
#pragma once

#include "base/json/writer.hpp"
#include "document/compiled_rubric.hpp"

#include <heng/batch/columns.hpp>
#include <heng/result.hpp>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace heng::detail::batch {

/// Whether the row has a value in the column.
[[nodiscard]] inline bool has_value(const Column& column, std::size_t row) {
    const std::size_t bit = column.offset + row;
    return column.valid == nullptr || (column.valid[bit / 8] >> bit % 8 & 1U) != 0;
}

/// What a column of texts has in the row.
[[nodiscard]] inline std::string_view text_at(const Column& column, std::size_t row) {
    const std::int32_t* const ends = column.offsets + column.offset + row;
    return {column.text + ends[0], static_cast<std::size_t>(ends[1] - ends[0])};
}

class RowDocument {
  public:
    /// The columns were checked. Both must outlive it.
    RowDocument(const document::CompiledRubric& rubric, std::span<const Column> columns);

    [[nodiscard]] std::string text(std::size_t row) const;
    /// The same in memory. Errors: json.utf8, json.nul, limit.bytes.
    [[nodiscard]] Result<json::JsonDocument> document(std::size_t row) const;

  private:
    struct Entry {
        std::vector<std::string_view> path;
        const Column* column = nullptr;
        const document::Input* input = nullptr;
    };

    void write(json::JsonWriter& json, std::size_t row) const;
    void write(json::JsonWriter& json, std::span<const Entry> entries, std::size_t depth,
               std::size_t row) const;
    static void write_value(json::JsonWriter& json, const Column& column, bool boolean,
                            std::size_t row);
    static void write_list(json::JsonWriter& json, const Entry& entry, std::size_t row);

    const document::CompiledRubric& rubric_;
    std::vector<Entry> entries_; ///< by path, so that groups are together
};

} // namespace heng::detail::batch
