// SPDX-License-Identifier: Apache-2.0
//
// What a change is put down to, on a small rubric with figures that can be checked by hand.
#include "support/facts_text.hpp"

#include <heng/diff/diff.hpp>
#include <heng/scoring/render.hpp>
#include <heng/scoring/scoring.hpp>

#include <doctest/doctest.h>

#include <algorithm>

using namespace heng;

namespace {

using Values = std::map<std::string, std::string>;

/// Two branches, rounded at level 1 to one place; `more` follows the last leaf.
std::string rubric_text(const std::string& cap = "1", const std::string& points = "10",
                        const std::string& more = "", const std::string& total = "20") {
    return R"--({"heng": "rubric/1", "id": "r", "title": "r", "unit": "万元", "language": "en",
 "points": )--" +
           total + R"--(, "rounding": {"scale": 1, "mode": "half-up", "at": ["level-1"]},
 "inputs": {"spent": {"type": "money"}, "budget": {"type": "money", "minimum": 0},
  "late": {"type": "count", "optional": true, "default": "0"}, "ok": {"type": "boolean"},
  "goals": {"type": "list", "of": "target"}},
 "values": {"rate": "spent / budget"},
 "indicators": [
  {"id": "pay", "name": "Pay", "points": )--" +
           points + R"--(, "indicators": [
   {"id": "pay.rate", "name": "Rate", "points": )--" +
           points + R"--(, "measure": "rate",
    "rule": {"kind": "proportional", "cap": )--" +
           cap + R"--(}}]},
  {"id": "rest", "name": "Rest", "points": 10, "indicators": [
   {"id": "rest.late", "name": "Late", "points": 3,
    "rule": {"kind": "occurrences", "each": [{"count": "late", "deduct": 1, "label": "late"}]}},
   {"id": "rest.goals", "name": "Goals", "points": 4,
    "rule": {"kind": "targets", "rows": "goals", "weights": "equal"}},
   {"id": "rest.given", "name": "Given", "points": 3, "rule": {"kind": "assessed"}}]})--" +
           more + R"--(],
 "adjustments": [{"id": "low", "when": "rate < 0.5", "deduct": 2, "reason": "low"}]})--";
}

std::string goals(const std::string& first, const std::string& second) {
    const auto record = [](const std::string& name, const std::string& actual) {
        return R"({"name": ")" + name + R"(", "direction": ">=", "target": 4, "actual": )" +
               actual + "}";
    };
    return '[' + record("one", first) + ", " + record("two", second) + ']';
}

Values base() {
    return {{"spent", "80"},
            {"budget", "100"},
            {"late", "1"},
            {"ok", "true"},
            {"goals", goals("4", "4")}};
}

std::string facts(const Values& values, const std::string& given = "3") {
    std::string text = test::facts_text(values);
    text.pop_back();
    return text + R"(, "assessed": {"rest.given": {"score": )" + given + R"(, "reason": "r"}}})";
}

Difference between(const std::string& first_rubric, const std::string& first_facts,
                   const std::string& second_rubric, const std::string& second_facts) {
    const auto a = RubricDocument::parse(first_rubric);
    const auto b = RubricDocument::parse(second_rubric);
    REQUIRE(a);
    REQUIRE(b);
    const auto fa = Facts::parse(*a, first_facts);
    const auto fb = Facts::parse(*b, second_facts);
    REQUIRE(fa);
    REQUIRE(fb);
    const auto gap = difference(*fa, *fb);
    REQUIRE(gap);
    return *gap;
}

/// "kind item where change", a part each.
std::vector<std::string> told(const Difference& gap) {
    std::vector<std::string> lines;
    for (const ChangePart& part : gap.parts) {
        std::string line = std::string{name(part.kind)} + ' ' + part.item;
        for (const Because& because : part.because) {
            line += ' ' + because.where;
        }
        lines.push_back(line + ' ' + text_of(part.change, {}));
    }
    return lines;
}

using Lines = std::vector<std::string>;

} // namespace

TEST_CASE("difference: nothing") {
    const Difference gap = between(rubric_text(), facts(base()), rubric_text(), facts(base()));
    CHECK(gap.empty());
    CHECK(gap.change() == Points{});
}

