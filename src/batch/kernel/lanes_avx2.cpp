// SPDX-License-Identifier: Apache-2.0
//
// Four rows at a time, with AVX2.
//
// Quotients are divided as whole numbers of at most 2^51, which a double holds exactly, as it does
// their products below 2^53: all but the quotient itself, which is a guess that is at most one off
// and set right by its exact remainder. So no result depends on how a processor rounds.
//
// Nothing inline or of a template is instantiated between the two pragmas but what is always
// inlined: the linker could take such a copy for a processor without AVX2.
#include "batch/kernel/lanes_vector.hpp"
#include "batch/kernel/quotient_loops.hpp"
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

/// 2^52 + 2^51: added to a whole number of at most 2^51, its low bits are that number.
constexpr double anchor = 6755399441055744.0;

__m256i load(const std::int64_t* from) {
    return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(from));
}
void store(std::int64_t* to, __m256i values) {
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(to), values);
}
__m256i all(std::int64_t value) {
    return _mm256_set1_epi64x(value);
}
__m256d all_real(std::int64_t value) {
    return _mm256_set1_pd(static_cast<double>(value));
}

/// Precondition: at most 2^51.
__m256d real(__m256i whole) {
    const __m256d at = _mm256_set1_pd(anchor);
    return _mm256_sub_pd(_mm256_castsi256_pd(_mm256_add_epi64(whole, _mm256_castpd_si256(at))), at);
}
__m256i whole(__m256d real) {
    const __m256d at = _mm256_set1_pd(anchor);
    return _mm256_sub_epi64(_mm256_castpd_si256(_mm256_add_pd(real, at)), _mm256_castpd_si256(at));
}

__m256i choose(__m256d yes, __m256i a, __m256i b) {
    return _mm256_castpd_si256(
        _mm256_blendv_pd(_mm256_castsi256_pd(b), _mm256_castsi256_pd(a), yes));
}

/// n ÷ d of some rows, where d has no sign.
struct Divided {
    __m256d n;
    __m256d d;
    __m256d is_zero;
};

Divided divided(const Quotients& of, std::size_t row) {
    const __m256d zero = _mm256_setzero_pd();
    __m256d n = real(load(of.num + row));
    __m256d d = real(load(of.den + row));
    if (of.is_signed) {
        const __m256d minus = _mm256_set1_pd(-0.0);
        const __m256d sign = _mm256_and_pd(d, minus);
        n = _mm256_xor_pd(n, sign);
        d = _mm256_xor_pd(d, sign);
    }
    return {n, d, _mm256_cmp_pd(d, zero, _CMP_EQ_OQ)};
}

/// Multiplied: both below 2^53. What is nearest to n ÷ d or beside it is at most one off, and the
/// remainder, which is exact, tells.
__m256d rounded_share(__m256d n, __m256d d, __m256d full) {
    const __m256d one = _mm256_set1_pd(1.0);
    const __m256d guess = _mm256_min_pd(_mm256_div_pd(n, d), full);
    __m256d q = _mm256_round_pd(guess, _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC);
    const __m256d rest = _mm256_sub_pd(n, _mm256_mul_pd(q, d));
    const __m256d twice = _mm256_add_pd(rest, rest);
    const __m256d under = _mm256_cmp_pd(twice, d, _CMP_GE_OQ);
    const __m256d past = _mm256_cmp_pd(_mm256_add_pd(twice, d), _mm256_setzero_pd(), _CMP_LT_OQ);
    q = _mm256_add_pd(q, _mm256_and_pd(under, one));
    q = _mm256_sub_pd(q, _mm256_and_pd(past, one));
    return _mm256_min_pd(q, full);
}

bool share(const Quotients& of, const Slope& slope, std::int64_t* out) {
    const __m256d times = all_real(slope.times);
    const __m256d over = all_real(slope.over);
    const __m256d pass_num = all_real(slope.pass_num);
    const __m256d pass_den = all_real(slope.pass_den);
    const __m256d full = all_real(slope.full);
    const __m256d unit = all_real(slope.unit);
    const __m256i if_zero = all(slope.if_zero);
    const __m256d one = _mm256_set1_pd(1.0);
    __m256d zeros = _mm256_setzero_pd();
    std::size_t row = 0;
    for (; row + width <= of.rows; row += width) {
        const Divided at = divided(of, row);
        const __m256d passes =
            _mm256_cmp_pd(_mm256_mul_pd(at.n, pass_den), _mm256_mul_pd(at.d, pass_num), _CMP_GE_OQ);
        const __m256d earns = _mm256_max_pd(at.n, _mm256_setzero_pd());
        const __m256d n = _mm256_and_pd(_mm256_mul_pd(earns, times), passes);
        const __m256d d = _mm256_blendv_pd(_mm256_mul_pd(at.d, over), one, at.is_zero);
        const __m256d score = _mm256_mul_pd(rounded_share(n, d, full), unit);
        store(out + row, choose(at.is_zero, if_zero, whole(score)));
        zeros = _mm256_or_pd(zeros, at.is_zero);
    }
    const bool rest = row < of.rows && kernel::share<std::int64_t>(of.from(row), slope,
                                                                   Rounding::half_up, out + row);
    return rest || _mm256_movemask_pd(zeros) != 0;
}

