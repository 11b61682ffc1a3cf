// SPDX-License-Identifier: Apache-2.0
//
// Summary lines of documents that the kernel scored: the bytes of summary_line(), all that is the
// same for every document being written out before.
//
//     const SummaryText summary{rubric.compiled().rubric, kernel};
//     char* end = summary.put(to, number, subject, scores, row);    // at most longest(subject)
#pragma once

#include "batch/facts_shape.hpp"
#include "batch/kernel/kernel.hpp"

#include <heng/rubric/rubric.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace heng::detail::batch {

class SummaryText {
  public:
    SummaryText(const Rubric& rubric, const kernel::Kernel& kernel);

    /// Bytes that put() writes at most.
    [[nodiscard]] std::size_t longest(const PlainSubject& subject, const kernel::Scores& scores,
                                      std::size_t row) const {
        const std::size_t own = has_more_ ? longest_of(scores, row) : 0;
        return longest_ + own + subject.name.text.size(); // no escape is longer than it was written
    }

    /// The line of row `row`, which does not ask; gives the end of what was written.
    char* put(char* to, std::uint64_t number, const PlainSubject& subject,
              const kernel::Scores& scores, std::size_t row) const;

  private:
    struct Item {
        std::string before; ///< what stands between the score before it and its own
        std::optional<int> scale;
        std::optional<std::uint32_t> fraction;
        std::optional<std::uint32_t> rows;
        std::string before_row; ///< up to the number of a row below it
        std::optional<int> row_scale;
    };

    /// Of rows, and of scores that are fractions.
    [[nodiscard]] std::size_t longest_of(const kernel::Scores& scores, std::size_t row) const;
    char* put_rows(char* to, const Item& item, const kernel::RowScores& rows,
                   std::size_t row) const;

    std::vector<Item> items_;
    std::vector<std::string> grades_; ///< from the total to the first score; the last is of none
    std::optional<std::uint32_t> total_fraction_;
    int total_scale_;
    int scale_;
    bool has_more_ = false; ///< a row's length depends on it
    std::size_t longest_;
};

} // namespace heng::detail::batch
