// SPDX-License-Identifier: Apache-2.0
//
// plan/1 read, names as people mean them, and what was in force at a date.
#include "plan/names.hpp"

#include <heng/plan/plan.hpp>

#include <doctest/doctest.h>

#include <string>

using namespace heng;

namespace {

Plan plan_of(const std::string& rest) {
    const auto plan = PlanDocument::parse(
        R"({"heng":"plan/1","id":"p","title":"计划","subject":{"name":"甲局","year":2023},)"
        R"("unit":"万元")" +
        rest + "}");
    REQUIRE_MESSAGE(plan.has_value(), plan.error());
    return plan->plan();
}

const char* const projects =
    R"(,"budget":"100","projects":[{"id":"p1","name":"项目","money":"60","indicators":[
        {"id":"i1","name":"平台数","category":"数量","direction":">=","target":"20","unit":"个"},
        {"id":"i2","name":"占比","category":"社会","direction":">=","target":"98%","money":7}]}])";

std::string adjusted(const std::string& adjustments) {
    return std::string{projects} + R"(,"adjustments":[)" + adjustments + "]";
}

} // namespace

TEST_CASE("names: where nothing would be left, the name itself") {
    CHECK(detail::plan::normalised("——") == "——");
    CHECK(detail::plan::normalised("") == "");
    CHECK(detail::plan::normalised("\xFF名") == "\xEF\xBF\xBD名"); // no UTF-8: U+FFFD
    CHECK(detail::plan::normalised("A-B_c.1") == "a-b_c.1");
}

TEST_CASE("plan: every key is read") {
    const Plan plan = plan_of(
        R"(,"source":"s","language":"en","budget":527470.55,
        "duties":[{"id":"d","name":"duty","source":"1"}],
        "tasks":[{"id":"t","name":"task","duties":["d"]}],
        "projects":[{"id":"p","name":"project","tasks":["t"],"money":"1.50",
          "objectives":[{"id":"o","text":"aim"}],
          "indicators":[{"id":"i","name":"n","category":"可持续","quantified":true,
            "direction":"<=","target":"5%","unit":"u","level":2,"code":"c","objective":"o",
            "points":"7","money":"0.5","x-source":"ignored"}],
          "declared":[{"level":2,"category":"数量","indicators":3,"quantified":"66.67%"}]}],
        "indicators":[{"id":"j","name":"m","category":"数量","direction":"level"}],
        "adjustments":[{"id":"a","date":"2023-08-01","approved":"2023-08-02","project":"p",
          "field":"money","from":"1.50","to":"2","reason":"r"}])");
    CHECK(plan.language == Language::en);
    CHECK(plan.budget == Decimal::parse("527470.55").value());
    CHECK(plan.duties[0].source == "1");
    CHECK(plan.tasks[0].duties == std::vector<std::string>{"d"});
    const Project& project = plan.projects[0];
    CHECK(project.money->to_string() == "1.50");
    CHECK(project.objectives[0].text == "aim");
    const PlanIndicator& indicator = project.indicators[0];
    CHECK(indicator.category == IndicatorCategory::sustainable);
    CHECK(indicator.direction == Direction::at_most);
    CHECK(indicator.target->text == "5%");
    CHECK(indicator.target->percent);
    CHECK(indicator.target->value == Ratio{1} / Ratio{20});
    CHECK(indicator.level == 2);
    CHECK(indicator.code == "c");
    CHECK(indicator.objective == "o");
    CHECK(project.declared[0].quantified == Decimal::parse("0.6667").value());
    CHECK(project.declared[0].printed == "66.67%");
    CHECK(plan.adjustments[0].field == AdjustedField::money);
    CHECK(plan.adjustments[0].to.value == Ratio{2});
    CHECK(find_indicator(plan, "i") == &indicator);
    CHECK(find_indicator(plan, "j") == plan.indicators.data());
    CHECK(find_indicator(plan, "k") == nullptr);
    CHECK(find_project(plan, "p") == &project);
    CHECK(find_project(plan, "") == nullptr);
}

TEST_CASE("plan: whether an indicator is quantified") {
    struct Row {
        std::string keys;
        std::optional<bool> quantified;
    };
    const Row rows[] = {
        {R"(,"quantified":true)", true},
        {R"(,"quantified":false,"target":"3")", false},
        {R"(,"direction":"level","target":"3")", false},
        {R"(,"target":"3")", true},
        {R"(,"target":"98%")", true},
        {R"(,"target":"明显提高")", std::nullopt},
        {R"(,"target":"3%%")", std::nullopt},
        {"", std::nullopt},
    };
    for (const Row& row : rows) {
        INFO(row.keys);
        const Plan plan =
            plan_of(R"(,"indicators":[{"id":"i","name":"n","category":"数量")" + row.keys + "}]");
        CHECK(is_quantified(plan.indicators[0]) == row.quantified);
    }
}

