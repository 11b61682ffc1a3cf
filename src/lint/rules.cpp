// SPDX-License-Identifier: Apache-2.0
//
// Every other kind of rule: whether full marks can be earned, whether deductions reach the floor,
// and entries that never count.
#include "base/text/pointer.hpp"
#include "lint/lints.hpp"
#include "lint/messages.hpp"
#include "lint/witness.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace heng::detail::lint {
namespace {

using feel::Abstract;

class RuleCheck {
  public:
    RuleCheck(Lints& lints, const Indicator& leaf, const std::string& at, bool rounded)
        : lints_{lints}, leaf_{leaf}, at_{at}, rounded_{rounded} {}

    ScoreRange operator()(const std::monostate&) { return unknown(); }
    ScoreRange operator()(const Assessed&) { return unknown(); }

    ScoreRange operator()(const Bands& rule) {
        return check_bands(lints_, leaf_, rule, at_, rounded_);
    }
    ScoreRange operator()(const Interpolate& rule) {
        return check_knots(lints_, leaf_, rule, at_, rounded_);
    }

    ScoreRange operator()(const Proportional& rule) {
        const bool scored = rule.if_zero_denominator != ZeroDenominator::error;
        const Abstract measure = checked_measure(scored);
        if (lints_.is_explained(at_) || measure.numbers.empty()) {
            return within_points();
        }
        const Interval hull = measure.numbers.hull();
        ScoreRange range = within_points();
        if (hull.high) {
            range.most = score(rule, *hull.high).value();
        }
        if (hull.low && !rule.pass) {
            range.least = score(rule, *hull.low).value();
        }
        check_best(lints_, leaf_, at_, range.most);
        return range;
    }

    ScoreRange operator()(const Step& rule) {
        const Abstract measure = checked_measure(false);
        if (lints_.is_explained(at_) || measure.numbers.empty()) {
            return unknown();
        }
        const Interval hull = measure.numbers.hull();
        const bool above = rule.side == Side::above;
        const auto& best = above ? hull.low : hull.high;
        const auto& worst = above ? hull.high : hull.low;
        ScoreRange range{least_of(rule.beyond).value(), Ratio{rule.points}};
        if (best) {
            range.most = score(rule, *best).value();
        }
        if (worst) {
            range.least = score(rule, *worst).value();
        }
        if (rule.deduct.sign() == 0 || range.least == Ratio{rule.points}) {
            idle_deduction(at_ + "/rule/deduct");
            range.least = Ratio{rule.points};
            return range;
        }
        check_floor(range);
        return range;
    }

    ScoreRange operator()(const Steps& rule) { return check_steps(lints_, leaf_, rule, at_); }

    ScoreRange operator()(const Tally& rule) {
        const Abstract count = checked_measure(false);
        if (lints_.is_explained(at_) || count.numbers.empty()) {
            return unknown();
        }
        if (rule.at_most && rounded_) {
            check_ceiling(lints_, *rule.at_most, at_ + "/rule/at_most", false);
        }
        const Interval hull = count.numbers.hull();
        ScoreRange range{Ratio{}, rule.each.is_zero() ? Ratio{} : most_of(rule).value()};
        range.least = hull.low ? score(rule, *hull.low).value() : range.least;
        range.most = hull.high ? score(rule, *hull.high).value() : range.most;
        check_best(lints_, leaf_, at_, range.most);
        return range;
    }

    ScoreRange operator()(const Formula& rule) {
        const Abstract measure =
            check_term(lints_, *leaf_.measure, at_ + "/rule/score", Wanted::number);
        ScoreRange range{least_of(rule).value(), most_of(rule).value()};
        if (rule.cap && rounded_) {
            check_ceiling(lints_, *rule.cap, at_ + "/rule/cap", false);
        }
        if (!measure.numbers.empty()) {
            const Interval hull = measure.numbers.hull();
            range.least = hull.low ? score(rule, *hull.low).value() : range.least;
            range.most = hull.high ? score(rule, *hull.high).value() : range.most;
        }
        check_best(lints_, leaf_, at_, range.most);
        check_cut(rule, measure);
        return range;
    }

