// SPDX-License-Identifier: Apache-2.0
//
// Division by zero in a constant expression.
// expect: constant expression|non-.constexpr. function|division_by_zero
#include <heng/number/ratio.hpp>

using namespace heng;

#ifdef HENG_FIXED
constexpr Ratio rate = 171_dec / 287_dec;
#else
constexpr Ratio rate = 171_dec / 0_dec;
#endif

static_assert(rate.sign() > 0);
