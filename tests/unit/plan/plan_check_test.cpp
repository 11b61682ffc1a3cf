// SPDX-License-Identifier: Apache-2.0
//
// heng plan check: a sound plan is not blamed, and each defect is found at its place and no other.
#include "support/files.hpp"

#include <heng/plan/plan_check.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <set>
#include <string>
#include <vector>

using namespace heng;

namespace {

const std::string sound = R"({"heng":"plan/1","id":"p","title":"计划",
"subject":{"name":"甲局","year":2023},"unit":"万元","budget":"100.5",
"duties":[{"id":"d1","name":"推动全市科技成果转化"},{"id":"d2","name":"管理实验室"}],
"tasks":[{"id":"t1","name":"任务一","duties":["d1"]},{"id":"t2","name":"任务二","duties":["d2"]}],
"projects":[{"id":"p1","name":"项目一","tasks":["t1","t2"],"money":"60.5",
"objectives":[{"id":"o1","text":"建成两个平台"}],
"indicators":[
{"id":"i1","name":"平台数","category":"数量","direction":">=","target":"2","unit":"个"},
{"id":"i2","name":"带动就业","category":"社会","direction":">=","target":"10%"}]},
{"id":"p2","name":"项目二","tasks":["t1"],"money":"40","objectives":[{"id":"o1","text":"合同额上升"},
{"id":"o2","text":"满意度不降"}],
"indicators":[
{"id":"i3","name":"合同额","category":"质量","direction":">=","target":"5","unit":"亿元","objective":"o1"},
{"id":"i4","name":"增收","category":"经济","direction":"level","objective":"o1"},
{"id":"i5","name":"满意度","category":"满意度","direction":">=","target":"90%","objective":"o2"}],
"declared":[{"indicators":3,"quantified":"66.67%"}]}],
"adjustments":[
{"id":"a1","reason":"r","date":"2023-08-01","approved":"2023-08-15","indicator":"i1",
 "field":"target","from":"2.0","to":"3"},
{"id":"a2","reason":"r","date":"2023-08-01","approved":"2023-09-30",
 "project":"p1","indicator":"i1","field":"target","from":"3","to":"4"}]})";

std::string replaced(std::string text, std::string_view what, std::string_view with) {
    const std::size_t at = text.find(what);
    REQUIRE_MESSAGE(at != std::string::npos, what);
    REQUIRE(text.find(what, at + 1) == std::string::npos);
    return text.replace(at, what.size(), with);
}

PlanReport checked(const std::string& text, const PlanCheckOptions& options = {.latest = "09-30"}) {
    const auto plan = PlanDocument::parse(text);
    REQUIRE_MESSAGE(plan.has_value(), plan.error());
    auto report = check_plan(*plan, options);
    REQUIRE_MESSAGE(report.has_value(), report.error());
    return *std::move(report);
}

std::string told(const PlanReport& report) {
    std::string codes;
    for (const Finding& each : report.findings) {
        codes += each.code + ' ' + each.pointer + '\n';
    }
    return codes;
}

/// One change of the sound plan, and what is then found.
struct Defect {
    std::string what;
    std::string with;
    std::string found; ///< code and pointer, a line each
    bool clean = false;
};

