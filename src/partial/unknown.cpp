// SPDX-License-Identifier: Apache-2.0
#include "base/json/writer.hpp"
#include "document/domains.hpp"
#include "document/target_record.hpp"
#include "feel/bounds.hpp"
#include "feel/calendar.hpp"
#include "partial/unknown.hpp"
#include "rule/kind.hpp"

#include <heng/rubric/tree.hpp>

#include <map>
#include <optional>
#include <string>
#include <utility>

namespace heng::detail::partial {
namespace {

using document::CompiledRubric;
using document::domain_of;
using document::Input;
using facts::LoadedFacts;
using feel::Abstract;
using feel::Field;
using feel::Numbers;
using feel::Value;
using json::JsonWriter;

/// A row for those that a form does not show.
void add_row(LoadedFacts& facts, feel::SlotId slot, const Decimal& points, Language language) {
    TargetRow row;
    row.name = language == Language::zh ? "（未列出的指标）" : "(targets that are not listed)";
    row.points = points;
    row.target_text = "1";
    row.actual_text = "?";
    row.numbers.target = Ratio{1};
    facts.rows.push_back(row);
    std::vector<Value> records = facts.slots[slot].items();
    records.push_back(document::target_context(row, facts.rows.size() - 1, true));
    facts.slots[slot] = Value::list(std::move(records));
}

/// The scores that a person is yet to give: of bands those of the ones that can hold.
void assessments(const CompiledRubric& rubric, const LoadedFacts& facts,
                 std::vector<Unknown>& unknowns) {
    std::optional<feel::Bounds> bounds;
    for (const PlacedIndicator& leaf : IndicatorTree{rubric.rubric.indicators}) {
        auto range = assessed_range(leaf->rule);
        if (!range || facts.assessed.contains(leaf->id)) {
            continue;
        }
        if (const auto assessed = rule::kind_of(leaf->rule).assessed) {
            if (!bounds) {
                bounds.emplace(rubric.program, slots_of(rubric, facts, unknowns));
            }
            const feel::ExpressionId measure = rubric.expression(*leaf->measure).id;
            range = assessed(leaf->rule, bounds->evaluate(measure).numbers);
        }
        if (range) {
            Unknown unknown{Unknown::Kind::assessment, "assessed." + leaf->id, leaf->name};
            unknown.leaf = leaf.indicator;
            unknown.in_band = rule::kind_of(leaf->rule).assessed != nullptr;
            unknown.declared.minimum = range->least.value().exact_decimal();
            unknown.declared.maximum = range->most.value().exact_decimal();
            unknowns.push_back(std::move(unknown));
        }
    }
}

/// Tells which values of a target are unknown. False: it goes with the level.
bool describe(Unknown& unknown, const Value& record) {
    const std::string_view key = document::key_of_entry(unknown.field);
    unknown.label = record.find("name")->text();
    unknown.kind = key == "target"   ? Unknown::Kind::target
                   : key == "actual" ? Unknown::Kind::actual
                   : key == "level"  ? Unknown::Kind::level
                                     : Unknown::Kind::rate;
    if (key != unknown.field) {
        unknown.declared.type = document::InputType::date;
    }
    if (unknown.kind == Unknown::Kind::level) {
        unknown.alone = !record.find("rate")->is_missing();
        unknown.declared.type = document::InputType::text;
    }
    if (unknown.kind == Unknown::Kind::rate) {
        unknown.declared.minimum.emplace();
        unknown.declared.maximum.emplace(1);
        return !record.find("level")->is_missing();
    }
    return true;
}

/// Fields of the records of a list.
void fields(const Input& list, feel::SlotId slot, const Value& value,
            std::vector<Unknown>& unknowns) {
    for (std::size_t i = 0; i < value.items().size(); ++i) {
        const std::string where = list.path + '[' + std::to_string(i + 1) + "].";
        for (const Field& field : value.items()[i].fields()) {
            if (!field.value.is_missing()) {
                continue;
            }
            Unknown unknown{Unknown::Kind::field,
                            where + std::string{list.of_targets ? document::key_of_entry(field.name)
                                                                : field.name},
                            list.label,
                            slot,
                            i,
                            field.name};
            if (list.of_targets && !describe(unknown, value.items()[i])) {
                continue;
            }
            for (const Input& declared : list.of) {
                if (declared.path == field.name) {
                    unknown.declared = declared;
                    unknown.label = declared.label.empty() ? list.label : declared.label;
                }
            }
            unknowns.push_back(std::move(unknown));
        }
    }
}

/// A list of which fields of some records are unknown.
Abstract abstract_list(const Value& value, const Input& input) {
    Abstract element;
    for (const Value& item : value.items()) {
        std::vector<std::pair<std::string, Abstract>> entries;
        for (const Field& field : item.fields()) {
            Abstract entry = Abstract::of(field.value);
            if (field.value.is_missing() && input.of_targets) {
                const bool amount = field.name == "target" || field.name == "actual";
                entry = amount ? Abstract::number(Numbers::all()) : Abstract::any();
            } else if (field.value.is_missing()) {
                for (const Input& declared : input.of) {
                    entry = declared.path == field.name ? domain_of(declared) : entry;
                }
            }
            entries.emplace_back(field.name, std::move(entry));
        }
        element = element.joined(Abstract::record(std::move(entries)));
    }
    const auto size = static_cast<std::int64_t>(value.items().size());
    return Abstract::list_of(std::move(element), Numbers::at(Ratio{size}));
}

void write(JsonWriter& json, const Value& value) {
    switch (value.kind()) {
    case feel::Kind::boolean:
        json.boolean(value.is_true());
        break;
    case feel::Kind::number:
        json.text(value.number().to_string());
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
            write(json, item);
        }
        json.end_array();
        break;
    case feel::Kind::context:
        json.begin_object();
        for (const Field& field : value.fields()) {
            if (!field.value.is_null() && !field.name.starts_with(document::row_entry)) {
                write(json.key(field.name), field.value);
            }
        }
        json.end_object();
        break;
    default:
        json.null();
    }
}

bool is_in_record(const Unknown& unknown) {
    return unknown.kind != Unknown::Kind::input && unknown.kind != Unknown::Kind::assessment;
}

void set_row(Target& row, const Unknown& unknown, const Candidate& value) {
    const auto amount = [&] {
        return value.value.is_date() ? Ratio{value.value.date_days()} : value.value.number();
    };
    switch (unknown.kind) {
    case Unknown::Kind::target:
        row.target = amount();
        break;
    case Unknown::Kind::actual:
        row.actual = amount();
        break;
    case Unknown::Kind::rate:
        row.rate = value.value.number();
        break;
    default:
        row.level = value.rows.front().numbers.level;
        row.rate = unknown.alone ? row.rate : value.rows.front().numbers.rate;
    }
}

void set_field(LoadedFacts& facts, const Unknown& unknown, const Candidate& value,
               std::vector<Value>& items) {
    std::vector<Field> entries = items[unknown.record].fields();
    const bool with_rate = unknown.kind == Unknown::Kind::level && !unknown.alone;
    for (Field& field : entries) {
        if (field.name == unknown.field) {
            field.value = value.value;
        }
        if (with_rate && field.name == "rate") {
            field.value = Value::number(*value.rows.front().numbers.rate);
        }
        if (unknown.kind != Unknown::Kind::field && field.name == document::row_entry) {
            const auto row = static_cast<std::size_t>(*field.value.number().as_int64());
            set_row(facts.rows[row].numbers, unknown, value);
        }
    }
    items[unknown.record] = Value::context(std::move(entries));
}

} // namespace

