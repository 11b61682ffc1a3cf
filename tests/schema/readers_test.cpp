// SPDX-License-Identifier: Apache-2.0
//
// The schemas and the readers have the same keys and the same words: the lists in the sources of
// the readers are compared with those of the schemas, so that neither can be changed alone.
#include "document/declared_input.hpp"
#include "document/inputs.hpp"
#include "document/json/json.hpp"
#include "document/json/reader.hpp"
#include "support/files.hpp"

#include <heng/cycle/plan.hpp>
#include <heng/document/lint.hpp>
#include <heng/document/schema.hpp>
#include <heng/rubric/indicator.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

using namespace heng;
using document::Json;
using document::JsonDocument;
using document::Problems;
using document::Reader;
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

Names words_of(Json list) {
    Names words;
    for (const Json word : list.children()) {
        words.emplace(word.text());
    }
    return words;
}

/// "id", "name" → {id, name}
Names quoted_in(const std::string& text) {
    static const std::regex quoted{"\"([^\"]*)\""};
    Names names;
    for (std::sregex_iterator i{text.begin(), text.end(), quoted}, end; i != end; ++i) {
        names.insert((*i)[1]);
    }
    return names;
}

/// All that `pattern` finds in a source file of the project: its first two groups.
std::vector<std::pair<std::string, std::string>> found_in(const std::string& path,
                                                          const std::string& pattern) {
    const std::string text = test::file(path);
    const std::regex regex{pattern};
    std::vector<std::pair<std::string, std::string>> found;
    for (std::sregex_iterator i{text.begin(), text.end(), regex}, end; i != end; ++i) {
        found.emplace_back((*i)[1], i->size() > 2 ? (*i)[2] : std::string{});
    }
    return found;
}

/// Every object("…", {keys}) of a reader, and where the schema has its properties.
struct Object {
    std::string source;
    std::string what; ///< as the reader calls it, as it stands in the source
    std::string kind;
    std::vector<std::string> path;
};

const std::vector<Object> objects{
    {"src/document/rubric_reader.cpp", "a rubric", "rubric", {}},
    {"src/document/rubric_reader.cpp", R"(\"effective\")", "rubric", {"properties", "effective"}},
    {"src/document/rubric_reader.cpp", R"(\"rounding\")", "rubric", {"properties", "rounding"}},
    {"src/document/rubric_reader.cpp", "a grade", "rubric", {"properties", "grades", "items"}},
    {"src/document/rubric_reader.cpp", "an indicator", "rubric", {"definitions", "indicator"}},
    {"src/document/rubric_reader.cpp",
     "an accepted finding",
     "rubric",
     {"definitions", "accepted"}},
    {"src/document/rubric_reader.cpp",
     R"(\"not_applicable\")",
     "rubric",
     {"definitions", "not_applicable"}},
    {"src/document/rubric_reader.cpp", "an adjustment", "rubric", {"definitions", "adjustment"}},
    {"src/rule/bands.cpp", "a band", "rubric", {"definitions", "band"}},
    {"src/rule/steps.cpp", "a side of the norm", "rubric", {"definitions", "steps_side"}},
    {"src/rule/steps.cpp",
     R"(\"pass\")",
     "rubric",
     {"definitions", "rule_steps", "properties", "pass"}},
    {"src/rule/occurrences.cpp", "what is counted", "rubric", {"definitions", "counted"}},
    {"src/rule/checklist.cpp", "an item of a checklist", "rubric", {"definitions", "item"}},
    {"src/rule/targets.cpp",
     R"(\"far_above\")",
     "rubric",
     {"definitions", "rule_targets", "properties", "far_above"}},
    {"src/document/unit_rules.cpp", R"(\"units\")", "rubric", {"definitions", "unit_rule"}},
};

/// Every table of words {"word", Type::value}, and where the schema has them.
struct WordTable {
    std::string source;
    std::string type;
    std::string kind;
    std::vector<std::string> path;
};

std::vector<std::string> of_rule(const std::string& rule, const std::string& key) {
    return {"definitions", "rule_" + rule, "properties", key, "enum"};
}

const std::vector<WordTable> word_tables{
    {"src/document/rubric_reader.cpp", "Basis", "rubric", {"definitions", "basis", "enum"}},
    {"src/document/rubric_reader.cpp", "Language", "rubric", {"properties", "language", "enum"}},
    {"src/document/rubric_reader.cpp",
     "Rounding",
     "rubric",
     {"properties", "rounding", "properties", "mode", "enum"}},
    {"src/document/rubric_reader.cpp",
     "TreatAs",
     "rubric",
     {"definitions", "not_applicable", "properties", "treat_as", "enum"}},
    {"src/rule/proportional.cpp", "ZeroDenominator", "rubric",
     of_rule("proportional", "if_zero_denominator")},
    {"src/rule/step.cpp", "Side", "rubric", of_rule("step", "side")},
    {"src/rule/kind.hpp", "StepPart", "rubric", of_rule("step", "part")},
    {"src/rule/targets.cpp", "Weights", "rubric", of_rule("targets", "weights")},
    {"src/rule/targets.cpp", "Dialect", "rubric", of_rule("targets", "dialect")},
    {"src/document/unit_rules.cpp",
     "Aggregate",
     "rubric",
     {"definitions", "input", "properties", "aggregate", "enum"}},
    {"src/document/unit_rules.cpp",
     "UnitTreatAs",
     "rubric",
     {"definitions", "unit_rule", "properties", "treat_as", "enum"}},
};

