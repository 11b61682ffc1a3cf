// SPDX-License-Identifier: Apache-2.0
//
// The order of things at a node, with answers given in C++.
#include "support/table_answers.hpp"

#include <heng/score/score.hpp>

#include <doctest/doctest.h>

using namespace heng;
using heng::test::TableAnswers;

namespace {
Indicator measured(std::string id, Decimal points, Term term) {
    Indicator indicator;
    indicator.id = std::move(id);
    indicator.points = points;
    indicator.rule = Proportional{.points = points};
    indicator.measure = term;
    return indicator;
}

Indicator branch(std::string id, Decimal points, std::vector<Indicator> children) {
    Indicator indicator;
    indicator.id = std::move(id);
    indicator.points = points;
    indicator.indicators = std::move(children);
    return indicator;
}

constexpr Term third{0}, half{1}, yes{2}, no{3};

TableAnswers answers() {
    TableAnswers table;
    table.numbers = {{third, Ratio{1, 3}}, {half, Ratio{1, 2}}};
    table.truths = {{yes, true}, {no, false}};
    return table;
}

/// Two thirds of 10 points each under one branch, and the same again.
Rubric twice_two_thirds(RoundingPlaces rounding) {
    Rubric rubric;
    rubric.points = 40_dec;
    rubric.rounding = std::move(rounding);
    rubric.indicators = {
        branch("a", 20_dec, {measured("a1", 10_dec, third), measured("a2", 10_dec, third)}),
        branch("b", 20_dec, {measured("b1", 10_dec, third), measured("b2", 10_dec, third)})};
    return rubric;
}

ScoreSheet scored(const Rubric& rubric, TableAnswers table = answers()) {
    auto sheet = score(rubric, table);
    REQUIRE(sheet.has_value());
    return *sheet;
}

} // namespace

TEST_CASE("score: rounding happens where the rubric says and nowhere else") {
    const auto total = [](RoundingPlaces places) {
        return scored(twice_two_thirds(std::move(places))).total_text();
    };
    CHECK(total({}) == "40/3");
    CHECK(total({.total = true}) == "13.33");
    CHECK(total({.levels = {1}}) == "13.34"); // 6.67 + 6.67
    CHECK(total({.levels = {2}}) == "13.32"); // 4 × 3.33
    CHECK(total({.leaves = true}) == "13.32");
    CHECK(total({.scale = 0, .levels = {1}}) == "14"); // 7 + 7
    CHECK(total({.scale = 0, .mode = Rounding::down, .levels = {1}}) == "12");
    CHECK(total({.leaves = true, .levels = {2}}) == "13.32"); // once, not twice
}

TEST_CASE("score: items come parents before children, with levels and parents") {
    const ScoreSheet sheet = scored(twice_two_thirds({.levels = {1}}));
    REQUIRE(sheet.items.size() == 6);
    CHECK(sheet.items[0].id == "a");
    CHECK(sheet.items[0].kind == ItemKind::branch);
    CHECK_FALSE(sheet.items[0].parent.has_value());
    CHECK(sheet.items[1].id == "a1");
    CHECK(sheet.items[1].parent == 0U);
    CHECK(sheet.items[1].level == 2);
    CHECK(sheet.items[1].score_text() == "10/3");
    CHECK(sheet.items[3].id == "b");
    CHECK(sheet.items[3].score_text() == "6.67");
    CHECK(sheet.items[3].points_text() == "20.00");
    CHECK(sheet.items[3].lost_text() == "13.33");
    CHECK(sheet.items[3].rate() == "33.35%");
    CHECK(sheet.find("b2") == &sheet.items[5]);
    CHECK(sheet.find("c") == nullptr);
}

