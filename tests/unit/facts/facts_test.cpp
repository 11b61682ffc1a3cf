// SPDX-License-Identifier: Apache-2.0
//
// What a facts document may hold beside what a rubric reads, and how money gets into its unit.
#include <heng/document/builtin.hpp>
#include <heng/scoring/scoring.hpp>

#include <doctest/doctest.h>

using namespace heng;

namespace {

constexpr const char* small = R"({"heng": "rubric/1", "id": "s", "title": "s", "unit": "万元",
 "points": "10", "language": "en",
 "inputs": {"budget.annual": {"type": "money", "minimum": "0"},
            "budget.executed": {"type": "money"}},
 "indicators": [{"id": "x", "name": "X", "points": "10", "measure": "budget.executed / 100",
   "rule": {"kind": "proportional"}},
   {"id": "y", "name": "Y", "points": "0", "rule": {"kind": "assessed"}}]})";

RubricDocument rubric() {
    auto loaded = RubricDocument::parse(small);
    REQUIRE_MESSAGE(loaded.has_value(), loaded.error());
    return *loaded;
}

std::string with(const std::string& unit, const std::string& data, const std::string& more = "") {
    return R"({"heng": "facts/1", )" + unit + R"("data": )" + data +
           R"(, "assessed": {"y": {"score": 0, "reason": "r"})" + more + "}}";
}

std::string total(const std::string& text) {
    const auto facts = Facts::parse(rubric(), text);
    if (!facts) {
        return facts.error().code;
    }
    const auto sheet = score(*facts);
    return sheet ? sheet->total_text() : sheet.error().code;
}

const std::string wan = R"("unit": "万元", )";

} // namespace

TEST_CASE("facts: money is converted exactly to the rubric's unit") {
    CHECK(total(with(wan, R"({"budget": {"executed": 50}})")) == "5.00");
    CHECK(total(with(R"("unit": "元", )", R"({"budget": {"executed": "500000.01"}})")) ==
          "5.0000001");
    CHECK(total(with(R"("unit": "亿元", )", R"({"budget": {"executed": "0.005"}})")) == "5.00");
    CHECK(total(with("", R"({"budget": {"executed": 50}})")) == "facts.unit");
}

TEST_CASE("facts: numbers are exact however long they are") {
    const std::string nines = "50." + std::string(300, '9');
    CHECK(total(with(wan, R"({"budget": {"executed": )" + nines + "}}")) ==
          "5.0" + std::string(300, '9'));
    CHECK(total(with(wan, R"({"budget": {"executed": "5e1"}})")) == "5.00");
    CHECK(total(with(wan, R"({"budget": {"executed": 1e-900}})")) ==
          "0." + std::string(900, '0') + "1");
}

TEST_CASE("facts: a result past the limit of numbers is an error, never a wrong number") {
    const std::string power = R"({"heng": "rubric/1", "id": "p", "title": "p", "points": "10",
        "inputs": {"n": {"type": "number"}},
        "indicators": [{"id": "x", "name": "X", "points": "10", "measure": "n ** 20",
        "rule": {"kind": "proportional", "cap": "1e900"}}]})";
    const auto rubric = RubricDocument::parse(power);
    REQUIRE_MESSAGE(rubric.has_value(), rubric.error());
    for (const std::string digits : {"3", "1e1000", "1e-1000"}) {
        const auto facts =
            Facts::parse(*rubric, R"({"heng": "facts/1", "data": {"n": ")" + digits + "\"}}");
        REQUIRE_MESSAGE(facts.has_value(), facts.error());
        const auto sheet = score(*facts);
        CHECK(sheet.has_value() == (digits == "3"));
        if (!sheet) {
            CHECK(sheet.error().status == Status::limit_exceeded);
        }
    }
}

