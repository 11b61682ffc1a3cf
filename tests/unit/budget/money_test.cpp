// SPDX-License-Identifier: Apache-2.0
#include <heng/budget/money.hpp>

#include <doctest/doctest.h>

#include <type_traits>

using namespace heng;

static_assert(WanYuan{522688.65_dec}.in<MoneyUnit::yuan>() == Yuan{5226886500_dec});
static_assert(Yuan{1_dec}.in<MoneyUnit::yi_yuan>() == YiYuan{0.00000001_dec});
static_assert(YiYuan{1.5_dec}.in<MoneyUnit::wan_yuan>() == WanYuan{15000_dec});
static_assert(WanYuan{1_dec} + WanYuan{0.5_dec} - WanYuan{2_dec} == -WanYuan{0.5_dec});
static_assert(WanYuan{9_dec} / WanYuan{12_dec} == 0.75_dec);
static_assert(WanYuan{9_dec} * 0.5_dec == WanYuan{4.5_dec});
static_assert(Ratio{1, 2} * WanYuan{9_dec} == WanYuan{9_dec} / Ratio{2});
static_assert(WanYuan{1_dec} < WanYuan{1.01_dec} && WanYuan{} < WanYuan{1_dec});
static_assert(money_unit_from("万元") == MoneyUnit::wan_yuan);
static_assert(convert(Ratio{1}, MoneyUnit::yi_yuan, MoneyUnit::wan_yuan) == Ratio{10'000});

template <class A, class B>
concept Adds = requires(const A& a, const B& b) {
    a + b;
};
template <class A, class B>
concept Multiplies = requires(const A& a, const B& b) {
    a* b;
};
template <class A, class B>
concept Compares = requires(const A& a, const B& b) {
    a < b;
};
static_assert(Adds<Yuan, Yuan> && !Adds<Yuan, WanYuan> && !Adds<Yuan, Ratio>);
static_assert(Compares<Yuan, Yuan> && !Compares<Yuan, WanYuan>);
static_assert(Multiplies<Yuan, Ratio> && !Multiplies<Yuan, Yuan>);
static_assert(!std::is_convertible_v<Decimal, Yuan> && !std::is_convertible_v<Yuan, WanYuan>);

TEST_CASE("units have the field's names, and no others") {
    for (const MoneyUnit unit : {MoneyUnit::yuan, MoneyUnit::wan_yuan, MoneyUnit::yi_yuan}) {
        CHECK(money_unit_from(name(unit)) == unit);
    }
    CHECK(name(MoneyUnit::yi_yuan) == "亿元");
    CHECK_FALSE(money_unit_from("千元").has_value());
    CHECK_FALSE(money_unit_from("").has_value());
}

TEST_CASE("an amount is printed exactly, with its unit") {
    CHECK(WanYuan{135.50_dec}.to_string() == "135.5万元");
    CHECK(WanYuan{135.50_dec}.rounded(2).to_string() == "135.50");
    CHECK((Yuan{1_dec} / Ratio{3}).to_string() == "1/3元");
    WanYuan sum{0.1_dec};
    sum += WanYuan{0.2_dec};
    sum -= WanYuan{0.3_dec};
    CHECK(sum == WanYuan{});
}
