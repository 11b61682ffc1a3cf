// SPDX-License-Identifier: Apache-2.0
//
// 1,000 random consistent forms raise nothing; each kind of defect, planted in them, is found at
// its place, and nothing else is. What a form prints comes from score(), not from audit().
#include "support/random_rubric.hpp"

#include <heng/audit/audit.hpp>
#include <heng/scoring/scoring.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

using namespace heng;
using test::Random;

namespace {

struct Row {
    std::string name;
    int points = 0;
    std::string direction;
    std::string target;
    std::string actual;
    std::string reason;
    std::string published;
    bool met = true;
};

/// A form with an execution rate, a leaf of another rule, and rows; its weights add up to 100.
struct DrawnForm {
    std::string rubric;
    int execution = 10;
    int other = 5;
    std::string annual;
    std::string executed;
    int late = 0;
    std::vector<Row> rows;
    std::map<std::string, std::string> scores; ///< printed, by id
    std::string total;
    std::string rates; ///< members of published.rates
};

std::string quoted(const std::string& key, const std::string& value) {
    return '"' + key + "\": \"" + value + '"';
}

std::string rubric_text(Random& random, const DrawnForm& form, int rows) {
    const std::string rule = random.of(
        {R"--({"kind": "step", "norm": "0", "side": "above", "every": "1", "deduct": "0.5",
              "part": "exact"})--",
         R"--({"kind": "bands", "bands": [{"in": "0", "score": "5"}, {"in": "(0..2]", "score": "3"},
              {"in": "> 2", "score": "0.5"}]})--",
         R"--({"kind": "bands", "bands": [{"in": "0", "score": "5"}, {"in": "(0..2]",
              "score_range": ["3", "4"]}, {"in": "> 2", "score_range": ["0.5", "2"]}]})--",
         R"--({"kind": "interpolate", "knots": [[0, 5], [3, 2], [6, 0]]})--"});
    return R"--({"heng": "rubric/1", "id": "drawn", "title": "t", "basis": "local", "source": "s",
        "language": ")--" +
           random.of({"zh", "en"}) + R"--(", "unit": "元", "points": "100", "rounding": {"scale": 2,
        "mode": "half-up", "at": ["row", "leaf"]}, "inputs": {"budget.annual": {"type": "money"},
        "budget.executed": {"type": "money"}, "late": {"type": "count"},
        "targets": {"type": "list", "of": "target"}}, "indicators": [
        {"id": "execution", "name": "预算执行率", "basis": "local", "source": "s",
         "measure": "budget.executed / budget.annual", "points": ")--" +
           std::to_string(form.execution) +
           R"--(", "rule": {"kind": "proportional", "if_zero_denominator": "zero"}},
        {"id": "process", "name": "过程", "points": "5", "basis": "local", "source": "s",
         "indicators": [{"id": "process.late", "name": "逾期", "points": "5", "basis": "local",
           "source": "s", "measure": "late", "rule": )--" +
           rule + R"--(}]}, {"id": "targets", "name": "绩效指标", "basis": "local", "source": "s",
         "points": ")--" +
           std::to_string(rows) +
           R"--(", "rule": {"kind": "targets", "rows": "targets", "weights": "points"}}]})--";
}

Row draw_row(Random& random, std::size_t number, int points) {
    Row row;
    row.name = "指标" + std::to_string(number);
    row.points = points;
    row.direction = random.of({">=", ">=", "<=", "=", "level"});
    const int target = random.whole(20, 300);
    const bool percent = random.chance(40);
    const int share = random.chance(60) ? random.whole(100, 125) : random.whole(20, 99);
    row.met = share >= 100;
    const int actual = row.direction == "<=" ? target * 100 / share : (target * share + 99) / 100;
    row.met = row.direction == "<=" ? actual <= target : actual >= target;
    row.target = std::to_string(target) + (percent ? "%" : "");
    row.actual = std::to_string(actual) + (percent ? "%" : "");
    row.met = row.met || row.direction == "level";
    row.reason = row.met ? "" : "停工";
    return row;
}

