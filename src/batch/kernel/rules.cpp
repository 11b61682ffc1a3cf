// SPDX-License-Identifier: Apache-2.0
#include "batch/kernel/adjusted.hpp"
#include "batch/kernel/exact.hpp"
#include "batch/kernel/lists.hpp"
#include "batch/kernel/play.hpp"
#include "batch/kernel/quotient.hpp"
#include "batch/kernel/quotient_loops.hpp"
#include "batch/kernel/rules.hpp"
#include "batch/kernel/targets.hpp"

#include <algorithm>
#include <array>
#include <limits>

// passes are not inlined into score(), which would save registers for all of them at each step
namespace heng::detail::kernel {
namespace {

/// a × b where it fits, else 0.
std::int64_t product(std::int64_t a, std::int64_t b) {
    if (b == 1) { // numbers of one scale, as most are
        return a;
    }
    const Int128 whole = Int128{a} * b;
    return detail::fits_int64(whole) ? static_cast<std::int64_t>(whole) : 0;
}

Quotients quotients(const Pass& pass, const Quotient& of) {
    return {of.num.values, of.den.values, pass.rows(), of.den.negative};
}

bool shared(const Pass& pass, const Quotients& of, const Slope& slope, int bits,
            std::int64_t* out) {
    const Rounding mode = pass.program.rounding;
    if (mode == Rounding::half_up && bits <= pass.lanes.most_bits) {
        return pass.lanes.share(of, slope, out);
    }
    return bits <= safe_bits ? share<std::int64_t>(of, slope, mode, out)
                             : share<Int128>(of, slope, mode, out);
}

[[gnu::noinline]] void proportional(const Pass& pass, const Step& step) {
    const ProportionalStep& rule = pass.program.proportional[static_cast<std::size_t>(step.extra)];
    const Quotient of{pass, step};
    const bool has_pass = rule.pass_den != 0;
    const Slope slope{.times = product(rule.times, of.num_unit),
                      .over = product(rule.over, of.den_unit),
                      .pass_num = has_pass ? product(rule.pass_num, of.den_unit) : 0,
                      .pass_den = has_pass ? product(rule.pass_den, of.num_unit) : 1,
                      .full = rule.full,
                      .unit = rule.unit,
                      .if_zero = rule.if_zero.value_or(0) * rule.unit};
    if (slope.times == 0 || slope.over == 0 ||
        (has_pass && (slope.pass_num == 0 || slope.pass_den == 0))) {
        return pass.asks.set_all(); // units so far apart that 64 bits do not hold their ratio
    }
    const int num_bits = of.num.bits + std::max(bits_of(slope.times), bits_of(slope.pass_den));
    const int den_bits = of.den.bits + std::max(bits_of(slope.over), bits_of(slope.pass_num));
    const bool any_zero =
        shared(pass, quotients(pass, of), slope, std::max(num_bits, den_bits), pass.item(step.out));
    for (std::size_t row = 0; any_zero && !rule.if_zero && row < pass.rows(); ++row) {
        pass.asks.set(row, of.den.values[row] == 0);
    }
}

[[gnu::noinline]] void bands(const Pass& pass, const Step& step) {
    const BandsStep& rule = pass.program.bands[static_cast<std::size_t>(step.extra)];
    const Quotient of{pass, step};
    const std::int64_t times = product(rule.den, of.num_unit);
    const int bits =
        1 + std::max(of.num.bits + bits_of(times), of.den.bits + bits_of(of.den_unit) + rule.bits);
    if (times == 0 || bits > 126) {
        return pass.asks.set_all();
    }
    const std::size_t rows = pass.rows();
    std::int64_t* const out = pass.item(step.out);
    const Ladder ladder{rule.bands.data(), rule.bands.size(), times, of.den_unit};
    const Quotients all = quotients(pass, of);
    const bool ask = bits <= pass.lanes.most_bits ? pass.lanes.bands(all, ladder, out)
                     : bits <= safe_bits          ? kernel::bands<std::int64_t>(all, ladder, out)
                                                  : kernel::bands<Int128>(all, ladder, out);
    for (std::size_t row = 0; ask && row < rows; ++row) {
        pass.asks.set(row, out[row] < 0 || of.den.values[row] == 0);
        out[row] = std::max(out[row], std::int64_t{0});
    }
    for (std::size_t row = 0; rule.bias != 0 && row < rows; ++row) {
        out[row] -= rule.bias;
    }
}

/// Four at a time, so that the sum is not written and read again for each child.
[[gnu::noinline]] void sum(const Pass& pass, const Step& step) {
    const std::size_t rows = pass.rows();
    std::int64_t* const out = pass.item(step.out);
    const std::int64_t* const zeros = pass.scores.results.data();
    const auto& children = pass.program.children[static_cast<std::size_t>(step.extra)];
    if (rows == 1) {
        std::int64_t all = 0;
        for (const std::uint32_t child : children) {
            all += *pass.item(child);
        }
        *out = all;
        return;
    }
    for (std::size_t i = 0; i < children.size(); i += summed_together) {
        std::array<const std::int64_t*, summed_together> from;
        for (std::size_t k = 0; k < summed_together; ++k) {
            from[k] = i + k < children.size() ? pass.item(children[i + k]) : zeros;
        }
        pass.lanes.sum(out, i == 0 ? zeros : out, from.data(), rows);
    }
}

[[gnu::noinline]] void round(const Pass& pass, const Step& step) {
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
[[gnu::noinline]] void bound(const Pass& pass, const Step& step) {
    const RoomStep room{std::numeric_limits<std::int64_t>::min(), step.extra};
    pass.lanes.keep(pass.item(step.out), room, pass.rows());
}

/// No score leaves its room.
[[gnu::noinline]] void keep(const Pass& pass, const Step& step) {
    const RoomStep& room = pass.program.rooms[static_cast<std::size_t>(step.extra)];
    pass.lanes.keep(pass.item(step.out), room, pass.rows());
}

/// Forgets what a rule asks for in a row where it does not apply.
[[gnu::noinline]] void spare(const Pass& pass, const Step& step) {
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

[[gnu::noinline]] void replace(const Pass& pass, const Step& step) {
    pass.lanes.replace(pass.item(step.out), pass.view(step.a).values, step.extra, pass.rows());
}

} // namespace

void score(const Pass& pass, const Step& step) {
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
    default:
        return play(pass, step);
    }
}

} // namespace heng::detail::kernel
