// SPDX-License-Identifier: Apache-2.0
//
// Scoring a rubric: the exact score of every indicator, branch and target row, and the total.
//
//     Result<ScoreSheet> sheet = score(rubric, answers);
//
// Order at a node: its own rule, or the sum of its children as rounded → for the rubric, rescaling
// → adjustments in the order written, none of which deducts below the floor → rounding, if the
// rubric rounds there. Nothing else is rounded. No score leaves [floor, points in play + extra],
// which is [0, points in play] unless a `beyond` (rule/beyond.hpp) says otherwise: after the
// adjustments, and again after rounding, a score outside becomes the bound that it passed (33.335
// of 33.335 is not rounded to 33.34). A node that has left has no extra and no floor. The errors of
// the pass are reported together. Scores and points that pass max_score_bits (number/limits.hpp)
// throw NumberError{too_large}, so that every sheet can be written. O(indicators + rows), plus the
// cost of the answers.
#pragma once

#include <heng/number/fault.hpp>
#include <heng/number/limits.hpp>
#include <heng/result.hpp>
#include <heng/rubric/rubric.hpp>
#include <heng/score/answers.hpp>
#include <heng/score/leaf_scorer.hpp>
#include <heng/score/sheet.hpp>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace heng {
namespace detail {

/// Returns the points by which an adjustment worth `value` changes a score, or to which it does.
[[nodiscard]] inline Points amount_of(const Adjustment& adjustment, const Points& value) {
    return adjustment.each_at_most ? min(value, Points{*adjustment.each_at_most}) : value;
}

/// Returns the score after an adjustment by `amount` points whose condition holds. A deduction ends
/// at the floor, and raises no score that is below it.
[[nodiscard]] inline Points after(const Adjustment& adjustment, const Points& score,
                                  const Points& amount, const Points& floor = {}) {
    switch (adjustment.kind) {
    case Adjustment::Kind::at_most:
        return min(score, amount);
    case Adjustment::Kind::set:
        return amount;
    case Adjustment::Kind::add:
        return score + amount;
    case Adjustment::Kind::grade_at_most:
        return score;
    case Adjustment::Kind::deduct:
        break;
    }
    return max(min(floor, score), score - amount);
}

/// Returns the score after what an adjustment came to in a sheet.
[[nodiscard]] inline Points after(const Adjusted& adjusted, const Points& score,
                                  const Beyond& beyond) {
    return after(adjusted.adjustment, score, adjusted.amount, least_of(beyond));
}

/// The least and the most that a node may score.
struct Room {
    Points least;
    Points most;

    Room(const Points& points, const Beyond& beyond)
        : least{beyond.floor},
          most{beyond.extra.is_zero() ? points : points + Points{beyond.extra}} {}

    [[nodiscard]] Points keep(const Points& score) const {
        const Ratio& value = score.value();
        return value < least.value() ? least : most.value() < value ? most : score;
    }
};

/// Returns the points. Throws NumberError{too_large} past max_score_bits.
[[nodiscard]] inline const Points& within_score_bits(const Points& points) {
    if (points.value().big_bits() > std::size_t{max_score_bits}) [[unlikely]] {
        fail(NumberFault::too_large);
    }
    return points;
}

/// Returns the score rounded as `places` says, within `room`. Precondition: exact lies in it.
[[nodiscard]] inline Points rounded_within(const Points& exact, const Room& room,
                                           const RoundingPlaces& places) {
    return room.keep(round(exact, places.scale, places.mode));
}

/// Returns whether the points are surely a whole number, which no rounding to places changes.
[[nodiscard]] inline bool is_whole(const Points& points) {
    const auto small = points.value().small();
    return small && small->den == 1;
}

/// The points and the score that a node hands to the one above it.
struct Subtotal {
    Points points; ///< in play
    Points score;

    void add(const Subtotal& other) {
        points = points + other.points;
        score = score + other.score;
    }
};

template <Answers A>
class Scorer {
  public:
    Scorer(const Rubric& rubric, A& answers) : rubric_(rubric), answers_(answers) {}

    Result<ScoreSheet> run() {
        sheet_.rubric_id = rubric_.id;
        sheet_.rubric_title = rubric_.title;
        sheet_.language = rubric_.language;
        sheet_.beyond = rubric_.beyond;
        sheet_.points = within_score_bits(Points{rubric_.points});
        sheet_.scale = rubric_.rounding.scale;
        items_ = count_of(rubric_.indicators);
        sheet_.items.reserve(items_);
        const Subtotal sum = visit_all(rubric_.indicators, std::nullopt, 1, std::nullopt);
        finish(sum);
        if (errors_.empty()) {
            return std::move(sheet_);
        }
        Error first = std::move(errors_.front());
        first.others.insert(first.others.end(), std::make_move_iterator(errors_.begin() + 1),
                            std::make_move_iterator(errors_.end()));
        return Failure{in_language(std::move(first), rubric_.language)};
    }