TEST_CASE("score: not applicable is full, zero, or leaves and the rest is scaled up") {
    const auto with = [](TreatAs treat_as) {
        Rubric rubric = twice_two_thirds({});
        rubric.indicators[0].indicators[0].not_applicable = NotApplicable{yes, treat_as};
        return scored(rubric);
    };
    CHECK(with(TreatAs::full).total_text() == "20.00"); // 10 + 3 × 10/3
    CHECK(with(TreatAs::zero).total_text() == "10.00");
    const ScoreSheet rescaled = with(TreatAs::rescale);
    CHECK(rescaled.total_text() == "40/3");           // 10 of 30 in play, scaled to 40
    CHECK(rescaled.find("a")->points_text() == "10"); // the points still in play
    CHECK(rescaled.find("a")->score_text() == "10/3");
    CHECK(rescaled.find("a1")->points_text() == "0");
    CHECK(rescaled.find("a1")->status == ItemStatus::not_applicable);
    CHECK(rescaled.find("a1")->rate().empty());
}

TEST_CASE("score: a branch that does not apply takes its children along") {
    Rubric rubric = twice_two_thirds({});
    rubric.indicators[0].not_applicable = NotApplicable{yes, TreatAs::full};
    const ScoreSheet sheet = scored(rubric);
    CHECK(sheet.find("a")->score_text() == "20");
    CHECK(sheet.find("a2")->status == ItemStatus::not_applicable);
    CHECK(sheet.find("a2")->score_text() == "10");
    CHECK(sheet.find("b")->status == ItemStatus::scored);
}

TEST_CASE("score: nothing in play is an error, never a total") {
    Rubric rubric = twice_two_thirds({});
    for (Indicator& top : rubric.indicators) {
        top.not_applicable = NotApplicable{yes, TreatAs::rescale};
    }
    TableAnswers table = answers();
    const auto sheet = score(rubric, table);
    REQUIRE_FALSE(sheet.has_value());
    CHECK(sheet.error().code == "score.nothing-in-play");
}

TEST_CASE("score: adjustments come in order, after the sum and before rounding, floor 0") {
    const auto adjusted = [](std::vector<Adjustment> adjustments) {
        Rubric rubric = twice_two_thirds({.levels = {1}});
        rubric.indicators[0].adjustments = std::move(adjustments);
        return scored(rubric).find("a")->score_text();
    };
    using Kind = Adjustment::Kind;
    CHECK(adjusted({{"x", no, Kind::set, 0_dec, ""}}) == "6.67");
    CHECK(adjusted({{"x", yes, Kind::set, 0_dec, ""}}) == "0.00");
    CHECK(adjusted({{"x", yes, Kind::at_most, 5.005_dec, ""}}) == "5.01");
    CHECK(adjusted({{"x", yes, Kind::deduct, 7_dec, ""}}) == "0.00");
    CHECK(adjusted({{"x", yes, Kind::deduct, 1_dec, ""}, {"y", yes, Kind::at_most, 6_dec, ""}}) ==
          "5.67");
    CHECK(adjusted({{"y", yes, Kind::at_most, 6_dec, ""}, {"x", yes, Kind::deduct, 1_dec, ""}}) ==
          "5.00");
}

TEST_CASE("score: an adjustment of the total comes after rescaling and before its rounding") {
    Rubric rubric = twice_two_thirds({.total = true});
    rubric.indicators[0].indicators[0].not_applicable = NotApplicable{yes, TreatAs::rescale};
    rubric.adjustments = {{"less", yes, Adjustment::Kind::deduct, 1_dec, "reason"}};
    const ScoreSheet sheet = scored(rubric);
    CHECK(sheet.total_text() == "12.33");
    REQUIRE(sheet.adjustments.size() == 1);
    CHECK(sheet.adjustments[0].before == Points{Ratio{40, 3}});
    CHECK(sheet.adjustments[0].after == Points{Ratio{37, 3}});
    CHECK_FALSE(sheet.adjustments[0].item.has_value());
}

