// SPDX-License-Identifier: Apache-2.0
#include "base/text/utf8.hpp"

#include <algorithm>

namespace heng::detail::text {

namespace {

constexpr char32_t replacement = 0xFFFD;

constexpr unsigned byte_at(std::string_view text, std::size_t at) {
    return static_cast<unsigned char>(text[at]);
}

constexpr bool continues(unsigned byte) {
    return (byte & 0xC0U) == 0x80U;
}

/// How a sequence begins: its length, the bits of its first byte, the least value it may encode.
struct Lead {
    std::size_t length;
    unsigned bits;
    char32_t least;
};

constexpr Lead lead_of(unsigned byte) {
    if ((byte & 0xE0U) == 0xC0U) {
        return {2, byte & 0x1FU, 0x80};
    }
    if ((byte & 0xF0U) == 0xE0U) {
        return {3, byte & 0x0FU, 0x800};
    }
    if ((byte & 0xF8U) == 0xF0U) {
        return {4, byte & 0x07U, 0x10000};
    }
    return {0, 0, 0};
}

} // namespace

CodePoint decode(std::string_view utf8, std::size_t at) {
    const unsigned first = byte_at(utf8, at);
    if (first < 0x80U) {
        return {first, 1, true};
    }
    const CodePoint invalid{replacement, 1, false};
    const Lead lead = lead_of(first);
    if (lead.length == 0 || utf8.size() - at < lead.length) {
        return invalid;
    }
    char32_t value = lead.bits;
    for (std::size_t i = 1; i < lead.length; ++i) {
        const unsigned byte = byte_at(utf8, at + i);
        if (!continues(byte)) {
            return invalid;
        }
        value = (value << 6U) | (byte & 0x3FU);
    }
    const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
    if (value < lead.least || value > 0x10FFFF || surrogate) {
        return invalid;
    }
    return {value, lead.length, true};
}

void append(std::string& utf8, char32_t value) {
    const auto put = [&utf8](char32_t byte) {
        utf8 += static_cast<char>(byte);
    };
    if (value < 0x80) {
        put(value);
    } else if (value < 0x800) {
        put(0xC0U | (value >> 6U));
        put(0x80U | (value & 0x3FU));
    } else if (value < 0x10000) {
        put(0xE0U | (value >> 12U));
        put(0x80U | ((value >> 6U) & 0x3FU));
        put(0x80U | (value & 0x3FU));
    } else {
        put(0xF0U | (value >> 18U));
        put(0x80U | ((value >> 12U) & 0x3FU));
        put(0x80U | ((value >> 6U) & 0x3FU));
        put(0x80U | (value & 0x3FU));
    }
}

std::size_t count(std::string_view utf8) {
    return static_cast<std::size_t>(std::count_if(utf8.begin(), utf8.end(), [](char c) {
        return !continues(static_cast<unsigned char>(c));
    }));
}

std::size_t first_invalid(std::string_view utf8) {
    for (std::size_t at = 0; at < utf8.size();) {
        const CodePoint point = decode(utf8, at);
        if (!point.valid) {
            return at;
        }
        at += point.length;
    }
    return std::string_view::npos;
}

std::string code_point_name(char32_t value) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string name = "U+";
    for (unsigned shift = 24; shift > 0;) {
        shift -= 4;
        if (shift < 16 || (value >> shift) != 0) {
            name += digits[(value >> shift) & 0xFU];
        }
    }
    return name;
}

std::string shortened(std::string_view utf8, std::size_t most) {
    std::size_t at = 0;
    for (std::size_t points = 0; at < utf8.size() && points < most; ++points) {
        at += decode(utf8, at).length;
    }
    std::string result{utf8.substr(0, at)};
    return at < utf8.size() ? result + "…" : result;
}

} // namespace heng::detail::text
