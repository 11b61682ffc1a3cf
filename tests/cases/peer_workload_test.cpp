// SPDX-License-Identifier: Apache-2.0
//
// The workload that other engines were measured on: 2,000 documents, half of them with scores that
// fall exactly on x.xx5, against answers worked out with fractions.
#include "support/facts_text.hpp"
#include "support/files.hpp"

#include <heng/scoring/scoring.hpp>

#include <doctest/doctest.h>

using namespace heng;

namespace {

using Row = std::vector<std::string>;

std::string facts_of(const Row& paths, const Row& cells) {
    std::map<std::string, std::string> facts;
    for (std::size_t i = 2; i < paths.size(); ++i) {
        facts[paths[i]] = cells[i];
    }
    return test::facts_text(facts);
}

/// Compares the cells of one document; an empty cell is not compared.
std::size_t compare(const ScoreSheet& sheet, const Row& columns, const Row& expected) {
    std::size_t compared = 0;
    for (std::size_t i = 2; i < columns.size(); ++i) {
        const std::string& column = columns[i];
        if (expected[i].empty()) {
            continue;
        }
        ++compared;
        INFO(expected[0] << ' ' << expected[1] << ' ' << column);
        if (column == "total") {
            CHECK(sheet.total_text() == expected[i]);
        } else if (column == "grade") {
            CHECK(sheet.grade == expected[i]);
        } else if (column[0] == 'R') {
            CHECK(sheet.find('G' + column.substr(1))->rate() == expected[i] + '%');
        } else {
            CHECK(sheet.find(column)->score_text() == expected[i]);
        }
    }
    return compared;
}

} // namespace

TEST_CASE("peer workload: every value of 2,000 documents is exact") {
    const auto rubric = RubricDocument::parse(test::file("tests/cases/peer-workload/rubric.json"));
    REQUIRE_MESSAGE(rubric.has_value(), rubric.error());
    const auto facts = test::comma_separated("tests/cases/peer-workload/facts.csv");
    const auto expected = test::comma_separated("tests/cases/peer-workload/expected.csv");
    REQUIRE(facts.size() == 2001);
    REQUIRE(expected.size() == 2001);
    std::size_t compared = 0;
    for (std::size_t i = 1; i < facts.size(); ++i) {
        const auto loaded = Facts::parse(*rubric, facts_of(facts[0], facts[i]));
        REQUIRE_MESSAGE(loaded.has_value(), loaded.error());
        const auto sheet = score(*loaded);
        REQUIRE_MESSAGE(sheet.has_value(), sheet.error());
        compared += compare(*sheet, expected[0], expected[i]);
    }
    CHECK(compared ==
          2000 * 50 - 92 * 5); // 92 vetoed groups, whose five indicators are not compared
}
