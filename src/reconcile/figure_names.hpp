// SPDX-License-Identifier: Apache-2.0
//
// Names of figures, for people who do not read paths: those of a budget statement, and the labels
// that a rubric or the claims give others.
//
//     FigureNames names;
//     names.add("report.scores.overall", same("整体效能得分"));
//     names.of_formula("budget.executed / budget.annual")   // "executed ÷ budget", 全年执行数 ÷ …
//     names.of_figure("contracts[0].amount")                // a path without a name: as it is
#pragma once

#include "base/text/messages.hpp"
#include "document/inputs.hpp"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace heng::detail::reconcile {

class FigureNames {
  public:
    /// Gives a path a name in the place of the one that it has.
    void add(std::string_view path, const text::Words& name);
    /// Names the inputs that have labels.
    void add_inputs(const std::vector<document::Input>& inputs);
    /// The path is where the facts have a figure of the budget statement, which is "budget.annual"
    /// and the like elsewhere.
    void add_statement(std::string_view path, std::string_view usual);

    /// The name of a figure; its path where it has none. A total and a part of an amount, and the
    /// sources of funds, are called after that. O(log names).
    [[nodiscard]] text::Words of_figure(std::string_view path) const;

    /// The formula with each known path replaced by its name, and × and ÷ for * and /; as it is
    /// where it has a text in quotes. O(length).
    [[nodiscard]] text::Words of_formula(std::string_view formula) const;

  private:
    [[nodiscard]] std::optional<text::Words> known(std::string_view path) const;

    std::map<std::string, text::Words, std::less<>> names_{};
};

} // namespace heng::detail::reconcile
