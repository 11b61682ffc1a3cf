// SPDX-License-Identifier: Apache-2.0
//
// What follows from what: codes, remedies, identities and sums.
#include "reconcile/figure_names.hpp"
#include "reconcile/remedies.hpp"

#include <heng/reconcile/reconcile.hpp>

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

using namespace heng;

namespace {

Reconciliation reconciled(const std::string& claims, const std::string& data,
                          const std::string& more = "") {
    const auto found =
        reconcile("{\"heng\": \"claims/1\"" + more + ", \"claims\": [" + claims + "]}",
                  R"--({"heng": "facts/1", "unit": "万元", "data": )--" + data + "}");
    REQUIRE_MESSAGE(found.has_value(), found.error());
    return *found;
}

std::string claim(const std::string& formula, const std::string& printed,
                  const std::string& more = "") {
    return R"--({"id": "c", "text": "t", "formula": ")--" + formula +
           (printed.empty() ? "\"" : "\", \"printed\": \"" + printed + "\"") + more + "}";
}

std::string codes(const Reconciliation& found) {
    std::string result;
    for (const Mismatch& each : found.findings) {
        result += std::string{name(each.finding.severity)} + ' ' + each.finding.code + ' ' +
                  each.finding.pointer + ' ' + each.finding.expected.value_or("-") + ';';
    }
    return result;
}

/// figure=needed of each remedy.
std::string remedies(const Mismatch& mismatch) {
    std::string result;
    for (const Remedy& each : mismatch.remedies) {
        result += each.figure + '=' + each.needed + (each.agrees ? ";" : "(!);");
    }
    return result;
}

const std::string numbers = R"--({"a": "12.00", "b": "48.00", "n": 9, "r": "25.00%",
    "late": true, "rows": [{"v": 1.5}, {"v": "2.5"}, {"v": "50%"}]})--";

const std::string statement = R"--({
 "income": {"total": "110.00", "current": "100.00"}, 
 "carry_over": {"opening": "10.00", "closing": "5.00"},
 "expenditure": {"total": "110.00", "current": "105.00"},
 "budget": {"basic": "45.00", "project": "60.00", "annual": "120.00", "executed": "115.00",
            "transfers": "10.00"}})--";

std::string with(std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

} // namespace

TEST_CASE("claims that hold, and those that do not") {
    struct Row {
        const char* formula;
        const char* printed;
        const char* codes;
        const char* remedies;
    };
    const std::vector<Row> table{
        {"a / b", "25%", "", ""},
        {"a / b", "25.00%", "", ""},
        {"a / b", "0.25", "", ""},
        {"a / b", "26%", "error ratio-mismatch /claims/0/printed 25%", "b=46.15;a=12.48;"},
        {"a / b", "25", "warning ratio-mismatch /claims/0/printed 25%", ""},
        {"r", "25", "warning ratio-mismatch /claims/0/printed 25%", ""},
        {"b / a - 1", "310.00%", "error ratio-mismatch /claims/0/printed 300.00%", "b=49.20;"},
        {"a + b", "60", "", ""},
        {"a + b", "60.01", "error breakdown-mismatch /claims/0/printed 60.00", "b=48.01;a=12.01;"},
        {"sum([a, b, n])", "70.00", "error breakdown-mismatch /claims/0/printed 69.00",
         "b=49.00;a=13.00;n=10;"},
        {"a", "12.0", "", ""},
        {"a", "21.0", "error identity-mismatch /claims/0/printed 12.0", "a=21.00;"},
        {"r", "25%", "", ""},
        {"sum(rows.v)", "4.50", "", ""},
        {"sum(rows.v)", "4.5%", "error breakdown-mismatch /claims/0/printed 450.0%", ""},
        {"count(rows)", "3 项", "", ""},
        {"b", "0.0048亿元", "", ""},
        {"b", "0.0049 亿元", "error identity-mismatch /claims/0/printed 0.0048 亿元", "b=49.00;"},
        {"b", "480,000元", "", ""},
        {"b", "超 40 万元", "", ""},
        {"b", "超 48 万元", "error identity-mismatch /claims/0/printed 48 万元", ""},
        {"b", "约 49 万元", "warning identity-mismatch /claims/0/printed 48 万元", "b=49.00;"},
        {"a * r", "3.00", "", ""},
        {"a * r", "3.2", "error ratio-mismatch /claims/0/printed 3.0", "a=12.80;r=26.67%;"},
    };
    for (const Row& each : table) {
        CAPTURE(each.formula);
        CAPTURE(each.printed);
        const Reconciliation found = reconciled(claim(each.formula, each.printed), numbers);
        const std::string wanted{each.codes};
        CHECK(codes(found) == (wanted.empty() ? "" : wanted + ';'));
        CHECK(found.confirmed.size() == (wanted.empty() ? 1 : 0));
        CHECK((found.findings.empty() ? "" : remedies(found.findings[0])) == each.remedies);
    }
}

