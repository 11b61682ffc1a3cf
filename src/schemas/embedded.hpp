// SPDX-License-Identifier: Apache-2.0
//
// The JSON Schemas of heng's documents, as they stand in src/schemas/*.schema.json, compiled in by
// cmake/EmbedRubrics.cmake.
//
//     for (const EmbeddedSchema& schema : embedded_schemas()) use(schema.id, schema.json);
//
// Sorted by id, which is the file's name without ".json": "rubric.schema". A zero byte stands
// behind each text. Never fails; O(1).
#pragma once

#include <span>
#include <string_view>

namespace heng {

struct EmbeddedSchema {
    std::string_view id;
    std::string_view json;
};

[[nodiscard]] std::span<const EmbeddedSchema> embedded_schemas() noexcept;

} // namespace heng