  private:
    using Parent = std::optional<std::size_t>;

    /// Completes the sheet: rescaling, adjustments, rounding, grade.
    void finish(const Subtotal& sum) {
        enter(std::nullopt);
        Points total = sum.score;
        if (sum.points == Points{}) {
            fail({.status = Status::invalid_facts,
                  .code = "score.nothing-in-play",
                  .message = "no indicator of the rubric applies, so there is no total",
                  .other_message = "评分标准没有一个适用的指标，所以没有总分"});
            return;
        }
        if (sum.points != sheet_.points) {
            total = total * (sheet_.points / sum.points);
        }
        const Room room{sheet_.points, rubric_.beyond};
        total = room.keep(adjusted(rubric_.adjustments, total, room.least, std::nullopt));
        sheet_.exact = total;
        if (rubric_.rounding.total) {
            total = rounded_within(total, room, rubric_.rounding);
        }
        sheet_.total = within_score_bits(total);
        sheet_.grade = grade_of(total);
    }

    /// Returns the grade of the total, as far as it is not lowered. The adjustments that lower it
    /// learn what they changed.
    std::string grade_of(const Points& total) {
        std::optional<std::size_t> grade = rubric_.grade_index(total);
        const auto name = [&] {
            return grade ? rubric_.grades[*grade].grade : std::string{};
        };
        for (Adjusted& each : sheet_.adjustments) {
            if (each.adjustment.kind != Adjustment::Kind::grade_at_most) {
                continue;
            }
            const auto best = rubric_.grade_named(each.adjustment.grade);
            each.grade_before = name();
            if (grade && best && rubric_.is_better(*grade, *best)) {
                grade = best;
            }
            each.grade_after = name();
        }
        return name();
    }

    Subtotal visit_all(const std::vector<Indicator>& indicators, Parent parent, int level,
                       std::optional<TreatAs> inherited) {
        Subtotal sum;
        for (const Indicator& indicator : indicators) {
            const Subtotal below = visit(indicator, parent, level, inherited);
            if (!full_) {
                sum.add(below);
                charge(sum);
            }
        }
        return sum;
    }

    /// Scores an indicator and all below it. `inherited` is set below a branch that does not apply.
    Subtotal visit(const Indicator& indicator, Parent parent, int level,
                   std::optional<TreatAs> inherited) {
        const std::size_t index = open(indicator, parent, level);
        enter(sheet_.items[index].indicator);
        const std::optional<TreatAs> treat_as = inherited ? inherited : not_applicable(indicator);
        Subtotal sum;
        if (indicator.is_branch()) {
            sum = visit_all(indicator.indicators, index, level + 1, treat_as);
            enter(sheet_.items[index].indicator);
        } else if (!treat_as) {
            sum = score_leaf(indicator, index, level);
        }
        if (treat_as) {
            sum = out_of_use(indicator, index, *treat_as);
        } else if (applies(index) && is_in_play(indicator, sum)) {
            sheet_.items[index].beyond = indicator.beyond;
            const Room room{sum.points, indicator.beyond};
            sum.score = adjusted(indicator.adjustments, sum.score, room.least, index);
            return close(index, sum, room);
        }
        return close(index, sum, Room{sum.points, {}});
    }

    /// Returns whether something of the indicator is left to score. An item without points that may
    /// pass them (加分项) is in play.
    static bool is_in_play(const Indicator& indicator, const Subtotal& sum) {
        return sum.points != Points{} ||
               (indicator.points.is_zero() && !indicator.beyond.is_none());
    }

    std::size_t open(const Indicator& indicator, Parent parent, int level) {
        Item& item = sheet_.items.emplace_back();
        item.id = indicator.id;
        item.name = indicator.name;
        item.parent = parent;
        item.indicator = indicators_seen_++;
        item.level = level;
        item.kind = indicator.is_branch() ? ItemKind::branch : ItemKind::leaf;
        item.rule = name(indicator.rule);
        item.basis = indicator.basis;
        return sheet_.items.size() - 1;
    }

