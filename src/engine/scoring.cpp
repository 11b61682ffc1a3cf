// SPDX-License-Identifier: Apache-2.0
#include "document/compiled_rubric.hpp"
#include "document/loaded_facts.hpp"
#include "document/within_limits.hpp"
#include "engine/fact_answers.hpp"
#include "engine/scoring.hpp"
#include "score/explain.hpp"

#include <heng/document/scoring.hpp>
#include <heng/score/score.hpp>

#include <utility>

namespace heng {

Result<ScoreSheet> document::score_unexplained(const CompiledRubric& rubric,
                                               const LoadedFacts& facts) {
    FactAnswers answers{rubric, facts};
    return score(rubric.rubric, answers);
}

namespace {

Result<ScoreSheet> explained(const document::CompiledRubric& compiled,
                             const document::LoadedFacts& loaded) {
    document::FactAnswers answers{compiled, loaded};
    auto sheet = score(compiled.rubric, answers);
    if (!sheet) {
        return sheet;
    }
    for (Item& item : sheet->items) {
        if (item.kind != ItemKind::row) {
            item.inputs = answers.inputs_of(item.indicator);
        }
    }
    document::explain(*sheet, compiled.rubric, [&](Term term) -> std::string_view {
        return compiled.expression(term).text;
    });
    sheet->diagnostics.insert(sheet->diagnostics.end(), loaded.diagnostics.begin(),
                              loaded.diagnostics.end());
    return sheet;
}

} // namespace

Result<ScoreSheet> score(const RubricDocument& rubric, const Facts& facts) {
    const document::CompiledRubric& compiled = rubric.compiled();
    const document::LoadedFacts& loaded = facts.loaded();
    if (loaded.rubric_digest != compiled.digest) {
        return Failure{
            Error{.status = Status::invalid_argument,
                  .code = "facts.other-rubric",
                  .message = "these facts were read for another rubric",
                  .hint = "read them again with Facts::parse for \"" + compiled.rubric.id + '"'}};
    }
    return document::within_limits([&] { return explained(compiled, loaded); });
}

} // namespace heng
