// SPDX-License-Identifier: Apache-2.0
//
// What one figure would have to be for a formula to have another value, all else as it is.
//
//     solve({522688.65, 2 places}, [](x) { return x / 527470.55; }, 0.9981 ± 0.00005)
//     // needed 526468.36, any value from 526441.98… to 526494.73… would do
//
// As a function of one figure a formula of + − × ÷ that reads it once is a curve of
// number/curve.hpp, which three points determine; two more verify it, exactly, and what is no such
// function is left out.
#pragma once

#include "base/text/messages.hpp"
#include "reconcile/figures.hpp"

#include <heng/reconcile/reconcile.hpp>

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace heng::detail::reconcile {

/// The values that would do: those near `middle`, from `lowest` to `highest`, that `holds` takes.
struct Wanted {
    Ratio lowest;
    Ratio middle;
    Ratio highest;
    std::function<bool(const Ratio&)> holds;

    /// Exactly this value.
    [[nodiscard]] static Wanted exactly(const Ratio& value);
};

using OneFigure = std::function<std::optional<Ratio>(const Ratio&)>;

struct Solution {
    Ratio lowest;
    Ratio highest;
    std::optional<Ratio> needed{}; ///< one of them with as many places as the figure shows, if any

    /// Whether what the figure was rounded from could do. A whole number is taken for exact.
    [[nodiscard]] bool is_rounding_of(const FactNumber& figure) const;
};

[[nodiscard]] std::optional<Solution> solve(const FactNumber& figure, const OneFigure& formula,
                                            const Wanted& wanted);

/// A remedy and how much of the figure it changes, to rank it by; the solution has a `needed`.
struct RankedRemedy {
    Remedy remedy;
    Ratio change;
};

[[nodiscard]] RankedRemedy remedy_of(const Figure& figure, const Solution& solution, bool agrees);

/// How much of the figure `needed` would change.
[[nodiscard]] Ratio change_of(const FactNumber& figure, const Ratio& needed);

inline constexpr std::size_t most_remedies = 20; ///< of one finding

/// Those that agree first, then by the change; at most `most_remedies`.
[[nodiscard]] std::vector<Remedy> ranked(std::vector<RankedRemedy> remedies);

/// Says what would have to be what, of the first three; nothing where there is none.
[[nodiscard]] text::Words said_of(const std::vector<Remedy>& remedies, const FigureNames& names);

/// Half a unit of the last place that a figure shows; 0 of a whole number.
[[nodiscard]] Ratio half_unit(const FactNumber& figure);

/// One unit of the last place that it shows; 1 of a whole number.
[[nodiscard]] Ratio unit_of(const FactNumber& figure);

/// `value` with as many places as `like` shows.
[[nodiscard]] Ratio to_places(const FactNumber& like, const Ratio& value, Rounding mode);

} // namespace heng::detail::reconcile
