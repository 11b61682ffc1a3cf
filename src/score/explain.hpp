// SPDX-License-Identifier: Apache-2.0
//
// Sentences from what a sheet's scores are due to: `why`, and `recover` where the rule tells.
#pragma once

#include "score/sheet_text.hpp"

#include <heng/rubric/rubric.hpp>
#include <heng/score/sheet.hpp>

#include <functional>
#include <string_view>

namespace heng::document {

/// A term for a reader.
struct TermWord {
    std::string_view text{};  ///< as the rubric writes it
    std::string_view label{}; ///< of the fact, where the term is one fact as it stands
    bool percent = false;     ///< whether that fact is a percentage
    bool ratio = false;       ///< whether it is a ratio of like things, which is one as well
};

using TermWords = std::function<TermWord(Term)>;

/// Fills `why` and `recover` of every item of `sheet`, which was scored with `rubric`, in the
/// rubric's language, and the messages of its diagnostics. What they look at is kept in `text`.
/// O(items).
void explain(ScoreSheet& sheet, const Rubric& rubric, const TermWords& terms, SheetText& text);

} // namespace heng::document
