// SPDX-License-Identifier: Apache-2.0
//
// The characters that figures are written with.
#pragma once

#include "base/text/utf8.hpp"

#include <cstddef>
#include <string_view>

namespace heng::detail::base {

[[nodiscard]] constexpr bool is_space(char32_t c) {
    return c == U' ' || c == U'\t' || c == 0x3000 || c == 0xA0 || c == 0x2009 || c == 0x202F ||
           c == 0x2002 || c == 0x2003 || c == 0x200B || c == 0xFEFF;
}

[[nodiscard]] constexpr bool is_minus(char32_t c) {
    return c == U'-' || c == 0x2212 || c == 0x2013 || c == 0x2014 || c == 0xFE63 || c == 0xFF0D;
}

[[nodiscard]] constexpr bool is_plus(char32_t c) {
    return c == U'+' || c == 0xFF0B || c == U'正';
}

/// ▲ and △ are how accounts print a loss.
[[nodiscard]] constexpr bool is_negative_mark(char32_t c) {
    return is_minus(c) || c == U'负' || c == U'▲' || c == U'△';
}

[[nodiscard]] constexpr bool is_separator(char32_t c) {
    return c == U',' || c == 0xFF0C || c == U'\'' || c == 0x2019 || c == U'_' || c == U' ' ||
           c == 0x2009 || c == 0x202F || c == 0xA0;
}

[[nodiscard]] constexpr bool is_point(char32_t c) {
    return c == U'.' || c == 0xFF0E || c == 0x3002;
}

[[nodiscard]] constexpr bool is_open(char32_t c) {
    return c == U'(' || c == 0xFF08;
}

[[nodiscard]] constexpr bool is_close(char32_t c) {
    return c == U')' || c == 0xFF09;
}

[[nodiscard]] constexpr char digit_of(char32_t c) {
    return c >= U'0' && c <= U'9'       ? static_cast<char>(c)
           : c >= 0xFF10 && c <= 0xFF19 ? static_cast<char>(c - 0xFF10 + U'0')
                                        : '\0';
}

[[nodiscard]] constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

[[nodiscard]] inline std::size_t last_length(std::string_view text) {
    std::size_t length = 1;
    while (length < text.size() &&
           (static_cast<unsigned char>(text[text.size() - length]) & 0xC0U) == 0x80U) {
        ++length;
    }
    return length;
}

[[nodiscard]] inline std::string_view without_spaces_behind(std::string_view text) {
    while (!text.empty() && is_space(text::decode(text, text.size() - last_length(text)).value)) {
        text.remove_suffix(last_length(text));
    }
    return text;
}

[[nodiscard]] inline std::string_view without_spaces_before(std::string_view text) {
    while (!text.empty() && is_space(text::decode(text, 0).value)) {
        text.remove_prefix(text::decode(text, 0).length);
    }
    return text;
}

[[nodiscard]] inline bool has_digit(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const text::CodePoint point = text::decode(text, at);
        if (digit_of(point.value) != '\0') {
            return true;
        }
        at += point.length;
    }
    return false;
}

} // namespace heng::detail::base
