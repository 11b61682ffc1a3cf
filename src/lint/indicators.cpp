// SPDX-License-Identifier: Apache-2.0
//
// The tree: what holds where an indicator is scored, exceptions that never apply, extra and floor
// that never count.
#include "lint/adjustable.hpp"
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

ScoreRange check_node(Lints& lints, const Indicator& node, const std::string& at, int level);

/// A child's extra or floor that its parent cuts whatever the others score: `below` are the ranges
/// of the children. What the parent takes off, or adds, may make room for it.
void check_cut(Lints& lints, const std::vector<Indicator>& children, const std::string& at,
               const std::vector<ScoreRange>& below, const ScoreRange& room,
               const std::vector<Adjustment>& adjustments) {
    const auto has = [&](Adjustment::Kind kind) {
        return std::any_of(adjustments.begin(), adjustments.end(),
                           [kind](const Adjustment& each) { return each.kind == kind; });
    };
    const bool deducts = has(Adjustment::Kind::deduct);
    const bool adds = has(Adjustment::Kind::add);
    ScoreRange all;
    for (const ScoreRange& each : below) {
        all.least += each.least;
        all.most += each.most;
    }
    for (std::size_t i = 0; i < children.size(); ++i) {
        const Beyond& beyond = children[i].beyond;
        const std::string place = at + "/indicators/" + std::to_string(i);
        const Ratio points{children[i].points};
        if (!deducts && beyond.extra.sign() > 0 && below[i].most > points &&
            all.least - below[i].least + points >= room.most) {
            lints.add({"extra-cut"}, place + "/extra", say::extra_cut(room.most.to_string()));
        }
        if (!adds && beyond.floor.sign() < 0 && below[i].least.sign() < 0 &&
            all.most - below[i].most <= room.least) {
            lints.add({"floor-cut"}, place + "/floor", say::floor_cut(room.least.to_string()));
        }
    }
}

/// The sum of what lies below a node, or a rubric.
ScoreRange check_children(Lints& lints, const std::vector<Indicator>& children,
                          const std::string& at, int level, const ScoreRange& room,
                          const std::vector<Adjustment>& adjustments) {
    std::vector<ScoreRange> below;
    ScoreRange all;
    for (std::size_t i = 0; i < children.size(); ++i) {
        below.push_back(
            check_node(lints, children[i], at + "/indicators/" + std::to_string(i), level));
        all.least += below.back().least;
        all.most += below.back().most;
    }
    check_cut(lints, children, at, below, room, adjustments);
    return all;
}

ScoreRange check_node(Lints& lints, const Indicator& node, const std::string& at, int level) {
    const bool excepted = node.not_applicable.has_value();
    const bool scored = !excepted || enter(lints, node, at);
    const bool rounded =
        lints.rubric().rounding.at(node.is_branch() ? ItemKind::branch : ItemKind::leaf, level);
    const ScoreRange room = room_of(node);
    ScoreRange range{Ratio{0}, Ratio{node.points}};
    if (scored) {
        range = node.is_branch()
                    ? check_children(lints, node.indicators, at, level + 1, room, node.adjustments)
                    : check_rule(lints, node, at, level);
        const Ratio in_play = least_in_play(node).points + Ratio{node.beyond.extra};
        range = check_adjusted(lints, node.adjustments,
                               {.of = at,
                                .at = at + "/adjustments",
                                .in_play = in_play,
                                .points = node.points,
                                .beyond = node.beyond,
                                .rounded = rounded,
                                .room = room},
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
        range.least = within(room, Ratio{range.least.rounded(places.scale, places.mode)});
        range.most = within(room, Ratio{range.most.rounded(places.scale, places.mode)});
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
    const ScoreRange room{least_of(rubric.beyond).value(),
                          most_of(rubric.points, rubric.beyond).value()};
    ScoreRange range = check_children(lints, rubric.indicators, "", 1, room, rubric.adjustments);
    if (may_rescale(rubric)) { // what is left counts more, and so does what is below 0
        range = {range.least.sign() < 0 ? room.least : Ratio{0},
                 range.most > Ratio{rubric.points} ? room.most : Ratio{rubric.points}};
    }
    range = check_adjusted(lints, rubric.adjustments,
                           {.of = "",
                            .at = "/adjustments",
                            .in_play = room.most,
                            .points = rubric.points,
                            .beyond = rubric.beyond,
                            .rounded = rubric.rounding.total,
                            .total = true,
                            .room = room},
                           range);
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
              say::nothing_in_play, facts.value_or(Shown{}));
}

} // namespace heng::detail::lint