TEST_CASE("plan_at: an adjustment is in force from the day of its approval") {
    const Plan plan = plan_of(adjusted(
        R"({"id":"b","date":"2023-06-01","approved":"2023-09-20","indicator":"i1",
            "field":"target","from":"15","to":"12","reason":"r"},
           {"id":"a","date":"2023-05-01","approved":"2023-08-15","indicator":"i1",
            "field":"target","from":"20","to":"15","reason":"r"},
           {"id":"c","date":"2023-07-01","indicator":"i2","field":"target","from":"98%",
            "to":"50%","reason":"not approved"},
           {"id":"d","date":"2023-07-01","approved":"2023-07-02","project":"p1","field":"money",
            "from":"60","to":"55.5","reason":"r"},
           {"id":"e","date":"2023-07-01","approved":"2023-07-03","field":"money",
            "from":"100","to":"90","reason":"r"},
           {"id":"f","date":"2023-07-01","approved":"2023-07-04","indicator":"i2",
            "field":"money","from":"7","to":"8","reason":"r"},
           {"id":"g","date":"2023-07-01","approved":"2023-07-04","project":"none",
            "field":"money","from":"7","to":"8","reason":"names nothing"})"));
    struct Row {
        std::string date;
        std::string target;
        std::string money;
        std::string budget;
    };
    const Row rows[] = {
        {"2023-07-01", "20", "60", "100"},  {"2023-07-02", "20", "55.5", "100"},
        {"2023-07-03", "20", "55.5", "90"}, {"2023-08-14", "20", "55.5", "90"},
        {"2023-08-15", "15", "55.5", "90"}, {"2023-09-19", "15", "55.5", "90"},
        {"2023-09-20", "12", "55.5", "90"}, {"9999-12-31", "12", "55.5", "90"},
    };
    for (const Row& row : rows) {
        INFO(row.date);
        const Plan then = plan_at(plan, row.date);
        CHECK(find_indicator(then, "i1")->target->text == row.target);
        CHECK(find_indicator(then, "i2")->target->text == "98%");
        CHECK(then.projects[0].money->to_string() == row.money);
        CHECK(then.budget->to_string() == row.budget);
    }
    CHECK(find_indicator(plan_at(plan, "2023-07-04"), "i2")->money->to_string() == "8");
    CHECK(find_indicator(plan_at(plan, "2023-07-03"), "i2")->money->to_string() == "7");
}

TEST_CASE("plan: targets as people write them, and money in the plan's unit") {
    const auto target = [](const std::string& text) {
        const Plan plan = plan_of(
            R"(,"indicators":[{"id":"i","name":"n","category":"数量","direction":">=","target":")" +
            text + "\"}]");
        const PlannedTarget& planned = *plan.indicators.at(0).target;
        return planned.text + (planned.value ? " = " + planned.value->to_string() : "");
    };
    CHECK(target("5,000") == "5000 = 5000");
    CHECK(target("96.6 ％") == "96.6% = 0.966");
    CHECK(target("50‰") == "5% = 0.05");
    CHECK(target("（486.2）") == "-486.2 = -486.2");
    for (const char* const text : {"≥95%", "约5", "1.2万", "5万元", "12,34", "两个", "1-2"}) {
        CHECK(target(text) == text); // a unit, a bound or a question: a text, which is told
    }
    const auto hint = [](const std::string& budget, const std::string& unit) {
        const auto plan = PlanDocument::parse(
            R"({"heng":"plan/1","id":"p","title":"t","subject":{"name":"n","year":2023},"unit":")" +
            unit + R"(","budget":")" + budget + "\"}");
        return plan ? "read" : plan.error().hint;
    };
    CHECK(hint("1.2亿元", "万元") == "write 12000");
    CHECK(hint("5000元", "万元") == "write 0.5");
    CHECK(hint("57,622万元", "亿元") == "write 5.7622");
    CHECK(hint("1.2万", "元") == "write 12000");
    for (const char* const text : {"1.2万", "一万二千", "(5)", "50%", "5人"}) {
        CAPTURE(text);
        CHECK_FALSE(hint(text, "万元").starts_with("write "));
    }
}
