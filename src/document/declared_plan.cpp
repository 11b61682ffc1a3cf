// SPDX-License-Identifier: Apache-2.0
//
// plan/1
#include "base/json/declared_common.hpp"
#include "document/schema_text.hpp"

#include <array>

namespace heng::detail::declared {
namespace {

constexpr Value plan_heng = words_of("plan/1");
constexpr auto planner_fields = std::to_array<Field>(
    {{"name", &said, required, "Name (名称)"}, {"year", &year, optional, "Year (年度)"}});
constexpr Value planner{.form = Form::object, .what = "a subject", .fields = planner_fields};
constexpr Value ids = list_of(said);

constexpr auto duty_fields =
    std::to_array<Field>({{"id", &said, required, "Id (编号)", "Of its own among the duties."},
                          {"name", &said, required, "Name (名称)"},
                          {"source", &text, optional, "Source (出处)"}});
constexpr Value duty{
    .form = Form::object, .title = "A duty (职责)", .what = "a duty", .fields = duty_fields};
constexpr Value duties = list_of(duty);

constexpr auto task_fields =
    std::to_array<Field>({{"id", &said, required, "Id (编号)", "Of its own among the tasks."},
                          {"name", &said, required, "Name (名称)"},
                          {"duties", &ids, optional, "Duties (职责)", "Ids."}});
constexpr Value task{
    .form = Form::object, .title = "A task (任务)", .what = "a task", .fields = task_fields};
constexpr Value tasks = list_of(task);

constexpr Value planned{.form = Form::number,
                        .name = "planned",
                        .title = "A target (目标值)",
                        .meaning =
                            "A number, a percentage such as \"95%\", or a text that is neither."};
constexpr Value level = whole_in(1, 9);
constexpr auto plan_indicator_fields = std::to_array<Field>(
    {{"id", &said, required, "Id (编号)", "Of its own among the indicators of the plan."},
     {"name", &said, required, "Name (名称)"},
     {"category", &category, required},
     {"quantified", &boolean, optional, "Quantified (可量化)",
      "Whether the target is a number; where it is absent, whether it looks like one."},
     {"direction", &direction},
     {"target", &planned, optional, "Target (目标值)"},
     {"unit", &text, optional, "Unit (计量单位)", "Of the target: 个, 人次."},
     {"level", &level, optional, "Level (指标层级)"},
     {"code", &text, optional, "Code (指标库编码)", "In an indicator library."},
     {"objective", &text, optional, "Objective (对应目标)",
      "The id of the objective that it measures."},
     {"points", &amount, optional, "Points (分值)"},
     {"money", &amount, optional, "Money (资金)"}});
constexpr Value plan_indicator{.form = Form::object,
                               .name = "plan_indicator",
                               .title = "An indicator (绩效指标)",
                               .what = "an indicator",
                               .fields = plan_indicator_fields};
constexpr Value plan_indicators = list_of(plan_indicator);

constexpr Value declared_number = whole_in(0, 1'000'000'000);
constexpr auto declared_fields =
    std::to_array<Field>({{"level", &level, optional, "Level (指标层级)"},
                          {"category", &category},
                          {"indicators", &declared_number, required, "Indicators (指标数)"},
                          {"quantified", &share, optional, "Quantified (量化比例)"}});
constexpr Value declared_count{.form = Form::object,
                               .name = "declared",
                               .title = "A declared count (填报数量)",
                               .what = "a declared count",
                               .fields = declared_fields};
constexpr Value declared_counts = list_of(declared_count);

constexpr auto objective_fields = std::to_array<Field>(
    {{"id", &said, required, "Id (编号)", "Of its own among the objectives of the project."},
     {"text", &said, required, "Text (内容)"}});
constexpr Value objective{.form = Form::object,
                          .name = "objective",
                          .title = "An objective (绩效目标)",
                          .what = "an objective",
                          .fields = objective_fields};
constexpr Value objectives = list_of(objective);

constexpr auto plan_project_fields =
    std::to_array<Field>({{"id", &said, required, "Id (编号)", "Of its own among the projects."},
                          {"name", &said, required, "Name (名称)"},
                          {"tasks", &ids, optional, "Tasks (任务)", "Ids."},
                          {"money", &amount, optional, "Money (预算金额)"},
                          {"objectives", &objectives, optional, "Objectives (绩效目标)"},
                          {"indicators", &plan_indicators, optional, "Indicators (绩效指标)"},
                          {"declared", &declared_counts, optional, "Declared counts (填报数量)"}});
constexpr Value plan_project{.form = Form::object,
                             .name = "plan_project",
                             .title = "A project (项目)",
                             .what = "a project",
                             .fields = plan_project_fields};
constexpr Value plan_projects = list_of(plan_project);

constexpr Value adjusted_field = words_of("target money");
constexpr Value money_adjusted = words_of("money");
constexpr auto adjusted_money = std::to_array<Field>({{"from", &amount}, {"to", &amount}});
constexpr auto plan_adjustment_fields =
    std::to_array<Field>({{"id", &said, required, "Id (编号)", "Of its own among the adjustments."},
                          {"date", &date, required, "Date (调整日期)"},
                          {"approved", &date, optional, "Approved (批准日期)"},
                          {"project", &text, optional, "Project (项目)", "Its id."},
                          {"indicator", &text, optional, "Indicator (指标)", "Its id."},
                          {"field", &adjusted_field, required, "Field (调整内容)"},
                          {"from", &planned, required, "From (调整前)"},
                          {"to", &planned, required, "To (调整后)"},
                          {"reason", &said, required, "Reason (原因)"}});
constexpr auto plan_adjustment_conditions =
    std::to_array<Condition>({{.key = "field",
                               .is = &money_adjusted,
                               .then = {.are = adjusted_money},
                               .otherwise = {.needs = "indicator"}}});
constexpr Value plan_adjustment{.form = Form::object,
                                .name = "plan_adjustment",
                                .title = "An adjustment (目标调整)",
                                .what = "an adjustment",
                                .fields = plan_adjustment_fields,
                                .conditions = plan_adjustment_conditions};
constexpr Value plan_adjustments = list_of(plan_adjustment);

constexpr auto plan_fields =
    std::to_array<Field>({{"heng", &plan_heng, required, heng_title, heng_meaning},
                          {"id", &said, required, "Id (编号)"},
                          {"title", &said, required, "Title (标题)"},
                          {"subject", &planner, required, "Subject (部门)"},
                          {"source", &text, optional, "Source (出处)"},
                          {"language", &language, optional, language_title, language_meaning},
                          {"unit", &money_unit, required},
                          {"budget", &amount, optional, "Budget (预算)"},
                          {"duties", &duties, optional, "Duties (职责)"},
                          {"tasks", &tasks, optional, "Tasks (任务)"},
                          {"projects", &plan_projects, optional, "Projects (项目)"},
                          {"indicators", &plan_indicators, optional, "Indicators (部门整体指标)",
                           "Of the department as a whole."},
                          {"declared", &declared_counts, optional, "Declared counts (填报数量)"},
                          {"adjustments", &plan_adjustments, optional, "Adjustments (目标调整)"}});

} // namespace

constexpr Value plan{
    .form = Form::object,
    .name = "plan",
    .title = "A plan (绩效目标)",
    .meaning = "plan/1: a department's duties, tasks, projects, objectives and indicators. Checked "
               "with: heng plan check",
    .what = "a plan",
    .fields = plan_fields};

constexpr Format plan_format = format_of<plan>();

} // namespace heng::detail::declared
