// SPDX-License-Identifier: Apache-2.0
//
// The edges of what is plain in a list: a record is taken where Facts::parse takes it and has
// nothing to note. Of many records at random: property.facts.
#include "batch/plain_facts.hpp"
#include "facts/loaded_facts.hpp"

#include <heng/document/rubric_document.hpp>

#include <doctest/doctest.h>

#include <optional>
#include <string>

using namespace heng;
using detail::batch::PlainFacts;
using detail::batch::PlainSubject;
using detail::kernel::FactRows;
using detail::kernel::TargetFact;

namespace {

constexpr const char* lists_text = R"--({"heng": "rubric/1", "id": "r", "title": "R",
    "basis": "local", "source": "a test", "language": "en", "unit": "万元", "points": "12",
    "inputs": {"goals": {"type": "list", "of": "target", "optional": true},
               "more": {"type": "list", "of": "target", "optional": true},
               "deals": {"type": "list", "optional": true, "of": {
                   "sum": {"type": "money", "maximum": "100"},
                   "kind": {"type": "text", "optional": true, "default": "goods"},
                   "parts": {"type": "list", "optional": true,
                             "of": {"n": {"type": "count"}}}}}},
    "indicators": [{"id": "all", "name": "All", "points": "10", "basis": "local", "source": "t",
                    "measure": "count(deals[kind = \"goods\"])",
                    "rule": {"kind": "proportional"}},
                   {"id": "judged", "name": "J", "points": "2", "basis": "local", "source": "t",
                    "rule": {"kind": "assessed"}}]})--";

const RubricDocument& rubric() {
    static const RubricDocument document = RubricDocument::parse(lists_text).value();
    return document;
}

std::string facts(const std::string& data, const std::string& more = "") {
    return R"({"heng": "facts/1", "unit": "元", "data": {)" + data + "}" + more + "}";
}

/// One reader, as a batch has it, and a block of one row.
struct Reading {
    explicit Reading(const Limits& limits = {})
        : plain(rubric().compiled(), limits, UnreadFacts::list) {}

    bool read(const std::string& text) {
        rows.clear();
        PlainSubject subject;
        return plain.read(text, {rows, rows.add(), subject});
    }
    const detail::kernel::ListColumn& list(std::size_t slot) { return *rows.columns()[slot].list; }

    detail::kernel::FactsLayout layout{rubric().compiled()};
    PlainFacts plain;
    FactRows rows{layout};
};

bool is_sound(const std::string& text, const Limits& limits = {}) {
    return Facts::parse(rubric(), text, limits).has_value();
}

std::string goal(const std::string& members) {
    return facts(R"("goals": [{"name": "g", )" + members + "}]");
}

std::optional<TargetFact> target(const std::string& members) {
    Reading reading;
    return reading.read(goal(members)) ? std::optional{reading.list(0).targets[0]} : std::nullopt;
}

} // namespace

TEST_CASE("amounts, percentages, days and levels of target records") {
    const auto amounts =
        target(R"("points": "2.50", "direction": ">=", "target": "100%", "actual": "98.5%")");
    REQUIRE(amounts.has_value());
    CHECK(amounts->points == 250);
    CHECK(amounts->points_scale == 2);
    CHECK(amounts->target == 100);
    CHECK(amounts->target_scale == 2);
    CHECK(amounts->actual == 985);
    CHECK(amounts->actual_scale == 3);

    const auto printed = target(R"("target": 735, "actual": -1.5, "direction": "反向")");
    REQUIRE(printed.has_value());
    CHECK(printed->direction == Direction::at_most);
    CHECK(printed->target == 735);
    CHECK(printed->actual == -15);
    CHECK(printed->points_scale == detail::kernel::no_number);

    const auto day = target(
        R"("direction": "<=", "rule": "date", "target": "1970-01-02", "actual": "1970-01-04")");
    REQUIRE(day.has_value());
    CHECK(day->rule == RowRule::Kind::date);
    CHECK(day->own == 0);
    CHECK(day->target == 1);
    CHECK(day->actual == 3);

    const auto level = target(R"("direction": "level", "level": "部分达成", "rate": "0.6",)"
                              R"( "target": "完工", "actual": {"a": null})");
    REQUIRE(level.has_value());
    CHECK(level->direction == Direction::level);
    CHECK(level->level == Level::partly);
    CHECK(level->rate == 6);
    CHECK(level->rate_scale == 1);
    CHECK(level->target == 0);
}

