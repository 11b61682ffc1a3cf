// SPDX-License-Identifier: Apache-2.0
//
// Points times points mean nothing.
// expect: no match for .operator\*|invalid operands to binary expression
#include <heng/number/points.hpp>

using namespace heng;

#ifdef HENG_FIXED
const Points score = Points{"25"} * Ratio{9, 10};
#else
const Points score = Points{"25"} * Points{"9"};
#endif
