// SPDX-License-Identifier: Apache-2.0
#include "batch/kernel/adjusted.hpp"
#include "batch/kernel/exact.hpp"

#include <heng/score/score.hpp>

#include <algorithm>

namespace heng::detail::kernel {
namespace {

Ratio points_of(const Program& program, std::int64_t units) {
    return Ratio{units, power_of_ten(program.scale)};
}

Ratio within_room(const Pass& pass, const Step& step, const Ratio& score) {
    const RoomStep& room = pass.program.rooms[static_cast<std::size_t>(step.extra)];
    return max(points_of(pass.program, room.least), min(score, points_of(pass.program, room.most)));
}

/// The sum of the children.
struct Parts {
    std::int64_t units = 0;
    const Wide* wide = nullptr; ///< the one child that is
    Ratio rest{};
};

/// False where a sum of fractions is needed: of several that are wide, or of one and others
/// that are not decimal, or below 0.
bool add_wide_parts(const Pass& pass, const Parts& parts, Wide& sum) {
    constexpr int places = 9; // so few that it stays short
    const auto rest = parts.rest.decimal_within(places);
    const Decimal others = rest.value_or(Decimal{}).shortest();
    const auto coefficient = others.small_coefficient();
    return rest && coefficient && *coefficient >= 0 && parts.units >= 0 &&
           pass.scores.most_steps <= 0 && sum.add(*coefficient, power_of_ten(others.scale())) &&
           sum.add(parts.units, power_of_ten(pass.program.scale));
}

/// Whether the sum of the row is wide, and set.
bool sum_is_wide(const Pass& pass, const Step& step, const std::vector<std::uint32_t>& children,
                 std::size_t row) {
    Parts parts;
    for (const std::uint32_t child : children) {
        const auto fraction = pass.program.items[child].fraction;
        const Wide* const wide = fraction ? pass.scores.wide_at(*fraction, row) : nullptr;
        if (wide != nullptr && parts.wide != nullptr) {
            return false;
        }
        if (wide != nullptr) {
            parts.wide = wide;
        } else if (fraction) {
            parts.rest += pass.scores.fractions[*fraction * pass.scores.stride + row];
        } else {
            parts.units += pass.item(child)[row];
        }
    }
    if (parts.wide == nullptr) {
        return false;
    }
    Wide sum = *parts.wide;
    if (!add_wide_parts(pass, parts, sum)) {
        return false;
    }
    const auto& final_fraction = step.out == pass.program.total()
                                     ? pass.program.total_fraction
                                     : pass.program.items[step.out].fraction;
    if (final_fraction) { // else it is rounded, whatever its terms
        sum.reduce();
    }
    pass.set_fraction(step.out2, row, sum);
    return true;
}

/// Whole units first, since their sum is short.
void sum_exactly(const Pass& pass, const Step& step) {
    const auto& children = pass.program.children[static_cast<std::size_t>(step.extra)];
    const auto sum = [&](std::size_t row) {
        std::int64_t whole = 0;
        Ratio rest;
        for (const std::uint32_t child : children) {
            if (const auto fraction = pass.program.items[child].fraction) {
                rest += pass.scores.fraction(*fraction, row);
            } else {
                whole += pass.item(child)[row];
            }
        }
        return rest + points_of(pass.program, whole);
    };
    for (std::size_t row = 0; row < pass.rows(); ++row) {
        if (pass.asks.has(row)) {
            pass.set_fraction(step.out2, row, Ratio{});
        } else if (!sum_is_wide(pass, step, children, row)) {
            set_found(pass, step.out2, row, sum);
        }
    }
}

void keep_exactly(const Pass& pass, const Step& step) {
    const RoomStep& room = pass.program.rooms[static_cast<std::size_t>(step.extra)];
    for (std::size_t row = 0; row < pass.rows(); ++row) {
        const Wide* const wide = pass.scores.wide_at(step.out2, row);
        const bool lies_within =
            wide != nullptr && room.least <= 0 && wide->is_within(room.most, pass.program.scale);
        if (!lies_within && !pass.asks.has(row)) {
            set_found(pass, step.out2, row, [&](std::size_t) {
                return within_room(pass, step, pass.scores.fraction(step.out2, row));
            });
        }
    }
}

/// The rounded score in units; nothing where 64 bits are not enough.
std::optional<std::int64_t> rounded_units_of(const Pass& pass, const Step& step, std::size_t row) {
    const Program& program = pass.program;
    if (const Wide* const wide = pass.scores.wide_at(step.out2, row)) {
        const RoomStep& room = program.rooms[static_cast<std::size_t>(step.extra)];
        const auto rounded = wide->rounded(program.rounding_scale, program.rounding);
        std::int64_t units = 0;
        const bool fits =
            rounded && !__builtin_mul_overflow(
                           *rounded, power_of_ten(program.scale - program.rounding_scale), &units);
        return fits ? std::optional{std::clamp(units, room.least, room.most)} : std::nullopt;
    }
    const Ratio& exact = pass.scores.fractions[step.out2 * pass.scores.stride + row];
    const Decimal rounded = exact.rounded(program.rounding_scale, program.rounding);
    const auto kept = within_room(pass, step, Ratio{rounded}).decimal_within(program.scale);
    return kept ? kept->rounded(program.scale).small_coefficient() : std::nullopt;
}

/// To whole units, unless a bound has more places.
void round_exactly(const Pass& pass, const Step& step) {
    std::int64_t* const out = pass.item(step.out);
    for (std::size_t row = 0; row < pass.rows(); ++row) {
        std::optional<std::int64_t> units;
        try {
            units = rounded_units_of(pass, step, row);
        } catch (const NumberError&) { // the engine says which limit it is
        }
        pass.asks.set(row, !units);
        out[row] = units.value_or(0);
    }
}

void replace_exactly(const Pass& pass, const Step& step) {
    const std::int64_t* const holds = pass.view(step.a).values;
    for (std::size_t row = 0; row < pass.rows(); ++row) {
        if (holds[row] != 0) {
            pass.set_fraction(step.out2, row, points_of(pass.program, step.extra));
        }
    }
}

void settle(const Pass& pass, std::uint32_t fraction, std::int64_t* out) {
    const int scale = pass.program.scale;
    for (std::size_t row = 0; row < pass.rows(); ++row) {
        const Wide* const wide = pass.scores.wide_at(fraction, row);
        out[row] = wide == nullptr
                       ? units_of(pass.scores.fractions[fraction * pass.scores.stride + row], scale)
                   : wide->is_decimal() ? units_of(wide->ratio(), scale)
                                        : no_units;
    }
}

} // namespace

void score_exactly(const Pass& pass, const Step& step) {
    switch (step.op) {
    case Op::exact_sum:
        return sum_exactly(pass, step);
    case Op::exact_keep:
        return keep_exactly(pass, step);
    case Op::exact_adjust:
        return adjust_exactly(pass, step);
    case Op::exact_round:
        return round_exactly(pass, step);
    default:
        return replace_exactly(pass, step);
    }
}

void settle_fractions(const Pass& pass) {
    for (std::uint32_t item = 0; item < pass.program.total(); ++item) {
        if (const auto fraction = pass.program.items[item].fraction) {
            settle(pass, *fraction, pass.item(item));
        }
    }
    if (pass.program.total_fraction) {
        settle(pass, *pass.program.total_fraction, pass.item(pass.program.total()));
    }
}

} // namespace heng::detail::kernel
