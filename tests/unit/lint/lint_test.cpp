// SPDX-License-Identifier: Apache-2.0
//
// heng lint: each defect is found at its place and nothing else is; what is sound is not blamed.
#include "base/json/json.hpp"
#include "support/files.hpp"

#include <heng/document/builtin.hpp>
#include <heng/lint/lint.hpp>
#include <heng/scoring/scoring.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <set>
#include <string>
#include <vector>

using namespace heng;
using detail::json::Json;
using detail::json::JsonDocument;

namespace {

std::string text_at(Json object, std::string_view key) {
    const auto value = object.find(key);
    return value ? std::string{value->text()} : std::string{};
}

LintReport linted(std::string_view text) {
    auto report = lint(text);
    REQUIRE_MESSAGE(report.has_value(), report.error());
    return *std::move(report);
}

std::string sound() {
    return test::file("tests/cases/sound.json");
}

std::string replaced(std::string text, std::string_view what, std::string_view with) {
    const std::size_t at = text.find(what);
    REQUIRE(at != std::string::npos);
    REQUIRE(text.find(what, at + 1) == std::string::npos);
    return text.replace(at, what.size(), with);
}

/// What scoring the witness gives: "" or the codes of its errors.
std::set<std::string> scored(const std::string& rubric_text, const std::string& witness) {
    const auto rubric = RubricDocument::parse(rubric_text);
    REQUIRE(rubric.has_value());
    const auto facts = Facts::parse(*rubric, witness);
    REQUIRE_MESSAGE(facts.has_value(), facts.error());
    const auto sheet = score(*facts);
    std::set<std::string> codes;
    if (!sheet) {
        codes.insert(sheet.error().code);
        for (const Error& other : sheet.error().others) {
            codes.insert(other.code);
        }
    }
    return codes;
}

/// The error with which scoring fails where a finding is an error with a witness.
std::string failure_of(std::string_view code) {
    return code == "zero-denominator"  ? "facts.zero-denominator"
           : code == "band-gap"        ? "score.no-band"
           : code == "category-gap"    ? "score.no-category"
           : code == "optional-null"   ? "facts.missing"
           : code == "negative-count"  ? "score.negative-count"
           : code == "negative-amount" ? "score.negative-adjustment"
           : code == "no-value"        ? "facts.no-value"
                                       : "";
}

} // namespace

TEST_CASE("a sound rubric has no finding, and is complete") {
    for (const std::string& text : {sound(), test::file("tests/cases/beyond_sound.json")}) {
        const LintReport report = linted(text);
        INFO(to_text(report, "sound.json"));
        CHECK(report.findings.empty());
        CHECK(report.complete);
        CHECK(report.is_clean());
    }
}

namespace {

/// What a table of defects has shown.
struct Shown {
    std::set<std::string> codes{};
    std::size_t count = 0;
    std::size_t witnesses = 0;
    std::size_t neighbours = 0; ///< that are sound
};

void check_table(const std::string& base, const std::string& path, Shown& shown) {
    const auto table = JsonDocument::parse(test::file(path), Limits{});
    REQUIRE(table.has_value());
    auto& [codes, count, witnesses, neighbours] = shown;
    for (const Json each : table->root().find("cases")->children()) {
        ++count;
        INFO(text_at(each, "name"));
        const std::string text = replaced(base, text_at(each, "replace"), text_at(each, "with"));
        const LintReport report = linted(text);
        INFO(to_text(report, "unsound.json"));
        REQUIRE(report.findings.size() == 1);
        const Finding& finding = report.findings.front();
        CHECK(finding.code == text_at(each, "code"));
        CHECK(finding.pointer == text_at(each, "pointer"));
        CHECK(name(finding.severity) == text_at(each, "severity"));
        CHECK(finding.place.line >= 1);
        CHECK(report.is_clean() == (finding.severity == Severity::note));
        const bool scale = finding.code == "percent-as-whole" || finding.code == "share-as-percent";
        CHECK((report.complete == !finding.may_fail || scale));
        codes.insert(finding.code);
        const std::string failure = failure_of(finding.code);
        if (finding.severity == Severity::error && !failure.empty()) {
            ++witnesses;
            CHECK(scored(text, finding.witness).contains(failure));
        }
        if (each.find("sound")) {
            ++neighbours;
            const LintReport beside =
                linted(replaced(base, text_at(each, "replace"), text_at(each, "sound")));
            INFO(to_text(beside, "neighbour.json"));
            CHECK(beside.findings.empty());
        }
    }
}

} // namespace

