// SPDX-License-Identifier: Apache-2.0
//
// Monitoring (双监控、双预警): spending and goals watched together, by the thresholds of a policy.
//
//     Result<MonitoringReport> report = monitor(*progress, *policy, {.as_of = "2023-06-30"});
//     for (const ProjectStatus& project : report->projects)
//         for (const Warning& warning : project.warnings)
//             std::cout << warning.reason << '\n';
//     // 支出进度35%，低于2023-06-30起应达到的40%；再支出50万元即可解除
//
// Each project has three signals, each green, yellow or red, and the worst is the project's:
// spending against the share that is due, goals against the share that is due, and the gap between
// the two. All exact; each warning says the amount that would clear it, and at that amount it is
// clear. Source: monitoring of budget execution and of goals (预算执行监控与绩效目标监控“双监控”);
// the thresholds are the policy's.
#pragma once

#include <heng/document/call.hpp>
#include <heng/lint/lint.hpp>
#include <heng/monitor/policy.hpp>
#include <heng/monitor/progress.hpp>
#include <heng/number/ratio.hpp>
#include <heng/result.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace heng {

/// The three signals.
enum class WarningKind : std::uint8_t {
    spending, ///< too little is spent
    goals,    ///< too little is reached
    gap,      ///< the two are too far apart
};

/// `no_data`: nothing is reported about something that the policy asks for, so that nobody knows.
enum class WarningLevel : std::uint8_t { green, yellow, red, no_data };

/// Return "spending", "goals" or "gap"; "green", "yellow", "red" or "no-data".
[[nodiscard]] std::string_view name(WarningKind kind);
[[nodiscard]] std::string_view name(WarningLevel level);

/// Returns the level of progress against the share that is due: red below it, yellow less than
/// `near` above it. O(1).
[[nodiscard]] WarningLevel level_of(const Ratio& progress, const Ratio& due,
                                    const std::optional<Ratio>& near);

/// Returns the level of a difference: red above the allowed one, yellow less than `near` below it.
/// O(1).
[[nodiscard]] WarningLevel level_of_gap(const Ratio& difference, const Ratio& allowed,
                                        const std::optional<Ratio>& near);

/// A goal that alone would clear a warning if its actual value were `needed` (or lower, if its
/// direction is `<=`).
struct GoalNeed {
    std::string goal{}; ///< its id
    std::string name{};
    std::optional<Decimal> actual{}; ///< empty if nothing is reported of it yet
    Ratio needed{};
};

/// A signal that is not green.
struct Warning {
    WarningKind kind = WarningKind::spending;
    WarningLevel level = WarningLevel::yellow;
    std::string project{};
    std::string project_name{};
    bool watched = false;
    std::string date{};                ///< the day of monitoring
    std::optional<Ratio> spending{};   ///< progress of spending, if it is part of the signal
    std::optional<Ratio> goals{};      ///< progress of the goals, if it is part of the signal
    Ratio threshold{};                 ///< the share that is due, or the gap that is allowed
    std::string rule{};                ///< JSON Pointer of the threshold in the policy
    std::string reason{};              ///< a sentence in the policy's language
    std::optional<Ratio> money{};      ///< spending so much more would clear it
    std::optional<Ratio> goal_share{}; ///< reaching so much more of the goals would clear it
    std::vector<GoalNeed> one_of{};    ///< goals each of which alone would clear it
};

/// Progress against the calendar or curve on one day.
struct ExecutionPoint {
    std::string date{};
    std::optional<Ratio> spending{}; ///< empty if there is no entry of that day or before
    Ratio sequential{};
    std::optional<Ratio> rate{}; ///< spending ÷ sequential, at most the policy's cap_each
};

/// The average execution rate (平均执行率): the mean of the rates of the days that have passed; a
/// day on which a curve asks for nothing yet does not count.
struct ExecutionRate {
    std::vector<ExecutionPoint> points{}; ///< the days until as_of
    std::optional<Ratio> mean{};          ///< empty if no day has passed, or one has no rate
    std::optional<Ratio> capped{};        ///< at most the policy's cap
};

/// The state of one project on the day of monitoring.
struct ProjectStatus {
    std::string id{};
    std::string name{};
    bool watched = false;
    bool monitored = true; ///< false if the policy monitors only watched projects, and it is none
    Decimal budget{};
    std::optional<std::string> entry_date{}; ///< the date of the last entry that counts
    std::optional<Decimal> spent{};          ///< until then
    std::optional<Ratio> spending{};         ///< spent ÷ budget; empty for a budget of 0
    std::optional<Ratio> goals{};            ///< empty if nothing is known of them
    Ratio sequential{};
    WarningLevel level = WarningLevel::green;
    std::vector<Warning> warnings{}; ///< at most one of a kind, in the order of the kinds
    /// The signals that the policy asks for and that lack entries or a budget; if none of the
    /// others is yellow or red, the level is no_data.
    std::vector<WarningKind> unknown{};
    ExecutionRate execution{};
};

/// All projects together: budgets and spending add up.
struct WholeStatus {
    Ratio budget{};
    std::optional<Ratio> spent{}; ///< empty if nothing is known of some project
    std::optional<Ratio> spending{};
    Ratio sequential{}; ///< by the calendar
    ExecutionRate execution{};
    std::size_t red = 0; ///< number of projects
    std::size_t yellow = 0;
    std::size_t green = 0;
    std::size_t no_data = 0;
    std::size_t watched = 0;
};

/// The result of monitoring. The codes of `findings` about the progress document: out-of-order,
/// duplicate-date, spending-falls, goal-falls, goal-passed (above a target that is to be kept
/// below), goals-at-year-end (goals that count on the last day of the year alone),
/// spent-above-budget, outside-year, after-as-of, zero-budget, no-entries, no-spending, no-goals,
/// no-projects, stale.
struct MonitoringReport {
    std::string as_of{};
    WholeStatus whole{};
    std::vector<ProjectStatus> projects{}; ///< in the order of the document
    std::vector<Finding> findings{};       ///< in the order of the document
    /// Whether there is no warning and no project without data, and only notes among the findings.
    bool clean = true;
};

/// The day of monitoring.
struct MonitorOptions {
    std::string as_of{}; ///< "" is the document's, else the day of its last entry of the year
};

/// Monitors all projects on a day, each by its last entry until then. Entries are taken by their
/// days, not by their order; if two have one day, the later in the document counts; those of
/// another year, or later than the day, do not. A goal that is to stay at or below its target
/// (`<=`, or a target of 0) is reached on the last day of the year, and counts from then on.
/// Errors: progress.as-of (no day of the subject's year, or there is no entry to tell),
/// limit.number. O(entries × log + entries × goals).
[[nodiscard]] Result<MonitoringReport> monitor(const ProgressDocument& progress,
                                               const PolicyDocument& policy,
                                               const MonitorOptions& options = {},
                                               const CallOptions& call = {});

/// Returns the findings, a line each as those of lint, then the whole, then a line or more a
/// project.
[[nodiscard]] std::string to_text(const MonitoringReport& report, const ProgressDocument& progress,
                                  const PolicyDocument& policy, std::string_view document);

/// Returns {"policy":{"id","title","basis","findings"},"subject":{…},"unit","as_of","whole":{…},
/// "projects":[…],"findings":[…],"clean":…}, indented, with a newline at the end.
[[nodiscard]] std::string to_json(const MonitoringReport& report, const ProgressDocument& progress,
                                  const PolicyDocument& policy);

} // namespace heng
