// SPDX-License-Identifier: Apache-2.0
#include "document/target_record.hpp"
#include "feel/bounds.hpp"
#include "feel/session.hpp"
#include "partial/tree_bounds.hpp"
#include "rule/kind.hpp"

#include <heng/document/limits.hpp>
#include <heng/rule/targets.hpp>

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

namespace heng::partial {
namespace {

using document::CompiledRubric;
using document::LoadedFacts;
using feel::Abstract;
using feel::Numbers;
using feel::Value;
using rule::at;
using rule::zero;

constexpr std::size_t most_cases = 128;

/// Points in play, and what is scored of them.
struct Case {
    Numbers points;
    Numbers score;
};
using Cases = std::vector<Case>;

/// Adds a case, to the one of the same points where there is one.
void add_case(Cases& cases, Case one) {
    if (one.score.empty()) {
        return;
    }
    for (Case& each : cases) {
        if (each.points == one.points) {
            each.score = each.score.joined(one.score);
            return;
        }
    }
    if (cases.size() == most_cases) {
        Case all = std::move(one);
        for (const Case& each : cases) {
            all.points = all.points.joined(each.points);
            all.score = all.score.joined(each.score);
        }
        cases = {std::move(all)};
        return;
    }
    cases.push_back(std::move(one));
}

Cases summed(const Cases& a, const Cases& b) {
    Cases sums;
    for (const Case& x : a) {
        for (const Case& y : b) {
            add_case(sums, {added(x.points, y.points), added(x.score, y.score)});
        }
    }
    return sums;
}

/// A row, and what of it is not known.
struct OpenRow {
    const TargetRow* row = nullptr;
    document::OpenTarget open{};
};

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

class TreeBounds {
  public:
    TreeBounds(const CompiledRubric& rubric, const LoadedFacts& facts,
               const std::vector<Abstract>& slots, feel::CallBudget& budget)
        : rubric_(rubric),
          facts_(facts),
          bounds_(rubric.program, slots),
          bounds_steps_(bounds_.steps_left()),
          session_(rubric.program, facts.slots, budget.limits()),
          budget_(budget) {
        number(rubric.rubric.indicators);
        for (const Value& slot : facts.slots) {
            unknown_.push_back(may_be(slot));
        }
        ranges_.items.resize(numbers_.size());
    }

    TreeRanges run() {
        Cases sum{{zero(), zero()}};
        for (const Indicator& indicator : rubric_.rubric.indicators) {
            sum = summed(sum, visit(indicator, 1));
        }
        const Points full{rubric_.rubric.points};
        for (const Case& each : sum) {
            const Numbers in_play = each.points.without_zero();
            Numbers total = each.score;
            if (in_play.empty()) {
                continue; // nothing applies, so there is no total
            }
            if (in_play.only() != full.value()) {
                total = multiplied(total, divided(at(full), in_play));
            }
            total = least(adjusted(rubric_.rubric.adjustments, total), at(full));
            if (rubric_.rubric.rounding.total) {
                total = least(rounded(total), at(full));
            }
            ranges_.total = ranges_.total.joined(total);
        }
        spend();
        return std::move(ranges_);
    }

  private:
    /// An abstract step takes some of FEEL's; an indicator, an input and a node of the program are
    /// looked at, too.
    void spend() {
        constexpr std::int64_t of_one = 8;
        const std::size_t looked_at =
            numbers_.size() + facts_.slots.size() + rubric_.program.code().nodes.size();
        budget_.spend(session_.steps_taken() + of_one * (bounds_steps_ - bounds_.steps_left()) +
                      of_one * static_cast<std::int64_t>(looked_at));
    }

    /// Whether evaluating the term can read what is unknown.
    [[nodiscard]] bool reads_unknown(Term term) const {
        const auto reads = rubric_.program.static_reads(rubric_.expression(term).id);
        return std::any_of(reads.begin(), reads.end(),
                           [&](feel::SlotId slot) { return unknown_[slot]; });
    }

