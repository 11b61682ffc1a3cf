// SPDX-License-Identifier: Apache-2.0
#include "base/json/advice.hpp"
#include "base/text/width.hpp"
#include "document/within_limits.hpp"
#include "monitor/loaded_policy.hpp"
#include "monitor/signals.hpp"
#include "monitor/timeline.hpp"
#include "plan/days.hpp"
#include "plan/findings.hpp"
#include "plan/messages.hpp"

#include <heng/monitor/monitor.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace heng {

std::string_view name(WarningKind kind) {
    constexpr std::array<std::string_view, 3> names{"spending", "goals", "gap"};
    return names[static_cast<std::size_t>(kind)];
}

std::string_view name(WarningLevel level) {
    constexpr std::array<std::string_view, 4> names{"green", "yellow", "red", "no-data"};
    return names[static_cast<std::size_t>(level)];
}

namespace detail::monitor {
namespace {

using text::Sentence;

constexpr Sentence stale{"{0}: the last entry is of {1}, more than {2} day{s} before {3}",
                         "{0}：最近一次记录为{1}，距{3}已超过{2}天"};
constexpr Sentence no_projects{"there is no project to monitor", "没有可监控的项目"};

/// The mean over the days on which something was due; capped as the policy says.
void finish(ExecutionRate& rate, const MonitoringRules& rules) {
    Ratio sum;
    std::int64_t days = 0;
    for (ExecutionPoint& point : rate.points) {
        if (point.sequential.is_zero()) {
            continue;
        }
        if (!point.spending) {
            return;
        }
        point.rate = *point.spending / point.sequential;
        if (rules.cap_each) {
            point.rate = min(*point.rate, *rules.cap_each);
        }
        sum += *point.rate;
        ++days;
    }
    if (days > 0) {
        rate.mean = sum / Ratio{days};
        rate.capped = rules.cap ? min(*rate.mean, *rules.cap) : *rate.mean;
    }
}

class Monitor {
  public:
    Monitor(const LoadedProgress& progress, const LoadedPolicy& policy, std::string as_of)
        : loaded_{progress},
          policy_{policy},
          as_of_{std::move(as_of)},
          findings_{policy.policy.language},
          signals_{policy, as_of_, progress.progress.subject_year, progress.progress.unit} {
        for (const std::string& day : rules().execution_at) {
            std::string date = plan::day_in(day, progress.progress.subject_year);
            if (date <= as_of_) {
                days_.push_back(std::move(date));
            }
        }
    }

    MonitoringReport run() {
        MonitoringReport report;
        report.as_of = as_of_;
        whole_spent_.resize(days_.size(), Ratio{});
        for (std::size_t i = 0; i < loaded_.progress.projects.size(); ++i) {
            report.projects.push_back(status_of(i));
            count(report.projects.back(), report.whole);
        }
        finish_whole(report.whole);
        if (report.projects.empty()) {
            findings_.add({"no-projects"}, plan::member_of(loaded_.json.root(), "projects"),
                          no_projects);
        }
        report.clean = findings_.is_clean() && report.whole.green == count_monitored(report);
        report.findings = findings_.take(loaded_.json);
        return report;
    }

  private:
    [[nodiscard]] const MonitoringRules& rules() const { return policy_.policy.monitoring; }

    static std::size_t count_monitored(const MonitoringReport& report) {
        return static_cast<std::size_t>(
            std::count_if(report.projects.begin(), report.projects.end(),
                          [](const ProjectStatus& each) { return each.monitored; }));
    }

    [[nodiscard]] Ratio sequential(const MonitoredProject& project, const std::string& date) const {
        const bool by_curve = rules().sequential == Sequential::curve && !project.curve.empty();
        return by_curve ? curve_progress(project.curve, date)
                        : calendar_progress(date).value_or(Ratio{});
    }

    ProjectStatus status_of(std::size_t i) {
        const MonitoredProject& project = loaded_.progress.projects[i];
        const int year = loaded_.progress.subject_year;
        const Timeline timeline{project, year};
        ProjectStatus status;
        status.id = project.id;
        status.name = project.name;
        status.watched = project.watched;
        status.monitored = rules().daily_all || project.watched;
        status.budget = project.budget;
        status.sequential = sequential(project, as_of_);
        status.spent = timeline.spent_at(as_of_);
        const GoalState goals = timeline.goals_at(as_of_);
        status.goals = goals.progress;
        status.spending = share(status.spent, project.budget);
        if (const std::string last = timeline.last_day(as_of_); !last.empty()) {
            status.entry_date = last;
            check_stale(status, loaded_.places[i].at);
        }
        check_entries(project, loaded_.places[i], year, as_of_, findings_);
        check_ceilings({project, loaded_.places[i].at, goals, year, as_of_}, findings_);
        if (status.monitored) {
            signals_.fill(project, goals, status);
        }
        read_execution(project, timeline, status.execution);
        return status;
    }

