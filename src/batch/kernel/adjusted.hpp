// SPDX-License-Identifier: Apache-2.0
//
// Passes that work with exact numbers row by row, and adjustments.
#pragma once

#include "batch/kernel/arithmetic.hpp"

namespace heng::detail::kernel {

/// Scores by a rule that is asked row by row, in units or as fractions; of Op::measured.
void measured(const Pass& pass, const Step& step);

/// Adjusts the scores of an item; of Op::adjust. A row whose amount is no whole number of units, or
/// below 0, asks.
void adjust(const Pass& pass, const Step& step);

/// The same of scores that are fractions; of Op::exact_adjust.
void adjust_exactly(const Pass& pass, const Step& step);

} // namespace heng::detail::kernel