TEST_CASE("difference: facts, each with what it changed") {
    Values now = base();
    now["spent"] = "60";
    now["late"] = "2";
    const Difference gap = between(rubric_text(), facts(base()), rubric_text(), facts(now));
    CHECK(told(gap) == Lines{"fact pay.rate spent -2", "fact rest.late late -1"});
    CHECK(gap.change() == Points{"-3"});
    CHECK(gap.parts[0].because[0].from == "80万元");
    CHECK(gap.parts[0].because[0].to == "60万元");
    CHECK(gap.items.size() == 4); // the two leaves and the branches above them
}

TEST_CASE("difference: two facts of one measure share by the mean over both orders") {
    Values now = base();
    now["spent"] = "60"; // 80/100 → 60/100 → 60/120, and 80/100 → 80/120 → 60/120
    now["budget"] = "120";
    const Difference gap = between(rubric_text(), facts(base()), rubric_text(), facts(now));
    // spent: (−2 + −5/3) / 2, budget: (−1 + −4/3) / 2; of 8 to 5
    CHECK(told(gap) == Lines{"fact pay.rate spent -11/6", "fact pay.rate budget -7/6"});
}

TEST_CASE("difference: a fact that can't change alone changes with the next") {
    Values old = base();
    old["spent"] = "0";
    old["budget"] = "100";
    Values now = base();
    now["budget"] = "0"; // 0/0 has no value, and neither has 80/0
    const auto rubric = rubric_text();
    const auto a = RubricDocument::parse(rubric);
    const auto fa = Facts::parse(*a, facts(old));
    const auto fb = Facts::parse(*a, facts(now));
    const auto gap = difference(*fa, *fb);
    REQUIRE(!gap); // the second facts can't be scored at all
    CHECK(gap.error().document == "second");

    // between the two, 80 of a budget of 0 can't be scored: both are one part
    const std::string guarded = [&] {
        std::string text = rubric;
        const std::string plain = R"("rate": "spent / budget")";
        return text.replace(text.find(plain), plain.size(),
                            R"("rate": "if spent = 0 then 0.9 else spent / budget")");
    }();
    Values none = base();
    none["spent"] = "0";
    none["budget"] = "0";
    const Difference both = between(guarded, facts(base()), guarded, facts(none));
    CHECK(told(both) == Lines{"fact pay.rate spent 1"}); // spent alone does it
    const Difference back = between(guarded, facts(none), guarded, facts(base()));
    CHECK(told(back) == Lines{"fact pay.rate spent budget -1"});
}

TEST_CASE("difference: records of a list, and assessments") {
    Values now = base();
    now["goals"] = goals("4", "3");
    const Difference gap = between(rubric_text(), facts(base()), rubric_text(), facts(now, "2.5"));
    CHECK(told(gap) ==
          Lines{"fact rest.goals goals[2] -0.5", "assessment rest.given rest.given -0.5"});
    CHECK(gap.parts[0].because[0].label == "two");
    CHECK(gap.parts[0].because[0].to == "actual 3");
    now["goals"] = "[" + goals("4", "3").substr(goals("4", "3").find("}, ") + 3);
    const Difference shorter = between(rubric_text(), facts(base()), rubric_text(), facts(now));
    CHECK(told(shorter) == Lines{"fact rest.goals goals -1"});
}

