// SPDX-License-Identifier: Apache-2.0
#include "batch/kernel/lists.hpp"
#include "batch/kernel/quotient_loops.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace heng::detail::kernel {
namespace {

template <class Integer>
struct Divided {
    Integer n;
    Integer d;
};

/// The row's quotient with its sign in n; a den that is never below 0 needs no look.
template <bool is_signed, class Integer>
Divided<Integer> at(const Quotients& of, std::size_t row) {
    const std::int64_t n = of.num[row];
    const std::int64_t d = of.den[row];
    if constexpr (is_signed) {
        const std::int64_t sign = d >> 63;
        return {(Integer{n} ^ sign) - sign, (Integer{d} ^ sign) - sign};
    } else {
        return {Integer{n}, Integer{d}};
    }
}

/// round(n ÷ d) of n >= 0, d > 0.
template <bool half_up, class Integer>
Integer rounded(Integer n, Integer d, Rounding mode) {
    const Integer q = n / d;
    const Integer r = n - q * d;
    const bool away = half_up ? r >= d - r : detail::rounds_away(mode, false, q % 2 != 0, r, d);
    return q + (away ? 1 : 0);
}

template <bool is_signed, bool half_up, class Integer>
bool share_of(const Quotients& of, const Slope& slope, Rounding mode, std::int64_t* out) {
    const Integer times = slope.times;
    const Integer over = slope.over;
    const Integer pass_num = slope.pass_num;
    const Integer pass_den = slope.pass_den;
    const std::int64_t full = slope.full;
    const std::int64_t unit = slope.unit;
    const std::int64_t if_zero = slope.if_zero;
    bool any_zero = false;
    for (std::size_t row = 0; row < of.rows; ++row) {
        const auto [n, d] = at<is_signed, Integer>(of, row);
        const bool zero = d == 0;
        const bool failed = n <= 0 || n * pass_den < d * pass_num;
        const Integer x = failed ? Integer{0} : n * times;
        const Integer earned = rounded<half_up>(x, zero ? Integer{1} : d * over, mode);
        const std::int64_t score =
            static_cast<std::int64_t>(earned < full ? earned : Integer{full});
        out[row] = choose(zero, if_zero, score * unit);
        any_zero |= zero;
    }
    return any_zero;
}

/// The ends of bands that all have one end, and on the same side, over one block.
template <class Integer, std::size_t count>
struct Rungs {
    std::array<Integer, count> ends;
    std::array<Integer, count> open; ///< 1 where the end is not in the band
    std::array<std::int64_t, count> scores;
};

/// Numerators and denominators, multiplied.
template <class Integer>
struct Products {
    std::array<Integer, most_rows> num;
    std::array<Integer, most_rows> den;
    std::size_t rows;

