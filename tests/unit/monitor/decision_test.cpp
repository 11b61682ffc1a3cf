// SPDX-License-Identifier: Apache-2.0
//
// Policies and decisions: which rule decides, on what; conflicts are found at load.
#include <heng/monitor/decision.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

using namespace heng;

namespace {

std::string rule(const std::string& id, const std::string& when, const std::string& decision,
                 const std::string& more = "") {
    return R"({"id": ")" + id + R"(", "when": ")" + when + R"(", "label": "L", "decision": ")" +
           decision + '"' + more + "}";
}

Result<PolicyDocument> parsed(const std::string& rules, const std::string& more = "") {
    return PolicyDocument::parse(
        R"({"heng": "policy/1", "id": "t", "title": "T", "basis": "local", "source": "test",
            "language": "en", "monitoring": {"spending": [{"by": "04-30", "at_least": "25%"}]}, )" +
        more + R"("decisions": [)" + rules + "]}");
}

PolicyDocument policy_of(const std::string& rules, const std::string& more = "") {
    auto policy = parsed(rules, more);
    REQUIRE_MESSAGE(policy.has_value(), policy.error());
    return *std::move(policy);
}

ProgressDocument progress_of(const std::string& spent, const std::string& data = "{}") {
    auto progress = ProgressDocument::parse(
        R"({"heng": "progress/1", "subject": {"name": "A", "year": 2023}, "unit": "万元",
            "projects": [{"id": "p", "name": "P", "budget": "1000", "data": )" +
        data + R"(, "entries": [{"date": "2023-06-30", "spent": ")" + spent + R"("}]}]})");
    REQUIRE_MESSAGE(progress.has_value(), progress.error());
    return *std::move(progress);
}

DecisionReport decided(const ProgressDocument& progress, const PolicyDocument& policy,
                       const std::vector<ProjectScore>& scores = {}) {
    auto report = decide(progress, policy, scores);
    REQUIRE_MESSAGE(report.has_value(), report.error());
    return *std::move(report);
}

std::string word(const Decision& decision) {
    return decision.decision ? std::string{name(*decision.decision)} + ' ' + decision.rule : "none";
}

bool has(const DecisionReport& report, std::string_view code) {
    return std::any_of(report.findings.begin(), report.findings.end(),
                       [&](const Finding& finding) { return finding.code == code; });
}

std::vector<ProjectScore> scored(std::int64_t score, const std::string& grade) {
    return {{"p", Decimal{score}, grade}};
}

} // namespace

TEST_CASE("decisions: the rule that goes first decides, and says what it read") {
    const PolicyDocument policy =
        policy_of(rule("late", "spending < 0.3", "defer", R"(, "priority": 2)") + "," +
                  rule("poor", "score < 60", "stop", R"(, "priority": 1)") + "," +
                  rule("slow", "spending < 0.2", "defer", R"(, "priority": 3)"));
    const Decision late = decided(progress_of("299"), policy, scored(60, "中")).decisions[0];
    CHECK(word(late) == "defer late");
    CHECK(late.why == "the rule \"late\" holds: progress of spending is 29.9%, "
                      "budget is 1000万元, spent is 299万元");
    REQUIRE(late.inputs.size() == 3);
    CHECK(late.inputs[0].name == "spending");
    CHECK(late.inputs[0].value == "0.299");
    CHECK(late.money->to_string() == "701");
    const Decision poor = decided(progress_of("199"), policy, scored(59, "差")).decisions[0];
    CHECK(word(poor) == "stop poor");
    CHECK(poor.others == std::vector<std::string>{"late", "slow"});
    const Decision fine = decided(progress_of("300"), policy, scored(60, "中")).decisions[0];
    CHECK(word(fine) == "continue ");
    CHECK(fine.why == "no rule holds");
    CHECK_FALSE(fine.money.has_value());
}

