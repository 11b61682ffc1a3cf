// SPDX-License-Identifier: Apache-2.0
#include <heng/number/points.hpp>

#include <doctest/doctest.h>

#include <concepts>

using namespace heng;

static_assert(round(Points{"25"} * Ratio{8998, 9000}, 2) == Points{"24.99"});
static_assert(Points{"24.98"} / Points{"25"} == 0.9992_dec);
static_assert(Points{"10"} - Points{"1.5"} == Points{8.5_dec});
static_assert(0.5_dec * Points{"3"} == Points{"1.5"} && Points{"3"} / Ratio{2} == Points{"1.5"});
static_assert(-Points{"1"} < Points{} && abs(-Points{"1"}) == Points{"1"});
static_assert(min(Points{"1"}, Points{"2"}) == Points{"1"});
static_assert(max(Points{"1"}, Points{"2"}) == Points{"2"});
static_assert(round(Points{"0.125"}, 2, Rounding::half_even) == Points{"0.12"});

template <class A, class B>
concept Multiplies = requires(const A& a, const B& b) {
    a* b;
};
static_assert(Multiplies<Points, Ratio> && !Multiplies<Points, Points>);
static_assert(!std::convertible_to<Ratio, Points> && !std::convertible_to<Points, Ratio>);

TEST_CASE("points add up exactly and are rounded on request") {
    Points total;
    for (int i = 0; i < 3; ++i) {
        total += Points{Ratio{100, 3}};
    }
    CHECK(total == Points{"100"});
    total -= Points{Ratio{100, 3}};
    CHECK(total.to_string() == "200/3");
    CHECK(total.rounded(2).to_string() == "66.67");
    CHECK(Points{"3"}.rounded(2).to_string() == "3.00");
    CHECK(Points{"0.7966"}.to_string() == "0.7966");
}
