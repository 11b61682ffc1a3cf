// SPDX-License-Identifier: Apache-2.0
//
// What must hold among the figures of a facts document without anybody's claiming it: the
// identities of the budget statement (heng/budget/statement.hpp) and the sums of what is marked as
// a whole and its parts.
//
//     StatementCheck statement{figures, {}};
//     statement.check(words, found);
//     check_sums(figures, limits, words, agrees, found);
#pragma once

#include "base/text/speech.hpp"
#include "reconcile/figures.hpp"
#include "reconcile/messages.hpp"
#include "reconcile/remedies.hpp"

#include <heng/budget/statement.hpp>
#include <heng/reconcile/reconcile.hpp>

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace heng::detail::reconcile {

/// The identities compare amounts of one unit, whichever it is.
using PrintedStatement = Statement<MoneyUnit::wan_yuan>;

/// A figure of the statement, and where `data` has it unless the claims say otherwise.
struct StatementField {
    std::string_view name;
    std::string_view path;
    WanYuan PrintedStatement::*member;
};

inline constexpr std::array<StatementField, 11> statement_fields{{
    {"income", "income.current", &PrintedStatement::income},
    {"opening", "carry_over.opening", &PrintedStatement::opening},
    {"total_income", "income.total", &PrintedStatement::total_income},
    {"basic", "budget.basic", &PrintedStatement::basic},
    {"project", "budget.project", &PrintedStatement::project},
    {"expenditure", "expenditure.current", &PrintedStatement::expenditure},
    {"closing", "carry_over.closing", &PrintedStatement::closing},
    {"total_expenditure", "expenditure.total", &PrintedStatement::total_expenditure},
    {"transfers", "budget.transfers", &PrintedStatement::transfers},
    {"budget", "budget.annual", &PrintedStatement::budget},
    {"executed", "budget.executed", &PrintedStatement::executed},
}};

/// Amounts as people print them: with the places of the figures beside them.
[[nodiscard]] std::string amount(const Ratio& value, int places);

[[nodiscard]] std::string joined(const std::vector<std::string>& paths, std::string_view sign);

class StatementCheck {
  public:
    using Paths = std::vector<std::pair<std::string_view, std::string>>;

    StatementCheck(const Figures& figures, const Paths& paths);

    /// The paths of `paths` that the facts have no number at.
    [[nodiscard]] const Paths& absent() const { return absent_; }

    /// Adds each identity whose figures are all there, as found or as confirmed.
    void check(const text::Speech& words, const FigureNames& names, Reconciliation& found) const;

    /// Whether every definition that reads the figure would hold if it were `value`.
    [[nodiscard]] bool agrees(const Figure& figure, const Ratio& value) const;

  private:
    struct Line {
        std::size_t index;              ///< in identities()
        std::vector<std::size_t> reads; ///< fields; a side of one field alone comes first
    };

    [[nodiscard]] bool holds(const PrintedStatement& values, const Line& line) const;
    [[nodiscard]] Mismatch mismatch(const Line& line, const text::Speech& words,
                                    const FigureNames& names) const;
    [[nodiscard]] std::vector<RankedRemedy> remedies(const Line& line) const;

    std::array<const Figure*, statement_fields.size()> fields_{};
    PrintedStatement values_{};
    std::vector<Line> lines_{};
    Paths absent_{};
};

/// A whole and its parts in `data`, and how they compare.
struct CheckedSum {
    enum class Result : std::uint8_t { holds, differs, not_compared };
    std::string path; ///< of the object that has "total" and "parts"
    json::Json total;
    Result result;
    Mismatch mismatch{};   ///< where they differ; its finding has no place yet
    Confirmed confirmed{}; ///< where they hold
};

/// Whether, if the figure had this value, all else that reads the figure would hold.
using Agrees = std::function<bool(const Figure&, const Ratio&)>;

/// Every object of `data` with a "total" and "parts": an object of numbers (or of objects with a
/// "total" of their own), or a list of records with an "amount". The parts hold where their sum
/// prints as the total, at the places that it shows. What is no number can't be compared; what is
/// blank is nothing. What stands at sources.NAME is compared with budget.NAME too: its total, else
/// its parts. In the order of the document.
[[nodiscard]] std::vector<CheckedSum> checked_sums(json::Json data, const Limits& limits,
                                                   const text::Speech& words,
                                                   const FigureNames& names,
                                                   const Agrees& agrees = {});

/// The same, as findings and confirmed sums with their places; those not compared are left.
void check_sums(const Figures& figures, const Limits& limits, const text::Speech& words,
                const Agrees& agrees, Reconciliation& found);

} // namespace heng::detail::reconcile