TEST_CASE("a record is taken where Facts::parse takes it") {
    const std::string table[] = {
        R"("direction": "level", "level": "met")",
        R"("direction": "level", "level": "met", "rate": "80%")",
        R"("direction": "level", "level": "met", "rate": "79.99%")",
        R"("direction": "level", "level": "met", "rate": "100.01%")",
        R"("direction": "level", "level": "partly")",
        R"("direction": "level", "level": "partly", "rate": 0.5)",
        R"("direction": "level", "level": "partly", "rate": 0.49)",
        R"("direction": "level", "level": "partly", "rate": "80%")",
        R"("direction": "level", "level": "not", "rate": 0)",
        R"("direction": "level", "level": "not", "rate": "59.9%")",
        R"("direction": "level", "level": "not", "rate": "60%")",
        R"("direction": "level", "level": "not", "rate": "-1%")",
        R"("direction": "level", "level": "not", "rule": "all")",
        R"("direction": "level", "level": "met", "rule": "pass", "least": "60%")",
        R"("direction": "level", "level": "met", "rate": null)",
        R"("direction": "level", "level": "full")",
        R"("direction": "level")",
        R"("direction": ">=", "target": 1, "actual": 1, "level": "met")",
        R"("direction": ">=", "target": 1, "actual": 1, "rate": "90%")",
        R"("direction": ">=", "target": 1)",
        R"("direction": ">=", "target": 1, "actual": null)",
        R"("direction": ">=", "target": 1, "actual": "完成")",
        R"("direction": ">=", "target": 1, "actual": "98%")",
        R"("direction": ">=", "target": 0, "actual": "98%")",
        R"("direction": ">=", "target": "5%", "actual": "0.0")",
        R"("direction": ">=", "target": "2024-01-01", "actual": "2024-01-01")",
        R"("direction": ">=", "target": 1, "actual": 1, "points": -1)",
        R"("direction": ">=", "target": 1, "actual": 1, "points": "5%")",
        R"("direction": ">=", "target": 1, "actual": 1, "block": 1)",
        R"("direction": ">=", "target": 1, "actual": 1, "unknown": 1)",
        R"("direction": ">=", "target": 1, "actual": 1, "x-a": 1, "published": {"a": 1})",
        R"("direction": ">=", "target": 1, "actual": 1, "x-a": 1, "x-a": 1)",
        R"("direction": ">=", "target": 1, "actual": 1, "actual": 1)",
        R"("direction": ">", "target": 1, "actual": 1)",
        R"("target": 1, "actual": 1)",
        R"("direction": ">=", "target": 1, "actual": 1, "rule": "some")",
        R"("direction": ">=", "target": 1, "actual": 1, "rule": "ratio", "floor": 1, "cap": "1.0")",
        R"("direction": ">=", "target": 1, "actual": 1, "floor": 2, "cap": "1.9")",
        R"("direction": ">=", "target": 1, "actual": 1, "floor": -1)",
        R"("direction": ">=", "target": 1, "actual": 1, "rule": "pass")",
        R"("direction": ">=", "target": 1, "actual": 1, "rule": "pass", "least": "100%")",
        R"("direction": ">=", "target": 1, "actual": 1, "rule": "pass", "least": 1.01)",
        R"("direction": ">=", "target": 1, "actual": 1, "least": 1)",
        R"("direction": ">=", "target": 1, "actual": 1, "rule": "per_point", "deduct": "0.5")",
        R"("direction": ">=", "target": 1, "actual": 1, "rule": "per_point", "part": "whole")",
        R"("direction": ">=", "target": 1, "actual": 1, "rule": "all", "part": "whole")",
        R"("direction": ">=", "target": 1, "actual": 1, "rule": "all", "deduct": 1)",
        R"("direction": "=", "rule": "date", "target": "2024-01-01", "actual": "2024-01-01")",
        R"("direction": "<=", "rule": "date", "target": "2024-01-01", "actual": "2024-02-30")",
        R"("direction": "<=", "rule": "date", "target": 1, "actual": 2)",
        R"("direction": "<=", "rule": "date", "target": "2024-01-01", "actual": "2024-01-02",)"
        R"( "deduct": "0.1", "floor": 1)",
    };
    Reading warm;
    int sound = 0;
    for (const std::string& members : table) {
        INFO(members);
        sound += is_sound(goal(members)) ? 1 : 0;
        CHECK(target(members).has_value() == is_sound(goal(members)));
        CHECK(warm.read(goal(members)) == is_sound(goal(members)));
        CHECK(warm.read(goal(members)) == is_sound(goal(members))); // its shape is known
    }
    CHECK(sound == 13);
}

