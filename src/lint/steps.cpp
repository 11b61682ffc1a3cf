// SPDX-License-Identifier: Apache-2.0
//
// Steps up and down from a base: sides and passes that change nothing, and what is cut.
#include "lint/lints.hpp"
#include "lint/messages.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace heng::detail::lint {
namespace {

using feel::Abstract;

/// Says of a side that it changes nothing, or more than there is; whether it did.
bool check_sides(Lints& lints, const Steps& rule, const std::string& at, const Interval& excess) {
    bool told = false;
    const auto check = [&](const std::optional<StepChange>& side, std::string_view key,
                           bool reached, const Words& never) {
        if (!side) {
            return;
        }
        const std::string place = at + "/rule/" + std::string{key};
        const Decimal most = rule.points + rule.beyond.extra;
        const Decimal room = side->adds ? most - rule.base : rule.base - rule.beyond.floor;
        if (!reached) {
            lints.add({"side-idle"}, place, never);
        } else if (room.is_zero() || side->points.is_zero() ||
                   side->at_most.value_or(Decimal{1}).is_zero()) {
            lints.add({"side-idle"}, place, say::changes_nothing);
        } else if (side->adds && side->at_most && *side->at_most > room) {
            lints.add(
                {"addition-cut"}, place + "/at_most",
                say::addition_cut((rule.base + *side->at_most).to_string(), most.to_string()));
        } else {
            return;
        }
        told = true;
    };
    check(rule.above, "above", !excess.high || excess.high->sign() > 0, say::never_above_norm);
    check(rule.below, "below", !excess.low || excess.low->sign() < 0, say::never_below_norm);
    return told;
}

void check_pass(Lints& lints, const Steps& rule, const std::string& at, const Interval& measure) {
    if (rule.least && measure.low && *measure.low >= Ratio{*rule.least}) {
        lints.add({"pass-idle"}, at + "/rule/pass/least", say::never_below);
    }
    if (rule.most && measure.high && *measure.high <= Ratio{*rule.most}) {
        lints.add({"pass-idle"}, at + "/rule/pass/most", say::never_above);
    }
}

/// Each side rises or falls on and on: its ends are its least and its most.
ScoreRange range_past(const Steps& rule, const Interval& excess) {
    std::vector<Ratio> ends;
    const auto add = [&](const std::optional<Ratio>& end, const std::optional<StepChange>& side) {
        if (end || !side || side->points.is_zero()) {
            ends.push_back(score_past(rule, end.value_or(Ratio{})).value());
            return;
        }
        const ScoreRange room{least_of(rule.beyond).value(),
                              most_of(rule.points, rule.beyond).value()};
        const Ratio change = side->at_most ? Ratio{*side->at_most} : room.most - room.least;
        const Ratio last = Ratio{rule.base} + (side->adds ? change : -change);
        ends.push_back(max(room.least, min(room.most, last)));
    };
    add(excess.low, rule.below);
    add(excess.high, rule.above);
    const bool at_norm =
        (!excess.low || excess.low->sign() <= 0) && (!excess.high || excess.high->sign() >= 0);
    if (at_norm) {
        ends.emplace_back(rule.base);
    }
    return {*std::min_element(ends.begin(), ends.end()),
            *std::max_element(ends.begin(), ends.end())};
}

} // namespace

ScoreRange check_steps(Lints& lints, const Indicator& leaf, const Steps& rule,
                       const std::string& at) {
    const Abstract measure = check_term(lints, *leaf.measure, at + "/measure", Wanted::number);
    const Abstract norm =
        check_term(lints, leaf.parts.front().term, at + "/rule/norm", Wanted::number);
    if (lints.is_explained(at) || measure.numbers.empty() || norm.numbers.empty()) {
        return room_of(leaf);
    }
    const Interval hull = measure.numbers.hull();
    const Interval excess = added(measure.numbers, negated(norm.numbers)).hull();
    const bool told = check_sides(lints, rule, at, excess);
    check_pass(lints, rule, at, hull);
    ScoreRange range = range_past(rule, excess);
    const bool below = rule.least && (!hull.low || *hull.low < Ratio{*rule.least});
    const bool above = rule.most && (!hull.high || *hull.high > Ratio{*rule.most});
    const bool never = (rule.least && hull.high && *hull.high < Ratio{*rule.least}) ||
                       (rule.most && hull.low && *hull.low > Ratio{*rule.most});
    range.least = below || above ? min(range.least, Ratio{}) : range.least;
    range = never ? ScoreRange{} : range;
    if (!told) {
        check_best(lints, leaf, at, range.most);
    }
    return range;
}

} // namespace heng::detail::lint
