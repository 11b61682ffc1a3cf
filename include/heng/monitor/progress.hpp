// SPDX-License-Identifier: Apache-2.0
//
// Progress (绩效运行监控): the spending and the results of each project, day by day — read from a
// progress/1 document.
//
//     Result<ProgressDocument> progress = ProgressDocument::parse(text);
//     if (!progress) std::cerr << in_document(progress.error(), "progress.json") << '\n';
//     progress->progress().projects[0].entries[0].spent;       // 200 in the document's unit
//
// A document:
//
//     {"heng": "progress/1", "subject": {"name": "…", "year": 2023}, "unit": "万元",
//      "as_of": "2023-09-30", "source": "…",
//      "projects": [{"id": "p1", "name": "…", "budget": "1000", "watched": true,
//        "curve": [{"by": "06-30", "share": "40%"}, {"by": "12-31", "share": "100%"}],
//        "goals": [{"id": "g1", "name": "…", "direction": ">=", "target": "2600"}],
//        "entries": [{"date": "2023-04-30", "spent": "200", "goals": {"g1": "900"}}],
//        "data": {"stage_review": {"passed": false}}}]}
//
// Required: heng, subject.name, subject.year, unit, projects; in a project id, name, budget and
// entries; in an entry date, and spent or something about goals. `spent` and the actual values are
// cumulative since the first of January. `goal_progress`, a share from 0% to 100%, stands in an
// entry if a project reports one figure for all its goals; an entry has it or `goals`, not both. A
// curve is the plan of spending: the share that is to be spent by the end of a day, rising, and
// linear between its points. `data` holds further facts, which a policy declares (policy.hpp).
//
// A document that is well formed and still wrong — entries out of order, two of one day, spending
// that falls or passes the budget, a day of another year — is no error of reading but has findings
// of monitor(). Money is in the document's unit, exact. Dates are "YYYY-MM-DD", which compare as
// texts.
#pragma once

#include <heng/budget/money.hpp>
#include <heng/limits.hpp>
#include <heng/number/decimal.hpp>
#include <heng/number/ratio.hpp>
#include <heng/result.hpp>
#include <heng/rule/targets.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace heng {

/// A point of the plan of spending: `share` is to be spent by the end of the day `by`.
struct CurvePoint {
    std::string by{}; ///< "2023-06-30"; read from "06-30" as a day of the subject's year
    Ratio share{};    ///< 0 … 1
};

/// A result that a project wants to reach by the end of the year.
struct ProjectGoal {
    std::string id{};
    std::string name{};
    Direction direction = Direction::at_least; ///< never Direction::level
    Decimal target{};
};

/// Returns the goal with an actual value, as rule/targets.hpp measures it.
[[nodiscard]] Target target_of(const ProjectGoal& goal, const Ratio& actual);

/// The actual value of a goal, cumulative since January 1st.
struct GoalActual {
    std::string goal{}; ///< the id of one of the project's goals
    Decimal actual{};
};

/// The state at the end of a day.
struct ProgressEntry {
    std::string date{};
    std::optional<Decimal> spent{};       ///< since January 1st, in the document's unit, >= 0
    std::vector<GoalActual> goals{};      ///< in the order of the document
    std::optional<Ratio> goal_progress{}; ///< 0 … 1
};

/// A project, its goals and what was reported of it.
struct MonitoredProject {
    std::string id{};
    std::string name{};
    Decimal budget{};                ///< in the document's unit, >= 0
    bool watched = false;            ///< closely monitored (重点监控)
    std::vector<CurvePoint> curve{}; ///< rising in both; may be empty
    std::vector<ProjectGoal> goals{};
    std::vector<ProgressEntry> entries{}; ///< in the order of the document
};

/// The content of a progress/1 document.
struct Progress {
    std::string subject_name{};
    int subject_year = 1;
    std::string source{};
    MoneyUnit unit = MoneyUnit::wan_yuan;
    std::optional<std::string> as_of{};
    std::vector<MonitoredProject> projects{};
};

/// Returns the share of its year that is over at the end of a day: days elapsed ÷ days of the year,
/// so 1/365 on 2023-01-01, 181/365 on 2023-06-30, 182/366 on 2024-06-30 and 1 on any December 31st.
/// Empty if `date` is no day. O(1).
[[nodiscard]] std::optional<Ratio> calendar_progress(std::string_view date);

/// Returns the share that a curve plans by the end of a day: linear between its points by days,
/// from 0 at the end of the year before, and flat after the last point; 0 for an empty curve.
/// Precondition: the points rise and are days of the year of `date`. O(points).
[[nodiscard]] Ratio curve_progress(std::span<const CurvePoint> curve, std::string_view date);

/// Returns the mean completion of goals, each as rule/targets.hpp has it, so never above 1; a goal
/// without an actual value counts as 0. Empty if there are no goals. O((goals + actuals) × log).
[[nodiscard]] std::optional<Ratio> goal_progress(std::span<const ProjectGoal> goals,
                                                 std::span<const GoalActual> actuals);

namespace detail::monitor {
struct LoadedProgress;
}

/// A progress document and the text that it was read from. Immutable and cheap to copy (copies
/// share); any number of threads may use one at once.
class ProgressDocument {
  public:
    /// Reads progress/1. Errors: json.*, limit.*, progress.* (heng, type, number, percent, date,
    /// day, word, missing-key, unknown-key, empty, unit, duplicate-id, unknown-goal, goals-twice,
    /// nothing-reported, curve), with status invalid_argument; all that are found in one pass.
    /// Linear in the text.
    [[nodiscard]] static Result<ProgressDocument> parse(std::string_view json,
                                                        const Limits& limits = {});

    [[nodiscard]] const Progress& progress() const;

    /// Returns the document's text as it was read.
    [[nodiscard]] std::string_view text() const;

    /// For the library itself.
    [[nodiscard]] const detail::monitor::LoadedProgress& loaded() const { return *loaded_; }

  private:
    explicit ProgressDocument(std::shared_ptr<const detail::monitor::LoadedProgress> loaded)
        : loaded_(std::move(loaded)) {}
    static Result<ProgressDocument> parse_unguarded(std::string_view json, const Limits& limits);

    std::shared_ptr<const detail::monitor::LoadedProgress> loaded_;
};

} // namespace heng
