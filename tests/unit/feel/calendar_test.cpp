// SPDX-License-Identifier: Apache-2.0
#include "feel/calendar.hpp"

#include <doctest/doctest.h>

#include <string_view>

using namespace heng;
using namespace heng::detail::feel;

TEST_CASE("days since 1970") {
    CHECK(parse_date("1970-01-01") == 0);
    CHECK(parse_date("1969-12-31") == -1);
    CHECK(parse_date("2000-03-01") == 11'017);
    CHECK(parse_date("2024-01-01") == 19'723);
    CHECK(days_of({1900, 2, 29}) == std::nullopt);
    CHECK(days_of({2000, 2, 29}) == 11'016);
}

TEST_CASE("every day of four centuries has one text") {
    std::int64_t day = *parse_date("1799-12-31");
    const std::int64_t last = *parse_date("2201-01-01");
    CivilDate before = civil_of(day);
    for (++day; day <= last; ++day) {
        const CivilDate date = civil_of(day);
        const bool next = date.day == before.day + 1 ||
                          (date.day == 1 && (date.month == before.month + 1 ||
                                             (date.month == 1 && date.year == before.year + 1)));
        REQUIRE(next);
        REQUIRE(days_of(date) == day);
        REQUIRE(parse_date(date_text(day)) == day);
        before = date;
    }
}

TEST_CASE("texts of dates") {
    for (const std::string_view text :
         {"2024-02-29", "-2017-12-31", "0001-01-01", "-999999999-01-01", "999999999-12-31"}) {
        CAPTURE(text);
        REQUIRE(parse_date(text).has_value());
        CHECK(date_text(*parse_date(text)) == text);
    }
    for (const std::string_view text :
         {"", "2024", "2024-1-01", "2024-01-1", "24-01-01", "02024-01-01", "2024-13-01",
          "2024-00-01", "2024-04-31", "2023-02-29", "2024/01/01", "2024-01-01T", "1000000000-01-01",
          "2024-01-011", "+2024-01-01", "２024-01-01", "2024-01-0a"}) {
        CAPTURE(text);
        CHECK(!parse_date(text).has_value());
    }
}

TEST_CASE("texts of durations") {
    CHECK(parse_duration("P1DT2H3M4.5S") == Ratio{187'569, 2});
    CHECK(parse_duration("-PT90M") == Ratio{-5'400});
    CHECK(parse_duration("P0D") == Ratio{0});
    CHECK(parse_duration("PT0.S") == Ratio{0}); // DMN TCK 1120, case 011
    CHECK(parse_duration("-P1DT2.S") == Ratio{-86'402});
    for (const std::string_view text :
         {"", "P", "PT", "P1", "1D", "P1H", "PT1D", "P1DT", "P1D2H", "PT1M2H", "P1.5D", "PT.5S",
          "PT1.M", "PT1.5.S", "P1Y", "P1M", "P-1D", "P1D "}) {
        CAPTURE(text);
        CHECK(!parse_duration(text).has_value());
    }
    CHECK(duration_text(Ratio{0}) == "P0D");
    CHECK(duration_text(Ratio{86'400}) == "P1D");
    CHECK(duration_text(Ratio{-93'784}) == "-P1DT2H3M4S");
    CHECK(duration_text(Ratio{1, 2}) == "PT0.5S");
    CHECK(duration_text(Ratio{3'600}) == "PT1H");
    CHECK(duration_text(Ratio{59} + Ratio{1, 3}) == "PT59.333333333S");
}

TEST_CASE("weekdays and days of the year") {
    CHECK(weekday_of(0) == 4);
    CHECK(weekday_of(-1) == 3);
    CHECK(weekday_of(*parse_date("2018-12-10")) == 1);
    CHECK(weekday_of(*parse_date("-0001-01-03")) >= 1);
    CHECK(day_of_year(*parse_date("2024-12-31")) == 366);
    CHECK(day_of_year(*parse_date("2023-03-01")) == 60);
}

TEST_CASE("FEEL that heng does not evaluate is recognised") {
    for (const std::string_view text :
         {"10:30:00", "2024-01-01T10:30:00", "P1Y", "-P2M", "P1Y2M"}) {
        CAPTURE(text);
        CHECK(is_time_text(text));
    }
    for (const std::string_view text : {"", "foo", "2024-01-01", "P1D", "Projekt"}) {
        CAPTURE(text);
        CHECK(!is_time_text(text));
    }
}
