// SPDX-License-Identifier: Apache-2.0
//
// Scores of the kernel are written as the score sheet writes the same points.
#include "batch/score_text.hpp"

#include <heng/score/sheet.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

using namespace heng;

namespace {

std::string written(std::int64_t value, int scale, std::optional<int> places) {
    std::vector<char> buffer(detail::batch::longest_score(places));
    const char* const end = detail::batch::put_score(buffer.data(), value, scale, places);
    return {buffer.data(), static_cast<std::size_t>(end - buffer.data())};
}

} // namespace

TEST_CASE("as many places as the rubric rounds to, or as few as it takes") {
    CHECK(written(942500, 4, 2) == "94.25");
    CHECK(written(94251, 3, 2) == "94.251");
    CHECK(written(94250, 3, 2) == "94.25");
    CHECK(written(94200, 3, std::nullopt) == "94.2");
    CHECK(written(94000, 3, std::nullopt) == "94");
    CHECK(written(94, 0, 2) == "94.00");
    CHECK(written(5, 3, 2) == "0.005");
    CHECK(written(-1, 1, 3) == "-0.100");
    CHECK(written(0, 2, 0) == "0");
    CHECK(written(0, 0, std::nullopt) == "0");
}

TEST_CASE("what text_of writes, for every scale") {
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
    constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();
    std::vector<std::int64_t> values = {0, 1, -1, 10, 99, 100, 1'000, 94'250, 942'500, most, least};
    for (std::int64_t power = 1; power < most / 30; power *= 10) {
        values.insert(values.end(), {power, 3 * power, -7 * power, 25 * power, power - 1});
    }
    for (const std::int64_t value : values) {
        for (int scale = 0; scale <= 18; ++scale) {
            const Points points{Decimal{value, scale}};
            CHECK(written(value, scale, std::nullopt) == text_of(points, std::nullopt));
            for (const int places : {0, 1, 2, 4, 9, 18, 30}) {
                CHECK(written(value, scale, places) == text_of(points, places));
            }
        }
    }
}