    /// Bounds the score, rounds it if the rubric rounds there, and returns what the sheet shows.
    Subtotal close(std::size_t index, Subtotal sum, const Room& room) {
        Item& item = sheet_.items[index];
        sum.score = room.keep(sum.score);
        item.exact = sum.score;
        if (rubric_.rounding.at(item.kind, item.level)) {
            item.scale = rubric_.rounding.scale;
            if (rubric_.rounding.scale < 0 || !is_whole(sum.score)) {
                sum.score = rounded_within(sum.score, room, rubric_.rounding);
            }
        }
        item.points = within_score_bits(sum.points);
        item.score = within_score_bits(sum.score);
        return sum;
    }

    std::optional<TreatAs> not_applicable(const Indicator& indicator) {
        if (!indicator.not_applicable || weighs_units(indicator)) {
            return std::nullopt; // each unit is asked instead
        }
        const auto holds = answers_.holds(indicator.not_applicable->when);
        if (!holds) {
            fail(holds.error().error);
            return std::nullopt;
        }
        return *holds ? std::optional{indicator.not_applicable->treat_as} : std::nullopt;
    }

    Subtotal out_of_use(const Indicator& indicator, std::size_t index, TreatAs treat_as) {
        Item& item = sheet_.items[index];
        item.status = ItemStatus::not_applicable;
        item.reason = ByNotApplicable{treat_as};
        const Points points{indicator.points};
        switch (treat_as) {
        case TreatAs::full:
            return {points, points};
        case TreatAs::zero:
            return {points, Points{}};
        case TreatAs::rescale:
            break;
        }
        return {};
    }

    [[nodiscard]] bool applies(std::size_t index) const {
        return sheet_.items[index].status != ItemStatus::not_applicable;
    }

    /// Returns whether the leaf is scored unit by unit; false for answers without units.
    bool weighs_units(const Indicator& indicator) {
        if constexpr (requires { answers_.by_units(indicator); }) {
            return answers_.weighs_units(indicator);
        }
        return false;
    }

    Subtotal score_units(const Indicator& indicator, std::size_t index, Answer<ByUnits> units) {
        if (!units) {
            fail(std::move(units.error().error));
            return {Points{indicator.points}, Points{}};
        }
        if (!units->score) {
            return out_of_use(indicator, index, units->not_applicable);
        }
        const Points score = *units->score;
        if (units->assessed) {
            sheet_.items[index].status = ItemStatus::assessed;
        }
        sheet_.items[index].reason = std::move(*units);
        return {Points{indicator.points}, score};
    }

    Subtotal score_leaf(const Indicator& indicator, std::size_t index, int level) {
        if constexpr (requires { answers_.by_units(indicator); }) {
            if (weighs_units(indicator)) {
                return score_units(indicator, index, answers_.by_units(indicator));
            }
        }
        if (full_) {
            return {Points{indicator.points}, Points{}};
        }
        auto leaf = LeafScorer<A>{indicator, answers_}.run();
        if (leaf && leaf->rows.size() > most_items() - std::min(most_items(), items_)) {
            full_ = true;
            leaf = refuse(Status::limit_exceeded, "limit.items",
                          {"the sheet has more than " + std::to_string(most_items()) +
                               " items: indicators, and rows of targets wherever one scores them",
                           "评分结果超过 " + std::to_string(most_items()) +
                               " 项：各指标，以及每次评分的绩效目标行"},
                          {"let fewer indicators score the same rows, or raise the limit of rows",
                           "请减少给同样的行评分的指标，或调高行数上限"});
        }
        if (!leaf) {
            fail(std::move(leaf.error().error));
            return {Points{indicator.points}, Points{}};
        }
        items_ += leaf->rows.size();
        for (ScoredRow& row : leaf->rows) {
            if (full_) {
                break;
            }
            leaf->score = leaf->score + add_row(indicator, index, level + 1, std::move(row));
            charge({Points{}, leaf->score});
        }
        Item& item = sheet_.items[index];
        item.reason = std::move(leaf->reason);
        if (assessment_of(item.reason) != nullptr) {
            item.status = ItemStatus::assessed;
        }
        return {Points{indicator.points}, leaf->score};
    }

    /// Reports the length of big numbers to answers that bound it.
    void charge(const Subtotal& sum) {
        if constexpr (requires { answers_.charge(std::size_t{}); }) {
            const std::size_t bits = sum.points.value().big_bits() + sum.score.value().big_bits();
            if (bits != 0) [[unlikely]] {
                if (auto error = answers_.charge(bits)) {
                    full_ = true;
                    fail(*std::move(error));
                }
            }
        }
    }