TEST_CASE("decisions: what is not known is said, and decides nothing") {
    const PolicyDocument policy =
        policy_of(rule("poor", "score < 60", "stop") + "," +
                      rule("failed", "review.passed = false", "defer", R"(, "priority": 1)"),
                  R"("inputs": {"review.passed": {"type": "boolean"}}, )");
    const Decision unknown = decided(progress_of("500"), policy).decisions[0];
    CHECK(word(unknown) == "continue ");
    REQUIRE(unknown.undecided.size() == 2);
    CHECK(unknown.undecided[0].rule == "poor");
    CHECK(unknown.undecided[0].missing == std::vector<std::string>{"score"});
    CHECK(unknown.undecided[1].missing == std::vector<std::string>{"review.passed"});
    CHECK(unknown.why == "no rule holds; not known for want of facts: \"poor\" (score), \"failed\" "
                         "(review.passed)");
    const Decision failed =
        decided(progress_of("500", R"({"review": {"passed": false}})"), policy).decisions[0];
    CHECK(word(failed) == "defer failed");
}

namespace {

ProgressDocument without_entries(const std::string& budget = "1000",
                                 const std::string& entries = "") {
    auto progress = ProgressDocument::parse(
        R"({"heng": "progress/1", "subject": {"name": "A", "year": 2023}, "unit": "万元",
            "as_of": "2023-07-01", "projects": [{"id": "p", "name": "P", "budget": )" +
        budget + R"(, "entries": [)" + entries + "]}]}");
    REQUIRE_MESSAGE(progress.has_value(), progress.error());
    return *std::move(progress);
}

} // namespace

TEST_CASE("decisions: a project of which nothing is reported does not simply continue") {
    const PolicyDocument lag = policy_of(rule("lag", R"(warnings.spending = \"red\")", "defer"));
    const DecisionReport report = decided(without_entries(), lag);
    CHECK(word(report.decisions[0]) == "none");
    CHECK(report.decisions[0].conflicts.empty());
    CHECK(report.decisions[0].why.find("lag") != std::string::npos);
    CHECK(report.decisions[0].why.find("2023-07-01") != std::string::npos);
    CHECK_FALSE(report.clean);
    const std::string later = R"({"date": "2023-08-01", "spent": 900})";
    const std::string before = R"({"date": "2022-12-31", "spent": 900})";
    CHECK(word(decided(without_entries("1000", later), lag).decisions[0]) == "none");
    CHECK(word(decided(without_entries("1000", before), lag).decisions[0]) == "none");
    CHECK(word(decided(without_entries("0", R"({"date": "2023-06-30", "spent": 0})"), lag)
                   .decisions[0]) == "none");
    CHECK(word(decided(without_entries(), policy_of("")).decisions[0]) == "none");
    CHECK(word(decided(progress_of("500"), lag).decisions[0]) == "continue ");
    // a rule may ask for it, and rules on scores alone do not
    const PolicyDocument ask =
        policy_of(rule("ask", R"(warnings.spending = \"no-data\")", "adjust"));
    CHECK(word(decided(without_entries(), ask).decisions[0]) == "adjust ask");
    const PolicyDocument all = policy_of(rule("ask", R"(warning = \"no-data\")", "adjust"));
    CHECK(word(decided(without_entries(), all).decisions[0]) == "adjust ask");
    const PolicyDocument poor = policy_of(rule("poor", "score < 60", "stop"));
    CHECK(word(decided(without_entries(), poor, scored(80, "良")).decisions[0]) == "continue ");
}

TEST_CASE("decisions: the built-in policy does not defer what is all but spent") {
    const auto policy = builtin_policy("guangzhou-2023");
    REQUIRE(policy.has_value());
    const auto at_year_end = [&](const std::string& spent) {
        auto progress = ProgressDocument::parse(
            R"({"heng": "progress/1", "subject": {"name": "A", "year": 2023}, "unit": "万元",
                "projects": [{"id": "p", "name": "P", "budget": "10000", "entries": [
                {"date": "2023-12-31", "spent": ")" +
            spent + R"(", "goal_progress": "100%"}]}]})");
        REQUIRE_MESSAGE(progress.has_value(), progress.error());
        return word(decided(*progress, *policy).decisions[0]);
    };
    CHECK(at_year_end("9983") == "continue ");
    CHECK(at_year_end("9000") == "continue ");
    CHECK(at_year_end("8999.99") == "defer spending-behind");
}

