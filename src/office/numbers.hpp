// SPDX-License-Identifier: Apache-2.0
//
// Numbers as files have them, as decimal text: nothing here is binary.
//
//     rounded_number("8.0299999999999994")    // "8.03"
//     serial_date("45291", false)             // "2023-12-31"
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace heng::office {

/// The number that a program shows for what its file has: rounded to 15 significant digits, half
/// away from zero, without an exponent. Nothing where the text is no number, or one that no
/// spreadsheet can have (past 10^±330).
[[nodiscard]] std::optional<std::string> rounded_number(std::string_view text);

/// How many significant digits a decimal has: 4 of "0.01030".
[[nodiscard]] std::size_t significant_digits(std::string_view decimal);

/// The day, the time or both of a serial number: "2024-01-31", "08:30:00",
/// "2024-01-31T08:30:00". `from_1904`: days are counted from 1904-01-01, else from 1899-12-31 with
/// the 29 February 1900 that never was. Nothing for that day, and outside of 1900 to 9999.
[[nodiscard]] std::optional<std::string> serial_date(std::string_view number, bool from_1904);

/// The serial number of "2024-01-31", counted from 1899-12-31; nothing for another text, and for
/// days before 1900-03-01.
[[nodiscard]] std::optional<std::string> date_serial(std::string_view date);

/// A number as people type it, as decimal text: full-width digits and signs become ASCII, commas
/// between groups of three digits go, and so does space around it; "%" stays. Nothing where the
/// text is anything else.
[[nodiscard]] std::optional<std::string> typed_number(std::string_view text);

} // namespace heng::office
