// SPDX-License-Identifier: Apache-2.0
#include "document/target_record.hpp"
#include "engine/domains.hpp"
#include "whatif/lever.hpp"
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

constexpr std::size_t most_fields = 8;   ///< of records, that are looked at
constexpr std::size_t most_records = 24; ///< whose fields are changed one by one
constexpr std::size_t most_units = 16;   ///< whose facts are

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
    const auto own = facts.about().find("unit");
    const auto written = own ? own : facts.json.root().find("unit");
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

/// The range that a declaration allows, and money's unit. `lever` has the number as it is written;
/// `given`: the document writes it.
void declare(Lever& lever, const document::CompiledRubric& rubric,
             const document::LoadedFacts& facts, const Input& input, bool given) {
    if (input.type == InputType::money) {
        // what is written nowhere, a default, is in the rubric's unit
        const MoneyUnit from = given || !rubric.unit ? unit_of(rubric, facts) : *rubric.unit;
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
        lever.whole = true;
        least = max(least.value_or(Ratio{}), Ratio{});
    }
    bound(lever, least, most);
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
    declare(lever, rubric, facts, input, facts.places[lever.slot].has_value());
    lever.whole = lever.whole && lever.share == Ratio{1};
    levers.push_back(std::move(lever));
}

/// Whether the field of the record is this boolean.
bool holds(const Value& record, const std::string& field, bool truth) {
    const Value* value = record.find(field);
    return value != nullptr && value->is_boolean() && value->is_true() == truth;
}

/// What is added for the records of a list that stand in one document.
class RecordLevers {
  public:
    RecordLevers(std::vector<Lever>& levers, const Lever& base,
                 const document::CompiledRubric& rubric, const document::LoadedFacts& owner,
                 const std::vector<Value>& records)
        : levers_(levers),
          base_(base),
          rubric_(rubric),
          owner_(owner),
          input_(rubric.inputs[base.slot]),
          records_(records),
          zh_(rubric.rubric.language == Language::zh) {}

    void run(const std::vector<Picked>& picked) {
        std::size_t fields = 0;
        for (const Input& field : input_.of) {
            if (field.type == InputType::boolean && fields++ < most_fields) {
                for (const bool held : {true, false}) {
                    add_held(Kind::records_flipped, field, held);
                    add_held(Kind::records_removed, field, held);
                }
            }
        }
        for (const Picked& each : picked) {
            add_picked(each);
        }
        if (fields == 0 && picked.empty()) {
            Lever lever = base_;
            lever.kind = Kind::records_removed;
            for (std::size_t i = 0; i < records_.size(); ++i) {
                lever.members.push_back(lever.first + i);
            }
            add(std::move(lever));
        }
        add_fields();
    }

  private:
    void add(Lever lever) {
        lever.highest = static_cast<std::int64_t>(lever.members.size());
        if (lever.highest > 0) {
            levers_.push_back(std::move(lever));
        }
    }

    void add_held(Kind kind, const Input& field, bool held) {
        Lever lever = base_;
        lever.kind = kind;
        lever.field = field.path;
        lever.held = held;
        const std::string truth = held ? "true" : "false";
        lever.path += '[' + field.path + " = " + truth + ']' +
                      (kind == Kind::records_flipped ? '.' + field.path : "");
        lever.label += zh_ ? "中“" + field.name() + "”为" + (held ? "是" : "否") + "的记录"
                           : " with " + field.name() + " = " + truth;
        for (std::size_t i = 0; i < records_.size(); ++i) {
            if (holds(records_[i], field.path, held)) {
                lever.members.push_back(lever.first + i);
            }
        }
        add(std::move(lever));
    }

    void add_picked(const Picked& picked) {
        const bool is_field =
            std::any_of(input_.of.begin(), input_.of.end(), [&](const Input& field) {
                return field.type == InputType::boolean && picked.condition == field.path;
            });
        if (is_field) {
            return; // as add_held has it
        }
        Lever lever = base_;
        lever.kind = Kind::records_removed;
        lever.path += '[' + picked.condition + ']';
        lever.label += zh_ ? "中满足“" + picked.condition + "”的记录"
                           : " with " + picked.condition;
        for (const std::size_t member : picked.members) {
            if (member >= lever.first && member - lever.first < records_.size()) {
                lever.members.push_back(member);
            }
        }
        add(std::move(lever));
    }

    void add_fields() {
        const auto list = owner_.places[base_.slot];
        if (!list) {
            return;
        }
        std::size_t index = 0;
        for (const Json element : list->children()) {
            if (index == most_records || index == records_.size()) {
                return;
            }
            std::size_t fields = 0;
            for (const Input& field : input_.of) {
                const auto place = element.find(field.path);
                if (place && fields < most_fields) {
                    fields += add_field(field, *place, index) ? 1U : 0U;
                }
            }
            ++index;
        }
    }

