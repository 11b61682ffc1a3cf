// SPDX-License-Identifier: Apache-2.0
//
// Facts scored by the targets in force on a day: what is replaced, what is kept, what is told.
#include <heng/explain/explain.hpp>
#include <heng/plan/in_force.hpp>
#include <heng/scoring/scoring.hpp>

#include <doctest/doctest.h>

#include <string>

using namespace heng;

namespace {

RubricDocument rubric() {
    auto read = RubricDocument::parse(
        R"({"heng":"rubric/1","id":"r","title":"t","points":"10","language":"en",
            "inputs":{"goals":{"type":"list","of":"target"}},
            "indicators":[{"id":"g","name":"goals","points":"10",
              "rule":{"kind":"targets","rows":"goals","weights":"equal"}}]})");
    REQUIRE_MESSAGE(read.has_value(), read.error());
    return *std::move(read);
}

PlanDocument plan_of(const std::string& indicators, const std::string& adjustments = "") {
    auto plan = PlanDocument::parse(
        R"({"heng":"plan/1","id":"p","title":"t","subject":{"name":"n","year":2023},)"
        R"("unit":"元","language":"en","indicators":[)" +
        indicators + R"(],"adjustments":[)" + adjustments + "]}");
    REQUIRE_MESSAGE(plan.has_value(), plan.error());
    return *std::move(plan);
}

PlanDocument plan() {
    return plan_of(R"({"id":"i","name":"“平台” 数","category":"数量","target":"20"})",
                   R"({"id":"b","date":"2023-06-01","approved":"2023-09-20","indicator":"i",
                       "field":"target","from":"15","to":"12","reason":"second"},
                      {"id":"a","date":"2023-06-01","approved":"2023-08-15","indicator":"i",
                       "field":"target","from":"20","to":"15","reason":"first"},
                      {"id":"c","date":"2023-06-01","indicator":"i","field":"target",
                       "from":"12","to":"1","reason":"not approved"})");
}

std::string facts(const std::string& record) {
    return R"({"heng":"facts/1","data":{"goals":[)" + record + "]}}";
}

const char* const given =
    R"({"name":"平台数","direction":">=","target":20.0,"actual":"12","x-note":"n"})";

FactsInForce in_force(const PlanDocument& of, const std::string& text, std::string_view at = {}) {
    auto made = facts_in_force(rubric(), text, of, at);
    REQUIRE_MESSAGE(made.has_value(), made.error());
    return *std::move(made);
}

} // namespace

TEST_CASE("in force: the target is that of the day, and the score with it") {
    struct Row {
        std::string at;
        std::string total;
        std::string message;
    };
    const Row rows[] = {
        {"2023-08-14", "6", "平台数: the target in force on 2023-08-14 is 20"},
        {"2023-08-15", "8",
         "平台数: the target in force on 2023-08-15 is 15, in the place of 20.0; approved on "
         "2023-08-15: from 20 to 15 (first)"},
        {"2023-09-19", "8",
         "平台数: the target in force on 2023-09-19 is 15, in the place of 20.0; approved on "
         "2023-08-15: from 20 to 15 (first)"},
        {"", "10",
         "平台数: the target in force on 2023-12-31 is 12, in the place of 20.0; approved on "
         "2023-08-15: from 20 to 15 (first); approved on 2023-09-20: from 15 to 12 (second)"},
    };
    for (const Row& row : rows) {
        INFO(row.at);
        const FactsInForce made = in_force(plan(), facts(given), row.at);
        auto sheet = score(made.facts);
        REQUIRE_MESSAGE(sheet.has_value(), sheet.error());
        CHECK(sheet->total.value().to_string() == row.total);
        add_history(made, *sheet);
        REQUIRE(sheet->diagnostics.size() == 1);
        CHECK(sheet->diagnostics[0].code == "target-in-force");
        CHECK(sheet->diagnostics[0].where == "/data/goals/0/target");
        CHECK(sheet->diagnostics[0].message == row.message);
    }
}

