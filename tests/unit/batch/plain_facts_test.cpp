// SPDX-License-Identifier: Apache-2.0
//
// The edges of what is plain: a text that is read straight is read as Facts::parse reads it, and
// every other text asks. Of many texts at random: property.facts.
#include "batch/plain_facts.hpp"
#include "facts/loaded_facts.hpp"

#include <heng/document/rubric_document.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

using namespace heng;
using detail::batch::PlainFacts;
using detail::batch::PlainSubject;

namespace {

constexpr const char* rubric_text = R"--({"heng": "rubric/1", "id": "r", "title": "R",
    "basis": "local", "source": "a test", "language": "en", "unit": "万元", "points": "10",
    "rounding": {"scale": 2, "mode": "half-up", "at": ["leaf"]},
    "inputs": {"预算.全年": {"type": "money"}, "预算.执行": {"type": "money"},
               "rate": {"type": "percent"}, "days": {"type": "count"}, "ratio": {"type": "number"},
               "done": {"type": "boolean"}, "a.b.c": {"type": "number", "optional": true},
               "on": {"type": "date", "optional": true}, "a.x-own": {"type": "number"},
               "who": {"type": "text", "optional": true},
               "rows": {"type": "list", "of": {"late": {"type": "boolean"}}, "optional": true}},
    "indicators": [{"id": "use", "name": "Use", "points": "10", "basis": "local", "source": "t",
                    "measure": "预算.执行 / 预算.全年 * (rate + days + ratio + a.b.c)",
                    "rule": {"kind": "proportional"}}]})--";

const RubricDocument& rubric() {
    static const RubricDocument document = RubricDocument::parse(rubric_text).value();
    return document;
}

/// A number as it stands in a row, "" where there is none.
std::string text_of(detail::kernel::FactRows& rows, std::size_t slot) {
    if (!rows.is_given(slot, 0)) {
        return "";
    }
    const detail::kernel::Column column = rows.columns()[slot];
    return Decimal{column.coefficients[0], column.scale}.to_string();
}

struct Read {
    bool sure = false;
    std::string name{};
    std::int64_t year = 0;
    std::vector<std::string> values{}; ///< by input, each at the scale that it is kept with
};

Read read(const std::string& text, const Limits& limits = {},
          UnreadFacts unread = UnreadFacts::list) {
    PlainFacts plain{rubric().compiled(), limits, unread};
    detail::kernel::FactRows rows{rubric().compiled().inputs.size()};
    PlainSubject subject;
    Read result;
    result.sure = plain.read(text, {rows, rows.add(), subject});
    detail::json::decode(subject.name, result.name);
    result.year = subject.year;
    for (std::size_t slot = 0; slot < rubric().compiled().inputs.size(); ++slot) {
        result.values.push_back(text_of(rows, slot));
    }
    return result;
}

std::string facts(const std::string& data, const std::string& more = "") {
    return R"({"heng": "facts/1", "unit": "万元", "data": {)" + data + "}" + more + "}";
}

bool is_sound(const std::string& text, const Limits& limits = {},
              UnreadFacts unread = UnreadFacts::list) {
    return Facts::parse(rubric(), text, limits, unread).has_value();
}

} // namespace

TEST_CASE("numbers of each type, as they are written") {
    const struct {
        std::string data;
        std::size_t slot;
        std::string value;
    } table[] = {
        {R"("预算": {"全年": 12.50})", 0, "12.50"},
        {R"("预算": {"执行": "522688.65"})", 1, "522688.65"},
        {R"("预算": {"全年": -0.000000001})", 0, "-0.000000001"},
        {R"("ratio": 123456789012345)", 4, "123456789012345"},
        {R"("ratio": 0)", 4, "0"},
        {R"("ratio": -0)", 4, "0"},
        {R"("ratio": 1e2)", 4, "100"},
        {R"("ratio": "-12.5E+3")", 4, "-12500"},
        {R"("ratio": 12.5e-3)", 4, "0.0125"},
        {R"("days": 3e0)", 3, "3"},
        {R"("on": "2024-02-29")", 7, "19782"},
        {R"("rate": 0.9660)", 2, "0.9660"},
        {R"("rate": "0.9660")", 2, "0.9660"},
        {R"("rate": "96.60%")", 2, "0.9660"},
        {R"("days": 3)", 3, "3"},
        {R"("days": "3")", 3, "3"},
        {R"("done": true)", 5, "1"},
        {R"("done":false)", 5, "0"},
        {R"("a": {"b": {"c": 1.5}})", 6, "1.5"},
    };
    for (const auto& each : table) {
        INFO(each.data);
        CHECK(is_sound(facts(each.data)));
        const Read got = read(facts(each.data));
        CHECK(got.sure);
        CHECK(got.values[each.slot] == each.value);
    }
}

