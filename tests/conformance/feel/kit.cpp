// SPDX-License-Identifier: Apache-2.0
#include "base/json/writer.hpp"
#include "kit.hpp"

#include <heng/eval/evaluate.hpp>
#include <heng/number/decimal.hpp>
#include <heng/number/ratio.hpp>

#include <doctest/doctest.h>

#include <fstream>
#include <map>
#include <utility>

namespace heng::test {
namespace {

using detail::json::Json;
using detail::json::JsonDocument;
using detail::json::JsonKind;
using detail::json::JsonWriter;

/// The same value again, without white space.
void copy(JsonWriter& out, Json json) {
    switch (json.kind()) {
    case JsonKind::null:
    case JsonKind::boolean:
    case JsonKind::number:
        out.json(json.text());
        break;
    case JsonKind::string:
        out.text(json.text());
        break;
    case JsonKind::array:
        out.begin_array();
        for (const Json child : json.children()) {
            copy(out, child);
        }
        out.end_array();
        break;
    case JsonKind::object:
        out.begin_object();
        for (const Json child : json.children()) {
            copy(out.key(child.key()), child);
        }
        out.end_object();
        break;
    }
}

std::string copied(Json json) {
    JsonWriter out{JsonWriter::Style::compact};
    copy(out, json);
    return out.take();
}

std::string_view member(Json json, std::string_view key) {
    const auto found = json.find(key);
    return found ? found->text() : std::string_view{};
}

bool same(Json expected, Json actual);

bool same_items(Json expected, Json actual) {
    auto mine = actual.children().begin();
    for (const Json item : expected.children()) {
        if (!same(item, *mine)) {
            return false;
        }
        ++mine;
    }
    return true;
}

bool same_entries(Json expected, Json actual) {
    for (const Json entry : expected.children()) {
        const auto mine = actual.find(entry.key());
        if (!mine || !same(entry, *mine)) {
            return false;
        }
    }
    return true;
}

/// To 8 decimal places: the kit's numbers are decimal128.
bool same_number(std::string_view expected, std::string_view actual) {
    const auto a = Decimal::parse(expected);
    const auto b = Decimal::parse(actual);
    return a && b && abs(Ratio{*a} - Ratio{*b}) < Ratio{Decimal{1, 8}};
}

/// Whether heng's {"type","value"} is the value that the kit expects; null may be an error.
bool same(Json expected, Json actual) {
    const std::string_view type = member(actual, "type");
    if (expected.find("null") || expected.find("error")) {
        return type == "null" || type == "error";
    }
    const auto value = actual.find("value");
    if (const auto items = expected.find("list")) {
        return type == "list" && value->size() == items->size() && same_items(*items, *value);
    }
    if (const auto entries = expected.find("context")) {
        return type == "context" && value->size() == entries->size() &&
               same_entries(*entries, *value);
    }
    if (member(expected, "type") == "decimal") {
        return type == "number" && same_number(member(expected, "value"), value->text());
    }
    // a duration of nothing has two texts, of which java.time writes PT0S
    const std::string_view wanted = member(expected, "value");
    const bool nothing = type == "duration" && wanted == "PT0S" && value->text() == "P0D";
    return type == member(expected, "type") && (value->text() == wanted || nothing);
}

/// Explaining changes nothing but what is told.
void check_explained(const std::string& line, const Result<Evaluation>& plain) {
    const auto explained = evaluate_line(line, {}, Explain::yes);
    CAPTURE(line);
    REQUIRE(explained.has_value() == plain.has_value());
    if (plain) {
        CHECK(explained->type == plain->type);
        CHECK(explained->text == plain->text);
        CHECK(explained->error.has_value() == plain->error.has_value());
        CHECK(explained->explanation.empty() == plain->error.has_value());
        CHECK(JsonDocument::parse(explained->json, Limits{.depth = 1'000}).has_value());
    }
}

Outcome run_case(Json line) {
    JsonWriter request{JsonWriter::Style::compact};
    request.begin_object().member("expression", member(line, "expression")).key("context");
    copy(request, *line.find("inputs"));
    const std::string text = request.end_object().take();
    const auto evaluation = evaluate_line(text);
    check_explained(text, evaluation);

    Outcome outcome;
    outcome.name = std::string{member(line, "suite")} + '/' + std::string{member(line, "id")};
    outcome.expression = member(line, "expression");
    outcome.result = evaluation ? evaluation->json : evaluation_error(evaluation.error());
    const Json expected = *line.find("expected");
    outcome.expected = copied(expected);
    const auto result = JsonDocument::parse(outcome.result, Limits{});
    REQUIRE(result.has_value());
    if (same(expected, result->root())) {
        outcome.verdict = Verdict::right;
    } else if (member(result->root(), "code") == "feel.unsupported") {
        outcome.verdict = Verdict::unsupported;
    }
    return outcome;
}

} // namespace

std::vector<Outcome> run_kit(std::string_view file) {
    const std::string path = std::string{HENG_SHARED_DIR} + "/conformance/" + std::string{file};
    std::ifstream in{path};
    REQUIRE_MESSAGE(in.is_open(), "there is no " << path);
    std::vector<Outcome> outcomes;
    std::map<std::string, std::vector<std::size_t>> alike; // by expression and inputs
    for (std::string text; std::getline(in, text);) {
        const auto line = JsonDocument::parse(text, Limits{});
        REQUIRE_MESSAGE(line.has_value(), text);
        alike[std::string{member(line->root(), "expression")} + '\n' +
              copied(*line->root().find("inputs"))]
            .push_back(outcomes.size());
        outcomes.push_back(run_case(line->root()));
    }
    for (const auto& [request, cases] : alike) {
        for (const std::size_t one : cases) {
            for (const std::size_t other : cases) {
                outcomes[one].contradicted = outcomes[one].contradicted ||
                                             outcomes[one].expected != outcomes[other].expected;
            }
        }
    }
    return outcomes;
}

} // namespace heng::test
