// SPDX-License-Identifier: Apache-2.0
#include "document/domains.hpp"
#include "rule/kind.hpp"
#include "whatif/row_bounds.hpp"

#include <algorithm>
#include <vector>

namespace heng::detail::whatif {
namespace {

using feel::Numbers;
using Own = RowRule::Kind;

/// The actual values at which a row's rule, or what is taken off it, changes its way.
std::vector<Ratio> edges_of(const Targets& rule, const Target& row) {
    std::vector<Ratio> edges{Ratio{}, row.target};
    const bool most = row.direction == Direction::at_most;
    const auto add = [&](const Ratio& rate) {
        if (!most || !rate.is_zero()) {
            edges.push_back(most ? row.target / rate : row.target * rate);
        }
    };
    if (row.rule.kind == Own::pass) {
        add(Ratio{row.rule.least});
    }
    if (rule.far_above) {
        add(Ratio{rule.far_above->from});
    }
    return edges;
}

Numbers between(const Points& least, const Points& most) {
    return Numbers::of({least.value(), true, most.value(), true});
}

Numbers either(const Points& a, const Points& b) {
    return rule::at(a).joined(rule::at(b));
}

Numbers bounded(const RowRule& rule, Numbers scores) {
    if (rule.cap) {
        scores = least(scores, Numbers::at(Ratio{*rule.cap}));
    }
    return rule.floor ? greatest(scores, Numbers::at(Ratio{*rule.floor})) : scores;
}

/// Of a row by date: from as early as can be to as late as can be.
Numbers by_date(const Targets& rule, const Points& points, const Target& row,
                const document::OpenTarget& open) {
    const Ratio first{document::first_day()};
    const Ratio last{document::last_day()};
    Target early = row;
    Target late = row;
    if (open.actual) {
        early.actual = first;
        late.actual = last;
    }
    if (open.target) {
        early.target = last;
        late.target = first;
    }
    const Points most = score(rule, points, early);
    const Points least = score(rule, points, late);
    return row.rule.deduct ? between(least, most) : either(least, most);
}

Numbers by_level(const Targets& rule, const Points& points, const Target& row,
                 const document::OpenTarget& open) {
    const bool all = row.rule.kind == Own::all;
    if (!open.level && !open.rate) {
        return rule::at(score(rule, points, row));
    }
    if (!open.level && !all) {
        return bounded(
            row.rule, multiplied(rule::at(points), Numbers::of(range_of(row.level, rule.dialect))));
    }
    if (open.level && open.rate) {
        return bounded(row.rule, all ? either({}, points) : between({}, points));
    }
    if (!all) {
        return rule::at(score(rule, points, row)); // the rate tells the level
    }
    Numbers scores;
    Target one = row;
    for (const Level level : {Level::met, Level::partly, Level::not_met}) {
        one.level = level;
        const bool may_be = open.level
                                ? !row.rate || range_of(level, rule.dialect).contains(*row.rate)
                                : level == row.level;
        scores = may_be ? scores.joined(rule::at(score(rule, points, one))) : scores;
    }
    return scores;
}

/// Of a row by numbers of which one is not known.
Numbers by_numbers(const Targets& rule, const Points& points, const Target& row,
                   const document::OpenTarget& open) {
    const Numbers any = between({}, points);
    if (rule.far_above && rule.far_above->side == row.direction) {
        return any;
    }
    switch (row.rule.kind) {
    case Own::all:
        return either({}, points);
    case Own::pass:
        return rule::zero().joined(between(points * Ratio{row.rule.least}, points));
    case Own::per_point: {
        const Points worst = earned(points, row, {Ratio{}, false, true});
        const bool divides = !open.target && row.target.sign() > 0;
        return divides ? between(worst, points) : rule::zero().joined(between(worst, points));
    }
    default:
        return any;
    }
}

} // namespace

std::optional<Points> most_of_row(const Targets& rule, const Points& points, const Target& row,
                                  const Ratio& low, const Ratio& high) {
    Target at = row;
    if (row.direction == Direction::level) {
        const Interval in = range_of(row.level, rule.dialect);
        if (high < *in.low || low > *in.high) {
            return std::nullopt;
        }
        at.rate = min(high, *in.high);
        return score(rule, points, at);
    }
    const std::vector<Ratio> edges = edges_of(rule, row);
    const bool across = std::any_of(edges.begin(), edges.end(),
                                    [&](const Ratio& edge) { return low <= edge && edge <= high; });
    if (across && low != high) {
        return within(row.rule, points);
    }
    // between two edges what is earned and what is lost each rise or fall, and not always together
    Points most;
    std::optional<Points> loss;
    for (const Ratio& end : {low, high}) {
        at.actual = end;
        most = max(most, earned(points, at, completion(at)));
        const Points lost = rule.far_above ? far_above_loss(*rule.far_above, points, at) : Points{};
        loss = loss ? min(*loss, lost) : lost;
    }
    return within(row.rule, max(Points{}, most - *loss));
}

Numbers scores_of_row(const Targets& rule, const Points& points, const Target& row,
                      const document::OpenTarget& open) {
    const RowRule& own = row.rule;
    if ((own.floor && Points{*own.floor} > points) || (own.cap && Points{*own.cap} > points)) {
        return {};
    }
    if (own.kind == Own::date) {
        return by_date(rule, points, row, open);
    }
    if (row.direction == Direction::level) {
        return by_level(rule, points, row, open);
    }
    return open.target || open.actual ? bounded(own, by_numbers(rule, points, row, open))
                                      : rule::at(score(rule, points, row));
}

} // namespace heng::detail::whatif
