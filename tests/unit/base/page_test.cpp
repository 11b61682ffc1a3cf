// SPDX-License-Identifier: Apache-2.0
//
// One page in every format, byte for byte.
#include "base/page.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace heng::detail::base;

namespace {

Page sample() {
    Page page{"zh-CN"};
    page.add(Heading{1, "某局 <b>"}).add(Paragraph{"标准 (a_b)"});
    Table table{{{"指标"}, {"得分", Align::right}, {"依据"}}};
    table.add("预算|执行", "9.98", "公布");
    table.add(Cell{"率", 1}, "10", "");
    table.add(Cell{"总分", 0, true}, "19.98", "a\nb");
    page.add(std::move(table)).add(Paragraph{"等级 优"});
    page.add_list("说明", {"一 & 二", "三\x1b[1m"}).add_list("没有", {});
    return page.add(Note{"注"});
}

Page labelled() {
    Page page{"en"};
    page.add(Heading{2, "total"});
    page.add(Entries{{{"规则", "first"}, {"", "more"}, {"up", "x*y"}}});
    Table causes{{{"change", Align::right}, {}}, true};
    causes.add("+0.5", Cell{"cause"});
    causes.rows.back().back().more = {"one", "two"};
    causes.add("−10", "sum");
    page.add(Heading{2, "causes"}).add(std::move(causes));
    return page;
}

std::string body_of(const Page& page) {
    const std::string html = to_html(page);
    const std::size_t begin = html.find("<body>\n") + 7;
    return html.substr(begin, html.find("</body>") - begin);
}

} // namespace