std::string escaped(const std::string& text) {
    return std::regex_replace(text, std::regex{R"([\\&])"}, R"(\$&)");
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

TEST_CASE("schema: the keys of each object are those that its reader knows") {
    for (const Object& object : objects) {
        INFO(object.source << ": " << object.what);
        const auto found = found_in(object.source, "object\\(\\s*\"" + escaped(object.what) +
                                                       "\",\\s*\\{([^}]*)\\}");
        REQUIRE(found.size() == 1);
        const JsonDocument json = parsed(object.kind);
        const Json defined = at(json.root(), object.path);
        CHECK(keys_of(at(defined, {"properties"})) == quoted_in(found.front().first));
        CHECK_FALSE(at(defined, {"additionalProperties"}).boolean());
        CHECK(at(defined, {"patternProperties"}).find("^(\\$|x-)").has_value());
    }
}

TEST_CASE("schema: no object of a reader is left out of this test") {
    std::map<std::string, std::size_t> listed;
    for (const Object& object : objects) {
        ++listed[object.source];
    }
    for (const auto& entry : listed) { // clang 14 captures no structured bindings, as INFO would
        INFO(entry.first);
        CHECK(found_in(entry.first, R"re((object\(\s*"[^)]*?\{"))re").size() == entry.second);
    }
}

TEST_CASE("schema: each kind of rule has the keys that its reader knows") {
    const JsonDocument json = parsed("rubric");
    Names kinds;
    for (const std::string_view kind : rule_names) {
        if (kind.empty()) {
            continue; // a branch
        }
        INFO(kind);
        kinds.emplace(kind);
        const std::string source = "src/rule/" + std::string{kind} + ".cpp";
        const auto keys = found_in(source, R"re(form\.(keys)\(\s*\{([^}]*)\}\))re");
        REQUIRE(keys.size() == 1);
        const Json defined = at(json.root(), {"definitions", "rule_" + std::string{kind}});
        CHECK(keys_of(at(defined, {"properties"})) == quoted_in(keys.front().second));
        CHECK(at(defined, {"properties", "kind", "const"}).text() == kind);
    }
    CHECK(kinds ==
          words_of(at(json.root(), {"definitions", "rule", "properties", "kind", "enum"})));
}

TEST_CASE("schema: the words are those that the readers know") {
    for (const WordTable& table : word_tables) {
        INFO(table.source << ": " << table.type);
        Names words;
        for (const auto& [word, value] :
             found_in(table.source, "\\{\"([^\"]+)\", " + table.type + "::(\\w+)\\}")) {
            words.insert(word);
        }
        const JsonDocument json = parsed(table.kind);
        CHECK(words == words_of(at(json.root(), table.path)));
    }
    const JsonDocument rubric = parsed("rubric");
    CHECK(words_of(at(rubric.root(), {"definitions", "accepted", "properties", "finding",
                                      "enum"})) == Names{lint_codes.begin(), lint_codes.end()});
    CHECK(words_of(at(rubric.root(), {"definitions", "unit", "enum"})) ==
          Names{"元", "万元", "亿元"});
}

TEST_CASE("schema: the lines of the budget statement are those that its reader knows") {
    Names fields;
    for (const auto& [field, path] :
         found_in("src/audit/identities.hpp", R"re(\{"(\w+)", "([^"]+)", &PrintedStatement)re")) {
        fields.insert(field);
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
    const auto read = [](const document::declared::Value& value, const char* word) {
        const auto json = JsonDocument::parse(std::string{"\""} + word + '"', Limits{});
        Problems problems{document::plan_document};
        return Reader{json->root(), problems, &value}.word_place();
    };
    const auto place = [](auto enumerator) {
        return static_cast<std::size_t>(enumerator);
    };
    namespace declared = document::declared;
    CHECK(read(declared::language, "en") == place(Language::en));
    CHECK(read(declared::basis, "recalled") == place(Basis::recalled));
    CHECK(read(declared::basis, "local") == place(Basis::local));
    CHECK(read(declared::direction, "=") == place(Direction::equal));
    CHECK(read(declared::direction, "level") == place(Direction::level));
    CHECK(read(declared::input_type, "count") == place(document::InputType::count));
    CHECK(read(declared::input_type, "list") == place(document::InputType::list));
    std::size_t at_word = 0;
    for (const std::string_view word : declared::category.words) {
        CHECK(category_names.at(at_word++) == word);
    }
    CHECK(at_word == category_names.size());
    CHECK(read(declared::category, "none") == std::nullopt);
}

TEST_CASE("schema: the reference page has every key") {
    for (const std::string_view kind : schema_kinds()) {
        if (kind == "rubric") {
            continue;
        }
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
                        CHECK(page.find('`' + std::string{property.key()} + '`') !=
                              std::string::npos);
                    }
                }
            }
        }
    }
    CHECK(reference_page("rubrc").error().code == "schema.not-found");
    CHECK(reference_page("claims").value() == reference_page("claims/1").value());
}