    void number(const std::vector<Indicator>& indicators) {
        for (const Indicator& indicator : indicators) {
            const std::size_t next = numbers_.size();
            numbers_[&indicator] = next;
            number(indicator.indicators);
        }
    }

    /// What the term can be; exactly what it is, where nothing unknown goes into it.
    Abstract value(Term term) {
        const feel::ExpressionId id = rubric_.expression(term).id;
        if (reads_unknown(term)) {
            return bounds_.evaluate(id);
        }
        Value known = session_.evaluate(id);
        return session_.fault() ? Abstract::any() : Abstract::of(known);
    }

    Cases visit(const Indicator& indicator, int level) {
        Cases cases;
        Numbers scores;
        Abstract not_applicable = Abstract::boolean(false, true);
        if (indicator.not_applicable) {
            not_applicable = value(indicator.not_applicable->when);
        }
        if (not_applicable.may_be_true) {
            const Case out = out_of_use(indicator, indicator.not_applicable->treat_as, level);
            scores = out.score;
            add_case(cases, out);
        }
        bounds_.open();
        if (not_applicable.may_be_false &&
            (!indicator.not_applicable || !reads_unknown(indicator.not_applicable->when) ||
             bounds_.assume(rubric_.expression(indicator.not_applicable->when).id, false))) {
            for (Case& each : in_use(indicator, level)) {
                scores = scores.joined(each.score);
                add_case(cases, std::move(each));
            }
        }
        bounds_.close();
        keep(indicator, scores);
        return cases;
    }

    void keep(const Indicator& indicator, const Numbers& scores) {
        Numbers& known = ranges_.items[numbers_.at(&indicator)];
        known = known.joined(scores);
    }

    Cases in_use(const Indicator& indicator, int level) {
        Cases cases;
        if (indicator.is_branch()) {
            cases = {{zero(), zero()}};
            for (const Indicator& below : indicator.indicators) {
                cases = summed(cases, visit(below, level + 1));
            }
        } else {
            add_case(cases, {at(Points{indicator.points}), leaf(indicator, level)});
        }
        for (Case& each : cases) {
            if (each.points != zero()) { // what has left is not adjusted back in
                const Numbers left = each.points.contains(Ratio{}) ? each.score : Numbers{};
                each.score = adjusted(indicator.adjustments, each.score).joined(left);
            }
            each.score = closed(indicator, level, each);
        }
        return cases;
    }

    /// An indicator that does not apply, and all below it.
    Case out_of_use(const Indicator& indicator, TreatAs treat_as, int level) {
        for (const Indicator& below : indicator.indicators) {
            keep(below, out_of_use(below, treat_as, level + 1).score);
        }
        const Points points = treat_as == TreatAs::rescale ? Points{} : Points{indicator.points};
        const Numbers score = treat_as == TreatAs::full ? at(points) : zero();
        return {at(points), closed(indicator, level, {at(points), score})};
    }

    Numbers rounded(const Numbers& score) const {
        const RoundingPlaces& places = rubric_.rubric.rounding;
        return feel::rounded(score, places.scale, places.mode);
    }

    /// Rounded where the rubric rounds, and never above the points in play.
    Numbers closed(const Indicator& indicator, int level, const Case& sum) const {
        const ItemKind kind = indicator.is_branch() ? ItemKind::branch : ItemKind::leaf;
        const Numbers score = least(sum.score, sum.points);
        return rubric_.rubric.rounding.at(kind, level) ? least(rounded(score), sum.points) : score;
    }

