// SPDX-License-Identifier: Apache-2.0
//
// What a form may not pass in silence, and what an audit may not accuse: a kind of case a row.
#include <heng/audit/audit.hpp>
#include <heng/document/builtin.hpp>
#include <heng/scoring/scoring.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace heng;

namespace {

struct Case {
    std::string name;
    std::string rows;      ///< the target records of 90 points
    std::string published; ///< members of "published"
    std::vector<std::string> found;
    std::string more{}; ///< members of the document
};

/// A record of 45 points that is in order, and the start of one.
const std::string fine = R"({"name": "乙", "points": "45", "direction": ">=", "target": "10",
    "actual": "10", "published": "45"})";
const std::string row = R"({"name": "甲", "points": "45", )";

std::string text_of(const Case& each) {
    return R"({"heng": "facts/1", "unit": "万元", )" + each.more +
           R"("data": {"budget": {"annual": "100", "executed": "100"}, "targets": [)" + each.rows +
           "]}, \"published\": {" + each.published + "}}";
}

AuditReport audited(const std::string& text, const std::string& rubric = "project-2020") {
    auto report = audit(*builtin(rubric), text);
    REQUIRE_MESSAGE(report.has_value(), text);
    return *report;
}

std::vector<std::string> found(const AuditReport& report) {
    std::vector<std::string> lines;
    for (const Finding& each : report.findings) {
        lines.push_back(std::string{name(each.severity)} + ' ' + each.code + ' ' + each.pointer);
    }
    return lines;
}

const std::string only_scores = R"("scores": {"execution": "10"})";
const std::string scores = only_scores + ", ";

