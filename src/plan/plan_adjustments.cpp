// SPDX-License-Identifier: Apache-2.0
#include "base/text/utf8.hpp"
#include "plan/plan_checks.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

namespace heng::detail::plan {
namespace {

using json::Json;
using text::Sentence;

constexpr Sentence late{"approved on {0}, after {1}, the last day for adjustments",
                        "{0}批准，晚于调整的最后日期{1}"};
constexpr Sentence asked_late{"asked for on {0}, after {1}, the last day for adjustments",
                              "{0}提出，晚于调整的最后日期{1}"};
constexpr Sentence known_then{
    "in force from {0}, when the outcome was known ({1}): the target follows the result",
    "{0}生效，此时结果已经可知（{1}起）：目标是照结果改的"};
constexpr Sentence not_approved{"not approved, so that it is not in force", "未经批准，不生效"};
constexpr Sentence approved_first{"approved on {0}, before it was asked for on {1}",
                                  "{0}批准，早于提出日期{1}"};
constexpr Sentence listed_after{"listed after an adjustment of {0}, a later day",
                                "排在{0}的调整之后，日期颠倒"};
constexpr Sentence not_in_force{"changes {0}, and {1} was in force on that day",
                                "由{0}调整，而当时生效的是{1}"};
constexpr Sentence nothing{"nothing", "空"};
constexpr Sentence idle{"from and to are the same", "调整前后相同"};
constexpr Sentence to_text{"adjusted from the number {0} to the text \"{1}\", by which nothing can "
                           "be scored",
                           "目标值由数{0}调整为文字“{1}”，无法据以评分"};
constexpr Sentence from_text{"adjusted from the text \"{0}\" to the number {1}",
                             "目标值由文字“{0}”调整为数{1}"};
constexpr Sentence to_percent{"adjusted from {0}, no percentage, to the percentage {1}",
                              "目标值由{0}（不是百分数）调整为百分数{1}"};
constexpr Sentence from_percent{"adjusted from the percentage {0} to {1}, which is none",
                                "目标值由百分数{0}调整为{1}，不再是百分数"};
constexpr Sentence to_other_sign{"adjusted from {0} to {1}, which has the other sign",
                                 "目标值由{0}调整为{1}，正负相反"};
constexpr Sentence to_zero{"adjusted from {0} to 0, which nothing has to be done for",
                           "目标值由{0}调整为0，不做也算完成"};
constexpr Sentence to_nothing{"adjusted from {0} to 0", "目标值由{0}调整为0"};
constexpr Sentence far_away{"adjusted from {0} to {1}, {2} times as much: is it counted in another "
                            "unit?",
                            "目标值由{0}调整为{1}，相差{2}倍，是否换了计量单位？"};
constexpr Sentence a_project{"project", "项目"};
constexpr Sentence an_indicator{"indicator", "指标"};

/// A target or an amount as it is compared: by its value where it has one.
bool is_same(const PlannedTarget& one, const PlannedTarget& other) {
    const bool numbers = one.value && other.value;
    return numbers ? *one.value == *other.value && (one.percent == other.percent)
                   : !one.value && !other.value && one.text == other.text;
}

using Stated = std::optional<PlannedTarget>;

Stated stated(const std::optional<Decimal>& money) {
    return money ? Stated{{money->to_string(), Ratio{*money}, false}} : std::nullopt;
}

class Adjustments {
  public:
    explicit Adjustments(PlanChecks& checks) : checks_{checks} {
        const Plan& plan = checks.plan;
        in_force_[{"budget", ""}] = stated(plan.budget);
        add(plan.indicators, "");
        for (const Project& project : plan.projects) {
            projects_.insert(project.id);
            in_force_[{"project", project.id}] = stated(project.money);
            add(project.indicators, project.id);
        }
    }

    void run() {
        const std::vector<PlanAdjustment>& list = checks_.plan.adjustments;
        std::vector<std::size_t> known;
        for (std::size_t i = 0; i < list.size(); ++i) {
            const Json at = checks_.places.adjustments[i];
            check_days(list[i], at, i == 0 ? "" : list[i - 1].date);
            if (names_something(list[i], at) && list[i].approved) {
                known.push_back(i);
            }
            if (list[i].field == AdjustedField::target) {
                check_change(list[i], member_of(at, "to"));
            }
            if (is_same(list[i].from, list[i].to)) {
                checks_.findings.add({"adjustment-idle", Severity::note}, member_of(at, "to"),
                                     idle);
            }
        }
        std::stable_sort(known.begin(), known.end(), [&](std::size_t a, std::size_t b) {
            return *list[a].approved < *list[b].approved;
        });
        for (const std::size_t i : known) {
            apply(list[i], checks_.places.adjustments[i]);
        }
    }

  private:
    using Key = std::pair<std::string, std::string>; ///< what is adjusted, and its id

    void add(const std::vector<PlanIndicator>& indicators, const std::string& project) {
        for (const PlanIndicator& each : indicators) {
            indicators_.insert(each.id);
            projects_of_[each.id] = project;
            if (each.direction) {
                directions_[each.id] = *each.direction;
            }
            in_force_[{"target", each.id}] = each.target;
            in_force_[{"money", each.id}] = stated(each.money);
        }
    }

