// SPDX-License-Identifier: Apache-2.0
#include "batch/kernel/exact.hpp"
#include "batch/kernel/play.hpp"

#include <algorithm>

namespace heng::detail::kernel {
namespace {

void sum_of_play(const Pass& pass, const Step& step) {
    std::int64_t* const out = pass.in_play(step.out);
    std::fill_n(out, pass.rows(), step.extra);
    for (const std::uint32_t child : pass.program.children[step.out2]) {
        const std::int64_t* const from = pass.in_play(child);
        for (std::size_t row = 0; row < pass.rows(); ++row) {
            out[row] += from[row];
        }
    }
}

void leave_play(const Pass& pass, const Step& step) {
    const std::int64_t* const holds = pass.view(step.a).values;
    std::int64_t* const out = pass.in_play(step.out);
    for (std::size_t row = 0; row < pass.rows(); ++row) {
        out[row] = holds[row] != 0 ? step.extra : out[row];
    }
}

void ask_in_part(const Pass& pass, const Step& step) {
    const std::int64_t* const points = pass.in_play(step.out);
    for (std::size_t row = 0; row < pass.rows(); ++row) {
        pass.asks.set(row, points[row] != step.extra);
    }
}

void keep_in_play(const Pass& pass, const Step& step) {
    const std::int64_t* const points = pass.in_play(step.out2);
    std::int64_t* const out = pass.item(step.out);
    for (std::size_t row = 0; row < pass.rows(); ++row) {
        out[row] = std::min(out[row], points[row] + step.extra);
    }
}

/// The total × points ÷ points in play; where nothing is in play, it asks.
void rescale_total(const Pass& pass, const Step& step) {
    const std::int64_t* const in_play = pass.in_play(step.a);
    const std::int64_t* const units = pass.item(step.out);
    const bool exact = step.b != 0;
    const std::int64_t unit = power_of_ten(pass.program.scale);
    each_fraction(pass, step.out2, [&](std::size_t row) -> std::optional<Ratio> {
        if (in_play[row] == 0) {
            return std::nullopt;
        }
        const Ratio total = exact ? pass.scores.fraction(step.out2, row) : Ratio{units[row], unit};
        return in_play[row] == step.extra ? total : total * Ratio{step.extra, in_play[row]};
    });
}

} // namespace

void play(const Pass& pass, const Step& step) {
    switch (step.op) {
    case Op::in_play:
        std::fill_n(pass.in_play(step.out), pass.rows(), step.extra);
        return;
    case Op::play_sum:
        return sum_of_play(pass, step);
    case Op::leave:
        return leave_play(pass, step);
    case Op::ask_in_part:
        return ask_in_part(pass, step);
    case Op::keep_in_play:
        return keep_in_play(pass, step);
    default:
        return rescale_total(pass, step);
    }
}

} // namespace heng::detail::kernel
