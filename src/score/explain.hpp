// SPDX-License-Identifier: Apache-2.0
//
// Sentences from what a sheet's scores are due to: `why`, and `recover` where the rule tells.
#pragma once

#include <heng/rubric/rubric.hpp>
#include <heng/score/sheet.hpp>

#include <functional>
#include <string_view>

namespace heng::document {

/// The text of a term as the rubric writes it, for conditions.
using TermText = std::function<std::string_view(Term)>;

/// Fills `why` and `recover` of every item of `sheet`, which was scored with `rubric`, in the
/// rubric's language, and the messages of its diagnostics. O(items).
void explain(ScoreSheet& sheet, const Rubric& rubric, const TermText& term_text);

} // namespace heng::document
