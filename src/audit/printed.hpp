// SPDX-License-Identifier: Apache-2.0
//
// A figure as a report prints it: what it says, to how many places, in which unit.
//
//     read_printed("99.81%")        // 99.81, 2 places, × 10^−2
//     read_printed("2,550.82亿元")   // 2550.82, 2 places, money × 10^8 元
//     read_printed("超 2,500 亿元")  // … and the value is above it
//
// Read are thousands separators (, ， ' and thin or no-break spaces, groups of three), full-width
// digits and signs, − – — ﹣ － as minus, a space after the sign, % ‰ and 百分点, money from 元 to
// 万亿元, 万 and 亿 alone, and the counters of the table (家, 项, 分 …). What is in front may say
// how the figure is meant: 约 ≈ (as it is), 超 逾 突破 > (above), 不足 低于 < (below), ≥ ≤.
#pragma once

#include <heng/budget/money.hpp>
#include <heng/number/decimal.hpp>
#include <heng/number/ratio.hpp>

#include <tl/expected.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace heng::reconciling {

/// How the value stands to the figure that is printed.
enum class Relation : std::uint8_t { equal, above, at_least, below, at_most };

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
    [[nodiscard]] std::string shown() const;

    /// Whether a value, counted in its own units, may be printed so.
    [[nodiscard]] bool says(const Ratio& value) const;
};

/// Why a text is no figure, in a sentence's second half, and the byte where.
struct PrintedFault {
    std::string message;
    std::size_t offset = 0;
};

[[nodiscard]] tl::expected<Printed, PrintedFault> read_printed(std::string_view text,
                                                               NumberLimits limits = {});

} // namespace heng::reconciling
