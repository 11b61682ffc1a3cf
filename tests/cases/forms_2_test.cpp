// SPDX-License-Identifier: Apache-2.0
//
// Nine more published forms (tests/cases/forms-2; each says its source), recomputed by hand: every
// defect is found at its place, nothing else is an error or a warning, and what recomputing gives
// is what was worked out by hand.
#include "support/files.hpp"

#include <heng/audit/audit.hpp>
#include <heng/document/builtin.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

using namespace heng;

namespace {

struct Form {
    std::string file;
    std::string rubric;
    std::vector<std::string> findings; ///< that were found by hand
    std::vector<std::string> notes;    ///< what is told beside them, and is no accusation
    std::vector<std::pair<std::string, std::string>> scores; ///< recomputed, to two places
    std::string total;                                       ///< "" where it can't be told
};

const std::vector<Form> forms{
    {"anhui-employment-2024", "project-2020", {}, {}, {{"execution", "8.58"}}, ""},
    {"anhui-relief-2019",
     "project-2020",
     {"missed-not-by-rule /data/targets/3/published",
      "missed-not-by-rule /data/targets/7/published", "far-above-target /data/targets/2/actual",
      "far-above-target /data/targets/6/actual", "same-fact-two-standards /data/targets/8"},
     {},
     {{"execution", "10.00"},
      {"targets#1", "5.00"},
      {"targets#2", "5.00"},
      {"targets#3", "5.00"},
      {"targets#4", "4.84"},
      {"targets#5", "10.00"},
      {"targets#6", "5.00"},
      {"targets#7", "5.00"},
      {"targets#8", "9.09"},
      {"targets#9", "30.00"}},
     "88.93"},
    {"hebei-school-2019",
     "project-2020",
     {"score-mismatch /published/scores/execution", "missed-not-by-rule /data/targets/0/published",
      "same-fact-two-standards /data/targets/0"},
     {},
     {{"execution", "8.62"},
      {"targets#1", "8.62"},
      {"targets#2", "10.00"},
      {"targets#3", "10.00"},
      {"targets#4", "10.00"},
      {"targets#5", "10.00"},
      {"targets#6", "10.00"},
      {"targets#7", "10.00"},
      {"targets#8", "10.00"},
      {"targets#9", "10.00"}},
     "97.24"},
    {"hubei-school-repair-2022",
     "examples/audit/hubei-project-2020.json",
     {"missed-not-by-rule /data/targets/8/published"},
     {"not-checked /published/total"},
     {{"execution", "20.00"},
      {"targets#1", "10.00"},
      {"targets#2", "10.00"},
      {"targets#3", "10.00"},
      {"targets#4", "10.00"},
      {"targets#5", "10.00"},
      {"targets#6", "10.00"},
      {"targets#7", "7.00"},
      {"targets#8", "7.00"},
      {"targets#9", "5.97"}},
     "99.97"},
    {"hunan-district-dept-2022",
     "hunan-district-2022",
     {},
     {"not-checked /published/scores/staff", "not-checked /published/scores/three",
      "not-checked /published/scores/done", "not-checked /published/scores/control",
      "not-checked /published/scores/area"},
     {},
     ""},
    {"shandong-exante-2020",
     "tests/cases/forms-2/shandong-exante-2020.rubric.json",
     {},
     {},
     {},
     "90.50"},
    {"shanghai-sports-2022-b",
     "project-2020",
     {"breakdown-mismatch /data/sources/annual/total",
      "breakdown-mismatch /data/sources/executed/total"},
     {},
     {{"execution", "4.52"}},
     ""},
    {"shanxi-county-medical-2020",
     "project-2020",
     {"score-mismatch /published/scores/execution", "missed-not-by-rule /data/targets/0/published",
      "met-but-below-full /data/targets/4/published",
      "met-but-below-full /data/targets/5/published", "total-mismatch /published/total"},
     {},
     {{"execution", "9.91"},
      {"targets#1", "14.86"},
      {"targets#2", "15.00"},
      {"targets#3", "10.00"},
      {"targets#4", "10.00"},
      {"targets#5", "30.00"},
      {"targets#6", "10.00"}},
     "99.77"},
    {"yunnan-county-agri-2019",
     "examples/audit/hubei-project-2020.json",
     {"score-above-points /data/targets/2/published",
      "score-above-points /data/targets/3/published",
      "score-above-points /data/targets/4/published"},
     {"below-full-without-reason /data/targets"},
     {{"execution", "2.89"},
      {"targets#1", "8.00"},
      {"targets#2", "7.28"},
      {"targets#3", "20.00"},
      {"targets#4", "10.00"},
      {"targets#5", "10.00"}},
     "58.17"},
};

RubricDocument rubric_of(const std::string& name) {
    auto rubric = name.ends_with(".json") ? RubricDocument::parse(test::file(name)) : builtin(name);
    REQUIRE_MESSAGE(rubric.has_value(), name);
    return *rubric;
}

std::string text_of(const std::string& file) {
    return test::file("tests/cases/forms-2/" + file + ".json");
}

AuditReport audited(const std::string& rubric, const std::string& text) {
    auto report = audit(rubric_of(rubric), text);
    REQUIRE(report.has_value());
    return *report;
}

std::vector<std::string> found(const AuditReport& report, bool notes) {
    std::vector<std::string> lines;
    for (const Finding& each : report.findings) {
        if ((each.code == "not-checked") == notes) {
            lines.push_back(each.code + ' ' + each.pointer);
        }
    }
    std::sort(lines.begin(), lines.end());
    return lines;
}

std::vector<std::string> sorted(std::vector<std::string> lines) {
    std::sort(lines.begin(), lines.end());
    return lines;
}

} // namespace