TEST_CASE("what is noted of a record, asks") {
    const std::string table[] = {
        R"("direction": ">=", "unit": "%", "target": 90, "actual": "0.95")",
        R"("direction": ">=", "target": 0.9, "actual": 95, "unit": "％")",
        R"("direction": ">=", "target": "0.94999999999999996", "actual": 1)",
    };
    for (const std::string& members : table) {
        INFO(members);
        CHECK(is_sound(goal(members)));
        CHECK_FALSE(target(members).has_value());
    }
    CHECK(target(R"("direction": ">=", "unit": "%", "target": 90, "actual": 95)").has_value());
    CHECK(target(R"("direction": ">=", "unit": "个", "target": 90, "actual": 0.5)").has_value());
}

TEST_CASE("records of declared fields, their money and what they lack") {
    Reading reading;
    REQUIRE(reading.read(facts(
        R"("deals": [{"sum": 12.5, "kind": "works"}, {"kind": "g\u006fods", "sum": "250000"},)"
        R"( {"sum": 1, "x-a": [1]}])")));
    const detail::kernel::ListColumn& list = reading.list(2);
    CHECK(list.offsets[1] == 3);
    const Decimal sums[] = {Decimal{125, 5}, Decimal{25}, Decimal{1, 4}};
    const std::uint32_t goods = reading.layout.texts.index_of("goods");
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(Decimal{list.fields[0].coefficients[i], list.fields[0].scale} == sums[i]);
        CHECK((list.fields[1].coefficients[i] == goods) == (i > 0)); // and it is the default
    }
    const std::string table[] = {
        R"({})",
        R"({"kind": "goods"})",
        R"({"sum": 1, "sum": 2})",
        R"({"sum": 1, "kin": "goods"})",
        R"({"sum": 1, "kind": null})",
        R"({"sum": "1000001"})", // 100.0001 万元
        R"([])",
    };
    for (const std::string& record : table) {
        INFO(record);
        const std::string text = facts("\"deals\": [" + record + "]");
        CHECK_FALSE(is_sound(text));
        CHECK_FALSE(reading.read(text));
    }
    CHECK(reading.read(facts(R"("deals": [{"sum": "1000000"}])")));
    CHECK_FALSE(reading.read(facts(R"("deals": [{"sum": 1, "parts": []}])"))); // a list in a record
    CHECK_FALSE(reading.read(R"({"heng": "facts/1", "data": {"deals": [{"sum": 1}]}})"));
}

