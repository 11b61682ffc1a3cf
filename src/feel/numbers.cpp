// SPDX-License-Identifier: Apache-2.0
#include "feel/numbers.hpp"

#include <heng/number/fault.hpp>

#include <algorithm>
#include <utility>

namespace heng::detail::feel {
namespace {

constexpr std::size_t most_parts = 6;
constexpr std::size_t most_bits = 2'048; ///< of an end; a longer one moves outwards
constexpr int places_of_end = 120;       ///< that are left of it

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
    return interval.contains(Ratio{0});
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
            if (!a_signs[i].is_empty() && !b_signs[j].is_empty()) {
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

Numbers::Numbers(std::vector<Interval> parts, bool whole) {
    for (Interval& part : parts) {
        shorten_long_ends(part);
    }
    set_ = IntervalSet{std::move(parts), whole};
    if (set_.parts().size() > most_parts) { // the last takes in all that come after it
        std::vector<Interval> few(set_.parts().begin(), set_.parts().begin() + most_parts);
        few.back().high = set_.parts().back().high;
        few.back().high_closed = set_.parts().back().high_closed;
        set_ = IntervalSet{std::move(few), whole};
    }
}

Numbers Numbers::at(const Ratio& number) {
    return of({number, true, number, true}, number.is_whole());
}

Numbers Numbers::of(Interval interval, bool whole) {
    return bounded([&] { return Numbers{{std::move(interval)}, whole}; });
}

std::optional<Ratio> Numbers::only() const {
    const bool one = parts().size() == 1 && parts()[0].low && parts()[0].high &&
                     *parts()[0].low == *parts()[0].high;
    return one ? parts()[0].low : std::nullopt;
}

bool Numbers::none_below_zero() const {
    return empty() || (parts()[0].low && parts()[0].low->sign() >= 0);
}

Numbers Numbers::joined(const Numbers& other) const {
    if (empty() || other.empty()) {
        return empty() ? other : *this;
    }
    return bounded([&] {
        std::vector<Interval> both = parts();
        both.insert(both.end(), other.parts().begin(), other.parts().end());
        return Numbers{std::move(both), is_whole() && other.is_whole()};
    });
}

Numbers Numbers::met(const Numbers& other) const {
    return bounded([&] {
        IntervalSet both = set_.met(other.set_);
        return Numbers{both.parts(), both.is_whole()};
    });
}

Numbers Numbers::met(const Interval& interval) const {
    return met(of(interval));
}

Numbers Numbers::without(const Interval& interval) const {
    return without(IntervalSet{interval});
}

Numbers Numbers::without(const IntervalSet& other) const {
    return bounded([&] {
        IntervalSet rest = set_.without(other);
        return Numbers{rest.parts(), rest.is_whole()};
    });
}

Numbers negated(const Numbers& numbers) {
    std::vector<Interval> parts;
    for (const Interval& part : numbers.parts()) {
        parts.push_back(mirrored(part));
    }
    return bounded([&] { return Numbers{std::move(parts), numbers.is_whole()}; });
}

Numbers absolute(const Numbers& numbers) {
    const Interval from_zero{Ratio{0}, true, {}, false};
    return numbers.met(from_zero).joined(negated(numbers).met(from_zero));
}

Numbers added(const Numbers& a, const Numbers& b) {
    return bounded([&] {
        std::vector<Interval> parts;
        for (const Interval& x : a.parts()) {
            for (const Interval& y : b.parts()) {
                parts.push_back(sum(x, y));
            }
        }
        return Numbers{std::move(parts), a.is_whole() && b.is_whole()};
    });
}

Numbers multiplied(const Numbers& a, const Numbers& b) {
    return bounded([&] {
        std::vector<Interval> parts;
        for (const Interval& x : a.parts()) {
            for (const Interval& y : b.parts()) {
                multiply(x, y, parts);
            }
        }
        return Numbers{std::move(parts), a.is_whole() && b.is_whole()};
    });
}

Numbers divided(const Numbers& a, const Numbers& b) {
    return bounded([&] {
        std::vector<Interval> inverses;
        for (const Interval& part : b.parts()) {
            const Interval above = above_zero(part);
            const Interval below = above_zero(mirrored(part));
            if (!above.is_empty()) {
                inverses.push_back(inverted(above));
            }
            if (!below.is_empty()) {
                inverses.push_back(mirrored(inverted(below)));
            }
        }
        return multiplied(a, Numbers{std::move(inverses), false});
    });
}

Numbers rounded(const Numbers& numbers, int scale, Rounding mode) {
    return bounded([&] {
        std::vector<Interval> parts;
        for (Interval part : numbers.parts()) {
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
        return Numbers{std::move(parts), numbers.is_whole() || scale <= 0};
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

} // namespace heng::detail::feel
