// SPDX-License-Identifier: Apache-2.0
//
// What a progress document is read into: the projects, and where each of them and of their entries
// stands.
//
//     loaded.places[0].entries[2].place()      // of projects[0].entries[2]
#pragma once

#include "base/json/json.hpp"
#include "base/json/reader.hpp"

#include <heng/monitor/progress.hpp>

#include <optional>
#include <utility>
#include <vector>

namespace heng::detail::monitor {

struct MonitoredPlaces {
    json::Json at;
    std::vector<json::Json> entries{};
    std::optional<json::Json> data{};
};

struct LoadedProgress {
    LoadedProgress(json::JsonDocument document, const Limits& of_numbers)
        : json{std::move(document)}, limits{of_numbers} {}

    json::JsonDocument json;
    Limits limits; ///< for `data`, which is read when there is a policy
    Progress progress{};
    std::vector<MonitoredPlaces> places{}; ///< as many as projects
};

/// Reads a progress document whose kind is right; what is wrong is added to the reader's
/// problems (progress.*).
void read_progress(const json::Reader& root, LoadedProgress& loaded);

} // namespace heng::detail::monitor
