// SPDX-License-Identifier: Apache-2.0
//
// A small rubric that has nearly everything, and tests of it.
#pragma once

#include <heng/rubric_test/rubric_test.hpp>

#include <doctest/doctest.h>

#include <string>

namespace heng::test {

/// 100 points: execution 40 (bands), late 20 (occurrences), books 20 (checklist), staff 20 (step).
inline std::string demo_rubric(const std::string& tail = "") {
    return R"--({"heng": "rubric/1", "id": "demo", "title": "Demo", "language": "en", "unit": "元",
 "points": "100", "rounding": {"scale": 2, "mode": "half-up", "at": ["leaf"]},
 "grades": [{"in": ">= 60", "grade": "pass"}, {"in": "[0..60)", "grade": "fail"}],
 "inputs": {"budget.annual": {"type": "money", "minimum": "0"}, "budget.spent": {"type": "money"},
            "late": {"type": "count"}, "books.kept": {"type": "boolean"},
            "books.open": {"type": "boolean"}, "over": {"type": "percent"}},
 "values": {"rate": "budget.spent / budget.annual"},
 "indicators": [
  {"id": "execution", "name": "Execution", "points": "40", "measure": "rate",
   "rule": {"kind": "bands", "bands": [{"in": ">= 0.9", "score": "40"},
                                       {"in": "[0.5..0.9)", "score": "20"},
                                       {"in": "< 0.5", "score": "0"}]},
   "not_applicable": {"when": "budget.annual = 0", "treat_as": "rescale"}},
  {"id": "late", "name": "Late", "points": "20",
   "rule": {"kind": "occurrences", "each": [{"count": "late", "deduct": "3", "at_most": "9"}]}},
  {"id": "books", "name": "Books", "points": "20", "rule": {"kind": "checklist", "items": [
    {"id": "kept", "when": "books.kept", "score": "10"},
    {"id": "open", "when": "books.open", "score": "10"}]}},
  {"id": "staff", "name": "Staff", "points": "20", "measure": "over",
   "rule": {"kind": "step", "norm": "0", "side": "above", "every": "0.01", "deduct": "2",
            "part": "whole"}}],
 "adjustments": [{"id": "veto", "when": "late > 5", "at_most": "59", "reason": "r"}])--" +
           tail + "}";
}

inline std::string base_test() {
    return R"({"name": "base", "unit": "元", "facts": {"budget": {"annual": 100, "spent": 95},
        "late": 0, "books": {"kept": true, "open": true}, "over": "0%"},
        "expect": {"total": "100", "grade": "pass"}})";
}

/// A tests/1 document of these tests, for demo_rubric().
inline std::string demo_tests(const std::string& tests, const std::string& tail = "") {
    return R"({"heng": "tests/1", "rubric": "demo", "tests": [)" + tests + "]" + tail + "}";
}

inline TestSources demo_sources() {
    return {[](const std::string& name) -> Result<RubricDocument> {
                if (name == "demo") {
                    return RubricDocument::parse(demo_rubric());
                }
                Error error;
                error.status = Status::not_found;
                error.code = "rubric.not-found";
                error.message = "there is none";
                return Failure{error};
            },
            [](const std::string& name) -> Result<std::string> {
                return R"({"heng": "facts/1", "data": {"late": )" + name + "}}";
            }};
}

inline TestReport run(const std::string& text, TestOptions options = {}) {
    auto report = run_tests(text, demo_sources(), options);
    REQUIRE_MESSAGE(report.has_value(), report.error());
    return *report;
}

} // namespace heng::test
