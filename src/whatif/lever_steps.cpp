// SPDX-License-Identifier: Apache-2.0
//
// The value of a lever after so many steps, and the facts with it.
#include "document/target_record.hpp"
#include "feel/calendar.hpp"
#include "whatif/lever.hpp"

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace heng::detail::whatif {
namespace {

using feel::Value;
using Kind = Lever::Kind;

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

void apply_to_row(const Lever& lever, std::int64_t steps, const facts::LoadedFacts& original,
                  facts::LoadedFacts& changed) {
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
    } else if (lever.kind == Kind::actual_day) {
        changed.slots[lever.slot] = with_record(
            list, index, {{document::actual_day_entry, Value::date(lever.day + steps)}});
    } else if (lever.kind == Kind::rate) {
        changed.slots[lever.slot] =
            with_record(list, index, {{"rate", Value::number(*numbers.rate)}});
    } else {
        changed.slots[lever.slot] =
            with_record(list, index, {{"level", Value::text("met")}, {"rate", Value{}}});
    }
}

Value with_field(const Value& record, const std::string& name, const Value& value) {
    std::vector<feel::Field> fields = record.fields();
    for (feel::Field& field : fields) {
        if (field.name == name) {
            field.value = value;
        }
    }
    return Value::context(std::move(fields));
}

/// Without, or with the other truth of, the first `steps` records that the lever is about.
Value changed_records(const Lever& lever, std::int64_t steps, const Value& list) {
    std::vector<Value> records;
    const std::size_t changed = static_cast<std::size_t>(steps);
    std::size_t next = 0;
    for (std::size_t i = 0; i < list.items().size(); ++i) {
        if (next == changed || lever.members[next] != i) {
            records.push_back(list.items()[i]);
            continue;
        }
        ++next;
        if (lever.kind == Kind::records_flipped) {
            records.push_back(
                with_field(list.items()[i], lever.field, Value::boolean(!lever.held)));
        }
    }
    return Value::list(std::move(records));
}

Value changed_record(const Lever& lever, std::int64_t steps, const Value& list) {
    std::vector<Value> records = list.items();
    const Value value = lever.kind == Kind::record_date ? Value::date(lever.day + steps)
                                                        : Value::number(value_at(lever, steps));
    records[lever.record] = with_field(records[lever.record], lever.field, value);
    return Value::list(std::move(records));
}

/// What all units' booleans come to where that of one is the other.
Value with_unit_flipped(const Lever& lever, const facts::LoadedFacts& facts) {
    const bool any = lever.by_any;
    bool truth = !any;
    for (std::size_t i = 0; i < facts.units->size(); ++i) {
        const Value& value = (*facts.units)[i].slots[lever.slot];
        if (value.is_boolean()) {
            const bool own = value.is_true() != (i == *lever.part);
            truth = any ? truth || own : truth && own;
        }
    }
    return Value::boolean(truth);
}

} // namespace

Decimal number_at(const Lever& lever, std::int64_t steps) {
    return lever.written + Decimal{steps, lever.written.scale()};
}

Ratio value_at(const Lever& lever, std::int64_t steps) {
    const Ratio number{number_at(lever, steps)};
    return (lever.in_percent ? number / Ratio{100} : number) * lever.factor;
}

Ratio slot_at(const Lever& lever, const facts::LoadedFacts& facts, std::int64_t steps) {
    if (!lever.part) {
        return value_at(lever, steps);
    }
    if (lever.weighs) {
        const Ratio weight = value_at(lever, steps);
        return (lever.weighs->other_sum + weight * lever.weighs->value) /
               (lever.weighs->other_weights + weight);
    }
    return facts.slots[lever.slot].number() +
           (value_at(lever, steps) - value_at(lever, 0)) * lever.share;
}

std::string text_at(const Lever& lever, const facts::LoadedFacts& facts, std::int64_t steps) {
    const Value& value = owner_of(lever, facts).slots[lever.slot];
    switch (lever.kind) {
    case Kind::flip:
        return value.is_true() == (steps == 0) ? "true" : "false";
    case Kind::choice:
        return steps == 0 ? value.text() : lever.choices[static_cast<std::size_t>(steps - 1)];
    case Kind::date:
    case Kind::record_date:
    case Kind::actual_day:
        return feel::date_text(lever.day + steps);
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
    case Kind::record_number:
    case Kind::actual:
    case Kind::rate: {
        const Decimal change{steps, lever.written.scale()};
        const std::string sign = steps < 0 ? "−" : "+";
        const bool one = abs(change) == Decimal{1};
        const std::string points = zh    ? "个百分点"
                                   : one ? " percentage point"
                                         : " percentage points";
        const bool percent = lever.in_percent || lever.unit == "%" || lever.unit == "％";
        const std::string unit = lever.unit.empty() ? "" : (zh ? "" : " ") + lever.unit;
        return sign + abs(change).to_string() + (percent ? points : unit);
    }
    case Kind::records_flipped: {
        const std::string other = zh ? (lever.held ? "否" : "是") : lever.held ? "false" : "true";
        return std::to_string(steps) + (zh ? "条改为" : " changed to ") + other;
    }
    case Kind::records_removed:
        return zh ? "减少" + std::to_string(steps) + "条" : std::to_string(steps) + " left out";
    default:
        return {};
    }
}

void apply_to_numbers(const Lever& lever, std::int64_t steps, const facts::LoadedFacts& original,
                      facts::LoadedFacts& changed) {
    Target& numbers = changed.rows[lever.row].numbers;
    numbers = original.rows[lever.row].numbers;
    if (steps == 0) {
        return;
    }
    if (lever.kind == Kind::actual) {
        numbers.actual = value_at(lever, steps);
    } else if (lever.kind == Kind::actual_day) {
        numbers.actual = Ratio{lever.day + steps};
    } else if (lever.kind == Kind::rate) {
        numbers.rate = value_at(lever, steps);
    } else {
        numbers.level = Level::met;
        numbers.rate.reset();
    }
}

void apply(const Lever& lever, std::int64_t steps, const facts::LoadedFacts& original,
           facts::LoadedFacts& changed) {
    const Value& before = original.slots[lever.slot];
    Value& slot = changed.slots[lever.slot];
    switch (lever.kind) {
    case Kind::number:
        slot = steps == 0 ? before : Value::number(slot_at(lever, original, steps));
        break;
    case Kind::flip:
        slot = steps == 0   ? before
               : lever.part ? with_unit_flipped(lever, original)
                            : Value::boolean(!before.is_true());
        break;
    case Kind::choice:
        slot =
            steps == 0 ? before : Value::text(lever.choices[static_cast<std::size_t>(steps - 1)]);
        break;
    case Kind::date:
        slot = Value::date(lever.day + steps);
        break;
    case Kind::record_number:
    case Kind::record_date:
        slot = steps == 0 ? before : changed_record(lever, steps, before);
        break;
    case Kind::records_flipped:
    case Kind::records_removed:
        slot = steps == 0 ? before : changed_records(lever, steps, before);
        break;
    default:
        apply_to_row(lever, steps, original, changed);
    }
}

} // namespace heng::detail::whatif