const std::vector<Defect>& defects() {
    static const std::vector<Defect> table = {
        {R"("name":"任务二","duties":["d2"])", R"("name":"任务二","duties":["d1"])",
         "duty-without-task /duties/1\n"},
        {R"("name":"任务二","duties":["d2"])", R"("name":"任务二")",
         "duty-without-task /duties/1\ntask-without-duty /tasks/1\n"},
        {R"("duties":["d2"])", R"("duties":["d2","d9"])", "unknown-reference /tasks/1/duties\n"},
        {R"("tasks":["t1","t2"])", R"("tasks":["t1"])", "task-without-project /tasks/1\n"},
        {R"("项目二","tasks":["t1"])", R"("项目二")", "project-without-task /projects/1\n"},
        {R"("objectives":[{"id":"o1","text":"建成两个平台"}],)", "",
         "project-without-objective /projects/0\n"},
        {R"("平台数","category":"数量")", R"("平台数","category":"生态")",
         "project-without-output /projects/0/indicators\n"},
        {R"("带动就业","category":"社会")", R"("带动就业","category":"满意度")",
         "project-without-benefit /projects/0/indicators\n"},
        {R"("budget":"100.5")", R"("budget":"100.51")", "budget-mismatch /budget\n"},
        {R"("budget":"100.5")", R"("budget":"100.49")", "budget-mismatch /budget\n"},
        {R"("budget":"100.5",)", "", ""},
        {R"(,"money":"40")", "", "money-missing /projects/1\n"},
        {R"("target":"2","unit":"个")", R"("target":"2","unit":"个","money":"60.51")",
         "indicator-money /projects/0/money\n"},
        {R"("target":"2","unit":"个")", R"("target":"2","unit":"个","money":"60.5")", ""},
        {R"("text":"建成两个平台")", R"("text":"推动全市科技成果转化。")",
         "objective-is-duty /projects/0/objectives/0/text\n"},
        {R"("text":"建成两个平台")", R"("text":"管理实验室")",
         ""}, // too short to be said to restate
        {R"("unit":"亿元","objective":"o1")", R"("unit":"亿元","objective":"o3")",
         "unknown-reference /projects/1/indicators/0/objective\n"},
        {R"("target":"90%","objective":"o2")", R"("target":"90%","objective":"o1")",
         "objective-idle /projects/1/objectives/1\n"},
        {R"("name":"满意度")", R"("name":" 合同 额 ")",
         "indicator-twice /projects/1/indicators/2/name\n"
         "declared-mismatch /projects/1/declared/0/indicators\n"},
        {R"("direction":">=","target":"10%")", R"("target":"10%")",
         "target-without-direction /projects/0/indicators/1/target\n"},
        {R"("target":"2","unit":"个")", R"("target":"2")",
         "target-without-unit /projects/0/indicators/0/target\n"},
        {R"("target":"10%")", R"("target":"明显")",
         "target-not-a-number /projects/0/indicators/1/target\n"},
        {R"("target":"10%")", R"("target":"明显","quantified":false)", ""},
        {R"("direction":">=","target":"10%")",
         R"("direction":"<=","target":"2023-12-31","quantified":true)", ""}, // scored by date
        {R"("direction":">=","target":"10%")", R"("target":"2023-12-31","quantified":true)",
         "target-without-direction /projects/0/indicators/1/target\n"},
        {R"("direction":">=","target":"10%")",
         R"("direction":">=","target":"2023-12-31","quantified":true)",
         "target-not-a-number /projects/0/indicators/1/target\n"},
        {R"("target":"10%")", R"("target":"10%","quantified":false)",
         "quantified-contradiction /projects/0/indicators/1/quantified\n"},
        {R"("direction":"level")", R"("direction":"level","quantified":true)",
         "quantified-contradiction /projects/1/indicators/1/quantified\n"
         "quantified-mismatch /projects/1/declared/0/quantified\n"},
        {R"(,"target":"10%")", R"(,"quantified":true)",
         "target-missing /projects/0/indicators/1\n"},
        {R"(,"target":"10%")", "", "target-missing /projects/0/indicators\n", true},
        {R"("indicators":3,)", R"("indicators":4,)",
         "declared-unlisted /projects/1/declared/0/indicators\n"
         "declared-impossible /projects/1/declared/0/quantified\n"},
        {R"("indicators":3,"quantified":"66.67%")", R"("indicators":4)",
         "declared-unlisted /projects/1/declared/0/indicators\n", true},
        {R"("indicators":3,"quantified":"66.67%")", R"("indicators":2)",
         "declared-mismatch /projects/1/declared/0/indicators\n"},
        {R"("66.67%")", R"("66.66%")", "declared-impossible /projects/1/declared/0/quantified\n"},
        {R"("66.67%")", R"("100%")", "quantified-mismatch /projects/1/declared/0/quantified\n"},
        {R"("approved":"2023-09-30")", R"("approved":"2023-10-01")",
         "adjustment-late /adjustments/1/approved\n"},
        {R"("approved":"2023-09-30")", R"("approved":"2023-12-31")",
         "adjustment-late /adjustments/1/approved\n"},
        {R"("approved":"2023-09-30")", R"("approved":"2024-01-01")",
         "adjustment-after-outcome /adjustments/1/approved\n"},
        {R"("approved":"2023-09-30",)", "", "adjustment-not-approved /adjustments/1\n"},
        {R"("date":"2023-08-01","approved":"2023-09-30",)", R"("date":"2023-10-01",)",
         "adjustment-not-approved /adjustments/1\nadjustment-late /adjustments/1/date\n"},
        {R"("date":"2023-08-01","approved":"2023-09-30")",
         R"("date":"2023-07-31","approved":"2023-09-30")",
         "adjustment-order /adjustments/1/date\n"},
        {R"("approved":"2023-08-15")", R"("approved":"2023-07-31")",
         "adjustment-order /adjustments/0/approved\n"},
        {R"("from":"2.0")", R"("from":"5")", "adjustment-not-in-force /adjustments/0/from\n"},
        {R"("from":"2.0")", R"("from":"200%")",
         "adjustment-not-in-force /adjustments/0/from\nadjusted-to-other-unit /adjustments/0/to\n"},
        {R"("to":"4")", R"("to":"明显增加")", "adjusted-to-text /adjustments/1/to\n"},
        {R"("to":"4")", R"("to":"≥4")", "adjusted-to-text /adjustments/1/to\n"},
        {R"("to":"4")", R"("to":"4个")", "adjusted-to-text /adjustments/1/to\n"},
        {R"("to":"4")", R"("to":"40%")", "adjusted-to-other-unit /adjustments/1/to\n"},
        {R"("to":"4")", R"("to":"30000")", "adjusted-to-other-unit /adjustments/1/to\n"},
        {R"("to":"4")", R"("to":"0.003")", "adjusted-to-other-unit /adjustments/1/to\n"},
        {R"("to":"4")", R"("to":"300")", ""},
        {R"("to":"4")", R"("to":"-4")", "adjusted-to-other-sign /adjustments/1/to\n"},
        {R"("to":"4")", R"("to":"0")", "adjusted-to-zero /adjustments/1/to\n"},
        {R"("from":"3","to":"4")", R"("from":"若干","to":"4")",
         "adjustment-not-in-force /adjustments/1/from\nadjusted-from-text /adjustments/1/to\n"},
        {R"("from":"3","to":"4")", R"("from":"若干","to":"较多")",
         "adjustment-not-in-force /adjustments/1/from\n"},
        {R"("approved":"2023-08-15")", R"("approved":"2023-10-15")", // in the order of approval
         "adjustment-late /adjustments/0/approved\nadjustment-not-in-force /adjustments/0/from\n"
         "adjustment-not-in-force /adjustments/1/from\n"},
        {R"("to":"4")", R"("to":"3.0")", "adjustment-idle /adjustments/1/to\n", true},
        {R"("project":"p1","indicator":"i1")", R"("project":"p2","indicator":"i1")",
         "unknown-reference /adjustments/1/indicator\n"},
        {R"("project":"p1","indicator":"i1")", R"("project":"p9","indicator":"i1")",
         "unknown-reference /adjustments/1/project\n"},
        {R"("project":"p1","indicator":"i1","field":"target","from":"3","to":"4")",
         R"("project":"p1","field":"money","from":"60.50","to":"4")", ""},
        {R"("project":"p1","indicator":"i1","field":"target","from":"3","to":"4")",
         R"("field":"money","from":"100","to":"4")",
         "adjustment-not-in-force /adjustments/1/from\n"},
        {R"("project":"p1","indicator":"i1","field":"target","from":"3","to":"4")",
         R"("indicator":"i4","field":"target","from":"3","to":"4")",
         "adjustment-not-in-force /adjustments/1/from\n"},
    };
    return table;
}

} // namespace

