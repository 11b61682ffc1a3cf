// SPDX-License-Identifier: Apache-2.0
//
// Whether every total has exactly one grade, and every grade a total.
#include "lint/lints.hpp"
#include "lint/messages.hpp"
#include "number/interval_set.hpp"

#include <string>

namespace heng::detail::lint {

void check_grades(Lints& lints, const ScoreRange& total) {
    const Rubric& rubric = lints.rubric();
    if (rubric.grades.empty()) {
        return;
    }
    constexpr std::size_t most_compared = 1'000; // each is compared with each
    if (rubric.grades.size() > most_compared) {
        lints.doubt();
        lints.add({"grades-open", Severity::note}, "/grades",
                  say::too_many_grades(std::to_string(most_compared)));
        return;
    }
    const bool steps = is_total_on_steps(lints.compiled());
    const Ratio step = inverse(power(Ratio{10}, steps ? rubric.rounding.scale : 0));
    const auto reached = [&](const IntervalSet& region) { // by totals of that many places
        return !steps || region.has_multiple_of(step);
    };
    const IntervalSet all{Interval{Ratio{0}, true, total.most, true}};
    IntervalSet left = all;
    for (std::size_t i = 0; i < rubric.grades.size(); ++i) {
        const std::string at = "/grades/" + std::to_string(i) + "/in";
        const IntervalSet grade = all.met(IntervalSet{rubric.grades[i].in});
        const IntervalSet first = left.met(IntervalSet{rubric.grades[i].in});
        if (first.empty() || !reached(first)) {
            lints.add({"grade-unreachable"}, at, say::grade_unreachable(rubric.grades[i].grade));
        }
        for (std::size_t j = 0; j < i; ++j) {
            const IntervalSet earlier = all.met(IntervalSet{rubric.grades[j].in});
            const IntervalSet both = grade.met(earlier);
            if (!both.empty() && reached(both) && !earlier.without(grade).empty() &&
                !grade.without(earlier).empty()) {
                lints.add({"grade-overlap"}, at,
                          say::grade_overlap(both.text(), rubric.grades[j].grade,
                                             rubric.grades[i].grade));
                break;
            }
        }
        left = left.without(grade);
    }
    if (!left.empty() && reached(left)) {
        lints.add({"grade-gap", Severity::error}, "/grades",
                  say::grade_gap(left.text(), left.sample().to_string()));
    }
}

} // namespace heng::detail::lint
