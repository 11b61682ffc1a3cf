// SPDX-License-Identifier: Apache-2.0
//
// A rubric with a bonus within points (a.1), one without points (b.2), a deduction below 0 (b.1),
// and an adjustment of each new shape; and facts for it.
//
//     const Facts facts = bonus_facts(bonus_rubric(), {.done = "1.12", .awards = 2});
#pragma once

#include <heng/document/rubric_document.hpp>
#include <heng/facts/facts.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace heng::test {

inline constexpr std::string_view bonus_text = R"--({"heng": "rubric/1", "id": "bonus",
 "title": "加分与倒扣", "basis": "local", "language": "zh", "unit": "万元", "points": "100",
 "extra": "5", "floor": "-5",
 "rounding": {"scale": 2, "mode": "half-up", "at": ["leaf", "total"]},
 "grades": [{"in": ">= 90", "grade": "优"}, {"in": "[80..90)", "grade": "良"},
            {"in": "[60..80)", "grade": "中"}, {"in": "< 60", "grade": "差"}],
 "inputs": {"done": {"type": "percent", "label": "完成率", "minimum": "0", "maximum": "3"},
  "problems": {"type": "count", "label": "问题数"}, "veto": {"type": "count", "label": "违纪数"},
  "awards": {"type": "count", "label": "获奖数"}, "late": {"type": "count", "label": "迟报次数"},
  "budget": {"type": "money", "label": "预算数", "minimum": "0"},
  "spent": {"type": "money", "label": "执行数"}},
 "indicators": [
  {"id": "a", "name": "产出", "points": "60", "extra": "3", "indicators": [
   {"id": "a.1", "name": "完成率", "points": "40", "extra": "3", "measure": "done",
    "rule": {"kind": "steps", "base": "40", "norm": "1",
     "above": {"every": "0.05", "add": "0.5", "part": "whole", "at_most": "3"},
     "below": {"every": "0.01", "deduct": "1", "part": "started"}}},
   {"id": "a.2", "name": "执行率", "points": "20", "measure": "spent / budget",
    "rule": {"kind": "proportional"},
    "not_applicable": {"when": "budget = 0", "treat_as": "full"}}]},
  {"id": "b", "name": "管理", "points": "40", "floor": "-4", "indicators": [
   {"id": "b.1", "name": "报送", "points": "40", "floor": "-4",
    "rule": {"kind": "occurrences", "each": [{"count": "late", "deduct": "10", "label": "迟报"}]}},
   {"id": "b.2", "name": "获奖加分", "points": "0", "extra": "5", "measure": "awards",
    "rule": {"kind": "tally", "each": "2"}}]}],
 "adjustments": [
  {"id": "audit", "deduct": "problems * 2", "each_at_most": "10", "reason": "每处问题扣2分"},
  {"id": "veto", "when": "veto >= 1", "set": "0", "reason": "一票否决"},
  {"id": "innovation", "when": "awards >= 2", "add": "1", "reason": "创新加分"},
  {"id": "cap", "when": "problems >= 3", "grade_at_most": "良", "reason": "问题较多"}]})--";

inline RubricDocument bonus_rubric(std::string_view text = bonus_text) {
    auto rubric = RubricDocument::parse(text);
    REQUIRE_MESSAGE(rubric.has_value(), rubric.error());
    return *rubric;
}

struct BonusFacts {
    std::string done = "1";
    int problems = 0;
    int veto = 0;
    int awards = 0;
    int late = 0;
    std::string spent = "100";

    [[nodiscard]] std::string text(const std::string& beside = "") const {
        return R"({"heng": "facts/1", "unit": "万元", "data": {"done": ")" + done +
               R"(", "problems": )" + std::to_string(problems) + R"(, "veto": )" +
               std::to_string(veto) + R"(, "awards": )" + std::to_string(awards) + R"(, "late": )" +
               std::to_string(late) + R"(, "budget": "100", "spent": ")" + spent + "\"}" + beside +
               '}';
    }
};

inline Facts bonus_facts(const RubricDocument& rubric, const BonusFacts& facts) {
    auto read = Facts::parse(rubric, facts.text());
    REQUIRE_MESSAGE(read.has_value(), read.error());
    return *read;
}

} // namespace heng::test