TEST_CASE("in force: nothing but the target changes, and what has it already stays") {
    const auto noted = [](std::string text, const std::string& note) {
        return text.insert(text.rfind('}'), ",\"x-in-force\":[\"" + note + "\"]");
    };
    CHECK(
        in_force(plan(), facts(given), "2023-08-15").text ==
        noted(
            facts(R"({"name":"平台数","direction":">=","target":"15","actual":"12","x-note":"n"})"),
            "平台数: the target in force on 2023-08-15 is 15, in the place of 20.0; approved on "
            "2023-08-15: from 20 to 15 (first)"));
    const FactsInForce before = in_force(plan(), facts(given), "2023-08-14");
    CHECK(before.text == noted(facts(given), "平台数: the target in force on 2023-08-14 is 20"));
    CHECK(in_force(plan(), before.text, "2023-08-14").text == before.text);
    const std::string other = facts(R"({"name":"其他","direction":">=","target":1,"actual":1})");
    const FactsInForce made = in_force(plan(), other);
    CHECK(made.text == other);
    CHECK(made.history.empty());
    const std::string by_id = facts(R"({"name":"i","direction":">=","target":1,"actual":6})");
    CHECK(score(in_force(plan(), by_id).facts)->total.value().to_string() == "5");
}

TEST_CASE("in force: what can't be compared is kept, and told") {
    struct Row {
        std::string target;
        std::string record;
    };
    const Row rows[] = {
        {"98%", R"({"name":"平台数","direction":">=","target":"20","actual":"12"})"},
        {"20", R"({"name":"平台数","direction":">=","target":"98%","actual":"12%"})"},
        {"明显", R"({"name":"平台数","direction":">=","target":"20","actual":"12"})"},
    };
    for (const Row& row : rows) {
        INFO(row.target);
        const PlanDocument of = plan_of(
            R"({"id":"i","name":"平台数","category":"数量","target":")" + row.target + R"("})");
        const FactsInForce made = in_force(of, facts(row.record));
        CHECK(made.text.starts_with(facts(row.record).substr(0, facts(row.record).size() - 1)));
        REQUIRE(made.history.size() == 1);
        CHECK(made.history[0].code == "target-kept");
    }
}

TEST_CASE("in force: the history is bounded, in records and in text") {
    std::string rows;
    for (int i = 0; i < 1'100; ++i) {
        rows += (i == 0 ? "" : ",") + std::string{R"({"name":"平台数","target":"20"})"};
    }
    const auto under = [&](const std::string& key) {
        return R"({"heng":"facts/1","data":{"goals":[],")" + key + "\":[" + rows + "]}}";
    };
    const FactsInForce many = in_force(plan(), under("a/b"));
    REQUIRE(many.history.size() == 1'000);
    CHECK(many.history.back().where == "/data/a~1b/999/target");
    const FactsInForce wide = in_force(plan(), under(std::string(200'000, 'k')));
    std::size_t told = 0;
    for (const Diagnostic& each : wide.history) {
        told += each.where.size() + each.message.size();
    }
    CHECK(told > 4'000'000);
    CHECK(told < 4'500'000);
    // what is not told is put in all the same
    CHECK(wide.text.find(R"("target":"20"})") == std::string::npos);
}

TEST_CASE("in force: errors") {
    const PlanDocument two = plan_of(R"({"id":"i","name":"平台数","category":"数量","target":"20"},
                   {"id":"j","name":"平台数","category":"数量","target":"30"})");
    const auto ambiguous = facts_in_force(rubric(), facts(given), two);
    REQUIRE_FALSE(ambiguous.has_value());
    CHECK(ambiguous.error().code == "plan.ambiguous-name");
    CHECK(ambiguous.error().pointer == "/data/goals/0/name");
    const auto no_day = facts_in_force(rubric(), facts(given), plan(), "2023-02-29");
    REQUIRE_FALSE(no_day.has_value());
    CHECK(no_day.error().code == "plan.at");
    const auto wrong = facts_in_force(rubric(), facts(R"({"name":"平台数"})"), plan());
    REQUIRE_FALSE(wrong.has_value());
    CHECK(wrong.error().code == "facts.target");
    CHECK(wrong.error().place == Place{1, 36});
}

namespace {

/// The code of what is told of the one record, and the target that is left.
std::string outcome(const PlanDocument& of, const std::string& record) {
    const FactsInForce made = in_force(of, facts(record));
    std::string codes;
    for (const Diagnostic& each : made.history) {
        codes += each.code + ' ';
    }
    const std::size_t at = made.text.find(R"("target":)") + 9;
    return codes + made.text.substr(at, made.text.find(',', at) - at);
}

std::string record_of(const std::string& target, const std::string& unit,
                      const std::string& direction = ">=") {
    return R"({"name":"成交额","target":")" + target + R"(","direction":")" + direction +
           R"(","actual":")" + (target.ends_with('%') ? "1%" : "1") + R"(","unit":")" + unit +
           R"("})";
}

PlanDocument planned(const std::string& target, const std::string& unit,
                     const std::string& direction = ">=") {
    return plan_of(R"({"id":"i","name":"成交额","category":"数量","target":")" + target +
                   R"(","unit":")" + unit + R"(","direction":")" + direction + R"("})");
}

} // namespace

