// SPDX-License-Identifier: Apache-2.0
//
// A binary floating-point number never becomes a Decimal, not even when it happens to be whole.
// expect: deleted
#include <heng/number/decimal.hpp>

using namespace heng;

#ifdef HENG_FIXED
const Decimal rate = 0.1_dec;
#else
const Decimal rate(0.1);
#endif
