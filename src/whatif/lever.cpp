// SPDX-License-Identifier: Apache-2.0
#include "document/domains.hpp"
#include "document/target_record.hpp"
#include "feel/calendar.hpp"
#include "whatif/lever_parts.hpp"

#include <algorithm>
#include <utility>

namespace heng::detail::whatif {
namespace {

using document::Input;
using document::InputType;
using feel::Value;
using json::Json;
using json::JsonKind;
using Kind = Lever::Kind;

constexpr std::size_t most_fields = 8;   ///< of records, that are looked at
constexpr std::size_t most_records = 24; ///< whose fields are changed one by one
constexpr std::size_t most_units = 16;   ///< whose facts are

/// The unit that the document states its money in; none where it names none.
std::optional<MoneyUnit> unit_of(const facts::LoadedFacts& facts) {
    const auto own = facts.about().find("unit");
    const auto written = own ? own : facts.json.root().find("unit");
    return written ? money_unit_from(written->text()) : std::nullopt;
}

/// The text that the document writes for it; an optional fact that is absent, its default as it
/// would be written, one of whose units is `factor`.
std::optional<std::pair<Decimal, bool>> written_number(const facts::LoadedFacts& facts,
                                                       feel::SlotId slot, const Input& input,
                                                       const Ratio& factor) {
    if (facts.places[slot]) {
        return digits_of(facts.places[slot]->text());
    }
    const auto value = (facts.slots[slot].number() / factor).exact_decimal();
    if (!value) {
        return std::nullopt;
    }
    const bool percent = input.type == InputType::percent;
    return std::pair{percent ? (*value * Decimal{100}).shortest() : value->shortest(), percent};
}

/// The value in the slot for one of the document's units of money, and the name of that unit.
void take_unit(Lever& lever, const document::CompiledRubric& rubric,
               const facts::LoadedFacts& facts, const Input& input) {
    if (input.type == InputType::money) {
        const MoneyUnit to = rubric.unit.value_or(MoneyUnit::wan_yuan);
        const MoneyUnit from = unit_of(facts).value_or(to);
        lever.factor = convert(Ratio{1}, from, rubric.unit.value_or(from));
        lever.unit = name(from);
    }
}

/// The range that a declaration allows. `lever` has the number as it is written, and its unit.
void declare(Lever& lever, const Input& input) {
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
                const facts::LoadedFacts& facts, const Input& input) {
    const bool given = facts.places[lever.slot].has_value();
    if (!given && input.type == InputType::money && rubric.unit && !unit_of(facts)) {
        return; // an amount without a unit is refused
    }
    take_unit(lever, rubric, facts, input);
    const auto written = written_number(facts, lever.slot, input, lever.factor);
    if (!written) {
        return;
    }
    lever.kind = Kind::number;
    lever.written = written->first;
    lever.in_percent = written->second;
    declare(lever, input);
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
                 const document::CompiledRubric& rubric, const facts::LoadedFacts& owner,
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
        lever.label += zh_ ? "中满足“" + picked.condition + "”的记录" : " with " + picked.condition;
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
            bound_days(lever, value->date_days());
        } else if (const auto written = digits_of(place.text())) {
            lever.kind = Kind::record_number;
            lever.written = written->first;
            lever.in_percent = written->second;
            take_unit(lever, rubric_, owner_, field);
            declare(lever, field);
        } else {
            return false;
        }
        levers_.push_back(std::move(lever));
        return true;
    }

    std::vector<Lever>& levers_;
    const Lever& base_;
    const document::CompiledRubric& rubric_;
    const facts::LoadedFacts& owner_;
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
    bound_days(lever, day);
    levers.push_back(std::move(lever));
}

/// How far the slot of a mean or sum moves for each one that the unit's own number moves; none
/// where that can't be said alone.
std::optional<Ratio> share_of(const document::CompiledRubric& rubric,
                              const facts::LoadedFacts& facts, feel::SlotId slot,
                              std::size_t unit) {
    const Input& input = rubric.inputs[slot];
    if (input.aggregate != document::Aggregate::mean) {
        return Ratio{1};
    }
    Ratio weights;
    for (const facts::LoadedFacts& each : *facts.units) {
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

/// The levers by which one document changes a slot; `base` says whose it is.
void add_levers(std::vector<Lever>& levers, Lever base, const document::CompiledRubric& rubric,
                const facts::LoadedFacts& owner, const std::vector<std::string>& categories,
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

/// The levers by which each unit changes a slot that is made of all units'.
void add_units(std::vector<Lever>& levers, const Lever& base,
               const document::CompiledRubric& rubric, const facts::LoadedFacts& facts,
               const std::vector<Picked>& picked) {
    const bool zh = rubric.rubric.language == Language::zh;
    std::size_t first = 0;
    for (std::size_t i = 0; i < facts.units->size() && i < most_units; ++i) {
        const facts::LoadedFacts& unit = (*facts.units)[i];
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
                             const facts::LoadedFacts& facts, feel::SlotId slot,
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
                              const facts::LoadedFacts& facts, feel::SlotId slot) {
    std::vector<Lever> levers;
    const Input& input = rubric.inputs[slot];
    if (!facts.units || input.aggregate != document::Aggregate::mean) {
        return levers;
    }
    const feel::SlotId weight = *input.weight;
    Lever::Weight all{.stated = weight};
    for (const facts::LoadedFacts& unit : *facts.units) {
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
        const facts::LoadedFacts& unit = owner_of(lever, facts);
        return lever.kind != Kind::number || !unit.slots[slot].is_number();
    });
    for (Lever& lever : levers) {
        const facts::LoadedFacts& unit = owner_of(lever, facts);
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

bool levers_cover(const document::CompiledRubric& rubric, const facts::LoadedFacts& facts,
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

const facts::LoadedFacts& owner_of(const Lever& lever, const facts::LoadedFacts& facts) {
    return lever.part ? (*facts.units)[*lever.part] : facts;
}

} // namespace heng::detail::whatif
