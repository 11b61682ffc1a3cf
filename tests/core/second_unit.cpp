// SPDX-License-Identifier: Apache-2.0
#include "every_core_header.hpp"

namespace heng::test {

Points scored_in_the_second_unit(const Ratio& measure);

Points scored_in_the_second_unit(const Ratio& measure) {
    return score(Proportional{.points = 25_dec}, measure);
}

} // namespace heng::test
