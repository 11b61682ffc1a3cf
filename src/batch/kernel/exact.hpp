// SPDX-License-Identifier: Apache-2.0
//
// The passes of items whose scores are exact fractions, since the rubric does not round there: row
// by row, in the numbers of the engine.
#pragma once

#include "batch/kernel/arithmetic.hpp"

#include <heng/number/fault.hpp>
#include <heng/number/ratio.hpp>

#include <utility>

namespace heng::detail::kernel {

/// Whether the kernel works on with a fraction: those that are very long, or whose length counts
/// against a limit of steps, are the engine's.
[[nodiscard]] inline bool is_handy(const Pass& pass, const Ratio& value) {
    constexpr std::size_t most_bits = 2'000;
    const std::size_t bits = value.big_bits();
    return bits == 0 || (bits <= most_bits && pass.scores.most_steps <= 0);
}

/// Sets a fraction of the row to what `value` gives for it; where it gives nothing or passes the
/// limits of numbers, the row asks and it is 0.
template <class Value>
void set_found(const Pass& pass, std::uint32_t at, std::size_t row, Value value) {
    std::optional<Ratio> found;
    try {
        found = value(row);
    } catch (const NumberError&) { // the engine says which limit it is
    }
    const bool handy = found && is_handy(pass, *found);
    pass.asks.set(row, !handy);
    pass.set_fraction(at, row, handy ? *std::move(found) : Ratio{});
}

/// The same in all rows that do not ask; those that do have 0.
template <class Value>
void each_fraction(const Pass& pass, std::uint32_t at, Value value) {
    for (std::size_t row = 0; row < pass.rows(); ++row) {
        if (pass.asks.has(row)) {
            pass.set_fraction(at, row, Ratio{});
        } else {
            set_found(pass, at, row, value);
        }
    }
}

/// A step that writes fractions, but for those of rules.
void score_exactly(const Pass& pass, const Step& step);

/// The units of all items and of the total that have fractions.
void settle_fractions(const Pass& pass);

} // namespace heng::detail::kernel
