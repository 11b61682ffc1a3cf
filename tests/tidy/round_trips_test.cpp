// SPDX-License-Identifier: Apache-2.0
//
// What the library has in memory it does not write as JSON text to parse that: a writer that keeps
// the tree (base/json/writer.hpp) gives a document that is read as it is.
#include "source_tree.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <set>

using namespace heng::tidy;

namespace {

/// How a text comes about that heng wrote, or has read before.
constexpr std::array<std::string_view, 6> written = {
    "to_json(", ".take()", "json.text()", "rubric.text()", "rubric().text()", ".document_text()"};

/// The readers of documents.
constexpr std::array<std::string_view, 8> readers = {
    "JsonDocument::parse(",    "Facts::parse(",          "RubricDocument::parse(",
    "PlanDocument::parse(",    "PolicyDocument::parse(", "ProgressDocument::parse(",
    "LibraryDocument::parse(", " Document::parse("};

bool is_word(char c) {
    return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::vector<std::string> words_of(std::string_view code) {
    std::vector<std::string> words(1);
    for (const char c : code) {
        if (is_word(c)) {
            words.back() += c;
        } else if (!words.back().empty()) {
            words.emplace_back();
        }
    }
    return words;
}

/// Up to each semicolon, in one line.
std::vector<std::string> statements_of(const SourceFile& file) {
    std::vector<std::string> statements(1);
    for (const Line& line : file.lines) {
        for (const char c : line.code + ' ') {
            if (c == ';') {
                statements.emplace_back();
            } else if (c != ' ' || !statements.back().ends_with(' ')) {
                statements.back() += c;
            }
        }
    }
    return statements;
}

std::size_t first_of(std::string_view code, const auto& patterns) {
    std::size_t first = std::string_view::npos;
    for (const std::string_view pattern : patterns) {
        first = std::min(first, code.find(pattern));
    }
    return first;
}

/// The variable that a statement puts such a text into, or "".
std::string variable_of(std::string_view statement) {
    const std::string_view before = statement.substr(0, first_of(statement, written));
    const std::size_t given = before.find_last_of("={");
    if (before.size() == statement.size() || given == std::string_view::npos) {
        return {};
    }
    std::vector<std::string> words = words_of(before.substr(0, given));
    words.erase(std::remove(words.begin(), words.end(), std::string{}), words.end());
    return words.empty() ? std::string{} : words.back();
}

/// Whether a result type stands before the name at `call`, as where the reader is defined.
bool is_definition(std::string_view statement, std::size_t call) {
    const std::size_t last = statement.substr(0, call).find_last_not_of(' ');
    return last != std::string_view::npos && statement[last] == '>';
}

/// The statements that parse what was written.
std::vector<std::string> round_trips(const SourceFile& file) {
    const std::vector<std::string> statements = statements_of(file);
    std::set<std::string> names;
    for (const std::string& statement : statements) {
        names.insert(variable_of(statement));
    }
    names.erase("");
    std::vector<std::string> found;
    for (const std::string& statement : statements) {
        const std::string padded = ' ' + statement;
        const std::size_t call = first_of(padded, readers);
        if (call == std::string::npos || is_definition(padded, call)) {
            continue;
        }
        const std::string arguments = padded.substr(call + 1);
        const std::vector<std::string> words = words_of(arguments);
        if (first_of(arguments, written) != std::string::npos ||
            std::any_of(words.begin(), words.end(),
                        [&](const std::string& word) { return names.contains(word); })) {
            found.push_back(file.path + ": " + statement);
        }
    }
    return found;
}

} // namespace

TEST_CASE("the check of round trips sees each kind") {
    for (const char* text :
         {"auto a = JsonDocument::parse(to_json(*scored, facts), none);",
          "auto read = Facts::parse(rubric, facts.loaded().json.text(), none);",
          "const std::string text = json.end_object().take();\nauto a = Facts::parse(rubric, "
          "text);",
          "std::string text{out.take()};\nreturn\n    detail::json::JsonDocument::parse(\n  text, "
          "{});",
          "const auto json = JsonDocument::parse(suite.rubric.text(), limits);",
          "auto b = RubricDocument::parse(rubric->document.rubric.text());"}) {
        INFO(std::string{text});
        CHECK(round_trips(make_file("src/lint/a.cpp", text)).size() == 1);
    }
    for (const char* text :
         {"auto a = JsonDocument::parse(sheet, limits);\nreturn json.end_object().take();",
          "const auto year = Decimal::parse(year->text());",
          "auto facts = Facts::of(rubric, *json.document(limits));",
          "// Facts::parse(to_json(x));"}) {
        INFO(std::string{text});
        CHECK(joined(round_trips(make_file("src/lint/a.cpp", text))) == "");
    }
}

TEST_CASE("no text that the library wrote is parsed in it") {
    std::vector<std::string> breaches;
    for (const SourceFile& file : source_tree()) {
        if (file.is_under("src") && file.path.ends_with(".cpp")) {
            for (std::string& one : round_trips(file)) {
                breaches.push_back(std::move(one));
            }
        }
    }
    CHECK(joined(breaches) == "");
}
