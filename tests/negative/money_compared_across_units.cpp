// SPDX-License-Identifier: Apache-2.0
//
// 元 and 万元 do not compare either.
// expect: no match for .operator<|invalid operands to binary expression
#include <heng/budget/money.hpp>

using namespace heng;

constexpr Yuan fee{50'000_dec};
constexpr WanYuan budget{20_dec};

#ifdef HENG_FIXED
static_assert(fee < budget.in<MoneyUnit::yuan>());
#else
static_assert(fee < budget);
#endif
