// SPDX-License-Identifier: Apache-2.0
//
// Files that mean harm, or are none: refused by name, within bounds.
#include "unit/office/office_files.hpp"

#include <heng/office/tables.hpp>

#include <doctest/doctest.h>

using namespace heng::office;

namespace {

/// The code with which a file is refused, and where: "office.limit 表!C1".
std::string refusal(std::string_view bytes, const Bounds& bounds = {}) {
    const auto file = read_tables(bytes, bounds);
    if (file) {
        return "";
    }
    REQUIRE(!file.error().empty());
    const Problem& why = file.error().front();
    CHECK(!why.message.en.empty());
    CHECK(!why.message.zh.empty());
    const std::string where = place_text(why.where, Language::en);
    return why.code + (where.empty() ? "" : " " + where);
}

std::string ole(std::string_view name) {
    std::string text = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    text += std::string(600, '\0');
    for (const char c : name) {
        text += c;
        text += '\0';
    }
    return text;
}

} // namespace

TEST_CASE("kinds of files that are not read are named") {
    CHECK(kind_of(ole("Workbook")) == Kind::old_workbook);
    CHECK(kind_of(ole("WordDocument")) == Kind::old_document);
    CHECK(kind_of(ole("EncryptedPackage")) == Kind::encrypted);
    CHECK(kind_of("%PDF-1.7\n1,2\n") == Kind::pdf);
    CHECK(kind_of("{\\rtf1 a}") == Kind::rich_text);
    CHECK(kind_of("\xFF\xD8\xFF\xE0") == Kind::picture);
    CHECK(kind_of(zip_of({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}})) ==
          Kind::open_document);
    CHECK(kind_of(zip_of({{"xl/workbook.bin", ""}})) == Kind::binary_workbook);
    CHECK(kind_of(zip_of({{"a.txt", "xl/workbook.xml"}})) == Kind::other);
    CHECK(kind_of("<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:"
                  "spreadsheet\"><Table/></Workbook>") == Kind::xml_workbook);
    for (const std::string& bytes : {ole("Workbook"), ole("WordDocument"), ole("EncryptedPackage"),
                                     std::string{"%PDF-1.7"}, zip_of({{"a.txt", ""}})}) {
        CHECK(refusal(bytes) == "office.kind");
        CHECK(!read_tables(bytes).error().front().hint.zh.empty());
    }
}

TEST_CASE("a facts document stays JSON, whatever is wrong with it") {
    CHECK(kind_of("\xEF\xBB\xBF \n{\"a\": 1,\n2}") == Kind::json);
    CHECK(kind_of("[1,\n2]") == Kind::json);
    CHECK(kind_of("") == Kind::json);
    CHECK(kind_of("\"heng\": \"facts/1\",\n\"data\": {}") == Kind::other);
    CHECK(kind_of("no fields") == Kind::other);
    CHECK(kind_of("\"a\",\"b\"\n\"1\",\"2\"") == Kind::csv);
}

TEST_CASE("a damaged file is refused") {
    const std::string good = xlsx_of("<row><c><v>1</v></c></row>");
    CHECK(refusal(good) == "");
    for (std::size_t length = 4; length < good.size(); length += 61) {
        CAPTURE(length);
        CHECK(refusal(good.substr(0, length)) == "office.broken");
    }
    std::string flipped = good;
    flipped[flipped.find("<v>1") + 3] = '2'; // against the check sum
    CHECK(refusal(flipped) == "office.broken");
    CHECK(refusal(zip_of({{"xl/a.xml", ""}})) == "office.broken");
    CHECK(refusal(xlsx_of("<row><c>")) == "office.broken");
    CHECK(refusal(zip_of({{"xl/a.xml", "1"}, {"XL/A.XML", "2"}})) == "office.broken");
    CHECK(refusal("a,b\n\xFF\xFF,1\n") == "office.broken");
}

TEST_CASE("a cell that the file contradicts is named") {
    CHECK(refusal(xlsx_of("<row r=\"1\"><c r=\"A2\"><v>1</v></c></row>")) == "office.broken 表");
    CHECK(refusal(xlsx_of("<row r=\"1\"><c r=\"B1\" t=\"s\"><v>7</v></c></row>")) ==
          "office.broken 表!B1");
    CHECK(refusal(xlsx_of("<row r=\"1\"><c r=\"B1\"><v>ten</v></c></row>")) ==
          "office.broken 表!B1");
    CHECK(refusal(xlsx_of("<row><c r=\"A1\"><v>1</v></c><c r=\"A1\"><v>2</v></c></row>")) ==
          "office.broken 表!A1");
    CHECK(refusal(xlsx_of("<row r=\"1048577\"><c><v>1</v></c></row>")) == "office.broken 表");
    CHECK(refusal(xlsx_of("<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>")) == "office.broken 表");
    CHECK(refusal(workbook_of(
              "<sheetData><row><c r=\"A1\"><v>1</v></c><c r=\"B2\"><v>2</v></c></row></sheetData>"
              "<mergeCells><mergeCell ref=\"B2:A1\"/></mergeCells>")) == "office.broken 表");
    CHECK(refusal(workbook_of(
              "<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v>"
              "</c><c r=\"C1\"><v>2</v></c></row></sheetData><mergeCells><mergeCell "
              "ref=\"A1:B1\"/><mergeCell ref=\"B1:C1\"/></mergeCells>")) == "office.broken 表");
}

