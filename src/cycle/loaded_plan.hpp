// SPDX-License-Identifier: Apache-2.0
//
// What a plan document is read into: the plan, and where each part of it stands.
//
//     loaded.places.projects[2].indicators[0].place()       // of plan.projects[2].indicators[0]
#pragma once

#include "document/json/json.hpp"
#include "document/json/reader.hpp"

#include <heng/cycle/plan.hpp>

#include <utility>
#include <vector>

namespace heng::cycle {

struct ProjectPlaces {
    document::Json at;
    std::vector<document::Json> objectives{};
    std::vector<document::Json> indicators{};
    std::vector<document::Json> declared{};
};

/// Each list is as long as the plan's own.
struct PlanPlaces {
    std::vector<document::Json> duties{};
    std::vector<document::Json> tasks{};
    std::vector<ProjectPlaces> projects{};
    std::vector<document::Json> indicators{};
    std::vector<document::Json> declared{};
    std::vector<document::Json> adjustments{};
};

struct LoadedPlan {
    explicit LoadedPlan(document::JsonDocument document) : json{std::move(document)} {}

    document::JsonDocument json;
    Plan plan{};
    PlanPlaces places{};
};

/// Reads a plan document whose kind is right; what is wrong is added to the reader's problems
/// (plan.*).
void read_plan(const document::Reader& root, LoadedPlan& loaded);

} // namespace heng::cycle
