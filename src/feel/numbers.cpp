// SPDX-License-Identifier: Apache-2.0
#include "feel/numbers.hpp"

#include <heng/number/fault.hpp>

#include <algorithm>
#include <utility>

namespace heng::feel {
namespace {

constexpr std::size_t most_parts = 6;
constexpr std::size_t most_bits = 2'048; ///< of an end; a longer one moves outwards
constexpr int places_of_end = 120;       ///< that are left of it

/// A lower end comes before another one where it lets in more.
bool lower_first(const Interval& a, const Interval& b) {
    if (!a.low || !b.low) {
        return !a.low && b.low.has_value();
    }
    return *a.low < *b.low || (*a.low == *b.low && a.low_closed && !b.low_closed);
}

bool higher_end(const Interval& a, const Interval& b) {
    if (!a.high || !b.high) {
        return !a.high && b.high.has_value();
    }
    return *a.high > *b.high || (*a.high == *b.high && a.high_closed && !b.high_closed);
}

/// Whether nothing lies between the two, of which `a` begins first.
bool touch(const Interval& a, const Interval& b, bool whole) {
    if (!a.high || !b.low) {
        return true;
    }
    if (whole) {
        return *b.low <= *a.high + Ratio{1};
    }
    return *b.low < *a.high || (*b.low == *a.high && (a.high_closed || b.low_closed));
}

/// A number of few bits next to an end that has many: the nearest on the side that `mode` leads to,
/// or none where the end is too long even so.
void move_outwards(std::optional<Ratio>& end, bool& closed, Rounding mode) {
    if (!end || end->big_bits() <= most_bits) {
        return;
    }
    Ratio near{end->rounded(places_of_end, mode)};
    closed = closed && near == *end;
    if (near.big_bits() <= most_bits) {
        end = std::move(near);
    } else {
        end.reset();
        closed = false;
    }
}

void shorten_long_ends(Interval& interval) {
    move_outwards(interval.low, interval.low_closed, Rounding::floor);
    move_outwards(interval.high, interval.high_closed, Rounding::ceiling);
}

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

/// What arithmetic past the limits of numbers is worth: everything.
template <class Work>
Numbers bounded(Work work) {
    try {
        return work();
    } catch (const NumberError&) {
        return Numbers::all();
    }
}

/// The part of an interval above zero, and of its mirror image.
Interval above_zero(const Interval& interval) {
    return intersection(interval, {Ratio{0}, false, {}, false});
}

Interval mirrored(const Interval& interval) {
    Interval mirror;
    if (interval.high) {
        mirror.low = -*interval.high;
    }
    if (interval.low) {
        mirror.high = -*interval.low;
    }
    mirror.low_closed = interval.high_closed;
    mirror.high_closed = interval.low_closed;
    return mirror;
}

bool has_zero(const Interval& interval) {
    return !is_empty(intersection(interval, {Ratio{0}, true, Ratio{0}, true}));
}

/// Of two intervals above zero.
Interval product(const Interval& a, const Interval& b) {
    Interval result;
    result.low = *a.low * *b.low;
    result.low_closed = a.low_closed && b.low_closed;
    if (a.high && b.high) {
        result.high = *a.high * *b.high;
        result.high_closed = a.high_closed && b.high_closed;
    }
    return result;
}

/// Of an interval above zero.
Interval inverted(const Interval& a) {
    Interval result;
    result.low = a.high ? inverse(*a.high) : Ratio{0};
    result.low_closed = a.high && a.high_closed;
    if (!a.low->is_zero()) {
        result.high = inverse(*a.low);
        result.high_closed = a.low_closed;
    }
    return result;
}

Interval sum(const Interval& a, const Interval& b) {
    Interval result;
    if (a.low && b.low) {
        result.low = *a.low + *b.low;
        result.low_closed = a.low_closed && b.low_closed;
    }
    if (a.high && b.high) {
        result.high = *a.high + *b.high;
        result.high_closed = a.high_closed && b.high_closed;
    }
    return result;
}

/// The products of all signs.
void multiply(const Interval& a, const Interval& b, std::vector<Interval>& out) {
    const Interval a_signs[2] = {above_zero(a), above_zero(mirrored(a))};
    const Interval b_signs[2] = {above_zero(b), above_zero(mirrored(b))};
    for (int i = 0; i < 2; ++i) {
        for (int j = 0; j < 2; ++j) {
            if (!is_empty(a_signs[i]) && !is_empty(b_signs[j])) {
                const Interval positive = product(a_signs[i], b_signs[j]);
                out.push_back(i == j ? positive : mirrored(positive));
            }
        }
    }
    if (has_zero(a) || has_zero(b)) {
        out.push_back({Ratio{0}, true, Ratio{0}, true});
    }
}

} // namespace

bool is_empty(const Interval& interval) {
    if (!interval.low || !interval.high) {
        return false;
    }
    return *interval.low > *interval.high ||
           (*interval.low == *interval.high && !(interval.low_closed && interval.high_closed));
}

Interval intersection(const Interval& a, const Interval& b) {
    Interval result = a;
    if (lower_first(a, b)) {
        result.low = b.low;
        result.low_closed = b.low_closed;
    }
    if (higher_end(a, b)) {
        result.high = b.high;
        result.high_closed = b.high_closed;
    }
    return result;
}

bool covers(const Interval& outer, const Interval& inner) {
    return is_empty(inner) || (!lower_first(inner, outer) && !higher_end(inner, outer));
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

Numbers::Numbers(std::vector<Interval> parts, bool whole) : whole_{whole} {
    for (Interval& part : parts) {
        if (whole) {
            tighten(part);
        }
        shorten_long_ends(part);
    }
    std::vector<const Interval*> rising;
    for (const Interval& part : parts) {
        if (!is_empty(part)) {
            rising.push_back(&part);
        }
    }
    std::sort(rising.begin(), rising.end(),
              [](const Interval* a, const Interval* b) { return lower_first(*a, *b); });
    for (const Interval* each : rising) {
        const Interval& part = *each;
        const bool full = parts_.size() == most_parts;
        if (!parts_.empty() && (full || touch(parts_.back(), part, whole))) {
            if (higher_end(part, parts_.back())) {
                parts_.back().high = part.high;
                parts_.back().high_closed = part.high_closed;
            }
        } else {
            parts_.push_back(part);
        }
    }
    whole_ = whole_ && !parts_.empty();
}

Numbers Numbers::at(const Ratio& number) {
    return of({number, true, number, true}, number.is_whole());
}

Numbers Numbers::of(Interval interval, bool whole) {
    return bounded([&] { return Numbers{{std::move(interval)}, whole}; });
}

bool Numbers::contains(const Ratio& number) const {
    if (whole_ && !number.is_whole()) {
        return false;
    }
    return std::any_of(parts_.begin(), parts_.end(), [&](const Interval& part) {
        return covers(part, {number, true, number, true});
    });
}

std::optional<Ratio> Numbers::only() const {
    const bool one =
        parts_.size() == 1 && parts_[0].low && parts_[0].high && *parts_[0].low == *parts_[0].high;
    return one ? parts_[0].low : std::nullopt;
}

Interval Numbers::hull() const {
    return {parts_.front().low, parts_.front().low_closed, parts_.back().high,
            parts_.back().high_closed};
}

bool Numbers::none_below_zero() const {
    return parts_.empty() || (parts_[0].low && parts_[0].low->sign() >= 0);
}

bool Numbers::all_above_zero() const {
    return none_below_zero() && !contains(Ratio{0});
}

Numbers Numbers::joined(const Numbers& other) const {
    if (empty() || other.empty()) {
        return empty() ? other : *this;
    }
    return bounded([&] {
        std::vector<Interval> parts = parts_;
        parts.insert(parts.end(), other.parts_.begin(), other.parts_.end());
        return Numbers{std::move(parts), whole_ && other.whole_};
    });
}

Numbers Numbers::met(const Numbers& other) const {
    return bounded([&] {
        std::vector<Interval> parts;
        for (const Interval& a : parts_) {
            for (const Interval& b : other.parts_) {
                parts.push_back(intersection(a, b));
            }
        }
        return Numbers{std::move(parts), whole_ || other.whole_};
    });
}

Numbers Numbers::met(const Interval& interval) const {
    return met(of(interval));
}

Numbers Numbers::without(const Interval& interval) const {
    if (is_empty(interval)) {
        return *this;
    }
    return bounded([&] {
        std::vector<Interval> parts;
        for (const Interval& part : parts_) {
            if (interval.low) {
                parts.push_back(
                    intersection(part, {{}, false, interval.low, !interval.low_closed}));
            }
            if (interval.high) {
                parts.push_back(
                    intersection(part, {interval.high, !interval.high_closed, {}, false}));
            }
        }
        return Numbers{std::move(parts), whole_};
    });
}

Numbers Numbers::without(const Numbers& other) const {
    Numbers rest = *this;
    for (const Interval& part : other.parts_) {
        rest = rest.without(part);
    }
    return rest;
}

Numbers negated(const Numbers& numbers) {
    std::vector<Interval> parts;
    for (const Interval& part : numbers.parts_) {
        parts.push_back(mirrored(part));
    }
    return bounded([&] { return Numbers{std::move(parts), numbers.whole_}; });
}

Numbers absolute(const Numbers& numbers) {
    const Interval from_zero{Ratio{0}, true, {}, false};
    return numbers.met(from_zero).joined(negated(numbers).met(from_zero));
}

Numbers added(const Numbers& a, const Numbers& b) {
    return bounded([&] {
        std::vector<Interval> parts;
        for (const Interval& x : a.parts_) {
            for (const Interval& y : b.parts_) {
                parts.push_back(sum(x, y));
            }
        }
        return Numbers{std::move(parts), a.whole_ && b.whole_};
    });
}

Numbers multiplied(const Numbers& a, const Numbers& b) {
    return bounded([&] {
        std::vector<Interval> parts;
        for (const Interval& x : a.parts_) {
            for (const Interval& y : b.parts_) {
                multiply(x, y, parts);
            }
        }
        return Numbers{std::move(parts), a.whole_ && b.whole_};
    });
}

Numbers divided(const Numbers& a, const Numbers& b) {
    return bounded([&] {
        std::vector<Interval> inverses;
        for (const Interval& part : b.parts_) {
            const Interval above = above_zero(part);
            const Interval below = above_zero(mirrored(part));
            if (!is_empty(above)) {
                inverses.push_back(inverted(above));
            }
            if (!is_empty(below)) {
                inverses.push_back(mirrored(inverted(below)));
            }
        }
        return multiplied(a, Numbers{std::move(inverses), false});
    });
}

Numbers rounded(const Numbers& numbers, int scale, Rounding mode) {
    return bounded([&] {
        std::vector<Interval> parts;
        for (Interval part : numbers.parts_) {
            if (part.low) { // rounding keeps the order
                part.low = part.low->rounded(scale, mode);
                part.low_closed = true;
            }
            if (part.high) {
                part.high = part.high->rounded(scale, mode);
                part.high_closed = true;
            }
            parts.push_back(std::move(part));
        }
        return Numbers{std::move(parts), numbers.whole_ || scale <= 0};
    });
}

namespace {

/// Of min and max: `a` as far as it can be the result beside `b`.
Numbers not_above(const Numbers& a, const Interval& b) {
    return a.met(Interval{{}, false, b.high, b.high_closed});
}

Numbers not_below(const Numbers& a, const Interval& b) {
    return a.met(Interval{b.low, b.low_closed, {}, false});
}

} // namespace

Numbers least(const Numbers& a, const Numbers& b) {
    if (a.empty() || b.empty()) {
        return {};
    }
    return not_above(a, b.hull()).joined(not_above(b, a.hull()));
}

Numbers greatest(const Numbers& a, const Numbers& b) {
    if (a.empty() || b.empty()) {
        return {};
    }
    return not_below(a, b.hull()).joined(not_below(b, a.hull()));
}

} // namespace heng::feel
