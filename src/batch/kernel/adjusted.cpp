// SPDX-License-Identifier: Apache-2.0
#include "batch/kernel/adjusted.hpp"
#include "batch/kernel/exact.hpp"
#include "batch/kernel/quotient.hpp"

#include <heng/number/fault.hpp>
#include <heng/number/points.hpp>
#include <heng/number/ratio.hpp>
#include <heng/score/score.hpp>

#include <algorithm>
#include <optional>

namespace heng::detail::kernel {
namespace {

constexpr int most_bits = 40; // so that sums fit
constexpr std::int64_t most_units = std::int64_t{1} << most_bits;

std::optional<std::int64_t> units_of_rounded(const Program& program, const Points& score) {
    return score.value()
        .rounded(program.rounding_scale, program.rounding)
        .rounded(program.scale)
        .small_coefficient();
}

/// Returns the exact amount of an adjustment; nothing where the engine would refuse it.
std::optional<Points> amount_of(const Pass& pass, const Adjustment& by, const Number& amount,
                                std::size_t row) {
    if (!by.amount) {
        return detail::amount_of(by, Points{by.value});
    }
    const Quotient of{pass, amount.num, amount.den};
    if (of.den.values[row] == 0) {
        return std::nullopt;
    }
    const Ratio value = of.at(row);
    return value.sign() < 0 ? std::nullopt : std::optional{detail::amount_of(by, Points{value})};
}

/// The score of the band that holds, or what a person gave for it.
std::optional<Points> given_in_band(const Pass& pass, const MeasuredStep& rule,
                                    const Ratio& measure, std::size_t row) {
    const auto at = band_of(rule.bands, measure);
    if (!at || !rule.bands[*at].is_assessed()) {
        return at ? std::optional{rule.bands[*at].score} : std::nullopt;
    }
    const View& given = pass.view(rule.given);
    const Points score{Decimal{given.values[row], given.scale}};
    const bool fits = pass.gives(rule.given, row) && rule.bands[*at].allows(score);
    return fits ? std::optional{score} : std::nullopt;
}

/// The exact score after its adjustments, within its room; nothing where the engine would refuse.
std::optional<Points> adjusted_row(const Pass& pass, const MeasuredStep& rule,
                                   std::optional<Points> score, std::size_t row) {
    const detail::Room room{Points{rule.leaf->points}, rule.leaf->beyond};
    for (std::size_t i = 0; score && i < rule.adjusted.size(); ++i) {
        const Adjustment& by = rule.leaf->adjustments[i];
        if (pass.view(rule.adjusted[i].holds).values[row] != 0) {
            const auto amount = amount_of(pass, by, rule.adjusted[i].amount, row);
            score = amount ? std::optional{detail::after(by, *score, *amount, room.least)}
                           : std::nullopt;
        }
    }
    return score ? std::optional{room.keep(*score)} : score;
}

/// The rounded score in units, within what rounding could pass.
std::optional<std::int64_t> rounded_units(const Pass& pass, const MeasuredStep& rule,
                                          const Points& score) {
    auto units = units_of_rounded(pass.program, score);
    if (units && rule.most) {
        units = std::min(*units, *rule.most);
    }
    if (units && rule.least) {
        units = std::max(*units, *rule.least);
    }
    return units && bits_of(*units) <= most_bits ? units : std::nullopt;
}

/// The amount of a row in units, at most `at_most`; nothing where it is below 0 or not whole.
std::optional<std::int64_t> units_of_amount(const Pass& pass, const Quotient& of,
                                            const AdjustmentStep& by, std::size_t row) {
    const std::int64_t unit = power_of_ten(pass.program.scale);
    Int128 den = of.den.values[row];
    Int128 num = Int128{of.num.values[row]} * of.num_unit;
    if (den < 0) {
        num = -num;
        den = -den;
    }
    const Int128 whole = den * of.den_unit;
    if (den == 0 || num < 0 || num >= Int128{1} << 90 || whole >= Int128{1} << 80) {
        return std::nullopt;
    }
    num = num * unit;
    if (by.at_most <= most_units && num >= whole * by.at_most) {
        return by.at_most; // the rest is cut, whether it is whole or not
    }
    const Int128 units = num / whole;
    const bool fits = units * whole == num && units <= most_units;
    return fits ? std::optional{static_cast<std::int64_t>(units)} : std::nullopt;
}

std::int64_t after(const AdjustmentStep& by, std::int64_t score, std::int64_t amount) {
    switch (by.kind) {
    case Adjustment::Kind::at_most:
        return std::min(score, amount);
    case Adjustment::Kind::set:
        return amount;
    case Adjustment::Kind::add:
        return score + amount;
    default:
        return std::max(std::min(by.floor, score), score - amount);
    }
}

void adjust_by_amounts(const Pass& pass, const Step& step, const AdjustmentStep& by) {
    const Quotient of{pass, step.b, step.c};
    const std::int64_t* holds = pass.view(step.a).values;
    std::int64_t* out = pass.item(step.out);
    for (std::size_t row = 0; row < pass.rows(); ++row) {
        if (holds[row] != 0) {
            const auto amount = units_of_amount(pass, of, by, row);
            pass.asks.set(row, !amount);
            out[row] = amount ? after(by, out[row], *amount) : 0;
        }
    }
}

} // namespace

void measured(const Pass& pass, const Step& step) {
    const MeasuredStep& rule = pass.program.measured[static_cast<std::size_t>(step.extra)];
    const Quotient of{pass, step};
    const Quotient norm = rule.has_norm ? Quotient{pass, step.c, step.d} : of;
    const auto score = [&](std::size_t row) {
        const bool divides = of.den.values[row] != 0 && norm.den.values[row] != 0;
        return adjusted_row(pass, rule,
                            !divides ? rule.if_zero
                            : rule.bands.empty()
                                ? rule.score(rule.leaf->rule, of.at(row), norm.at(row))
                                : given_in_band(pass, rule, of.at(row), row),
                            row);
    };
    if (!rule.rounded) {
        return each_fraction(pass, step.out2, [&](std::size_t row) {
            const auto points = score(row);
            return points ? std::optional{points->value()} : std::nullopt;
        });
    }
    std::int64_t* out = pass.item(step.out);
    for (std::size_t row = 0; row < pass.rows(); ++row) {
        std::optional<std::int64_t> units;
        try {
            const auto points = score(row);
            units = points ? rounded_units(pass, rule, *points) : std::nullopt;
        } catch (const NumberError&) { // the engine says which limit it is
        }
        pass.asks.set(row, !units);
        out[row] = units.value_or(0);
    }
}

void adjust_exactly(const Pass& pass, const Step& step) {
    const ExactAdjustment& each =
        pass.program.exact_adjustments[static_cast<std::size_t>(step.extra)];
    const std::int64_t* const holds = pass.view(each.computed.holds).values;
    each_fraction(pass, step.out2, [&](std::size_t row) -> std::optional<Ratio> {
        const Ratio score = pass.scores.fraction(step.out2, row);
        if (holds[row] == 0) {
            return score;
        }
        const auto amount = amount_of(pass, *each.by, each.computed.amount, row);
        return amount ? std::optional{detail::after(*each.by, Points{score}, *amount, each.floor)
                                          .value()}
                      : std::nullopt;
    });
}

void adjust(const Pass& pass, const Step& step) {
    const std::size_t rows = pass.rows();
    const AdjustmentStep& by = pass.program.adjustments[static_cast<std::size_t>(step.extra)];
    if (by.computed) {
        return adjust_by_amounts(pass, step, by);
    }
    const std::int64_t* holds = pass.view(step.a).values;
    std::int64_t* out = pass.item(step.out);
    for (std::size_t row = 0; row < rows; ++row) {
        const std::int64_t score = out[row];
        const std::int64_t after = by.kind == Adjustment::Kind::set ? by.value
                                   : by.kind == Adjustment::Kind::at_most
                                       ? std::min(score, by.value)
                                   : by.kind == Adjustment::Kind::add
                                       ? score + by.value
                                       : std::max(std::min(by.floor, score), score - by.value);
        out[row] = holds[row] != 0 ? after : score;
    }
}

} // namespace heng::detail::kernel
