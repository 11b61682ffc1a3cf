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
    [[nodiscard]] std::size_t longest(const PlainSubject& subject) const {
        return longest_ + subject.name.text.size(); // no escape is longer than it was written
    }

    /// The line of row `row`, which does not ask; gives the end of what was written.
    char* put(char* to, std::uint64_t number, const PlainSubject& subject,
              const kernel::Scores& scores, std::size_t row) const;

  private:
    struct Item {
        std::string before; ///< what stands between the score before it and its own
        std::optional<int> scale;
    };

    std::vector<Item> items_;
    std::vector<std::string> grades_; ///< from the total to the first score; the last is of none
    int total_scale_;
    int scale_;
    std::size_t longest_;
};

} // namespace heng::detail::batch
