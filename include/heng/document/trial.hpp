// SPDX-License-Identifier: Apache-2.0
//
// A rubric's own tests (tests/1): facts with the scores that the printed rule gives them, what no
// test reaches, and what could be wrong in the rubric without a test noticing (mutation).
//
//     Result<TestReport> report = heng::run_tests(text, {rubric_of, facts_of}, {.mutate = true});
//     if (!report) std::cerr << report.error() << '\n';
//     std::cout << heng::to_text(*report);
//     return heng::passed(*report) ? 0 : 1;
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
// null removes (RFC 7386). `expect` has at least one of `total`, `grade`, `scores`, `points`
// ({id: number}), `status` ({id: "not-applicable"}), `adjusted` (the ids of the adjustments whose
// condition held, in order) and, alone, `error`: a code such as "facts.zero-denominator", or the
// path of a fact that is missing. Numbers are compared exactly: "3" is "3.00", "1/3" may be
// written. Tests run by Facts::parse and score, so that a refusal can be tested, too.
#pragma once

#include <heng/document/limits.hpp>
#include <heng/result.hpp>
#include <heng/rubric/rubric.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace heng {

/// The text of a document that another one names. The library reads no files.
using TextSource = std::function<Result<std::string>(const std::string& name)>;

struct TestSources {
    TextSource rubric; ///< of "rubric": an id or a path
    TextSource facts;  ///< of "facts_file"
};

struct TestOptions {
    bool mutate = false; ///< try the mutants too, where all tests pass
    std::size_t most_mutants = 20'000;
    /// The cost that mutation may have: a unit for each byte of the rubric, which is read again for
    /// each mutant; 3 for each item and 2 for each step of an expression that a test scores. The
    /// usual: some six seconds.
    std::uint64_t most_work = std::uint64_t{1} << 27U;
};

/// What came out otherwise than a test expects.
struct TestDifference {
    std::string what; ///< such as "total" or "scores: effect.overall"
    std::string expected;
    std::string found; ///< a number, a word, or an error
    std::string why;   ///< the sentence of the item, or ""
};

struct TestOutcome {
    std::string name;
    std::string pointer; ///< JSON Pointer into the document
    Place place{};
    std::vector<TestDifference> differences{};
};

/// Something that facts can make an indicator do, and by how many tests it was reached.
struct CoveragePoint {
    std::string what; ///< in the rubric's language
    std::size_t tests = 0;
};

struct Coverage {
    std::string id; ///< of an indicator; "" for the whole rubric
    std::string name;
    std::vector<CoveragePoint> points{};
};

enum class MutantFate : std::uint8_t {
    killed,    ///< a test noticed
    survived,  ///< none did
    accepted,  ///< none can: the document says why, in "equivalent"
    same,      ///< heng sees that it scores all facts as the rubric does; not counted
    stillborn, ///< it is no valid rubric; not counted
};

/// The rubric with one change.
struct Mutant {
    /// Stable: where, and the change, such as "carry_over/rule/bands/0/in@4: 0.10 -> 0.11".
    std::string name;
    std::string pointer; ///< JSON Pointer into the rubric
    MutantFate fate = MutantFate::survived;
    std::string note{}; ///< killed: the test; survived: facts that would tell; accepted: the reason
    bool refuted = false; ///< survived: the facts of the note were tried, and do tell
};

struct TestReport {
    std::string rubric_id;
    std::string rubric_title;
    Language language = Language::zh;
    std::vector<TestOutcome> tests{};
    std::vector<Coverage> coverage{};
    bool mutated = false; ///< mutation was asked for and the tests pass
    std::vector<Mutant> mutants{};
    /// Names in "equivalent" of no mutant, or of one that a test notices or facts can tell.
    std::vector<std::string> stale{};
};

/// Runs tests/1, or the tests inside a rubric/1 document. Errors: json.*, limit.*, tests.*; those
/// of the rubric, with its name as the document; those of a source. limit.mutants where mutation
/// costs more than the options allow. O(tests × scoring), and with mutation × mutants. Past
/// three or four seconds no more tests are run: those that are left fail with `limit.exceeded`.
[[nodiscard]] Result<TestReport> run_tests(std::string_view json, const TestSources& sources,
                                           const TestOptions& options = {},
                                           const Limits& limits = {});

/// Every test passes, and no mutant survives unaccepted.
[[nodiscard]] bool passed(const TestReport& report);

/// How many mutants met this fate.
[[nodiscard]] std::size_t count(const TestReport& report, MutantFate fate);

/// For people, in the rubric's language; with what no test reached where `coverage`.
[[nodiscard]] std::string to_text(const TestReport& report, bool coverage = true);

/// For machines: {"rubric", "passed", "tests", "coverage", "mutation"}.
[[nodiscard]] std::string to_json(const TestReport& report);

} // namespace heng