TEST_CASE("a cell that is no text is refused, so that facts are always JSON") {
    CHECK(refusal(xlsx_of("<row><c t=\"str\"><v>\xC3(</v></c></row>")) == "office.broken 表!A1");
    CHECK(refusal("a,b\n" + std::string(70'000, 'x') + std::string(1, '\0') + ",2\n") ==
          "office.broken row 2, column 1");
}

TEST_CASE("what unpacks to more than a form is refused before it is unpacked") {
    const std::string bomb =
        zip_of({{"xl/workbook.xml",
                 "<workbook>" + std::string(std::size_t{1} << 24, ' ') + "</workbook>"}},
               true);
    CHECK(bomb.size() < 20'000);
    CHECK(refusal(bomb) == "office.limit");
    Bounds bounds;
    bounds.unpacked = 100;
    CHECK(refusal(xlsx_of("<row><c><v>1</v></c></row>"), bounds) == "office.limit");
    bounds = {};
    bounds.bytes = 10;
    CHECK(refusal(xlsx_of(""), bounds) == "office.limit");
    bounds = {};
    bounds.parts = 4;
    CHECK(refusal(xlsx_of(""), bounds) == "office.limit");
}

TEST_CASE("cells, merges, elements, tables and depth are bounded") {
    Bounds bounds;
    bounds.cells = 2;
    const std::string row = "<row><c><v>1</v></c><c><v>2</v></c><c><v>3</v></c></row>";
    CHECK(refusal(xlsx_of(row), bounds) == "office.limit 表!C1");
    CHECK(refusal("a,b,c\n", bounds) == "office.limit row 1, column 3");
    bounds = {};
    bounds.marks = 10;
    CHECK(refusal(xlsx_of(row), bounds) == "office.limit");
    CHECK(refusal("<table><tr><td><b></b><i></i><u></u>", bounds) == "office.limit");
    bounds = {};
    bounds.merged = 3;
    CHECK(refusal(workbook_of("<sheetData><row><c r=\"A1\"><v>1</v></c></row><row r=\"2\"><c "
                              "r=\"C2\"><v>2</v></c></row></sheetData><mergeCells><mergeCell "
                              "ref=\"A1:B2\"/></mergeCells>"),
                  bounds) == "office.limit 表!A1");
    bounds = {};
    bounds.text = 3;
    CHECK(refusal("abcd,b\n", bounds) == "office.limit row 1, column 1");
    bounds = {};
    bounds.tables = 1;
    CHECK(refusal("<table></table><table></table>", bounds) == "office.limit");
    std::string deep;
    for (int i = 0; i < 100; ++i) {
        deep += "<w:tbl><w:tr><w:tc><w:p/>";
    }
    for (int i = 0; i < 100; ++i) {
        deep += "</w:tc></w:tr></w:tbl>";
    }
    CHECK(refusal(docx_of(deep)) == "office.limit");
    std::string page = "<table><tr><td>";
    for (int i = 0; i < 5'000; ++i) {
        page += "<b>";
    }
    CHECK(refusal(page + "1") == "office.limit");
}

TEST_CASE("macros and entities are refused, and nothing outside of the file is read") {
    CHECK(refusal(xlsx_of("", {{"xl/vbaProject.bin", "x"}})) == "office.active");
    CHECK(refusal(zip_of(
              {{"word/document.xml", "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>"
                                     "<w:document><w:body/></w:document>"}})) == "office.active");
    const auto page = read_tables("<!DOCTYPE html [<!ENTITY b SYSTEM \"file:///etc/hostname\">]>"
                                  "<table><tr><td>&b;</td><td>1</td></tr></table>");
    REQUIRE(page);
    CHECK(page->tables.front().text_at(1, 1) == "&b;");
    // a sheet that is said to be elsewhere is none
    const auto file =
        read_tables(xlsx_of("<row><c><v>1</v></c></row>",
                            {{"xl/_rels/workbook.xml.rels",
                              "<Relationships><Relationship Id=\"s1\" Type=\"a/worksheet\" "
                              "TargetMode=\"External\" Target=\"http://a/b.xml\"/>"
                              "</Relationships>"}}));
    REQUIRE(file);
    CHECK(file->tables.empty());
}
