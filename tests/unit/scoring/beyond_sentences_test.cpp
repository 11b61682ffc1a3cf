// SPDX-License-Identifier: Apache-2.0
//
// The sentence of each rule above its points and below 0, its words and its arithmetic, in Chinese
// and in English.
#include "base/words.hpp"
#include "rule/kind.hpp"

#include <heng/explain/explain.hpp>
#include <heng/scoring/scoring.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace heng;

namespace {

/// A rubric of one indicator with 10 points, 3 of extra and a floor of -5.
std::string beyond_text(const std::string& rule, Language language) {
    return R"({"heng": "rubric/1", "id": "one", "title": "one", "points": "10", "extra": "3",
 "floor": "-5", "language": ")" +
           std::string{language == Language::zh ? "zh" : "en"} + R"(",
 "inputs": {"n": {"type": "number", "label": "差额"}, "k": {"type": "count", "label": "次数"},
            "a": {"type": "boolean"}, "b": {"type": "boolean"}},
 "indicators": [{"id": "x", "name": "X", "points": "10", "extra": "3", "floor": "-5", )" +
           rule + "}]}";
}

/// What one indicator says.
struct Said {
    std::string score;
    std::string why;
    std::vector<std::string> arithmetic;
};

Said said(const std::string& rule, const std::string& facts, Language language) {
    const auto rubric = RubricDocument::parse(beyond_text(rule, language));
    REQUIRE_MESSAGE(rubric.has_value(), rubric.error());
    const auto loaded = Facts::parse(*rubric, R"({"heng": "facts/1", )" + facts + "}");
    REQUIRE_MESSAGE(loaded.has_value(), loaded.error());
    const auto explained = explain(*loaded);
    REQUIRE_MESSAGE(explained.has_value(), explained.error());
    const Item& item = explained->sheet.items.front();
    return {item.score_text(), std::string{item.why}, explained->items.front().arithmetic};
}

std::string data(const std::string& values) {
    return R"("data": {)" + values + "}";
}

struct Told {
    std::string rule;
    std::string facts;
    std::string score;
    std::string zh;
    std::string en;
    std::string last_zh; ///< the last line of its arithmetic
    std::string last_en;
};

} // namespace

TEST_CASE("each rule says what is above its points and below 0") {
    const std::string step =
        R"("measure": "n", "rule": {"kind": "step", "norm": "0", "side": "above", "every": "1",
           "deduct": "4", "part": "whole"})";
    const std::string counts =
        R"("rule": {"kind": "occurrences", "each": [{"count": "k", "deduct": "4",
           "label": "差错"}]})";
    const std::string steps =
        R"("measure": "n", "rule": {"kind": "steps", "base": "10", "norm": "0",
           "above": {"every": "1", "add": "2", "part": "whole"},
           "below": {"every": "1", "deduct": "4", "part": "whole"}})";
    const std::string tally = R"("measure": "k", "rule": {"kind": "tally", "each": "2"})";
    const std::string formula = R"("rule": {"kind": "formula", "score": "n"})";
    const std::string items =
        R"("rule": {"kind": "checklist", "items": [
           {"id": "a", "label": "甲", "when": "a", "score": "8"},
           {"id": "b", "label": "乙", "when": "b", "score": "6"}]})";
    const std::string bands =
        R"("measure": "n", "rule": {"kind": "bands", "bands": [
           {"in": ">= 0", "score": "12"}, {"in": "< 0", "score": "-3"}]})";
    const std::string line =
        R"("measure": "n", "rule": {"kind": "interpolate", "knots": [["0", "-4"], ["8", "12"]]})";
    const std::string category =
        R"("measure": "if a then \"好\" else \"差\"",
           "rule": {"kind": "categories", "scores": {"好": "11", "差": "-1"}})";
    const std::string assessed = R"("rule": {"kind": "assessed"})";
    const auto n = [](const char* value) {
        return data(R"("n": )" + std::string{value});
    };
    const auto k = [](const char* value) {
        return data(R"("k": )" + std::string{value});
    };
    const auto given = [](const char* score) {
        return R"("data": {}, "assessed": {"x": {"score": )" + std::string{score} +
               R"(, "reason": "评审意见"}})";
    };
    const std::vector<Told> cases{
        {step, n("3"), "-2", "差额为3，超出标准值（0）3，每超1扣4分，共扣12分，得−2分，即倒扣2分",
         "差额 is 3, 3 above the norm of 0; each 1 costs 4 points, 12 together: −2 points, which "
         "is "
         "2 below 0",
         "10 − 3 × 4 = −2", "10 − 3 × 4 = −2"},
        {step, n("9"), "-5",
         "差额为9，超出标准值（0）9，每超1扣4分，扣至下限为止，得−5分，即倒扣5分",
         "差额 is 9, 9 above the norm of 0; each 1 costs 4 points, down to the floor: −5 points, "
         "which is 5 below 0",
         "低于−5，最多倒扣5分：−5分", "below −5, where it ends: −5 points"},
        {counts, k("3"), "-2", "差错3次，每次扣4分，应扣12分，得−2分，即倒扣2分",
         "差错: 3 at 4 points each, −12: −2 points, which is 2 below 0", "10 − 3 × 4 = −2",
         "10 − 3 × 4 = −2"},
        {counts, k("9"), "-5", "差错9次，每次扣4分，应扣36分，扣至下限为止，得−5分，即倒扣5分",
         "差错: 9 at 4 points each, −36, down to the floor: −5 points, which is 5 below 0",
         "低于−5，最多倒扣5分：−5分", "below −5, where it ends: −5 points"},
        {steps, n("1"), "12",
         "差额为1，超出标准值（0）1，每高1加2分，在10分上加2分，得12分，其中加分2分",
         "差额 is 1, 1 above the norm of 0; each 1 adds 2 points, 2 on top of 10: 12 points, 2 of "
         "them above the points",
         "10 + 1 × 2 = 12", "10 + 1 × 2 = 12"},
        {steps, n("2"), "13",
         "差额为2，超出标准值（0）2，每高1加2分，在10分上加4分，不超过最高分，得13分，其中加分3分",
         "差额 is 2, 2 above the norm of 0; each 1 adds 2 points, 4 on top of 10, more than the "
         "most there is: 13 points, 3 of them above the points",
         "超过最高分，计13分", "more than there are: 13 points"},
        {steps, n("-9"), "-5",
         "差额为−9，低于标准值（0）9，每低1扣4分，从10分中扣36分，扣至下限为止，得−5分，即倒扣5分",
         "差额 is −9, 9 below the norm of 0; each 1 costs 4 points, 36 off 10, down to the floor: "
         "−5 points, which is 5 below 0",
         "低于−5，扣至下限为止：−5分", "below −5, where it ends: −5 points"},
        {tally, k("6"), "12", "次数为6，每个得2分，得12分，其中加分2分",
         "次数 is 6, at 2 points each: 12 points, 2 of them above the points", "6 × 2 = 12分",
         "6 × 2 = 12 points"},
        {tally, k("7"), "13", "次数为7，每个得2分，最多得13分，得13分，其中加分3分",
         "次数 is 7, at 2 points each, and no more than 13: 13 points, 3 of them above the points",
         "最多得13分", "at most 13 points"},
        {formula, n("20"), "13", "按公式计算为20分，高于上限，计13分，其中加分3分",
         "the formula gives 20, more than the most there is: 13 points, 3 of them above the points",
         "在−5与13之间取值：13分", "kept from −5 to 13: 13"},
        {formula, n("-3"), "-3", "按公式计算，计−3分，即倒扣3分",
         "by its formula: −3 points, which is 3 below 0", "在−5与13之间取值：−3分",
         "kept from −5 to 13: −3"},
        {items, data(R"("a": true, "b": true)"), "13", "各项要求均满足，得13分，其中加分3分",
         "every item holds: 13 points, 3 of them above the points", "超过最高分，计13分",
         "more than there are: 13 points"},
        {bands, n("0"), "12", "差额为0，不低于0，计12分，其中加分2分",
         "差额 is 0, at least 0: 12 points, 2 of them above the points", "不低于0：12分",
         "at least 0: 12 points"},
        {bands, n("-1"), "-3", "差额为−1，低于0，计−3分，即倒扣3分",
         "差额 is −1, below 0: −3 points, which is 3 below 0", "低于0：−3分", "below 0: −3 points"},
        {line, n("1"), "-2", "差额为1，按线性插值计−2分，即倒扣2分",
         "差额 is 1: −2 points by linear interpolation, which is 2 below 0",
         "−4 + (12 − −4) × (1 − 0) ÷ (8 − 0) = −2分",
         "−4 + (12 − −4) × (1 − 0) ÷ (8 − 0) = −2 points"},
        {category, data(R"("a": true)"), "11", "属于“好”，计11分，其中加分1分",
         "category “好”: 11 points, 1 of them above the points", "属于“好”：11分",
         "category “好”: 11 points"},
        {assessed, given("12"), "12", "评审计12分：评审意见，其中加分2分",
         "assessed at 12 points: 评审意见, 2 of them above the points", "评审计12分（评审意见）",
         "assessed at 12 points (评审意见)"},
        {assessed, given("-3"), "-3", "评审计−3分，扣13分：评审意见，即倒扣3分",
         "assessed at −3 points, −13: 评审意见, which is 3 below 0", "评审计−3分（评审意见）",
         "assessed at −3 points (评审意见)"},
    };
    for (const Told& each : cases) {
        INFO(each.rule << ' ' << each.facts);
        const Said zh = said(each.rule, each.facts, Language::zh);
        CHECK(zh.score == each.score);
        CHECK(zh.why == each.zh);
        CHECK(zh.arithmetic.back() == each.last_zh);
        const Said en = said(each.rule, each.facts, Language::en);
        CHECK(en.why == each.en);
        CHECK(en.arithmetic.back() == each.last_en);
    }
}