std::string row_text(const Row& row, bool printed) {
    std::string text = "{" + quoted("name", row.name) + ", " +
                       quoted("points", std::to_string(row.points)) + ", " +
                       quoted("direction", row.direction);
    text += row.direction == "level"
                ? ", \"level\": \"met\""
                : ", " + quoted("target", row.target) + ", " + quoted("actual", row.actual);
    text += row.reason.empty() ? "" : ", " + quoted("reason", row.reason);
    text += printed && !row.published.empty() ? ", " + quoted("published", row.published) : "";
    return text + "}";
}

/// What a person gave within a band: a form prints it as its score, and nowhere else.
std::string assessed_text(const DrawnForm& form) {
    const bool in_band = form.late > 0 && form.rubric.find("score_range") != std::string::npos;
    return in_band ? R"(, "assessed": {"process.late": {"reason": "r", )" +
                         quoted("score", form.late <= 2 ? "3.7" : "1.25") + "}}"
                   : "";
}

std::string form_text(const DrawnForm& form, bool printed = true) {
    std::string rows;
    for (const Row& row : form.rows) {
        rows += (rows.empty() ? "" : ", ") + row_text(row, printed);
    }
    std::string scores;
    for (const auto& [id, score] : form.scores) {
        scores += (scores.empty() ? "" : ", ") + quoted(id, score);
    }
    return R"({"heng": "facts/1", "unit": "元", "data": {"budget": {)" +
           quoted("annual", form.annual) + ", " + quoted("executed", form.executed) +
           "}, \"late\": " + std::to_string(form.late) + ", \"targets\": [" + rows + "]}" +
           (printed ? ", \"published\": {\"scores\": {" + scores + "}, \"rates\": {" + form.rates +
                          "}, " + quoted("total", form.total) + "}"
                    : assessed_text(form)) +
           "}";
}

RubricDocument parsed(const DrawnForm& form) {
    auto rubric = RubricDocument::parse(form.rubric);
    REQUIRE_MESSAGE(rubric.has_value(), rubric.error());
    return *rubric;
}

std::string shortened(std::string number, Random& random) {
    while (random.chance(50) && number.find('.') != std::string::npos && number.back() == '0') {
        number.pop_back();
    }
    return number.back() == '.' ? number.substr(0, number.size() - 1) : number;
}

/// Prints the sum of what is printed.
void add_up(DrawnForm& form) {
    Decimal total;
    const auto add = [&](const std::string& score) {
        total = total + Decimal::parse(score).value();
    };
    for (const char* const id : {"execution", "process"}) {
        add(form.scores.at(id));
    }
    if (form.scores.count("targets") != 0) {
        add(form.scores.at("targets"));
    } else {
        for (const Row& row : form.rows) {
            add(row.published);
        }
    }
    form.total = total.to_string();
}

/// Prints what scoring gives.
void print(DrawnForm& form, Random& random) {
    const RubricDocument rubric = parsed(form);
    const auto facts = Facts::parse(rubric, form_text(form, false));
    REQUIRE(facts.has_value());
    const auto sheet = score(*facts);
    REQUIRE(sheet.has_value());
    form.scores.clear();
    for (const char* const id : {"execution", "process", "process.late"}) {
        form.scores[id] = shortened(sheet->find(id)->score_text(), random);
    }
    for (std::size_t i = 0; i < form.rows.size(); ++i) {
        form.rows[i].published =
            shortened(sheet->find("targets#" + std::to_string(i + 1))->score_text(), random);
    }
    if (random.chance(30)) {
        form.scores["targets"] = sheet->find("targets")->score_text();
    }
    add_up(form);
}

