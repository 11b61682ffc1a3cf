// SPDX-License-Identifier: Apache-2.0
//
// Scoring a rubric document on facts: the sheet, with the reason of every score in a sentence.
//
//     const auto rubric = heng::builtin("guangzhou-department-2023");
//     const auto facts = heng::Facts::parse(*rubric, text);
//     const auto sheet = heng::score(*rubric, *facts);
//     std::cout << sheet->total_text() << '\n';      // 94.25
#pragma once

#include <heng/document/facts.hpp>
#include <heng/document/rubric_document.hpp>
#include <heng/result.hpp>
#include <heng/score/sheet.hpp>

namespace heng {

/// Scores `facts`. Precondition: they were read for this same `rubric`. Errors: `facts.missing` for
/// a fact that was needed, `facts.zero-denominator`, `score.no-band`, …; all that are found in one
/// pass. The same input gives the same sheet on every platform. O(indicators + rows), plus the cost
/// of the rubric's expressions.
[[nodiscard]] Result<ScoreSheet> score(const RubricDocument& rubric, const Facts& facts);

} // namespace heng
