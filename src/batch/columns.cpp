// SPDX-License-Identifier: Apache-2.0
#include "base/text/width.hpp"
#include "batch/column_blocks.hpp"
#include "batch/column_checks.hpp"
#include "batch/kernel/block.hpp"
#include "batch/kernel/kernel.hpp"
#include "batch/messages.hpp"
#include "batch/row_document.hpp"
#include "batch/target_keys.hpp"
#include "batch/workers.hpp"
#include "document/within_limits.hpp"
#include "scoring/grade.hpp"
#include "scoring/scoring.hpp"

#include <heng/batch/columns.hpp>
#include <heng/facts/facts.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <utility>

namespace heng {
namespace {

using detail::document::CompiledRubric;

constexpr int most_places = 9; ///< of scores that go out
constexpr std::size_t rows_a_job = 64 * detail::kernel::most_rows;

namespace say = detail::batch::say;

Failure refused(std::string_view code, detail::text::Words message, detail::text::Words hint = {}) {
    return Failure{detail::text::error_of(Status::invalid_argument, code, std::move(message),
                                          std::move(hint))};
}

Result<void> check_output(const ScoreColumns& to, const Rubric& rubric, std::size_t rows) {
    const auto fits = [rows](std::size_t size) {
        return size == 0 || size == rows;
    };
    const std::size_t indicators = count_of(rubric.indicators);
    const bool items = to.items.empty() ||
                       (to.items.size() / indicators == rows && to.items.size() % indicators == 0);
    if (!fits(to.totals.size()) || !fits(to.grades.size()) || !fits(to.statuses.size()) || !items) {
        return refused("batch.size",
                       say::too_little_room(std::to_string(rows), std::to_string(indicators)));
    }
    if (rows > detail::batch::most_column_rows) {
        return refused("batch.size", say::rows_past_memory(std::to_string(rows)));
    }
    if (to.scale && (*to.scale < 0 || *to.scale > most_places)) {
        return refused("batch.scale", say::score_places(std::to_string(*to.scale)));
    }
    return {};
}

/// Scores a range of rows, and puts what comes of it where it belongs.
class RangeScorer {
  public:
    RangeScorer(const RubricDocument& rubric, const detail::kernel::Kernel* kernel,
                std::span<const Column> columns, std::size_t rows, const ScoreColumns& to,
                std::int64_t most_steps)
        : rubric_(rubric),
          kernel_(kernel != nullptr && kernel->is_within(most_steps) ? kernel : nullptr),
          most_steps_(most_steps),
          documents_(rubric.compiled(), columns),
          blocks_(rubric.compiled(), columns),
          rows_(rows),
          to_(to),
          scale_(to.scale.value_or(rubric.rubric().rounding.scale)) {
        if (kernel_ != nullptr) {
            scores_.emplace(*kernel_);
            scores_->most_steps = most_steps;
        }
    }

    /// How many failed.
    std::size_t run(std::size_t first, std::size_t end) {
        failed_ = 0;
        for (; first < end; first += detail::kernel::most_rows) {
            block(first, std::min(detail::kernel::most_rows, end - first));
        }
        return failed_;
    }

  private:
    void block(std::size_t first, std::size_t rows) {
        std::array<std::uint8_t, detail::kernel::most_rows> asked;
        const std::span<std::uint8_t> asks{asked.data(), rows};
        std::fill(asks.begin(), asks.end(), static_cast<std::uint8_t>(kernel_ == nullptr));
        if (kernel_ != nullptr) {
            kernel_->score(blocks_.at(first, asks), asks, *scores_);
            take(first, asks);
        }
        for (std::size_t row = 0; row < rows; ++row) {
            if (asks[row] != 0) {
                score_document(first + row);
            }
        }
    }

    /// What the kernel says, as it stands there where its places are those that are asked for.
    void take(std::size_t first, std::span<std::uint8_t> asks) {
        const std::size_t rows = asks.size();
        copy(scores_->totals.data(), rows, to_.totals, first);
        copy(scores_->grades.data(), rows, to_.grades, first);
        if (!to_.statuses.empty()) {
            std::fill_n(&to_.statuses[first], rows, number_of(Status::ok));
        }
        for (std::size_t item = 0; !to_.items.empty() && item < kernel_->items().size(); ++item) {
            copy(&scores_->items[item * scores_->stride], rows, to_.items, item * rows_ + first);
        }
        const bool same = kernel_->scale() == scale_ && !kernel_->total_fraction();
        for (std::size_t row = 0; !same && row < rows; ++row) {
            if (asks[row] == 0) {
                scale_again(first + row, row);
            }
        }
    }

    template <class T>
    static void copy(const T* from, std::size_t rows, std::span<T> to, std::size_t first) {
        if (!to.empty()) {
            std::copy_n(from, rows, &to[first]);
        }
    }

    /// The row's scores with other places than the kernel's; without a total it fails.
    void scale_again(std::size_t row, std::size_t in_block) {
        const auto scaled = [&](std::int64_t units, std::optional<std::uint32_t> fraction) {
            return shown(units != detail::kernel::no_units
                             ? Points{Decimal{units, kernel_->scale()}}
                             : Points{scores_->fraction(*fraction, in_block)});
        };
        const std::int64_t total = scaled(scores_->totals[in_block], kernel_->total_fraction());
        put(to_.totals, row, total);
        for (std::size_t item = 0; !to_.items.empty() && item < kernel_->items().size(); ++item) {
            to_.items[item * rows_ + row] = scaled(
                scores_->items[item * scores_->stride + in_block], kernel_->items()[item].fraction);
        }
        if (total == no_score) {
            put(to_.grades, row, -1);
            put(to_.statuses, row, number_of(Status::limit_exceeded));
            ++failed_;
        }
    }

