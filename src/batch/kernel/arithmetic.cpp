// SPDX-License-Identifier: Apache-2.0
#include "batch/kernel/arithmetic.hpp"
#include "batch/kernel/elements.hpp"

#include <heng/number/ratio_parts.hpp>

#include <algorithm>
#include <cstdlib>

namespace heng::detail::kernel {
namespace {

using detail::RatioParts;

/// By which the coefficients of two numbers are multiplied to stand at one scale.
struct Alignment {
    Alignment(const View& a, const View& b)
        : scale(std::max(a.scale, b.scale)),
          left(power_of_ten(scale - a.scale)),
          right(power_of_ten(scale - b.scale)),
          left_bits(a.bits + (left > 1 ? bits_of(left) : 0)),
          right_bits(b.bits + (right > 1 ? bits_of(right) : 0)) {}

    [[nodiscard]] bool is_none() const { return left == 1 && right == 1; }
    [[nodiscard]] bool is_safe() const { return std::max(left_bits, right_bits) < safe_bits; }

    int scale;
    std::int64_t left;
    std::int64_t right;
    int left_bits;
    int right_bits;
};

/// out ← f(a, b) of aligned decimal numbers; f of two safe values fits.
template <class Function>
void aligned(const Pass& pass, const Step& step, Function f) {
    const std::size_t rows = pass.rows();
    const View& a = pass.view(step.a);
    const View& b = pass.view(step.b);
    const Alignment to{a, b};
    std::int64_t* out = pass.result(step.out);
    if (to.is_safe() && to.is_none()) {
        for (std::size_t row = 0; row < rows; ++row) {
            out[row] = f(a.values[row], b.values[row]);
        }
    } else if (to.is_safe()) {
        for (std::size_t row = 0; row < rows; ++row) {
            out[row] = f(a.values[row] * to.left, b.values[row] * to.right);
        }
    } else {
        for (std::size_t row = 0; row < rows; ++row) {
            const Int128 x = Int128{a.values[row]} * to.left;
            const Int128 y = Int128{b.values[row]} * to.right;
            out[row] = pass.asks.fitting(row, f(x, y));
        }
    }
    pass.done(step.out, to.scale);
}

void multiply(const Pass& pass, const Step& step) {
    const std::size_t rows = pass.rows();
    const View& a = pass.view(step.a);
    const View& b = pass.view(step.b);
    std::int64_t* out = pass.result(step.out);
    if (a.scale + b.scale > most_places) {
        pass.asks.set_all();
        std::fill_n(out, pass.rows(), 0);
    } else if (a.bits + b.bits <= safe_bits) {
        for (std::size_t row = 0; row < rows; ++row) {
            out[row] = a.values[row] * b.values[row];
        }
    } else {
        for (std::size_t row = 0; row < rows; ++row) {
            out[row] = pass.asks.fitting(row, Int128{a.values[row]} * b.values[row]);
        }
    }
    pass.done(step.out, std::min(a.scale + b.scale, most_places));
}

template <class Function>
void each(const Pass& pass, const Step& step, Function f) {
    const std::size_t rows = pass.rows();
    const View& a = pass.view(step.a);
    std::int64_t* out = pass.result(step.out);
    for (std::size_t row = 0; row < rows; ++row) {
        out[row] = pass.asks.fitting(row, f(Int128{a.values[row]}));
    }
    pass.done(step.out, a.scale);
}

/// Two numbers as fractions, row by row.
struct Fractions {
    Fractions(const Pass& pass, const Step& step)
        : a(pass.view(step.a)),
          b(pass.view(step.b)),
          c(pass.view(step.c)),
          d(pass.view(step.d)),
          a_unit(power_of_ten(a.scale)),
          c_unit(power_of_ten(c.scale)) {}

    [[nodiscard]] RatioParts left(std::size_t row) const {
        return {a.values[row], Int128{b.values[row]} * a_unit};
    }
    [[nodiscard]] RatioParts right(std::size_t row) const {
        return {c.values[row], Int128{d.values[row]} * c_unit};
    }
    /// Whether cross products fit 64 bits.
    [[nodiscard]] bool are_safe() const {
        return a.bits + d.bits + bits_of(c_unit) <= safe_bits &&
               c.bits + b.bits + bits_of(a_unit) <= safe_bits;
    }

