// SPDX-License-Identifier: Apache-2.0
//
// The loops over the rows of a block that take most of the time, for the vectors that a processor
// has: the seam between the kernel and its instructions.
//
//     const Lanes& lanes = best_lanes();       // chosen by the processor that it runs on
//     lanes.sum(out, children);
//
// Every table gives the same bits; plain_lanes() is C++ without instructions of its own, with which
// the others are compared in tests/unit/batch/kernel/lanes_test.cpp. A new set of instructions is a
// file of its own, beside lanes_avx2.cpp, and a line in lanes.cpp.
#pragma once

#include "batch/kernel/program.hpp"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>

namespace heng::detail::kernel {

/// Numerators and denominators of a block.
struct Quotients {
    const std::int64_t* num = nullptr;
    const std::int64_t* den = nullptr;
    std::size_t rows = 0;
    bool is_signed = false; ///< whether a den may be below 0

    /// Those from this row on.
    [[nodiscard]] Quotients from(std::size_t row) const {
        return {num + row, den + row, rows - row, is_signed};
    }
};

/// Earns `full` at most: n × times ÷ (d × over), rounded half up, in units; all are whole.
struct Slope {
    std::int64_t times = 1;
    std::int64_t over = 1;
    std::int64_t pass_num = 0; ///< nothing is earned below this measure; 0 ÷ 1: there is none
    std::int64_t pass_den = 1;
    std::int64_t full = 0;
    std::int64_t unit = 1;
    std::int64_t if_zero = 0; ///< in units × unit: where d is 0
};

/// Bands, of which the first that covers n × times ÷ (d × over) gives the score; else band_asks.
struct Ladder {
    const BandStep* bands = nullptr;
    std::size_t count = 0;
    std::int64_t times = 1;
    std::int64_t over = 1;
};

/// The magnitude of all values of a column is to be known from two words.
struct Fold {
    std::int64_t any = 0;    ///< all values, or-ed: below 0 where one is
    std::int64_t folded = 0; ///< the same of value ^ (value >> 63), which is never below 0
};

/// The marks of a slot: 1 more than the scale of each row's value, 0 where it is absent.
struct Marks {
    const std::uint64_t* words = nullptr; ///< one a row, of which the mark is one byte
    unsigned shift = 0;                   ///< to that byte
    int least = 0;                        ///< of the rows, but for 0
    int greatest = 0;
};

/// The cost of a count of mistakes.
struct Deduction {
    std::int64_t worth = 0;
    std::int64_t at_most = std::numeric_limits<std::int64_t>::max();
    std::int64_t floor = 0;
};

/// How many columns are summed at once.
inline constexpr std::size_t summed_together = 4;

/// Blocks of fewer rows are for plain_lanes().
inline constexpr std::size_t least_of_lanes = 8;

struct Lanes {
    const char* name = "";
    /// Numbers of quotients, times all that they are multiplied with, are at most 2^most_bits.
    int most_bits = 0;

    Fold (*fold)(const std::int64_t* values, std::size_t rows) = nullptr;

    /// Whether some d is 0.
    bool (*share)(const Quotients& of, const Slope& slope, std::int64_t* out) = nullptr;
    /// Whether some d is 0, or some score below 0.
    bool (*bands)(const Quotients& of, const Ladder& ladder, std::int64_t* out) = nullptr;

    /// out ← before + all
    void (*sum)(std::int64_t* out, const std::int64_t* before, const std::int64_t* const* all,
                std::size_t rows) = nullptr;
    /// out ← max(out − min(times × worth, at_most), floor)
    void (*deduct)(std::int64_t* out, const std::int64_t* times, const Deduction& by,
                   std::size_t rows) = nullptr;
    /// out ← out + worth where held is not 0
    void (*earn)(std::int64_t* out, const std::int64_t* held, std::int64_t worth,
                 std::size_t rows) = nullptr;
    /// out ← max(least, min(out, most))
    void (*keep)(std::int64_t* out, const RoomStep& room, std::size_t rows) = nullptr;
    /// out ← value where holds is not 0
    void (*replace)(std::int64_t* out, const std::int64_t* holds, std::int64_t value,
                    std::size_t rows) = nullptr;
    /// grades ← of the interval that is covered first, else -1
    void (*grade)(std::int32_t* grades, const std::int64_t* totals, const GradeStep* steps,
                  std::size_t count, std::size_t rows) = nullptr;
    /// out ← whether a is, is less than, is at most b
    void (*equal)(std::int64_t* out, const std::int64_t* a, const std::int64_t* b,
                  std::size_t rows) = nullptr;
    void (*less)(std::int64_t* out, const std::int64_t* a, const std::int64_t* b,
                 std::size_t rows) = nullptr;
    void (*less_equal)(std::int64_t* out, const std::int64_t* a, const std::int64_t* b,
                       std::size_t rows) = nullptr;
    /// values ← values × 10^(greatest − mark), 0 where the mark is 0; the products fit.
    void (*rescale)(std::int64_t* values, const Marks& marks, std::size_t rows) = nullptr;
};

/// C++ alone.
[[nodiscard]] const Lanes& plain_lanes();

/// The best that this processor has. O(1).
[[nodiscard]] const Lanes& best_lanes();

/// All that this processor has, plain_lanes() first.
[[nodiscard]] std::span<const Lanes* const> all_lanes();

} // namespace heng::detail::kernel
