// SPDX-License-Identifier: Apache-2.0
//
// A figure as a report prints it: what it says, to how many places, in which unit.
//
//     read_printed("99.81%")        // 99.81, 2 places, × 10^−2
//     read_printed("2,550.82亿元")   // 2550.82, 2 places, money × 10^8 元
//     read_printed("超 2,500 亿元")  // … and the value is above it
//
// Reads what base/written_figure.hpp says: this is that reader, for what a formula is compared
// with. A unit that no table knows is a fault, since the figure may be of anything.
#pragma once

#include "base/text/messages.hpp"
#include "base/written_figure.hpp"

#include <heng/budget/money.hpp>
#include <heng/number/decimal.hpp>
#include <heng/number/ratio.hpp>

#include <tl/expected.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace heng::detail::reconcile {

using base::Relation;

enum class Scale : std::uint8_t { plain, percent, money };

struct Printed {
    Decimal number;                      ///< what stands there, with its places
    Scale scale = Scale::plain;          ///< percent: also ‰ and 百分点
    int power = 0;                       ///< of ten: −2 of %, 8 of 亿元 (then in 元) and 亿
    Relation relation = Relation::equal; ///< of the value to the figure
    bool approximate = false;            ///< 约, ≈
    bool separated = false;              ///< has thousands separators
    std::string unit{};                  ///< as it stands behind the number: "%", " 亿元"

    /// What one of its own units is worth in formulas over facts in `unit`; nullopt for money
    /// where the facts have none.
    [[nodiscard]] std::optional<Ratio> worth(std::optional<MoneyUnit> unit) const;

    /// `value`, counted in its own units, as it would print: "99.09%".
    [[nodiscard]] std::string shown(const Ratio& value) const;

    /// Whether a value, counted in its own units, may be printed so.
    [[nodiscard]] bool says(const Ratio& value) const;
};

/// Why a text is no figure, in a sentence's second half, and the byte where.
struct PrintedFault {
    text::Words message;
    std::size_t offset = 0;
};

[[nodiscard]] tl::expected<Printed, PrintedFault> read_printed(std::string_view text,
                                                               NumberLimits limits = {});

} // namespace heng::detail::reconcile