    static std::optional<Ratio> share(const std::optional<Decimal>& spent, const Decimal& budget) {
        return spent && !budget.is_zero() ? std::optional{*spent / budget} : std::nullopt;
    }

    void check_stale(const ProjectStatus& status, json::Json at) {
        constexpr int quarter = 92; ///< days, of a policy that gives none
        const Tolerance& limits = status.watched ? rules().closely : rules().usual;
        const int after = limits.stale_after.value_or(quarter);
        if (status.monitored && plan::days_between(*status.entry_date, as_of_) > after) {
            findings_.add({"stale", limits.stale_after ? Severity::warning : Severity::note},
                          plan::member_of(at, "entries"),
                          stale(status.name, *status.entry_date, std::to_string(after), as_of_));
        }
    }

    void read_execution(const MonitoredProject& project, const Timeline& timeline,
                        ExecutionRate& rate) {
        for (std::size_t i = 0; i < days_.size(); ++i) {
            const auto spent = timeline.spent_at(days_[i]);
            rate.points.push_back(
                {days_[i], share(spent, project.budget), sequential(project, days_[i]), {}});
            if (!spent) {
                whole_spent_[i].reset();
            } else if (whole_spent_[i]) {
                *whole_spent_[i] += Ratio{*spent};
            }
        }
        finish(rate, rules());
    }

    void count(const ProjectStatus& status, WholeStatus& whole) {
        whole.budget += Ratio{status.budget};
        if (!status.spent) {
            spent_known_ = false;
        } else {
            spent_ += Ratio{*status.spent};
        }
        whole.red += status.level == WarningLevel::red ? 1 : 0;
        whole.yellow += status.level == WarningLevel::yellow ? 1 : 0;
        whole.green += status.level == WarningLevel::green ? 1 : 0;
        whole.no_data += status.level == WarningLevel::no_data ? 1 : 0;
        whole.watched += status.watched ? 1 : 0;
    }

    void finish_whole(WholeStatus& whole) const {
        const auto of_budget = [&](const std::optional<Ratio>& spent) {
            return spent && !whole.budget.is_zero() ? std::optional{*spent / whole.budget}
                                                    : std::nullopt;
        };
        whole.spent = spent_known_ && !loaded_.progress.projects.empty() ? std::optional{spent_}
                                                                         : std::nullopt;
        whole.spending = of_budget(whole.spent);
        whole.sequential = calendar_progress(as_of_).value_or(Ratio{});
        for (std::size_t i = 0; i < days_.size(); ++i) {
            whole.execution.points.push_back({days_[i],
                                              of_budget(whole_spent_[i]),
                                              calendar_progress(days_[i]).value_or(Ratio{}),
                                              {}});
        }
        finish(whole.execution, rules());
    }

    const LoadedProgress& loaded_;
    const LoadedPolicy& policy_;
    std::string as_of_;
    plan::Findings findings_;
    SignalReader signals_;
    std::vector<std::string> days_{}; ///< of the execution rate, until as_of
    std::vector<std::optional<Ratio>> whole_spent_{};
    Ratio spent_{};
    bool spent_known_ = true;
};

/// As of the day that is asked for, else that of the document, else that of its last entry.
Result<std::string> day_of(const Progress& progress, const std::string& option) {
    std::string day = !option.empty() ? option : progress.as_of.value_or("");
    if (day.empty()) {
        for (const MonitoredProject& project : progress.projects) {
            day = std::max(day, Timeline{project, progress.subject_year}.last_day());
        }
    }
    if (!day.empty() && json::is_date(day) && plan::is_in(day, progress.subject_year)) {
        return day;
    }
    const std::string year = std::to_string(progress.subject_year);
    return Failure{text::error_of(
        Status::invalid_argument, "progress.as-of",
        day.empty() ? plan::say::no_entry(year) : plan::say::no_day_of(text::quoted(day), year),
        plan::say::write_day_as(plan::day_in("06-30", progress.subject_year)))};
}

} // namespace
} // namespace detail::monitor

Result<MonitoringReport> monitor(const ProgressDocument& progress, const PolicyDocument& policy,
                                 const MonitorOptions& options, const CallOptions& call) {
    return detail::document::as_call(call, [&]() -> Result<MonitoringReport> {
        auto day = detail::monitor::day_of(progress.progress(), options.as_of);
        if (!day) {
            return Failure{std::move(day.error())};
        }
        return detail::monitor::Monitor{progress.loaded(), policy.loaded(), *std::move(day)}.run();
    });
}

} // namespace heng
