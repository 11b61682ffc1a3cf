// SPDX-License-Identifier: Apache-2.0
//
// Figures as a form prints them: "≥266米", "98%", "100人次", "6.00分".
//
//     const auto target = figure_of("≥95%", limits);       // >=, 95, in percent
//     prints_so(Ratio{171, 287} * Ratio{10}, 5.96_dec, 2)  // 5.96 and 6.0 do, 6 does not
#pragma once

#include "base/json/json.hpp"
#include "base/written_figure.hpp"

#include <heng/limits.hpp>
#include <heng/number/decimal.hpp>
#include <heng/number/ratio.hpp>
#include <heng/rule/targets.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace heng::detail::audit {

/// A number with what stands around it.
struct Figure {
    Decimal value{}; ///< with its multiple: 12000 of 1.2万人; a percentage in hundredths
    bool in_percent = false;
    bool approximate = false;                 ///< 约
    std::optional<Direction> direction{};     ///< of its operator
    base::Family family = base::Family::none; ///< none also of a unit that no table knows
    std::string counter{};                    ///< of a counted figure: 人次
    Ratio factor{1};                          ///< of the unit without its multiple: 7 of 周
    Ratio worth{1};                           ///< of the unit as it is written
    bool multiple = false;                    ///< the number has one: 18万
    std::string per{};                        ///< what its unit is counted by: 公里 of 元/公里
};

/// Target and actual in one unit.
struct Compared {
    Ratio target;
    Ratio actual;
};

/// Percentages stay in hundredths. nullopt where the two count different things, such as 场 and %,
/// or 10 in a row of 月 and 300天; figures without a unit count in `row_unit` or as the other does.
[[nodiscard]] std::optional<Compared> in_one_unit(const Figure& target, const Figure& actual,
                                                  std::string_view row_unit);

/// A number with an operator before it or a unit behind it, read by base/written_figure.hpp;
/// nothing where there is none.
[[nodiscard]] std::optional<Figure> figure_of(std::string_view text, const Limits& limits);

/// The direction that a word or operator stands for: ">=", "≥", "正向", "定性" …
[[nodiscard]] std::optional<Direction> direction_of(std::string_view word);

/// A figure that the form prints, as it stands there.
struct Printed {
    Decimal value;
    bool in_percent = false;
    json::Json place;
    std::string text;
};

/// The same, as points or a score: "6" and "6分", not "6%", "6万元" or "6个".
[[nodiscard]] std::optional<Printed> printed_score_at(json::Json json, const Limits& limits);

/// A score out of 100 points, which may be printed as a percentage: 94.25%.
[[nodiscard]] std::optional<Printed> printed_of_hundred_at(json::Json json, const Limits& limits);

/// What a form prints at `json`: "6", 6.5, "6分", "60%"; nothing where that is no number.
[[nodiscard]] std::optional<Printed> printed_at(json::Json json, const Limits& limits);

/// One of the three.
using ReadPrinted = std::optional<Printed> (*)(json::Json, const Limits&);

/// Whether `exact` could print as `value` with the places that it has, on a scale of `scale`.
[[nodiscard]] bool prints_so(const Ratio& exact, const Decimal& value, int scale);

/// Whether two digits of `value` side by side, exchanged, give what `exact` prints as.
[[nodiscard]] bool is_swapped(const Ratio& exact, const Decimal& value, int scale);

/// `exact` as it would print: at most `scale` places, and no zeros at the end.
[[nodiscard]] std::string as_printed(const Ratio& exact, int scale);

} // namespace heng::detail::audit
