// SPDX-License-Identifier: Apache-2.0
//
// Scoring many documents, one facts/1 a line (JSON lines): a summary or an error a line comes out,
// in the order that went in.
//
//     const auto done = heng::score_lines(
//         *rubric, [&](std::span<char> buffer) { return std::fread(…); },
//         [&](const heng::BatchLine& line) { std::cout << line.json << '\n'; return true; },
//         {.threads = 2});
//
// A summary: {"line":1,"subject":{"name":"…","year":2023},"total":"94.25","grade":"优",
// "scores":{"effect":"49.95",…}}: the scores of all items, as in sheet/1, and behind them
// "diagnostics":[{"code","where","message"}] where there is one that puts the total in doubt:
// outside-effective. A line that can't be read
// or scored, and nothing else, is told as {"line":7,"error":{"code","message","pointer","column"}}.
// A line with a figure that looks otherwise than it is read (large-percent, printed-double,
// unlike-percent) also has "diagnostics":[{"code","where","message"},…], as in sheet/1.
// Empty lines are passed over. Each line is scored as Facts::parse and score() would, without
// sentences.
//
// Memory is bounded by the threads, the longest line and the longest summary, whatever the number
// of lines: some blocks of 256 KiB (of rubrics with hundreds of inputs: up to 4 MiB) are in work at
// a time, each of so few lines that their summaries take a few MiB. A line past Limits::bytes,
// without its end "\n" or "\r\n", is an error and is not kept, even where nothing but blanks is in
// it.
#pragma once

#include <heng/document/facts.hpp>
#include <heng/document/limits.hpp>
#include <heng/document/rubric_document.hpp>
#include <heng/result.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string_view>

namespace heng {

/// What came of one line. `json` is one line without its end, NUL stands behind it, and it lives as
/// long as the call.
struct BatchLine {
    std::uint64_t number = 0; ///< from 1, empty lines counted
    std::string_view json;
    bool failed = false;
};

/// More threads than these are not made, whatever a caller asks for.
inline constexpr unsigned most_batch_threads = 256;

struct BatchOptions {
    unsigned threads = 1; ///< that score; 0 is 1. Fewer where the system gives no more
    Limits limits{};      ///< of each line
    UnreadFacts unread = UnreadFacts::list;
};

struct BatchSummary {
    std::uint64_t documents = 0; ///< lines that were told of, failed ones too
    std::uint64_t failed = 0;
    bool cancelled = false;
};

/// Fills the buffer from its beginning and returns how many bytes; 0 ends the text; none: it can't
/// be read any further, which ends the batch with `batch.unreadable`.
using BatchSource = std::function<std::optional<std::size_t>(std::span<char> buffer)>;

/// Takes one result; false cancels the batch. Called by the calling thread only, as is the source.
using BatchSink = std::function<bool(const BatchLine& line)>;

/// Scores every line of `source` by `rubric`. What `source` or `sink` throws, comes out, after all
/// threads have ended. Errors: `batch.unreadable`; a line that fails is none. The cost is that of
/// reading and scoring each line, shared among the threads.
[[nodiscard]] Result<BatchSummary> score_lines(const RubricDocument& rubric,
                                               const BatchSource& source, const BatchSink& sink,
                                               const BatchOptions& options = {});

} // namespace heng
