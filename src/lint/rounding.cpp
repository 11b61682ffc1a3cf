// SPDX-License-Identifier: Apache-2.0
//
// Rounding: at places that the rubric has not, of a total that nothing rounds, past a ceiling.
#include "lint/lints.hpp"
#include "lint/messages.hpp"
#include "rule/kind.hpp"

#include <heng/rubric/tree.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace heng::detail::lint {
namespace {

/// Which scores are always multiples of the rounding step: rounded themselves, sums of such, or
/// out of a few that are.
class Multiples {
  public:
    /// `strict`: a score that keeps the places of its points is on none.
    Multiples(const document::CompiledRubric& compiled, bool strict)
        : compiled_{compiled}, rubric_{compiled.rubric}, strict_{strict} {}

    [[nodiscard]] bool total() const {
        if (rubric_.rounding.total && keeps_steps(rubric_.points, rubric_.beyond)) {
            return true;
        }
        return !may_rescale(rubric_) && are_on(rubric_.adjustments) && all(rubric_.indicators, 1);
    }

  private:
    [[nodiscard]] bool is_on(const Decimal& value) const {
        return value.rounded(rubric_.rounding.scale) == value;
    }
    [[nodiscard]] bool keeps_steps(const Decimal& points, const Beyond& beyond) const {
        return !strict_ || (is_on(points) && is_on(beyond.extra) && is_on(beyond.floor));
    }
    [[nodiscard]] bool are_on(const std::vector<Adjustment>& adjustments) const {
        return std::all_of(adjustments.begin(), adjustments.end(), [this](const Adjustment& each) {
            return !each.amount && is_on(each.value) &&
                   is_on(each.each_at_most.value_or(Decimal{}));
        });
    }

    [[nodiscard]] bool all(const std::vector<Indicator>& indicators, int level) const {
        return std::all_of(indicators.begin(), indicators.end(),
                           [&](const Indicator& each) { return is_on_steps(each, level); });
    }

    /// Points, extra and floors of more places than are rounded to are bounds, and keep their
    /// places.
    [[nodiscard]] bool is_on_steps(const Indicator& node, int level) const {
        if (!keeps_steps(node.points, node.beyond)) {
            return false;
        }
        const auto kind = node.is_branch() ? ItemKind::branch : ItemKind::leaf;
        if (rubric_.rounding.at(kind, level)) {
            return true;
        }
        if (!are_on(node.adjustments)) {
            return false;
        }
        return node.is_branch() ? all(node.indicators, level + 1) : is_leaf_on_steps(node);
    }

    [[nodiscard]] bool is_leaf_on_steps(const Indicator& leaf) const {
        const auto units = compiled_.units.leaves.find(leaf.id);
        if (units != compiled_.units.leaves.end() && units->second.weighed) {
            return false; // a mean
        }
        if (const auto* targets = std::get_if<Targets>(&leaf.rule)) {
            // rows of equal weight share the points, and keep a share that rounding would pass
            return rubric_.rounding.rows && targets->weights == Weights::points;
        }
        const auto gives_steps = rule::kind_of(leaf.rule).gives_steps;
        return gives_steps != nullptr && gives_steps(leaf, [this](const Ratio& score) {
                   return Ratio{score.rounded(rubric_.rounding.scale)} == score;
               });
    }

    const document::CompiledRubric& compiled_;
    const Rubric& rubric_;
    bool strict_;
};

/// A total that nothing rounds is printed with all of its places, or as a fraction.
void check_total(Lints& lints) {
    const Rubric& rubric = lints.rubric();
    if (rubric.rounding.total || Multiples{lints.compiled(), false}.total()) {
        return;
    }
    lints.add({"total-not-rounded"}, lints.at("").find("rounding") ? "/rounding" : "",
              say::total_not_rounded);
}

} // namespace

bool is_total_on_steps(const document::CompiledRubric& compiled) {
    return Multiples{compiled, true}.total();
}

void check_ceiling(Lints& lints, const Decimal& value, const std::string& at, bool of_total) {
    const Rubric& rubric = lints.rubric();
    const Decimal rounded = value.rounded(rubric.rounding.scale, rubric.rounding.mode);
    if (rounded <= value) {
        return;
    }
    const std::string_view below = of_total ? rubric.grade_of(Points{value}) : "";
    const std::string_view above = of_total ? rubric.grade_of(Points{rounded}) : "";
    const bool grades = below != above;
    lints.add({"ceiling-rounded-past"}, at,
              say::ceiling_passed(value.to_string(), rounded.to_string(),
                                  grades ? say::earns_grade(above) : Words{}));
}

void check_rounding(Lints& lints) {
    const auto rounding = lints.at("").find("rounding");
    const auto places = rounding ? rounding->find("at") : std::nullopt;
    if (!places || places->size() > 0) {
        check_total(lints);
    }
    if (!places) {
        return;
    }
    if (places->size() == 0) {
        lints.add({"rounding-idle"}, "/rounding/at", say::rounding_nowhere);
    }
    int depth = 0;
    bool has_targets = false;
    for (const PlacedIndicator& each : IndicatorTree{lints.rubric().indicators}) {
        depth = std::max(depth, each.level);
        has_targets = has_targets || std::holds_alternative<Targets>(each->rule);
    }
    std::size_t index = 0;
    for (const json::Json place : places->children()) {
        const std::string_view word = place.text();
        const std::string at = "/rounding/at/" + std::to_string(index++);
        // the reader has refused every other word; levels past the deepest are longer numbers
        const bool level = word.starts_with("level-");
        if (level && std::stoi(std::string{word.substr(6)}) > depth) {
            lints.add({"rounding-idle"}, at, say::level_too_deep(std::to_string(depth), word));
        } else if (word == "row" && !has_targets) {
            lints.add({"rounding-idle"}, at, say::no_rows_to_round);
        }
    }
}

} // namespace heng::detail::lint
