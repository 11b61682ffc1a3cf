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
#include <heng/rule/beyond.hpp>
#include <heng/rule/contradictions.hpp>

#include <concepts>
#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace heng {

/// The parameters of a checklist rule.
struct Checklist {
    Decimal points;             ///< full marks
    std::vector<Decimal> items; ///< what each item is worth, >= 0
    Beyond beyond{};
};

/// Whether each item holds, by its place.
template <class Flags>
concept TruthsOfItems = requires(const Flags& held) {
    { held[0] } -> std::convertible_to<bool>;
};

/// Returns Σ of the items that hold, at most `points`. Precondition: `held` has as many entries as
/// `items`. O(items).
template <TruthsOfItems Flags>
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
template <TruthsOfItems Flags>
[[nodiscard]] constexpr Points score(const Checklist& rule, const Flags& held) {
    return score(rule.points + rule.beyond.extra, std::span<const Decimal>{rule.items}, held);
}

namespace detail {

inline void check_rule(const Checklist& rule, const std::string& at, Contradictions& found) {
    for (std::size_t i = 0; i < rule.items.size(); ++i) {
        found.check_not_negative(rule.items[i], at + "/items/" + std::to_string(i) + "/score",
                                 {"the score of an item", "清单项的得分"});
    }
    if (rule.items.empty()) {
        found.add(at + "/items", "rubric.rule", "a checklist has at least one item",
                  "清单至少有一项");
    }
}

} // namespace detail
} // namespace heng
