// SPDX-License-Identifier: Apache-2.0
//
// A form is found by its headings and codes, and each cell that is wrong is named, all at once.
#include "unit/office/office_files.hpp"

#include <heng/office/form.hpp>

#include <doctest/doctest.h>

#include <memory>

using namespace heng::office;

namespace {

struct FreeRubric {
    void operator()(heng_rubric* rubric) const { heng_rubric_free(rubric); }
};
using Rubric = std::unique_ptr<heng_rubric, FreeRubric>;

Rubric load(const std::string& text) {
    heng_rubric* rubric = nullptr;
    heng_error* error = nullptr;
    if (heng_rubric_load(text.data(), text.size(), &rubric, &error) != HENG_OK) {
        const std::string why = heng_error_message(error);
        heng_error_free(error);
        FAIL(why);
    }
    return Rubric{rubric};
}

const Rubric& small() {
    static const Rubric rubric = load(R"({
        "heng": "rubric/1", "id": "small", "title": "示例", "basis": "local", "source": "办法",
        "unit": "万元", "points": "100", "inputs": {
            "budget.annual": {"type": "money", "label": "预算数", "minimum": "0"},
            "rate": {"type": "percent", "label": "满意度"},
            "filed": {"type": "boolean", "label": "已备案"},
            "day": {"type": "date", "label": "日期", "optional": true},
            "opinion": {"type": "text", "label": "意见", "optional": true},
            "contracts": {"type": "list", "label": "合同",
                          "of": {"days": {"type": "count", "label": "天数"}}},
            "goals": {"type": "list", "label": "目标", "of": "target"}},
        "indicators": [
            {"id": "a", "name": "甲", "points": "50", "basis": "local", "source": "一",
             "measure": "rate", "rule": {"kind": "proportional"}},
            {"id": "b", "name": "乙", "points": "50", "basis": "local", "source": "二",
             "rule": {"kind": "assessed"}}]})");
    return rubric;
}

/// The problems of a form, one a line: "office.cell 表!B2".
std::string problems_of(const FormFacts& facts) {
    std::string text;
    for (const Problem& each : facts.problems) {
        text += each.code + " " + place_text(each.where, Language::en) + "\n";
    }
    return text;
}

FormFacts read(std::string_view bytes) {
    auto facts = read_facts(small().get(), bytes);
    if (!facts) {
        FAIL(facts.error().front().message.en);
    }
    return *std::move(facts);
}

std::string cell(const std::string& name, const std::string& text) {
    return "<c r=\"" + name + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
}

const std::string head = "<row r=\"1\">" + cell("A1", "填报值") + cell("B1", "编码") + "</row>";

} // namespace

TEST_CASE("facts are found by their codes, in any order and file") {
    const std::string expected =
        R"({"heng": "facts/1", "subject": {"name": "甲局", "year": 2023}, "unit": "元", )"
        R"("data": {"rate": "96.6%", "filed": true, "budget": {"annual": "1234567.5"}, )"
        R"("day": "2024-01-31"}, "assessed": {"b": {"score": "40", "reason": "少一件", )"
        R"("evidence": ["一", "二"]}}})";
    CHECK(read("单位填报表,,\n编码,数据项,填报值\n@name,单位,甲局\n@year,,2023\n@unit,,元\nrate,x,"
               "96.6%\n"
               "filed,,是\n,小计,7\nbudget.annual,,\"1,234,567.5\"\nday,,2024年1月31日\nopinion,,\n"
               "编码,评定得分,评定理由,佐证材料\nb,40,少一件,\"一\n二\"\n")
              .json == expected);
    CHECK(
        read("<table><tr><th>Code<th>Value<tr><td>@name<td>甲局<tr><td>@year<td>2023<tr><td>@unit"
             "<td>元<tr><td>rate<td>９６.６％<tr><td>filed<td>yes<tr><td>budget.annual<td>1234567.5"
             "<tr><td>day<td>2024/1/31</table><table><tr><td>Code<td>Assessed score<td>Reason<td>"
             "Evidence<tr><td>b<td>40<td>少一件<td>一<br>二</table>")
            .json == expected);
}

