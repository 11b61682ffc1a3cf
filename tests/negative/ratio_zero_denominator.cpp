// SPDX-License-Identifier: Apache-2.0
//
// A fraction over zero is no constant.
// expect: constant expression|non-.constexpr. function
#include <heng/number/ratio.hpp>

using namespace heng;

#ifdef HENG_FIXED
constexpr Ratio third{1, 3};
#else
constexpr Ratio third{1, 0};
#endif

static_assert(third.sign() > 0);
