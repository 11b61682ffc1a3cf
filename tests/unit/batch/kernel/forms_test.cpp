// SPDX-License-Identifier: Apache-2.0
//
// What real forms have, as the kernel scores it; tests/property/kernel_forms_test.cpp holds it
// against the engine.
#include "batch/kernel/kernel.hpp"
#include "batch/kernel/program.hpp"
#include "support/loaded_rows.hpp"
#include "support/told_scores.hpp"

#include <heng/document/rubric_document.hpp>
#include <heng/facts/facts.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace heng;
using detail::kernel::Kernel;
using detail::kernel::Scores;

namespace {

std::string rubric_with(const std::string& leaf, const std::string& rounding_at = R"("leaf")") {
    return R"--({"heng": "rubric/1", "id": "r", "title": "r", "points": "10",
        "rounding": {"scale": 2, "mode": "half-up", "at": [)--" +
           rounding_at + R"--(]},
        "inputs": {"rows": {"type": "list", "of": "target"},
                   "contracts": {"type": "list", "of": {"late": {"type": "boolean"},
                       "amount": {"type": "number", "optional": true},
                       "kind": {"type": "text", "optional": true}}},
                   "balance": {"type": "text"}, "due": {"type": "date"}, "done": {"type": "date"},
                   "n": {"type": "number"}},
        "indicators": [{"id": "l", "name": "l", "points": "10", )--" +
           leaf + "}]}";
}

/// What the kernel says of the scores of one document; "asks" where it does.
std::string told(const std::string& rubric_text, const std::string& data,
                 const std::string& assessed = "", std::int64_t most_steps = 0,
                 std::size_t most_items = 1'000) {
    const auto rubric = RubricDocument::parse(rubric_text);
    REQUIRE_MESSAGE(rubric.has_value(), (rubric ? "" : rubric.error().message));
    const auto kernel = Kernel::of(rubric->compiled());
    REQUIRE(kernel != nullptr);
    const auto facts = Facts::parse(*rubric, R"({"heng": "facts/1", "data": {)" + data +
                                                 R"(}, "assessed": {)" + assessed + "}}");
    REQUIRE_MESSAGE(facts.has_value(), (facts ? "" : facts.error().message));
    detail::kernel::FactRows rows{kernel->layout()};
    test::add_loaded(facts->loaded(), rubric->compiled(), kernel->layout(), rows);
    Scores scores{*kernel};
    scores.most_steps = most_steps;
    scores.most_items = most_items;
    kernel->score(rows.columns(), rows.asks(), scores);
    if (rows.asks()[0] != 0) {
        return "asks";
    }
    std::string text;
    for (const test::ToldScore& each : test::told_scores(*kernel, scores, 0)) {
        text += (text.empty() ? "" : " ") + each.id + '=' + each.text;
    }
    return text;
}

const std::string by_points =
    R"("rule": {"kind": "targets", "rows": "rows", "weights": "points", "dialect": "80-60"})";
const std::string equal =
    R"("rule": {"kind": "targets", "rows": "rows", "weights": "equal", "dialect": "80-60"})";

std::string target(const std::string& rest) {
    return R"({"name": "x", )" + rest + "}";
}

std::string rows_of(const std::vector<std::string>& rows) {
    std::string text;
    for (const std::string& row : rows) {
        text += (text.empty() ? "" : ", ") + target(row);
    }
    return R"("rows": [)" + text + "]";
}

} // namespace

TEST_CASE("rows by points are rounded one by one") {
    const std::string rubric = rubric_with(by_points, R"("row", "leaf")");
    CHECK(told(rubric, rows_of({R"("points": "4", "direction": ">=", "target": "3", "actual": 1)",
                                R"("points": 3.5, "direction": "<=", "target": 2, "actual": 3)",
                                R"("points": 2.5, "direction": "level", "level": "met")"})) ==
          "l=6.16 l#1=1.33 l#2=2.33 l#3=2.50");
    CHECK(told(rubric, rows_of({R"("points": 9, "direction": "=", "target": 3, "actual": 3)"})) ==
          "asks"); // 9 of 10 points
    CHECK(told(rubric, R"("rows": [])") == "asks");
    CHECK(
        told(rubric, rows_of({R"("points": 10, "direction": ">=", "target": 0, "actual": -1)"})) ==
        "l=0.00 l#1=0.00");
}

TEST_CASE("equal rows that are never rounded are fractions") {
    const std::string rubric = rubric_with(equal, "");
    const std::string met = R"("direction": ">=", "target": 1, "actual": 1)";
    CHECK(told(rubric, rows_of({met, met, R"("direction": ">=", "target": 7, "actual": 3)"})) ==
          "l=170/21 l#1=10/3 l#2=10/3 l#3=10/7");
    CHECK(told(rubric, rows_of({met, R"("direction": ">=", "target": 8, "actual": 3)"})) ==
          "l=6.875 l#1=5 l#2=1.875");
    // the sum takes more than 128 bits
    std::vector<std::string> rows;
    Ratio sum;
    for (const std::int64_t aim : {700'000'000'000'001, 700'000'000'000'003, 700'000'000'000'007}) {
        rows.push_back(R"("direction": ">=", "actual": 1, "target": )" + std::to_string(aim));
        sum += Ratio{1, aim};
    }
    CHECK(sum.big_bits() > 0);
    CHECK(
        told(rubric, rows_of(rows)).starts_with("l=" + (sum * Ratio{10, 3}).to_string() + " l#1="));
}

TEST_CASE("levels by the dialect of the rubric") {
    const std::string partly = R"("direction": "level", "level": "partly", "rate": "55%")";
    CHECK(told(rubric_with(equal), rows_of({partly})) == "asks");
    const std::string older =
        R"("rule": {"kind": "targets", "rows": "rows", "weights": "equal", "dialect": "80-50"})";
    CHECK(told(rubric_with(older), rows_of({partly})) == "l=5.50 l#1=5.5");
    CHECK(told(rubric_with(equal),
               rows_of({R"("direction": "level", "level": "not", "rule": "all")"})) ==
          "l=0.00 l#1=0");
}

TEST_CASE("rules of single rows, and rows far above their targets") {
    CHECK(told(rubric_with(equal), rows_of({R"("direction": ">=", "target": 100, "actual": 92,
                   "rule": "per_point", "deduct": "0.5")"})) == "l=6.00 l#1=6");
    CHECK(told(rubric_with(equal), rows_of({R"("direction": "<=", "target": "2023-12-31",
                   "actual": "2024-01-12", "rule": "date", "deduct": "0.1")"})) ==
          "l=8.80 l#1=8.8");
    CHECK(told(rubric_with(equal), rows_of({R"("direction": ">=", "target": 1, "actual": 1,
                   "cap": "11")"})) == "asks"); // more than its points
    const std::string far = R"--("rule": {"kind": "targets", "rows": "rows",
                                   "weights": "equal", "dialect": "80-60",
                                   "far_above": {"from": "1.3", "deduct": "2"}})--";
    CHECK(told(rubric_with(far), rows_of({R"("direction": ">=", "target": 10, "actual": 13)"})) ==
          "l=8.00 l#1=8");
    CHECK(
        told(rubric_with(far), rows_of({R"("direction": ">=", "target": 10, "actual": "12.9")"})) ==
        "l=10.00 l#1=10");
}

TEST_CASE("some rows of a list") {
    const std::string some = R"("rule": {"kind": "targets", "weights": "equal",
        "dialect": "80-60", "rows": "rows[block = \"产出\"]"})";
    CHECK(told(rubric_with(some),
               rows_of({R"("block": "效益", "direction": ">=", "target": 2, "actual": 0)",
                        R"("block": "产出", "direction": ">=", "target": 2, "actual": 1)"})) ==
          "l=5.00 l#1=5");
}

TEST_CASE("lists are counted and summed") {
    const auto formula = [](const std::string& score) {
        return rubric_with(R"("rule": {"kind": "formula", "score": ")" + score + R"("})");
    };
    const std::string three = R"("contracts": [{"late": true, "amount": 1.5, "kind": "甲"},
        {"late": false, "amount": "2.25", "kind": "乙"}, {"late": true, "amount": 3}])";
    CHECK(told(formula("count(contracts[late])"), three) == "l=2.00");
    CHECK(told(formula("sum(contracts.amount)"), three) == "l=6.75");
    CHECK(told(formula("sum(contracts[late].amount) / count(contracts)"), three) == "l=1.50");
    CHECK(told(formula("max(contracts.amount)"), three) == "l=3.00");
    CHECK(told(formula("sum(for c in contracts return c.amount * 2 / 3)"), three) == "l=4.50");
    CHECK(told(formula("count(contracts[amount > 2 and not(late)])"), three) == "l=1.00");
    CHECK(told(formula("if some c in contracts satisfies c.amount > 2 then 1 else 3"), three) ==
          "l=1.00");
    CHECK(told(formula("if every c in contracts satisfies c.late then 1 else 3"), three) ==
          "l=3.00");
    CHECK(told(formula("count(contracts[kind = \\\"甲\\\"])"), three) == "asks"); // one has none
    CHECK(told(formula("sum(contracts.amount)"), R"("contracts": [])") == "asks");
    CHECK(told(formula("count(contracts)"), "") == "asks");
}

TEST_CASE("texts and dates are compared") {
    const auto holds = [](const std::string& when) {
        return rubric_with(R"("rule": {"kind": "condition", "when": ")" + when + R"("})");
    };
    const std::string facts = R"("balance": "无", "due": "2024-02-28", "done": "2024-03-01")";
    CHECK(told(holds(R"(balance = \"无\")"), facts) == "l=10.00");
    CHECK(told(holds(R"(balance in (\"少\", \"多\"))"), facts) == "l=0.00");
    CHECK(told(holds("done <= due"), facts) == "l=0.00");
    CHECK(told(holds("(done - due).days = 2"), facts) == "l=10.00");
    CHECK(told(holds(R"--(due < date(\"2024-03-01\"))--"), facts) == "l=10.00");
    CHECK(told(rubric_with(R"("measure": "balance", "rule": {"kind": "categories",
              "scores": {"无": "10", "少": "4.5"}})"),
               facts) == "l=10.00");
    CHECK(told(rubric_with(R"("measure": "balance", "rule": {"kind": "categories",
              "scores": {"少": "4.5"}})"),
               facts) == "asks");
}

TEST_CASE("scores that people give") {
    const std::string rubric = rubric_with(R"("rule": {"kind": "assessed"})");
    CHECK(told(rubric, "", R"("l": {"score": "7.5", "reason": "r"})") == "l=7.50");
    CHECK(told(rubric, "") == "asks");
    const std::string ranged = rubric_with(R"("measure": "n", "rule": {"kind": "bands", "bands": [
        {"in": "> 1", "score": "10"}, {"in": "-", "score_range": ["2", "4"]}]})");
    CHECK(told(ranged, R"("n": 2)") == "l=10.00");
    CHECK(told(ranged, R"("n": 1)", R"("l": {"score": "3.25", "reason": "r"})") == "l=3.25");
    CHECK(told(ranged, R"("n": 1)", R"("l": {"score": "1.75", "reason": "r"})") == "asks");
}