DrawnForm draw_form(Random& random) {
    DrawnForm form;
    form.execution = random.whole(1, 4) * 5;
    const int annual = random.whole(200, 900);
    form.annual = std::to_string(annual);
    form.executed = std::to_string(annual * random.whole(81, 99) / 100);
    form.late = random.whole(0, 5);
    int left = 95 - form.execution;
    form.rubric = rubric_text(random, form, left);
    // the first two are there for defects: one met, one missed
    form.rows.push_back({"到位及时性", 10, ">=", "40", "41", "", "", true});
    form.rows.push_back({"完工数量", 10, ">=", "90", "60", "停工", "", false});
    left -= 20;
    for (std::size_t i = 3; left > 0; ++i) {
        const int points = std::min(left, random.whole(3, 20));
        form.rows.push_back(draw_row(random, i, points));
        left -= points;
    }
    print(form, random);
    return form;
}

std::vector<std::string> found(const DrawnForm& form) {
    const auto report = audit(parsed(form), form_text(form));
    REQUIRE(report.has_value());
    std::vector<std::string> lines;
    for (const Finding& each : report->findings) {
        lines.push_back(each.code + ' ' + each.pointer);
    }
    return lines;
}

/// A kind of defect: plants it in a consistent form, and says what is to be found.
struct Defect {
    const char* finding;
    void (*plant)(DrawnForm&, Random&);
};

void consistent(DrawnForm& form) {
    form.scores.erase("targets");
    add_up(form);
}

const std::vector<Defect> defects{
    {"weights-not-100 /data/targets",
     [](DrawnForm& form, Random&) {
         form.rows[0].points += 10;
         form.rows[0].published = "20";
         consistent(form);
     }},
    {"total-mismatch /published/total",
     [](DrawnForm& form, Random&) {
         form.total = "101.5";
     }},
    {"score-mismatch /published/scores/process.late",
     [](DrawnForm& form, Random& random) {
         form.late = 1;
         print(form, random);
         form.scores["process.late"] = form.scores["process"] = "1.77";
         consistent(form);
     }},
    {"score-from-rounded-rate /published/scores/execution",
     [](DrawnForm& form, Random& random) {
         form.annual = "287";
         form.executed = "171";
         print(form, random);
         form.scores["execution"] = std::to_string(form.execution * 6 / 10);
         consistent(form);
     }},
    {"met-but-below-full /data/targets/0/published",
     [](DrawnForm& form, Random& random) {
         form.rows[0].published = random.of({"9", "5", "7.5", "0"});
         form.rows[0].reason = random.of({"", "延期"});
         consistent(form);
     }},
    {"missed-not-by-rule /data/targets/1/published",
     [](DrawnForm& form, Random& random) {
         form.rows[1].published = random.of({"10", "5", "8", "0", "7"});
         consistent(form);
     }},
    {"score-from-rounded-rate /data/targets/1/published",
     [](DrawnForm& form, Random&) {
         form.rows[1].published = "6.7";
         form.rows[1].actual = "60.1"; // 66.78 %, exact 6.68
         form.rows[1].published = "6.70";
         consistent(form);
     }},
    {"score-above-points /data/targets/0/published",
     [](DrawnForm& form, Random&) {
         form.rows[0].published = "11";
         consistent(form);
     }},
    {"score-above-points /published/scores/execution",
     [](DrawnForm& form, Random&) {
         form.scores["execution"] = "99";
         consistent(form);
     }},
    {"actual-not-a-number /data/targets/0/actual",
     [](DrawnForm& form, Random& random) {
         form.rows[0].actual = random.of({"完成", "约40", "达到预期", "≥50"});
     }},
    {"actual-repeats-target /data/targets/0/actual",
     [](DrawnForm& form, Random& random) {
         form.rows[0].actual = random.of({"≥40项", ">=40", "不少于40项"});
     }},
    {"zero-denominator /data/budget/annual",
     [](DrawnForm& form, Random& random) {
         form.annual = form.executed = "0";
         print(form, random);
     }},
    {"breakdown-mismatch /published/scores/targets",
     [](DrawnForm& form, Random&) {
         form.scores["targets"] = "1.5";
         add_up(form);
     }},
    {"breakdown-mismatch /published/scores/process",
     [](DrawnForm& form, Random&) {
         form.scores["process"] = "4.44";
         consistent(form);
     }},
    {"below-full-without-reason /data/targets/1/published",
     [](DrawnForm& form, Random&) {
         form.rows[1].reason.clear();
     }},
    {"far-above-target /data/targets/0/actual",
     [](DrawnForm& form, Random& random) {
         form.rows[0].actual = random.of({"52", "80", "400"});
     }},
    {"level-out-of-range /data/targets/0/published",
     [](DrawnForm& form, Random& random) {
         form.rows[0].direction = "level";
         form.rows[0].published = random.of({"7.9", "0", "6"});
         consistent(form);
     }},
    {"same-fact-two-standards /data/targets/0",
     [](DrawnForm& form, Random& random) {
         form.annual = "100";
         form.executed = "76";
         form.rows[0] = {"预算完成率", 10, ">=", "70%", "76%", "", "", true};
         print(form, random);
     }},
    {"ratio-mismatch /published/rates/execution",
     [](DrawnForm& form, Random&) {
         form.rates = R"("execution": "12.34%")";
     }},
    {"unusable-fact /published/scores/nobody",
     [](DrawnForm& form, Random&) {
         form.scores["nobody"] = "1";
     }},
};

} // namespace