const std::vector<Case> cases{
    // keys that nothing reads
    {"a misspelt record",
     row + R"("direction": ">=", "target": "10", "actual": "10",
        "publishd": "45"}, )" +
         fine,
     scores + R"("total": "100")",
     {"error unknown-key /data/targets/0/publishd"}},
    {"a misspelt key of published",
     row + R"("direction": ">=", "target": "10", "actual": "10",
        "published": "45"}, )" +
         fine,
     R"("scors": {}, "totl": "100", "x-note": 1)",
     {"error unknown-key /published/scors", "error unknown-key /published/totl"}},
    {"a misspelt key of the document and of its subject",
     row + R"("direction": ">=", "target": "10", "actual": "10", "published": "45"}, )" + fine,
     scores + R"("total": "100")",
     {"error unknown-key /subject/nam", "error unknown-key /publishd"},
     R"("subject": {"nam": "n"}, "publishd": {}, )"},
    {"an id that is nearly one",
     row + R"("direction": ">=", "target": "10", "actual": "10",
        "published": "45"}, )" +
         fine,
     R"("scores": {"executon": "10"})",
     {"warning unusable-fact /published/scores/executon"}},

    {"a misspelt key of the sources, and sources that are not the budget",
     row + R"("direction": ">=", "target": "10", "actual": "10", "published": "45"}, )" + fine +
         R"(], "sources": {"annual": {"total": "99.0", "parts": {"a": "90", "b": "9"}},
            "executed": {"parts": {"a": "90", "b": "9"}},
            "more": {"total": "1", "part": {"a": 1}, "year": 2023}}, "none": [)",
     scores + R"("total": "100")",
     {"error identity-mismatch /data/budget/annual",
      "error breakdown-mismatch /data/budget/executed",
      "error unknown-key /data/sources/more/part"}},
    {"sources that are the budget with fewer places",
     row + R"("direction": ">=", "target": "10", "actual": "10", "published": "45"}, )" + fine +
         R"(], "sources": {"annual": {"total": "100.04", "parts": {"a": "90.04", "b": "10"}},
            "executed": {"parts": {"a": "90.0", "b": "10"}}}, "none": [)",
     scores + R"("total": "100")",
     {}},
    {"a rate outside its level",
     row + R"("direction": "level", "level": "partly", "rate": "85%", "reason": "r",
        "published": "31"}, )" +
         fine,
     scores + R"("total": "86")",
     {"error level-out-of-range /data/targets/0/rate"}},

    // units
    {"months in the head, days in the cell",
     row + R"("direction": "<=", "unit": "月", "target": "10", "actual": "330天",
        "reason": "r", "published": "40"}, )" +
         fine,
     scores + R"("total": "95")",
     {"warning units-not-comparable /data/targets/0/actual"}},
    {"one unit by another",
     row + R"("direction": "<=", "unit": "万元/公里", "target": "9.5", "actual": "92000元/公里",
        "published": "45"}, )" +
         fine,
     scores + R"("total": "100")",
     {}},
    {"one unit by another, missed",
     row + R"("direction": "<=", "target": "9万元/公里", "actual": "100000元/公里",
        "published": "45"}, )" +
         fine,
     scores + R"("total": "100")",
     {"error missed-not-by-rule /data/targets/0/published"}},
    {"by different things",
     row + R"("direction": "<=", "target": "9万元/公里", "actual": "9万元/年",
        "published": "45"}, )" +
         fine,
     scores + R"("total": "100")",
     {"warning units-not-comparable /data/targets/0/actual"}},
    {"‰ in the head, % in the cell",
     row + R"("direction": ">=", "unit": "‰", "target": "50", "actual": "5%",
        "published": "45"}, )" +
         fine,
     scores + R"("total": "100")",
     {}},
    {"‰ in the target alone",
     row + R"("direction": ">=", "target": "50‰", "actual": "48",
        "published": "45"}, )" +
         fine,
     scores + R"("total": "100")",
     {"error missed-not-by-rule /data/targets/0/published"}},
    {"a multiple in the cell, the unit in the head",
     row + R"("direction": "<=", "unit": "万元", "target": "20", "actual": "18万",
        "published": "45"}, )" +
         fine,
     scores + R"("total": "100")",
     {}},

    // grades
    {"a grade that is the total's",
     row + R"("direction": ">=", "target": "10", "actual": "10",
        "published": "45"}, )" +
         fine,
     scores + R"("total": "100", "grade": "优")",
     {}},
    {"a grade that is not",
     row + R"("direction": ">=", "target": "10", "actual": "10",
        "published": "45"}, )" +
         fine,
     scores + R"("total": "100", "grade": "良")",
     {"error grade-mismatch /published/grade"}},
    {"a grade without a total",
     row + R"("direction": ">=", "target": "10", "actual": "8",
        "reason": "r", "published": "36"}, )" +
         fine,
     scores + R"("grade": "差")",
     {"error grade-mismatch /published/grade"}},
    {"a grade of a total that does not follow",
     row + R"("direction": ">=", "target": "10",
        "actual": "8", "reason": "r", "published": "36"}, )" +
         fine,
     scores + R"("total": "79", "grade": "中")",
     {"error total-mismatch /published/total", "note grade-mismatch /published/grade"}},

    // rows without what they are scored by
    {"points without an actual value",
     row + R"("direction": ">=", "target": "10",
        "published": "45"}, )" +
         fine,
     scores + R"("total": "100")",
     {"warning points-without-actual /data/targets/0/published"}},
    {"blank is no actual value",
     row + R"("direction": ">=", "target": "10", "actual": "—",
        "published": "20"}, )" +
         fine,
     scores + R"("total": "75")",
     {"warning points-without-actual /data/targets/0/published"}},
    {"nothing shown and no points",
     row + R"("direction": ">=", "target": "10", "reason": "未开展",
        "published": "0"}, )" +
         fine,
     scores + R"("total": "55")",
     {"note not-checked /data/targets/0/published"}},
    {"a level that is not said",
     row + R"("direction": "level", "actual": "完成",
        "published": "45"}, )" +
         fine,
     scores + R"("total": "100")",
     {"note not-checked /data/targets/0/published"}},
    {"a row without points",
     R"({"name": "甲", "direction": ">=", "target": "10", "actual": "10",
        "published": "45"}, )" +
         fine,
     scores + R"("total": "100")",
     {"note not-checked /data/targets/0/published"}},
    {"a qualitative row marked down without a reason",
     row + R"("direction": "level",
        "level": "met", "published": "40"}, )" +
         fine,
     scores + R"("total": "95")",
     {"warning below-full-without-reason /data/targets/0/published"}},
    {"and with one",
     row + R"("direction": "level", "level": "met", "reason": "r",
        "published": "40"}, )" +
         fine,
     scores + R"("total": "95")",
     {}},
    {"a paragraph of reasons for all",
     row + R"("direction": "level", "level": "met",
        "published": "40"}, )" +
         fine,
     scores + R"("reasons": "进度慢", "total": "95")",
     {}},

    // targets of zero, below zero, and passed by far
    {"none wanted, and three had",
     row + R"("direction": "=", "target": "0", "actual": "3",
        "reason": "r", "published": "0"}, )" +
         fine,
     scores + R"("total": "55")",
     {"note not-checked /data/targets/0/published"}},
    {"none wanted, three had, full marks",
     row + R"("direction": "=", "target": "0",
        "actual": "3", "published": "45"}, )" +
         fine,
     scores + R"("total": "100")",
     {"warning far-above-target /data/targets/0/actual"}},
    {"none wanted, and none had",
     row + R"("direction": "=", "target": "0", "actual": "0",
        "published": "45"}, )" +
         fine,
     scores + R"("total": "100")",
     {}},
    {"a target of zero that asks for nothing",
     row + R"("direction": ">=", "target": "0",
        "actual": "3", "published": "45"}, )" +
         fine,
     scores + R"("total": "100")",
     {"note far-above-target /data/targets/0/actual"}},
    {"far above what was wanted exactly",
     row + R"("direction": "=", "target": "10",
        "actual": "13", "published": "45"}, )" +
         fine,
     scores + R"("total": "100")",
     {"note far-above-target /data/targets/0/actual"}},
    {"far below a ceiling",
     row + R"("direction": "<=", "target": "100", "actual": "70",
        "published": "45"}, )" +
         fine,
     scores + R"("total": "100")",
     {"note far-above-target /data/targets/0/actual"}},
    {"not so far below a ceiling",
     row + R"("direction": "<=", "target": "100", "actual": "71",
        "published": "45"}, )" +
         fine,
     scores + R"("total": "100")",
     {}},
    {"a fall that was missed",
     row + R"("direction": "<=", "target": "-5", "actual": "-4",
        "reason": "r", "published": "36"}, )" +
         fine,
     scores + R"("total": "91")",
     {"note not-checked /data/targets/0/published"}},
    {"a fall that was missed, full marks",
     row + R"("direction": "<=", "target": "-5",
        "actual": "-4", "published": "45"}, )" +
         fine,
     scores + R"("total": "100")",
     {"error missed-not-by-rule /data/targets/0/published"}},

    // what is printed twice
    {"a row with two scores",
     row + R"("direction": ">=", "target": "10", "actual": "10",
        "published": "45"}, )" +
         fine,
     R"("scores": {"execution": "10", "targets#1": "44"}, "total": "100")",
     {"error printed-twice /published/scores/targets#1"}},
    {"a leaf with two scores",
     row + R"("direction": ">=", "target": "10", "actual": "10",
        "published": "45"}, )" +
         fine,
     R"("scores": {"execution": "10", "预算执行率": "9"}, "total": "100")",
     {"error printed-twice /published/scores/预算执行率"}},
    {"a row that is listed twice",
     fine + ", " + fine,
     scores + R"("total": "100")",
     {"warning printed-twice /data/targets/1"}},
    {"a row that is called as an id",
     R"({"name": "execution", "points": "45", "direction": ">=",
        "target": "10", "actual": "10"}, )" +
         fine,
     scores + R"("total": "100")",
     {}},
    {"two rows of one name",
     R"({"name": "丙", "points": "20", "direction": ">=", "target": "10",
        "actual": "10"}, {"name": "丙", "points": "25", "direction": ">=", "target": "20",
        "actual": "20"}, )" +
         fine,
     R"("scores": {"execution": "10", "丙": "20"})",
     {"note not-checked /published/scores/丙"}},

    // totals
    {"a total that a cut form can't have",
     row + R"("direction": ">=", "target": "10",
        "actual": "8", "reason": "r", "published": "36"})",
     scores + R"("complete": false, "total": "95")",
     {"error total-mismatch /published/total"}},
    {"a total below what is printed",
     row + R"("direction": ">=", "target": "10",
        "actual": "10", "published": "45"})",
     scores + R"("complete": false, "total": "54")",
     {"error total-mismatch /published/total"}},
    {"a total that a cut form may have",
     row + R"("direction": ">=", "target": "10",
        "actual": "8", "reason": "r", "published": "36"})",
     scores + R"("complete": false, "total": "91")",
     {"note not-checked /published/total"}},
    {"a row that a cut form does not print",
     row + R"("direction": ">=", "target": "10",
        "actual": "10", "published": "45"}, {"name": "丙", "points": "20"})",
     scores + R"("total": "95")",
     {"note not-checked /published/total"}},
    {"points that do not add up",
     row + R"("direction": ">=", "target": "10", "actual": "10",
        "published": "45"}, )" +
         fine,
     scores + R"("points": {"targets": "80"})",
     {"error breakdown-mismatch /published/points/targets"}},

    // rates
    {"no rate of nothing",
     row + R"("direction": ">=", "target": "10", "actual": "10",
        "published": "45"}, )" +
         fine,
     R"("rates": {"targets#1": "100%", "execution": "100%"})",
     {}},
};

} // namespace

