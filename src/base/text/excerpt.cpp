// SPDX-License-Identifier: Apache-2.0
#include "base/text/excerpt.hpp"
#include "base/text/utf8.hpp"
#include "base/text/width.hpp"

#include <algorithm>

namespace heng::detail::text {

namespace {

/// What is kept on the right of a place where there is more than can be shown.
constexpr std::size_t right_part = 40;

bool ends_line(char c) {
    return c == '\n' || c == '\r';
}

bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

/// Where the character before `at` begins.
std::size_t before(std::string_view utf8, std::size_t at) {
    for (std::size_t length = 1; length <= std::min<std::size_t>(4, at); ++length) {
        const CodePoint point = decode(utf8.substr(0, at), at - length);
        if (point.valid && point.length == length) {
            return at - length;
        }
    }
    return at - 1; // a byte that is no UTF-8
}

/// Text beside a place: where it ends on the other side, and its cells.
struct Side {
    std::size_t end;
    std::size_t cells;
    bool cut; ///< the line goes on
};

Side left_of(std::string_view utf8, std::size_t place, std::size_t most) {
    std::size_t at = place;
    std::size_t width = 0;
    while (at > 0 && !ends_line(utf8[at - 1])) {
        const std::size_t next = before(utf8, at);
        const std::size_t more = cells(decode(utf8, next).value);
        if (width + more > most) {
            return {at, width, true};
        }
        width += more;
        at = next;
    }
    while (at < place && is_blank(utf8[at])) {
        ++at;
        --width;
    }
    return {at, width, false};
}

Side right_of(std::string_view utf8, std::size_t place, std::size_t most) {
    std::size_t at = place;
    std::size_t width = 0;
    while (at < utf8.size() && !ends_line(utf8[at])) {
        const CodePoint point = decode(utf8, at);
        const std::size_t more = cells(point.value);
        if (width + more > most) {
            return {at, width, true};
        }
        width += more;
        at += point.length;
    }
    return {at, width, false};
}

std::string shown(std::string_view utf8) {
    std::string text{utf8};
    std::replace(text.begin(), text.end(), '\t', ' ');
    return printable(text);
}

} // namespace

std::string excerpt(std::string_view utf8, std::size_t offset, std::size_t length) {
    const std::size_t place = std::min(offset, utf8.size());
    Side right = right_of(utf8, place, excerpt_width);
    Side left = left_of(utf8, place, excerpt_width);
    if (left.cells + right.cells + (left.cut ? 1 : 0) + (right.cut ? 1 : 0) > excerpt_width) {
        const std::size_t kept = std::min(right.cells, right_part);
        left = left_of(utf8, place, excerpt_width - kept - 2);
        right = right_of(utf8, place, excerpt_width - left.cells - 2);
    }
    const std::string_view line = utf8.substr(left.end, right.end - left.end);
    if (std::all_of(line.begin(), line.end(), is_blank)) {
        return {};
    }
    std::string text = (left.cut ? "…" : "") + shown(line) + (right.cut ? "…" : "") + '\n';
    text.append(left.cells + (left.cut ? 1 : 0), ' ');
    text += '^';
    const std::size_t marked = std::min(length, right.end - place);
    const std::size_t width = cells(utf8.substr(place, marked));
    text.append(width > 1 ? width - 1 : 0, '~');
    return text;
}

} // namespace heng::detail::text