    ScoreRange operator()(const Condition&) {
        const std::string place = at_ + "/rule/when";
        const Truths truths = check_condition(lints_, *leaf_.measure, place);
        return {Ratio{truths.may_fail ? Decimal{0} : leaf_.points},
                Ratio{constant(truths, place) && !truths.may_hold ? Decimal{0} : leaf_.points}};
    }

    ScoreRange operator()(const Checklist& rule) {
        Ratio least;
        Ratio most;
        Ratio all;
        bool told = false;
        for (std::size_t i = 0; i < rule.items.size(); ++i) {
            const std::string place = at_ + "/rule/items/" + std::to_string(i) + "/when";
            const Truths truths = check_condition(lints_, leaf_.parts[i].term, place);
            told = constant(truths, place) || told;
            const Ratio worth{rule.items[i]};
            all += worth;
            least += truths.may_fail ? Ratio{0} : worth;
            most += truths.may_hold ? worth : Ratio{0};
        }
        const Ratio points = most_of(rule.points, rule.beyond).value();
        if (all > points) {
            lints_.add({"items-above-points"}, at_ + "/rule/items",
                       say::items_above_points(all.to_string(), points.to_string()));
        } else if (!told) {
            check_best(lints_, leaf_, at_, most);
        }
        return {min(least, points), min(most, points)};
    }

    ScoreRange operator()(const Occurrences& rule) {
        ScoreRange range{Ratio{rule.points}, Ratio{rule.points}};
        Together all;
        bool told = false;
        for (std::size_t i = 0; i < rule.each.size(); ++i) {
            told = count(rule, rule.each[i], leaf_.parts[i].term,
                         at_ + "/rule/each/" + std::to_string(i), range, all) ||
                   told;
        }
        const Ratio floor{rule.beyond.floor};
        range.least = max(floor, range.least);
        range.most = max(floor, range.most);
        told = check_none_from(rule, all, range) || told;
        if (!told) {
            check_floor(range);
        }
        return range;
    }

    ScoreRange operator()(const Categories& rule) { return categories(rule); }
    ScoreRange operator()(const Targets& rule) { return targets(rule); }

  private:
    [[nodiscard]] ScoreRange unknown() const { return room_of(leaf_); }
    /// Of a kind that gives neither extra nor less than 0.
    [[nodiscard]] ScoreRange within_points() const { return {Ratio{}, Ratio{leaf_.points}}; }

    Abstract checked_measure(bool zero_is_scored) {
        return check_term(lints_, *leaf_.measure, at_ + "/measure", Wanted::number, zero_is_scored);
    }

    /// A condition that is always so or never; whether it was said.
    bool constant(const Truths& truths, const std::string& place) {
        if (lints_.is_explained(place) || (truths.may_hold && truths.may_fail)) {
            return lints_.is_explained(place);
        }
        if (truths.may_hold) {
            lints_.add({"condition-always"}, place, say::always_holds);
        } else {
            lints_.add({"condition-never"}, place, say::never_holds);
        }
        return true;
    }

    /// Says that a formula gives more than the points and extra, or less than the indicator's
    /// floor, where the rule names no cap or floor: both are cut without a word.
    void check_cut(const Formula& rule, const Abstract& measure) {
        if (lints_.is_explained(at_ + "/rule/score") || measure.numbers.empty()) {
            return;
        }
        const Interval hull = measure.numbers.hull();
        const Ratio points = most_of(rule.points, rule.beyond).value();
        const Ratio floor = least_of(rule.beyond).value();
        const std::string place = at_ + "/rule/score";
        if (!rule.cap && (!hull.high || *hull.high > points)) {
            const auto above = [&](const Ratio& value) {
                return value > points;
            };
            cut(place, "formula-above-points", above, say::above_points(points.to_string()), {});
        }
        if (!rule.floor && (!hull.low || *hull.low < floor)) {
            const auto below = [&](const Ratio& value) {
                return value < floor;
            };
            cut(place, "formula-below-zero", below,
                floor.sign() == 0 ? say::below_zero() : say::below_floor(floor.to_string()),
                floor.sign() == 0 ? std::vector<Ratio>{} : std::vector{floor - Ratio{1}});
        }
    }

