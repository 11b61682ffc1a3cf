// SPDX-License-Identifier: Apache-2.0
//
// Chinese numerals whose value is certain.
//
//     chinese_number("三百零五项")   // "305", 9 bytes
//     chinese_number("三点五")       // "3.5"
//     chinese_number("三五")         // nullopt: 3 to 5
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace heng::detail::base {

struct ChineseNumber {
    std::string digits; ///< decimal text
    std::size_t length = 0;
};

/// The numeral that `text` begins with; a multiple before a unit (万元) is left to the unit.
/// nullopt where there is none, and where it may mean two numbers: 三五, 一百五, 二〇二三.
[[nodiscard]] std::optional<ChineseNumber> chinese_number(std::string_view text);

} // namespace heng::detail::base
