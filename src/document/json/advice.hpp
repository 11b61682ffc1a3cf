// SPDX-License-Identifier: Apache-2.0
//
// What to write instead of a text that is no number or date, but looks like one.
//
//     number_advice("527,470.55", false)   // write 527470.55
//     number_advice("约99%", true)         // write 0.99 or "99%"
//     date_advice("2024年2月1日")          // write "2024-02-01"
#pragma once

#include <string>
#include <string_view>

namespace heng::document {

/// `text` is no number; where a percentage may be written, `percent`.
[[nodiscard]] std::string number_advice(std::string_view text, bool percent);

/// Whether this is a day of the Gregorian calendar, as "YYYY-MM-DD".
[[nodiscard]] bool is_date(std::string_view text);

/// `text` is no date.
[[nodiscard]] std::string date_advice(std::string_view text);

} // namespace heng::document
