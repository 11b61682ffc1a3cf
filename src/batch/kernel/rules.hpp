// SPDX-License-Identifier: Apache-2.0
//
// The passes that score: rules, sums of branches, adjustments, rounding.
//
// What the rules mean is in heng/rule/*.hpp; proportional, bands, occurrences, checklist and
// condition stand here a second time in whole units, since that is three times faster than
// fractions one by one, and tests/property/kernel_test.cpp holds the two against each other.
#pragma once

#include "batch/kernel/arithmetic.hpp"
#include "batch/kernel/program.hpp"

namespace heng::detail::kernel {

/// A step that writes the scores of an item.
void score(const Pass& pass, const Step& step);

} // namespace heng::detail::kernel
