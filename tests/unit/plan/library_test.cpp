// SPDX-License-Identifier: Apache-2.0
//
// Indicator libraries: search, what is in one twice, what plans use, and the built-in ones.
#include "plan/loaded_library.hpp"

#include <heng/eval/evaluate.hpp>
#include <heng/plan/library.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace heng;

namespace {

LibraryDocument library_of(const std::string& entries) {
    auto library = LibraryDocument::parse(
        R"({"heng":"library/1","id":"l","title":"库","entries":[)" + entries + "]}");
    REQUIRE_MESSAGE(library.has_value(), library.error());
    return *std::move(library);
}

/// An entry over two amounts of money, with what is given of it after its code.
std::string entry(const std::string& code, const std::string& name, const std::string& definition,
                  const std::string& more = R"("status":"active","valid":{"from":"2020-01-01"})",
                  const std::string& unit = "%") {
    return R"({"code":")" + code + R"(","name":")" + name + R"(","unit":")" + unit +
           R"(","direction":">=","definition":")" + definition +
           R"(","inputs":{"a.x":{"type":"money"},"a.y":{"type":"money"}},)"
           R"("source":"s","basis":"local",)" +
           more + "}";
}

PlanDocument plan_of(const std::string& indicators) {
    auto plan = PlanDocument::parse(
        R"({"heng":"plan/1","id":"p","title":"计划","subject":{"name":"甲局","year":2023},)"
        R"("unit":"万元","indicators":[)" +
        indicators + "]}");
    REQUIRE_MESSAGE(plan.has_value(), plan.error());
    return *std::move(plan);
}

std::string told(const std::vector<Finding>& findings) {
    std::string codes;
    for (const Finding& each : findings) {
        codes += each.code + ' ' + each.pointer + '\n';
    }
    return codes;
}

LibraryReport checked(const LibraryDocument& library, const std::vector<PlanDocument>& plans = {}) {
    auto report = check_library(library, plans);
    REQUIRE_MESSAGE(report.has_value(), report.error());
    return *std::move(report);
}

} // namespace

TEST_CASE("library: search by code, name, alias and part, the better first") {
    const LibraryDocument document = library_of(
        entry("zxl", "预算执行率", "a.x / a.y") + "," + entry("jy", "年末结余", "a.x - a.y") + "," +
        entry(
            "three", "“三公”经费控制率", "a.y / a.x",
            R"("aliases":["三公经费","预算执行率 2"],"status":"active","valid":{"from":"2020-01-01"})"));
    struct Row {
        std::string text;
        std::vector<std::pair<std::size_t, MatchedBy>> found;
    };
    const Row rows[] = {
        {"ZXL", {{0, MatchedBy::code}}},
        {"预算 执行率", {{0, MatchedBy::name}, {2, MatchedBy::part_of_alias}}},
        {"三公经费", {{2, MatchedBy::alias}}},
        {"三公", {{2, MatchedBy::part_of_name}}},
        {"率", {{0, MatchedBy::part_of_name}, {2, MatchedBy::part_of_name}}},
        {"zx", {{0, MatchedBy::part_of_code}}},
        {"结转", {}},
        {"", {}},
    };
    for (const Row& row : rows) {
        INFO(row.text);
        const auto matches = search(document.library(), row.text);
        REQUIRE(matches.size() == row.found.size());
        for (std::size_t i = 0; i < matches.size(); ++i) {
            CHECK(matches[i].entry == row.found[i].first);
            CHECK(matches[i].by == row.found[i].second);
        }
    }
    const auto matches = search(document.library(), "结余");
    CHECK(to_text(matches, document.library()) == "jy  年末结余  a.x - a.y  [local, active]\n");
    CHECK(to_json(matches, document.library()).find(R"("by": "part-of-name")") !=
          std::string::npos);
}

