// SPDX-License-Identifier: Apache-2.0
//
// Ratio: arithmetic in every tier, order, rounding once, the limits.
#include <heng/number/ratio.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <limits>
#include <string>
#include <utility>

using namespace heng;

// scores that binary floating point gets wrong by 0.01, and the one a printed rate gets wrong
static_assert((15_dec * Ratio{2605, 3000}).rounded(2) == 13.03_dec);
static_assert((2.5_dec * Ratio{51, 100}).rounded(2) == 1.28_dec);
static_assert((3_dec * Ratio{116, 160}).rounded(2) == 2.18_dec);
static_assert((171_dec / 287_dec * 10_dec).rounded(2) == 5.96_dec);

static_assert(Ratio{1, 3} + Ratio{1, 6} == Ratio{1, 2});
static_assert(Ratio{1, 3} - Ratio{1, 2} == Ratio{-1, 6});
static_assert(Ratio{2, 3} / Ratio{-4, 3} == Ratio{1, -2});
static_assert(Ratio{2, 4} == Ratio{1, 2} && Ratio{1, 3} < Ratio{1, 2});
static_assert(Ratio{1, -2}.sign() == -1 && (-Ratio{1, 2}).sign() == -1);
static_assert(Ratio{6, 3}.is_whole() && !Ratio{5, 3}.is_whole() && Ratio{6, 3}.as_int64() == 2);
static_assert(!Ratio{5, 3}.as_int64());
static_assert(Ratio{-7, 2}.floor() == Ratio{-4} && Ratio{-7, 2}.ceiling() == Ratio{-3});
static_assert(Ratio{-7, 2}.truncated() == Ratio{-3} && Ratio{7, 2}.truncated() == Ratio{3});
static_assert(min(Ratio{1, 3}, Ratio{1, 2}) == Ratio{1, 3});
static_assert(max(1.1163_dec, Ratio{1}) == 1.1163_dec);
static_assert(abs(Ratio{-1, 3}) == Ratio{1, 3} && inverse(Ratio{-2, 3}) == Ratio{-3, 2});
static_assert(power(Ratio{2, 3}, 3) == Ratio{8, 27} && power(Ratio{2}, -2) == 0.25_dec);
static_assert(power(Ratio{}, 0) == Ratio{1});
static_assert(Ratio{1, 8}.exact_decimal() == 0.125_dec && !Ratio{1, 3}.exact_decimal());
static_assert(0.5_dec / 0.25_dec == Ratio{2} && 1_dec / 0.001_dec == Ratio{1000});

static_assert(Ratio{}.sign() == 0 && Ratio{1}.sign() == 1 && Ratio{-1}.sign() == -1);
static_assert(Ratio{1}.big_bits() == 0);
static_assert(1_dec / Decimal{1, 18} == Ratio{1'000'000'000'000'000'000});

constexpr Ratio halved(Ratio value) {
    value /= Ratio{2};
    return value;
}
static_assert(halved(Ratio{1, 3}) == Ratio{1, 6});
static_assert(max(Ratio{1, 3}, Ratio{1, 2}) == Ratio{1, 2});
static_assert(max(Ratio{1, 2}, Ratio{1, 3}) == Ratio{1, 2});
static_assert(min(Ratio{1, 2}, Ratio{1, 3}) == Ratio{1, 3});

namespace {

constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();

template <class Operation>
NumberFault fault_of(Operation operation) {
    try {
        operation();
    } catch (const NumberError& error) {
        return error.fault();
    }
    FAIL("no NumberError");
    return {};
}

} // namespace

// products past 128 bits are reduced before the big tier is asked, so this is still constexpr
constexpr Ratio long_fraction = Ratio{most, 2} * Ratio{most, 3};
static_assert(long_fraction * Ratio{6, most} == Ratio{most});
static_assert(long_fraction * inverse(long_fraction) == Ratio{1});
static_assert(long_fraction + Ratio{1} > long_fraction);
static_assert(Ratio{most, most - 1} < Ratio{most - 1, most - 2});

