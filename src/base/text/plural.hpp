// SPDX-License-Identifier: Apache-2.0
//
// One thing or several, in English sentences: "{s}" behind a noun is filled with an s, unless the
// number before the noun is 1.
//
//     Sentence lost{"{0} point{s} lost", "失{0}分"};      // "1 point lost", "0.5 points lost"
#pragma once

#include <string_view>

namespace heng::detail::text {

/// The text between the braces.
inline constexpr std::string_view plural_blank = "s";

/// Whether a text ends in the number 1 and a noun, of one word or more: "all 1 percentage point".
[[nodiscard]] constexpr bool ends_with_one(std::string_view text) {
    const auto is_of_noun = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == ' ' || c == '-';
    };
    const auto is_of_number = [](char c) {
        return (c >= '0' && c <= '9') || c == '.' || c == ',' || c == '/';
    };
    while (!text.empty() && is_of_noun(text.back())) {
        text.remove_suffix(1);
    }
    if (!text.ends_with('1')) {
        return false;
    }
    text.remove_suffix(1);
    return text.empty() || !is_of_number(text.back());
}

} // namespace heng::detail::text
