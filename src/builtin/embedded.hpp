// SPDX-License-Identifier: Apache-2.0
//
// The built-in documents, as they stand in the folders beside this file, compiled in by
// cmake/EmbedRubrics.cmake.
//
//     for (const Embedded& rubric : embedded_rubrics()) use(rubric.id, rubric.text);
//
// Sorted by id, which is the file's name without its last extension and, of JSON, the "id" inside
// it. A text is read like any other document. Never fails; O(1).
#pragma once

#include <span>
#include <string_view>

namespace heng {

struct Embedded {
    std::string_view id;
    std::string_view text;
};

[[nodiscard]] std::span<const Embedded> embedded_rubrics() noexcept;
[[nodiscard]] std::span<const Embedded> embedded_libraries() noexcept;
[[nodiscard]] std::span<const Embedded> embedded_policies() noexcept;
[[nodiscard]] std::span<const Embedded> embedded_templates() noexcept; ///< "report.zh.md"

} // namespace heng
