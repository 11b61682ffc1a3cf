// SPDX-License-Identifier: Apache-2.0
#include "batch/kernel/adjusted.hpp"
#include "batch/kernel/exact.hpp"

#include <heng/score/score.hpp>

namespace heng::detail::kernel {
namespace {

Ratio points_of(const Program& program, std::int64_t units) {
    return Ratio{units, power_of_ten(program.scale)};
}

Ratio within_room(const Pass& pass, const Step& step, const Ratio& score) {
    const RoomStep& room = pass.program.rooms[static_cast<std::size_t>(step.extra)];
    return max(points_of(pass.program, room.least), min(score, points_of(pass.program, room.most)));
}

/// Whole units first, since their sum is short.
void sum_exactly(const Pass& pass, const Step& step) {
    const auto& children = pass.program.children[static_cast<std::size_t>(step.extra)];
    each_fraction(pass, pass.fractions(step.out2), [&](std::size_t row) {
        std::int64_t whole = 0;
        Ratio rest;
        for (const std::uint32_t child : children) {
            if (const auto fraction = pass.program.items[child].fraction) {
                rest += pass.fractions(*fraction)[row];
            } else {
                whole += pass.item(child)[row];
            }
        }
        return rest + points_of(pass.program, whole);
    });
}

void keep_exactly(const Pass& pass, const Step& step) {
    Ratio* const out = pass.fractions(step.out2);
    each_fraction(pass, out, [&](std::size_t row) { return within_room(pass, step, out[row]); });
}

/// To whole units, unless a bound has more places.
void round_exactly(const Pass& pass, const Step& step) {
    const Program& program = pass.program;
    const Ratio* const from = pass.fractions(step.out2);
    std::int64_t* const out = pass.item(step.out);
    for (std::size_t row = 0; row < pass.rows(); ++row) {
        std::optional<std::int64_t> units;
        try {
            const Decimal rounded = from[row].rounded(program.rounding_scale, program.rounding);
            const auto kept = within_room(pass, step, Ratio{rounded}).decimal_within(program.scale);
            units = kept ? kept->rounded(program.scale).small_coefficient() : std::nullopt;
        } catch (const NumberError&) {
        }
        pass.asks.set(row, !units);
        out[row] = units.value_or(0);
    }
}

void replace_exactly(const Pass& pass, const Step& step) {
    const std::int64_t* const holds = pass.view(step.a).values;
    Ratio* const out = pass.fractions(step.out2);
    for (std::size_t row = 0; row < pass.rows(); ++row) {
        if (holds[row] != 0) {
            out[row] = points_of(pass.program, step.extra);
        }
    }
}

void settle(const Pass& pass, std::uint32_t fraction, std::int64_t* out) {
    const int scale = pass.program.scale;
    const Ratio* const from = pass.fractions(fraction);
    for (std::size_t row = 0; row < pass.rows(); ++row) {
        out[row] = units_of(from[row], scale);
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
