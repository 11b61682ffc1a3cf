// SPDX-License-Identifier: Apache-2.0
//
// Mutants: which there are, which a test notices, and what is said of the rest.
#include "support/trial_rubric.hpp"

#include <algorithm>
#include <map>
#include <set>

using namespace heng;
using test::base_test;
using test::demo_tests;

namespace {

TestOptions mutate() {
    TestOptions options;
    options.mutate = true;
    return options;
}

/// Tests that notice every mutant of the demo rubric that can be noticed.
std::string thorough() {
    const auto like = [](const char* name, const std::string& facts, const std::string& expect) {
        return R"(, {"name": ")" + std::string{name} + R"(", "like": "base", "facts": )" + facts +
               R"(, "expect": )" + expect + '}';
    };
    return R"({"name": "base", "unit": "元", "facts": {"budget": {"annual": 1000, "spent": 1000},
        "late": 0, "books": {"kept": true, "open": true}, "over": "0%"},
        "expect": {"total": "100", "grade": "pass",
                   "points": {"execution": 40, "late": 20, "books": 20, "staff": 20}}})" +
           like("0.9", R"({"budget.spent": 900})", R"({"scores": {"execution": 40}})") +
           like("0.89", R"({"budget.spent": 899})", R"({"scores": {"execution": 20}})") +
           like("0.5", R"({"budget.spent": 500})", R"({"scores": {"execution": 20}})") +
           like("0.49", R"({"budget.spent": 499})", R"({"scores": {"execution": 0}})") +
           like("1 late", R"({"late": 1})", R"({"total": 97})") +
           like("5 late", R"({"late": 5})", R"({"total": 91, "adjusted": []})") +
           like("6 late", R"({"late": 6})",
                R"({"total": 59, "grade": "fail", "adjusted": ["veto"]})") +
           like("6 late and more", R"({"late": 6, "budget.spent": 0})", R"({"total": 51})") +
           like("no budget", R"({"budget.annual": 0, "late": 1})", R"({"total": 95})") +
           like("1 yuan", R"({"budget": {"annual": 1, "spent": 0}})", R"({"total": 60})") +
           like("less", R"({"budget": {"annual": "0.5", "spent": 0}})", R"({"total": 60})") +
           like("negative", R"({"budget.annual": "-0.5"})", R"({"error": "facts.out-of-range"})") +
           like("kept", R"({"books.open": false})", R"({"scores": {"books": 10}})") +
           like("open", R"({"books.kept": false})", R"({"scores": {"books": 10}})") +
           like("under", R"({"over": "-1%"})", R"({"scores": {"staff": 20}})") +
           like("started", R"({"over": "0.95%"})", R"({"scores": {"staff": 20}})") +
           like("one step", R"({"over": "1%"})", R"({"scores": {"staff": 18}})") +
           like("59.99", R"({"budget.spent": 0, "late": 0, "over": "1%"})",
                R"({"grade": "fail"})") +
           like("60", R"({"budget.spent": 0})", R"({"grade": "pass"})");
}

std::map<std::string, Mutant> by_name(const TestReport& report) {
    std::map<std::string, Mutant> mutants;
    for (const Mutant& each : report.mutants) {
        CHECK_MESSAGE(mutants.emplace(each.name, each).second, "named twice: " << each.name);
    }
    return mutants;
}

std::string joined(const std::set<std::string>& names) {
    std::string all;
    for (const std::string& each : names) {
        all += each + '\n';
    }
    return all;
}

/// A line each, sorted.
std::string survivors(const TestReport& report) {
    std::set<std::string> names;
    for (const Mutant& each : report.mutants) {
        if (each.fate == MutantFate::survived) {
            names.insert(each.name);
        }
    }
    return joined(names);
}

} // namespace