    void say(const FindingKind& kind, Json at, const text::Words& words) {
        checks_.findings.add(kind, at, words);
    }

    void check_days(const PlanAdjustment& each, Json at, const std::string& before) {
        const AdjustmentDays& days = checks_.days;
        if (each.date < before) {
            say({"adjustment-order"}, member_of(at, "date"), listed_after(before));
        }
        if (!each.approved) {
            say({"adjustment-not-approved"}, at, not_approved);
            if (!days.latest.empty() && each.date > days.latest) {
                say({"adjustment-late"}, member_of(at, "date"), asked_late(each.date, days.latest));
            }
            return;
        }
        const Json where = member_of(at, "approved");
        if (*each.approved < each.date) {
            say({"adjustment-order", Severity::error}, where,
                approved_first(*each.approved, each.date));
        }
        if (!days.outcome_known.empty() && *each.approved >= days.outcome_known) {
            say({"adjustment-after-outcome", Severity::error}, where,
                known_then(*each.approved, days.outcome_known));
        } else if (!days.latest.empty() && *each.approved > days.latest) {
            say({"adjustment-late"}, where, late(*each.approved, days.latest));
        }
    }

    bool names_something(const PlanAdjustment& each, Json at) {
        bool known = true;
        if (!each.project.empty() && !projects_.contains(each.project)) {
            known = false;
            unknown_reference(checks_, member_of(at, "project"), a_project, each.project,
                              projects_);
        }
        const auto project = projects_of_.find(each.indicator);
        const bool elsewhere = known && !each.project.empty() && project != projects_of_.end() &&
                               project->second != each.project;
        if (!each.indicator.empty() && (project == projects_of_.end() || elsewhere)) {
            known = false;
            unknown_reference(checks_, member_of(at, "indicator"), an_indicator, each.indicator,
                              elsewhere ? IdSet{} : indicators_);
        }
        return known;
    }

    /// A target stays a number of the same kind.
    void check_change(const PlanAdjustment& each, Json at) {
        const PlannedTarget& from = each.from;
        const PlannedTarget& to = each.to;
        const std::string was = text::shortened(from.text);
        const std::string is = text::shortened(to.text);
        if (!from.value || !to.value) {
            if (from.value) {
                say({"adjusted-to-text", Severity::error}, at, to_text(was, is));
            } else if (to.value) {
                say({"adjusted-from-text", Severity::note}, at, from_text(was, is));
            }
            return;
        }
        if (from.percent != to.percent) {
            say({"adjusted-to-other-unit", Severity::error}, at,
                to.percent ? to_percent(was, is) : from_percent(was, is));
        } else if (from.value->sign() * to.value->sign() < 0) {
            say({"adjusted-to-other-sign", Severity::error}, at, to_other_sign(was, is));
        } else if (to.value->is_zero() && !from.value->is_zero()) {
            const auto found = directions_.find(each.indicator);
            const bool may_be = found != directions_.end() && found->second == Direction::at_most;
            say({"adjusted-to-zero", may_be ? Severity::note : Severity::warning}, at,
                may_be ? to_nothing(was) : to_zero(was));
        } else if (const auto times = thousands(*from.value, *to.value)) {
            say({"adjusted-to-other-unit", Severity::warning}, at,
                far_away(was, is, times->to_string()));
        }
    }

    /// How many times as far from 0 one is as the other, where it is a power of ten from 1,000 on:
    /// so units of one kind differ.
    static std::optional<Ratio> thousands(const Ratio& one, const Ratio& other) {
        if (one.is_zero() || other.is_zero()) {
            return std::nullopt;
        }
        const Ratio times = max(one / other, other / one);
        Ratio power{1'000};
        for (int zeros = 3; zeros <= 8; ++zeros, power = power * Ratio{10}) {
            if (times == power) {
                return times;
            }
        }
        return std::nullopt;
    }

    void apply(const PlanAdjustment& each, Json at) {
        const bool target = each.field == AdjustedField::target;
        const Key key = target                    ? Key{"target", each.indicator}
                        : !each.indicator.empty() ? Key{"money", each.indicator}
                        : !each.project.empty()   ? Key{"project", each.project}
                                                  : Key{"budget", ""};
        Stated& now = in_force_[key];
        const text::Words was = now ? text::Words{now->text, now->text} : nothing();
        if (!now || !is_same(each.from, *now)) {
            say({"adjustment-not-in-force", Severity::error}, member_of(at, "from"),
                not_in_force(text::shortened(each.from.text), was));
        }
        now = each.to;
    }

    PlanChecks& checks_;
    IdSet projects_{};
    IdSet indicators_{};
    std::map<std::string, std::string, std::less<>> projects_of_{}; ///< by indicator; "": none
    std::map<std::string, Direction, std::less<>> directions_{};    ///< by indicator
    std::map<Key, Stated> in_force_{};
};

} // namespace

void check_adjustments(PlanChecks& checks) {
    Adjustments{checks}.run();
}

} // namespace heng::detail::plan
