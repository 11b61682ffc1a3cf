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
#include <limits>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

namespace heng::capi {
namespace {

static_assert(HENG_NO_SCORE == no_score);

/// The caller's columns; of more than the rubric has inputs so many that one of them is certain to
/// be refused, so that a wrong count leads no further.
Result<std::vector<Column>> columns_of(const heng_column* const* columns, std::size_t count,
                                       const ColumnScorer& scorer) {
    if (columns == nullptr && count > 0) {
        return Failure{null_argument("columns")};
    }
    const std::size_t enough = scorer.most_columns() + 1;
    std::vector<Column> made;
    for (std::size_t i = 0; i < std::min(count, enough); ++i) {
        const std::string name = "columns[" + std::to_string(i) + ']';
        if (columns[i] == nullptr) {
            return Failure{null_argument(name)};
        }
        const auto column = given(columns[i], name);
        if (!column) {
            return Failure{column.error()};
        }
        if (column->input == nullptr) {
            return Failure{null_argument(name + "->input")};
        }
        made.push_back({.input = column->input,
                        .values = column->values,
                        .scale = column->scale,
                        .text = column->text,
                        .offsets = column->offsets,
                        .valid = column->valid,
                        .offset = column->offset});
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
        scorer.score(*from, call.rows, *out, options.threads, told, options.call.most_steps);
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
        auto text = scorer.document(*from, row);
        if (!text) {
            return heng::Failure{text.error()};
        }
        return std::make_unique<heng_text>(heng_text{std::move(*text)});
    });
}
