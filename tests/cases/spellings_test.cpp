// SPDX-License-Identifier: Apache-2.0
//
// One figure, spelt in every way that people spell it, at every door: a number, an amount of money
// (in a document in 万元), a percentage, a count, a target, a claim, a published score. Each is
// read with the true value, or refused with advice whose value is the true one and which is
// accepted when it is written instead; or the door asks ("") and changes nothing.
#include "audit/printed_figures.hpp"
#include "base/json/json.hpp"
#include "base/json/writer.hpp"
#include "document/compiled_rubric.hpp"
#include "facts/loaded_facts.hpp"
#include "reconcile/printed.hpp"

#include <heng/document/rubric_document.hpp>
#include <heng/facts/facts.hpp>

#include <doctest/doctest.h>

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

using namespace heng;

namespace {

struct Spelling {
    std::string_view text;
    std::string_view number;
    std::string_view money; ///< in 万元
    std::string_view percent;
    std::string_view count;
    std::string_view target;    ///< "60", "60 亩", ">= 60"
    std::string_view claim;     ///< over facts in 万元
    std::string_view published; ///< of a percentage: in hundredths, with %
};

const std::vector<Spelling> spellings{
    {"60", "60", "60", "60", "60", "60", "60", "60"},
    {"60.00", "60", "60", "60", "60", "60", "60", "60.00"},
    {"60%", "0.6", "", "0.6", "", "0.6", "0.6", "60%"},
    {"60.5%", "0.605", "", "0.605", "", "0.605", "0.605", "60.5%"},
    {"060", "60", "60", "60", "60", "60", "60", "60"},
    {"-5", "-5", "-5", "-5", "", "-5", "-5", "-5"},
    {"-5%", "-0.05", "", "-0.05", "", "-0.05", "-0.05", "-5%"},
    {"+5", "5", "5", "", "5", "5", "5", "5"},
    {"+5%", "0.05", "", "0.05", "", "0.05", "0.05", "5%"},
    {"0", "0", "0", "0", "0", "0", "0", "0"},
    {"0%", "0", "", "0", "", "0", "0", "0%"},
    {"1e3", "1000", "1000", "1000", "1000", "1000", "1000", "1000"},
    {"1.5e-1", "0.15", "0.15", "0.15", "", "0.15", "0.15", "0.15"},
    {"1e3%", "10", "", "10", "", "10", "10", "1000%"},
    {"１２．５", "12.5", "12.5", "", "", "12.5", "12.5", "12.5"},
    {"１２．５％", "0.125", "", "0.125", "", "0.125", "0.125", "12.5%"},
    {"６０", "60", "60", "", "60", "60", "60", "60"},
    {"1。5", "1.5", "1.5", "1.5", "", "1.5", "1.5", "1.5"},
    {"1．5", "1.5", "1.5", "1.5", "", "1.5", "1.5", "1.5"},
    {".5", "0.5", "0.5", "0.5", "", "0.5", "0.5", "0.5"},
    {"0.966", "0.966", "0.966", "0.966", "", "0.966", "0.966", "0.966"},
    {"96.6 %", "0.966", "", "0.966", "", "0.966", "0.966", "96.6%"},
    {"5 ％", "0.05", "", "0.05", "", "0.05", "0.05", "5%"},
    {"5﹪", "0.05", "", "0.05", "", "0.05", "0.05", "5%"},
    {"50‰", "0.05", "", "0.05", "", "0.05", "0.05", "5.0%"},
    {"5‱", "0.0005", "", "0.0005", "", "0.0005", "0.0005", "0.05%"},
    {"5个百分点", "0.05", "", "0.05", "", "0.05", "0.05", "5%"},
    {"0.72 百分点", "0.0072", "", "0.0072", "", "0.0072", "0.0072", "0.72%"},
    {"百分之五", "0.05", "", "0.05", "", "0.05", "", ""},
    {"百分之九十五点五", "0.955", "", "0.955", "", "0.955", "", ""},
    {"千分之三", "0.003", "", "0.003", "", "0.003", "", ""},
    {"万分之五", "0.0005", "", "0.0005", "", "0.0005", "", ""},
    {"20个基点", "0.002", "", "0.002", "", "0.002", "0.002", "0.20%"},
    {"12.5 percent", "0.125", "", "0.125", "", "0.125", "0.125", "12.5%"},
    {"1.12倍", "1.12", "", "1.12", "", "1.12", "1.12", "112.00%"},
    {"–5%", "-0.05", "", "-0.05", "", "-0.05", "-0.05", "-5%"},
    {"—5%", "-0.05", "", "-0.05", "", "-0.05", "-0.05", "-5%"},
    {"－5%", "-0.05", "", "-0.05", "", "-0.05", "-0.05", "-5%"},
    {"−5%", "-0.05", "", "-0.05", "", "-0.05", "-0.05", "-5%"},
    {"- 5%", "-0.05", "", "-0.05", "", "-0.05", "-0.05", "-5%"},
    {"负5%", "-0.05", "", "-0.05", "", "-0.05", "-0.05", "-5%"},
    {"▲5%", "-0.05", "", "-0.05", "", "-0.05", "-0.05", "-5%"},
    {"△5", "-5", "-5", "", "", "-5", "-5", "-5"},
    {"▲486.2", "-486.2", "-486.2", "", "", "-486.2", "-486.2", "-486.2"},
    {"(486.2)", "-486.2", "-486.2", "", "", "-486.2", "-486.2", "-486.2"},
    {"（486.2）", "-486.2", "-486.2", "", "", "-486.2", "-486.2", "-486.2"},
    {"（5%）", "-0.05", "", "-0.05", "", "-0.05", "-0.05", "-5%"},
    {"(5)%", "-0.05", "", "-0.05", "", "-0.05", "-0.05", "-5%"},
    {"(1,234.50)", "-1234.5", "-1234.5", "", "", "-1234.5", "-1234.5", "-1234.50"},
    {"9860-", "-9860", "-9860", "", "", "-9860", "-9860", "-9860"},
    {"9860－", "-9860", "-9860", "", "", "-9860", "-9860", "-9860"},
    {"＋4.6％", "0.046", "", "0.046", "", "0.046", "0.046", "4.6%"},
    {"-1,234", "-1234", "-1234", "", "", "-1234", "-1234", "-1234"},
    {"1,234", "1234", "1234", "", "1234", "1234", "1234", "1234"},
    {"1,234.50", "1234.5", "1234.5", "", "", "1234.5", "1234.5", "1234.50"},
    {"1，234", "1234", "1234", "", "1234", "1234", "1234", "1234"},
    {"1 234", "1234", "1234", "", "1234", "1234", "1234", "1234"},
    {"1'234", "1234", "1234", "", "1234", "1234", "1234", "1234"},
    {"1_000", "1000", "1000", "", "1000", "1000", "1000", "1000"},
    {"1 234.5", "1234.5", "1234.5", "", "", "1234.5", "1234.5", "1234.5"},
    {"12,345,678", "12345678", "12345678", "", "12345678", "12345678", "12345678", "12345678"},
    {"１，２３４", "1234", "1234", "", "1234", "1234", "1234", "1234"},
    {"0,5", "", "", "", "", "", "", ""},
    {"12,34", "", "", "", "", "", "", ""},
    {"1.234,5", "", "", "", "", "", "", ""},
    {"98,5%", "", "", "", "", "", "", ""},
    {"98,5", "", "", "", "", "", "", ""},
    {"1,2345", "", "", "", "", "", "", ""},
    {"1234,567", "", "", "", "", "", "", ""},
    {"12 34", "", "", "", "", "", "", ""},
    {"1.234.567", "", "", "", "", "", "", ""},
    {"0,123", "", "", "", "", "", "", ""},
    {"34120000元", "", "3412", "", "", "34120000 元", "3412", "34120000"},
    {"12.5亿元", "", "125000", "", "", "12.5 亿元", "125000", "1250000000.0"},
    {"12万元", "", "12", "", "", "12 万元", "12", "120000"},
    {"1234.5元", "", "0.12345", "", "", "1234.5 元", "0.12345", "1234.5"},
    {"57,622万元", "", "57622", "", "", "57622 万元", "57622", "576220000"},
    {"1.2万", "12000", "", "", "", "12000", "12000", "12000.0"},
    {"3亿", "300000000", "", "", "300000000", "300000000", "300000000", "300000000"},
    {"3千元", "", "0.3", "", "", "3 千元", "0.3", "3000"},
    {"2百万元", "", "200", "", "", "2 百万元", "200", "2000000"},
    {"1.5万亿元", "", "150000000", "", "", "1.5 万亿元", "150000000", "1500000000000.0"},
    {"¥1,234.50", "", "0.12345", "", "", "1234.5 元", "0.12345", "1234.50"},
    {"￥5万", "", "5", "", "", "5 万元", "5", "50000"},
    {"RMB 5,000", "", "0.5", "", "", "5000 元", "0.5", "5000"},
    {"人民币50万元", "", "50", "", "", "50 万元", "50", "500000"},
    {"(486.2)万元", "", "-486.2", "", "", "-486.2 万元", "-486.2", "-4862000.0"},
    {"-¥5", "", "-0.0005", "", "", "-5 元", "-0.0005", "-5"},
    {"5百元", "", "0.05", "", "", "5 百元", "0.05", "500"},
    {"12,34万元", "", "", "", "", "", "", ""},
    {"5美元", "", "", "", "", "5 美元", "5", "5"},
    {"5元/人", "", "", "", "", "5 元/人", "5", "5"},
    {"十二亿五千万元", "", "125000", "", "", "1250000000 元", "", ""},
    {"壹拾贰亿伍仟万元", "", "125000", "", "", "1250000000 元", "", ""},
    {"三千四百一十二万元", "", "3412", "", "", "3412 万元", "", ""},
    {"一万二千", "12000", "", "", "12000", "12000", "", ""},
    {"1000 元", "", "0.1", "", "", "1000 元", "0.1", "1000"},
    {"29.5亩", "29.5", "", "", "", "29.5 亩", "29.5", "29.5"},
    {"266米", "266", "", "", "266", "266 米", "266", "266"},
    {"100人次", "100", "", "", "100", "100 人次", "100", "100"},
    {"1.2万人", "12000", "", "", "", "1.2 万人", "12000", "12000.0"},
    {"6.00分", "6", "", "", "6", "6 分", "6", "6.00"},
    {"4个", "4", "", "", "4", "4 个", "4", "4"},
    {"3 项", "3", "", "", "3", "3 项", "3", "3"},
    {"5家", "5", "", "", "5", "5 家", "5", "5"},
    {"1周", "1", "", "", "1", "1 周", "1", "1"},
    {"8天", "8", "", "", "8", "8 天", "8", "8"},
    {"3个月", "3", "", "", "3", "3 个月", "3", "3"},
    {"2年", "2", "", "", "2", "2 年", "2", "2"},
    {"10吨", "10", "", "", "10", "10 吨", "10", "10"},
    {"1.2万吨", "1.2", "", "", "", "1.2 万吨", "12000", "12000.0"},
    {"5公里", "5", "", "", "5", "5 公里", "5", "5"},
    {"800m2", "800", "", "", "800", "800 m2", "800", "800"},
    {"15个工作日", "15", "", "", "15", "15 个工作日", "15", "15"},
    {"2场", "2", "", "", "2", "2 场", "2", "2"},
    {"24小时", "24", "", "", "24", "24 小时", "24", "24"},
    {"≥95%", "", "", "", "", ">= 0.95", ">= 0.95", ""},
    {"≥ 95", "", "", "", "", ">= 95", ">= 95", ""},
    {">=95", "", "", "", "", ">= 95", ">= 95", ""},
    {"⩾95%", "", "", "", "", ">= 0.95", ">= 0.95", ""},
    {"≧95%", "", "", "", "", ">= 0.95", ">= 0.95", ""},
    {"＞95", "", "", "", "", ">= 95", "> 95", ""},
    {">95%", "", "", "", "", ">= 0.95", "> 0.95", ""},
    {"≤5%", "", "", "", "", "<= 0.05", "<= 0.05", ""},
    {"≦5", "", "", "", "", "<= 5", "<= 5", ""},
    {"<=5", "", "", "", "", "<= 5", "<= 5", ""},
    {"不低于90%", "", "", "", "", ">= 0.9", ">= 0.9", ""},
    {"不超过5天", "", "", "", "", "<= 5 天", "<= 5", ""},
    {"至少3次", "", "", "", "", ">= 3 次", ">= 3", ""},
    {"95%以上", "", "", "", "", ">= 0.95", ">= 0.95", ""},
    {"5个以下", "", "", "", "", "<= 5 个", "<= 5", ""},
    {"3天以内", "", "", "", "", "<= 3 天", "<= 3", ""},
    {"=95%", "0.95", "", "0.95", "", "= 0.95", "0.95", "95%"},
    {"＝95", "95", "95", "", "95", "= 95", "95", "95"},
    {"═95%", "0.95", "", "0.95", "", "= 0.95", "0.95", "95%"},
    {"==95", "95", "95", "", "95", "= 95", "95", "95"},
    {"不少于100人次", "", "", "", "", ">= 100 人次", ">= 100", ""},
    {"＜＝5", "", "", "", "", "<= 5", "<= 5", ""},
    {"约412", "", "", "", "", "", "~ 412", ""},
    {"约99%", "", "", "", "", "", "~ 0.99", ""},
    {"近5", "", "", "", "", "", "~ 5", ""},
    {"5%左右", "", "", "", "", "", "~ 0.05", ""},
    {"100余人", "", "", "", "", "", "~ 100", ""},
    {"5万多元", "", "", "", "", "", "~ 5", ""},
    {"≈99.1%", "", "", "", "", "", "~ 0.991", ""},
    {"~5", "", "", "", "", "", "~ 5", ""},
    {"超2,500亿元", "", "", "", "", ">= 2500 亿元", "> 25000000", ""},
    {"大约5", "", "", "", "", "", "~ 5", ""},
    {"五", "5", "5", "", "5", "5", "", ""},
    {"十二", "12", "12", "", "12", "12", "", ""},
    {"三百零五", "305", "305", "", "305", "305", "", ""},
    {"一百二十万", "1200000", "", "", "1200000", "1200000", "", ""},
    {"三点五", "3.5", "3.5", "", "", "3.5", "", ""},
    {"壹佰", "100", "100", "", "100", "100", "", ""},
    {"两个", "2", "", "", "2", "2 个", "", ""},
    {"三五", "", "", "", "", "", "", ""},
    {"一百五", "", "", "", "", "", "", ""},
    {"二〇二三", "", "", "", "", "", "", ""},
    {"三级", "", "", "", "", "", "", ""},
    {"一般", "", "", "", "", "", "", ""},
    {"下降3.51%", "", "", "", "", "", "", ""},
    {"增长5%", "", "", "", "", "", "", ""},
    {"↑5", "", "", "", "", "", "", ""},
    {"±5", "", "", "", "", "", "", ""},
    {"1-2", "", "", "", "", "", "", ""},
    {"10~20", "", "", "", "", "", "", ""},
    {"5/6", "", "", "", "", "", "", ""},
    {"2019.12.31", "", "", "", "", "", "", ""},
    {"2023年", "2023", "", "", "2023", "2023 年", "2023", "2023"},
    {"1:2", "", "", "", "", "", "", ""},
    {"1.2×10^4", "", "", "", "", "", "", ""},
    {"完成", "", "", "", "", "", "", ""},
    {"无", "", "", "", "", "", "", ""},
    {"—", "", "", "", "", "", "", ""},
    {"/", "", "", "", "", "", "", ""},
    {"N/A", "", "", "", "", "", "", ""},
    {"0x10", "", "", "", "", "", "", ""},
    {"1OO", "", "", "", "", "", "", ""},
    {"99%%", "", "", "", "", "", "", ""},
    {"100%（含）", "", "", "", "", "", "", "100%"},
    {"5(万元)", "", "5", "", "", "5 万元", "5", "50000"},
    {"--5", "", "", "", "", "", "", ""},
    {"5--", "", "", "", "", "", "", ""},
    {"(5", "", "", "", "", "", "", ""},
    {"第3名", "", "", "", "", "", "", ""},
    {"NaN", "", "", "", "", "", "", ""},
    {"1e", "", "", "", "", "", "", ""},
    {"$5", "", "", "", "", "", "", ""},
    {"5%-", "", "", "", "", "", "", ""},
};

const RubricDocument& rubric() {
    static const RubricDocument document = *RubricDocument::parse(R"({
        "heng": "rubric/1", "id": "s", "title": "s", "unit": "万元", "language": "en",
        "points": "10", "basis": "local", "source": "s",
        "inputs": {
            "number": {"type": "number", "optional": true},
            "money": {"type": "money", "optional": true},
            "percent": {"type": "percent", "optional": true},
            "count": {"type": "count", "optional": true},
            "targets": {"type": "list", "of": "target", "optional": true}},
        "indicators": [{"id": "a", "name": "a", "points": "10", "measure": "1",
                        "rule": {"kind": "proportional"}}]})");
    return document;
}

