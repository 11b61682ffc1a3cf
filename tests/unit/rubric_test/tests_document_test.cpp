// SPDX-License-Identifier: Apache-2.0
//
// What is wrong with a tests document, and where.
#include "support/trial_rubric.hpp"

using namespace heng;
using test::base_test;
using test::demo_tests;

namespace {

Error refused(const std::string& text) {
    const auto report = run_tests(text, test::demo_sources());
    REQUIRE_MESSAGE(!report.has_value(), text);
    return report.error();
}

struct Mistake {
    std::string test; ///< after the base
    std::string code;
    std::string pointer;
    std::string says; ///< in the message or hint
};

} // namespace

TEST_CASE("tests document: each mistake is told with its place") {
    const Mistake table[] = {
        {R"({"name": "t", "lik": "base", "expect": {"total": 1}})", "tests.unknown-key",
         "/tests/1/lik", "did you mean \"like\"?"},
        {R"({"like": "base", "expect": {"total": 1}})", "tests.missing-key", "/tests/1",
         "\"name\""},
        {R"({"name": "base", "like": "base", "expect": {"total": 1}})", "tests.duplicate-name",
         "/tests/1/name", "base"},
        {R"({"name": "t", "like": "bse", "expect": {"total": 1}})", "tests.like", "/tests/1/like",
         "did you mean \"base\"?"},
        {R"({"name": "t", "like": "t", "expect": {"total": 1}})", "tests.like", "/tests/1/like",
         "no test before"},
        {R"({"name": "t", "expect": {"total": 1}})", "tests.facts", "/tests/1", "facts_file"},
        {R"({"name": "t", "facts_file": "a", "facts": {}, "expect": {"total": 1}})",
         "tests.facts_file", "/tests/1/facts_file", ""},
        {R"({"name": "t", "like": "base"})", "tests.missing-key", "/tests/1", "\"expect\""},
        {R"({"name": "t", "like": "base", "expect": {}})", "tests.expect", "/tests/1/expect",
         "can't fail"},
        {R"({"name": "t", "like": "base", "expect": {"scores": {}}})", "tests.expect",
         "/tests/1/expect", "can't fail"},
        {R"({"name": "t", "like": "base", "expect": {"error": "late", "total": 1}})",
         "tests.expect", "/tests/1/expect/error", "no scores"},
        {R"({"name": "t", "like": "base", "expect": {"scores": {"exection": 1}}})",
         "tests.unknown-name", "/tests/1/expect/scores/exection", "did you mean \"execution\"?"},
        {R"({"name": "t", "like": "base", "expect": {"scores": {"late#1": 1}}})",
         "tests.unknown-name", "/tests/1/expect/scores/late#1", ""},
        {R"({"name": "t", "like": "base", "expect": {"grade": "pas"}})", "tests.unknown-name",
         "/tests/1/expect/grade", "did you mean \"pass\"?"},
        {R"({"name": "t", "like": "base", "expect": {"adjusted": ["vet"]}})", "tests.unknown-name",
         "/tests/1/expect/adjusted/0", "did you mean \"veto\"?"},
        {R"({"name": "t", "like": "base", "expect": {"status": {"late": "scord"}}})", "tests.word",
         "/tests/1/expect/status/late", "did you mean \"scored\"?"},
        {R"({"name": "t", "like": "base", "expect": {"total": "95分"}})", "tests.number",
         "/tests/1/expect/total", "95"},
        {R"({"name": "t", "like": "base", "expect": {"total": "1/0"}})", "tests.number",
         "/tests/1/expect/total", "fraction"},
        {R"({"name": "t", "like": "base", "facts": {"budget.anual": 1}, "expect": {"total": 1}})",
         "tests.unknown-fact", "/tests/1/facts/budget.anual", "did you mean \"budget.annual\"?"},
        {R"({"name": "t", "like": "base", "facts": [], "expect": {"total": 1}})", "tests.type",
         "/tests/1/facts", ""},
        {R"({"name": "t", "facts_file": "x", "unit": "元", "expect": {"total": 1}})",
         "tests.facts_file", "/tests/1/facts_file", "no JSON object"},
    };
    for (const Mistake& each : table) {
        INFO(each.test);
        const Error error = refused(demo_tests(base_test() + ",\n" + each.test));
        CHECK(error.code == each.code);
        CHECK(error.pointer == each.pointer);
        CHECK(error.place.line == 4);
        CHECK((error.message + error.hint).find(each.says) != std::string::npos);
    }
}

