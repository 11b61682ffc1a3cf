// SPDX-License-Identifier: Apache-2.0
//
// The shapes to which the kinds of rules come down, for whoever computes scores in whole numbers.
//
//     const lowered::Rule rule = kind_of(leaf.rule).lowered(leaf.rule);
//
// The column kernel's view of a rule, in terms that say nothing of its kind.
#pragma once

#include <heng/number/decimal.hpp>
#include <heng/number/points.hpp>
#include <heng/rubric/indicator.hpp>

#include <optional>
#include <span>
#include <variant>

namespace heng::detail::rule::lowered {

/// points × min(measure, cap) ÷ cap, at least 0
struct Share {
    Decimal cap;
    std::optional<Decimal> pass;   ///< below it nothing is earned
    std::optional<Points> if_zero; ///< where the measure divides by zero
};
/// The score of the first that covers the measure.
struct FirstOf {
    std::span<const Band> bands;
};
/// The rule is asked what it gives for each measure, and norm.
struct Asked {};
/// points − Σ count × deduct, at least the floor
struct Counts {
    std::span<const Occurrence> each;
    std::optional<Decimal> none_from; ///< from so many together on nothing is left
};
/// Σ of the parts that hold, at most the points and extra
struct Held {
    std::span<const Decimal> worth;
};
/// The points where the measure holds.
struct Truth {};

/// The score of the first that has the name.
struct Named {
    std::span<const Category> each;
};
/// A person gives the score.
struct Given {};
/// Target records are scored one by one; null: nothing is taken off far above.
struct Rows {
    bool equal; ///< all weigh the same
    const FarAbove* far_above;
};

using Rule =
    std::variant<std::monostate, Share, FirstOf, Asked, Counts, Held, Truth, Named, Given, Rows>;

} // namespace heng::detail::rule::lowered
