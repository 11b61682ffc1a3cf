// SPDX-License-Identifier: Apache-2.0
//
// The tree: what holds where an indicator is scored, exceptions and adjustments that never bite.
#include "lint/lints.hpp"
#include "lint/messages.hpp"
#include "lint/witness.hpp"

#include <heng/rubric/tree.hpp>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace heng::detail::lint {
namespace {

/// The points of a node that stay in play when all that can leave has left, but for one: a branch
/// of which all has left is not scored. `always`: something of it never leaves.
struct InPlay {
    Ratio points{};
    bool always = true;
};

InPlay least_in_play(const Indicator& node) {
    InPlay least{Ratio{node.points}, true};
    if (node.is_branch()) {
        Ratio staying;
        std::optional<Ratio> leaving;
        for (const Indicator& each : node.indicators) {
            const InPlay below = least_in_play(each);
            if (each.points.is_zero()) {
                continue;
            }
            if (below.always) {
                staying += below.points;
            } else if (!leaving || below.points < *leaving) {
                leaving = below.points;
            }
        }
        const bool always = staying.sign() > 0 || !leaving;
        least = {always ? staying : *leaving, always};
    }
    if (node.not_applicable && node.not_applicable->treat_as == TreatAs::rescale) {
        least.always = false;
    }
    return least;
}

/// The score that is adjusted, and where it is rounded.
struct Adjustable {
    std::string at;  ///< of the adjustments
    Ratio in_play{}; ///< the least of the points in play
    bool rounded = false;
    bool total = false;
    ScoreRange room{}; ///< what its score is kept in
};

void check_value(Lints& lints, const Adjustment& adjustment, const std::string& place,
                 const Adjustable& node) {
    if (adjustment.amount || (adjustment.kind != Adjustment::Kind::at_most &&
                              adjustment.kind != Adjustment::Kind::set)) {
        return;
    }
    const bool set = adjustment.kind == Adjustment::Kind::set;
    if (node.rounded) {
        check_ceiling(lints, adjustment.value, place + (set ? "/set" : "/at_most"), node.total);
    }
    if (set && Ratio{adjustment.value} > node.in_play) {
        const std::string value = adjustment.value.to_string();
        const std::string points = node.in_play.to_string();
        lints.add({"set-above-points"}, place + "/set", say::set_above_points(points, value));
    }
}

/// Checks that an adjustment can change a score of the range, and gives the range after it.
void narrow(Lints& lints, const Adjustment& each, const std::string& place, const ScoreRange& room,
            ScoreRange& range) {
    using Kind = Adjustment::Kind;
    if (each.amount) { // may be any number of points
        range = {min(room.least, range.least), max(room.most, range.most)};
        return;
    }
    const Ratio value{each.value};
    const bool changes_by = each.kind == Kind::deduct || each.kind == Kind::add;
    const bool idle = each.kind == Kind::at_most ? value >= range.most
                      : changes_by
                          ? value.sign() == 0 || (each.each_at_most && each.each_at_most->is_zero())
                          : range.least == range.most && value == range.most;
    if (idle && each.kind != Kind::grade_at_most) {
        lints.add({"adjustment-idle"}, place, say::adjustment_idle(range.most.to_string()));
    }
    switch (each.kind) {
    case Kind::deduct:
        range.least = max(min(room.least, range.least), range.least - value);
        break;
    case Kind::add:
        range.most = range.most + value;
        break;
    case Kind::set:
        range.most = max(range.most, value);
        [[fallthrough]];
    case Kind::at_most:
        range.least = min(range.least, value);
        break;
    case Kind::grade_at_most:
        break;
    }
}

void check_adjustments(Lints& lints, const std::vector<Adjustment>& adjustments,
                       const Adjustable& node, ScoreRange& range) {
    for (std::size_t i = 0; i < adjustments.size(); ++i) {
        const Adjustment& each = adjustments[i];
        const std::string place = node.at + '/' + std::to_string(i);
        check_value(lints, each, place, node);
        const Truths truths = check_condition(lints, each.when, place + "/when");
        const bool explained = lints.is_explained(place + "/when");
        if (!truths.may_hold && !explained) {
            lints.add({"adjustment-never"}, place + "/when", say::adjustment_never);
        } else if (!truths.may_fail && !explained) {
            lints.add({"adjustment-always"}, place + "/when", say::adjustment_always);
        }
        narrow(lints, each, place, node.room, range);
    }
    range = {max(node.room.least, min(range.least, node.room.most)),
             max(node.room.least, min(range.most, node.room.most))};
}

/// Checks an exception, and assumes that it does not hold; false: it always does.
bool enter(Lints& lints, const Indicator& node, const std::string& at) {
    const std::string place = at + "/not_applicable/when";
    const Term when = node.not_applicable->when;
    const Truths truths = check_condition(lints, when, place);
    if (!lints.is_explained(place)) {
        if (!truths.may_hold) {
            lints.add({"not-applicable-never"}, place, say::not_applicable_never);
        } else if (!truths.may_fail) {
            lints.add({"not-applicable-always"}, place, say::not_applicable_always);
        }
    }
    return lints.assume(when, false);
}

/// Full marks that have more places than scores are rounded to, whether they can be reached or not.
void check_full_marks(Lints& lints, const Decimal& points, const std::string& at) {
    const RoundingPlaces& places = lints.rubric().rounding;
    const Decimal rounded = points.rounded(places.scale, places.mode);
    if (rounded > points) {
        lints.add({"rounded-above-points"}, at,
                  say::rounded_above_points(points.to_string(), rounded.to_string()));
    }
}

ScoreRange check_node(Lints& lints, const Indicator& node, const std::string& at, int level) {
    const bool excepted = node.not_applicable.has_value();
    const bool scored = !excepted || enter(lints, node, at);
    const bool rounded =
        lints.rubric().rounding.at(node.is_branch() ? ItemKind::branch : ItemKind::leaf, level);
    const ScoreRange room = room_of(node);
    ScoreRange range{Ratio{0}, Ratio{node.points}};
    if (scored) {
        if (node.is_branch()) {
            range = {};
            for (std::size_t i = 0; i < node.indicators.size(); ++i) {
                const ScoreRange below = check_node(
                    lints, node.indicators[i], at + "/indicators/" + std::to_string(i), level + 1);
                range.least += below.least;
                range.most += below.most;
            }
        } else {
            range = check_rule(lints, node, at, level);
        }
        check_adjustments(lints, node.adjustments,
                          {at + "/adjustments",
                           least_in_play(node).points + Ratio{node.beyond.extra}, rounded, false,
                           room},
                          range);
    }
    if (excepted) {
        lints.release();
        range.least = min(range.least, Ratio{0});
        if (node.not_applicable->treat_as != TreatAs::zero) {
            range.most = max(range.most, Ratio{node.points});
        }
    }
    if (rounded) {
        const RoundingPlaces& places = lints.rubric().rounding;
        range.least = min(Ratio{range.least.rounded(places.scale, places.mode)}, room.most);
        range.most = min(Ratio{range.most.rounded(places.scale, places.mode)}, room.most);
        check_full_marks(lints, node.points, at + "/points");
    }
    return range;
}

/// The conditions under which all of these leave; false: something of them always stays.
/// `several_ways`: a branch can leave by itself, or with all that is below it.
bool leaves(const std::vector<Indicator>& indicators, std::vector<Term>& conditions,
            bool& several_ways) {
    for (const Indicator& each : indicators) {
        if (each.points.sign() == 0) {
            continue;
        }
        if (each.not_applicable && each.not_applicable->treat_as == TreatAs::rescale) {
            conditions.push_back(each.not_applicable->when);
            std::vector<Term> below;
            several_ways =
                several_ways || (each.is_branch() && leaves(each.indicators, below, several_ways));
        } else if (!each.is_branch() || !leaves(each.indicators, conditions, several_ways)) {
            return false;
        }
    }
    return true;
}

} // namespace

