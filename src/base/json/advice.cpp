// SPDX-License-Identifier: Apache-2.0
#include "base/json/advice.hpp"
#include "base/json/messages.hpp"
#include "base/text/utf8.hpp"
#include "base/written_figure.hpp"

#include <heng/number/decimal.hpp>
#include <heng/number/ratio.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <optional>
#include <vector>

namespace heng::detail::json {

namespace {

constexpr std::size_t longest_text = 200; ///< a longer text gets the general advice
constexpr NumberLimits advised{200, 100}; ///< of longer numbers nothing is advised

bool is_decimal_digit(char c) {
    return c >= '0' && c <= '9';
}

std::string_view trimmed(std::string_view text) {
    while (text.starts_with(' ')) {
        text.remove_prefix(1);
    }
    return text;
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

using base::Family;
using base::Relation;
using base::Unclear;
using base::WrittenFigure;

text::Words general(NumberKind kind) {
    return kind == NumberKind::percent ? say::write_percent_such_as : say::write_number_such_as;
}

bool has_digit(std::string_view text) {
    const std::string ascii = to_ascii(text);
    return std::any_of(ascii.begin(), ascii.end(), is_decimal_digit);
}

std::string in_quotes(std::string_view text) {
    return "\"" + std::string{text} + "\"";
}

/// Why a figure with digits is not read, so that its author can say what is meant.
text::Words question(const base::UnclearFigure& unclear) {
    switch (unclear.why) {
    case Unclear::separators:
        return say::which_reading(unclear.readings.front(), unclear.readings.back());
    case Unclear::rise:
        return say::which_sign;
    case Unclear::several:
        return say::which_figure;
    default:
        return say::digits_alone;
    }
}

/// The decimal text of a value; "" where it does not end.
std::string text_of(const Ratio& value) {
    const auto exact = value.exact_decimal();
    return exact ? exact->shortest().to_string() : std::string{};
}

std::string percent_text(const Ratio& share) {
    return in_quotes(text_of(share * Ratio{100}) + "%");
}

/// 1.2万 and 一万二千: in 元, or in the unit of the document?
bool is_bare_multiple(const WrittenFigure& figure) {
    const bool in_words = figure.spelled && abs(Ratio{figure.number}) >= Ratio{10'000};
    return figure.family == Family::none && (figure.power != 0 || in_words);
}

text::Words money_advice(const WrittenFigure& figure, std::optional<MoneyUnit> money) {
    const bool bare_multiple = is_bare_multiple(figure);
    if (figure.family == Family::none && !bare_multiple) {
        return say::write_it(text_of(Ratio{figure.number}));
    }
    const bool of_money = figure.family == Family::money;
    if (!of_money && !bare_multiple) {
        return say::money_without_unit;
    }
    if (!money || (bare_multiple && *money != MoneyUnit::yuan)) {
        return say::which_money_unit;
    }
    return say::write_it(text_of(convert(figure.value(), MoneyUnit::yuan, *money)));
}

text::Words share_advice(const WrittenFigure& figure) {
    const Ratio value = figure.value();
    if (figure.family == Family::share) {
        return say::write_either(text_of(value), percent_text(value));
    }
    if (figure.family != Family::none) {
        return say::share_without_unit;
    }
    if (abs(value) >= Ratio{2}) {
        return say::which_percent(text_of(value) + "%", text_of(value * Ratio{100}) + "%");
    }
    return say::write_it(text_of(value));
}

text::Words plain_advice(const WrittenFigure& figure, bool whole) {
    const Ratio value = figure.value();
    const bool of_money =
        figure.family == Family::money || (figure.family == Family::counted && // 美元, 元/人
                                           figure.word.find("元") != std::string::npos);
    if (of_money) {
        return say::no_money_input;
    }
    if (whole && figure.family == Family::share) {
        return say::count_no_percent;
    }
    const bool converts = figure.family > Family::money && figure.family < Family::counted;
    const bool fits =
        !whole || (figure.number.sign() >= 0 && figure.number.rounded(0) == figure.number);
    if (converts && fits) { // into which unit, the input does not say
        return say::write_if_counted_in(text_of(Ratio{figure.number}), trimmed(figure.unit));
    }
    if (whole && (!fits || value.sign() < 0 || Ratio{value.rounded(0)} != value)) {
        return say::count_whole;
    }
    return say::write_it(text_of(value));
}

text::Words figure_advice(const WrittenFigure& figure, WantedNumber wanted) {
    if (figure.approximate) {
        return say::no_about;
    }
    if (figure.relation.value_or(Relation::equal) != Relation::equal) {
        return say::no_bound;
    }
    if (!figure.known_unit) {
        return say::what_does_it_mean(trimmed(figure.unit));
    }
    switch (wanted.kind) {
    case NumberKind::money:
        return money_advice(figure, wanted.money);
    case NumberKind::percent:
        return share_advice(figure);
    default:
        return plain_advice(figure, wanted.kind == NumberKind::count);
    }
}

std::string_view operator_of(Relation relation) {
    return relation == Relation::equal                                     ? "="
           : relation == Relation::above || relation == Relation::at_least ? ">="
                                                                           : "<=";
}

/// The number as it should stand in a record of this unit; "" where it can't be converted.
std::string amount_text(const WrittenFigure& figure, std::string_view unit) {
    if (figure.family == Family::share) {
        return percent_text(figure.value());
    }
    const auto known = base::unit_named(unit);
    if (figure.family == Family::none) {
        const bool may_be_in_it = known && (known->power != 0 || known->family == Family::money);
        return is_bare_multiple(figure) && may_be_in_it ? std::string{} : text_of(figure.value());
    }
    if (unit.empty()) {
        return text_of(Ratio{figure.number});
    }
    if (!known || known->family != figure.family || known->word != figure.word) {
        return {};
    }
    return text_of(figure.value() / known->worth());
}

std::string two_digits(unsigned value) {
    return (value < 10 ? "0" : "") + std::to_string(value);
}

} // namespace

text::Words number_advice(std::string_view text, WantedNumber wanted) {
    if (text.empty()) {
        return say::or_no_key(general(wanted.kind));
    }
    if (text.size() > longest_text) {
        return general(wanted.kind);
    }
    const auto figure = base::read_figure(text, advised);
    if (!figure) {
        return has_digit(text) ? question(figure.error()) : general(wanted.kind);
    }
    return figure_advice(*figure, wanted);
}

text::Words amount_advice(std::string_view text, std::string_view unit, bool is_target) {
    if (text.size() > longest_text) {
        return say::measured_number;
    }
    const auto figure = base::read_figure(text, advised);
    if (!figure) {
        return has_digit(text) ? question(figure.error()) : say::measured_number();
    }
    const bool bound = figure->relation.value_or(Relation::equal) != Relation::equal;
    if (figure->approximate) {
        return say::no_about;
    }
    if (bound && !is_target) {
        return say::no_bound;
    }
    const std::string amount = figure->known_unit ? amount_text(*figure, unit) : std::string{};
    if (amount.empty()) {
        return say::record_unit(unit.empty() ? say::not_given() : say::in_quotes(unit));
    }
    const text::Words advice = say::write_it(amount);
    return figure->relation && is_target
               ? say::and_direction(advice, operator_of(*figure->relation))
               : advice;
}

bool is_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
        return false;
    }
    const auto number = [text](std::size_t at, std::size_t size) -> unsigned {
        unsigned value = 0;
        for (const char c : text.substr(at, size)) {
            value = is_decimal_digit(c) ? value * 10 + static_cast<unsigned>(c - '0') : 1'000'000;
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

namespace {

std::string date_text(const std::chrono::year_month_day& day) {
    return std::to_string(static_cast<int>(day.year())) + "-" +
           two_digits(static_cast<unsigned>(day.month())) + "-" +
           two_digits(static_cast<unsigned>(day.day()));
}

/// A day of which no three numbers are written: 20231231, the serial number 45291 of a spreadsheet,
/// which counts the days from 1899-12-30, or a month such as 2023年12月底前.
text::Words date_meant(std::string_view text, const std::vector<unsigned>& parts) {
    using namespace std::chrono;
    constexpr unsigned first_serial = 20'000; // 1954
    constexpr unsigned last_serial = 80'000;  // 2119
    constexpr int serial_of_1970 = 25'569;
    const bool digits = std::all_of(text.begin(), text.end(), is_decimal_digit);
    if (digits && text.size() == 8) {
        const std::string date = std::string{text.substr(0, 4)} + "-" +
                                 std::string{text.substr(4, 2)} + "-" + std::string{text.substr(6)};
        return is_date(date) ? say::write_it(in_quotes(date)) : say::no_such_day();
    }
    if (digits && text.size() == 5 && parts[0] >= first_serial && parts[0] <= last_serial) {
        const sys_days day{days{static_cast<int>(parts[0]) - serial_of_1970}};
        return say::serial_day(date_text(year_month_day{day}));
    }
    if (parts.size() == 2 && parts[0] >= 1900 && parts[0] < 2200 && parts[1] >= 1 &&
        parts[1] <= 12) {
        const year_month_day_last last =
            year{static_cast<int>(parts[0])} / month{parts[1]} / std::chrono::last;
        return say::exact_day(date_text(year_month_day{last}));
    }
    return say::write_day;
}

} // namespace

text::Words date_advice(std::string_view text) {
    std::vector<unsigned> parts;
    bool inside = false;
    for (const char c : to_ascii(text.substr(0, longest_text))) {
        if (!is_decimal_digit(c)) {
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
            return say::write_it(in_quotes(date));
        }
        return say::no_such_day;
    }
    return date_meant(text, parts);
}

} // namespace heng::detail::json