TEST_CASE("each defect that was found by hand is found, and no other") {
    for (const Form& form : forms) {
        CAPTURE(form.file);
        const AuditReport report = audited(form.rubric, text_of(form.file));
        std::vector<std::string> wanted = form.findings;
        std::vector<std::string> open;
        for (const std::string& each : form.notes) {
            (each.starts_with("not-checked") ? open : wanted).push_back(each);
        }
        CHECK(found(report, false) == sorted(wanted));
        CHECK(found(report, true) == sorted(open));
    }
}

TEST_CASE("what is recomputed is what was worked out by hand") {
    for (const Form& form : forms) {
        CAPTURE(form.file);
        const AuditReport report = audited(form.rubric, text_of(form.file));
        for (const auto& wanted : form.scores) {
            CAPTURE(wanted.first);
            const auto own =
                std::find_if(report.scores.begin(), report.scores.end(),
                             [&](const auto& each) { return each.first == wanted.first; });
            REQUIRE(own != report.scores.end());
            CHECK(own->second == wanted.second);
        }
        CHECK(report.total.value_or("") == form.total);
    }
}

TEST_CASE("a form of rules and scores without data was not checked, and that is no success") {
    const AuditReport report = audited("hunan-district-2022", text_of("hunan-district-dept-2022"));
    CHECK(report.checked.compared == 0);
    CHECK(report.checked.not_compared == 5);
    CHECK_FALSE(report.is_clean());
    CHECK(audited("project-2020", text_of("anhui-employment-2024")).checked ==
          Checked{5, 0, 0, {}});
}

TEST_CASE("one paragraph of reasons serves the whole form") {
    std::string text = text_of("yunnan-county-agri-2019");
    const auto at = text.find("\"published\": {\n  \"scores\"");
    REQUIRE(at != std::string::npos);
    text.insert(at + 14, "\"reasons\": \"部分农户外出务工，产业见效慢\",");
    const AuditReport report = audited("examples/audit/hubei-project-2020.json", text);
    CHECK(found(report, false) ==
          std::vector<std::string>{"score-above-points /data/targets/2/published",
                                   "score-above-points /data/targets/3/published",
                                   "score-above-points /data/targets/4/published"});
}

TEST_CASE("how the scores came about is told") {
    const AuditReport agri =
        audited("examples/audit/hubei-project-2020.json", text_of("yunnan-county-agri-2019"));
    CHECK(agri.findings.at(1).message ==
          "“新型经营主体实现产值”填31.9分，超过它的分值20分；20×159.59%＝31.92，没有封顶");
    const AuditReport school = audited("project-2020", text_of("hebei-school-2019"));
    CHECK(school.findings.back().message ==
          "“预算执行率”填9分（分值10），按规则应为8.62分；是取整到整数分");
}
