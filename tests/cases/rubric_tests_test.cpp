// SPDX-License-Identifier: Apache-2.0
//
// The tests that the built-in rubrics carry: they pass, reach everything, and notice every mutant.
// Their expected values were worked out from the printed rules in exact fractions, by other means.
#include <heng/document/builtin.hpp>
#include <heng/rubric_test/rubric_test.hpp>

#include <doctest/doctest.h>

#include <map>

using namespace heng;

TEST_CASE("built-in rubrics: their tests pass, reach every point, and notice every mutant") {
    struct Least {
        std::size_t mutants;
        std::size_t argued; ///< exactly
    };
    const std::map<std::string_view, Least> table{{"guangzhou-department-2023", {209, 3}},
                                                  {"hunan-district-2022", {103, 1}},
                                                  {"hunan-unit-2018", {83, 1}},
                                                  {"project-20-80", {35, 0}},
                                                  {"project-2020", {35, 0}},
                                                  {"yueyang-department-2018", {135, 2}}};
    for (const std::string_view id : builtin_ids()) {
        INFO(id);
        REQUIRE(table.contains(id));
        TestOptions options;
        options.mutate = true;
        const auto report = run_tests(*builtin_text(id), {}, options);
        REQUIRE_MESSAGE(report.has_value(), report.error());
        INFO(to_text(*report, false));
        CHECK(passed(*report));
        CHECK(report->mutated);
        CHECK(count(*report, MutantFate::killed) >= table.at(id).mutants);
        CHECK(count(*report, MutantFate::accepted) == table.at(id).argued);
        for (const Coverage& each : report->coverage) {
            for (const CoveragePoint& point : each.points) {
                INFO(each.id << ": " << point.what);
                CHECK(point.tests > 0);
            }
        }
    }
}
