// SPDX-License-Identifier: Apache-2.0
//
// Chance that is the same in every run, on every machine.
//
//     Chance chance;
//     chance.between(1, 6);
#pragma once

#include <cstdint>

namespace heng::benchmarks {

/// Marsaglia's xorshift64: a few instructions, the same numbers everywhere.
class Chance {
  public:
    Chance() = default;
    /// Other numbers for each seed; 0 is Chance{}.
    explicit Chance(std::uint64_t seed) : state_{first + (seed << 1U)} {}

    /// 0 … most.
    std::int64_t up_to(std::int64_t most) {
        state_ ^= state_ << 13U;
        state_ ^= state_ >> 7U;
        state_ ^= state_ << 17U;
        return static_cast<std::int64_t>(state_ % (static_cast<std::uint64_t>(most) + 1));
    }
    std::int64_t between(std::int64_t least, std::int64_t most) {
        return least + up_to(most - least);
    }

  private:
    static constexpr std::uint64_t first = 0x9E3779B97F4A7C15U; ///< odd, and so never 0

    std::uint64_t state_ = first;
};

} // namespace heng::benchmarks
