// SPDX-License-Identifier: Apache-2.0
#include "base/json/advice.hpp"
#include "base/text/utf8.hpp"
#include "plan/names.hpp"
#include "plan/plan_checks.hpp"

#include <map>

namespace heng::detail::plan {
namespace {

using json::Json;
using text::Sentence;

constexpr Sentence twice{"the indicator \"{0}\" is named twice: it is also number {1} of the list",
                         "指标“{0}”重复列出：与本列表第{1}项相同"};
constexpr Sentence no_direction{
    "the target {0} has no direction: say whether more or less is better (\">=\", \"<=\", \"=\")",
    "目标值{0}没有方向：请写明是不低于、不高于还是等于（“>=”“<=”“=”）"};
constexpr Sentence no_unit{"the target {0} has no unit", "目标值{0}没有计量单位"};
constexpr Sentence no_number{"the target \"{0}\" is a text where a number is meant",
                             "目标值“{0}”是文字，此处应为数"};
constexpr Sentence no_target{"the indicator \"{0}\" is quantified and has no target",
                             "定量指标“{0}”没有目标值"};
constexpr Sentence no_targets{"no target: {0} of {1} indicator{s}", "{1}项指标中有{0}项没有目标值"};
constexpr Sentence not_quantified{"the indicator \"{0}\" is said not to be quantified, and its "
                                  "target {1} is a number",
                                  "指标“{0}”标为非量化，而目标值{1}是数"};
constexpr Sentence by_level{"the indicator \"{0}\" is said to be quantified, and goes by level",
                            "指标“{0}”标为量化，却按定性等级评价"};

void check_target(PlanChecks& checks, const PlanIndicator& indicator, Json at) {
    Findings& findings = checks.findings;
    const std::string shown = text::shortened(indicator.name);
    const bool level = indicator.direction == Direction::level;
    if (level && indicator.quantified == true) {
        findings.add({"quantified-contradiction"}, member_of(at, "quantified"), by_level(shown));
    }
    if (!indicator.target || level) {
        if (!level && indicator.quantified == true) {
            findings.add({"target-missing"}, at, no_target(shown));
        }
        return;
    }
    const PlannedTarget& target = *indicator.target;
    const Json where = member_of(at, "target");
    const bool is_day = json::is_date(target.text) && // a rule by date scores it
                        indicator.direction.value_or(Direction::at_most) == Direction::at_most;
    if (is_day) {
        if (!indicator.direction) {
            findings.add({"target-without-direction"}, where, no_direction(target.text));
        }
        return;
    }
    if (!target.value) {
        if (indicator.quantified.value_or(true)) {
            findings.add({"target-not-a-number", Severity::error}, where,
                         no_number(text::shortened(target.text)));
        }
        return;
    }
    if (indicator.quantified == false) {
        findings.add({"quantified-contradiction"}, member_of(at, "quantified"),
                     not_quantified(shown, target.text));
    }
    if (!indicator.direction) {
        findings.add({"target-without-direction"}, where, no_direction(target.text));
    }
    if (indicator.unit.empty() && !target.percent) {
        findings.add({"target-without-unit"}, where, no_unit(target.text));
    }
}

void check_list(PlanChecks& checks, const std::vector<PlanIndicator>& indicators,
                const std::vector<Json>& places, Json list) {
    std::map<std::string, std::size_t> numbers;
    std::size_t without = 0;
    for (std::size_t i = 0; i < indicators.size(); ++i) {
        const PlanIndicator& each = indicators[i];
        const auto [first, is_new] = numbers.emplace(normalised(each.name), i + 1);
        if (!is_new) {
            checks.findings.add({"indicator-twice"}, member_of(places[i], "name"),
                                twice(each.name, std::to_string(first->second)));
        }
        check_target(checks, each, places[i]);
        const bool unsaid = !each.quantified && each.direction != Direction::level;
        without += !each.target && unsaid ? 1U : 0U;
    }
    if (without > 0) { // one sentence for all: a report that names its indicators prints no targets
        checks.findings.add({"target-missing", Severity::note}, member_of(list, "indicators"),
                            no_targets(std::to_string(without), std::to_string(indicators.size())));
    }
}

} // namespace

void check_indicators(PlanChecks& checks) {
    check_list(checks, checks.plan.indicators, checks.places.indicators, checks.root);
    for (std::size_t i = 0; i < checks.plan.projects.size(); ++i) {
        const ProjectPlaces& places = checks.places.projects[i];
        check_list(checks, checks.plan.projects[i].indicators, places.indicators, places.at);
    }
}

} // namespace heng::detail::plan
