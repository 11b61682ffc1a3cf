// SPDX-License-Identifier: Apache-2.0
//
// checklist (要点计分): each item that holds earns its score, all together at most the points.
//
//     constexpr Decimal items[] = {1_dec, 1_dec, 1_dec};
//     constexpr bool held[] = {true, false, true};
//     static_assert(score(3_dec, items, held) == Points{"2"});
//
// Source: 岳阳市 评分表, 管理制度健全性 3: 三项各1分. O(number of items).
//
// Examples (read and checked by tests/unit/rule/examples_test.cpp), of 3 points, the items being
// worth 1, 1.25 and 1.25:
//   | first | second | third | score |
//   |-------|--------|-------|-------|
//   | no    | no     | no    | 0     |
//   | yes   | no     | no    | 1     |
//   | no    | yes    | yes   | 2.5   |
//   | yes   | yes    | yes   | 3     |
#pragma once

#include <heng/number/decimal.hpp>
#include <heng/number/points.hpp>

#include <cstddef>
#include <span>
#include <vector>

namespace heng {

/// The parameters of a checklist rule.
struct Checklist {
    Decimal points;             ///< full marks
    std::vector<Decimal> items; ///< what each item is worth, >= 0
};

/// Returns Σ of the items that hold, at most `points`. Precondition: `held` has as many entries as
/// `items`. O(items).
template <class Flags>
[[nodiscard]] constexpr Points score(const Decimal& points, std::span<const Decimal> items,
                                     const Flags& held) {
    Points earned;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (held[i]) {
            earned = earned + Points{items[i]};
        }
    }
    return min(earned, Points{points});
}

/// Returns the same for a rule with its items.
template <class Flags>
[[nodiscard]] constexpr Points score(const Checklist& rule, const Flags& held) {
    return score(rule.points, std::span<const Decimal>{rule.items}, held);
}

} // namespace heng
