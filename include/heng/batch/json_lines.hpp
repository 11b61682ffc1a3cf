// SPDX-License-Identifier: Apache-2.0
//
// Scores many documents, one facts/1 a line (JSON lines): a summary or an error a line comes out,
// in the order of the input.
//
//     const auto read = [&](std::span<char> buffer) {
//         return std::fread(buffer.data(), 1, buffer.size(), stdin);
//     };
//     const auto write = [&](const heng::BatchLine& line) {
//         std::cout << line.json << '\n';
//         return true;
//     };
//     const auto done = heng::score_lines(*rubric, read, write, {.threads = 2});
//
// A summary: {"line":1,"subject":{"name":"…","year":2023},"total":"94.25","grade":"优",
// "scores":{"effect":"49.95",…}}, with the scores of all items, as in sheet/1, and behind them
// "diagnostics":[{"code","where","message"}] if one puts the total in doubt: outside-effective, or
// a figure that looks otherwise than it is read (large-percent, printed-double, unlike-percent). A
// line that can't be read or scored gives {"line":7,"error":{"code","message","pointer","column"}}
// alone. Empty lines are passed over. Each line is scored as Facts::parse and score() would,
// without sentences.
//
// Memory is bounded by the threads, the longest line and the longest summary, whatever the number
// of lines: some blocks of 256 KiB (up to 4 MiB for rubrics with hundreds of inputs) are in work at
// a time, each with so few lines that their summaries take a few MiB. A line past Limits::bytes,
// without its end "\n" or "\r\n", is an error and is not kept, even if it consists of blanks.
#pragma once

#include <heng/document/rubric_document.hpp>
#include <heng/facts/facts.hpp>
#include <heng/limits.hpp>
#include <heng/result.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string_view>

namespace heng {

/// The result of one line. `json` is one line without its end, followed by NUL, and lives as long
/// as the call.
struct BatchLine {
    std::uint64_t number = 0; ///< from 1, empty lines counted
    std::string_view json;
    bool failed = false;
};

/// The most threads that are started, whatever a caller asks for.
inline constexpr unsigned most_batch_threads = 256;

/// How a batch is scored.
struct BatchOptions {
    unsigned threads = 1; ///< threads that score; 0 is 1. Fewer if the system gives no more
    Limits limits{};      ///< for each line
    UnreadFacts unread = UnreadFacts::list;
    /// The most steps that scoring one line may take, as CallOptions::most_steps counts them; past
    /// it the line fails with `limit.exceeded`. 0: as heng::score.
    std::int64_t most_steps = 0;
};

/// Counts of a batch that has ended.
struct BatchSummary {
    std::uint64_t documents = 0; ///< lines with a result, failed ones too
    std::uint64_t failed = 0;
    bool cancelled = false;
};

/// Fills the buffer from its beginning and returns the number of bytes; 0 ends the text; empty if
/// it can't be read any further, which ends the batch with `batch.unreadable`.
using BatchSource = std::function<std::optional<std::size_t>(std::span<char> buffer)>;

/// Takes one result; returning false cancels the batch. Only the calling thread calls it, and the
/// source.
using BatchSink = std::function<bool(const BatchLine& line)>;

/// Scores every line of `source` by `rubric`. Rethrows what `source` or `sink` throws, after all
/// threads have ended. Error: `batch.unreadable`; a line that fails is none. Costs reading and
/// scoring each line, shared among the threads.
[[nodiscard]] Result<BatchSummary> score_lines(const RubricDocument& rubric,
                                               const BatchSource& source, const BatchSink& sink,
                                               const BatchOptions& options = {});

} // namespace heng