    /// Returns the most items that the answers allow in a sheet.
    [[nodiscard]] std::size_t most_items() const {
        if constexpr (requires { answers_.most_items(); }) {
            return answers_.most_items();
        }
        return std::numeric_limits<std::size_t>::max();
    }

    /// Adds one row of a targets leaf to the sheet; its id is the leaf's with #1, #2, …
    Points add_row(const Indicator& leaf, std::size_t parent, int level, ScoredRow row) {
        Item item;
        item.id = leaf.id + '#' + std::to_string(sheet_.items.size() - parent);
        item.name = row.why.row.name;
        item.parent = parent;
        item.indicator = sheet_.items[parent].indicator;
        item.level = level;
        item.kind = ItemKind::row;
        item.rule = name(leaf.rule);
        item.basis = leaf.basis;
        if (!row.why.completion.divided) {
            sheet_.diagnostics.push_back({"zero-divisor", item.id, {}});
        }
        item.reason = std::move(row.why);
        sheet_.items.push_back(std::move(item));
        const Room room{row.points, {}};
        return close(sheet_.items.size() - 1, {row.points, row.score}, room).score;
    }

    Points adjusted(const std::vector<Adjustment>& adjustments, Points score, const Points& floor,
                    Parent item) {
        for (const Adjustment& adjustment : adjustments) {
            const auto holds = answers_.holds(adjustment.when);
            if (!holds) {
                fail(holds.error().error);
            } else if (*holds) {
                adjust(adjustment, score, floor, item);
            }
        }
        return score;
    }

    void adjust(const Adjustment& adjustment, Points& score, const Points& floor, Parent item) {
        auto value = value_of(adjustment);
        if (!value) {
            fail(std::move(value.error().error));
            return;
        }
        const Points amount = amount_of(adjustment, *value);
        if (adjustment.always && amount == Points{} && changes_by(adjustment)) {
            return; // nothing occurred of what it counts
        }
        const Points before = score;
        score = after(adjustment, score, amount, floor);
        sheet_.adjustments.push_back({adjustment, item, before, score, amount, {}, {}});
    }

    static bool changes_by(const Adjustment& adjustment) {
        return adjustment.kind == Adjustment::Kind::deduct ||
               adjustment.kind == Adjustment::Kind::add;
    }

    Answer<Points> value_of(const Adjustment& adjustment) {
        if (!adjustment.amount) {
            return Points{adjustment.value};
        }
        auto number = answers_.number(*adjustment.amount);
        if (!number) {
            return tl::unexpected{std::move(number.error())};
        }
        if (number->sign() < 0) {
            const std::string value = number->to_string();
            return refuse(Status::invalid_facts, "score.negative-adjustment",
                          {"the adjustment \"" + adjustment.id + "\" comes to " + value +
                               " points, but it is 0 or more",
                           "调整“" + adjustment.id + "”算得 " + value + " 分，而调整不小于 0 分"});
        }
        return Points{*number};
    }

    /// Tells answers that want to know it which indicator asks from here on.
    void enter(std::optional<std::size_t> indicator) {
        if constexpr (requires { answers_.enter(indicator); }) {
            answers_.enter(indicator);
        }
    }

    /// Keeps the error and its others, each once and at most 50, with their places if the answers
    /// know them.
    void fail(Error error) {
        constexpr std::size_t most_errors = 50;
        if constexpr (requires { answers_.locate(error); }) {
            answers_.locate(error);
        }
        std::vector<Error> others = std::exchange(error.others, {});
        const bool known = std::any_of(errors_.begin(), errors_.end(), [&](const Error& each) {
            return each.code == error.code && each.message == error.message;
        });
        if (!known && errors_.size() < most_errors) {
            errors_.push_back(std::move(error));
        }
        for (Error& other : others) {
            fail(std::move(other));
        }
    }

    const Rubric& rubric_;
    A& answers_;
    ScoreSheet sheet_;
    std::vector<Error> errors_;
    std::size_t indicators_seen_ = 0;
    std::size_t items_ = 0; ///< indicators, and the rows so far
    bool full_ = false;     ///< a limit of the answers is reached
};

} // namespace detail

/// Scores `rubric` on `answers`. Precondition: the rubric is valid (validate.hpp). Errors: those of
/// the answers; `score.nothing-in-play` if no indicator applies. Throws NumberError{too_large} past
/// max_score_bits. O(indicators + rows), plus the cost of the answers.
template <Answers A>
[[nodiscard]] Result<ScoreSheet> score(const Rubric& rubric, A& answers) {
    return detail::Scorer<A>{rubric, answers}.run();
}

} // namespace heng
