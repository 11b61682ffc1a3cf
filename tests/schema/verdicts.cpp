// SPDX-License-Identifier: Apache-2.0
//
// What the readers say of documents, for a program that compares them with a schema.
//
//     echo '{"kind": "claims", "facts": "…", "text": "{}"}' | verdicts
//     {"errors":[{"code":"claims.heng","at":""}]}
//
// A line of standard input is a document: `kind`, `text`, and what it is read with: `rubric` of
// facts and tests, `facts` of claims and tests. A line of standard output is what is wrong with it.
#include "base/json/json.hpp"
#include "base/json/writer.hpp"

#include <heng/monitor/policy.hpp>
#include <heng/monitor/progress.hpp>
#include <heng/plan/library.hpp>
#include <heng/plan/plan.hpp>
#include <heng/reconcile/reconcile.hpp>
#include <heng/rubric_test/rubric_test.hpp>
#include <heng/scoring/scoring.hpp>

#include <iostream>
#include <optional>
#include <string>

namespace {

using namespace heng;
using detail::json::JsonDocument;
using detail::json::JsonWriter;

template <class T>
std::optional<Error> error_of(const Result<T>& result) {
    return result ? std::nullopt : std::optional{result.error()};
}

/// The tests in a rubric are only read when they are run.
std::optional<Error> error_of_rubric(const std::string& text) {
    const auto rubric = RubricDocument::parse(text);
    const auto json = JsonDocument::parse(text, Limits{});
    const bool has_tests = rubric && json && json->root().find("tests");
    return has_tests ? error_of(run_tests(text, TestSources{})) : error_of(rubric);
}

/// Facts are scored too: a target row is looked at when it is.
std::optional<Error> error_of_facts(const std::string& rubric_text, const std::string& text) {
    const auto rubric = RubricDocument::parse(rubric_text);
    if (!rubric) {
        return rubric.error();
    }
    const auto facts = Facts::parse(*rubric, text);
    return facts ? error_of(score(*facts)) : error_of(facts);
}

std::optional<Error> error_of(detail::json::Json line) {
    const auto member = [&](std::string_view key) {
        const auto value = line.find(key);
        return value ? std::string{value->text()} : std::string{};
    };
    const std::string kind = member("kind");
    const std::string text = member("text");
    if (kind == "rubric") {
        return error_of_rubric(text);
    }
    if (kind == "facts") {
        return error_of_facts(member("rubric"), text);
    }
    if (kind == "plan") {
        return error_of(PlanDocument::parse(text));
    }
    if (kind == "library") {
        return error_of(LibraryDocument::parse(text));
    }
    if (kind == "progress") {
        return error_of(ProgressDocument::parse(text));
    }
    if (kind == "policy") {
        return error_of(PolicyDocument::parse(text));
    }
    if (kind == "claims") {
        return error_of(reconcile(text, member("facts")));
    }
    const TestSources sources{
        [&](const std::string&) -> Result<RubricDocument> {
            auto rubric = RubricDocument::parse(member("rubric"));
            return rubric ? std::move(rubric) : Failure{in_document(rubric.error(), "rubric")};
        },
        [&](const std::string&) -> Result<std::string> {
            return member("facts");
        }};
    return error_of(run_tests(text, sources));
}

void put(JsonWriter& json, const Error& error) {
    json.begin_object().member("code", error.code).member("at", error.pointer.value_or(""));
    json.end_object();
}

} // namespace

int main() {
    std::ios::sync_with_stdio(false);
    for (std::string text; std::getline(std::cin, text);) {
        const auto line = JsonDocument::parse(text, Limits{});
        if (!line) {
            std::cerr << "no JSON: " << line.error().message << '\n';
            return 2;
        }
        JsonWriter json{JsonWriter::Style::compact};
        json.begin_object().key("errors").begin_array();
        if (const auto error = error_of(line->root())) {
            put(json, *error);
            for (const Error& other : error->others) {
                put(json, other);
            }
        }
        std::cout << json.end_array().end_object().take() << '\n';
    }
    return 0;
}
