// SPDX-License-Identifier: Apache-2.0
//
// heng_batch_lines: the caller's two functions as a source and a sink.
#include "error.hpp"
#include "heng.h"
#include "objects.hpp"
#include "structs.hpp"

#include <heng/batch/json_lines.hpp>

heng_status heng_batch_lines(const heng_rubric* rubric, heng_batch_read read, heng_batch_line line,
                             void* user, int32_t threads, heng_batch_summary* summary,
                             heng_error** error) {
    using namespace heng::capi;
    return guarded(error, [&]() -> heng::Result<void> {
        if (auto cleared = clear(summary, "summary"); !cleared) {
            return cleared;
        }
        if (rubric == nullptr || read == nullptr || line == nullptr) {
            return heng::Failure{null_argument(rubric == nullptr ? "rubric"
                                               : read == nullptr ? "read"
                                                                 : "line")};
        }
        const auto source = [&](std::span<char> buffer) -> std::optional<std::size_t> {
            const std::size_t got = read(user, buffer.data(), buffer.size());
            return got > buffer.size() ? std::nullopt : std::optional{got};
        };
        const auto sink = [&](const heng::BatchLine& each) {
            return line(user, each.number, each.json.data(), each.json.size(),
                        each.failed ? 1 : 0) == 0;
        };
        heng::BatchOptions options;
        options.threads = threads < 1 ? 1 : static_cast<unsigned>(threads);
        const auto done = heng::score_lines(rubric->document, source, sink, options);
        if (!done) {
            return heng::Failure{done.error()};
        }
        tell(summary, *done);
        return {};
    });
}