TEST_CASE("money in another unit than the rubric's") {
    const auto in_unit = [](const std::string& unit, const std::string& number) {
        return read(R"({"heng": "facts/1", "unit": ")" + unit + R"(", "data": {"预算": {"全年": )" +
                    number + "}}}");
    };
    CHECK(in_unit("元", "12.50").values[0] == "0.001250");
    CHECK(in_unit("亿元", "12.5").values[0] == "125000");
    CHECK(in_unit("亿元", "1.234567").values[0] == "12345.67");
    CHECK(in_unit("亿元", "922337203685477").values[0] == "9223372036854770000");
    CHECK_FALSE(in_unit("亿元", "922337203685478").sure);
    CHECK_FALSE(in_unit("美元", "1").sure);
    // of what is no money, the unit says nothing
    CHECK(read(R"({"heng": "facts/1", "unit": "亿元", "data": {"ratio": 2}})").values[4] == "2");
    CHECK(read(R"({"heng": "facts/1", "data": {"ratio": 2}, "unit": "亿元"})").values[4] == "2");
}

TEST_CASE("the subject, and what is around it") {
    const Read both =
        read(R"( {"heng" : "facts/1","subject":{"name":"甲局","year":2023},"data":{}} )");
    CHECK(both.sure);
    CHECK(both.name == "甲局");
    CHECK(both.year == 2023);
    CHECK(read(R"({"heng": "facts/1", "data": {}, "subject": {"year": "7"}})").year == 7);
    const Read noted = read(R"({"heng": "facts/1", "$schema": "s", "x-note": [1, {"a": null}],)"
                            R"("subject": {"x-code": 3}, "published": {"total": 1, "x-n": []},)"
                            R"("data": {"a": {"x-own": 5}, "x-note": "n"}})");
    CHECK(noted.sure);
    CHECK(noted.name == "");
    CHECK(noted.year == 0);
    CHECK(read(facts(R"("who": "A")")).sure);
    CHECK(read(facts(R"("who": "A")")).values[9] == "0"); // no text that the rubric compares
    CHECK(noted.values[8] == "");                         // a key that is ignored is no input
}

TEST_CASE("escapes, as a program writes them that knows ASCII only") {
    const Read all = read(R"({"heng": "facts/1", "unit": "\u4e07\u5143", "subject": {"name":)"
                          R"( "\u7532 \"\ud83d\uDE00\/\b\f\n\r\t\\"}, "data": {"x-a": "\u001f",)"
                          R"( "\u9884\u7B97": {"\u5168\u5e74": 2.5}, "d\u0061ys": 1}})");
    CHECK(all.sure);
    CHECK(all.name == "甲 \"😀/\b\f\n\r\t\\");
    CHECK(all.values[0] == "2.5");
    CHECK(all.values[3] == "1");
}

TEST_CASE("what is sound, and not plain, asks") {
    const std::string plain = R"("days": 1)";
    REQUIRE(read(facts(plain)).sure);
    const std::string table[] = {
        facts(plain, R"(, "assessed": {"other": {"score": 1, "reason": "r"}})"),
        facts(plain, R"(, "units": [])"),
        facts(R"("ratio": 1e10)"),
        facts(R"("ratio": 1e-10)"),
        facts(R"("ratio": 123456789012345e9)"),
        facts(R"("ratio": 1234567890123456789)"),
        facts(R"("ratio": 0.0000000001)"),
        facts(R"("ratio": "007")"),
        facts(R"("days": 3.0)"),
        facts(R"("rows": [])"),
        facts(R"("x-\u0061": 1)"),
        facts(R"("x-a": {"\u0061": 1})"),
        facts(R"("a": {"\u0078-own": 1})"),
        facts(R"("a": {"b": {}, "x-own": 1, "y": 1})"),
        R"({"h\u0065ng": "facts/1", "data": {}})",
        R"({"data": {"预算": {"全年": 1}}, "\u0075nit": "万元", "heng": "facts/1"})",
        R"({"heng": "facts/1", "subject": {"\u006eame": "A"}, "data": {}})",
        R"({"heng": "facts\/1", "data": {}})",
        R"({"heng": "facts/1", "subject": {"year": 2023.0}, "data": {}})",
    };
    for (const std::string& text : table) {
        INFO(text);
        CHECK(is_sound(text));
        CHECK_FALSE(read(text).sure);
    }
}