TEST_CASE("the ends of 64 and 128 bits neither wrap nor saturate") {
    CHECK(Ratio{least, -1}.to_string() == "9223372036854775808");
    CHECK((-Ratio{least}).to_string() == "9223372036854775808");
    CHECK(inverse(Ratio{1, least}).to_string() == "-9223372036854775808");
    const Ratio two_126 = Ratio{least} * Ratio{least};
    CHECK(two_126.to_string() == "85070591730234615865843651857942052864");
    CHECK((two_126 + two_126).to_string() == "170141183460469231731687303715884105728");
    CHECK((-two_126 - two_126).to_string() == "-170141183460469231731687303715884105728");
    CHECK((two_126 + two_126 - Ratio{1}).to_string() == "170141183460469231731687303715884105727");
    CHECK((two_126 * two_126).to_string() ==
          "7237005577332262213973186563042994240829374041602535252466099000494570602496");
    CHECK(two_126 * two_126 / two_126 == two_126);
    CHECK(power(Ratio{2, 3}, 200) * power(Ratio{3, 2}, 200) == Ratio{1});
    CHECK(power(Ratio{2}, 200) > power(Ratio{2}, 199));
    CHECK(-power(Ratio{2}, 200) < -power(Ratio{2}, 199));
    CHECK(power(Ratio{2}, 200).sign() == 1);
    CHECK(power(Ratio{-2}, 201).sign() == -1);
    CHECK(power(Ratio{2}, 200).is_whole());
    CHECK_FALSE(power(Ratio{2}, 200).as_int64().has_value());
    CHECK_FALSE(power(Ratio{2, 3}, 100).is_whole());
    CHECK(Ratio{least}.as_int64() == least);
}

TEST_CASE("a mean of many unlike fractions stays exact") {
    Ratio sum;
    for (std::int64_t i = 1; i <= 100; ++i) {
        sum += Ratio{1, i * (i + 1)};
    }
    CHECK(sum == Ratio{100, 101}); // the telescoping sum
    Ratio harmonic;
    for (std::int64_t i = 1; i <= 200; ++i) {
        harmonic += Ratio{1, i};
    }
    for (std::int64_t i = 200; i >= 1; --i) {
        harmonic -= Ratio{1, i};
    }
    CHECK(harmonic.is_zero());
    CHECK(harmonic.to_string() == "0");
}

TEST_CASE("big values are owned: copies are deep, moves and assignments keep the value") {
    Ratio first = power(Ratio{2, 3}, 100);
    const Ratio same = power(Ratio{2, 3}, 100);
    Ratio copy = first;
    first *= Ratio{3};
    CHECK(copy == same);
    CHECK(first == same * Ratio{3});
    Ratio moved = std::move(first);
    CHECK(moved == same * Ratio{3});
    moved = copy;
    copy = Ratio{1, 2};
    CHECK(moved == same);
    CHECK(copy == Ratio{1, 2});
    moved = *&moved;
    CHECK(moved == same);
    first = std::move(moved);
    CHECK(first == same);
    CHECK(min(first, copy) == same);
    CHECK(max(first, copy) == Ratio{1, 2});
    CHECK(abs(-first) == same);
    Ratio small{1, 2};
    small = same;
    CHECK(small == same);
    small = Ratio{1, 2};
    CHECK(small == Ratio{1, 2});
}

TEST_CASE("rounding happens once, at the places asked for, in every tier") {
    CHECK(Ratio{2, 3}.rounded(2).to_string() == "0.67");
    CHECK(Ratio{3}.rounded(2).to_string() == "3.00");
    CHECK(Ratio{-1, 3}.rounded(0).to_string() == "0");
    CHECK(Ratio{1, 3}.rounded(40).to_string() == "0." + std::string(40, '3'));
    CHECK((power(Ratio{10}, 60) + Ratio{1, 2}).rounded(0).to_string() ==
          "1" + std::string(59, '0') + "1");
    CHECK((power(Ratio{10}, 30) / Ratio{3}).rounded(2).to_string() == std::string(30, '3') + ".33");
    CHECK(power(Ratio{1, 10}, 50).rounded(2, Rounding::ceiling).to_string() == "0.01");
    CHECK(Ratio{Decimal::parse("0.125e-50").value()}.rounded(52).to_string() ==
          "0." + std::string(50, '0') + "13");
    CHECK(power(Ratio{10}, 40).rounded(-39).to_string() == "1" + std::string(40, '0'));
}