TEST_CASE("a record is read in the unit of its document, which may stand behind it") {
    Reading reading;
    const auto sum_in = [&reading](const std::string& unit) {
        const std::string text = R"({"data": {"deals": [{"sum": 10}, {"sum": 10}]}, "heng": )"
                                 R"("facts/1", "unit": ")" +
                                 unit + R"("})";
        REQUIRE(reading.read(text));
        const detail::kernel::Column& sum = reading.list(2).fields[0];
        CHECK(sum.coefficients[0] == sum.coefficients[1]);
        return Decimal{sum.coefficients[0], sum.scale};
    };
    for (int round = 0; round < 3; ++round) {
        CHECK(sum_in("元") == Decimal{10, 4});
        CHECK(sum_in("万元") == Decimal{10});
    }
}

TEST_CASE("the limits of rows hold for a list, and for all lists of a document") {
    const auto goals = [](int count) {
        std::string rows;
        for (int i = 0; i < count; ++i) {
            rows += i == 0 ? "" : ", ";
            rows += R"({"name": "g", "direction": "level", "level": "met"})";
        }
        return '[' + rows + ']';
    };
    const auto text = [&goals](int first, int second) {
        return facts("\"goals\": " + goals(first) + ", \"more\": " + goals(second));
    };
    Limits limits;
    limits.rows = 5;
    Reading reading{limits};
    for (int round = 0; round < 2; ++round) { // the second time by their shape
        for (const auto& [first, second] : {std::pair{5, 0}, {2, 3}, {3, 3}, {6, 0}, {0, 5}}) {
            const std::string both = text(first, second);
            INFO(both);
            CHECK(reading.read(both) == is_sound(both, limits));
        }
    }
}

TEST_CASE("scores that people gave") {
    Reading reading;
    const auto given = [](const std::string& assessed) {
        return facts("", ", \"assessed\": {" + assessed + "}");
    };
    REQUIRE(
        reading.read(given(R"("judged": {"score": "1.50", "reason": "r", "evidence": ["a"]})")));
    CHECK(reading.rows.is_given(reading.layout.inputs, 0));
    CHECK(reading.rows.columns()[reading.layout.inputs].coefficients[0] == 150);
    REQUIRE(reading.read(given("")));
    CHECK_FALSE(reading.rows.is_given(reading.layout.inputs, 0));
    const std::string table[] = {
        R"("judged": {"score": "2.01", "reason": "r"})",
        R"("judged": {"score": -1, "reason": "r"})",
        R"("judged": {"score": 1, "reason": ""})",
        R"("judged": {"score": 1})",
        R"("judged": {"reason": "r"})",
        R"("judged": null)",
        R"("judge": {"score": 1, "reason": "r"})",
        R"("all": {"score": 1, "reason": "r"})",
        R"("judged": {"score": 1, "reason": "r", "evidence": [1]})",
        R"("judged": {"score": 1, "reason": "r", "note": "n"})",
    };
    for (const std::string& assessed : table) {
        INFO(assessed);
        CHECK_FALSE(is_sound(given(assessed)));
        CHECK_FALSE(reading.read(given(assessed)));
    }
}

TEST_CASE("texts of records are UTF-8, wherever a block of bytes ends") {
    Reading reading;
    const auto named = [](const std::string& name) {
        return facts(R"("goals": [{"name": ")" + name +
                     R"(", "direction": "level", "level": "met"}])");
    };
    for (std::size_t before = 0; before < 70; ++before) {
        const std::string pad(before, 'a');
        for (const char* inside :
             {"预算", "é", "ऐ", "😀", "\xE9\xA2", "\xA2", "\xC0\xAF", "\xFF", "\xED\xA0\x80",
              "\xF4\x90\x80\x80", "\\u9884", "\\q", "\x01", "\xE9\xA2\xE9\xA2\x84", "预\x84"}) {
            const std::string text = named(pad + inside);
            INFO(text);
            CHECK(reading.read(text) == is_sound(text));
            CHECK(reading.read(named(pad)));
        }
    }
}
