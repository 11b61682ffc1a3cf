// SPDX-License-Identifier: Apache-2.0
//
// Columns of records: what they come to, and what is said of those that can't be. Of many at
// random: property.columns.
#include <heng/batch/columns.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cstdint>
#include <string>
#include <vector>

using namespace heng;

namespace {

const RubricDocument& rubric() {
    static const RubricDocument made = RubricDocument::parse(R"--({"heng": "rubric/1", "id": "r",
        "title": "r", "basis": "local", "source": "t", "language": "en", "points": "20",
        "rounding": {"scale": 2, "mode": "half-up", "at": ["row", "leaf"]},
        "inputs": {"goals": {"type": "list", "of": "target"}, "n": {"type": "number"},
                   "deals": {"type": "list", "of": {"late": {"type": "boolean"},
                       "on": {"type": "date", "optional": true},
                       "parts": {"type": "list", "optional": true,
                                 "of": {"x": {"type": "number"}}}}}},
        "indicators": [
          {"id": "g", "name": "g", "points": "10", "basis": "local", "source": "t",
           "rule": {"kind": "targets", "rows": "goals", "weights": "points"}},
          {"id": "d", "name": "d", "points": "10", "basis": "local", "source": "t",
           "rule": {"kind": "occurrences", "each": [
               {"count": "count(deals[late])", "deduct": "2", "label": "late"}]}}]})--")
                                           .value();
    return made;
}

/// Three rows: of two records and one, of none, and of one and two.
struct Lists {
    Lists() = default;
    Lists(const Lists&) = delete; // columns point into it
    Lists& operator=(const Lists&) = delete;

    std::array<std::int32_t, 4> goal_ends{0, 2, 2, 3};
    std::array<std::int32_t, 4> deal_ends{0, 1, 1, 3};
    std::string names = "abc";
    std::array<std::int32_t, 4> name_ends{0, 1, 2, 3};
    std::string directions = ">=level=";
    std::array<std::int32_t, 4> direction_ends{0, 2, 7, 8};
    std::string figures = "80%100%";
    std::array<std::int32_t, 4> figure_ends{0, 3, 3, 7};
    std::string actuals = "60%95%";
    std::array<std::int32_t, 4> actual_ends{0, 3, 3, 6};
    std::array<std::int64_t, 3> points{4, 6, 10};
    std::string levels = "met";
    std::array<std::int32_t, 4> level_ends{0, 0, 3, 3};
    std::array<std::uint8_t, 1> first_and_third{0b101};
    std::array<std::uint8_t, 1> second{0b010};
    std::array<std::int64_t, 3> late{1, 0, 1};

    std::vector<Column> goals{
        {.input = "name", .text = names.data(), .offsets = name_ends.data()},
        {.input = "direction", .text = directions.data(), .offsets = direction_ends.data()},
        {.input = "target",
         .text = figures.data(),
         .offsets = figure_ends.data(),
         .valid = first_and_third.data()},
        {.input = "actual",
         .text = actuals.data(),
         .offsets = actual_ends.data(),
         .valid = first_and_third.data()},
        {.input = "points", .values = points.data()},
        {.input = "level",
         .text = levels.data(),
         .offsets = level_ends.data(),
         .valid = second.data()}};
    std::vector<Column> deals{{.input = "late", .values = late.data()}};

    [[nodiscard]] std::vector<Column> columns() const {
        return {{.input = "goals",
                 .offsets = goal_ends.data(),
                 .fields = goals.data(),
                 .field_count = goals.size()},
                {.input = "deals",
                 .offsets = deal_ends.data(),
                 .fields = deals.data(),
                 .field_count = deals.size()}};
    }
};

struct Said {
    std::string code{};
    std::string message{};
    std::string hint{};
};

Said said(const std::vector<Column>& columns, std::size_t rows = 3) {
    const auto done = ColumnScorer{rubric()}.score(columns, rows, {});
    return done ? Said{} : Said{done.error().code, done.error().message, done.error().hint};
}

} // namespace

TEST_CASE("the records of a row are scored, and its document has them") {
    const Lists lists;
    const ColumnScorer scorer{rubric()};
    std::array<std::int64_t, 3> totals{};
    const auto done = scorer.score(lists.columns(), 3, {.totals = totals});
    REQUIRE(done.has_value());
    CHECK(done->failed == 1); // a row without targets
    // 4 * 60/80 + 6, and 8; 10 * 95/100, and 10 - 2
    CHECK(totals == std::array<std::int64_t, 3>{1'700, no_score, 1'750});
    CHECK(scorer.document(lists.columns(), 0).value() ==
          R"({"heng":"facts/1","data":{"deals":[{"late":true}],"goals":[{"name":"a",)"
          R"("direction":">=","target":"80%","actual":"60%","points":4},{"name":"b",)"
          R"("direction":"level","points":6,"level":"met"}]}})");
    CHECK(scorer.document(lists.columns(), 1).value() ==
          R"({"heng":"facts/1","data":{"deals":[],"goals":[]}})");
}