    void turn() {
        for (std::size_t row = 0; row < rows; ++row) {
            num[row] = -num[row];
            den[row] = -den[row];
        }
    }
};

/// The score of the first of `count` bands [end, …) that covers n ÷ d, else `otherwise`.
template <std::size_t count, class Integer>
void climb(const Rungs<Integer, count>& rungs, const Products<Integer>& of, std::int64_t otherwise,
           std::int64_t* out) {
    const Rungs<Integer, count> steps = rungs;
    for (std::size_t row = 0; row < of.rows; ++row) {
        const Integer n = of.num[row];
        const Integer d = of.den[row];
        std::int64_t score = otherwise;
        for (std::size_t i = count; i-- > 0;) { // the first that covers it is set last
            score = choose(n - steps.open[i] >= d * steps.ends[i], steps.scores[i], score);
        }
        out[row] = score;
    }
}

template <std::size_t count, class Integer>
void climb(std::span<const BandStep> bands, const Products<Integer>& of, std::int64_t otherwise,
           std::int64_t* out) {
    Rungs<Integer, count> rungs;
    for (std::size_t i = 0; i < count; ++i) {
        const BandStep& band = bands[i];
        rungs.ends[i] = band.has_low ? band.low : band.high;
        rungs.open[i] = band.has_low ? band.low_open : band.high_open;
        rungs.scores[i] = band.score;
    }
    climb<count, Integer>(rungs, of, otherwise, out);
}

/// Sets the scores where all bands but the last, which may be all the rest, have one end on the
/// same side: those of `<=` are climbed with n and d turned around.
template <class Integer>
bool climb_all(std::span<const BandStep> bands, Products<Integer>& of, std::int64_t* out) {
    const BandStep& last = bands.back();
    const bool rest = !last.has_low && !last.has_high;
    const std::size_t count = bands.size() - (rest ? 1 : 0);
    const std::int64_t otherwise = rest ? last.score : band_asks;
    const auto all = [&](bool low) {
        return std::all_of(
            bands.begin(), bands.begin() + static_cast<std::ptrdiff_t>(count),
            [low](const BandStep& band) { return band.has_low == low && band.has_high != low; });
    };
    const bool falling = all(false);
    if (count == 0 || count > 5 || (!falling && !all(true))) {
        return false;
    }
    if (falling) {
        of.turn();
    }
    switch (count) {
    case 1:
        climb<1>(bands, of, otherwise, out);
        break;
    case 2:
        climb<2>(bands, of, otherwise, out);
        break;
    case 3:
        climb<3>(bands, of, otherwise, out);
        break;
    case 4:
        climb<4>(bands, of, otherwise, out);
        break;
    default:
        climb<5>(bands, of, otherwise, out);
        break;
    }
    return true;
}

/// One band after the other, the last first, so that the first that covers a row is set last.
template <class Integer>
void any_bands(std::span<const BandStep> bands, const Products<Integer>& of, std::int64_t* out) {
    std::fill_n(out, of.rows, band_asks);
    for (auto band = bands.rbegin(); band != bands.rend(); ++band) {
        const Integer low = band->low;
        const Integer high = band->high;
        for (std::size_t row = 0; row < of.rows; ++row) {
            const bool above = !band->has_low || of.num[row] - band->low_open >= of.den[row] * low;
            const bool below =
                !band->has_high || of.num[row] + band->high_open <= of.den[row] * high;
            out[row] = choose(above && below, band->score, out[row]);
        }
    }
}

/// The first band that covers the row, which few rows have sooner than a look at all.
template <class Integer>
std::int64_t first_band(std::span<const BandStep> bands, const Integer& n, const Integer& d) {
    for (const BandStep& band : bands) {
        const bool above = !band.has_low || n - band.low_open >= d * band.low;
        if (above && (!band.has_high || n + band.high_open <= d * band.high)) {
            return band.score;
        }
    }
    return band_asks;
}

} // namespace

template <class Integer>
bool share(const Quotients& of, const Slope& slope, Rounding mode, std::int64_t* out) {
    const bool half_up = mode == Rounding::half_up;
    if (half_up && !of.is_signed) {
        return share_of<false, true, Integer>(of, slope, mode, out);
    }
    return half_up ? share_of<true, true, Integer>(of, slope, mode, out)
                   : share_of<true, false, Integer>(of, slope, mode, out);
}

template <class Integer>
bool bands(const Quotients& of, const Ladder& ladder, std::int64_t* out) {
    const std::span<const BandStep> all{ladder.bands, ladder.count};
    bool asks = false;
    if (of.rows < least_of_lanes) {
        for (std::size_t row = 0; row < of.rows; ++row) {
            const auto [n, d] = at<true, Integer>(of, row);
            out[row] = first_band<Integer>(all, n * ladder.times, d * ladder.over);
            asks |= d == 0 || out[row] < 0;
        }
        return asks;
    }
    Products<Integer> products;
    products.rows = of.rows;
    for (std::size_t row = 0; row < of.rows; ++row) {
        const auto [n, d] = at<true, Integer>(of, row);
        products.num[row] = n * ladder.times;
        products.den[row] = d * ladder.over;
        asks |= d == 0;
    }
    if (!climb_all(all, products, out)) {
        any_bands(all, products, out);
    }
    std::int64_t least = 0;
    for (std::size_t row = 0; row < of.rows; ++row) {
        least = std::min(least, out[row]);
    }
    return asks || least < 0;
}

template bool share<std::int64_t>(const Quotients&, const Slope&, Rounding, std::int64_t*);
template bool share<Int128>(const Quotients&, const Slope&, Rounding, std::int64_t*);
template bool bands<std::int64_t>(const Quotients&, const Ladder&, std::int64_t*);
template bool bands<Int128>(const Quotients&, const Ladder&, std::int64_t*);

} // namespace heng::detail::kernel
