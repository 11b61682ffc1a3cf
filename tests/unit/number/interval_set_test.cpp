// SPDX-License-Identifier: Apache-2.0
//
// Sets of intervals against membership of points: whatever the sets, a number is in the result of
// an operation exactly where it should be.
#include "number/interval_set.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <vector>

using namespace heng;

namespace {

/// The interval with this number among those with ends 0 to 3, open or closed or absent.
Interval interval_of(unsigned number) {
    constexpr unsigned ends = 9; // none, or one of four, open or closed
    const unsigned low = number % ends;
    const unsigned high = number / ends % ends;
    Interval result;
    if (low > 0) {
        result.low = Ratio{static_cast<std::int64_t>((low - 1) / 2)};
        result.low_closed = low % 2 == 0;
    }
    if (high > 0) {
        result.high = Ratio{static_cast<std::int64_t>((high - 1) / 2)};
        result.high_closed = high % 2 == 0;
    }
    return result;
}

std::vector<Ratio> points() {
    std::vector<Ratio> all;
    for (std::int64_t half = -1; half <= 7; ++half) {
        all.push_back(Ratio{half, 2});
    }
    return all;
}

bool are_apart(const IntervalSet& set) {
    for (std::size_t i = 1; i < set.parts().size(); ++i) {
        const Interval& a = set.parts()[i - 1];
        const Interval& b = set.parts()[i];
        if (!a.high || !b.low || *a.high > *b.low ||
            (*a.high == *b.low && (a.high_closed || b.low_closed))) {
            return false;
        }
    }
    return true;
}

} // namespace

TEST_CASE("union, intersection, complement and difference, point by point") {
    constexpr unsigned all = 81;
    std::uint64_t state = 1;
    const auto next = [&state] {
        state = state * 6'364'136'223'846'793'005U + 1'442'695'040'888'963'407U;
        return interval_of(static_cast<unsigned>((state >> 33U) % all));
    };
    for (int round = 0; round < 2'000; ++round) {
        const std::vector<Interval> first{next(), next(), next()};
        const std::vector<Interval> second{next(), next()};
        const bool whole = round % 5 == 0;
        const IntervalSet a{first, whole};
        const IntervalSet b{second};
        CHECK(are_apart(a));
        for (const Ratio& x : points()) {
            const auto holds = [&x](const Interval& each) {
                return each.contains(x);
            };
            const bool in_a =
                (!whole || x.is_whole()) && (holds(first[0]) || holds(first[1]) || holds(first[2]));
            const bool in_b = holds(second[0]) || holds(second[1]);
            CHECK(a.contains(x) == in_a);
            CHECK(a.met(b).contains(x) == (in_a && in_b));
            CHECK(b.complement().contains(x) == !in_b);
            CHECK(a.without(b).contains(x) == (in_a && !in_b));
        }
        CHECK((a.empty() || a.contains(a.sample())));
        CHECK(b.complement().complement() == b);
    }
}

TEST_CASE("whole numbers, multiples and words of a set") {
    const IntervalSet counts{{Interval{Ratio{1, 2}, true, Ratio{7, 2}, false}}, true};
    CHECK(counts.text() == "[1..3]");
    CHECK(IntervalSet{{Interval::at(Ratio{1}), Interval::at(Ratio{2})}, true}.parts().size() == 1);
    const IntervalSet narrow{Interval{Ratio{1, 3}, true, Ratio{2, 5}, true}};
    CHECK(!narrow.has_multiple_of(Ratio{1}));
    CHECK(narrow.has_multiple_of(Ratio{1, 5}));
    CHECK(narrow.sample() == Ratio{2, 5});
    CHECK(IntervalSet{}.complement().text() == "-");
    const IntervalSet many{{Interval::below(Ratio{0}), Interval::at(Ratio{1}),
                            Interval::at(Ratio{2}), Interval::above(Ratio{3})}};
    CHECK(many.text() == "< 0, 1, 2, …");
    CHECK(many.hull() == Interval::everything());
}
