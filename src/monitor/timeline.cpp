// SPDX-License-Identifier: Apache-2.0
#include "monitor/timeline.hpp"
#include "plan/days.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace heng::detail::monitor {
namespace {

using json::Json;
using text::Sentence;

constexpr Sentence outside_year{"{0}: the day {1} is not of the year {2}; the entry does not count",
                                "{0}：{1}不在{2}年内，该条不计"};
constexpr Sentence after_as_of{"{0}: the entry of {1} is later than {2}, and does not count",
                               "{0}：{1}晚于截止日{2}，该条不计"};
constexpr Sentence out_of_order{"{0}: {1} stands after {2}; entries are taken by their days",
                                "{0}：{1}列在{2}之后，按日期先后计"};
constexpr Sentence duplicate_date{
    "{0}: there is another entry of {1} before this one, which counts",
    "{0}：{1}已有一条，以本条为准"};
constexpr Sentence spending_falls{
    "{0}: spending is cumulative, and falls from {1} on {2} to {3} on {4}",
    "{0}：支出为累计数，却从{2}的{1}降为{4}的{3}"};
constexpr Sentence goal_falls{"{0}: \"{1}\" falls from {2} on {3} to {4} on {5}",
                              "{0}：“{1}”从{3}的{2}降为{5}的{4}"};
constexpr Sentence above_budget{"{0}: {1} are spent on {2}, of a budget of {3}",
                                "{0}：{2}支出{1}，超过预算{3}"};
constexpr Sentence zero_budget{"{0}: the budget is 0, so there is no progress of spending",
                               "{0}：预算为0，无法计算支出进度"};
constexpr Sentence no_spending{"{0}: no entry until {1} says what is spent",
                               "{0}：截至{1}的记录均未写支出数"};
constexpr Sentence year_end{
    "{0}: goals that are to stay at or below a target are assessed on the last day of the year, "
    "and do not count before: {1}",
    "{0}：不高于目标值（或目标值为0）的指标年末才能评定，此前不计入目标进度：{1}"};
constexpr Sentence goal_passed{"{0}: \"{1}\" is {2}, above its target {3} already",
                               "{0}：“{1}”为{2}，已高于目标值{3}"};
constexpr Sentence no_entries{"{0}: there is no entry until {1}", "{0}：截至{1}没有进度记录"};
constexpr Sentence no_goals{"{0}: nothing is known of goals, so only spending is watched",
                            "{0}：没有目标进度，只能监控支出"};

struct Dated {
    const ProgressEntry* entry;
    Json at;
};

bool says_goals(const ProgressEntry& entry) {
    return entry.goal_progress.has_value() || !entry.goals.empty();
}

/// The checks of one project's entries that look from one to the next.
class EntryChecks {
  public:
    EntryChecks(const MonitoredProject& project, plan::Findings& findings)
        : project_{project}, findings_{findings} {
        for (const ProjectGoal& goal : project.goals) {
            goals_.emplace(goal.id, &goal);
        }
    }

    void check(const Dated& dated) {
        const ProgressEntry& entry = *dated.entry;
        if (entry.spent) {
            check_spent(dated);
        }
        const Places places = places_of(dated.at);
        for (const GoalActual& actual : entry.goals) {
            check_goal(entry.date, actual, places);
        }
    }

  private:
    void check_spent(const Dated& dated) {
        const ProgressEntry& entry = *dated.entry;
        const Json at = plan::member_of(dated.at, "spent");
        if (spent_ != nullptr && *entry.spent < *spent_->spent) {
            findings_.add({"spending-falls"}, at,
                          spending_falls(project_.name, spent_->spent->to_string(), spent_->date,
                                         entry.spent->to_string(), entry.date));
        }
        if (*entry.spent > project_.budget) {
            findings_.add({"spent-above-budget", Severity::error}, at,
                          above_budget(project_.name, entry.spent->to_string(), entry.date,
                                       project_.budget.to_string()));
        }
        spent_ = &entry;
    }

    /// Where each goal of an entry stands; the entry itself where one is not found.
    struct Places {
        Json entry;
        std::map<std::string_view, Json> goals{};
    };

