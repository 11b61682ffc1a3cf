// SPDX-License-Identifier: Apache-2.0
#include "scoring/messages.hpp"
#include "scoring/unit_scores.hpp"

#include <heng/score/leaf_scorer.hpp>
#include <heng/score/score.hpp>

#include <string>
#include <utility>

namespace heng::detail::scoring {
namespace {

detail::Said said(text::Words words) {
    return {std::move(words.en), std::move(words.zh)};
}

/// Of all units together; one session alone may take a third of it.
constexpr std::size_t most_steps = 30'000'000;

} // namespace

UnitScores::UnitScores(const document::CompiledRubric& rubric,
                       const std::vector<facts::LoadedFacts>& units)
    : rubric_(rubric), units_(units), steps_(units.size() * rubric.inputs.size()) {
    answers_.reserve(units.size());
    for (const facts::LoadedFacts& unit : units) {
        answers_.push_back(std::make_unique<FactAnswers>(rubric, unit));
    }
}

Ratio UnitScores::weight(std::size_t unit, std::optional<feel::SlotId> slot) const {
    return slot ? units_[unit].slots[*slot].number() : Ratio{1};
}

Answer<std::optional<UnitAlone>> UnitScores::alone(const Indicator& leaf,
                                                   const document::UnitRule& rule, std::size_t unit,
                                                   std::optional<std::size_t> number) {
    if (steps_ > most_steps) {
        passed_limit_ = true;
        return detail::refuse(Status::limit_exceeded, "limit.units",
                              said(say::too_many_steps(std::to_string(most_steps))),
                              said(say::fewer_units));
    }
    FactAnswers& answers = *answers_[unit];
    const std::size_t before = answers.steps();
    answers.enter(number);
    auto score = scored(leaf, rule, answers);
    steps_ += answers.steps() - before;
    if (!score) {
        answers.locate(score.error().error);
        passed_limit_ = passed_limit_ || score.error().error.status == Status::limit_exceeded;
    }
    return score;
}

Answer<std::optional<UnitAlone>> UnitScores::scored(const Indicator& leaf,
                                                    const document::UnitRule& rule,
                                                    FactAnswers& answers) const {
    for (const Term when : rule.unless) {
        auto holds = answers.holds(when);
        if (!holds) {
            return tl::unexpected{std::move(holds.error())};
        }
        if (*holds) {
            return std::optional<UnitAlone>{};
        }
    }
    auto scored = detail::LeafScorer<FactAnswers>{leaf, answers}.run();
    if (!scored) {
        return tl::unexpected{std::move(scored.error())};
    }
    Points points = scored->score;
    const RoundingPlaces& places = rubric_.rubric.rounding;
    for (const detail::ScoredRow& row : scored->rows) {
        points +=
            places.rows ? detail::rounded_within(row.score, {row.points, {}}, places) : row.score;
    }
    return std::optional{UnitAlone{std::move(points), assessment_of(scored->reason) != nullptr}};
}

void UnitScores::note_unused(const Indicator& leaf, std::size_t unit) {
    constexpr std::size_t most_told = 1'000;
    const auto given = units_[unit].assessed.find(leaf.id);
    if (given != units_[unit].assessed.end() && unused_.size() < most_told) {
        unused_.push_back(given->second.place);
    }
}

Answer<ByUnits> UnitScores::weighed(const Indicator& leaf, std::optional<std::size_t> number) {
    const document::UnitRule& rule = rubric_.units.leaves.find(leaf.id)->second;
    ByUnits by{{}, std::nullopt, std::holds_alternative<Assessed>(leaf.rule), rule.all_left};
    Ratio weights;
    Points sum;
    bool some = false;
    for (std::size_t unit = 0; unit < units_.size(); ++unit) {
        auto own = alone(leaf, rule, unit, number);
        if (!own) {
            return tl::unexpected{std::move(own.error())};
        }
        UnitScore& score = by.units.emplace_back();
        score.name = units_[unit].subject_name;
        score.weight = weight(unit, rule.weight);
        if (*own) {
            score.score = (*own)->score;
            by.assessed = by.assessed || (*own)->assessed;
            if (!(*own)->assessed) {
                note_unused(leaf, unit);
            }
        } else if (rule.treat_as == document::UnitTreatAs::leave) {
            score.standing = UnitStanding::left;
            continue;
        } else {
            const bool full = rule.treat_as == document::UnitTreatAs::full;
            score.standing = full ? UnitStanding::full : UnitStanding::zero;
            score.score = full ? Points{leaf.points} : Points{};
        }
        some = true;
        weights = weights + score.weight;
        sum += score.score * score.weight;
    }
    if (some && weights.is_zero()) {
        return detail::refuse(Status::invalid_facts, "facts.unit-weight",
                              said(say::units_weigh_nothing(leaf.id)));
    }
    if (some) {
        by.score = sum / weights;
    }
    return by;
}

} // namespace heng::detail::scoring
