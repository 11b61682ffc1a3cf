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
    std::uint64_t state_ = 0x9E3779B97F4A7C15U;
};

} // namespace heng::benchmarks
