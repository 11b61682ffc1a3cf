// SPDX-License-Identifier: Apache-2.0
#include "feel/calendar.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace heng::detail::feel {

namespace {

constexpr std::int64_t greatest_year = 999'999'999;
constexpr std::int64_t seconds_of_day = 86'400;

bool is_digit(char c) {
    return '0' <= c && c <= '9';
}

bool is_leap(std::int64_t year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int days_in(std::int64_t year, int month) {
    constexpr std::array<int, 12> lengths = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap(year) ? 29 : lengths[static_cast<std::size_t>(month - 1)];
}

/// Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil: years start in
/// March, so that the leap day is the last, and are counted in eras of 400.
std::int64_t days_from_civil(CivilDate date) {
    const std::int64_t year = date.month <= 2 ? date.year - 1 : date.year;
    const std::int64_t era = (year >= 0 ? year : year - 399) / 400;
    const std::int64_t year_of_era = year - era * 400;
    const std::int64_t month = date.month > 2 ? date.month - 3 : date.month + 9;
    const std::int64_t day = (153 * month + 2) / 5 + date.day - 1;
    return era * 146'097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day - 719'468;
}

/// Reads digits at the front of the text and drops them; nothing where there are none or too many.
std::optional<std::int64_t> take_digits(std::string_view& text, std::size_t most) {
    std::size_t count = 0;
    std::int64_t value = 0;
    while (count < text.size() && is_digit(text[count])) {
        if (++count > most) {
            return std::nullopt;
        }
        value = value * 10 + (text[count - 1] - '0');
    }
    text.remove_prefix(count);
    return count == 0 ? std::nullopt : std::optional{value};
}

bool take(std::string_view& text, char c) {
    if (text.starts_with(c)) {
        text.remove_prefix(1);
        return true;
    }
    return false;
}

} // namespace

std::optional<std::int64_t> days_of(CivilDate date) {
    if (date.year < -greatest_year || date.year > greatest_year || date.month < 1 ||
        date.month > 12 || date.day < 1 || date.day > days_in(date.year, date.month)) {
        return std::nullopt;
    }
    return days_from_civil(date);
}

bool is_day(std::int64_t days) {
    return days_from_civil({-greatest_year, 1, 1}) <= days &&
           days <= days_from_civil({greatest_year, 12, 31});
}

CivilDate civil_of(std::int64_t days) {
    const std::int64_t z = days + 719'468; // civil_from_days, from the same source
    const std::int64_t era = (z >= 0 ? z : z - 146'096) / 146'097;
    const std::int64_t day_of_era = z - era * 146'097;
    const std::int64_t year_of_era =
        (day_of_era - day_of_era / 1'460 + day_of_era / 36'524 - day_of_era / 146'096) / 365;
    const std::int64_t day_of_year =
        day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const std::int64_t month = (5 * day_of_year + 2) / 153;
    CivilDate date;
    date.day = static_cast<int>(day_of_year - (153 * month + 2) / 5 + 1);
    date.month = static_cast<int>(month < 10 ? month + 3 : month - 9);
    date.year = year_of_era + era * 400 + (date.month <= 2 ? 1 : 0);
    return date;
}

int weekday_of(std::int64_t days) {
    const std::int64_t from_monday = ((days + 3) % 7 + 7) % 7; // 1970-01-01 was a Thursday
    return static_cast<int>(from_monday) + 1;
}

std::int64_t day_of_year(std::int64_t days) {
    return days - days_from_civil({civil_of(days).year, 1, 1}) + 1;
}

std::int64_t week_of_year(std::int64_t days) {
    const std::int64_t thursday = days + 4 - weekday_of(days); // its year is the week's
    return (day_of_year(thursday) - 1) / 7 + 1;
}

std::optional<std::int64_t> parse_date(std::string_view text) {
    const bool negative = take(text, '-');
    const std::string_view from_year = text;
    const auto year = take_digits(text, 9);
    const std::size_t digits = from_year.size() - text.size();
    if (!year || digits < 4 || (digits > 4 && from_year.front() == '0') || !take(text, '-')) {
        return std::nullopt;
    }
    const std::string_view from_month = text;
    const auto month = take_digits(text, 2);
    if (!month || from_month.size() - text.size() != 2 || !take(text, '-')) {
        return std::nullopt;
    }
    const auto day = text.size() == 2 ? take_digits(text, 2) : std::nullopt;
    if (!day || !text.empty()) {
        return std::nullopt;
    }
    return days_of({negative ? -*year : *year, static_cast<int>(*month), static_cast<int>(*day)});
}

std::string date_text(std::int64_t days) {
    const CivilDate date = civil_of(days);
    const auto padded = [](std::int64_t number, std::size_t width) {
        std::string text = std::to_string(number);
        return std::string(text.size() < width ? width - text.size() : 0, '0') + text;
    };
    return (date.year < 0 ? "-" : "") + padded(date.year < 0 ? -date.year : date.year, 4) + '-' +
           padded(date.month, 2) + '-' + padded(date.day, 2);
}

std::optional<Ratio> parse_duration(std::string_view text) {
    const bool negative = take(text, '-');
    if (!take(text, 'P')) {
        return std::nullopt;
    }
    Ratio seconds;
    bool any = false;
    std::size_t next_part = 0; // D, then T with H, M, S in this order
    while (!text.empty()) {
        if (next_part == 0 || next_part == 1) {
            if (take(text, 'T')) {
                next_part = 2;
                if (text.empty()) {
                    return std::nullopt;
                }
            }
        }
        if (next_part == 1) {
            return std::nullopt; // after the days there is T, or nothing
        }
        const auto whole = take_digits(text, 15);
        Ratio amount{whole.value_or(0)};
        const bool has_fraction = whole && take(text, '.');
        if (has_fraction) {
            const std::string_view from = text;
            const bool none = text.starts_with('S'); // PT0.S is PT0S (DMN TCK 1120)
            const auto fraction = none ? std::optional<std::int64_t>{0} : take_digits(text, 15);
            if (!fraction) {
                return std::nullopt;
            }
            amount += Ratio{Decimal{*fraction, static_cast<int>(from.size() - text.size())}};
        }
        constexpr std::string_view letters = "D HMS";
        constexpr std::array<std::int64_t, 5> sizes = {seconds_of_day, 0, 3'600, 60, 1};
        const std::size_t part = whole && !text.empty() ? letters.find(text.front()) : 5;
        if (part >= letters.size() || part < next_part || (part == 0) != (next_part == 0) ||
            (has_fraction && part != 4)) {
            return std::nullopt;
        }
        text.remove_prefix(1);
        seconds += amount * Ratio{sizes[part]};
        next_part = part + 1;
        any = true;
    }
    if (!any) {
        return std::nullopt;
    }
    return negative ? -seconds : seconds;
}

std::string duration_text(const Ratio& seconds) {
    const Ratio size = abs(seconds);
    const Ratio whole_days = (size / Ratio{seconds_of_day}).floor();
    const Decimal rest = (size - whole_days * Ratio{seconds_of_day}).rounded(9).shortest();
    const std::int64_t in_day = Ratio{rest}.floor().as_int64().value_or(0);
    const Decimal second = Ratio{Ratio{rest} - Ratio{in_day - in_day % 60}}.rounded(9).shortest();
    if (size.is_zero()) {
        return "P0D";
    }
    std::string date;
    std::string time;
    if (!whole_days.is_zero()) {
        date = whole_days.to_string() + 'D';
    }
    if (in_day >= 3'600) {
        time += std::to_string(in_day / 3'600) + 'H';
    }
    if (in_day / 60 % 60 != 0) {
        time += std::to_string(in_day / 60 % 60) + 'M';
    }
    if (!second.is_zero() || (date.empty() && time.empty())) { // less than a nanosecond is 0
        time += second.to_string() + 'S';
    }
    return (seconds.sign() < 0 ? "-P" : "P") + date + (time.empty() ? "" : "T" + time);
}

std::optional<std::int64_t> parse_local_day(std::string_view text) {
    const std::size_t t = text.find('T');
    const auto day = t == std::string_view::npos ? std::nullopt : parse_date(text.substr(0, t));
    if (!day) {
        return std::nullopt;
    }
    std::string_view time = text.substr(t + 1);
    constexpr std::array<std::int64_t, 3> greatest = {23, 59, 59};
    for (std::size_t part = 0; part < greatest.size(); ++part) {
        const std::string_view from = time;
        const auto number = take_digits(time, 2);
        if (!number || from.size() - time.size() != 2 || *number > greatest[part] ||
            (part < 2 && !take(time, ':'))) {
            return std::nullopt;
        }
    }
    if (take(time, '.') && !take_digits(time, 9)) {
        return std::nullopt;
    }
    return time.empty() ? day : std::nullopt;
}

bool is_time_text(std::string_view text) {
    const std::size_t t = text.find('T');
    if (t != std::string_view::npos && parse_date(text.substr(0, t))) {
        return true;
    }
    if (text.size() >= 5 && is_digit(text[0]) && is_digit(text[1]) && text[2] == ':') {
        return true;
    }
    take(text, '-');
    return text.size() > 2 && text.front() == 'P' && is_digit(text[1]) &&
           text.find_first_of("YM") != std::string_view::npos &&
           text.find_first_not_of("0123456789YMDTHS.", 1) == std::string_view::npos;
}

} // namespace heng::detail::feel