TEST_CASE("each defect is found with its code and place, and nothing else") {
    Shown shown;
    check_table(sound(), "tests/cases/unsound.json", shown);
    CHECK(shown.count >= 60);
    CHECK(shown.witnesses >= 11);
    check_table(test::file("tests/cases/beyond_sound.json"), "tests/cases/beyond_unsound.json",
                shown);
    CHECK(shown.count >= 60 + 50);
    CHECK(shown.neighbours >= 30);
    const std::set<std::string>& codes = shown.codes;
    const auto missing = std::count_if(lint_codes.begin(), lint_codes.end(), [&](auto code) {
        return !codes.contains(std::string{code});
    });
    // targets-open, nothing-in-play, grades-open, set-above-points, far-above-edge: below;
    // percent-no-maximum: figures_test.cpp
    CHECK(missing == 6);
}

TEST_CASE("the smallest witness stands in the sentence") {
    const LintReport report = linted(replaced(sound(), "(1..1.1]", "(1..1.05]"));
    CHECK(report.findings.front().message == "no band covers (1.05..1.1]: 1.1 scores nothing");
    CHECK(report.findings.front().witness.find("\"staff\":{\"actual\":\"11\",\"quota\":\"10\"}") !=
          std::string::npos);
}

namespace {

/// What lint says, in Chinese, of one indicator with these inputs: its examples.
std::vector<std::string> examples(const std::string& inputs, const std::string& measure) {
    const LintReport report = linted(R"({"heng": "rubric/1", "id": "r", "title": "r",
        "basis": "local", "points": "10", "unit": "万元",
        "rounding": {"scale": 2, "mode": "half-up", "at": ["total"]}, "inputs": {)" +
                                     inputs + R"(}, "indicators": [{"id": "x", "name": "X",
        "points": "10", "measure": ")" +
                                     measure + R"(", "rule": {"kind": "proportional"}}]})");
    std::vector<std::string> found;
    for (const Finding& each : report.findings) {
        if (each.severity == Severity::error) {
            CHECK_FALSE(each.witness.empty());
            found.push_back(each.example);
            CHECK(to_text(report, "r.json").find("    " + each.example + '\n') !=
                  std::string::npos);
            CHECK(to_text(report, "r.json").find(each.witness) == std::string::npos);
            CHECK(to_json(report).find(each.example) != std::string::npos);
        }
    }
    return found;
}

using Texts = std::vector<std::string>;

} // namespace

TEST_CASE("an example names the values that matter, by their labels") {
    const std::string two = R"("staff.quota": {"type": "count", "label": "编制数"},
                               "staff.actual": {"type": "count", "label": "在职人员数"})";
    CHECK(examples(two, "staff.actual / staff.quota") == Texts{"例如：编制数为0"});
    CHECK(examples(two, "if staff.actual > 3 then 1 else 1 / staff.quota") ==
          Texts{"例如：编制数为0，在职人员数为0"});
    const std::string money = R"("a": {"type": "money", "label": "预算数"},
                                 "b": {"type": "percent", "label": "比例", "maximum": "1"})";
    CHECK(examples(money, "a / a + b") == Texts{"例如：预算数为0万元"});
    CHECK(examples(money, "0.5 / b") == Texts{"例如：比例为0%"});
    CHECK(examples(R"("a": {"type": "number"})", "1 / a") == Texts{"例如：a为0"});
    const std::string flags = R"("ok": {"type": "boolean", "label": "已审计"},
                                 "kind": {"type": "text", "label": "类别"},
                                 "day": {"type": "date", "label": "日期"})";
    CHECK(examples(flags, "if ok then 1 / 0 else 1") == Texts{"例如：已审计为是"});
    CHECK(examples(flags, R"(if kind = \"甲\" then 1 / 0 else 1)") == Texts{"例如：类别为“甲”"});
    CHECK(examples(flags, R"(if day < date(\"2020-01-02\") then 1 / 0 else 1)") ==
          Texts{"例如：日期为2020-01-01"});
    CHECK(examples(R"("a": {"type": "number", "optional": true, "label": "甲"})", "a") ==
          Texts{"例如：甲未填"});
}

