// SPDX-License-Identifier: Apache-2.0
//
// Published rubrics at every edge of every rule, and the published base table of 湖南 2018.
#include "base/json/json.hpp"
#include "support/facts_text.hpp"
#include "support/files.hpp"

#include <heng/document/builtin.hpp>
#include <heng/scoring/scoring.hpp>

#include <doctest/doctest.h>

#include <map>

using namespace heng;
using detail::json::Json;
using detail::json::JsonDocument;
using detail::json::JsonKind;

namespace {

std::string token(Json value) {
    const std::string text{value.text()};
    return value.is(JsonKind::string) ? '"' + text + '"' : text;
}

std::string text_at(Json object, std::string_view key) {
    return std::string{object.find(key)->text()};
}

/// The scores that a person gives, if the table has any, with a reason each.
std::string assessed_text(Json table) {
    std::map<std::string, std::string> given;
    if (const auto scores = table.find("assessed")) {
        for (const Json score : scores->children()) {
            given[std::string{score.key()}] =
                R"({"score": )" + token(score) + R"(, "reason": "r"})";
        }
    }
    return test::object_text(given);
}

/// Scores each case of a table and returns how many there were.
std::size_t check_edges(const std::string& path) {
    const auto table = JsonDocument::parse(test::file(path), Limits{});
    REQUIRE(table.has_value());
    const auto rubric = builtin(text_at(table->root(), "rubric"));
    REQUIRE(rubric.has_value());
    std::map<std::string, std::string> base;
    const auto values = table->root().find("base");
    for (const Json value : values->children()) {
        base[std::string{value.key()}] = token(value);
    }
    std::size_t cases = 0;
    const auto list = table->root().find("cases");
    for (const Json each : list->children()) {
        std::map<std::string, std::string> facts = base;
        const auto changes = each.find("facts");
        for (const Json value : changes->children()) {
            facts[std::string{value.key()}] = token(value);
        }
        const std::string id = text_at(each, "indicator");
        const std::string expected = text_at(each, "expected");
        INFO(id << " at " << text_at(each, "at"));
        std::string text = test::facts_text(facts);
        text.insert(text.size() - 1, R"(, "assessed": )" + assessed_text(table->root()));
        const auto loaded = Facts::parse(*rubric, text);
        REQUIRE_MESSAGE(loaded.has_value(), loaded.error());
        const auto sheet = score(*loaded);
        REQUIRE_MESSAGE(sheet.has_value(), sheet.error());
        REQUIRE(sheet->find(id) != nullptr);
        CHECK(sheet->find(id)->score == Points{*Decimal::parse(expected)});
        ++cases;
    }
    return cases;
}

} // namespace

TEST_CASE("yueyang: every rule at every edge, on both sides of it") {
    CHECK(check_edges("tests/cases/yueyang-edges.json") >= 70);
}

TEST_CASE("hunan: every rule at every edge, on both sides of it") {
    CHECK(check_edges("tests/cases/hunan-edges.json") >= 35);
}

TEST_CASE("hunan, a district: every rule at every edge, on both sides of it") {
    CHECK(check_edges("tests/cases/hunan-district-edges.json") >= 45);
}

TEST_CASE("hunan: the base figures of the published table give the published scores") {
    const auto rubric = builtin("hunan-unit-2018");
    REQUIRE(rubric.has_value());
    const auto facts = Facts::parse(*rubric, test::file("tests/cases/hunan-unit-2018.json"));
    REQUIRE_MESSAGE(facts.has_value(), facts.error());
    const auto sheet = score(*facts);
    REQUIRE_MESSAGE(sheet.has_value(), sheet.error());
    const auto scored = [&](const char* id) {
        return sheet->find(id)->score_text();
    };
    const auto measure = [&](const char* id) {
        const Reason& reason = sheet->find(id)->reason;
        const auto* band = std::get_if<ByBand>(&reason);
        return Percent::of(band != nullptr ? band->measure : std::get<ByMeasure>(reason).measure)
            .to_string();
    };
    CHECK(scored("input.allocation.staff") == "8.00");
    CHECK(measure("input.allocation.staff") == "95.10%");
    CHECK(scored("input.allocation.three_public") == "0.00");
    CHECK(measure("input.allocation.three_public") == "98.31%");
    CHECK(scored("process.execution.completion") == "8.00");
    CHECK(measure("process.execution.completion") == "99.27%");
    CHECK(scored("process.execution.control") == "0.00");
    CHECK(measure("process.execution.control") == "39.94%");
    CHECK(sheet->total_text() == "16.00");
}
