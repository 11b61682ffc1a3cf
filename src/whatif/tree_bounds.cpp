// SPDX-License-Identifier: Apache-2.0
#include "document/target_record.hpp"
#include "rule/kind.hpp"
#include "whatif/row_bounds.hpp"
#include "whatif/tree_bounds.hpp"

#include <heng/limits.hpp>
#include <heng/rule/targets.hpp>

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

namespace heng::detail::whatif {
namespace {

using document::CompiledRubric;
using facts::LoadedFacts;
using feel::Abstract;
using feel::Numbers;
using feel::Value;
using rule::zero;

constexpr std::size_t most_cases = 128;

/// Adds a case, to the one of the same points where there is one.
void add_case(PointsCases& cases, PointsCase one) {
    if (one.score.empty()) {
        return;
    }
    for (PointsCase& each : cases) {
        if (each.points == one.points) {
            each.score = each.score.joined(one.score);
            return;
        }
    }
    if (cases.size() == most_cases) {
        PointsCase all = std::move(one);
        for (const PointsCase& each : cases) {
            all.points = all.points.joined(each.points);
            all.score = all.score.joined(each.score);
        }
        cases = {std::move(all)};
        return;
    }
    cases.push_back(std::move(one));
}

PointsCases summed(const PointsCases& a, const PointsCases& b) {
    PointsCases sums;
    for (const PointsCase& x : a) {
        for (const PointsCase& y : b) {
            add_case(sums, {added(x.points, y.points), added(x.score, y.score)});
        }
    }
    return sums;
}

bool may_be(const Value& value) {
    if (value.is_list()) {
        return std::any_of(value.items().begin(), value.items().end(), may_be);
    }
    if (value.is_context()) {
        return std::any_of(value.fields().begin(), value.fields().end(),
                           [](const feel::Field& field) { return may_be(field.value); });
    }
    return value.is_missing();
}

/// The score after an adjustment that comes to one of `values`, which are 0 or more.
Numbers after(const Adjustment& adjustment, const Numbers& score, const Numbers& values,
              const Points& floor) {
    const auto& bound = adjustment.each_at_most;
    const Numbers by = bound ? least(values, Numbers::at(Ratio{*bound})) : values;
    switch (adjustment.kind) {
    case Adjustment::Kind::at_most:
        return least(score, by);
    case Adjustment::Kind::set:
        return score.empty() ? score : by;
    case Adjustment::Kind::add:
        return added(score, by);
    case Adjustment::Kind::grade_at_most:
        return score;
    case Adjustment::Kind::deduct:
        break;
    }
    return greatest(added(score, negated(by)), least(score, rule::at(floor)));
}

/// Within [floor, points + extra].
Numbers within(const Numbers& score, const Numbers& points, const Beyond& beyond) {
    if (beyond.is_none() && score.none_below_zero()) {
        return least(score, points);
    }
    const Numbers most = added(points, Numbers::at(Ratio{beyond.extra}));
    return greatest(least(score, most), rule::at(least_of(beyond)));
}

constexpr std::int64_t steps_of_run = 400'000; ///< abstract steps that run() may take
constexpr std::int64_t of_one = 8; ///< FEEL's steps that an abstract one takes, or looking at one

} // namespace

/// A row, and what of it is not known.
struct TreeBounds::OpenRow {
    const TargetRow* row = nullptr;
    document::OpenTarget open{};
};

TreeBounds::TreeBounds(const CompiledRubric& rubric, const Rubric& tree, const LoadedFacts& facts,
                       std::vector<Abstract> slots, feel::CallBudget& budget)
    : rubric_(rubric),
      tree_(tree),
      placed_(tree.indicators),
      facts_(facts),
      slots_(std::move(slots)),
      budget_(budget),
      bounds_(rubric.program, slots_, steps_of_run),
      session_(rubric.program, facts.slots, budget.limits()) {
    for (const Value& slot : facts.slots) {
        unknown_.push_back(may_be(slot));
    }
    const std::size_t looked_at = facts.slots.size() + rubric.program.code().nodes.size();
    budget.spend(of_one * static_cast<std::int64_t>(looked_at));
}

void TreeBounds::set(feel::SlotId slot, const Abstract& values) {
    if (moved_ && *moved_ != slot) {
        bounds_.reset(*moved_, slots_[*moved_], steps_of_run);
        unknown_[*moved_] = may_be(facts_.slots[*moved_]);
    }
    if (moved_ != slot) {
        known_.clear();
        fixed_.clear();
        unknown_[slot] = true;
        moved_ = slot;
    }
    bounds_.reset(slot, values, steps_of_run);
}

TreeRanges TreeBounds::run() {
    const std::int64_t bounds_before = bounds_.steps_left();
    const std::int64_t session_before = session_.steps_taken();
    ranges_ = {};
    ranges_.items.resize(placed_.size());
    PointsCases sum{{zero(), zero()}};
    for (std::size_t at = 0; at < placed_.size(); at = placed_[at].end) {
        sum = summed(sum, visit(at));
    }
    const Points full{tree_.points};
    for (const PointsCase& each : sum) {
        const Numbers in_play = each.points.without_zero();
        Numbers total = each.score;
        if (in_play.empty()) {
            continue; // nothing applies, so there is no total
        }
        if (in_play.only() != full.value()) {
            total = multiplied(total, divided(rule::at(full), in_play));
        }
        const Beyond& beyond = tree_.beyond;
        total = within(adjusted(tree_.adjustments, total, beyond), rule::at(full), beyond);
        if (tree_.rounding.total) {
            total = within(rounded(total), rule::at(full), beyond);
        }
        ranges_.total = ranges_.total.joined(total);
    }
    for (const Adjustment& each : tree_.adjustments) {
        CapRange& cap = ranges_.caps.emplace_back();
        if (each.kind == Adjustment::Kind::grade_at_most) {
            const Abstract holds = value(each.when);
            cap = {holds.open || holds.may_be_true, holds.open || holds.may_be_false};
        }
    }
    budget_.spend(session_.steps_taken() - session_before +
                  of_one * (bounds_before - bounds_.steps_left()) +
                  of_one * static_cast<std::int64_t>(placed_.size()));
    return std::move(ranges_);
}

/// Whether evaluating the term can read what is unknown.
bool TreeBounds::reads_unknown(Term term) const {
    const auto reads = rubric_.program.static_reads(rubric_.expression(term).id);
    return std::any_of(reads.begin(), reads.end(),
                       [&](feel::SlotId slot) { return unknown_[slot]; });
}

/// What the term can be; exactly what it is, where nothing unknown goes into it.
Abstract TreeBounds::value(Term term) {
    const auto known = known_.find(term);
    if (known != known_.end()) {
        return known->second;
    }
    const feel::ExpressionId id = rubric_.expression(term).id;
    if (reads_unknown(term)) {
        return bounds_.evaluate(id);
    }
    const Value value = session_.evaluate(id);
    Abstract exact = session_.fault() ? Abstract::any() : Abstract::of(value);
    return known_.emplace(term, std::move(exact)).first->second;
}

PointsCases TreeBounds::visit(std::size_t at) {
    PointsCases cases;
    Numbers scores;
    Abstract out = Abstract::boolean(false, true);
    const std::optional<NotApplicable>& leaves = placed_[at]->not_applicable;
    if (leaves) {
        out = value(leaves->when);
    }
    if (out.may_be_true) {
        PointsCase left = out_of_use(at, leaves->treat_as);
        scores = left.score;
        add_case(cases, std::move(left));
    }
    bounds_.open();
    if (out.may_be_false && (!leaves || !reads_unknown(leaves->when) ||
                             bounds_.assume(rubric_.expression(leaves->when).id, false))) {
        for (PointsCase& each : in_use(at)) {
            scores = scores.joined(each.score);
            add_case(cases, std::move(each));
        }
    }
    bounds_.close();
    keep(at, scores);
    return cases;
}

void TreeBounds::keep(std::size_t at, const Numbers& scores) {
    ranges_.items[at] = ranges_.items[at].joined(scores);
}

PointsCases TreeBounds::in_use(std::size_t at) {
    PointsCases cases;
    if (placed_[at]->is_branch()) {
        cases = {{zero(), zero()}};
        placed_.each_child(at, [&](std::size_t below) { cases = summed(cases, visit(below)); });
    } else {
        add_case(cases, {rule::at(Points{placed_[at]->points}), leaf(at)});
    }
    for (PointsCase& each : cases) {
        const Indicator& node = *placed_[at];
        const bool bonus = node.points.is_zero() && !node.beyond.is_none();
        if (bonus || each.points != zero()) { // what has left is not adjusted back in
            const bool may_leave = !bonus && each.points.contains(Ratio{});
            const Numbers left = may_leave ? closed(at, each, {}) : Numbers{};
            each.score = adjusted(node.adjustments, each.score, node.beyond);
            each.score = closed(at, each, node.beyond).joined(left);
        } else {
            each.score = closed(at, each, {});
        }
    }
    return cases;
}

/// An indicator that does not apply, and all below it.
PointsCase TreeBounds::out_of_use(std::size_t at, TreatAs treat_as) {
    placed_.each_child(at,
                       [&](std::size_t below) { keep(below, out_of_use(below, treat_as).score); });
    const Points full{placed_[at]->points};
    const Points points = treat_as == TreatAs::rescale ? Points{} : full;
    const Numbers score = treat_as == TreatAs::full ? rule::at(points) : zero();
    return {rule::at(points), closed(at, {rule::at(points), score}, {})};
}

Numbers TreeBounds::rounded(const Numbers& score) const {
    return feel::rounded(score, tree_.rounding.scale, tree_.rounding.mode);
}

/// Rounded where the rubric rounds, and never outside the room of the points in play.
Numbers TreeBounds::closed(std::size_t at, const PointsCase& sum, const Beyond& beyond) const {
    const ItemKind kind = placed_[at]->is_branch() ? ItemKind::branch : ItemKind::leaf;
    const Numbers score = within(sum.score, sum.points, beyond);
    return tree_.rounding.at(kind, placed_[at].level) ? within(rounded(score), sum.points, beyond)
                                                      : score;
}

Numbers TreeBounds::adjusted(const std::vector<Adjustment>& adjustments, Numbers score,
                             const Beyond& beyond) {
    for (const Adjustment& adjustment : adjustments) {
        const Abstract holds = value(adjustment.when);
        Numbers either = holds.may_be_false ? score : Numbers{};
        if (holds.may_be_true) {
            const Numbers values =
                adjustment.amount ? value(*adjustment.amount).numbers.met(Interval::from(Ratio{}))
                                  : Numbers::at(Ratio{adjustment.value});
            either = either.joined(after(adjustment, score, values, least_of(beyond)));
        }
        score = std::move(either);
    }
    return score;
}

Numbers TreeBounds::leaf(std::size_t at) {
    const auto known = fixed_.find(at);
    if (known != fixed_.end()) {
        return known->second;
    }
    const Indicator& leaf = *placed_[at];
    bool fixed = !leaf.measure || !reads_unknown(*leaf.measure);
    rule::Values values;
    for (const Part& part : leaf.parts) {
        fixed = fixed && !reads_unknown(part.term);
        values.parts.push_back(value(part.term));
    }
    const auto range = [&]() -> Numbers {
        if (const auto* targets = std::get_if<Targets>(&leaf.rule)) {
            return rows_range(*targets, *leaf.measure, placed_[at].level);
        }
        if (const auto* assessed = std::get_if<Assessed>(&leaf.rule)) {
            const auto given = facts_.assessed.find(leaf.id);
            if (given == facts_.assessed.end()) {
                return Numbers::of({Ratio{assessed->beyond.floor}, true,
                                    most_of(assessed->points, assessed->beyond).value(), true});
            }
            const auto points = score(*assessed, given->second.assessment.score);
            return points ? rule::at(*points) : Numbers{};
        }
        if (leaf.measure) {
            values.measure = value(*leaf.measure);
        }
        if (const auto given = facts_.assessed.find(leaf.id); given != facts_.assessed.end()) {
            values.assessed = {Points{given->second.assessment.score}, given->second.follows};
        }
        return rule::kind_of(leaf.rule).range(leaf, values);
    };
    Numbers scores = range();
    return fixed ? fixed_.emplace(at, std::move(scores)).first->second : scores;
}

/// The rows that the term picks, where no unknown fact decides which: it is an input as it
/// stands. None: they are not known.
std::optional<std::vector<TreeBounds::OpenRow>> TreeBounds::rows_of(Term term) {
    const feel::Code& code = rubric_.program.code();
    const feel::ExpressionId id = rubric_.expression(term).id;
    const feel::Node& root = code.nodes[code.expressions[id].root];
    if (reads_unknown(term) && (root.op != feel::Op::slot || root.a == moved_)) {
        return std::nullopt;
    }
    const Value list = session_.evaluate(id);
    if (!list.is_list()) {
        return std::nullopt;
    }
    std::vector<OpenRow> rows;
    for (const Value& record : list.items()) {
        const Value* const row = record.is_context() ? record.find(document::row_entry) : nullptr;
        if (row == nullptr) {
            return std::nullopt;
        }
        const auto is_open = [&record](std::string_view field) {
            const Value* const value = document::value_of_key(record, field);
            return value != nullptr && value->is_missing();
        };
        rows.push_back({&facts_.rows[static_cast<std::size_t>(*row->number().as_int64())],
                        {is_open("target"), is_open("actual"), is_open("level"), is_open("rate")}});
    }
    return rows;
}

Numbers TreeBounds::rows_range(const Targets& rule, Term measure, int level) {
    const auto rows = rows_of(measure);
    Numbers sum = zero();
    if (!rows || rows->empty()) {
        // any rows: each earns 0 to its points, and those add up to the leaf's
        const Numbers any = Numbers::of({Ratio{}, true, Ratio{rule.points}, true});
        return rows ? Numbers{} : any;
    }
    const Points share =
        Points{rule.points} * (Ratio{1} / Ratio{static_cast<std::int64_t>(rows->size())});
    for (const OpenRow& row : *rows) {
        if (rule.weights == Weights::points && !row.row->points) {
            return {};
        }
        const Points points = rule.weights == Weights::equal ? share : Points{*row.row->points};
        Numbers earned = scores_of_row(rule, points, row.row->numbers, row.open);
        if (tree_.rounding.at(ItemKind::row, level + 1)) {
            earned = least(rounded(earned), rule::at(points));
        }
        sum = added(sum, earned);
    }
    return sum;
}

} // namespace heng::detail::whatif
