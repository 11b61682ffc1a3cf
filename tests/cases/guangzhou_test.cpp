// SPDX-License-Identifier: Apache-2.0
//
// The real report: 2023 年度广州市科学技术局部门整体支出绩效自评报告, scored as printed.
#include "support/files.hpp"

#include <heng/document/builtin.hpp>
#include <heng/scoring/render.hpp>
#include <heng/scoring/scoring.hpp>

#include <doctest/doctest.h>

#include <set>

using namespace heng;

namespace {

RubricDocument rubric() {
    auto loaded = builtin("guangzhou-department-2023");
    REQUIRE(loaded.has_value());
    return *loaded;
}

ScoreSheet scored(const std::string& text) {
    const auto facts = Facts::parse(rubric(), text);
    REQUIRE_MESSAGE(facts.has_value(), facts.error());
    const auto sheet = score(*facts);
    REQUIRE_MESSAGE(sheet.has_value(), sheet.error());
    return *sheet;
}

std::string report() {
    return test::file("examples/guangzhou-2023/facts.json");
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    REQUIRE_MESSAGE(at != std::string::npos, "no " << from);
    return text.replace(at, from.size(), to);
}

const Item& item_named(const ScoreSheet& sheet, const std::string& name) {
    for (const Item& item : sheet.items) {
        if (item.name == name) {
            return item;
        }
    }
    FAIL("no indicator " << name);
    return sheet.items.front();
}

} // namespace

TEST_CASE("guangzhou: the nine second-level scores, their rates and the total are as printed") {
    struct Printed {
        const char* name;
        const char* points;
        const char* score;
        const char* rate;
    };
    const Printed table[] = {
        {"整体效能", "25.00", "24.98", "99.92%"}, {"专项效能", "25.00", "24.97", "99.88%"},
        {"预算编制", "3.00", "3.00", "100.00%"},  {"预算执行", "4.00", "4.00", "100.00%"},
        {"信息公开", "4.00", "4.00", "100.00%"},  {"绩效管理", "15.00", "15.00", "100.00%"},
        {"采购管理", "10.00", "5.80", "58.00%"},  {"资产管理", "10.00", "8.50", "85.00%"},
        {"运行成本", "4.00", "4.00", "100.00%"},
    };
    const ScoreSheet sheet = scored(report());
    std::size_t second_level = 0;
    for (const Item& item : sheet.items) {
        if (item.level == 2) {
            REQUIRE(second_level < std::size(table));
            const Printed& printed = table[second_level++];
            CHECK(item.name == printed.name);
            CHECK(item.points_text() == printed.points);
            CHECK(item.score_text() == printed.score);
            CHECK(item.rate() == printed.rate);
        }
    }
    CHECK(second_level == std::size(table));
    CHECK(sheet.total_text() == "94.25");
    CHECK(sheet.points_text() == "100.00");
    CHECK(sheet.rate() == "94.25%");
    CHECK(sheet.grade == "优");
    CHECK(item_named(sheet, "采购政策效能").score_text() == "0.7966");
    CHECK(item_named(sheet, "采购合同签订时效性").score_text() == "0");
    CHECK(item_named(sheet, "合同备案时效性").score_text() == "0");
}

TEST_CASE("guangzhou: the same facts give the same bytes") {
    const auto loaded = rubric();
    const auto facts = Facts::parse(loaded, report());
    REQUIRE(facts.has_value());
    const std::string first = to_json(*score(*facts), *facts);
    CHECK(first == to_json(*score(*facts), *facts));
    CHECK(first == to_json(scored(report()), *Facts::parse(rubric(), report())));
}

TEST_CASE("guangzhou: one fact changes what it should and nothing else") {
    const ScoreSheet before = scored(report());
    const ScoreSheet after =
        scored(replaced(report(), R"("actual": "98%")", R"("actual": "100%")"));
    std::set<std::string> changed;
    REQUIRE(before.items.size() == after.items.size());
    for (std::size_t i = 0; i < before.items.size(); ++i) {
        if (before.items[i].score != after.items[i].score) {
            changed.insert(before.items[i].id);
        }
    }
    CHECK(changed == std::set<std::string>{"effect", "effect.overall", "effect.overall.targets",
                                           "effect.overall.targets#6"});
    CHECK(after.find("effect.overall")->score_text() == "25.00");
    CHECK(after.total_text() == "94.27");
}

TEST_CASE("guangzhou: nothing that is not printed passes for official") {
    const auto loaded = rubric();
    const ScoreSheet sheet = scored(report());
    for (const Item& item : sheet.items) {
        INFO(item.name);
        CHECK((item.kind == ItemKind::branch) == (item.basis == Basis::arithmetic));
        if (item.kind == ItemKind::leaf && item.basis == Basis::published) {
            CHECK((item.name == "采购政策效能" || item.name == "新增预算入库项目事前绩效评估"));
        }
    }
    CHECK(item_named(sheet, "资产配置合规性").status == ItemStatus::assessed);
    const auto facts = Facts::parse(loaded, report());
    for (const std::string& text : {to_text(sheet, *facts), to_markdown(sheet, *facts)}) {
        CHECK(text.find("推断") != std::string::npos);
        CHECK(text.find("回忆") != std::string::npos);
    }
    CHECK(to_csv(sheet).find("recalled") != std::string::npos);
}

TEST_CASE("guangzhou: money in 元 gives the same sheet") {
    std::string in_yuan = replaced(report(), R"("unit": "万元")", R"("unit": "元")");
    in_yuan = replaced(in_yuan, R"("135.50")", R"("1355000.0")");
    in_yuan = replaced(in_yuan, R"("465202.15")", R"("4652021500")");
    const ScoreSheet sheet = scored(in_yuan);
    CHECK(sheet.total_text() == "94.25");
}
