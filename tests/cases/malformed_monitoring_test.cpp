// SPDX-License-Identifier: Apache-2.0
//
// Malformed and mistaken progress/1, policy/1 and scores/1: each gives its code, line and column,
// and none crashes.
#include "base/json/json.hpp"
#include "support/files.hpp"

#include <heng/monitor/decision.hpp>

#include <doctest/doctest.h>

#include <map>
#include <string>

using namespace heng;
using detail::json::Json;
using detail::json::JsonDocument;

namespace {

std::string text_at(Json object, std::string_view key) {
    return std::string{object.find(key)->text()};
}

template <class Document>
std::optional<Error> error_in(const Result<Document>& document) {
    return document ? std::nullopt : std::optional{document.error()};
}

std::optional<Error> error_of(const std::string& kind, const std::string& text) {
    return kind == "progress" ? error_in(ProgressDocument::parse(text))
           : kind == "policy" ? error_in(PolicyDocument::parse(text))
                              : error_in(read_scores(text));
}

} // namespace

TEST_CASE("malformed: each mistaken document of monitoring has its code, line and column") {
    const auto table =
        JsonDocument::parse(test::file("tests/cases/malformed-monitoring.json"), Limits{});
    REQUIRE(table.has_value());
    std::map<std::string, std::size_t> count;
    for (const Json document : table->root().find("documents")->children()) {
        const std::string kind = text_at(document, "kind");
        ++count[kind];
        const std::string name = text_at(document, "name");
        INFO(kind << ": " << name);
        const auto error = error_of(kind, text_at(document, "text"));
        REQUIRE(error.has_value());
        INFO(*error);
        CHECK(error->code == text_at(document, "code"));
        CHECK(std::to_string(error->place.line) == text_at(document, "line"));
        CHECK(std::to_string(error->place.column) == text_at(document, "column"));
        CHECK_FALSE(error->message.empty());
    }
    CHECK(count["progress"] >= 25);
    CHECK(count["policy"] >= 25);
    CHECK(count["scores"] >= 5);
}

TEST_CASE("malformed: half of a document of monitoring is refused, wherever it is cut") {
    for (const char* path :
         {"examples/cycle/progress.json", "src/builtin/policies/guangzhou-2023.json",
          "examples/cycle/scores.json"}) {
        const std::string text = test::file(path);
        const std::string kind = std::string{path}.find("policies") != std::string::npos ? "policy"
                                 : std::string{path}.find("scores") != std::string::npos
                                     ? "scores"
                                     : "progress";
        CHECK_FALSE(error_of(kind, text).has_value());
        for (std::size_t length = 0; length + 3 < text.size(); length += 7) {
            INFO(path << " cut at " << length);
            CHECK(error_of(kind, text.substr(0, length)).has_value());
        }
    }
}
