// SPDX-License-Identifier: Apache-2.0
//
// Decimal and Ratio compute what Boost's cpp_rational computes, and so obey the laws of a field
// and of its order, in every tier and across their ends.
#include "number_samples.hpp"

#include <algorithm>

using namespace heng;
using namespace heng::test;

TEST_CASE("Decimal: sum, difference, product and quotient are exact") {
    CHECK(holds([] {
        const DecimalSample a = decimal_sample();
        const DecimalSample b = decimal_sample();
        RC_ASSERT(rational_of(a.value + b.value) == a.exact + b.exact);
        RC_ASSERT(rational_of(a.value - b.value) == a.exact - b.exact);
        RC_ASSERT(rational_of(a.value * b.value) == a.exact * b.exact);
        RC_ASSERT(rational_of(-a.value) == -a.exact);
        RC_PRE(b.exact != 0);
        RC_ASSERT(rational_of(a.value / b.value) == a.exact / b.exact);
    }));
}

TEST_CASE("Decimal: a sum has the larger scale, a product the sum of the scales") {
    CHECK(holds([] {
        const DecimalSample a = decimal_sample();
        const DecimalSample b = decimal_sample();
        RC_ASSERT((a.value + b.value).scale() == std::max(a.value.scale(), b.value.scale()));
        RC_ASSERT((a.value * b.value).scale() == a.value.scale() + b.value.scale());
    }));
}

TEST_CASE("Decimal: order is that of the values") {
    CHECK(holds([] {
        const DecimalSample a = decimal_sample();
        const DecimalSample b = decimal_sample();
        RC_ASSERT((a.value < b.value) == (a.exact < b.exact));
        RC_ASSERT((a.value == b.value) == (a.exact == b.exact));
        RC_ASSERT((a.value >= b.value) == (a.exact >= b.exact));
        RC_ASSERT(a.value.sign() == a.exact.sign());
        RC_ASSERT(a.value.shortest() == a.value);
        RC_ASSERT(a.value.rounded(a.value.scale() + 25) == a.value);
    }));
}

TEST_CASE("Ratio: sum, difference, product and quotient are exact") {
    CHECK(holds([] {
        const RatioSample a = ratio_sample();
        const RatioSample b = ratio_sample();
        RC_ASSERT(rational_of(a.value) == a.exact);
        RC_ASSERT(rational_of(a.value + b.value) == a.exact + b.exact);
        RC_ASSERT(rational_of(a.value - b.value) == a.exact - b.exact);
        RC_ASSERT(rational_of(a.value * b.value) == a.exact * b.exact);
        RC_ASSERT(rational_of(-a.value) == -a.exact);
        RC_PRE(b.exact != 0);
        RC_ASSERT(rational_of(a.value / b.value) == a.exact / b.exact);
    }));
}

TEST_CASE("Ratio: order is that of the values, for small, wide and big ones") {
    CHECK(holds([] {
        const RatioSample a = ratio_sample();
        const RatioSample b = ratio_sample();
        RC_ASSERT((a.value < b.value) == (a.exact < b.exact));
        RC_ASSERT((a.value == b.value) == (a.exact == b.exact));
        RC_ASSERT(a.value.sign() == a.exact.sign());
        RC_ASSERT(a.value <= a.value);
        RC_ASSERT(rational_of(min(a.value, b.value)) == std::min(a.exact, b.exact));
        RC_ASSERT(rational_of(max(a.value, b.value)) == std::max(a.exact, b.exact));
        RC_ASSERT(rational_of(abs(a.value)) == abs(a.exact));
    }));
}

TEST_CASE("Ratio: the laws of a field") {
    CHECK(holds([] {
        const Ratio a = ratio_sample().value;
        const Ratio b = ratio_sample().value;
        const Ratio c = ratio_sample().value;
        RC_ASSERT(a + b == b + a);
        RC_ASSERT(a * b == b * a);
        RC_ASSERT((a + b) + c == a + (b + c));
        RC_ASSERT((a * b) * c == a * (b * c));
        RC_ASSERT(a * (b + c) == a * b + a * c);
        RC_ASSERT((a - a).is_zero());
        RC_PRE(!b.is_zero());
        RC_ASSERT(a / b * b == a);
        RC_ASSERT(inverse(inverse(b)) == b);
    }));
}

TEST_CASE("Ratio: a long sum of unlike fractions is exact") {
    CHECK(holds([] {
        Ratio sum;
        Rational exact;
        for (int i = 0; i < 30; ++i) {
            const int num = *rc::gen::inRange(0, 10'000);
            const int den = *rc::gen::inRange(1, 10'000);
            sum += Ratio{num, den};
            exact += Rational{num, den};
        }
        RC_ASSERT(rational_of(sum) == exact);
    }));
}

TEST_CASE("Ratio: a power is the product") {
    CHECK(holds([] {
        const Ratio base = ratio_sample().value;
        const int exponent = *rc::gen::inRange(0, 12);
        Ratio product{1};
        for (int i = 0; i < exponent; ++i) {
            product *= base;
        }
        RC_ASSERT(power(base, exponent) == product);
        RC_PRE(!base.is_zero());
        RC_ASSERT(power(base, -exponent) * product == Ratio{1});
    }));
}
