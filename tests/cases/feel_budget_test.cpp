// SPDX-License-Identifier: Apache-2.0
//
// The project's own table of FEEL on budgets, through the public heng::evaluate. The format is told
// at the head of feel-budget.txt:
//
//     budget.executed / budget.annual => 171/287
#include "base/json/json.hpp"
#include "feel/builtin.hpp"
#include "support/files.hpp"

#include <heng/eval/evaluate.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

using namespace heng;
using detail::json::Json;
using detail::json::JsonDocument;

namespace {

struct Case {
    std::size_t line = 0;
    std::string group;
    std::string facts;
    std::string expression;
    std::string expected;
};

constexpr std::string_view arrow = " => ";

std::vector<Case> cases_of(const std::string& text) {
    std::vector<Case> cases;
    Case current;
    bool in_facts = false;
    std::istringstream lines{text};
    for (std::string line; std::getline(lines, line);) {
        ++current.line;
        if (line.starts_with("## ")) {
            current.group = line.substr(3);
            current.facts = "{}";
        } else if (line.starts_with("facts ")) {
            current.facts = line.substr(6);
            in_facts = true;
            continue;
        } else if (in_facts && line.starts_with(' ')) {
            current.facts += '\n' + line;
            continue;
        } else if (!line.empty() && !line.starts_with('#')) {
            const std::size_t split = line.rfind(arrow);
            REQUIRE_MESSAGE(split != std::string::npos,
                            "feel-budget.txt:" << current.line << ": no \" => \"");
            current.expression = line.substr(0, split);
            current.expected = line.substr(split + arrow.size());
            cases.push_back(current);
        }
        in_facts = false;
    }
    return cases;
}

std::string quoted(std::string_view text) {
    std::string result = "\"";
    for (const char c : text) {
        result += (c == '"' || c == '\\') ? std::string{'\\', c} : std::string{c};
    }
    return result + '"';
}

/// A value that heng wrote, in the notation of the table.
std::string plain(Json value) {
    const std::string_view type = value.find("type")->text();
    const auto inner = value.find("value");
    if (type == "null") {
        return "null";
    }
    if (type == "error") {
        return "error " + std::string{value.find("code")->text()};
    }
    REQUIRE(inner.has_value());
    std::string parts;
    if (type == "list" || type == "context") {
        for (const Json child : inner->children()) {
            parts += parts.empty() ? "" : ", ";
            parts += (type == "context" ? quoted(child.key()) + ": " : "") + plain(child);
        }
        return type == "list" ? '[' + parts + ']' : '{' + parts + '}';
    }
    const std::string text{value.find("exact").value_or(*inner).text()};
    if (type == "string") {
        return quoted(text);
    }
    return type == "date" || type == "duration" ? '@' + quoted(text) : text;
}

/// What the expression comes to: in the notation of the table, or as it was written.
std::string evaluated(const Case& each) {
    const auto value = evaluate(each.expression, each.facts);
    REQUIRE_MESSAGE(value.has_value(),
                    "the facts of '" << each.group << "' can't be read: " << value.error());
    if (each.expected.starts_with("{\"type\"")) {
        return value->json;
    }
    const auto json = JsonDocument::parse(value->json, Limits{});
    REQUIRE(json.has_value());
    return plain(json->root());
}

const std::vector<Case>& table() {
    static const std::vector<Case> cases = cases_of(test::file("tests/cases/feel-budget.txt"));
    return cases;
}

} // namespace

TEST_CASE("what FEEL comes to on budgets") {
    for (const Case& each : table()) {
        CAPTURE(each.expression);
        INFO("tests/cases/feel-budget.txt:" << each.line << " (" << each.group << ")");
        CHECK(evaluated(each) == each.expected);
    }
}

TEST_CASE("the table is whole: its groups, its length, and no case twice") {
    std::set<std::string> groups;
    std::set<std::string> seen;
    for (const Case& each : table()) {
        groups.insert(each.group);
        INFO("tests/cases/feel-budget.txt:" << each.line);
        CHECK(!each.group.empty());
        CHECK(seen.insert(each.group + '\n' + each.expression + '\n' + each.expected).second);
    }
    CHECK(groups.size() >= 15);
    CHECK(table().size() >= 860);
}

TEST_CASE("each built-in function has cases, and an example in the guide") {
    const std::string guide = test::file("src/feel/README.md");
    const auto is_called = [](std::string_view name) {
        return std::any_of(table().begin(), table().end(), [&](const Case& each) {
            return each.expression.find(std::string{name} + '(') != std::string::npos;
        });
    };
    for (const detail::feel::Builtin& function : detail::feel::builtins()) {
        CHECK_MESSAGE(is_called(function.name), "no case calls " << function.name);
        CHECK_MESSAGE(guide.find(std::string{function.name} + '(') != std::string::npos,
                      "src/feel/README.md has no example of " << function.name);
    }
    for (const char* name : {"time", "date and time", "now", "sqrt", "log", "matches", "split"}) {
        CAPTURE(name);
        CHECK(is_called(name));
        CHECK(detail::feel::refusal(name).has_value());
    }
}