TEST_CASE("lists have a row each, and an empty one says that it is") {
    const FormFacts some =
        read("contracts[].days\n3,\n,\n５,\n编码,填报值\ncontracts[],有\ngoals[],无\n");
    CHECK(some.json ==
          R"({"heng": "facts/1", "data": {"contracts": [{"days": "3"}, {"days": "5"}], )"
          R"("goals": []}})");
    CHECK(place_text(some.place_of("/data/contracts/1/days"), Language::en) == "row 4, column 1");
    CHECK(place_text(some.place_of("/data/contracts/1"), Language::en) == "row 4, column 1");
    CHECK(place_text(some.place_of("/data/contracts"), Language::en) == "row 6, column 2");
    CHECK(place_text(some.place_of("/data/goals/7/name"), Language::en) == "row 7, column 2");
    CHECK(read("编码,填报值\ncontracts[],\n").json == R"({"heng": "facts/1", "data": {}})");
    CHECK(problems_of(read("contracts[].days,\n3,\n编码,填报值\ncontracts[],无\ngoals[],有\n")) ==
          "office.form row 4, column 2\noffice.form row 5, column 2\n");
    CHECK(problems_of(read("编码,填报值\ncontracts[],3\n")) == "office.form row 2, column 2\n");
}

TEST_CASE("a cell that has no value of its type is named, with all others") {
    const std::string styles = "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/>"
                               "<xf numFmtId=\"10\"/></cellXfs></styleSheet>";
    const FormFacts facts = read(xlsx_of(
        head + "<row r=\"2\"><c r=\"A2\" s=\"1\"><v>45000</v></c>" + cell("B2", "budget.annual") +
            "</row><row r=\"3\"><c r=\"A3\" t=\"e\"><v>#REF!</v></c>" + cell("B3", "rate") +
            "</row><row r=\"4\"><c r=\"A4\"><f>A3</f></c>" + cell("B4", "opinion") +
            "</row><row r=\"5\"><c r=\"A5\" s=\"1\"><v>45291</v></c>" + cell("B5", "day") +
            "</row><row r=\"6\"><c r=\"A6\" t=\"b\"><v>1</v></c>" + cell("B6", "filed") + "</row>",
        {{"xl/styles.xml", styles}}));
    CHECK(problems_of(facts) == "office.cell 表!A2\noffice.cell 表!A3\noffice.cell 表!A4\n");
    CHECK(facts.problems[0].message.zh ==
          "预算数：应填数，单元格中却是日期（2023-03-15），例如 9/9 会被软件当成日期");
    CHECK(facts.json == R"({"heng": "facts/1", "data": {"day": "2023-12-31", "filed": true}})");
    CHECK(place_text(facts.place_of("/data/budget/annual"), Language::zh) == "表!A2");

    const auto with = [&](const std::string& value) {
        return problems_of(
            read(xlsx_of(head + "<row r=\"2\">" + value + cell("B2", "rate") + "</row>",
                         {{"xl/styles.xml", styles}})));
    };
    CHECK(with("<c r=\"A2\"><f>[1]Sheet1!A1</f><v>0.5</v></c>") == "office.cell 表!A2\n");
    CHECK(with("<c r=\"A2\" t=\"b\"><v>1</v></c>") == "office.cell 表!A2\n");
    CHECK(with("<c r=\"A2\" s=\"2\"><f>1/2</f><v>0.5</v></c>") == "");
}

