// SPDX-License-Identifier: Apache-2.0
//
// Built-in functions of contexts: reading, building, changing them. Source: DMN 1.5, table 79.
//
//     context put({a: 1, b: {c: 2}}, ["b", "c"], 3)     // {a: 1, b: {c: 3}}
#include "feel/call.hpp"
#include "feel/operate.hpp"

#include <span>
#include <utility>
#include <vector>

namespace heng::detail::feel {

namespace {

/// A context of a list of {key, value}, or of one.
Value context_of_entries(const Value& operand, Budget& budget) {
    const Value single = operand.is_context() ? Value::list({operand}) : operand;
    if (!single.is_list()) {
        return null_from(single);
    }
    const auto count = static_cast<std::int64_t>(single.items().size());
    if (!budget.steps(count * count / 8)) {
        return Value::null(NullCause::limit);
    }
    std::vector<Field> fields;
    for (const Value& item : single.items()) {
        const Value* key = item.is_context() ? item.find("key") : nullptr;
        const Value* value = item.is_context() ? item.find("value") : nullptr;
        if (key == nullptr || value == nullptr || !key->is_text()) {
            return Value::null(NullCause::wrong_type);
        }
        for (const Field& field : fields) {
            if (field.name == key->text()) {
                return Value::null(NullCause::out_of_range);
            }
        }
        fields.push_back({key->text(), *value});
    }
    return context_of(std::move(fields), budget);
}

/// The fields with the entry replaced where it stands, or added at the end.
void put(std::vector<Field>& fields, const std::string& key, Value value) {
    for (Field& field : fields) {
        if (field.name == key) {
            field.value = std::move(value);
            return;
        }
    }
    fields.push_back({key, std::move(value)});
}

/// The entry at the end of the keys, in contexts inside one another which all have to be there.
Value put_along(const Value& context, std::span<const Value> keys, const Value& value,
                Budget& budget) {
    if (!context.is_context()) {
        return null_from(context);
    }
    if (!keys.front().is_text()) {
        return null_from(keys.front());
    }
    if (!budget.elements(context.fields().size())) {
        return Value::null(NullCause::limit);
    }
    const std::string& key = keys.front().text();
    Value entry = value;
    if (keys.size() > 1) {
        const Value* inner = context.find(key);
        if (inner == nullptr) {
            return Value::null(NullCause::missing_field);
        }
        entry = put_along(*inner, keys.subspan(1), value, budget);
        if (!entry.is_context()) {
            return entry;
        }
    }
    std::vector<Field> fields = context.fields();
    put(fields, key, std::move(entry));
    return context_of(std::move(fields), budget);
}

Value context_put(Function function, std::span<const Value> operands, Budget& budget) {
    const Value& keys = operands[1];
    if (function == Function::context_put_key || !keys.is_list()) {
        return put_along(operands[0], operands.subspan(1, 1), operands[2], budget);
    }
    if (keys.items().empty() || keys.items().size() > limits::value_depth) {
        return Value::null(NullCause::out_of_range);
    }
    return put_along(operands[0], keys.items(), operands[2], budget);
}

/// All entries of the contexts; of one name, the last.
Value merged(const Value& operand, Budget& budget) {
    const Value contexts = operand.is_context() ? Value::list({operand}) : operand;
    if (!contexts.is_list()) {
        return null_from(contexts);
    }
    std::vector<Field> fields;
    for (const Value& context : contexts.items()) {
        if (!context.is_context()) {
            return null_from(context);
        }
        const auto more = static_cast<std::int64_t>(context.fields().size());
        const auto count = static_cast<std::int64_t>(fields.size()) + more;
        if (!budget.steps(more * count / 8) || !budget.elements(context.fields().size())) {
            return Value::null(NullCause::limit);
        }
        for (const Field& field : context.fields()) {
            put(fields, field.name, field.value);
        }
    }
    return context_of(std::move(fields), budget);
}

} // namespace

Value call_context(Function function, std::span<const Value> operands, Budget& budget) {
    const Value& first = operands.front();
    if (function == Function::context) {
        return context_of_entries(first, budget);
    }
    if (function == Function::context_merge) {
        return merged(first, budget);
    }
    if (!first.is_context()) {
        return null_from(first);
    }
    if (function == Function::context_put || function == Function::context_put_key) {
        return context_put(function, operands, budget);
    }
    if (function == Function::get_value) {
        if (!operands[1].is_text()) {
            return null_from(operands[1]);
        }
        return member(first, operands[1].text(), budget);
    }
    std::vector<Value> entries;
    if (!budget.elements(first.fields().size())) {
        return Value::null(NullCause::limit);
    }
    for (const Field& field : first.fields()) {
        entries.push_back(
            Value::context({{"key", Value::text(field.name)}, {"value", field.value}}));
    }
    return list_of(std::move(entries), budget);
}

} // namespace heng::detail::feel