std::string quoted(std::string_view text) {
    std::string json;
    detail::json::append_json_string(json, text);
    return json;
}

Result<Facts> read(const std::string& data) {
    return Facts::parse(rubric(), R"({"heng": "facts/1", "unit": "万元", "data": {)" + data + "}}");
}

/// What "write X" says to write: X up to the next space or comma, without quotes.
std::optional<std::string> advised(const std::string& hint, std::string_view before = "write ") {
    if (!hint.starts_with("write ") || hint.starts_with("write a number") ||
        hint.starts_with("write what")) {
        return std::nullopt;
    }
    const std::size_t at = hint.find(before);
    if (at == std::string::npos) {
        return std::nullopt;
    }
    std::string value = hint.substr(at + before.size());
    if (value.starts_with('"')) {
        return value.substr(1, value.find('"', 1) - 1);
    }
    return value.substr(0, value.find_first_of(" ,"));
}

std::string slot(const Facts& facts, std::string_view input) {
    const auto found = rubric().compiled().scope.find(input);
    return facts.loaded().slots[found.index].number().to_string();
}

/// The value that an input takes from a text, at once or by its advice; "" where it asks.
std::string by_input(std::string_view input, std::string_view text) {
    const std::string key = '"' + std::string{input} + "\": ";
    const auto facts = read(key + quoted(text));
    if (facts) {
        return slot(*facts, input);
    }
    const auto value = advised(facts.error().hint);
    if (!value) {
        CHECK(!(facts.error().message + facts.error().hint).empty());
        return "";
    }
    const auto again = read(key + quoted(*value));
    REQUIRE_MESSAGE(again.has_value(), facts.error().hint);
    const auto other = advised(facts.error().hint, " or "); // 0.05 or "5%"
    if (other) {
        const auto same = read(key + quoted(*other));
        REQUIRE(same.has_value());
        CHECK(slot(*same, input) == slot(*again, input));
    }
    return slot(*again, input);
}

