// SPDX-License-Identifier: Apache-2.0
#include "every_core_header.hpp"

#include <doctest/doctest.h>

using namespace heng;

namespace heng::test {
Points scored_in_the_second_unit(const Ratio& measure);
}

static_assert(score(Proportional{.points = 25_dec}, 8998_dec / 9000_dec).rounded(2) == 24.99_dec);

TEST_CASE("both units agree, through the small tier and the big one") {
    const Proportional rule{.points = 25_dec};
    const Ratio huge = power(Ratio{10}, 60);
    for (const Ratio& measure : {Ratio{9, 10}, (huge - Ratio{1}) / huge}) {
        CHECK(score(rule, measure) == test::scored_in_the_second_unit(measure));
    }
    CHECK(score(rule, (huge - Ratio{1}) / huge) != Points{"25"});
}