TEST_CASE("difference: the rule of a record is a fact, and so are its days") {
    const auto first = [](const std::string& more) {
        Values values = base();
        values["goals"] = R"([{"name": "one", )" + more + R"(}, {"name": "two", "direction": ">=",
            "target": 4, "actual": 4}])";
        return facts(values);
    };
    const std::string half = R"("direction": ">=", "target": 4, "actual": 2)";
    const auto because = [&](const std::string& from, const std::string& to) {
        const Difference gap = between(rubric_text(), first(from), rubric_text(), first(to));
        REQUIRE(gap.parts.size() == 1);
        const Because& only = gap.parts[0].because[0];
        return only.where + ": " + only.from + " > " + only.to + ' ' +
               text_of(gap.parts[0].change, {});
    };
    CHECK(because(half, half + R"(, "rule": "all")") == "goals[1]: rule ratio > rule all -1");
    CHECK(because(half + R"(, "rule": "all")", half) == "goals[1]: rule all > rule ratio 1");
    CHECK(because(half + R"(, "rule": "pass", "least": "50%")",
                  half + R"(, "rule": "pass", "least": 0.6, "floor": 0.5)") ==
          "goals[1]: rule pass, least 0.5 > rule pass, least 0.6, floor 0.5 -0.5");
    CHECK(because(half, half + R"(, "rule": "per_point", "deduct": 0.01, "part": "whole",
        "cap": 1.2)") ==
          "goals[1]: rule ratio > rule per_point, deduct 0.01, part whole, cap 1.2 0.2");
    const std::string due = R"("direction": "<=", "rule": "date", "target": "2023-12-31",
        "actual": )";
    CHECK(because(due + R"("2023-12-31")", due + R"("2024-01-01")") ==
          "goals[1]: actual 2023-12-31 > actual 2024-01-01 -2");
    const Difference none =
        between(rubric_text(), first(half), rubric_text(), first(half + R"(, "rule": "ratio")"));
    CHECK(none.empty());
}

TEST_CASE("difference: adjustments and rounding are parts of their own") {
    Values now = base();
    now["spent"] = "47.7"; // 4.77, rounded to 4.8, and 2 less
    const Difference gap = between(rubric_text(), facts(base()), rubric_text(), facts(now));
    CHECK(told(gap) ==
          Lines{"fact pay.rate spent -3.23", "rounding pay 0.03", "adjustment  low spent -2"});
    CHECK(gap.change() == Points{"-5.2"});
}

TEST_CASE("difference: what differs and changes nothing is told apart") {
    Values old = base();
    old["spent"] = "110";
    Values now = base();
    now["spent"] = "120";
    now["ok"] = "false";
    const Difference gap = between(rubric_text(), facts(old), rubric_text(), facts(now));
    CHECK(gap.parts.empty());
    REQUIRE(gap.without_effect.size() == 2);
    CHECK(gap.without_effect[0].where == "spent");
    CHECK(!gap.empty());
}

TEST_CASE("difference: a fact that an adjustment hangs on is its cause") {
    const std::string rubric = R"--({"heng": "rubric/1", "id": "r", "title": "r", "language": "en",
 "points": 100, "inputs": {"rate": {"type": "percent"}, "fraud": {"type": "boolean"},
  "in_use": {"type": "boolean"}, "x": {"type": "number"}, "y": {"type": "number"}},
 "indicators": [
  {"id": "pay", "name": "Pay", "points": 80, "measure": "rate",
   "rule": {"kind": "proportional"}},
  {"id": "use", "name": "Use", "points": 10, "rule": {"kind": "condition", "when": "x > 0"},
   "not_applicable": {"when": "not(in_use)", "treat_as": "rescale"}},
  {"id": "sum", "name": "Sum", "points": 10, "measure": "if x = y then 1 else 0",
   "rule": {"kind": "proportional"}}],
 "adjustments": [{"id": "veto", "when": "fraud", "at_most": 59, "reason": "fraud"}]})--";
    const auto facts_of = [](const std::string& rate, bool fraud, bool in_use, const std::string& x,
                             const std::string& y) {
        return test::facts_text({{"rate", rate},
                                 {"fraud", fraud ? "true" : "false"},
                                 {"in_use", in_use ? "true" : "false"},
                                 {"x", x},
                                 {"y", y}});
    };
    const std::string old = facts_of("0.9375", false, true, "50", "50");
    const Difference veto =
        between(rubric, old, rubric, facts_of("0.9375", true, true, "50", "50"));
    CHECK(told(veto) == Lines{"adjustment  veto fraud -36"});
    CHECK(veto.without_effect.empty());
    CHECK(to_text(veto).find("fraud: false → true") != std::string::npos);
    // out of use: the leaf hands up nothing, and the rest is scaled
    const Difference out =
        between(rubric, old, rubric, facts_of("0.9375", false, false, "50", "50"));
    CHECK(told(out) == Lines{"fact use in_use -10", "rescaling  in_use 85/9"});
    // two facts that make up for one another
    const Difference even =
        between(rubric, old, rubric, facts_of("0.9375", false, true, "60", "60"));
    CHECK(even.parts.empty());
    CHECK(even.without_effect.empty());
    REQUIRE(even.offset.size() == 2);
    CHECK(even.offset[0].where == "x");
    CHECK(to_json(even).find("\"offset\"") != std::string::npos);
}

