// SPDX-License-Identifier: Apache-2.0
//
// Whether a mutant scores all facts as the rubric does, where that can be seen from the two alone.
//
//     // [80..90) after >= 90 covers the same as [80..91) there
//     scores_the_same(mutation, original, mutant)
//
// Bands and grades are compared at every end and between the ends; places of rounding by what is
// rounded. False where it can't be seen.
#pragma once

#include "rubric_test/mutations.hpp"

#include <heng/rubric/rubric.hpp>

namespace heng::detail::rubric_test {

[[nodiscard]] bool scores_the_same(const Mutation& mutation, const Rubric& original,
                                   const Rubric& mutant);

} // namespace heng::detail::rubric_test
