// SPDX-License-Identifier: Apache-2.0
#include "batch/blocks.hpp"
#include "batch/summary_line.hpp"
#include "batch/workers.hpp"

#include <heng/batch/json_lines.hpp>

#include <utility>

namespace heng {
namespace {

using batch::Block;
using batch::Line;
using batch::SummaryLine;

constexpr std::size_t block_bytes = 256UL * 1024;

/// A block of lines, and what came of each.
struct Job {
    Block block;
    std::vector<SummaryLine> results{};
};

/// The block's text is given back as soon as it is scored.
void score_block(Job& job, const RubricDocument& rubric, const BatchOptions& options) {
    job.results.reserve(job.block.lines.size());
    for (const Line& line : job.block.lines) {
        job.results.push_back(line.too_long ? batch::too_long(line.number, options.limits)
                                            : batch::summary_line(rubric, job.block.text_of(line),
                                                                  line.number, options));
    }
    job.block.text = {};
}

/// Tells each result; false where the sink cancelled.
bool tell(const Job& job, const BatchSink& sink, BatchSummary& summary) {
    for (std::size_t i = 0; i < job.results.size(); ++i) {
        const SummaryLine& result = job.results[i];
        ++summary.documents;
        summary.failed += result.failed ? 1 : 0;
        if (!sink({job.block.lines[i].number, result.json, result.failed})) {
            summary.cancelled = true;
            return false;
        }
    }
    return true;
}

Error unreadable() {
    Error error;
    error.status = Status::invalid_argument;
    error.code = "batch.unreadable";
    error.message = "the lines can't be read any further";
    return error;
}

} // namespace

Result<BatchSummary> score_lines(const RubricDocument& rubric, const BatchSource& source,
                                 const BatchSink& sink, const BatchOptions& options) {
    BatchSummary summary;
    batch::LineBlocks lines{source, block_bytes, options.limits.bytes};
    batch::Workers<Job> workers{options.threads, [&](Job& job) {
                                    score_block(job, rubric, options);
                                }};
    for (bool more = true; more || !workers.empty();) {
        if (more && !workers.full()) {
            std::optional<Block> block = lines.next();
            more = block.has_value();
            if (block) {
                workers.give({*std::move(block)});
            }
        } else if (!tell(workers.take(), sink, summary)) {
            return summary;
        }
    }
    if (lines.failed()) {
        return Failure{unreadable()};
    }
    return summary;
}

} // namespace heng
