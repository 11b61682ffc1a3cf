// SPDX-License-Identifier: Apache-2.0
//
// Differences that bonuses, floors, counted adjustments and lowered grades make.
#include "support/bonus_rubric.hpp"

#include <heng/diff/diff.hpp>
#include <heng/scoring/render.hpp>
#include <heng/scoring/scoring.hpp>
#include <heng/verify/verify.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace heng;
using test::bonus_facts;
using test::bonus_rubric;
using test::bonus_text;
using test::BonusFacts;

namespace {

using Lines = std::vector<std::string>;

/// "adjustment total -8 problems", with what it is because of.
Lines parts(const Difference& difference) {
    Lines lines;
    Points sum;
    for (const ChangePart& each : difference.parts) {
        std::string line{name(each.kind)};
        line += ' ' + (each.item.empty() ? "total" : each.item) + ' ' + each.change.to_string();
        for (const Because& because : each.because) {
            line += ' ' + because.where;
        }
        lines.push_back(std::move(line));
        sum += each.change;
    }
    CHECK(sum == difference.change());
    return lines;
}

Difference compared(const Facts& first, const Facts& second) {
    auto difference = heng::difference(first, second);
    REQUIRE_MESSAGE(difference.has_value(), difference.error());
    return *difference;
}

std::string sheet_of(const Facts& facts) {
    const auto sheet = score(facts);
    REQUIRE_MESSAGE(sheet.has_value(), sheet.error());
    return to_json(*sheet, facts);
}

std::string with(std::string_view old, std::string_view now) {
    std::string text{bonus_text};
    const std::size_t at = text.find(old);
    REQUIRE(at != std::string::npos);
    return text.replace(at, old.size(), now);
}

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

const BonusFacts above{.done = "1.12", .awards = 2};               // 102, 优
const BonusFacts held{.done = "1.12", .problems = 3, .awards = 2}; // 96, 良

} // namespace

TEST_CASE("diff: an adjustment that counts lists the facts that it counts") {
    const RubricDocument rubric = bonus_rubric();
    const Difference difference = compared(bonus_facts(rubric, above), bonus_facts(rubric, held));
    CHECK(parts(difference) == Lines{"adjustment total -6 audit problems"});
    CHECK(difference.offset.empty());
    CHECK(difference.without_effect.empty());
    REQUIRE(difference.to.lowered.size() == 1);
    CHECK(difference.from.lowered.empty());
    CHECK(difference.to.lowered.front() == GradeLimit{"问题较多", "优", "良"});
    CHECK(has(to_text(difference), "现：问题较多，优 → 良"));
    CHECK(has(to_json(difference), "\"lowered_grade\""));
}

TEST_CASE("diff: a bonus that passes the branch's points is cut by its bound") {
    const RubricDocument rubric = bonus_rubric();
    const Difference difference =
        compared(bonus_facts(rubric, {}), bonus_facts(rubric, {.awards = 1}));
    CHECK(difference.change() == Points{});
    CHECK(parts(difference) == Lines{"fact b.2 2 awards", "bound b -2"});
    CHECK(has(to_text(difference), "以最高分或最低分为限"));
}

TEST_CASE("diff: two sheets alone tell the same") {
    const RubricDocument rubric = bonus_rubric();
    const auto difference =
        heng::difference(sheet_of(bonus_facts(rubric, above)), sheet_of(bonus_facts(rubric, held)));
    REQUIRE_MESSAGE(difference.has_value(), difference.error());
    CHECK(parts(*difference) == Lines{"adjustment total -6 audit"});
    REQUIRE(difference->to.lowered.size() == 1);
    CHECK(difference->to.lowered.front() == GradeLimit{"问题较多", "优", "良"});
    const auto below = heng::difference(
        sheet_of(bonus_facts(rubric, {})),
        sheet_of(bonus_facts(rubric, {.done = "0", .problems = 3, .late = 9, .spent = "0"})));
    REQUIRE_MESSAGE(below.has_value(), below.error());
    CHECK(below->change() == Points{"-105"});
    CHECK(parts(*below) == Lines{"fact a.1 -40 done", "fact a.2 -20 spent", "fact b.1 -44 late",
                                 "adjustment total -1 audit"});
}

TEST_CASE("diff: two rubrics that differ in extra, floor or an amount are told") {
    const RubricDocument rubric = bonus_rubric();
    const auto between = [&](const std::string& other, const BonusFacts& facts) {
        return compared(bonus_facts(rubric, facts), bonus_facts(bonus_rubric(other), facts));
    };
    CHECK(parts(between(with("problems * 2", "problems * 3"), {.problems = 2})) ==
          Lines{"adjustment total -2 audit adjustments.audit.deduct"});
    CHECK(parts(between(with(R"("each_at_most": "10")", R"("each_at_most": "4")"),
                        {.problems = 3})) ==
          Lines{"adjustment total 2 audit adjustments.audit.each_at_most"});
    CHECK(parts(between(with(R"("floor": "-4",
    "rule")",
                             R"("floor": "-2",
    "rule")"),
                        {.late = 9})) == Lines{"rule b.1 2 floor"});
    CHECK(
        parts(between(with(R"("points": "60", "extra": "3")", R"("points": "60", "extra": "0.5")"),
                      {.done = "1.12"})) == Lines{"bound a -0.5 a extra"});
}

TEST_CASE("verify: a sheet with bonuses and a lowered grade is scored again") {
    const Facts facts = bonus_facts(bonus_rubric(), held);
    std::string sheet = sheet_of(facts);
    const auto same = verify(sheet, facts);
    REQUIRE(same.has_value());
    CHECK(same->empty());
    for (const auto& [old, now] :
         std::vector<std::pair<std::string, std::string>>{{R"("after": "良")", R"("after": "优")"},
                                                          {R"("extra": "3")", R"("extra": "4")"},
                                                          {R"("floor": "-4")", R"("floor": "-3")"},
                                                          {R"("value": "6")", R"("value": "4")"}}) {
        std::string other = sheet;
        const std::size_t at = other.find(old);
        REQUIRE(at != std::string::npos);
        const auto found = verify(other.replace(at, old.size(), now), facts);
        REQUIRE(found.has_value());
        CHECK(found->listed.size() == 1);
    }
}
