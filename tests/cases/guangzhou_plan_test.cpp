// SPDX-License-Identifier: Apache-2.0
//
// The goals of the real report checked: what `heng plan check` prints, byte for byte.
#include "support/files.hpp"

#include <heng/plan/plan_check.hpp>

#include <doctest/doctest.h>

#include <algorithm>

using namespace heng;

TEST_CASE("guangzhou: the check of the plan reads as it stands in guangzhou-plan.txt") {
    const auto plan = PlanDocument::parse(test::file("examples/guangzhou-2023/plan.json"));
    REQUIRE_MESSAGE(plan.has_value(), plan.error());
    CHECK(plan->plan().duties.size() == 11);
    CHECK(plan->plan().tasks.size() == 5);
    CHECK(plan->plan().indicators.size() == 9);
    const auto report = check_plan(*plan, {.latest = "09-30"});
    REQUIRE_MESSAGE(report.has_value(), report.error());
    CHECK(to_text(*report, *plan, "plan.json") == test::file("tests/cases/guangzhou-plan.txt"));
    CHECK_FALSE(report->clean);
}

TEST_CASE("guangzhou: six of the nine indicators of the special fund are quantified") {
    const auto plan = PlanDocument::parse(test::file("examples/guangzhou-2023/plan.json"));
    REQUIRE(plan.has_value());
    const auto report = check_plan(*plan);
    REQUIRE(report.has_value());
    const auto share =
        std::find_if(report->quantified.begin(), report->quantified.end(),
                     [](const QuantifiedShare& each) { return each.project == "science-fund"; });
    REQUIRE(share != report->quantified.end());
    CHECK(share->level == 1);
    CHECK(share->indicators == 9);
    CHECK(share->quantified == 6);
    CHECK(share->share == Ratio{2} / Ratio{3});
    CHECK(share->declared);
    CHECK((share + 1)->level == 2);
    CHECK((share + 1)->indicators == 29);
}
