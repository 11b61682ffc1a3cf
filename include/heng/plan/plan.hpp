// SPDX-License-Identifier: Apache-2.0
//
// A plan (绩效目标): a department's purposes, its work on them, and the results that it wants —
// duties → tasks → projects → objectives → indicators — read from a plan/1 document.
//
//     Result<PlanDocument> plan = PlanDocument::parse(text);
//     if (!plan) std::cerr << in_document(plan.error(), "plan.json") << '\n';
//     for (const Project& project : plan->plan().projects) std::cout << project.name << '\n';
//     const Plan in_force = plan_at(plan->plan(), "2023-10-01");
//
// A document:
//
//     {"heng": "plan/1", "id": "gz-2023", "title": "…", "subject": {"name": "…", "year": 2023},
//      "unit": "万元", "budget": "527470.55", "language": "zh", "source": "…",
//      "duties": [{"id": "d1", "name": "…", "source": "…"}],
//      "tasks": [{"id": "t1", "name": "…", "duties": ["d1"]}],
//      "projects": [{"id": "p1", "name": "…", "tasks": ["t1"], "money": "465066.65",
//        "objectives": [{"id": "o1", "text": "…"}],
//        "indicators": [{"id": "i1", "name": "技术合同成交额", "category": "数量", "level": 1,
//          "quantified": true, "direction": ">=", "target": "2600", "unit": "亿元",
//          "code": "…", "objective": "o1", "points": "5", "money": "…"}],
//        "declared": [{"level": 1, "indicators": 9, "quantified": "66.67%"}]}],
//      "indicators": [],
//      "declared": [{"category": "数量", "indicators": 6}],
//      "adjustments": [{"id": "a1", "date": "2023-09-10", "approved": "2023-09-20",
//        "project": "p1", "indicator": "i1", "field": "target", "from": "2600", "to": "2500",
//        "reason": "…"}]}
//
// Required: heng, id, title, subject.name, unit; in a duty, task, project, objective and indicator
// its id and name (or text), in an indicator also its category, in an adjustment id, date, field,
// from, to and reason. Ids are unique among their kind; an indicator's in the whole plan, since
// progress/1 refers to it. A plan that is well formed and still wrong — a task without a project, a
// target without a direction — is no error of reading but has findings of check_plan().
//
// Money is in the plan's unit, exact. Years 1 to 9999; dates are "YYYY-MM-DD", which compare as
// texts.
//
// Source of the frame: 部门职责-工作任务-项目目标, 《中共中央
// 国务院关于全面实施预算绩效管理的意见》, and the goals form of 财预〔2015〕88号 (indicators: 产出
// 数量/质量/时效/成本, 效益 经济/社会/生态/可持续, 满意度).
#pragma once

#include <heng/budget/money.hpp>
#include <heng/limits.hpp>
#include <heng/number/decimal.hpp>
#include <heng/number/ratio.hpp>
#include <heng/result.hpp>
#include <heng/rubric/rubric.hpp>
#include <heng/rule/targets.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace heng {

/// The subject of an indicator: four kinds of output, four of benefit, and satisfaction.
enum class IndicatorCategory : std::uint8_t {
    quantity,
    quality,
    timeliness,
    cost,
    economic,
    social,
    ecological,
    sustainable,
    satisfaction,
};

/// The words of plan/1 and library/1, in the order of the enumerators.
inline constexpr std::array<std::string_view, 9> category_names{
    "数量", "质量", "时效", "成本", "经济", "社会", "生态", "可持续", "满意度"};

[[nodiscard]] constexpr std::string_view name(IndicatorCategory category) {
    return category_names[static_cast<std::size_t>(category)];
}

/// Returns whether it is an output (产出指标): 数量, 质量, 时效 or 成本.
[[nodiscard]] constexpr bool is_output(IndicatorCategory category) {
    return category <= IndicatorCategory::cost;
}

/// Returns whether it is a benefit (效益指标): 经济, 社会, 生态 or 可持续. Satisfaction is a kind
/// of its own.
[[nodiscard]] constexpr bool is_benefit(IndicatorCategory category) {
    return category >= IndicatorCategory::economic && category <= IndicatorCategory::sustainable;
}

/// A target as written, and its number if it is one: "98%" is 49/50 and `percent`.
struct PlannedTarget {
    std::string text{}; ///< as written: "2600", "98%", or "明显提高", which is no number
    std::optional<Ratio> value{}; ///< a percentage as its share
    bool percent = false;
};

/// An indicator of a plan, with the target that it sets.
struct PlanIndicator {
    std::string id{};
    std::string name{};
    IndicatorCategory category = IndicatorCategory::quantity;
    std::optional<bool> quantified{};     ///< as the plan says; see is_quantified()
    std::optional<Direction> direction{}; ///< ">=", "<=", "=" or "level" (qualitative)
    std::optional<PlannedTarget> target{};
    std::string unit{};         ///< the target's, such as 亿元 or 家; "" if none is given
    std::optional<int> level{}; ///< 1 is 一级项目, 2 is 二级项目; empty if not given
    std::string code{};         ///< its code in an indicator library, or ""
    std::string objective{};    ///< the id of the objective that it measures, or ""
    std::optional<Decimal> points{};
    std::optional<Decimal> money{};
};

