// SPDX-License-Identifier: Apache-2.0
//
// The built-in indicator libraries, as they stand in src/builtin/libraries/*.json, compiled in by
// cmake/EmbedRubrics.cmake.
//
//     for (const EmbeddedLibrary& library : embedded_libraries()) use(library.id, library.json);
//
// Sorted by id, which is the file's name without ".json" and the "id" inside it. The text is
// library/1 and is loaded like any other document. Never fails; O(1).
#pragma once

#include <span>
#include <string_view>

namespace heng {

struct EmbeddedLibrary {
    std::string_view id;
    std::string_view json;
};

[[nodiscard]] std::span<const EmbeddedLibrary> embedded_libraries() noexcept;

} // namespace heng
