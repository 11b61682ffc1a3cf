// SPDX-License-Identifier: Apache-2.0
#include "partial/rule_ranges.hpp"

#include <cstddef>

namespace heng::partial {
namespace {

using feel::Abstract;
using feel::Numbers;

/// a × x + b
Numbers line(const Numbers& x, const Ratio& a, const Ratio& b) {
    return added(multiplied(x, Numbers::at(a)), Numbers::at(b));
}

feel::Interval feel_interval(const Interval& interval) {
    return {interval.low, interval.low_closed, interval.high, interval.high_closed};
}

} // namespace

Numbers at(const Points& points) {
    return Numbers::at(points.value());
}

Numbers zero() {
    return Numbers::at(Ratio{});
}

Numbers score_range(const Proportional& rule, const Abstract& measure) {
    Numbers scores;
    Numbers earning = measure.numbers;
    if (rule.pass) {
        const feel::Interval failed{{}, false, Ratio{*rule.pass}, false};
        scores = earning.met(failed).empty() ? scores : zero();
        earning = earning.without(failed);
    }
    const Ratio cap{rule.cap};
    const Numbers kept = least(greatest(earning, zero()), Numbers::at(cap));
    scores = scores.joined(line(kept, Ratio{rule.points} / cap, Ratio{}));
    if ((measure.nulls & feel::nulls::zero) != 0) {
        if (const auto points = score_of_zero_denominator(rule)) {
            scores = scores.joined(at(*points));
        }
    }
    return scores;
}

Numbers score_range(const Bands& rule, const Abstract& measure) {
    Numbers scores;
    Numbers left = measure.numbers;
    for (const Band& band : rule.bands) {
        const feel::Interval in = feel_interval(band.in);
        if (!left.met(in).empty()) {
            scores = scores.joined(at(band.score));
            left = left.without(in);
        }
    }
    return scores;
}

Numbers score_range(const Interpolate& rule, const Abstract& measure) {
    const Numbers& x = measure.numbers;
    const std::vector<Knot>& knots = rule.knots;
    Numbers scores;
    if (!x.met(feel::Interval{{}, false, knots.front().measure, true}).empty()) {
        scores = scores.joined(at(knots.front().score));
    }
    if (!x.met(feel::Interval{knots.back().measure, true, {}, false}).empty()) {
        scores = scores.joined(at(knots.back().score));
    }
    for (std::size_t i = 1; i < knots.size(); ++i) {
        const Knot& left = knots[i - 1];
        const Knot& right = knots[i];
        const Numbers part = x.met(feel::Interval{left.measure, true, right.measure, true});
        if (!part.empty()) {
            const Ratio slope = (right.score - left.score).value() / (right.measure - left.measure);
            scores = scores.joined(line(part, slope, left.score.value() - slope * left.measure));
        }
    }
    return scores;
}

Numbers score_range(const Step& rule, const Abstract& measure) {
    const Ratio norm{rule.norm};
    const bool above = rule.side == Side::above;
    const Numbers excess =
        above ? line(measure.numbers, Ratio{1}, -norm) : line(measure.numbers, Ratio{-1}, norm);
    Numbers steps = line(greatest(excess, zero()), inverse(Ratio{rule.every}), Ratio{});
    if (rule.part != StepPart::exact) {
        steps =
            rounded(steps, 0, rule.part == StepPart::whole ? Rounding::floor : Rounding::ceiling);
    }
    return greatest(line(steps, -Ratio{rule.deduct}, Ratio{rule.points}), zero());
}

namespace {

/// What one side of the norm gives, at these distances from it.
Numbers side_range(const Steps& rule, const std::optional<StepChange>& side,
                   const Numbers& distance) {
    const Numbers base = Numbers::at(Ratio{rule.base});
    if (!side || distance.empty()) {
        return distance.empty() ? Numbers{} : base;
    }
    Numbers steps = line(distance, inverse(Ratio{side->every}), Ratio{});
    if (side->part != StepPart::exact) {
        steps =
            rounded(steps, 0, side->part == StepPart::whole ? Rounding::floor : Rounding::ceiling);
    }
    Numbers change = line(steps, Ratio{side->points}, Ratio{});
    if (side->at_most) {
        change = least(change, Numbers::at(Ratio{*side->at_most}));
    }
    return added(base, side->adds ? change : negated(change));
}

} // namespace

Numbers score_range(const Steps& rule, const Abstract& measure, const Abstract& norm) {
    feel::Interval pass;
    if (rule.least) {
        pass.low = Ratio{*rule.least};
        pass.low_closed = true;
    }
    if (rule.most) {
        pass.high = Ratio{*rule.most};
        pass.high_closed = true;
    }
    const Numbers passing = measure.numbers.met(pass);
    const Numbers excess = added(passing, negated(norm.numbers));
    const feel::Interval positive{Ratio{}, false, {}, false};
    Numbers scores = excess.met(feel::Interval{Ratio{}, true, Ratio{}, true}).empty()
                         ? Numbers{}
                         : Numbers::at(Ratio{rule.base});
    scores = scores.joined(side_range(rule, rule.above, excess.met(positive)))
                 .joined(side_range(rule, rule.below, negated(excess).met(positive)));
    scores = greatest(least(scores, Numbers::at(Ratio{rule.points})), zero());
    const bool may_fail = !measure.numbers.without(pass).empty() && !norm.numbers.empty();
    return may_fail ? scores.joined(zero()) : scores;
}

Numbers score_range(const Condition& rule, const Abstract& holds) {
    Numbers scores = holds.may_be_false ? zero() : Numbers{};
    return holds.may_be_true ? scores.joined(at(Points{rule.points})) : scores;
}

Numbers score_range(const Categories& rule, const Abstract& category) {
    Numbers scores;
    for (const Category& each : rule.categories) {
        if (category.texts.contains(each.name)) {
            scores = scores.joined(at(each.score));
        }
    }
    return scores;
}

Numbers score_range(const Formula& rule, const Abstract& value) {
    const Points cap{rule.cap ? *rule.cap : rule.points};
    return greatest(least(value.numbers, at(cap)), Numbers::at(Ratio{rule.floor}));
}

Numbers score_range(const Tally& rule, const Abstract& count) {
    const Numbers earned = line(count.numbers, Ratio{rule.each}, Ratio{});
    return greatest(least(earned, at(most_of(rule))), zero());
}

Numbers score_range(const Occurrences& rule, const std::vector<Abstract>& counts) {
    Numbers left = Numbers::at(Ratio{rule.points});
    Numbers together = zero();
    feel::Interval counted{Ratio{}, true, {}, false};
    if (rule.none_from) { // what leaves something is below it in each kind
        counted.high = Ratio{*rule.none_from};
    }
    for (std::size_t i = 0; i < counts.size(); ++i) {
        together = added(together,
                         counts[i].numbers.met(feel::Interval{Ratio{}, true, {}, false}));
        const Numbers count = counts[i].numbers.met(counted);
        Numbers lost = line(count, Ratio{rule.each[i].deduct}, Ratio{});
        if (rule.each[i].at_most) {
            lost = least(lost, Numbers::at(Ratio{*rule.each[i].at_most}));
        }
        left = added(left, negated(lost));
    }
    if (!rule.none_from) {
        return greatest(left, zero());
    }
    const Numbers fewer = together.met(feel::Interval{{}, false, counted.high, false});
    const Numbers many = together.met(feel::Interval{counted.high, true, {}, false});
    const Numbers some = fewer.empty() ? Numbers{} : greatest(left, zero());
    return many.empty() ? some : some.joined(zero());
}

Numbers score_range(const Checklist& rule, const std::vector<Abstract>& held) {
    Numbers earned = zero();
    for (std::size_t i = 0; i < held.size(); ++i) {
        Numbers item = held[i].may_be_false ? zero() : Numbers{};
        item = held[i].may_be_true ? item.joined(Numbers::at(Ratio{rule.items[i]})) : item;
        earned = added(earned, item);
    }
    return least(earned, Numbers::at(Ratio{rule.points}));
}

} // namespace heng::partial
