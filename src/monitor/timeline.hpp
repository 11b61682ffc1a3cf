// SPDX-License-Identifier: Apache-2.0
//
// The entries of a project in the order of their days, and what is wrong with them.
//
//     const Timeline timeline{project, 2023};
//     timeline.spent_at("2023-06-30")      // of the last entry until then that says it
//     timeline.goals_at("2023-06-30")      // the progress of the goals
//
// Entries of other years are left out; of several of one day the last in the document counts.
#pragma once

#include "monitor/loaded_progress.hpp"
#include "plan/findings.hpp"

#include <heng/monitor/progress.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace heng::detail::monitor {

/// What is known of the goals on a day.
struct GoalState {
    std::optional<Ratio> progress{};
    std::vector<GoalActual> actuals{}; ///< empty where one figure for all was given
    /// The goals that the progress is of: before the last day of the year those that add up.
    std::vector<ProjectGoal> counted{};
    bool is_for_year_end = false; ///< the project has goals, and none of them counts yet
};

class Timeline {
  public:
    /// The project must outlive it.
    Timeline(const MonitoredProject& project, int year);

    /// The day of the last entry until `date`, "" where there is none.
    [[nodiscard]] std::string last_day(std::string_view date) const;
    [[nodiscard]] std::optional<Decimal> spent_at(std::string_view date) const;
    [[nodiscard]] GoalState goals_at(std::string_view date) const;

    /// Whether no entry counts.
    [[nodiscard]] bool empty() const { return entries_.empty(); }
    /// The day of the last entry of the year, or "".
    [[nodiscard]] std::string last_day() const;

  private:
    [[nodiscard]] std::size_t until(std::string_view date) const;

    const MonitoredProject* project_;
    std::vector<const ProgressEntry*> entries_; ///< days rise
};

/// Whether a goal can be reached before the last day of the year: one that is to stay at or below
/// its target, or to stay at 0, is kept only when the year is over.
[[nodiscard]] bool adds_up(const ProjectGoal& goal);

struct GoalsOnDay {
    const MonitoredProject& project;
    json::Json at;
    const GoalState& state;
    int year;
    std::string_view as_of;
};

/// The goals that do not count yet, and those of them that are missed already.
void check_ceilings(const GoalsOnDay& goals, plan::Findings& findings);

/// What is wrong with the entries of a project, as of a day.
void check_entries(const MonitoredProject& project, const MonitoredPlaces& places, int year,
                   std::string_view as_of, plan::Findings& findings);

} // namespace heng::detail::monitor