std::string record(std::string_view target, std::string_view actual, std::string_view direction,
                   std::string_view unit) {
    return R"("targets": [{"name": "r", "direction": )" + quoted(direction) +
           (unit.empty() ? "" : R"(, "unit": )" + quoted(unit)) + R"(, "target": )" +
           quoted(target) + R"(, "actual": )" + quoted(actual) + "}]";
}

std::string said(const TargetRow& row, std::string_view direction) {
    std::string value = row.numbers.target.to_string();
    value += row.unit.empty() ? "" : " " + row.unit;
    return direction.empty() ? value : std::string{direction} + " " + value;
}

std::string by_target(std::string_view text) {
    const auto facts = read(record(text, text, ">=", ""));
    if (facts) {
        return said(facts->loaded().rows.at(0), "");
    }
    CHECK(facts.error().pointer == "/data/targets/0/target");
    const std::string& hint = facts.error().hint;
    const auto value = advised(hint);
    if (!value) {
        CHECK(!hint.empty());
        return "";
    }
    const std::string unit = advised(hint, "\"unit\": ").value_or("");
    const std::string direction = advised(hint, "\"direction\": ").value_or("");
    const auto again = read(record(*value, value->ends_with('%') ? "1%" : "1",
                                   direction.empty() ? ">=" : direction, unit));
    REQUIRE_MESSAGE(again.has_value(), hint);
    return said(again->loaded().rows.at(0), direction);
}

