// SPDX-License-Identifier: Apache-2.0
//
// Scoring bands whose score is a range, with answers from C++.
#include "support/table_answers.hpp"

#include <heng/rubric/validate.hpp>
#include <heng/score/score.hpp>

#include <doctest/doctest.h>

#include <string>
#include <variant>

using namespace heng;
using heng::test::TableAnswers;

namespace {

constexpr Term days{0};

Rubric late(const Beyond& beyond = {}) {
    Rubric rubric;
    rubric.points = 8_dec;
    rubric.language = Language::en;
    Indicator leaf{.id = "late", .name = "late", .points = 8_dec, .measure = days};
    leaf.beyond = beyond;
    leaf.rule = Bands{8_dec,
                      {{Interval::up_to(15_dec), Points{"8"}},
                       {{15_dec, false, 30_dec, true}, Points{"7"}, Points{"6"}},
                       {Interval::above(30_dec), Points{"0"}}},
                      beyond};
    rubric.indicators.push_back(std::move(leaf));
    return rubric;
}

TableAnswers answers(const Ratio& measure, const char* given) {
    TableAnswers table;
    table.numbers = {{days, measure}};
    if (*given != '\0') {
        table.assessments["late"] = {*Decimal::parse(given), "a reason", {"a file"}};
    }
    return table;
}

std::string outcome(const Ratio& measure, const char* given) {
    TableAnswers table = answers(measure, given);
    const auto sheet = score(late(), table);
    if (!sheet) {
        return sheet.error().code;
    }
    return sheet->items.front().score_text() + ' ' + std::string{name(sheet->items.front().status)};
}

/// Knows in which band it is asked.
struct BandAnswers : TableAnswers {
    using TableAnswers::assessment;
    Answer<Assessment> assessment(const Indicator& leaf, const Band& band, const Ratio& measure) {
        CHECK(leaf.id == "late");
        CHECK(measure == Ratio{20});
        return Assessment{*band.lowest().value().exact_decimal(), "the least", {}};
    }
};

} // namespace

TEST_CASE("score: a band with a range asks a person, and holds the score within it") {
    CHECK(outcome(15_dec, "") == "8 scored");
    CHECK(outcome(15_dec, "6.5") == "8 scored"); // nobody is asked
    CHECK(outcome(Ratio{1501, 100}, "6") == "6 assessed");
    CHECK(outcome(30_dec, "7.0") == "7 assessed");
    CHECK(outcome(30_dec, "7.0001") == "facts.assessed");
    CHECK(outcome(30_dec, "5.9999") == "facts.assessed");
    CHECK(outcome(30_dec, "") == "test.missing"); // what the answers say
    CHECK(outcome(Ratio{3001, 100}, "6") == "0 scored");
}

TEST_CASE("score: the reason keeps the measure, the band and the assessment") {
    TableAnswers table = answers(20_dec, "6.5");
    const auto sheet = score(late(), table);
    REQUIRE(sheet.has_value());
    const ByBand& by = std::get<ByBand>(sheet->items.front().reason);
    CHECK(by.measure == Ratio{20});
    CHECK(by.band == 1);
    REQUIRE(by.assessment.has_value());
    CHECK(by.assessment->evidence.front() == "a file");
    CHECK(assessment_of(sheet->items.front().reason) == &*by.assessment);
    CHECK(assessment_of(ByMeasure{}) == nullptr);
    CHECK(assessment_of(ByBand{}) == nullptr);
    table = answers(20_dec, "8");
    CHECK(score(late(), table).error().message ==
          "the assessed score of \"late\" is 8, outside 6 to 7, the band of 20");
}

TEST_CASE("score: answers that know the band are asked with it") {
    BandAnswers table;
    table.numbers = {{days, Ratio{20}}};
    const auto sheet = score(late(), table);
    REQUIRE(sheet.has_value());
    CHECK(sheet->items.front().score == Points{"6"});
}

TEST_CASE("score: ranges lie within what the indicator can score") {
    const auto check = [](const char* least, const char* most, const Beyond& beyond) {
        Rubric rubric = late(beyond);
        Band& band = std::get<Bands>(rubric.indicators.front().rule).bands[1];
        band.least = Points{*Decimal::parse(least)};
        band.score = Points{*Decimal::parse(most)};
        std::string codes;
        for (const Contradiction& each : validate(rubric)) {
            codes += (codes.empty() ? "" : " ") + each.code;
        }
        return codes;
    };
    CHECK(check("0", "8", {}).empty());
    CHECK(check("8", "8", {}).empty());
    CHECK(check("-0.1", "8", {}) == "rubric.score-range");
    CHECK(check("0", "8.1", {}) == "rubric.score-range");
    CHECK(check("7", "6", {}) == "rubric.rule");
    CHECK(check("-2", "10", {.extra = 2_dec, .floor = -2_dec}).empty());
    CHECK(check("-2.1", "10.1", {.extra = 2_dec, .floor = -2_dec}) ==
          "rubric.score-range rubric.score-range");
    const auto range = assessed_range(late().indicators.front().rule);
    REQUIRE(range.has_value());
    CHECK(range->least == Points{"6"});
    CHECK(range->most == Points{"7"});
    CHECK_FALSE(assessed_range(Rule{Bands{8_dec, {{Interval::everything(), Points{"8"}}}}}));
    CHECK(assessed_range(Rule{Assessed{8_dec, {.extra = 1_dec, .floor = -1_dec}}})->most ==
          Points{"9"});
}
