// SPDX-License-Identifier: Apache-2.0
#include "base/text/by_element.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <vector>

using heng::detail::text::ByElement;

TEST_CASE("sequences are ordered by their first unequal elements, whatever the byte order") {
    using Sequence = std::vector<std::uint64_t>;
    constexpr std::uint64_t most = std::numeric_limits<std::uint64_t>::max();
    // rising; each differs from the next in bytes that one order of bytes puts last
    const std::array<Sequence, 10> rising{{
        {},
        {0},
        {0, 0},
        {0, 1},
        {0, 256},
        {0, 1ULL << 56U},
        {1},
        {1, most},
        {256, 0},
        {most, 0},
    }};
    const ByElement before;
    for (std::size_t i = 0; i < rising.size(); ++i) {
        for (std::size_t j = 0; j < rising.size(); ++j) {
            CAPTURE(i);
            CAPTURE(j);
            CHECK(before(rising[i], rising[j]) == (i < j));
        }
    }
}

TEST_CASE("a map with such keys keeps each of them") {
    std::map<std::vector<std::size_t>, int, ByElement> known;
    int next = 0;
    for (std::size_t a = 0; a < 20; ++a) {
        for (std::size_t b = 0; b < 20; ++b) {
            known[{7, a, b}] = next++;
        }
    }
    CHECK(known.size() == 400);
    CHECK((known.at({7, 3, 4}) == 3 * 20 + 4));
}