bool may_rescale(const Rubric& rubric) {
    const IndicatorTree tree{rubric.indicators};
    return std::any_of(tree.begin(), tree.end(), [](const PlacedIndicator& each) {
        return each->not_applicable && each->not_applicable->treat_as == TreatAs::rescale;
    });
}

ScoreRange check_indicators(Lints& lints) {
    const Rubric& rubric = lints.rubric();
    ScoreRange range{};
    for (std::size_t i = 0; i < rubric.indicators.size(); ++i) {
        const ScoreRange below =
            check_node(lints, rubric.indicators[i], "/indicators/" + std::to_string(i), 1);
        range.least += below.least;
        range.most += below.most;
    }
    if (may_rescale(rubric)) {
        range = {min(range.least, Ratio{0}), max(range.most, Ratio{rubric.points})};
    }
    const ScoreRange room{Ratio{rubric.beyond.floor},
                          most_of(rubric.points, rubric.beyond).value()};
    check_adjustments(lints, rubric.adjustments,
                      {"/adjustments", room.most, rubric.rounding.total, true, room}, range);
    if (rubric.rounding.total) {
        check_full_marks(lints, rubric.points, "/points");
    }
    return range;
}

/// A branch of which every child leaves has no points, and so has a rubric.
void check_nothing_in_play(Lints& lints) {
    std::vector<Term> conditions;
    bool several_ways = false;
    if (!leaves(lints.rubric().indicators, conditions, several_ways) || conditions.empty()) {
        return;
    }
    lints.bounds().open();
    const bool possible = std::all_of(conditions.begin(), conditions.end(), [&](Term term) {
        return lints.bounds().assume(lints.id_of(term), true);
    });
    lints.bounds().close();
    if (!possible && !several_ways) {
        return;
    }
    const auto facts = find_facts(lints, conditions, "score.nothing-in-play");
    lints.add({"nothing-in-play", facts ? Severity::error : Severity::note, true}, "/indicators",
              say::nothing_in_play, facts.value_or(""));
}

} // namespace heng::detail::lint