    static std::int32_t number_of(Status status) { return static_cast<std::int32_t>(status); }

    template <class T>
    static void put(std::span<T> to, std::size_t row, T value) {
        if (!to.empty()) {
            to[row] = value;
        }
    }

    [[nodiscard]] std::int64_t shown(const Points& points) const {
        const auto decimal = points.value().decimal_within(scale_);
        return decimal ? decimal->rounded(scale_).small_coefficient().value_or(no_score) : no_score;
    }

    void score_document(std::size_t row) {
        const auto sheet = scored(documents_.document(row));
        const std::int64_t total = sheet ? shown(sheet->total) : no_score;
        const bool fits = total != no_score;
        put(to_.totals, row, total);
        put(to_.grades, row, fits ? grade_of(*sheet) : -1);
        put(to_.statuses, row,
            number_of(fits    ? Status::ok
                      : sheet ? Status::limit_exceeded
                              : sheet.error().status));
        failed_ += fits ? 0 : 1;
        for (std::size_t at = row; at < to_.items.size(); at += rows_) {
            to_.items[at] = no_score;
        }
        for (std::size_t i = 0; sheet && !to_.items.empty() && i < sheet->items.size(); ++i) {
            const Item& item = sheet->items[i];
            if (item.kind != ItemKind::row) {
                to_.items[item.indicator * rows_ + row] = shown(item.score);
            }
        }
    }

    Result<ScoreSheet> scored(const Result<detail::json::JsonDocument>& document) const {
        if (!document) {
            return Failure{document.error()};
        }
        const auto facts = Facts::of(rubric_, *document);
        if (!facts) {
            return Failure{facts.error()};
        }
        return detail::document::within_limits([&] {
            return detail::scoring::score_bounded(rubric_.compiled(), facts->loaded(), most_steps_);
        });
    }

    /// Of the interval that holds the total, as the kernel says: not of the first such name.
    [[nodiscard]] std::int32_t grade_of(const ScoreSheet& sheet) const {
        const auto index = detail::scoring::HeldGrades{rubric_.rubric(), sheet}.of(sheet.total);
        return index ? static_cast<std::int32_t>(*index) : -1;
    }

    const RubricDocument& rubric_;
    const detail::kernel::Kernel* kernel_;
    std::int64_t most_steps_;
    detail::batch::RowDocument documents_;
    detail::batch::ColumnBlocks blocks_;
    std::optional<detail::kernel::Scores> scores_;
    std::size_t rows_;
    const ScoreColumns& to_;
    int scale_;
    std::size_t failed_ = 0;
};

struct Range {
    std::size_t first = 0;
    std::size_t end = 0;
    std::size_t failed = 0;
};

} // namespace

ColumnScorer::ColumnScorer(RubricDocument rubric)
    : rubric_(std::move(rubric)), kernel_(detail::kernel::Kernel::of(rubric_.compiled())) {}

Result<BatchSummary> ColumnScorer::score(std::span<const Column> columns, std::size_t rows,
                                         const ScoreColumns& to, unsigned threads,
                                         const ColumnProgress& progress,
                                         std::int64_t most_steps) const {
    if (auto fine = detail::batch::check_columns(columns, rubric_.compiled(), rows); !fine) {
        return Failure{fine.error()};
    }
    if (auto fine = check_output(to, rubric_.rubric(), rows); !fine) {
        return Failure{fine.error()};
    }
    detail::batch::Spares<RangeScorer> scorers{[&] {
        return std::make_unique<RangeScorer>(rubric_, kernel_.get(), columns, rows, to, most_steps);
    }};
    detail::batch::Workers<Range> workers{threads, [&](Range& range) {
                                              scorers.lend([&](RangeScorer& scorer) {
                                                  range.failed = scorer.run(range.first, range.end);
                                              });
                                          }};
    BatchSummary summary;
    for (std::size_t next = 0; next < rows || !workers.empty();) {
        if (next < rows && !workers.full()) {
            const std::size_t end = std::min(rows, next + rows_a_job);
            workers.give({std::exchange(next, end), end});
            continue;
        }
        const Range done = workers.take();
        summary.documents += done.end - done.first;
        summary.failed += done.failed;
        if (progress && !progress(done.end)) {
            summary.cancelled = true;
            return summary;
        }
    }
    return summary;
}

std::size_t ColumnScorer::most_columns() const {
    return rubric_.compiled().inputs.size();
}

std::size_t ColumnScorer::most_fields() const {
    std::size_t most = detail::batch::target_keys.size();
    for (const detail::document::Input& input : rubric_.compiled().inputs) {
        most = std::max(most, input.of.size());
    }
    return most;
}

Result<std::string> ColumnScorer::document(std::span<const Column> columns, std::size_t row) const {
    if (row >= detail::batch::most_column_rows) {
        return refused("batch.size", say::row_past_columns(std::to_string(row)));
    }
    if (auto fine = detail::batch::check_columns(columns, rubric_.compiled(), row + 1); !fine) {
        return Failure{fine.error()};
    }
    return detail::batch::RowDocument{rubric_.compiled(), columns}.text(row);
}

} // namespace heng
