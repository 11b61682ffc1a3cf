// SPDX-License-Identifier: Apache-2.0
//
// Drafts of reports: what they must say of the real report, what people wrote in them, and what
// hostile names and templates do.
#include "support/files.hpp"

#include <heng/document/builtin.hpp>
#include <heng/report/report.hpp>

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <vector>

using namespace heng;

namespace {

const RubricDocument& guangzhou() {
    static const RubricDocument rubric = builtin("guangzhou-department-2023").value();
    return rubric;
}

const Facts& facts() {
    static const Facts read =
        Facts::parse(guangzhou(), test::file("examples/guangzhou-2023/facts.json")).value();
    return read;
}

std::string draft(const ReportSources& sources = {}, ReportFormat format = ReportFormat::markdown) {
    const auto made = report(facts(), sources, format);
    REQUIRE_MESSAGE(made, (made ? "" : made.error().message));
    return *made;
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

/// What is wrong with the tags of an HTML text: the first that is not closed, or closes another.
std::string unbalanced(const std::string& html) {
    static const std::set<std::string> alone{"meta", "rect", "!DOCTYPE", "br"};
    std::vector<std::string> open;
    for (std::size_t at = html.find('<'); at != std::string::npos; at = html.find('<', at + 1)) {
        if (html.compare(at, 4, "<!--") == 0) {
            at = html.find("-->", at);
            continue;
        }
        const bool closes = html[at + 1] == '/';
        const std::size_t begin = at + (closes ? 2 : 1);
        const std::string name = html.substr(begin, html.find_first_of(" >/", begin) - begin);
        if (alone.contains(name)) {
            continue;
        }
        if (!closes) {
            open.push_back(name);
        } else if (open.empty() || open.back() != name) {
            return "</" + name + ">";
        } else {
            open.pop_back();
        }
    }
    return open.empty() ? "" : "<" + open.back() + ">";
}

constexpr const char* hostile_rubric = R"({"heng": "rubric/1", "id": "x", "title": "<b>|T|</b>",
    "basis": "local", "source": "t", "language": "en", "unit": "元", "points": "10",
    "inputs": {"a": {"type": "number"}},
    "indicators": [{"id": "i", "name": "<script>alert(1)</script> & | `x`", "points": "10",
                    "basis": "local", "source": "t", "measure": "a",
                    "rule": {"kind": "proportional"}}]})";
constexpr const char* hostile_facts = R"({"heng": "facts/1", "unit": "元", "data": {"a": "0.5"},
    "subject": {"name": "<!-- heng:keep duties --><script>"}})";

} // namespace

TEST_CASE("the real report: its table, its progress and its problems") {
    const std::string claims = test::file("examples/guangzhou-2023/claims.json");
    const std::string plan = test::file("examples/guangzhou-2023/plan.json");
    ReportSources sources;
    sources.claims = claims;
    sources.plan = plan;
    const std::string text = draft(sources);
    for (const char* row :
         {"| 履职效能 | 整体效能 | 25.00 | 24.98 | 99.92% |",
          "|  | 专项效能 | 25.00 | 24.97 | 99.88% |",
          "| 管理效能 | 预算编制 | 3.00 | 3.00 | 100.00% |",
          "|  | 预算执行 | 4.00 | 4.00 | 100.00% |", "|  | 信息公开 | 4.00 | 4.00 | 100.00% |",
          "|  | 绩效管理 | 15.00 | 15.00 | 100.00% |", "|  | 采购管理 | 10.00 | 5.80 | 58.00% |",
          "|  | 资产管理 | 10.00 | 8.50 | 85.00% |", "|  | 运行成本 | 4.00 | 4.00 | 100.00% |",
          "| 总分 | | 100.00 | 94.25 | 94.25% |", "等级为优", "| 支出进度 | 99.09% |",
          "| 总收入 | 465,202.15万元 |", "- 以战略平台之“进”，蓄自立自强之“势”"}) {
        CHECK_MESSAGE(has(text, row), row);
    }
    CHECK(has(text, "写为 99.81%"));
    // three levels, each leaf with its standard, and why it lost points
    CHECK(has(text, "| 一级指标 | 二级指标 | 三级指标 | 分值 | 得分 | 评分标准 | 扣分原因 |"));
    CHECK(has(text, "| 管理效能（50.00分，得44.30分） | 预算编制（3.00分，得3.00分） | "
                    "新增预算入库项目事前绩效评估 | 3.00 | 3.00 |"));
    CHECK(has(text, "|  |  | 采购合同签订时效性 | 3.00 | 0.00 | 按次扣分，扣完为止"));
    CHECK_FALSE(has(text, "完成率 |"));
    const std::string problems = text.substr(text.find("## 三、"));
    for (const char* problem : {"**采购合同签订时效性**（失3分）", "**合同备案时效性**（失1分）",
                                "**资产配置合规性**（失1分）", "超标准配置办公自动化设备",
                                "**全市技术合同成交额**", "**采购政策效能**（失0.2034分）"}) {
        CHECK_MESSAGE(has(problems, problem), problem);
    }
    CHECK(has(problems, "1. **采购合同签订时效性**")); // what lost the most is the first
    CHECK(problems.find("资产管理合规性") < problems.find("采购政策效能"));
    CHECK(problems.find("采购政策效能") < problems.find("专项资金支出率"));
    CHECK(has(text.substr(text.find("## 四、")), "合同签订超时减少到"));
    CHECK(draft(sources) == text);
}

