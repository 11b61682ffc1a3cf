// SPDX-License-Identifier: Apache-2.0
#include "base/json/advice.hpp"
#include "base/json/messages.hpp"
#include "base/text/utf8.hpp"
#include "base/written_figure.hpp"
#include "plan/common_reader.hpp"
#include "plan/messages.hpp"

#include <algorithm>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

namespace heng::detail::plan {

using json::JsonKind;
using json::Reader;

namespace {

bool is_blank(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c == ' ' || c == '\t'; });
}

} // namespace

Language read_language(const Reader& language) {
    const Language own = language.word<Language>().value_or(Language::zh);
    return language.problems().limits().language.value_or(own);
}

std::string text_of(const Reader& text) {
    return std::string{text.text().value_or("")};
}

std::string said_text(const Reader& text) {
    const auto written = text.text();
    if (written && is_blank(*written)) {
        text.problem("empty", say::is_empty(text.subject()));
    }
    return std::string{written.value_or("")};
}

namespace {

/// The number or percentage that a text is written as otherwise ("5,000", "96.6 %"), in the
/// spelling of numbers; nothing where it has a unit, a bound, or may mean something else.
std::optional<PlannedTarget> written_otherwise(std::string_view text) {
    constexpr std::size_t longest = 200;
    constexpr NumberLimits advised{200, 100};
    if (text.size() > longest) {
        return std::nullopt;
    }
    const auto figure = base::read_figure(text, advised);
    if (!figure || !figure->is_certain() || figure->relation || figure->spelled) {
        return std::nullopt;
    }
    const bool percent = figure->family == base::Family::share && figure->power != 0;
    if (!percent && (figure->family != base::Family::none || figure->power != 0)) {
        return std::nullopt;
    }
    const Ratio value = figure->value();
    const auto shown = (percent ? value * Ratio{100} : value).exact_decimal();
    if (!shown) {
        return std::nullopt;
    }
    PlannedTarget planned;
    planned.text = shown->shortest().to_string() + (percent ? "%" : "");
    planned.value = value;
    planned.percent = percent;
    return planned;
}

} // namespace

PlannedTarget read_planned(const Reader& value) {
    PlannedTarget planned;
    if (!value.is(JsonKind::number) && !value.is(JsonKind::string)) {
        (void)value.decimal(); // says what is wrong with its type
        return planned;
    }
    planned.text = value.json().text();
    std::string_view digits = planned.text;
    planned.percent = digits.ends_with('%');
    digits.remove_suffix(planned.percent ? 1 : 0);
    const Limits& limits = value.problems().limits();
    const auto number =
        Decimal::parse(digits, {std::max(limits.digits, 0), std::max(limits.exponent, 0)});
    if (number) {
        planned.value = planned.percent ? Ratio{*number} / Ratio{100} : Ratio{*number};
    } else if (value.is(JsonKind::number)) {
        (void)value.decimal(); // past a limit
    } else if (auto otherwise = written_otherwise(planned.text)) {
        return *std::move(otherwise);
    } else {
        planned.percent = false;
    }
    return planned;
}

std::optional<Decimal> amount_of(const Reader& amount) {
    auto number = amount.decimal();
    if (number && number->sign() < 0) {
        amount.problem("number", say::below_zero(amount.subject()));
        return std::nullopt;
    }
    return number;
}

std::optional<Decimal> money_of(const Reader& amount, std::optional<MoneyUnit> unit) {
    constexpr std::string_view below = "write -";
    if (!amount.is(JsonKind::string)) {
        return amount_of(amount);
    }
    const Limits& limits = amount.problems().limits();
    const std::string_view text = amount.json().text();
    const auto number =
        Decimal::parse(text, {std::max(limits.digits, 0), std::max(limits.exponent, 0)});
    const bool is_text = !number && (number.error().fault == NumberFault::not_a_number ||
                                     number.error().fault == NumberFault::empty);
    if (!is_text) {
        return amount_of(amount);
    }
    text::Words advice = json::number_advice(text, {json::NumberKind::money, unit});
    if (advice.en.starts_with(below)) {
        advice = say::amount_below_zero;
    }
    amount.problem("number", say::not_a_number(amount.subject(), text::shortened(text)),
                   std::move(advice));
    return std::nullopt;
}

std::optional<MoneyUnit> read_money_unit(const Reader& unit) {
    const auto written = unit.text();
    const auto known = written ? money_unit_from(*written) : std::nullopt;
    if (written && !known) {
        unit.problem("unit", say::unknown_money_unit(*written), say::money_units);
    }
    return known;
}

std::string Ids::read(const Reader& id) {
    const std::size_t before = id.problems().size();
    std::string text = said_text(id);
    if (id.is(JsonKind::string) && id.problems().size() == before && !seen_.insert(text).second) {
        id.problem("duplicate-id", say::id_twice(key_, text, json::say::noun(what_)));
    }
    return text;
}

} // namespace heng::detail::plan
