// SPDX-License-Identifier: Apache-2.0
#include "document/json/advice.hpp"
#include "text/utf8.hpp"

#include <heng/number/decimal.hpp>

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

namespace heng::document {

namespace {

constexpr std::size_t longest_text = 200; ///< a longer text gets the general advice

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// With full-width characters as ASCII: １２．５％ is 12.5%.
std::string to_ascii(std::string_view text) {
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const text::CodePoint point = text::decode(text, at);
        if (point.value > 0xFF00 && point.value < 0xFF5F) {
            result += static_cast<char>(point.value - 0xFF00 + 0x20);
        } else if (point.value == 0x2212) { // minus sign
            result += '-';
        } else {
            result += text.substr(at, point.length);
        }
        at += point.length;
    }
    return result;
}

/// Without separators between digits: 1,000 and 1 000 and 1_000 are 1000.
std::string without_separators(std::string_view text) {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool between =
            i > 0 && i + 1 < text.size() && is_digit(text[i - 1]) && is_digit(text[i + 1]);
        const bool separator =
            text[i] == ',' || text[i] == '_' || text[i] == ' ' || text[i] == '\'';
        if (!(between && separator)) {
            result += text[i];
        }
    }
    return result;
}

/// The one number in a text, and whether a percent sign follows it.
struct Guess {
    std::string number;
    bool percent = false;
};

/// Nothing where the rest has letters or digits, as 0x10 or 1.2.3 has: such a text may mean
/// anything.
std::optional<Guess> the_number_in(std::string_view text) {
    constexpr std::string_view digits = "0123456789";
    const std::size_t first = text.find_first_of(digits);
    if (first == std::string_view::npos) {
        return std::nullopt;
    }
    std::size_t end = text.find_first_not_of(digits, first);
    end = end == std::string_view::npos ? text.size() : end;
    if (end + 1 < text.size() && text[end] == '.' && is_digit(text[end + 1])) {
        end = text.find_first_not_of(digits, end + 1);
        end = end == std::string_view::npos ? text.size() : end;
    }
    const bool negative = first > 0 && text[first - 1] == '-';
    const std::size_t begin = negative ? first - 1 : first;
    const std::string_view before = text.substr(0, begin);
    const std::string_view after = text.substr(end);
    for (const std::string_view rest : {before, after}) {
        for (const char c : rest) {
            const char lower = static_cast<char>(c | 0x20);
            if (is_digit(c) || c == '.' || c == '/' || (lower >= 'a' && lower <= 'z')) {
                return std::nullopt;
            }
        }
    }
    return Guess{std::string{text.substr(begin, end - begin)}, after.starts_with('%')};
}

std::string hundredth(const std::string& number) {
    const auto value = Decimal::parse(number);
    return value ? (*value * Decimal{1, 2}).to_string() : "";
}

std::string two_digits(unsigned value) {
    return (value < 10 ? "0" : "") + std::to_string(value);
}

} // namespace

std::string number_advice(std::string_view text, bool percent) {
    const std::string general =
        percent ? "write a number such as 0.966 or \"96.6%\"" : "write a number such as 12.5";
    if (text.empty()) {
        return general + ", or leave the key out";
    }
    if (text.size() > longest_text) {
        return general;
    }
    const auto guess = the_number_in(without_separators(to_ascii(text)));
    if (!guess) {
        return general;
    }
    if (!guess->percent) {
        return "write " + guess->number;
    }
    const std::string part = hundredth(guess->number);
    return percent ? "write " + part + " or \"" + guess->number + "%\"" : "write " + part;
}

bool is_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
        return false;
    }
    const auto number = [text](std::size_t at, std::size_t size) -> unsigned {
        unsigned value = 0;
        for (const char c : text.substr(at, size)) {
            value = is_digit(c) ? value * 10 + static_cast<unsigned>(c - '0') : 1'000'000;
        }
        return value;
    };
    const unsigned year = number(0, 4);
    const unsigned month = number(5, 2);
    const unsigned day = number(8, 2);
    if (year > 9999 || month < 1 || month > 12) {
        return false;
    }
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    constexpr std::array<unsigned, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return day >= 1 && day <= days[month - 1] + (leap && month == 2 ? 1U : 0U);
}

std::string date_advice(std::string_view text) {
    std::vector<unsigned> parts;
    bool inside = false;
    for (const char c : to_ascii(text.substr(0, longest_text))) {
        if (!is_digit(c)) {
            inside = false;
            continue;
        }
        if (!inside) {
            parts.push_back(0);
        }
        inside = true;
        parts.back() = parts.back() < 10'000 ? parts.back() * 10 + static_cast<unsigned>(c - '0')
                                             : parts.back();
    }
    if (parts.size() == 3 && parts[0] >= 1000) {
        const std::string date =
            std::to_string(parts[0]) + "-" + two_digits(parts[1]) + "-" + two_digits(parts[2]);
        if (is_date(date)) {
            return "write \"" + date + "\"";
        }
        return "there is no such day";
    }
    return "write a day as \"2024-02-01\"";
}

} // namespace heng::document