TEST_CASE("a row has no list where the list has no value, and offsets have an offset") {
    Lists lists;
    std::vector<Column> columns = lists.columns();
    const std::array<std::uint8_t, 1> all_but_the_first{0b100};
    columns[0].valid = all_but_the_first.data();
    columns[0].offset = 1; // two rows, of which the first has no list
    const ColumnScorer scorer{rubric()};
    CHECK(scorer.document(columns, 0).value() ==
          R"({"heng":"facts/1","data":{"deals":[{"late":true}]}})");
    const std::array<std::int64_t, 4> more_points{0, 4, 6, 10};
    lists.goals[4].values = more_points.data();
    lists.goals[4].offset = 1;
    CHECK(scorer.document(columns, 1).value().find(R"("points":10)") != std::string::npos);
}

TEST_CASE("a column that can't give records is told by its name") {
    Lists lists;
    CHECK(said(lists.columns()).code == "");
    std::vector<Column> columns = lists.columns();
    columns[0].input = "n";
    CHECK(said(columns).message ==
          R"(the input "n" is a number, which a column of records can't give)");
    columns = lists.columns();
    columns[0].values = lists.points.data();
    CHECK(said(columns).code == "batch.column");
    columns = lists.columns();
    columns[0].scale = 1;
    CHECK(said(columns).code == "batch.scale");
    columns = lists.columns();
    columns[0].fields = nullptr;
    columns[0].text = "[]";
    CHECK(said(columns).code == "batch.input");
    CHECK(said(columns).hint == "give its records by `offsets` and `fields`");
    lists.deal_ends = {0, 2, 1, 3};
    CHECK(said(lists.columns()).message == R"(the offsets of the column "deals" fall at row 1)");
}

TEST_CASE("a field that can't be given is told by its name, and a record by its row") {
    Lists lists;
    lists.goals[2].input = "targt";
    CHECK(said(lists.columns()).code == "batch.input");
    CHECK(said(lists.columns()).message == R"(the records of "goals" have no field "targt")");
    CHECK(said(lists.columns()).hint == R"(did you mean "target"?)");
    lists.goals[2].input = "published";
    CHECK(said(lists.columns()).code == "batch.input");
    lists.goals[2].input = "actual";
    CHECK(said(lists.columns()).message == R"(two columns have the input "goals.actual")");
    lists.goals[2].input = "target";
    lists.figure_ends = {0, 3, 2, 7};
    CHECK(said(lists.columns()).message ==
          R"(the offsets of the column "goals.target" fall at record 1, which is one of row 0)");
    lists.figure_ends = {0, 3, 3, 2};
    CHECK(said(lists.columns()).message ==
          R"(the offsets of the column "goals.target" fall at record 2, which is one of row 2)");
    CHECK(said(lists.columns(), 2).code == ""); // of a row that is not scored
    lists.goals[2].scale = 1;
    CHECK(said(lists.columns()).code == "batch.scale");
    lists.goals[2].scale = 0;
    lists.goals[2].offset = SIZE_MAX - 1;
    CHECK(said(lists.columns()).code == "batch.offset");
}

TEST_CASE("a text of a record is not given by numbers") {
    Lists lists;
    lists.goals[0] = {.input = "name", .values = lists.points.data()};
    CHECK(said(lists.columns()).message ==
          R"(the input "goals.name" is a text, which a column of numbers can't give)");
}

TEST_CASE("a field of a record is given by values of its type, and is no list") {
    Lists lists;
    lists.deals[0] = {.input = "on", .values = lists.late.data()};
    CHECK(said(lists.columns()).code == "batch.input");
    lists.deals[0] = {.input = "late", .text = "t", .offsets = lists.name_ends.data()};
    CHECK(said(lists.columns()).code == "batch.input");
    lists.deals[0] = {.input = "parts",
                      .offsets = lists.name_ends.data(),
                      .fields = lists.goals.data(),
                      .field_count = 1};
    CHECK(said(lists.columns()).message ==
          R"(the input "deals.parts" is a list, which a column of records can't give)");
}

TEST_CASE("records without a field that is required fail, each row by itself") {
    Lists lists;
    lists.deals[0].valid = lists.first_and_third.data();
    const ColumnScorer scorer{rubric()};
    std::array<std::int32_t, 3> statuses{};
    REQUIRE(scorer.score(lists.columns(), 3, {.statuses = statuses}).has_value());
    CHECK(statuses[0] == 0);
    CHECK(statuses[2] == static_cast<std::int32_t>(Status::invalid_facts));
}
