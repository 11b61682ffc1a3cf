// SPDX-License-Identifier: Apache-2.0
//
// Statement: the income and expenditure of one department in one year as its report prints them
// (部门收支决算), and the identities between the printed figures.
//
//     using namespace heng::literals;
//     heng::Statement<heng::MoneyUnit::wan_yuan> statement;
//     statement.income = heng::WanYuan{522688.65_dec};
//     for (const auto& identity : statement.identities()) {
//         if (!identity.holds()) std::cerr << identity.name << '\n';
//     }
//
// Nothing is derived from anything else: each field is a figure as printed, totals too, since the
// point is to find those that disagree. Source: the layout of Chinese departmental final accounts:
// 总收入 = 本年收入 + 年初结转和结余, 总支出 = 本年支出 + 年末结转和结余, 收支总计 equal.
#pragma once

#include <heng/budget/money.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace heng {

/// How much it weighs when an identity does not hold.
enum class IdentityKind : std::uint8_t {
    definition, ///< one side defines the other: the statement contains a mistake
    /// The two sides may differ for reasons a statement does not show: worth a question.
    indication,
};

/// Two sides that should be equal.
template <MoneyUnit Unit>
struct Identity {
    std::string_view id; ///< English and stable, such as "total-income"
    std::string_view
        name; ///< as finance officers say it, such as "总收入 = 本年收入 + 年初结转和结余"
    IdentityKind kind = IdentityKind::definition;
    Money<Unit> left;
    Money<Unit> right;

    [[nodiscard]] constexpr Money<Unit> difference() const { return left - right; }
    [[nodiscard]] constexpr bool holds() const { return left == right; }
};

/// The figures of one department in one year, all in `Unit`, as printed; 0 if not given.
template <MoneyUnit Unit>
struct Statement {
    Money<Unit> income;            ///< 本年收入
    Money<Unit> opening;           ///< 年初结转和结余
    Money<Unit> total_income;      ///< 总收入 (收入总计)
    Money<Unit> basic;             ///< 基本支出
    Money<Unit> project;           ///< 项目支出
    Money<Unit> expenditure;       ///< 本年支出
    Money<Unit> closing;           ///< 年末结转和结余
    Money<Unit> total_expenditure; ///< 总支出 (支出总计)
    /// 市级转移区支付: transfers to districts, in no other figure than executed and budget.
    Money<Unit> transfers;
    Money<Unit> budget;   ///< 全年预算数
    Money<Unit> executed; ///< 全年执行数

    /// Returns the identities: five definitions, and last an indication, since unspent money need
    /// not be carried over: budgets lapse, are taken back, or were given to districts. In the
    /// report for 2023 from which heng's example is taken it does not hold: 4,781.90 against 135.50
    /// 万元. O(1).
    [[nodiscard]] constexpr std::array<Identity<Unit>, 6> identities() const {
        using enum IdentityKind;
        return {{
            {"total-income", "总收入 = 本年收入 + 年初结转和结余", definition, total_income,
             income + opening},
            {"total-expenditure", "总支出 = 本年支出 + 年末结转和结余", definition,
             total_expenditure, expenditure + closing},
            {"balance", "总收入 = 总支出", definition, total_income, total_expenditure},
            {"expenditure", "本年支出 = 基本支出 + 项目支出", definition, expenditure,
             basic + project},
            {"executed", "全年执行数 = 本年支出 + 市级转移区支付", definition, executed,
             expenditure + transfers},
            {"unspent", "全年预算数 − 全年执行数 = 年末结转和结余", indication, budget - executed,
             closing},
        }};
    }
};

} // namespace heng
