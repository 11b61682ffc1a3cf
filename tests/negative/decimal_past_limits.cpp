// SPDX-License-Identifier: Apache-2.0
//
// What does not fit the small tier is no constant; nothing wraps.
// expect: constant expression|non-.constexpr. function
#include <heng/number/decimal.hpp>

using namespace heng;

#ifdef HENG_FIXED
constexpr Decimal product = 9'000'000'000_dec * 1'000'000'000_dec;
#else
constexpr Decimal product = 9'000'000'000_dec * 9'000'000'000_dec;
#endif

static_assert(product.sign() > 0);