TEST_CASE("page: text, in columns by the width of its characters") {
    CHECK(to_text(sample()) == R"(某局 <b>
标准 (a_b)

指标        得分  依据
预算|执行   9.98  公布
  率          10
总分       19.98  a�b
等级 优

说明
  一 & 二
  三�[1m

注
)");
    CHECK(to_text(labelled()) == R"(total
  规则  first
        more
  up    x*y

causes
  +0.5  cause
          one
          two
   −10  sum
)");
}

TEST_CASE("page: Markdown, with its syntax escaped") {
    CHECK(to_markdown(sample()) == R"(# 某局 &lt;b&gt;

标准 (a\_b)

| 指标 | 得分 | 依据 |
|---|--:|---|
| 预算\|执行 | 9.98 | 公布 |
| &emsp;率 | 10 |  |
| **总分** | 19.98 | a�b |

等级 优

## 说明

- 一 &amp; 二
- 三�\[1m

注
)");
    CHECK(to_markdown(labelled()) == R"(## total

- **规则** first
  - more
- **up** x\*y

## causes

| change | |
|--:|---|
| +0.5 | cause<br>one<br>two |
| −10 | sum |
)");
}

TEST_CASE("page: HTML is a whole document") {
    const std::string html = to_html(sample());
    CHECK(html.find("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">") ==
          0);
    CHECK(html.find("<title>某局 &lt;b&gt;</title>") != std::string::npos);
    CHECK(html.find("http") == std::string::npos);
    CHECK(html.find("url(") == std::string::npos);
    for (const char* rule : {"counter(page)", "min-width: 5em", "attr(data-label)", "A4"}) {
        CHECK_MESSAGE(html.find(rule) != std::string::npos, rule);
    }
    CHECK(body_of(sample()) == R"(<h1>某局 &lt;b&gt;</h1>
<p>标准 (a_b)</p>
<table>
<thead><tr><th>指标</th><th class="n">得分</th><th>依据</th></tr></thead>
<tbody>
<tr><td>预算|执行</td><td class="n" data-label="得分">9.98</td><td data-label="依据">公布</td></tr>
<tr><td style="padding-left: 2em">率</td>)"
                               R"(<td class="n" data-label="得分">10</td>)"
                               R"(<td data-label="依据"></td></tr>
<tr><td><b>总分</b></td><td class="n" data-label="得分">19.98</td><td data-label="依据">a�b</td></tr>
</tbody>
</table>
<p>等级 优</p>
<h2>说明</h2>
<ul>
<li>一 &amp; 二</li>
<li>三�[1m</li></ul>
<p class="note">注</p>
)");
    CHECK(body_of(labelled()) == R"(<h2>total</h2>
<dl>
<dt>规则</dt>
<dd>first</dd>
<dd>more</dd>
<dt>up</dt>
<dd>x*y</dd>
</dl>
<h2>causes</h2>
<table>
<thead><tr><th class="n">change</th><th></th></tr></thead>
<tbody>
<tr><td class="n">+0.5</td><td>cause<br>one<br>two</td></tr>
<tr><td class="n">−10</td><td>sum</td></tr>
</tbody>
</table>
)");
}

TEST_CASE("page: a score and its points stay on one line of a heading") {
    Page page{"zh-CN"};
    page.add(Heading{2, "预算执行率　9.65 / 10，失0.35分"}).add(Paragraph{"9.65 / 10"});
    CHECK(body_of(page) ==
          "<h2>预算执行率　9.65\u00a0/\u00a010，失0.35分</h2>\n<p>9.65 / 10</p>\n");
    CHECK(to_text(page) == "预算执行率　9.65 / 10，失0.35分\n9.65 / 10\n");
}

TEST_CASE("page: lists in lists, and a title that text leaves out") {
    Page lines{"en"};
    CHECK(to_text(lines.add_lines("a\n  b\n\nc")) == "a\n  b\n\nc\n");
    Page page{"en", "form.json"};
    page.add(List{{{"a"}, {"a.1", 2}, {"a.1.1", 4}, {"a.2", 2}, {"b"}, {"b.1", 4}}});
    CHECK(to_text(page) == "a\n  a.1\n    a.1.1\n  a.2\nb\n    b.1\n");
    CHECK(to_markdown(page) ==
          "# form.json\n\n- a\n  - a.1\n    - a.1.1\n  - a.2\n- b\n    - b.1\n");
    CHECK(body_of(page) ==
          "<h1>form.json</h1>\n<ul>\n<li>a\n<ul>\n<li>a.1\n<ul>\n<li>a.1.1</li></ul>"
          "</li>\n<li>a.2</li></ul></li>\n<li>b\n<ul>\n<li>b.1</li></ul></li></ul>\n");
}

TEST_CASE("page: a table without rows, and a page without anything") {
    Page page{"en"};
    page.add(Table{{{"a"}, {"b", Align::right}}}).add(List{}).add(Entries{});
    CHECK(to_text(page) == "a  b\n");
    CHECK(to_markdown(page).find("| a | b |\n|---|--:|\n") == 0);
    CHECK(body_of(page) ==
          "<table>\n<thead><tr><th>a</th><th class=\"n\">b</th></tr></thead>\n<tbody>\n</tbody>\n"
          "</table>\n<dl>\n</dl>\n");
    Page bare{"en"};
    bare.add(Table{{{""}, {"", Align::right}}}); // without headings, no empty row above
    CHECK(body_of(bare) == "<table class=\"plain\">\n<tbody>\n</tbody>\n</table>\n");
    CHECK(to_text(Page{"en"}).empty());
    CHECK(to_markdown(Page{"en"}).empty());
}

TEST_CASE("page: CSV, in which no text is a formula or steers a terminal") {
    Table table{{{"name"}, {"score", Align::right}}};
    table.add("预算, \"执行\"", "-3.00");
    table.add("=SUM(A1)", "");
    table.add("a\nb\x1b", "1");
    CHECK(to_csv(table) == "name,score\r\n"
                           "\"预算, \"\"执行\"\"\",-3.00\r\n"
                           "'=SUM(A1),\r\n"
                           "\"a\nb�\",1\r\n");
}

TEST_CASE("page: the one escape of Markdown, and that of HTML") {
    CHECK(markdown_escaped("\\`*_[]|#~") == "\\\\\\`\\*\\_\\[\\]\\|\\#\\~");
    CHECK(markdown_escaped("<!-- a & b -->\nc") == "&lt;!-- a &amp; b --&gt; c");
    CHECK(html_escaped("<a href=\"x\">'&'") == "&lt;a href=&quot;x&quot;&gt;&apos;&amp;&apos;");
}
