// SPDX-License-Identifier: Apache-2.0
#include "base/phrases.hpp"
#include "document/compiled_rubric.hpp"
#include "document/within_limits.hpp"
#include "facts/loaded_facts.hpp"
#include "facts/spoken_call.hpp"
#include "rule/kind.hpp"
#include "scoring/explain.hpp"
#include "scoring/fact_answers.hpp"
#include "scoring/messages.hpp"
#include "scoring/scoring.hpp"
#include "scoring/unit_costs.hpp"
#include "scoring/unit_scores.hpp"

#include <heng/score/score.hpp>
#include <heng/scoring/scoring.hpp>

#include <memory>
#include <utility>

namespace heng {
namespace {

using detail::base::Phrase;
using detail::base::SheetText;
using detail::base::TermWord;
using detail::base::TermWords;
using detail::document::CompiledRubric;
using detail::document::Expression;
using detail::document::Input;
using detail::document::InputType;
using detail::document::within_limits;
using detail::facts::LoadedFacts;
using detail::scoring::FactAnswers;

using detail::scoring::inputs_a_step;
using detail::scoring::item_steps;
using detail::scoring::row_steps;

constexpr std::int64_t sentence_steps = 32; ///< as many steps of FEEL take as long as to write one

std::int64_t steps_of(const ScoreSheet& sheet) {
    std::int64_t steps = 0;
    for (const Item& item : sheet.items) {
        steps += item.kind == ItemKind::row ? row_steps : item_steps;
    }
    return steps;
}

/// The cost of the items of a scoring; of one that failed those that it may have got to.
std::int64_t steps_of(const CompiledRubric& rubric, const Result<ScoreSheet>& sheet) {
    const auto steps = static_cast<std::int64_t>(rubric.inputs.size()) / inputs_a_step;
    return steps + (sheet ? steps_of(*sheet)
                          : item_steps * static_cast<std::int64_t>(rubric.expressions.size()));
}

/// Tells the assessed scores that were not used, since a band has one score.
void tell_unused(const LoadedFacts& facts, FactAnswers& answers, ScoreSheet& sheet) {
    const auto tell = [&](const detail::json::Json& place) {
        const auto words = phrase(sheet.language, Phrase::diagnostic_unused_assessment);
        sheet.diagnostics.push_back({"unused-assessment", place.pointer(), std::string{words}});
    };
    for (const Item& item : sheet.items) {
        const auto* const by = std::get_if<ByBand>(&item.reason);
        const auto given =
            by != nullptr && !by->assessment ? facts.assessed.find(item.id) : facts.assessed.end();
        if (given != facts.assessed.end()) {
            tell(given->second.place);
        }
    }
    if (facts.units) {
        for (const detail::json::Json& place : answers.units().unused()) {
            tell(place);
        }
    }
}

} // namespace

Result<ScoreSheet> detail::scoring::score_unexplained(const Rubric& tree, FactAnswers& answers) {
    return score(tree, answers);
}

Result<ScoreSheet> detail::scoring::score_unexplained(const CompiledRubric& rubric,
                                                      const LoadedFacts& facts) {
    FactAnswers answers{rubric, facts};
    return score_unexplained(rubric.rubric, answers);
}

Result<ScoreSheet> detail::scoring::score_unexplained(const Rubric& tree,
                                                      const CompiledRubric& rubric,
                                                      const LoadedFacts& facts,
                                                      detail::feel::CallBudget& budget) {
    FactAnswers answers{rubric, facts, budget.limits()};
    auto sheet = within_limits([&] { return score_unexplained(tree, answers); });
    budget.spend(static_cast<std::int64_t>(answers.steps()) + steps_of(rubric, sheet));
    return sheet;
}

Result<ScoreSheet> detail::scoring::score_unexplained(const CompiledRubric& rubric,
                                                      const LoadedFacts& facts,
                                                      detail::feel::CallBudget& budget) {
    return score_unexplained(rubric.rubric, rubric, facts, budget);
}

Result<ScoreSheet> detail::scoring::score_again(const Rubric& tree, FactAnswers& answers,
                                                detail::feel::CallBudget& budget) {
    answers.forget();
    const std::size_t before = answers.steps();
    auto sheet = within_limits([&] { return score_unexplained(tree, answers); });
    const auto rows = row_steps * static_cast<std::int64_t>(answers.rows_asked());
    const auto asked = static_cast<std::int64_t>(answers.steps() - before);
    budget.spend(asked + (sheet ? steps_of(*sheet) : rows + item_steps));
    return sheet;
}

TermWord detail::scoring::word_of(const CompiledRubric& rubric, Term term) {
    const Expression& expression = rubric.expression(term);
    if (!expression.input) {
        return {{}, expression.ratio};
    }
    const Input& input = rubric.inputs[*expression.input];
    return {input.label, input.type == InputType::percent};
}

detail::rule::Wording detail::scoring::wording_of(const CompiledRubric& rubric,
                                                  const Indicator& leaf, const base::Say& say) {
    return {say, leaf, leaf.measure ? word_of(rubric, *leaf.measure) : TermWord{}};
}

Result<ScoreSheet> detail::scoring::score_explained(const CompiledRubric& rubric,
                                                    const LoadedFacts& facts,
                                                    FactAnswers& answers) {
    auto sheet = score_unexplained(rubric.rubric, answers);
    if (!sheet) {
        return sheet;
    }
    constexpr std::size_t bytes_an_item = 200;
    const auto text = std::make_shared<SheetText>(bytes_an_item * sheet->items.size());
    ListedInputs listed{rubric, facts, *text};
    const Item* unlisted = nullptr;
    for (Item& item : sheet->items) {
        if (item.kind != ItemKind::row) {
            item.inputs = answers.inputs_of(item.indicator, listed);
            if (answers.leaves_out(item.indicator)) {
                const auto words = phrase(rubric.rubric.language, Phrase::diagnostic_left_out);
                sheet->diagnostics.push_back(
                    {"field-absent-in-filter", item.id, std::string{words}});
            }
        }
        if (listed.is_full() && unlisted == nullptr) {
            unlisted = &item;
        }
    }
    explain(
        *sheet, rubric.rubric, [&](Term term) { return word_of(rubric, term); }, *text);
    sheet->texts = text;
    sheet->diagnostics.insert(sheet->diagnostics.end(), facts.diagnostics.begin(),
                              facts.diagnostics.end());
    tell_unused(facts, answers, *sheet);
    if (unlisted != nullptr) {
        const auto words = phrase(rubric.rubric.language, Phrase::diagnostic_unlisted);
        sheet->diagnostics.push_back({"unlisted-inputs", unlisted->id, std::string{words}});
    }
    if (facts.units) {
        sheet->units = unit_costs(rubric, answers, *sheet);
        if (answers.units().passed_limit()) {
            return Failure{
                in_language(detail::text::error_of(Status::limit_exceeded, "limit.units",
                                                   detail::scoring::say::unit_costs_too_long,
                                                   detail::scoring::say::fewer_units),
                            rubric.rubric.language)};
        }
    }
    return sheet;
}

Result<ScoreSheet> detail::scoring::score_bounded(const CompiledRubric& rubric,
                                                  const LoadedFacts& facts,
                                                  std::int64_t most_steps) {
    if (most_steps <= 0) {
        return score_unexplained(rubric, facts);
    }
    feel::CallBudget budget{most_steps};
    auto sheet = score_unexplained(rubric, facts, budget);
    return sheet && budget.is_spent() ? Failure{budget_spent(rubric.rubric.language)}
                                      : std::move(sheet);
}

Error detail::scoring::budget_spent(Language language) {
    const detail::feel::Fault fault = detail::feel::call_fault();
    return in_language(
        detail::text::error_of(Status::limit_exceeded, fault.code, fault.message, fault.hint),
        language);
}

Result<ScoreSheet> detail::scoring::score_within(const Facts& facts,
                                                 detail::feel::CallBudget& budget) {
    const CompiledRubric& compiled = facts.rubric().compiled();
    const LoadedFacts& loaded = facts.loaded();
    FactAnswers answers{compiled, loaded, budget.limits()};
    auto sheet = within_limits([&] { return score_explained(compiled, loaded, answers); });
    const auto items = sheet ? static_cast<std::int64_t>(sheet->items.size()) : 0;
    budget.spend(static_cast<std::int64_t>(answers.steps()) + steps_of(compiled, sheet) +
                 sentence_steps * items);
    return sheet;
}

Result<ScoreSheet> score(const Facts& facts, const CallOptions& call) {
    return detail::facts::spoken(facts, call, [&](const Facts& spoken) {
        detail::feel::CallBudget budget = detail::document::budget_of(call);
        auto sheet = detail::scoring::score_within(spoken, budget);
        return sheet && call.most_steps > 0 && budget.is_spent()
                   ? Failure{detail::scoring::budget_spent(spoken.rubric().rubric().language)}
                   : std::move(sheet);
    });
}

} // namespace heng
