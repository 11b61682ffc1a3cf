// SPDX-License-Identifier: Apache-2.0
#include "diff/fact_changes.hpp"
#include "diff/unit_changes.hpp"
#include "document/target_record.hpp"
#include "scoring/fact_text.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace heng::detail::diff {
namespace {

using document::CompiledRubric;
using document::Input;
using facts::LoadedFacts;
using feel::Field;
using feel::Kind;
using feel::SlotId;
using feel::Value;

/// Of more records that differ the list counts as one change.
constexpr std::size_t most_records = 20;

bool same_fields(const std::vector<Field>& a, const std::vector<Field>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Field& x, const Field& y) {
        return x.name == y.name && (x.name == document::row_entry || same(x.value, y.value));
    });
}

/// A record of targets as it is, but pointing to a row that stands `by` further on.
Value moved(const Value& value, std::size_t by) {
    if (value.is_list()) {
        std::vector<Value> items;
        items.reserve(value.items().size());
        for (const Value& item : value.items()) {
            items.push_back(moved(item, by));
        }
        return Value::list(std::move(items));
    }
    std::vector<Field> fields = value.fields();
    for (Field& field : fields) {
        if (field.name == document::row_entry) {
            field.value =
                Value::number(field.value.number() + Ratio{static_cast<std::int64_t>(by)});
        }
    }
    return Value::context(std::move(fields));
}

/// "" where there is none.
std::string text_of(const Value& value, const Input& input, const CompiledRubric& rubric) {
    return value.is_null() ? ""
                           : scoring::fact_text(value, input, rubric.unit, rubric.rubric.language);
}

/// The declaration of a record's field, of a plain number where the list is of targets.
Input field_of(const Input& list, const std::string& name) {
    for (const Input& field : list.of) {
        if (field.path == name) {
            return field;
        }
    }
    return {.path = name};
}

/// What a record has by this name; of a target record without a rule of its own, that of most.
Value entry_of(const Value& record, const std::string& name) {
    const Value* const value = record.find(name);
    return value != nullptr               ? *value
           : name == document::rule_entry ? Value::text("ratio")
                                          : Value{};
}

/// Where two records differ, as "actual 0.98" and "actual 0.97".
void describe(const CompiledRubric& rubric, const Input& list, const Value& from, const Value& to,
              Because& because) {
    std::vector<std::string> keys;
    for (const Value* const side : {&from, &to}) {
        for (const Field& each : side->fields()) {
            if (side == &from || from.find(each.name) == nullptr) {
                keys.push_back(each.name);
            }
        }
    }
    for (const std::string& name : keys) {
        const Value old = entry_of(from, name);
        const Value now = entry_of(to, name);
        if (name == document::row_entry || same(old, now)) {
            continue;
        }
        const Input field = field_of(list, name);
        const std::string lead =
            (because.from.empty() ? "" : ", ") + std::string{document::key_of_entry(name)} + ' ';
        because.from += lead + scoring::fact_text(old, field, rubric.unit, rubric.rubric.language);
        because.to += lead + scoring::fact_text(now, field, rubric.unit, rubric.rubric.language);
    }
}

} // namespace

bool same(const Value& a, const Value& b) {
    if (a.kind() != b.kind()) {
        return false;
    }
    switch (a.kind()) {
    case Kind::boolean:
        return a.is_true() == b.is_true();
    case Kind::number:
        return a.number() == b.number();
    case Kind::text:
        return a.text() == b.text();
    case Kind::date:
        return a.date_days() == b.date_days();
    case Kind::list:
        return std::equal(a.items().begin(), a.items().end(), b.items().begin(), b.items().end(),
                          same);
    case Kind::context:
        return same_fields(a.fields(), b.fields());
    default:
        return a.cause() == b.cause();
    }
}

FactChanges::FactChanges(const CompiledRubric& rubric, const LoadedFacts& from,
                         const LoadedFacts& to)
    : from_(from), to_(to) {
    from_.rows.insert(from_.rows.end(), to.rows.begin(), to.rows.end());
    for (SlotId slot = 0; slot < rubric.inputs.size(); ++slot) {
        for (const LoadedFacts* const side : {&from, &to}) {
            const Value& value = side->slots[slot];
            records_ += value.is_list() ? value.items().size() : 0;
        }
        compare_slot(rubric, slot);
    }
    compare_assessments();
    compare_units(rubric);
    index();
}

void FactChanges::index() {
    for (std::size_t i = 0; i < changes_.size(); ++i) {
        const FactChange& change = changes_[i];
        (change.units          ? by_units_
         : change.leaf.empty() ? by_slot_[change.slot]
                               : by_leaf_[change.leaf])
            .push_back(i);
    }
}

const std::vector<std::size_t>& FactChanges::of_slot(SlotId slot) const {
    static const std::vector<std::size_t> none;
    const auto found = by_slot_.find(slot);
    return found != by_slot_.end() ? found->second : none;
}

const std::vector<std::size_t>& FactChanges::of_leaf(const std::string& leaf) const {
    static const std::vector<std::size_t> none;
    const auto found = by_leaf_.find(leaf);
    return found != by_leaf_.end() ? found->second : none;
}

