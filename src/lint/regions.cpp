// SPDX-License-Identifier: Apache-2.0
#include "lint/regions.hpp"

#include <algorithm>
#include <utility>

namespace heng::linting {
namespace {

using Part = feel::Interval;

/// A decimal of as few places as there is between the two, or their middle.
Ratio between(const Part& part) {
    const Ratio low = part.low ? *part.low : *part.high - Ratio{1};
    const Ratio high = part.high ? *part.high : low + Ratio{1};
    for (int places = 0; places <= 6; ++places) {
        const Ratio step = inverse(power(Ratio{10}, places));
        for (const Ratio& each : {Ratio{low.rounded(places, Rounding::ceiling)},
                                  low.rounded(places, Rounding::floor) + step}) {
            if (feel::covers(part, {each, true, each, true})) {
                return each;
            }
        }
    }
    return part.low && part.low_closed ? low : (low + high) / Ratio{2};
}

} // namespace

Region::Region(std::vector<Part> parts, bool whole) : whole_{whole} {
    std::vector<const Part*> rising;
    for (Part& part : parts) {
        if (whole) { // with ends that are whole numbers
            const auto tight = feel::Numbers::of(part, true).parts();
            part = tight.empty() ? Part{Ratio{1}, false, Ratio{0}, false} : tight.front();
        }
        if (!feel::is_empty(part)) {
            rising.push_back(&part);
        }
    }
    std::sort(rising.begin(), rising.end(), [](const Part* a, const Part* b) {
        return b->low && (!a->low || *a->low < *b->low ||
                          (*a->low == *b->low && a->low_closed && !b->low_closed));
    });
    for (const Part* part : rising) {
        Part* last = parts_.empty() ? nullptr : &parts_.back();
        const bool touches =
            last != nullptr &&
            (!last->high || !part->low || *part->low < *last->high ||
             (*part->low == *last->high && (part->low_closed || last->high_closed)) ||
             (whole && *part->low == *last->high + Ratio{1}));
        if (!touches) {
            parts_.push_back(*part);
        } else if (last->high && (!part->high || *part->high > *last->high ||
                                  (*part->high == *last->high && part->high_closed))) {
            last->high = part->high;
            last->high_closed = part->high_closed;
        }
    }
}

bool Region::contains(const Ratio& number) const {
    const Part point{number, true, number, true};
    return (!whole_ || number.is_whole()) &&
           std::any_of(parts_.begin(), parts_.end(),
                       [&](const Part& part) { return feel::covers(part, point); });
}

Region Region::met(const Region& other) const {
    std::vector<Part> parts;
    for (const Part& a : parts_) {
        for (const Part& b : other.parts_) {
            parts.push_back(feel::intersection(a, b));
        }
    }
    return Region{std::move(parts), whole_ || other.whole_};
}

Region Region::without(const Region& other) const {
    std::vector<Part> left = parts_;
    for (const Part& hole : other.parts_) {
        std::vector<Part> next;
        for (const Part& part : left) {
            if (hole.low) {
                next.push_back(feel::intersection(part, {{}, false, hole.low, !hole.low_closed}));
            }
            if (hole.high) {
                next.push_back(feel::intersection(part, {hole.high, !hole.high_closed, {}, false}));
            }
        }
        std::erase_if(next, [](const Part& part) { return feel::is_empty(part); });
        left = std::move(next);
    }
    return Region{std::move(left), whole_};
}

bool Region::empty_of_whole() const {
    return std::all_of(parts_.begin(), parts_.end(),
                       [](const Part& part) { return feel::Numbers::of(part, true).empty(); });
}

Ratio Region::sample() const {
    const Part& part = parts_.front();
    if (!part.low && !part.high) {
        return Ratio{0};
    }
    return between(part);
}

std::string Region::text() const {
    constexpr std::size_t most_told = 3;
    std::string text;
    for (std::size_t i = 0; i < parts_.size() && i < most_told; ++i) {
        text += (i == 0 ? "" : ", ") + feel::interval_text(parts_[i]);
    }
    return parts_.size() > most_told ? text + ", …" : text;
}

Region region_of(const Interval& interval) {
    return Region{{{interval.low, interval.low_closed, interval.high, interval.high_closed}}};
}

Region region_of(const std::vector<Interval>& intervals) {
    std::vector<Part> parts;
    for (const Interval& each : intervals) {
        parts.push_back({each.low, each.low_closed, each.high, each.high_closed});
    }
    return Region{std::move(parts)};
}

Region region_of(const feel::Numbers& numbers) {
    return Region{numbers.parts(), numbers.is_whole()};
}

Region scaled(const Region& region, const Ratio& factor) {
    std::vector<Part> parts = region.parts();
    for (Part& part : parts) {
        for (auto* end : {&part.low, &part.high}) {
            if (*end) {
                **end = **end * factor;
            }
        }
    }
    return Region{std::move(parts)};
}

} // namespace heng::linting
