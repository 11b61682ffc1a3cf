// SPDX-License-Identifier: Apache-2.0
//
// The passes of rules that facts score with words or records: targets, categories, and what people
// give.
#pragma once

#include "batch/kernel/arithmetic.hpp"

namespace heng::detail::kernel {

/// Scores the target records of each row, and the leaf as their sum. Most records are plain: by
/// ratio or all or nothing, and not far above; these are worked out in whole numbers, the others as
/// the engine does (heng/rule/targets.hpp).
void targets(const Pass& pass, const Step& step);

/// Clears the rows of a targets leaf where it does not apply.
void drop_rows(const Pass& pass, const Step& step);

void categories(const Pass& pass, const Step& step);

/// A score that a person gave; one that is absent, or outside its room, asks.
void assessed(const Pass& pass, const Step& step);

} // namespace heng::detail::kernel
