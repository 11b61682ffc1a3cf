// SPDX-License-Identifier: Apache-2.0
#include "rule/kind.hpp"
#include "scoring/scoring.hpp"
#include "whatif/leaf_probe.hpp"

#include <heng/rubric/tree.hpp>

#include <algorithm>
#include <utility>

namespace heng::detail::whatif {

namespace {

/// A leaf that scores 0 whatever the facts are: a bonus without points is no rubric by itself.
Indicator makeweight() {
    Indicator none;
    none.points = Decimal{1};
    none.rule = rule::always_none(none.points);
    return none;
}

} // namespace

Rubric leaf_alone(const Rubric& rubric, const std::vector<const Indicator*>& path,
                  LeafScore which) {
    Indicator below = *path.back();
    Rubric alone;
    alone.id = rubric.id;
    alone.language = rubric.language;
    alone.points = below.points;
    if (which == LeafScore::by_rule) {
        below.adjustments.clear();
    } else {
        alone.rounding = rubric.rounding;
    }
    for (std::size_t i = path.size() - 1; i > 0; --i) {
        Indicator branch;
        branch.id = path[i - 1]->id;
        branch.points = path[i - 1]->points;
        branch.not_applicable = path[i - 1]->not_applicable;
        branch.indicators.push_back(std::move(below));
        below = std::move(branch);
    }
    alone.indicators.push_back(std::move(below));
    if (alone.points.is_zero()) {
        alone.indicators.push_back(makeweight());
        alone.points = alone.indicators.back().points;
    }
    return alone;
}

void ProbedFacts::changed(std::optional<feel::SlotId> slot, feel::CallBudget& budget) {
    if (!slot || facts_.units) {
        answers_.reset();
    } else if (answers_) {
        constexpr std::size_t values_a_step = 32;
        const std::size_t values = rubric_.program.code().values.size();
        budget.spend(static_cast<std::int64_t>(1 + values / values_a_step));
        answers_->changed(*slot);
    }
}

scoring::FactAnswers& ProbedFacts::answers(feel::CallBudget& budget) {
    // no leaf is cut short for what those before it took: half of a session is left to each
    const auto most = static_cast<std::size_t>(feel::SessionLimits{}.steps / 2);
    if (!answers_ || facts_.units || answers_->steps() > most) {
        constexpr std::size_t inputs_a_step = 8;
        budget.spend(static_cast<std::int64_t>(rubric_.inputs.size() / inputs_a_step));
        answers_ = std::make_unique<scoring::FactAnswers>(rubric_, facts_, budget.limits());
    }
    return *answers_;
}

LeafProbe::LeafProbe(const document::CompiledRubric& rubric,
                     const std::vector<const Indicator*>& path)
    : compiled_(&rubric), path_(path), alone_(leaf_alone(rubric.rubric, path, LeafScore::by_rule)) {
    for (std::size_t i = path.size(); i > 0; --i) {
        add_terms(*path[i - 1]);
    }
    for (const Term term : terms_) {
        const auto reads = rubric.program.static_reads(rubric.expression(term).id);
        reads_.insert(reads_.end(), reads.begin(), reads.end());
    }
    std::sort(reads_.begin(), reads_.end());
    reads_.erase(std::unique(reads_.begin(), reads_.end()), reads_.end());
}

void LeafProbe::add_terms(const Indicator& indicator) {
    if (indicator.measure) {
        terms_.push_back(*indicator.measure);
    }
    for (const Part& part : indicator.parts) {
        terms_.push_back(part.term);
    }
    if (indicator.not_applicable) {
        terms_.push_back(indicator.not_applicable->when);
    }
}

std::optional<Points> LeafProbe::score(ProbedFacts& facts, feel::CallBudget& budget) const {
    if (budget.is_spent()) {
        return std::nullopt;
    }
    const auto sheet = scoring::score_again(alone_, facts.answers(budget), budget);
    if (sheet) {
        return sheet->items[path_.size() - 1].score;
    }
    const bool left = sheet.error().code == "score.nothing-in-play" && sheet.error().others.empty();
    return left ? std::optional{Points{}} : std::nullopt;
}

std::vector<LeafProbe> probes_of(const document::CompiledRubric& rubric) {
    std::vector<LeafProbe> probes;
    const IndicatorTree tree{rubric.rubric.indicators};
    for (std::size_t i = 0; i < tree.size(); ++i) {
        if (!tree[i]->is_branch()) {
            probes.emplace_back(rubric, tree.path(i));
        }
    }
    return probes;
}

} // namespace heng::detail::whatif
