// SPDX-License-Identifier: Apache-2.0
#include "batch/kernel/adjusted.hpp"
#include "batch/kernel/exact.hpp"
#include "batch/kernel/lists.hpp"
#include "batch/kernel/quotient.hpp"
#include "batch/kernel/rules.hpp"
#include "batch/kernel/targets.hpp"

#include <algorithm>
#include <array>

namespace heng::detail::kernel {
namespace {

/// a × b where it fits, else 0.
std::int64_t product(std::int64_t a, std::int64_t b) {
    const Int128 whole = Int128{a} * b;
    return detail::fits_int64(whole) ? static_cast<std::int64_t>(whole) : 0;
}

template <class Integer>
struct Divided {
    Integer n;
    Integer d;
};

/// The row's quotient with its sign in n; a den that is never below 0 needs no look.
template <bool is_signed, class Integer>
Divided<Integer> at(const Quotient& of, std::size_t row) {
    const std::int64_t n = of.num.values[row];
    const std::int64_t d = of.den.values[row];
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

/// A proportional rule over one block: what its numbers are multiplied with, aligned.
template <class Integer>
struct Slope {
    Integer times;
    Integer over;
    Integer pass_num; ///< nothing is earned below this measure; 0 ÷ 1: there is no such measure
    Integer pass_den;
};

template <bool is_signed, bool half_up, class Integer>
void proportional(const Pass& pass, const Step& step, const ProportionalStep& rule,
                  const Quotient& of, const Slope<Integer>& slope) {
    const std::size_t rows = pass.rows();
    std::int64_t* const out = pass.item(step.out);
    const Rounding mode = pass.program.rounding;
    const std::int64_t if_zero = rule.if_zero.value_or(0) * rule.unit;
    const std::int64_t full = rule.full;
    const std::int64_t unit = rule.unit;
    const auto [times, over, pass_num, pass_den] = slope;
    bool any_zero = false;
    for (std::size_t row = 0; row < rows; ++row) {
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
    for (std::size_t row = 0; any_zero && !rule.if_zero && row < rows; ++row) {
        pass.asks.set(row, of.den.values[row] == 0);
    }
}

template <class Integer>
void proportional(const Pass& pass, const Step& step, const ProportionalStep& rule,
                  const Quotient& of, const Slope<Integer>& slope) {
    const bool half_up = pass.program.rounding == Rounding::half_up;
    if (half_up && !of.den.negative) {
        proportional<false, true>(pass, step, rule, of, slope);
    } else if (half_up) {
        proportional<true, true>(pass, step, rule, of, slope);
    } else {
        proportional<true, false>(pass, step, rule, of, slope);
    }
}

void proportional(const Pass& pass, const Step& step) {
    const ProportionalStep& rule = pass.program.proportional[static_cast<std::size_t>(step.extra)];
    const Quotient of{pass, step};
    const bool has_pass = rule.pass_den != 0;
    const std::int64_t times = product(rule.times, of.num_unit);
    const std::int64_t over = product(rule.over, of.den_unit);
    const std::int64_t pass_num = has_pass ? product(rule.pass_num, of.den_unit) : 0;
    const std::int64_t pass_den = has_pass ? product(rule.pass_den, of.num_unit) : 1;
    if (times == 0 || over == 0 || (has_pass && (pass_num == 0 || pass_den == 0))) {
        return pass.asks.set_all(); // units so far apart that 64 bits do not hold their ratio
    }
    const int num_bits = of.num.bits + std::max(bits_of(times), bits_of(pass_den));
    const int den_bits = of.den.bits + std::max(bits_of(over), bits_of(pass_num));
    if (num_bits <= safe_bits && den_bits <= safe_bits) {
        proportional<std::int64_t>(pass, step, rule, of, {times, over, pass_num, pass_den});
    } else {
        proportional<Int128>(pass, step, rule, of, {times, over, pass_num, pass_den});
    }
}

/// The ends of bands that all have one end, and on the same side, over one block.
template <class Integer, std::size_t count>
struct Ladder {
    std::array<Integer, count> ends;
    std::array<Integer, count> open; ///< 1 where the end is not in the band
    std::array<std::int64_t, count> scores;
};

/// The score of the first of `count` bands [end, …) that covers n ÷ d, else `otherwise`.
template <std::size_t count, class Integer>
void climb(const Ladder<Integer, count>& ladder, const std::array<Integer, most_rows>& num,
           const std::array<Integer, most_rows>& den, std::size_t rows, std::int64_t otherwise,
           std::int64_t* out) {
    const Ladder<Integer, count> steps = ladder;
    for (std::size_t row = 0; row < rows; ++row) {
        const Integer n = num[row];
        const Integer d = den[row];
        std::int64_t score = otherwise;
        for (std::size_t i = count; i-- > 0;) { // the first that covers it is set last
            score = choose(n - steps.open[i] >= d * steps.ends[i], steps.scores[i], score);
        }
        out[row] = score;
    }
}

template <std::size_t count, class Integer>
void climb(const BandsStep& rule, const std::array<Integer, most_rows>& num,
           const std::array<Integer, most_rows>& den, std::size_t rows, std::int64_t otherwise,
           std::int64_t* out) {
    Ladder<Integer, count> ladder;
    for (std::size_t i = 0; i < count; ++i) {
        const BandStep& band = rule.bands[i];
        ladder.ends[i] = band.has_low ? band.low : band.high;
        ladder.open[i] = band.has_low ? band.low_open : band.high_open;
        ladder.scores[i] = band.score;
    }
    climb<count, Integer>(ladder, num, den, rows, otherwise, out);
}

/// Sets the scores where all bands but the last, which may be all the rest, have one end on the
/// same side: those of `<=` are climbed with n and d turned around.
template <class Integer>
bool ladder(const BandsStep& rule, std::array<Integer, most_rows>& num,
            std::array<Integer, most_rows>& den, std::size_t rows, std::int64_t* out) {
    const BandStep& last = rule.bands.back();
    const bool rest = !last.has_low && !last.has_high;
    const std::size_t count = rule.bands.size() - (rest ? 1 : 0);
    const std::int64_t otherwise = rest ? last.score : band_asks;
    const auto all = [&](bool low) {
        return std::all_of(
            rule.bands.begin(), rule.bands.begin() + static_cast<std::ptrdiff_t>(count),
            [low](const BandStep& band) { return band.has_low == low && band.has_high != low; });
    };
    const bool falling = all(false);
    if (!falling && !all(true)) {
        return false;
    }
    for (std::size_t row = 0; falling && row < rows; ++row) {
        num[row] = -num[row];
        den[row] = -den[row];
    }
    switch (count) {
    case 1:
        climb<1>(rule, num, den, rows, otherwise, out);
        return true;
    case 2:
        climb<2>(rule, num, den, rows, otherwise, out);
        return true;
    case 3:
        climb<3>(rule, num, den, rows, otherwise, out);
        return true;
    case 4:
        climb<4>(rule, num, den, rows, otherwise, out);
        return true;
    case 5:
        climb<5>(rule, num, den, rows, otherwise, out);
        return true;
    default:
        break;
    }
    for (std::size_t row = 0; falling && row < rows; ++row) {
        num[row] = -num[row];
        den[row] = -den[row];
    }
    return false;
}

/// One band after the other, the last first, so that the first that covers a row is set last.
template <class Integer>
void any_bands(const BandsStep& rule, const std::array<Integer, most_rows>& num,
               const std::array<Integer, most_rows>& den, std::size_t rows, std::int64_t* out) {
    std::fill_n(out, rows, band_asks);
    for (auto band = rule.bands.rbegin(); band != rule.bands.rend(); ++band) {
        const Integer low = band->low;
        const Integer high = band->high;
        for (std::size_t row = 0; row < rows; ++row) {
            const bool above = !band->has_low || num[row] - band->low_open >= den[row] * low;
            const bool below = !band->has_high || num[row] + band->high_open <= den[row] * high;
            out[row] = choose(above && below, band->score, out[row]);
        }
    }
}

template <class Integer>
void bands(const Pass& pass, const Step& step, const BandsStep& rule, const Quotient& of,
           Integer times, Integer over) {
    const std::size_t rows = pass.rows();
    std::int64_t* const out = pass.item(step.out);
    std::array<Integer, most_rows> num;
    std::array<Integer, most_rows> den;
    bool any_zero = false;
    for (std::size_t row = 0; row < rows; ++row) {
        const auto [n, d] = at<true, Integer>(of, row);
        num[row] = n * times;
        den[row] = d * over;
        any_zero |= d == 0;
    }
    if (!ladder(rule, num, den, rows, out)) {
        any_bands(rule, num, den, rows, out);
    }
    std::int64_t least = 0;
    for (std::size_t row = 0; row < rows; ++row) {
        least = std::min(least, out[row]);
    }
    for (std::size_t row = 0; (any_zero || least < 0) && row < rows; ++row) {
        pass.asks.set(row, out[row] < 0 || den[row] == 0);
        out[row] = std::max(out[row], std::int64_t{0});
    }
    for (std::size_t row = 0; rule.bias != 0 && row < rows; ++row) {
        out[row] -= rule.bias;
    }
}

void bands(const Pass& pass, const Step& step) {
    const BandsStep& rule = pass.program.bands[static_cast<std::size_t>(step.extra)];
    const Quotient of{pass, step};
    const std::int64_t times = product(rule.den, of.num_unit);
    if (times == 0) {
        return pass.asks.set_all();
    }
    if (of.num.bits + bits_of(times) < safe_bits &&
        of.den.bits + bits_of(of.den_unit) + rule.bits < safe_bits) {
        bands<std::int64_t>(pass, step, rule, of, times, of.den_unit);
    } else if (of.num.bits + bits_of(times) < 126 &&
               of.den.bits + bits_of(of.den_unit) + rule.bits < 126) {
        bands<Int128>(pass, step, rule, of, times, of.den_unit);
    } else {
        pass.asks.set_all();
    }
}

/// Four at a time, so that the sum is not written and read again for each child.
void sum(const Pass& pass, const Step& step) {
    constexpr std::size_t together = 4;
    const std::size_t rows = pass.rows();
    std::int64_t* const out = pass.item(step.out);
    const std::int64_t* const zeros = pass.scores.results.data();
    const auto& children = pass.program.children[static_cast<std::size_t>(step.extra)];
    for (std::size_t i = 0; i < children.size(); i += together) {
        std::array<const std::int64_t*, together> from;
        for (std::size_t k = 0; k < together; ++k) {
            from[k] = i + k < children.size() ? pass.item(children[i + k]) : zeros;
        }
        const std::int64_t* const before = i == 0 ? zeros : out;
        for (std::size_t row = 0; row < rows; ++row) {
            out[row] = before[row] + (from[0][row] + from[1][row]) + (from[2][row] + from[3][row]);
        }
    }
}

void round(const Pass& pass, const Step& step) {
    const std::size_t rows = pass.rows();
    const Program& program = pass.program;
    const std::int64_t unit = power_of_ten(program.scale - program.rounding_scale);
    std::int64_t* out = pass.item(step.out);
    for (std::size_t row = 0; row < rows; ++row) {
        const Int128 whole = detail::rounded_quotient(out[row], unit, program.rounding);
        out[row] = static_cast<std::int64_t>(whole) * unit;
    }
}

/// No score passes its points, which have more places than scores are rounded to.
void bound(const Pass& pass, const Step& step) {
    std::int64_t* out = pass.item(step.out);
    std::for_each(out, out + pass.rows(),
                  [&](std::int64_t& score) { score = std::min(score, step.extra); });
}

/// No score leaves its room.
void keep(const Pass& pass, const Step& step) {
    const RoomStep& room = pass.program.rooms[static_cast<std::size_t>(step.extra)];
    std::int64_t* out = pass.item(step.out);
    std::for_each(out, out + pass.rows(), [&](std::int64_t& score) {
        score = std::max(room.least, std::min(score, room.most));
    });
}

/// What a rule asks for in a row where it does not apply is forgotten.
void spare(const Pass& pass, const Step& step) {
    const std::span<std::uint8_t> asks = pass.asks.all();
    std::array<std::uint8_t, most_rows>& before = pass.scores.asked;
    if (step.op == Op::begin_rule) {
        std::copy(asks.begin(), asks.end(), before.begin());
        return;
    }
    const std::int64_t* const holds = pass.view(step.a).values;
    for (std::size_t row = 0; row < asks.size(); ++row) {
        asks[row] = holds[row] != 0 ? before[row] : asks[row];
    }
}

void replace(const Pass& pass, const Step& step) {
    const std::size_t rows = pass.rows();
    const std::int64_t* holds = pass.view(step.a).values;
    std::int64_t* out = pass.item(step.out);
    for (std::size_t row = 0; row < rows; ++row) {
        out[row] = holds[row] != 0 ? step.extra : out[row];
    }
}

} // namespace

void score(const Pass& pass, const Step& step) {
    const std::size_t rows = pass.rows();
    switch (step.op) {
    case Op::proportional:
        return proportional(pass, step);
    case Op::bands:
        return bands(pass, step);
    case Op::measured:
        return measured(pass, step);
    case Op::targets:
        return targets(pass, step);
    case Op::assessed:
        return assessed(pass, step);
    case Op::categories:
        return categories(pass, step);
    case Op::no_rows:
        return drop_rows(pass, step);
    case Op::begin_rule:
    case Op::end_rule:
        return spare(pass, step);
    case Op::exact_sum:
    case Op::exact_keep:
    case Op::exact_adjust:
    case Op::exact_round:
    case Op::exact_replace:
        return score_exactly(pass, step);
    case Op::occurrences:
        return occurrences(pass, step);
    case Op::checklist:
        return checklist(pass, step);
    case Op::condition: {
        std::fill_n(pass.item(step.out), pass.rows(), 0);
        return replace(pass, step);
    }
    case Op::sum:
        return sum(pass, step);
    case Op::round:
        return round(pass, step);
    case Op::bound:
        return bound(pass, step);
    case Op::keep:
        return keep(pass, step);
    case Op::adjust:
        return adjust(pass, step);
    case Op::replace:
        return replace(pass, step);
    default: // refuse
        for (std::size_t row = 0; row < rows; ++row) {
            pass.asks.set(row, pass.view(step.a).values[row] != 0);
        }
    }
}

} // namespace heng::detail::kernel
