// SPDX-License-Identifier: Apache-2.0
//
// The count of what was checked, in one line for people and as an object for machines.
//
//     checked_text(checked, language)     // 核对9项，有误2项，无法核对1项：“学校发展能力”
//     add_checked(json, checked)          // "checked": {"compared": 9, "wrong": 2, …}
#pragma once

#include "base/json/writer.hpp"

#include <heng/document/checked.hpp>
#include <heng/rubric/rubric.hpp>

#include <string>

namespace heng::detail::document {

inline constexpr std::size_t most_named = 10;

/// One line without its end.
[[nodiscard]] std::string checked_text(const Checked& checked, Language language);

/// The same of a rubric that was linted: its indicators, findings and what is not proved.
[[nodiscard]] std::string linted_text(const Checked& checked, Language language);

/// The member "checked" of an object that is open: {"compared","wrong","not_compared","names"}.
void add_checked(json::JsonWriter& json, const Checked& checked);

} // namespace heng::detail::document