/// A claim has a relation of its own: the figure is what is looked at.
std::string by_claim(std::string_view text) {
    const auto printed = detail::reconcile::read_printed(text);
    if (!printed) {
        CHECK(!printed.error().message.empty());
        return "";
    }
    constexpr std::array<std::string_view, 5> words{"", "> ", ">= ", "< ", "<= "};
    return (printed->approximate ? "~ " : "") +
           std::string{words[static_cast<std::size_t>(printed->relation)]} +
           (Ratio{printed->number} * *printed->worth(MoneyUnit::wan_yuan)).to_string();
}

std::string by_published(std::string_view text) {
    const std::string json = "[" + quoted(text) + "]";
    const auto parsed = detail::json::JsonDocument::parse(json, {});
    const auto printed = detail::audit::printed_at(*parsed->root().children().begin(), {});
    return printed ? printed->value.to_string() + (printed->in_percent ? "%" : "") : "";
}

} // namespace

TEST_CASE("every spelling at every door: the true value, advice with it, or a question") {
    CHECK(spellings.size() >= 120);
    for (const Spelling& each : spellings) {
        CAPTURE(each.text);
        CHECK(by_input("number", each.text) == each.number);
        CHECK(by_input("money", each.text) == each.money);
        CHECK(by_input("percent", each.text) == each.percent);
        CHECK(by_input("count", each.text) == each.count);
        CHECK(by_target(each.text) == each.target);
        CHECK(by_claim(each.text) == each.claim);
        CHECK(by_published(each.text) == each.published);
    }
}
