// SPDX-License-Identifier: Apache-2.0
//
// Advises what to write for a text that looks like a number or date only. A document that is
// scored says its numbers plainly, so that nobody has to guess; the advice has the value that the
// one reader of figures (base/written_figure.hpp) finds, converted where a unit is written, and is
// accepted when it is written in place of the text. Where the value is not certain it asks.
//
//     number_advice("527,470.55", {NumberKind::number})                      // write 527470.55
//     number_advice("34120000元", {NumberKind::money, MoneyUnit::wan_yuan})  // write 3412
//     number_advice("96.6 %", {NumberKind::percent})             // write 0.966 or "96.6%"
//     number_advice("约99%", {NumberKind::percent})              // it says about …: asks
//     date_advice("2024年2月1日")                                // write "2024-02-01"
#pragma once

#include "base/text/messages.hpp"

#include <heng/budget/money.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace heng::detail::json {

enum class NumberKind : std::uint8_t { number, money, percent, count };

struct WantedNumber {
    NumberKind kind = NumberKind::number;
    std::optional<MoneyUnit> money{}; ///< of the document; none: it is not known
};

/// `text` is no number.
[[nodiscard]] text::Words number_advice(std::string_view text, WantedNumber wanted);

/// `text` is no target or actual value of a target record whose unit is `unit` ("": none).
/// `is_target`: its operator goes to "direction".
[[nodiscard]] text::Words amount_advice(std::string_view text, std::string_view unit,
                                        bool is_target);

/// Whether this is a day of the Gregorian calendar, as "YYYY-MM-DD".
[[nodiscard]] bool is_date(std::string_view text);

/// `text` is no date.
[[nodiscard]] text::Words date_advice(std::string_view text);

} // namespace heng::detail::json
