// SPDX-License-Identifier: Apache-2.0
//
// A rubric's tests reach, and tell from mutants, scores above the points and below 0, amounts and
// their bounds, and a grade that is lowered.
#include "support/trial_rubric.hpp"

#include <map>
#include <string>

using namespace heng;

namespace {

constexpr const char* beyond = R"--({"heng": "rubric/1", "id": "beyond", "title": "Beyond",
 "language": "en", "points": "100", "extra": "3", "floor": "-5",
 "rounding": {"scale": 1, "mode": "half-up", "at": ["total"]},
 "grades": [{"in": ">= 90", "grade": "A"}, {"in": "[60..90)", "grade": "B"},
            {"in": "< 60", "grade": "C"}],
 "inputs": {"late": {"type": "count"}, "prizes": {"type": "count"},
            "blamed": {"type": "boolean"}},
 "indicators": [
  {"id": "late", "name": "Late", "points": "100", "floor": "-20",
   "rule": {"kind": "occurrences", "each": [{"count": "late", "deduct": "10"}]}}],
 "adjustments": [
  {"id": "prizes", "add": "prizes * 0.5", "each_at_most": "2.5", "reason": "r"},
  {"id": "more", "when": "prizes > 9", "add": "1", "reason": "r"},
  {"id": "blame", "when": "blamed", "grade_at_most": "B", "reason": "r"}])--";

TestReport tried(const std::string& tests, bool mutate) {
    TestSources sources = test::demo_sources();
    sources.rubric = [](const std::string& /*name*/) {
        return RubricDocument::parse(std::string{beyond} + "}");
    };
    TestOptions options;
    options.mutate = mutate;
    auto report = run_tests(R"({"heng": "tests/1", "rubric": "beyond", "tests": [)" + tests + "]}",
                            sources, options);
    REQUIRE_MESSAGE(report.has_value(), report.error());
    return *report;
}

std::string given(int late, int prizes, bool blamed, const std::string& expect) {
    static int number = 0;
    return R"({"name": ")" + std::to_string(++number) + R"(", "facts": {"late": )" +
           std::to_string(late) + R"(, "prizes": )" + std::to_string(prizes) + R"(, "blamed": )" +
           (blamed ? "true" : "false") + R"(}, "expect": {)" + expect + "}}";
}

std::map<std::string, std::string> reached(const TestReport& report) {
    std::map<std::string, std::string> all;
    for (const Coverage& each : report.coverage) {
        for (const CoveragePoint& point : each.points) {
            all[each.id] += point.what + '=' + std::to_string(point.tests) + ' ';
        }
    }
    return all;
}

/// Scores on both sides of each edge.
std::string on_both_sides() {
    return given(0, 0, false, R"("total": 100, "grade": "A")") + ',' +
           given(0, 1, false, R"("total": "100.5")") + ',' + given(2, 4, false, R"("total": 82)") +
           ',' + given(2, 9, false, R"("total": "82.5")") + ',' +
           given(0, 10, false, R"("total": 103, "grade": "A")") + ',' +
           given(1, 10, false, R"("total": "93.5")") + ',' +
           given(12, 0, false, R"("total": -5, "grade": "C", "scores": {"late": -20})") + ',' +
           given(12, 10, false, R"("total": -5)") + ',' + given(10, 0, false, R"("total": 0)") +
           ',' + given(0, 0, true, R"("total": 100, "grade": "B")") + ',' +
           given(2, 0, true, R"("total": 80, "grade": "B")");
}

} // namespace

TEST_CASE("tests of a rubric reach what lies beyond its points") {
    const TestReport one = tried(given(0, 0, false, R"("total": 100)"), false);
    CHECK(reached(one)[""] ==
          "A=1 B=0 C=0 adjustment prizes: changes the score=0 adjustment prizes: comes to 0 "
          "points=1 adjustment prizes: comes to some points=0 adjustment prizes: is bounded by 2.5 "
          "points=0 adjustment more: does not hold=1 adjustment more: holds=0 adjustment more: "
          "changes the score=0 adjustment blame: does not hold=1 adjustment blame: holds=0 "
          "adjustment blame: lowers the grade=0 above 100 points=0 below 0=0 ");
    CHECK(reached(one)["late"] == "down to -20=0 1: none=1 1: some=0 below 0=0 ");
    const TestReport all = tried(on_both_sides(), false);
    INFO(to_text(all));
    CHECK(passed(all));
    CHECK(reached(all)[""] ==
          "A=4 B=4 C=3 adjustment prizes: changes the score=6 adjustment prizes: comes to 0 "
          "points=5 adjustment prizes: comes to some points=6 adjustment prizes: is bounded by 2.5 "
          "points=4 adjustment more: does not hold=8 adjustment more: holds=3 adjustment more: "
          "changes the score=3 adjustment blame: does not hold=9 adjustment blame: holds=2 "
          "adjustment blame: lowers the grade=1 above 100 points=2 below 0=2 ");
    CHECK(reached(all)["late"] == "down to -20=2 1: none=4 1: some=7 below 0=2 ");
}

TEST_CASE("extra, floor, amounts, bounds and grades are mutated, and tests tell the mutants") {
    const TestReport report = tried(on_both_sides(), true);
    REQUIRE(report.mutated);
    std::map<std::string, MutantFate> fates;
    for (const Mutant& each : report.mutants) {
        fates[each.name] = each.fate;
    }
    for (const char* name :
         {"extra: 3 -> 4", "extra: 3 -> 2", "floor: -5 -> -4", "floor: -5 -> -6",
          "adjustments/prizes/add@10: 0.5 -> 0.6", "adjustments/prizes/each_at_most: 2.5 -> 2.6",
          "adjustments/prizes/each_at_most: 2.5 -> 2.4", "adjustments/prizes: without each_at_most",
          "adjustments/prizes: add -> deduct", "adjustments/more: add -> deduct",
          "adjustments/more: add -> set", "adjustments/more/add: 1 -> 2",
          "adjustments/blame/grade_at_most: B -> A", "adjustments/blame/grade_at_most: B -> C"}) {
        INFO(name);
        REQUIRE(fates.contains(name));
        CHECK(fates[name] == MutantFate::killed);
    }
    for (const char* name : {"late/floor: -20 -> -19", "rounding/mode: half-up -> floor",
                             "rounding/mode: half-up -> ceiling"}) {
        CHECK(fates.contains(name));
    }
    CHECK(!fates.contains("adjustments/prizes: add -> set")); // it is always added
}
