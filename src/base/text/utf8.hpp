// SPDX-License-Identifier: Apache-2.0
//
// UTF-8: validating, counting and decoding.
//
//     text::decode("预算", 0)             // {0x9884, 3, true}
//     text::count("预算")                 // 2
//     text::first_invalid("a\xFF")        // 1
//
// What is valid is Table 3-7 of the Unicode standard: no surrogates, no overlong forms, nothing
// past U+10FFFF. No locale is read.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace heng::detail::text {

struct CodePoint {
    char32_t value = 0;
    std::size_t length = 1; ///< bytes
    bool valid = true;      ///< false: one byte that is no UTF-8, `value` is U+FFFD

    friend bool operator==(const CodePoint&, const CodePoint&) = default;
};

/// The code point that begins at byte `at` < utf8.size().
[[nodiscard]] CodePoint decode(std::string_view utf8, std::size_t at);

/// Appends `value`, a Unicode scalar value, in UTF-8.
void append(std::string& utf8, char32_t value);

/// The code points of a valid text. O(length).
[[nodiscard]] std::size_t count(std::string_view utf8);

/// The offset of the first byte that is no UTF-8, or npos. O(length).
[[nodiscard]] std::size_t first_invalid(std::string_view utf8);

/// "U+FF0C": at least four digits.
[[nodiscard]] std::string code_point_name(char32_t value);

/// `utf8`, cut after `most` code points, where "…" then stands. For messages that quote.
[[nodiscard]] std::string shortened(std::string_view utf8, std::size_t most = 40);

} // namespace heng::detail::text
