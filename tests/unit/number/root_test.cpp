// SPDX-License-Identifier: Apache-2.0
//
// Fractional powers: exact where they are rational, else the decimal of 34 digits nearest to the
// true value, which is checked with whole powers alone.
#include "number/root.hpp"

#include <doctest/doctest.h>

#include <cstdint>

using heng::fractional_power;
using heng::FractionalPower;
using heng::power;
using heng::Ratio;

namespace {

/// One unit in the last of 34 digits.
Ratio last_place(const Ratio& value) {
    int exponent = 0;
    const auto below = [&](int e) {
        return power(Ratio{10}, e) <= value;
    };
    while (!below(exponent)) {
        --exponent;
    }
    while (below(exponent + 1)) {
        ++exponent;
    }
    return power(Ratio{10}, exponent - 33);
}

void check_nearest(const Ratio& base, int p, int q) {
    CAPTURE(base.to_string());
    CAPTURE(p);
    CAPTURE(q);
    const FractionalPower root = fractional_power(base, Ratio{p, q});
    const Ratio exact = power(base, p);
    if (root.exact) {
        CHECK(power(root.value, q) == exact);
        return;
    }
    const Ratio half = last_place(root.value) / Ratio{2};
    CHECK(power(root.value - half, q) < exact);
    CHECK(power(root.value + half, q) > exact);
    CHECK((root.value / last_place(root.value)).is_whole());
}

} // namespace

TEST_CASE("a fractional power is the nearest decimal of 34 digits") {
    constexpr int exponents[][2] = {{1, 2}, {-1, 2}, {1, 3},   {2, 3},   {-7, 3},
                                    {5, 7}, {9, 10}, {51, 20}, {-3, 50}, {1, 97}};
    for (const auto& exponent : exponents) {
        for (std::int64_t n = 1; n <= 24; ++n) {
            check_nearest(Ratio{n}, exponent[0], exponent[1]);
            check_nearest(Ratio{n, 1'000}, exponent[0], exponent[1]);
            check_nearest(Ratio{n * 1'234'567'891, 7}, exponent[0], exponent[1]);
        }
    }
    check_nearest(power(Ratio{7}, 300), 1, 2);
    check_nearest(power(Ratio{7}, 301), 1, 2);
    check_nearest(power(Ratio{3, 1'000'000'007}, 99), 2, 3);
    check_nearest(power(Ratio{3, 1'000'000'007}, 98), 2, 3);
}

TEST_CASE("a power is exact where it is rational, and only there") {
    const auto exact = [](const Ratio& base, const Ratio& exponent) {
        return fractional_power(base, exponent).exact;
    };
    CHECK(fractional_power(Ratio{1, 4}, Ratio{3, 2}).value == Ratio{1, 8});
    CHECK(fractional_power(Ratio{27, 8}, Ratio{-2, 3}).value == Ratio{4, 9});
    CHECK(fractional_power(power(Ratio{2}, 1'000), Ratio{1, 1'000}).value == Ratio{2});
    CHECK(fractional_power(Ratio{}, Ratio{1, 2}).value == Ratio{});
    CHECK(fractional_power(Ratio{1}, Ratio{1, 999}).value == Ratio{1});
    CHECK(exact(power(Ratio{3}, 40'000), Ratio{1, 2}));
    CHECK_FALSE(exact(power(Ratio{3}, 40'000) + Ratio{1}, Ratio{1, 2}));
    CHECK_FALSE(exact(power(Ratio{2}, 1'000), Ratio{1, 999}));
    CHECK_FALSE(exact(Ratio{4, 3}, Ratio{1, 2}));
    CHECK_FALSE(exact(Ratio{3, 4}, Ratio{1, 2}));
}

TEST_CASE("what is out of bounds is refused before it is computed") {
    using heng::NumberError;
    CHECK_THROWS_AS((void)fractional_power(Ratio{2}, Ratio{1, 1'001}), NumberError);
    CHECK_THROWS_AS((void)fractional_power(Ratio{2}, Ratio{1'000'001, 2}), NumberError);
    CHECK_THROWS_AS((void)fractional_power(Ratio{1'000'003}, Ratio{10'001, 2}), NumberError);
    CHECK_THROWS_AS((void)heng::root_bits(Ratio{2}, Ratio{1, 1'001}), NumberError);
    CHECK(heng::root_bits(Ratio{2}, Ratio{1, 2}) < 1'000);
}
