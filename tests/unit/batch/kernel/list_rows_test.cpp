// SPDX-License-Identifier: Apache-2.0
#include "batch/kernel/facts.hpp"
#include "batch/kernel/list_rows.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstdint>
#include <limits>

namespace heng::detail::kernel {
namespace {

TEST_CASE(
    "elements stand one row after the other, and a row that is begun again has only the new") {
    ListRows list{false, 1};
    std::array<std::uint8_t, 4> asks{};
    list.begin(0);
    list.set(0, list.add(), 5, 0);
    list.begin(2);
    list.set(0, list.add(), 7, 0);
    list.begin(2);
    list.set(0, list.add(), 8, 0);
    list.set(0, list.add(), 9, 0);

    const ListColumn& column = list.column(asks);

    const std::array<std::uint32_t, 5> offsets{0, 1, 1, 3, 3};
    for (std::size_t i = 0; i < offsets.size(); ++i) {
        CHECK(column.offsets[i] == offsets[i]);
    }
    REQUIRE(column.fields.size() == 1);
    CHECK(column.fields[0].given == nullptr);
    CHECK(column.fields[0].coefficients[0] == 5);
    CHECK(column.fields[0].coefficients[1] == 8);
    CHECK(column.fields[0].coefficients[2] == 9);
}

TEST_CASE("a field has the greatest scale of its elements, and what does not fit asks") {
    ListRows list{false, 2};
    std::array<std::uint8_t, 3> asks{};
    for (std::size_t row = 0; row < asks.size(); ++row) {
        list.begin(row);
        const std::size_t element = list.add();
        list.set(0, element, row == 1 ? std::numeric_limits<std::int64_t>::max() : 25,
                 row == 2 ? 3 : 0);
        if (row == 0) {
            list.set(1, element, 1, 0);
        }
    }

    const ListColumn& column = list.column(asks);

    CHECK(column.fields[0].scale == 3);
    CHECK(column.fields[0].coefficients[0] == 25'000);
    CHECK(column.fields[0].coefficients[2] == 25);
    CHECK(asks[0] == 0);
    CHECK(asks[1] == 1);
    CHECK(asks[2] == 0);
    REQUIRE(column.fields[1].given != nullptr);
    CHECK(column.fields[1].given[0] != 0);
    CHECK(column.fields[1].given[1] == 0);
}

TEST_CASE("targets keep what they are across growth, and clear() forgets them") {
    constexpr std::int64_t many = 5'000;
    ListRows list{true, 0};
    std::array<std::uint8_t, 1> asks{};
    list.begin(0);
    for (std::int64_t i = 0; i < many; ++i) {
        TargetFact& target = list.add_target();
        target.target = i;
        target.own = i % 2 == 0 ? 0 : list.add_rule({.kind = RowRule::Kind::all});
    }

    const ListColumn& column = list.column(asks);

    CHECK(column.offsets[1] == many);
    CHECK(column.targets[many - 1].target == many - 1);
    CHECK(column.rules[column.targets[3].own - 1].kind == RowRule::Kind::all);
    CHECK(column.targets[0].points_scale == no_number);

    list.clear();
    CHECK(list.column(asks).offsets[1] == 0);
}

} // namespace
} // namespace heng::detail::kernel
