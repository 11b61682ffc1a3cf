// SPDX-License-Identifier: Apache-2.0
#include "kernel/rules.hpp"

#include <heng/number/fault.hpp>
#include <heng/number/points.hpp>
#include <heng/number/ratio.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <type_traits>
#include <variant>

namespace heng::kernel {
namespace {

/// a ÷ b of decimal numbers as whole numbers, n ÷ d, with d >= 0: what to multiply each with.
struct Quotient {
    Quotient(const Pass& pass, const Step& step) : num(pass.view(step.a)), den(pass.view(step.b)) {
        const int places = den.scale - num.scale;
        num_unit = power_of_ten(std::max(places, 0));
        den_unit = power_of_ten(std::max(-places, 0));
    }

    const View& num;
    const View& den;
    std::int64_t num_unit = 1;
    std::int64_t den_unit = 1;
};

/// a × b where it fits, else 0.
std::int64_t product(std::int64_t a, std::int64_t b) {
    const Int128 whole = Int128{a} * b;
    return detail::fits_int64(whole) ? static_cast<std::int64_t>(whole) : 0;
}

/// `yes ? a : b` without a branch on `yes`, which no predictor knows.
std::int64_t choose(bool yes, std::int64_t a, std::int64_t b) {
    return b ^ ((a ^ b) & -std::int64_t{yes});
}

template <class Integer>
struct Divided {
    Integer n;
    Integer d;
};

/// The row's quotient with its sign in n.
template <class Integer>
Divided<Integer> at(const Quotient& of, std::size_t row) {
    const std::int64_t sign = of.den.values[row] >> 63;
    return {(Integer{of.num.values[row]} ^ sign) - sign,
            (Integer{of.den.values[row]} ^ sign) - sign};
}

/// round(n ÷ d) of n >= 0, d > 0.
template <bool half_up, class Integer>
Integer rounded(Integer n, Integer d, Rounding mode) {
    const Integer q = n / d;
    const Integer r = n - q * d;
    const bool away = half_up ? r >= d - r : detail::rounds_away(mode, false, q % 2 != 0, r, d);
    return q + (away ? 1 : 0);
}

template <bool half_up, class Integer>
void proportional(const Pass& pass, const Step& step, const ProportionalStep& rule,
                  const Quotient& of, Integer times, Integer over) {
    const std::size_t rows = pass.rows();
    std::int64_t* out = pass.item(step.out);
    const Rounding mode = pass.program.rounding;
    const std::int64_t if_zero = rule.if_zero.value_or(0) * rule.unit;
    const bool zero_asks = !rule.if_zero;
    const std::int64_t full = rule.full;
    const std::int64_t unit = rule.unit;
    for (std::size_t row = 0; row < rows; ++row) {
        const auto [n, d] = at<Integer>(of, row);
        const bool zero = d == 0;
        const Integer x = n > 0 ? n * times : 0;
        const Integer y = zero ? 1 : d * over;
        const Integer earned = rounded<half_up>(x, y, mode);
        const std::int64_t score =
            static_cast<std::int64_t>(earned < full ? earned : Integer{full});
        out[row] = choose(zero, if_zero, score * unit);
        pass.asks.set(row, zero && zero_asks);
    }
}

/// Nothing is earned below `pass_num ÷ pass_den`, a zero denominator aside.
template <class Integer>
void pass_mark(const Pass& pass, const Step& step, const Quotient& of, Integer num, Integer den) {
    const std::size_t rows = pass.rows();
    std::int64_t* out = pass.item(step.out);
    for (std::size_t row = 0; row < rows; ++row) {
        const auto [n, d] = at<Integer>(of, row);
        const bool failed = n * den < d * num && d != 0;
        out[row] = failed ? 0 : out[row];
    }
}

void proportional(const Pass& pass, const Step& step) {
    const ProportionalStep& rule = pass.program.proportional[static_cast<std::size_t>(step.extra)];
    const Quotient of{pass, step};
    const std::int64_t times = product(rule.times, of.num_unit);
    const std::int64_t over = product(rule.over, of.den_unit);
    const std::int64_t pass_num = product(rule.pass_num, of.den_unit);
    const std::int64_t pass_den = product(rule.pass_den, of.num_unit);
    if (times == 0 || over == 0 || (rule.pass_den != 0 && (pass_num == 0 || pass_den == 0))) {
        return pass.asks.set_all(); // units so far apart that 64 bits do not hold their ratio
    }
    const bool safe =
        of.num.bits + bits_of(times) <= safe_bits && of.den.bits + bits_of(over) <= safe_bits;
    const bool half_up = pass.program.rounding == Rounding::half_up;
    if (safe && half_up) {
        proportional<true, std::int64_t>(pass, step, rule, of, times, over);
    } else if (half_up) {
        proportional<true, Int128>(pass, step, rule, of, times, over);
    } else {
        proportional<false, Int128>(pass, step, rule, of, times, over);
    }
    if (rule.pass_den == 0) {
        return;
    }
    if (of.num.bits + bits_of(pass_den) <= safe_bits &&
        of.den.bits + bits_of(pass_num) <= safe_bits) {
        pass_mark<std::int64_t>(pass, step, of, pass_num, pass_den);
    } else {
        pass_mark<Int128>(pass, step, of, pass_num, pass_den);
    }
}

/// One band after the other, the last first, so that the first that covers a row is set last.
template <class Integer>
void bands(const Pass& pass, const Step& step, const BandsStep& rule, const Quotient& of,
           Integer times, Integer over) {
    const std::size_t rows = pass.rows();
    std::int64_t* out = pass.item(step.out);
    std::array<Integer, most_rows> num;
    std::array<Integer, most_rows> den;
    for (std::size_t row = 0; row < rows; ++row) {
        const auto [n, d] = at<Integer>(of, row);
        num[row] = n * times;
        den[row] = d * over;
        out[row] = -1;
    }
    for (auto band = rule.bands.rbegin(); band != rule.bands.rend(); ++band) {
        const Integer low = band->low;
        const Integer high = band->high;
        const Integer low_open = band->low_open;
        const Integer high_open = band->high_open;
        const auto set_where = [&, score = band->score](auto covers) {
            for (std::size_t row = 0; row < rows; ++row) {
                out[row] = choose(covers(num[row], den[row]), score, out[row]);
            }
        };
        const auto above = [=](Integer n, Integer d) {
            return n - low_open >= d * low;
        };
        const auto below = [=](Integer n, Integer d) {
            return n + high_open <= d * high;
        };
        if (band->has_low && band->has_high) {
            set_where([=](Integer n, Integer d) { return above(n, d) && below(n, d); });
        } else if (band->has_low) {
            set_where(above);
        } else if (band->has_high) {
            set_where(below);
        } else {
            set_where([](Integer, Integer) { return true; });
        }
    }
    for (std::size_t row = 0; row < rows; ++row) {
        pass.asks.set(row, out[row] < 0 || den[row] == 0);
        out[row] = std::max(out[row], std::int64_t{0});
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

template <class Rule, class... Others>
constexpr bool is_one_of = (std::is_same_v<Rule, Others> || ...);

/// The leaf's score as its own rule says, exactly.
std::optional<Points> score_of(const Indicator& leaf, const Ratio& measure) {
    return std::visit(
        [&](const auto& rule) -> std::optional<Points> {
            using Rule = std::decay_t<decltype(rule)>;
            if constexpr (is_one_of<Rule, Proportional, Interpolate, heng::Step, Formula>) {
                return heng::score(rule, measure);
            } else {
                return std::nullopt;
            }
        },
        leaf.rule);
}

Points adjusted(const Adjustment& by, const Points& score) {
    const Points value{by.value};
    switch (by.kind) {
    case Adjustment::Kind::at_most:
        return min(score, value);
    case Adjustment::Kind::set:
        return value;
    case Adjustment::Kind::deduct:
        break;
    }
    return max(Points{}, score - value);
}

/// In units; nothing where they are not whole.
std::optional<std::int64_t> units_of(const Program& program, const Points& score, bool rounded) {
    const Ratio& value = score.value();
    const auto decimal =
        rounded ? std::optional{value.rounded(program.rounding_scale, program.rounding)}
                : value.decimal_within(program.scale);
    return decimal ? decimal->rounded(program.scale).small_coefficient() : std::nullopt;
}

std::optional<std::int64_t> measured_row(const Pass& pass, const MeasuredStep& rule,
                                         const Ratio& measure, std::size_t row) {
    auto score = score_of(*rule.leaf, measure);
    for (std::size_t i = 0; score && i < rule.adjusted.size(); ++i) {
        if (pass.view(rule.adjusted[i]).values[row] != 0) {
            score = adjusted(rule.leaf->adjustments[i], *score);
        }
    }
    const auto units = score ? units_of(pass.program, *score, rule.rounded) : std::nullopt;
    constexpr int most_bits = 40; // so that sums fit
    return units && bits_of(*units) <= most_bits ? units : std::nullopt;
}

void measured(const Pass& pass, const Step& step) {
    const std::size_t rows = pass.rows();
    const MeasuredStep& rule = pass.program.measured[static_cast<std::size_t>(step.extra)];
    const Quotient of{pass, step};
    std::int64_t* out = pass.item(step.out);
    const Ratio unit{of.num_unit, of.den_unit};
    for (std::size_t row = 0; row < rows; ++row) {
        std::optional<std::int64_t> units;
        const std::int64_t den = of.den.values[row];
        try {
            if (den != 0) {
                units = measured_row(pass, rule, Ratio{of.num.values[row], den} * unit, row);
            }
        } catch (const NumberError&) { // the engine says which limit it is
        }
        pass.asks.set(row, !units);
        out[row] = units.value_or(0);
    }
}

void occurrences(const Pass& pass, const Step& step) {
    const std::size_t rows = pass.rows();
    const ListStep& rule = pass.program.lists[static_cast<std::size_t>(step.extra)];
    std::int64_t* out = pass.item(step.out);
    std::fill_n(out, pass.rows(), rule.points);
    for (const CountedPart& part : rule.parts) {
        const View& count = pass.view(part.given);
        const std::int64_t one = power_of_ten(count.scale);
        const bool safe = count.scale == 0 && count.bits + bits_of(part.worth) < safe_bits;
        for (std::size_t row = 0; row < rows; ++row) {
            const std::int64_t times = std::max(count.values[row], std::int64_t{0});
            pass.asks.set(row, count.values[row] < 0);
            if (safe) {
                out[row] -= std::min(times * part.worth, part.at_most);
            } else {
                const Int128 lost = Int128{times / one} * part.worth;
                out[row] -= static_cast<std::int64_t>(lost < part.at_most ? lost : part.at_most);
                pass.asks.set(row, times % one != 0);
            }
        }
        for (std::size_t row = 0; row < rows; ++row) { // what is below 0 stays there
            out[row] = std::max(out[row], std::int64_t{0});
        }
    }
}

void checklist(const Pass& pass, const Step& step) {
    const std::size_t rows = pass.rows();
    const ListStep& rule = pass.program.lists[static_cast<std::size_t>(step.extra)];
    std::int64_t* out = pass.item(step.out);
    std::fill_n(out, pass.rows(), 0);
    for (const CountedPart& part : rule.parts) {
        const std::int64_t* held = pass.view(part.given).values;
        const std::int64_t worth = part.worth;
        for (std::size_t row = 0; row < rows; ++row) {
            out[row] += held[row] != 0 ? worth : 0;
        }
    }
    for (std::size_t row = 0; row < rows; ++row) {
        out[row] = std::min(out[row], rule.points);
    }
}

void sum(const Pass& pass, const Step& step) {
    const std::size_t rows = pass.rows();
    std::int64_t* out = pass.item(step.out);
    std::fill_n(out, pass.rows(), 0);
    for (const std::uint32_t child : pass.program.children[static_cast<std::size_t>(step.extra)]) {
        const std::int64_t* score = pass.item(child);
        for (std::size_t row = 0; row < rows; ++row) {
            out[row] += score[row];
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

void adjust(const Pass& pass, const Step& step) {
    const std::size_t rows = pass.rows();
    const AdjustmentStep& by = pass.program.adjustments[static_cast<std::size_t>(step.extra)];
    const std::int64_t* holds = pass.view(step.a).values;
    std::int64_t* out = pass.item(step.out);
    for (std::size_t row = 0; row < rows; ++row) {
        const std::int64_t score = out[row];
        const std::int64_t after = by.kind == Adjustment::Kind::set ? by.value
                                   : by.kind == Adjustment::Kind::at_most
                                       ? std::min(score, by.value)
                                       : std::max(std::int64_t{0}, score - by.value);
        out[row] = holds[row] != 0 ? after : score;
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

} // namespace heng::kernel
