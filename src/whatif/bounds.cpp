// SPDX-License-Identifier: Apache-2.0
#include "engine/scoring.hpp"
#include "rule/kind.hpp"
#include "whatif/bounds.hpp"

#include <heng/rubric/indicator.hpp>

#include <algorithm>
#include <utility>

namespace heng::what_if {
namespace {

using feel::Abstract;
using feel::Numbers;

constexpr std::int64_t steps_of_one = 40'000; ///< abstract steps that one range may take
constexpr std::int64_t weight = 8;            ///< an abstract step takes some of FEEL's

Numbers after(const Adjustment& adjustment, const Numbers& score) {
    const Numbers by = Numbers::at(Ratio{adjustment.value});
    switch (adjustment.kind) {
    case Adjustment::Kind::at_most:
        return least(score, by);
    case Adjustment::Kind::set:
        return score.empty() ? score : by;
    case Adjustment::Kind::deduct:
        break;
    }
    return greatest(added(score, negated(by)), rule::zero());
}

} // namespace

std::vector<Abstract> abstract_slots(const document::LoadedFacts& facts) {
    std::vector<Abstract> slots;
    slots.reserve(facts.slots.size());
    for (const feel::Value& value : facts.slots) {
        slots.push_back(Abstract::of(value));
    }
    return slots;
}

LeafBounds::LeafBounds(const document::CompiledRubric& rubric, const document::LoadedFacts& facts,
                       std::vector<Abstract> slots, const Rubric& tree, feel::CallBudget& budget)
    : rubric_(rubric),
      facts_(facts),
      slots_(std::move(slots)),
      tree_(tree),
      budget_(budget),
      bounds_(rubric.program, slots_, steps_of_one),
      session_(rubric.program, facts.slots, budget.limits()) {
    const std::size_t looked_at = facts.slots.size() + rubric.program.code().nodes.size();
    budget.spend(weight * static_cast<std::int64_t>(looked_at));
}

Most LeafBounds::most(feel::SlotId slot, const Abstract& values) {
    if (slot != slot_) {
        bounds_.reset(slot_, slots_[slot_], steps_of_one);
        known_.clear();
        targets_.reset();
        slot_ = slot;
    }
    bounds_.reset(slot, values, steps_of_one);
    unknown_ = false;
    const Numbers all = scores(tree_.indicators.front(), 1);
    constexpr std::int64_t of_each = 64;
    budget_.spend(weight * (steps_of_one - bounds_.steps_left()) + of_each);
    Most most;
    most.known = !unknown_ && !bounds_.exhausted();
    most.none = most.known && all.empty();
    if (most.known && !most.none) {
        most.score = all.hull().high;
        most.known = most.score.has_value();
    }
    return most;
}

bool LeafBounds::reads_slot(Term term) const {
    const auto reads = rubric_.program.static_reads(rubric_.expression(term).id);
    return std::binary_search(reads.begin(), reads.end(), slot_);
}

/// What the term can be; exactly what it is, where the fact does not go into it.
Abstract LeafBounds::value(Term term) {
    const auto known = known_.find(static_cast<std::uint32_t>(term));
    if (known != known_.end()) {
        return known->second;
    }
    const feel::ExpressionId id = rubric_.expression(term).id;
    if (reads_slot(term)) {
        return bounds_.evaluate(id);
    }
    const std::int64_t before = session_.steps_taken();
    const feel::Value value = session_.evaluate(id);
    budget_.spend(session_.steps_taken() - before);
    Abstract exact = session_.fault() ? Abstract::any() : Abstract::of(value);
    return known_.emplace(static_cast<std::uint32_t>(term), std::move(exact)).first->second;
}

/// The scores that the innermost indicator can have.
Numbers LeafBounds::scores(const Indicator& indicator, int level) {
    Numbers all;
    Abstract out = Abstract::boolean(false, true);
    if (indicator.not_applicable) {
        out = value(indicator.not_applicable->when);
    }
    if (out.may_be_true) {
        const Indicator* last = &indicator; // what leaves takes along what is below it
        int depth = level;
        for (; last->is_branch(); ++depth) {
            last = &last->indicators.front();
        }
        const bool full = indicator.not_applicable->treat_as == TreatAs::full;
        const Numbers score = full ? rule::at(Points{last->points}) : rule::zero();
        all = rounded_at(*last, depth, score);
    }
    bounds_.open();
    const bool in_use = out.may_be_false &&
                        (!indicator.not_applicable || !reads_slot(indicator.not_applicable->when) ||
                         bounds_.assume(rubric_.expression(indicator.not_applicable->when).id,
                                        false));
    if (in_use && indicator.is_branch()) {
        all = all.joined(scores(indicator.indicators.front(), level + 1));
    } else if (in_use) {
        all = all.joined(
            rounded_at(indicator, level, adjusted(indicator.adjustments, leaf(indicator))));
    }
    bounds_.close();
    return all;
}

Numbers LeafBounds::leaf(const Indicator& leaf) {
    const rule::Kind& kind = rule::kind_of(leaf.rule);
    if (kind.range != nullptr) {
        rule::Values values;
        if (leaf.measure) {
            values.measure = value(*leaf.measure);
        }
        for (const Part& part : leaf.parts) {
            values.parts.push_back(value(part.term));
        }
        return kind.range(leaf, values);
    }
    if (!std::holds_alternative<Assessed>(leaf.rule)) {
        return targets(leaf);
    }
    const auto given = facts_.assessed.find(leaf.id);
    unknown_ = unknown_ || given == facts_.assessed.end();
    return unknown_ ? Numbers{} : rule::at(Points{given->second.assessment.score});
}

/// The rows as they are: only whether they count may depend on the fact.
Numbers LeafBounds::targets(const Indicator& leaf) {
    unknown_ = unknown_ || reads_slot(*leaf.measure);
    if (!unknown_ && !targets_) {
        Rubric alone;
        alone.points = leaf.points;
        alone.rounding = tree_.rounding;
        alone.rounding.leaves = false;
        alone.rounding.levels.clear();
        Indicator rows = leaf;
        rows.not_applicable.reset();
        rows.adjustments.clear();
        alone.indicators.push_back(std::move(rows));
        const auto sheet = document::score_unexplained(alone, rubric_, facts_, budget_);
        targets_ = sheet ? rule::at(sheet->items.front().score) : Numbers{};
    }
    return unknown_ ? Numbers{} : *targets_;
}

Numbers LeafBounds::adjusted(const std::vector<Adjustment>& adjustments, Numbers score) {
    for (const Adjustment& adjustment : adjustments) {
        const Abstract holds = value(adjustment.when);
        Numbers either = holds.may_be_false ? score : Numbers{};
        if (holds.may_be_true) {
            either = either.joined(after(adjustment, score));
        }
        score = std::move(either);
    }
    return score;
}

Numbers LeafBounds::rounded_at(const Indicator& indicator, int level, const Numbers& score) const {
    const RoundingPlaces& places = tree_.rounding;
    const ItemKind kind = indicator.is_branch() ? ItemKind::branch : ItemKind::leaf;
    return places.at(kind, level) ? rounded(score, places.scale, places.mode) : score;
}

/// Between two values at which the rule changes the score rises or falls: its ends are its most.
Most most_of_row(const Targets& rule, const Points& points, const Target& row, const Ratio& low,
                 const Ratio& high) {
    Most most;
    if (row.direction == Direction::level) {
        const Interval in = range_of(row.level, rule.dialect);
        most.none = high < *in.low || low > *in.high;
        most.score = most.none ? std::nullopt
                               : std::optional{(points * min(high, *in.high)).value()};
        return most;
    }
    std::vector<Ratio> edges{Ratio{}, row.target};
    if (rule.far_above) {
        edges.push_back(row.target * Ratio{rule.far_above->from});
    }
    const bool across = std::any_of(edges.begin(), edges.end(), [&](const Ratio& edge) {
        return low <= edge && edge <= high;
    });
    if (across && low != high) {
        most.score = points.value();
        return most;
    }
    Target at = row;
    at.actual = low;
    Points best = score(rule, points, at);
    at.actual = high;
    best = max(best, score(rule, points, at));
    most.score = best.value();
    return most;
}

} // namespace heng::what_if