TEST_CASE("an example names the element of a list") {
    const std::string list = R"("contracts": {"type": "list", "label": "合同",
        "of": {"days": {"type": "count", "label": "天数", "optional": true},
               "late": {"type": "boolean", "label": "逾期"}}})";
    CHECK(examples(list, "1 / count(contracts)") == Texts{"例如：合同没有记录"});
    CHECK(examples(list, "sum(for c in contracts return c.days)") ==
          Texts{"例如：合同第1条的天数未填"});
    CHECK(examples(list, "if contracts[1].late then 1 / 0 else 1") ==
          Texts{"例如：合同第1条的逾期为是"});
}

TEST_CASE("a set on a branch of which a part may leave") {
    const std::string text = R"({"heng": "rubric/1", "id": "r", "title": "r", "basis": "local",
        "points": "100", "language": "en",
        "rounding": {"scale": 2, "mode": "half-up", "at": ["total"]},
        "inputs": {"a": {"type": "boolean"}, "b": {"type": "boolean"},
                   "c": {"type": "boolean"}},
        "indicators": [
          {"id": "g", "name": "g", "points": "60", "indicators": [
            {"id": "x", "name": "x", "points": "30", "rule": {"kind": "condition", "when": "c"},
             "not_applicable": {"when": "a", "treat_as": "rescale"}},
            {"id": "y", "name": "y", "points": "30", "rule": {"kind": "condition", "when": "c"}}],
           "adjustments": [{"id": "s", "when": "b", "set": "45", "reason": "r"}]},
          {"id": "z", "name": "z", "points": "40",
           "rule": {"kind": "condition", "when": "c"}}]})";
    const LintReport above = linted(text);
    INFO(to_text(above, "r.json"));
    REQUIRE(above.findings.size() == 1);
    CHECK(above.findings[0].code == "set-above-points");
    CHECK(above.findings[0].pointer == "/indicators/0/adjustments/0/set");
    CHECK(above.findings[0].message ==
          "as little as 30 points may be in play here where a part does not apply, and then 45 "
          "count as 30");
    CHECK(linted(replaced(text, R"("set": "45")", R"("set": "30")")).findings.empty());
    CHECK(linted(replaced(text, R"("set": "45")", R"("at_most": "45")")).findings.empty());
    CHECK(linted(replaced(text, "rescale", "full")).findings.empty());
}

TEST_CASE("a ceiling that rounding passes says which grade it earns") {
    const std::string text = R"({"heng": "rubric/1", "id": "r", "title": "r", "basis": "local",
        "points": "100", "language": "en",
        "rounding": {"scale": 0, "mode": "half-up", "at": ["total"]},
        "grades": [{"in": ">= 60", "grade": "pass"}, {"in": "< 60", "grade": "fail"}],
        "inputs": {"veto": {"type": "boolean"}, "c": {"type": "boolean"}},
        "adjustments": [{"id": "v", "when": "veto", "at_most": "59.9", "reason": "r"}],
        "indicators": [{"id": "z", "name": "z", "points": "100",
                        "rule": {"kind": "condition", "when": "c"}}]})";
    const LintReport passed = linted(text);
    REQUIRE(passed.findings.size() == 1);
    CHECK(passed.findings[0].code == "ceiling-rounded-past");
    CHECK(passed.findings[0].pointer == "/adjustments/0/at_most");
    CHECK(passed.findings[0].message ==
          "rounding passes this: 59.9 is rounded to 60 points, which earns the grade pass");
    CHECK(linted(replaced(text, "59.9", "59.4")).findings.empty());
    CHECK(linted(replaced(text, "half-up", "down")).findings.empty());
    CHECK(linted(replaced(text, R"("scale": 0)", R"("scale": 1)")).findings.empty());
}

TEST_CASE("everything out of use at once") {
    const std::string text = R"({"heng": "rubric/1", "id": "r", "title": "r", "basis": "local",
        "points": "10", "language": "en",
        "rounding": {"scale": 2, "mode": "half-up", "at": ["total"]},
        "inputs": {"a": {"type": "boolean"}, "b": {"type": "boolean"},
                   "c": {"type": "boolean"}},
        "indicators": [
          {"id": "x", "name": "x", "points": "4", "rule": {"kind": "condition", "when": "c"},
           "not_applicable": {"when": "a", "treat_as": "rescale"}},
          {"id": "y", "name": "y", "points": "6", "rule": {"kind": "condition", "when": "b or c"},
           "not_applicable": {"when": "WHEN", "treat_as": "rescale"}}]})";
    const LintReport both = linted(replaced(text, "WHEN", "b"));
    INFO(to_text(both, "r.json"));
    REQUIRE(both.findings.size() == 1);
    CHECK(both.findings[0].code == "nothing-in-play");
    CHECK(both.findings[0].severity == Severity::error);
    CHECK(scored(replaced(text, "WHEN", "b"), both.findings[0].witness) ==
          std::set<std::string>{"score.nothing-in-play"});
    const LintReport never = linted(replaced(text, "WHEN", "not(a)"));
    CHECK(never.findings.empty());
    CHECK(never.complete);
}

