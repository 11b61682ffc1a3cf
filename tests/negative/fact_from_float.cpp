// SPDX-License-Identifier: Apache-2.0
//
// A fact is a decimal, and no number of the machine's.
// expect: deleted
#include <heng/facts/facts_builder.hpp>
#include <heng/number/decimal_text.hpp>

using namespace heng;

FactsBuilder& set(FactsBuilder& builder) {
#ifdef HENG_FIXED
    return builder.set("budget.executed", 522688.65_dec);
#else
    return builder.set("budget.executed", 522688.65);
#endif
}