    bool add_field(const Input& field, const Json& place, std::size_t index) {
        const Value* const value = records_[index].find(field.path);
        if (value == nullptr || (!value->is_number() && value->kind() != feel::Kind::date)) {
            return false;
        }
        Lever lever = base_;
        lever.record = lever.first + index;
        lever.field = field.path;
        const std::string nth = std::to_string(index + 1);
        lever.path += '[' + nth + "]." + field.path;
        lever.label += zh_ ? "第 " + nth + " 条的" + field.name() : ' ' + nth + ' ' + field.name();
        if (!value->is_number()) {
            lever.kind = Kind::record_date;
            set_days(lever, value->date_days());
        } else if (const auto written = digits_of(place.text())) {
            lever.kind = Kind::record_number;
            lever.written = written->first;
            lever.in_percent = written->second;
            declare(lever, rubric_, owner_, field, true);
        } else {
            return false;
        }
        levers_.push_back(std::move(lever));
        return true;
    }

    static void set_days(Lever& lever, std::int64_t day) {
        lever.day = day;
        lever.lowest = std::min<std::int64_t>(0, document::first_day() - day);
        lever.highest = std::max<std::int64_t>(0, document::last_day() - day);
    }

    std::vector<Lever>& levers_;
    const Lever& base_;
    const document::CompiledRubric& rubric_;
    const document::LoadedFacts& owner_;
    const Input& input_;
    const std::vector<Value>& records_;
    bool zh_;
};

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
    lever.day = day;
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

/// Of a department whose lists are joined: which unit's the record of the lever is.
void find_part(Lever& lever, const document::LoadedFacts& facts) {
    if (!facts.units || facts.places[lever.slot]) {
        return;
    }
    std::size_t first = 0;
    for (std::size_t i = 0; i < facts.units->size(); ++i) {
        const Value& list = (*facts.units)[i].slots[lever.slot];
        const std::size_t size = list.is_list() ? list.items().size() : 0;
        if (lever.record < first + size) {
            lever.part = i;
            lever.first = first;
            return;
        }
        first += size;
    }
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
            records.push_back(with_field(list.items()[i], lever.field,
                                         Value::boolean(!lever.held)));
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
Value with_unit_flipped(const Lever& lever, const document::LoadedFacts& facts) {
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

/// How far the slot of a mean or sum moves for each one that the unit's own number moves; none
/// where that can't be said alone.
std::optional<Ratio> share_of(const document::CompiledRubric& rubric,
                              const document::LoadedFacts& facts, feel::SlotId slot,
                              std::size_t unit) {
    const Input& input = rubric.inputs[slot];
    if (input.aggregate != document::Aggregate::mean) {
        return Ratio{1};
    }
    Ratio weights;
    for (const document::LoadedFacts& each : *facts.units) {
        const Value& weight = each.slots[*input.weight];
        if (each.slots[slot].is_number() && weight.is_number()) {
            weights = weights + weight.number();
        }
    }
    const Value& own = (*facts.units)[unit].slots[*input.weight];
    if (weights.sign() <= 0 || !own.is_number()) {
        return std::nullopt;
    }
    return own.number() / weights;
}

/// What one document can change of a slot; `base` says whose it is.
void add_levers(std::vector<Lever>& levers, Lever base, const document::CompiledRubric& rubric,
                const document::LoadedFacts& owner, const std::vector<std::string>& categories,
                const std::vector<Picked>& picked) {
    const Input& input = rubric.inputs[base.slot];
    const Value& value = owner.slots[base.slot];
    switch (value.kind()) {
    case feel::Kind::number:
        add_number(levers, std::move(base), rubric, owner, input);
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
            RecordLevers{levers, base, rubric, owner, value.items()}.run(picked);
        }
        break;
    default:
        break; // an optional fact that is absent
    }
}

/// What each unit can change of a slot that is made of all units'.
void add_units(std::vector<Lever>& levers, const Lever& base,
               const document::CompiledRubric& rubric, const document::LoadedFacts& facts,
               const std::vector<Picked>& picked) {
    const bool zh = rubric.rubric.language == Language::zh;
    std::size_t first = 0;
    for (std::size_t i = 0; i < facts.units->size() && i < most_units; ++i) {
        const document::LoadedFacts& unit = (*facts.units)[i];
        const Value& value = unit.slots[base.slot];
        Lever lever = base;
        lever.part = i;
        lever.first = first;
        first += value.is_list() ? value.items().size() : 0;
        if (i > 0) {
            lever.path = "units[" + std::to_string(i) + "]." + base.path;
            lever.label = unit.subject_name + (zh ? "：" : ": ") + base.label;
        } else {
            lever.label += zh ? "（本级）" : " (own)";
        }
        lever.by_any = rubric.inputs[base.slot].aggregate == document::Aggregate::any;
        if (value.is_number()) {
            const auto share = share_of(rubric, facts, base.slot, i);
            if (!share || share->is_zero()) {
                continue;
            }
            lever.share = *share;
        }
        add_levers(levers, std::move(lever), rubric, unit, {}, picked);
    }
}

} // namespace

