// SPDX-License-Identifier: Apache-2.0
#include "document/fact_words.hpp"
#include "document/target_record.hpp"
#include "scoring/messages.hpp"
#include "scoring/null_element.hpp"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

namespace heng::detail::scoring {
namespace {

using document::Input;
using feel::Value;

constexpr std::size_t most_lists = 4;

const Input* field_of(const Input& list, std::string_view key) {
    const auto found = std::find_if(list.of.begin(), list.of.end(),
                                    [key](const Input& field) { return field.path == key; });
    return found == list.of.end() ? nullptr : &*found;
}

Value sample_of_field(const Input& list, std::string_view key) {
    const Input* const field = field_of(list, key);
    return field != nullptr  ? sample_of(*field)
           : key == "level"  ? Value::text("met")
           : list.of_targets ? Value::number(Ratio{1})
                             : Value{};
}

/// A list of one record that lacks nothing.
Value one_record(const Input& list) {
    if (list.of_targets) {
        TargetRow row;
        row.points = Decimal{1};
        row.numbers.target = row.numbers.actual = Ratio{1};
        row.numbers.rate = Ratio{1};
        return Value::list({document::target_context(row, 0)});
    }
    std::vector<feel::Field> fields;
    for (const Input& field : list.of) {
        fields.push_back({field.path, sample_of(field)});
    }
    return Value::list({Value::context(std::move(fields))});
}

/// The list with a value in the place of each null that its records have in a field, from `first`.
Value filled(const Value& list, std::string_view key, const Value& sample, std::size_t first) {
    std::vector<Value> records = list.items();
    for (std::size_t i = first; i < records.size(); ++i) {
        const Value* const value = records[i].is_context() ? records[i].find(key) : nullptr;
        if (value != nullptr && value->is_null()) {
            std::vector<feel::Field> fields = records[i].fields();
            for (feel::Field& field : fields) {
                field.value = field.name == key ? sample : std::move(field.value);
            }
            records[i] = Value::context(std::move(fields));
        }
    }
    return Value::list(std::move(records));
}

/// The fields that some record has null, in the order of the first that has any.
std::vector<std::string> null_fields(const Value& list) {
    std::vector<std::string> keys;
    for (const Value& record : list.items()) {
        for (const feel::Field& field :
             record.is_context() ? record.fields() : std::vector<feel::Field>{}) {
            if (field.value.is_null() &&
                std::find(keys.begin(), keys.end(), field.name) == keys.end()) {
                keys.push_back(field.name);
            }
        }
    }
    return keys;
}

} // namespace

Value sample_of(const Input& input) {
    switch (input.type) {
    case document::InputType::boolean:
        return Value::boolean(true);
    case document::InputType::text:
        return Value::text("");
    case document::InputType::date:
        return Value::date(0);
    case document::InputType::list:
        return Value::list({});
    default:
        return Value::number(input.minimum ? Ratio{*input.minimum} + Ratio{1} : Ratio{1});
    }
}

std::optional<NullElement>
find_null_element(const document::CompiledRubric& rubric, const facts::LoadedFacts& facts,
                  std::span<const feel::SlotId> reads,
                  const std::function<bool(feel::SlotId, const Value&)>& has_value) {
    std::size_t lists = 0;
    for (const feel::SlotId slot : reads) {
        const Value& list = facts.slots[slot];
        if (!list.is_list() || ++lists > most_lists) {
            continue;
        }
        const Input& input = rubric.inputs[slot];
        if (list.items().empty()) {
            if (has_value(slot, one_record(input))) {
                return NullElement{slot, {}, {}};
            }
            continue;
        }
        for (std::string& key : null_fields(list)) {
            const Value sample = sample_of_field(input, key);
            const auto helps = [&](std::size_t first) {
                return has_value(slot, filled(list, key, sample, first));
            };
            if (!helps(0)) {
                continue;
            }
            std::size_t guilty = 0; // filled from here on there is a value
            for (std::size_t end = list.items().size(); guilty + 1 < end;) {
                const std::size_t middle = guilty + (end - guilty) / 2;
                (helps(middle) ? guilty : end) = middle;
            }
            return NullElement{slot, guilty, std::move(key)};
        }
    }
    return std::nullopt;
}

text::Words element_words(const document::CompiledRubric& rubric, const facts::LoadedFacts& facts,
                          const NullElement& element) {
    const Input& list = rubric.inputs[element.slot];
    if (!element.record) {
        return say::no_records(list.name());
    }
    const Input* const field = field_of(list, element.field);
    const Value* const title = facts.slots[element.slot].items()[*element.record].find("name");
    const text::Words label = field != nullptr  ? text::same(field->name())
                              : list.of_targets ? document::label_of_target(element.field)
                                                : text::same(element.field);
    return say::is_not_given(
        document::field_words(list.name(), *element.record, label,
                              title != nullptr && title->is_text() ? title->text() : ""));
}

} // namespace heng::detail::scoring