TEST_CASE("without plan and claims there are places to write, and nothing is made up") {
    const std::string text = draft();
    CHECK(has(text, "（在此填写或补充部门职能。）"));
    CHECK_FALSE(has(text, "报告的数字中"));
    CHECK(has(text, "| 支出进度 | 99.09% |"));
}

TEST_CASE("warnings and decisions, where there are progress and a policy") {
    std::string progress = test::file("examples/cycle/progress.json");
    const std::string policy = test::file("src/builtin/policies/guangzhou-2023.json");
    const std::string at_year_end = R"("as_of": "2023-12-31")";
    REQUIRE(progress.find(at_year_end) != std::string::npos);
    progress.replace(progress.find(at_year_end), at_year_end.size(), R"("as_of": "2023-06-30")");
    ReportSources sources;
    sources.progress = progress;
    sources.policy = policy;
    const std::string text = draft(sources);
    CHECK(has(text, "绩效运行监控中的预警："));
    CHECK(has(text, "| 红 |"));
    CHECK(has(text, "评价结果的应用："));
    CHECK(has(text, "暂缓拨付"));
    CHECK(unbalanced(draft(sources, ReportFormat::html)) == "");
    const std::string unknown = R"({"heng": "progress/1", "subject": {"name": "A", "year": 2023},
        "unit": "元", "as_of": "2023-06-30", "projects": [
        {"id": "p", "name": "无记录项目", "budget": 1, "entries": []}]})";
    sources.progress = unknown;
    const std::string without = draft(sources);
    CHECK(has(without, "| 无记录项目 | 无数据 |"));
    CHECK(has(without, "未能决定"));
    sources.policy.reset();
    CHECK(report(facts(), sources).error().code == "report.sources");
    sources.policy = "{";
    CHECK(report(facts(), sources).error().document == "policy");
}

TEST_CASE("HTML is one file, balanced, with table and pictures") {
    const std::string html = draft({}, ReportFormat::html);
    CHECK(unbalanced(html) == "");
    CHECK(unbalanced("<p><b></p>") == "</p>");
    CHECK(has(html, "<html lang=\"zh-CN\">"));
    CHECK(has(html, "<svg class=\"waterfall\""));
    CHECK(has(html, "<svg class=\"bars\""));
    CHECK(has(html, "rowspan=\"7\">管理效能</th>"));
    CHECK(has(html, "counter(page)"));
    CHECK(has(html, "横轴自92分起")); // so that every loss is to be seen
    CHECK(has(html, "<td data-label=\"评分标准\">"));
    CHECK_FALSE(has(html, "http:/"
                          "/localhost"));
    CHECK_FALSE(has(html, " src="));
    CHECK_FALSE(has(html, "@import"));
    CHECK_FALSE(has(html, "url("));
}