TEST_CASE("the outermost keys in any order, as databases sort them") {
    std::vector<std::string> members{
        R"("heng": "facts/1")", R"("unit": "元")", R"("x-a": {"unit": "亿元", "b": [{}]})",
        R"("data": {"days": 3, "预算": {"全年": "12.50", "执行": 2}, "rate": "5%"})",
        R"("subject": {"year": 2023, "name": "甲"})"};
    std::sort(members.begin(), members.end());
    do {
        std::string text;
        for (const std::string& member : members) {
            text += (text.empty() ? "{" : ", ") + member;
        }
        text += "}";
        INFO(text);
        CHECK(is_sound(text));
        const Read got = read(text);
        CHECK(got.sure);
        CHECK(got.name == "甲");
        CHECK(got.year == 2023);
        CHECK(got.values[0] == "0.001250");
        CHECK(got.values[1] == "0.0002");
        CHECK(got.values[2] == "0.05");
        CHECK(got.values[3] == "3");
    } while (std::next_permutation(members.begin(), members.end()));
}

TEST_CASE("a shape whose unit stands behind the data is learnt") {
    PlainFacts plain{rubric().compiled(), Limits{}, UnreadFacts::list};
    const std::pair<const char*, const char*> units[] = {{"元", "0.00010"},
                                                         {"元", "0.00010"},
                                                         {"万元", "1.0"},
                                                         {"亿元", "10000"},
                                                         {"元", "0.00010"}};
    for (const auto& [unit, value] : units) {
        detail::kernel::FactRows rows{rubric().compiled().inputs.size()};
        PlainSubject subject;
        const std::string text =
            R"({"data": {"预算": {"全年": 1.0}}, "heng": "facts/1", "unit": ")" +
            std::string{unit} + R"("})";
        CHECK(plain.read(text, {rows, rows.add(), subject}));
        CHECK(text_of(rows, 0) == value);
    }
}

