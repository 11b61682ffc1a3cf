// SPDX-License-Identifier: Apache-2.0
//
// progress/1
#include "base/json/declared_common.hpp"
#include "document/schema_text.hpp"

#include <array>

namespace heng::detail::declared {
namespace {

constexpr Value progress_heng = words_of("progress/1");
constexpr auto watched_subject_fields = std::to_array<Field>(
    {{"name", &said, required, "Name (名称)"}, {"year", &year, required, "Year (年度)"}});
constexpr Value watched_subject{
    .form = Form::object, .what = "a subject", .fields = watched_subject_fields};

constexpr auto curve_days = std::to_array<const Value*>({&yearly, &date});
constexpr Value curve_day{.form = Form::either, .choices = curve_days};
constexpr auto point_fields =
    std::to_array<Field>({{"by", &curve_day, required, "By (截止日)", "MM-DD or YYYY-MM-DD"},
                          {"share", &share, required, "Share (比例)"}});
constexpr Value point{
    .form = Form::object, .title = "A point (节点)", .what = "a point", .fields = point_fields};
constexpr Value curve = list_of(point);

/// Not "level": progress is a number.
constexpr Value goal_direction = words_of(">= <= =");
constexpr auto goal_fields = std::to_array<Field>(
    {{"id", &said, required, "Id (编号)", "Of its own among the goals of the project."},
     {"name", &said, required, "Name (名称)"},
     {"direction", &goal_direction, required, "Direction (方向)"},
     {"target", &decimal, required, "Target (目标值)"}});
constexpr Value goal{
    .form = Form::object, .title = "A goal (目标)", .what = "a goal", .fields = goal_fields};
constexpr Value goals = list_of(goal);

constexpr Value reached = map_of(decimal);
constexpr auto progress_entry_fields = std::to_array<Field>(
    {{"date", &date, required, "Date (日期)"},
     {"spent", &amount, optional, "Spent (累计支出)", "All that was spent up to this day."},
     {"goals", &reached, optional, "Goals (目标进度)", "What was reached of each goal, by its id."},
     {"goal_progress", &share, optional, "Goal progress (总体进度)"},
     {"note", &text, optional, "Note (说明)"}});
constexpr Value progress_entry{.form = Form::object,
                               .name = "progress_entry",
                               .title = "An entry (填报)",
                               .what = "an entry",
                               .fields = progress_entry_fields,
                               .some_of = "spent goals goal_progress",
                               .not_all_of = "goals goal_progress"};
constexpr Value progress_entries = list_of(progress_entry);

constexpr auto monitored_fields = std::to_array<Field>(
    {{"id", &said, required, "Id (编号)", "Of its own among the projects."},
     {"name", &said, required, "Name (名称)"},
     {"budget", &amount, required, "Budget (预算)"},
     {"watched", &boolean, optional, "Watched (重点监控)"},
     {"curve", &curve, optional, "Curve (计划曲线)",
      "The share of the budget to be spent by each day; both rise."},
     {"goals", &goals, optional, "Goals (目标)"},
     {"entries", &progress_entries, required, "Entries (填报)"},
     {"data", &free_object, optional, "Data (数据)", "Facts that a policy's decisions read."}});
constexpr Value monitored_project{.form = Form::object,
                                  .name = "monitored_project",
                                  .title = "A project (项目)",
                                  .what = "a project",
                                  .fields = monitored_fields};
constexpr Value monitored_projects = list_of(monitored_project);

constexpr auto progress_fields =
    std::to_array<Field>({{"heng", &progress_heng, required, heng_title, heng_meaning},
                          {"subject", &watched_subject, required, "Subject (部门)"},
                          {"unit", &money_unit, required},
                          {"as_of", &date, optional, "As of (截至)"},
                          {"source", &text, optional, "Source (出处)"},
                          {"title", &text, optional, "Title (标题)"},
                          {"projects", &monitored_projects, required, "Projects (项目)"}});

} // namespace

constexpr Value progress{.form = Form::object,
                         .name = "progress",
                         .title = "Progress of projects (监控数据)",
                         .meaning =
                             "progress/1: spending and goals by date. Watched with: heng monitor",
                         .what = "a progress document",
                         .fields = progress_fields};

constexpr Format progress_format = format_of<progress>();

} // namespace heng::detail::declared