TEST_CASE("identities that are claimed") {
    const std::string kind = R"--(, "kind": "identity")--";
    const auto holds = reconciled(claim("a * 4 = b", "", kind), numbers);
    CHECK(holds.findings.empty());
    CHECK(holds.confirmed[0].value == "48");
    CHECK(reconciled(claim("a * 4 = b", "48.0", kind), numbers).findings.empty());
    const auto printed = reconciled(claim("a * 4 = b", "84.0", kind), numbers);
    CHECK(codes(printed) == "error identity-mismatch /claims/0/printed 48.0;");
    const auto broken = reconciled(claim("a * 5 = b", "", kind), numbers);
    CHECK(codes(broken) == "error identity-mismatch /claims/0/formula 48;");
    CHECK(remedies(broken.findings[0]) == "a=9.60;b=60.00;");
    CHECK(reconciled(claim("late", "", kind), numbers).confirmed[0].value == "true");
    CHECK(codes(reconciled(claim("a > b", "", kind), numbers)) ==
          "error identity-mismatch /claims/0/formula -;");
    // the kind decides the code
    CHECK(codes(reconciled(claim("a / b", "26%", R"--(, "kind": "breakdown")--"), numbers)) ==
          "error breakdown-mismatch /claims/0/printed 25%;");
}

TEST_CASE("what the rounding of one printed figure explains is a warning") {
    // 1.2 was rounded from less than 1.25
    const auto found = reconciled(claim("x / y", "41.0%"), R"--({"x": "1.2", "y": 3})--");
    CHECK(codes(found) == "warning ratio-mismatch /claims/0/printed 40.0%;");
    // whole numbers are counts
    CHECK(codes(reconciled(claim("x / y", "41.0%"), R"--({"x": 40, "y": 100})--")) ==
          "error ratio-mismatch /claims/0/printed 40.0%;");
}

TEST_CASE("a formula that is no Möbius function of a figure has no remedy in it") {
    const auto found = reconciled(claim("x * x + y", "11"), R"--({"x": 3, "y": 1})--");
    REQUIRE(found.findings.size() == 1);
    CHECK(remedies(found.findings[0]) == "y=2;");
    const auto least = reconciled(claim("min(x, y)", "4"), R"--({"x": 3, "y": 5})--");
    CHECK(least.findings[0].remedies.empty());
}

TEST_CASE("a solution is any value between two ends, and one of the figure's places") {
    const detail::reconcile::FactNumber figure{Ratio{3}, 2, false};
    const detail::reconcile::Wanted half{Ratio{1, 2}, Ratio{1, 2}, Ratio{1, 2}, [](const Ratio& y) {
                                             return y == Ratio{1, 2};
                                         }};
    const auto solution = detail::reconcile::solve(
        figure,
        [](const Ratio& x) -> std::optional<Ratio> {
            return (x + Ratio{1}) / (x * Ratio{2} + Ratio{5});
        },
        detail::reconcile::Wanted{Ratio{4, 10}, Ratio{41, 100}, Ratio{42, 100}, [](const Ratio& y) {
                                      return y > Ratio{4, 10} && y < Ratio{42, 100};
                                  }});
    REQUIRE(solution.has_value());
    CHECK(solution->lowest == Ratio{5});
    CHECK(solution->highest == Ratio{110, 16});
    REQUIRE(solution->needed.has_value());
    CHECK(*solution->needed == Ratio{583, 100});
    // the function never is 1/2
    CHECK(!detail::reconcile::solve(
        figure,
        [](const Ratio& x) -> std::optional<Ratio> {
            return (x + Ratio{1}) / (x * Ratio{2} + Ratio{5});
        },
        half));
}

