// SPDX-License-Identifier: Apache-2.0
//
// Tests run: what passes, what differs, what is reached.
#include "support/trial_rubric.hpp"

#include <heng/document/rubric_document.hpp>

#include <map>

using namespace heng;
using test::base_test;
using test::demo_tests;

namespace {

std::string with(const std::string& more) {
    return demo_tests(base_test() + ',' + more);
}

/// What differs in the last test, a line each.
std::string differs(const std::string& more) {
    const TestReport report = test::run(with(more));
    std::string all;
    for (const TestDifference& each : report.tests.back().differences) {
        all += (all.empty() ? "" : "; ") + each.what + ' ' + each.expected + " != " + each.found;
    }
    return all;
}

std::string like_base(const std::string& facts, const std::string& expect) {
    return R"({"name": "t", "like": "base", "facts": )" + facts + R"(, "expect": )" + expect + '}';
}

} // namespace

TEST_CASE("trial: tests that pass") {
    const std::string tests[] = {
        like_base(R"({"budget.spent": 90})", R"({"total": 100, "points": {"execution": "40"}})"),
        like_base(R"({"budget": {"spent": "89.99"}})", R"({"scores": {"execution": "20.000"}})"),
        like_base(R"({"late": 4})", R"({"total": "91", "scores": {"late": 11}, "adjusted": []})"),
        like_base(R"({"late": 6})", R"({"total": 59, "grade": "fail", "adjusted": ["veto"]})"),
        // execution leaves: of 60 points 3 are lost, and 57 / 60 × 100 is the total
        like_base(R"({"budget.annual": 0, "late": 1})",
                  R"({"total": "95", "status": {"execution": "not-applicable"}})"),
        like_base(R"({"budget.annual": 0, "over": "10%", "late": 1})", R"({"total": "185/3"})"),
        like_base(R"({"late": null})", R"({"error": "late"})"),
        like_base(R"({"late": null})", R"({"error": "facts.missing"})"),
        like_base(R"({"late": -1})", R"({"error": "facts.count"})"),
        like_base(R"({"lates": 1, "late": null})", R"({"error": "facts.misspelt"})"),
    };
    for (const std::string& each : tests) {
        INFO(each);
        CHECK(differs(each) == "");
    }
}

TEST_CASE("trial: what differs is told, with the sentence of the item") {
    const std::string table[][2] = {
        {like_base(R"({"late": 1})", R"({"total": "98", "scores": {"late": "16", "books": 20}})"),
         "total 98 != 97.00; scores: late 16 != 17.00"},
        {like_base(R"({})", R"({"grade": "fail", "points": {"staff": 19}})"),
         "grade fail != pass; points: staff 19 != 20.00"},
        {like_base(R"({})", R"({"status": {"execution": "not-applicable"}})"),
         "status: execution not-applicable != scored"},
        {like_base(R"({"late": 6})", R"({"adjusted": []})"), "adjusted  != veto"},
        {like_base(R"({})", R"({"error": "late"})"), "error late != 100.00"},
        {like_base(R"({"late": null})", R"({"error": "over"})"),
         "error over != the fact \"late\" is missing [facts.missing]"},
        {like_base(R"({"late": null})", R"({"scores": {"late": 20}})"),
         "scores: late 20 != the fact \"late\" is missing [facts.missing]"},
    };
    for (const auto& row : table) {
        INFO(row[0]);
        CHECK(differs(row[0]) == row[1]);
    }
    const TestReport report =
        test::run(with(like_base(R"({"late": 1})", R"({"scores": {"late": "16"}})")));
    CHECK_FALSE(passed(report));
    const TestOutcome& failed = report.tests.back();
    CHECK(failed.pointer == "/tests/1");
    CHECK(failed.place.line == 3);
    CHECK(failed.differences[0].why.find('1') != std::string::npos);
    const std::string text = to_text(report);
    CHECK(text.find("failed: t (3:") != std::string::npos);
    CHECK(text.find("the score of Late: expected 16, found 17.00") != std::string::npos);
    CHECK(text.find("tests: 1 passed, 1 failed") != std::string::npos);
    CHECK(to_json(report).find(R"("passed": false)") != std::string::npos);
}

