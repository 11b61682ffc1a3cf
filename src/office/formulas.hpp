// SPDX-License-Identifier: Apache-2.0
//
// Rules as formulas of a spreadsheet, for a look while a form is filled in.
//
// A spreadsheet counts in binary, so that a score is multiplied before it is divided and rounded
// once; comparisons are of differences, rounded to 6 places, whose noise is smaller. What can't be
// said so is none, and stays with heng.
//
//     Formulas formulas{plan, cells};
//     formulas.leaf(indicator, "2", "")   // "MIN(25,25*'填报'!$B$7/'填报'!$B$6)", or nothing
#pragma once

#include "office/expression.hpp"
#include "office/form_plan.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace heng::office {

class Formulas {
  public:
    /// `cells`: the cell of each input by its path, and of each assessed score by "assessed ID".
    Formulas(const FormPlan& plan, std::map<std::string, std::string> cells);

    /// What an indicator scores, rounded to `places` (not, where it is ""); "" until all cells that
    /// it reads are filled, and `otherwise` where there is no score.
    [[nodiscard]] std::optional<std::string> leaf(const Json& indicator, const std::string& places,
                                                  const std::string& otherwise);

  private:
    /// numerator ÷ denominator, whose text is empty for 1.
    struct Fraction {
        std::string top{};
        std::string bottom{};
    };

    [[nodiscard]] std::optional<std::string> rule(const Json& indicator);
    [[nodiscard]] std::string once_filled(const std::string& formula) const;
    [[nodiscard]] std::optional<Fraction> fraction(const Expression& expression, int depth);
    [[nodiscard]] std::optional<Fraction> named(const std::string& name, int depth);
    [[nodiscard]] std::optional<std::string> whole(const Expression& expression, int depth);
    [[nodiscard]] std::optional<std::string> holds(const Expression& expression, int depth);
    [[nodiscard]] std::optional<std::string> holds(std::string_view text);
    [[nodiscard]] std::optional<Fraction> measure(const Json& text);
    /// Whether a fraction is in what a unary test allows: "[0.75..0.90)".
    [[nodiscard]] static std::optional<std::string> within(const Fraction& value,
                                                           std::string_view test);
    [[nodiscard]] static std::string compared(const Fraction& left, std::string_view sign,
                                              const Fraction& right);

    [[nodiscard]] std::optional<std::string> proportional(const Json& indicator);
    [[nodiscard]] std::optional<std::string> bands(const Json& indicator);
    [[nodiscard]] std::optional<std::string> step(const Json& indicator);
    [[nodiscard]] std::optional<std::string> occurrences(const Json& indicator);
    [[nodiscard]] std::optional<std::string> checklist(const Json& indicator);
    [[nodiscard]] std::optional<std::string> condition(const Json& indicator);
    [[nodiscard]] std::optional<std::string> categories(const Json& indicator);
    [[nodiscard]] std::optional<std::string> tally(const Json& indicator);
    [[nodiscard]] std::optional<std::string> assessed(const Json& indicator);

    const FormPlan& plan_;
    std::map<std::string, std::string> cells_;
    std::set<std::string> read_{}; ///< cells that must be filled
};

} // namespace heng::office
