// SPDX-License-Identifier: Apache-2.0
#include "audit/printed_figures.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace heng::form {
namespace {

struct Operator {
    std::string_view text;
    Direction direction;
};

/// Longer ones first where one begins another.
constexpr std::array<Operator, 28> operators{{
    {">=", Direction::at_least},       {"<=", Direction::at_most},
    {"≥", Direction::at_least},        {"≤", Direction::at_most},
    {"⩾", Direction::at_least},        {"⩽", Direction::at_most},
    {"≧", Direction::at_least},        {"≦", Direction::at_most},
    {"＞＝", Direction::at_least},     {"＜＝", Direction::at_most},
    {"=>", Direction::at_least},       {"=<", Direction::at_most},
    {"大于等于", Direction::at_least}, {"小于等于", Direction::at_most},
    {"不低于", Direction::at_least},   {"不高于", Direction::at_most},
    {"不少于", Direction::at_least},   {"不超过", Direction::at_most},
    {"不小于", Direction::at_least},   {"不大于", Direction::at_most},
    {">", Direction::at_least},        {"<", Direction::at_most},
    {"＞", Direction::at_least},       {"＜", Direction::at_most},
    {"==", Direction::equal},          {"=", Direction::equal},
    {"＝", Direction::equal},          {"等于", Direction::equal},
}};

constexpr std::array<Operator, 8> words{{
    {"level", Direction::level},
    {"qualitative", Direction::level},
    {"定性", Direction::level},
    {"定性指标", Direction::level},
    {"正向", Direction::at_least},
    {"正向指标", Direction::at_least},
    {"反向", Direction::at_most},
    {"反向指标", Direction::at_most},
}};

constexpr std::array<std::string_view, 6> before{"大约", "约", "近", "~", "～", "≈"};
constexpr std::array<std::string_view, 3> behind{"左右", "多", "余"};
constexpr std::array<std::string_view, 8> blanks{"", "-", "—", "——", "/", "－", "无", "?"};
constexpr std::array<std::string_view, 3> spaces{" ", "\t", "　"};

std::string_view trimmed(std::string_view text) {
    for (bool more = true; more;) {
        more = false;
        for (const std::string_view space : spaces) {
            if (text.starts_with(space)) {
                text.remove_prefix(space.size());
                more = true;
            }
            if (text.ends_with(space)) {
                text.remove_suffix(space.size());
                more = true;
            }
        }
    }
    return text;
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// The digits that `text` begins with, without the commas between thousands; they are taken off.
std::string take_number(std::string_view& text) {
    std::string digits;
    std::size_t at = 0;
    if (at < text.size() && (text[at] == '-' || text[at] == '+')) {
        digits += text[at++];
    }
    bool point = false;
    for (; at < text.size(); ++at) {
        const char c = text[at];
        const bool digit_follows = at + 1 < text.size() && is_digit(text[at + 1]);
        if (is_digit(c)) {
            digits += c;
        } else if (c == '.' && !point && digit_follows) {
            point = true;
            digits += c;
        } else if (c != ',' || point || !digit_follows) {
            break;
        }
    }
    text.remove_prefix(at);
    return digits;
}

/// Takes what begins with one of `list` off `text`; which one it was.
template <class List>
auto take(std::string_view& text, const List& list) -> const typename List::value_type* {
    for (const auto& each : list) {
        std::string_view word;
        if constexpr (requires { each.text; }) {
            word = each.text;
        } else {
            word = each;
        }
        if (text.starts_with(word)) {
            text = trimmed(text.substr(word.size()));
            return &each;
        }
    }
    return nullptr;
}

} // namespace

std::optional<Direction> direction_of(std::string_view word) {
    word = trimmed(word);
    const auto find = [&](const auto& list) -> std::optional<Direction> {
        for (const auto& each : list) {
            if (word == each.text) {
                return each.direction;
            }
        }
        return std::nullopt;
    };
    const auto found = find(words);
    return found ? found : find(operators);
}

std::optional<Figure> figure_of(std::string_view text, const Limits& limits) {
    text = trimmed(text);
    Figure figure;
    if (const auto plain = Decimal::parse(text, {limits.digits, limits.exponent})) {
        figure.value = *plain;
        return figure;
    }
    figure.approximate = take(text, before) != nullptr;
    if (const Operator* const sign = take(text, operators)) {
        figure.direction = sign->direction;
    }
    const auto number = Decimal::parse(take_number(text), {limits.digits, limits.exponent});
    constexpr std::array<std::string_view, 2> percent{"%", "％"};
    text = trimmed(text);
    figure.in_percent = take(text, percent) != nullptr;
    if (!number || std::any_of(text.begin(), text.end(), is_digit)) {
        return std::nullopt; // no number, or several: "1-2", "2019.12.31", "5/6"
    }
    figure.approximate = figure.approximate ||
                         std::any_of(behind.begin(), behind.end(),
                                     [&](std::string_view word) { return text.ends_with(word); });
    figure.value = *number;
    return figure;
}

std::optional<Printed> printed_at(document::Json json, const Limits& limits) {
    if (!json.is(document::JsonKind::number) && !json.is(document::JsonKind::string)) {
        return std::nullopt;
    }
    const auto figure = figure_of(json.text(), limits);
    if (!figure || figure->direction || figure->approximate) {
        return std::nullopt;
    }
    return Printed{figure->value, figure->in_percent, json, std::string{trimmed(json.text())}};
}

bool is_blank(document::Json json) {
    if (json.is(document::JsonKind::null)) {
        return true;
    }
    const std::string_view text = trimmed(json.text());
    return json.is(document::JsonKind::string) &&
           std::find(blanks.begin(), blanks.end(), text) != blanks.end();
}

bool prints_so(const Ratio& exact, const Decimal& value, int scale) {
    if (Ratio{exact.rounded(scale)} == Ratio{value}) {
        return true;
    }
    const int places = value.scale();
    return places > 0 && Ratio{exact.rounded(places)} == Ratio{value};
}

bool is_swapped(const Ratio& exact, const Decimal& value, int scale) {
    std::string digits = value.to_string();
    for (std::size_t i = 0; i + 1 < digits.size(); ++i) {
        const std::size_t next = digits[i + 1] == '.' ? i + 2 : i + 1;
        if (next >= digits.size() || !is_digit(digits[i]) || !is_digit(digits[next]) ||
            digits[i] == digits[next]) {
            continue;
        }
        std::swap(digits[i], digits[next]);
        const auto other = Decimal::parse(digits);
        if (other && prints_so(exact, *other, scale)) {
            return true;
        }
        std::swap(digits[i], digits[next]);
    }
    return false;
}

std::string as_printed(const Ratio& exact, int scale) {
    return exact.rounded(scale).shortest().to_string();
}

} // namespace heng::form
