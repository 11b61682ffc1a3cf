// SPDX-License-Identifier: Apache-2.0
#include "base/text/nearest.hpp"
#include "base/text/utf8.hpp"
#include "plan/plan_checks.hpp"

#include <algorithm>

namespace heng::detail::plan {
namespace {

using json::Json;
using text::Sentence;
using text::Words;

constexpr std::size_t most_compared = 2'000'000; ///< ids, after which nearest ones are not sought

constexpr Sentence no_such{"there is no {0} \"{1}\" in the plan", "计划中没有{0}“{1}”"};
constexpr Sentence no_such_but{"there is no {0} \"{1}\" in the plan; did you mean \"{2}\"?",
                               "计划中没有{0}“{1}”，是否为“{2}”？"};
constexpr Sentence a_duty{"duty", "职责"};
constexpr Sentence a_task{"task", "任务"};
/// A link that is missing: of one, and, said once, of all there are.
struct MissingLink {
    std::string_view code;
    Sentence of_one;
    Sentence of_all;
};

constexpr MissingLink duty_idle{
    "duty-without-task",
    {"the duty \"{0}\" has no task", "职责“{0}”没有对应的工作任务"},
    {"no duty has a task: {0} of {0}", "{0}项职责都没有对应的工作任务"}};
constexpr MissingLink task_no_duty{
    "task-without-duty",
    {"the task \"{0}\" serves no duty", "工作任务“{0}”没有对应的部门职责"},
    {"no task serves a duty: {0} of {0}", "{0}项工作任务都没有对应的部门职责"}};
constexpr MissingLink task_no_project{
    "task-without-project",
    {"the task \"{0}\" has no project", "工作任务“{0}”没有对应的项目"},
    {"no task has a project: {0} of {0}", "{0}项工作任务都没有对应的项目"}};
constexpr MissingLink project_no_task{
    "project-without-task",
    {"the project \"{0}\" serves no task", "项目“{0}”没有对应的工作任务"},
    {"no project serves a task: {0} of {0}", "{0}个项目都没有对应的工作任务"}};
constexpr Sentence project_no_objective{"the project \"{0}\" has no objective",
                                        "项目“{0}”没有绩效目标"};
constexpr Sentence no_output{
    "the project \"{0}\" has no output indicator (quantity, quality, timeliness or cost)",
    "项目“{0}”没有产出指标（数量、质量、时效、成本）"};
constexpr Sentence no_benefit{
    "the project \"{0}\" has no benefit indicator (economic, social, ecological or sustainable)",
    "项目“{0}”没有效益指标（经济、社会、生态、可持续）"};
constexpr Sentence money_missing{"the project \"{0}\" gives no money, so that the budget of {1} "
                                 "can't be checked",
                                 "项目“{0}”没有列出金额，无法与预算{1}核对"};
constexpr Sentence money_differs{
    "the projects' money adds up to {0}, and the budget is {1}: {2} apart",
    "各项目金额合计{0}，预算为{1}，相差{2}"};
constexpr Sentence indicators_cost_more{
    "the indicators of the project \"{0}\" take {1}, and it has {2}",
    "项目“{0}”各指标的金额合计{1}，超过项目金额{2}"};

template <class List>
IdSet ids_of(const List& list) {
    IdSet ids;
    for (const auto& each : list) {
        ids.insert(each.id);
    }
    return ids;
}

std::string amount(const Ratio& value, MoneyUnit unit) {
    return value.to_string() + std::string{name(unit)};
}

/// Which of the ids are known; of the others it is said that they are not.
std::size_t refer(PlanChecks& checks, Json at, const Words& what,
                  const std::vector<std::string>& ids, const IdSet& known, IdSet& used) {
    std::size_t found = 0;
    for (const std::string& id : ids) {
        if (known.contains(id)) {
            used.insert(id);
            ++found;
        } else {
            unknown_reference(checks, at, what, id, known);
        }
    }
    return found;
}

struct Unmet {
    const std::string* name;
    Json at;
};

template <class List>
std::vector<Unmet> unused(const List& list, const std::vector<Json>& places, const IdSet& used) {
    std::vector<Unmet> found;
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (!used.contains(list[i].id)) {
            found.push_back({&list[i].name, places[i]});
        }
    }
    return found;
}

/// Where no link of a kind is given at all, one sentence says so.
void tell(PlanChecks& checks, const MissingLink& link, std::string_view list,
          const std::vector<Unmet>& unmet, std::size_t all) {
    if (all > 1 && unmet.size() == all) {
        checks.findings.add({link.code}, member_of(checks.root, list),
                            link.of_all(std::to_string(all)));
        return;
    }
    for (const Unmet& each : unmet) {
        checks.findings.add({link.code}, each.at, link.of_one(text::shortened(*each.name)));
    }
}

/// Whether a category is announced without each of its indicators being listed: then what is
/// missing may only be unnamed.
bool has_unlisted(const Project& project) {
    std::int64_t announced = 0;
    for (const DeclaredCount& each : project.declared) {
        announced = std::max(announced, each.indicators);
    }
    return announced > static_cast<std::int64_t>(project.indicators.size());
}

void check_project(PlanChecks& checks, const Project& project, Json at) {
    if (project.objectives.empty()) {
        checks.findings.add({"project-without-objective"}, at, project_no_objective(project.name));
    }
    const auto has = [&](auto is_kind) {
        return std::any_of(project.indicators.begin(), project.indicators.end(),
                           [&](const PlanIndicator& each) { return is_kind(each.category); });
    };
    const Severity severity = has_unlisted(project) ? Severity::note : Severity::warning;
    const Json where = member_of(at, "indicators");
    if (!has(is_output)) {
        checks.findings.add({"project-without-output", severity}, where, no_output(project.name));
    }
    if (!has(is_benefit)) {
        checks.findings.add({"project-without-benefit", severity}, where, no_benefit(project.name));
    }
}

void check_indicator_money(PlanChecks& checks, const Project& project, Json at) {
    Ratio sum;
    for (const PlanIndicator& each : project.indicators) {
        sum = sum + Ratio{each.money.value_or(Decimal{})};
    }
    if (project.money && sum > Ratio{*project.money}) {
        checks.findings.add({"indicator-money", Severity::error}, member_of(at, "money"),
                            indicators_cost_more(project.name, amount(sum, checks.plan.unit),
                                                 amount(Ratio{*project.money}, checks.plan.unit)));
    }
}

} // namespace

