// SPDX-License-Identifier: Apache-2.0
#include "document/input_value.hpp"
#include "document/target_record.hpp"
#include "text/utf8.hpp"

#include <heng/number/decimal.hpp>

#include <array>
#include <cstdint>
#include <string>
#include <utility>

namespace heng::document {
namespace {

using feel::Value;

constexpr std::array<Word<Direction>, 4> directions{{{">=", Direction::at_least},
                                                     {"<=", Direction::at_most},
                                                     {"=", Direction::equal},
                                                     {"level", Direction::level}}};
constexpr std::array<Word<Level>, 3> levels{
    {{"met", Level::met}, {"partly", Level::partly}, {"not", Level::not_met}}};

template <class Words>
std::string words_of(const Words& words) {
    std::string list;
    for (const auto& word : words) {
        list += (list.empty() ? "one of: " : ", ") + std::string{word.text};
    }
    return list;
}

/// A word whose absence or misspelling is a mistake in a target record.
template <class Words>
auto read_word(const ObjectReader& record, std::string_view key, const Words& words) {
    const auto text = record.required(key, "target").text();
    std::optional<decltype(words[0].value)> found;
    for (const auto& word : words) {
        if (text == word.text) {
            found = word.value;
        }
    }
    if (text && !found) {
        record.optional(key).problem("target",
                                     "\"" + text::shortened(*text) + "\" is no " + std::string{key},
                                     words_of(words));
    }
    return found;
}

/// A target or actual value: a number, or a percentage when the other is one as well.
struct Amount {
    Ratio value;
    bool in_percent = false;
    std::string text;
};

/// A text that is no number ("完成", "≥266") can't be scored; audit reads it all the same.
std::optional<Amount> read_amount(const ObjectReader& record, std::string_view key) {
    const Reader value = record.required(key, "target");
    if (!value.is(JsonKind::number) && !value.is(JsonKind::string)) {
        (void)value.decimal(); // says what is wrong with its type
        return std::nullopt;
    }
    std::string_view digits = value.json().text();
    const bool in_percent = digits.ends_with('%');
    digits.remove_suffix(in_percent ? 1 : 0);
    const Limits& limits = value.problems().limits();
    const auto number = Decimal::parse(digits, {limits.digits, limits.exponent});
    if (!number) {
        value.problem("target", "\"" + text::shortened(value.json().text()) + "\" is not a number",
                      "write what was measured as a number, such as 266 or \"98%\"; "
                      "the operator belongs to \"direction\"");
        return std::nullopt;
    }
    const Ratio exact{*number};
    return Amount{in_percent ? exact / Ratio{100} : exact, in_percent,
                  std::string{value.json().text()}};
}

/// Of what is not known nothing is read.
void read_quantity(const ObjectReader& record, TargetRow& row, const OpenTarget& open) {
    const auto amount = [&](std::string_view key, bool unknown) {
        return unknown ? std::optional{Amount{{}, false, "?"}} : read_amount(record, key);
    };
    auto target = amount("target", open.target);
    auto actual = amount("actual", open.actual);
    if (!target || !actual) {
        return;
    }
    const bool comparable = target->in_percent == actual->in_percent || target->value.is_zero() ||
                            actual->value.is_zero();
    if (!comparable) {
        record.optional("actual").problem(
            "target", "one of target and actual is a percentage and the other is not",
            "write both with %, or both without");
        return;
    }
    row.numbers.target = std::move(target->value);
    row.numbers.actual = std::move(actual->value);
    row.target_text = std::move(target->text);
    row.actual_text = std::move(actual->text);
}

/// The level, and its rate where the record gives one. Which rates a level allows depends on the
/// rubric's dialect and is checked when it is scored; what no dialect allows is refused here.
void read_level(const ObjectReader& record, TargetRow& row, const OpenTarget& open) {
    const Reader rate = record.optional("rate");
    if (open.level) {
        row.actual_text = "?";
        const auto given = open.rate ? std::nullopt : rate.percent();
        if (given && (given->sign() < 0 || *given > Decimal{1})) {
            rate.problem("target", "the rate of a level is from 0 to 100 %");
        } else if (given) {
            row.numbers.rate = Ratio{*given};
        }
        return;
    }
    const auto level = read_word(record, "level", levels);
    if (!level) {
        return;
    }
    row.numbers.level = *level;
    row.actual_text = record.optional("level").json().text();
    if (open.rate) {
        return;
    }
    if (!rate.is_present() && *level != Level::met) {
        record.reader().problem("target", "the level \"" + row.actual_text + "\" needs a \"rate\"",
                                "a level is a range; say where in it the target stands, such as "
                                "\"70%\"");
    }
    const auto given = rate.percent();
    if (!given) {
        return;
    }
    row.numbers.rate = Ratio{*given};
    if (!range_of(*level, Dialect::from_80_60).contains(*row.numbers.rate) &&
        !range_of(*level, Dialect::from_80_50).contains(*row.numbers.rate)) {
        rate.problem("target",
                     "the rate " + std::string{rate.json().text()} + " is outside the level \"" +
                         row.actual_text + '"',
                     "met is 100–80 %, partly below 80 %, not below 60 %");
    }
}

TargetRow read_row(const ObjectReader& record, const OpenTarget& open) {
    const auto text = [&](std::string_view key) {
        return std::string{record.optional(key).text().value_or("")};
    };
    TargetRow row;
    row.name = record.required("name", "target").text().value_or("");
    row.block = text("block");
    row.unit = text("unit");
    row.reason = text("reason");
    row.points = record.optional("points").decimal();
    if (row.points && row.points->sign() < 0) {
        record.optional("points").problem("target", "the points of a target are 0 or more, found " +
                                                        row.points->to_string());
    }
    const auto direction = read_word(record, "direction", directions);
    if (!direction) {
        return row;
    }
    row.numbers.direction = *direction;
    if (*direction == Direction::level) {
        read_level(record, row, open);
    } else {
        for (const std::string_view key : {"level", "rate"}) {
            if (record.has(key)) {
                record.optional(key).problem_at_key(
                    "target", "\"" + std::string{key} + "\" belongs to a target by level",
                    "write \"direction\": \"level\", or leave it out");
            }
        }
        read_quantity(record, row, open);
    }
    return row;
}

OpenTarget open_of(const ObjectReader& record) {
    const auto is_open = [&](std::string_view key) {
        const Reader value = record.optional(key);
        return !value.is_present() || is_unknown(value);
    };
    const auto says = [&](std::string_view key, std::string_view word) {
        const Reader value = record.optional(key);
        return value.is(JsonKind::string) && value.json().text() == word;
    };
    if (!says("direction", "level")) {
        return {.target = is_open("target"), .actual = is_open("actual")};
    }
    const Reader rate = record.optional("rate");
    const bool met = says("level", "met");
    return {.level = is_open("level"), .rate = rate.is_present() ? is_unknown(rate) : !met};
}

} // namespace

std::string_view word_of(Level level) {
    return levels[static_cast<std::size_t>(level)].text;
}

Value target_context(const TargetRow& row, std::size_t index, const OpenTarget& open) {
    const bool level = row.numbers.direction == Direction::level;
    const auto number = [](const std::optional<Ratio>& value) {
        return value ? Value::number(*value) : Value{};
    };
    const auto known = [](bool is_open, Value value) {
        return is_open ? Value::missing(0) : std::move(value);
    };
    const auto direction = directions[static_cast<std::size_t>(row.numbers.direction)].text;
    return Value::context({
        {"name", Value::text(row.name)},
        {"block", Value::text(row.block)},
        {"points", row.points ? Value::number(*row.points) : Value{}},
        {"direction", Value::text(std::string{direction})},
        {"target", known(open.target, level ? Value{} : Value::number(row.numbers.target))},
        {"actual", known(open.actual, level ? Value{} : Value::number(row.numbers.actual))},
        {"unit", Value::text(row.unit)},
        {"level", known(open.level, level ? Value::text(std::string{word_of(row.numbers.level)})
                                          : Value{})},
        {"rate", known(open.rate, number(row.numbers.rate))},
        {"reason", Value::text(row.reason)},
        {std::string{row_entry}, Value::number(Ratio{static_cast<std::int64_t>(index)})},
    });
}

std::optional<Value> read_targets(const Reader& list, std::vector<TargetRow>& rows, bool unknowns) {
    std::vector<Value> records;
    for (const Reader element : list.elements()) {
        const ObjectReader record = element.object(
            "a target record", {"name", "block", "points", "direction", "target", "actual", "unit",
                                "level", "rate", "reason", "published"});
        if (record.is_present()) {
            const OpenTarget open = unknowns ? open_of(record) : OpenTarget{};
            rows.push_back(read_row(record, open));
            records.push_back(target_context(rows.back(), rows.size() - 1, open));
        }
    }
    return Value::list(std::move(records));
}

} // namespace heng::document