    static Places places_of(Json entry) {
        Places places{entry};
        if (const auto goals = entry.find("goals")) {
            places.entry = *goals;
            for (const Json each : goals->children()) {
                places.goals.emplace(each.key(), each);
            }
        }
        return places;
    }

    /// What is to be reached at least adds up over the year; what is to stay below may go either
    /// way.
    void check_goal(const std::string& date, const GoalActual& actual, const Places& places) {
        const auto goal = goals_.find(actual.goal);
        if (goal == goals_.end() || goal->second->direction == Direction::at_most) {
            return;
        }
        const auto [last, is_first] =
            reached_.try_emplace(actual.goal, Reached{date, actual.actual});
        if (!is_first && actual.actual < last->second.actual) {
            const auto at = places.goals.find(actual.goal);
            findings_.add({"goal-falls", Severity::note},
                          at == places.goals.end() ? places.entry : at->second,
                          goal_falls(project_.name, goal->second->name,
                                     last->second.actual.to_string(), last->second.date,
                                     actual.actual.to_string(), date));
        }
        last->second = {date, actual.actual};
    }

    struct Reached {
        std::string date;
        Decimal actual;
    };

    const MonitoredProject& project_;
    plan::Findings& findings_;
    std::map<std::string_view, const ProjectGoal*> goals_{};
    std::map<std::string, Reached> reached_{};
    const ProgressEntry* spent_ = nullptr;
};

/// The entries of the year in the order of the document, with what is wrong with their days.
std::vector<Dated> of_the_year(const MonitoredProject& project, const MonitoredPlaces& places,
                               int year, std::string_view as_of, plan::Findings& findings) {
    std::vector<Dated> dated;
    std::string_view latest;
    for (std::size_t i = 0; i < project.entries.size(); ++i) {
        const ProgressEntry& entry = project.entries[i];
        const Json at = plan::member_of(places.entries[i], "date");
        if (!plan::is_in(entry.date, year)) {
            findings.add({"outside-year", Severity::error}, at,
                         outside_year(project.name, entry.date, std::to_string(year)));
            continue;
        }
        if (entry.date > as_of) {
            findings.add({"after-as-of", Severity::note}, at,
                         after_as_of(project.name, entry.date, as_of));
        }
        if (entry.date < latest) {
            findings.add({"out-of-order", Severity::note}, at,
                         out_of_order(project.name, entry.date, latest));
        }
        latest = std::max(latest, std::string_view{entry.date});
        dated.push_back({&entry, places.entries[i]});
    }
    return dated;
}

} // namespace

Timeline::Timeline(const MonitoredProject& project, int year) : project_{&project} {
    std::vector<const ProgressEntry*> sorted;
    for (const ProgressEntry& entry : project.entries) {
        if (plan::is_in(entry.date, year)) {
            sorted.push_back(&entry);
        }
    }
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const auto* a, const auto* b) { return a->date < b->date; });
    for (const ProgressEntry* entry : sorted) {
        if (!entries_.empty() && entries_.back()->date == entry->date) {
            entries_.back() = entry;
        } else {
            entries_.push_back(entry);
        }
    }
}

/// How many entries there are until the end of the day.
std::size_t Timeline::until(std::string_view date) const {
    const auto after =
        std::upper_bound(entries_.begin(), entries_.end(), date,
                         [](std::string_view day, const auto* entry) { return day < entry->date; });
    return static_cast<std::size_t>(after - entries_.begin());
}

std::string Timeline::last_day(std::string_view date) const {
    const std::size_t end = until(date);
    return end == 0 ? "" : entries_[end - 1]->date;
}

std::string Timeline::last_day() const {
    return entries_.empty() ? "" : entries_.back()->date;
}

std::optional<Decimal> Timeline::spent_at(std::string_view date) const {
    for (std::size_t i = until(date); i > 0; --i) {
        if (entries_[i - 1]->spent) {
            return entries_[i - 1]->spent;
        }
    }
    return std::nullopt;
}