TEST_CASE("nothing is passed in silence, and nothing is accused that is in order") {
    for (const Case& each : cases) {
        CAPTURE(each.name);
        const AuditReport report = audited(text_of(each));
        CHECK(found(report) == each.found);
        CHECK(report.checked.wrong <= report.checked.compared);
    }
}

TEST_CASE("a document in which nothing is printed is no success") {
    for (const char* const text :
         {R"({"heng": "facts/1", "data": {}})",
          R"({"heng": "facts/1", "data": {"budget": {"annual": "1", "executed": "1"}},
              "published": {}})"}) {
        const AuditReport report = audited(text);
        CHECK(found(report) == std::vector<std::string>{"note not-checked "});
        CHECK(report.checked == Checked{});
        CHECK_FALSE(report.is_clean());
    }
}

TEST_CASE("a rate of a division by nothing is not said to be 0 %") {
    const AuditReport report = audited(R"({"heng": "facts/1", "unit": "元", "data":
        {"budget": {"annual": "0", "executed": "0"}},
        "published": {"rates": {"execution": "100%"}}})");
    CHECK(found(report) == std::vector<std::string>{"warning zero-denominator /data/budget/annual",
                                                    "note not-checked /published/rates/execution"});
}

TEST_CASE("how a wrong score came about") {
    const auto message = [](const std::string& actual, const std::string& printed,
                            const std::string& direction) {
        const AuditReport report = audited(
            text_of({"",
                     row + R"("direction": ")" + direction + R"(", "target": "10", "actual": ")" +
                         actual + R"(", "reason": "r", "published": ")" + printed + "\"}, " + fine,
                     only_scores,
                     {}}));
        REQUIRE(report.findings.size() == 1);
        return report.findings.front().message;
    };
    const auto says = [](const std::string& text, const char* what) {
        return text.find(what) != std::string::npos;
    };
    CHECK(says(message("11", "49.5", ">="), "没有封顶"));
    CHECK(says(message("8", "56.25", "<="), "没有封顶"));
    CHECK(says(message("8", "28.8", ">="), "比率乘了两次"));
    CHECK(says(message("8", "16.2", ">="), "分值乘了两次"));
    CHECK(says(message("8.5", "38", ">="), "取整到整数分"));
    CHECK(says(message("8", "22.5", ">="), "一半"));
}