void complete_cut_forms(const CompiledRubric& rubric, LoadedFacts& facts) {
    std::map<feel::SlotId, std::vector<Decimal>> scored_by; // the points of the leaves
    for (const PlacedIndicator& leaf : IndicatorTree{rubric.rubric.indicators}) {
        const auto* const rule = std::get_if<Targets>(&leaf->rule);
        const auto slot = rule != nullptr ? rubric.expression(*leaf->measure).input : std::nullopt;
        if (slot && rule->weights == Weights::points) {
            scored_by[*slot].push_back(rule->points);
        }
    }
    std::vector<int> readers(rubric.inputs.size());
    for (const document::Expression& each : rubric.expressions) {
        for (const feel::SlotId slot : rubric.program.static_reads(each.id)) {
            ++readers[slot];
        }
    }
    for (const auto& [slot, points] : scored_by) {
        const Value& list = facts.slots[slot];
        Decimal left = points.front();
        // what else reads the list could tell how many rows are missing
        bool known =
            list.is_list() && !list.items().empty() && points.size() == 1 && readers[slot] == 1;
        for (std::size_t i = 0; known && i < list.items().size(); ++i) {
            const Value* const row = list.items()[i].find(document::row_entry);
            const auto& own =
                facts.rows[static_cast<std::size_t>(*row->number().as_int64())].points;
            known = own.has_value();
            left = left - own.value_or(Decimal{});
        }
        if (known && left.sign() > 0) {
            add_row(facts, slot, left, rubric.rubric.language);
        }
    }
}

