// SPDX-License-Identifier: Apache-2.0
#include "rubric_test/same.hpp"
#include "rule/kind.hpp"

#include <heng/rubric/tree.hpp>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace heng::detail::rubric_test {
namespace {

constexpr std::size_t most_ends = 400; ///< of what is compared at each of them

void add_ends(const Interval& interval, std::vector<Ratio>& ends) {
    for (const auto& end : {interval.low, interval.high}) {
        if (end) {
            ends.push_back(*end);
        }
    }
}

/// Every end, a point between each two, and one on either side of all.
std::vector<Ratio> samples(std::vector<Ratio> ends) {
    std::sort(ends.begin(), ends.end());
    std::vector<Ratio> points{ends.empty() ? Ratio{} : ends.front() - Ratio{1}};
    for (std::size_t i = 0; i < ends.size(); ++i) {
        points.push_back(ends[i]);
        points.push_back(i + 1 < ends.size() ? (ends[i] + ends[i + 1]) / Ratio{2}
                                             : ends[i] + Ratio{1});
    }
    return points;
}

/// Whether two rules of one kind score each measure alike; no where that is not known.
bool same_scores(const Rule& a, const Rule& b) {
    const rule::Kind& kind = rule::kind_of(a);
    if (a.index() != b.index() || !kind.thresholds || !kind.score) {
        return false;
    }
    std::vector<Ratio> ends = kind.thresholds(a);
    for (Ratio& end : kind.thresholds(b)) {
        ends.push_back(std::move(end));
    }
    if (ends.size() > most_ends) {
        return false;
    }
    const std::vector<Ratio> points = samples(std::move(ends));
    return std::all_of(points.begin(), points.end(), [&](const Ratio& x) {
        return kind.score(a, x, Ratio{}) == kind.score(b, x, Ratio{}) &&
               (!kind.assessed ||
                kind.assessed(a, feel::Numbers::at(x)) == kind.assessed(b, feel::Numbers::at(x)));
    });
}

/// Whether a ceiling of the grade lowers the same grades in both.
bool same_order(const Rubric& a, const Rubric& b) {
    const bool capped = std::any_of(a.adjustments.begin(), a.adjustments.end(), [](auto& each) {
        return each.kind == Adjustment::Kind::grade_at_most;
    });
    for (std::size_t i = 0; capped && i < a.grades.size(); ++i) {
        for (std::size_t j = 0; j < a.grades.size(); ++j) {
            if (a.is_better(i, j) != b.is_better(i, j)) {
                return false;
            }
        }
    }
    return true;
}

bool same_grades(const Rubric& a, const Rubric& b) {
    std::vector<Ratio> ends;
    for (const Rubric* rubric : {&a, &b}) {
        for (const Grade& grade : rubric->grades) {
            for (const Interval& in : grade.in) {
                add_ends(in, ends);
            }
        }
    }
    if (ends.size() > most_ends) {
        return false;
    }
    // a total is never below its floor
    std::vector<Ratio> points = samples(std::move(ends));
    const Ratio floor{a.beyond.floor};
    std::erase_if(points, [&](const Ratio& x) { return x < floor; });
    return same_order(a, b) && std::all_of(points.begin(), points.end(), [&](const Ratio& x) {
               return a.grade_of(Points{x}) == b.grade_of(Points{x});
           });
}

/// Which roundings of a rubric can change a score. The sum of what has been rounded is rounded
/// already, unless what it is adjusted by is finer, or its points are, or the total is scaled.
class Roundings {
  public:
    explicit Roundings(const Rubric& rubric) : rubric_(rubric) {}

    std::vector<bool> run() {
        const bool sums =
            visit_all(rubric_.indicators, 1) && !rescales_ && are_round(rubric_.adjustments);
        note(rubric_.rounding.total, sums);
        return std::move(matter_);
    }

  private:
    void note(bool rounded, bool is_round_already) {
        matter_.push_back(rounded && !is_round_already);
    }

    [[nodiscard]] bool is_round(const Decimal& value) const {
        return value.rounded(rubric_.rounding.scale) == value;
    }

    [[nodiscard]] bool are_round(const std::vector<Adjustment>& adjustments) const {
        return std::all_of(adjustments.begin(), adjustments.end(), [this](const Adjustment& each) {
            return !each.amount && is_round(each.value) &&
                   is_round(each.each_at_most.value_or(Decimal{}));
        });
    }

    /// Whether all of their scores are round.
    bool visit_all(const std::vector<Indicator>& indicators, int level) {
        bool all = true;
        for (const Indicator& each : indicators) {
            all = visit(each, level) && all;
        }
        return all;
    }

    bool visit(const Indicator& indicator, int level) {
        const RoundingPlaces& places = rubric_.rounding;
        const bool branch = indicator.is_branch();
        const bool rows = std::holds_alternative<Targets>(indicator.rule);
        bool already = branch && visit_all(indicator.indicators, level + 1);
        if (rows) {
            note(places.rows, false);
            already = places.rows && std::get<Targets>(indicator.rule).weights == Weights::points;
        }
        if (indicator.not_applicable) {
            already = already && is_round(indicator.points);
            rescales_ = rescales_ || indicator.not_applicable->treat_as == TreatAs::rescale;
        }
        already = already && are_round(indicator.adjustments);
        const bool rounded = places.at(branch ? ItemKind::branch : ItemKind::leaf, level);
        note(rounded, already);
        return is_round(indicator.points) && is_round(indicator.beyond.extra) &&
               is_round(indicator.beyond.floor) && (rounded || already);
    }

    const Rubric& rubric_;
    std::vector<bool> matter_;
    bool rescales_ = false;
};

bool same_rounding(const Rubric& a, const Rubric& b) {
    return a.rounding.scale == b.rounding.scale && a.rounding.mode == b.rounding.mode &&
           Roundings{a}.run() == Roundings{b}.run();
}

const Rule* rule_of(const Rubric& rubric, std::size_t index) {
    const IndicatorTree tree{rubric.indicators};
    return index < tree.size() && !tree[index]->is_branch() ? &tree[index]->rule : nullptr;
}

} // namespace

bool scores_the_same(const Mutation& mutation, const Rubric& original, const Rubric& mutant) {
    if (mutation.leaf) {
        const Rule* const a = rule_of(original, *mutation.leaf);
        const Rule* const b = rule_of(mutant, *mutation.leaf);
        return a != nullptr && b != nullptr && same_scores(*a, *b);
    }
    if (mutation.pointer.starts_with("/grades/")) {
        return same_grades(original, mutant);
    }
    return mutation.pointer == "/rounding/at" && same_rounding(original, mutant);
}

} // namespace heng::detail::rubric_test
