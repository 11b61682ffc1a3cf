// SPDX-License-Identifier: Apache-2.0
#include "base/json/advice.hpp"
#include "base/json/declared.hpp"
#include "base/text/utf8.hpp"
#include "base/written_figure.hpp"
#include "document/input_value.hpp"
#include "document/messages.hpp"
#include "document/row_rule.hpp"
#include "document/target_record.hpp"
#include "feel/calendar.hpp"

#include <heng/number/decimal.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <utility>

namespace heng::detail::document {
namespace {

using feel::Value;

text::Words label_of_member(std::string_view key, const void* /*unused*/) {
    return label_of_target(key);
}

/// ">=" for "≥" and "不低于".
text::Words direction_hint(std::string_view text) {
    const auto relation = base::relation_of(text);
    if (!relation) {
        const std::array words{word_of(Direction::at_least), word_of(Direction::at_most),
                               word_of(Direction::equal), word_of(Direction::level)};
        return say::one_of_these(text::listed(words));
    }
    const bool least = *relation == base::Relation::above || *relation == base::Relation::at_least;
    const std::string_view word = *relation == base::Relation::equal ? "=" : least ? ">=" : "<=";
    return say::write_sign(word);
}

/// A word whose absence or misspelling is a mistake in a target record.
template <class Enum>
std::optional<Enum> read_word(const json::ObjectReader& record, std::string_view key,
                              std::optional<Enum> (*from)(std::string_view)) {
    const auto text = record.required(key, "target").text();
    const auto found = text ? from(*text) : std::nullopt;
    if (text && !found) {
        const json::Reader value = record.optional(key);
        value.problem("target", say::no_word_of(text::shortened(*text), value.subject()),
                      key == "direction" ? direction_hint(*text) : text::Words(say::level_words));
    }
    return found;
}

/// A target or actual value: a number, or a percentage when the other is one as well.
struct Amount {
    Ratio value;
    bool in_percent = false;
    std::string text;
};

/// A target or actual value that is written with a unit.
std::optional<base::WrittenFigure> figure_with_unit(const json::Reader& value) {
    constexpr int longest = 200;
    if (!value.is(json::JsonKind::string) || value.json().text().size() > longest) {
        return std::nullopt;
    }
    auto figure = base::read_figure(value.json().text(), {longest, longest});
    if (!figure || !figure->known_unit || figure->family <= base::Family::share) {
        return std::nullopt;
    }
    const auto unit = base::unit_named(figure->unit);
    if (figure->family == base::Family::money && unit && unit->family != figure->family) {
        figure->unit += "元"; // ¥5万
    }
    return *std::move(figure);
}

std::string_view without_space(std::string_view unit) {
    return unit.substr(std::min(unit.find_first_not_of(' '), unit.size()));
}

/// What to write instead of the value at `key`, which is no number. A record without a unit gets
/// the one that is written, unless its other value has none: that one would change its meaning.
text::Words advice_for(const json::ObjectReader& record, std::string_view key,
                       const std::string& row_unit) {
    const bool is_target = key == "target";
    const std::string_view text = record.optional(key).json().text();
    if (!row_unit.empty()) {
        return json::amount_advice(text, row_unit, is_target);
    }
    const auto target = figure_with_unit(record.optional("target"));
    const auto actual = figure_with_unit(record.optional("actual"));
    const auto& own = is_target ? target : actual;
    const auto& first = target ? target : actual;
    if (!first) {
        return json::amount_advice(text, "", is_target);
    }
    const std::string unit{without_space(first->unit)};
    const json::Reader other = record.optional(is_target ? "actual" : "target");
    const bool other_is_bare =
        other.is_present() && !other.is(json::JsonKind::null) && !(is_target ? actual : target);
    if (own && other_is_bare && (first->family != base::Family::counted || first->power != 0)) {
        return say::other_without_unit;
    }
    const text::Words advice = json::amount_advice(text, unit, is_target);
    const bool named = own && advice.en.starts_with("write ");
    return named ? say::and_unit(advice, unit) : advice;
}

/// A text that is no number ("完成", "≥266") can't be scored; audit reads it all the same.
std::optional<Amount> read_amount(const json::ObjectReader& record, std::string_view key,
                                  const std::string& row_unit) {
    const json::Reader value = record.required(key, "target");
    if (!value.is(json::JsonKind::number) && !value.is(json::JsonKind::string)) {
        (void)value.decimal(); // says what is wrong with its type
        return std::nullopt;
    }
    std::string_view digits = value.json().text();
    const bool in_percent = digits.ends_with('%');
    digits.remove_suffix(in_percent ? 1 : 0);
    const Limits& limits = value.problems().limits();
    const auto number = Decimal::parse(digits, {limits.digits, limits.exponent});
    if (!number) {
        const std::string_view text = value.json().text();
        const auto has = [text](std::string_view word) {
            return text.find(word) != text.npos;
        };
        const bool is_time = (has("年") && has("月")) || has("月底"); // and not 1个月
        value.problem("target", say::not_a_number(value.subject(), text::shortened(text)),
                      is_time ? text::Words{say::time_target()}
                              : advice_for(record, key, row_unit));
        return std::nullopt;
    }
    const Ratio exact{*number};
    return Amount{in_percent ? exact / Ratio{100} : exact, in_percent,
                  std::string{value.json().text()}};
}

/// 0.95 beside 90, where the unit is %: one of them is a share, the other in hundredths.
void note_unlike(const TargetRow& row, const Amount& target, const Amount& actual,
                 FigureNotes& notes) {
    const auto unlike = [](const Amount& share, const Amount& hundredths) {
        return share.value.sign() > 0 && share.value <= Ratio{1} && hundredths.value >= Ratio{10};
    };
    const bool actual_is_share = unlike(actual, target);
    if (actual_is_share || unlike(target, actual)) {
        const Amount& share = actual_is_share ? actual : target;
        notes.add({FigureNote::Kind::unlike_percent, actual_is_share ? "/actual" : "/target",
                   row.name, text::shortened(share.text),
                   text::shortened((share.value * Ratio{100}).to_string())});
    }
}

void note_amount(const json::ObjectReader& record, std::string_view key, const std::string& name,
                 FigureNotes* notes) {
    const std::size_t noted = notes == nullptr ? 0 : notes->list.size();
    note_printed_double(record.optional(key), name, notes);
    if (notes != nullptr && notes->list.size() > noted) {
        notes->place_under(noted, "/" + std::string{key});
    }
}

/// Reads nothing of a value that is not known.
void read_quantity(const json::ObjectReader& record, TargetRow& row, const OpenTarget& open,
                   FigureNotes* notes) {
    const auto amount = [&](std::string_view key, bool is_open) {
        if (is_open) {
            return std::optional{Amount{{}, false, "?"}};
        }
        auto read = read_amount(record, key, row.unit);
        note_amount(record, key, row.name, notes);
        return read;
    };
    auto target = amount("target", open.target);
    auto actual = amount("actual", open.actual);
    if (!target || !actual) {
        return;
    }
    const bool comparable = target->in_percent == actual->in_percent || target->value.is_zero() ||
                            actual->value.is_zero();
    if (!comparable) {
        record.optional("actual").problem("target", say::one_percentage, say::both_percent);
        return;
    }
    if (notes != nullptr && (row.unit == "%" || row.unit == "％") && !target->in_percent) {
        note_unlike(row, *target, *actual, *notes);
    }
    row.numbers.target = std::move(target->value);
    row.numbers.actual = std::move(actual->value);
    row.target_text = std::move(target->text);
    row.actual_text = std::move(actual->text);
}

/// The day at a key of a record by date; what is near to one is asked for.
std::optional<std::int64_t> read_day(const json::ObjectReader& record, std::string_view key,
                                     std::string& text) {
    const json::Reader value = record.required(key, "target");
    const auto written = value.text();
    if (!written) {
        return std::nullopt;
    }
    text = *written;
    const auto day = json::is_date(text) ? feel::parse_date(text) : std::nullopt;
    if (!day) {
        value.problem("target", say::no_row_date(text::shortened(text)), json::date_advice(text));
    }
    return day;
}

void read_dates(const json::ObjectReader& record, TargetRow& row, const OpenTarget& open) {
    row.target_text = row.actual_text = "?";
    if (!open.target) {
        const auto day = read_day(record, "target", row.target_text);
        row.numbers.target = Ratio{day.value_or(0)};
    }
    if (!open.actual) {
        const auto day = read_day(record, "actual", row.actual_text);
        row.numbers.actual = Ratio{day.value_or(0)};
    }
}

/// The level, and its rate where the record gives one. Which rates a level allows depends on the
/// rubric's dialect and is checked when it is scored; what no dialect allows is refused here.
void read_level(const json::ObjectReader& record, TargetRow& row, const OpenTarget& open) {
    const json::Reader rate = record.optional("rate");
    if (open.level) {
        row.actual_text = "?";
        const auto given = open.rate ? std::nullopt : rate.percent();
        if (given && (given->sign() < 0 || *given > Decimal{1})) {
            rate.problem("target", say::level_rate);
        } else if (given) {
            row.numbers.rate = Ratio{*given};
        }
        return;
    }
    const auto level = read_word(record, "level", level_from);
    if (!level) {
        return;
    }
    row.numbers.level = *level;
    row.actual_text = record.optional("level").json().text();
    const json::Reader target = record.optional("target"); // in words: reports print it
    row.target_text = target.is(json::JsonKind::string) ? target.json().text() : "";
    if (open.rate) {
        return;
    }
    const bool any_rate = row.numbers.rule.kind == RowRule::Kind::all; // its level alone counts
    if (!rate.is_present() && *level != Level::met && !any_rate) {
        record.reader().problem("target", say::level_needs_rate(level_words(*level)),
                                say::where_in_level);
    }
    const auto given = rate.percent();
    if (!given) {
        return;
    }
    row.numbers.rate = Ratio{*given};
    if (!range_of(*level, Dialect::from_80_60).contains(*row.numbers.rate) &&
        !range_of(*level, Dialect::from_80_50).contains(*row.numbers.rate)) {
        rate.problem("target", say::rate_outside_level(rate.json().text(), level_words(*level)),
                     say::level_ranges);
    }
}

TargetRow read_row(const json::ObjectReader& record, const OpenTarget& open, FigureNotes* notes) {
    const auto text = [&](std::string_view key) {
        return std::string{record.optional(key).text().value_or("")};
    };
    TargetRow row;
    row.name = record.required("name", "target").text().value_or("");
    row.block = text("block");
    row.unit = text("unit");
    row.reason = text("reason");
    row.points = record.optional("points").decimal();
    note_amount(record, "points", row.name, notes);
    if (row.points && row.points->sign() < 0) {
        record.optional("points").problem("target", say::target_points(row.points->to_string()));
    }
    const auto kind = read_row_kind(record);
    if (kind == RowRule::Kind::date && !record.has("direction")) {
        record.optional("rule").problem("target", say::date_is_at_most, say::add_direction);
        return row;
    }
    const auto direction = read_word(record, "direction", direction_from);
    if (!direction || !kind) {
        return row;
    }
    row.numbers.direction = *direction;
    row.numbers.rule = read_row_rule(record, *direction, *kind);
    if (*direction == Direction::level) {
        read_level(record, row, open);
    } else {
        for (const std::string_view key : {"level", "rate"}) {
            if (record.has(key)) {
                record.optional(key).problem_at_key("target", say::of_level(key),
                                                    say::direction_level);
            }
        }
        if (*kind == RowRule::Kind::date) {
            read_dates(record, row, open);
        } else {
            read_quantity(record, row, open, notes);
        }
    }
    return row;
}

OpenTarget open_of(const json::ObjectReader& record) {
    const auto is_open = [&](std::string_view key) {
        const json::Reader value = record.optional(key);
        return !value.is_present() || is_unknown(value);
    };
    const auto says = [&](std::string_view key, std::string_view word) {
        const json::Reader value = record.optional(key);
        return value.is(json::JsonKind::string) && value.json().text() == word;
    };
    if (!says("direction", "level")) {
        return {.target = is_open("target"), .actual = is_open("actual")};
    }
    const json::Reader rate = record.optional("rate");
    const bool needed = !says("level", "met") && !says("rule", "all");
    return {.level = is_open("level"), .rate = rate.is_present() ? is_unknown(rate) : needed};
}

} // namespace

Value target_context(const TargetRow& row, std::size_t index, const OpenTarget& open) {
    const bool level = row.numbers.direction == Direction::level;
    const auto number = [](const std::optional<Ratio>& value) {
        return value ? Value::number(*value) : Value{};
    };
    const auto known = [](bool is_open, Value value) {
        return is_open ? Value::missing(0) : std::move(value);
    };
    const auto direction = word_of(row.numbers.direction);
    const bool date = row.numbers.rule.kind == RowRule::Kind::date;
    const auto amount = [&](bool is_open, const Ratio& value) {
        return date ? Value{} : known(is_open, level ? Value{} : Value::number(value));
    };
    std::vector<feel::Field> fields{
        {"name", Value::text(row.name)},
        {"block", Value::text(row.block)},
        {"points", row.points ? Value::number(*row.points) : Value{}},
        {"direction", Value::text(std::string{direction})},
        {"target", amount(open.target, row.numbers.target)},
        {"actual", amount(open.actual, row.numbers.actual)},
        {"unit", Value::text(row.unit)},
        {"level",
         known(open.level, level ? Value::text(std::string{word_of(row.numbers.level)}) : Value{})},
        {"rate", known(open.rate, number(row.numbers.rate))},
        {"reason", Value::text(row.reason)},
        {std::string{row_entry}, Value::number(Ratio{static_cast<std::int64_t>(index)})},
    };
    if (std::string rule = text_of(row.numbers.rule); !rule.empty()) {
        fields.push_back({std::string{rule_entry}, Value::text(std::move(rule))});
    }
    if (date) {
        const auto day = [&](bool is_open, const Ratio& value) {
            return known(is_open, Value::date(value.as_int64().value_or(0)));
        };
        fields.push_back({std::string{target_day_entry}, day(open.target, row.numbers.target)});
        fields.push_back({std::string{actual_day_entry}, day(open.actual, row.numbers.actual)});
    }
    return Value::context(std::move(fields));
}

const Value* value_of_key(const Value& record, std::string_view key) {
    const Value* const hidden = record.find(std::string{row_entry}.append(key));
    return hidden != nullptr ? hidden : record.find(key);
}

std::optional<Value> read_targets(const json::Reader& list, std::vector<TargetRow>& rows,
                                  bool unknowns, FigureNotes* notes) {
    std::vector<Value> records;
    std::size_t index = 0;
    const json::Name* const label = list.name();
    for (const json::Reader element : list.elements()) {
        const json::Reader title = element.peek("name");
        const json::Name name{label == nullptr ? text::Blank{say::target_list} : label->own, index,
                              label_of_member, nullptr,
                              title.is(json::JsonKind::string) ? title.json().text() : ""};
        const json::ObjectReader record = element.as(declared::target_record).named(name).object();
        if (record.is_present()) {
            const OpenTarget open = unknowns ? open_of(record) : OpenTarget{};
            const std::size_t noted = notes == nullptr ? 0 : notes->list.size();
            rows.push_back(read_row(record, open, notes));
            if (notes != nullptr && notes->list.size() > noted) {
                notes->place_under(noted, "/" + std::to_string(index));
            }
            records.push_back(target_context(rows.back(), rows.size() - 1, open));
        }
        ++index;
    }
    return Value::list(std::move(records));
}

} // namespace heng::detail::document
