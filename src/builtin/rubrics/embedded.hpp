// SPDX-License-Identifier: Apache-2.0
//
// The built-in rubrics, as they stand in src/builtin/rubrics/*.json, compiled in by
// cmake/EmbedRubrics.cmake.
//
//     for (const EmbeddedRubric& rubric : embedded_rubrics()) use(rubric.id, rubric.json);
//
// Sorted by id, which is the file's name without ".json" and the "id" inside it. The text is
// rubric/1 and is loaded like any other document. Never fails; O(1).
#pragma once

#include <span>
#include <string_view>

namespace heng {

struct EmbeddedRubric {
    std::string_view id;
    std::string_view json;
};

[[nodiscard]] std::span<const EmbeddedRubric> embedded_rubrics() noexcept;

} // namespace heng