TEST_CASE("a project has the form of projects") {
    const RubricDocument rubric = builtin("project-2020").value();
    const Facts given =
        Facts::parse(rubric, test::file("examples/audit/yunnan-yongde-2022.json")).value();
    const std::string text = report(given).value();
    for (const char* part :
         {"# 项目支出绩效自评表（2022年度）", "## 项目资金（元）",
          "| 年度资金总额 |  | 387,664.62 | 387,664.62 | 10.00 | 100.00% | 10.00 |",
          "| 产出指标 | 数量指标 | 学生受资助人数 | ≥735 | 735 | 10.00 | 10.00 |",
          "|  | 社会效益指标 | 政策知晓率 | =100% | 98% | 10.00 | 9.80 |",
          "| 满意度指标 | 服务对象满意度指标 | 学生满意度 |", "|  |  | 家长满意度 |",
          "| 总分 | | | | | 100.00 | 99.80 | |"}) {
        CHECK_MESSAGE(has(text, part), part);
    }
    CHECK_FALSE(has(text, "部门"
                          "整体支出"));
    const std::string html = report(given, {}, ReportFormat::html).value();
    CHECK(unbalanced(html) == "");
    CHECK(has(html, "rowspan=\"4\">产出指标</th>"));
    CHECK(has(html, "rowspan=\"2\">服务对象满意度指标</td>"));
    CallOptions english;
    english.language = Language::en;
    CHECK(has(report(given, {}, ReportFormat::markdown, {}, english).value(),
              "# Self-evaluation of project expenditure, 2022"));
    // what was written about a target follows it
    std::string written = text;
    const std::string mark = "<!-- heng:keep target:targets/政策知晓率 政策知晓率 -->";
    REQUIRE(has(written, mark));
    written.insert(written.find(mark) + mark.size(), "宣传不够");
    ReportSources sources;
    sources.previous = written;
    CHECK(has(report(given, sources).value(), mark + "宣传不够"));
}

TEST_CASE("a target by date stands in the form of projects as a day") {
    const RubricDocument rubric = builtin("project-2020").value();
    const auto given = Facts::parse(rubric, R"({"heng": "facts/1", "unit": "万元",
 "subject": {"name": "某局", "year": 2023}, "data": {"budget": {"annual": "100", "executed": "100"},
  "targets": [{"name": "完工日期", "block": "产出/时效", "points": "90", "direction": "<=",
   "rule": "date", "target": "2023-12-31", "actual": "2024-01-12", "deduct": "0.5",
   "reason": "雨季停工"}]}})");
    REQUIRE_MESSAGE(given.has_value(), given.error());
    const std::string text = report(*given).value();
    CHECK(has(text, "| 完工日期 | 2023-12-31 | 2024-01-12 | 90.00 | 84.00 | 雨季停工"));
}

TEST_CASE("a target in words stands in the form of projects as it was set") {
    const RubricDocument rubric = builtin("project-2020").value();
    const auto given = Facts::parse(rubric, R"({"heng": "facts/1", "unit": "万元",
 "subject": {"name": "某局", "year": 2023}, "data": {"budget": {"annual": "100", "executed": "100"},
  "targets": [{"name": "服务能力", "block": "效益/社会", "points": "90", "direction": "level",
   "target": "明显提升", "level": "partly", "rate": "70%", "reason": "到货晚"}]}})");
    REQUIRE_MESSAGE(given.has_value(), given.error());
    CHECK(has(report(*given).value(), "| 服务能力 | 明显提升 | 部分达成 | 90.00 | 63.00 | 到货晚"));
}

TEST_CASE("names are text, whatever is in them") {
    const auto rubric = RubricDocument::parse(hostile_rubric).value();
    const auto few = Facts::parse(rubric, hostile_facts).value();
    const std::string html = report(few, {}, ReportFormat::html).value();
    CHECK_FALSE(has(html, "<script>"));
    CHECK(has(html, "&lt;script&gt;"));
    CHECK(unbalanced(html) == "");
    const std::string text = report(few).value();
    CHECK_FALSE(has(text, "<script>"));
    CHECK(has(text, "&lt;script&gt;alert(1)&lt;/script&gt; &amp; \\| \\`x\\`"));
    CHECK(has(text, "| **") == false);
    ReportSources again;
    again.previous = text; // its marks are those of the template only
    CHECK(report(few, again).value() == text);
}

