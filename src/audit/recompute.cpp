// SPDX-License-Identifier: Apache-2.0
#include "audit/recompute.hpp"

#include <heng/rubric/tree.hpp>
#include <heng/score/score.hpp>

#include <algorithm>
#include <variant>

namespace heng::detail::audit {
namespace {

Ratio full_marks(const document::CompiledRubric& rubric, const Form& form) {
    return form.full ? Ratio{form.full->value} : Ratio{rubric.rubric.points};
}

} // namespace

std::optional<Decimal> PrintedScore::within(const Band& band) const {
    const Points nearest = band.nearest(Points{Ratio{printed} / points});
    return prints_so((nearest * points).value(), printed, scale) ? nearest.value().exact_decimal()
                                                                 : std::nullopt;
}

bool divides_by_negative(const Target& target) {
    if (target.rule.kind == RowRule::Kind::date) {
        return false;
    }
    switch (target.direction) {
    case Direction::at_least:
    case Direction::equal:
        return target.actual < target.target && target.target.sign() < 0;
    case Direction::at_most:
        return target.actual > target.target && target.actual.sign() < 0;
    case Direction::level:
        break;
    }
    return false;
}

bool counts(const Adjustment& adjustment) {
    return adjustment.amount || adjustment.kind == Adjustment::Kind::add;
}

bool wants_none(const Target& target) {
    return target.direction == Direction::equal && target.target.is_zero() &&
           target.actual.sign() > 0;
}

Recomputed::Recomputed(const document::CompiledRubric& rubric, const Form& form,
                       feel::SessionLimits limits)
    : rubric_(rubric), form_(form), answers_(rubric, form.facts, limits) {
    const IndicatorTree tree{rubric.rubric.indicators};
    broken_.resize(tree.size());
    counts_open_.resize(tree.size());
    for (std::size_t i = 0; i < tree.size(); ++i) {
        if (!tree[i]->is_branch()) {
            score_leaf(*tree[i], i);
        }
    }
    weigh_leaves();
    score_all();
}

/// A leaf alone, so that what can't be told of one does not hide the others.
void Recomputed::score_leaf(const Indicator& leaf, std::size_t index) {
    LeafResult& result = leaves[index];
    ++scored_;
    result.leaf = &leaf;
    result.points = Points{leaf.points};
    if (!form_.has_data) {
        result.error = Error{.code = "facts.missing"};
        return;
    }
    answers_.enter(index);
    if (answers_.is_of_units(leaf)) {
        result.error = Error{.code = "audit.units"};
        return;
    }
    if (leaf.not_applicable) {
        const auto out = answers_.holds(leaf.not_applicable->when);
        if (!out) {
            result.error = out.error().error;
            return;
        }
        if (*out) {
            result.not_applicable = true;
            return;
        }
    }
    Indicator scored = leaf;
    if (auto* const targets = std::get_if<Targets>(&scored.rule)) {
        if (const auto rows = answers_.rows(*leaf.measure); rows && !rows->empty()) {
            result.rows = answers_.row_numbers(index);
            weigh_rows(result, *targets);
            targets->points = result.points.value().exact_decimal().value_or(leaf.points);
        } else if (rows) {
            result.points = Points{};
        }
        scored.points = targets->points;
    }
    give_printed(leaf, index);
    auto answer = detail::LeafScorer<FormAnswers>{scored, answers_}.run();
    result.outside = answers_.take_outside();
    if (!answer) {
        result.error = std::move(answer.error().error);
        answers_.locate(*result.error);
        return;
    }
    result.score = answer->score;
    result.reason = std::move(answer->reason);
}

/// The score that a person gave within a band is the one that the form prints.
void Recomputed::give_printed(const Indicator& leaf, std::size_t index) {
    const Printed* const printed = by_name(leaf.id, leaf.name);
    if (printed == nullptr || !assessed_range(leaf.rule) || leaf.points.is_zero()) {
        return;
    }
    auto points = form_.points.find(leaf.id);
    if (points == form_.points.end()) {
        points = form_.points.find(leaf.name);
    }
    const bool own = points != form_.points.end() && points->second.value.sign() > 0;
    const Ratio weight = own ? Ratio{points->second.value} / Ratio{leaf.points} : Ratio{1};
    answers_.give_printed(index, {printed->value, rubric_.rubric.rounding.scale, weight});
}

/// Rows weigh their own points, whatever the rubric expects them to add up to.
void Recomputed::weigh_rows(LeafResult& result, const Targets& rule) {
    if (rule.weights != Weights::points) {
        return;
    }
    Decimal sum;
    for (const std::size_t row : result.rows) {
        result.weighed = result.weighed && form_.rows[row].has_points;
        sum = sum + form_.facts.rows[row].points.value_or(Decimal{});
    }
    result.points = Points{sum};
}

/// The form's own weights: as it prints them, or what its rows leave of the full marks where a
/// printed score can be explained so and not otherwise.
void Recomputed::weigh_leaves() {
    for (auto& [index, result] : leaves) {
        auto given = form_.points.find(result.leaf->id);
        if (given == form_.points.end()) {
            given = form_.points.find(result.leaf->name);
        }
        const bool bonus = result.leaf->points.is_zero() && !result.leaf->beyond.extra.is_zero();
        if (given != form_.points.end() && given->second.value.sign() >= 0 && result.rows.empty() &&
            !bonus) {
            result.points = Points{given->second.value};
        }
        weights = weights + result.points;
        weighed = weighed && result.weighed;
    }
    const Ratio full = full_marks(rubric_, form_);
    if (!weighed || weights.value() == full) {
        return;
    }
    for (auto& [index, result] : leaves) {
        if (form_.points.count(result.leaf->id) == 0 &&
            !std::holds_alternative<Targets>(result.leaf->rule)) {
            take_rest(result, full);
        }
    }
}

void Recomputed::take_rest(LeafResult& result, const Ratio& full) {
    const Printed* const printed = by_name(result.leaf->id, result.leaf->name);
    const Ratio rest = full - weights.value() + result.points.value();
    if (printed == nullptr || result.error || result.not_applicable || rest.sign() <= 0 ||
        result.leaf->points.is_zero()) {
        return;
    }
    const int scale = rubric_.rubric.rounding.scale;
    const Ratio rate = result.score.value() / Ratio{result.leaf->points};
    if (!prints_so(rate * result.points.value(), printed->value, scale) &&
        prints_so(rate * rest, printed->value, scale)) {
        weights = weights + Points{rest} - result.points;
        result.points = Points{rest};
    }
}

bool Recomputed::is_answered(const Adjustment& adjustment) {
    if (!form_.has_data) {
        return false;
    }
    const auto holds = answers_.holds(adjustment.when);
    if (!holds || !*holds || !adjustment.amount) {
        return holds.has_value();
    }
    const auto amount = answers_.number(*adjustment.amount);
    return amount && amount->sign() >= 0;
}

/// Takes out the adjustments that the form can't answer, and returns them.
std::vector<Adjustment> Recomputed::drop_unanswered(std::vector<Adjustment>& adjustments) {
    std::vector<Adjustment> dropped;
    std::vector<Adjustment> kept;
    for (Adjustment& each : adjustments) {
        (is_answered(each) ? kept : dropped).push_back(std::move(each));
    }
    adjustments = std::move(kept);
    return dropped;
}

/// The rubric's indicators with the form's weights, and with what can't be told out of the way.
std::vector<Indicator> Recomputed::adapted(const std::vector<Indicator>& from, std::size_t& index) {
    std::vector<Indicator> result = from;
    for (std::size_t i = 0; i < from.size(); ++i) {
        Indicator& node = result[i];
        const std::size_t here = index++;
        answers_.enter(here);
        const std::vector<Adjustment> dropped = drop_unanswered(node.adjustments);
        broken_[here] = !dropped.empty();
        counts_open_[here] = std::any_of(dropped.begin(), dropped.end(), counts);
        if (node.not_applicable &&
            (!form_.has_data || !answers_.holds(node.not_applicable->when))) {
            broken_[here] = true;
            node.not_applicable.reset();
        }
        if (node.is_branch()) {
            node.indicators = adapted(from[i].indicators, index);
            continue;
        }
        const LeafResult& leaf = leaves.at(here);
        const Decimal points = leaf.points.value().exact_decimal().value_or(node.points);
        const bool own = points != node.points;
        node.points = points;
        if (auto* const targets = std::get_if<Targets>(&node.rule); targets && !leaf.error) {
            targets->points = points;
        } else if (leaf.error || own) {
            const bool scored = !leaf.error && !from[i].points.is_zero();
            answers_.give(here,
                          scored ? (leaf.score / Points{from[i].points}) * Ratio{points} : Ratio{});
            node.rule = Formula{.points = points, .beyond = node.beyond};
            node.measure = Term{};
        }
    }
    return result;
}

/// The rubric as the form weighs it; the scores given to the answers are to be taken back.
Rubric Recomputed::own_rubric() {
    Rubric own = rubric_.rubric;
    std::size_t index = 0;
    own.indicators = adapted(rubric_.rubric.indicators, index);
    own.points = weights.value().exact_decimal().value_or(own.points);
    answers_.enter(std::nullopt);
    open_ = drop_unanswered(own.adjustments);
    total_broken_ = std::any_of(open_.begin(), open_.end(), [](const Adjustment& each) {
        return each.kind != Adjustment::Kind::grade_at_most;
    });
    return own;
}

void Recomputed::score_all() {
    const Rubric own = own_rubric();
    scored_ += static_cast<std::int64_t>(broken_.size());
    if (auto scored = heng::score(own, answers_)) {
        sheet = std::move(*scored);
        spread();
    }
    for (const auto& [number, leaf] : leaves) {
        answers_.take_back(number);
    }
}

std::optional<Ratio> Recomputed::unrounded_total() {
    Rubric own = own_rubric();
    scored_ += static_cast<std::int64_t>(broken_.size());
    own.rounding.rows = own.rounding.leaves = own.rounding.total = false;
    own.rounding.levels.clear();
    const auto scored = heng::score(own, answers_);
    for (const auto& [number, leaf] : leaves) {
        answers_.take_back(number);
    }
    return scored ? std::optional{scored->exact.value()} : std::nullopt;
}

/// What can't be told of a row or leaf can't be told of what is above it.
void Recomputed::spread() {
    const std::size_t count = sheet->items.size();
    known.assign(count, true);
    certain.assign(count, true);
    total_known = !total_broken_;
    bool all_certain = true;
    for (std::size_t i = count; i-- > 0;) {
        const Item& item = sheet->items[i];
        ++names_[item.name];
        ids_.insert(item.id);
        if (item.kind == ItemKind::row) {
            const Judged judged = row_of(item).judged;
            const bool open =
                judged == Judged::by_level && target_of(item).numbers.level != Level::met;
            known[i] = judged != Judged::not_at_all && !open &&
                       (row_of(item).has_points || leaves.at(item.indicator).weighed);
            const Target& numbers = target_of(item).numbers;
            certain[i] =
                judged != Judged::by_level && !divides_by_negative(numbers) && !wants_none(numbers);
        } else {
            const auto leaf = leaves.find(item.indicator);
            known[i] = known[i] && !broken_[item.indicator] &&
                       (leaf == leaves.end() || !leaf->second.error);
        }
        if (item.parent) {
            known[*item.parent] = known[*item.parent] && known[i];
            certain[*item.parent] = certain[*item.parent] && certain[i];
        } else {
            total_known = total_known && known[i];
            all_certain = all_certain && certain[i];
        }
    }
    total_certain = total_known && all_certain;
    unsettled = total_broken_ || std::find(broken_.begin(), broken_.end(), true) != broken_.end();
    Points in_play;
    for (const Item& item : sheet->items) {
        in_play = item.parent ? in_play : in_play + item.points;
    }
    if (in_play != sheet->points && in_play != Points{}) {
        rescaled = sheet->points / in_play;
    }
    adjusted = !sheet->adjustments.empty() ||
               std::any_of(sheet->items.begin(), sheet->items.end(), [](const Item& item) {
                   const auto* const out = std::get_if<ByNotApplicable>(&item.reason);
                   return out != nullptr && out->treat_as == TreatAs::rescale;
               });
}

std::optional<Points> Recomputed::with_measure(std::size_t indicator, const Ratio& measure) {
    const LeafResult& result = leaves.at(indicator);
    if (!result.leaf->measure) {
        return std::nullopt;
    }
    ++scored_;
    answers_.enter(indicator);
    answers_.give(indicator, measure);
    const auto answer = detail::LeafScorer<FormAnswers>{*result.leaf, answers_}.run();
    answers_.take_back(indicator);
    return answer ? std::optional{answer->score} : std::nullopt;
}

json::Json Recomputed::read_zero(std::size_t indicator) {
    for (const feel::SlotId slot : answers_.reads_of(indicator)) {
        const feel::Value& value = form_.facts.slots[slot];
        if (form_.facts.places[slot] && value.is_number() && value.number().is_zero()) {
            return *form_.facts.places[slot];
        }
    }
    const json::Json root = form_.facts.json.root();
    return root.find("data").value_or(root);
}

json::Json Recomputed::first_read(std::size_t indicator) const {
    for (const feel::SlotId slot : answers_.reads_of(indicator)) {
        if (form_.facts.places[slot]) {
            return *form_.facts.places[slot];
        }
    }
    const json::Json root = form_.facts.json.root();
    return root.find("data").value_or(root);
}

std::size_t Recomputed::row_index(const Item& item) const {
    const Item& leaf = sheet->items[*item.parent];
    const auto place = static_cast<std::size_t>(&item - &leaf) - 1;
    return leaves.at(item.indicator).rows.at(place);
}

const FormRow& Recomputed::row_of(const Item& item) const {
    return form_.rows[row_index(item)];
}

const TargetRow& Recomputed::target_of(const Item& item) const {
    return form_.facts.rows[row_index(item)];
}

const Printed* Recomputed::by_name(const std::string& id, const std::string& name) const {
    auto found = form_.scores.find(id);
    const auto called = names_.find(name);
    const bool unique = called == names_.end() || called->second == 1;
    if (found == form_.scores.end() && !name.empty() && unique && ids_.count(name) == 0) {
        found = form_.scores.find(name);
    }
    return found == form_.scores.end() ? nullptr : &found->second;
}

bool Recomputed::is_assumed(std::size_t indicator) const {
    const auto reads = answers_.reads_of(indicator);
    return !reads.empty() && std::none_of(reads.begin(), reads.end(), [&](feel::SlotId slot) {
        return form_.facts.places[slot].has_value();
    });
}

std::vector<Ratio> Recomputed::amounts_of(std::size_t indicator) const {
    std::vector<Ratio> amounts;
    for (const feel::SlotId slot : answers_.reads_of(indicator)) {
        const feel::Value& value = form_.facts.slots[slot];
        if (rubric_.inputs[slot].type == document::InputType::money && value.is_number()) {
            amounts.push_back(value.number());
        }
    }
    return amounts;
}

bool Recomputed::is_ambiguous(std::string_view name) const {
    const auto called = names_.find(name);
    return called != names_.end() && called->second > 1 && ids_.count(name) == 0;
}

const Printed* Recomputed::printed(const Item& item) const {
    if (item.kind == ItemKind::row) {
        if (const auto& own = row_of(item).published) {
            return &*own;
        }
    }
    return by_name(item.id, item.name);
}

} // namespace heng::detail::audit
