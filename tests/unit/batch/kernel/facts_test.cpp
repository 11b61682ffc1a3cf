// SPDX-License-Identifier: Apache-2.0
//
// Rows of facts as columns of one scale.
#include "batch/kernel/block.hpp"
#include "batch/kernel/facts.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <limits>

using namespace heng::detail::kernel;

TEST_CASE("a column has the greatest scale of its rows") {
    FactRows rows{2};
    rows.set(0, rows.add(), 15, 1);
    rows.set(0, rows.add(), 225, 2);
    const auto columns = rows.columns();
    CHECK(columns[0].scale == 2);
    CHECK(columns[0].coefficients[0] == 150);
    CHECK(columns[0].coefficients[1] == 225);
    CHECK(columns[0].given == nullptr);
    CHECK(rows.asks()[0] == 0);
}

TEST_CASE("what a row has not is told, and is zero") {
    FactRows rows{2};
    rows.set(0, rows.add(), 7, 0);
    rows.set(1, rows.add(), 7, 3);
    const auto columns = rows.columns();
    REQUIRE(columns[0].given != nullptr);
    CHECK(columns[0].given[0] == 1);
    CHECK(columns[0].given[1] == 0);
    CHECK(columns[0].coefficients[1] == 0);
    CHECK(columns[1].coefficients[0] == 0);
    CHECK(columns[1].scale == 3);
}

TEST_CASE("a number that does not fit at the column's scale makes its row ask, and no other") {
    constexpr std::int64_t greatest = std::numeric_limits<std::int64_t>::max();
    FactRows rows{1};
    rows.set(0, rows.add(), greatest, 0);
    rows.set(0, rows.add(), greatest / 1'000'000, 0);
    rows.set(0, rows.add(), std::numeric_limits<std::int64_t>::min(), 6);
    const auto columns = rows.columns();
    CHECK(rows.asks()[0] == 1);
    CHECK(rows.asks()[1] == 0);
    CHECK(rows.asks()[2] == 0);
    CHECK(columns[0].coefficients[1] == greatest / 1'000'000 * 1'000'000);
    CHECK(columns[0].coefficients[2] == std::numeric_limits<std::int64_t>::min());
}

TEST_CASE("a row alone keeps each number as it is") {
    FactRows rows{10, 1};
    for (int times = 0; times < 2; ++times) {
        rows.clear();
        const std::size_t row = rows.add();
        rows.set(0, row, -7, 0);
        rows.set(9, row, std::numeric_limits<std::int64_t>::min(), 18);
        rows.set(times == 0 ? 3U : 4U, row, 225, 2);
        const auto columns = rows.columns();
        CHECK(columns[0].coefficients[0] == -7);
        CHECK(columns[0].scale == 0);
        CHECK(columns[9].coefficients[0] == std::numeric_limits<std::int64_t>::min());
        CHECK(columns[9].scale == 18);
        const std::size_t absent = times == 0 ? 4 : 3;
        REQUIRE(columns[absent].given != nullptr);
        CHECK(columns[absent].given[0] == 0);
        CHECK(columns[absent].coefficients[0] == 0);
        CHECK(columns[7 - absent].given == nullptr);
        CHECK(columns[7 - absent].coefficients[0] == 225);
        CHECK(rows.asks()[0] == 0);
    }
}

TEST_CASE("each slot has a scale of its own, however many there are") {
    for (const std::size_t count : {2U, 7U, 8U, 9U, 31U, 128U}) {
        FactRows rows{20};
        for (std::size_t row = 0; row < count; ++row) {
            rows.add();
            for (std::size_t slot = 0; slot < 20; ++slot) {
                const auto places = static_cast<int>(row * 3 % (slot + 1));
                rows.set(slot, row, static_cast<std::int64_t>(row) - 50, places % 9);
            }
        }
        const auto columns = rows.columns();
        for (std::size_t slot = 0; slot < 20; ++slot) {
            int scale = 0;
            for (std::size_t row = 0; row < count; ++row) {
                scale = std::max(scale, static_cast<int>(row * 3 % (slot + 1)) % 9);
            }
            REQUIRE(columns[slot].scale == scale);
            REQUIRE(columns[slot].given == nullptr);
            for (std::size_t row = 0; row < count; ++row) {
                const int places = static_cast<int>(row * 3 % (slot + 1)) % 9;
                REQUIRE(columns[slot].coefficients[row] ==
                        (static_cast<std::int64_t>(row) - 50) * power_of_ten(scale - places));
            }
        }
    }
}

TEST_CASE("rows are used again") {
    FactRows rows{1};
    for (std::size_t i = 0; i < most_rows; ++i) {
        rows.set(0, rows.add(), 1, 18);
    }
    CHECK(rows.full());
    rows.ask(3);
    rows.clear();
    const std::size_t row = rows.add();
    CHECK(row == 0);
    CHECK_FALSE(rows.is_given(0, row));
    CHECK(rows.asks()[0] == 0);
    CHECK(rows.columns()[0].scale == 0);
}
