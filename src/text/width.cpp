// SPDX-License-Identifier: Apache-2.0
#include "text/utf8.hpp"
#include "text/width.hpp"

namespace heng::text {

std::size_t cells(std::string_view utf8) {
    std::size_t width = 0;
    for (std::size_t at = 0; at < utf8.size();) {
        const CodePoint point = decode(utf8, at);
        width += cells(point.value);
        at += point.length;
    }
    return width;
}

std::string pad_right(std::string_view utf8, std::size_t width) {
    const std::size_t taken = cells(utf8);
    return std::string{utf8} + std::string(width > taken ? width - taken : 0, ' ');
}

std::string pad_left(std::string_view utf8, std::size_t width) {
    const std::size_t taken = cells(utf8);
    return std::string(width > taken ? width - taken : 0, ' ') + std::string{utf8};
}

} // namespace heng::text
