// SPDX-License-Identifier: Apache-2.0
//
// The big tier of Decimal and Ratio, compiled once for the library heng::heng.
#include <heng/number/big.hpp>
#include <heng/number/big_ratio.hpp>
