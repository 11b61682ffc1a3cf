// SPDX-License-Identifier: Apache-2.0
//
// A score that is adjusted, whether of an indicator or the total, and what is left of it.
//
//     range = check_adjusted(lints, node.adjustments, {at, at + "/adjustments", …}, range);
#pragma once

#include "lint/lints.hpp"

#include <string>
#include <vector>

namespace heng::detail::lint {

/// The score that is adjusted, and where it is rounded.
struct Adjustable {
    std::string of;  ///< the indicator, or "" for the total
    std::string at;  ///< of the adjustments
    Ratio in_play{}; ///< the least of the points in play, and extra
    Decimal points{};
    Beyond beyond{};
    bool rounded = false;
    bool total = false;
    ScoreRange room{}; ///< what its score is kept in
};

/// The score, or the end of the room that it passes.
[[nodiscard]] Ratio within(const ScoreRange& room, const Ratio& score);

/// Checks the adjustments of a score that lies in `range`, and returns the range after them,
/// within the room. O(adjustments), beside the search for witnesses.
[[nodiscard]] ScoreRange check_adjusted(Lints& lints, const std::vector<Adjustment>& adjustments,
                                        const Adjustable& node, const ScoreRange& range);

} // namespace heng::detail::lint