TEST_CASE("the built-in rubrics are clean, or accept what is found with a reason") {
    for (const std::string_view id : builtin_ids()) {
        INFO(id);
        const std::string_view text = *builtin_text(id);
        const auto begin = std::chrono::steady_clock::now();
        const LintReport report = linted(text);
        const auto took = std::chrono::steady_clock::now() - begin;
        INFO(to_text(report, id, true));
        CHECK(report.is_clean());
        CHECK(std::all_of(report.findings.begin(), report.findings.end(),
                          [](const Finding& each) { return each.accepted.has_value(); }));
        CHECK(took < std::chrono::seconds{2}); // 20 ms; a debug build with sanitizers takes more
    }
}

TEST_CASE("the peer's workload: its seven denominators can be zero, and nothing else is said") {
    const std::string text = test::file("tests/cases/peer-workload/rubric.json");
    const LintReport report = linted(text);
    INFO(to_text(report, "rubric.json"));
    CHECK(report.findings.size() == 7);
    for (const Finding& each : report.findings) {
        CHECK(each.code == "zero-denominator");
        CHECK(each.severity == Severity::error);
        CHECK(scored(text, each.witness).contains("facts.zero-denominator"));
    }
}

TEST_CASE("what is accepted is shown on request, and does not count") {
    const std::string zero = replaced(
        sound(),
        ",\n       \"not_applicable\": {\"when\": \"budget.annual = 0\", \"treat_as\": "
        "\"full\"}",
        ",\n       \"accept\": [{\"finding\": \"zero-denominator\", \"reason\": \"as printed\"}]");
    const LintReport report = linted(zero);
    REQUIRE(report.findings.size() == 1);
    CHECK(report.findings[0].accepted == "as printed");
    CHECK(report.is_clean());
    CHECK_FALSE(report.complete);
    CHECK(to_text(report, "r.json").find("accepted") == std::string::npos);
    CHECK(report.checked().wrong == 0);
    CHECK(to_text(report, "r.json", true).find("accepted: as printed") != std::string::npos);
    CHECK(to_json(report).find("\"findings\": []") != std::string::npos);
    CHECK(to_json(report, true).find("\"accepted\": \"as printed\"") != std::string::npos);
}

TEST_CASE("a finding is one line, whatever stands in the rubric") {
    const LintReport report =
        linted(replaced(sound(), "budget.annual > 0 and execution < 0.5", "execution\\n < 0.5"));
    CHECK(report.findings.size() == 1);
    const std::string text = to_text(report, "r.json");
    // its own, one for its witness, and the count
    CHECK(std::count(text.begin(), text.end(), '\n') == 3);
}

TEST_CASE("what is no rubric is an error, and what is one with mistakes is a report") {
    CHECK(lint("{").error().status == Status::syntax_error);
    CHECK(lint("[]").error().status == Status::invalid_rubric);
    CHECK(lint(R"({"heng": "facts/1"})").error().code == "rubric.heng");
    const LintReport report = linted(R"({"heng": "rubric/1", "id": "x"})");
    CHECK(report.findings.size() >= 2);
    CHECK_FALSE(report.complete);
}

