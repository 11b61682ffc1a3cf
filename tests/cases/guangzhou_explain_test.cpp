// SPDX-License-Identifier: Apache-2.0
//
// The real report explained: what `heng explain` prints for it, byte for byte.
#include "support/files.hpp"

#include <heng/document/builtin.hpp>
#include <heng/explain/explain.hpp>

#include <doctest/doctest.h>

using namespace heng;

TEST_CASE("guangzhou: the explanation reads as it stands in guangzhou-explain.txt") {
    const auto rubric = builtin("guangzhou-department-2023");
    REQUIRE(rubric.has_value());
    const auto facts = Facts::parse(*rubric, test::file("examples/guangzhou-2023/facts.json"));
    REQUIRE_MESSAGE(facts.has_value(), facts.error());
    const auto explanation = explain(*facts);
    REQUIRE_MESSAGE(explanation.has_value(), explanation.error());
    CHECK(to_text(*explanation) == test::file("tests/cases/guangzhou-explain.txt"));
    CHECK(explanation->searched_all);
}