/// Bands as they are compared.
struct Rung {
    double low;
    double high;
    double low_open;  ///< 1 where the end is not in the band
    double high_open; ///< the same
    std::int64_t score;
    bool has_low;
    bool has_high;
};

constexpr std::size_t most_rungs = 16;

/// The score of the first of the rungs that covers n ÷ d, else `score`.
__m256i climb(const Rung* rungs, std::size_t count, const Divided& at, __m256i score) {
    for (std::size_t i = count; i-- > 0;) { // the first that covers it is set last
        const Rung& rung = rungs[i];
        __m256d covers = _mm256_castsi256_pd(_mm256_set1_epi64x(-1));
        if (rung.has_low) {
            const __m256d end = _mm256_mul_pd(at.d, _mm256_set1_pd(rung.low));
            const __m256d n = _mm256_sub_pd(at.n, _mm256_set1_pd(rung.low_open));
            covers = _mm256_cmp_pd(n, end, _CMP_GE_OQ);
        }
        if (rung.has_high) {
            const __m256d end = _mm256_mul_pd(at.d, _mm256_set1_pd(rung.high));
            const __m256d n = _mm256_add_pd(at.n, _mm256_set1_pd(rung.high_open));
            covers = _mm256_and_pd(covers, _mm256_cmp_pd(n, end, _CMP_LE_OQ));
        }
        score = choose(covers, all(rung.score), score);
    }
    return score;
}

/// Scores by the bands from `first` on, over what the later ones gave. Whether some row asks.
bool bands_from(const Quotients& of, const Ladder& ladder, std::size_t first, std::size_t count,
                bool is_last, std::int64_t* out) {
    Rung rungs[most_rungs];
    const BandStep* const from = ladder.bands + first;
    for (std::size_t i = 0; i < count; ++i) {
        rungs[i] = {static_cast<double>(from[i].low),
                    static_cast<double>(from[i].high),
                    from[i].low_open ? 1.0 : 0.0,
                    from[i].high_open ? 1.0 : 0.0,
                    from[i].score,
                    from[i].has_low,
                    from[i].has_high};
    }
    const __m256d times = all_real(ladder.times);
    const __m256d over = all_real(ladder.over);
    __m256d asks = _mm256_setzero_pd();
    for (std::size_t row = 0; row + width <= of.rows; row += width) {
        Divided at = divided(of, row);
        at.n = _mm256_mul_pd(at.n, times);
        at.d = _mm256_mul_pd(at.d, over);
        const __m256i score = climb(rungs, count, at, is_last ? all(band_asks) : load(out + row));
        asks = _mm256_or_pd(asks, _mm256_or_pd(at.is_zero, _mm256_castsi256_pd(score)));
        store(out + row, score);
    }
    return _mm256_movemask_pd(asks) != 0;
}

bool bands(const Quotients& of, const Ladder& ladder, std::int64_t* out) {
    const std::size_t whole_rows = of.rows / width * width;
    bool asks = false;
    std::size_t end = ladder.count;
    while (end > 0 && whole_rows > 0) {
        const std::size_t first = end > most_rungs ? end - most_rungs : 0;
        asks = bands_from(of, ladder, first, end - first, end == ladder.count, out);
        end = first;
    }
    const bool rest = whole_rows < of.rows &&
                      kernel::bands<std::int64_t>(of.from(whole_rows), ladder, out + whole_rows);
    return asks || rest;
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
    static constexpr Lanes table{.name = "avx2",
                                 .most_bits = 51,
                                 .fold = avx2::fold,
                                 .share = avx2::share,
                                 .bands = avx2::bands,
                                 .sum = avx2::sum,
                                 .deduct = avx2::deduct,
                                 .earn = avx2::earn,
                                 .keep = avx2::keep,
                                 .replace = avx2::replace,
                                 .grade = avx2::grade,
                                 .equal = avx2::equal,
                                 .less = avx2::less,
                                 .less_equal = avx2::less_equal,
                                 .rescale = avx2::rescale};
    return table;
}

} // namespace heng::detail::kernel

#endif
