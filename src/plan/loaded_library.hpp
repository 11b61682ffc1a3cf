// SPDX-License-Identifier: Apache-2.0
//
// What a library document is read into: the entries, where each stands, and what their definitions
// read.
//
//     loaded.entries[2].at.place()        // of library.entries[2]
//     loaded.entries[2].inputs[0].path    // "budget.annual"
#pragma once

#include "base/json/json.hpp"
#include "base/json/reader.hpp"
#include "document/inputs.hpp"

#include <heng/plan/library.hpp>

#include <string>
#include <utility>
#include <vector>

namespace heng::detail::plan {

struct LoadedEntry {
    json::Json at;
    std::vector<document::Input> inputs{};
    std::vector<std::string> unread{}; ///< inputs that the definition does not read
};

struct LoadedLibrary {
    explicit LoadedLibrary(json::JsonDocument document) : json{std::move(document)} {}

    json::JsonDocument json;
    Library library{};
    std::vector<LoadedEntry> entries{}; ///< as many as the library's own
};

/// Reads a library document whose kind is right; what is wrong is added to the reader's
/// problems (library.*).
void read_library(const json::Reader& root, LoadedLibrary& loaded);

} // namespace heng::detail::plan