TEST_CASE("order past 64 bits, of either sign and against zero") {
    const Ratio more = long_fraction + Ratio{1, 6};
    CHECK(long_fraction < more);
    CHECK(more > long_fraction);
    CHECK(-more < -long_fraction);
    CHECK(-long_fraction > -more);
    CHECK(-long_fraction < long_fraction);
    CHECK(long_fraction > -long_fraction);
    CHECK(Ratio{} < long_fraction);
    CHECK(long_fraction > Ratio{});
    CHECK(Ratio{} > -long_fraction);
    CHECK(-long_fraction < Ratio{});
    CHECK_FALSE(long_fraction < long_fraction);
    CHECK(1_dec / Decimal{1, 50} == power(Ratio{10}, 50));
    CHECK((long_fraction <=> more - Ratio{1, 6}) == std::strong_ordering::equal);
}

TEST_CASE("rounding past 64 bits, of either sign and parity") {
    const auto rounded = [](const Ratio& value, Rounding mode) {
        return value.rounded(0, mode).to_string();
    };
    const Ratio even{INT64_MAX - 1};
    const Ratio half{1, 2};
    const Ratio odd_half = Ratio{10} * even + Ratio{1} + half; // …061.5
    const Ratio even_half = Ratio{10} * even + half;           // …060.5
    CHECK(rounded(odd_half, Rounding::half_even) == "92233720368547758062");
    CHECK(rounded(even_half, Rounding::half_even) == "92233720368547758060");
    CHECK(rounded(-odd_half, Rounding::half_even) == "-92233720368547758062");
    CHECK(rounded(-even_half, Rounding::half_even) == "-92233720368547758060");
    CHECK(rounded(odd_half, Rounding::ceiling) == "92233720368547758062");
    CHECK(rounded(odd_half, Rounding::floor) == "92233720368547758061");
    CHECK(rounded(-odd_half, Rounding::ceiling) == "-92233720368547758061");
    CHECK(rounded(-odd_half, Rounding::floor) == "-92233720368547758062");
}

TEST_CASE("what has no value throws and says why") {
    CHECK(fault_of([] { (void)Ratio(1, 0); }) == NumberFault::division_by_zero);
    CHECK(fault_of([] { (void)(Ratio{1} / Ratio{}); }) == NumberFault::division_by_zero);
    CHECK(fault_of([] { (void)(1_dec / 0.00_dec); }) == NumberFault::division_by_zero);
    CHECK(fault_of([] { (void)(Decimal::parse("1e50").value() / 0_dec); }) ==
          NumberFault::division_by_zero);
    CHECK(fault_of([] { (void)power(Ratio{}, -1); }) == NumberFault::division_by_zero);
    CHECK(fault_of([] { (void)power(Ratio{2}, 70'000); }) == NumberFault::too_large);
    CHECK(fault_of([] { (void)power(Ratio{2}, std::numeric_limits<int>::min()); }) ==
          NumberFault::too_large);
    CHECK(power(Ratio{-1}, std::numeric_limits<int>::max()) == Ratio{-1});
    CHECK(fault_of([] { (void)Ratio(1, 3).rounded(max_scale + 1); }) == NumberFault::too_large);
    CHECK(fault_of([] { (void)Ratio(1, 3).rounded(-max_scale - 1); }) == NumberFault::too_large);
    CHECK(Ratio(1, 3).rounded(-max_scale).is_zero());
    CHECK(std::string{NumberError{NumberFault::division_by_zero}.what()} ==
          "heng: division by zero");
}

TEST_CASE("Ratio: a decimal of so many places at most, where it is one") {
    struct Case {
        Ratio value;
        int places;
        const char* text; ///< "" where there is none
    };
    const Case table[] = {
        {Ratio{3}, 2, "3"},
        {Ratio{5, 2}, 0, ""},
        {Ratio{5, 2}, 1, "2.5"},
        {Ratio{1, 3}, 6, ""},
        {Ratio{-1, 8}, 3, "-0.125"},
        {Ratio{-1, 8}, 2, ""},
        {Ratio{796'600, 1'000'000}, 6, "0.796600"},
        {Ratio{INT64_MAX, 11}, 18, ""},
        {Ratio{INT64_MAX} * Ratio{INT64_MAX} / Ratio{4}, 2,
         "21267647932558653961849226946058125312.25"},
    };
    for (const Case& each : table) {
        const auto decimal = each.value.decimal_within(each.places);
        INFO(each.value.to_string() << " within " << each.places);
        CHECK((decimal ? decimal->to_string() : "") == each.text);
    }
}