std::vector<Unknown> unknowns_of(const CompiledRubric& rubric, const LoadedFacts& facts) {
    std::vector<Unknown> unknowns;
    for (feel::SlotId slot = 0; slot < rubric.inputs.size(); ++slot) {
        const Input& input = rubric.inputs[slot];
        const Value& value = facts.slots[slot];
        if (value.is_missing()) {
            unknowns.push_back(
                {Unknown::Kind::input, input.path, input.label, slot, 0, {}, true, input});
        } else if (value.is_list()) {
            fields(input, slot, value, unknowns);
        }
    }
    assessments(rubric, facts, unknowns);
    return unknowns;
}

ReadByRubric::ReadByRubric(const CompiledRubric& rubric) : read_(rubric.inputs.size()) {
    for (const document::Expression& each : rubric.expressions) {
        for (const feel::SlotId slot : rubric.program.static_reads(each.id)) {
            read_[slot] = true;
        }
    }
}

std::vector<Abstract> slots_of(const CompiledRubric& rubric, const LoadedFacts& facts,
                               const std::vector<Unknown>& unknowns) {
    std::vector<Abstract> slots;
    for (feel::SlotId slot = 0; slot < rubric.inputs.size(); ++slot) {
        const Value& value = facts.slots[slot];
        slots.push_back(value.is_missing() ? domain_of(rubric.inputs[slot]) : Abstract::of(value));
    }
    std::optional<feel::SlotId> last; // the fields of one list stand together
    for (const Unknown& unknown : unknowns) {
        if (is_in_record(unknown) && last != unknown.slot) {
            last = unknown.slot;
            slots[unknown.slot] =
                abstract_list(facts.slots[unknown.slot], rubric.inputs[unknown.slot]);
        }
    }
    return slots;
}

void complete(LoadedFacts& facts, const Unknown& unknown, const Candidate& value) {
    if (unknown.kind == Unknown::Kind::assessment) {
        const auto score = value.value.number().exact_decimal();
        facts.assessed.insert_or_assign(
            unknown.leaf->id,
            facts::GivenAssessment{{score.value_or(Decimal{}), "", {}}, facts.json.root(), true});
        return;
    }
    Value& slot = facts.slots[unknown.slot];
    if (unknown.kind == Unknown::Kind::input) {
        slot = value.value;
        if (unknown.declared.of_targets) {
            std::vector<Value> records;
            for (const TargetRow& row : value.rows) {
                facts.rows.push_back(row);
                records.push_back(document::target_context(row, facts.rows.size() - 1));
            }
            slot = Value::list(std::move(records));
        }
        return;
    }
    std::vector<Value> items = slot.items();
    set_field(facts, unknown, value, items);
    slot = Value::list(std::move(items));
}

void complete(LoadedFacts& facts, const std::vector<Unknown>& unknowns,
              const std::vector<const Candidate*>& values) {
    std::vector<Value> items; // of the list that the last unknown fact stands in
    for (std::size_t i = 0; i < unknowns.size(); ++i) {
        const Unknown& unknown = unknowns[i];
        if (!is_in_record(unknown)) {
            complete(facts, unknown, *values[i]);
            continue;
        }
        if (items.empty()) {
            items = facts.slots[unknown.slot].items();
        }
        set_field(facts, unknown, *values[i], items);
        const bool last = i + 1 == unknowns.size() || !is_in_record(unknowns[i + 1]) ||
                          unknowns[i + 1].slot != unknown.slot;
        if (last) {
            facts.slots[unknown.slot] = Value::list(std::move(items));
            items.clear();
        }
    }
}

std::size_t records_of(const LoadedFacts& facts) {
    std::size_t records = 0;
    for (const Value& value : facts.slots) {
        records += value.is_list() ? value.items().size() : 0;
    }
    return records;
}

std::int64_t steps_of_copy(const facts::LoadedFacts& facts) {
    constexpr std::size_t slots_a_step = 4;
    constexpr std::size_t of_row = 4; // a row or an assessment, with its texts
    return static_cast<std::int64_t>(facts.slots.size() / slots_a_step +
                                     of_row * (facts.rows.size() + facts.assessed.size()));
}

std::string text_of(const Candidate& candidate) {
    if (candidate.rows.empty() && !candidate.value.is_list()) {
        switch (candidate.value.kind()) {
        case feel::Kind::boolean:
            return candidate.value.is_true() ? "true" : "false";
        case feel::Kind::text:
            return candidate.value.text();
        case feel::Kind::date:
            return feel::date_text(candidate.value.date_days());
        default:
            return candidate.value.number().to_string();
        }
    }
    JsonWriter json{JsonWriter::Style::compact};
    if (candidate.rows.empty()) {
        write(json, candidate.value);
        return json.take();
    }
    std::vector<Value> records;
    for (const TargetRow& row : candidate.rows) {
        records.push_back(document::target_context(row, 0));
    }
    write(json, Value::list(std::move(records)));
    return json.take();
}

} // namespace heng::detail::partial
