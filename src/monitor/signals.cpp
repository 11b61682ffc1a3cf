// SPDX-License-Identifier: Apache-2.0
#include "base/text/messages.hpp"
#include "monitor/shares.hpp"
#include "monitor/signals.hpp"
#include "plan/days.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace heng {

WarningLevel level_of(const Ratio& progress, const Ratio& due, const std::optional<Ratio>& near) {
    if (progress < due) {
        return WarningLevel::red;
    }
    const bool close = near && progress < due + *near && progress < Ratio{1};
    return close ? WarningLevel::yellow : WarningLevel::green;
}

WarningLevel level_of_gap(const Ratio& difference, const Ratio& allowed,
                          const std::optional<Ratio>& near) {
    if (difference > allowed) {
        return WarningLevel::red;
    }
    const bool close = near && difference > max(Ratio{}, allowed - *near);
    return close ? WarningLevel::yellow : WarningLevel::green;
}

namespace detail::monitor {
namespace {

using text::Sentence;
using text::Words;

constexpr Sentence due_by{"the {0} due from {1} on", "{1}起应达到的{0}"};
constexpr Sentence due_sequential{"the sequential progress of {0}", "序时进度{0}"};
constexpr Sentence due_behind{"{0}, the sequential progress {1} less {2}",
                              "{0}（序时进度{1}，容许滞后{2}）"};
constexpr Sentence spending_red{"{0} is spent, below {1}", "支出进度{0}，低于{1}"};
constexpr Sentence spending_yellow{"{0} is spent, less than {2} above {1}",
                                   "支出进度{0}，已达{1}，但高出不足{2}"};
constexpr Sentence goals_red{"{0} of the goals is reached, below {1}", "目标进度{0}，低于{1}"};
constexpr Sentence goals_yellow{"{0} of the goals is reached, less than {2} above {1}",
                                "目标进度{0}，已达{1}，但高出不足{2}"};
constexpr Sentence gap_red{
    "{0} of the goals is reached and {1} is spent: {2} point{s} apart, and {3} are allowed",
    "目标进度{0}，支出进度{1}，相差{2}个百分点，超过容许的{3}个百分点"};
constexpr Sentence gap_yellow{"{0} of the goals is reached and {1} is spent: {2} point{s} apart, "
                              "near the {3} that are allowed",
                              "目标进度{0}，支出进度{1}，相差{2}个百分点，接近容许的{3}个百分点"};
constexpr Sentence clear_money{"; {0} more spent clears it", "；再支出{0}即可解除"};
constexpr Sentence clear_goals{"; {0} more point{s} of the goals would clear it",
                               "；目标进度再提高{0}个百分点即可解除"};
constexpr Sentence or_goal{", such as {1} of \"{0}\"", "，如“{0}”达到{1}"};
constexpr Sentence clear_never{"; no progress of the goals clears it", "；目标进度再高也不能解除"};

Words joined(const Words& a, const Words& b) {
    return {a.en + b.en, a.zh + b.zh};
}

/// The least progress that is green.
Ratio green_from(const Ratio& due, const std::optional<Ratio>& near) {
    return near ? min(due + *near, Ratio{1}) : due;
}

/// The actual value for which a goal is completed to this share, 0 < share <= 1.
Ratio actual_for(const ProjectGoal& goal, const Ratio& share) {
    const Ratio target{goal.target};
    if (target.sign() <= 0 || share == Ratio{1}) {
        return target;
    }
    return goal.direction == Direction::at_most ? target / share : target * share;
}

/// The goals of which one alone would raise their mean completion by `more`.
std::vector<GoalNeed> one_of(const GoalState& state, const Ratio& more) {
    constexpr std::size_t most = 10; ///< a person reads fewer
    std::vector<GoalNeed> needs;
    if (state.actuals.empty()) {
        return needs;
    }
    std::map<std::string_view, const Decimal*> actuals;
    for (const GoalActual& each : state.actuals) {
        actuals.emplace(each.goal, &each.actual);
    }
    const Ratio rise = more * Ratio{static_cast<std::int64_t>(state.counted.size())};
    for (const ProjectGoal& goal : state.counted) {
        GoalNeed need{goal.id, goal.name, {}, {}};
        Ratio share = rise;
        if (const auto found = actuals.find(goal.id); found != actuals.end()) {
            need.actual = *found->second;
            share += completion(target_of(goal, Ratio{*need.actual})).rate;
        }
        if (share <= Ratio{1} && needs.size() < most) {
            need.needed = actual_for(goal, share);
            needs.push_back(std::move(need));
        }
    }
    return needs;
}

/// Rounded so that it is enough: down, where the actual value has to fall.
std::string needed_text(const GoalNeed& need) {
    const bool falls = need.actual && need.needed < Ratio{*need.actual};
    return falls && !need.needed.exact_decimal()
               ? need.needed.rounded(2, Rounding::floor).to_string()
               : amount_text(need.needed);
}

} // namespace

const Tolerance& SignalReader::tolerance(bool watched) const {
    const MonitoringRules& rules = policy_.policy.monitoring;
    return watched ? rules.closely : rules.usual;
}

/// Where a tolerance stands: of a watched project in "watched", if that replaces it.
std::string SignalReader::pointer(std::string_view key, bool watched) const {
    const std::string usual = "/monitoring";
    const auto monitoring = policy_.json.root().find("monitoring");
    auto own = watched && monitoring ? monitoring->find("watched") : std::nullopt;
    std::string_view rest = key;
    while (own && !rest.empty()) {
        rest.remove_prefix(1); // the slash
        own = own->find(rest.substr(0, rest.find('/')));
        rest = rest.find('/') == std::string_view::npos ? "" : rest.substr(rest.find('/'));
    }
    return usual + (own ? "/watched" : "") + std::string{key};
}

/// The greater of the last checkpoint that is due and of what sequential progress asks for.
std::optional<SignalReader::Due> SignalReader::due(const std::vector<Checkpoint>& checkpoints,
                                                   std::string_view key,
                                                   const std::optional<Ratio>& behind,
                                                   const Ratio& sequential, bool watched) const {
    std::optional<Due> due;
    for (std::size_t i = 0; i < checkpoints.size(); ++i) {
        const std::string by = plan::day_in(checkpoints[i].by, year_);
        if (by <= as_of_) {
            due = Due{checkpoints[i].at_least,
                      "/monitoring/" + std::string{key} + '/' + std::to_string(i),
                      due_by(share_text(checkpoints[i].at_least), by)};
        }
    }
    if (behind && (!due || sequential - *behind > due->share)) {
        const Ratio share = max(Ratio{}, sequential - *behind);
        due = Due{share, pointer("/behind/" + std::string{key}, watched),
                  behind->is_zero()
                      ? due_sequential(share_text(sequential))
                      : due_behind(share_text(share), share_text(sequential), share_text(*behind))};
    }
    return due && !due->share.is_zero() ? due : std::nullopt; // nothing is due yet
}

Warning SignalReader::warning_of(const ProjectStatus& status, WarningKind kind,
                                 WarningLevel level) const {
    Warning warning;
    warning.kind = kind;
    warning.level = level;
    warning.project = status.id;
    warning.project_name = status.name;
    warning.watched = status.watched;
    warning.date = as_of_;
    return warning;
}

Words SignalReader::remedy(const Warning& warning) const {
    if (warning.money) {
        return clear_money(amount_text(*warning.money) + std::string{name(unit_)});
    }
    if (!warning.goal_share) {
        return clear_never;
    }
    Words words = clear_goals(points_text(*warning.goal_share));
    if (!warning.one_of.empty()) {
        const GoalNeed& first = warning.one_of.front();
        words = joined(words, or_goal(first.name, needed_text(first)));
    }
    return words;
}

void SignalReader::add(ProjectStatus& status, Warning warning, const Words& what) const {
    const Words words = joined(what, remedy(warning));
    warning.reason = text::spoken(words, policy_.policy.language);
    status.level = std::max(status.level, warning.level);
    status.warnings.push_back(std::move(warning));
}

void SignalReader::check_spending(ProjectStatus& status) const {
    const Tolerance& limits = tolerance(status.watched);
    const auto asked = due(policy_.policy.monitoring.spending, "spending", limits.spending_behind,
                           status.sequential, status.watched);
    if (!asked || !status.spending) {
        return;
    }
    const WarningLevel level = level_of(*status.spending, asked->share, limits.near);
    if (level == WarningLevel::green) {
        return;
    }
    Warning warning = warning_of(status, WarningKind::spending, level);
    warning.spending = status.spending;
    warning.threshold = asked->share;
    warning.rule = asked->rule;
    warning.money =
        (green_from(asked->share, limits.near) - *status.spending) * Ratio{status.budget};
    const std::string spent = share_text(*status.spending);
    add(status, std::move(warning),
        level == WarningLevel::red
            ? spending_red(spent, asked->words)
            : spending_yellow(spent, asked->words, share_text(*limits.near)));
}

void SignalReader::check_goals(const GoalState& goals, ProjectStatus& status) const {
    const Tolerance& limits = tolerance(status.watched);
    const auto asked = due(policy_.policy.monitoring.goals, "goals", limits.goals_behind,
                           calendar_progress(as_of_).value_or(Ratio{}), status.watched);
    if (!asked || !status.goals) {
        return;
    }
    const WarningLevel level = level_of(*status.goals, asked->share, limits.near);
    if (level == WarningLevel::green) {
        return;
    }
    Warning warning = warning_of(status, WarningKind::goals, level);
    warning.goals = status.goals;
    warning.threshold = asked->share;
    warning.rule = asked->rule;
    warning.goal_share = green_from(asked->share, limits.near) - *status.goals;
    warning.one_of = one_of(goals, *warning.goal_share);
    const std::string reached = share_text(*status.goals);
    add(status, std::move(warning),
        level == WarningLevel::red ? goals_red(reached, asked->words)
                                   : goals_yellow(reached, asked->words, share_text(*limits.near)));
}

void SignalReader::check_gap(const GoalState& goals, ProjectStatus& status) const {
    const Tolerance& limits = tolerance(status.watched);
    if (!limits.gap || !status.spending || !status.goals) {
        return;
    }
    const Ratio ahead = *status.goals - *status.spending; ///< of the goals
    const WarningLevel level = level_of_gap(abs(ahead), *limits.gap, limits.near);
    if (level == WarningLevel::green) {
        return;
    }
    const Ratio green = limits.near ? max(Ratio{}, *limits.gap - *limits.near) : *limits.gap;
    Warning warning = warning_of(status, WarningKind::gap, level);
    warning.spending = status.spending;
    warning.goals = status.goals;
    warning.threshold = *limits.gap;
    warning.rule = pointer("/gap", status.watched);
    const Ratio more = abs(ahead) - green;
    if (ahead.sign() > 0) {
        warning.money = more * Ratio{status.budget};
    } else if (*status.goals + more <= Ratio{1}) {
        warning.goal_share = more;
        warning.one_of = one_of(goals, more);
    }
    const Sentence& sentence = level == WarningLevel::red ? gap_red : gap_yellow;
    add(status, std::move(warning),
        sentence(share_text(*status.goals), share_text(*status.spending), points_text(abs(ahead)),
                 points_text(*limits.gap)));
}

void SignalReader::fill(const MonitoredProject& project, const GoalState& goals,
                        ProjectStatus& status) const {
    check_spending(status);
    check_goals(goals, status);
    check_gap(goals, status);
    add_unknown(project, goals, status);
}

/// The signals that are asked for, whether or not something is due yet, and that can't be given.
void SignalReader::add_unknown(const MonitoredProject& project, const GoalState& goals,
                               ProjectStatus& status) const {
    const MonitoringRules& rules = policy_.policy.monitoring;
    const Tolerance& limits = tolerance(status.watched);
    const bool no_entry = !status.entry_date;
    const bool asks_gap = limits.gap.has_value();
    const bool asks_spending = !rules.spending.empty() || limits.spending_behind || asks_gap;
    const bool asks_goals = !rules.goals.empty() || limits.goals_behind || asks_gap;
    const bool no_spending = no_entry || (!status.spending && asks_spending);
    const bool no_goals = !status.goals && !project.goals.empty() && !goals.is_for_year_end &&
                          (no_entry || asks_goals);
    if (no_spending) {
        status.unknown.push_back(WarningKind::spending);
    }
    if (no_goals || (no_entry && asks_goals)) {
        status.unknown.push_back(WarningKind::goals);
    }
    if (asks_gap && (no_spending || no_goals)) {
        status.unknown.push_back(WarningKind::gap);
    }
    if (!status.unknown.empty() && status.level == WarningLevel::green) {
        status.level = WarningLevel::no_data;
    }
}

} // namespace detail::monitor
} // namespace heng
