// SPDX-License-Identifier: Apache-2.0
#include "office/numbers.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <utility>

namespace heng::office {
namespace {

constexpr std::size_t shown_digits = 15;
constexpr int widest = 330; ///< exponent of a number in a spreadsheet, and some

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// A number in parts: ±0.DIGITS × 10^point.
struct Parts {
    bool negative = false;
    std::string digits{}; ///< without zeros at either end
    int point = 0;
};

std::optional<int> exponent_of(std::string_view text) {
    if (text.starts_with('+')) {
        text.remove_prefix(1);
    }
    int exponent = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), exponent);
    if (read.ec != std::errc{} || read.ptr != text.data() + text.size() || exponent > 2 * widest ||
        exponent < -2 * widest) {
        return std::nullopt;
    }
    return exponent;
}

std::optional<Parts> parts_of(std::string_view text) {
    Parts parts;
    if (text.starts_with('-') || text.starts_with('+')) {
        parts.negative = text.front() == '-';
        text.remove_prefix(1);
    }
    const std::size_t e = text.find_first_of("eE");
    int exponent = 0;
    if (e != std::string_view::npos) {
        const auto read = exponent_of(text.substr(e + 1));
        if (!read) {
            return std::nullopt;
        }
        exponent = *read;
        text = text.substr(0, e);
    }
    constexpr std::size_t longest = 400;
    const std::size_t dot = std::min(text.find('.'), text.size());
    const std::string_view after = dot < text.size() ? text.substr(dot + 1) : std::string_view{};
    parts.digits = std::string{text.substr(0, dot)} + std::string{after};
    if (parts.digits.empty() || parts.digits.size() > longest ||
        !std::all_of(parts.digits.begin(), parts.digits.end(), is_digit)) {
        return std::nullopt;
    }
    parts.point = static_cast<int>(dot) + exponent;
    const std::size_t first = std::min(parts.digits.find_first_not_of('0'), parts.digits.size());
    parts.digits.erase(0, first);
    parts.point -= static_cast<int>(first);
    parts.digits.erase(parts.digits.find_last_not_of('0') + 1);
    return parts;
}

void round_to(Parts& parts, std::size_t digits) {
    if (parts.digits.size() <= digits) {
        return;
    }
    const bool up = parts.digits[digits] >= '5';
    parts.digits.resize(digits);
    for (std::size_t at = digits; up && at-- > 0;) {
        if (parts.digits[at] != '9') {
            ++parts.digits[at];
            break;
        }
        parts.digits[at] = '0';
        if (at == 0) { // 999.9 becomes 1000
            parts.digits.insert(0, "1");
            ++parts.point;
        }
    }
    parts.digits.erase(parts.digits.find_last_not_of('0') + 1);
}

std::string written(const Parts& parts) {
    if (parts.digits.empty()) {
        return "0";
    }
    const int size = static_cast<int>(parts.digits.size());
    std::string text = parts.negative ? "-" : "";
    if (parts.point <= 0) {
        text += "0." + std::string(static_cast<std::size_t>(-parts.point), '0') + parts.digits;
    } else if (parts.point >= size) {
        text += parts.digits + std::string(static_cast<std::size_t>(parts.point - size), '0');
    } else {
        const auto point = static_cast<std::size_t>(parts.point);
        text += parts.digits.substr(0, point) + "." + parts.digits.substr(point);
    }
    return text;
}

// ---- days

struct Day {
    std::int64_t year;
    unsigned month, day;
};

constexpr std::int64_t days_to_1970 = 719'468; ///< from 0000-03-01

