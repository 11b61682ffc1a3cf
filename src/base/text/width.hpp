// SPDX-License-Identifier: Apache-2.0
//
// Text in a terminal: what may be shown, and how many cells it takes (a Chinese character two).
//
//     static_assert(heng::text::cells(U'衡') == 2);
//
// Source: Unicode Standard Annex #11, East Asian Width, the Wide and Fullwidth blocks.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace heng::detail::text {

/// The cells of one code point: 2 for wide and full-width characters, else 1.
[[nodiscard]] constexpr std::size_t cells(char32_t c) {
    const bool wide = (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) ||
                      (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) ||
                      (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF60) ||
                      (c >= 0xFFE0 && c <= 0xFFE6) || (c >= 0x20000 && c <= 0x3FFFD);
    return wide ? 2 : 1;
}

/// The cells of a valid UTF-8 text. O(length).
[[nodiscard]] std::size_t cells(std::string_view utf8);

/// `utf8`, in which what would steer a terminal (control characters, line separators, changes of
/// writing direction) is replaced by U+FFFD. O(length).
[[nodiscard]] std::string printable(std::string_view utf8);

/// What a caller named, for a message: printable in quotes, of 40 code points at most. Any bytes.
[[nodiscard]] std::string quoted(std::string_view name);

/// `utf8` with spaces after it (or before it) up to `width` cells.
[[nodiscard]] std::string pad_right(std::string_view utf8, std::size_t width);
[[nodiscard]] std::string pad_left(std::string_view utf8, std::size_t width);

} // namespace heng::detail::text
