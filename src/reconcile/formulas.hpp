// SPDX-License-Identifier: Apache-2.0
//
// The formulas of claims, over the figures of a facts document.
//
//     Formulas formulas{figures};
//     auto progress = formulas.compile("budget.executed / budget.annual");
//     formulas.evaluate(progress->whole)                    // 0.9909…
//     formulas.with(*progress, slot, Ratio{526468})         // the same, were that figure another
#pragma once

#include "feel/fault.hpp"
#include "feel/program.hpp"
#include "reconcile/claims.hpp"
#include "reconcile/figures.hpp"

#include <tl/expected.hpp>

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace heng::detail::reconcile {

/// All formulas and what-ifs of one call together, in steps of FEEL.
inline constexpr std::int64_t most_steps = 20'000'000;

struct Formula {
    feel::ExpressionId whole = 0;
    std::optional<feel::ExpressionId> left{}; ///< of an equality of numbers, with `right`
    std::optional<feel::ExpressionId> right{};
    ClaimKind kind = ClaimKind::ratio; ///< what it looks like
};

class Formulas {
  public:
    /// `most` steps are shared by all that is evaluated.
    explicit Formulas(const Figures& figures, std::int64_t most = most_steps)
        : figures_{figures}, slots_{figures.slots}, steps_left_{most} {
        static_cast<void>(program_.compile_values(figures.scope)); // there are none
    }

    [[nodiscard]] tl::expected<Formula, feel::Fault> compile(std::string_view text);

    /// Null with NullCause::limit where the steps have run out.
    [[nodiscard]] feel::Value evaluate(feel::ExpressionId id);

    /// The number it has, of an equality left − right, with one figure replaced; nullopt where it
    /// has none.
    [[nodiscard]] std::optional<Ratio> with(const Formula& formula, feel::SlotId slot,
                                            const Ratio& value);

    /// The figures that it can read.
    [[nodiscard]] std::vector<feel::SlotId> reads(const Formula& formula) const {
        return program_.static_reads(formula.whole);
    }

  private:
    [[nodiscard]] std::optional<Ratio> number(feel::ExpressionId id);
    [[nodiscard]] ClaimKind kind_since(std::size_t first_node, feel::ExpressionId id) const;
    void split(std::string_view text, Formula& formula);

    const Figures& figures_;
    feel::Program program_{};
    std::vector<feel::Value> slots_;
    std::int64_t steps_left_;
};

} // namespace heng::detail::reconcile
