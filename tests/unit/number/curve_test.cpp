// SPDX-License-Identifier: Apache-2.0
#include "number/curve.hpp"

#include <doctest/doctest.h>

using namespace heng;

namespace {

template <class Function>
std::optional<Curve> curve_of(Function f) {
    const auto point = [&](std::int64_t x) {
        return Curve::Point{Ratio{x}, f(Ratio{x})};
    };
    return Curve::through(point(1), point(2), point(5));
}

} // namespace

TEST_CASE("a hyperbola, a straight line, and where each has a value") {
    const auto inverse = curve_of([](const Ratio& x) { return Ratio{12} / x; });
    REQUIRE(inverse.has_value());
    CHECK(inverse->x_at(Ratio{5}) == Ratio{12, 5});
    CHECK(!inverse->x_at(Ratio{})); // at no x
    const auto line = curve_of([](const Ratio& x) { return x * Ratio{3} - Ratio{7}; });
    REQUIRE(line.has_value());
    CHECK(line->x_at(Ratio{1, 2}) == Ratio{5, 2});
    const auto level = curve_of([](const Ratio&) { return Ratio{4}; });
    REQUIRE(level.has_value());
    CHECK(!level->x_at(Ratio{4})); // everywhere
    CHECK(!level->x_at(Ratio{3}));
}

TEST_CASE("every value of a quotient is found again exactly") {
    const auto f = [](const Ratio& x) {
        return (Ratio{3} * x + Ratio{1, 7}) / (Ratio{2, 3} * x + Ratio{11});
    };
    const auto curve = curve_of(f);
    REQUIRE(curve.has_value());
    for (std::int64_t x = -10; x <= 10; ++x) {
        CHECK(curve->x_at(f(Ratio{x})) == Ratio{x});
    }
}
