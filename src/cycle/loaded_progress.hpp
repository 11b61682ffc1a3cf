// SPDX-License-Identifier: Apache-2.0
//
// What a progress document is read into: the projects, and where each of them and of their entries
// stands.
//
//     loaded.places[0].entries[2].place()      // of projects[0].entries[2]
#pragma once

#include "document/json/json.hpp"
#include "document/json/reader.hpp"

#include <heng/cycle/progress.hpp>

#include <optional>
#include <utility>
#include <vector>

namespace heng::cycle {

struct MonitoredPlaces {
    document::Json at;
    std::vector<document::Json> entries{};
    std::optional<document::Json> data{};
};

struct LoadedProgress {
    LoadedProgress(document::JsonDocument document, const Limits& of_numbers)
        : json{std::move(document)}, limits{of_numbers} {}

    document::JsonDocument json;
    Limits limits; ///< for `data`, which is read when there is a policy
    Progress progress{};
    std::vector<MonitoredPlaces> places{}; ///< as many as projects
};

/// Reads a progress document whose kind is right; what is wrong is added to the reader's
/// problems (progress.*).
void read_progress(const document::Reader& root, LoadedProgress& loaded);

} // namespace heng::cycle
