// SPDX-License-Identifier: Apache-2.0
//
// What comes of the lines of a block, many at a time.
//
//     const BatchPlan plan{rubric, options};
//     LineScorer scorer{plan};
//     scorer.score(block, results);
//     results.text_of(0)                       // {"line":1,"subject":{…},"total":"94.25",…}
//
// Lines that are plain go to the kernel together, where the rubric has one; every other line goes
// through Facts::parse and the engine, which say what is wrong with it. Which way a line takes is
// not seen in what comes out.
#pragma once

#include "batch/blocks.hpp"
#include "batch/kernel/kernel.hpp"
#include "batch/plain_facts.hpp"
#include "batch/summary_text.hpp"

#include <heng/batch/json_lines.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace heng::detail::batch {

/// A summary or an error a line, in one string; behind each stands NUL, which C programs want.
struct LineResults {
    struct Line {
        std::size_t end = 0; ///< in `text`
        bool failed = false;
    };

    std::string text; ///< and some room behind it
    std::vector<Line> lines;

    /// Where a line begins; that of the next one: where all that is written ends.
    [[nodiscard]] std::size_t begin_of(std::size_t i) const {
        return i == 0 ? 0 : lines[i - 1].end + 1;
    }
    [[nodiscard]] std::string_view text_of(std::size_t i) const {
        return std::string_view{text}.substr(begin_of(i), lines[i].end - begin_of(i));
    }

    /// Where the next line is to be written, which takes at most so many bytes.
    [[nodiscard]] char* room(std::size_t bytes) {
        const std::size_t begin = begin_of(lines.size());
        if (text.size() < begin + bytes + 1) {
            text.resize(std::max(begin + bytes + 1, 2 * begin));
        }
        return text.data() + begin;
    }
    /// The line that was written there, to its end.
    void add(char* end, bool failed) {
        *end = '\0';
        lines.push_back({static_cast<std::size_t>(end - text.data()), failed});
    }
};

/// The most that all threads take together: for their scorers and for what is in work, each;
/// for lines that are read and not told of.
inline constexpr std::size_t most_bytes_at_work = 384UL * 1024 * 1024;
inline constexpr std::size_t most_bytes_waiting = 64UL * 1024 * 1024;

/// What all threads share. The rubric and the options outlive it.
struct BatchPlan {
    BatchPlan(const RubricDocument& rubric_, const BatchOptions& options_);

    /// So many as are asked for, and no more than have memory for their scorers.
    [[nodiscard]] unsigned threads() const;

    const RubricDocument& rubric;
    const BatchOptions& options;
    std::unique_ptr<const kernel::Kernel> kernel; ///< none: the engine scores every line
    std::optional<SummaryText> summary{};         ///< where there is a kernel
};

/// For one thread at a time. The plan outlives it.
class LineScorer {
  public:
    explicit LineScorer(const BatchPlan& plan);

    /// `results` is replaced, in its own memory.
    void score(const Block& block, LineResults& results);

    /// How many lines the engine scored.
    [[nodiscard]] std::uint64_t by_engine() const { return by_engine_; }

  private:
    /// What the kernel works on.
    struct Rows {
        explicit Rows(const BatchPlan& plan);

        PlainFacts plain;
        kernel::FactRows facts;
        kernel::Scores scores;
        std::vector<PlainSubject> subjects;
    };

    void score_by_kernel(const Block& block, std::span<const Line> lines, LineResults& results);
    [[nodiscard]] bool is_outside(const PlainSubject& subject) const;
    void score_by_engine(const Block& block, const Line& line, LineResults& results);
    void add_scored(const Line& line, std::size_t row, LineResults& results) const;

    const BatchPlan& plan_;
    std::unique_ptr<Rows> rows_; ///< where there is a kernel
    std::uint64_t by_engine_ = 0;
};

} // namespace heng::detail::batch