TEST_CASE("mutation: every part of the rubric is changed, under a stable name") {
    const TestReport report = test::run(demo_tests(thorough()), mutate());
    REQUIRE(report.mutated);
    const auto mutants = by_name(report);
    for (const char* name : {"rounding/scale: 2 -> 3",
                             "rounding/mode: half-up -> half-even",
                             "rounding/at: without leaf",
                             "grades/0/in@1: >= -> >",
                             "grades/0/in@4: 60 -> 61",
                             "inputs/budget.annual/minimum: 0 -> -1",
                             "values/rate@14: / -> *",
                             "execution/rule/bands/0/in@4: 0.9 -> 0.8",
                             "execution/rule/bands/1/in@1: [ -> (",
                             "execution/rule/bands/1/score: 20 -> 21",
                             "execution/not_applicable/when: negated",
                             "execution/not_applicable/when@17: 0 -> 1",
                             "execution/not_applicable/treat_as: rescale -> zero",
                             "late/rule/each/0/deduct: 3 -> 4",
                             "late/rule/each/0/at_most: 9 -> 8",
                             "books/rule/items/0/when: negated",
                             "books/rule/items/1/score: 10 -> 9",
                             "staff/rule/norm: 0 -> 0.01",
                             "staff/rule/side: above -> below",
                             "staff/rule/every: 0.01 -> 0.011",
                             "staff/rule/part: whole -> exact",
                             "adjustments/veto/at_most: 59 -> 60",
                             "adjustments/veto: at_most -> set",
                             "adjustments/veto/when@6: > -> >=",
                             "late/points: 20 -> 21",
                             "staff/points: 20 -> 19"}) {
        INFO(name);
        CHECK(mutants.contains(name));
    }
    const auto fate = [&](const char* name) {
        return mutants.at(name).fate;
    };
    CHECK(fate("staff/rule/part: whole -> exact") == MutantFate::killed);
    CHECK(mutants.at("staff/rule/part: whole -> exact").note == "started");
    CHECK(mutants.at("staff/rule/part: whole -> exact").pointer == "/indicators/3/rule/part");
    // the first band covers it before the second is asked
    CHECK(fate("execution/rule/bands/1/in@10: ) -> ]") == MutantFate::same);
    CHECK(fate("execution/rule/bands/0/score: 40 -> 41") == MutantFate::stillborn);
}

TEST_CASE("mutation: each parameter of far above is changed, and tests on its edge notice") {
    const TestSources sources{[](const std::string& /*name*/) {
                                  return RubricDocument::parse(
                                      R"({"heng": "rubric/1", "id": "far", "title": "t",
 "language": "en", "points": "10", "inputs": {"goals": {"type": "list", "of": "target"}},
 "indicators": [{"id": "x", "name": "X", "points": "10", "rule": {"kind": "targets",
  "rows": "goals", "weights": "equal",
  "far_above": {"from": "1.3", "share": "0.2", "side": ">="}}}]})");
                              },
                              [](const std::string& /*name*/) -> Result<std::string> {
                                  return std::string{};
                              }};
    const auto trial = [](const std::string& name, const std::string& record,
                          const std::string& total) {
        return R"({"name": ")" + name + R"(", "facts": {"goals": [{"name": "a", )" + record +
               R"(}]}, "expect": {"total": ")" + total + "\"}}";
    };
    const std::string over = R"("direction": ">=", "target": "100", "actual": ")";
    const std::string tests = R"({"heng": "tests/1", "rubric": "far", "tests": [)" +
                              trial("at", over + "130\"", "8") + ", " +
                              trial("below", over + "129\"", "10") + "]}";
    const auto report = run_tests(tests, sources, mutate());
    REQUIRE_MESSAGE(report.has_value(), report.error());
    std::set<std::string> names;
    for (const Mutant& each : report->mutants) {
        if (each.name.find("far_above") != std::string::npos) {
            names.insert(each.name);
            INFO(each.name);
            CHECK((each.fate == MutantFate::killed || each.name.ends_with("1.3 -> 1.29")));
        }
    }
    CHECK(joined(names) == "x/rule/far_above/from: 1.3 -> 1.29\n"
                           "x/rule/far_above/from: 1.3 -> 1.31\n"
                           "x/rule/far_above/share: 0.2 -> 0.19\n"
                           "x/rule/far_above/share: 0.2 -> 0.21\n"
                           "x/rule/far_above/side: >= -> <=\n"
                           "x/rule/far_above/side: >= -> =\n");
}

TEST_CASE("mutation: thorough tests leave alive only what nothing could tell") {
    const TestReport report = test::run(demo_tests(thorough()), mutate());
    // every score of this rubric is whole, and no total is below 11
    const std::set<std::string> expected{"rounding/scale: 2 -> 3",
                                         "rounding/scale: 2 -> 1",
                                         "rounding/mode: half-up -> half-even",
                                         "rounding/mode: half-up -> half-down",
                                         "rounding/mode: half-up -> up",
                                         "rounding/mode: half-up -> down",
                                         "rounding/at: without leaf",
                                         "grades/1/in@1: [ -> (",
                                         "grades/1/in@2: 0 -> 1"};
    CHECK(survivors(report) == joined(expected));
    CHECK_FALSE(passed(report));
    const std::string text = to_text(report);
    CHECK(text.find("survived: rounding/scale: 2 -> 3") != std::string::npos);
    const std::string json = to_json(report);
    CHECK(json.find(R"("survived": "9")") == std::string::npos);
    CHECK(json.find(R"("survived": 9)") != std::string::npos);

    std::string argued;
    for (const std::string& name : expected) {
        argued += (argued.empty() ? "" : ", ") + (R"({"mutant": ")" + name) +
                  R"(", "reason": "scores are whole, totals 11 or more"})";
    }
    const TestReport accepted =
        test::run(demo_tests(thorough(), R"(, "equivalent": [)" + argued + ']'), mutate());
    CHECK(passed(accepted));
    CHECK(count(accepted, MutantFate::accepted) == 9);
    CHECK(accepted.stale.empty());
}