TEST_CASE("what people wrote is kept") {
    std::string text = draft();
    const std::string place = "<!-- （在此填写改进的具体安排。） -->";
    const std::string written = "一是建立常态化工作机制 <b>&</b> {{total}}。\n\n二是培训。";
    text.replace(text.find(place), place.size(), written);
    ReportSources sources;
    sources.previous = text;
    CHECK(draft(sources) == text);

    // into another format and another template, too: a block without a place comes at the end
    const std::string html = draft(sources, ReportFormat::html);
    CHECK(has(html, written));
    sources.pattern = "T {{total}}\n</body>\n";
    const std::string other = draft(sources);
    CHECK(other.starts_with("T 94.25\n"));
    CHECK(has(other, "## 未能归位的文字"));
    CHECK(has(other, "### 下一步改进措施\n\n<!-- heng:keep improvements -->"));
    CHECK_FALSE(has(other, "keep duties")); // where nobody wrote anything
    ReportSources back;                     // and from there it finds its place again
    back.previous = other;
    CHECK(draft(back) == text);
    CHECK(has(other, written));
    CHECK(other.ends_with("</body>\n"));

    for (const char* broken :
         {"", "a text without marks", "<!-- heng:keep a -->", "<!-- heng:keep a\n -->",
          "<!-- heng:keep a --><!-- heng:keep b --><!-- /heng:keep -->",
          "<!-- heng:keep a --><!-- /heng:keep -->\n"
          "<!-- heng:keep a --><!-- /heng:keep -->"}) {
        ReportSources wrong;
        wrong.previous = broken;
        CHECK(report(facts(), wrong).error().code == "report.keep");
    }
}

TEST_CASE("kept texts of a previous draft are bounded, and a draft has as many as it has items") {
    std::string many;
    for (int i = 0; i < 1'001; ++i) {
        many += "<!-- heng:keep k" + std::to_string(i) + " -->x<!-- /heng:keep -->\n";
    }
    ReportSources sources;
    sources.previous = many;
    CHECK(has(draft(sources), "<!-- heng:keep k1000 -->"));
    Limits few;
    few.rows = 1'000;
    const auto made = report(facts(), sources, ReportFormat::markdown, few);
    REQUIRE_FALSE(made);
    CHECK(made.error().code == "report.keep");
    CHECK(made.error().document == "previous");
    CHECK(made.error().place.line == 1'001);

    std::string indicators;
    for (int i = 0; i < 1'200; ++i) {
        indicators += std::string{i == 0 ? "" : ","} + R"({"id": "i)" + std::to_string(i) +
                      R"(", "name": "n", "points": "1", "measure": "x",
                          "rule": {"kind": "proportional"}})";
    }
    const auto rubric = RubricDocument::parse(R"({"heng": "rubric/1", "id": "r", "title": "r",
        "language": "en", "points": "1200", "inputs": {"x": {"type": "number"}}, "indicators": [)" +
                                              indicators + "]}");
    REQUIRE(rubric);
    const auto half = Facts::parse(*rubric, R"({"heng": "facts/1", "data": {"x": "0.5"}})").value();
    const auto long_draft = report(half);
    REQUIRE(long_draft);
    CHECK(has(*long_draft, "<!-- heng:keep indicator:i1199 n -->"));
    sources.previous = *long_draft;
    CHECK(report(half, sources).value() == *long_draft);
}

TEST_CASE("templates and previous drafts are UTF-8 without NUL, and of a bounded length") {
    const std::string nul{"{{total}}\n\0", 11};
    for (const std::string& wrong : {std::string{"{{total}}\n\xff"}, nul}) {
        ReportSources sources;
        sources.pattern = wrong;
        const auto filled = report(facts(), sources);
        REQUIRE_FALSE(filled);
        CHECK(filled.error().status == Status::invalid_argument);
        CHECK(filled.error().code == "report.template");
        CHECK(filled.error().document == "pattern");
        CHECK(filled.error().place == Place{2, 1});
        sources = {};
        sources.previous = wrong;
        const auto kept = report(facts(), sources);
        REQUIRE_FALSE(kept);
        CHECK(kept.error().status == Status::invalid_argument);
        CHECK(kept.error().code == "report.keep");
        CHECK(kept.error().document == "previous");
        CHECK(kept.error().place == Place{2, 1});
    }
    Limits small;
    small.bytes = 10;
    ReportSources sources;
    sources.previous = "12345678901";
    CHECK(report(facts(), sources, ReportFormat::markdown, small).error().code == "limit.bytes");
}

