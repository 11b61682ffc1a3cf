// SPDX-License-Identifier: Apache-2.0
//
// An indicator (指标): a leaf with a rule, or a branch of indicators.
//
//     Indicator late{.id = "late", .name = "采购合同签订时效性", .points = 3_dec,
//                    .rule = Occurrences{3_dec, {{.deduct = 1_dec}}},
//                    .parts = {{"late", "逾期签订", Term{0}}}};
#pragma once

#include <heng/number/decimal.hpp>
#include <heng/rubric/basis.hpp>
#include <heng/rubric/term.hpp>
#include <heng/rule/assessed.hpp>
#include <heng/rule/bands.hpp>
#include <heng/rule/beyond.hpp>
#include <heng/rule/categories.hpp>
#include <heng/rule/checklist.hpp>
#include <heng/rule/condition.hpp>
#include <heng/rule/formula.hpp>
#include <heng/rule/interpolate.hpp>
#include <heng/rule/occurrences.hpp>
#include <heng/rule/proportional.hpp>
#include <heng/rule/step.hpp>
#include <heng/rule/steps.hpp>
#include <heng/rule/tally.hpp>
#include <heng/rule/targets.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace heng {

/// The rule of a leaf; the first alternative is a branch, whose score is the sum of its children.
using Rule =
    std::variant<std::monostate, Proportional, Bands, Interpolate, Step, Occurrences, Checklist,
                 Condition, Categories, Targets, Assessed, Formula, Steps, Tally>;

/// The words of rubric/1 for the alternatives of Rule, in their order; "" is a branch.
inline constexpr std::array<std::string_view, std::variant_size_v<Rule>> rule_names{
    "",          "proportional", "bands",   "interpolate", "step",    "occurrences", "checklist",
    "condition", "categories",   "targets", "assessed",    "formula", "steps",       "tally"};

[[nodiscard]] inline std::string_view name(const Rule& rule) {
    return rule_names[rule.index()];
}

/// The scores that a person can give a leaf, in points.
struct AssessedRange {
    Points least;
    Points most;

    friend bool operator==(const AssessedRange&, const AssessedRange&) = default;
};

/// Returns the range in which a person gives the score of a rule, whatever the facts are: all of an
/// assessed rule, from the least to the most of the bands that a person scores; empty if no person
/// does. O(bands).
[[nodiscard]] inline std::optional<AssessedRange> assessed_range(const Rule& rule) {
    if (const auto* assessed = std::get_if<Assessed>(&rule)) {
        return AssessedRange{least_of(assessed->beyond),
                             most_of(assessed->points, assessed->beyond)};
    }
    std::optional<AssessedRange> range;
    if (const auto* bands = std::get_if<Bands>(&rule)) {
        for (const Band& band : bands->bands) {
            if (band.is_assessed() && range) {
                range = {min(range->least, *band.least), max(range->most, band.score)};
            } else if (band.is_assessed()) {
                range = {*band.least, band.score};
            }
        }
    }
    return range;
}

/// The worth of an indicator that does not apply. `rescale`: it leaves, and the total is scaled up
/// to the full points.
enum class TreatAs : std::uint8_t { full, zero, rescale };

/// The condition under which an indicator does not apply, and its worth then.
struct NotApplicable {
    Term when{};
    TreatAs treat_as = TreatAs::full;
};

/// A change to the score of a node while a condition holds: a ceiling, a fixed score (a veto is
/// `set` 0), a deduction or an addition; or a ceiling of the total's grade, which leaves the score.
/// Never brings a score below its floor, nor above its points and extra.
///
///     Adjustment{.id = "audit", .when = audited, .kind = Adjustment::Kind::deduct,
///                .amount = twice_the_problems, .each_at_most = 10_dec}   // 每发现一处扣2分，最多扣10分
struct Adjustment {
    enum class Kind : std::uint8_t { at_most, set, deduct, add, grade_at_most };

    std::string id;
    Term when{};
    Kind kind = Kind::at_most;
    Decimal value{}; ///< in points, >= 0; unused where there is an amount
    std::string reason{};
    std::optional<Term> amount{};          ///< in points, >= 0, from the facts; in place of `value`
    std::optional<Decimal> each_at_most{}; ///< the most that `deduct` or `add` changes, >= 0
    std::string grade{};                   ///< of `grade_at_most`: the best grade that is left
    bool always = false;                   ///< no condition is written; `when` holds
};

/// Returns the word of rubric/1 for a kind of adjustment.
[[nodiscard]] constexpr std::string_view name(Adjustment::Kind kind) {
    constexpr std::array<std::string_view, 5> names{"at_most", "set", "deduct", "add",
                                                    "grade_at_most"};
    return names[static_cast<std::size_t>(kind)];
}

/// A counted kind of an `occurrences` rule, an item of a `checklist` or the norm of `steps`, as the
/// rubric names it.
struct Part {
    std::string id;
    std::string label;
    Term term;
};

/// A node of the tree: a branch has indicators, a leaf has a rule.
struct Indicator {
    std::string id;
    std::string name;
    Decimal points; ///< full marks, >= 0
    Basis basis = Basis::local;
    std::string source{};
    std::vector<Indicator> indicators{}; ///< the children of a branch
    Rule rule{};                         ///< the rule of a leaf
    std::optional<Term> measure{};       ///< the value that the rule is applied to, if it is one
    /// The values that the rule is applied to, if they are several.
    std::vector<Part> parts{};
    std::optional<NotApplicable> not_applicable{};
    std::vector<Adjustment> adjustments{}; ///< applied in this order
    Beyond beyond{};                       ///< the room of its score outside 0 … points in play

    [[nodiscard]] bool is_branch() const { return std::holds_alternative<std::monostate>(rule); }
};

} // namespace heng
