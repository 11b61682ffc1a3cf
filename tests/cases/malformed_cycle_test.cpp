// SPDX-License-Identifier: Apache-2.0
//
// Mistaken plans and libraries: each gives its error code, line and column, and none crashes.
#include "base/json/json.hpp"
#include "support/files.hpp"

#include <heng/plan/library.hpp>
#include <heng/plan/plan.hpp>

#include <doctest/doctest.h>

#include <map>

using namespace heng;
using detail::json::Json;
using detail::json::JsonDocument;

namespace {

std::string text_at(Json object, std::string_view key) {
    const auto value = object.find(key);
    return value ? std::string{value->text()} : std::string{};
}

std::optional<Error> error_of(const std::string& kind, const std::string& text) {
    if (kind == "plan") {
        const auto plan = PlanDocument::parse(text);
        return plan ? std::nullopt : std::optional{plan.error()};
    }
    const auto library = LibraryDocument::parse(text);
    return library ? std::nullopt : std::optional{library.error()};
}

} // namespace

TEST_CASE("malformed: each mistaken plan and library has its code, line and column") {
    const auto table =
        JsonDocument::parse(test::file("tests/cases/malformed-cycle.json"), Limits{});
    REQUIRE(table.has_value());
    for (const Json sound : table->root().find("sound")->children()) {
        const auto error = error_of(std::string{sound.key()}, std::string{sound.text()});
        CHECK_MESSAGE(!error, *error);
    }
    std::map<std::string, int> counts;
    for (const Json document : table->root().find("documents")->children()) {
        const std::string kind = text_at(document, "kind");
        INFO(kind << ": " << text_at(document, "name"));
        ++counts[kind];
        const auto error = error_of(kind, text_at(document, "text"));
        REQUIRE(error.has_value());
        INFO(*error);
        CHECK(error->code == text_at(document, "code"));
        CHECK(std::to_string(error->place.line) == text_at(document, "line"));
        CHECK(std::to_string(error->place.column) == text_at(document, "column"));
        CHECK(error->others.empty());
        CHECK_FALSE(error->message.empty());
    }
    CHECK(counts["plan"] >= 25);
    CHECK(counts["library"] >= 25);
}

TEST_CASE("malformed: every cut of a sound document is refused, and none crashes") {
    const auto table =
        JsonDocument::parse(test::file("tests/cases/malformed-cycle.json"), Limits{});
    REQUIRE(table.has_value());
    for (const Json sound : table->root().find("sound")->children()) {
        const std::string text{sound.text()};
        for (std::size_t length = 0; length + 2 < text.size(); ++length) {
            REQUIRE(error_of(std::string{sound.key()}, text.substr(0, length)).has_value());
        }
    }
}