TEST_CASE("a template whose lists multiply one another ends early") {
    const auto nested = [](int depth, const std::string& body) {
        std::string pattern = body;
        for (int i = 0; i < depth; ++i) {
            pattern = "{{#analysis}}" + pattern + "{{/analysis}}";
        }
        return pattern;
    };
    const std::string comments(4'000, '!');
    for (const std::string& body :
         {std::string{"x"}, std::string{}, std::string{"x\n"}, std::string{"{{{waterfall}}}"},
          std::string{"{{why}}"}, std::string{"{{a.b.c}}"}, "{{!" + comments + "}}"}) {
        const std::string pattern = nested(9, body);
        ReportSources sources;
        sources.pattern = pattern;
        const auto made = report(facts(), sources, ReportFormat::html);
        REQUIRE_FALSE_MESSAGE(made, body);
        CHECK(made.error().code == "limit.draft");
        CHECK(made.error().status == Status::limit_exceeded);
    }
    const std::string pattern = nested(2, "x");
    ReportSources sources;
    sources.pattern = pattern;
    CHECK(draft(sources).starts_with(std::string(81, 'x'))); // nine times nine
    for (const std::string& long_one :
         {std::string(1'100'000, ' '), nested(60, std::string(2'000'000, 'x'))}) {
        sources.pattern = long_one;
        const auto made = report(facts(), sources);
        REQUIRE_FALSE(made);
        CHECK(made.error().code == "limit.draft");
    }
}

TEST_CASE("a sheet of more items than a draft takes is refused by name") {
    std::string indicators;
    for (int i = 0; i <= 50'000; ++i) {
        indicators += std::string{i == 0 ? "" : ","} + R"({"id": "i)" + std::to_string(i) +
                      R"(", "name": "i", "points": 1, "measure": "x",
                         "rule": {"kind": "proportional"}})";
    }
    const auto rubric = RubricDocument::parse(R"({"heng": "rubric/1", "id": "r", "title": "r",
        "points": 50001, "inputs": {"x": {"type": "number"}}, "indicators": [)" +
                                              indicators + "]}");
    REQUIRE(rubric);
    const auto given = Facts::parse(*rubric, R"({"heng": "facts/1", "data": {"x": 1}})");
    REQUIRE(given);
    const auto made = report(*given);
    REQUIRE_FALSE(made);
    CHECK(made.error().code == "limit.draft");
    CHECK(in_language(made.error(), Language::en).message ==
          "the sheet has 50001 items, and a draft takes 50000");
}

TEST_CASE("templates of one's own, and those that can't be read") {
    ReportSources sources;
    sources.pattern = "{{subject}} {{total}}{{#problems}}|{{number}} {{lost}}{{/problems}}{{none}}";
    const std::string text = draft(sources);
    CHECK(text.starts_with("广州市科学技术局 94.25|1 "));
    std::string deep;
    for (int i = 0; i < 100; ++i) {
        deep += "{{#table}}";
    }
    for (int i = 0; i < 100; ++i) {
        deep += "{{/table}}";
    }
    const std::string many(100'000, '{');
    for (const std::string& wrong :
         {std::string{"{{#problems}}"}, std::string{"{{/problems}}"}, std::string{"{{name"},
          std::string{"{{> other}}"}, std::string{"{{=<% %>=}}"}, std::string{"{{\v> other}}"},
          std::string{"{{{=<% %>=}}}"}, deep, many}) {
        sources.pattern = wrong;
        const auto made = report(facts(), sources);
        REQUIRE_FALSE(made);
        CHECK(made.error().code == "report.template");
    }
    Limits small;
    small.bytes = 10;
    sources.pattern = "12345678901";
    CHECK(report(facts(), sources, ReportFormat::markdown, small).error().code == "limit.bytes");
    sources = {};
    sources.claims = "{";
    CHECK(report(facts(), sources).error().code == "json.syntax");
    sources = {};
    sources.plan = "{}";
    CHECK(report(facts(), sources).error().code.starts_with("plan."));
}
