// SPDX-License-Identifier: Apache-2.0
//
// The batch kernel against the engine: where the kernel is sure, total, grade and every item are
// what the engine says; where the engine refuses, the kernel asks.
//
// Rubrics are random over all that the kernel covers, facts random over plain, odd and hostile
// values. HENG_KERNEL_RUBRICS sets how many rubrics are tried (default 400, of 200 documents each).
#include "batch/kernel/kernel.hpp"
#include "batch/kernel/lanes.hpp"
#include "support/told_scores.hpp"

#include <heng/document/rubric_document.hpp>
#include <heng/facts/facts.hpp>
#include <heng/scoring/scoring.hpp>

#include <doctest/doctest.h>

#include <cstdlib>
#include <random>
#include <string>
#include <vector>

namespace {

using namespace heng;

struct Given {
    std::int64_t coefficient = 0;
    int scale = 0;
};

class Maker {
  public:
    explicit Maker(std::uint64_t seed) : random_(seed) {}

    int below(int end) { return static_cast<int>(random_() % static_cast<std::uint64_t>(end)); }
    bool chance(int of) { return below(of) == 0; }
    std::string pick(const std::vector<std::string>& from) {
        return from[static_cast<std::size_t>(below(static_cast<int>(from.size())))];
    }

    /// A rubric whose inputs are i0 …: numbers, then counts, then booleans.
    std::string rubric() {
        const int branches = below(3) + 1;
        std::string tree;
        int total = 0;
        for (int b = 0; b < branches; ++b) {
            std::string leaves;
            int sum = 0;
            for (int i = below(4) + 1; i > 0; --i) {
                const int points = sum > 0 && chance(12) ? 0 : below(9) + 1; // a bonus
                leaves += (leaves.empty() ? "" : ", ") + leaf(points);
                sum += points;
            }
            const std::string id = "b" + std::to_string(b);
            tree += (tree.empty() ? "" : ", ") + head(id, sum) + beyond(3) + adjustments(sum, 3) +
                    not_applicable(6) + R"("indicators": [)" + leaves + "]}";
            total += sum;
        }
        const std::string points = std::to_string(total);
        const std::string half = std::to_string(total / 2);
        const std::string quarter = std::to_string(total / 4 - 1);
        return R"--({"heng": "rubric/1", "id": "r", "title": "r", )--" + beyond(3) +
               R"--("points": ")--" + points + R"--(", "rounding": {"scale": )--" +
               std::to_string(below(3)) + R"--(, "mode": ")--" +
               pick({"half-up", "half-up", "half-even", "half-down", "up", "down", "ceiling",
                     "floor"}) +
               R"--(", "at": ["leaf")--" + pick({"", R"(, "level-1")", R"(, "total")"}) + "]}, " +
               adjustments(total, 3, true) + R"--("grades": [{"in": ">= )--" + half +
               R"--(", "grade": "A"}, {"in": "()--" + quarter + ".." + half +
               R"--()", "grade": "B"}, {"in": "<= 0.5", "grade": "C"}], "inputs": {)--" + inputs() +
               R"--(}, "values": {"v0": "i0 + i1", "v1": "v0 * 2 - i2"}, "indicators": [)--" +
               tree + "]}";
    }

    static constexpr int numbers = 6;
    static constexpr int counts = 3;
    static constexpr int truths = 3;
    static constexpr int slots = numbers + counts + truths;

    Given number(bool odd) {
        switch (odd ? below(12) : 4 + below(8)) {
        case 0:
            return {0, below(3)};
        case 1:
            return {static_cast<std::int64_t>(random_()), below(10)};
        case 2:
            return {static_cast<std::int64_t>(random_() >> 20U), below(7)};
        case 3:
            return {-below(1000), below(4)};
        case 4:
        case 5:
        case 6:
            return {below(200) + 1, below(3)};
        default:
            return {below(10'000'000) + 1, 2};
        }
    }
    Given count(bool odd) { return {below(9) - (odd && chance(9) ? 5 : 0), odd && chance(9)}; }
    Given truth() { return {below(2), 0}; }

  private:
    static std::string name(int slot) { return "i" + std::to_string(slot); }
    std::string number_input() { return name(below(numbers)); }
    std::string count_input() { return name(numbers + below(counts)); }
    std::string truth_input() { return name(numbers + counts + below(truths)); }

    std::string inputs() {
        std::string all;
        for (int i = 0; i < slots; ++i) {
            const std::string type = i < numbers            ? "number"
                                     : i < numbers + counts ? "count"
                                                            : "boolean";
            std::string more;
            if (i < numbers && chance(3)) {
                more += pick({R"(, "minimum": "0")", R"(, "minimum": "-3.5", "maximum": "99999")"});
            }
            if (chance(5)) {
                more += std::string{R"(, "optional": true, "default": )"} +
                        (i < numbers       ? R"("1.25")"
                         : type == "count" ? "2"
                                           : "true");
            }
            all += (all.empty() ? "\"" : ", \"") + name(i) + R"(": {"type": ")" + type + '"' +
                   more + '}';
        }
        return all;
    }

    static std::string head(const std::string& id, int points) {
        return R"({"id": ")" + id + R"(", "name": ")" + id + R"(", "points": ")" +
               std::to_string(points) + R"(", )";
    }

    std::string expression(int depth) {
        if (depth == 0 || chance(3)) {
            return pick({number_input(), number_input(), count_input(), "v0", "v1",
                         std::to_string(below(20)), "0.5", "1/3", "-2.25"});
        }
        const std::string a = expression(depth - 1);
        const std::string b = expression(depth - 1);
        switch (below(9)) {
        case 0:
            return "(" + a + " + " + b + ")";
        case 1:
            return "(" + a + " - " + b + ")";
        case 2:
            return "(" + a + " * " + b + ")";
        case 3:
        case 4:
            return "(" + a + " / " + b + ")";
        case 5:
            return pick({"min", "max", "sum"}) + "(" + a + ", " + b + ")";
        case 6:
            return "abs(" + a + ")";
        case 7:
            return "(if " + condition(depth - 1) + " then " + a + " else " + b + ")";
        default:
            return "(-" + a + ")";
        }
    }

    std::string condition(int depth) {
        if (depth == 0 || chance(3)) {
            return chance(2) ? truth_input()
                             : number_input() + pick({" < ", " <= ", " = ", " != ", " > "}) +
                                   number_input();
        }
        const std::string a = condition(depth - 1);
        switch (below(5)) {
        case 0:
            return "(" + a + " and " + condition(depth - 1) + ")";
        case 1:
            return "(" + a + " or " + condition(depth - 1) + ")";
        case 2:
            return "not(" + a + ")";
        case 3:
            return "(" + expression(1) + " between 1 and " + expression(0) + ")";
        default:
            return "(" + expression(1) + pick({" < ", " >= ", " = "}) + expression(1) + ")";
        }
    }

    std::string beyond(int of) {
        return (chance(of) ? R"("extra": ")" + pick({"1", "2.5", "0.125"}) + R"(", )" : "") +
               (chance(of) ? R"("floor": ")" + pick({"-1", "-2.5", "-0.125"}) + R"(", )" : "");
    }

    /// What an adjustment does: a number of points, or an amount.
    std::string action(int points) {
        const std::string kind = pick({"at_most", "set", "deduct", "add"});
        const bool changes = kind == "deduct" || kind == "add";
        const std::string bound =
            changes && chance(2) ? R"(, "each_at_most": ")" + pick({"0.5", "2", "0.0"}) + '"' : "";
        if (chance(2)) {
            return '"' + kind + R"(": ")" + std::to_string(points > 0 ? below(points) : 0) +
                   (points > 0 ? pick({"", ".5", ".25"}) : "") + '"' + bound;
        }
        return '"' + kind + R"(": ")" +
               pick({"abs(" + expression(1) + ")", count_input() + " * 0.25", expression(2),
                     "max(0, " + number_input() + ") / 4", count_input() + " / 3"}) +
               '"' + bound;
    }

    std::string adjustments(int points, int of, bool of_total = false) {
        if (!chance(of)) {
            return "";
        }
        const auto one = [&] {
            const std::string done = of_total && chance(4)
                                         ? R"("grade_at_most": ")" + pick({"B", "C"}) + '"'
                                         : action(points);
            const bool computed = done.find_first_of("abcdefghijklmnopqrstuvwxyz(",
                                                     done.find(':') + 1) < done.find(", \"each");
            const bool changes = done.starts_with("\"deduct") || done.starts_with("\"add");
            const std::string when =
                computed && changes && chance(3) ? "" : R"("when": ")" + condition(1) + R"(", )";
            return R"({"id": "a)" + std::to_string(below(1'000'000)) + R"(", )" + when + done +
                   R"(, "reason": "why"})";
        };
        return R"("adjustments": [)" + one() + (chance(2) ? ", " + one() : "") + "], ";
    }

    std::string not_applicable(int of) {
        return chance(of)
                   ? R"("not_applicable": {"when": ")" + condition(1) + R"(", "treat_as": ")" +
                         pick({"full", "zero", "rescale"}) + R"("}, )"
                   : "";
    }

    std::string leaf(int points) {
        const std::string id = "l" + std::to_string(leaves_++);
        return head(id, points) + (points == 0 ? R"("extra": "2", )" : beyond(4)) +
               adjustments(points, 6) + not_applicable(6) + rule(std::to_string(points)) + "}";
    }

    std::string measured(const std::string& rule) {
        const std::string measure =
            chance(2) ? number_input() + " / " + number_input() : expression(3);
        return R"("measure": ")" + measure + R"(", "rule": )" + rule;
    }

    std::string rule(const std::string& points) {
        switch (below(11)) {
        case 10:
            return measured(R"({"kind": "tally", "each": "0.15")" +
                            pick({"}", R"(, "at_most": "0.7"})"}));
        case 8:
            return R"("rule": {"kind": "formula", "score": ")" + expression(3) + '"' +
                   pick({"", R"(, "floor": "0.5")", R"(, "cap": "0.75")"}) + "}";
        case 0:
        case 1:
            return measured(R"({"kind": "proportional")" +
                            pick({"", R"(, "cap": "0.95")", R"(, "cap": "1.2")"}) +
                            pick({"", R"(, "pass": "0.6")"}) +
                            pick({"", R"(, "if_zero_denominator": "zero")",
                                  R"(, "if_zero_denominator": "full")"}) +
                            "}");
        case 2:
            return measured(
                R"({"kind": "bands", "bands": [{"in": ">= 1", "score": ")" + points +
                R"("}, {"in": "(0.333..0.9]", "score": "0.75"}, )" +
                pick({R"({"in": "< 0", "score": "0.125"})", R"({"in": "-", "score": "0.5"})",
                      R"({"in": "-", "score_range": ["0.25", "0.75"]})"}) +
                "]}");
        case 3:
            return measured(R"({"kind": "interpolate", "knots": [["0", "0"], ["0.8", "0.5"], )"
                            R"(["1", ")" +
                            points + R"("]]})");
        case 4:
            return measured(R"({"kind": "step", "norm": "1", "side": ")" +
                            pick({"above", "below"}) +
                            R"(", "every": "0.01", "deduct": "0.1", "part": ")" +
                            pick({"whole", "started", "exact"}) + R"("})");
        case 9:
            return measured(R"({"kind": "steps", "base": "0.5", "norm": ")" +
                            pick({"1", "0.9", number_input()}) +
                            R"(", "above": {"every": "0.01", )" +
                            pick({R"("add")", R"("deduct")"}) + R"(: "0.1", "part": ")" +
                            pick({"whole", "started", "exact"}) +
                            R"("}, "below": {"every": "0.05", "deduct": "0.2", "part": "whole",)"
                            R"( "at_most": "0.3"}, "pass": {"least": "0.2"}})");
        case 5:
            return R"("rule": {"kind": "occurrences", "each": [{"count": ")" + count_input() +
                   R"(", "deduct": "0.15", "label": "x"}, {"count": ")" +
                   pick({count_input(), number_input()}) +
                   R"(", "deduct": "0.5", "at_most": "1.5", "label": "y"}])" +
                   pick({"}", R"(, "none_from": 3})", R"(, "none_from": "2.5"})"});
        case 6:
            return R"("rule": {"kind": "checklist", )"
                   R"("items": [{"id": "p", "label": "p", "when": ")" +
                   condition(2) + R"(", "score": "0.5"}, {"id": "q", "label": "q", "when": ")" +
                   condition(1) + R"(", "score": "0.5"}]})";
        default:
            return R"("rule": {"kind": "condition", "when": ")" + condition(2) + R"("})";
        }
    }

    std::mt19937_64 random_;
    int leaves_ = 0;
};

