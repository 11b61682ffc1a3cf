// SPDX-License-Identifier: Apache-2.0
//
// The loops without a division, compiled for AVX2: four rows at a time. AVX2 divides no whole
// numbers, so quotients take the loops of plain_lanes().
//
// Nothing inline or of a template is instantiated between the two pragmas but what is always
// inlined: the linker could take such a copy for a processor without AVX2.
#include "batch/kernel/lanes_vector.hpp"
#include "batch/kernel/row_loops.hpp"

#ifdef HENG_HAS_AVX2
#include <immintrin.h>

#if defined(__clang__)
#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)
#else
#pragma GCC push_options
#pragma GCC target("avx2")
#endif

namespace heng::detail::kernel {
namespace avx2 {
namespace {

constexpr std::size_t width = 4;

__m256i load(const std::int64_t* from) {
    return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(from));
}
void store(std::int64_t* to, __m256i values) {
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(to), values);
}
__m256i all(std::int64_t value) {
    return _mm256_set1_epi64x(value);
}

Fold fold(const std::int64_t* values, std::size_t rows) {
    return row_loops::fold(values, rows);
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

/// In one go over the rows. The mark is brought to the highest byte: what is below it does not
/// change how it compares.
void rescale(std::int64_t* values, const Marks& marks, std::size_t rows) {
    const auto end_of = [](int mark) {
        return (std::int64_t{mark} + 1) << 56;
    };
    const __m128i up = _mm_cvtsi32_si128(56 - static_cast<int>(marks.shift));
    const __m256i none = all(end_of(0));
    std::size_t row = 0;
    for (; row + width <= rows; row += width) {
        const auto* const words = reinterpret_cast<const __m256i*>(marks.words + row);
        const __m256i own = _mm256_sll_epi64(_mm256_loadu_si256(words), up);
        __m256i value = load(values + row);
        for (int mark = marks.least; mark < marks.greatest; ++mark) {
            const __m256i short_of = _mm256_cmpgt_epi64(all(end_of(mark)), own);
            const __m256i five = _mm256_add_epi64(value, _mm256_slli_epi64(value, 2));
            value = _mm256_blendv_epi8(value, _mm256_slli_epi64(five, 1), short_of);
        }
        store(values + row, _mm256_andnot_si256(_mm256_cmpgt_epi64(none, own), value));
    }
    Marks rest = marks;
    rest.words += row;
    row_loops::rescale(values + row, rest, rows - row);
}

} // namespace

#if defined(__clang__)
#pragma clang attribute pop
#else
#pragma GCC pop_options
#endif

} // namespace avx2

const Lanes& avx2_lanes() {
    static const Lanes table = [] {
        Lanes lanes = plain_lanes();
        lanes.name = "avx2";
        lanes.fold = avx2::fold;
        lanes.sum = avx2::sum;
        lanes.deduct = avx2::deduct;
        lanes.earn = avx2::earn;
        lanes.keep = avx2::keep;
        lanes.replace = avx2::replace;
        lanes.grade = avx2::grade;
        lanes.equal = avx2::equal;
        lanes.less = avx2::less;
        lanes.less_equal = avx2::less_equal;
        lanes.rescale = avx2::rescale;
        return lanes;
    }();
    return table;
}

} // namespace heng::detail::kernel

#endif
