// SPDX-License-Identifier: Apache-2.0
//
// Forms that print bonuses, scores below 0, totals after counted adjustments and lowered grades.
#include "support/bonus_rubric.hpp"

#include <heng/audit/audit.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace heng;
using test::bonus_rubric;
using test::bonus_text;
using test::BonusFacts;

namespace {

using Lines = std::vector<std::string>;

/// The findings of a form: "code pointer expected".
Lines found_in(const std::string& form, const RubricDocument& rubric = bonus_rubric()) {
    const auto report = audit(rubric, form);
    REQUIRE_MESSAGE(report.has_value(), report.error());
    Lines lines;
    for (const Finding& each : report->findings) {
        lines.push_back(each.code + ' ' + each.pointer + ' ' + each.expected.value_or(""));
    }
    return lines;
}

Lines found(const BonusFacts& facts, const std::string& published) {
    return found_in(facts.text(R"(, "published": )" + published));
}

/// The same where the form does not give this fact.
Lines found_without(const std::string& fact, const BonusFacts& facts,
                    const std::string& published) {
    std::string form = facts.text(R"(, "published": )" + published);
    const std::size_t at = form.find('"' + fact + "\": ");
    REQUIRE(at != std::string::npos);
    const std::size_t end = form.find_first_of(",}", at);
    const bool last = form[end] == '}'; // with the comma before it
    return found_in(last ? form.erase(form.rfind(',', at), end - form.rfind(',', at))
                         : form.erase(at, end + 1 - at));
}

const BonusFacts above{.done = "1.12", .awards = 2}; // 41, 20, 40, 4 of 5: b 40, total 102

} // namespace

TEST_CASE("audit: a form with a bonus is not accused") {
    CHECK(found(above, R"({"scores": {"a.1": "41", "a.2": "20", "a": "61", "b.1": "40",
                           "b.2": "4", "b": "40"}, "total": "102", "grade": "优"})")
              .empty());
    CHECK(found({.done = "1.3", .awards = 3},
                R"({"scores": {"a.1": "43", "a.2": "20", "b.1": "40", "b.2": "5", "b": "40"},
                    "total": "104"})")
              .empty());
    // the points of a bonus that a form prints are no weight
    CHECK(found(above, R"({"points": {"b.2": "5"}, "scores": {"a.1": "41", "b.2": "4"},
                           "total": "102"})")
              .empty());
}

TEST_CASE("audit: a score above its points and extra is") {
    CHECK(found(above, R"({"scores": {"a.1": "43.5"}})") ==
          Lines{"score-above-points /published/scores/a.1 43"});
    CHECK(found(above, R"({"scores": {"a.1": "43"}})") ==
          Lines{"score-mismatch /published/scores/a.1 41"});
    CHECK(found(above, R"({"scores": {"a.2": "20.5"}})") ==
          Lines{"score-above-points /published/scores/a.2 20"});
    CHECK(found(above, R"({"scores": {"b.2": "6"}})") ==
          Lines{"score-above-points /published/scores/b.2 5"});
    CHECK(found(above, R"({"total": "106"})") == Lines{"total-mismatch /published/total 102"});
}

TEST_CASE("audit: a score below 0 is right down to its floor") {
    const BonusFacts late{.late = 9}; // b.1 -4
    CHECK(found(late, R"({"scores": {"a.1": "40", "a.2": "20", "b.1": "-4", "b.2": "0",
                          "b": "-4"}, "total": "56"})")
              .empty());
    CHECK(found(late, R"({"scores": {"b.1": "-5"}})") ==
          Lines{"score-mismatch /published/scores/b.1 -4"});
    CHECK(found_without("late", late, R"({"scores": {"b.1": "-5"}})") ==
          Lines{"score-below-floor /published/scores/b.1 -4"});
    CHECK(found_without("late", late, R"({"scores": {"b.1": "-4"}})") ==
          Lines{"not-checked /published/scores/b.1 "});
    CHECK(found_without("spent", {}, R"({"scores": {"a.2": "-1"}})") ==
          Lines{"score-below-floor /published/scores/a.2 0"});
}

TEST_CASE("audit: a total after an adjustment that counts") {
    const BonusFacts problems{.problems = 4};
    const std::string scores = R"("scores": {"a.1": "40", "a.2": "20", "b.1": "40", "b.2": "0"})";
    CHECK(found(problems, "{" + scores + R"(, "total": "92"})").empty());
    CHECK(found(problems, "{" + scores + R"(, "total": "100"})") ==
          Lines{"total-mismatch /published/total 92"});
    // what it counts by is not given: 90 … 100 may be right
    for (const char* const total : {"92", "90", "100"}) {
        CAPTURE(total);
        CHECK(
            found_without("problems", problems, "{" + scores + R"(, "total": ")" + total + "\"}") ==
            (std::string{total} == "100" ? Lines{} : Lines{"not-checked /published/total "}));
    }
    CHECK(found_without("problems", problems, "{" + scores + R"(, "total": "89"})") ==
          Lines{"total-mismatch /published/total 100"});
}

TEST_CASE("audit: a grade that is lowered is no mismatch, and one that is not lowered is") {
    const BonusFacts problems{.problems = 4}; // 92, and 良
    CHECK(found(problems, R"({"total": "92", "grade": "良"})").empty());
    CHECK(found(problems, R"({"total": "92", "grade": "优"})") ==
          Lines{"grade-mismatch /published/grade 良"});
    CHECK(found(problems, R"({"total": "92", "grade": "中"})") ==
          Lines{"grade-mismatch /published/grade 良"});
    CHECK(found({.problems = 2}, R"({"total": "96", "grade": "良"})") ==
          Lines{"grade-mismatch /published/grade 优"});
    CHECK(found({.problems = 4, .late = 2}, R"({"total": "72", "grade": "中"})").empty());
    // whether it is lowered can't be told
    const std::string scores =
        R"({"scores": {"a.1": "40", "a.2": "20", "b.1": "40", "b.2": "0"}, )";
    const Lines open{"not-checked /published/total ", "not-checked /published/grade "};
    CHECK(found_without("problems", problems, scores + R"("total": "92", "grade": "良"})") == open);
    CHECK(found_without("problems", problems, scores + R"("total": "92", "grade": "优"})") == open);
    CHECK(found_without("problems", problems, scores + R"("total": "92", "grade": "差"})") ==
          Lines{"not-checked /published/total ", "grade-mismatch /published/grade 优"});
}