TEST_CASE("the budget statement is checked unasked") {
    const auto sound = reconciled("", statement);
    CHECK(sound.findings.empty());
    CHECK(sound.confirmed.size() == 6);
    CHECK(sound.is_clean());
    struct Row {
        const char* from;
        const char* to;
        const char* codes;
    };
    const std::vector<Row> table{
        {R"("basic": "45.00")", R"("basic": "54.00")",
         "error identity-mismatch /data/expenditure/current 114.00;"},
        // one figure is to blame for two identities, and is the place of both
        {R"("total": "110.00", "current": "105.00")", R"("total": "101.00", "current": "105.00")",
         "error identity-mismatch /data/expenditure/total 110.00;"
         "error identity-mismatch /data/expenditure/total 110.00;"},
        {R"("annual": "120.00")", R"("annual": "121.00")",
         "warning identity-mismatch /data/carry_over/closing 6.00;"},
        {R"("basic": "45.00")", R"("basic": "45.01")",
         "warning identity-mismatch /data/expenditure/current 105.01;"}, // rounding may do so
        {R"("basic": "45.00")", R"("basic": "45.001")", ""},             // it prints so
        {R"("basic": "45.00")", R"("basic": "unknown")", ""},
    };
    for (const Row& each : table) {
        CAPTURE(each.to);
        CHECK(codes(reconciled("", with(statement, each.from, each.to))) == each.codes);
    }
}

TEST_CASE("the statement may be read elsewhere") {
    const std::string data = R"--({"in": {"all": 10, "new": 7, "old": 2}})--";
    const auto found = reconciled("", data,
                                  R"--(, "statement": {"total_income": "in.all",
        "income": "in.new", "opening": "in.old"})--");
    CHECK(codes(found) == "error identity-mismatch /data/in/all 9;");
    CHECK(reconciled("", data).findings.empty());
}

TEST_CASE("a whole and its parts, where they are marked so") {
    struct Row {
        const char* data;
        const char* codes;
    };
    const std::vector<Row> table{
        {R"({"g": {"total": 5, "parts": {"a": 2, "b": 3}}})", ""},
        {R"({"g": {"total": 6, "parts": {"a": 2, "b": 3}}})",
         "error breakdown-mismatch /data/g/total 5;"},
        {R"({"g": {"total": "5.0", "parts": {"a": "2.0", "b": "3.1"}}})",
         "warning breakdown-mismatch /data/g/total 5.1;"},
        {R"({"total": 6, "parts": [{"amount": 2}, {"amount": "3"}]})",
         "error breakdown-mismatch /data/total 5;"},
        {R"({"g": {"total": 5, "parts": {"a": {"total": 4, "parts": {"c": 1, "d": 2}}, "b": 1}}})",
         "error breakdown-mismatch /data/g/parts/a/total 3;"},
        {R"({"g": {"total": 6, "parts": {"a": 2, "b": "?"}}})", ""},
        {R"({"g": {"total": 6, "parts": [{"amount": 2}, 4]}})", ""},
        {R"({"g": {"total": 6, "parts": {}}})", ""},
        {R"({"g": {"total": 6, "a": 2, "b": 3}})", ""},
        {R"({"g": {"total": 5, "parts": {"a": 2, "b": 3, "x-note": "9"}}})", ""},
    };
    for (const Row& each : table) {
        CAPTURE(each.data);
        CHECK(codes(reconciled("", each.data)) == each.codes);
    }
}

TEST_CASE("of many parts those that would change least are told") {
    std::string parts;
    for (int i = 1; i <= 30; ++i) {
        parts += (i == 1 ? "" : ", ") + std::string{R"--({"amount": )--"} + std::to_string(i) + "}";
    }
    const auto found =
        reconciled(claim("1", "1"), R"--({"g": {"total": 466, "parts": [)--" + parts + "]}}");
    REQUIRE(found.findings.size() == 1);
    const std::vector<Remedy>& least = found.findings.front().remedies;
    REQUIRE(least.size() == 20);
    CHECK(least[0].figure == "g.total"); // 1 of 466, then 1 of 30, of 29, …
    CHECK(least[0].where == "/data/g/total");
    CHECK(least[1].figure == "g.parts[30]");
    CHECK(least[1].where == "/data/g/parts/29/amount");
    CHECK(least[1].needed == "31");
    CHECK(least[19].figure == "g.parts[12]");
}

