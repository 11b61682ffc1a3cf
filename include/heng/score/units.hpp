// SPDX-License-Identifier: Apache-2.0
//
// A department and its subordinate units (所属单位): what each unit scored, and what it cost.
//
//     for (const UnitCost& unit : sheet.units) {
//         std::cout << unit.name << " cost " << unit.lost.to_string() << '\n';   // exact
//     }
//
// A department's facts are its own (本级, the first unit) and its units'. A rubric says how they
// become one (rubric/1):
//
//     "inputs": {"budget.annual": {"type": "money", "aggregate": "sum"},
//                "assets.in_use": {"type": "percent", "aggregate": "mean"},
//                "rules.own":     {"type": "boolean", "aggregate": "all"}},
//     "units": {"weight": "budget.annual"},                       // of all that is weighed
//     "indicators": [… {"id": "satisfaction", …, "units": {"score": "score-then-weight",
//                                                          "treat_as": "leave"}}]
//
// - Inputs: `sum` (number, money, count), `mean` (number, money, percent; weighted by money, its
//   own `weight` or the rubric's), `all` and `any` (boolean), `concatenate` (list), `own` (the
//   department's own; also that of each unit that gives none). Without one it is the department's
//   own. An optional fact without a default that a unit does not give takes no part; a required one
//   that a unit does not give is missing, and an error where it is read.
// - Indicators (or the rubric): `aggregate-then-score`, the usual, scores the facts as they became
//   one. `score-then-weight` scores each unit on its own facts: Σ weight × score ÷ Σ weight over
//   the units that it applies to; of the others `treat_as` says whether they `leave` the mean or
//   count as `full` or `zero`. "units" of a branch holds for what is below it. Where all leave, the
//   indicator's own not_applicable says what it is worth. Adjustments are the department's.
// - What may be unknown (--partial) is not made one: with units that is an error. Lint proves what
//   holds for the facts as they became one, which are in their ranges.
// - Weights are each unit's own, 0 or more, and not 0 together. Units of units are an error.
// Source: absolute values add, relative values are weighted by money, aggregate first and score
// afterwards; qualitative scores are weighted by money (项目支出绩效自评 over several units).
//
// What a unit cost the department (UnitCost::lost), so that the costs are points − total exactly:
// 1. A leaf's loss, its points less its score as it stands in the sheet, is shared among the units
//    in proportion to their shortfalls:
//    a. weighed (score-then-weight): weight × (points − the unit's score), 0 where it left;
//    b. not applicable: nobody has a shortfall;
//    c. whose rule names no fact that is aggregated (`own` is not), as one that is assessed for the
//       whole: the department's own bears all;
//    d. else weight × (points − what the unit would score by the same rule on its own facts), where
//       of `occurrences`, which add up, the weight is 1. A unit to which it does not apply, or that
//       can't be scored on its facts alone, has no shortfall.
//    The weight is the leaf's, else the rubric's, else 1. Where nobody has a shortfall, the loss is
//    shared by weight.
// 2. What a branch lost beyond what is below it (rounding, adjustments; it may be below 0) is
//    shared in proportion to what each unit was charged there; by the rubric's weight where that is
//    nothing together, or below nothing for some unit.
// 3. What the total lost beyond the top level (rescaling, adjustments, rounding) likewise.
// O(leaves × units) scorings; a sheet without units has none.
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

/// One unit's score of a leaf that is scored unit by unit.
struct UnitScore {
    std::string name; ///< of the unit; "" is the department's own
    UnitStanding standing = UnitStanding::scored;
    Ratio weight{}; ///< in the rubric's unit of money
    Points score{}; ///< 0 where it left
};

/// A part of what a unit cost: by a leaf, or by what a branch or the total lost beyond its parts.
struct UnitPart {
    std::optional<std::size_t> item{}; ///< index into the sheet's items; none: the total
    Points lost{};
    std::optional<UnitScore> scored{}; ///< of a leaf that is scored unit by unit
};

struct UnitCost {
    std::string name; ///< the first is the department's own
    Ratio weight{1};  ///< the rubric's, in its unit of money; 1 where it names none
    Points lost{};    ///< the sum of the parts
    std::vector<UnitPart> parts{};
};

} // namespace heng
