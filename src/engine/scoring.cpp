// SPDX-License-Identifier: Apache-2.0
#include "document/compiled_rubric.hpp"
#include "document/loaded_facts.hpp"
#include "document/within_limits.hpp"
#include "engine/fact_answers.hpp"
#include "engine/scoring.hpp"
#include "engine/unit_costs.hpp"
#include "engine/unit_scores.hpp"
#include "score/explain.hpp"

#include <heng/document/scoring.hpp>
#include <heng/score/score.hpp>

#include <memory>
#include <utility>

namespace heng {

Result<ScoreSheet> document::score_unexplained(const Rubric& tree, FactAnswers& answers) {
    return score(tree, answers);
}

Result<ScoreSheet> document::score_unexplained(const CompiledRubric& rubric,
                                               const LoadedFacts& facts) {
    FactAnswers answers{rubric, facts};
    return score_unexplained(rubric.rubric, answers);
}

Result<ScoreSheet> document::score_explained(const CompiledRubric& rubric, const LoadedFacts& facts,
                                             FactAnswers& answers) {
    auto sheet = score_unexplained(rubric.rubric, answers);
    if (!sheet) {
        return sheet;
    }
    constexpr std::size_t bytes_an_item = 200;
    const auto text = std::make_shared<SheetText>(bytes_an_item * sheet->items.size());
    for (Item& item : sheet->items) {
        if (item.kind != ItemKind::row) {
            item.inputs = answers.inputs_of(item.indicator, *text);
        }
    }
    explain(
        *sheet, rubric.rubric,
        [&](Term term) -> TermWord {
            const Expression& expression = rubric.expression(term);
            if (!expression.input) {
                return {expression.text, {}, false};
            }
            const Input& input = rubric.inputs[*expression.input];
            return {expression.text, input.name(), input.type == InputType::percent};
        },
        *text);
    sheet->texts = text;
    sheet->diagnostics.insert(sheet->diagnostics.end(), facts.diagnostics.begin(),
                              facts.diagnostics.end());
    if (facts.units) {
        sheet->units = unit_costs(rubric, answers, *sheet);
        if (answers.units().passed_limit()) {
            return Failure{Error{.status = Status::limit_exceeded,
                                 .code = "limit.units",
                                 .message = "what each unit cost takes too long to work out",
                                 .hint = "give the facts of fewer units, or fewer records"}};
        }
    }
    return sheet;
}

std::optional<Error> document::other_rubric(const CompiledRubric& rubric,
                                            const LoadedFacts& facts) {
    if (facts.rubric_digest == rubric.digest) {
        return std::nullopt;
    }
    return Error{.status = Status::invalid_argument,
                 .code = "facts.other-rubric",
                 .message = "these facts were read for another rubric",
                 .hint = "read them again with Facts::parse for \"" + rubric.rubric.id + '"'};
}

Result<ScoreSheet> score(const RubricDocument& rubric, const Facts& facts) {
    const document::CompiledRubric& compiled = rubric.compiled();
    const document::LoadedFacts& loaded = facts.loaded();
    if (auto error = document::other_rubric(compiled, loaded)) {
        return Failure{std::move(*error)};
    }
    return document::within_limits([&] {
        document::FactAnswers answers{compiled, loaded};
        return document::score_explained(compiled, loaded, answers);
    });
}

} // namespace heng