TEST_CASE("the sentences are in the language of the claims") {
    const auto found = reconciled(claim("a / b", "26%"), numbers, R"--(, "language": "en")--");
    CHECK(
        to_text(found, "claims.json", "facts.json") ==
        "claims.json:1:107: error: \"t\": printed 26%, and a ÷ b gives 25%; all else as it is, "
        "b would have to be 46.15 (printed 48.00), or a 12.48 (printed 12.00) [ratio-mismatch, at "
        "/claims/0/printed]\nchecked 1, wrong 1, not checked 0\n");
}

TEST_CASE("figures of a statement are called by their names, and not by their paths") {
    const detail::reconcile::FigureNames names;
    const auto zh = [&](const char* formula) {
        return names.of_formula(formula).zh;
    };
    CHECK(zh("budget.executed / budget.annual") == "全年执行数 ÷ 全年预算数");
    CHECK(names.of_formula("budget.executed / budget.annual").en == "executed ÷ budget");
    CHECK(zh("(income.total - expenditure.total) * 2 ** 3") == "(总收入 - 总支出) × 2 ** 3");
    CHECK(zh("budget.annually + xbudget.annual + 总收入.budget.annual") ==
          "budget.annually + xbudget.annual + 总收入.budget.annual");
    CHECK(zh("name = \"budget.annual / 2\"") == "name = \"budget.annual / 2\"");
    CHECK(zh("").empty());
}

TEST_CASE("other figures are called as the claims or a rubric label them") {
    const std::string labels = R"--(, "labels": {"a": "部分数", "rows": "各行"},
        "statement": {"budget": "b"})--";
    const auto found = reconciled(claim("a / b", "26%"), numbers, labels);
    CHECK(found.findings[0].finding.message ==
          "“t”：写为 26%，按 部分数 ÷ 全年预算数 应为 25%；其余不变时，全年预算数须为 46.15（现为 "
          "48.00），或部分数须为 12.48（现为 12.00）");
    CHECK(remedies(found.findings[0]) == "b=46.15;a=12.48;"); // for programs: paths
    const auto holds = reconciled(claim("a / b", "25%"), numbers, labels);
    CHECK(holds.confirmed[0].formula == "a / b");
    CHECK(holds.confirmed[0].by == "部分数 ÷ 全年预算数");
    CHECK(to_text(holds, "c", "f", true).find("部分数 ÷ 全年预算数") != std::string::npos);

    const auto rubric = RubricDocument::parse(R"--({"heng": "rubric/1", "id": "r", "title": "r",
        "points": "1", "inputs": {"a": {"type": "number", "label": "甲"}, "b": {"type": "number"}},
        "indicators": [{"id": "x", "name": "X", "points": "1", "measure": "a / b",
                        "rule": {"kind": "proportional"}}]})--");
    REQUIRE_MESSAGE(rubric.has_value(), rubric.error());
    const auto read = Facts::parse(*rubric, R"--({"heng": "facts/1", "data": )--" + numbers + "}");
    REQUIRE_MESSAGE(read.has_value(), read.error());
    const auto by_rubric =
        reconcile(R"--({"heng": "claims/1", "claims": [)--" + claim("a / b", "26%") + "]}", *read);
    REQUIRE_MESSAGE(by_rubric.has_value(), by_rubric.error());
    CHECK(by_rubric->findings[0].finding.message.find("按 甲 ÷ b 应为 25%") != std::string::npos);
    CHECK(by_rubric->findings[0].finding.message.find("或甲须为 12.48") != std::string::npos);
}

TEST_CASE("sources, totals and parts are called after what they add up to") {
    detail::reconcile::FigureNames names;
    names.add("fund", {"the fund", "专项资金"});
    CHECK(names.of_figure("sources.annual").zh == "资金来源（全年预算数）");
    CHECK(names.of_figure("sources.annual.total").zh == "资金来源（全年预算数）合计");
    CHECK(names.of_figure("sources.other").zh == "sources.other");
    CHECK(names.of_figure("fund.parts[2]").zh == "专项资金第2项");
    CHECK(names.of_figure("fund.parts.central").zh == "专项资金中的“central”");
    CHECK(names.of_figure("fund.parts[2]").en == "part 2 of the fund");
    CHECK(names.of_figure("x.parts[2]").zh == "x.parts[2]");
    CHECK(names.of_figure("x.total").zh == "x.total");
}

