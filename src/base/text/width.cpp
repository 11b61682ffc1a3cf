// SPDX-License-Identifier: Apache-2.0
#include "base/text/utf8.hpp"
#include "base/text/width.hpp"

namespace heng::detail::text {

std::size_t cells(std::string_view utf8) {
    std::size_t width = 0;
    for (std::size_t at = 0; at < utf8.size();) {
        const CodePoint point = decode(utf8, at);
        width += cells(point.value);
        at += point.length;
    }
    return width;
}

std::string printable(std::string_view utf8) {
    std::string shown;
    for (std::size_t at = 0; at < utf8.size();) {
        const CodePoint point = decode(utf8, at);
        const char32_t c = point.value;
        const bool control = c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x2028 || c == 0x2029;
        const bool direction =
            (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200F;
        if (control || direction || !point.valid) {
            shown += "\uFFFD";
        } else {
            shown += utf8.substr(at, point.length);
        }
        at += point.length;
    }
    return shown;
}

std::string quoted(std::string_view name) {
    return '"' + printable(shortened(name)) + '"';
}

std::string pad_right(std::string_view utf8, std::size_t width) {
    const std::size_t taken = cells(utf8);
    return std::string{utf8} + std::string(width > taken ? width - taken : 0, ' ');
}

std::string pad_left(std::string_view utf8, std::size_t width) {
    const std::size_t taken = cells(utf8);
    return std::string(width > taken ? width - taken : 0, ' ') + std::string{utf8};
}

} // namespace heng::detail::text