TEST_CASE("past a thousand grades they are not compared, and it is said") {
    const auto linted = [](int count) {
        std::string grades;
        for (int i = 0; i < count; ++i) {
            grades += std::string{i == 0 ? "" : ","} + R"({"in": ">= )" +
                      std::to_string(count - i) + R"(", "grade": "g)" + std::to_string(i) + "\"}";
        }
        return lint(
            R"({"heng": "rubric/1", "id": "g", "title": "g", "basis": "local", "points": "1",
            "grades": [)" +
            grades + R"(], "inputs": {"x": {"type": "boolean"}}, "indicators": [
            {"id": "a", "name": "a", "points": "1", "basis": "local", "source": "s",
             "rule": {"kind": "condition", "when": "x"}}]})");
    };
    const auto few = linted(1'000);
    REQUIRE(few.has_value());
    CHECK(few->complete);
    const auto many = linted(1'001);
    REQUIRE(many.has_value());
    CHECK_FALSE(many->complete);
    REQUIRE(many->findings.size() == 1);
    CHECK(many->findings[0].code == "grades-open");
    CHECK(many->findings[0].severity == Severity::note);
}

TEST_CASE("hostile rubrics are bounded") {
    const auto limit = std::chrono::seconds{30};
    std::string values;
    for (int i = 1; i < 60; ++i) {
        const std::string last = "v" + std::to_string(i - 1);
        values += ", \"v" + std::to_string(i) + "\": \"if " + last + " > 7 then " + last + " * " +
                  last + " else " + last + " / (" + last + " - 1)\"";
    }
    std::string bands;
    for (int i = 0; i < 3'000; ++i) {
        bands += (i == 0 ? "" : ",") + std::string{"{\"in\": \"["} + std::to_string(2 * i) + ".." +
                 std::to_string(2 * i + 1) + "]\", \"score\": \"1\"}";
    }
    std::string inputs;
    std::string sum = "0";
    for (int i = 0; i < 150; ++i) {
        inputs += ", \"i" + std::to_string(i) + "\": {\"type\": \"number\"}";
        sum += " + i" + std::to_string(i);
    }
    const auto rubric = [&](const std::string& rule) {
        return R"({"heng": "rubric/1", "id": "h", "title": "h", "basis": "local", "points": "1",
            "inputs": {"x": {"type": "number"})" +
               inputs + R"(}, "values": {"v0": "x * 2")" + values + R"(},
            "indicators": [{"id": "a", "name": "a", "points": "1", )" +
               rule + "}]}";
    };
    std::string items; // each costly to try, and with no facts that show it
    for (int i = 0; i < 8; ++i) {
        items += (i == 0 ? "" : ",") + std::string{R"({"id": "c)"} + std::to_string(i) +
                 R"--(", "label": "c", "score": "0.1",
                      "when": "x / i0 > count(for i in 1..15000 return i)"})--";
    }
    for (const std::string& rule :
         {R"("rule": {"kind": "checklist", "items": [)" + items + "]}",
          R"("measure": "v59", "rule": {"kind": "proportional"})" + std::string{},
          R"--("measure": "1 / ()--" + sum + R"--()", "rule": {"kind": "proportional"})--",
          R"("measure": "x", "rule": {"kind": "bands", "bands": [)" + bands + "]}"}) {
        const auto begin = std::chrono::steady_clock::now();
        CHECK_FALSE(linted(rubric(rule)).complete);
        CHECK(std::chrono::steady_clock::now() - begin < limit);
    }
}

TEST_CASE("lint: far above begins above the target, and in reach") {
    const auto codes = [](const std::string& far) {
        std::string found;
        for (const Finding& each :
             linted(R"({"heng": "rubric/1", "id": "r", "title": "t", "basis": "local",
 "source": "s", "points": "10", "rounding": {"scale": 2, "mode": "half-up", "at": ["total"]},
 "inputs": {"goals": {"type": "list", "of": "target"}},
 "indicators": [{"id": "x", "name": "X", "points": "10", "rule": {"kind": "targets",
  "rows": "goals", "weights": "equal", "far_above": )" +
                    far + "}}]}")
                 .findings) {
            if (each.code != "targets-open" && each.code != "grades-open") {
                found += each.code + ' ' + each.pointer.substr(each.pointer.rfind('/')) + ' ';
            }
        }
        return found;
    };
    CHECK(codes(R"({"from": "1.01", "deduct": "2"})").empty());
    CHECK(codes(R"({"from": "1", "deduct": "2"})") == "far-above-edge /from ");
    CHECK(codes(R"({"from": "1", "proportional": true})").empty());
    CHECK(codes(R"({"from": "0.99", "proportional": true})") == "far-above-edge /from ");
    CHECK(codes(R"({"from": "9.99", "share": "0.1", "side": "<="})").empty());
    CHECK(codes(R"({"from": "130", "share": "0.1"})") == "far-above-edge /from ");
    CHECK(codes(R"({"from": "1.3", "share": "0"})") == "deduction-idle /share ");
    CHECK(codes(R"({"from": "1.3", "deduct": "0"})") == "deduction-idle /deduct ");
}
