// SPDX-License-Identifier: Apache-2.0
#include "batch/kernel/wide.hpp"

#include <doctest/doctest.h>

#include <array>
#include <random>
#include <string>

namespace heng::detail::kernel {
namespace {

std::string text_of(const WideInteger& integer) {
    std::array<char, 200> text{};
    return {text.data(), integer.put(text.data())};
}

TEST_CASE("sums of fractions are those of Ratio, in lowest terms") {
    std::mt19937_64 random{1};
    int long_ones = 0;
    for (int trial = 0; trial < 2'000; ++trial) {
        CAPTURE(trial);
        Wide sum;
        Ratio wanted;
        const auto below = [&](std::uint64_t end) {
            return static_cast<std::int64_t>(random() % end);
        };
        const std::uint64_t most = trial % 3 == 0 ? 30 : trial % 3 == 1 ? 10'000 : 5'000'000'000;
        for (std::int64_t i = below(12); i >= 0; --i) {
            const std::int64_t num = below(most);
            const std::int64_t den = below(most) + 1;
            REQUIRE(sum.add(num, den));
            wanted += Ratio{num, den};
        }
        REQUIRE(sum.multiply(10, 12));
        wanted *= Ratio{10, 12};
        sum.reduce();
        REQUIRE(text_of(sum.num()) == wanted.numerator());
        REQUIRE(text_of(sum.den()) == wanted.denominator());
        REQUIRE(sum.ratio() == wanted);
        REQUIRE(sum.is_decimal() == wanted.exact_decimal().has_value());
        long_ones += sum.is_narrow() ? 0 : 1;
        for (const Rounding mode : {Rounding::half_up, Rounding::half_even, Rounding::up,
                                    Rounding::down, Rounding::half_down}) {
            const auto rounded = sum.rounded(4, mode);
            REQUIRE(rounded == wanted.rounded(4, mode).small_coefficient());
        }
        const std::int64_t floor = *sum.rounded(3, Rounding::down);
        REQUIRE(sum.is_within(floor, 3) == (wanted <= Ratio{floor, 1'000}));
        REQUIRE(sum.is_within(floor + 1, 3));
    }
    CHECK(long_ones > 500);
}

TEST_CASE("a tie is a tie") {
    Wide half;
    REQUIRE(half.add(1, 3));
    REQUIRE(half.add(1, 6));
    CHECK(half.rounded(0, Rounding::half_up) == 1);
    CHECK(half.rounded(0, Rounding::half_even) == 0);
    CHECK(half.rounded(0, Rounding::half_down) == 0);
}

TEST_CASE("what 512 bits do not hold is told") {
    Wide sum;
    bool fits = true;
    for (std::int64_t den = 9'223'372'036'854'775'807; fits && den > 0; den -= 2) {
        fits = sum.add(1, den);
    }
    CHECK_FALSE(fits);
    WideInteger integer{1};
    for (int i = 0; i < 511; ++i) {
        REQUIRE(integer.multiply(2));
    }
    CHECK_FALSE(integer.multiply(2));
}

} // namespace
} // namespace heng::detail::kernel
