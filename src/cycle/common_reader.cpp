// SPDX-License-Identifier: Apache-2.0
#include "cycle/common_reader.hpp"

#include <algorithm>
#include <functional>

namespace heng::cycle {

using document::JsonKind;
using document::Reader;
using document::Word;

namespace {

std::array<Word<IndicatorCategory>, category_names.size()> category_words() {
    std::array<Word<IndicatorCategory>, category_names.size()> words{};
    for (std::size_t i = 0; i < words.size(); ++i) {
        words[i] = {category_names[i], static_cast<IndicatorCategory>(i)};
    }
    return words;
}

bool is_blank(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c == ' ' || c == '\t'; });
}

} // namespace

std::optional<IndicatorCategory> read_category(const Reader& category) {
    return category.word(category_words());
}

std::string text_of(const Reader& text) {
    return std::string{text.text().value_or("")};
}

std::string said_text(const Reader& text) {
    const auto written = text.text();
    if (written && is_blank(*written)) {
        text.problem("empty", text.subject() + " is empty");
    }
    return std::string{written.value_or("")};
}

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
    } else {
        planned.percent = false;
    }
    return planned;
}

std::optional<Decimal> amount_of(const Reader& amount) {
    auto number = amount.decimal();
    if (number && number->sign() < 0) {
        amount.problem("number", amount.subject() + " must not be below zero");
        return std::nullopt;
    }
    return number;
}

std::optional<MoneyUnit> read_money_unit(const Reader& unit) {
    const auto written = unit.text();
    const auto known = written ? money_unit_from(*written) : std::nullopt;
    if (written && !known) {
        unit.problem("unit", "unknown unit of money \"" + std::string{*written} + '"',
                     "one of: 元, 万元, 亿元");
    }
    return known;
}

std::string Ids::read(const Reader& id) {
    const std::size_t before = id.problems().size();
    std::string text = said_text(id);
    if (id.is(JsonKind::string) && id.problems().size() == before && !seen_.insert(text).second) {
        id.problem("duplicate-id", "the " + std::string{key_} + " \"" + text +
                                       "\" is that of another " + std::string{what_} +
                                       " before this one");
    }
    return text;
}

} // namespace heng::cycle
