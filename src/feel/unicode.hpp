// SPDX-License-Identifier: Apache-2.0
//
// Which characters FEEL takes for what.
//
//     is_name_start(U'预')       // true
//     ascii_spelling(U'（')      // "("
#pragma once

#include <optional>
#include <string_view>

namespace heng::detail::feel {

/// DMN 1.4, 10.3.1.2, rules 28-29 and 61-62, without the full-width punctuation of CJK text, which
/// is a slip of the input method far more often than a name.
[[nodiscard]] bool is_name_start(char32_t c);
[[nodiscard]] bool is_name_part(char32_t c);
[[nodiscard]] bool is_space(char32_t c);

/// The ASCII spelling of full-width or typographic punctuation such as （ ， “ ＋ ≤ ×.
[[nodiscard]] std::optional<std::string_view> ascii_spelling(char32_t c);

} // namespace heng::detail::feel