std::string decimal_text(const Given& given) {
    return Decimal{given.coefficient, given.scale}.to_string();
}

struct Block {
    detail::kernel::FactRows rows{Maker::slots};
    std::vector<std::string> documents;
};

void add_document(Maker& make, Block& block) {
    const std::size_t row = block.rows.add();
    std::string data;
    const bool odd = make.chance(5);
    for (int slot = 0; slot < Maker::slots; ++slot) {
        const bool number = slot < Maker::numbers;
        const bool truth = slot >= Maker::numbers + Maker::counts;
        if (odd && make.chance(30)) {
            continue;
        }
        const Given given = number ? make.number(odd) : truth ? make.truth() : make.count(odd);
        block.rows.set(static_cast<std::size_t>(slot), row, given.coefficient, given.scale);
        data += (data.empty() ? "\"i" : ", \"i") + std::to_string(slot) +
                "\": " + (truth ? given.coefficient != 0 ? "true" : "false" : decimal_text(given));
    }
    block.documents.push_back(R"({"heng": "facts/1", "data": {)" + data + "}}");
}

struct Count {
    int rubrics = 0;
    int sound = 0;
    int covered = 0;
    int rows = 0;
    int sure = 0;
    int fine = 0;
};

void compare_row(const RubricDocument& rubric, const detail::kernel::Kernel& kernel,
                 const detail::kernel::Scores& scores, std::size_t row, bool asks,
                 const std::string& text, Count& count) {
    const Result<Facts> facts = Facts::parse(rubric, text);
    const Result<ScoreSheet> sheet =
        facts ? score(*facts) : Result<ScoreSheet>{Failure{facts.error()}};
    ++count.rows;
    count.fine += sheet ? 1 : 0;
    if (asks) {
        return;
    }
    ++count.sure;
    INFO(text);
    REQUIRE_MESSAGE(sheet.has_value(), (sheet ? "" : sheet.error().message));
    const auto said = test::told_scores(kernel, scores, row);
    REQUIRE(sheet->items.size() == said.size());
    for (std::size_t i = 0; i < said.size(); ++i) {
        REQUIRE_MESSAGE(said[i].text == sheet->items[i].score_text(), sheet->items[i].id);
        REQUIRE(said[i].id == sheet->items[i].id);
    }
    REQUIRE(text_of(test::told_total(kernel, scores, row), kernel.total_scale()) ==
            sheet->total_text());
    const std::int32_t grade = scores.grades[row];
    const auto& grades = rubric.rubric().grades;
    REQUIRE((grade < 0 ? "" : grades[static_cast<std::size_t>(grade)].grade) == sheet->grade);
}

