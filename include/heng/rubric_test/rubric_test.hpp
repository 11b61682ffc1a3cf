// SPDX-License-Identifier: Apache-2.0
//
// A rubric's own tests (tests/1): facts with the scores that the printed rule gives them, the
// behaviour that no test reaches, and possible faults in the rubric that no test would notice
// (mutation).
//
//     Result<TestReport> report = heng::run_tests(text, {rubric_of, facts_of}, {.mutate = true});
//     if (!report) std::cerr << report.error() << '\n';
//     std::cout << heng::to_text(*report);
//     const int status = heng::passed(*report) ? 0 : 1;
//
// A tests/1 document, or the keys "tests" and "equivalent" of a rubric:
//
//     {"heng": "tests/1", "rubric": "hunan-unit-2018", "tests": [
//       {"name": "base", "unit": "万元", "facts": {"staff": {"actual": 100, "establishment": 100}},
//        "expect": {"total": "32", "scores": {"process.execution.control": "8"}}},
//       {"name": "1 % over", "like": "base", "facts": {"staff.actual": 101},
//        "expect": {"scores": {"input.allocation.staff": "7.5"}}},
//       {"name": "no staff", "like": "base", "facts": {"staff.actual": null},
//        "expect": {"error": "staff.actual"}}]}
//
// A test has `facts` (the data of a facts document) or `facts_file`, and beside it `unit`,
// `subject` and `assessed`, as in facts/1. `like` names an earlier test, whose facts are changed:
// keys may be paths with points (an element of a list by its number from 0), objects are merged,
// null removes (RFC 7386). `expect` has at least one of `total`, `grade`, `scores`, `points` ({id:
// number}), `status` ({id: "not-applicable"}), `adjusted` (the ids of the adjustments whose
// condition held, in order) and, alone, `error`: a code such as "facts.zero-denominator", or the
// path of a fact that is missing. Numbers are compared exactly: "3" is "3.00", "1/3" may be
// written. Tests run by Facts::parse and score, so that a refusal can be tested, too.
#pragma once

#include <heng/document/call.hpp>
#include <heng/document/rubric_document.hpp>
#include <heng/limits.hpp>
#include <heng/result.hpp>
#include <heng/rubric/rubric.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace heng {

/// Returns the rubric that another document names. An error that names a document is one of that
/// document; any other is told of the name.
using RubricSource = std::function<Result<RubricDocument>(const std::string& name)>;

/// Returns the text of a document that another one names. The library reads no files.
using TextSource = std::function<Result<std::string>(const std::string& name)>;

/// The readers of documents that a tests/1 document names.
struct TestSources {
    RubricSource rubric; ///< reads the document named by "rubric": an id or a path
    TextSource facts;    ///< reads the document named by "facts_file"
};

/// Whether mutants are tried, and the most work for them.
struct TestOptions {
    bool mutate = false; ///< try the mutants too, if all tests pass
    std::size_t most_mutants = 20'000;
    /// The most that mutation may cost: 1 for each byte of the rubric, which is read again for each
    /// mutant; 3 for each item and 2 for each step of an expression that a test scores. The default
    /// is some six seconds.
    std::uint64_t most_work = std::uint64_t{1} << 27U;
};

/// A result that differs from what a test expects.
struct TestDifference {
    std::string what; ///< such as "total" or "scores: effect.overall"
    std::string expected;
    std::string found; ///< a number, a word, or an error
    std::string why;   ///< the sentence of the item, or ""
};

/// A test and its differences; it passes if there are none.
struct TestOutcome {
    std::string name;
    std::string pointer; ///< JSON Pointer into the document
    Place place{};
    std::vector<TestDifference> differences{};
};

/// Something that facts can make an indicator do, and the number of tests that reached it.
struct CoveragePoint {
    std::string what; ///< in the rubric's language
    std::size_t tests = 0;
};

/// The behaviour of one indicator that tests can reach.
struct Coverage {
    std::string id; ///< the indicator's id; "" for the whole rubric
    std::string name;
    std::vector<CoveragePoint> points{};
};

/// The verdict of the tests on a mutant.
enum class MutantFate : std::uint8_t {
    killed,    ///< a test noticed
    survived,  ///< no test noticed
    accepted,  ///< no test can notice: the document says why, in "equivalent"
    same,      ///< heng proves that it scores all facts as the rubric does; not counted
    stillborn, ///< it is no valid rubric; not counted
};

/// The rubric with one change.
struct Mutant {
    /// Stable: the place and the change, such as "carry_over/rule/bands/0/in@4: 0.10 -> 0.11".
    std::string name;
    std::string pointer; ///< JSON Pointer into the rubric
    MutantFate fate = MutantFate::survived;
    /// Killed: the test; survived: facts that would show it; accepted: the reason.
    std::string note{};
    bool refuted = false; ///< survived: the facts of the note were tried, and do show it
};

/// The outcome of all tests.
struct TestReport {
    std::string rubric_id;
    std::string rubric_title;
    Language language = Language::zh;
    std::vector<TestOutcome> tests{};
    std::vector<Coverage> coverage{};
    bool mutated = false; ///< mutation was asked for and the tests pass
    std::vector<Mutant> mutants{};
    /// Names in "equivalent" that no mutant has, or one that a test notices or facts can show.
    std::vector<std::string> stale{};
};

/// Runs tests/1, or the tests inside a rubric/1 document. Errors: json.*, limit.*, tests.*; those
/// of the rubric, with its name as the document; those of a source; limit.mutants if mutation costs
/// more than the options allow. O(tests × scoring), and with mutation × mutants. Past three or four
/// seconds (or CallOptions::most_steps, which bounds the mutants as well) no more tests are run:
/// the remaining ones fail with `limit.exceeded`.
[[nodiscard]] Result<TestReport> run_tests(std::string_view json, const TestSources& sources,
                                           const TestOptions& options = {},
                                           const Limits& limits = {}, const CallOptions& call = {});

/// Returns whether every test passes, and no mutant survives unaccepted.
[[nodiscard]] bool passed(const TestReport& report);

/// Returns the number of mutants that met this fate.
[[nodiscard]] std::size_t count(const TestReport& report, MutantFate fate);

/// Returns text in the rubric's language; with what no test reached if `coverage`.
[[nodiscard]] std::string to_text(const TestReport& report, bool coverage = true);

/// Returns JSON: {"rubric", "passed", "tests", "coverage", "mutation"}.
[[nodiscard]] std::string to_json(const TestReport& report);

} // namespace heng