TEST_CASE("why a total is left is told as it is") {
    const auto why = [](const std::string& rows, const std::string& published) {
        const AuditReport report = audited(text_of({"", rows, published, {}}));
        REQUIRE(report.findings.size() == 1);
        CHECK(report.findings.front().code == "not-checked");
        return report.findings.front().message;
    };
    CHECK(why(fine, scores + R"("total": "90")") ==
          "“总分”填90，无法核对：各行分值合计55分，少于满分100分：可能漏录了行，或者表不完整");
    CHECK(why(fine, scores + R"("total": "90", "complete": false)") ==
          "“总分”填90，无法核对：表不完整");
    CHECK(why(row + R"("direction": "level", "level": "partly"}, )" + fine,
              scores + R"("total": "90")") == "“总分”填90，无法核对：有的得分没有填写");
}

TEST_CASE("the last line and the JSON say what was checked") {
    const AuditReport report = audited(
        text_of({"",
                 row + R"("direction": "level", "actual": "完成", "published": "45"}, )" + fine,
                 only_scores,
                 {}}));
    const std::string text = to_text(report, "f.json");
    CHECK(text.ends_with("\n核对2项，有误0项，无法核对1项：“甲”\n"));
    CHECK(to_json(report).find("\"not_compared\": 1") != std::string::npos);
    CHECK(report.is_clean());
}

