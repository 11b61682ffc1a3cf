// SPDX-License-Identifier: Apache-2.0
//
// to_json writes a sheet's items with constant texts between the values; here the same items are
// written member by member, numbers by text_of() and rate_text(), and must give the same bytes.
#include "base/json/writer.hpp"
#include "support/random_rubric.hpp"

#include <heng/scoring/render.hpp>
#include <heng/scoring/scoring.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

using namespace heng;
using namespace heng::test;
using detail::json::JsonWriter;

namespace {

void member_or_null(JsonWriter& json, std::string_view name, std::string_view text) {
    json.key(name);
    text.empty() ? json.null() : json.text(text);
}

void write_item(JsonWriter& json, const ScoreSheet& sheet, const Item& item) {
    json.begin_object().member("id", item.id).member("name", item.name);
    member_or_null(json, "parent", item.parent ? sheet.items[*item.parent].id : "");
    json.key("level").whole(item.level).member("kind", name(item.kind));
    member_or_null(json, "rule", item.rule);
    json.member("points", item.points_text());
    if (!item.beyond.extra.is_zero()) {
        json.member("extra", item.beyond.extra.to_string());
    }
    if (!item.beyond.floor.is_zero()) {
        json.member("floor", item.beyond.floor.to_string());
    }
    json.member("score", item.score_text());
    member_or_null(json, "rate", item.rate());
    json.member("lost", item.lost_text())
        .member("status", name(item.status))
        .member("basis", name(item.basis))
        .member("why", item.why);
    json.key("inputs").begin_object();
    for (const InputRead& input : item.inputs) {
        json.member(input.path, input.value);
    }
    json.end_object().member("recover", item.recover).end_object();
}

/// `"items": […]` as it stands in a sheet.
std::string items_of(const ScoreSheet& sheet) {
    JsonWriter json{JsonWriter::Style::indented};
    json.begin_object().key("items").begin_array();
    for (const Item& item : sheet.items) {
        write_item(json, sheet, item);
    }
    const std::string text = json.end_array().end_object().take();
    return text.substr(2, text.size() - 4) + ",\n  \"adjustments\"";
}

struct Scored {
    RubricDocument rubric;
    Facts facts;
    ScoreSheet sheet;
};

std::optional<Scored> drawn(Random& random) {
    const DrawnRubric text = draw_rubric(random);
    const auto rubric = RubricDocument::parse(text.text);
    const auto facts = Facts::parse(*rubric, text_of(draw_facts(random, text)));
    if (!facts) {
        return std::nullopt;
    }
    const auto sheet = score(*facts);
    return sheet ? std::optional{Scored{*rubric, *facts, *sheet}} : std::nullopt;
}

void check(const Scored& scored) {
    const std::string json = to_json(scored.sheet, scored.facts);
    const std::string items = items_of(scored.sheet);
    const bool found = json.find(items) != std::string::npos;
    INFO(json, "\n", items);
    REQUIRE(found);
}

} // namespace

TEST_CASE("items of random sheets are written as member by member") {
    Random random{11};
    int sheets = 0;
    for (int i = 0; i < 600; ++i) {
        if (const auto scored = drawn(random)) {
            ++sheets;
            check(*scored);
        }
    }
    CHECK(sheets > 200);
}

TEST_CASE("so are items of a rubric whose names must be escaped, and of a sheet that was changed") {
    const auto rubric = RubricDocument::parse(R"({"heng": "rubric/1", "id": "r\"1\\", "title": "t",
        "basis": "local", "source": "s", "points": "10", "inputs": {"a": {"type": "number"}},
        "indicators": [{"id": "top \"\u0001", "name": "说“明”\\\"\n\u001f", "points": "10",
            "indicators": [
                {"id": "one\ttwo", "name": ")" +
                                              std::string(700, 'x') + R"(\u007f\"", "points": "4",
                 "measure": "a", "rule": {"kind": "proportional"}, "basis": "published"},
                {"id": "two", "name": "\\", "points": "6", "basis": "recalled",
                 "rule": {"kind": "condition", "when": "a > 1"}}]}]})");
    REQUIRE(rubric);
    const auto facts = Facts::parse(*rubric, R"({"heng": "facts/1", "data": {"a": 0.5}})");
    REQUIRE(facts);
    Scored scored{*rubric, *facts, score(*facts).value()};
    check(scored);
    const auto changes = std::vector<void (*)(Item&)>{
        [](Item& item) { item.id += "\""; },
        [](Item& item) { item.name = "another"; },
        [](Item& item) { item.level = 7; },
        [](Item& item) { item.kind = ItemKind::row; },
        [](Item& item) { item.rule = "tally"; },
        [](Item& item) { item.basis = Basis::inferred; },
        [](Item& item) { item.parent = std::nullopt; },
        [](Item& item) { item.indicator = 99; },
        [](Item& item) { item.indicator = 0; },
    };
    for (const auto change : changes) {
        for (const std::size_t at : {0U, 1U, 3U}) {
            Scored changed = scored;
            change(changed.sheet.items[at % changed.sheet.items.size()]);
            check(changed);
        }
    }
}

TEST_CASE("so are numbers of every size and scale, and texts that must be escaped") {
    Random random{12};
    std::optional<Scored> scored;
    while (!scored || scored->sheet.items.empty()) {
        scored = drawn(random);
    }
    const Ratio big = Ratio{*Decimal::parse("123456789012345678901234567890.125")};
    const std::vector<Ratio> numbers{Ratio{},
                                     Ratio{1, 3},
                                     Ratio{-2, 7},
                                     Ratio{5},
                                     Ratio{-5, 2},
                                     Ratio{2, 200},
                                     Ratio{100, 1'000},
                                     Ratio{1, 1'000'000},
                                     Ratio{1, 4'000'000},
                                     Ratio{1, 1'024},
                                     Ratio{std::numeric_limits<std::int64_t>::max()},
                                     Ratio{std::numeric_limits<std::int64_t>::min()},
                                     Ratio{std::numeric_limits<std::int64_t>::max(), 100},
                                     Ratio{Decimal{1, 18}},
                                     Ratio{Decimal{-10, 19}},
                                     Ratio{Decimal{7, 40}},
                                     big,
                                     -big,
                                     big / Ratio{3}};
    const std::vector<std::optional<int>> scales{std::nullopt, 0, 1, 2, 4, 6, 18, 19, 40, -1};
    Item& item = scored->sheet.items.front();
    item.name = "a\"b\\c\n\x01预\xFF";
    item.why = item.name;
    item.recover = "预算";
    item.level = 12;
    for (const Ratio& score : numbers) {
        for (const Ratio& points : numbers) {
            for (const std::optional<int>& scale : scales) {
                item.score = Points{score};
                item.points = Points{points};
                item.scale = scale;
                check(*scored);
            }
        }
    }
}