/// Returns whether the indicator is measured by a number: as the plan says, else true if the target
/// is a number, false if it goes by level; empty if neither is known.
[[nodiscard]] std::optional<bool> is_quantified(const PlanIndicator& indicator);

/// The number of indicators that a report announces without naming each.
struct DeclaredCount {
    std::optional<int> level{};
    std::optional<IndicatorCategory> category{};
    std::int64_t indicators = 0;
    std::optional<Decimal> quantified{}; ///< the printed share: "66.67%" is 0.6667
    std::string printed{};               ///< the same as written, "" if it is not
};

/// A duty of the department (部门职责).
struct Duty {
    std::string id{};
    std::string name{};
    std::string source{};
};

/// A task (工作任务), and the duties that it serves.
struct Task {
    std::string id{};
    std::string name{};
    std::vector<std::string> duties{}; ///< ids
};

/// An objective of a project (项目目标), in words.
struct Objective {
    std::string id{};
    std::string text{};
};

/// A project, its objectives and indicators.
struct Project {
    std::string id{};
    std::string name{};
    std::vector<std::string> tasks{}; ///< ids
    std::optional<Decimal> money{};   ///< in the plan's unit
    std::vector<Objective> objectives{};
    std::vector<PlanIndicator> indicators{};
    std::vector<DeclaredCount> declared{};
};

/// The subject of an adjustment.
enum class AdjustedField : std::uint8_t { target, money };

/// A dated change of a target or of money. Without a project and an indicator it changes the
/// department's budget.
struct PlanAdjustment {
    std::string id{};
    std::string date{};                    ///< the day on which it was requested
    std::optional<std::string> approved{}; ///< in force from this day; empty if never approved
    std::string project{};                 ///< an id, or ""
    std::string indicator{};               ///< an id, or ""
    AdjustedField field = AdjustedField::target;
    PlannedTarget from{};
    PlannedTarget to{};
    std::string reason{};
};

/// The content of a plan/1 document.
struct Plan {
    std::string id{};
    std::string title{};
    std::string subject_name{};
    std::optional<int> subject_year{};
    std::string source{};
    Language language = Language::zh;
    MoneyUnit unit = MoneyUnit::wan_yuan;
    std::optional<Decimal> budget{}; ///< the department's, in `unit`
    std::vector<Duty> duties{};
    std::vector<Task> tasks{};
    std::vector<Project> projects{};
    std::vector<PlanIndicator> indicators{}; ///< the department's own
    std::vector<DeclaredCount> declared{};   ///< of the department's own
    std::vector<PlanAdjustment> adjustments{};
};

/// Return the first project or indicator with this id, the department's indicators before those of
/// its projects; nullptr if there is none. O(plan).
[[nodiscard]] const Project* find_project(const Plan& plan, std::string_view id);
[[nodiscard]] const PlanIndicator* find_indicator(const Plan& plan, std::string_view id);

/// Returns the plan in force at the end of the day `date` ("YYYY-MM-DD"): targets and money after
/// each adjustment that was approved by then, in the order of approval (on one day: in that of the
/// document). Adjustments that name nothing in the plan change nothing; check_plan() reports them.
/// O((plan + adjustments) × log).
[[nodiscard]] Plan plan_at(const Plan& plan, std::string_view date);

namespace detail::plan {
struct LoadedPlan;
}

/// A plan and the text that it was read from. Immutable and cheap to copy (copies share); any
/// number of threads may use one at once.
class PlanDocument {
  public:
    /// Reads plan/1. Errors: json.*, limit.*, plan.* (heng, type, number, percent, count, date,
    /// word, missing-key, unknown-key, empty, unit, level, duplicate-id, adjustment), with status
    /// invalid_argument; all that are found in one pass. Linear in the text.
    [[nodiscard]] static Result<PlanDocument> parse(std::string_view json,
                                                    const Limits& limits = {});

    [[nodiscard]] const Plan& plan() const;

    /// Returns the document's text as it was read.
    [[nodiscard]] std::string_view text() const;

    /// For the library itself.
    [[nodiscard]] const detail::plan::LoadedPlan& loaded() const { return *loaded_; }

  private:
    explicit PlanDocument(std::shared_ptr<const detail::plan::LoadedPlan> loaded)
        : loaded_(std::move(loaded)) {}
    static Result<PlanDocument> parse_unguarded(std::string_view json, const Limits& limits);

    std::shared_ptr<const detail::plan::LoadedPlan> loaded_;
};

} // namespace heng