TEST_CASE("what Facts::parse refuses, asks") {
    const std::string table[] = {
        "",
        "{}",
        "[]",
        "\xEF\xBB\xBF" + facts(""),
        R"({"data": {}})",
        R"({"data": {}, "heng": "rubric/1"})",
        R"({"heng": "facts/1", "data": {}, "heng": "facts/1"})",
        R"({"data": {"预算": {"全年": 1}}, "unit": "万元", "heng": "facts/1", "unit": "元"})",
        R"({"data": {"预算": {"全年": 1}}, "unit": "美元", "heng": "facts/1"})",
        R"({"data": {"预算": {"全年": 1}}, "unit": 1, "heng": "facts/1"})",
        R"({"data": {"预算": {"全年": 1}}, "x-a": {"unit": "万元"}, "heng": "facts/1"})",
        R"({"heng": "facts/2", "data": {}})",
        R"({"heng": "facts/1"})",
        R"({"heng": "facts/1", "data": []})",
        R"({"heng": "facts/1", "data": {}} {})",
        R"({"heng": "facts/1", "data": {},})",
        R"({"heng": "facts/1", "data": {} "unit": "元"})",
        facts("", R"(, "data": {})"),
        facts("", R"(, "unit": "万元")"),
        facts("", R"(, "subject": {}, "subject": {})"),
        facts("", R"(, "published": {}, "published": {})"),
        facts("", R"(, "subject": {"year": 1, "year": 1})"),
        facts("", R"(, "subject": {"name": "", "name": ""})"),
        facts("", R"(, "heng": "facts/1")"),
        facts("", R"(, "dato": {})"),
        facts("", R"(, "published": [])"),
        facts("", R"(, "published": {"total": 1, "total": 2})"),
        facts("", R"(, "published": {"totl": 1})"),
        facts("", R"(, "x-a": 1, "x-a": 2)"),
        facts("", R"(, "subject": {"nam": "A"})"),
        facts("", R"(, "subject": {"year": 0})"),
        facts("", R"(, "subject": {"year": 10000})"),
        facts("", R"(, "subject": {"name": 1})"),
        facts("", R"(, "subject": null)"),
        facts(R"("days": 1, "days": 1)"),
        facts(R"("days": 1, "d\u0061ys": 1)"),
        facts(R"("x-a": "\u0000")"),
        facts(R"("x-a": "\ud83d")"),
        facts(R"("x-a": "\ud83d\u0041")"),
        facts(R"("x-a": "\ude00\ud83d")"),
        facts(R"("x-a": "\ud83d\n")"),
        facts(R"("x-a": "\u12g4")"),
        facts(R"("x-a": "\u123")"),
        facts(R"("x-a": "\q")"),
        facts(R"("x-a": "\)"),
        facts(R"("ratio": "\u0031x")"),
        facts(R"("预算": {}, "预算": {})"),
        facts(R"("days": -1)"),
        facts(R"("days": 1.5)"),
        facts(R"("days": null)"),
        facts(R"("days": "?")"),
        facts(R"("days": true)"),
        facts(R"("done": "true")"),
        facts(R"("who": 1)"),
        facts(R"("done": 1)"),
        facts(R"("done": truth)"),
        facts(R"("ratio": "96%")"),
        facts(R"("rate": 96%)"),
        facts(R"("rate": "96%%")"),
        facts(R"("ratio": 01)"),
        facts(R"("ratio": 1.)"),
        facts(R"("ratio": .5)"),
        facts(R"("ratio": +1)"),
        facts(R"("ratio": -)"),
        facts(R"("ratio": "")"),
        facts(R"("ratio": " 1")"),
        facts(R"("a.b": {"c": 1})"),
        facts(R"("a": 1)"),
        facts(R"("dayz": 1)"),
        facts("\"x-\xFF\": 1"),
        facts("\"x-\xED\xA0\x80\": 1"),
        facts("\"x-\t\": 1"),
        facts(R"("x-a": [1,])"),
        facts(R"("x-a": [1 2])"),
        facts(R"("x-a": {"a": 1, "a": 1})"),
        facts(R"("x-a": nul)"),
        facts(R"("x-a": 01)"),
        R"({"heng": "facts/1", "data": {"预算": {"全年": 1}}})",
    };
    for (const std::string& text : table) {
        INFO(text);
        CHECK_FALSE(is_sound(text));
        CHECK_FALSE(read(text).sure);
    }
}

TEST_CASE("what the rubric does not read") {
    // where nothing is absent of the group it stands in, it can't be a misspelt input
    const std::string other = R"("预算": {"全年": 1, "执行": 1, "来源": [{"a": 1}, {"a": "b"}]})";
    CHECK(read(facts(other)).sure);
    CHECK_FALSE(read(facts(other), {}, UnreadFacts::refuse).sure);
    CHECK_FALSE(read(facts(R"("预算": {"全年": 1, "来源": 1})")).sure);
    CHECK_FALSE(read(facts(R"("预算": {"全年": 1, "执行": 1, "来源": 1, "来源": 1})")).sure);
    CHECK_FALSE(read(facts(R"("预算": {"全年": 1, "执行": 1, "a.b": 1})")).sure);
    std::string many = R"("预算": {"全年": 1, "执行": 1)";
    for (int i = 0; i < 64; ++i) {
        many += ", \"来源" + std::to_string(i) + "\": 1";
    }
    CHECK(read(facts(many + "}")).sure);
    CHECK_FALSE(read(facts(many + R"(, "65": 1})")).sure);
}

TEST_CASE("the limits of a document") {
    const std::string text = facts(R"("days": 1, "x-a": [[1], 2, 3])");
    Limits limits;
    const auto both = [&](bool expected) {
        CHECK(is_sound(text, limits) == expected);
        CHECK(read(text, limits).sure == expected);
    };
    limits.bytes = text.size();
    both(true);
    limits.bytes = text.size() - 1;
    both(false);
    limits = {};
    limits.depth = 4;
    both(true);
    limits.depth = 3;
    both(false);
    limits = {};
    limits.rows = 3;
    both(true);
    limits.rows = 2;
    both(false);
    limits = {};
    limits.digits = 17; // where they are this few, Facts::parse is to count them
    CHECK_FALSE(read(text, limits).sure);
    std::string deep = facts("\"x-a\": " + std::string(30, '[') + std::string(30, ']'));
    CHECK(read(deep).sure);
    deep = facts("\"x-a\": " + std::string(31, '[') + std::string(31, ']'));
    CHECK(is_sound(deep));
    CHECK_FALSE(read(deep).sure);
}

