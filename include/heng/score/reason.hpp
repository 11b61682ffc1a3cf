// SPDX-License-Identifier: Apache-2.0
//
// The reason of a score as data: the values that the rule was applied to, from the same run that
// made the score. Sentences are made from it on request.
#pragma once

#include <heng/number/ratio.hpp>
#include <heng/rubric/indicator.hpp>
#include <heng/rule/targets.hpp>
#include <heng/score/answers.hpp>
#include <heng/score/units.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace heng {

/// The one measure of proportional, interpolate, step, tally and formula.
struct ByMeasure {
    Ratio measure;
};

/// The measure of a steps rule and the norm that it is compared with.
struct ByNorm {
    Ratio measure;
    Ratio norm;
};

/// The measure of a bands rule, the index of its band, and the score that a person gave within the
/// band's range, if it has one.
struct ByBand {
    Ratio measure;
    std::size_t band = 0;
    std::optional<Assessment> assessment{};
};

/// The counts of an occurrences rule, in the order of its entries.
struct ByCounts {
    std::vector<Ratio> counts;
};

/// The items of a checklist that hold; a condition is one item.
struct ByItems {
    std::vector<bool> held;
};

/// The category's name.
struct ByCategory {
    std::string category;
};

/// The rows of a targets leaf.
struct ByRows {
    std::size_t rows = 0;
    std::size_t met = 0;
};

/// A target row, how far it was met, and whether points were taken off far above it.
struct ByTarget {
    TargetRow row;
    Completion completion;
    bool far_above = false;
};

/// The score that a person gave.
struct ByAssessment {
    Assessment assessment;
};

/// The worth that the rule gives to a measure whose denominator is zero.
struct ByZeroDenominator {};

/// The worth of an indicator that does not apply.
struct ByNotApplicable {
    TreatAs treat_as = TreatAs::full;
};

/// The scores of the units, each on its own facts: see units.hpp.
struct ByUnits {
    std::vector<UnitScore> units;
    std::optional<Points> score{};          ///< the weighted mean; empty if all units left it
    bool assessed = false;                  ///< a person gave the score of one of them
    TreatAs not_applicable = TreatAs::full; ///< what the indicator is worth then
};

/// The first alternative is a branch.
using Reason =
    std::variant<std::monostate, ByMeasure, ByBand, ByCounts, ByItems, ByCategory, ByRows, ByTarget,
                 ByAssessment, ByZeroDenominator, ByNotApplicable, ByUnits, ByNorm>;

/// Returns the assessment that a score comes from; null if a rule alone made it.
[[nodiscard]] inline const Assessment* assessment_of(const Reason& reason) {
    if (const auto* by = std::get_if<ByAssessment>(&reason)) {
        return &by->assessment;
    }
    const auto* band = std::get_if<ByBand>(&reason);
    return band != nullptr && band->assessment ? &*band->assessment : nullptr;
}

} // namespace heng
