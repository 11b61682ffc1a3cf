// SPDX-License-Identifier: Apache-2.0
//
// Columns: what they may be, what comes out, what is refused, and that a batch can be cancelled.
#include "support/late_report.hpp"

#include <heng/batch/columns.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

using namespace heng;

namespace {

const RubricDocument& rubric() {
    static const RubricDocument made = RubricDocument::parse(R"--({"heng": "rubric/1", "id": "r",
        "title": "r", "unit": "万元", "points": "10", "rounding": {"scale": 2, "mode": "half-up",
        "at": ["leaf"]}, "grades": [{"in": ">= 5", "grade": "good"}, {"in": "-", "grade": "bad"}],
        "inputs": {"budget.annual": {"type": "money"}, "budget.executed": {"type": "money"},
          "late": {"type": "count", "optional": true, "default": "0"}, "on": {"type": "date",
          "optional": true}, "ok": {"type": "boolean", "optional": true, "default": true},
          "list": {"type": "list", "optional": true, "of": {"x": {"type": "number"}}}},
        "indicators": [{"id": "b", "name": "b", "points": "10", "indicators": [
          {"id": "use", "name": "use", "points": "8", "measure": "budget.executed / budget.annual",
           "rule": {"kind": "proportional"}},
          {"id": "late", "name": "late", "points": "2", "rule": {"kind": "occurrences",
           "each": [{"count": "late", "deduct": "0.5", "label": "late"}]}}]}]})--")
                                           .value();
    return made;
}

struct Rows {
    std::array<std::int64_t, 4> annual{100, 300, 0, 287};
    std::array<std::int64_t, 4> executed{5'000, 20'000, 1, 17'100};
    std::array<std::uint8_t, 1> three{0b0111};

    [[nodiscard]] std::vector<Column> columns() const {
        return {{.input = "budget.annual", .values = annual.data()},
                {.input = "budget.executed", .values = executed.data(), .scale = 2}};
    }
};

std::string code(const Result<BatchSummary>& done) {
    return done ? "" : done.error().code;
}

} // namespace

TEST_CASE("totals, grades, statuses and items") {
    const Rows rows;
    const ColumnScorer scorer{rubric()};
    CHECK(scorer.is_fast());
    std::array<std::int64_t, 4> totals{};
    std::array<std::int32_t, 4> grades{};
    std::array<std::int32_t, 4> statuses{};
    std::array<std::int64_t, 12> items{};
    const auto done =
        scorer.score(rows.columns(), 4,
                     {.totals = totals, .grades = grades, .statuses = statuses, .items = items});
    REQUIRE(done.has_value());
    CHECK(done->documents == 4);
    CHECK(done->failed == 1);
    CHECK(totals == std::array<std::int64_t, 4>{600, 733, no_score, 677});
    CHECK(grades == std::array<std::int32_t, 4>{0, 0, -1, 0});
    CHECK(statuses == std::array<std::int32_t, 4>{0, 0, 4, 0}); // a zero denominator
    CHECK(items == std::array<std::int64_t, 12>{600, 733, no_score, 677, 400, 533, no_score, 477,
                                                200, 200, no_score, 200});
}

