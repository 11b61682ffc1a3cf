// SPDX-License-Identifier: Apache-2.0
//
// Scores many rows of columns at once: whole numbers with a scale for each column in, totals and
// scores as whole numbers out.
//
//     const heng::ColumnScorer scorer{*rubric};          // makes the rubric ready, once
//     const heng::Column columns[] = {
//         {.input = "budget.annual", .values = annual, .scale = 2},
//         {.input = "budget.executed", .values = executed, .scale = 2}};
//     std::vector<std::int64_t> totals(rows);
//     std::vector<std::int32_t> statuses(rows);          // 0 is Status::ok
//     const auto done = scorer.score(columns, rows, {.totals = totals, .statuses = statuses});
//     totals[0];                  // 9425 is 94.25, if the rubric rounds its total to 2 places
//
// A row stands for the facts document with the values of its columns: it gets the total, the grade
// and the scores that this document gets, and fails if it fails. Money is in the rubric's unit.
// Rows run as flat code in 64 bits, block by block, if the rubric and the row are plain (see
// kernel.hpp); each other row is scored as its document, some ten to hundred times slower. Memory
// does not depend on the number of rows.
//
// A list of records is a list of structs: where the records of each row end, and a column of
// elements for each field.
//
//     const heng::Column fields[] = {
//         {.input = "name", .text = names, .offsets = name_ends},
//         {.input = "direction", .text = directions, .offsets = direction_ends},
//         {.input = "target", .values = targets}, {.input = "actual", .values = actuals}};
//     const heng::Column goals{
//         .input = "targets", .offsets = ends, .fields = fields, .field_count = 4};
//
// Source: Arrow's columnar format and C data interface for values, offsets and validity.
#pragma once

#include <heng/batch/json_lines.hpp>
#include <heng/document/rubric_document.hpp>
#include <heng/result.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace heng {

namespace detail::kernel {
class Kernel;
}

/// The values of one input in all rows: numbers, texts as documents have them ("522688.65",
/// "96.6%", "2024-01-31"), or a list of records. Precondition: the pointers stay valid during the
/// call.
struct Column {
    std::string_view input{}; ///< its path, such as "budget.executed"; of a field its key
    const std::int64_t* values =
        nullptr;                ///< row i: values[offset + i] × 10^-scale; a boolean: 0, 1
    int scale = 0;              ///< 0 … 18
    const char* text = nullptr; ///< or row i: from offsets[offset + i] on …
    const std::int32_t* offsets = nullptr; ///< … up to offsets[offset + i + 1]; rising, from 0 on
    /// Bit offset + i is set if row i has a value, the lowest bit first; nullptr: every row has.
    const std::uint8_t* valid = nullptr;
    std::size_t offset = 0;
    /// Or row i has the records from offsets[offset + i] on up to offsets[offset + i + 1], of which
    /// each field is a column whose rows are the records of all rows; null in a field: the record
    /// lacks it. A field is no list.
    const Column* fields = nullptr;
    std::size_t field_count = 0;
};

/// The score of an item that can't be written with so many decimal places, or of a row that failed.
inline constexpr std::int64_t no_score = std::numeric_limits<std::int64_t>::min();

/// The spans that scores are written to, one entry a row; empty spans are not filled.
struct ScoreColumns {
    std::span<std::int64_t> totals{}; ///< in 10^-scale points; no_score for a row that failed
    std::span<std::int32_t> grades{}; ///< index into Rubric::grades; -1: none, or failed
    /// The number of a Status: 0, or the reason why there is no total.
    std::span<std::int32_t> statuses{};
    std::span<std::int64_t> items{}; ///< [indicator × rows + row]; indicators count parents first
    std::optional<int> scale{};      ///< 0 … 9; the rubric's if empty
};

/// Called by the calling thread with the number of rows that are done. Returning false cancels: the
/// rest is not filled, except the rows that a thread is working on.
using ColumnProgress = std::function<bool(std::size_t rows)>;

/// A rubric made ready for columns. Immutable; any number of threads may use one at once.
class ColumnScorer {
  public:
    /// Prepares the rubric. Linear in the rubric.
    explicit ColumnScorer(RubricDocument rubric);

    /// Returns whether plain rows run as flat code.
    [[nodiscard]] bool is_fast() const { return kernel_ != nullptr; }

    /// Scores rows 0 … rows - 1 on `threads` threads (0 is 1, at most most_batch_threads). A row
    /// fails with Status::limit_exceeded if its total has more places than `scale`, which never
    /// happens with as many as the rubric rounds its total to, or if it takes more than
    /// `most_steps`, as BatchOptions has them. Errors, about the call and not about
    /// a row: `batch.input` (no such input or field, or one that such a column can't give),
    /// `batch.column` (no values, or two sorts of them; falling offsets; the same input or field
    /// twice), `batch.offset` (past all memory), `batch.scale`, `batch.size` (of a span); nothing
    /// is scored then. O((rows + records) × cost of the rubric).
    [[nodiscard]] Result<BatchSummary> score(std::span<const Column> columns, std::size_t rows,
                                             const ScoreColumns& to, unsigned threads = 1,
                                             const ColumnProgress& progress = {},
                                             std::int64_t most_steps = 0) const;

    /// Returns the facts/1 document that a row stands for: Facts::parse and score tell why the row
    /// failed, or explain it. A text that is not UTF-8 is kept as it is, and refused there. Errors:
    /// those of score; `batch.size` for a row that is past all memory. Linear in the columns.
    [[nodiscard]] Result<std::string> document(std::span<const Column> columns,
                                               std::size_t row) const;

    /// Returns how many columns can be given: one for each input of the rubric. score refuses more.
    [[nodiscard]] std::size_t most_columns() const;

    /// Returns how many fields the records of any of its lists can have. score refuses more.
    [[nodiscard]] std::size_t most_fields() const;

    [[nodiscard]] const RubricDocument& rubric() const { return rubric_; }

  private:
    RubricDocument rubric_;
    std::shared_ptr<const detail::kernel::Kernel> kernel_;
};

} // namespace heng