TEST_CASE("score: no score passes the points in play") {
    using Kind = Adjustment::Kind;
    SUBCASE("a set on a branch of which a part has left") {
        Rubric rubric = twice_two_thirds({.total = true});
        Indicator& a = rubric.indicators[0]; // of 20 points, of which 10 leave
        a.indicators[0].not_applicable = NotApplicable{yes, TreatAs::rescale};
        a.adjustments = {{"x", yes, Kind::set, 18_dec, ""}};
        const ScoreSheet sheet = scored(rubric);
        const Item& item = *sheet.find("a");
        CHECK((item.score == item.points && item.exact == item.points));
        CHECK(sheet.adjustments[0].after == Points{18_dec}); // as it is written
        CHECK(sheet.total <= sheet.points);
        SUBCASE("and what is deducted afterwards is taken from what was set") {
            a.adjustments.push_back({"y", yes, Kind::deduct, 12_dec, ""});
            CHECK(scored(rubric).find("a")->score == Points{6_dec});
        }
    }
    SUBCASE("rounding stops at points of more places") {
        Rubric rubric;
        rubric.points = 33.335_dec;
        rubric.rounding = {.scale = 2, .leaves = true, .total = true};
        rubric.indicators = {measured("l", 33.335_dec, third)};
        TableAnswers table = answers();
        table.numbers[third] = Ratio{1};
        for (const Rounding mode : {Rounding::half_up, Rounding::up, Rounding::ceiling}) {
            rubric.rounding.mode = mode;
            CHECK(scored(rubric, table).find("l")->score_text() == "33.335");
            CHECK(scored(rubric, table).total_text() == "33.335");
        }
        rubric.rounding.mode = Rounding::down;
        CHECK(scored(rubric, table).total_text() == "33.33");
        table.numbers[third] = Ratio{1, 2}; // 16.6675
        rubric.rounding.mode = Rounding::up;
        CHECK(scored(rubric, table).total_text() == "16.67");
        rubric.indicators[0].not_applicable = NotApplicable{yes, TreatAs::full};
        CHECK(scored(rubric, table).total_text() == "33.335");
    }
}

TEST_CASE("score: a grade is that of the total as rounded") {
    Rubric rubric = twice_two_thirds({.scale = 0, .total = true});
    rubric.grades = {{{Interval::from(13.4_dec)}, "high"}, {{Interval::everything()}, "low"}};
    CHECK(scored(rubric).grade == "low");
    rubric.rounding.mode = Rounding::up;
    CHECK(scored(rubric).grade == "high");
    rubric.grades.clear();
    CHECK(scored(rubric).grade.empty());
}

TEST_CASE("score: rows of a targets leaf are items below it") {
    Rubric rubric;
    rubric.points = 10_dec;
    rubric.rounding = {.scale = 2, .rows = true};
    Indicator targets = measured("t", 10_dec, third);
    targets.rule = Targets{.points = 10_dec};
    rubric.indicators = {targets};
    TableAnswers table = answers();
    const Target met{.target = Ratio{1}, .actual = Ratio{2}};
    const Target missed{.target = Ratio{3}, .actual = Ratio{2}};
    table.targets = {{.name = "one", .numbers = met},
                     {.name = "two", .numbers = met},
                     {.name = "three", .numbers = missed}};
    const ScoreSheet sheet = scored(rubric, table);
    REQUIRE(sheet.items.size() == 4);
    CHECK(sheet.items[1].id == "t#1");
    CHECK(sheet.items[3].id == "t#3");
    CHECK(sheet.items[3].kind == ItemKind::row);
    CHECK(sheet.items[3].level == 2);
    CHECK(sheet.items[3].points_text() == "10/3");
    CHECK(sheet.items[3].score_text() == "2.22");
    CHECK(sheet.total_text() == "8.88"); // 3.33 + 3.33 + 2.22
    CHECK(std::get<ByRows>(sheet.items[0].reason).met == 2);

    SUBCASE("rows with their own points must add up to the leaf's") {
        rubric.indicators[0].rule = Targets{.points = 10_dec, .weights = Weights::points};
        table.targets[0].points = 5_dec;
        table.targets[1].points = 2_dec;
        table.targets[2].points = 3_dec;
        CHECK(scored(rubric, table).total_text() == "9.00");
        table.targets[2].points = 4_dec;
        const auto sum = score(rubric, table);
        REQUIRE_FALSE(sum.has_value());
        CHECK(sum.error().code == "facts.points-sum");
        table.targets[2].points.reset();
        const auto without = score(rubric, table);
        REQUIRE_FALSE(without.has_value());
        CHECK(without.error().code == "facts.target");
    }
    SUBCASE("no rows is an error") {
        table.targets.clear();
        const auto none = score(rubric, table);
        REQUIRE_FALSE(none.has_value());
        CHECK(none.error().code == "score.no-targets");
    }
    SUBCASE("a divisor that is not above zero scores 0 and says so") {
        table.targets[2].numbers = {.target = Ratio{0}, .actual = Ratio{-1}};
        const ScoreSheet with_zero = scored(rubric, table);
        REQUIRE(with_zero.diagnostics.size() == 1);
        CHECK(with_zero.diagnostics[0].code == "zero-divisor");
        CHECK(with_zero.diagnostics[0].where == "t#3");
        CHECK(with_zero.total_text() == "6.66");
    }
}

