// SPDX-License-Identifier: Apache-2.0
//
// heng_batch_columns, heng_batch_row: the caller's arrays as columns.
#include "error.hpp"
#include "heng.h"
#include "messages.hpp"
#include "objects.hpp"
#include "options.hpp"
#include "structs.hpp"

#include <heng/batch/columns.hpp>

#include <algorithm>
#include <deque>
#include <limits>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

namespace heng::capi {
namespace {

static_assert(HENG_NO_SCORE == no_score);

/// The caller's columns, and the fields of those that are lists.
struct Columns {
    std::vector<Column> all{};
    std::deque<std::vector<Column>> fields{};
};

/// One column without its fields; those of a field are refused as a field that is a list is.
Result<Column> column_of(const heng_column* from, const std::string& name, heng_column& known) {
    static constexpr Column nothing{};
    if (from == nullptr) {
        return Failure{null_argument(name)};
    }
    const auto column = given(from, name);
    if (!column) {
        return Failure{column.error()};
    }
    if (column->input == nullptr) {
        return Failure{null_argument(name + "->input")};
    }
    known = *column;
    return Column{.input = column->input,
                  .values = column->values,
                  .scale = column->scale,
                  .text = column->text,
                  .offsets = column->offsets,
                  .valid = column->valid,
                  .offset = column->offset,
                  .fields = column->fields == nullptr ? nullptr : &nothing};
}

/// Of more fields than a record can have so many that one of them is certain to be refused, so that
/// a wrong count leads no further.
Result<void> add_fields(const heng_column& list, const std::string& name, std::size_t enough,
                        Columns& to) {
    std::vector<Column>& fields = to.fields.emplace_back();
    heng_column known{};
    for (std::size_t i = 0; i < std::min(list.field_count, enough); ++i) {
        auto field = column_of(list.fields[i], name + "->fields[" + std::to_string(i) + ']', known);
        if (!field) {
            return Failure{std::move(field.error())};
        }
        fields.push_back(*field);
    }
    if (!fields.empty()) {
        to.all.back().fields = fields.data();
        to.all.back().field_count = fields.size();
    }
    return {};
}

/// The same holds for more columns than the rubric has inputs.
Result<Columns> columns_of(const heng_column* const* columns, std::size_t count,
                           const ColumnScorer& scorer) {
    if (columns == nullptr && count > 0) {
        return Failure{null_argument("columns")};
    }
    const std::size_t enough = scorer.most_columns() + 1;
    Columns made;
    for (std::size_t i = 0; i < std::min(count, enough); ++i) {
        const std::string name = "columns[" + std::to_string(i) + ']';
        heng_column known{};
        auto column = column_of(columns[i], name, known);
        if (!column) {
            return Failure{std::move(column.error())};
        }
        made.all.push_back(*column);
        if (known.fields != nullptr) {
            if (auto added = add_fields(known, name, scorer.most_fields() + 1, made); !added) {
                return Failure{std::move(added.error())};
            }
        }
    }
    return made;
}

template <class T>
std::span<T> rows_at(T* first, std::size_t count) {
    return first == nullptr ? std::span<T>{} : std::span<T>{first, count};
}

Result<ScoreColumns> output_of(const heng_score_columns* to, std::size_t rows,
                               const Rubric& rubric) {
    if (to == nullptr) {
        return Failure{null_argument("to")};
    }
    const auto known = given(to, "to");
    if (!known) {
        return Failure{known.error()};
    }
    const std::size_t indicators = count_of(rubric.indicators);
    if (known->items != nullptr &&
        rows > std::numeric_limits<std::size_t>::max() / 8 / indicators) {
        return Failure{bad_argument("batch.size", say::items_past_memory)};
    }
    ScoreColumns columns;
    columns.totals = rows_at(known->totals, rows);
    columns.grades = rows_at(known->grades, rows);
    columns.statuses = rows_at(known->statuses, rows);
    columns.items = rows_at(known->items, rows * indicators);
    if (known->places != 0) {
        columns.scale = known->places;
    }
    return columns;
}

/// The arguments of both entries.
struct ColumnCall {
    const heng_rubric* rubric;
    const heng_column* const* columns;
    std::size_t column_count;
    std::size_t rows;
    const heng_score_columns* to;
    heng_batch_progress progress;
    void* user;
};

Result<void> score_columns(const ColumnCall& call, const Options& options,
                           heng_batch_summary* summary) {
    const ColumnScorer scorer{call.rubric->document};
    const auto from = columns_of(call.columns, call.column_count, scorer);
    if (!from) {
        return Failure{from.error()};
    }
    auto out = output_of(call.to, call.rows, call.rubric->document.rubric());
    if (!out) {
        return Failure{out.error()};
    }
    if (!out->scale && options.places != 0) {
        out->scale = options.places;
    }
    bool ended = false;
    ColumnProgress told;
    if (call.progress != nullptr || options.call.cancelled) {
        told = [&](std::size_t done) {
            ended = options.call.cancelled && options.call.cancelled();
            return !ended && (call.progress == nullptr || call.progress(call.user, done) == 0);
        };
    }
    const auto done =
        scorer.score(from->all, call.rows, *out, options.threads, told, options.call.most_steps);
    if (!done || ended) {
        return Failure{ended ? cancelled() : done.error()};
    }
    tell(summary, *done);
    return {};
}

heng_status batch_columns(const ColumnCall& call, const heng_options* options,
                          std::optional<std::int32_t> threads, heng_batch_summary* summary,
                          heng_error** error) noexcept {
    return guarded(error, [&]() -> Result<void> {
        if (auto cleared = clear(summary, "summary"); !cleared) {
            return cleared;
        }
        if (call.rubric == nullptr) {
            return Failure{null_argument("rubric")};
        }
        auto chosen = options_of(options);
        if (!chosen) {
            return Failure{chosen.error()};
        }
        if (threads) {
            chosen->threads = *threads < 1 ? 1 : static_cast<unsigned>(*threads);
        }
        return spoken(score_columns(call, *chosen, summary), *chosen);
    });
}

} // namespace
} // namespace heng::capi

heng_status heng_batch_columns(const heng_rubric* rubric, const heng_column* const* columns,
                               size_t column_count, size_t rows, const heng_score_columns* to,
                               heng_batch_progress progress, void* user, int32_t threads,
                               heng_batch_summary* summary, heng_error** error) {
    return heng::capi::batch_columns({rubric, columns, column_count, rows, to, progress, user},
                                     nullptr, threads, summary, error);
}

heng_status heng_batch_columns_with(const heng_rubric* rubric, const heng_column* const* columns,
                                    size_t column_count, size_t rows, const heng_score_columns* to,
                                    heng_batch_progress progress, void* user,
                                    const heng_options* options, heng_batch_summary* summary,
                                    heng_error** error) {
    return heng::capi::batch_columns({rubric, columns, column_count, rows, to, progress, user},
                                     options, {}, summary, error);
}

heng_status heng_batch_row(const heng_rubric* rubric, const heng_column* const* columns,
                           size_t column_count, size_t row, heng_text** out, heng_error** error) {
    using namespace heng::capi;
    return make(out, error, [&]() -> Made<heng_text> {
        if (rubric == nullptr) {
            return heng::Failure{null_argument("rubric")};
        }
        const heng::ColumnScorer scorer{rubric->document};
        const auto from = columns_of(columns, column_count, scorer);
        if (!from) {
            return heng::Failure{from.error()};
        }
        auto text = scorer.document(from->all, row);
        if (!text) {
            return heng::Failure{text.error()};
        }
        return std::make_unique<heng_text>(heng_text{std::move(*text)});
    });
}
