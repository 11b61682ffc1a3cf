// SPDX-License-Identifier: Apache-2.0
//
// Published forms, audited: every defect that recomputing them by hand found is found, at its
// place, and nothing else; and odd forms, which are audited as far as they go.
#include "base/json/json.hpp"
#include "support/files.hpp"

#include <heng/audit/audit.hpp>
#include <heng/document/builtin.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace heng;

namespace {

RubricDocument rubric_of(const std::string& name) {
    auto rubric = name.ends_with(".json") ? RubricDocument::parse(test::file(name)) : builtin(name);
    REQUIRE_MESSAGE(rubric.has_value(), name);
    return *rubric;
}

std::vector<std::string> found(const AuditReport& report) {
    std::vector<std::string> lines;
    for (const Finding& each : report.findings) {
        lines.push_back(each.code + ' ' + each.pointer);
    }
    return lines;
}

struct Form {
    std::string file;
    std::string rubric;
    std::vector<std::string> findings;
};

// Two findings are not in the forms' own notes: 39.93 % is 767.86 ÷ 1922.76 cut, not rounded
// (39.935 %), and two targets that were passed by 200 % and 133 % without a word.
const std::vector<Form> forms{
    {"yunnan-yongde-2022",
     "project-2020",
     {"met-but-below-full /data/targets/2/published",
      "missed-not-by-rule /data/targets/5/published"}},
    {"hubei-ezhou-2019",
     "project-2020",
     {"weights-not-100 /data/targets", "missed-not-by-rule /data/targets/3/published",
      "score-from-rounded-rate /published/scores/execution", "total-mismatch /published/total"}},
    {"hubei-changjiang-2020", "project-2020", {}},
    {"hubei-changjiang-2020", "examples/audit/hubei-project-2020.json", {}},
    {"sichuan-zhongjiang-2022",
     "project-2020",
     {"weights-not-100 /data/targets", "actual-repeats-target /data/targets/0/actual",
      "total-mismatch /published/total"}},
    {"anhui-chizhou-2022",
     "project-2020",
     {"zero-denominator /data/budget/annual", "far-above-target /data/targets/5/actual"}},
    {"chongqing-media-2021",
     "examples/audit/chongqing-department-2021.json",
     {"points-without-actual /data/targets/1/published", "same-fact-two-standards /data/targets/3",
      "points-without-actual /data/targets/7/published",
      "missed-not-by-rule /data/targets/8/published", "far-above-target /data/targets/14/actual",
      "points-without-actual /data/targets/16/published", "not-checked /published/total"}},
    {"hunan-unit-2018",
     "hunan-unit-2018",
     {"ratio-mismatch /published/rates/process.execution.control"}},
    {"hunan-yueyang",
     "yueyang-department-2018",
     {"not-checked /published/scores/input.staff",
      "not-checked /published/scores/input.three_public",
      "not-checked /published/scores/input.priority",
      "not-checked /published/scores/process.adjustment",
      "not-checked /published/scores/process.payment",
      "not-checked /published/scores/process.three_public",
      "not-checked /published/scores/process.policies"}},
    {"xuancheng-narcotics-2021", "project-2020", {"far-above-target /data/targets/0/actual"}},
    {"xiangyang-hospital-2021", "project-2020", {}},
    {"laoting-2021", "project-2020", {"score-above-points /published/scores/execution"}},
    {"daying-justice-2023",
     "project-2020",
     {"actual-not-a-number /data/targets/0/actual", "not-checked /published/total"}},
    {"anju-food-2021", "project-2020", {"not-checked /published/total"}},
};

const Finding& finding(const AuditReport& report, std::string_view code) {
    for (const Finding& each : report.findings) {
        if (each.code == code) {
            return each;
        }
    }
    FAIL("no finding ", code);
    return report.findings.front();
}

AuditReport audited(const std::string& file) {
    auto report = audit(rubric_of("project-2020"), test::file("examples/audit/" + file + ".json"));
    REQUIRE(report.has_value());
    return *report;
}

} // namespace

TEST_CASE("what recomputing the published forms found, and nothing else") {
    for (const Form& form : forms) {
        CAPTURE(form.file);
        CAPTURE(form.rubric);
        const auto report =
            audit(rubric_of(form.rubric), test::file("examples/audit/" + form.file + ".json"));
        REQUIRE(report.has_value());
        CHECK(found(*report) == form.findings);
        for (const Finding& each : report->findings) {
            CHECK(each.place.line > 1);
        }
    }
}

