// SPDX-License-Identifier: Apache-2.0
//
// Unary tests of a number against constants, as the intervals where they hold: what a band or a
// grade covers, for scoring without the evaluator and for proving that bands leave no gap.
//
//     constant_intervals("[80..90)")       // {80, closed, 90, open}
//     constant_intervals(">= 95, 0")       // {95, closed, ∞} and {0, closed, 0, closed}
//     constant_intervals("not([1..2])")    // {-∞, 1, open} and {2, open, ∞}
//     constant_intervals("-")              // {-∞, ∞}
#pragma once

#include "feel/fault.hpp"

#include <heng/number/interval.hpp>

#include <tl/expected.hpp>

#include <string_view>
#include <vector>

namespace heng::detail::feel {

/// In the order written; of not(…) from the lowest to the highest. None where nothing can hold.
/// Faults: those of compiling; feel.type where an end is no constant number, or lies below the
/// other.
[[nodiscard]] tl::expected<std::vector<Interval>, Fault> constant_intervals(std::string_view text);

} // namespace heng::detail::feel