TEST_CASE("records that lack what a filter asks for are told, and the score stays") {
    const auto rubric = RubricDocument::parse(R"--({"heng": "rubric/1", "id": "r", "title": "t",
        "basis": "local", "source": "s", "language": "en", "points": "10", "inputs": {
        "l": {"type": "list", "of": {"days": {"type": "number", "optional": true}}}},
        "indicators": [{"id": "late", "name": "Late", "points": "10", "basis": "local",
        "source": "s", "rule": {"kind": "occurrences",
        "each": [{"count": "count(l[days > 30])", "deduct": "2"}]}}]})--");
    REQUIRE_MESSAGE(rubric.has_value(), rubric.error());
    const auto told = [&](const std::string& records) {
        const std::string form = R"({"heng": "facts/1", "data": {"l": [)" + records +
                                 R"(]}, "published": {"scores": {"late": "8"}}})";
        const auto given = Facts::parse(*rubric, form);
        REQUIRE(given.has_value());
        const auto sheet = score(*given);
        REQUIRE(sheet.has_value());
        CHECK(sheet->total.value() == Ratio{8});
        std::size_t diagnostics = 0;
        for (const Diagnostic& each : sheet->diagnostics) {
            diagnostics += each.code == "field-absent-in-filter" && each.where == "late" ? 1U : 0U;
        }
        const auto report = audit(*rubric, form);
        REQUIRE(report.has_value());
        CHECK(report->findings.size() == diagnostics);
        return diagnostics;
    };
    CHECK(told(R"({"days": 31}, {"days": 3})") == 0);
    CHECK(told(R"({"days": 31}, {})") == 1);
    CHECK(told(R"({}, {"days": 40})") == 1);
}

TEST_CASE("a score has points, no percentage, money or pieces") {
    const auto first = [](const std::string& score, const std::string& total) {
        const auto lines = found(audited(
            R"({"heng": "facts/1", "unit": "万元", "data": {"budget": {"annual": "100",
                "executed": "100"}, "targets": [)" +
            row + R"("direction": ">=", "target": "10", "actual": "10", "published": "45"}, )" +
            fine + R"(]}, "published": {"scores": {"execution": ")" + score + R"("}, "total": ")" +
            total + "\"}}"));
        return lines.empty() ? std::string{} : lines.front();
    };
    CHECK(first("10", "100") == "");
    CHECK(first("10分", "100.00%") == ""); // of 100 points
    for (const char* const score : {"10%", "10万元", "10个", "10天", "5美元"}) {
        CAPTURE(score);
        CHECK(first(score, "100") == "warning actual-not-a-number /published/scores/execution");
    }
    CHECK(first("10", "100元") == "warning actual-not-a-number /published/total");
}