TEST_CASE("the grade of a row is the interval that holds its total, whichever way it is scored") {
    const ColumnScorer scorer{RubricDocument::parse(R"--({"heng": "rubric/1", "id": "g",
        "title": "g", "basis": "local", "language": "en", "points": "100",
        "rounding": {"scale": 2, "mode": "half-up", "at": ["leaf", "total"]},
        "grades": [{"in": ">= 90", "grade": "A"}, {"in": "[80..90)", "grade": "B"},
                   {"in": "[1..80)", "grade": "A"}],
        "inputs": {"a": {"type": "number"}, "b": {"type": "number"}},
        "indicators": [{"id": "x", "name": "x", "points": "100", "measure": "a * b",
                        "rule": {"kind": "proportional", "cap": "100000000000000000000"}}]})--")
                                  .value()};
    REQUIRE(scorer.is_fast());
    constexpr std::int64_t milliard = 1'000'000'000; // 10 milliards of them do not fit 64 bits
    const std::array<std::int64_t, 6> a{4, 4, 4, 4, 3, 1};
    std::array<std::int64_t, 6> b{25, 21, 10, 1, 3, 1};
    std::array<std::int64_t, 6> left{};
    for (std::size_t i = 0; i < b.size(); ++i) {
        left[i] = a[i] * milliard;
        b[i] *= milliard;
    }
    const std::vector<Column> columns = {{.input = "a", .values = left.data()},
                                         {.input = "b", .values = b.data()}};
    std::array<std::int64_t, 6> totals{};
    std::array<std::int32_t, 6> grades{};
    const ScoreColumns to{.totals = totals, .grades = grades};
    CHECK(scorer.score(columns, 6, to).value().failed == 0);
    CHECK(totals == std::array<std::int64_t, 6>{10'000, 8'400, 4'000, 400, 900, 100});
    CHECK(grades == std::array<std::int32_t, 6>{0, 1, 2, 2, 2, 2});
}

TEST_CASE("the grade of a row is as low as an adjustment leaves it") {
    const ColumnScorer scorer{RubricDocument::parse(R"--({"heng": "rubric/1", "id": "held",
        "title": "h", "basis": "local", "language": "en", "points": "10", "extra": "2",
        "floor": "-3", "rounding": {"scale": 1, "mode": "half-up", "at": ["total"]},
        "grades": [{"in": ">= 9", "grade": "A"}, {"in": "[5..9)", "grade": "B"},
                   {"in": "< 5", "grade": "C"}],
        "inputs": {"a": {"type": "number"}, "n": {"type": "count"}},
        "indicators": [{"id": "x", "name": "x", "points": "10", "extra": "2", "floor": "-3",
                        "rule": {"kind": "formula", "score": "a"}}],
        "adjustments": [{"id": "n", "deduct": "n * 0.5", "each_at_most": "1"},
                        {"id": "held", "when": "n >= 2", "grade_at_most": "B"}]})--")
                                  .value()};
    const std::array<std::int64_t, 5> a{12, 12, 12, 4, -9};
    const std::array<std::int64_t, 5> n{0, 1, 3, 3, 0};
    const std::vector<Column> columns = {{.input = "a", .values = a.data()},
                                         {.input = "n", .values = n.data()}};
    std::array<std::int64_t, 5> totals{};
    std::array<std::int32_t, 5> grades{};
    CHECK(scorer.score(columns, 5, {.totals = totals, .grades = grades}).value().failed == 0);
    CHECK(totals == std::array<std::int64_t, 5>{120, 115, 110, 30, -30});
    CHECK(grades == std::array<std::int32_t, 5>{0, 0, 1, 2, 2});
}