TEST_CASE("a rule whose floor is 0 says so, and no other does") {
    const auto step = [](const char* beyond) {
        return RubricDocument::parse(
            R"({"heng": "rubric/1", "id": "r", "title": "r", "points": 10, "inputs": {
                "n": {"type": "number"}}, "indicators": [{"id": "x", "name": "x", "points": 10, )" +
            std::string{beyond} + R"("measure": "n", "rule": {"kind": "step", "norm": 0,
                "side": "above", "every": 1, "deduct": 4, "part": "whole"}}]})");
    };
    const auto words = [](const Result<RubricDocument>& rubric, Language language) {
        REQUIRE_MESSAGE(rubric.has_value(), rubric.error());
        const Indicator& leaf = rubric->rubric().indicators.front();
        const detail::base::Say say{language};
        return detail::rule::kind_of(leaf.rule).words(leaf, {say, leaf, {}});
    };
    CHECK(words(step(""), Language::zh).find("扣完为止") != std::string::npos);
    CHECK(words(step(""), Language::en).find("down to 0") != std::string::npos);
    const auto below = step(R"("floor": -5, )");
    CHECK(words(below, Language::zh).find("扣完后倒扣，最多倒扣5分") != std::string::npos);
    CHECK(words(below, Language::zh).find("扣完为止") == std::string::npos);
    CHECK(words(below, Language::en).find("down to −5") != std::string::npos);
}
