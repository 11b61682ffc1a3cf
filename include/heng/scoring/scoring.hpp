// SPDX-License-Identifier: Apache-2.0
//
// Scoring a rubric document on facts: the sheet, with the reason of every score in a sentence.
//
//     const auto rubric = heng::builtin("guangzhou-department-2023");
//     const auto facts = heng::Facts::parse(*rubric, text);
//     const auto sheet = heng::score(*facts);
//     std::cout << sheet->total_text() << '\n';      // 94.25
#pragma once

#include <heng/document/call.hpp>
#include <heng/facts/facts.hpp>
#include <heng/result.hpp>
#include <heng/score/sheet.hpp>

namespace heng {

/// Scores `facts` by the rubric that they carry. Errors: `facts.missing` for a fact that was
/// needed, `facts.zero-denominator`, `score.no-band`, …; all that are found in one pass. The same
/// input gives the same sheet on every platform. O(indicators + rows), plus the cost of the
/// rubric's expressions.
[[nodiscard]] Result<ScoreSheet> score(const Facts& facts, const CallOptions& call = {});

} // namespace heng