TEST_CASE("score: what has no answer is an error, all of them in one pass") {
    Rubric rubric = twice_two_thirds({});
    rubric.indicators[0].indicators[0].measure = Term{77};
    rubric.indicators[1].indicators[1].measure = Term{78};
    TableAnswers table = answers();
    const auto sheet = score(rubric, table);
    REQUIRE_FALSE(sheet.has_value());
    CHECK(sheet.error().code == "test.missing");
    CHECK(sheet.error().message == "term 77");
    REQUIRE(sheet.error().others.size() == 1);
    CHECK(sheet.error().others[0].message == "term 78");

    rubric.indicators[1].indicators[0].measure = Term{77}; // said once, whoever asks
    CHECK(score(rubric, table).error().others.size() == 1);
}

TEST_CASE("score: a zero denominator is an error unless the rule says what it is worth") {
    Rubric rubric = twice_two_thirds({});
    rubric.indicators[0].indicators[0].measure = Term{77};
    TableAnswers table = answers();
    table.zero_denominator = true;
    CHECK_FALSE(score(rubric, table).has_value());
    rubric.indicators[0].indicators[0].rule =
        Proportional{.points = 10_dec, .if_zero_denominator = ZeroDenominator::full};
    CHECK(scored(rubric, table).find("a1")->score_text() == "10");
}

TEST_CASE("score: a gap between bands is an error, never 0 points") {
    Rubric rubric;
    rubric.points = 2_dec;
    Indicator gap = measured("gap", 2_dec, half);
    gap.rule = Bands{
        2_dec, {{Interval::below(0.5_dec), Points{"2"}}, {Interval::above(0.5_dec), Points{"1"}}}};
    rubric.indicators = {gap};
    TableAnswers table = answers();
    const auto sheet = score(rubric, table);
    REQUIRE_FALSE(sheet.has_value());
    CHECK(sheet.error().code == "score.no-band");
    CHECK(sheet.error().message.find("0.5") != std::string::npos);
}