TEST_CASE("facts: what the rubric does not read is listed, or refused where that is asked for") {
    const std::string text = with(wan, R"({"budget": {"executed": 50, "x-note": "n"},
        "staff": {"actual": 5}, "$schema": "s"})");
    const auto facts = Facts::parse(rubric(), text);
    REQUIRE_MESSAGE(facts.has_value(), facts.error());
    const auto sheet = score(*facts);
    REQUIRE(sheet.has_value());
    REQUIRE(sheet->diagnostics.size() == 1);
    CHECK(sheet->diagnostics[0].code == "unread-fact");
    CHECK(sheet->diagnostics[0].where == "/data/staff");
    const auto strict = Facts::parse(rubric(), text, {}, UnreadFacts::refuse);
    REQUIRE_FALSE(strict.has_value());
    CHECK(strict.error().code == "facts.unread");
    CHECK(strict.error().pointer == "/data/staff");
}

TEST_CASE("facts: a key that looks like an absent input is an error; beside the input it is not") {
    CHECK(total(with(wan, R"({"budget": {"execute": 50}})")) == "facts.misspelt");
    CHECK(total(with(wan, R"({"budget": {"executed": 50, "executed2": 1}})")) == "5.00");
}

TEST_CASE("facts: an assessed score of another rubric's indicator is listed") {
    const std::string data = R"({"budget": {"executed": 50}})";
    CHECK(total(with(wan, data, R"(, "other.indicator": {"score": 1, "reason": "r"})")) == "5.00");
    CHECK(total(with(wan, data, R"(, "x": {"score": 1, "reason": "r"})")) == "facts.assessed");
}

TEST_CASE("facts: all problems are told in one pass, in the order of the text") {
    const auto facts = Facts::parse(rubric(), with(R"("unit": "美元", )", R"({"budget":
        {"annual": -1, "executed": "约99"}})"));
    REQUIRE_FALSE(facts.has_value());
    CHECK(facts.error().code == "facts.unit");
    REQUIRE(facts.error().others.size() == 2);
    CHECK(facts.error().others[0].code == "facts.out-of-range");
    CHECK(facts.error().others[1].code == "facts.number");
    CHECK(facts.error().others[1].place == Place{2, 36});
    CHECK(facts.error().others[1].pointer == "/data/budget/executed");
}

TEST_CASE("facts: they carry the rubric that scores them, and are read for another from memory") {
    const auto other = builtin("project-2020");
    REQUIRE(other.has_value());
    const auto facts = Facts::parse(rubric(), with(wan, R"({"budget": {"executed": 50}})"));
    REQUIRE(facts.has_value());
    CHECK(facts->rubric().digest() == rubric().digest());
    const auto read = facts->read_for(*other);
    REQUIRE(read.has_value());
    CHECK(read->rubric().digest() == other->digest());
    CHECK(score(*read).error().code == "facts.missing");
}

TEST_CASE("facts: every fact that is missing is named, once, where it should stand") {
    const auto facts = Facts::parse(rubric(), with(wan, R"({"budget": {}})"));
    REQUIRE(facts.has_value());
    const auto sheet = score(*facts);
    REQUIRE_FALSE(sheet.has_value());
    CHECK(sheet.error().code == "facts.missing");
    CHECK(sheet.error().pointer == "/data/budget");
    CHECK(sheet.error().message.find("budget.executed") != std::string::npos);
    CHECK(sheet.error().others.empty());
}

TEST_CASE(
    "builtin: each built-in rubric loads, has its own id, and its text is what was compiled in") {
    CHECK(builtin_ids().size() == 6);
    for (const std::string_view id : builtin_ids()) {
        const auto loaded = builtin(id);
        REQUIRE_MESSAGE(loaded.has_value(), loaded.error());
        CHECK(loaded->rubric().id == id);
        CHECK(loaded->text() == *builtin_text(id));
        CHECK(loaded->digest().size() == std::string_view{"sha256:"}.size() + 64);
    }
    const auto none = builtin("guangzhou-departmen-2023");
    REQUIRE_FALSE(none.has_value());
    CHECK(none.error().status == Status::not_found);
    CHECK(none.error().hint.find("guangzhou-department-2023") != std::string::npos);
}