/// The date of a day counted from 1970-01-01: Howard Hinnant's civil_from_days.
Day day_of(std::int64_t days) {
    const std::int64_t z = days + days_to_1970;
    const std::int64_t era = (z >= 0 ? z : z - 146'096) / 146'097;
    const auto of_era = static_cast<unsigned>(z - era * 146'097);
    const unsigned year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    const unsigned of_year = of_era - (365 * year + year / 4 - year / 100);
    const unsigned month = (5 * of_year + 2) / 153;
    return {static_cast<std::int64_t>(year) + era * 400 + (month >= 10 ? 1 : 0),
            month < 10 ? month + 3 : month - 9, of_year - (153 * month + 2) / 5 + 1};
}

std::int64_t days_of(const Day& day) {
    const std::int64_t y = day.year - (day.month <= 2 ? 1 : 0);
    const std::int64_t era = (y >= 0 ? y : y - 399) / 400;
    const auto of_era = static_cast<unsigned>(y - era * 400);
    const unsigned of_year =
        (153 * (day.month > 2 ? day.month - 3 : day.month + 9) + 2) / 5 + day.day - 1;
    const unsigned in_era = of_era * 365 + of_era / 4 - of_era / 100 + of_year;
    return era * 146'097 + static_cast<std::int64_t>(in_era) - days_to_1970;
}

std::string padded(std::int64_t number, std::size_t width) {
    const std::string digits = std::to_string(number);
    return std::string(width - std::min(width, digits.size()), '0') + digits;
}

constexpr std::int64_t zero_1900 = -25'568; ///< 1899-12-31, the day before serial number 1
constexpr std::int64_t zero_1904 = -24'107; ///< 1904-01-01
constexpr std::int64_t never_was = 60;      ///< the serial number of 1900-02-29

std::string time_text(std::int64_t seconds) {
    return padded(seconds / 3600, 2) + ":" + padded(seconds / 60 % 60, 2) + ":" +
           padded(seconds % 60, 2);
}

/// Seconds of a day, of the digits behind the point, to the nearest one.
std::int64_t seconds_of(std::string_view digits) {
    constexpr std::size_t enough = 12;
    std::int64_t fraction = 0;
    std::int64_t whole = 1;
    for (const char digit : digits.substr(0, enough)) {
        fraction = fraction * 10 + (digit - '0');
        whole *= 10;
    }
    return (fraction * 86'400 + whole / 2) / whole;
}

// ---- what people type

/// A character that stands for an ASCII one, and how many bytes it takes.
std::pair<char, std::size_t> plain_sign(std::string_view text) {
    static constexpr std::array<std::pair<std::string_view, char>, 6> signs{
        {{"．", '.'}, {"，", ','}, {"－", '-'}, {"−", '-'}, {"％", '%'}, {"\u3000", ' '}}};
    for (const auto& [sign, plain] : signs) {
        if (text.starts_with(sign)) {
            return {plain, sign.size()};
        }
    }
    // U+FF10 to U+FF19
    if (text.size() >= 3 && text.starts_with("\xEF\xBC") &&
        static_cast<unsigned char>(text[2]) >= 0x90 &&
        static_cast<unsigned char>(text[2]) <= 0x99) {
        return {static_cast<char>('0' + (static_cast<unsigned char>(text[2]) - 0x90)), 3};
    }
    return {text.front(), 1};
}

/// "1,234,567" → "1234567"; nothing where the groups are not of three.
std::optional<std::string> without_groups(std::string_view digits) {
    if (digits.find(',') == std::string_view::npos) {
        return std::string{digits};
    }
    std::string plain;
    std::size_t group = digits.find(',');
    if (group == 0 || group > 3) {
        return std::nullopt;
    }
    plain = digits.substr(0, group);
    while (group < digits.size()) {
        const std::string_view next = digits.substr(group + 1, 3);
        if (digits[group] != ',' || next.size() != 3 ||
            !std::all_of(next.begin(), next.end(), is_digit)) {
            return std::nullopt;
        }
        plain += next;
        group += 4;
    }
    return plain;
}

} // namespace

std::optional<std::string> rounded_number(std::string_view text) {
    auto parts = parts_of(text);
    if (!parts || parts->point > widest || parts->point < -widest) {
        return std::nullopt;
    }
    round_to(*parts, shown_digits);
    return written(*parts);
}

std::size_t significant_digits(std::string_view decimal) {
    const auto parts = parts_of(decimal);
    return parts ? parts->digits.size() : 0;
}

std::optional<std::string> serial_date(std::string_view number, bool from_1904) {
    const auto rounded = rounded_number(number);
    if (!rounded || rounded->starts_with('-')) {
        return std::nullopt;
    }
    const std::size_t dot = std::min(rounded->find('.'), rounded->size());
    if (dot > 7) {
        return std::nullopt;
    }
    std::int64_t days = std::stoll(rounded->substr(0, dot));
    std::int64_t seconds =
        dot < rounded->size() ? seconds_of(std::string_view{*rounded}.substr(dot + 1)) : 0;
    days += seconds / 86'400;
    seconds %= 86'400;
    if (days == 0 && !from_1904) {
        return time_text(seconds);
    }
    if (!from_1904 && days == never_was) {
        return std::nullopt;
    }
    const std::int64_t zero = from_1904 ? zero_1904 : zero_1900 - (days > never_was ? 1 : 0);
    const Day day = day_of(zero + days);
    if (day.year > 9999) {
        return std::nullopt;
    }
    const std::string date =
        padded(day.year, 4) + "-" + padded(day.month, 2) + "-" + padded(day.day, 2);
    return seconds == 0 ? date : date + "T" + time_text(seconds);
}

std::optional<std::string> date_serial(std::string_view date) {
    if (date.size() != 10 || date[4] != '-' || date[7] != '-') {
        return std::nullopt;
    }
    Day day{};
    unsigned year = 0;
    const auto read = [&](std::size_t from, std::size_t count, unsigned& to) {
        const char* const end = date.data() + from + count;
        const auto done = std::from_chars(date.data() + from, end, to);
        return done.ec == std::errc{} && done.ptr == end;
    };
    if (!read(0, 4, year) || !read(5, 2, day.month) || !read(8, 2, day.day) || day.month < 1 ||
        day.month > 12 || day.day < 1 || day.day > 31) {
        return std::nullopt;
    }
    day.year = year;
    const std::int64_t serial = days_of(day) - (zero_1900 - 1);
    return serial > never_was ? std::optional{std::to_string(serial)} : std::nullopt;
}

std::optional<std::string> typed_number(std::string_view text) {
    constexpr std::size_t longest = 3'000;
    std::string plain;
    if (text.size() > longest) {
        return std::nullopt;
    }
    while (!text.empty()) {
        const auto [sign, bytes] = plain_sign(text);
        plain += sign;
        text.remove_prefix(bytes);
    }
    const std::size_t first = plain.find_first_not_of(" \t\r\n");
    if (first == std::string::npos) {
        return std::nullopt;
    }
    plain = plain.substr(first, plain.find_last_not_of(" \t\r\n") + 1 - first);
    const std::string sign =
        plain.starts_with('-') || plain.starts_with('+') ? plain.substr(0, 1) : "";
    const std::string tail = plain.ends_with('%') ? "%" : "";
    if (plain.size() < sign.size() + tail.size()) {
        return std::nullopt;
    }
    const std::string body = plain.substr(sign.size(), plain.size() - sign.size() - tail.size());
    const std::size_t dot = std::min(body.find('.'), body.size());
    const auto whole = without_groups(std::string_view{body}.substr(0, dot));
    const std::string after = dot < body.size() ? body.substr(dot + 1) : "";
    const bool digits =
        whole && !whole->empty() && std::all_of(whole->begin(), whole->end(), is_digit) &&
        std::all_of(after.begin(), after.end(), is_digit) && (dot == body.size() || !after.empty());
    if (!digits) {
        return std::nullopt;
    }
    return (sign == "-" ? "-" : "") + *whole + (after.empty() ? "" : "." + after) + tail;
}

} // namespace heng::office
