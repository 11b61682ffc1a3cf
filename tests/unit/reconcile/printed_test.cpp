// SPDX-License-Identifier: Apache-2.0
//
// How figures stand in reports, and what they say. Where the value is a percentage, "worth" is of
// one hundredth; money is read over facts in 万元.
#include "reconcile/printed.hpp"

#include <doctest/doctest.h>

#include <vector>

using namespace heng;
using namespace heng::detail::reconcile;

namespace {

struct Reads {
    const char* text;
    const char* number; ///< with its places
    const char* value;  ///< in formulas over facts in 万元
};

const std::vector<Reads> figures{
    {"99.81%", "99.81", "0.9981"},
    {"98 %", "98", "0.98"},
    {"100%", "100", "1"},
    {"27.74％", "27.74", "0.2774"},
    {"66.67﹪", "66.67", "0.6667"},
    {"0.03%", "0.03", "0.0003"},
    {"96.60%", "96.60", "0.966"},
    {"３０．５％", "30.5", "0.305"},
    {"2.5‰", "2.5", "0.0025"},
    {"1.2个百分点", "1.2", "0.012"},
    {"0.72 百分点", "0.72", "0.0072"},
    {"3 percentage points", "3", "0.03"},
    {"12.5 percent", "12.5", "0.125"},
    {"465,202.15", "465202.15", "465202.15"},
    {"465，202.15", "465202.15", "465202.15"},
    {"465'202.15", "465202.15", "465202.15"},
    {"465\u2009202.15", "465202.15", "465202.15"},
    {"465\u202F202.15", "465202.15", "465202.15"},
    {"465\u00A0202.15", "465202.15", "465202.15"},
    {"４６５，２０２．１５", "465202.15", "465202.15"},
    {"1,234,567", "1234567", "1234567"},
    {"21,334", "21334", "21334"},
    {"21334", "21334", "21334"},
    {"007", "7", "7"},
    {"0", "0", "0"},
    {"0.00", "0.00", "0"},
    {"5.80", "5.80", "5.8"},
    {"-3.51", "-3.51", "-3.51"},
    {"- 3.51", "-3.51", "-3.51"},
    {"−3.51%", "-3.51", "-0.0351"},
    {"–51.17%", "-51.17", "-0.5117"},
    {"—51.17%", "-51.17", "-0.5117"},
    {"－51.17%", "-51.17", "-0.5117"},
    {"﹣51.17%", "-51.17", "-0.5117"},
    {"负3.51%", "-3.51", "-0.0351"},
    {"+4.6%", "4.6", "0.046"},
    {"＋4.6%", "4.6", "0.046"},
    {"135.50万元", "135.50", "135.5"},
    {"465,202.15 万元", "465202.15", "465202.15"},
    {"2,550.82亿元", "2550.82", "25508200"},
    {"2,550.82 亿元", "2550.82", "25508200"},
    {"1.5万亿元", "1.5", "150000000"},
    {"3.2 千万元", "3.2", "3200"},
    {"20百万元", "20", "2000"},
    {"12,345元", "12345", "1.2345"},
    {"57,622万元人民币", "57622", "57622"},
    {"¥1,000.00", "1000.00", "0.1"},
    {"￥1,000万元", "1000", "1000"},
    {"RMB 5,000", "5000", "0.5"},
    {"3.5 million yuan", "3.5", "350"},
    {"2 billion yuan", "2", "200000"},
    {"1.57 万", "1.57", "15700"},
    {"1.4万张", "1.4", "14000"},
    {"3亿", "3", "300000000"},
    {"1.12倍", "1.12", "1.12"},
    {"21,334 家", "21334", "21334"},
    {"9项", "9", "9"},
    {"6 个", "6", "6"},
    {"94.25 分", "94.25", "94.25"},
    {"328名", "328", "328"},
    {"≈99.1%", "99.1", "0.991"},
    {"约 3,300 亿元", "3300", "33000000"},
    {"~5%", "5", "0.05"},
    {"超 2,500 亿元", "2500", "25000000"},
    {"突破5,000 家", "5000", "5000"},
    {"不足1亿元", "1", "10000"},
    {"≥90%", "90", "0.9"},
    {"(486.2)", "-486.2", "-486.2"},
    {"（5%）", "-5", "-0.05"},
    {"9860-", "-9860", "-9860"},
    {"▲3.2%", "-3.2", "-0.032"},
    {"百分之5", "5", "0.05"},
    {"1e5", "100000", "100000"},
    {".5", "0.5", "0.5"},
    {"5‱", "5", "0.0005"},
    {"1 234.5", "1234.5", "1234.5"},
    {"99.81% 左右", "99.81", "0.9981"},
    {"95%以上", "95", "0.95"},
    {"\u3000 12.5% \u3000", "12.5", "0.125"},
};

struct Refused {
    const char* text;
    std::size_t offset;
};

const std::vector<Refused> no_figures{
    {"", 0},         {"  ", 2},    {"无", 0},       {"%", 0},      {"-", 1},        {"99.%", 3},
    {"4,65,202", 4}, {"46,52", 5}, {"1234,567", 4}, {"1,2345", 6}, {"1.2.3", 3},    {"99.81%%", 5},
    {"12 头绪", 3},  {"1e5x", 1},  {"--3", 1},      {"5/8", 1},    {"1,234,56", 8}, {"¥5%", 3},
    {"十二", 0},     {"12 34", 5}, {"3.14\n", 4},   {"(5", 2},     {"增长5%", 0},   {"5万美金", 1},
};

} // namespace

