// SPDX-License-Identifier: Apache-2.0
#include "base/json/problems.hpp"
#include "document/within_limits.hpp"
#include "feel/calendar.hpp"
#include "monitor/loaded_progress.hpp"
#include "plan/days.hpp"

#include <heng/monitor/progress.hpp>

#include <map>
#include <utility>

namespace heng {

std::optional<Ratio> calendar_progress(std::string_view date) {
    const auto day = detail::feel::parse_date(date);
    if (!day) {
        return std::nullopt;
    }
    const auto year = detail::feel::civil_of(*day).year;
    const auto first = detail::feel::days_of({year, 1, 1});
    const auto last = detail::feel::days_of({year, 12, 31});
    return first && last ? std::optional{Ratio{*day - *first + 1, *last - *first + 1}}
                         : std::nullopt;
}

Ratio curve_progress(std::span<const CurvePoint> curve, std::string_view date) {
    const auto day = detail::feel::parse_date(date);
    if (!day || curve.empty()) {
        return Ratio{};
    }
    // the end of the year before is the day before January 1st
    std::int64_t from = *day - detail::feel::day_of_year(*day);
    Ratio reached;
    for (const CurvePoint& point : curve) {
        const std::int64_t to = detail::feel::parse_date(point.by).value_or(from);
        if (*day <= to) {
            return to == from ? point.share
                              : reached + (point.share - reached) * Ratio{*day - from, to - from};
        }
        from = to;
        reached = point.share;
    }
    return reached;
}

std::optional<Ratio> goal_progress(std::span<const ProjectGoal> goals,
                                   std::span<const GoalActual> actuals) {
    if (goals.empty()) {
        return std::nullopt;
    }
    std::map<std::string_view, const Decimal*> by_goal;
    for (const GoalActual& each : actuals) {
        by_goal.emplace(each.goal, &each.actual);
    }
    Ratio sum;
    for (const ProjectGoal& goal : goals) {
        if (const auto found = by_goal.find(goal.id); found != by_goal.end()) {
            sum += completion(target_of(goal, Ratio{*found->second})).rate;
        }
    }
    return sum / Ratio{static_cast<std::int64_t>(goals.size())};
}

Target target_of(const ProjectGoal& goal, const Ratio& actual) {
    Target target;
    target.direction = goal.direction;
    target.target = Ratio{goal.target};
    target.actual = actual;
    return target;
}

Result<ProgressDocument> ProgressDocument::parse(std::string_view json, const Limits& limits) {
    return detail::document::within_limits([&] { return parse_unguarded(json, limits); });
}

Result<ProgressDocument> ProgressDocument::parse_unguarded(std::string_view json,
                                                           const Limits& limits) {
    auto parsed = detail::json::JsonDocument::parse(json, limits);
    if (!parsed) {
        return Failure{std::move(parsed.error())};
    }
    detail::json::Problems problems{detail::json::progress_document, limits};
    auto loaded = std::make_shared<detail::monitor::LoadedProgress>(*std::move(parsed), limits);
    const detail::json::Reader root{loaded->json.root(), problems};
    if (root.has_heng()) {
        detail::monitor::read_progress(root, *loaded);
    }
    if (!problems.empty()) {
        return Failure{problems.error()};
    }
    return ProgressDocument{std::move(loaded)};
}

const Progress& ProgressDocument::progress() const {
    return loaded_->progress;
}

std::string_view ProgressDocument::text() const {
    return loaded_->json.text();
}

} // namespace heng