TEST_CASE("score: each other rule asks for what it needs") {
    Rubric rubric;
    rubric.points = 5_dec;
    Indicator leaf = measured("leaf", 5_dec, half);
    TableAnswers table = answers();
    const auto total_of = [&](Rule rule, std::vector<Part> parts = {}) {
        leaf.rule = std::move(rule);
        leaf.parts = std::move(parts);
        rubric.indicators = {leaf};
        return scored(rubric, table).total_text();
    };
    CHECK(total_of(Formula{.points = 5_dec}) == "0.50");
    CHECK(total_of(Bands{5_dec, {{Interval::everything(), Points{"4"}}}}) == "4.00");
    CHECK(total_of(Interpolate{5_dec, {{Ratio{0}, Points{"0"}}, {Ratio{1}, Points{"5"}}}}) ==
          "2.50");
    CHECK(total_of(Step{.points = 5_dec, .norm = 0_dec, .every = 0.25_dec, .deduct = 1_dec}) ==
          "3.00");
    CHECK(total_of(Occurrences{5_dec, {{1_dec, {}}}}, {{"x", "x", half}}) == "4.50");
    CHECK(total_of(Checklist{5_dec, {2_dec, 3_dec}}, {{"x", "", yes}, {"y", "", no}}) == "2.00");
    leaf.measure = yes;
    CHECK(total_of(Condition{5_dec}) == "5.00");
    table.texts = {{yes, "good"}};
    CHECK(total_of(Categories{5_dec, {{"good", Points{"4"}}}}) == "4.00");
    table.assessments = {{"leaf", {3.5_dec, "seen"}}};
    CHECK(total_of(Assessed{5_dec}) == "3.50");
    CHECK(scored(rubric, table).items[0].status == ItemStatus::assessed);

    table.texts = {{yes, "bad"}};
    leaf.rule = Categories{5_dec, {{"good", Points{"4"}}, {"fair", Points{"2"}}}};
    rubric.indicators = {leaf};
    CHECK(score(rubric, table).error().code == "score.no-category");
    CHECK(in_language(score(rubric, table).error(), Language::en).hint == "one of: good, fair");
    CHECK(score(rubric, table).error().hint == "可选：good, fair");
    table.assessments = {{"leaf", {5.01_dec, "too much"}}};
    leaf.rule = Assessed{5_dec};
    rubric.indicators = {leaf};
    CHECK(score(rubric, table).error().code == "facts.assessed");
    table.numbers[half] = Ratio{-1};
    leaf.rule = Occurrences{5_dec, {{1_dec, {}}}};
    leaf.parts = {{"x", "x", half}};
    rubric.indicators = {leaf};
    CHECK(score(rubric, table).error().code == "score.negative-count");
}

TEST_CASE("score: whatever a rule, a condition or an adjustment asks for may be missing") {
    constexpr Term unknown{99};
    Rubric rubric;
    rubric.points = 5_dec;
    TableAnswers table = answers();
    const auto missing = [&](const Rule& rule, std::vector<Part> parts = {}) {
        Indicator leaf = measured("leaf", 5_dec, unknown);
        leaf.rule = rule;
        leaf.parts = std::move(parts);
        rubric.indicators = {leaf};
        const auto sheet = score(rubric, table);
        REQUIRE_FALSE(sheet.has_value());
        CHECK(sheet.error().code == "test.missing");
        return sheet.error().others.size();
    };
    CHECK(missing(Bands{5_dec, {{Interval::everything(), Points{"1"}}}}) == 0);
    CHECK(missing(Categories{5_dec, {{"good", Points{"4"}}}}) == 0);
    CHECK(missing(Interpolate{5_dec, {{Ratio{0}, Points{"0"}}}}) == 0);
    CHECK(missing(Step{.points = 5_dec}) == 0);
    CHECK(missing(Formula{.points = 5_dec}) == 0);
    CHECK(missing(Condition{5_dec}) == 0);
    CHECK(missing(Assessed{5_dec}) == 0);
    CHECK(missing(Occurrences{5_dec, {{1_dec, {}}, {1_dec, {}}}},
                  {{"x", "x", unknown}, {"y", "y", Term{98}}}) == 1);
    CHECK(missing(Checklist{5_dec, {1_dec, 1_dec, 1_dec}},
                  {{"x", "", unknown}, {"y", "", yes}, {"z", "", Term{98}}}) == 1);

    rubric.indicators = {measured("leaf", 5_dec, half)};
    rubric.adjustments = {{.id = "a", .when = unknown, .value = 1_dec}};
    CHECK(score(rubric, table).error().code == "test.missing");
    rubric.adjustments.clear();
    rubric.indicators[0].not_applicable = NotApplicable{unknown, TreatAs::full};
    CHECK(score(rubric, table).error().code == "test.missing");
    rubric.indicators[0].not_applicable = NotApplicable{no, TreatAs::full};
    CHECK(scored(rubric, table).total_text() == "2.50");
}

