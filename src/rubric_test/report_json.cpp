// SPDX-License-Identifier: Apache-2.0
#include "base/json/writer.hpp"

#include <heng/rubric_test/rubric_test.hpp>

#include <string_view>

namespace heng {
namespace {

using detail::json::JsonWriter;

std::string_view name(MutantFate fate) {
    switch (fate) {
    case MutantFate::killed:
        return "killed";
    case MutantFate::survived:
        return "survived";
    case MutantFate::accepted:
        return "accepted";
    case MutantFate::same:
        return "same";
    case MutantFate::stillborn:
        break;
    }
    return "stillborn";
}

void number(JsonWriter& out, std::string_view key, std::size_t value) {
    out.key(key).whole(static_cast<std::int64_t>(value));
}

void write_test(JsonWriter& out, const TestOutcome& test) {
    out.begin_object();
    out.member("name", test.name);
    out.key("passed").boolean(test.differences.empty());
    out.member("pointer", test.pointer);
    out.key("differences").begin_array();
    for (const TestDifference& each : test.differences) {
        out.begin_object();
        out.member("what", each.what);
        out.member("expected", each.expected);
        out.member("found", each.found);
        if (!each.why.empty()) {
            out.member("why", each.why);
        }
        out.end_object();
    }
    out.end_array();
    out.end_object();
}

void write_coverage(JsonWriter& out, const Coverage& coverage) {
    out.begin_object();
    if (coverage.id.empty()) {
        out.key("id").null();
    } else {
        out.member("id", coverage.id);
    }
    out.member("name", coverage.name);
    out.key("points").begin_array();
    for (const CoveragePoint& point : coverage.points) {
        out.begin_object().member("what", point.what);
        number(out, "tests", point.tests);
        out.end_object();
    }
    out.end_array();
    out.end_object();
}

void write_mutation(JsonWriter& out, const TestReport& report) {
    out.key("mutation").begin_object();
    for (const MutantFate fate : {MutantFate::killed, MutantFate::survived, MutantFate::accepted,
                                  MutantFate::same, MutantFate::stillborn}) {
        number(out, name(fate), count(report, fate));
    }
    out.key("mutants").begin_array();
    for (const Mutant& mutant : report.mutants) {
        out.begin_object();
        out.member("name", mutant.name);
        out.member("pointer", mutant.pointer);
        out.member("fate", name(mutant.fate));
        if (!mutant.note.empty()) {
            out.member("note", mutant.note);
        }
        out.end_object();
    }
    out.end_array();
    out.key("stale").begin_array();
    for (const std::string& each : report.stale) {
        out.text(each);
    }
    out.end_array();
    out.end_object();
}

} // namespace

std::string to_json(const TestReport& report) {
    JsonWriter out{JsonWriter::Style::indented};
    out.begin_object();
    out.member("rubric", report.rubric_id);
    out.key("passed").boolean(passed(report));
    out.key("tests").begin_array();
    for (const TestOutcome& test : report.tests) {
        write_test(out, test);
    }
    out.end_array();
    out.key("coverage").begin_array();
    for (const Coverage& each : report.coverage) {
        write_coverage(out, each);
    }
    out.end_array();
    if (report.mutated) {
        write_mutation(out, report);
    }
    out.end_object();
    return out.take() + '\n';
}

} // namespace heng
