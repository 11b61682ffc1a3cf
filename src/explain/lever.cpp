// SPDX-License-Identifier: Apache-2.0
#include "document/target_record.hpp"
#include "engine/domains.hpp"
#include "explain/lever.hpp"
#include "feel/calendar.hpp"

#include <algorithm>
#include <utility>

namespace heng::what_if {
namespace {

using document::Input;
using document::InputType;
using document::Json;
using document::JsonKind;
using feel::Value;
using Kind = Lever::Kind;

constexpr std::int64_t farthest = std::int64_t{1} << 60;
constexpr std::size_t most_fields = 8; ///< of records, that are looked at

/// The digits that a JSON number or text writes, and whether a % follows.
std::optional<std::pair<Decimal, bool>> digits_of(std::string_view text) {
    const bool percent = text.ends_with('%');
    text.remove_suffix(percent ? 1 : 0);
    const auto number = Decimal::parse(text, {Limits{}.digits, Limits{}.exponent});
    return number ? std::optional{std::pair{*number, percent}} : std::nullopt;
}

/// The greatest whole number of steps that is not above `room` ÷ `step`, as far as we go.
std::int64_t steps_within(const Ratio& room, const Ratio& step) {
    const Ratio steps = (room / step).floor();
    return min(max(steps, Ratio{}), Ratio{farthest}).as_int64().value_or(farthest);
}

void bound(Lever& lever, const std::optional<Ratio>& least, const std::optional<Ratio>& most) {
    const Ratio value = value_at(lever, 0);
    const Ratio step = value_at(lever, 1) - value;
    lever.lowest = least ? -steps_within(value - *least, step) : -farthest;
    lever.highest = most ? steps_within(*most - value, step) : farthest;
}

MoneyUnit unit_of(const document::CompiledRubric& rubric, const document::LoadedFacts& facts) {
    const auto written = facts.json.root().find("unit");
    const auto unit = written ? money_unit_from(written->text()) : std::nullopt;
    return unit.value_or(rubric.unit.value_or(MoneyUnit::wan_yuan));
}

/// What the document writes for it; an optional fact that is absent, its default.
std::optional<std::pair<Decimal, bool>> written_number(const document::LoadedFacts& facts,
                                                       feel::SlotId slot, const Input& input) {
    if (facts.places[slot]) {
        return digits_of(facts.places[slot]->text());
    }
    const auto value = facts.slots[slot].number().exact_decimal();
    if (!value) {
        return std::nullopt;
    }
    const bool percent = input.type == InputType::percent;
    return std::pair{percent ? (*value * Decimal{100}).shortest() : value->shortest(), percent};
}

void add_number(std::vector<Lever>& levers, Lever lever, const document::CompiledRubric& rubric,
                const document::LoadedFacts& facts, const Input& input) {
    const auto written = written_number(facts, lever.slot, input);
    if (!written) {
        return;
    }
    lever.kind = Kind::number;
    lever.written = written->first;
    lever.in_percent = written->second;
    if (input.type == InputType::money) {
        // what is written nowhere, a default or the sum of units, is in the rubric's unit
        const bool written_there = facts.places[lever.slot].has_value();
        const MoneyUnit from =
            written_there || !rubric.unit ? unit_of(rubric, facts) : *rubric.unit;
        lever.factor = convert(Ratio{1}, from, rubric.unit.value_or(from));
        lever.unit = name(from);
    }
    std::optional<Ratio> least;
    std::optional<Ratio> most;
    if (input.minimum) {
        least = Ratio{*input.minimum};
    }
    if (input.maximum) {
        most = Ratio{*input.maximum};
    }
    if (input.type == InputType::count) {
        lever.written = lever.written.rounded(0);
        least = max(least.value_or(Ratio{}), Ratio{});
    }
    bound(lever, least, most);
    levers.push_back(std::move(lever));
}

void add_records(std::vector<Lever>& levers, const Lever& base, const Input& input,
                 const std::vector<Value>& records, bool zh) {
    const auto add = [&](Kind kind, const Input* field, bool held) {
        Lever lever = base;
        lever.kind = kind;
        lever.field = field != nullptr ? field->path : "";
        lever.held = held;
        if (field != nullptr) {
            const std::string truth = held ? "true" : "false";
            lever.path += '[' + field->path + " = " + truth + ']' +
                          (kind == Kind::records_flipped ? '.' + field->path : "");
            lever.label += zh ? "中“" + field->name() + "”为" + (held ? "是" : "否") + "的记录"
                              : " with " + field->name() + " = " + truth;
        }
        lever.highest = std::count_if(records.begin(), records.end(), [&](const Value& record) {
            const Value* value = field != nullptr ? record.find(field->path) : nullptr;
            return field == nullptr ||
                   (value != nullptr && value->is_boolean() && value->is_true() == held);
        });
        if (lever.highest > 0) {
            levers.push_back(std::move(lever));
        }
    };
    std::size_t fields = 0;
    for (const Input& field : input.of) {
        if (field.type == InputType::boolean && fields++ < most_fields) {
            for (const bool held : {true, false}) {
                add(Kind::records_flipped, &field, held);
                add(Kind::records_removed, &field, held);
            }
        }
    }
    if (fields == 0) {
        add(Kind::records_removed, nullptr, true);
    }
}

/// A lever for what a text may be instead.
void add_choices(std::vector<Lever>& levers, Lever lever, const Value& text,
                 const std::vector<std::string>& categories) {
    lever.kind = Kind::choice;
    for (const std::string& each : categories) {
        if (each != text.text()) {
            lever.choices.push_back(each);
        }
    }
    lever.highest = static_cast<std::int64_t>(lever.choices.size());
    levers.push_back(std::move(lever));
}

void add_date(std::vector<Lever>& levers, Lever lever, std::int64_t day) {
    lever.kind = Kind::date;
    lever.lowest = std::min<std::int64_t>(0, document::first_day() - day);
    lever.highest = std::max<std::int64_t>(0, document::last_day() - day);
    levers.push_back(std::move(lever));
}

/// Which element of which list a target row is.
struct RowPlace {
    feel::SlotId slot = 0;
    std::size_t index = 0;
};

std::optional<RowPlace> place_of_row(const document::CompiledRubric& rubric,
                                     const document::LoadedFacts& facts, std::size_t row) {
    for (std::size_t slot = 0; slot < rubric.inputs.size(); ++slot) {
        const Value& list = facts.slots[slot];
        if (!rubric.inputs[slot].of_targets || !list.is_list() || list.items().empty()) {
            continue;
        }
        // the rows of one list follow one another
        const auto first = static_cast<std::size_t>(
            *list.items().front().find(document::row_entry)->number().as_int64());
        if (row >= first && row - first < list.items().size()) {
            return RowPlace{static_cast<feel::SlotId>(slot), row - first};
        }
    }
    return std::nullopt;
}

std::optional<Json> element(const std::optional<Json>& list, std::size_t index) {
    if (list) {
        for (const Json each : list->children()) {
            if (index-- == 0) {
                return each;
            }
        }
    }
    return std::nullopt;
}

/// The list of target records in which one has other values in some of its entries.
Value with_record(const Value& list, std::size_t index,
                  std::initializer_list<std::pair<std::string_view, Value>> entries) {
    std::vector<Value> items = list.items();
    std::vector<feel::Field> fields = items[index].fields();
    for (feel::Field& field : fields) {
        for (const auto& [name, value] : entries) {
            if (field.name == name) {
                field.value = value;
            }
        }
    }
    items[index] = Value::context(std::move(fields));
    return Value::list(std::move(items));
}

void apply_to_row(const Lever& lever, std::int64_t steps, const document::LoadedFacts& original,
                  document::LoadedFacts& changed) {
    apply_to_numbers(lever, steps, original, changed);
    const Target& numbers = changed.rows[lever.row].numbers;
    const Value& list = original.slots[lever.slot];
    const auto index =
        lever.row - static_cast<std::size_t>(
                        *list.items().front().find(document::row_entry)->number().as_int64());
    if (steps == 0) {
        changed.slots[lever.slot] = list;
    } else if (lever.kind == Kind::actual) {
        changed.slots[lever.slot] =
            with_record(list, index, {{"actual", Value::number(numbers.actual)}});
    } else if (lever.kind == Kind::rate) {
        changed.slots[lever.slot] =
            with_record(list, index, {{"rate", Value::number(*numbers.rate)}});
    } else {
        changed.slots[lever.slot] =
            with_record(list, index, {{"level", Value::text("met")}, {"rate", Value{}}});
    }
}

/// Without, or with the other truth of, the first `steps` records that the lever is about.
Value changed_records(const Lever& lever, std::int64_t steps, const Value& list) {
    std::vector<Value> records;
    for (const Value& record : list.items()) {
        const Value* held = lever.field.empty() ? nullptr : record.find(lever.field);
        const bool meant = lever.field.empty() ||
                           (held != nullptr && held->is_boolean() && held->is_true() == lever.held);
        if (!meant || steps == 0) {
            records.push_back(record);
            continue;
        }
        --steps;
        if (lever.kind == Kind::records_flipped) {
            std::vector<feel::Field> fields = record.fields();
            for (feel::Field& field : fields) {
                if (field.name == lever.field) {
                    field.value = Value::boolean(!lever.held);
                }
            }
            records.push_back(Value::context(std::move(fields)));
        }
    }
    return Value::list(std::move(records));
}

} // namespace

std::vector<Lever> levers_of(const document::CompiledRubric& rubric,
                             const document::LoadedFacts& facts, feel::SlotId slot,
                             const std::vector<std::string>& categories) {
    const Input& input = rubric.inputs[slot];
    const Value& value = facts.slots[slot];
    Lever base;
    base.slot = slot;
    base.path = input.path;
    base.label = input.name();
    std::vector<Lever> levers;
    switch (value.kind()) {
    case feel::Kind::number:
        add_number(levers, std::move(base), rubric, facts, input);
        break;
    case feel::Kind::boolean:
        base.kind = Kind::flip;
        base.highest = 1;
        levers.push_back(std::move(base));
        break;
    case feel::Kind::text:
        add_choices(levers, std::move(base), value, categories);
        break;
    case feel::Kind::date:
        add_date(levers, std::move(base), value.date_days());
        break;
    case feel::Kind::list:
        if (!input.of_targets) {
            add_records(levers, base, input, value.items(), rubric.rubric.language == Language::zh);
        }
        break;
    default:
        break; // an optional fact that is absent
    }
    return levers;
}

std::vector<Lever> levers_of_row(const document::CompiledRubric& rubric,
                                 const document::LoadedFacts& facts, std::size_t row) {
    const auto place = place_of_row(rubric, facts, row);
    if (!place) {
        return {};
    }
    const TargetRow& target = facts.rows[row];
    const auto record = element(facts.places[place->slot], place->index);
    Lever base;
    base.slot = place->slot;
    base.row = row;
    base.path = rubric.inputs[place->slot].path + '[' + std::to_string(place->index + 1) + "].";
    const bool zh = rubric.rubric.language == Language::zh;
    base.label = target.name + (zh ? " 实际值" : " (actual)");
    std::vector<Lever> levers;
    const bool by_level = target.numbers.direction == Direction::level;
    if (by_level) {
        base.label = target.name + (zh ? " 完成率" : " (rate)");
    }
    const std::string_view key = by_level ? "rate" : "actual";
    const auto text = record ? record->find(key) : std::nullopt;
    if (const auto written = text ? digits_of(text->text()) : std::nullopt) {
        Lever lever = base;
        lever.kind = by_level ? Kind::rate : Kind::actual;
        lever.path += key;
        lever.written = written->first;
        lever.in_percent = written->second;
        lever.unit = lever.in_percent ? "" : target.unit;
        by_level ? bound(lever, Ratio{}, Ratio{1}) : bound(lever, std::nullopt, std::nullopt);
        levers.push_back(std::move(lever));
    }
    if (by_level && target.numbers.level != Level::met) {
        base.kind = Kind::level;
        base.label = target.name + (zh ? " 完成情况" : " (level)");
        base.path += "level";
        base.highest = 1;
        levers.push_back(std::move(base));
    }
    return levers;
}

Decimal number_at(const Lever& lever, std::int64_t steps) {
    return lever.written + Decimal{steps, lever.written.scale()};
}

Ratio value_at(const Lever& lever, std::int64_t steps) {
    const Ratio number{number_at(lever, steps)};
    return (lever.in_percent ? number / Ratio{100} : number) * lever.factor;
}

std::string text_at(const Lever& lever, const document::LoadedFacts& facts, std::int64_t steps) {
    const Value& value = facts.slots[lever.slot];
    switch (lever.kind) {
    case Kind::flip:
        return value.is_true() == (steps == 0) ? "true" : "false";
    case Kind::choice:
        return steps == 0 ? value.text() : lever.choices[static_cast<std::size_t>(steps - 1)];
    case Kind::date:
        return feel::date_text(value.date_days() + steps);
    case Kind::records_flipped:
    case Kind::records_removed:
        return std::to_string(lever.highest - steps);
    case Kind::level:
        return steps == 0 ? facts.rows[lever.row].actual_text : "met";
    default:
        return number_at(lever, steps).to_string() + (lever.in_percent ? "%" : "");
    }
}

std::string change_of(const Lever& lever, std::int64_t steps, Language language) {
    const bool zh = language == Language::zh;
    switch (lever.kind) {
    case Kind::number:
    case Kind::actual:
    case Kind::rate: {
        const Decimal change{steps, lever.written.scale()};
        const std::string sign = steps < 0 ? "−" : "+";
        const std::string points = zh ? " 个百分点" : " percentage points";
        const std::string unit = lever.unit.empty() ? "" : ' ' + lever.unit;
        return sign + abs(change).to_string() + (lever.in_percent ? points : unit);
    }
    case Kind::records_flipped: {
        const std::string other = zh ? (lever.held ? "否" : "是") : lever.held ? "false" : "true";
        return std::to_string(steps) + (zh ? " 条改为" : " changed to ") + other;
    }
    case Kind::records_removed:
        return zh ? "减少 " + std::to_string(steps) + " 条" : std::to_string(steps) + " left out";
    default:
        return {};
    }
}

void apply_to_numbers(const Lever& lever, std::int64_t steps, const document::LoadedFacts& original,
                      document::LoadedFacts& changed) {
    Target& numbers = changed.rows[lever.row].numbers;
    numbers = original.rows[lever.row].numbers;
    if (steps == 0) {
        return;
    }
    if (lever.kind == Kind::actual) {
        numbers.actual = value_at(lever, steps);
    } else if (lever.kind == Kind::rate) {
        numbers.rate = value_at(lever, steps);
    } else {
        numbers.level = Level::met;
        numbers.rate.reset();
    }
}

void apply(const Lever& lever, std::int64_t steps, const document::LoadedFacts& original,
           document::LoadedFacts& changed) {
    const Value& before = original.slots[lever.slot];
    Value& slot = changed.slots[lever.slot];
    switch (lever.kind) {
    case Kind::number:
        slot = steps == 0 ? before : Value::number(value_at(lever, steps));
        break;
    case Kind::flip:
        slot = Value::boolean(before.is_true() == (steps == 0));
        break;
    case Kind::choice:
        slot =
            steps == 0 ? before : Value::text(lever.choices[static_cast<std::size_t>(steps - 1)]);
        break;
    case Kind::date:
        slot = Value::date(before.date_days() + steps);
        break;
    case Kind::records_flipped:
    case Kind::records_removed:
        slot = steps == 0 ? before : changed_records(lever, steps, before);
        break;
    default:
        apply_to_row(lever, steps, original, changed);
    }
}

} // namespace heng::what_if