TEST_CASE("what a rule lacks is of no account where its leaf does not apply") {
    const std::string rubric = rubric_with(
        R"("measure": "1 / n", "not_applicable": {"when": "n = 0", "treat_as": "full"},
           "rule": {"kind": "proportional"})");
    CHECK(told(rubric, R"("n": 0)") == "l=10.00");
    CHECK(told(rubric, R"("n": 4)") == "l=2.50");
    const std::string rows = rubric_with(R"("not_applicable": {"when": "n = 0",
        "treat_as": "zero"}, )" + equal);
    CHECK(told(rows, R"("n": 0, "rows": [])") == "l=0.00");
}

TEST_CASE("rows and steps that are more than allowed are the engine's to refuse") {
    const std::string data = rows_of({R"("direction": ">=", "target": 1, "actual": 1)",
                                      R"("direction": ">=", "target": 1, "actual": 1)"});
    CHECK(told(rubric_with(equal), data, "", 0, 3) == "l=10.00 l#1=5 l#2=5");
    CHECK(told(rubric_with(equal), data, "", 0, 2) == "asks");
    CHECK(told(rubric_with(equal), data, "", 1'000) == "l=10.00 l#1=5 l#2=5");
    CHECK(told(rubric_with(equal), data, "", 60) == "asks");
}
