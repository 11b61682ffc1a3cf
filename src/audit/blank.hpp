// SPDX-License-Identifier: Apache-2.0
//
// What a form writes where it has no figure.
//
//     is_blank(json)     // null, "", "—", "/", "无"
#pragma once

#include "document/json/json.hpp"

#include <string_view>

namespace heng::reconciling {

/// The text without spaces of any width around it.
[[nodiscard]] std::string_view trimmed(std::string_view text);

/// Whether nothing is printed there: null, "", "—", "/".
[[nodiscard]] bool is_blank(document::Json json);

} // namespace heng::reconciling
