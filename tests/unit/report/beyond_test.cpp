// SPDX-License-Identifier: Apache-2.0
//
// Drafts and pictures of sheets with scores above the points and below 0.
#include "support/bonus_rubric.hpp"

#include <heng/report/report.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace heng;
using test::bonus_facts;
using test::bonus_rubric;
using test::BonusFacts;

namespace {

std::string draft(const BonusFacts& given, ReportFormat format = ReportFormat::markdown) {
    const auto made = report(bonus_facts(bonus_rubric(), given), {}, format);
    REQUIRE_MESSAGE(made, (made ? "" : made.error().message));
    return *made;
}

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

/// The numbers of an attribute in the pictures.
std::vector<int> all_of(const std::string& html, const std::string& attribute) {
    std::vector<int> found;
    for (std::size_t at = html.find("<rect"); at != std::string::npos;
         at = html.find("<rect", at + 1)) {
        const std::size_t value = html.find(' ' + attribute + "=\"", at) + attribute.size() + 3;
        found.push_back(std::stoi(html.substr(value)));
    }
    return found;
}

} // namespace

TEST_CASE("report: bonuses, points below 0 and adjustments are said") {
    const std::string above = draft({.done = "1.12", .problems = 3, .awards = 2});
    CHECK(has(above, "加分情况："));
    CHECK(has(above, "1. **完成率**（加1分）："));
    CHECK(has(above, "2. **获奖加分**（加4分）："));
    CHECK(has(above, "加减分和等级限制："));
    CHECK(has(above, "总分：扣6分，101 → 95（每处问题扣2分）"));
    CHECK(has(above, "总分：等级不高于“良”，优 → 良（问题较多）"));
    const std::string below = draft({.late = 5});
    CHECK(has(below, "**报送**（失44分，其中倒扣4分）："));
    CHECK_FALSE(has(below, "加分情况"));
    CHECK_FALSE(has(below, "加减分和等级限制"));
    CHECK_FALSE(has(draft({.late = 2}), "其中倒扣"));
}

TEST_CASE("report: bars stay within the picture, whatever was scored") {
    const std::vector<BonusFacts> cases{
        {.done = "1.3", .awards = 3},
        {.done = "0", .problems = 9, .late = 9, .spent = "0"},
        {.done = "1.3", .problems = 9, .awards = 3, .late = 9, .spent = "0"},
        {.veto = 1},
        {}};
    for (const BonusFacts& each : cases) {
        const std::string html = draft(each, ReportFormat::html);
        const std::vector<int> x = all_of(html, "x");
        const std::vector<int> width = all_of(html, "width");
        REQUIRE(x.size() == width.size());
        REQUIRE_FALSE(x.empty());
        for (std::size_t i = 0; i < x.size(); ++i) {
            CHECK(x[i] >= 0);
            CHECK(width[i] > 0);
            CHECK(x[i] + width[i] <= 480);
        }
    }
}

TEST_CASE("report: the waterfall goes as far as a bonus leads, and below 0") {
    const std::string above = draft({.done = "1.12", .awards = 2}, ReportFormat::html);
    CHECK(has(above, "<svg class=\"waterfall\""));
    CHECK(has(above, "class=\"won\""));
    CHECK(has(above, ">+4<"));
    const std::string below =
        draft({.done = "0", .late = 9, .spent = "0"}, ReportFormat::html); // −4
    CHECK(has(below, "横轴自−4分起"));
    CHECK_FALSE(has(above, "横轴自−"));
}