std::vector<Lever> levers_of(const document::CompiledRubric& rubric,
                             const document::LoadedFacts& facts, feel::SlotId slot,
                             const std::vector<std::string>& categories,
                             const std::vector<Picked>& picked) {
    Lever base;
    base.slot = slot;
    base.path = rubric.inputs[slot].path;
    base.label = rubric.inputs[slot].name();
    std::vector<Lever> levers;
    if (facts.units && document::is_aggregated(rubric.inputs[slot])) {
        add_units(levers, base, rubric, facts, picked);
    } else {
        add_levers(levers, std::move(base), rubric, facts, categories, picked);
    }
    return levers;
}

std::vector<Lever> weights_of(const document::CompiledRubric& rubric,
                              const document::LoadedFacts& facts, feel::SlotId slot) {
    std::vector<Lever> levers;
    const Input& input = rubric.inputs[slot];
    if (!facts.units || input.aggregate != document::Aggregate::mean) {
        return levers;
    }
    const feel::SlotId weight = *input.weight;
    Lever::Weight all{.stated = weight};
    for (const document::LoadedFacts& unit : *facts.units) {
        if (unit.slots[slot].is_number() && unit.slots[weight].is_number()) {
            const Ratio& own = unit.slots[weight].number();
            all.other_weights = all.other_weights + own;
            all.other_sum = all.other_sum + own * unit.slots[slot].number();
        }
    }
    Lever base;
    base.slot = weight;
    base.path = rubric.inputs[weight].path;
    base.label = rubric.inputs[weight].name();
    add_units(levers, base, rubric, facts, {});
    std::erase_if(levers, [&](const Lever& lever) {
        const document::LoadedFacts& unit = owner_of(lever, facts);
        return lever.kind != Kind::number || !unit.slots[slot].is_number();
    });
    for (Lever& lever : levers) {
        const document::LoadedFacts& unit = owner_of(lever, facts);
        const Ratio& own = unit.slots[weight].number();
        lever.slot = slot;
        lever.whole = false;
        lever.weighs = all;
        lever.weighs->value = unit.slots[slot].number();
        lever.weighs->other_weights = all.other_weights - own;
        lever.weighs->other_sum = all.other_sum - own * lever.weighs->value;
        const Ratio step = value_at(lever, 1) - value_at(lever, 0);
        const bool alone = lever.weighs->other_weights.is_zero(); // it can't be 0 then
        const Ratio room = alone ? own - step : own;
        lever.lowest = std::max(lever.lowest, -steps_within(max(room, Ratio{}), step));
    }
    return levers;
}

bool levers_cover(const document::CompiledRubric& rubric, const document::LoadedFacts& facts,
                  feel::SlotId slot) {
    const Input& input = rubric.inputs[slot];
    const bool joined = facts.units && document::is_aggregated(input);
    if (joined && facts.units->size() > most_units) {
        return false;
    }
    const Value& value = facts.slots[slot];
    if (!value.is_list() || input.of_targets) {
        return true;
    }
    const bool has_numbers = std::any_of(input.of.begin(), input.of.end(), [](const Input& field) {
        return field.type != InputType::boolean && field.type != InputType::text;
    });
    return !has_numbers || value.items().size() <= most_records;
}

const document::LoadedFacts& owner_of(const Lever& lever, const document::LoadedFacts& facts) {
    return lever.part ? (*facts.units)[*lever.part] : facts;
}

std::vector<Lever> levers_of_row(const document::CompiledRubric& rubric,
                                 const document::LoadedFacts& facts, std::size_t row) {
    const auto place = place_of_row(rubric, facts, row);
    if (!place) {
        return {};
    }
    const TargetRow& target = facts.rows[row];
    Lever base;
    base.slot = place->slot;
    base.row = row;
    base.record = place->index;
    find_part(base, facts);
    const std::size_t nth = place->index - base.first;
    const auto record = element(owner_of(base, facts).places[place->slot], nth);
    base.path = (base.part.value_or(0) > 0 ? "units[" + std::to_string(*base.part) + "]." : "") +
                rubric.inputs[place->slot].path + '[' + std::to_string(nth + 1) + "].";
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

Ratio slot_at(const Lever& lever, const document::LoadedFacts& facts, std::int64_t steps) {
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

std::string text_at(const Lever& lever, const document::LoadedFacts& facts, std::int64_t steps) {
    const Value& value = owner_of(lever, facts).slots[lever.slot];
    switch (lever.kind) {
    case Kind::flip:
        return value.is_true() == (steps == 0) ? "true" : "false";
    case Kind::choice:
        return steps == 0 ? value.text() : lever.choices[static_cast<std::size_t>(steps - 1)];
    case Kind::date:
    case Kind::record_date:
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

} // namespace heng::what_if