    template <class Cut>
    void cut(const std::string& place, std::string_view code, const Cut& is_cut, const Words& words,
             std::vector<Ratio> aims) {
        const auto shows = [&](const feel::Value& value) {
            return value.is_number() && is_cut(value.number());
        };
        const auto witness = find_witness(lints_, {*leaf_.measure, "", shows, std::move(aims)});
        const bool above = code == "formula-above-points";
        if (!witness && above) {
            lints_.add({code, Severity::note}, place, say::formula_open);
        } else if (witness) {
            const std::string value = witness->value.number().to_string();
            lints_.add({code, above ? Severity::warning : Severity::note}, place,
                       say::formula_gives(value, words), witness->shown);
        }
    }

    void idle_deduction(const std::string& place) {
        lints_.add({"deduction-idle"}, place, say::takes_nothing);
    }

    /// How many occurrences there can be of all kinds.
    struct Together {
        Ratio fewest{};
        std::optional<Ratio> most{Ratio{}}; ///< none: any number
    };

    /// Puts what `none_from` does into the range; whether something was said of it.
    bool check_none_from(const Occurrences& rule, const Together& all, ScoreRange& range) {
        if (!rule.none_from) {
            return false;
        }
        const std::string place = at_ + "/rule/none_from";
        const Ratio from{*rule.none_from};
        if (all.most && *all.most < from) {
            lints_.add({"none-from-idle"}, place, say::never_so_many(all.most->to_string()));
            return true;
        }
        range.least = min(range.least, Ratio{0});
        range.most = all.fewest >= from ? min(range.most, Ratio{0}) : range.most;
        const bool gone_before =
            std::all_of(rule.each.begin(), rule.each.end(), [&](const Occurrence& kind) {
                return deduction(kind, from) >= Points{rule.points};
            });
        if (gone_before) {
            lints_.add({"none-from-idle"}, place, say::gone_before);
        }
        return gone_before;
    }

    /// Takes one kind of occurrence off the range; whether something was said of it.
    bool count(const Occurrences& rule, const Occurrence& kind, Term term, const std::string& place,
               ScoreRange& range, Together& all) {
        const Abstract count = check_term(lints_, term, place + "/count", Wanted::number);
        if (count.numbers.empty()) {
            all.most.reset();
            return true;
        }
        if (!count.numbers.none_below_zero()) {
            negative(term, place + "/count");
        }
        const Interval hull = count.numbers.hull();
        const Ratio deduct{kind.deduct};
        const Ratio ceiling{kind.at_most.value_or(leaf_.points - leaf_.beyond.floor)};
        const Ratio fewest = hull.low ? max(*hull.low, Ratio{0}) : Ratio{0};
        const Ratio costs_least = min(deduct * fewest, ceiling);
        const Ratio costs_most = deduct.sign() == 0 ? Ratio{0}
                                 : hull.high ? min(deduct * max(*hull.high, Ratio{0}), ceiling)
                                             : ceiling;
        range.least -= costs_most;
        range.most -= costs_least;
        all.fewest += fewest;
        all.most = all.most && hull.high ? std::optional{*all.most + max(*hull.high, Ratio{0})}
                                         : std::nullopt;
        const bool only_counted = rule.none_from && deduct.sign() == 0;
        if (costs_most.sign() == 0 && !only_counted) {
            idle_deduction(place + (deduct.sign() == 0 ? "/deduct" : ""));
            return true;
        }
        return false;
    }

    void negative(Term term, const std::string& place) {
        const auto witness =
            find_witness(lints_, {term, "score.negative-count", [](const feel::Value& value) {
                                      return value.is_number() && value.number().sign() < 0;
                                  }});
        const std::string& text = lints_.text_of(term);
        if (witness) {
            lints_.add({"negative-count", Severity::error, true}, place,
                       say::negative_count(text, witness->value.number().to_string()),
                       witness->shown);
        } else {
            lints_.add({"negative-count", Severity::note, true}, place, say::negative_open(text));
        }
    }