TEST_CASE("documents of one shape, and of others between them") {
    PlainFacts plain{rubric().compiled(), {}, UnreadFacts::list};
    detail::kernel::FactRows rows{rubric().compiled().inputs.size()};
    const auto text = [](int days, const std::string& rate, const std::string& name) {
        return R"({"heng": "facts/1", "subject": {"name": ")" + name + R"("}, "data": {"days": )" +
               std::to_string(days) + R"(, "rate": ")" + rate + R"(", "x-a": [1, true, "s"]}})";
    };
    const struct {
        std::string text;
        bool sure;
        std::string days;
        std::string rate;
    } table[] = {
        {text(1, "5%", "甲"), true, "1", "0.05"},
        {text(20, "0.5", "乙局"), true, "20", "0.5"},
        {text(3, "0.5", ""), true, "3", "0.5"},
        {text(3, "5", ""), false, "", ""}, // 500 %: Facts::parse tells
        {text(-3, "0.5", ""), false, "", ""},
        {text(3, "5e", ""), false, "", ""},
        {text(3, "0.5", "\\n"), true, "3", "0.5"},
        {text(3, "0.5", "\\q"), false, "", ""},
        {text(3, "0.5", "a\xFF"), false, "", ""},
        {text(4, "0.5", "") + " ", true, "4", "0.5"},
        {text(4, "0.5", "") + "x", false, "", ""},
        {R"({"heng": "facts/1", "data": {"days": 7}})", true, "7", ""},
        {text(5, "0.6", ""), true, "5", "0.6"},
        {text(5, "0.6", "").substr(0, 40), false, "", ""},
        {"", false, "", ""},
        {text(9, "0.7", ""), true, "9", "0.7"},
    };
    for (int round = 0; round < 2; ++round) {
        for (const auto& each : table) {
            INFO(each.text);
            rows.clear();
            PlainSubject subject;
            const std::size_t row = rows.add();
            CHECK(plain.read(each.text, {rows, row, subject}) == each.sure);
            if (each.sure) {
                CHECK(text_of(rows, 3) == each.days);
                CHECK(text_of(rows, 2) == each.rate);
            }
        }
    }
}

TEST_CASE("keys are found among many, in the group that they stand in") {
    std::string inputs;
    for (int i = 0; i < 300; ++i) {
        const std::string path = "g" + std::to_string(i % 7) + ".key" + std::to_string(i);
        inputs += (i == 0 ? "\"" : ", \"") + path + R"(": {"type": "number"})";
    }
    const auto document =
        RubricDocument::parse(R"({"heng": "rubric/1", "id": "m", "title": "M", "basis": "local",
            "source": "a test", "language": "en", "points": "10", "inputs": {)" +
                              inputs +
                              R"(}, "indicators": [{"id": "i", "name": "I", "points": "10",
            "basis": "local", "source": "t", "measure": "g0.key0",
            "rule": {"kind": "proportional"}}]})")
            .value();
    detail::batch::FactsKeys keys{document.compiled()};
    CHECK_FALSE(keys.is_crowded());
    CHECK(keys.size_of(detail::batch::FactsKeys::data) == 7);
    for (std::uint32_t i = 0; i < 300; ++i) {
        const auto* group = keys.find(detail::batch::FactsKeys::data, "g" + std::to_string(i % 7));
        REQUIRE(group != nullptr);
        CHECK(group->meaning == detail::batch::FactsKeys::Meaning::group);
        const auto* key = keys.find(group->index, "key" + std::to_string(i));
        REQUIRE(key != nullptr);
        CHECK(key->meaning == detail::batch::FactsKeys::Meaning::slot);
        CHECK(key->index == i);
        CHECK(keys.find(group->index, "key" + std::to_string(i + 1)) == nullptr);
    }
}
