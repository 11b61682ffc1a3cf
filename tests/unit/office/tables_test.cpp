// SPDX-License-Identifier: Apache-2.0
#include "unit/office/office_files.hpp"

#include <heng/office/tables.hpp>

#include <doctest/doctest.h>

using namespace heng::office;

namespace {

Table only_table(std::string_view bytes) {
    const auto file = read_tables(bytes);
    if (!file) {
        FAIL(file.error().front().message.en);
    }
    REQUIRE(file->tables.size() == 1);
    return file->tables.front();
}

/// The texts of a table, row by row; what is merged over a place stands there too.
std::string shown(const Table& table) {
    std::string text;
    for (std::size_t row = 1; row <= table.rows; ++row) {
        for (std::size_t column = 1; column <= table.columns; ++column) {
            text += column > 1 ? "|" : "";
            text += table.text_at(row, column);
        }
        text += "\n";
    }
    return text;
}

} // namespace

TEST_CASE("a sheet has shared and inline texts, numbers, booleans, errors and formulas") {
    const Table table = only_table(xlsx_of(
        "<row r=\"2\"><c r=\"B2\" t=\"s\"><v>1</v></c><c r=\"C2\"><v>8.0299999999999994</v></c>"
        "<c r=\"D2\" t=\"inlineStr\"><is><r><t>甲</t></r><r><t xml:space=\"preserve\"> 乙</t></r>"
        "</is></c></row>"
        "<row r=\"4\"><c r=\"A4\" t=\"b\"><v>1</v></c><c r=\"B4\" t=\"e\"><v>#DIV/0!</v></c>"
        "<c r=\"C4\"><f>B2*2</f><v>16.06</v></c><c r=\"D4\" t=\"str\"><f>A1</f><v>文</v></c>"
        "<c r=\"E4\"><f>C2</f></c></row>",
        {{"xl/sharedStrings.xml",
          "<sst><si><t>零</t></si><si><t>一_x000D_\n行</t><rPh><t>yi</t></rPh></si></sst>"}}));
    CHECK(table.sheet == "表");
    CHECK(table.text_at(2, 2) == "一\n行");
    CHECK(table.at(2, 3)->kind == CellKind::number);
    CHECK(table.text_at(2, 3) == "8.03");
    CHECK(table.text_at(2, 4) == "甲 乙");
    CHECK(table.at(4, 1)->kind == CellKind::boolean);
    CHECK(table.text_at(4, 1) == "true");
    CHECK(table.at(4, 2)->kind == CellKind::error);
    CHECK(table.at(4, 3)->formula == "B2*2");
    CHECK(table.text_at(4, 3) == "16.06");
    CHECK(table.text_at(4, 4) == "文");
    CHECK(table.at(4, 5)->no_result);
    CHECK(!table.at(4, 3)->no_result);
    CHECK(table.at(3, 1) == nullptr);
    CHECK(place_text(table.where(4, 28), Language::en) == "表!AB4");
}

TEST_CASE("cells without a reference follow one another, and names may have a prefix") {
    CHECK(
        shown(only_table(xlsx_of("<row><c><v>1</v></c><c><v>2</v></c></row>"
                                 "<row r=\"3\"><c r=\"B3\"><v>3</v></c><c><v>4</v></c></row>"))) ==
        "1|2|\n||\n|3|4\n");
    CHECK(shown(only_table(workbook_of("", {{"xl/worksheets/sheet1.xml",
                                             "<x:worksheet xmlns:x=\"a\"><x:sheetData><x:row><x:c>"
                                             "<x:v>7</x:v></x:c></x:row></x:sheetData>"
                                             "</x:worksheet>"}}))) == "7\n");
}

TEST_CASE("a merged cell is at every place that it covers, and hides what stood there") {
    const Table table = only_table(workbook_of(
        "<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>9</v></c>"
        "<c r=\"C1\"><v>2</v></c></row><row r=\"3\"><c r=\"C3\"><v>3</v></c></row></sheetData>"
        "<mergeCells><mergeCell ref=\"A1:B2\"/><mergeCell ref=\"C3:XFD1048576\"/></mergeCells>"));
    CHECK(shown(table) == "1|1|2\n1|1|\n||3\n");
    CHECK(table.at(2, 2) == table.at(1, 1));
    CHECK(table.cells.size() == 3);
}

TEST_CASE("the number format says what is a date, and the workbook from when it counts") {
    const std::string styles =
        "<styleSheet><numFmts><numFmt numFmtId=\"164\" "
        "formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;\"/>"
        "<numFmt numFmtId=\"165\" formatCode=\"#,##0.00&quot;days&quot;;[Red]-0.0E+00\"/>"
        "<numFmt numFmtId=\"166\" formatCode=\"[h]:mm\"/><numFmt numFmtId=\"167\" "
        "formatCode=\"[$-804]General\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf "
        "numFmtId=\"14\"/>"
        "<xf numFmtId=\"164\"/><xf numFmtId=\"165\"/><xf numFmtId=\"166\"/><xf numFmtId=\"167\"/>"
        "<xf numFmtId=\"10\"/></cellXfs></styleSheet>";
    std::string row = "<row>";
    for (int style = 0; style < 7; ++style) {
        row += "<c s=\"" + std::to_string(style) + "\"><v>45291</v></c>";
    }
    row += "</row>";
    CHECK(only_table(xlsx_of(row, {{"xl/styles.xml", styles}})).at(1, 7)->percent);
    CHECK(!only_table(xlsx_of(row, {{"xl/styles.xml", styles}})).at(1, 4)->percent);
    CHECK(shown(only_table(xlsx_of(row, {{"xl/styles.xml", styles}}))) ==
          "45291|2023-12-31|2023-12-31|45291|2023-12-31|45291|45291\n");
    const Table later = only_table(
        xlsx_of(row, {{"xl/styles.xml", styles},
                      {"xl/workbook.xml", "<workbook><workbookPr date1904=\"1\"/><sheets><sheet "
                                          "name=\"表\" r:id=\"s1\"/></sheets></workbook>"}}));
    CHECK(later.text_at(1, 2) == "2028-01-01");
    CHECK(later.at(1, 2)->kind == CellKind::date);
}

