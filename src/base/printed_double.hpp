// SPDX-License-Identifier: Apache-2.0
//
// Decimals that look as binary floating point prints them.
//
//     short_text_of("0.94999999999999996")   // "0.95": a C program printed a double
//     short_text_of("0.7999999999999999")    // "0.8": 0.7 + 0.1 in binary
//     short_text_of("0.9499999999999")       // nullopt: fewer than 16 digits
//
// Exact, by whole numbers: no floating point is used to find it out.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace heng::detail::base {

/// `number` is the text of a decimal. The shorter decimal that it stands for, where it has 16
/// digits or more and is the print of a double that a shorter text names too, or one that ends in
/// a row of zeros or nines as sums of doubles do. nullopt for every other text. O(1) below 16
/// digits.
[[nodiscard]] std::optional<std::string> short_text_of(std::string_view number);

} // namespace heng::detail::base
