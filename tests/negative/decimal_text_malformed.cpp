// SPDX-License-Identifier: Apache-2.0
//
// A number in the program's text that is no decimal.
// expect: constant expression|non-.constexpr. function
#include <heng/number/points.hpp>

using namespace heng;

#ifdef HENG_FIXED
constexpr Points full{"25.5"};
#else
constexpr Points full{"25,5"};
#endif
