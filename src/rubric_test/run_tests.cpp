// SPDX-License-Identifier: Apache-2.0
#include "base/json/declared.hpp"
#include "document/within_limits.hpp"
#include "rubric_test/coverage.hpp"
#include "rubric_test/judge.hpp"
#include "rubric_test/messages.hpp"
#include "rubric_test/mutation_run.hpp"
#include "rubric_test/mutations.hpp"
#include "rubric_test/tests_document.hpp"
#include "scoring/scoring.hpp"

#include <heng/document/rubric_document.hpp>
#include <heng/facts/facts.hpp>
#include <heng/rubric_test/rubric_test.hpp>

#include <algorithm>
#include <cstdint>
#include <map>
#include <utility>

namespace heng {
namespace {

using detail::json::Json;
using detail::json::JsonDocument;
using detail::json::JsonKind;
using detail::json::ObjectReader;
using detail::json::Problems;
using detail::json::Reader;
using namespace heng::detail::rubric_test;

/// The tests, and the rubric that they are of.
struct Suite {
    JsonDocument json;
    RubricDocument rubric;
    TestsDocument tests{};
};

bool is_rubric(const JsonDocument& json) {
    const auto heng = json.root().find("heng");
    return heng && heng->is(JsonKind::string) && heng->text().starts_with("rubric/");
}

/// The rubric that a tests/1 document names.
Result<RubricDocument> rubric_of(const Reader& name, const TestSources& sources,
                                 const Limits& limits) {
    const auto written = name.text();
    if (written && !sources.rubric) {
        name.problem("rubric", detail::rubric_test::say::rubric_elsewhere);
    }
    if (!name.problems().empty() || !written) {
        return Failure{name.problems().error()};
    }
    const std::string wanted{*written};
    auto rubric = sources.rubric(wanted);
    if (!rubric && rubric.error().document.empty()) {
        const Error& why = rubric.error();
        name.problem("rubric",
                     detail::rubric_test::say::of_document(wanted, detail::text::message_of(why)),
                     detail::text::hint_of(why));
        Error error = name.problems().error();
        error.status = why.status;
        return Failure{std::move(error)};
    }
    return rubric && limits.language ? rubric->spoken_in(*limits.language) : std::move(rubric);
}

Result<Suite> suite_of_tests(const JsonDocument& json, const TestSources& sources,
                             const Limits& limits) {
    Problems problems{detail::json::tests_document, limits};
    const Reader root{json.root(), problems};
    if (!root.has_heng()) {
        return Failure{problems.error()};
    }
    const ObjectReader object = root.as(detail::declared::tests).object();
    auto rubric = rubric_of(object["rubric"], sources, limits);
    if (!rubric) {
        return Failure{std::move(rubric.error())};
    }
    Suite suite{json, *rubric};
    suite.tests =
        read_tests(object["tests"], object["equivalent"], rubric->compiled(), sources.facts);
    if (!problems.empty()) {
        return Failure{problems.error()};
    }
    return suite;
}

Result<Suite> suite_of_rubric(const JsonDocument& json, const TestSources& sources,
                              const Limits& limits) {
    auto rubric = RubricDocument::of(json, limits);
    if (!rubric) {
        return Failure{std::move(rubric.error())};
    }
    Problems problems{detail::json::tests_document, limits};
    const Reader root{json.root(), problems};
    Suite suite{json, *rubric};
    const Reader suite_root = root.as(detail::declared::tests);
    const Reader tests = suite_root.peek("tests");
    if (!tests.is_present()) {
        root.problem("no-tests", detail::rubric_test::say::no_own_tests,
                     detail::rubric_test::say::add_tests);
    }
    suite.tests =
        read_tests(tests, suite_root.peek("equivalent"), rubric->compiled(), sources.facts);
    if (!problems.empty()) {
        return Failure{problems.error()};
    }
    return suite;
}

/// The public way, so that what is tested is what is used; within what all tests together may take.
Outcome outcome_of(const RubricDocument& rubric, const Trial& trial, const Limits& limits,
                   detail::feel::CallBudget& budget) {
    if (!budget.is_spent()) {
        if (!trial.facts) {
            return Failure{trial.facts.error()};
        }
        const auto facts = Facts::of(rubric, *trial.facts, limits);
        if (!facts) {
            return Failure{facts.error()};
        }
        Outcome outcome = detail::scoring::score_within(*facts, budget);
        if (!budget.is_spent()) {
            return outcome;
        }
    }
    return Failure{detail::scoring::budget_spent(rubric.rubric().language)};
}

void run_trials(const Suite& suite, const Limits& limits, const CallOptions& call,
                TestReport& report) {
    CoverageCounter coverage{suite.rubric.compiled()};
    detail::json::PlaceCounter places{suite.json.text()};
    detail::feel::CallBudget budget =
        detail::document::budget_of(call, detail::feel::long_call_steps);
    for (const Trial& trial : suite.tests.trials) {
        const Outcome outcome = outcome_of(suite.rubric, trial, limits, budget);
        if (outcome) {
            coverage.count(*outcome);
        }
        TestOutcome test{trial.name, "/tests/" + std::to_string(report.tests.size())};
        test.differences = differences(trial.expect, outcome);
        if (budget.is_spent() && test.differences.empty()) { // it expects just that of its own
            test.differences.push_back({"error", *trial.expect.error, outcome.error().message, {}});
        }
        if (!test.differences.empty()) {
            test.place = places.at(trial.place.offset());
        }
        report.tests.push_back(std::move(test));
    }
    report.coverage = coverage.take();
}

/// Marks those that the document argues to be no mistakes, and what it argues in vain.
void accept(const std::vector<Equivalent>& equivalent, TestReport& report) {
    std::map<std::string_view, Mutant*> by_name;
    for (Mutant& mutant : report.mutants) {
        by_name.emplace(mutant.name, &mutant);
    }
    for (const Equivalent& each : equivalent) {
        const auto found = by_name.find(each.mutant);
        if (found == by_name.end() || found->second->fate != MutantFate::survived ||
            found->second->refuted) {
            report.stale.push_back(each.mutant);
        } else {
            found->second->fate = MutantFate::accepted;
            found->second->note = each.reason;
        }
    }
}

Result<bool> mutate(const Suite& suite, const TestOptions& options, const Limits& limits,
                    const CallOptions& call, TestReport& report) {
    const detail::document::CompiledRubric& compiled = suite.rubric.compiled();
    const Json root = compiled.json->root();
    const std::vector<Mutation> all = mutations(root, compiled, options.most_mutants);
    if (all.size() > options.most_mutants) {
        const std::string most = std::to_string(options.most_mutants);
        return Failure{
            in_language(detail::text::error_of(Status::limit_exceeded, "limit.mutants",
                                               detail::rubric_test::say::too_many_mutants(most),
                                               detail::rubric_test::say::fewer_mutants),
                        compiled.rubric.language)};
    }
    std::vector<Result<Loaded>> facts;
    for (const Trial& trial : suite.tests.trials) {
        facts.push_back(load_facts(compiled, trial.facts, limits));
    }
    constexpr std::uint64_t most_countable = std::uint64_t{1} << 62U;
    auto work = static_cast<std::int64_t>(std::min(options.most_work, most_countable));
    work = call.most_steps > 0 ? std::min(work, call.most_steps) : work;
    MutationRun run{root, compiled, suite.tests, facts, limits, {work, call.cancelled}};
    auto mutants = run.run(all);
    if (!mutants) {
        return Failure{std::move(mutants.error())};
    }
    report.mutants = *std::move(mutants);
    report.mutated = true;
    accept(suite.tests.equivalent, report);
    return true;
}

Result<TestReport> run_unguarded(std::string_view text, const TestSources& sources,
                                 const TestOptions& options, const Limits& limits,
                                 const CallOptions& call) {
    const auto json = JsonDocument::parse(text, limits);
    if (!json) {
        return Failure{json.error()};
    }
    const auto suite = is_rubric(*json) ? suite_of_rubric(*json, sources, limits)
                                        : suite_of_tests(*json, sources, limits);
    if (!suite) {
        return Failure{suite.error()};
    }
    const Rubric& rubric = suite->rubric.rubric();
    TestReport report{rubric.id, rubric.title, rubric.language};
    run_trials(*suite, limits, call, report);
    if (options.mutate && passed(report)) {
        const auto done = mutate(*suite, options, limits, call, report);
        if (!done) {
            return Failure{done.error()};
        }
    }
    return report;
}

} // namespace

Result<TestReport> run_tests(std::string_view json, const TestSources& sources,
                             const TestOptions& options, const Limits& limits,
                             const CallOptions& call) {
    return detail::document::as_call(call, [&] {
        Limits spoken = limits;
        spoken.language = call.language ? call.language : limits.language;
        return run_unguarded(json, sources, options, spoken, call);
    });
}

bool passed(const TestReport& report) {
    return report.stale.empty() && count(report, MutantFate::survived) == 0 &&
           std::all_of(report.tests.begin(), report.tests.end(),
                       [](const TestOutcome& test) { return test.differences.empty(); });
}

std::size_t count(const TestReport& report, MutantFate fate) {
    return static_cast<std::size_t>(
        std::count_if(report.mutants.begin(), report.mutants.end(),
                      [fate](const Mutant& mutant) { return mutant.fate == fate; }));
}

} // namespace heng