TEST_CASE("how a wrong figure came about, with the numbers") {
    const AuditReport ezhou = audited("hubei-ezhou-2019");
    const Finding& rate = finding(ezhou, "score-from-rounded-rate");
    CHECK(rate.expected == "5.96");
    CHECK(rate.found == "6");
    CHECK(rate.message == "“预算执行率”填6分，是按取整后的60%计的；按精确值应为5.96分");
    const Finding& total = finding(ezhou, "total-mismatch");
    CHECK(total.expected == "96");
    CHECK(total.found == "90");
    CHECK(total.message.find("预算执行率") != std::string::npos);
    CHECK(finding(ezhou, "weights-not-100").found == "110");
    CHECK(finding(ezhou, "missed-not-by-rule").expected == "13.33");
    CHECK(finding(audited("yunnan-yongde-2022"), "missed-not-by-rule").expected == "9.8");
    CHECK(finding(audited("sichuan-zhongjiang-2022"), "total-mismatch").expected == "110");
    CHECK(audited("yunnan-yongde-2022").total == "99.80");
}

TEST_CASE("the real report prints what follows from its facts") {
    const auto report = audit(rubric_of("guangzhou-department-2023"),
                              test::file("examples/guangzhou-2023/facts.json"));
    REQUIRE(report.has_value());
    CHECK(found(*report) == std::vector<std::string>{});
    CHECK(report->total == "94.25");
}

TEST_CASE("odd forms are audited as far as they go") {
    const auto json =
        detail::json::JsonDocument::parse(test::file("tests/cases/odd-forms.json"), {});
    REQUIRE(json.has_value());
    std::size_t count = 0;
    for (const detail::json::Json each : json->root().children()) {
        const detail::json::Json facts = *each.find("facts");
        const detail::json::Json expected = *each.find("findings");
        std::string text{
            json->text().substr(facts.offset(), expected.key_offset() - facts.offset())};
        text.resize(text.rfind('}') + 1);
        CAPTURE(each.find("name")->text());
        const auto report = audit(rubric_of("project-2020"), text);
        REQUIRE(report.has_value());
        std::vector<std::string> wanted;
        for (const detail::json::Json line : expected.children()) {
            wanted.emplace_back(line.text());
        }
        CHECK(found(*report) == wanted);
        const detail::json::Json total = *each.find("total");
        CHECK(report->total.value_or("null") == total.text());
        ++count;
    }
    CHECK(count >= 40);
}

TEST_CASE("what is no form is refused") {
    const RubricDocument rubric = rubric_of("project-2020");
    CHECK(audit(rubric, "{").error().code == "json.syntax");
    CHECK(audit(rubric, "[]").error().code == "facts.type");
    CHECK(audit(rubric, R"({"heng": "rubric/1"})").error().code == "facts.heng");
    Limits small;
    small.bytes = 10;
    CHECK(audit(rubric, R"({"heng": "facts/1"})", small).error().code == "limit.bytes");
}

TEST_CASE("the report as JSON and as text, in the rubric's language") {
    const auto rubric = RubricDocument::parse(
        R"({"heng": "rubric/1", "id": "r", "title": "t", "basis": "local", "source": "s",
            "language": "en", "unit": "元", "points": "10",
            "inputs": {"spent": {"type": "money"}, "budget": {"type": "money"}},
            "indicators": [{"id": "use", "name": "Use", "points": "10", "basis": "local",
              "source": "s", "measure": "spent / budget", "rule": {"kind": "proportional"}}]})");
    REQUIRE(rubric.has_value());
    const auto report = audit(*rubric, R"({"heng": "facts/1", "unit": "元",
  "data": {"spent": 171, "budget": 287}, "published": {"scores": {"use": 6}}})");
    REQUIRE(report.has_value());
    CHECK(to_text(*report, "f.json") ==
          "f.json:2:74: error: “Use” prints 6, scored from the rate rounded to 60%; the exact rate "
          "gives 5.96 [score-from-rounded-rate, at /published/scores/use]\n"
          "checked 1, wrong 1, not checked 0\n");
    CHECK(to_json(*report) == R"({
  "findings": [
    {
      "code": "score-from-rounded-rate",
      "severity": "error",
      "where": "/published/scores/use",
      "message": "“Use” prints 6, scored from the rate rounded to 60%; the exact rate gives 5.96",
      "pointer": "/published/scores/use",
      "expected": "5.96",
      "found": "6",
      "line": 2,
      "column": 74
    }
  ],
  "recomputed": {
    "total": "1710/287",
    "scores": {
      "use": "1710/287"
    }
  },
  "checked": {
    "compared": 1,
    "wrong": 1,
    "not_compared": 0,
    "names": []
  }
}
)");
    CHECK_FALSE(report->is_clean());
}
