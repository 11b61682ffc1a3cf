// SPDX-License-Identifier: Apache-2.0
//
// Names that are the same to people, and names that are not; units that can be compared.
#include "plan/names.hpp"
#include "plan/target_units.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

using namespace heng;
using detail::plan::Comparability;
using detail::plan::normalised;

TEST_CASE("names: what people do not hear is left out") {
    const std::vector<std::pair<std::string, std::string>> same{
        {"“三公”经费 控制率（％）", "三公经费控制率%"},
        {"ＧＤＰ 增速", "gdp增速"},
        {"任务１．１完成数", "任务1.1 完成数"},
        {"技术合同·成交额，", "技术合同成交额"},
        {"增长＋5", "增长+5"},
        {"增长−5", "增长–5"},
        {"1—2月", "1-2月"},
        {"Ｃ＋＋", "c++"},
        {"C / C++", "C/C++"},
        {"满意度（群众）", "满意度(群众)"},
        {"指标1：完成数", "指标1完成数"},
        {"产学研—合作", "产学研合作"},
        {"（一）推进", "一推进"},
        {"零\xE2\x80\x8B宽", "零宽"},
    };
    for (const auto& each : same) {
        const auto& one = each.first;
        const auto& other = each.second;
        INFO(one << " = " << other);
        CHECK(normalised(one) == normalised(other));
    }
}

TEST_CASE("names: signs beside digits and letters count") {
    const std::vector<std::pair<std::string, std::string>> different{
        {"任务1.1完成数", "任务11完成数"},
        {"增长+5", "增长-5"},
        {"增长5", "增长-5"},
        {"C", "C++"},
        {"C+", "C++"},
        {"C#", "C"},
        {"1-2月", "12月"},
        {"1、2月", "12月"},
        {"1 2月", "12月"},
        {"(1)2月", "12月"},
        {"A/B", "AB"},
        {"3.0", "30"},
        {"№1", "1"},
        {"℃", "C"},
        {"5％", "5"},
        {"5‰", "5%"},
        {"一、二类", "一二类"},
        {"二〇二三", "二二三"},
        {"佐々木", "佐木"},
        {"第1,2项", "第12项"},
        {"A′", "A"},
        {"1:2", "12"},
        {"≥5", "5"},
        {"①1", "11"},
        {"x_1", "x1"},
        {"1~2", "12"},
        {"1*2", "12"},
        {"a&b", "ab"},
        {"@a", "a"},
        {"Ⅰ、Ⅱ", "ⅠⅡ"},
        {"5.", "5"},
        {"$5", "5"},
    };
    for (const auto& each : different) {
        const auto& one = each.first;
        const auto& other = each.second;
        INFO(one << " ≠ " << other);
        CHECK(normalised(one) != normalised(other));
    }
}

TEST_CASE("names: a table finds the exact name first, and all that fold to another") {
    detail::plan::NameTable<int> names;
    CHECK(names.add("平台数", 1));
    CHECK(names.add("平台 数", 2));
    CHECK(names.add("任务1.1", 3));
    CHECK_FALSE(names.add("平台数", 4));
    REQUIRE(names.find("平台 数").size() == 1);
    CHECK(*names.find("平台 数")[0] == 2);
    CHECK(names.find("“平台”数").size() == 2);
    CHECK(names.find_only("“平台”数") == nullptr);
    REQUIRE(names.find_only("任务１.1") != nullptr);
    CHECK(*names.find_only("任务１.1") == 3);
    CHECK(names.find("任务11").empty());
    CHECK(names.find_only("任务11") == nullptr);
    CHECK(names.find_exact("平台") == nullptr);
    CHECK(*names.find_exact("平台数") == 1);
}

namespace {

PlannedTarget number(const std::string& text) {
    PlannedTarget target{text, {}, text.ends_with('%')};
    const std::string digits = target.percent ? text.substr(0, text.size() - 1) : text;
    if (const auto value = Decimal::parse(digits)) {
        target.value = target.percent ? Ratio{*value} / Ratio{100} : Ratio{*value};
    }
    return target;
}

} // namespace

TEST_CASE("units of targets: exact inside a family, and refused across them") {
    struct Row {
        std::string target;
        std::string from;
        std::string given;
        std::string to;
        Comparability can;
        std::string counted; ///< "" where no decimal says it
    };
    using enum Comparability;
    const Row rows[] = {
        {"2600", "亿元", "1", "万元", converted, "26000000"},
        {"1.2", "亿元", "1", "元", converted, "120000000"},
        {"5", "千万元", "1", "万元", converted, "5000"},
        {"2", "周", "1", "天", converted, "14"},
        {"14", "天", "1", "周", converted, "2"},
        {"10", "天", "1", "周", converted, ""},
        {"2", "日", "1", "个工作日", impossible, ""},
        {"1", "年", "1", "个月", converted, "12"},
        {"2", "季度", "1", "月", converted, "6"},
        {"1", "年", "1", "天", impossible, ""},
        {"3", "万人次", "1", "人次", converted, "30000"},
        {"3", "万人次", "1", "人", impossible, ""},
        {"3", "名", "1", "人", same, "3"},
        {"3", "家", "1", "个", impossible, ""},
        {"15", "亩", "1", "公顷", converted, "1"},
        {"1", "公顷", "1", "亩", converted, "15"},
        {"2", "吨", "1", "公斤", converted, "2000"},
        {"5", "公里", "1", "米", converted, "5000"},
        {"1", "千米", "1", "公里", same, "1"},
        {"98", "％", "1", "%", same, "98"},
        {"98%", "", "98", "%", converted, "98"},
        {"98", "%", "98%", "", converted, "98%"},
        {"98%", "%", "98%", "", same, "98%"},
        {"98%", "", "980", "‰", converted, "980"},
        {"5", "个百分点", "5", "%", impossible, ""},
        {"98%", "", "20", "家", impossible, ""},
        {"98%", "", "0.98", "", impossible, ""},
        {"98%", "家", "20", "家", impossible, ""},
        {"26", "亿元", "26", "", unknown, ""},
        {"26", "", "26", "亿元", unknown, ""},
        {"26", "", "26", "", same, "26"},
        {"明显", "家", "26", "家", impossible, ""},
        {"26", "元", "26", "天", impossible, ""},
        {"3", "台（套）", "3", "台(套)", same, "3"},
    };
    for (const Row& row : rows) {
        INFO(row.target << row.from << " in " << row.to);
        const PlannedTarget target = number(row.target);
        const PlannedTarget given = number(row.given);
        CHECK(detail::plan::comparability(target, row.from, given, row.to) == row.can);
        const auto there = detail::plan::converted(target, row.from, row.to, given.percent);
        CHECK((there ? there->text : "") == row.counted);
    }
}