TEST_CASE("plan check: a sound plan has no finding, and its shares and money") {
    const PlanReport report = checked(sound);
    CHECK(told(report) == "");
    CHECK(report.clean);
    REQUIRE(report.quantified.size() == 3);
    CHECK(report.quantified[0].project == "p1");
    CHECK(report.quantified[0].share == Ratio{1});
    CHECK(report.quantified[1].declared);
    CHECK(report.quantified[1].quantified == 2);
    CHECK(report.quantified[2].share == Ratio{2} / Ratio{3});
    CHECK(report.money.projects.to_string() == "100.5");
    CHECK(report.money.difference == Ratio{});
}

TEST_CASE("plan check: each defect is found at its place, and nothing else is") {
    std::set<std::string> codes;
    for (const Defect& defect : defects()) {
        INFO(defect.what << " → " << defect.with);
        const PlanReport report = checked(replaced(sound, defect.what, defect.with));
        CHECK(told(report) == defect.found);
        CHECK(report.clean == (defect.clean || defect.found.empty()));
        for (const Finding& each : report.findings) {
            CHECK(each.place.line > 0);
            CHECK_FALSE(each.message.empty());
            codes.insert(each.code);
        }
    }
    for (const std::string_view code : plan_codes) {
        CHECK_MESSAGE(codes.contains(std::string{code}), code << " is never found");
    }
}

