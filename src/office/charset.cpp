// SPDX-License-Identifier: Apache-2.0
//
// The one file that asks the platform for character sets: what Chinese Excel saves as CSV is
// GB18030, and "Unicode text" is UTF-16.
#include "office/messages.hpp"
#include "office/readers.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <heng.h>
#include <iconv.h>
#include <optional>

namespace heng::office {
namespace {

// iconv_open makes an invalid handle of -1
bool is_open(iconv_t converter) {
    return reinterpret_cast<std::intptr_t>(converter) != -1; // NOLINT: as POSIX defines it
}

/// The text in UTF-8; nothing where it is not in this set.
std::optional<std::string> converted(std::string_view bytes, const char* from) {
    const iconv_t converter = iconv_open("UTF-8", from);
    if (!is_open(converter)) {
        return std::nullopt;
    }
    std::string text;
    std::array<char, 65536> block;
    char* in = const_cast<char*>(bytes.data()); // iconv does not write there
    std::size_t left = bytes.size();
    bool good = true;
    while (good && left > 0) {
        char* out = block.data();
        std::size_t room = block.size();
        const bool all = iconv(converter, &in, &left, &out, &room) != static_cast<std::size_t>(-1);
        good = all || errno == E2BIG;
        text.append(block.data(), block.size() - room);
    }
    iconv_close(converter);
    return good ? std::optional{std::move(text)} : std::nullopt;
}

} // namespace

bool is_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto c = static_cast<unsigned char>(text[at]);
        if (c < 0x80) {
            ++at;
            continue;
        }
        const std::size_t length = c >= 0xF0 ? 4 : c >= 0xE0 ? 3 : 2;
        if (c < 0xC2 || c > 0xF4 || text.size() - at < length) {
            return false;
        }
        const auto second = static_cast<unsigned char>(text[at + 1]);
        const unsigned least = c == 0xE0 ? 0xA0U : c == 0xF0 ? 0x90U : 0x80U;
        const unsigned most = c == 0xED ? 0x9FU : c == 0xF4 ? 0x8FU : 0xBFU;
        const bool tail =
            std::all_of(text.begin() + static_cast<std::ptrdiff_t>(at + 2),
                        text.begin() + static_cast<std::ptrdiff_t>(at + length),
                        [](char each) { return (static_cast<unsigned char>(each) >> 6) == 2; });
        if (second < least || second > most || !tail) {
            return false;
        }
        at += length;
    }
    return true;
}

Expected<std::string> utf8_of(std::string_view bytes) {
    std::optional<std::string> text;
    if (bytes.starts_with("\xEF\xBB\xBF")) {
        bytes.remove_prefix(3);
        text = is_utf8(bytes) ? std::optional{std::string{bytes}} : std::nullopt;
    } else if (bytes.starts_with("\xFF\xFE")) {
        text = converted(bytes.substr(2), "UTF-16LE");
    } else if (bytes.starts_with("\xFE\xFF")) {
        text = converted(bytes.substr(2), "UTF-16BE");
    } else {
        text = is_utf8(bytes) ? std::optional{std::string{bytes}} : converted(bytes, "GB18030");
    }
    if (!text) {
        return refused(
            problem(HENG_SYNTAX_ERROR, "office.broken", say::broken_text, {}, say::save_again));
    }
    return *std::move(text);
}

} // namespace heng::office
