// SPDX-License-Identifier: Apache-2.0
//
// 元 and 万元 do not add up: one of them is converted, by name, first.
// expect: no match for|invalid operands
#include <heng/budget/money.hpp>

using namespace heng;

#ifdef HENG_FIXED
const auto sum = WanYuan{1_dec} + Yuan{1_dec}.in<MoneyUnit::wan_yuan>();
#else
const auto sum = WanYuan{1_dec} + Yuan{1_dec};
#endif
