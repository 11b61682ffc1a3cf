// SPDX-License-Identifier: Apache-2.0
//
// What declarations can't hold together by themselves: words and the enumerations that they are
// read into, keys and titles, keys and pages.
#include "base/json/json.hpp"
#include "base/json/reader.hpp"
#include "base/page.hpp"
#include "document/declared_input.hpp"
#include "document/inputs.hpp"
#include "reconcile/identities.hpp"

#include <heng/document/schema.hpp>
#include <heng/plan/plan.hpp>
#include <heng/rubric/indicator.hpp>

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <vector>

using namespace heng;
using detail::json::Json;
using detail::json::JsonDocument;
using detail::json::Problems;
using detail::json::Reader;
using Names = std::set<std::string>;

namespace {

JsonDocument parsed(std::string_view kind) {
    const auto text = schema(kind);
    REQUIRE(text.has_value());
    auto json = JsonDocument::parse(*text, Limits{});
    REQUIRE_MESSAGE(json.has_value(), json.error());
    return *std::move(json);
}

/// The value at keys of objects and indexes of lists, such as {"definitions", "rule"}.
Json at(Json value, const std::vector<std::string>& path) {
    for (const std::string& key : path) {
        INFO("no " << key);
        const auto below = value.find(key);
        REQUIRE(below.has_value());
        value = *below;
    }
    return value;
}

Names keys_of(Json object) {
    Names keys;
    for (const Json member : object.children()) {
        keys.emplace(member.key());
    }
    return keys;
}

} // namespace

TEST_CASE("schema: each kind has one, by either name, and the nearest is named of what has none") {
    const std::vector<std::string_view> kinds{"claims", "facts",    "library", "plan",
                                              "policy", "progress", "rubric",  "tests"};
    CHECK(schema_kinds() == kinds);
    for (const std::string_view kind : kinds) {
        const std::string name{kind};
        CHECK(schema(name + "/1").value() == schema(name).value());
        CHECK(schema(name).value().data()[schema(name)->size()] == '\0');
        const JsonDocument json = parsed(kind);
        CHECK(at(json.root(), {"properties", "heng", "const"}).text() == name + "/1");
    }
    CHECK(schema("rubrc").error().code == "schema.not-found");
    CHECK(schema("rubrc").error().hint == "did you mean \"rubric\"?");
    CHECK(schema("rubric/2").error().status == Status::not_found);
    CHECK_FALSE(find_schema("").has_value());
}

TEST_CASE("schema: the lines of the budget statement are those that its reader knows") {
    Names fields;
    for (const detail::reconcile::StatementField& field : detail::reconcile::statement_fields) {
        fields.emplace(field.name);
    }
    CHECK(fields.size() == 11);
    const JsonDocument claims = parsed("claims");
    CHECK(keys_of(at(claims.root(), {"properties", "statement", "properties"})) == fields);
}

TEST_CASE("schema: every property says what it is, for those who write") {
    for (const std::string_view kind : schema_kinds()) {
        const JsonDocument json = parsed(kind);
        std::vector<Json> objects_of{json.root()};
        for (const Json defined : at(json.root(), {"definitions"}).children()) {
            objects_of.push_back(defined);
        }
        for (const Json object : objects_of) {
            const auto properties = object.find("properties");
            if (!properties) {
                continue;
            }
            for (const Json member : properties->children()) {
                INFO(kind << ": " << member.key());
                CHECK((member.find("title") || member.find("$ref")));
            }
        }
    }
}

TEST_CASE("schema: the words that several formats have stand in the order of their enumerations") {
    const auto read = [](const detail::declared::Value& value, const char* word) {
        const auto json = JsonDocument::parse(std::string{"\""} + word + '"', Limits{});
        Problems problems{detail::json::plan_document};
        return Reader{json->root(), problems, &value}.word_place();
    };
    const auto place = [](auto enumerator) {
        return static_cast<std::size_t>(enumerator);
    };
    namespace declared = detail::declared;
    CHECK(read(declared::language, "en") == place(Language::en));
    CHECK(read(declared::basis, "recalled") == place(Basis::recalled));
    CHECK(read(declared::basis, "local") == place(Basis::local));
    CHECK(read(declared::direction, "=") == place(Direction::equal));
    CHECK(read(declared::direction, "level") == place(Direction::level));
    CHECK(read(declared::input_type, "count") == place(detail::document::InputType::count));
    CHECK(read(declared::input_type, "list") == place(detail::document::InputType::list));
    std::size_t at_word = 0;
    for (const std::string_view word : declared::category.words) {
        CHECK(category_names.at(at_word++) == word);
    }
    CHECK(at_word == category_names.size());
    CHECK(read(declared::category, "none") == std::nullopt);
}

TEST_CASE("schema: the reference page has every key") {
    for (const std::string_view kind : schema_kinds()) {
        const std::string page = reference_page(kind).value();
        CHECK(page.starts_with("# " + std::string{kind} + "/1\n"));
        const JsonDocument json = parsed(kind);
        std::vector<Json> left{json.root()};
        while (!left.empty()) {
            const Json value = left.back();
            left.pop_back();
            for (const Json below : value.children()) {
                left.push_back(below);
                const bool is_object = value.find("type") && value.find("title");
                if (is_object && below.has_key() && below.key() == "properties") {
                    for (const Json property : below.children()) {
                        INFO(kind << ": " << property.key());
                        CHECK(page.find("| **" + detail::base::markdown_escaped(property.key()) +
                                        "** |") != std::string::npos);
                    }
                }
            }
        }
    }
    CHECK(reference_page("rubrc").error().code == "schema.not-found");
    CHECK(reference_page("claims").value() == reference_page("claims/1").value());
}
