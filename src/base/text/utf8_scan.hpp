// SPDX-License-Identifier: Apache-2.0
//
// Whole documents, looked through for what is no UTF-8.
//
//     text::is_surely_valid("预算执行率")     // true
//     text::is_surely_valid("a\xFF")         // false
#pragma once

#include <string_view>

namespace heng::detail::text {

/// Whether a text is UTF-8 without a doubt. Where the processor has AVX2, 32 bytes are looked at
/// together; then true means that the text is valid, and false that first_invalid is to say it: of
/// texts with characters of four bytes, and with those from U+0800 to U+0FFF and from U+D000 to
/// U+D7FF, it is never sure. O(length).
[[nodiscard]] bool is_surely_valid(std::string_view utf8);

} // namespace heng::detail::text
