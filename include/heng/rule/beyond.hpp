// SPDX-License-Identifier: Apache-2.0
//
// How far a score may pass full marks (加分), and how far it may fall below 0 (倒扣).
//
//     constexpr Beyond bonus{.extra = 3_dec};
//     static_assert(most_of(20_dec, bonus) == Points{"23"});
//
// Source: rubric/1, for printed rules such as “完成得20分，每超5％加0.5分，最多加3分” and “扣分不设
// 下限，最多倒扣5分”. Full marks, rates and grades still refer to the points.
#pragma once

#include <heng/number/decimal.hpp>
#include <heng/number/points.hpp>

namespace heng {

/// The room of a score outside 0 … points; none by default.
struct Beyond {
    Decimal extra{}; ///< points above full marks, >= 0
    Decimal floor{}; ///< the least score, <= 0

    [[nodiscard]] constexpr bool is_none() const { return extra.is_zero() && floor.is_zero(); }
    friend constexpr bool operator==(const Beyond& left, const Beyond& right) = default;
};

/// Returns the most that can be scored: `points` + extra. O(1).
[[nodiscard]] constexpr Points most_of(const Decimal& points, const Beyond& beyond) {
    return Points{points} + Points{beyond.extra};
}

/// Returns the least that can be scored: the floor. O(1).
[[nodiscard]] constexpr Points least_of(const Beyond& beyond) {
    return Points{beyond.floor};
}

} // namespace heng
