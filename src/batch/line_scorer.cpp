// SPDX-License-Identifier: Apache-2.0
#include "batch/kernel/program.hpp"
#include "batch/line_scorer.hpp"
#include "batch/score_text.hpp"
#include "batch/summary_line.hpp"

#include <algorithm>
#include <cstdint>

namespace heng::detail::batch {

BatchPlan::BatchPlan(const RubricDocument& rubric_, const BatchOptions& options_)
    : rubric(rubric_), options(options_), kernel(kernel::Kernel::of(rubric_.compiled())) {
    if (kernel && !kernel->is_within(options.most_steps)) {
        kernel.reset();
    }
    if (kernel) {
        summary.emplace(rubric.compiled().rubric, *kernel);
    }
}

unsigned BatchPlan::threads() const {
    constexpr std::size_t bytes_of_item = 1'500; // of a sheet, of a line that the kernel leaves
    const std::size_t inputs = rubric.compiled().inputs.size();
    std::size_t bytes = bytes_of_item * (rubric.compiled().expressions.size() + inputs / 8 + 1);
    if (kernel) {
        const std::size_t columns = kernel->items().size() + kernel->program().registers + inputs;
        bytes += columns * kernel::most_rows * sizeof(std::int64_t);
        bytes += kernel->program().fractions * kernel::most_rows * sizeof(Ratio);
    }
    const std::size_t most = std::max(std::size_t{1}, most_bytes_at_work / bytes);
    return static_cast<unsigned>(std::min<std::size_t>(options.threads, most));
}

LineScorer::Rows::Rows(const BatchPlan& plan)
    : plain(plan.rubric.compiled(), plan.options.limits, plan.options.unread),
      facts(plan.kernel->layout()),
      scores(*plan.kernel),
      subjects(kernel::most_rows) {
    scores.most_steps = plan.options.most_steps;
    scores.most_items = kernel::most_items_of(plan.options.limits);
}

LineScorer::LineScorer(const BatchPlan& plan)
    : plan_(plan), rows_(plan.kernel ? std::make_unique<Rows>(plan) : nullptr) {}

void LineScorer::score(const Block& block, LineResults& results) {
    results.lines.clear();
    std::span<const Line> left = block.lines;
    while (!left.empty()) {
        const std::size_t count = std::min(left.size(), kernel::most_rows);
        if (rows_) {
            score_by_kernel(block, left.first(count), results);
        } else {
            for (const Line& line : left.first(count)) {
                score_by_engine(block, line, results);
            }
        }
        left = left.subspan(count);
    }
}

/// Each line is the row of its number; those that can't be plain ask.
void LineScorer::score_by_kernel(const Block& block, std::span<const Line> lines,
                                 LineResults& results) {
    kernel::FactRows& facts = rows_->facts;
    facts.clear();
    for (const Line& line : lines) {
        const std::size_t row = facts.add();
        const PlainRow to{facts, row, rows_->subjects[row]};
        if (line.too_long || !rows_->plain.read(block.text_of(line), to) ||
            is_outside(rows_->subjects[row])) {
            facts.ask(row);
        }
    }
    plan_.kernel->score(facts.columns(), facts.asks(), rows_->scores);
    for (std::size_t row = 0; row < lines.size(); ++row) {
        if (facts.asks()[row] != 0) {
            score_by_engine(block, lines[row], results);
        } else {
            add_scored(lines[row], row, results);
        }
    }
}

/// A year in which the rubric is not in force is left to the engine, which says so.
bool LineScorer::is_outside(const PlainSubject& subject) const {
    return subject.year != 0 && !plan_.rubric.compiled().effective.covers(subject.year);
}

void LineScorer::score_by_engine(const Block& block, const Line& line, LineResults& results) {
    ++by_engine_;
    const SummaryLine result =
        line.too_long ? too_long(line.number, plan_.options.limits)
                      : summary_line(plan_.rubric, block.text_of(line), line.number, plan_.options);
    results.add(put(results.room(result.json.size()), result.json), result.failed);
}

void LineScorer::add_scored(const Line& line, std::size_t row, LineResults& results) const {
    const PlainSubject& subject = rows_->subjects[row];
    char* const to = results.room(plan_.summary->longest(subject, rows_->scores, row));
    results.add(plan_.summary->put(to, line.number, subject, rows_->scores, row), false);
}

} // namespace heng::detail::batch
