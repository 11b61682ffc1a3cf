// SPDX-License-Identifier: Apache-2.0
//
// assessed (评审计分): a person gives the score and the reason; heng checks the range.
//
//     static_assert(score(Assessed{.points = 2_dec}, 1.5_dec) == Points{"1.5"});
//
// Source: indicators whose standard is a judgement (资产管理合规性 and the like). Never use it for a score
// that a rule could compute. O(1).
//
// Examples (read and checked by tests/unit/rule/examples_test.cpp):
//   | points | given | score |
//   |--------|-------|-------|
//   | 2      | 1.5   | 1.5   |
//   | 2      | 0     | 0     |
//   | 2      | 2.00  | 2     |
//   | 2      | 2.01  | none  |
//   | 2      | -0.5  | none  |
#pragma once

#include <heng/number/decimal.hpp>
#include <heng/number/points.hpp>
#include <heng/rule/beyond.hpp>

#include <optional>

namespace heng {

/// The parameters of an assessed rule.
struct Assessed {
    Decimal points; ///< full marks
    Beyond beyond{};
};

/// Returns the score as given; empty if it is below 0 or above the points.
[[nodiscard]] constexpr std::optional<Points> score(const Assessed& rule, const Decimal& given) {
    const Points score{given};
    if (score < least_of(rule.beyond) || score > most_of(rule.points, rule.beyond)) {
        return std::nullopt;
    }
    return score;
}

} // namespace heng