    void check_floor(const ScoreRange& range) {
        if (range.most.sign() <= 0 && leaf_.points.sign() > 0) {
            lints_.add({"floor-always", Severity::error}, at_ + "/rule", say::always_floor);
        } else {
            check_best(lints_, leaf_, at_, range.most);
        }
        if (range.least.sign() > 0 && leaf_.beyond.floor.is_zero()) {
            lints_.add({"floor-unreachable"}, at_ + "/rule",
                       say::never_floor(range.least.to_string()));
        }
    }

    ScoreRange categories(const Categories& rule);
    ScoreRange targets(const Targets& rule);
    void check_far_above(const FarAbove& far);

    Lints& lints_;
    const Indicator& leaf_;
    const std::string& at_;
    bool rounded_;
};

ScoreRange RuleCheck::categories(const Categories& rule) {
    const Abstract measure = check_term(lints_, *leaf_.measure, at_ + "/measure", Wanted::text);
    const auto has = [&rule](std::string_view text) {
        return std::any_of(rule.categories.begin(), rule.categories.end(),
                           [&](const Category& each) { return each.name == text; });
    };
    if (measure.texts.any) {
        lints_.add({"category-open", Severity::note, true}, at_ + "/measure", say::category_open);
    }
    for (const std::string& text : measure.texts.some) {
        if (!has(text)) {
            const auto witness = find_witness(
                lints_, {*leaf_.measure, "score.no-category", [&text](const feel::Value& value) {
                             return value.is_text() && value.text() == text;
                         }});
            lints_.add({"category-gap", witness ? Severity::error : Severity::note, true},
                       at_ + "/rule/scores", say::category_gap(text),
                       witness.value_or(Witness{}).shown);
        }
    }
    ScoreRange range = nothing_of(leaf_);
    for (const Category& each : rule.categories) {
        if (measure.texts.contains(each.name)) {
            range.least = min(range.least, each.score.value());
            range.most = max(range.most, each.score.value());
        } else {
            lints_.add({"category-unreachable", Severity::warning, false, true},
                       at_ + "/rule/scores/" + text::pointer_token(each.name),
                       say::category_never(each.name));
        }
    }
    check_best(lints_, leaf_, at_, range.most);
    return range;
}

/// Which rows are given, and their points and rates, no declaration says.
ScoreRange RuleCheck::targets(const Targets& rule) {
    if (rule.far_above) {
        check_far_above(*rule.far_above);
    }
    static_cast<void>(check_term(lints_, *leaf_.measure, at_ + "/rule/rows", Wanted::rows));
    lints_.add({"targets-open", Severity::note, true}, at_ + "/rule/rows", say::targets_open);
    return within_points();
}

void RuleCheck::check_far_above(const FarAbove& far) {
    const std::string place = at_ + "/rule/far_above";
    const bool in_proportion = far.takes == FarAbove::Takes::proportional;
    const Decimal itself{1}; // the target
    const Decimal out_of_reach{10};
    const std::string from = far.from.shortest().to_string();
    if (far.from < itself || (far.from == itself && !in_proportion)) {
        lints_.add({"far-above-edge"}, place + "/from", say::far_above_met(from));
    } else if (far.from >= out_of_reach) {
        lints_.add({"far-above-edge"}, place + "/from", say::far_above_tenfold(from));
    }
    if (!in_proportion && far.deduct.is_zero()) {
        const bool share = far.takes == FarAbove::Takes::share;
        idle_deduction(place + (share ? "/share" : "/deduct"));
    }
}

} // namespace

void check_best(Lints& lints, const Indicator& leaf, const std::string& at, const Ratio& most) {
    if (most < Ratio{leaf.points}) {
        lints.add({"full-score-unreachable", Severity::error}, at + "/points",
                  say::full_score_unreachable(most.to_string(), leaf.points.to_string()));
    }
}

ScoreRange check_rule(Lints& lints, const Indicator& leaf, const std::string& at, int level) {
    const bool rounded = lints.rubric().rounding.at(ItemKind::leaf, level);
    return std::visit(RuleCheck{lints, leaf, at, rounded}, leaf.rule);
}

} // namespace heng::detail::lint