    Numbers adjusted(const std::vector<Adjustment>& adjustments, Numbers score) {
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

    static Numbers after(const Adjustment& adjustment, const Numbers& score) {
        const Numbers by = Numbers::at(Ratio{adjustment.value});
        switch (adjustment.kind) {
        case Adjustment::Kind::at_most:
            return least(score, by);
        case Adjustment::Kind::set:
            return score.empty() ? score : by;
        case Adjustment::Kind::deduct:
            break;
        }
        return greatest(added(score, negated(by)), zero());
    }

    Numbers leaf(const Indicator& indicator, int level) {
        return std::visit([&](const auto& rule) { return this->apply(rule, indicator, level); },
                          indicator.rule);
    }

    template <class OtherRule>
    Numbers apply(const OtherRule& /*rule*/, const Indicator& indicator, int /*level*/) {
        rule::Values values;
        if (indicator.measure) {
            values.measure = value(*indicator.measure);
        }
        for (const Part& part : indicator.parts) {
            values.parts.push_back(value(part.term));
        }
        return rule::kind_of(indicator.rule).range(indicator, values);
    }

    static Numbers apply(const std::monostate& /*branch*/, const Indicator& /*indicator*/,
                         int /*level*/) {
        return {};
    }

    Numbers apply(const Assessed& rule, const Indicator& indicator, int /*level*/) {
        const auto given = facts_.assessed.find(indicator.id);
        if (given == facts_.assessed.end()) {
            return Numbers::of({Ratio{}, true, Ratio{rule.points}, true});
        }
        const auto points = score(rule, given->second.assessment.score);
        return points ? at(*points) : Numbers{};
    }

    /// The rows that the term picks, where no unknown fact decides which: it is an input as it
    /// stands. None: they are not known.
    std::optional<std::vector<OpenRow>> rows_of(Term term) {
        const feel::Code& code = rubric_.program.code();
        const feel::ExpressionId id = rubric_.expression(term).id;
        const feel::Node& root = code.nodes[code.expressions[id].root];
        if (reads_unknown(term) && root.op != feel::Op::slot) {
            return std::nullopt;
        }
        const Value list = session_.evaluate(id);
        if (!list.is_list()) {
            return std::nullopt;
        }
        std::vector<OpenRow> rows;
        for (const Value& record : list.items()) {
            const Value* const row =
                record.is_context() ? record.find(document::row_entry) : nullptr;
            if (row == nullptr) {
                return std::nullopt;
            }
            const auto is_open = [&record](std::string_view field) {
                const Value* const value = record.find(field);
                return value != nullptr && value->is_missing();
            };
            rows.push_back({&facts_.rows[static_cast<std::size_t>(*row->number().as_int64())],
                            {is_open("target"), is_open("actual"), is_open("level"),
                             is_open("rate")}});
        }
        return rows;
    }

    static Numbers earned_by(const Targets& rule, const Points& points, const OpenRow& row) {
        const Target& numbers = row.row->numbers;
        if (row.open.target || row.open.actual || (row.open.level && row.open.rate)) {
            return Numbers::of({Ratio{}, true, points.value(), true});
        }
        if (row.open.rate) {
            return multiplied(at(points), Numbers::of(range_of(numbers.level, rule.dialect)));
        }
        return at(score(rule, points, numbers)); // of an unknown level the rate tells it
    }

    Numbers apply(const Targets& rule, const Indicator& indicator, int level) {
        const auto rows = rows_of(*indicator.measure);
        Numbers sum = zero();
        const RoundingPlaces& places = rubric_.rubric.rounding;
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
            const Points points =
                rule.weights == Weights::equal ? share : Points{*row.row->points};
            Numbers earned = earned_by(rule, points, row);
            if (places.at(ItemKind::row, level + 1)) {
                earned = least(rounded(earned), at(points));
            }
            sum = added(sum, earned);
        }
        return sum;
    }

    const CompiledRubric& rubric_;
    const LoadedFacts& facts_;
    feel::Bounds bounds_;
    std::int64_t bounds_steps_;
    feel::Session session_;
    feel::CallBudget& budget_;
    std::vector<bool> unknown_; ///< by slot: whether it is, or something in it
    std::map<const Indicator*, std::size_t> numbers_;
    TreeRanges ranges_;
};

} // namespace

TreeRanges bounds_of(const CompiledRubric& rubric, const LoadedFacts& facts,
                     const std::vector<Abstract>& slots, feel::CallBudget& budget) {
    return TreeBounds{rubric, facts, slots, budget}.run();
}

} // namespace heng::partial
