// SPDX-License-Identifier: Apache-2.0
//
// The built-in templates of drafts, as they stand in src/builtin/templates/*.mustache, compiled in
// by cmake/EmbedRubrics.cmake.
//
//     for (const EmbeddedTemplate& each : embedded_templates()) use(each.id, each.text);
//
// Sorted by id, which is the file's name without ".mustache": report.zh.md. Never fails; O(1).
#pragma once

#include <span>
#include <string_view>

namespace heng {

struct EmbeddedTemplate {
    std::string_view id;
    std::string_view text;
};

[[nodiscard]] std::span<const EmbeddedTemplate> embedded_templates() noexcept;

} // namespace heng
