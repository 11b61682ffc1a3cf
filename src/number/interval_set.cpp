// SPDX-License-Identifier: Apache-2.0
#include "number/interval_set.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace heng {
namespace {

/// The same whole numbers, with ends that are among them.
void tighten(Interval& interval) {
    if (interval.low) {
        const Ratio up = interval.low->ceiling();
        interval.low = up == *interval.low && !interval.low_closed ? up + Ratio{1} : up;
        interval.low_closed = true;
    }
    if (interval.high) {
        const Ratio down = interval.high->floor();
        interval.high = down == *interval.high && !interval.high_closed ? down - Ratio{1} : down;
        interval.high_closed = true;
    }
}

/// Whether no number of the set lies between the two, of which `a` begins first.
bool touch(const Interval& a, const Interval& b, bool whole) {
    if (!a.high || !b.low) {
        return true;
    }
    if (whole) {
        return *b.low <= *a.high + Ratio{1};
    }
    return *b.low < *a.high || (*b.low == *a.high && (a.high_closed || b.low_closed));
}

} // namespace

IntervalSet::IntervalSet(std::vector<Interval> intervals, bool whole) {
    std::vector<const Interval*> rising; // an interval has long numbers to move
    for (Interval& interval : intervals) {
        if (whole) {
            tighten(interval);
        }
        if (!interval.is_empty()) {
            rising.push_back(&interval);
        }
    }
    std::sort(rising.begin(), rising.end(),
              [](const Interval* a, const Interval* b) { return a->begins_before(*b); });
    for (const Interval* next : rising) {
        if (parts_.empty() || !touch(parts_.back(), *next, whole)) {
            parts_.push_back(*next);
        } else if (next->ends_after(parts_.back())) {
            parts_.back().high = next->high;
            parts_.back().high_closed = next->high_closed;
        }
    }
    whole_ = whole && !parts_.empty();
}

bool IntervalSet::contains(const Ratio& number) const {
    return (!whole_ || number.is_whole()) &&
           std::any_of(parts_.begin(), parts_.end(),
                       [&](const Interval& part) { return part.contains(number); });
}

Interval IntervalSet::hull() const {
    return {parts_.front().low, parts_.front().low_closed, parts_.back().high,
            parts_.back().high_closed};
}

IntervalSet IntervalSet::met(const IntervalSet& other) const {
    std::vector<Interval> parts;
    for (const Interval& a : parts_) {
        for (const Interval& b : other.parts_) {
            parts.push_back(intersection(a, b));
        }
    }
    return IntervalSet{std::move(parts), whole_ || other.whole_};
}

IntervalSet IntervalSet::complement() const {
    IntervalSet gaps;
    Interval gap; // its low end is what no part has covered yet
    for (const Interval& part : parts_) {
        if (part.low) {
            gap.high = part.low;
            gap.high_closed = !part.low_closed;
            gaps.parts_.push_back(gap);
        }
        if (!part.high) {
            return gaps;
        }
        gap = {part.high, !part.high_closed, {}, false};
    }
    gaps.parts_.push_back(std::move(gap));
    return gaps;
}

IntervalSet IntervalSet::without(const IntervalSet& other) const {
    return other.empty() ? *this : met(other.complement());
}

bool IntervalSet::has_multiple_of(const Ratio& step) const {
    return std::any_of(parts_.begin(), parts_.end(), [&](Interval part) {
        for (std::optional<Ratio>* end : {&part.low, &part.high}) {
            if (*end) {
                **end = **end / step;
            }
        }
        tighten(part);
        return !part.is_empty();
    });
}

Ratio IntervalSet::sample() const {
    const Interval& part = parts_.front();
    if (!part.low && !part.high) {
        return Ratio{0};
    }
    const Ratio low = part.low ? *part.low : *part.high - Ratio{1};
    const Ratio high = part.high ? *part.high : low + Ratio{1};
    constexpr int most_places = 6;
    for (int places = 0; places <= most_places; ++places) {
        const Ratio step = inverse(power(Ratio{10}, places));
        for (const Ratio& each : {Ratio{low.rounded(places, Rounding::ceiling)},
                                  low.rounded(places, Rounding::floor) + step}) {
            if (part.contains(each)) {
                return each;
            }
        }
    }
    return part.low && part.low_closed ? low : (low + high) / Ratio{2};
}

std::string IntervalSet::text() const {
    constexpr std::size_t most_told = 3;
    std::string text;
    for (std::size_t i = 0; i < parts_.size() && i < most_told; ++i) {
        text += (i == 0 ? "" : ", ") + interval_text(parts_[i]);
    }
    return parts_.size() > most_told ? text + ", …" : text;
}

std::string interval_text(const Interval& interval) {
    if (!interval.low && !interval.high) {
        return "-";
    }
    if (!interval.high) {
        return (interval.low_closed ? ">= " : "> ") + interval.low->to_string();
    }
    if (!interval.low) {
        return (interval.high_closed ? "<= " : "< ") + interval.high->to_string();
    }
    if (*interval.low == *interval.high) {
        return interval.low->to_string();
    }
    return (interval.low_closed ? "[" : "(") + interval.low->to_string() + ".." +
           interval.high->to_string() + (interval.high_closed ? "]" : ")");
}

} // namespace heng
