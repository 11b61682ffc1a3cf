// SPDX-License-Identifier: Apache-2.0
//
// The loops of Lanes that compilers turn into vectors by themselves: the same lines, inlined into a
// function for each set of instructions. They call nothing that is not inlined with them.
#pragma once

#include "batch/kernel/lanes.hpp"

#include <cstddef>
#include <cstdint>

namespace heng::detail::kernel::row_loops {

[[gnu::always_inline]] inline std::int64_t lesser(std::int64_t a, std::int64_t b) {
    return b < a ? b : a;
}
[[gnu::always_inline]] inline std::int64_t greater(std::int64_t a, std::int64_t b) {
    return a < b ? b : a;
}

[[gnu::always_inline]] inline Fold fold(const std::int64_t* values, std::size_t rows) {
    std::int64_t any = 0;
    for (std::size_t row = 0; row < rows; ++row) {
        any |= values[row];
    }
    if (any >= 0) { // as most columns are: no look at signs
        return {any, any};
    }
    std::int64_t folded = 0;
    for (std::size_t row = 0; row < rows; ++row) {
        folded |= values[row] ^ (values[row] >> 63);
    }
    return {any, folded};
}

[[gnu::always_inline]] inline void sum(std::int64_t* out, const std::int64_t* before,
                                       const std::int64_t* const* all, std::size_t rows) {
    const std::int64_t* const a = all[0];
    const std::int64_t* const b = all[1];
    const std::int64_t* const c = all[2];
    const std::int64_t* const d = all[3];
    for (std::size_t row = 0; row < rows; ++row) {
        out[row] = before[row] + (a[row] + b[row]) + (c[row] + d[row]);
    }
}

[[gnu::always_inline]] inline void deduct(std::int64_t* out, const std::int64_t* times,
                                          const Deduction& by, std::size_t rows) {
    const std::int64_t worth = by.worth;
    const std::int64_t at_most = by.at_most;
    const std::int64_t floor = by.floor;
    for (std::size_t row = 0; row < rows; ++row) { // what is at the floor stays there
        out[row] = greater(out[row] - lesser(times[row] * worth, at_most), floor);
    }
}

[[gnu::always_inline]] inline void earn(std::int64_t* out, const std::int64_t* held,
                                        std::int64_t worth, std::size_t rows) {
    for (std::size_t row = 0; row < rows; ++row) {
        out[row] += held[row] != 0 ? worth : 0;
    }
}

[[gnu::always_inline]] inline void keep(std::int64_t* out, std::int64_t least, std::int64_t most,
                                        std::size_t rows) {
    for (std::size_t row = 0; row < rows; ++row) {
        out[row] = greater(least, lesser(out[row], most));
    }
}

[[gnu::always_inline]] inline void replace(std::int64_t* out, const std::int64_t* holds,
                                           std::int64_t value, std::size_t rows) {
    for (std::size_t row = 0; row < rows; ++row) {
        const std::int64_t score = out[row];
        out[row] = holds[row] != 0 ? value : score;
    }
}

[[gnu::always_inline]] inline void cover(std::int32_t* grades, const std::int64_t* totals,
                                         std::int64_t lowest, std::int64_t highest,
                                         std::int32_t grade, std::size_t rows) {
    for (std::size_t row = 0; row < rows; ++row) {
        const std::int32_t before = grades[row];
        const bool covers = (totals[row] >= lowest) & (totals[row] <= highest);
        grades[row] = covers ? grade : before;
    }
}

/// The first that covers a row is set last.
[[gnu::always_inline]] inline void grade(std::int32_t* grades, const std::int64_t* totals,
                                         const GradeStep* steps, std::size_t count,
                                         std::size_t rows) {
    for (std::size_t row = 0; row < rows; ++row) {
        grades[row] = -1;
    }
    for (std::size_t i = count; i-- > 0;) {
        cover(grades, totals, steps[i].lowest, steps[i].highest, steps[i].grade, rows);
    }
}

struct Equal {
    [[gnu::always_inline]] bool operator()(std::int64_t a, std::int64_t b) const { return a == b; }
};
struct Less {
    [[gnu::always_inline]] bool operator()(std::int64_t a, std::int64_t b) const { return a < b; }
};
struct LessEqual {
    [[gnu::always_inline]] bool operator()(std::int64_t a, std::int64_t b) const { return a <= b; }
};

template <class Holds>
[[gnu::always_inline]] inline void compare(std::int64_t* out, const std::int64_t* a,
                                           const std::int64_t* b, std::size_t rows, Holds holds) {
    for (std::size_t row = 0; row < rows; ++row) {
        out[row] = holds(a[row], b[row]) ? 1 : 0;
    }
}

/// Ten times as often as its places are short of the greatest; what is absent becomes 0.
[[gnu::always_inline]] inline void rescale(std::int64_t* values, const Marks& marks,
                                           std::size_t rows) {
    const std::uint64_t* const words = marks.words;
    const unsigned shift = marks.shift;
    for (std::int64_t mark = marks.least; mark < marks.greatest; ++mark) {
        for (std::size_t row = 0; row < rows; ++row) {
            const auto own = static_cast<std::int64_t>((words[row] >> shift) & 0xFFU);
            const std::int64_t value = values[row];
            values[row] = own <= mark ? value * 10 : value;
        }
    }
    for (std::size_t row = 0; row < rows; ++row) {
        const std::int64_t value = values[row];
        values[row] = ((words[row] >> shift) & 0xFFU) != 0 ? value : 0;
    }
}

} // namespace heng::detail::kernel::row_loops
