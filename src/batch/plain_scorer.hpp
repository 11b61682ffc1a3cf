// SPDX-License-Identifier: Apache-2.0
//
// One document by the kernel: from text, or from values, to scores, without an object and, once it
// has seen as many rows, without an allocation.
//
//     PlainScorer scorer{rubric.compiled(), kernel, limits};
//     if (scorer.score(text)) {
//         scorer.total();                               // 9425 is 94.25, where kernel.scale() is 2
//     }                                                 // else the engine is to say what it is
#pragma once

#include "batch/kernel/kernel.hpp"
#include "batch/plain_facts.hpp"

#include <heng/batch/scorer.hpp>
#include <heng/limits.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace heng::detail::batch {

/// For one thread at a time. The rubric and the kernel outlive it.
class PlainScorer {
  public:
    /// A document of which the engine may take more than `most_steps` is left to it; 0: as many as
    /// scoring may.
    PlainScorer(const document::CompiledRubric& rubric, const kernel::Kernel& kernel,
                const Limits& limits, std::int64_t most_steps = 0)
        : kernel_(kernel),
          plain_(rubric, limits, UnreadFacts::list),
          rows_(kernel.layout(), at_once),
          scores_(kernel, at_once) {
        scores_.most_steps = most_steps;
        scores_.most_items = kernel::most_items_of(limits);
    }

    /// Whether the kernel is sure. Then Facts::parse and the engine find no mistake in the text,
    /// and come to the same scores. O(text + steps of the kernel).
    [[nodiscard]] bool score(std::string_view text) {
        rows_.clear();
        PlainSubject subject;
        return plain_.read(text, {rows_, rows_.add(), subject}) && run();
    }

    /// The same of values that were checked, one a slot; those that are no numbers and no truths
    /// are for the engine.
    [[nodiscard]] bool score(std::span<const Cell> values) {
        rows_.clear();
        const std::size_t row = rows_.add();
        for (std::size_t slot = 0; slot < values.size(); ++slot) {
            const Cell& cell = values[slot];
            if (cell.kind == Cell::Kind::number || cell.kind == Cell::Kind::boolean) {
                rows_.set(slot, row, cell.value, cell.scale);
            } else if (cell.kind != Cell::Kind::absent) {
                return false;
            }
        }
        return run();
    }

    // of what was scored last: 10^-kernel.scale() points, or no_units where it is a fraction

    [[nodiscard]] std::int64_t total() const { return scores_.totals.front(); }
    [[nodiscard]] std::optional<Ratio> total_fraction() const {
        return fraction(total(), kernel_.total_fraction());
    }
    [[nodiscard]] std::int64_t item(std::size_t index) const {
        return scores_.items[index * scores_.stride];
    }
    [[nodiscard]] std::optional<Ratio> item_fraction(std::size_t index) const {
        return fraction(item(index), kernel_.items()[index].fraction);
    }
    /// An index of Rubric::grades; -1 is none.
    [[nodiscard]] std::int32_t grade() const { return scores_.grades.front(); }
    /// How many items its sheet has: those of the rubric, and rows below them.
    [[nodiscard]] std::size_t items() const {
        std::size_t count = kernel_.items().size();
        for (const kernel::RowScores& rows : scores_.rows) {
            count += rows.counts.front();
        }
        return count;
    }

  private:
    /// Rows that there is room for: one is used, and loops may take as many together.
    static constexpr std::size_t at_once = 8;

    bool run() {
        kernel_.score(rows_.columns(), rows_.asks(), scores_);
        return rows_.asks().front() == 0;
    }

    /// Empty where the score is a whole number of units.
    [[nodiscard]] std::optional<Ratio> fraction(std::int64_t units,
                                                std::optional<std::uint32_t> at) const {
        return units == kernel::no_units ? std::optional{scores_.fraction(*at, 0)} : std::nullopt;
    }

    const kernel::Kernel& kernel_;
    PlainFacts plain_;
    kernel::FactRows rows_;
    kernel::Scores scores_;
};

} // namespace heng::detail::batch
