// SPDX-License-Identifier: Apache-2.0
//
// Days of the proleptic Gregorian calendar and day durations, from and to their ISO 8601 texts.
//
//     parse_date("2024-02-29")               // 19782, days since 1970-01-01
//     parse_duration("P1DT2H3M4.5S")         // 93784.5, seconds
//     duration_text(Ratio{93784})            // "P1DT2H3M4S"
//
// Years -999,999,999 to 999,999,999 (XML Schema 1.1, 3.3.9, with the bounds of java.time that the
// DMN conformance suite expects). A year has at least four digits, and no leading zero past four.
#pragma once

#include <heng/number/ratio.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace heng::detail::feel {

struct CivilDate {
    std::int64_t year = 1970;
    int month = 1;
    int day = 1;
};

/// The day as a number from 1970-01-01; nothing where there is no such day.
[[nodiscard]] std::optional<std::int64_t> days_of(CivilDate date);
[[nodiscard]] CivilDate civil_of(std::int64_t days);
/// Whether a day lies within the years that have a text.
[[nodiscard]] bool is_day(std::int64_t days);
/// 1 is Monday, 7 is Sunday.
[[nodiscard]] int weekday_of(std::int64_t days);
/// ISO 8601: weeks start on Monday, and the first of a year is the one with its first Thursday.
[[nodiscard]] std::int64_t week_of_year(std::int64_t days);
/// 1 is January 1st.
[[nodiscard]] std::int64_t day_of_year(std::int64_t days);

/// YYYY-MM-DD and nothing else.
[[nodiscard]] std::optional<std::int64_t> parse_date(std::string_view text);
[[nodiscard]] std::string date_text(std::int64_t days);

/// PnDTnHnMn.nS with any of its parts left out, but not all; a sign in front. In seconds.
[[nodiscard]] std::optional<Ratio> parse_duration(std::string_view text);
/// The same, with the parts that are not zero; "P0D" of zero. A fraction of a second that does not
/// end is rounded to nine places.
[[nodiscard]] std::string duration_text(const Ratio& seconds);

/// The day of a date and time of day without a zone: YYYY-MM-DDThh:mm:ss, with a fraction of a
/// second or not.
[[nodiscard]] std::optional<std::int64_t> parse_local_day(std::string_view text);

/// Whether the text looks like a time, a date and time, or a duration of years or months: FEEL that
/// heng does not evaluate.
[[nodiscard]] bool is_time_text(std::string_view text);

} // namespace heng::detail::feel
