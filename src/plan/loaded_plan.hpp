// SPDX-License-Identifier: Apache-2.0
//
// What a plan document is read into: the plan, and where each part of it stands.
//
//     loaded.places.projects[2].indicators[0].place()       // of plan.projects[2].indicators[0]
#pragma once

#include "base/json/json.hpp"
#include "base/json/reader.hpp"

#include <heng/plan/plan.hpp>

#include <utility>
#include <vector>

namespace heng::detail::plan {

struct ProjectPlaces {
    json::Json at;
    std::vector<json::Json> objectives{};
    std::vector<json::Json> indicators{};
    std::vector<json::Json> declared{};
};

/// Each list is as long as the plan's own.
struct PlanPlaces {
    std::vector<json::Json> duties{};
    std::vector<json::Json> tasks{};
    std::vector<ProjectPlaces> projects{};
    std::vector<json::Json> indicators{};
    std::vector<json::Json> declared{};
    std::vector<json::Json> adjustments{};
};

struct LoadedPlan {
    explicit LoadedPlan(json::JsonDocument document) : json{std::move(document)} {}

    json::JsonDocument json;
    Plan plan{};
    PlanPlaces places{};
};

/// Reads a plan document whose kind is right; what is wrong is added to the reader's problems
/// (plan.*).
void read_plan(const json::Reader& root, LoadedPlan& loaded);

} // namespace heng::detail::plan
