// SPDX-License-Identifier: Apache-2.0
//
// JSON Pointers (RFC 6901): how a key is written in one.
//
//     "/values/" + pointer_token("a/b~c")     // "/values/a~1b~0c"
#pragma once

#include <string>
#include <string_view>

namespace heng::detail::text {

inline void append_token(std::string& pointer, std::string_view key) {
    for (const char c : key) {
        if (c == '~') {
            pointer += "~0";
        } else if (c == '/') {
            pointer += "~1";
        } else {
            pointer += c;
        }
    }
}

[[nodiscard]] inline std::string pointer_token(std::string_view key) {
    std::string token;
    append_token(token, key);
    return token;
}

} // namespace heng::detail::text
