// SPDX-License-Identifier: Apache-2.0
//
// condition (是否计分): full marks if the condition holds, else no points.
//
//     static_assert(score(Condition{.points = 1_dec}, true) == Points{"1"});
//
// Source: yes/no indicators such as 资产收益上缴及时性 1: 及时上缴 1 分, 否则 0 分. O(1).
//
// Examples (read and checked by tests/unit/rule/examples_test.cpp):
//   | points | holds | score |
//   |--------|-------|-------|
//   | 1      | yes   | 1     |
//   | 1      | no    | 0     |
//   | 2.5    | yes   | 2.5   |
#pragma once

#include <heng/number/decimal.hpp>
#include <heng/number/points.hpp>

namespace heng {

/// The parameters of a condition rule.
struct Condition {
    Decimal points; ///< full marks
};

/// Returns the points if the condition holds, else 0. O(1).
[[nodiscard]] constexpr Points score(const Condition& rule, bool holds) {
    return holds ? Points{rule.points} : Points{};
}

} // namespace heng
