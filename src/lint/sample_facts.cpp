// SPDX-License-Identifier: Apache-2.0
#include "base/json/no_limits.hpp"
#include "base/json/writer.hpp"
#include "document/domains.hpp"
#include "document/target_record.hpp"
#include "feel/calendar.hpp"
#include "feel/session.hpp"
#include "lint/sample_facts.hpp"
#include "rule/kind.hpp"
#include "whatif/candidates.hpp"

#include <heng/rubric/tree.hpp>

#include <algorithm>
#include <initializer_list>
#include <map>
#include <memory>
#include <utility>

namespace heng::detail::lint {
namespace {

using document::Input;
using document::InputType;
using feel::Abstract;
using feel::Value;
using json::JsonWriter;

constexpr std::size_t most_candidates = 32;
constexpr std::int64_t new_year_2024 = 19'723;

/// 0, 1, 2 …, the ends of the domain and what is beside them, and numbers near those of interest.
void add_numbers(whatif::Candidates& found, std::span<const Value> near) {
    const auto add = [&found](std::initializer_list<std::int64_t> more) {
        for (const std::int64_t number : more) {
            found.value(Value::number(Ratio{number}));
        }
    };
    const auto around = [&found](const Ratio& number) {
        if (number.big_bits() == 0) {
            found.around(number);
        }
    };
    add({0, 1, 2});
    for (const Interval& part : found.domain().numbers.parts()) {
        for (const auto& end : {part.low, part.high}) {
            if (end) {
                around(*end);
            }
        }
    }
    add({10, -1, 3, 100});
    for (const Value& value : near) {
        if (value.is_number()) {
            around(value.number());
            found.value(Value::number(value.number() * Ratio{10}));
            found.value(Value::number(value.number() * Ratio{100}));
        }
    }
    add({4, 5, -2, 1'000});
}

std::vector<Value> numbers(const Abstract& domain, std::span<const Value> near) {
    whatif::Candidates found{domain, most_candidates};
    add_numbers(found, near);
    return found.take();
}

/// The JSON of a value that was read for an input.
void write(JsonWriter& json, const Value& value, const Input& input);

void write_record(JsonWriter& json, const Value& record, const Input& list) {
    json.begin_object();
    for (const Input& field : list.of) {
        if (const Value* value = record.find(field.path); value != nullptr && !value->is_null()) {
            json.key(field.path);
            write(json, *value, field);
        }
    }
    json.end_object();
}

void write_target(JsonWriter& json, const Value& record) {
    json.begin_object();
    for (const std::string_view key : {"name", "direction"}) {
        json.member(key, record.find(key)->text());
    }
    for (const std::string_view key : {"points", "target", "actual"}) {
        if (const Value* value = record.find(key); value->is_number()) {
            json.member(key, value->number().to_string());
        }
    }
    json.end_object();
}

void write(JsonWriter& json, const Value& value, const Input& input) {
    switch (value.kind()) {
    case feel::Kind::number:
        json.text(value.number().to_string());
        break;
    case feel::Kind::boolean:
        json.boolean(value.is_true());
        break;
    case feel::Kind::text:
        json.text(value.text());
        break;
    case feel::Kind::date:
        json.text(feel::date_text(value.date_days()));
        break;
    case feel::Kind::list:
        json.begin_array();
        for (const Value& item : value.items()) {
            if (input.of_targets) {
                write_target(json, item);
            } else {
                write_record(json, item, input);
            }
        }
        json.end_array();
        break;
    default:
        json.null();
        break;
    }
}

/// The groups of dotted paths.
struct Group {
    std::map<std::string, std::unique_ptr<Group>> groups{};
    std::map<std::string, std::size_t> leaves{};

    void add(std::string_view path, std::size_t slot) {
        const std::size_t dot = path.find('.');
        if (dot == std::string_view::npos) {
            leaves.emplace(path, slot);
            return;
        }
        auto& below = groups[std::string{path.substr(0, dot)}];
        if (!below) {
            below = std::make_unique<Group>();
        }
        below->add(path.substr(dot + 1), slot);
    }

    void write_to(JsonWriter& json, std::span<const Value> slots,
                  const std::vector<Input>& inputs) const {
        json.begin_object();
        for (const auto& [key, group] : groups) {
            json.key(key);
            group->write_to(json, slots, inputs);
        }
        for (const auto& [key, slot] : leaves) {
            json.key(key);
            write(json, slots[slot], inputs[slot]);
        }
        json.end_object();
    }
};

std::vector<const Indicator*> assessed_leaves(const Rubric& rubric) {
    std::vector<const Indicator*> leaves;
    for (const PlacedIndicator& each : IndicatorTree{rubric.indicators}) {
        if (assessed_range(each->rule)) {
            leaves.push_back(each.indicator);
        }
    }
    return leaves;
}

/// The leaf whose target records a list is.
const Indicator* targets_of(const document::CompiledRubric& compiled, feel::SlotId slot) {
    for (const PlacedIndicator& each : IndicatorTree{compiled.rubric.indicators}) {
        if (std::holds_alternative<Targets>(each->rule)) {
            const auto read = compiled.program.static_reads(compiled.expression(*each->measure).id);
            if (std::find(read.begin(), read.end(), slot) != read.end()) {
                return each.indicator;
            }
        }
    }
    return nullptr;
}

/// The list of this row alone, which is the one with this index.
Value list_of_row(const TargetRow& row, std::size_t index) {
    return Value::list({document::target_context(row, index)});
}

} // namespace

SampleFacts::SampleFacts(const document::CompiledRubric& compiled, const json::JsonDocument& json)
    : compiled_{compiled}, base_{json} {
    base_.places.resize(compiled.inputs.size());
    for (const Indicator* leaf : assessed_leaves(compiled.rubric)) {
        base_.assessed.emplace(leaf->id,
                               facts::GivenAssessment{{Decimal{}, "-"}, json.root(), true});
    }
    for (feel::SlotId slot = 0; slot < compiled.inputs.size(); ++slot) {
        ordinary_.push_back(ordinary_value(compiled.inputs[slot], slot));
    }
}

Value SampleFacts::ordinary_value(const Input& input, feel::SlotId slot) const {
    if (input.type == InputType::list) {
        return input.of_targets ? list_of_row(target_row(slot), 0) : records(input, {}).front();
    }
    const Abstract domain = domain_of(input);
    if (input.optional) {
        return input.fallback.value_or(Value{});
    }
    if (!domain.numbers.empty()) {
        const Value one = Value::number(Ratio{1});
        return domain.contains(one) ? one : numbers(domain, {}).front();
    }
    return input.type == InputType::boolean ? Value::boolean(true)
           : input.type == InputType::date  ? Value::date(new_year_2024)
                                            : Value::text("-");
}

TargetRow SampleFacts::target_row(feel::SlotId slot) const {
    const Indicator* leaf = targets_of(compiled_, slot);
    TargetRow row;
    row.name = "-";
    row.target_text = row.actual_text = "1";
    row.points = leaf == nullptr ? Decimal{1} : leaf->points;
    row.numbers.target = row.numbers.actual = Ratio{1};
    return row;
}

/// Lists of one record, of none, and of two; the records differ in one field each.
std::vector<Value> SampleFacts::records(const Input& list, std::span<const Value> near) const {
    std::vector<feel::Field> plain;
    for (const Input& field : list.of) {
        Value value = field.type == InputType::list
                          ? Value::list({})
                          : ordinary_value(field, static_cast<feel::SlotId>(-1));
        plain.push_back({field.path, std::move(value)});
    }
    std::vector<Value> lists{Value::list({Value::context(plain)}), Value::list({})};
    for (std::size_t i = 0; i < list.of.size() && lists.size() < most_candidates; ++i) {
        if (list.of[i].type == InputType::list) {
            continue;
        }
        const Abstract domain = domain_of(list.of[i]);
        std::vector<Value> values =
            domain.numbers.empty() ? std::vector{Value::boolean(false)} : numbers(domain, near);
        if (domain.may_be_null()) {
            values.emplace_back();
        }
        for (std::size_t j = 0; j < values.size() && j < 6; ++j) {
            std::vector<feel::Field> changed = plain;
            if (domain.contains(values[j])) {
                changed[i].value = values[j];
                lists.push_back(Value::list({Value::context(changed)}));
                lists.push_back(Value::list({Value::context(plain), Value::context(changed)}));
            }
        }
    }
    return lists;
}

std::vector<Value> SampleFacts::candidates(feel::SlotId slot, const Abstract& domain,
                                           std::span<const Value> near) const {
    const Input& input = compiled_.inputs[slot];
    whatif::Candidates found{domain, most_candidates};
    if (input.type <= InputType::count) {
        add_numbers(found, near);
    } else {
        found.value(ordinary_[slot]);
        if (input.type == InputType::list) {
            for (Value& list :
                 input.of_targets ? std::vector{Value::list({})} : records(input, near)) {
                found.value(std::move(list));
            }
        }
        found.others(input.type, near);
    }
    if (input.optional && !input.fallback) {
        found.value({});
    }
    return found.take();
}

facts::LoadedFacts SampleFacts::facts(std::span<const Value> slots) const {
    facts::LoadedFacts facts = base_;
    facts.slots.assign(slots.begin(), slots.end());
    for (feel::SlotId slot = 0; slot < slots.size(); ++slot) {
        const bool rows = compiled_.inputs[slot].of_targets && slots[slot].is_list();
        if (rows && !slots[slot].items().empty()) {
            facts.rows.push_back(target_row(slot));
            facts.slots[slot] = list_of_row(facts.rows.back(), facts.rows.size() - 1);
        }
    }
    return facts;
}

/// The least that a person can give; none where the band that holds has one score.
std::optional<std::string> SampleFacts::assessed(const Indicator& leaf,
                                                 std::span<const Value> slots) const {
    const auto in_band = rule::kind_of(leaf.rule).assessed;
    if (in_band == nullptr) {
        return "0";
    }
    const facts::LoadedFacts sample = facts(slots);
    feel::Session session{compiled_.program, sample.slots, {}};
    const Value measure = session.evaluate(compiled_.expression(*leaf.measure).id);
    const auto range = measure.is_number() ? in_band(leaf.rule, feel::Numbers::at(measure.number()))
                                           : std::nullopt;
    return range ? std::optional{range->least.to_string()} : std::nullopt;
}

json::JsonDocument SampleFacts::document(std::span<const Value> slots) const {
    JsonWriter json{JsonWriter::Style::compact, JsonWriter::Keep::tree};
    json.begin_object().member("heng", "facts/1");
    if (compiled_.unit) {
        json.member("unit", name(*compiled_.unit));
    }
    Group data;
    for (std::size_t slot = 0; slot < slots.size(); ++slot) {
        if (!slots[slot].is_null()) {
            data.add(compiled_.inputs[slot].path, slot);
        }
    }
    json.key("data");
    data.write_to(json, slots, compiled_.inputs);
    std::vector<std::pair<const Indicator*, std::string>> given;
    for (const Indicator* leaf : assessed_leaves(compiled_.rubric)) {
        if (auto score = assessed(*leaf, slots)) {
            given.emplace_back(leaf, *std::move(score));
        }
    }
    if (!given.empty()) {
        json.key("assessed").begin_object();
        for (const auto& [leaf, score] : given) {
            json.key(leaf->id).begin_object();
            json.member("score", score).member("reason", "-").end_object();
        }
        json.end_object();
    }
    return json.end_object().document(json::no_limits()).value(); // names are UTF-8
}

} // namespace heng::detail::lint