void try_rubric(std::uint64_t seed, Count& count) {
    Maker make{seed};
    const std::string text = make.rubric();
    INFO(text);
    const Result<RubricDocument> rubric = RubricDocument::parse(text);
    ++count.rubrics;
    if (!rubric) { // such as a condition that never holds
        return;
    }
    ++count.sound;
    const auto kernel = detail::kernel::Kernel::of(rubric->compiled());
    if (!kernel) {
        return;
    }
    ++count.covered;
    // with each processor's loops, of which the property holds alike
    const auto all = detail::kernel::all_lanes();
    const detail::kernel::Lanes& lanes = *all[seed % all.size()];
    detail::kernel::Scores scores{*kernel};
    scores.lanes = &lanes;
    for (int blocks = 0; blocks < 2; ++blocks) {
        Block block;
        block.rows.use(lanes);
        for (std::size_t i = make.chance(3) ? 1 : 100; i > 0; --i) {
            add_document(make, block);
        }
        const auto columns = block.rows.columns();
        kernel->score(columns, block.rows.asks(), scores);
        for (std::size_t row = 0; row < block.documents.size(); ++row) {
            compare_row(*rubric, *kernel, scores, row, block.rows.asks()[row] != 0,
                        block.documents[row], count);
        }
    }
}

} // namespace

TEST_CASE("where the kernel is sure it says what the engine says") {
    const char* wanted = std::getenv("HENG_KERNEL_RUBRICS");
    const int rubrics = wanted != nullptr ? std::atoi(wanted) : 400;
    Count count;
    for (int seed = 0; seed < rubrics; ++seed) {
        CAPTURE(seed);
        try_rubric(static_cast<std::uint64_t>(seed), count);
    }
    MESSAGE(count.rubrics << " rubrics, " << count.sound << " sound, " << count.covered
                          << " covered; " << count.rows << " documents, " << count.fine
                          << " have a score, of which " << count.sure << " by the kernel");
    CHECK(count.sound * 10 > count.rubrics * 9);
    CHECK(count.covered * 5 > count.sound * 4);
    CHECK(count.sure * 2 > count.fine); // plain documents are what it is for
}