TEST_CASE("difference: rules, points and indicators") {
    const Difference rule =
        between(rubric_text("1"), facts(base()), rubric_text("1.6"), facts(base()));
    CHECK(told(rule) == Lines{"rule pay.rate rule.cap -3"});
    // 8 of 10 is 16 of 20, all of it points
    const Difference points =
        between(rubric_text(), facts(base()), rubric_text("1", "20", "", "30"), facts(base()));
    CHECK(told(points) == Lines{"points pay.rate pay.rate 8"});
    // facts first: 8 → 6; then points: 6 of 10 is 12 of 20; then the rule: 12 → 7.5
    Values now = base();
    now["spent"] = "60";
    const Difference all =
        between(rubric_text(), facts(base()), rubric_text("1.6", "20", "", "30"), facts(now));
    CHECK(told(all) == Lines{"fact pay.rate spent -2", "points pay.rate pay.rate 6",
                             "rule pay.rate rule.cap -4.5"});
    const std::string more = R"(, {"id": "new", "name": "New", "points": 5,
        "rule": {"kind": "condition", "when": "ok"}})";
    const std::string wider = rubric_text("1", "10", more, "25");
    const Difference added = between(rubric_text(), facts(base()), wider, facts(base()));
    CHECK(told(added) == Lines{"added new 5"});
    const Difference removed = between(wider, facts(base()), rubric_text(), facts(base()));
    CHECK(told(removed) == Lines{"removed new -5"});
}

TEST_CASE("difference: two sheets alone") {
    const auto rubric = RubricDocument::parse(rubric_text());
    const auto sheet = [&](const std::string& text) {
        const auto read = Facts::parse(*rubric, text);
        return to_json(*score(*read), *read);
    };
    Values now = base();
    now["spent"] = "47.7";
    now["late"] = "2";
    const std::string first = sheet(facts(base()));
    const std::string second = sheet(facts(now, "2"));
    const auto gap = difference(first, second);
    REQUIRE(gap);
    Lines lines = told(*gap);
    std::sort(lines.begin(), lines.end());
    CHECK(lines == Lines{"adjustment  low -2", "assessment rest.given rest.given -1",
                         "fact pay.rate spent -3.23", "fact rest.late late -1",
                         "rounding pay 0.03"});
    CHECK(gap->language == Language::en);

    // a sheet that does not add up says so
    std::string wrong = second;
    const std::string total = R"("total": ")" + text_of(gap->to.total, 1) + '"';
    REQUIRE(wrong.find(total) != std::string::npos);
    wrong.replace(wrong.find(total), total.size(), R"("total": "12.5")");
    const auto other = difference(first, wrong);
    REQUIRE(other);
    CHECK(std::any_of(other->parts.begin(), other->parts.end(),
                      [](const ChangePart& part) { return part.kind == CauseKind::unexplained; }));
}

TEST_CASE("difference: sheets that can't be read") {
    const std::string sheet = R"({"heng": "sheet/1", "total": "1", "points": "2", "items": [)";
    const std::string item = R"({"id": "a", "name": "a", "parent": null, "level": 1,)"
                             R"( "kind": "leaf", "points": "2", "score": "1"})";
    CHECK(difference(sheet + item + "]}", sheet + item + "]}"));
    const auto code = [&](const std::string& text) {
        const auto gap = difference(sheet + item + "]}", text);
        return gap ? "" : gap.error().code + ' ' + gap.error().document;
    };
    CHECK(code("{") == "json.syntax second");
    CHECK(code(R"({"heng": "facts/1"})") == "sheet.heng second");
    CHECK(code(R"({"heng": "sheet/1", "total": "1", "points": "2"})") ==
          "sheet.missing-key second");
    CHECK(code(sheet + item + ", " + item + "]}") == "sheet.item second");
    CHECK(code(sheet + "3]}") == "sheet.type second");
    std::string orphan = item;
    orphan.replace(orphan.find("null"), 4, "\"b\"");
    CHECK(code(sheet + orphan + "]}") == "sheet.parent second");
    std::string divided = item;
    divided.replace(divided.find("\"1\""), 3, "\"1/0\"");
    CHECK(code(sheet + divided + "]}") == "sheet.number second");
}