TEST_CASE("a score that is too long to be written fails its row, and no other") {
    const ColumnScorer scorer{RubricDocument::parse(R"--({"heng": "rubric/1", "id": "long",
        "title": "L", "basis": "local", "language": "en", "points": "10",
        "inputs": {"a": {"type": "number"}}, "indicators": [{"id": "x", "name": "X",
        "points": "10", "rule": {"kind": "formula",
                                 "score": "9 + (a ** 1000) ** 19 * a ** 728"}}]})--")
                                  .value()};
    const std::array<std::int64_t, 3> tenths{10, 2, 0};
    const std::vector<Column> columns = {{.input = "a", .values = tenths.data(), .scale = 1}};
    std::array<std::int64_t, 3> totals{};
    std::array<std::int32_t, 3> statuses{};
    const ScoreColumns to{.totals = totals, .statuses = statuses};
    CHECK(scorer.score(columns, 3, to).value().failed == 1);
    CHECK(totals == std::array<std::int64_t, 3>{1'000, no_score, 900});
    CHECK(statuses[1] == static_cast<std::int32_t>(Status::limit_exceeded));
}

TEST_CASE("more places, and fewer than the scores have") {
    const Rows rows;
    const ColumnScorer scorer{rubric()};
    std::array<std::int64_t, 2> totals{};
    std::array<std::int32_t, 2> statuses{};
    CHECK(scorer.score(rows.columns(), 2, {.totals = totals, .scale = 4}).has_value());
    CHECK(totals == std::array<std::int64_t, 2>{60'000, 73'300});
    CHECK(scorer.score(rows.columns(), 2, {.totals = totals, .statuses = statuses, .scale = 1})
              .value()
              .failed == 1);
    CHECK(totals == std::array<std::int64_t, 2>{60, no_score});
    CHECK(statuses == std::array<std::int32_t, 2>{0, 5});
}

TEST_CASE("a row whose band a person scores fails as its document does, and no other") {
    std::string text = test::late_rubric("en");
    const std::string_view total =
        R"("at": ["total"])"; // exact leaves have no whole number of units
    text.replace(text.find(total), total.size(), R"("at": ["leaf"])");
    const auto made = RubricDocument::parse(text);
    REQUIRE_MESSAGE(made.has_value(), made.error());
    const ColumnScorer scorer{*made};
    CHECK(scorer.is_fast());
    const std::array<std::int64_t, 4> days{15, 16, 45, 46};
    const std::array<std::int64_t, 4> paid{50, 50, 50, 50};
    const std::vector<Column> columns{{.input = "days", .values = days.data()},
                                      {.input = "paid", .values = paid.data(), .scale = 2}};
    std::array<std::int64_t, 4> totals{};
    std::array<std::int32_t, 4> statuses{};
    const auto done = scorer.score(columns, 4, {.totals = totals, .statuses = statuses});
    REQUIRE_MESSAGE(done.has_value(), done.error());
    CHECK(done->failed == 2);
    CHECK(totals == std::array<std::int64_t, 4>{900, no_score, no_score, 100});
    const auto failed = static_cast<std::int32_t>(Status::invalid_facts);
    CHECK(statuses == std::array<std::int32_t, 4>{0, failed, failed, 0});
}

TEST_CASE("gaps, an offset, and texts") {
    const Rows rows;
    const ColumnScorer scorer{rubric()};
    const std::string text = "50.00200.0000x171";
    const std::array<std::int32_t, 5> ends{0, 5, 13, 14, 17};
    const std::array<std::uint8_t, 1> bits{0b1010};
    const std::array<std::int64_t, 4> late{9, 1, 9, 4};
    const std::vector<Column> columns = {
        {.input = "budget.annual", .values = rows.annual.data()},
        {.input = "budget.executed", .text = text.data(), .offsets = ends.data()},
        {.input = "late", .values = late.data(), .valid = bits.data()}};
    std::array<std::int64_t, 4> totals{};
    CHECK(scorer.score(columns, 4, {.totals = totals}).value().failed == 1);
    CHECK(totals == std::array<std::int64_t, 4>{600, 683, no_score, 477});
    std::vector<Column> from_two = columns;
    for (Column& column : from_two) {
        column.offset = 1;
    }
    std::array<std::int64_t, 3> later{};
    CHECK(scorer.score(from_two, 3, {.totals = later}).value().failed == 1);
    CHECK(later == std::array<std::int64_t, 3>{683, no_score, 477});
}

TEST_CASE("a truth is 0 or 1 whatever the scale of its column, and so is its default") {
    const std::string text = R"--({"heng": "rubric/1", "id": "r", "title": "r", "points": "10",
        "rounding": {"scale": 0, "mode": "half-up", "at": ["leaf"]},
        "inputs": {"ok": {"type": "boolean", "optional": true, "default": true}},
        "indicators": [{"id": "i", "name": "i", "points": "4", "rule": {"kind": "condition",
          "when": "ok"}}, {"id": "j", "name": "j", "points": "6", "rule": {"kind": "condition",
          "when": "not(ok)"}}]})--";
    const ColumnScorer scorer{RubricDocument::parse(text).value()};
    REQUIRE(scorer.is_fast());
    constexpr std::array<std::int64_t, 4> values{1, 1, 10, 0};
    constexpr std::uint8_t all_but_first = 0b1110;
    std::array<std::int64_t, 4> totals{};
    for (const int scale : {0, 1, 18}) {
        const Column column{
            .input = "ok", .values = values.data(), .scale = scale, .valid = &all_but_first};
        REQUIRE(scorer.score(std::span{&column, 1}, 4, {.totals = totals}).has_value());
        CHECK(totals == std::array<std::int64_t, 4>{4, 4, no_score, 6});
    }
}

TEST_CASE("the document that a row is") {
    const Rows rows;
    std::vector<Column> columns = rows.columns();
    const std::array<std::int64_t, 4> ok{1, 0, 1, 2};
    const std::string days = "2024-01-31";
    const std::array<std::int32_t, 5> ends{0, 10, 10, 10, 10};
    columns.push_back({.input = "ok", .values = ok.data()});
    columns.push_back(
        {.input = "on", .text = days.data(), .offsets = ends.data(), .valid = rows.three.data()});
    const ColumnScorer scorer{rubric()};
    CHECK(scorer.document(columns, 0).value() ==
          R"({"heng":"facts/1","unit":"万元","data":{"budget":{"annual":100,"executed":50.00},)"
          R"("ok":true,"on":"2024-01-31"}})");
    CHECK(scorer.document(columns, 3).value() ==
          R"({"heng":"facts/1","unit":"万元","data":{"budget":{"annual":287,"executed":171.00},)"
          R"("ok":2}})");
    constexpr std::size_t none = std::numeric_limits<std::size_t>::max(); // of so many + 1 rows
    CHECK(scorer.document(columns, none).error().code == "batch.size");
}

