// SPDX-License-Identifier: Apache-2.0
//
// Facts that were read with care, as the rows that the kernel scores.
//
//     detail::kernel::FactRows rows{kernel->layout()};
//     add_loaded(facts.loaded(), rubric.compiled(), kernel->layout(), rows);
#pragma once

#include "batch/kernel/facts.hpp"
#include "document/compiled_rubric.hpp"
#include "document/target_record.hpp"
#include "facts/loaded_facts.hpp"

#include <cstdint>
#include <optional>

namespace heng::test {

struct PlainNumber {
    std::int64_t coefficient = 0;
    int scale = 0;
};

/// The number as the kernel has it, where its places and digits are few enough.
inline std::optional<PlainNumber> plain_number(const Ratio& number) {
    const auto decimal = number.decimal_within(detail::kernel::most_places);
    const Decimal shortest = decimal.value_or(Decimal{}).shortest();
    const auto units = decimal ? shortest.small_coefficient() : std::nullopt;
    return units ? std::optional{PlainNumber{*units, shortest.scale()}} : std::nullopt;
}

inline std::optional<PlainNumber> plain_value(const detail::feel::Value& value,
                                              const detail::kernel::Texts& texts) {
    if (value.is_number()) {
        return plain_number(value.number());
    }
    if (value.is_boolean()) {
        return PlainNumber{value.is_true() ? 1 : 0};
    }
    if (value.is_date()) {
        return PlainNumber{value.date_days()};
    }
    return value.is_text() ? std::optional{PlainNumber{texts.index_of(value.text())}}
                           : std::nullopt;
}

/// Whether all of its numbers fit.
inline bool add_target(const TargetRow& row, const detail::kernel::Texts& texts,
                       detail::kernel::ListRows& list) {
    const Target& numbers = row.numbers;
    const auto target = plain_number(numbers.target);
    const auto actual = plain_number(numbers.actual);
    const auto points = plain_number(Ratio{row.points.value_or(Decimal{})});
    const auto rate = plain_number(numbers.rate.value_or(Ratio{}));
    detail::kernel::TargetFact& fact = list.add_target();
    if (!target || !actual || !points || !rate) {
        return false;
    }
    fact.target = target->coefficient;
    fact.target_scale = static_cast<std::int8_t>(target->scale);
    fact.actual = actual->coefficient;
    fact.actual_scale = static_cast<std::int8_t>(actual->scale);
    if (row.points) {
        fact.points = points->coefficient;
        fact.points_scale = static_cast<std::int8_t>(points->scale);
    }
    if (numbers.rate) {
        fact.rate = rate->coefficient;
        fact.rate_scale = static_cast<std::int8_t>(rate->scale);
    }
    fact.direction = numbers.direction;
    fact.level = numbers.level;
    fact.rule = numbers.rule.kind;
    fact.name = texts.index_of(row.name);
    fact.block = texts.index_of(row.block);
    fact.unit = texts.index_of(row.unit);
    fact.reason = texts.index_of(row.reason);
    if (numbers.rule != RowRule{.kind = numbers.rule.kind}) {
        fact.own = list.add_rule(numbers.rule);
    }
    return true;
}

/// The same for a record of other fields; null is absent.
inline bool add_record(const detail::feel::Value& record, const detail::kernel::Texts& texts,
                       detail::kernel::ListRows& list) {
    const std::size_t element = list.add();
    for (std::size_t field = 0; field < record.fields().size(); ++field) {
        const detail::feel::Value& value = record.fields()[field].value;
        const auto plain = plain_value(value, texts);
        if (plain) {
            list.set(field, element, plain->coefficient, plain->scale);
        } else if (!value.is_null()) {
            return false;
        }
    }
    return true;
}

/// Adds a row, which asks where something does not fit or is of a department's units.
inline void add_loaded(const detail::facts::LoadedFacts& facts,
                       const detail::document::CompiledRubric& rubric,
                       const detail::kernel::FactsLayout& layout, detail::kernel::FactRows& rows) {
    const std::size_t row = rows.add();
    bool fits = facts.units == nullptr;
    for (std::size_t slot = 0; slot < rubric.inputs.size(); ++slot) {
        const detail::feel::Value& value = facts.slots[slot];
        if (!facts.places[slot]) {
            continue; // a fallback is the kernel's to know
        }
        if (!value.is_list()) {
            const auto plain = plain_value(value, layout.texts);
            fits = fits && plain;
            if (plain) {
                rows.set(slot, row, plain->coefficient, plain->scale);
            }
            continue;
        }
        detail::kernel::ListRows& list = rows.begin_list(slot, row);
        for (const detail::feel::Value& each : value.items()) {
            const detail::feel::Value* const number =
                rubric.inputs[slot].of_targets ? each.find(detail::document::row_entry) : nullptr;
            const bool added =
                number != nullptr
                    ? add_target(facts.rows[static_cast<std::size_t>(*number->number().as_int64())],
                                 layout.texts, list)
                    : add_record(each, layout.texts, list);
            fits = added && fits;
        }
    }
    for (std::size_t i = 0; i < layout.assessed.size(); ++i) {
        const auto given = facts.assessed.find(layout.assessed[i]->id);
        if (given != facts.assessed.end()) {
            const auto score = plain_number(Ratio{given->second.assessment.score});
            fits = fits && score;
            if (score) {
                rows.set(layout.inputs + i, row, score->coefficient, score->scale);
            }
        }
    }
    if (!fits) {
        rows.ask(row);
    }
}

} // namespace heng::test
