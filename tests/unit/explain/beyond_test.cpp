// SPDX-License-Identifier: Apache-2.0
//
// Explanations of bonuses, scores below 0, adjustments that count, and grades that are lowered.
#include "support/bonus_rubric.hpp"

#include <heng/explain/explain.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace heng;
using test::bonus_facts;
using test::bonus_rubric;
using test::BonusFacts;

namespace {

using Lines = std::vector<std::string>;

Explanation explained(const BonusFacts& facts) {
    auto explanation = explain(bonus_facts(bonus_rubric(), facts));
    REQUIRE_MESSAGE(explanation.has_value(), explanation.error());
    return *explanation;
}

std::string_view word(LostPart::Kind kind) {
    switch (kind) {
    case LostPart::Kind::rule:
        return "rule";
    case LostPart::Kind::adjustment:
        return "adjustment";
    case LostPart::Kind::rounding:
        return "rounding";
    case LostPart::Kind::rescaling:
        return "rescaling";
    case LostPart::Kind::bound:
        break;
    }
    return "bound";
}

/// "b bound 4", and the sum of all.
Lines lost(const Explanation& explanation, Points& sum) {
    Lines lines;
    for (const LostPart& each : explanation.lost) {
        const std::string item = each.item ? explanation.sheet.items[*each.item].id : "total";
        lines.push_back(item + ' ' + std::string{word(each.kind)} + ' ' + each.lost.to_string());
        sum += each.lost;
    }
    return lines;
}

const ItemExplanation& of(const Explanation& explanation, std::string_view id) {
    for (const ItemExplanation& each : explanation.items) {
        if (explanation.sheet.items[each.item].id == id) {
            return each;
        }
    }
    FAIL("no such item");
    return explanation.items.front();
}

/// "done 1.12 -> 1.3: 43"
Lines ways(const std::vector<WhatIf>& all) {
    Lines lines;
    for (const WhatIf& each : all) {
        lines.push_back(each.path + ' ' + each.from + " -> " + each.to + ": " +
                        each.score.to_string());
    }
    return lines;
}

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("explain: what a bonus wins is a gain, and the parts sum up to points less total") {
    const Explanation both = explained({.done = "1.12", .awards = 2});
    Points sum;
    CHECK(lost(both, sum) ==
          Lines{"a.1 rule -1", "b bound 4", "b.2 rule -4", "total adjustment -1"});
    CHECK(both.sheet.total == Points{"102"});
    CHECK(sum == Points{"-2"});
    const std::string text = to_text(both);
    CHECK(has(text, "总分102.00 / 100.00，超出满分2分，等级优"));
    CHECK(has(text, "产出 › 完成率：加分"));
    CHECK(has(text, "管理：超过上限不计"));
    CHECK(has(text, "完成率　41 / 40，加1分"));
    CHECK_FALSE(has(text, "失−"));
}

TEST_CASE("explain: a score below 0 loses more than its points, and the floor gives some back") {
    const Explanation below = explained({.done = "0", .late = 9, .spent = "0"});
    Points sum;
    CHECK(below.sheet.total == Points{"-4"});
    CHECK(lost(below, sum) == Lines{"a.1 rule 40", "a.2 rule 20", "b.1 rule 44"});
    CHECK(sum == Points{"104"});
    const Explanation deducted = explained({.done = "0", .problems = 3, .late = 9, .spent = "0"});
    CHECK(deducted.sheet.total == Points{"-5"}); // 6 points are deducted, down to the floor
    Points more;
    CHECK(lost(deducted, more).back() == "total adjustment 1");
    CHECK(more == Points{"105"});
}

TEST_CASE("explain: an adjustment by count has its line, and the fact that undoes it") {
    const Explanation counted = explained({.problems = 7});
    Points sum;
    CHECK(lost(counted, sum) == Lines{"total adjustment 10"});
    CHECK(ways(counted.recover).front() == "problems 7 -> 0: 100");
    CHECK(has(to_text(counted), "每处问题扣2分：扣10分（已达上限），100 → 90"));
    const Explanation fewer = explained({.problems = 2});
    CHECK(has(to_text(fewer), "每处问题扣2分：扣4分，100 → 96"));
    CHECK_FALSE(has(to_text(fewer), "已达上限"));
}

TEST_CASE("explain: a bonus that is open is no lost point, and stands apart") {
    const Explanation full = explained({.done = "1.00"});
    Points sum;
    CHECK(lost(full, sum).empty());
    const ItemExplanation& done = of(full, "a.1");
    CHECK(done.recover.empty());
    CHECK(done.open_bonus == Points{"3"});
    CHECK(ways(done.bonus) == Lines{"done 1.00 -> 1.30: 43", "done 1.00 -> 1.05: 40.5"});
    const ItemExplanation& prizes = of(full, "b.2");
    CHECK(prizes.open_bonus == Points{"5"});
    CHECK(ways(prizes.bonus).front() == "awards 0 -> 3: 5");
    CHECK(of(full, "a.2").open_bonus == Points{});
    CHECK(full.open_bonus == Points{"5"});
    const std::string text = to_text(full);
    CHECK(has(text, "还可加3分"));
    CHECK(has(text, "还可加5分"));
    const Explanation all = explained({.done = "1.3", .awards = 3});
    CHECK(of(all, "a.1").open_bonus == Points{});
    CHECK(of(all, "a.1").bonus.empty());
}

TEST_CASE("explain: lost points are won back without counting what a bonus adds") {
    const Explanation below = explained({.done = "0.955"});
    const ItemExplanation& done = of(below, "a.1");
    REQUIRE_FALSE(done.recover.empty());
    CHECK(ways(done.recover).front() == "done 0.955 -> 1.000: 40");
    CHECK(done.recover.front().gained == Points{"5"});
    REQUIRE_FALSE(done.bonus.empty());
    CHECK(ways(done.bonus).front() == "done 0.955 -> 1.300: 43");
    CHECK(has(to_text(below), "得回5分、加3分"));
}

TEST_CASE("explain: a grade that is lowered has a line, and what brings it back") {
    const Explanation lowered = explained({.done = "1.12", .problems = 3, .awards = 3});
    CHECK(lowered.sheet.total == Points{"96"});
    REQUIRE(lowered.lowered.size() == 1);
    const LoweredGrade& grade = lowered.lowered.front();
    CHECK(grade.reason == "问题较多");
    CHECK(grade.before == "优");
    CHECK(grade.after == "良");
    REQUIRE(grade.recover.size() == 1);
    CHECK(grade.recover.front().path == "problems");
    CHECK(grade.recover.front().to == "2");
    CHECK(grade.recover.front().grade == "优");
    CHECK(grade.recover.front().total == Points{"98"});
    CHECK_FALSE(lowered.up.has_value()); // no total raises it
    REQUIRE(lowered.down.has_value());
    CHECK(lowered.down->grade == "中");
    const std::string text = to_text(lowered);
    CHECK(has(text, "问题较多：等级由“优”降为“良”，分数不变"));
    CHECK(has(text, "问题数 3 → 2（−1）：等级不再受限，总分98（+2），等级优"));
    CHECK(has(text, "等级受限，总分再高也不升等"));
    const std::string json = to_json(lowered);
    CHECK(has(json, "\"lowered_grade\""));
    const Explanation same = explained({.problems = 4, .late = 2}); // 良 or worse as it is
    CHECK(same.lowered.empty());
    CHECK_FALSE(has(to_json(same), "\"lowered_grade\""));
}
