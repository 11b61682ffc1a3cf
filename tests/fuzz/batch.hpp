// SPDX-License-Identifier: Apache-2.0
//
// The lines of a batch, and the rubrics that inputs name by a byte.
//
//     const std::vector<Told> told = batch_lines(rubric, text, {.chunk = 7});
#pragma once

#include "fuzz.hpp"

#include <heng/batch/json_lines.hpp>
#include <heng/document/builtin.hpp>

#include <algorithm>
#include <vector>

namespace heng::fuzz {

inline const RubricDocument& built_in(int which) {
    static const std::vector<RubricDocument> all = [] {
        std::vector<RubricDocument> made;
        for (const std::string_view id : builtin_ids()) {
            made.push_back(builtin(id).value());
        }
        return made;
    }();
    return all[static_cast<std::size_t>(which) % all.size()];
}

/// What a batch told of a line.
struct Told {
    std::uint64_t number;
    std::string json;
};

struct Handing {
    std::size_t chunk = static_cast<std::size_t>(-1); ///< the most bytes at a time
    unsigned threads = 1;
};

inline std::vector<Told> batch_lines(const RubricDocument& rubric, std::string_view text,
                                     Handing handing = {}) {
    const auto source = [&](std::span<char> buffer) -> std::optional<std::size_t> {
        const std::size_t size = std::min({buffer.size(), text.size(), handing.chunk});
        std::copy_n(text.begin(), size, buffer.begin());
        text.remove_prefix(size);
        return size;
    };
    std::vector<Told> all;
    const auto sink = [&](const BatchLine& line) {
        all.push_back({line.number, std::string{line.json}});
        return true;
    };
    REQUIRE_SO(score_lines(rubric, source, sink, {.threads = handing.threads}).has_value());
    return all;
}

} // namespace heng::fuzz
