// SPDX-License-Identifier: Apache-2.0
//
// How a distance from a norm is counted in steps, for step.hpp and steps.hpp.
//
//     steps_in(Ratio{1, 40}, 0.01_dec, StepPart::started);     // 3
#pragma once

#include <heng/number/decimal.hpp>
#include <heng/number/ratio.hpp>

#include <cstdint>

namespace heng {

/// The cost of a part of a step: nothing (whole), as much as a whole step (started), its share
/// (exact).
enum class StepPart : std::uint8_t { whole, started, exact };

/// Returns the number of steps of the width `every` (> 0) in `excess` (>= 0). O(1).
[[nodiscard]] constexpr Ratio steps_in(const Ratio& excess, const Decimal& every, StepPart part) {
    const Ratio steps = excess / Ratio{every};
    switch (part) {
    case StepPart::whole:
        return steps.floor();
    case StepPart::started:
        return steps.ceiling();
    case StepPart::exact:
        break;
    }
    return steps;
}

} // namespace heng