TEST_CASE("trial: facts of a file, facts in another unit, assessed facts") {
    CHECK(differs(R"({"name": "t", "facts_file": "4", "expect": {"error": "over"}})") == "");
    CHECK(differs(R"({"name": "t", "facts_file": "x", "expect": {"error": "json.syntax"}})") == "");
    CHECK(differs(R"({"name": "t", "like": "base", "unit": "万元", "facts": {"budget.spent": "50"},
                      "expect": {"scores": {"execution": 20}}})") == "");
}

TEST_CASE("trial: what the tests reach is counted, and what they do not is listed") {
    const TestReport report = test::run(with(
        like_base(R"({"late": 6, "over": "1%", "books.kept": false})", R"({"total": 59})") + ',' +
        R"({"name": "u", "like": "base", "facts": {"budget.annual": 0},
           "expect": {"total": 100}})"));
    CHECK(passed(report));
    std::map<std::string, std::string> reached;
    for (const Coverage& each : report.coverage) {
        for (const CoveragePoint& point : each.points) {
            reached[each.id] += point.what + '=' + std::to_string(point.tests) + ' ';
        }
    }
    CHECK(reached[""] == "pass=2 fail=1 adjustment veto: does not hold=2 adjustment veto: holds=1 "
                         "adjustment veto: changes the score=1 ");
    CHECK(reached["execution"] == ">= 0.9=2 [0.5..0.9)=0 < 0.5=0 not applicable=1 applicable=2 ");
    CHECK(reached["late"] == "down to 0=0 1: none=2 1: some=1 1: at its most=1 ");
    CHECK(reached["books"] == "kept: yes=2 kept: no=1 open: yes=3 open: no=0 ");
    CHECK(reached["staff"] == "within the norm=2 past the norm=1 down to 0=0 ");
    const std::string text = to_text(report);
    CHECK(text.find("coverage: 16 of 21") != std::string::npos);
    CHECK(text.find("not reached: Execution: < 0.5") != std::string::npos);
    CHECK(to_text(report, false).find("coverage") == std::string::npos);
}

TEST_CASE("trial: a rubric carries its own tests, which its digest and its scores do not know") {
    const std::string tests = R"(, "tests": [)" + base_test() + R"(], "equivalent": [])";
    const auto report = run_tests(test::demo_rubric(tests), {});
    REQUIRE_MESSAGE(report.has_value(), report.error());
    CHECK(passed(*report));
    CHECK(report->tests.size() == 1);
    const auto with = RubricDocument::parse(test::demo_rubric(tests));
    const auto without = RubricDocument::parse(test::demo_rubric());
    REQUIRE(with.has_value());
    CHECK(with->digest() == without->digest());
    // malformed tests are for heng test and lint to refuse; they are no part of the standard
    const std::string malformed =
        test::demo_rubric(R"(, "tests": [{"nam": "t", "expect": {"total": 1}}])");
    CHECK(RubricDocument::parse(malformed).has_value());
    const auto refused = run_tests(malformed, {});
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().code == "tests.unknown-key");
    CHECK(refused.error().pointer == "/tests/0/nam");
}

TEST_CASE("trial: tests that take too long together fail, whatever they expect") {
    const std::string rubric = R"--({"heng": "rubric/1", "id": "slow", "title": "Slow",
 "points": "1", "language": "en", "inputs": {"x": {"type": "number"}}, "indicators": [
  {"id": "i", "name": "I", "points": "1", "rule": {"kind": "proportional"},
   "measure": "x + 0 * count(for i in 1..900000 return i)"}]})--";
    std::string tests;
    constexpr std::size_t count = 40;
    for (std::size_t i = 0; i < count; ++i) {
        const bool last = i + 1 == count;
        tests += std::string{i == 0 ? "" : ", "} + R"({"name": "t)" + std::to_string(i) +
                 R"(", "facts": {"x": 1}, "expect": )" +
                 (last ? R"({"error": "limit.exceeded"})" : R"({"total": "1"})") + '}';
    }
    const auto report =
        run_tests(R"({"heng": "tests/1", "rubric": "slow", "tests": [)" + tests + "]}",
                  {[&](const std::string&) { return RubricDocument::parse(rubric); }, {}});
    REQUIRE_MESSAGE(report.has_value(), report.error());
    CHECK(report->tests[0].differences.empty());
    const std::vector<TestDifference>& late = report->tests[count - 2].differences;
    REQUIRE(late.size() == 1);
    CHECK(late[0].found.find("[limit.exceeded]") != std::string::npos);
    CHECK(report->tests[count - 1].differences.size() == 1);
    CHECK(report->tests[count - 1].pointer == "/tests/39");
}