TEST_CASE("decisions: the advice for next year, by the grade") {
    const PolicyDocument policy = policy_of("", R"("advice": [{"grade": "优", "advice": "优先保障"},
                                    {"grade": "中", "advice": "压减", "budget": "80%"}], )");
    const auto advised = [&](const std::string& grade) {
        return decided(progress_of("500"), policy, scored(70, grade));
    };
    CHECK(advised("优").decisions[0].advice == "优先保障");
    CHECK_FALSE(advised("优").decisions[0].next_budget.has_value());
    CHECK(advised("中").decisions[0].next_budget->to_string() == "800");
    const DecisionReport none = advised("差");
    CHECK(none.decisions[0].advice == "");
    CHECK(has(none, "no-advice"));
    const DecisionReport other =
        decided(progress_of("500"), policy, {{"q", Decimal{1}, std::nullopt}});
    CHECK(has(other, "unknown-project"));
    CHECK_FALSE(has(advised("优"), "no-advice"));
}

TEST_CASE("decisions: two rules that can both hold and decide differently are refused") {
    struct Case {
        std::string first;
        std::string second;
        std::string facts; ///< in the message; "" where they do not conflict
    };
    const std::vector<Case> table{
        {"spending < 0.3", "score < 60", "score is 0, budget is 1, spent is 0"},
        {"spending < 0.3", "spending >= 0.3", ""},
        {"spending < 0.3", "spending > 0.2 and month > 3", "month is 12, budget is 4, spent is 1"},
        {"grade = \\\"优\\\"", "grade = \\\"差\\\"", ""},
        {"grade = \\\"差\\\"", "watched", "grade is \\\"差\\\", watched closely is yes"},
        {"started", "spent = 0", ""},
        {"not(started)", "spent = 0", "spent is 0"},
        {"warning = \\\"red\\\"", "warning != \\\"red\\\"", ""},
        {"warning = \\\"red\\\"", "warnings.gap = \\\"yellow\\\"",
         "warning about the gap is yellow"},
        {"month <= 9", "month > 9", ""},
        {"month <= 9", "month >= 9", "month is 9"},
        {"unspent > 0", "spending < 1", "budget is 1, spent is 0"},
        {"score < 60", "score in [60..80)", ""},
        {"score <= 60", "score in [60..80)", "score is 60"},
        {"true", "watched", "watched closely is yes"},
    };
    for (const Case& row : table) {
        INFO(row.first << " / " << row.second);
        const std::string rules =
            rule("a", row.first, "defer") + "," + rule("b", row.second, "stop");
        const auto policy = parsed(rules);
        CHECK(policy.has_value() == row.facts.empty());
        if (!policy) {
            CHECK(policy.error().code == "policy.conflict");
            CHECK(policy.error().pointer == "/decisions/1/when");
            std::string facts = row.facts;
            for (std::size_t at = facts.find('\\'); at != std::string::npos;
                 at = facts.find('\\')) {
                facts.erase(at, 1);
            }
            INFO(policy.error().message);
            CHECK(policy.error().message.find(facts) != std::string::npos);
        } else {
            CHECK(policy->findings().empty());
        }
        // the same decision, or a priority, is no conflict
        CHECK(
            parsed(rule("a", row.first, "stop") + "," + rule("b", row.second, "stop")).has_value());
        CHECK(parsed(rule("a", row.first, "stop", R"(, "priority": 1)") + "," +
                     rule("b", row.second, "defer"))
                  .has_value());
    }
    CHECK_FALSE(parsed(rule("a", "watched", "stop", R"(, "priority": 1)") + "," +
                       rule("b", "watched", "defer", R"(, "priority": 1)"))
                    .has_value());
}

