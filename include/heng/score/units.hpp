// SPDX-License-Identifier: Apache-2.0
//
// A department and its subordinate units (所属单位): what each unit scored, and what it cost.
//
//     for (const UnitCost& unit : sheet.units) {
//         std::cout << unit.name << " cost " << unit.lost.to_string() << '\n';   // exact
//     }
//
// The facts of a department are its own (本级, the first unit) and its units'. A rubric says how they
// become one (rubric/1):
//
//     "inputs": {"budget.annual": {"type": "money", "aggregate": "sum"},
//                "assets.in_use": {"type": "percent", "aggregate": "mean"},
//                "rules.own":     {"type": "boolean", "aggregate": "all"}},
//     "units": {"weight": "budget.annual"},                       // for everything that is weighed
//     "indicators": [… {"id": "satisfaction", …, "units": {"score": "score-then-weight",
//                                                          "treat_as": "leave"}}]
//
// - Inputs: `sum` (number, money, count), `mean` (number, money, percent; weighted by money, its
//   own `weight` or the rubric's), `all` and `any` (boolean), `concatenate` (list), `own` (the
//   department's own, also for each unit that gives none). An input without `aggregate` is the
//   department's own. An optional fact without a default that a unit does not give takes no part; a
//   required one that a unit does not give is missing, and an error when it is read.
// - Indicators (or the rubric): `aggregate-then-score`, the default, scores the facts as they
//   became one. `score-then-weight` scores each unit on its own facts: Σ weight × score ÷ Σ weight
//   over the units that it applies to; `treat_as` says whether the others `leave` the mean or count
//   as `full` or `zero`. "units" of a branch holds for all below it. If all units leave, the
//   indicator's own not_applicable says what it is worth. Adjustments are the department's.
// - Unknown facts (--partial) are not aggregated: with units they are an error. Lint proves what
//   holds for the facts as they became one, which are in their ranges.
// - Weights are each unit's own, 0 or more, and not all 0. Units of units are an error.
//
// Source: absolute values add, relative values are weighted by money, aggregate first and score
// afterwards; qualitative scores are weighted by money (项目支出绩效自评 over several units).
//
// The cost of a unit (UnitCost::lost) follows these steps, so that the costs add up to points −
// total exactly:
// 1. A leaf's loss, its points less its score as the sheet shows it, is shared among the units in
//    proportion to their shortfalls:
//    a. weighed (score-then-weight): weight × (points − the unit's score), 0 if the unit left;
//    b. not applicable: no unit has a shortfall;
//    c. a rule that names no aggregated fact (`own` is not aggregated), as one that is assessed for
//       the whole: the department's own bears all;
//    d. else weight × (points − what the unit would score by the same rule on its own facts); the
//       weight is 1 for `occurrences`, which add up. A unit to which the leaf does not apply, or
//       that can't be scored on its facts alone, has no shortfall. In a band whose score is a range
//       it would score what a person gave for the whole, or the nearest to it in that range; the
//       least if none is given.
//    The weight is the leaf's, else the rubric's, else 1. If no unit has a shortfall, the loss is
//    shared by weight.
// 2. The loss of a branch beyond what is below it (rounding, adjustments; it may be below 0) is
//    shared in proportion to what each unit was charged there; by the rubric's weight if those
//    charges sum to 0 or one of them is below 0.
// 3. The loss of the total beyond the top level (rescaling, adjustments, rounding) likewise.
//
// O(leaves × units) scorings; none for a sheet without units.
#pragma once

#include <heng/number/points.hpp>
#include <heng/number/ratio.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace heng {

/// How a unit takes part in a leaf that is scored unit by unit.
enum class UnitStanding : std::uint8_t {
    scored,
    left, ///< the leaf does not apply, and the unit leaves the mean
    full, ///< it does not apply, and counts as full marks
    zero, ///< it does not apply, and counts as none
};

/// The score of one unit for a leaf that is scored unit by unit.
struct UnitScore {
    std::string name; ///< the unit's name; "" is the department's own
    UnitStanding standing = UnitStanding::scored;
    Ratio weight{}; ///< in the rubric's unit of money
    Points score{}; ///< 0 if the unit left
};

/// A part of a unit's cost: by a leaf, or by the loss of a branch or the total beyond its parts.
struct UnitPart {
    std::optional<std::size_t> item{}; ///< index into the sheet's items; empty for the total
    Points lost{};
    std::optional<UnitScore> scored{}; ///< set for a leaf that is scored unit by unit
};

/// The points that one unit cost the department.
struct UnitCost {
    std::string name; ///< the first is the department's own
    Ratio weight{1};  ///< the rubric's, in its unit of money; 1 if it names none
    Points lost{};    ///< the sum of the parts
    std::vector<UnitPart> parts{};
};

} // namespace heng
