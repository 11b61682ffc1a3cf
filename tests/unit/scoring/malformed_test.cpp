// SPDX-License-Identifier: Apache-2.0
//
// What is wrong with units in a rubric or in facts, told with its place: a table of one mistake
// each, made in sound documents.
#include "base/json/json.hpp"
#include "support/files.hpp"

#include <heng/audit/audit.hpp>
#include <heng/scoring/scoring.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

using namespace heng;

namespace {

constexpr std::string_view sound_rubric = R"({"heng": "rubric/1", "id": "t", "title": "t",
 "language": "en", "unit": "万元", "points": 20,
 "units": {"weight": "w.all"},
 "inputs": {
  "w.all": {"type": "money", "aggregate": "sum", "maximum": 100},
  "w.staff": {"type": "money", "aggregate": "sum", "optional": true, "default": 1},
  "rate": {"type": "percent", "aggregate": "mean", "weight": "w.staff", "optional": true},
  "n": {"type": "count", "aggregate": "sum", "optional": true, "default": 0},
  "ok": {"type": "boolean", "aggregate": "all", "optional": true, "default": true},
  "word": {"type": "text", "optional": true},
  "day": {"type": "date", "aggregate": "own", "optional": true},
  "rows": {"type": "list", "optional": true, "aggregate": "concatenate",
   "of": {"late": {"type": "boolean"}}},
  "q": {"type": "number", "optional": true}},
 "indicators": [
  {"id": "b", "name": "b", "points": 20, "indicators": [
   {"id": "sum", "name": "s", "points": 10,
    "rule": {"kind": "occurrences", "each": [{"count": "n", "deduct": 1, "label": "n"}]}},
   {"id": "one", "name": "o", "points": 10,
    "measure": "q", "rule": {"kind": "proportional"},
    "not_applicable": {"when": "q = null", "treat_as": "full"},
    "units": {"score": "score-then-weight", "treat_as": "leave"}}]}]})";

constexpr std::string_view sound_facts = R"({"heng": "facts/1", "unit": "万元",
 "data": {"w": {"all": 1, "staff": 1}, "rate": "50%", "n": 1, "q": 1},
 "units": [
  {"subject": {"name": "a"}, "data": {"w": {"all": 2}, "q": 1}},
  {"subject": {"name": "b"}, "unit": "元", "data": {"w": {"all": 30000}, "q": 1}}]})";

struct Mistake {
    std::string name, in, from, to, code, pointer;
    std::size_t line = 0;
    std::size_t column = 0;
};

/// Those of malformed.json: `in` is "rubric" or "facts", where `from` is to become `to`.
std::vector<Mistake> mistakes() {
    const std::string text = test::file("tests/unit/scoring/malformed.json");
    const auto document = detail::json::JsonDocument::parse(text, Limits{});
    REQUIRE(document);
    const detail::json::Json root = document->root();
    std::vector<Mistake> all;
    for (const detail::json::Json row : root.find("mistakes")->children()) {
        const auto at = [&](std::string_view key) {
            return std::string{row.find(key)->text()};
        };
        all.push_back({at("name"), at("in"), at("from"), at("to"), at("code"), at("pointer"),
                       std::stoul(at("line")), std::stoul(at("column"))});
    }
    return all;
}

std::string with(std::string_view text, const Mistake& mistake) {
    std::string changed{text};
    const std::size_t at = changed.find(mistake.from);
    REQUIRE_MESSAGE(at != std::string::npos, mistake.name);
    return changed.replace(at, mistake.from.size(), mistake.to);
}

Error error_of(const Mistake& mistake) {
    const bool in_rubric = mistake.in == "rubric";
    const auto rubric =
        RubricDocument::parse(in_rubric ? with(sound_rubric, mistake) : std::string{sound_rubric});
    if (!rubric) {
        return rubric.error();
    }
    const auto facts = Facts::parse(*rubric, with(sound_facts, mistake));
    if (!facts) {
        return facts.error();
    }
    const auto sheet = score(*facts);
    return sheet ? Error{} : sheet.error();
}

} // namespace

TEST_CASE("the documents that mistakes are made in are sound") {
    const auto rubric = RubricDocument::parse(sound_rubric);
    REQUIRE_MESSAGE(rubric, rubric.error().message);
    const auto facts = Facts::parse(*rubric, sound_facts);
    REQUIRE_MESSAGE(facts, facts.error().message);
    const auto sheet = score(*facts);
    REQUIRE_MESSAGE(sheet, sheet.error().message);
    CHECK(sheet->total.to_string() == "19");
}

TEST_CASE("each mistake has its code and place") {
    const std::vector<Mistake> all = mistakes();
    CHECK(all.size() >= 25);
    for (const Mistake& mistake : all) {
        CAPTURE(mistake.name);
        const Error error = error_of(mistake);
        CAPTURE(error.message);
        CHECK(error.code == mistake.code);
        CHECK(error.pointer.value_or("none") == mistake.pointer);
        CHECK(error.place.line == mistake.line);
        CHECK(error.place.column == mistake.column);
    }
}

TEST_CASE("all mistakes of one document are told") {
    std::string facts{sound_facts};
    facts.replace(facts.find(R"("name": "b")"), 11, R"("name": "a")");
    facts.replace(facts.find(R"("all": 2)"), 8, R"("all": -2)");
    const auto rubric = RubricDocument::parse(sound_rubric);
    REQUIRE(rubric);
    const auto read = Facts::parse(*rubric, facts);
    REQUIRE_FALSE(read);
    CHECK(read.error().code == "facts.unit-weight");
    REQUIRE(read.error().others.size() == 1);
    CHECK(read.error().others[0].code == "facts.units");
}

TEST_CASE("more units than can be aggregated are refused before any is read") {
    std::string facts = R"({"heng": "facts/1", "unit": "万元", "data": {}, "units": [0)";
    for (int i = 0; i < 99'000; ++i) {
        facts += ",0";
    }
    const auto rubric = RubricDocument::parse(sound_rubric);
    REQUIRE(rubric);
    const auto read = Facts::parse(*rubric, facts + "]}");
    REQUIRE_FALSE(read);
    CHECK(read.error().code == "limit.units");
    CHECK(read.error().others.empty());
}

TEST_CASE("audit says of a unit without data that it gives no facts") {
    const auto rubric = RubricDocument::parse(R"({"heng": "rubric/1", "id": "t", "title": "t",
 "language": "en", "points": 1, "inputs": {"g.x": {"type": "number", "aggregate": "sum"}},
 "indicators": [{"id": "i", "name": "i", "points": 1, "measure": "g.x",
  "rule": {"kind": "proportional"}}]})");
    REQUIRE(rubric);
    for (const std::string_view data : {R"()", R"(, "data": [])", R"(, "data": "g")",
                                        R"(, "assessed": {})", R"(, "data": {"g": 1})"}) {
        CAPTURE(data);
        const auto report = audit(*rubric, R"({"heng": "facts/1", "data": {"g": {"x": 1}},
 "units": [{"subject": {"name": "a"})" + std::string{data} +
                                               "}]}");
        REQUIRE(report);
        CHECK_FALSE(report->total);
        REQUIRE_FALSE(report->is_clean());
        const auto& findings = report->findings;
        CHECK(std::any_of(findings.begin(), findings.end(),
                          [](const auto& each) { return each.pointer.starts_with("/units/0"); }));
    }
}