TEST_CASE("score: levels have rates inside their range, and far above costs points") {
    Rubric rubric;
    rubric.points = 10_dec;
    Indicator leaf = measured("t", 10_dec, third);
    leaf.rule = Targets{
        .points = 10_dec, .dialect = Dialect::from_80_50, .far_above = FarAbove{1.3_dec, 2_dec}};
    rubric.indicators = {leaf};
    TableAnswers table = answers();
    const auto level = [](Level of, std::optional<Ratio> rate) {
        return TargetRow{.name = "row",
                         .numbers = {.direction = Direction::level, .level = of, .rate = rate}};
    };
    table.targets = {level(Level::partly, Ratio{1, 2})};
    CHECK(scored(rubric, table).total_text() == "5.00");
    table.targets = {level(Level::met, std::nullopt)};
    CHECK(scored(rubric, table).total_text() == "10.00");
    table.targets = {level(Level::partly, Ratio{4, 5})};
    CHECK(score(rubric, table).error().code == "facts.target");
    const Target twice{.target = Ratio{1}, .actual = Ratio{2}};
    table.targets = {{.name = "row", .numbers = twice}};
    CHECK(scored(rubric, table).total_text() == "8.00");
}

TEST_CASE("score: what is worth nothing is not adjusted") {
    Rubric rubric;
    rubric.points = 5_dec;
    Indicator nothing = measured("nothing", 0_dec, half);
    nothing.adjustments = {{.id = "a", .when = yes, .kind = Adjustment::Kind::set, .value = 0_dec}};
    rubric.indicators = {nothing, measured("leaf", 5_dec, half)};
    const ScoreSheet sheet = scored(rubric);
    CHECK(sheet.adjustments.empty());
    CHECK(sheet.items[0].rate().empty());
    CHECK(sheet.total_text() == "2.50");
}

TEST_CASE("score: at most fifty errors are kept") {
    Rubric rubric;
    rubric.points = 60_dec;
    for (unsigned i = 0; i < 60; ++i) {
        rubric.indicators.push_back(measured("i" + std::to_string(i), 1_dec, Term{100 + i}));
    }
    TableAnswers table = answers();
    CHECK(score(rubric, table).error().others.size() == 49);
}

TEST_CASE("sheet: a score of any size has a text") {
    const Ratio large = power(Ratio{10}, max_scale - 1);
    CHECK(text_of(Points{large}, 2) == "1" + std::string(max_scale - 1, '0'));
    const Ratio long_one = Ratio{9} + power(Ratio{1, 5}, max_scale);
    CHECK(text_of(Points{long_one}, 2) == long_one.numerator() + '/' + long_one.denominator());
}

TEST_CASE("score: a score of more bits than a sheet can be written with is refused") {
    Rubric rubric;
    rubric.points = 5_dec;
    rubric.indicators = {measured("leaf", 5_dec, half)};
    TableAnswers table = answers();
    table.numbers[half] = power(Ratio{1, 3}, 20'000); // some 31,700 bits
    CHECK(score(rubric, table).has_value());
    table.numbers[half] = power(Ratio{1, 3}, 21'000);
    CHECK_THROWS_AS((void)score(rubric, table), NumberError);
}

TEST_CASE("sheet: a score is shown with its places where it has no more") {
    CHECK(text_of(Points{"2.50"}, 2) == "2.50");
    CHECK(text_of(Points{"2.505"}, 2) == "2.505");
    CHECK(text_of(Points{"2.50"}, std::nullopt) == "2.5");
    CHECK(text_of(Points{"20"}, -1) == "20");
    CHECK(text_of(Points{Ratio{1, 3}}, 2) == "1/3");
    CHECK(name(ItemStatus::scored) == "scored");
    CHECK(name(ItemStatus::not_applicable) == "not-applicable");
    CHECK(name(ItemStatus::assessed) == "assessed");
    CHECK(name(ItemKind::branch) == "branch");
    CHECK(name(ItemKind::leaf) == "leaf");
    CHECK(name(ItemKind::row) == "row");
    const ScoreSheet sheet = scored(twice_two_thirds({.leaves = true}));
    CHECK(sheet.points_text() == "40.00");
    CHECK(sheet.rate() == "33.30%");
    CHECK(sheet.items[1].lost_text() == "6.67");
    CHECK(sheet.find("nowhere") == nullptr);
}