TEST_CASE("in force: a target is counted in the unit of the record, or kept and told") {
    CHECK(outcome(planned("2600", "亿元"), record_of("26000001", "万元")) ==
          R"(target-in-force "26000000")");
    CHECK(outcome(planned("2600", "亿元"), record_of("26000000", "万元")) ==
          R"(target-in-force "26000000")");
    CHECK(outcome(planned("2", "周"), record_of("20", "天")) == R"(target-in-force "14")");
    CHECK(outcome(planned("98", "%"), record_of("90%", "")) == R"(target-in-force "98%")");
    CHECK(outcome(planned("98%", ""), record_of("90", "%")) == R"(target-in-force "98")");
    CHECK(outcome(planned("10", "天"), record_of("3", "周")) == R"(target-other-unit "3")");
    CHECK(outcome(planned("5", "个百分点"), record_of("4", "%")) == R"(target-other-unit "4")");
    CHECK(outcome(planned("20", "家"), record_of("30", "人")) == R"(target-other-unit "30")");
    CHECK(outcome(planned("2600", "亿元"), record_of("26000000", "")) ==
          R"(target-other-unit "26000000")");
    CHECK(outcome(planned("2600", "亿元"), record_of("2600.0", "")) ==
          R"(target-in-force "2600.0")");
    CHECK(outcome(planned("2600", "亿元"), record_of("2400", "")) ==
          R"(target-unit-unknown target-in-force "2600")");
    CHECK(outcome(planned("2600", ""), record_of("2400", "亿元")) ==
          R"(target-unit-unknown target-in-force "2600")");
    CHECK(outcome(planned("26", "元"), record_of("2600", "")) == R"(target-other-unit "2600")");
    CHECK(outcome(planned("26", "元"), record_of("2599", "")) ==
          R"(target-unit-unknown target-in-force "26")");
    CHECK(outcome(planned("26", "元"), record_of("-26", "")) == R"(target-other-unit "-26")");
    const FactsInForce made =
        in_force(planned("2600", "亿元"), facts(record_of("13000000", "万元")));
    REQUIRE(made.history.size() == 1);
    CHECK(made.history[0].message == "成交额: the target in force on 2023-12-31 is 2600 亿元 "
                                     "(26000000 万元), in the place of 13000000");
    const FactsInForce share = in_force(planned("98%", ""), facts(record_of("98", "%")));
    CHECK(share.history[0].message == "成交额: the target in force on 2023-12-31 is 98% (98 %)");
    const FactsInForce kept = in_force(planned("20", "家"), facts(record_of("30", "人")));
    CHECK(kept.history[0].message ==
          "成交额: the plan's target is 20 家 and that of the facts 30 人, in units that can't be "
          "compared; the facts' is kept");
}

TEST_CASE("in force: another direction is told, and the target kept") {
    CHECK(outcome(planned("12", "元", "<="), record_of("10", "元")) ==
          R"(target-other-direction "10")");
    CHECK(outcome(planned("12", "元"), record_of("10", "元", "<=")) ==
          R"(target-other-direction "10")");
    CHECK(outcome(planned("12", "元", "level"), record_of("10", "元")) ==
          R"(target-other-direction "10")");
    // scored alike
    CHECK(outcome(planned("12", "元", "="), record_of("10", "元")) ==
          R"(target-other-direction target-in-force "12")");
    const FactsInForce level = in_force(
        planned("12", "元"), facts(R"({"name":"成交额","direction":"level","level":"met"})"));
    REQUIRE(level.history.size() == 1);
    CHECK(level.history[0].code == "target-other-direction");
    CHECK(level.history[0].where == "/data/goals/0/direction");
}

