// SPDX-License-Identifier: Apache-2.0
//
// What scoring gave, against what a test expects.
//
//     const Outcome outcome = scored(rubric, facts);
//     differences(trial.expect, outcome)      // none: the test passes
#pragma once

#include "document/compiled_rubric.hpp"
#include "facts/loaded_facts.hpp"
#include "feel/call_budget.hpp"
#include "rubric_test/tests_document.hpp"

#include <heng/result.hpp>
#include <heng/rubric_test/rubric_test.hpp>
#include <heng/score/sheet.hpp>

#include <memory>
#include <vector>

namespace heng::detail::rubric_test {

/// A rubric that is read only to be scored: it has no text and no digest.
using LoadedRubric = std::shared_ptr<const document::CompiledRubric>;

[[nodiscard]] Result<LoadedRubric> load_rubric(const json::JsonDocument& json,
                                               const Limits& limits);

/// Facts for such a rubric.
using Loaded = std::shared_ptr<const facts::LoadedFacts>;

[[nodiscard]] Result<Loaded> load_facts(const document::CompiledRubric& rubric,
                                        const Result<json::JsonDocument>& json,
                                        const Limits& limits);

/// The sheet, or why there is none: the facts can't be read, or can't be scored.
using Outcome = Result<ScoreSheet>;

/// Without sentences, within a budget in units of TestOptions::most_work. Where it is spent
/// afterwards, the outcome may have been cut short.
[[nodiscard]] Outcome scored(const document::CompiledRubric& rubric, const Result<Loaded>& facts,
                             feel::CallBudget& work);

/// What is otherwise than expected.
[[nodiscard]] std::vector<TestDifference> differences(const Expectation& expect,
                                                      const Outcome& outcome);

} // namespace heng::detail::rubric_test