TEST_CASE("decisions: rules that are idle, and what could not be ruled out") {
    const auto codes = [](const PolicyDocument& policy) {
        std::string list;
        for (const Finding& finding : policy.findings()) {
            list += (list.empty() ? "" : " ") + finding.code;
        }
        return list;
    };
    CHECK(codes(policy_of(rule("a", "month > 12", "stop"))) == "rule-never");
    CHECK(codes(policy_of(rule("a", "month > 3", "stop", R"(, "priority": 1)") + "," +
                          rule("b", "month > 6", "defer"))) == "rule-hidden");
    CHECK(codes(policy_of(rule("a", "watched", "stop"),
                          R"("inputs": {"x": {"type": "count"}}, )")) == "unused-input");
    // true only for a score that no search is likely to meet
    const PolicyDocument far = policy_of(rule("a", "score * score = 7225.7001", "stop") + "," +
                                         rule("b", "score > 85", "defer"));
    CHECK(codes(far) == "maybe-conflict");
    auto scores = scored(0, "良");
    scores[0].score = *Decimal::parse("85.0041");
    CHECK(word(decided(progress_of("500"), far, scores).decisions[0]) == "defer b");
    const PolicyDocument square = policy_of(rule("a", "score * score = 7310.25 * 1", "stop") + "," +
                                            rule("b", "score > 85.4 and score < 85.6", "defer"));
    REQUIRE(codes(square) == "maybe-conflict");
    scores[0].score = *Decimal::parse("85.5");
    const DecisionReport report = decided(progress_of("500"), square, scores);
    CHECK(word(report.decisions[0]) == "none");
    CHECK(report.decisions[0].conflicts == std::vector<std::string>{"a", "b"});
    CHECK(has(report, "conflict"));
    CHECK_FALSE(report.clean);
}

TEST_CASE("decisions: data that the policy does not declare, or not so") {
    const PolicyDocument policy =
        policy_of(rule("a", "late > 3", "stop"), R"("inputs": {"late": {"type": "count"}}, )");
    const DecisionReport unread = decided(progress_of("500", R"({"late": 4, "lat": 1})"), policy);
    CHECK(word(unread.decisions[0]) == "stop a");
    CHECK(has(unread, "unread-fact"));
    const auto wrong = decide(progress_of("500", R"({"late": -1})"), policy);
    REQUIRE_FALSE(wrong.has_value());
    CHECK(wrong.error().code == "progress.count");
    CHECK(wrong.error().place.line == 2);
    // a fact of heng's own is no one's data
    const DecisionReport own = decided(progress_of("500", R"({"late": 0, "spent": 1})"), policy);
    CHECK(has(own, "unread-fact"));
    CHECK(word(own.decisions[0]) == "continue ");
}

TEST_CASE("policies: those that come with heng are sound") {
    CHECK(builtin_policy_ids() ==
          std::vector<std::string_view>{"guangzhou-2023", "province-thresholds"});
    for (const std::string_view id : builtin_policy_ids()) {
        INFO(id);
        const auto policy = builtin_policy(id);
        REQUIRE_MESSAGE(policy.has_value(), policy.error());
        CHECK(policy->policy().id == id);
        CHECK(policy->findings().empty());
        CHECK(policy->policy().basis != Basis::published); // neither passes for official
    }
    const auto none = builtin_policy("guangzhou-2032");
    REQUIRE_FALSE(none.has_value());
    CHECK(none.error().code == "policy.not-found");
    CHECK(none.error().hint == "did you mean \"guangzhou-2023\"?");
}

TEST_CASE("decisions: what all projects together take is limited") {
    const PolicyDocument policy =
        policy_of(rule("slow", "count(for i in 1..900000 return i) < month", "stop"));
    std::string projects;
    for (int i = 0; i < 40; ++i) {
        projects += std::string{i == 0 ? "" : ", "} + R"({"id": "p)" + std::to_string(i) +
                    R"(", "name": "P", "budget": "1000",
                       "entries": [{"date": "2023-06-30", "spent": "1"}]})";
    }
    const auto progress = ProgressDocument::parse(
        R"({"heng": "progress/1", "subject": {"name": "A", "year": 2023}, "unit": "万元",
            "projects": [)" +
        projects + "]}");
    REQUIRE_MESSAGE(progress.has_value(), progress.error());
    const auto report = decide(*progress, policy, {});
    REQUIRE_FALSE(report.has_value());
    CHECK(report.error().code == "limit.exceeded");
    CHECK(report.error().status == Status::limit_exceeded);
}
