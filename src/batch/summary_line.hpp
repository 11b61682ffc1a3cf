// SPDX-License-Identifier: Apache-2.0
//
// One line of a batch: facts in, a summary or an error out.
//
//     const SummaryLine line = summary_line(rubric, R"({"heng": "facts/1", …})", 7, options);
//     line.json                        // {"line":7,"subject":{…},"total":"94.25","grade":"优",…}
#pragma once

#include <heng/batch/json_lines.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace heng::detail::batch {

struct SummaryLine {
    std::string json;
    bool failed = false;
};

[[nodiscard]] SummaryLine summary_line(const RubricDocument& rubric, std::string_view facts,
                                       std::uint64_t number, const BatchOptions& options);

/// The line of a text that is too long to be read.
[[nodiscard]] SummaryLine too_long(std::uint64_t number, const Limits& limits);

} // namespace heng::detail::batch
