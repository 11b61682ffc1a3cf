// SPDX-License-Identifier: Apache-2.0
//
// The signals of one project on one day: what is due, what is missing, and what would clear it.
//
//     SignalReader signals{policy, "2023-06-30", 2023, MoneyUnit::wan_yuan};
//     signals.fill(project, state, status);     // status.warnings, status.level
#pragma once

#include "base/text/messages.hpp"
#include "monitor/loaded_policy.hpp"
#include "monitor/timeline.hpp"

#include <heng/monitor/monitor.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace heng::detail::monitor {

class SignalReader {
  public:
    /// The policy must outlive it.
    SignalReader(const LoadedPolicy& policy, std::string as_of, int year, MoneyUnit unit)
        : policy_{policy}, as_of_{std::move(as_of)}, year_{year}, unit_{unit} {}

    /// Adds the warnings of a project to a status that has its figures.
    void fill(const MonitoredProject& project, const GoalState& goals, ProjectStatus& status) const;

  private:
    /// A share that is due, and what says so.
    struct Due {
        Ratio share;
        std::string rule;
        text::Words words;
    };

    [[nodiscard]] std::optional<Due> due(const std::vector<Checkpoint>& checkpoints,
                                         std::string_view key, const std::optional<Ratio>& behind,
                                         const Ratio& sequential, bool watched) const;
    [[nodiscard]] std::string pointer(std::string_view key, bool watched) const;
    [[nodiscard]] Warning warning_of(const ProjectStatus& status, WarningKind kind,
                                     WarningLevel level) const;
    void check_spending(ProjectStatus& status) const;
    void check_goals(const GoalState& goals, ProjectStatus& status) const;
    void check_gap(const GoalState& goals, ProjectStatus& status) const;
    void add_unknown(const MonitoredProject& project, const GoalState& goals,
                     ProjectStatus& status) const;
    void add(ProjectStatus& status, Warning warning, const text::Words& what) const;
    [[nodiscard]] const Tolerance& tolerance(bool watched) const;
    [[nodiscard]] text::Words remedy(const Warning& warning) const;

    const LoadedPolicy& policy_;
    std::string as_of_;
    int year_;
    MoneyUnit unit_;
};

} // namespace heng::detail::monitor
