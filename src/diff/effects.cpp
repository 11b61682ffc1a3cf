// SPDX-License-Identifier: Apache-2.0
#include "diff/attribution.hpp"
#include "diff/effects.hpp"
#include "diff/unit_changes.hpp"
#include "scoring/fact_answers.hpp"
#include "scoring/scoring.hpp"

#include <heng/rubric/tree.hpp>

#include <algorithm>
#include <utility>
#include <variant>

namespace heng::detail::diff {

Effects::Effects(const document::CompiledRubric& rubric, const FactChanges& changes,
                 const std::vector<LeafProbe>& probes, feel::CallBudget& budget)
    : rubric_(rubric), changes_(changes), budget_(budget), reserved_(budget.left() / 4) {
    std::vector<Term> conditions;
    for (const PlacedIndicator& indicator : IndicatorTree{rubric.rubric.indicators}) {
        if (const auto& leaves = indicator->not_applicable) {
            conditions.push_back(leaves->when);
            if (leaves->treat_as == TreatAs::rescale) {
                rescaling_.push_back(leaves->when);
            }
        }
        add(indicator->id, indicator->adjustments, conditions);
    }
    add({}, rubric.rubric.adjustments, conditions);
    condition_reads_ = reads_of(conditions);
    for (const LeafProbe& probe : probes) {
        for (const feel::SlotId slot : probe.reads()) {
            readers_[slot].push_back(&probe);
        }
        if (assessed_range(probe.leaf().rule)) {
            assessed_[probe.leaf().id].push_back(&probe);
        }
        if (!changes.of_units().empty() && is_weighed(rubric, probe.leaf())) {
            weighed_.push_back(&probe);
        }
    }
}

void Effects::add(std::string_view item, const std::vector<Adjustment>& adjustments,
                  std::vector<Term>& conditions) {
    for (const Adjustment& each : adjustments) {
        conditions.push_back(each.when);
        adjustments_[{item, each.id}].push_back(each.when);
        if (each.amount) {
            conditions.push_back(*each.amount);
            adjustments_[{item, each.id}].push_back(*each.amount);
            amounts_.insert(*each.amount);
        }
    }
}

std::set<feel::SlotId> Effects::reads_of(const std::vector<Term>& terms) const {
    std::set<feel::SlotId> slots;
    for (const Term term : terms) {
        const auto reads = rubric_.program.static_reads(rubric_.expression(term).id);
        slots.insert(reads.begin(), reads.end());
    }
    return slots;
}

const Effects::Probes& Effects::readers_of(const FactChange& change) const {
    static const Probes none;
    if (change.units) {
        return weighed_;
    }
    if (change.leaf.empty()) {
        const auto found = readers_.find(change.slot);
        return found != readers_.end() ? found->second : none;
    }
    const auto found = assessed_.find(change.leaf);
    return found != assessed_.end() ? found->second : none;
}

Mixture& Effects::facts(Side side) {
    auto& facts = side == Side::old ? old_ : now_;
    if (!facts) {
        std::vector<std::size_t> all;
        for (std::size_t i = 0; side == Side::now && i < changes_.all().size(); ++i) {
            all.push_back(i);
        }
        facts.emplace(rubric_, changes_, budget_, all);
    }
    return *facts;
}

void Effects::turn(Side side, std::size_t change, bool other) {
    facts(side).set(change, (side == Side::old) == other);
}

std::optional<Effects::Scores> Effects::scores(Side side) {
    const auto sheet =
        scoring::score_unexplained(rubric_.rubric, rubric_, facts(side).facts(), budget_);
    if (!sheet) {
        return std::nullopt;
    }
    Scores scores;
    for (const Item& item : sheet->items) {
        scores.items.emplace_back(item.id, item.score);
    }
    scores.total = sheet->total;
    scores.grade = sheet->grade;
    return scores;
}

Effect Effects::of(std::size_t index, Side side) {
    const FactChange& change = changes_.all()[index];
    const bool is_fact = !change.units && change.leaf.empty();
    if (!is_fact || !condition_reads_.contains(change.slot)) {
        bool differs = false;
        for (const LeafProbe* const probe : readers_of(change)) {
            if (!may_try()) {
                return Effect::untried;
            }
            const auto before = facts(side).score(*probe);
            turn(side, index, true);
            differs = differs || before != facts(side).score(*probe);
            turn(side, index, false);
        }
        if (!differs) {
            return Effect::none;
        }
    }
    auto& known = side == Side::old ? old_scores_ : now_scores_;
    if (!known) {
        known = scores(side);
    }
    if (!may_try() || !known) {
        return Effect::untried;
    }
    turn(side, index, true);
    const auto then = scores(side);
    turn(side, index, false);
    return budget_.is_spent() ? Effect::untried : then == known ? Effect::none : Effect::some;
}

/// Whether each condition holds, and each amount; "" where that can't be told.
std::vector<std::string> Effects::outcomes(Side side, const std::vector<Term>& conditions) {
    scoring::FactAnswers answers{rubric_, facts(side).facts(), budget_.limits()};
    std::vector<std::string> outcomes;
    for (const Term term : conditions) {
        if (amounts_.contains(term)) {
            const auto amount = answers.number(term);
            outcomes.push_back(amount ? amount->to_string() : "");
        } else {
            const auto holds = answers.holds(term);
            outcomes.emplace_back(!holds ? "" : *holds ? "true" : "false");
        }
    }
    budget_.spend(static_cast<std::int64_t>(answers.steps()));
    return outcomes;
}

std::vector<std::size_t> Effects::causes(const std::vector<Term>& conditions) {
    std::vector<std::size_t> alone;
    if (!may_try()) {
        return alone;
    }
    const std::vector<std::string> before = outcomes(Side::old, conditions);
    const std::vector<std::string> after = outcomes(Side::now, conditions);
    if (before == after) {
        return alone; // it is what is adjusted that changed
    }
    std::vector<std::size_t> read;
    for (const feel::SlotId slot : reads_of(conditions)) {
        const auto& changed = changes_.of_slot(slot);
        read.insert(read.end(), changed.begin(), changed.end());
    }
    std::sort(read.begin(), read.end()); // in the order of the changes
    for (const std::size_t i : read) {
        if (!may_try()) {
            break;
        }
        bool depends = false;
        for (const Side side : {Side::old, Side::now}) {
            turn(side, i, true);
            depends = depends || outcomes(side, conditions) != (side == Side::old ? before : after);
            turn(side, i, false);
        }
        if (depends) {
            alone.push_back(i);
        }
    }
    return alone.empty() ? read : alone;
}

std::vector<Term> Effects::adjustment(const std::string& item, const std::string& id) const {
    const auto found = adjustments_.find({item, id});
    return found != adjustments_.end() ? found->second : std::vector<Term>{};
}

} // namespace heng::detail::diff