TEST_CASE("findings, remedies and what holds as JSON") {
    const std::string message =
        "\\\"t\\\": printed 26%, and a ÷ b gives 25%; all else as it is, b would have to be 46.15 "
        "(printed 48.00), or a 12.48 (printed 12.00)";
    const auto found =
        reconciled(claim("a / b", "26%") + ", " + with(claim("a / b", "25%"), "\"c\"", "\"d\""),
                   numbers, R"--(, "language": "en")--");
    CHECK(to_json(found) == R"--({
  "findings": [
    {
      "code": "ratio-mismatch",
      "severity": "error",
      "where": "/claims/0/printed",
      "message": ")--" + message +
                                R"--(",
      "pointer": "/claims/0/printed",
      "expected": "25%",
      "found": "26%",
      "line": 1,
      "column": 107,
      "document": "claims",
      "id": "c",
      "remedies": [
        {
          "figure": "b",
          "where": "/data/b",
          "printed": "48.00",
          "needed": "46.15",
          "lowest": "45.2830188679",
          "highest": "47.0588235294",
          "agrees": true
        },
        {
          "figure": "a",
          "where": "/data/a",
          "printed": "12.00",
          "needed": "12.48",
          "lowest": "12.24",
          "highest": "12.72",
          "agrees": true
        }
      ]
    }
  ],
  "confirmed": [
    {
      "id": "d",
      "text": "t",
      "formula": "a / b",
      "printed": "25%",
      "value": "0.25"
    }
  ],
  "checked": {
    "compared": 2,
    "wrong": 1,
    "not_compared": 0,
    "names": []
  }
}
)--");
}

TEST_CASE("hostile formulas and names cost little") {
    std::string names;
    for (int i = 0; i < 2'000; ++i) {
        names += (i == 0 ? "" : ", ") +
                 with(claim("unknown_name", "1"), "\"c\"", '"' + std::to_string(i) + '"');
    }
    std::string data = "{\"x\": 1";
    for (int i = 0; i < 10'000; ++i) {
        data += ", \"unknownname" + std::to_string(i) + "\": 1";
    }
    CHECK(reconciled(names, data + '}').findings.size() == 2'000);
    std::string loops;
    for (int i = 0; i < 50; ++i) {
        loops += (i == 0 ? "" : ", ") +
                 with(claim("count(for i in 1..9999, j in 1..9999 return i * j)", "1"), "\"c\"",
                      '"' + std::to_string(i) + '"');
    }
    const auto found = reconciled(loops, "{}");
    REQUIRE(found.findings.size() == 50);
    CHECK(found.findings[49].finding.code == "claim-not-computable");
    CHECK(!reconciled(claim("10 ** 60000 / 3 ** 30000", "1"), "{}").findings.empty());
}

TEST_CASE("facts are read as they are written, or the reason says what to write") {
    const std::string written = R"--({"a": "5,000", "b": "（486.2）", "p": "96.6 ％", "q": "50‰",
        "m": "57,622万元", "y": "3412元", "big": "1.2亿元", "about": "约5", "name": "2023年",
        "list": ["3,000", "２０００"], "days": "8天"})--";
    const auto one = [&](const std::string& formula, const std::string& printed) {
        return reconciled(claim(formula, printed), written);
    };
    for (const auto& each : std::vector<std::pair<std::string, std::string>>{
             {"a", "5,000"},
             {"a + b", "4513.8"},
             {"p", "96.6%"},
             {"q", "5%"},
             {"m", "57622"},
             {"m", "57,622万元"},
             {"y", "0.3412"},
             {"sum(list)", "5000"},
             {"m * 10", "57.622亿"}}) { // without 元: of money all the same
        CAPTURE(each.first);
        CHECK(codes(one(each.first, each.second)) == "");
    }
    const auto says = [](const Reconciliation& found, const std::string& text) {
        REQUIRE(found.findings.size() == 1);
        CHECK(found.findings[0].finding.code == "claim-not-computable");
        CAPTURE(found.findings[0].finding.message);
        CHECK(found.findings[0].finding.message.find(text) != std::string::npos);
    };
    says(one("big / m", "20%"), "big 为“1.2亿元”，不是数：请写 12000");
    says(one("about", "5"), "about 为“约5”，不是数：请只写一个确切的数字");
    says(one("a + days", "5008"), "days 为“8天”");
    says(reconciled(claim("days + about = name", "", R"(, "kind": "identity")"), written),
         "about 为“约5”"); // texts that are put together are no sum
    CHECK(codes(reconciled(claim("name = \\\"2023年\\\"", "", R"(, "kind": "identity")"),
                           written)) == "");
}