/// All units' facts count as one change, besides what they come to together.
void FactChanges::compare_units(const CompiledRubric& rubric) {
    if (units_differ(rubric, from_, to_)) {
        const auto count = [](const LoadedFacts& facts) {
            return std::to_string(facts.units ? facts.units->size() : 1);
        };
        changes_.push_back(
            {{CauseKind::fact, "units", "", count(from_), count(to_)}, 0, {}, {}, true});
    }
}

void FactChanges::compare_slot(const CompiledRubric& rubric, SlotId slot) {
    const Input& input = rubric.inputs[slot];
    Value& now = to_.slots[slot];
    const bool differs = !same(from_.slots[slot], now);
    if (input.of_targets && now.is_list()) {
        now = moved(now, from_.rows.size() - to_.rows.size());
    }
    if (!differs || compare_records(rubric, slot)) {
        return;
    }
    changes_.push_back({{CauseKind::fact, input.path, input.label,
                         text_of(from_.slots[slot], input, rubric), text_of(now, input, rubric)},
                        slot});
}

bool FactChanges::compare_records(const CompiledRubric& rubric, SlotId slot) {
    const Input& input = rubric.inputs[slot];
    const Value& from = from_.slots[slot];
    const Value& to = to_.slots[slot];
    if (!from.is_list() || !to.is_list() || from.items().size() != to.items().size()) {
        return false;
    }
    std::vector<FactChange> found;
    for (std::size_t i = 0; i < from.items().size() && found.size() <= most_records; ++i) {
        const Value& old = from.items()[i];
        const Value& now = to.items()[i];
        if (!same(old, now)) {
            const Value* const name = now.find("name");
            Because because{CauseKind::fact, input.path + '[' + std::to_string(i + 1) + ']',
                            name != nullptr && name->is_text() ? name->text() : input.label, "",
                            ""};
            describe(rubric, input, old, now, because);
            found.push_back({std::move(because), slot, i});
        }
    }
    if (found.size() > most_records) {
        return false;
    }
    changes_.insert(changes_.end(), found.begin(), found.end());
    return true;
}

void FactChanges::compare_assessments() {
    const auto text = [](const LoadedFacts& facts, const std::string& leaf) -> std::string {
        const auto found = facts.assessed.find(leaf);
        return found != facts.assessed.end() ? found->second.assessment.score.shortest().to_string()
                                             : "";
    };
    std::vector<std::string> leaves;
    for (const LoadedFacts* const facts : {&from_, &to_}) {
        for (const auto& [leaf, given] : facts->assessed) {
            leaves.push_back(leaf);
        }
    }
    std::sort(leaves.begin(), leaves.end());
    leaves.erase(std::unique(leaves.begin(), leaves.end()), leaves.end());
    for (const std::string& leaf : leaves) {
        const std::string from = text(from_, leaf);
        const std::string to = text(to_, leaf);
        if (from != to) {
            changes_.push_back({{CauseKind::assessment, leaf, "", from, to}, 0, {}, leaf});
        }
    }
}

std::size_t FactChanges::set(LoadedFacts& mixture, std::size_t index, bool made) const {
    const FactChange& change = changes_[index];
    const LoadedFacts& side = made ? to_ : from_;
    if (change.units) {
        mixture.units = side.units;
    } else if (!change.leaf.empty()) {
        const auto given = side.assessed.find(change.leaf);
        if (given == side.assessed.end()) {
            mixture.assessed.erase(change.leaf);
        } else {
            mixture.assessed.insert_or_assign(change.leaf, given->second);
        }
    } else if (change.record) {
        std::vector<Value> items = mixture.slots[change.slot].items();
        items[*change.record] = side.slots[change.slot].items()[*change.record];
        mixture.slots[change.slot] = Value::list(std::move(items));
        return mixture.slots[change.slot].items().size();
    } else {
        mixture.slots[change.slot] = side.slots[change.slot];
    }
    return 1;
}

void FactChanges::take_back(LoadedFacts& mixture, std::size_t index) const {
    const FactChange& change = changes_[index];
    if (change.record) {
        mixture.slots[change.slot] = from_.slots[change.slot];
    } else {
        set(mixture, index, false);
    }
}

LoadedFacts FactChanges::mixture(std::span<const std::size_t> made) const {
    LoadedFacts facts = from_;
    std::map<feel::SlotId, std::vector<Value>> lists;
    for (const std::size_t index : made) {
        const FactChange& change = changes_[index];
        if (change.units) {
            facts.units = to_.units;
        } else if (!change.leaf.empty()) {
            const auto given = to_.assessed.find(change.leaf);
            if (given == to_.assessed.end()) {
                facts.assessed.erase(change.leaf);
            } else {
                facts.assessed.insert_or_assign(change.leaf, given->second);
            }
        } else if (change.record) {
            auto list = lists.find(change.slot); // copied once, whatever changes in it
            if (list == lists.end()) {
                list = lists.emplace(change.slot, facts.slots[change.slot].items()).first;
            }
            list->second[*change.record] = to_.slots[change.slot].items()[*change.record];
        } else {
            facts.slots[change.slot] = to_.slots[change.slot];
        }
    }
    for (auto& [slot, items] : lists) {
        facts.slots[slot] = Value::list(std::move(items));
    }
    return facts;
}

} // namespace heng::detail::diff