void unknown_reference(PlanChecks& checks, Json at, const Words& what, std::string_view id,
                       const IdSet& known) {
    checks.comparisons += known.size();
    const std::string nearest = checks.comparisons <= most_compared ? text::nearest(id, known) : "";
    const std::string shown = text::shortened(id);
    checks.findings.add({"unknown-reference", Severity::error}, at,
                        nearest.empty() ? no_such(what, shown) : no_such_but(what, shown, nearest));
}

void check_chain(PlanChecks& checks) {
    const Plan& plan = checks.plan;
    const IdSet duties = ids_of(plan.duties);
    const IdSet tasks = ids_of(plan.tasks);
    IdSet used_duties;
    IdSet used_tasks;
    std::vector<Unmet> task_unmet;
    for (std::size_t i = 0; i < plan.tasks.size(); ++i) {
        const Json at = checks.places.tasks[i];
        if (refer(checks, member_of(at, "duties"), a_duty, plan.tasks[i].duties, duties,
                  used_duties) == 0) {
            task_unmet.push_back({&plan.tasks[i].name, at});
        }
    }
    std::vector<Unmet> project_unmet;
    for (std::size_t i = 0; i < plan.projects.size(); ++i) {
        const Json at = checks.places.projects[i].at;
        if (refer(checks, member_of(at, "tasks"), a_task, plan.projects[i].tasks, tasks,
                  used_tasks) == 0) {
            project_unmet.push_back({&plan.projects[i].name, at});
        }
        check_project(checks, plan.projects[i], at);
    }
    const auto duty_unmet = unused(plan.duties, checks.places.duties, used_duties);
    const auto task_idle = unused(plan.tasks, checks.places.tasks, used_tasks);
    tell(checks, duty_idle, "duties", duty_unmet, plan.duties.size());
    tell(checks, task_no_duty, "tasks", task_unmet, plan.tasks.size());
    tell(checks, task_no_project, "tasks", task_idle, plan.tasks.size());
    tell(checks, project_no_task, "projects", project_unmet, plan.projects.size());
}

void check_money(PlanChecks& checks) {
    const Plan& plan = checks.plan;
    for (std::size_t i = 0; i < plan.projects.size(); ++i) {
        const Project& project = plan.projects[i];
        const Json at = checks.places.projects[i].at;
        checks.money.projects = checks.money.projects + Ratio{project.money.value_or(Decimal{})};
        check_indicator_money(checks, project, at);
        if (!project.money) {
            ++checks.money.missing;
            if (plan.budget) {
                checks.findings.add(
                    {"money-missing"}, at,
                    money_missing(project.name, amount(Ratio{*plan.budget}, plan.unit)));
            }
        }
    }
    if (!plan.budget) {
        return;
    }
    checks.money.budget = Ratio{*plan.budget};
    checks.money.difference = *checks.money.budget - checks.money.projects;
    const int sign = checks.money.difference->sign();
    if (sign < 0 || (sign > 0 && checks.money.missing == 0 && !plan.projects.empty())) {
        const Ratio apart =
            sign < 0 ? Ratio{} - *checks.money.difference : *checks.money.difference;
        checks.findings.add({"budget-mismatch", Severity::error}, member_of(checks.root, "budget"),
                            money_differs(amount(checks.money.projects, plan.unit),
                                          amount(*checks.money.budget, plan.unit),
                                          amount(apart, plan.unit)));
    }
}

} // namespace heng::detail::plan