TEST_CASE("figures as reports print them") {
    CHECK(figures.size() >= 60);
    for (const Reads& each : figures) {
        CAPTURE(each.text);
        const auto read = read_printed(each.text);
        REQUIRE_MESSAGE(read.has_value(), read.error().message);
        CHECK(read->number.to_string() == each.number);
        const auto worth = read->worth(MoneyUnit::wan_yuan);
        REQUIRE(worth.has_value());
        CHECK((Ratio{read->number} * *worth).to_string() == each.value);
    }
}

TEST_CASE("what is no figure says where") {
    for (const Refused& each : no_figures) {
        CAPTURE(each.text);
        const auto read = read_printed(each.text);
        REQUIRE(!read.has_value());
        CHECK_MESSAGE(read.error().offset == each.offset, read.error().message);
        CHECK(!read.error().message.empty());
    }
    CHECK(!read_printed(std::string(2'000, '9')));
}

TEST_CASE("money needs a unit to be counted in, nothing else does") {
    CHECK(!read_printed("5 万元")->worth(std::nullopt));
    CHECK(read_printed("5%")->worth(std::nullopt) == Ratio{1, 100});
    CHECK(read_printed("5 万元")->worth(MoneyUnit::yuan) == Ratio{10'000});
    CHECK(read_printed("5 元")->worth(MoneyUnit::yi_yuan) == Ratio{1, 100'000'000});
}

TEST_CASE("a value is printed rounded half up, away from zero, to the places that are shown") {
    struct Says {
        const char* text;
        Ratio value; ///< in the figure's own units
        bool yes;
    };
    const std::vector<Says> table{
        {"99.81%", Ratio{99'805, 1000}, true},
        {"99.81%", Ratio{998'149, 10'000}, true},
        {"99.81%", Ratio{99'815, 1000}, false},
        {"99.81%", Ratio{998'049, 10'000}, false},
        {"-3.51", Ratio{-3505, 1000}, true},
        {"-3.51", Ratio{-3515, 1000}, false},
        {"100%", Ratio{995, 10}, true},
        {"0", Ratio{-4, 10}, true},
        {"超5", Ratio{5}, false},
        {"超5", Ratio{51, 10}, true},
        {"不足5", Ratio{5}, false},
        {"不足5", Ratio{49, 10}, true},
        {"≥5", Ratio{5}, true},
        {"不超过5", Ratio{5}, true},
        {"不超过5", Ratio{501, 100}, false},
        {"至少5", Ratio{499, 100}, false},
        {"约5", Ratio{52, 10}, true},
        {"约5", Ratio{56, 10}, false},
    };
    for (const Says& each : table) {
        CAPTURE(each.text);
        CAPTURE(each.value.to_string());
        CHECK(read_printed(each.text)->says(each.value) == each.yes);
    }
}

TEST_CASE("a value is shown as the figure is") {
    CHECK(read_printed("99.81%")->shown(Ratio{990'934, 10'000}) == "99.09%");
    CHECK(read_printed("465,202.15万元")->shown(Ratio{1'234'567}) == "1,234,567.00万元");
    CHECK(read_printed("-1,000")->shown(Ratio{-1'234'567}) == "-1,234,567");
    CHECK(read_printed("1,000")->shown(Ratio{-123}) == "-123");
    CHECK(read_printed("1000.5")->shown(Ratio{1234}) == "1234.0");
}