TEST_CASE("a consistent form raises nothing") {
    Random random{20240101};
    for (int i = 0; i < 1000; ++i) {
        const DrawnForm form = draw_form(random);
        const auto lines = found(form);
        if (!lines.empty()) {
            CAPTURE(form.rubric);
            CAPTURE(form_text(form));
            CHECK(lines == std::vector<std::string>{});
            break;
        }
    }
}

/// A sheet, printed to two places throughout, as `published`.
std::string published(const ScoreSheet& sheet) {
    std::string scores;
    for (const Item& item : sheet.items) {
        scores += (scores.empty() ? "" : ", ") + quoted(item.id, item.score.rounded(2).to_string());
    }
    return R"("published": {"scores": {)" + scores + "}, " +
           quoted("total", sheet.total.rounded(2).to_string()) + "}";
}

TEST_CASE("what scoring gives raises nothing, whatever the rules") {
    const std::vector<std::string> no_defects{"zero-denominator", "below-full-without-reason",
                                              "far-above-target", "same-fact-two-standards"};
    Random random{11};
    int audited = 0;
    for (int i = 0; i < 2000 && audited < 1000; ++i) {
        const test::DrawnRubric drawn = test::draw_rubric(random);
        const auto rubric = RubricDocument::parse(drawn.text);
        if (!rubric) {
            continue;
        }
        std::string text = test::text_of(test::draw_facts(random, drawn));
        const auto facts = Facts::parse(*rubric, text);
        REQUIRE(facts.has_value());
        const auto sheet = score(*facts);
        if (!sheet) {
            continue;
        }
        text.insert(1, R"("heng": "facts/1", )" + published(*sheet) + ", ");
        text.erase(text.rfind(R"("heng": "facts/1", )"), 19);
        const auto report = audit(*rubric, text);
        REQUIRE(report.has_value());
        ++audited;
        CHECK(report->total == sheet->total_text());
        for (const Finding& each : report->findings) {
            const bool fine =
                std::find(no_defects.begin(), no_defects.end(), each.code) != no_defects.end();
            if (!fine) {
                CAPTURE(drawn.text);
                CAPTURE(text);
                CAPTURE(each.message);
                CHECK(each.code + each.pointer == "");
                return;
            }
        }
    }
    CHECK(audited > 500);
}

TEST_CASE("each kind of defect is found at its place, and nothing else is") {
    Random random{7};
    for (const Defect& defect : defects) {
        for (int i = 0; i < 60; ++i) {
            DrawnForm form = draw_form(random);
            defect.plant(form, random);
            const auto lines = found(form);
            if (lines != std::vector<std::string>{defect.finding}) {
                CAPTURE(form.rubric);
                CAPTURE(form_text(form));
                CHECK(lines == std::vector<std::string>{defect.finding});
                break;
            }
        }
    }
}