TEST_CASE("mutation: what is argued in vain is told") {
    const std::string argued =
        R"(, "equivalent": [{"mutant": "late/rule/each/0/deduct: 3 -> 4", "reason": "r"},
                            {"mutant": "nothing", "reason": "r"}])";
    const TestReport report = test::run(demo_tests(thorough(), argued), mutate());
    CHECK(report.stale == std::vector<std::string>{"late/rule/each/0/deduct: 3 -> 4", "nothing"});
    CHECK(to_text(report).find("argued in vain") != std::string::npos);
}

TEST_CASE("mutation: each test that is left out lets a mutant live, which is told with what would "
          "notice it") {
    const auto without = [](const std::string& name) {
        std::string tests = thorough();
        const std::size_t at = tests.find(R"({"name": ")" + name + '"');
        REQUIRE(at != std::string::npos);
        const std::size_t end = tests.find(R"(, {"name": )", at);
        tests.erase(at - 2, end == std::string::npos ? end : end - at + 2);
        return test::run(demo_tests(tests), mutate());
    };
    const std::map<std::string, std::string> table{
        {"0.9", "execution/rule/bands/0/in@1: >= -> >"},
        {"0.89", "execution/rule/bands/0/in@4: 0.9 -> 0.8"},
        {"5 late", "adjustments/veto/when@6: > -> >="},
        {"6 late and more", "adjustments/veto: at_most -> set"},
        {"negative", "inputs/budget.annual/minimum: 0 -> -1"},
        {"open", "books/rule/items/1/score: 10 -> 11"},
        {"started", "staff/rule/part: whole -> exact"},
        {"60", "grades/0/in@1: >= -> >"},
    };
    for (const auto& row : table) {
        INFO("without " << row.first);
        const TestReport report = without(row.first);
        const auto mutants = by_name(report);
        REQUIRE(mutants.contains(row.second));
        CHECK(mutants.at(row.second).fate == MutantFate::survived);
        CHECK_FALSE(mutants.at(row.second).note.empty());
    }
}

TEST_CASE("mutation: an example is found, and refutes the argument that there is none") {
    const std::string argued =
        R"(, "equivalent": [{"mutant": "execution/rule/bands/1/in@2: 0.5 -> 0.6", "reason": "r"}])";
    const TestReport report = test::run(demo_tests(base_test(), argued), mutate());
    const auto mutants = by_name(report);
    const Mutant& told = mutants.at("execution/rule/bands/1/in@2: 0.5 -> 0.6");
    CHECK(told.fate == MutantFate::survived);
    CHECK(told.refuted);
    CHECK(told.note == "the test \"base\" with budget.spent = 55 元 would tell");
    CHECK(report.stale == std::vector<std::string>{told.name});
    CHECK(mutants.at("adjustments/veto/when@6: > -> >=").note ==
          "the test \"base\" with late = 5 would tell");
    CHECK(mutants.at("staff/rule/part: whole -> exact").refuted);
    CHECK(mutants.at("inputs/budget.annual/minimum: 0 -> -1").note ==
          "a value from -1 to 0 would tell");
}

TEST_CASE("mutation: rounding what is round already is seen to be the same") {
    const auto fates = [](const std::string& at) {
        std::string rubric = test::demo_rubric(R"(, "tests": [)" + base_test() + ']');
        const std::string leaf = R"(["leaf"])";
        rubric.replace(rubric.find(leaf), leaf.size(), at);
        const auto report = run_tests(rubric, {}, mutate());
        REQUIRE_MESSAGE(report.has_value(), report.error());
        std::map<std::string, MutantFate> fate;
        for (const Mutant& each : report->mutants) {
            fate[each.name] = each.fate;
        }
        return fate;
    };
    auto leaves = fates(R"(["leaf"])");
    CHECK(leaves.at("rounding/at: leaf -> level-1") == MutantFate::same);
    CHECK(leaves.at("rounding/at: without leaf") == MutantFate::survived);
    // execution may leave, and then the total is scaled
    auto both = fates(R"(["leaf", "total"])");
    CHECK(both.at("rounding/at: without total") == MutantFate::survived);
    auto doubled = fates(R"(["leaf", "level-1"])");
    CHECK(doubled.at("rounding/at: without level-1") == MutantFate::same);
}

TEST_CASE("mutation: is not tried where a test fails") {
    const TestReport report =
        test::run(demo_tests(R"({"name": "t", "facts": {}, "expect": {"total": 1}})"), mutate());
    CHECK_FALSE(report.mutated);
    CHECK(report.mutants.empty());
}