TEST_CASE("a text that no document may have fails its row, as the document does") {
    const std::string engine = R"--({"heng": "rubric/1", "id": "r", "title": "r", "points": "10",
        "inputs": {"on": {"type": "text"}}, "indicators": [{"id": "i", "name": "i", "points": "10",
          "measure": "on", "rule": {"kind": "categories", "scores": {"ab": "1"}}}]})--";
    using namespace std::string_literals;
    const std::string text = "a\xFF"
                             "\xE4\xB8 "
                             "\xED\xA0\x80"
                             "a\"\xFF\xFE\\"
                             "a\0"s;
    const std::array<std::int32_t, 6> ends{0, 2, 5, 8, 13, 15};
    const std::vector<Column> columns = {
        {.input = "on", .text = text.data(), .offsets = ends.data()}};
    const auto made = RubricDocument::parse(engine);
    REQUIRE_MESSAGE(made, made.error().message);
    for (const RubricDocument& each : {*made, rubric()}) {
        const ColumnScorer scorer{each};
        CAPTURE(scorer.is_fast());
        std::array<std::int32_t, 5> statuses{};
        REQUIRE(scorer.score(columns, 5, {.statuses = statuses}).has_value());
        for (std::size_t row = 0; row < 5; ++row) {
            CAPTURE(row);
            const auto facts = Facts::parse(each, scorer.document(columns, row).value());
            CHECK(statuses[row] == 2);
            REQUIRE_FALSE(facts);
            CHECK(facts.error().code == (row < 4 ? "json.utf8" : "json.nul"));
        }
    }
}

TEST_CASE("what is refused, before anything is scored") {
    const Rows rows;
    const ColumnScorer scorer{rubric()};
    std::array<std::int64_t, 4> totals{7, 7, 7, 7};
    const auto refused = [&](const Column& column) {
        std::vector<Column> columns = rows.columns();
        columns.push_back(column);
        return code(scorer.score(columns, 4, {.totals = totals}));
    };
    const std::int64_t* const values = rows.annual.data();
    const std::array<std::int32_t, 5> falling{0, 5, 4, 6, 7};
    CHECK(refused({.input = "late"}) == "batch.column");
    CHECK(refused({.input = "lat", .values = values}) == "batch.input");
    CHECK(refused({.input = "budget", .values = values}) == "batch.input");
    CHECK(refused({.input = "list", .values = values}) == "batch.input");
    CHECK(refused({.input = "on", .values = values}) == "batch.input");
    CHECK(refused({.input = "ok", .text = "1", .offsets = falling.data()}) == "batch.input");
    CHECK(refused({.input = "late", .text = "1234567", .offsets = falling.data()}) ==
          "batch.column");
    CHECK(refused({.input = "late", .offsets = falling.data()}) == "batch.column");
    CHECK(refused({.input = "late", .values = values, .scale = 19}) == "batch.scale");
    CHECK(refused({.input = "late", .values = values, .scale = -1}) == "batch.scale");
    CHECK(refused({.input = "budget.annual", .values = values}) == "batch.column");
    constexpr std::size_t most = PTRDIFF_MAX / sizeof(std::int64_t); // rows that memory can hold
    for (const std::size_t offset : {most - 3, most, SIZE_MAX / 8 + 1, SIZE_MAX - 3, SIZE_MAX}) {
        CHECK(refused({.input = "late", .values = values, .offset = offset}) == "batch.offset");
    }
    CHECK(code(scorer.score({}, most + 1, {})) == "batch.size");
    CHECK(code(scorer.score({}, SIZE_MAX, {})) == "batch.size");
    CHECK(code(scorer.score(rows.columns(), SIZE_MAX, {})) == "batch.offset");
    CHECK(scorer.document({}, most).error().code == "batch.size");
    CHECK(scorer.most_columns() == 6);
    std::array<std::int64_t, 3> short_one{};
    CHECK(code(scorer.score(rows.columns(), 4, {.totals = short_one})) == "batch.size");
    CHECK(code(scorer.score(rows.columns(), 4, {.items = totals})) == "batch.size");
    CHECK(code(scorer.score(rows.columns(), 4, {.totals = totals, .scale = 10})) == "batch.scale");
    CHECK(totals == std::array<std::int64_t, 4>{7, 7, 7, 7});
    CHECK(code(scorer.score({}, 4, {.totals = totals})) == ""); // all rows lack what is read
    CHECK(totals[0] == no_score);
}

TEST_CASE("cancelled, and told how far it is") {
    const std::vector<std::int64_t> ones(50'000, 1);
    const std::vector<Column> columns = {{.input = "budget.annual", .values = ones.data()},
                                         {.input = "budget.executed", .values = ones.data()}};
    const ColumnScorer scorer{rubric()};
    for (const unsigned threads : {0U, 1U, 4U}) {
        std::vector<std::int64_t> totals(ones.size(), 7);
        std::size_t told = 0;
        const auto all =
            scorer.score(columns, ones.size(), {.totals = totals}, threads, [&](std::size_t rows) {
                CHECK(rows > told);
                told = rows;
                return true;
            });
        CHECK(all.value().documents == ones.size());
        CHECK(told == ones.size());
        CHECK(totals == std::vector<std::int64_t>(ones.size(), 1000));
        const auto some = scorer.score(columns, ones.size(), {.totals = totals}, threads,
                                       [](std::size_t) { return false; });
        CHECK(some.value().cancelled);
        CHECK(some.value().documents < ones.size());
    }
}
