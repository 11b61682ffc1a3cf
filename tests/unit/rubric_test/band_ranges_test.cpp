// SPDX-License-Identifier: Apache-2.0
//
// What tests reach of bands in which a person gives the score, and the mutants of their ranges.
#include "support/late_report.hpp"

#include <heng/rubric_test/rubric_test.hpp>

#include <doctest/doctest.h>

#include <map>
#include <string>

using namespace heng;

namespace {

/// A test of so many days: the score that is given, and what is expected of the leaf.
std::string trial(const std::string& days, const std::string& given, const std::string& expect) {
    const std::string facts = test::late_facts(days, given);
    const auto part = [&](const char* key) {
        const std::size_t at = facts.find(key);
        return at == std::string::npos ? "" : ", " + facts.substr(at, facts.rfind('}') - at);
    };
    return R"({"name": ")" + days + '/' + given + R"(", "facts": {"days": )" + days +
           R"(, "paid": "50%"})" + part(R"("assessed")") + R"(, "expect": )" + expect + '}';
}

TestReport run(const std::string& tests, bool mutate) {
    const TestSources sources{
        [](const std::string&) { return RubricDocument::parse(test::late_rubric("en")); },
        [](const std::string& name) -> Result<std::string> {
            return name;
        }};
    TestOptions options;
    options.mutate = mutate;
    auto report = run_tests(R"({"heng": "tests/1", "rubric": "late", "tests": [)" + tests + "]}",
                            sources, options);
    REQUIRE_MESSAGE(report.has_value(), report.error());
    return *std::move(report);
}

std::string score(const char* points) {
    return R"({"scores": {"late": ")" + std::string{points} + R"("}})";
}
const std::string refused = R"({"error": "facts.assessed"})";

std::string all() {
    return trial("15", "", score("8")) + ", " + trial("16", "6", score("6")) + ", " +
           trial("16", "7", score("7")) + ", " + trial("16", "5.99", refused) + ", " +
           trial("30", "7.01", refused) + ", " + trial("30", "6", score("6")) + ", " +
           trial("31", "4", score("4")) + ", " + trial("45", "5", score("5")) + ", " +
           trial("31", "3.99", refused) + ", " + trial("45", "5.01", refused) + ", " +
           trial("46", "", score("0"));
}

} // namespace

TEST_CASE("ranges, tests: each band is to be reached, and both ends of its range") {
    const auto reached = [](const std::string& tests) {
        std::map<std::string, std::size_t> points;
        const TestReport report = run(tests, false);
        for (const Coverage& of : report.coverage) {
            for (const CoveragePoint& each : of.points) {
                if (of.id == "late") {
                    points[each.what] = each.tests;
                }
            }
        }
        return points;
    };
    const auto one = reached(trial("20", "6", score("6")));
    CHECK(one.size() == 8); // four bands, and the ends of two
    CHECK(one.at("(15..30]") == 1);
    CHECK(one.at("(15..30], assessed at 6") == 1);
    CHECK(one.at("(15..30], assessed at 7") == 0);
    CHECK(one.at("(30..45]") == 0);
    for (const auto& each : reached(all())) {
        INFO(each.first);
        CHECK(each.second > 0);
    }
}

TEST_CASE(
    "ranges, tests: the ends of a range have mutants, which tests at and beside them notice") {
    const auto fates = [](const std::string& tests) {
        std::map<std::string, Mutant> mutants;
        for (const Mutant& each : run(tests, true).mutants) {
            mutants.emplace(each.name, each);
        }
        return mutants;
    };
    const auto every = fates(all());
    for (const char* name :
         {"late/rule/bands/1/score_range/0: 6 -> 7", "late/rule/bands/1/score_range/0: 6 -> 5",
          "late/rule/bands/1/score_range/1: 7 -> 8", "late/rule/bands/1/score_range/1: 7 -> 6",
          "late/rule/bands/2/score_range/0: 4 -> 3", "late/rule/bands/2/score_range/1: 5 -> 6"}) {
        INFO(name);
        REQUIRE(every.contains(name));
        CHECK(every.at(name).fate == MutantFate::killed);
    }
    // a test in the middle notices none, and is told what would
    const auto middle = fates(trial("20", "6.5", score("6.5")));
    const Mutant& wider = middle.at("late/rule/bands/1/score_range/1: 7 -> 8");
    CHECK(wider.fate == MutantFate::survived);
    CHECK(wider.refuted);
    CHECK(wider.note.find("assessed.late.score") != std::string::npos);
    const Mutant& narrower = middle.at("late/rule/bands/1/score_range/1: 7 -> 6");
    CHECK(narrower.fate == MutantFate::killed);
    // a range is another rule than one score
    CHECK(middle.at("late/rule/bands/0/score: 8 -> 7").fate == MutantFate::survived);
}
