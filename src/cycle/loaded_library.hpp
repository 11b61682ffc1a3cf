// SPDX-License-Identifier: Apache-2.0
//
// What a library document is read into: the entries, where each stands, and what their definitions
// read.
//
//     loaded.entries[2].at.place()        // of library.entries[2]
//     loaded.entries[2].inputs[0].path    // "budget.annual"
#pragma once

#include "document/inputs.hpp"
#include "document/json/json.hpp"
#include "document/json/reader.hpp"

#include <heng/cycle/library.hpp>

#include <string>
#include <utility>
#include <vector>

namespace heng::cycle {

struct LoadedEntry {
    document::Json at;
    std::vector<document::Input> inputs{};
    std::vector<std::string> unread{}; ///< inputs that the definition does not read
};

struct LoadedLibrary {
    explicit LoadedLibrary(document::JsonDocument document) : json{std::move(document)} {}

    document::JsonDocument json;
    Library library{};
    std::vector<LoadedEntry> entries{}; ///< as many as the library's own
};

/// Reads a library document whose kind is right; what is wrong is added to the reader's
/// problems (library.*).
void read_library(const document::Reader& root, LoadedLibrary& loaded);

} // namespace heng::cycle
