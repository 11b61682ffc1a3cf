// SPDX-License-Identifier: Apache-2.0
//
// What stands around a figure, and where one that is unclear is so. The values of all spellings are
// in tests/cases/spellings_test.cpp.
#include "base/chinese_number.hpp"
#include "base/written_figure.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

using namespace heng;
using namespace heng::detail::base;

TEST_CASE("a figure is told with all that stands beside it") {
    const auto figure = read_figure(" 不低于 2,550.82 亿元（含）");
    REQUIRE(figure.has_value());
    CHECK(figure->number.to_string() == "2550.82");
    CHECK(figure->family == Family::money);
    CHECK(figure->value() == Ratio{255'082'000'000});
    CHECK(figure->relation == Relation::at_least);
    CHECK(figure->separated);
    CHECK(!figure->known_unit);
    CHECK(!figure->is_certain());
    CHECK(read_figure("=5")->is_certain());
    CHECK(!read_figure("约5")->is_certain());
    CHECK(!read_figure("5左右")->is_certain());
    CHECK(read_figure("(1,234.50)")->number.to_string() == "-1234.50");
    CHECK(read_figure("1.2万人次")->word == "人次");
    CHECK(read_figure("1.2万人次")->value() == Ratio{12'000});
    CHECK(read_figure("3 m²")->family == Family::area);
    CHECK(read_figure("5万多元")->approximate);
}

TEST_CASE("units of a family convert exactly") {
    const auto value = [](std::string_view text) {
        return read_figure(text)->value();
    };
    CHECK(value("1周") == value("7天"));
    CHECK(value("48小时") == value("2天"));
    CHECK(value("1公顷") == value("15亩"));
    CHECK(value("1年") == value("4个季度"));
    CHECK(value("1.2亿元") == value("12000万元"));
    CHECK(value("5‰") == value("0.5%"));
    CHECK(value("1.5吨") == value("1500公斤"));
    CHECK(read_figure("1个月")->family != read_figure("30天")->family);
    CHECK(unit_named("万元")->worth() == Ratio{10'000});
    CHECK(unit_named("")->family == Family::none);
    CHECK(!unit_named("头绪"));
}

TEST_CASE("what is unclear says why, where, and what may be meant") {
    struct Case {
        std::string_view text;
        Unclear why;
        std::size_t offset;
        std::vector<std::string> readings;
    };
    const std::vector<Case> table{
        {"12,34", Unclear::separators, 5, {"1234", "12.34"}},
        {"1.234,5", Unclear::separators, 5, {"12345", "1234.5"}},
        {"-98,5%", Unclear::separators, 5, {"-985", "-98.5"}},
        {"(0,123)", Unclear::separators, 6, {"-0123", "-0.123"}},
        {"10-20", Unclear::several, 2, {}},
        {"2019.12.31", Unclear::several, 7, {}},
        {"下降3.51%", Unclear::rise, 0, {}},
        {"(5", Unclear::no_number, 2, {}},
        {"-5-", Unclear::no_number, 2, {}},
        {"完成", Unclear::no_number, 0, {}},
        {"", Unclear::no_number, 0, {}},
    };
    for (const Case& each : table) {
        CAPTURE(each.text);
        const auto figure = read_figure(each.text);
        REQUIRE(!figure.has_value());
        CHECK(figure.error().why == each.why);
        CHECK(figure.error().offset == each.offset);
        CHECK(figure.error().readings == each.readings);
        CHECK(!figure.error().message.empty());
    }
    CHECK(read_figure(std::string(2'000, '9')).error().why == Unclear::limit);
}

TEST_CASE("operators stand alone, too") {
    CHECK(relation_of("≥") == Relation::at_least);
    CHECK(relation_of("═") == Relation::equal);
    CHECK(relation_of(" 不超过 ") == Relation::at_most);
    CHECK(!relation_of("5"));
}

TEST_CASE("Chinese numerals are read where they are certain") {
    struct Case {
        std::string_view text;
        std::string_view digits;
    };
    const std::vector<Case> table{
        {"五", "5"},
        {"十", "10"},
        {"十五", "15"},
        {"二十", "20"},
        {"两百", "200"},
        {"一百零五", "105"},
        {"一百二十", "120"},
        {"一千零五十", "1050"},
        {"三万五千", "35000"},
        {"三万零五", "30005"},
        {"零", "0"},
        {"三点一四", "3.14"},
        {"壹拾贰", "12"},
        {"五万元", "5"}, // the multiple is the unit's
        {"三五", ""},
        {"一百五", ""},
        {"二〇二三", ""},
        {"百", ""},
        {"万", ""},
        {"几", ""},
        {"三万五", ""},
        {"abc", ""},
        {"", ""},
    };
    for (const Case& each : table) {
        CAPTURE(each.text);
        const auto number = chinese_number(each.text);
        CHECK((number ? number->digits : "") == each.digits);
    }
}