TEST_CASE("facts: a fact is given once, in its group, and in a known unit") {
    CHECK(total(with(wan, R"({"budget.executed": 50})")) == "facts.misspelt");
    CHECK(total(with(wan, R"({"budget.executed": 7, "budget": {"executed": 50}})")) ==
          "facts.misspelt");
    const std::string listed = R"--({"heng": "rubric/1", "id": "l", "title": "l", "unit": "元",
        "points": "10", "inputs": {"l": {"type": "list", "of": {"m": {"type": "money"}}}},
        "indicators": [{"id": "x", "name": "X", "points": "10",
        "rule": {"kind": "formula", "score": "sum(l.m)"}}]})--";
    const auto rubric = RubricDocument::parse(listed);
    REQUIRE_MESSAGE(rubric.has_value(), rubric.error());
    const auto facts = Facts::parse(*rubric, R"({"heng": "facts/1", "data": {"l": [{"m": 2}]}})");
    REQUIRE_FALSE(facts.has_value());
    CHECK(facts.error().code == "facts.unit");
}

TEST_CASE("facts: a document of many unread facts costs no more than its length") {
    std::string many;
    for (int i = 0; i < 20'000; ++i) {
        many += "\"other" + std::to_string(i) + "\": 1, ";
    }
    const auto facts =
        Facts::parse(rubric(), with(wan, "{" + many + R"("budget": {"executed": 50}})"));
    REQUIRE_MESSAGE(facts.has_value(), facts.error());
    const auto sheet = score(*facts);
    REQUIRE(sheet.has_value());
    CHECK(sheet->diagnostics.size() == 1'001);
    CHECK(sheet->diagnostics.back().code == "unread-facts");
}

TEST_CASE("facts: of many assessed scores that nobody reads the first are listed") {
    std::string many;
    for (int i = 0; i < 20'000; ++i) {
        many += ", \"other/" + std::to_string(i) + "\": 1";
    }
    const auto facts = Facts::parse(rubric(), with(wan, R"({"budget": {"executed": 50}})", many));
    REQUIRE_MESSAGE(facts.has_value(), facts.error());
    const auto sheet = score(*facts);
    REQUIRE(sheet.has_value());
    REQUIRE(sheet->diagnostics.size() == 1'001);
    CHECK(sheet->diagnostics[999].code == "unread-fact");
    CHECK(sheet->diagnostics[999].where == "/assessed/other~1999");
    CHECK(sheet->diagnostics.back().code == "unread-facts");
    CHECK(sheet->diagnostics.back().where == "/assessed");
}

TEST_CASE("facts: every missing part of a rule is named") {
    const std::string two = R"({"heng": "rubric/1", "id": "c", "title": "c", "points": "10",
        "inputs": {"a": {"type": "boolean"}, "b": {"type": "boolean"}},
        "indicators": [{"id": "x", "name": "X", "points": "10", "rule": {"kind": "checklist",
        "items": [{"when": "a", "score": "5"}, {"when": "b", "score": "5"}]}}]})";
    const auto rubric = RubricDocument::parse(two);
    REQUIRE_MESSAGE(rubric.has_value(), rubric.error());
    const auto facts = Facts::parse(*rubric, R"({"heng": "facts/1", "data": {}})");
    const auto sheet = score(*facts);
    REQUIRE_FALSE(sheet.has_value());
    CHECK(sheet.error().others.size() == 1);
}

TEST_CASE("rubric: a name that no expression can read is refused") {
    for (const std::string name : {"true", "null", "if", "a-b", "a b", "预算", "a.for"}) {
        const auto rubric = RubricDocument::parse(
            R"({"heng": "rubric/1", "id": "n", "title": "n", "points": "1", "inputs": {")" + name +
            R"(": {"type": "boolean"}}, "indicators": [{"id": "x", "name": "X", "points": "1",
            "rule": {"kind": "assessed"}}]})");
        INFO(name);
        const bool readable = name == "a-b" || name == "a b" || name == "预算" || name == "a.for";
        CHECK(rubric.has_value() == readable);
        if (!rubric) {
            CHECK(rubric.error().code == "rubric.input");
        }
    }
}

