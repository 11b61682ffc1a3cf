// SPDX-License-Identifier: Apache-2.0
//
// Which indicator of a plan a record of the facts names.
//
//     const PlannedTargets targets{plan};
//     targets.find("任务1.1 完成数").indicator       // that of 任务1.1完成数
#pragma once

#include "base/json/json.hpp"
#include "plan/names.hpp"

#include <heng/plan/plan.hpp>

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace heng::detail::plan {

/// ">=", "<=", "=" or "level".
[[nodiscard]] std::string_view sign_of(Direction direction);

/// The indicators that a record of the facts may name: by their names as written, by their ids, by
/// their names but for spaces and punctuation.
class PlannedTargets {
  public:
    /// The plan must outlive it.
    explicit PlannedTargets(const Plan& plan);

    struct Found {
        const PlanIndicator* indicator = nullptr;
        bool ambiguous = false; ///< indicators of the name differ in target, unit or direction
        bool folded = false;    ///< found by a name that is written in another way
    };

    [[nodiscard]] Found find(std::string_view name) const;

  private:
    void add(const std::vector<PlanIndicator>& indicators);

    std::map<std::string, const PlanIndicator*, std::less<>> ids_{};
    NameTable<Found> names_{};
};

/// A record of the facts: an object in a list that has a name, and a target or a level.
struct TargetRecord {
    json::Json name;
    std::optional<json::Json> target{};
    std::optional<Direction> direction{};
    std::string_view unit{};
    bool by_date = false; ///< its rule is by date
};

/// Nothing where the object is none.
[[nodiscard]] std::optional<TargetRecord> record_of(json::Json object);

} // namespace heng::detail::plan