TEST_CASE("what stands for nothing is no figure, and a percentage of a target stays one") {
    CHECK(read("编码,填报值\nbudget.annual,—\nrate,/\nopinion,无\n").json ==
          R"({"heng": "facts/1", "data": {"opinion": "无"}})");
    const std::string codes = "<row r=\"1\">" + cell("A1", "goals[].name") +
                              cell("B1", "goals[].target") + cell("C1", "goals[].rate") + "</row>";
    CHECK(
        read(xlsx_of(
                 codes + "<row r=\"2\">" + cell("A2", "满意度") +
                     "<c r=\"B2\" s=\"1\"><v>0.95</v></c><c r=\"C2\" s=\"1\"><v>0.9</v></c></row>",
                 {{"xl/styles.xml", "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf "
                                    "numFmtId=\"9\"/></cellXfs></styleSheet>"}}))
            .json ==
        R"({"heng": "facts/1", "data": {"goals": [{"name": "满意度", "target": "95%", )"
        R"("rate": "0.9"}]}})");
}

TEST_CASE("codes that the rubric does not have, and those that stand twice, are refused") {
    CHECK(
        problems_of(read("编码,填报值\nrates,1\nrate,1\nrate,2\n@who,x\nnone[],有\n@rubric,other\n"
                         "编码,评定得分\na,3\nb,1\nb,2\n")) ==
        "office.form row 2, column 1\noffice.form row 4, column 1\noffice.form row 5, column 1\n"
        "office.form row 6, column 1\noffice.form row 7, column 2\noffice.form row 9, column 1\n"
        "office.form row 11, column 1\n");
    CHECK(problems_of(read("contracts[].days,contracts[].hours\n1,2\n")) ==
          "office.form row 1, column 2\n");
    const auto none = read_facts(small().get(), "a,b\n1,2\n");
    REQUIRE(!none);
    CHECK(none.error().front().code == "office.form");
}

TEST_CASE("a form is written, the same each time, and read as it was filled") {
    const std::string facts = R"({"heng": "facts/1", "subject": {"name": "=甲局", "year": 2023},
        "unit": "元", "data": {"budget": {"annual": "12345.678"}, "rate": "96.65%", "filed": false,
        "day": "2024-02-29", "opinion": "0012", "contracts": [],
        "goals": [{"name": "\"一\"", "direction": ">=", "target": "95%", "actual": "90.0%",
                   "points": "123456789.1234567", "rule": "pass", "least": "60%"}]},
        "assessed": {"b": {"score": "40.5", "reason": "少\n一件", "evidence": ["一", "二"]}}})";
    const auto book = write_form(small().get(), facts, Language::zh);
    REQUIRE(book);
    CHECK(*book == *write_form(small().get(), facts, Language::zh));
    const FormFacts filled = read(*book);
    CHECK(problems_of(filled) == "");
    CHECK(
        filled.json ==
        R"({"heng": "facts/1", "subject": {"name": "=甲局", "year": 2023}, "unit": "万元", )"
        R"("data": {"budget": {"annual": "1.2345678"}, "rate": "0.9665", "filed": false, )"
        R"("day": "2024-02-29", "opinion": "0012", "contracts": [], "goals": [{"name": "\"一\"", )"
        R"("points": "123456789.1234567", "direction": ">=", "target": "95%", "actual": "90.0%", )"
        R"("rule": "pass", "least": "0.6"}]}, "assessed": {"b": {"score": "40.5", )"
        R"("reason": "少\u000a一件", "evidence": ["一", "二"]}}})");
    const auto file = read_tables(*book);
    REQUIRE(file);
    CHECK(file->tables.front().at(4, 2)->formula.empty()); // "=甲局" is a text
    CHECK(place_text(filled.place_of("/data/rate"), Language::en) == "填报!B9");
    CHECK(place_text(filled.place_of("/data/goals/0/actual"), Language::en) == "目标!F4");
    CHECK(place_text(filled.place_of("/assessed/b/score"), Language::en) == "评定!C3");

    const auto english = write_form(small().get(), "", Language::en);
    REQUIRE(english);
    CHECK(read(*english).json == R"({"heng": "facts/1", "unit": "万元", "data": {}})");
    CHECK(read_tables(*english)->tables.front().sheet == "Fill in");
    CHECK(!write_form(small().get(), "{}", Language::zh));
}
