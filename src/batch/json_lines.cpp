// SPDX-License-Identifier: Apache-2.0
#include "batch/blocks.hpp"
#include "batch/line_scorer.hpp"
#include "batch/messages.hpp"
#include "batch/workers.hpp"

#include <heng/batch/json_lines.hpp>
#include <heng/rubric/tree.hpp>

#include <algorithm>
#include <cstddef>
#include <memory>
#include <utility>
#include <vector>

namespace heng {
namespace {

using detail::batch::Block;
using detail::batch::LineResults;
using detail::batch::LineScorer;

constexpr std::size_t least_block_bytes = 256UL * 1024;
constexpr std::size_t most_block_bytes = 16 * least_block_bytes;

/// Some documents that name every input fit a block, so that those of large rubrics too are scored
/// more than one at a time.
std::size_t block_bytes(const RubricDocument& rubric) {
    constexpr std::size_t documents = 16;
    constexpr std::size_t bytes_of_input = 32;
    const std::size_t inputs = rubric.compiled().inputs.size();
    return std::clamp(inputs * bytes_of_input * documents, least_block_bytes, most_block_bytes);
}

/// The bytes of all indicators' scores, as a line of the batch tells them.
std::size_t bytes_of_scores(const Rubric& rubric) {
    constexpr std::size_t score = 16; // with its quotes, and the signs between it and the next
    std::size_t bytes = 0;
    for (const PlacedIndicator& each : IndicatorTree{rubric.indicators}) {
        bytes += each->id.size() + score;
    }
    return bytes;
}

/// So many that what they come to takes a few MiB: short lines may ask for long summaries, or have
/// an error each.
std::size_t block_lines(const RubricDocument& rubric, std::size_t threads) {
    constexpr std::size_t most_bytes_told = 4UL * 1024 * 1024;
    constexpr std::size_t least_bytes_of_line = 512;
    const std::size_t bytes = bytes_of_scores(rubric.rubric());
    const std::size_t told =
        std::min(most_bytes_told, detail::batch::most_bytes_waiting / (threads + 1));
    return std::max(std::size_t{1}, told / (least_bytes_of_line + bytes));
}

/// The bytes to score a block besides its text, where one of its lines is long: at the worst a row
/// of a few bytes becomes a record and an item of the sheet.
std::size_t weight_of(const detail::batch::Block& block) {
    constexpr std::size_t long_line = 64UL * 1024;
    constexpr std::size_t bytes_a_byte = 50;
    std::size_t longest = 0;
    for (const detail::batch::Line& line : block.lines) {
        longest = std::max(longest, line.length);
    }
    return longest < long_line ? 0 : bytes_a_byte * longest;
}

/// A block of lines, and what came of each.
struct Job {
    Block block{};
    LineResults results{};
};

/// Jobs whose memory is used again: getting it anew for each block costs as much as scoring it.
class SpareJobs {
  public:
    explicit SpareJobs(std::size_t block_bytes) : most_kept_(4 * block_bytes) {}

    [[nodiscard]] Job take() {
        if (jobs_.empty()) {
            return {};
        }
        Job job = std::move(jobs_.back());
        jobs_.pop_back();
        return job;
    }

    /// The memory that a long line took is given back.
    void keep(Job job) {
        if (job.block.text.capacity() <= most_kept_ && job.results.text.capacity() <= most_kept_) {
            jobs_.push_back(std::move(job));
        }
    }

  private:
    std::size_t most_kept_;
    std::vector<Job> jobs_;
};

/// Tells each result; false where the sink cancelled.
bool tell(const Job& job, const BatchSink& sink, BatchSummary& summary) {
    for (std::size_t i = 0; i < job.results.lines.size(); ++i) {
        const bool failed = job.results.lines[i].failed;
        ++summary.documents;
        summary.failed += failed ? 1 : 0;
        if (!sink({job.block.lines[i].number, job.results.text_of(i), failed})) {
            summary.cancelled = true;
            return false;
        }
    }
    return true;
}

Error unreadable() {
    return detail::text::error_of(Status::invalid_argument, "batch.unreadable",
                                  detail::batch::say::unreadable);
}

} // namespace

Result<BatchSummary> score_lines(const RubricDocument& rubric, const BatchSource& source,
                                 const BatchSink& sink, const BatchOptions& options) {
    BatchSummary summary;
    const std::size_t bytes = block_bytes(rubric);
    const detail::batch::BatchPlan plan{rubric, options};
    const unsigned threads = plan.threads();
    detail::batch::LineBlocks lines{
        source, {bytes, block_lines(rubric, threads)}, options.limits.bytes};
    detail::batch::Spares<LineScorer> scorers{[&] {
        return std::make_unique<LineScorer>(plan);
    }};
    const auto work = [&](Job& job) {
        scorers.lend([&](LineScorer& scorer) { scorer.score(job.block, job.results); });
    };
    detail::batch::Workers<Job> workers{threads, work, detail::batch::most_bytes_at_work};
    SpareJobs spare{bytes};
    std::size_t waiting = 0; // bytes of the blocks that are out
    for (bool more = true; more || !workers.empty();) {
        if (more && !workers.full() && waiting < detail::batch::most_bytes_waiting) {
            Job job = spare.take();
            more = lines.next(job.block);
            if (more) {
                waiting += job.block.text.size();
                const std::size_t weight = weight_of(job.block);
                workers.give(std::move(job), weight);
            }
            continue;
        }
        Job job = workers.take();
        waiting -= job.block.text.size();
        if (!tell(job, sink, summary)) {
            return summary;
        }
        spare.keep(std::move(job));
    }
    if (lines.failed()) {
        return Failure{unreadable()};
    }
    return summary;
}

} // namespace heng