TEST_CASE("tests document: mistakes of the whole") {
    CHECK(refused("{").code == "json.syntax");
    CHECK(refused(R"({"heng": "facts/1"})").code == "tests.heng");
    CHECK(refused(R"({"heng": "tests/1", "tests": []})").code == "tests.missing-key");
    CHECK(refused(R"({"heng": "tests/1", "rubric": "demo", "tests": []})").code ==
          "tests.no-tests");
    CHECK(refused(R"({"heng": "tests/1", "rubric": "demo"})").code == "tests.missing-key");
    CHECK(refused(test::demo_rubric()).code == "tests.no-tests");
    const Error other = refused(R"({"heng": "tests/1", "rubric": "other", "tests": []})");
    CHECK(other.code == "tests.rubric");
    CHECK(other.pointer == "/rubric");
    CHECK(other.message == "\"other\": there is none");
    const std::string argued = R"(, "equivalent": [{"mutant": "x", "reason": ""}])";
    CHECK(refused(demo_tests(base_test(), argued)).code == "tests.reason");
    // a rubric that can't be read is refused with its own name
    const TestSources broken{[](const std::string& name) -> Result<RubricDocument> {
                                 const auto rubric = RubricDocument::parse("[]");
                                 return Failure{in_document(rubric.error(), name)};
                             },
                             {}};
    const auto report = run_tests(demo_tests(base_test()), broken);
    REQUIRE_FALSE(report.has_value());
    CHECK(report.error().document == "demo");
    CHECK_FALSE(run_tests(demo_tests(base_test()), {}).has_value());
}

TEST_CASE("tests document: hostile ones cost little") {
    std::string path = "late";
    for (int i = 0; i < 40; ++i) {
        path += ".a";
    }
    const std::string start = base_test() + R"(, {"name": "t", "like": "base", "facts": {")";
    CHECK(refused(demo_tests(start + path + R"(": 1}, "expect": {"error": "x"}})")).code ==
          "tests.path");
    // each is like the one before and twice as large
    std::string large = base_test();
    std::string facts = R"({"note": ")" + std::string(100'000, 'x') + R"("})";
    std::string name = "base";
    for (int i = 0; i < 1000; ++i) {
        const std::string next = "t" + std::to_string(i);
        large += R"(, {"name": ")" + next + R"(", "like": ")" + name + R"(", "facts": )" +
                 (i == 0 ? facts : "{}") + R"(, "expect": {"error": "x"}})";
        name = next;
    }
    CHECK(refused(demo_tests(large)).code == "limit.bytes");
    std::string many = base_test() + R"(, {"name": "t", "like": "base", "facts": {)";
    for (int i = 0; i < 1001; ++i) {
        many += (i == 0 ? "\"k" : ", \"k") + std::to_string(i) + "\": 1";
    }
    CHECK(refused(demo_tests(many + R"(}, "expect": {"error": "x"}})")).code == "tests.facts");
    TestOptions few;
    few.mutate = true;
    few.most_mutants = 10;
    const auto report = run_tests(demo_tests(base_test()), test::demo_sources(), few);
    REQUIRE_FALSE(report.has_value());
    CHECK(report.error().code == "limit.mutants");
    few.most_mutants = 20'000;
    int none = 0; // how often none was tried, and some
    int some = 0;
    for (few.most_work = 1'000; few.most_work <= TestOptions{}.most_work;
         few.most_work += few.most_work / 20) {
        const auto cut = run_tests(demo_tests(base_test()), test::demo_sources(), few);
        if (cut) {
            break;
        }
        CHECK(cut.error().code == "limit.mutants");
        (cut.error().message.ends_with(": 0 were tried") ? none : some) += 1;
    }
    CHECK(none > 0);
    CHECK(some > 0);
    CHECK(few.most_work < TestOptions{}.most_work);
}
