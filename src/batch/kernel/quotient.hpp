// SPDX-License-Identifier: Apache-2.0
//
// a ÷ b of decimal numbers as whole numbers.
//
//     const Quotient of{pass, step.a, step.b};
//     of.at(row)                                  // exactly, where its den is not 0
#pragma once

#include "batch/kernel/arithmetic.hpp"

#include <heng/number/ratio.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace heng::detail::kernel {

/// n ÷ d, with d >= 0: what to multiply each with.
struct Quotient {
    Quotient(const Pass& pass, const Step& step) : Quotient{pass, step.a, step.b} {}
    Quotient(const Pass& pass, Register a, Register b) : num(pass.view(a)), den(pass.view(b)) {
        const int places = den.scale - num.scale;
        num_unit = power_of_ten(std::max(places, 0));
        den_unit = power_of_ten(std::max(-places, 0));
    }

    const View& num;
    const View& den;
    std::int64_t num_unit = 1;
    std::int64_t den_unit = 1;

    /// The row's, whose den is not 0.
    [[nodiscard]] Ratio at(std::size_t row) const {
        return Ratio{num.values[row], den.values[row]} * Ratio{num_unit, den_unit};
    }
};

} // namespace heng::detail::kernel
