// SPDX-License-Identifier: Apache-2.0
#include "cycle/names.hpp"
#include "text/utf8.hpp"

namespace heng::cycle {
namespace {

bool is_between(char32_t c, char32_t low, char32_t high) {
    return c >= low && c <= high;
}

/// U+FF01–FF5E are ASCII's ! to ~.
char32_t half_width(char32_t c) {
    constexpr char32_t shift = 0xFEE0;
    return is_between(c, 0xFF01, 0xFF5E) ? c - shift : c;
}

bool is_letter_or_digit(char32_t c) {
    return is_between(c, '0', '9') || is_between(c, 'a', 'z') || is_between(c, 'A', 'Z');
}

bool is_dropped(char32_t c) {
    if (c < 0x80) {
        return !is_letter_or_digit(c) && c != '%';
    }
    return c == 0xA0 || c == 0xB7 || is_between(c, 0x2000, 0x206F) ||
           is_between(c, 0x3000, 0x303F) || is_between(c, 0xFE30, 0xFE6F) ||
           is_between(c, 0xFF5F, 0xFF65);
}

} // namespace

std::string normalised(std::string_view text) {
    std::string name;
    for (std::size_t at = 0; at < text.size();) {
        const text::CodePoint point = text::decode(text, at);
        at += point.length;
        const char32_t c = half_width(point.value);
        if (!is_dropped(c)) {
            text::append(name, is_between(c, 'A', 'Z') ? c - 'A' + 'a' : c);
        }
    }
    return name.empty() ? std::string{text} : name;
}

} // namespace heng::cycle
