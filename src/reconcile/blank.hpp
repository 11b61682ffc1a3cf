// SPDX-License-Identifier: Apache-2.0
//
// What a form writes where it has no figure.
//
//     is_blank(json)     // null, "", "—", "/", "无"
#pragma once

#include "base/json/json.hpp"

#include <string_view>

namespace heng::detail::reconcile {

/// The text without spaces of any width around it.
[[nodiscard]] std::string_view trimmed(std::string_view text);

/// Whether nothing is printed there: null, "", "—", "/".
[[nodiscard]] bool is_blank(json::Json json);

} // namespace heng::detail::reconcile
