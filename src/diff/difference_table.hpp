// SPDX-License-Identifier: Apache-2.0
//
// A difference as words, for the formats that people read.
#pragma once

#include <heng/diff/diff.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace heng::detail::diff {

struct DifferenceWords {
    std::string_view total, grade, change, indicator, points, before, after, causes, sum,
        without_effect, offset, untried, same, lowered, colon;
};

[[nodiscard]] const DifferenceWords& words(Language language);

/// An item that changed.
struct ItemLine {
    int level = 1;
    std::string name, points, before, after, change;
};
[[nodiscard]] std::vector<ItemLine> item_lines(const Difference& difference);

/// A cause, and the indicators that it changed where they are several.
struct CauseLine {
    std::string change, words;
    std::vector<CauseLine> indicators{};
};
/// Parts of the same cause together; all rounding together, last.
[[nodiscard]] std::vector<CauseLine> cause_lines(const Difference& difference);

/// "budget.executed (label): 1 → 2"
[[nodiscard]] std::string sentence(const Because& because, Language language);

/// The adjustments that lowered the grade on either side: "现：问题较多，优 → 良".
[[nodiscard]] std::vector<std::string> lowered_lines(const Difference& difference);

/// Whose sheet it is, and by which rubric: one line, or two where they differ.
[[nodiscard]] std::vector<std::string> heading(const Difference& difference);

} // namespace heng::detail::diff