    const View& a;
    const View& b;
    const View& c;
    const View& d;
    std::int64_t a_unit;
    std::int64_t c_unit;
};

/// out/out2 ← f(a/b, c/d), where f says whether there is a result.
template <class Function>
void fractions(const Pass& pass, const Step& step, Function f) {
    const std::size_t rows = pass.rows();
    const Fractions of{pass, step};
    std::int64_t* num = pass.result(step.out);
    std::int64_t* den = pass.result(step.out2);
    for (std::size_t row = 0; row < rows; ++row) {
        RatioParts result;
        bool known = f(row, of.left(row), of.right(row), result);
        if (known && !(detail::fits_int64(result.num) && detail::fits_int64(result.den))) {
            result = detail::reduced(result);
            known = detail::fits_int64(result.num) && detail::fits_int64(result.den);
        }
        pass.asks.set(row, !known);
        num[row] = known ? static_cast<std::int64_t>(result.num) : 0;
        den[row] = known ? static_cast<std::int64_t>(result.den) : 1;
    }
    pass.done(step.out, 0);
    pass.done(step.out2, 0);
}

bool divided(const RatioParts& a, const RatioParts& b, RatioParts& result) {
    const bool negative = b.num < 0;
    return b.num != 0 && detail::multiply_straight(
                             a, {negative ? -b.den : b.den, negative ? -b.num : b.num}, result);
}

/// out ← f(order of a/b and c/d), of whole numbers at one scale by the loop.
template <class Function>
void compare(const Pass& pass, const Step& step, Function f,
             void (*loop)(std::int64_t*, const std::int64_t*, const std::int64_t*, std::size_t)) {
    const std::size_t rows = pass.rows();
    const Fractions of{pass, step};
    std::int64_t* out = pass.result(step.out);
    if (of.b.is_one && of.d.is_one && of.a.scale == of.c.scale) {
        loop(out, of.a.values, of.c.values, rows);
    } else if (of.are_safe()) {
        for (std::size_t row = 0; row < rows; ++row) {
            out[row] = f(of.a.values[row] * (of.d.values[row] * of.c_unit),
                         of.c.values[row] * (of.b.values[row] * of.a_unit))
                           ? 1
                           : 0;
        }
    } else {
        for (std::size_t row = 0; row < rows; ++row) {
            const auto order = detail::compare_wide(of.left(row), of.right(row));
            out[row] = f(order < 0 ? -1 : order > 0 ? 1 : 0, 0) ? 1 : 0;
        }
    }
    pass.done(step.out, {1, false});
}

/// Bit by bit, so that the result is no longer than what it is of: a row that asks has any value.
template <class Function>
void truths(const Pass& pass, const Step& step, Function f) {
    const std::size_t rows = pass.rows();
    const View& left = pass.view(step.a);
    const View& right = pass.view(step.b);
    const std::int64_t* a = left.values;
    const std::int64_t* b = right.values;
    std::int64_t* out = pass.result(step.out);
    for (std::size_t row = 0; row < rows; ++row) {
        out[row] = f(a[row], b[row]);
    }
    pass.done(step.out, {std::max({left.bits, right.bits, 1}), left.negative || right.negative});
}

/// out ← a ? b : c
void select(const Pass& pass, const Step& step) {
    const std::int64_t* chosen = pass.view(step.a).values;
    std::size_t row = 0;
    const Step sides{.op = Op::select, .out = step.out, .a = step.b, .b = step.c};
    aligned(pass, sides, [&](auto left, auto right) { return chosen[row++] != 0 ? left : right; });
}

} // namespace

void work_out(const Pass& pass, const Step& step) {
    switch (step.op) {
    case Op::add:
        return aligned(pass, step, [](auto a, auto b) { return a + b; });
    case Op::subtract:
        return aligned(pass, step, [](auto a, auto b) { return a - b; });
    case Op::least:
        return aligned(pass, step, [](auto a, auto b) { return b < a ? b : a; });
    case Op::greatest:
        return aligned(pass, step, [](auto a, auto b) { return a < b ? b : a; });
    case Op::multiply:
        return multiply(pass, step);
    case Op::negate:
        return each(pass, step, [](Int128 a) { return -a; });
    case Op::absolute:
        return each(pass, step, [](Int128 a) { return a < 0 ? -a : a; });
    case Op::add_fractions:
    case Op::subtract_fractions:
        return fractions(pass, step, [&](std::size_t, const auto& a, const auto& b, auto& sum) {
            return detail::add_over_common(a, b, step.op == Op::subtract_fractions, sum);
        });
    case Op::multiply_fractions:
        return fractions(pass, step, [](std::size_t, const auto& a, const auto& b, auto& product) {
            return detail::multiply_straight(a, b, product);
        });
    case Op::divide_fractions:
        return fractions(pass, step, [](std::size_t, const auto& a, const auto& b, auto& quotient) {
            return divided(a, b, quotient);
        });
    case Op::select_fractions: {
        const std::int64_t* chosen = pass.view(step.e).values;
        return fractions(pass, step, [&](std::size_t row, const auto& a, const auto& b, auto& one) {
            one = chosen[row] != 0 ? a : b;
            return true;
        });
    }
    case Op::equal:
        return compare(
            pass, step, [](auto a, auto b) { return a == b; }, pass.lanes.equal);
    case Op::less:
        return compare(
            pass, step, [](auto a, auto b) { return a < b; }, pass.lanes.less);
    case Op::less_equal:
        return compare(
            pass, step, [](auto a, auto b) { return a <= b; }, pass.lanes.less_equal);
    case Op::both:
        return truths(pass, step, [](auto a, auto b) { return a & b; });
    case Op::either:
        return truths(pass, step, [](auto a, auto b) { return a | b; });
    case Op::same:
        return truths(pass, step, [](auto a, auto b) { return (a ^ b) ^ 1; });
    case Op::negated:
        return truths(pass, step, [](auto a, auto) { return a ^ 1; });
    case Op::aggregate:
        return aggregate(pass, step);
    default:
        return select(pass, step);
    }
}

} // namespace heng::detail::kernel