TEST_CASE("library check: an indicator that is there twice") {
    struct Row {
        std::string about;
        std::string second;
        std::string found;
    };
    const std::string valid = R"("valid":{"from":"2020-01-01"},)";
    const Row rows[] = {
        {"nothing in common", entry("b", "乙", "a.x - a.y"), ""},
        {"the name but for signs", entry("b", "“甲” 率", "a.x - a.y"),
         "same-name /entries/1/name\n"},
        {"an alias",
         entry("b", "乙", "a.x - a.y", valid + R"("status":"draft","aliases":["甲率"])"),
         "same-name /entries/1/aliases\n"},
        {"its own name as an alias",
         entry("b", "乙", "a.x - a.y", valid + R"("status":"draft","aliases":["乙"])"), ""},
        {"the formula", entry("b", "乙", "a.x / a.y"), "same-formula /entries/1/definition\n"},
        {"the formula in other signs", entry("b", "乙", "((a.x)  /(a.y))"),
         "same-formula /entries/1/definition\n"},
        {"the formula in another unit",
         entry("b", "乙", "a.x / a.y", valid + R"("status":"active")", "倍"), ""},
        {"the formula the other way round", entry("b", "乙", "a.y / a.x"), ""},
        {"the formula of one that is retired",
         entry("b", "甲率", "a.x / a.y", valid + R"("status":"retired")"), ""},
    };
    for (const Row& row : rows) {
        INFO(row.about);
        const LibraryReport report =
            checked(library_of(entry("a", "甲率", "a.x / a.y") + "," + row.second));
        CHECK(told(report.findings) == row.found);
        CHECK(report.clean == row.found.empty());
    }
}

TEST_CASE("library check: inputs that are declared otherwise, and those that are not read") {
    const std::string other = R"({"code":"b","name":"乙","unit":"%","direction":">=",)"
                              R"("definition":"a.x / a.y","inputs":{"a.x":{"type":"count"},)"
                              R"("a.y":{"type":"count"}},"source":"s","basis":"local",)"
                              R"("valid":{"from":"2020-01-01"},"status":"active"})";
    CHECK(told(checked(library_of(entry("a", "甲", "a.x / a.y") + "," + other)).findings) == "");
    CHECK(told(checked(library_of(entry("a", "甲", "a.x * 2"))).findings) ==
          "unused-input /entries/0/inputs\n");
}

TEST_CASE("library check: what plans use, what they may not, and what none does") {
    const LibraryDocument library = library_of(
        entry("a", "甲", "a.x / a.y") + "," +
        entry("b", "乙", "a.x - a.y", R"("status":"retired","valid":{"from":"2020-01-01"})") + "," +
        entry("c", "丙", "a.x + a.y", R"("status":"draft","valid":{"from":"2020-01-01"})") + "," +
        entry("d", "丁", "a.y - a.x",
              R"("status":"active","valid":{"from":"2020-01-01","to":"2022-12-31"})") +
        "," + entry("e", "戊", "a.x * 2 + a.y"));
    const PlanDocument plan = plan_of(R"(
{"id":"i1","name":"甲","category":"数量"},
{"id":"i2","name":"乙","category":"数量"},
{"id":"i3","name":"某丙","category":"数量","code":"c"},
{"id":"i4","name":"丁","category":"数量","unit":"％","direction":"<="},
{"id":"i5","name":"己","category":"数量"},
{"id":"i6","name":"庚","category":"数量","code":"aa"})");
    const LibraryReport report = checked(library, {plan});
    CHECK(report.unused == std::vector<std::string>{"e"});
    CHECK(report.retired == std::vector<std::string>{"b"});
    CHECK(report.invalid == std::vector<std::string>{"c", "d"});
    CHECK(told(report.findings) == "unused-entry /entries/4/code\n");
    CHECK_FALSE(report.clean);
    REQUIRE(report.plans.size() == 1);
    const MatchedPlan& matched = report.plans[0];
    CHECK(told(matched.findings) == "retired-entry /indicators/1/name\n"
                                    "differs-from-library /indicators/2/name\n"
                                    "draft-entry /indicators/2/code\n"
                                    "invalid-entry /indicators/3/name\n"
                                    "differs-from-library /indicators/3/direction\n"
                                    "not-in-library /indicators/4/name\n"
                                    "unknown-code /indicators/5/code\n");
    CHECK(matched.indicators[2].match->by == MatchedBy::code);
    CHECK(matched.indicators[2].match->entry == 2);
    CHECK_FALSE(matched.indicators[4].match.has_value());
    CHECK(matched.indicators[4].pointer == "/indicators/4");
    CHECK(matched.indicators[4].place == Place{6, 1});
    const std::string names[] = {"plan.json"};
    const std::string text = to_text(report, library, "lib.json", names);
    CHECK(text.find("plan.json：6项指标中有4项在指标库中\n") != std::string::npos);
    CHECK(text.find("未使用：e\n") != std::string::npos);
    const std::string json = to_json(report, library);
    CHECK(json.find(R"("by": "code")") != std::string::npos);
    CHECK(json.find(R"("pointer": "/indicators/4")") != std::string::npos);
}

