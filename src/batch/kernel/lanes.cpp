// SPDX-License-Identifier: Apache-2.0
#include "batch/kernel/block.hpp"
#include "batch/kernel/lanes_vector.hpp"
#include "batch/kernel/quotient_loops.hpp"
#include "batch/kernel/row_loops.hpp"

#include <array>

namespace heng::detail::kernel {
namespace plain {
namespace {

Fold fold(const std::int64_t* values, std::size_t rows) {
    return row_loops::fold(values, rows);
}
bool share(const Quotients& of, const Slope& slope, std::int64_t* out) {
    return kernel::share<std::int64_t>(of, slope, Rounding::half_up, out);
}
void sum(std::int64_t* out, const std::int64_t* before, const std::int64_t* const* all,
         std::size_t rows) {
    row_loops::sum(out, before, all, rows);
}
void deduct(std::int64_t* out, const std::int64_t* times, const Deduction& by, std::size_t rows) {
    row_loops::deduct(out, times, by, rows);
}
void earn(std::int64_t* out, const std::int64_t* held, std::int64_t worth, std::size_t rows) {
    row_loops::earn(out, held, worth, rows);
}
void keep(std::int64_t* out, const RoomStep& room, std::size_t rows) {
    row_loops::keep(out, room.least, room.most, rows);
}
void replace(std::int64_t* out, const std::int64_t* holds, std::int64_t value, std::size_t rows) {
    row_loops::replace(out, holds, value, rows);
}
void grade(std::int32_t* grades, const std::int64_t* totals, const GradeStep* steps,
           std::size_t count, std::size_t rows) {
    row_loops::grade(grades, totals, steps, count, rows);
}
void equal(std::int64_t* out, const std::int64_t* a, const std::int64_t* b, std::size_t rows) {
    row_loops::compare(out, a, b, rows, row_loops::Equal{});
}
void less(std::int64_t* out, const std::int64_t* a, const std::int64_t* b, std::size_t rows) {
    row_loops::compare(out, a, b, rows, row_loops::Less{});
}
void less_equal(std::int64_t* out, const std::int64_t* a, const std::int64_t* b, std::size_t rows) {
    row_loops::compare(out, a, b, rows, row_loops::LessEqual{});
}
void rescale(std::int64_t* values, const Marks& marks, std::size_t rows) {
    row_loops::rescale(values, marks, rows);
}

} // namespace
} // namespace plain

const Lanes& plain_lanes() {
    static constexpr Lanes table{.name = "plain",
                                 .most_bits = safe_bits,
                                 .fold = plain::fold,
                                 .share = plain::share,
                                 .bands = kernel::bands<std::int64_t>,
                                 .sum = plain::sum,
                                 .deduct = plain::deduct,
                                 .earn = plain::earn,
                                 .keep = plain::keep,
                                 .replace = plain::replace,
                                 .grade = plain::grade,
                                 .equal = plain::equal,
                                 .less = plain::less,
                                 .less_equal = plain::less_equal,
                                 .rescale = plain::rescale};
    return table;
}

std::span<const Lanes* const> all_lanes() {
    struct Found {
        std::array<const Lanes*, 2> lanes{&plain_lanes(), nullptr};
        std::size_t count = 1;
    };
    static const Found all = [] {
        Found found;
#ifdef HENG_HAS_AVX2
        __builtin_cpu_init();
        if (__builtin_cpu_supports("avx2")) {
            found.lanes[found.count++] = &avx2_lanes();
        }
#endif
        return found;
    }();
    return {all.lanes.data(), all.count};
}

const Lanes& best_lanes() {
    return *all_lanes().back();
}

} // namespace heng::detail::kernel
