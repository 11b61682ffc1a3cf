// SPDX-License-Identifier: Apache-2.0
//
// A sheet as a receipt: what it says otherwise than scoring gives.
#include <heng/scoring/render.hpp>
#include <heng/scoring/scoring.hpp>
#include <heng/verify/verify.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using namespace heng;

namespace {

/// Two indicators whose adjustments have the same id, and one whose adjustments have none.
constexpr std::string_view rubric_text = R"({"heng": "rubric/1", "id": "r", "title": "r",
 "language": "en", "points": "3", "inputs": {"x": {"type": "number"}}, "indicators": [
 {"id": "a", "name": "a", "points": "1", "measure": "x", "rule": {"kind": "proportional"},
  "adjustments": [{"id": "low", "when": "x > 0", "deduct": "0.1", "reason": "r"}]},
 {"id": "b", "name": "b", "points": "1", "measure": "x", "rule": {"kind": "proportional"},
  "adjustments": [{"id": "low", "when": "x > 0", "deduct": "0.2", "reason": "r"},
                  {"id": "low", "when": "x > 0", "deduct": "0.05", "reason": "r"}]},
 {"id": "c", "name": "c", "points": "1", "measure": "x", "rule": {"kind": "proportional"},
  "adjustments": [{"when": "x > 0", "deduct": "0.1", "reason": "r"},
                  {"when": "x > 0", "deduct": "0.2", "reason": "r"}]}]})";

struct Receipt {
    RubricDocument rubric;
    Facts facts;
    std::string sheet;

    [[nodiscard]] SheetDifferences verified() const {
        const auto differences = verify(sheet, facts);
        REQUIRE_MESSAGE(differences, differences.error().message);
        return *differences;
    }

    /// What stands from `from` until just before the next `to` is written otherwise.
    void replace(std::string_view from, std::string_view to, std::string_view with) {
        const std::size_t at = sheet.find(from);
        REQUIRE(at != std::string::npos);
        sheet.replace(at, sheet.find(to, at + from.size()) - at, with);
    }
};

Receipt receipt() {
    const auto rubric = RubricDocument::parse(rubric_text);
    REQUIRE_MESSAGE(rubric, rubric.error().message);
    const auto facts = Facts::parse(*rubric, R"({"heng": "facts/1", "data": {"x": "0.5"}})");
    REQUIRE(facts);
    const auto sheet = score(*facts);
    REQUIRE(sheet);
    return {*rubric, *facts, to_json(*sheet, *facts)};
}

} // namespace

TEST_CASE("a sheet just written is a true receipt, whatever ids its adjustments have") {
    CHECK(receipt().verified().empty());
    const std::string json = to_json(receipt().verified());
    CHECK(json.starts_with("{\n  \"heng\": \"verify/1\",\n  \"differences\": [],\n"));
    CHECK(json.find("\"wrong\": 0,") != std::string::npos);
}

TEST_CASE("each adjustment is compared with that of its own indicator") {
    Receipt changed = receipt();
    changed.replace("\"value\": \"0.2\"", ",", "\"value\": \"0.3\"");
    const SheetDifferences differences = changed.verified();
    REQUIRE(differences.listed.size() == 1);
    CHECK(differences.listed[0].where == "b: low: value");
    CHECK(differences.listed[0].found == "\"0.3\"");
    CHECK(differences.listed[0].expected == "\"0.2\"");
    CHECK(differences.listed[0].pointer == "/adjustments/1/value");
}

TEST_CASE("an adjustment that is left out, or written twice, is a difference") {
    Receipt changed = receipt();
    changed.replace("{\n      \"id\": \"low\",\n      \"item\": \"b\"", "{", "");
    SheetDifferences differences = changed.verified();
    REQUIRE_FALSE(differences.empty());
    CHECK(differences.listed.back().where == "b: low");
    CHECK(differences.listed.back().found.empty());
    CHECK(differences.listed.back().pointer == "/adjustments");

    changed = receipt();
    const std::size_t at = changed.sheet.find("{\n      \"id\": \"low\",\n      \"item\": \"a\"");
    const std::size_t end = changed.sheet.find('{', at + 1);
    changed.sheet.insert(at, changed.sheet.substr(at, end - at));
    differences = changed.verified();
    REQUIRE(differences.listed.size() == 1);
    CHECK(differences.listed[0].where == "a: low");
    CHECK(differences.listed[0].expected.empty());
    CHECK(differences.listed[0].pointer == "/adjustments/1");
}

TEST_CASE("what the sheet lacks and what it has too much, each with its place") {
    Receipt changed = receipt();
    changed.replace("\"total\"", ":", "\n\"a/b~\"");
    const SheetDifferences differences = changed.verified();
    REQUIRE(differences.listed.size() == 2);
    CHECK(differences.listed[0].where == "a/b~");
    CHECK(differences.listed[0].pointer == "/a~1b~0");
    CHECK(differences.listed[0].place.column == 9);
    CHECK(differences.listed[1].where == "total");
    CHECK(differences.listed[1].pointer.empty());
    CHECK(differences.listed[1].place == Place{1, 1});
}

TEST_CASE("a thousand differences are listed, and the rest are counted") {
    Receipt changed = receipt();
    std::string keys;
    for (int i = 0; i < 1'234; ++i) {
        keys += "\n\"k" + std::to_string(i) + "\": 1,";
    }
    changed.replace("\"total\"", ":", keys + "\"total\"");
    const SheetDifferences differences = changed.verified();
    REQUIRE(differences.listed.size() == 1'000);
    CHECK(differences.more == 234);
    CHECK(differences.listed[999].where == "k999");
    CHECK(differences.listed[999].place.line == differences.listed[0].place.line + 999);
    CHECK(to_json(differences).find("],\n  \"more\": 234,\n  \"checked\": {") != std::string::npos);
}

TEST_CASE("items in another order are a difference") {
    Receipt swapped = receipt();
    const std::size_t first = swapped.sheet.find("{\n      \"id\": \"a\"");
    const std::size_t second = swapped.sheet.find("{\n      \"id\": \"b\"");
    const std::size_t third = swapped.sheet.find("{\n      \"id\": \"c\"");
    REQUIRE(third != std::string::npos);
    const std::string a = swapped.sheet.substr(first, second - first);
    const std::string b = swapped.sheet.substr(second, third - second);
    swapped.sheet.replace(first, third - first, b + a);
    const SheetDifferences differences = swapped.verified();
    REQUIRE(differences.listed.size() == 1);
    CHECK(differences.listed[0].where == "items: order");
    CHECK(differences.listed[0].found == "\"b\"");
    CHECK(differences.listed[0].expected == "\"a\"");
    CHECK(differences.listed[0].pointer == "/items/0");
}
