// SPDX-License-Identifier: Apache-2.0
//
// Units of targets, as far as two of them can be compared: 亿元 and 万元, 周 and 天, % and ‰.
//
//     unit_worth("亿元")                    // {"元", 10^8}
//     unit_worth("万人次")                  // {"人次", 10^4}
//     const auto there = converted(planned, "亿元", "万元", false); // 2600 is 26000000
#pragma once

#include <heng/number/ratio.hpp>
#include <heng/plan/plan.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace heng::detail::plan {

/// One of a unit, counted in the smallest or usual unit of its family.
struct UnitWorth {
    std::string family{}; ///< "" where no unit is given
    Ratio worth{1};
};

/// An unknown unit is a family of its own, with 十, 百, 千, 万 and 亿 in front of it read as
/// factors. O(length).
[[nodiscard]] UnitWorth unit_worth(std::string_view unit);

/// How two figures stand to one another, each with the unit that is written for it, or "".
enum class Comparability : std::uint8_t {
    same,       ///< in one unit, or neither has one
    converted,  ///< in two units of a family: one can be counted in the other
    unknown,    ///< one has no unit
    impossible, ///< units of two families, or a percentage and a number of something
};

[[nodiscard]] Comparability comparability(const PlannedTarget& one, std::string_view its_unit,
                                          const PlannedTarget& other, std::string_view other_unit);

/// The number of `target`, which is in `from`, counted in `to`, with "%" behind it if it
/// is `in_percent`; nothing where the two can't be compared, or where no decimal says it exactly.
[[nodiscard]] std::optional<PlannedTarget>
converted(const PlannedTarget& target, std::string_view from, std::string_view to, bool in_percent);

} // namespace heng::detail::plan
