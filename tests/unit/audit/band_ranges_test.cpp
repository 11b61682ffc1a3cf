// SPDX-License-Identifier: Apache-2.0
//
// An audit of a form whose printed scores are a person's, within the band that the data are in.
#include "support/late_report.hpp"

#include <heng/audit/audit.hpp>
#include <heng/document/rubric_document.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace heng;

namespace {

/// The findings about scores of a form that prints these, with what was expected.
std::vector<std::string> found(const std::string& days, const std::string& given,
                               const std::string& published) {
    const auto rubric = RubricDocument::parse(test::late_rubric());
    REQUIRE_MESSAGE(rubric.has_value(), rubric.error());
    const std::string text = test::late_facts(days, given, R"(, "published": {)" + published + '}');
    const auto report = audit(*rubric, text);
    REQUIRE_MESSAGE(report.has_value(), report.error());
    std::vector<std::string> lines;
    for (const Finding& each : report->findings) {
        if (each.severity != Severity::note) {
            lines.push_back(each.code + " " + each.pointer + ": " + each.message + " | " +
                            each.expected.value_or(""));
        }
    }
    return lines;
}

using Lines = std::vector<std::string>;

std::string scores(const std::string& late, const std::string& total = "") {
    return R"("scores": {"late": ")" + late + R"(", "paid": "1"})" +
           (total.empty() ? "" : R"(, "total": ")" + total + '"');
}

} // namespace

TEST_CASE("ranges, audit: any score within the band is right, and counts in the total") {
    for (const char* printed : {"6", "6.5", "7", "7.00"}) {
        INFO(printed);
        CHECK(found("20", "", scores(printed)).empty());
    }
    CHECK(found("20", "", scores("6.5", "7.5")).empty());
    CHECK(found("20", "", scores("6.5", "8.5")).size() == 1);
    CHECK(found("15", "", scores("8", "9")).empty());
}

TEST_CASE("ranges, audit: a score outside of it names the range") {
    CHECK(found("20", "", scores("7.01")) ==
          Lines{"score-mismatch /published/scores/late: “报送时效”填7.01分（分值8），"
                "按数据所在的一档应在6到7分之间 | 6–7"});
    CHECK(found("20", "", scores("5.99")).size() == 1);
    CHECK(found("31", "", scores("6")) ==
          Lines{"score-mismatch /published/scores/late: “报送时效”填6分（分值8），"
                "按数据所在的一档应在4到5分之间 | 4–5"});
    CHECK(found("46", "", scores("4")).size() == 1);
}

TEST_CASE("ranges, audit: an assessed score in the facts is what is to be printed") {
    CHECK(found("20", "6.5", scores("6.5")).empty());
    CHECK(found("20", "6.5", scores("7")) ==
          Lines{"score-mismatch /published/scores/late: “报送时效”填7分，而评定的是6.5分 | 6.5"});
    // it is outside of the band itself: what is printed is checked as a range
    CHECK(found("20", "8", scores("8")).size() == 1);
    CHECK(found("20", "8", scores("7")).empty());
}

TEST_CASE("ranges, audit: the form's own points scale the range") {
    const std::string own = R"(, "points": {"late": "4", "paid": "1"})";
    CHECK(found("20", "", R"("scores": {"late": "3.5", "paid": "0.5"})" + own).empty());
    CHECK(found("20", "", R"("scores": {"late": "3", "paid": "0.5"})" + own).empty());
    const auto low = found("20", "", R"("scores": {"late": "2.99", "paid": "0.5"})" + own);
    REQUIRE(low.size() == 1);
    CHECK(low.front().ends_with("3–3.5"));
}