TEST_CASE("library: an entry is valid in a year that has a day of its time") {
    const LibraryDocument library =
        library_of(entry("a", "甲", "a.x / a.y",
                         R"("status":"active","valid":{"from":"2020-12-31","to":"2022-01-01"})") +
                   "," + entry("b", "乙", "a.x - a.y"));
    const LibraryEntry& bounded = library.library().entries[0];
    CHECK_FALSE(bounded.is_valid_in(2019));
    CHECK(bounded.is_valid_in(2020));
    CHECK(bounded.is_valid_in(2022));
    CHECK_FALSE(bounded.is_valid_in(2023));
    CHECK(library.library().entries[1].is_valid_in(9999));
    CHECK_FALSE(library.library().entries[1].is_valid_in(999));
}

TEST_CASE("library: of two entries with one name a plan means the one that is in use") {
    const LibraryDocument library = library_of(
        entry("old", "甲", "a.x / a.y", R"("status":"retired","valid":{"from":"2020-01-01"})") +
        "," + entry("new", "甲", "a.y / a.x"));
    const auto matched =
        match_plan(plan_of(R"({"id":"i","name":"甲","category":"数量"})"), library);
    REQUIRE(matched.has_value());
    CHECK(matched->indicators[0].match->entry == 1);
    CHECK(matched->findings.empty());
}

TEST_CASE("library: the built-in ones are sound, and their definitions compute") {
    const auto ids = builtin_library_ids();
    REQUIRE(std::find(ids.begin(), ids.end(), "common-indicators") != ids.end());
    for (const std::string_view id : ids) {
        INFO(id);
        const auto library = builtin_library(id);
        REQUIRE_MESSAGE(library.has_value(), library.error());
        CHECK(library->library().id == id);
        CHECK(library->text() == *builtin_library_text(id));
        const LibraryReport report = checked(*library);
        CHECK(told(report.findings) == "");
        for (const LibraryEntry& each : library->library().entries) {
            INFO(each.code);
            CHECK_FALSE(each.source.empty());
            const bool unprinted = each.basis == Basis::recalled || each.basis == Basis::inferred;
            CHECK((!unprinted || each.source.find("未") != std::string::npos ||
                   each.source.find("推断") != std::string::npos));
        }
    }
    const auto none = builtin_library("common-indicator");
    REQUIRE_FALSE(none.has_value());
    CHECK(none.error().code == "library.not-found");
    CHECK(none.error().hint.find("common-indicators") != std::string::npos);
}

TEST_CASE("library: the built-in formulas give the figures that reports print") {
    const auto library = builtin_library("common-indicators");
    REQUIRE(library.has_value());
    struct Row {
        std::string code;
        std::string facts;
        std::string value;
    };
    const Row rows[] = {
        {"execution-rate", R"({"budget":{"annual":527470.55,"executed":522688.65}})", "0.9909"},
        {"carry-over-rate", R"({"carry_over":{"closing":135.5},"expenditure":{"total":465202.15}})",
         "0.0003"},
        {"quantified-share", R"({"goals":{"quantified":6,"indicators":9}})", "0.6667"},
        {"growth-rate", R"({"growth":{"current":21334,"last_year":16701}})", "0.2774"},
        {"goal-completion-rate",
         R"({"targets":[{"target":1,"actual":0.98},{"target":2,"actual":3}]})", "0.99"},
        {"average-execution-rate",
         R"({"quarters":[{"spent":30,"scheduled":25},{"spent":50,"scheduled":50}]})", "1.1"},
        {"contracts-signed-late",
         R"({"contracts":[{"signed_late":true},{"signed_late":false},{"signed_late":true}]})", "2"},
        {"sound-policies", R"({"policies":{"finance":true,"economy":false,"effective":true}})",
         "2"},
        {"budget-completion-rate",
         R"({"budget":{"carried_in":19.8,"initial":1922.76,"added":767.86,"unspent":19.8}})",
         "0.9927"},
    };
    for (const Row& row : rows) {
        INFO(row.code);
        const auto matches = search(library->library(), row.code);
        REQUIRE_FALSE(matches.empty());
        const LibraryEntry& each = library->library().entries[matches[0].entry];
        REQUIRE(each.code == row.code);
        const auto value = evaluate("string(decimal(" + each.definition + ", 4))", row.facts);
        REQUIRE_MESSAGE(value.has_value(), value.error());
        CHECK(value->text == row.value);
    }
}
