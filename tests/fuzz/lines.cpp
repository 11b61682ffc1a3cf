// SPDX-License-Identifier: Apache-2.0
//
// JSON lines for one of the built-in rubrics, or for the rubric that stands before them: each line
// is told the same among the others, whatever the pieces in which the text comes and the threads
// that score it, as alone.
#include "batch.hpp"

namespace {

using namespace heng;
using fuzz::Input;

constexpr std::size_t most_lines = 10;

std::vector<std::string> split(std::string_view text) {
    std::vector<std::string> lines(1);
    for (const char c : text) {
        if (c == '\n' && lines.size() == most_lines) {
            break;
        }
        if (c == '\n') {
            lines.emplace_back();
        } else {
            lines.back() += c;
        }
    }
    return lines;
}

/// `{"line":7,"total":…` from its comma on.
std::string_view without_number(std::string_view json) {
    return json.substr(std::min(json.find(','), json.size()));
}

void compare(const RubricDocument& rubric, const std::vector<std::string>& lines,
             fuzz::Handing handing) {
    std::string text;
    for (const std::string& line : lines) {
        text += line + '\n';
    }
    const std::vector<fuzz::Told> together = fuzz::batch_lines(rubric, text, handing);
    std::size_t next = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        for (const fuzz::Told& alone : fuzz::batch_lines(rubric, lines[i])) {
            REQUIRE_SO(next < together.size());
            REQUIRE_SO(together[next].number == i + 1);
            REQUIRE_SO(without_number(together[next].json) == without_number(alone.json));
            ++next;
        }
    }
    REQUIRE_SO(next == together.size());
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Input input{data, size};
    const std::uint8_t how = input.byte();
    const fuzz::Handing handing{.chunk = std::size_t{1} << how % 16,
                                .threads = how >= 240 ? 2U : 1U}; // threads are slow to make
    const std::uint8_t which = input.byte();
    if (which < 8) {
        compare(fuzz::built_in(which), split(input.rest()), handing);
        return 0;
    }
    const std::string text = input.line(); // a rubric up to a zero byte, then its lines
    if (const auto rubric = RubricDocument::parse(text)) {
        compare(*rubric, split(input.rest()), handing);
    }
    return 0;
}
