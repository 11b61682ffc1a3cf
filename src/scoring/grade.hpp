// SPDX-License-Identifier: Apache-2.0
//
// The grade of a total as far as the adjustments in force on a sheet leave it.
//
//     const HeldGrades grades{rubric, sheet};
//     grades.of(sheet.total)        // index in rubric.grades: 良, where 优 is held down
#pragma once

#include <heng/rubric/rubric.hpp>
#include <heng/score/sheet.hpp>

#include <cstddef>
#include <optional>
#include <vector>

namespace heng::detail::scoring {

class HeldGrades {
  public:
    /// The rubric outlives it.
    HeldGrades(const Rubric& rubric, const ScoreSheet& sheet) : rubric_(rubric) {
        for (const Adjusted& each : sheet.adjustments) {
            const auto best = each.adjustment.kind == Adjustment::Kind::grade_at_most
                                  ? rubric.grade_named(each.adjustment.grade)
                                  : std::nullopt;
            if (best) {
                best_.push_back(*best);
            }
        }
    }

    /// Empty where no grade covers the total. O(grades + adjustments that lower the grade).
    [[nodiscard]] std::optional<std::size_t> of(const Points& total) const {
        auto grade = rubric_.grade_index(total);
        for (const std::size_t best : best_) {
            grade = grade && rubric_.is_better(*grade, best) ? best : grade;
        }
        return grade;
    }

  private:
    const Rubric& rubric_;
    std::vector<std::size_t> best_; ///< that are left, in the order of the adjustments
};

} // namespace heng::detail::scoring