TEST_CASE("rubric: money needs a unit, and bounds that exclude each other are refused") {
    const auto code = [](const std::string& unit, const std::string& input) {
        const auto rubric = RubricDocument::parse(
            R"({"heng": "rubric/1", "id": "n", "title": "n", "points": "1", )" + unit +
            R"("inputs": {"m": )" + input + R"(}, "indicators": [{"id": "x", "name": "X",
            "points": "1", "rule": {"kind": "assessed"}}]})");
        return rubric ? std::string{} : rubric.error().code;
    };
    CHECK(code("", R"({"type": "money"})") == "rubric.unit");
    CHECK(code("", R"({"type": "list", "of": {"a": {"type": "money"}}})") == "rubric.unit");
    CHECK(code(R"("unit": "元", )", R"({"type": "money"})").empty());
    CHECK(code("", R"({"type": "count", "minimum": 5, "maximum": 1})") == "rubric.input");
    CHECK(code("", R"({"type": "percent", "minimum": "50%"})").empty());
}

TEST_CASE("facts: the optional fields that records lack are bounded, whatever the text is long") {
    std::string fields;
    for (int i = 0; i < 2'000; ++i) {
        fields += (i == 0 ? "\"f" : ", \"f") + std::to_string(i) +
                  R"(": {"type": "number", "optional": true})";
    }
    const auto rubric = RubricDocument::parse(
        R"({"heng": "rubric/1", "id": "s", "title": "s", "points": "10", "inputs": {"xs": {
          "type": "list", "of": {)" +
        fields + R"(}}}, "indicators": [{"id": "x", "name": "x", "points": "10",
          "measure": "count(xs) / 2500", "rule": {"kind": "proportional"}}]})");
    REQUIRE(rubric.has_value());
    const auto records = [](int count) {
        std::string text = R"({"heng": "facts/1", "data": {"xs": [{})";
        for (int i = 1; i < count; ++i) {
            text += ",{}";
        }
        return text + "]}}";
    };
    CHECK(Facts::parse(*rubric, records(2'500)).has_value());
    const auto more = Facts::parse(*rubric, records(5'000));
    REQUIRE(!more.has_value());
    CHECK(more.error().code == "limit.rows");
    CHECK(more.error().status == Status::limit_exceeded);
    CHECK(more.error().pointer == "/data/xs/2501");
}

namespace {

Result<RubricDocument> rubric_in_force(const std::string& effective) {
    std::string text = small;
    return RubricDocument::parse(
        text.insert(text.find("\"points\""), "\"effective\": " + effective + ", "));
}

/// The message of outside-effective, of facts of this year; "" where there is none.
std::string told(const std::string& effective, const std::string& year) {
    const auto in_force = rubric_in_force(effective);
    REQUIRE_MESSAGE(in_force.has_value(), in_force.error());
    const auto facts = Facts::parse(*in_force, with(R"("subject": {"year": )" + year + "}, " + wan,
                                                    R"({"budget": {"executed": 50}})"));
    REQUIRE_MESSAGE(facts.has_value(), facts.error());
    const auto sheet = score(*facts);
    REQUIRE_MESSAGE(sheet.has_value(), sheet.error());
    CHECK(sheet->total_text() == "5.00"); // it is scored all the same
    std::string message;
    for (const Diagnostic& each : sheet->diagnostics) {
        CHECK(each.code == "outside-effective");
        CHECK(each.where == "/subject/year");
        message += each.message;
    }
    return message;
}

} // namespace

TEST_CASE("facts: a year in which the rubric is not in force is told") {
    const std::string year = R"({"from": "2024-01-01", "to": "2024-12-31"})";
    CHECK(told(year, "2023") ==
          "the facts are of 2023, and the rubric is in force from 2024-01-01 to 2024-12-31");
    CHECK(told(year, R"("2025")") ==
          "the facts are of 2025, and the rubric is in force from 2024-01-01 to 2024-12-31");
    CHECK(told(year, "2024") == "");
    CHECK(told(R"({"from": "2023-12-31", "to": "2025-01-01"})", "2023") == "");
    CHECK(told(R"({"from": "2023-12-31", "to": "2025-01-01"})", "2025") == "");
    CHECK(told(R"({"from": "2024-01-01"})", "2023") ==
          "the facts are of 2023, and the rubric is in force from 2024-01-01 on");
    CHECK(told(R"({"from": "2024-01-01"})", "9999") == "");
    CHECK(told(R"({"to": "2022-12-31"})", "2023") ==
          "the facts are of 2023, and the rubric was in force to 2022-12-31");
    CHECK(told(R"({"to": "2022-12-31"})", "999") == "");
    CHECK(told("{}", "2023") == "");
}

TEST_CASE("facts: a rubric in force to a day before its first is refused") {
    const auto backwards = rubric_in_force(R"({"from": "2024-12-31", "to": "2024-01-01"})");
    REQUIRE_FALSE(backwards.has_value());
    CHECK(backwards.error().code == "rubric.effective");
    CHECK(backwards.error().pointer == "/effective/to");
    CHECK(backwards.error().place.line == 2);
    CHECK(rubric_in_force(R"({"from": "2024-12-31", "to": "2024-12-31"})").has_value());
}

namespace {

/// What scoring says in Chinese, and where, of these contracts under this measure.
std::string refusal(const std::string& contracts, const std::string& measure) {
    const auto loaded =
        RubricDocument::parse(R"({"heng": "rubric/1", "id": "r", "title": "r",
        "points": "10", "inputs": {"n": {"type": "count", "label": "编制数"},
          "c": {"type": "list", "label": "采购合同", "of": {
            "name": {"type": "text", "label": "名称"},
            "days": {"type": "count", "optional": true, "label": "签订天数"}}}},
        "indicators": [{"id": "x", "name": "签订及时性", "points": "10", "measure": ")" +
                              measure + R"(", "rule": {"kind": "proportional"}}]})");
    REQUIRE_MESSAGE(loaded.has_value(), loaded.error());
    const auto facts =
        Facts::parse(*loaded, R"({"heng": "facts/1", "data": {"n": 0, "c": )" + contracts + "}}");
    if (!facts) {
        return facts.error().message + " at " + facts.error().pointer.value_or("-");
    }
    const auto sheet = score(*facts);
    return sheet ? "" : sheet.error().message + " at " + sheet.error().pointer.value_or("-");
}

} // namespace

TEST_CASE("facts: what has no value says which element lacks one") {
    const std::string sum = "sum(for r in c return r.days + 1) / 10";
    CHECK(refusal(R"([{"name": "甲", "days": 1}, {"name": "乙", "days": 2}])", sum).empty());
    CHECK(refusal(R"([{"name": "甲", "days": 1}, {"name": "乙"}, {"name": "丙"}])", sum) ==
          "“签订及时性”无法计分：采购合同第2条（乙）的签订天数没有填 at /data/c/1");
    CHECK(refusal(R"([{"name": "甲"}])", sum) ==
          "“签订及时性”无法计分：采购合同第1条（甲）的签订天数没有填 at /data/c/0");
    CHECK(refusal("[]", sum) == "“签订及时性”无法计分：采购合同没有记录 at /data/c");
    CHECK(refusal("[]", "1 / n") ==
          "“签订及时性”无法计分：分母为零（编制数为0），而评分标准没有规定这时得多少分 at /data/n");
    CHECK(refusal("[]", "1 / (n - n)") ==
          "“签订及时性”无法计分：分母为零，而评分标准没有规定这时得多少分 at /data/n");
    CHECK(refusal(R"([{"name": "甲", "days": "x"}])", sum) ==
          "“采购合同”第1条（甲）的“签订天数”“x”不是数 at /data/c/0/days");
    CHECK(refusal(R"([{"days": 1}])", sum) == "“采购合同”第1条没有填“名称” at /data/c/0");
}
