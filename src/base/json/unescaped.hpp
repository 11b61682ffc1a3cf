// SPDX-License-Identifier: Apache-2.0
//
// Whether a text stands between the quotes of a JSON string as it is, which is so of nearly all.
//
//     is_unescaped("预算 94.25%")     // true
//     is_unescaped("a\"b")            // false: it has a quote, which must be escaped
//     is_unescaped("\xFF")            // false: it is no UTF-8
#pragma once

#include <string_view>

namespace heng::detail::json {

/// True where the text is UTF-8 without control characters, quotes and backslashes. False says
/// only that it must be looked at character by character: some rare characters are left to that.
/// O(length), 16 bytes in one step where the processor can.
[[nodiscard]] bool is_unescaped(std::string_view text);

} // namespace heng::detail::json
