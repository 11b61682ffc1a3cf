// SPDX-License-Identifier: Apache-2.0
//
// Whether every total has exactly one grade, and every grade a total.
#include "lint/lints.hpp"
#include "lint/messages.hpp"
#include "number/interval_set.hpp"

#include <string>
#include <vector>

namespace heng::detail::lint {

namespace {

/// A ceiling of the grade below which every grade lies that a total can have. `reached`: whether a
/// total has it.
void check_caps(Lints& lints, const std::vector<bool>& reached) {
    const Rubric& rubric = lints.rubric();
    for (std::size_t i = 0; i < rubric.adjustments.size(); ++i) {
        const Adjustment& each = rubric.adjustments[i];
        const auto best = rubric.grade_named(each.grade);
        if (each.kind != Adjustment::Kind::grade_at_most || !best) {
            continue;
        }
        bool lowers = false;
        for (std::size_t grade = 0; grade < rubric.grades.size(); ++grade) {
            lowers = lowers || (reached[grade] && rubric.is_better(grade, *best));
        }
        if (!lowers) {
            lints.add({"grade-cap-idle"}, "/adjustments/" + std::to_string(i) + "/grade_at_most",
                      say::grade_cap_idle(each.grade));
        }
    }
}

} // namespace

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
    const IntervalSet all{Interval{min(total.least, Ratio{0}), true, total.most, true}};
    IntervalSet left = all;
    std::vector<bool> earned;
    for (std::size_t i = 0; i < rubric.grades.size(); ++i) {
        const std::string at = "/grades/" + std::to_string(i) + "/in";
        const IntervalSet grade = all.met(IntervalSet{rubric.grades[i].in});
        const IntervalSet first = left.met(IntervalSet{rubric.grades[i].in});
        earned.push_back(!first.empty() && reached(first));
        if (!earned.back()) {
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
    check_caps(lints, earned);
    if (!left.empty() && reached(left)) {
        lints.add({"grade-gap", Severity::error}, "/grades",
                  say::grade_gap(left.text(), left.sample().to_string()));
    }
}

} // namespace heng::detail::lint
