// SPDX-License-Identifier: Apache-2.0
#include "base/text/nearest.hpp"
#include "base/text/width.hpp"
#include "batch/column_checks.hpp"
#include "batch/kernel/facts.hpp"
#include "batch/messages.hpp"
#include "batch/target_keys.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

namespace heng::detail::batch {
namespace {

using document::CompiledRubric;
using document::Input;
using document::InputType;
using text::quoted;

Failure bad_column(std::string_view code, text::Words message, text::Words hint = {}) {
    return Failure{
        text::error_of(Status::invalid_argument, code, std::move(message), std::move(hint))};
}

bool has_numbers(const Column& column) {
    return column.values != nullptr;
}

/// "targets.actual", or the path of an input.
std::string name_of(const Column& column, const Column* list) {
    return quoted(list == nullptr ? std::string{column.input}
                                  : std::string{list->input} + '.' + std::string{column.input});
}

Result<void> check_sort(const Column& column, const std::string& name) {
    const int sorts = (has_numbers(column) ? 1 : 0) + (column.text != nullptr ? 1 : 0) +
                      (column.fields != nullptr ? 1 : 0);
    if (sorts != 1 || has_numbers(column) == (column.offsets != nullptr)) {
        return bad_column("batch.column", say::needs_values(name));
    }
    return {};
}

Result<void> check_ranges(const Column& column, const std::string& name, std::size_t rows) {
    if (column.scale < 0 || column.scale > kernel::most_places ||
        (!has_numbers(column) && column.scale != 0)) {
        return bad_column("batch.scale", say::column_scale(name, std::to_string(column.scale)));
    }
    if (column.offset > most_column_rows || rows > most_column_rows - column.offset) {
        return bad_column("batch.offset", say::column_offset(name, std::to_string(column.offset),
                                                             std::to_string(rows)));
    }
    return {};
}

/// The first row of those from `first` on that has a falling end; nothing where none has.
std::optional<std::size_t> falls_at(const Column& column, std::size_t first, std::size_t end) {
    for (std::size_t row = first; column.offsets != nullptr && row < end; ++row) {
        const std::int32_t* const ends = column.offsets + column.offset + row;
        if (ends[0] < 0 || ends[1] < ends[0]) {
            return row;
        }
    }
    return std::nullopt;
}

Result<void> check_type(const std::string& name, const Column& column, InputType type,
                        bool is_given, text::Words hint) {
    if (is_given) {
        return {};
    }
    const text::Sentence& not_given = column.fields != nullptr ? say::not_by_records
                                      : has_numbers(column)    ? say::not_by_numbers
                                                               : say::not_by_texts;
    return bad_column("batch.input", not_given(name, document::type_name(type)), std::move(hint));
}

/// Records from `first` on up to `end` have it.
Result<void> check_field(const Column& field, const Column& list, const Input& input,
                         std::size_t rows, std::size_t first, std::size_t end) {
    const std::string name = name_of(field, &list);
    const auto known = field_of_column(input, field.input, !has_numbers(field));
    if (!known) {
        text::Nearest nearest{field.input};
        for (const Input& each : input.of) {
            nearest.consider(each.path);
        }
        for (const TargetKey& each : target_keys) {
            if (input.of_targets && each.holds != TargetKey::Holds::other) {
                nearest.consider(each.key);
            }
        }
        return bad_column("batch.input", say::no_field(quoted(list.input), quoted(field.input)),
                          text::question(nearest.found()));
    }
    if (auto fine = check_sort(field, name); !fine) {
        return fine;
    }
    const bool is_given = known->is_given() && field.fields == nullptr;
    if (auto fine = check_type(name, field, known->type, is_given, {}); !fine) {
        return fine;
    }
    if (auto fine = check_ranges(field, name, end); !fine) {
        return fine;
    }
    const auto fall = falls_at(field, first, end);
    if (!fall) {
        return {};
    }
    const std::int32_t* const ends = list.offsets + list.offset;
    const auto behind = std::upper_bound(ends, ends + rows, static_cast<std::int32_t>(*fall));
    return bad_column("batch.column", say::record_offsets_fall(name, std::to_string(*fall),
                                                               std::to_string(behind - ends - 1)));
}

/// The offsets of the list do not fall.
Result<void> check_fields(const Column& list, const Input& input, std::size_t rows) {
    const auto end_of = [&](std::size_t row) {
        return static_cast<std::size_t>(list.offsets[list.offset + row]);
    };
    std::set<std::string_view> seen;
    for (const Column& field : std::span{list.fields, list.field_count}) {
        const std::size_t first = rows == 0 ? 0 : end_of(0);
        const std::size_t end = rows == 0 ? 0 : end_of(rows);
        if (auto fine = check_field(field, list, input, rows, first, end); !fine) {
            return fine;
        }
        if (!seen.insert(field.input).second) {
            return bad_column("batch.column", say::two_columns(name_of(field, &list)));
        }
    }
    return {};
}

Result<void> check_column(const Column& column, const CompiledRubric& rubric, std::size_t rows) {
    const std::string name = name_of(column, nullptr);
    if (auto fine = check_sort(column, name); !fine) {
        return fine;
    }
    const feel::Scope::Found found = rubric.scope.find(column.input);
    if (found.meaning != feel::Scope::Meaning::slot) {
        text::Nearest nearest{column.input};
        for (const Input& input : rubric.inputs) {
            nearest.consider(input.path);
        }
        return bad_column("batch.input", say::no_input(name), text::question(nearest.found()));
    }
    const Input& input = rubric.inputs[found.index];
    const bool list = input.type == InputType::list;
    const bool is_given =
        column.fields != nullptr ? list : leaf_of_column(input, !has_numbers(column)).has_value();
    if (auto fine = check_type(name, column, input.type, is_given,
                               list ? text::Words{say::by_fields()} : text::Words{});
        !fine) {
        return fine;
    }
    if (auto fine = check_ranges(column, name, rows); !fine) {
        return fine;
    }
    if (const auto fall = falls_at(column, 0, rows)) {
        return bad_column("batch.column", say::offsets_fall(name, std::to_string(*fall)));
    }
    return column.fields != nullptr ? check_fields(column, input, rows) : Result<void>{};
}

} // namespace

std::optional<Leaf> leaf_of_column(const Input& input, bool texts) {
    const auto leaf = [](LeafKind kind, bool given = true) {
        return given ? std::optional{Leaf{kind, false, 0, 0}} : std::nullopt;
    };
    switch (input.type) {
    case InputType::number:
    case InputType::money:
        return leaf(LeafKind::number);
    case InputType::percent:
        return leaf(LeafKind::percent);
    case InputType::count:
        return leaf(LeafKind::count);
    case InputType::boolean:
        return leaf(LeafKind::boolean, !texts);
    case InputType::text:
        return leaf(LeafKind::text, texts);
    case InputType::date:
        return leaf(LeafKind::day, texts);
    case InputType::list:
        break;
    }
    return std::nullopt;
}

std::optional<ColumnField> field_of_column(const Input& list, std::string_view key, bool texts) {
    ColumnField field;
    if (!list.of_targets) {
        const auto found = std::find_if(list.of.begin(), list.of.end(),
                                        [key](const Input& each) { return each.path == key; });
        if (found == list.of.end()) {
            return std::nullopt;
        }
        field.type = found->type;
        field.required = !found->optional;
        field.leaf = leaf_of_column(*found, texts);
        if (field.leaf) {
            field.leaf->of_record = true;
            field.leaf->slot = static_cast<std::uint32_t>(found - list.of.begin());
        }
        return field;
    }
    using Holds = TargetKey::Holds;
    const TargetKey* const known = target_key(key);
    if (known == nullptr || known->holds == Holds::other) {
        return std::nullopt;
    }
    const auto leaf = [known](LeafKind kind) {
        return Leaf{kind, true, 0, known->which};
    };
    switch (known->holds) {
    case Holds::number:
        field.leaf = leaf(LeafKind::target_number);
        break;
    case Holds::percent:
        field.leaf = leaf(LeafKind::target_percent);
        break;
    case Holds::figure:
        field.leaf = leaf(LeafKind::target_figure);
        break;
    case Holds::word:
        field.word = texts ? std::optional{static_cast<TargetWord>(known->which)} : std::nullopt;
        break;
    default:
        field.leaf = texts ? std::optional{leaf(LeafKind::target_text)} : std::nullopt;
    }
    return field;
}

Result<void> check_columns(std::span<const Column> columns, const CompiledRubric& rubric,
                           std::size_t rows) {
    std::set<std::string_view> seen;
    for (const Column& column : columns) {
        if (auto fine = check_column(column, rubric, rows); !fine) {
            return fine;
        }
        if (!seen.insert(column.input).second) {
            return bad_column("batch.column", say::two_columns(name_of(column, nullptr)));
        }
    }
    return {};
}

} // namespace heng::detail::batch
