// SPDX-License-Identifier: Apache-2.0
//
// 元 and 万元 do not add up; converting is named.
// expect: no match for .operator\+|invalid operands to binary expression
#include <heng/budget/money.hpp>

using namespace heng;

constexpr Yuan fee{50'000_dec};
constexpr WanYuan budget{20_dec};

#ifdef HENG_FIXED
constexpr WanYuan sum = budget + fee.in<MoneyUnit::wan_yuan>();
static_assert(sum == WanYuan{25_dec});
#else
constexpr WanYuan sum = budget + fee;
#endif
