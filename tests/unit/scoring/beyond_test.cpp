// SPDX-License-Identifier: Apache-2.0
//
// Sheets with scores above the points and below 0, in each form that people and programs read.
#include "support/bonus_rubric.hpp"

#include <heng/scoring/render.hpp>
#include <heng/scoring/scoring.hpp>

#include <doctest/doctest.h>

#include <string>

using namespace heng;
using test::bonus_facts;
using test::bonus_rubric;
using test::BonusFacts;

namespace {

struct Scored {
    Facts facts;
    ScoreSheet sheet;
};

Scored scored(const BonusFacts& given, std::string_view rubric = test::bonus_text) {
    Facts facts = bonus_facts(bonus_rubric(rubric), given);
    auto sheet = score(facts);
    REQUIRE_MESSAGE(sheet.has_value(), sheet.error());
    return {std::move(facts), std::move(*sheet)};
}

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

std::string with(std::string_view old, std::string_view now) {
    std::string text{test::bonus_text};
    const std::size_t at = text.find(old);
    REQUIRE(at != std::string::npos);
    return text.replace(at, old.size(), now);
}

} // namespace

TEST_CASE("sheet: adjustments in words, and what a bound changed") {
    const Scored above = scored({.done = "1.12", .awards = 2});
    const std::string text = to_text(above.sheet, above.facts);
    CHECK(has(text, "102.50%"));
    CHECK(has(text, "总分        100.00  102.00  102.00%"));
    CHECK(has(text, "总分：加1分，101 → 102（创新加分）"));
    CHECK(has(text, "管理：下级得分合计44分，不超过在计分的40分"));
    const Scored held = scored({.problems = 6});
    const std::string lowered = to_text(held.sheet, held.facts);
    CHECK(has(lowered, "总分：扣10分（已达上限），100 → 90（每处问题扣2分）"));
    CHECK(has(lowered, "总分：等级不高于“良”，优 → 良（问题较多）"));
    CHECK(has(lowered, "等级 良"));
    const Scored none = scored({});
    CHECK_FALSE(has(to_text(none.sheet, none.facts), "调整"));
}

TEST_CASE("sheet: a sum below the floor of its branch") {
    const Scored below =
        scored({.late = 9}, with(R"("points": "40", "floor": "-4", "indicators")",
                                 R"("points": "40", "floor": "-1", "indicators")"));
    CHECK(below.sheet.find("b")->score == Points{"-1"});
    const std::string text = to_text(below.sheet, below.facts);
    CHECK(has(text, "管理：下级得分合计−4分，不低于−1分"));
    CHECK(has(std::string{below.sheet.find("b")->why}, "得分不低于−1分"));
    const Scored within = scored({.late = 4});
    CHECK_FALSE(has(to_text(within.sheet, within.facts), "不低于"));
}

TEST_CASE("sheet: the bonus of the whole ends at its extra") {
    const Scored most =
        scored({.done = "1.3", .awards = 3}, with(R"("points": "40", "floor": "-4", "indicators")",
                                                  R"("points": "40", "extra": "9", "indicators")"));
    CHECK(most.sheet.total == Points{"105"});
    CHECK(has(to_text(most.sheet, most.facts), "总分：加1分，108 → 109，连同加分不超过105分"));
    CHECK(most.sheet.grade == "优");
}

TEST_CASE("sheet: extra and floor are told in JSON, and only where there are some") {
    const Scored s = scored({.done = "1.12", .problems = 3, .late = 5});
    const std::string json = to_json(s.sheet, s.facts);
    CHECK(has(json, R"("points": "100.00",
  "extra": "5",
  "floor": "-5",
  "rate": )"));
    CHECK(has(json, R"("points": "40.00",
      "extra": "3",
      "score": "41.00",
      "rate": "102.50%",
      "lost": "-1.00")"));
    CHECK(has(json, R"("points": "40",
      "floor": "-4",
      "score": "-4",)"));
    CHECK(has(json, R"("points": "20.00",
      "score": "20.00")"));
    CHECK(has(json, R"("kind": "deduct",
      "value": "6",)"));
    CHECK(has(json, R"("kind": "grade_at_most",
      "value": "良",)"));
    CHECK(has(to_csv(s.sheet), ",102.50%,-1.00,"));
    CHECK(has(to_csv(s.sheet), ",-10.00%,44,"));
    CHECK(has(to_markdown(s.sheet, s.facts), "| 102.50% |"));
    CHECK(has(to_html(s.sheet, s.facts), "102.50%"));
}