TEST_CASE("plan check: what links are missing altogether is said once") {
    const std::string text =
        replaced(replaced(sound, R"("name":"任务一","duties":["d1"])", R"("name":"任务一")"),
                 R"("name":"任务二","duties":["d2"])", R"("name":"任务二")");
    CHECK(told(checked(text)) == "duty-without-task /duties\ntask-without-duty /tasks\n");
}

TEST_CASE("plan check: sentences are in the plan's language") {
    const std::string zh = replaced(sound, R"("target":"10%")", R"("target":"明显")");
    CHECK(checked(zh).findings[0].message == "目标值“明显”是文字，此处应为数");
    const std::string en = replaced(zh, R"("unit":"万元")", R"("language":"en","unit":"万元")");
    CHECK(checked(en).findings[0].message ==
          "the target \"明显\" is a text where a number is meant");
}

TEST_CASE("plan check: the days that adjustments are held against") {
    const auto plan = PlanDocument::parse(sound);
    REQUIRE(plan.has_value());
    for (const char* wrong : {"09-31", "30-09", "2023-9-30", "Q3", "2023-09-30 "}) {
        INFO(wrong);
        const auto latest = check_plan(*plan, {.latest = wrong});
        REQUIRE_FALSE(latest.has_value());
        CHECK(latest.error().code == "plan.latest");
        const auto known = check_plan(*plan, {.outcome_known = wrong});
        REQUIRE_FALSE(known.has_value());
        CHECK(known.error().code == "plan.outcome-known");
    }
    CHECK(told(checked(sound, {.latest = "2023-09-29"})) ==
          "adjustment-late /adjustments/1/approved\n");
    CHECK(told(checked(sound, {.outcome_known = "09-30"})) ==
          "adjustment-after-outcome /adjustments/1/approved\n");
    CHECK(told(checked(sound, {.outcome_known = "10-01"})) == "");
    const std::string no_year = replaced(sound, R"(,"year":2023)", "");
    CHECK(told(checked(no_year, {.latest = "01-01"})) == ""); // of no year
    CHECK(told(checked(no_year, {.latest = "2023-01-01"})) ==
          "adjustment-late /adjustments/0/approved\nadjustment-late /adjustments/1/approved\n");
}

TEST_CASE("plan check: JSON has what C++ has") {
    const auto plan = PlanDocument::parse(replaced(sound, R"("66.67%")", R"("100%")"));
    REQUIRE(plan.has_value());
    const auto report = check_plan(*plan);
    REQUIRE(report.has_value());
    const std::string json = to_json(*report, *plan);
    for (const char* part :
         {R"("code": "quantified-mismatch")", R"("pointer": "/projects/1/declared/0/quantified")",
          R"("exact": "2/3")", R"("share": "66.67%")", R"("difference": "0")",
          R"("clean": false)"}) {
        INFO(part << " in " << json);
        CHECK(json.find(part) != std::string::npos);
    }
}

TEST_CASE("plan check: a hostile plan costs little") {
    std::string text = R"({"heng":"plan/1","id":"p","title":"t","subject":{"name":"n"},)"
                       R"("unit":"元","duties":[)";
    const int many = 20'000;
    for (int i = 0; i < many; ++i) {
        text += (i == 0 ? "" : ",");
        text += R"({"id":"d)" + std::to_string(i) + R"(","name":"一二三四五六七)" +
                std::to_string(i) + "\"}";
    }
    text += R"(],"projects":[{"id":"p","name":"n","objectives":[)";
    for (int i = 0; i < many; ++i) {
        text += (i == 0 ? "" : ",");
        text += R"({"id":"o)" + std::to_string(i) + R"(","text":"八九十八九十)" +
                std::to_string(i) + "\"}";
    }
    text += R"(],"indicators":[)";
    for (int i = 0; i < many; ++i) {
        text += (i == 0 ? "" : ",");
        text += R"({"id":"i)" + std::to_string(i) +
                R"(","name":"同名","category":"数量","objective":"x"})";
    }
    const auto start = std::chrono::steady_clock::now();
    const PlanReport report = checked(text + "]}]}");
    const auto took = std::chrono::steady_clock::now() - start;
    CHECK(report.findings.size() == 1'000);
    CHECK_FALSE(report.clean);
    CHECK(took < std::chrono::seconds{10});
}