TEST_CASE("in force: names that differ by a sign are not folded into one") {
    const PlanDocument both =
        plan_of(R"({"id":"i","name":"任务1.1","category":"数量","target":"20"},
                   {"id":"j","name":"任务11","category":"数量","target":"30"})");
    const auto record = [](const std::string& name) {
        return R"({"name":")" + name + R"(","target":"1","direction":">=","actual":"1"})";
    };
    CHECK(outcome(both, record("任务1.1")) == R"(target-in-force "20")");
    CHECK(outcome(both, record("任务１．１")) == R"(target-in-force "20")");
    CHECK(outcome(both, record("任务11")) == R"(target-in-force "30")");
    CHECK(in_force(both, facts(record("任务1-1"))).history.empty());
    // the exact name is another record's
    const PlanDocument one =
        plan_of(R"({"id":"i","name":"产学研合作","category":"数量","target":"20"})");
    const FactsInForce two =
        in_force(one, facts(record("产学研-合作") + "," + record("产学研合作")));
    REQUIRE(two.history.size() == 2);
    CHECK(two.history[0].code == "target-name-ambiguous");
    CHECK(two.history[0].where == "/data/goals/0/target");
    CHECK(two.history[1].code == "target-in-force");
}

TEST_CASE("in force: a plan of another year is told") {
    const auto of_year = [](const std::string& year) {
        return R"({"heng":"facts/1","subject":{"year":)" + year + R"(},"data":{"goals":[]}})";
    };
    CHECK(in_force(plan(), of_year("2023")).history.empty());
    CHECK(in_force(plan(), of_year(R"("2023")")).history.empty());
    for (const char* const year : {"2022", R"("2024")"}) {
        const FactsInForce made = in_force(plan(), of_year(year));
        REQUIRE(made.history.size() == 1);
        CHECK(made.history[0].code == "plan-of-another-year");
        CHECK(made.history[0].where == "/subject/year");
    }
    CHECK(in_force(plan(), of_year("2023"), "2024-03-01").history.size() == 1);
}

TEST_CASE("in force: the explanation tells the history in every format") {
    const FactsInForce made = in_force(plan(), facts(given), "2023-08-15");
    auto explanation = explain(made.facts);
    REQUIRE_MESSAGE(explanation.has_value(), explanation.error());
    CHECK(to_json(*explanation).find("in_force") == std::string::npos);
    add_history(made, explanation->sheet);
    const std::string told = "approved on 2023-08-15: from 20 to 15 (first)";
    CHECK(to_json(*explanation).find(told) != std::string::npos);
    CHECK(to_text(*explanation).find(told) != std::string::npos);
    CHECK(to_text(*explanation).find("targets in force by the plan") != std::string::npos);
    CHECK(to_markdown(*explanation).find("(first)") != std::string::npos);
}

TEST_CASE("in force: a day of the plan takes the place of another, and no number does") {
    const std::string due = R"({"name":"完工","direction":"<=","rule":"date","target":"2023-12-31",
        "actual":"2024-01-12","deduct":"0.1"})";
    const auto planned = [](const std::string& target) {
        return plan_of(R"({"id":"i","name":"完工","category":"时效","direction":"<=","target":")" +
                       target + "\"}");
    };
    const auto total = [](const FactsInForce& of) {
        const auto sheet = score(of.facts);
        REQUIRE_MESSAGE(sheet.has_value(), sheet.error());
        return sheet->total.to_string();
    };
    const FactsInForce later = in_force(planned("2024-01-10"), facts(due));
    CHECK(total(later) == "9.8");
    REQUIRE(later.history.size() == 1);
    CHECK(later.history[0].message ==
          "完工: the target in force on 2023-12-31 is 2024-01-10, in the place of 2023-12-31");
    const FactsInForce same = in_force(planned("2023-12-31"), facts(due));
    CHECK(total(same) == "8.8");
    CHECK(same.history[0].message == "完工: the target in force on 2023-12-31 is 2023-12-31");
    const FactsInForce vague = in_force(planned("年底前"), facts(due));
    CHECK(total(vague) == "8.8");
    CHECK(vague.history[0].code == "target-kept");
}