GoalState Timeline::goals_at(std::string_view date) const {
    std::map<std::string, Decimal> actuals;
    for (std::size_t i = until(date); i > 0; --i) {
        const ProgressEntry& entry = *entries_[i - 1];
        if (entry.goal_progress && actuals.empty()) {
            return {entry.goal_progress, {}};
        }
        for (const GoalActual& each : entry.goals) {
            actuals.emplace(each.goal, each.actual); // the later one is there already
        }
    }
    GoalState state;
    for (auto& [goal, actual] : actuals) {
        state.actuals.push_back({goal, actual});
    }
    const bool is_over = date.substr(std::min(date.size(), std::size_t{5})) == "12-31";
    for (const ProjectGoal& goal : project_->goals) {
        if (is_over || adds_up(goal)) {
            state.counted.push_back(goal);
        }
    }
    state.is_for_year_end = state.counted.empty() && !project_->goals.empty();
    if (!state.actuals.empty()) {
        state.progress = goal_progress(state.counted, state.actuals);
    }
    return state;
}

bool adds_up(const ProjectGoal& goal) {
    return goal.direction != Direction::at_most && goal.target.sign() > 0;
}

void check_ceilings(const GoalsOnDay& goals, plan::Findings& findings) {
    const bool is_over = goals.as_of == plan::day_in("12-31", goals.year); // then `<=` is scored
    constexpr std::size_t most_named = 5;
    std::map<std::string_view, const Decimal*> actuals;
    for (const GoalActual& each : goals.state.actuals) {
        actuals.emplace(each.goal, &each.actual);
    }
    std::string names;
    std::size_t named = 0;
    const Json at = plan::member_of(goals.at, "goals");
    for (const ProjectGoal& goal : goals.project.goals) {
        const auto actual = actuals.find(goal.id);
        if (adds_up(goal) || actual == actuals.end()) {
            continue;
        }
        if (++named <= most_named) {
            names += (names.empty() ? "" : ", ") + goal.name;
        }
        const bool is_ceiling = goal.direction == Direction::equal ||
                                (goal.direction == Direction::at_most && !is_over);
        if (is_ceiling && *actual->second > goal.target) {
            findings.add({"goal-passed"}, at,
                         goal_passed(goals.project.name, goal.name, actual->second->to_string(),
                                     goal.target.to_string()));
        }
    }
    if (named > 0 && !is_over) {
        names += named > most_named ? ", …" : "";
        findings.add({"goals-at-year-end", Severity::note}, at,
                     year_end(goals.project.name, names));
    }
}

void check_entries(const MonitoredProject& project, const MonitoredPlaces& places, int year,
                   std::string_view as_of, plan::Findings& findings) {
    if (project.budget.is_zero()) {
        findings.add({"zero-budget"}, plan::member_of(places.at, "budget"),
                     zero_budget(project.name));
    }
    std::vector<Dated> dated = of_the_year(project, places, year, as_of, findings);
    std::stable_sort(dated.begin(), dated.end(),
                     [](const Dated& a, const Dated& b) { return a.entry->date < b.entry->date; });
    EntryChecks checks{project, findings};
    bool goals = false;
    bool spent = false;
    bool any = false;
    for (std::size_t i = 0; i < dated.size(); ++i) {
        const bool again = i > 0 && dated[i - 1].entry->date == dated[i].entry->date;
        const bool replaced =
            i + 1 < dated.size() && dated[i + 1].entry->date == dated[i].entry->date;
        if (again) {
            findings.add({"duplicate-date"}, plan::member_of(dated[i].at, "date"),
                         duplicate_date(project.name, dated[i].entry->date));
        }
        if (!replaced) {
            checks.check(dated[i]);
            const bool counts = dated[i].entry->date <= as_of;
            any = any || counts;
            spent = spent || (counts && dated[i].entry->spent);
            goals = goals || (counts && says_goals(*dated[i].entry));
        }
    }
    if (!any) {
        findings.add({"no-entries"}, plan::member_of(places.at, "entries"),
                     no_entries(project.name, as_of));
        return;
    }
    if (!goals) {
        const bool declared = std::any_of(project.goals.begin(), project.goals.end(), adds_up);
        findings.add({"no-goals", declared ? Severity::warning : Severity::note}, places.at,
                     no_goals(project.name));
    }
    if (!spent) {
        findings.add({"no-spending"}, plan::member_of(places.at, "entries"),
                     no_spending(project.name, as_of));
    }
}

} // namespace heng::detail::monitor
