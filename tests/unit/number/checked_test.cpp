// SPDX-License-Identifier: Apache-2.0
//
// The 128-bit arithmetic under Decimal and Ratio, at its edges.
#include <heng/number/checked.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <limits>

using namespace heng;
using namespace heng::detail;

namespace {

constexpr Int128 highest = static_cast<Int128>(max_magnitude);

constexpr bool multiplies(Int128 a, Int128 b) {
    Int128 product = 0;
    return checked_multiply(a, b, product);
}

constexpr Int128 product(Int128 a, Int128 b) {
    Int128 result = 0;
    return checked_multiply(a, b, result) ? result : 0;
}

constexpr bool adds(Int128 a, Int128 b) {
    Int128 sum = 0;
    return checked_add(a, b, sum);
}

} // namespace

TEST_CASE("sums and products stay in the range that can be negated") {
    CHECK(adds(highest, -highest));
    CHECK(adds(highest - 1, 1));
    CHECK_FALSE(adds(highest, 1));
    CHECK_FALSE(adds(-highest, -1)); // −2^127 is an Int128, but not the negative of one
    CHECK(product(highest, -1) == -highest);
    CHECK(product(-highest, 0) == 0);
    CHECK(product(Int128{1} << 63, (Int128{1} << 63) - 1) == (((Int128{1} << 63) - 1) << 63));
    CHECK(multiplies(Int128{1} << 63, Int128{1} << 63));
    CHECK_FALSE(multiplies(Int128{1} << 63, Int128{1} << 64));
    CHECK_FALSE(multiplies(-(Int128{1} << 63), Int128{1} << 64));
    CHECK_FALSE(multiplies(highest, 2));
    CHECK_FALSE(multiplies(highest, highest));
    constexpr Int128 least64 = std::numeric_limits<std::int64_t>::min();
    CHECK(product(least64, least64) == Int128{1} << 126);
}

TEST_CASE("a whole product has 256 bits") {
    const WideProduct square = wide_multiply(~UInt128{0}, ~UInt128{0});
    CHECK(square == WideProduct{.high = ~UInt128{0} - 1, .low = 1});
    CHECK(wide_multiply(UInt128{1} << 100, UInt128{1} << 100) ==
          WideProduct{.high = UInt128{1} << 72, .low = 0});
    CHECK(WideProduct{.high = 1, .low = 0} < WideProduct{.high = 1, .low = 1});
    CHECK_FALSE(WideProduct{.high = 1, .low = 1} < WideProduct{.high = 1, .low = 1});
    CHECK(WideProduct{.high = 0, .low = 9} < WideProduct{.high = 1, .low = 1});
}

TEST_CASE("the greatest common divisor, across 64 bits and zero") {
    CHECK(gcd(0, 7) == 7);
    CHECK(gcd(7, 0) == 7);
    CHECK(gcd(12, 18) == 6);
    CHECK(gcd(UInt128{1} << 126, UInt128{1} << 100) == UInt128{1} << 100);
    const UInt128 prime = (UInt128{1} << 61) - 1;
    CHECK(gcd(prime * 10, prime * 21) == prime);
    CHECK(gcd(max_magnitude, 3) == 1); // 2^127 − 1 is prime
    CHECK(gcd(max_magnitude, max_magnitude) == max_magnitude);
    CHECK(count_trailing_zeros(UInt128{1} << 99) == 99);
}
