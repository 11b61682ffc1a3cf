// SPDX-License-Identifier: Apache-2.0
//
// heng_batch_lines: the caller's two functions as a source and a sink.
#include "error.hpp"
#include "heng.h"
#include "objects.hpp"
#include "options.hpp"
#include "structs.hpp"

#include <heng/batch/json_lines.hpp>

#include <cstdint>
#include <optional>
#include <span>

namespace heng::capi {
namespace {

/// The functions with which a caller gives and takes lines.
struct LineCalls {
    heng_batch_read read;
    heng_batch_line line;
    void* user;
};

Result<void> score_lines(const heng_rubric& rubric, const LineCalls& calls, const Options& options,
                         heng_batch_summary* summary) {
    bool ended = false; // by the options, which is a failure, and not by `line`, which is none
    const auto is_wanted = [&] {
        ended = ended || (options.call.cancelled && options.call.cancelled());
        return !ended;
    };
    const auto source = [&](std::span<char> buffer) -> std::optional<std::size_t> {
        if (!is_wanted()) {
            return 0;
        }
        const std::size_t got = calls.read(calls.user, buffer.data(), buffer.size());
        return got > buffer.size() ? std::nullopt : std::optional{got};
    };
    const auto sink = [&](const BatchLine& each) {
        return is_wanted() && calls.line(calls.user, each.number, each.json.data(),
                                         each.json.size(), each.failed ? 1 : 0) == 0;
    };
    BatchOptions batch;
    batch.threads = options.threads;
    batch.limits = options.limits;
    batch.most_steps = options.call.most_steps;
    const auto done = heng::score_lines(spoken(rubric.document, options), source, sink, batch);
    if (!done || ended) {
        return Failure{ended ? cancelled() : done.error()};
    }
    tell(summary, *done);
    return {};
}

heng_status batch_lines(const heng_rubric* rubric, const LineCalls& calls,
                        const heng_options* options, std::optional<std::int32_t> threads,
                        heng_batch_summary* summary, heng_error** error) noexcept {
    return guarded(error, [&]() -> Result<void> {
        if (auto cleared = clear(summary, "summary"); !cleared) {
            return cleared;
        }
        if (rubric == nullptr || calls.read == nullptr || calls.line == nullptr) {
            return Failure{null_argument(rubric == nullptr       ? "rubric"
                                         : calls.read == nullptr ? "read"
                                                                 : "line")};
        }
        auto chosen = options_of(options);
        if (!chosen) {
            return Failure{chosen.error()};
        }
        if (threads) {
            chosen->threads = *threads < 1 ? 1 : static_cast<unsigned>(*threads);
        }
        return spoken(score_lines(*rubric, calls, *chosen, summary), *chosen);
    });
}

} // namespace
} // namespace heng::capi

heng_status heng_batch_lines(const heng_rubric* rubric, heng_batch_read read, heng_batch_line line,
                             void* user, int32_t threads, heng_batch_summary* summary,
                             heng_error** error) {
    return heng::capi::batch_lines(rubric, {read, line, user}, nullptr, threads, summary, error);
}

heng_status heng_batch_lines_with(const heng_rubric* rubric, heng_batch_read read,
                                  heng_batch_line line, void* user, const heng_options* options,
                                  heng_batch_summary* summary, heng_error** error) {
    return heng::capi::batch_lines(rubric, {read, line, user}, options, {}, summary, error);
}
