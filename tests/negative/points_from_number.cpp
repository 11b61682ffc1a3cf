// SPDX-License-Identifier: Apache-2.0
//
// Points are made by name: a number that is passed where points are wanted is refused.
// expect: could not convert|no viable conversion|invalid initialization|no known conversion
#include <heng/number/points.hpp>

using namespace heng;

Points twice(const Points& points) { return points + points; }

#ifdef HENG_FIXED
const Points points = twice(Points{5_dec});
#else
const Points points = twice(5_dec);
#endif
