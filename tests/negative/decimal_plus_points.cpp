// SPDX-License-Identifier: Apache-2.0
//
// A plain number is not points.
// expect: no match for .operator\+|invalid operands to binary expression
#include <heng/number/points.hpp>

using namespace heng;

#ifdef HENG_FIXED
const Points sum = Points{"25"} + Points{1_dec};
#else
const Points sum = Points{"25"} + 1_dec;
#endif
