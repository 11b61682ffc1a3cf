// SPDX-License-Identifier: Apache-2.0
//
// Sentences from what a sheet's scores are due to: `why`, and `recover` where the rule tells.
#pragma once

#include "base/sheet_text.hpp"
#include "base/words.hpp"

#include <heng/rubric/rubric.hpp>
#include <heng/score/sheet.hpp>

namespace heng::detail::scoring {

/// Fills `why` and `recover` of every item of `sheet`, which was scored with `rubric`, in the
/// rubric's language, and the messages of its diagnostics. What they look at is kept in `text`.
/// O(items).
void explain(ScoreSheet& sheet, const Rubric& rubric, const base::TermWords& terms,
             base::SheetText& text);

} // namespace heng::detail::scoring