TEST_CASE("difference: rendered") {
    Values now = base();
    now["spent"] = "60";
    const Difference gap = between(rubric_text(), facts(base()), rubric_text(), facts(now));
    const std::string text = to_text(gap);
    CHECK(text.find("−2  Rate  fact spent: 80万元 → 60万元") != std::string::npos);
    CHECK(to_json(gap).find(R"("heng": "diff/1")") != std::string::npos);
    CHECK(to_json(gap).find(R"("change": "-2")") != std::string::npos);
    CHECK(to_markdown(gap).find("| &emsp;Rate | 10 | 8 | 6 | −2 |") != std::string::npos);
}

TEST_CASE("difference: what takes too long is refused, not half told") {
    std::string more;
    for (int i = 0; i < 8; ++i) {
        more += R"--(, {"id": "slow)--" + std::to_string(i) + R"--(", "name": "Slow", "points": 10,
            "measure": "spent / budget + late + count(goals[actual > 3]) + )--" +
                R"--((if ok then 1 else 2) * count(for i in 1..90000 return i) / 90000",
            "rule": {"kind": "proportional"}})--";
    }
    const auto rubric = RubricDocument::parse(rubric_text("1", "10", more, "100"));
    REQUIRE_MESSAGE(rubric.has_value(), rubric.error());
    Values other = base();
    other["spent"] = "70";
    other["budget"] = "101";
    other["late"] = "2";
    other["ok"] = "false";
    other["goals"] = goals("4", "3");
    const auto first = Facts::parse(*rubric, facts(base()));
    const auto second = Facts::parse(*rubric, facts(other));
    REQUIRE(first.has_value());
    REQUIRE(second.has_value());
    const auto found = difference(*first, *second);
    REQUIRE_FALSE(found.has_value());
    CHECK(found.error().code == "limit.exceeded");
    CHECK(found.error().status == Status::limit_exceeded);
}

TEST_CASE("difference: of as many changed facts as indicators each is said") {
    constexpr int count = 8'000; // indicators × inputs would be more than a call may take
    std::string inputs;
    std::string leaves;
    const auto data = [](const std::string& value) {
        std::string text;
        for (int i = 0; i < count; ++i) {
            text += (i == 0 ? "\"x" : ", \"x") + std::to_string(i) + "\": " + value;
        }
        return R"({"heng": "facts/1", "data": {)" + text + "}}";
    };
    for (int i = 0; i < count; ++i) {
        const std::string n = std::to_string(i);
        const std::string comma = i == 0 ? "" : ", ";
        inputs += comma + "\"x" + n + R"(": {"type": "number"})";
        leaves += comma + R"({"id": "i)" + n + R"(", "name": "i", "points": 1, "measure": "x)" + n +
                  R"(", "rule": {"kind": "proportional"}})";
    }
    const auto rubric = RubricDocument::parse(
        R"({"heng": "rubric/1", "id": "r", "title": "r", "points": )" + std::to_string(count) +
        R"(, "inputs": {)" + inputs + R"(}, "indicators": [)" + leaves + "]}");
    REQUIRE_MESSAGE(rubric.has_value(), rubric.error());
    const auto first = Facts::parse(*rubric, data("0.5"));
    const auto second = Facts::parse(*rubric, data("0.75"));
    REQUIRE(first.has_value());
    REQUIRE(second.has_value());
    const auto found = difference(*first, *second);
    REQUIRE_MESSAGE(found.has_value(), found.error());
    CHECK(found->parts.size() == count);
    CHECK(found->parts.back().because.front().where == "x" + std::to_string(count - 1));
    CHECK(found->change() == Points{"2000"});
}