TEST_CASE("a document's insertions count, and its deletions do not") {
    const Table table = only_table(docx_of(
        "<w:p><w:r><w:t>单位名称：</w:t></w:r><w:ins><w:r><w:t>甲</w:t></w:r></w:ins></w:p>"
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>9</w:t></w:r><w:del><w:r><w:delText>0</w:delText></w:r>"
        "</w:del><w:ins><w:r><w:t>5</w:t></w:r></w:ins></w:p></w:tc><w:tc><w:p><w:moveFrom><w:r>"
        "<w:t>x</w:t></w:r></w:moveFrom><w:hyperlink><w:r><w:t>链</w:t></w:r></w:hyperlink></w:p>"
        "<w:p><w:r><w:t>二</w:t><w:br/><w:t>三</w:t></w:r></w:p></w:tc></w:tr>"
        "<w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:t>gone</w:t></w:r></w:p></w:tc></w:tr>"
        "<w:ins><w:tr><w:tc><w:p><w:r><w:t>new</w:t></w:r></w:p></w:tc></w:tr></w:ins></w:tbl>"));
    CHECK(shown(table) == "95|链\n二\n三\nnew|\n");
    CHECK(table.number == 1);
    CHECK(table.before == std::vector<std::string>{"单位名称：甲"});
    CHECK(place_text(table.where(2, 3), Language::zh) == "表1第2行第3列");
    CHECK(place_text(table.where(2, 3), Language::en) == "table 1, row 2, column 3");
}

TEST_CASE("cells of a document span columns and rows, and tables stand in tables") {
    const auto cell = [](const std::string& properties, const std::string& text) {
        return "<w:tc><w:tcPr>" + properties + "</w:tcPr><w:p><w:r><w:t>" + text +
               "</w:t></w:r></w:p></w:tc>";
    };
    const std::string inner = "<w:tbl><w:tr>" + cell("", "里") + "</w:tr></w:tbl>";
    const auto file = read_tables(docx_of(
        "<w:tbl><w:tr>" + cell("<w:vMerge w:val=\"restart\"/>", "产出") +
        cell("<w:gridSpan w:val=\"2\"/>", "甲") + "</w:tr><w:sdt><w:sdtContent><w:tr>" +
        cell("<w:vMerge/>", "") + cell("", "乙") + cell("", "丙") +
        "</w:tr></w:sdtContent></w:sdt><w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>" +
        "<w:tc><w:p/>" + inner + "<w:p><w:r><w:t>外</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"));
    REQUIRE(file);
    REQUIRE(file->tables.size() == 2);
    CHECK(shown(file->tables[0]) == "产出|甲|甲\n产出|乙|丙\n|外|\n");
    CHECK(shown(file->tables[1]) == "里\n");
    CHECK(file->tables[1].number == 2);
}

TEST_CASE("a page's tables span as browsers show them, and Excel's numbers are exact") {
    const auto file = read_tables(
        "<!DOCTYPE html><html><head><meta charset=\"gb2312\"><title>t</title></head><body>"
        "<p>总分：<b>96</b></p><table><thead><tr><th rowspan=2>一级<br>指标</th><th colspan=2>甲 "
        "&amp; 乙"
        "</th></tr></thead><tr><td x:num=\"8.0299999999999994\">8.0</td><td>b<table><tr><td>里"
        "</table></td></tr><tr><td colspan=9 rowspan=0>&nbsp;c\n  "
        "d</td></tr></table></body></html>");
    REQUIRE(file);
    REQUIRE(file->tables.size() == 2);
    CHECK(shown(file->tables[0]) == "一级\n指标|甲 & 乙|甲 & 乙\n一级\n指标|8.03|b\nc d|c d|c d\n");
    CHECK(file->tables[0].at(2, 2)->kind == CellKind::number);
    CHECK(file->tables[0].before == std::vector<std::string>{"总分：96"});
    CHECK(shown(file->tables[1]) == "里\n");
}

TEST_CASE("CSV is read with its separator and its character set") {
    CHECK(shown(only_table("\xEF\xBB\xBF名称,值\r\n\"甲,\"\"乙\"\"\n丙\",1\r\n,\r\n末")) ==
          "名称|值\n甲,\"乙\"\n丙|1\n|\n末|\n");
    CHECK(shown(only_table("a;b\n1,5;2,5\n;3\n")) == "a|b\n1,5|2,5\n|3\n");
    CHECK(shown(only_table("a\tb\n1\t2")) == "a|b\n1|2\n");
    CHECK(shown(only_table("sep=|\na|b\n\"1\"|2\n")) == "a|b\n1|2\n");
    // 项目,值 in GB18030, with a letter that GBK lacks (㐁 is 81 39 EF 30)
    CHECK(shown(only_table("\xCF\xEE\xC4\xBF,\xD6\xB5\n\x81\x39\xEF\x30,2\n")) ==
          "项目|值\n㐁|2\n");
    using namespace std::string_view_literals;
    CHECK(shown(only_table("\xFF\xFE"
                           "a\0\t\0b\0\n\0\x32\x75\t\0\x31\0\n\0"sv)) == "a|b\n甲|1\n");
}
