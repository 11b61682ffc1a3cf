// SPDX-License-Identifier: Apache-2.0
//
// Random forms under every mode and place of rounding. One that prints what scoring gives, rounded
// for print as the rubric rounds, raises no error and no warning; one defect planted in it does.
// What a form prints comes from score(), not from audit().
#include "support/random_rubric.hpp"

#include <heng/audit/audit.hpp>
#include <heng/scoring/scoring.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace heng;
using test::Random;

namespace {

struct Row {
    std::string record;    ///< without "published" and the brace that ends it
    std::string published; ///< "" is nothing
};

struct DrawnForm {
    std::string rubric;
    std::string data; ///< members of "data" before the rows
    std::vector<Row> rows;
    std::string published; ///< members of "published" before the total
    std::string total;
    std::string grade;
    int scale = 2;
    Rounding mode = Rounding::half_up;
};

const std::vector<std::string> modes{"half-up", "half-even", "half-down", "up",
                                     "down",    "ceiling",   "floor"};

std::string member(const std::string& key, const std::string& value) {
    return '"' + key + "\": \"" + value + "\", ";
}

std::string draw_record(Random& random, int number, int points) {
    std::string record = "{" + member("name", "第" + std::to_string(number) + "项") +
                         (points > 0 ? member("points", std::to_string(points)) : "");
    const std::string direction = random.of({">=", "<=", "=", "level", "level"});
    record += member("direction", direction);
    if (direction == "level") {
        const std::string level = random.of({"met", "partly", "not"});
        const int rate = level == "met"      ? random.whole(80, 100)
                         : level == "partly" ? random.whole(60, 79)
                                             : random.whole(0, 59);
        return record + member("level", level) + member("rate", std::to_string(rate) + "%") +
               member("reason", "r");
    }
    return record + member("target", std::to_string(random.whole(50, 400))) +
           member("actual", std::to_string(random.whole(50, 400))) + member("reason", "r");
}

DrawnForm draw_form(Random& random) {
    DrawnForm form;
    const bool equal = random.chance(40);
    const std::size_t mode = static_cast<std::size_t>(random.whole(0, 6));
    form.mode = static_cast<Rounding>(mode);
    form.scale = random.whole(0, 3);
    const std::string at = random.of({"", "\"row\"", "\"leaf\"", "\"row\", \"leaf\"", "\"total\"",
                                      "\"row\", \"total\"", "\"level-1\"", "\"level-2\"",
                                      "\"row\", \"leaf\", \"total\""});
    const int rows = equal ? random.whole(3, 9) : 0;
    const int execution = random.whole(5, 30);
    form.rubric = R"--({"heng": "rubric/1", "id": "drawn", "title": "t", "basis": "local",
        "source": "s", "language": "zh", "unit": "元", "points": "100", "rounding": {"scale": )--" +
                  std::to_string(form.scale) + R"(, "mode": ")" + modes[mode] + R"(", "at": [)" +
                  at + R"--(]}, "grades": [{"in": ">= 80", "grade": "优"}, {"in": "< 80",
        "grade": "差"}], "inputs": {"a": {"type": "money"}, "b": {"type": "money"},
        "c": {"type": "count"}, "rows": {"type": "list", "of": "target"}}, "indicators": [
        {"id": "use", "name": "执行", "points": ")--" +
                  std::to_string(execution) +
                  R"--(", "measure": "a / b", "basis": "local", "source": "s",
          "rule": {"kind": "proportional"}, "not_applicable": {"when": "c = 9",
          "treat_as": "rescale"}},
        {"id": "rest", "name": "其余", "points": ")--" +
                  std::to_string(100 - execution) + R"--(", "basis": "local", "source": "s",
          "indicators": [{"id": "late", "name": "逾期", "points": "7", "basis": "local",
            "source": "s", "measure": "c / 3", "rule": {"kind": "step", "norm": "0",
            "side": "above", "every": "1", "deduct": "1", "part": "exact"}},
           {"id": "goals", "name": "目标", "points": ")--" +
                  std::to_string(93 - execution) +
                  R"--(", "basis": "local", "source": "s", "rule": {"kind": "targets",
            "rows": "rows", "weights": ")--" +
                  (equal ? "equal" : "points") + "\"}}]}]}";
    const int b = random.whole(200, 999);
    form.data = member("a", std::to_string(b * random.whole(30, 100) / 100)) +
                member("b", std::to_string(b)) +
                member("c", std::to_string(random.chance(15) ? 9 : random.whole(0, 8)));
    int left = 93 - execution;
    for (int i = 1; equal ? i <= rows : left > 0; ++i) {
        const int points = equal ? 0 : std::min(left, random.whole(4, 23));
        form.rows.push_back({draw_record(random, i, points), ""});
        left -= points;
    }
    return form;
}

std::string text_of(const DrawnForm& form) {
    std::string rows;
    for (const Row& row : form.rows) {
        rows += (rows.empty() ? "" : ", ") + row.record +
                (row.published.empty() ? R"("unit": ""})"
                                       : R"("published": ")" + row.published + "\"}");
    }
    return R"({"heng": "facts/1", "unit": "元", "data": {)" + form.data + R"("rows": [)" + rows +
           R"(]}, "published": {)" + form.published +
           (form.grade.empty() ? "" : member("grade", form.grade)) +
           (form.total.empty() ? R"("x-end": 0}})" : R"("total": ")" + form.total + "\"}}");
}

/// Prints what scoring gives, each figure rounded as the rubric rounds. False where it has no
/// score.
bool print(DrawnForm& form, Random& random) {
    const auto rubric = RubricDocument::parse(form.rubric);
    REQUIRE_MESSAGE(rubric.has_value(), form.rubric);
    const auto facts = Facts::parse(*rubric, text_of(form));
    REQUIRE_MESSAGE(facts.has_value(), text_of(form));
    const auto sheet = score(*facts);
    if (!sheet) {
        return false;
    }
    const auto shown = [&](const Points& points) {
        return points.value().rounded(form.scale, form.mode).to_string();
    };
    std::string scores;
    std::size_t row = 0;
    for (const Item& item : sheet->items) {
        if (item.kind == ItemKind::row) {
            form.rows.at(row++).published = shown(item.score);
        } else if (item.kind == ItemKind::branch ? random.chance(30)
                                                 : item.id != "goals" || random.chance(30)) {
            scores += member(item.id, shown(item.score));
        }
    }
    form.published = "\"scores\": {" + scores + "\"x-end\": 0}, ";
    form.total = shown(sheet->total);
    form.grade = random.chance(50) ? sheet->grade : "";
    return true;
}

std::vector<std::string> accusations(const DrawnForm& form) {
    const auto rubric = RubricDocument::parse(form.rubric);
    REQUIRE(rubric.has_value());
    const auto report = audit(*rubric, text_of(form));
    REQUIRE(report.has_value());
    std::vector<std::string> lines;
    for (const Finding& each : report->findings) {
        if (each.severity != Severity::note) {
            lines.push_back(each.code + ' ' + each.pointer + ' ' + each.message);
        }
    }
    CHECK(report->checked.compared > 0);
    return lines;
}

/// A form with one figure changed; nothing where it has no such figure.
using Plant = bool (*)(DrawnForm&, Random&);

bool shift(std::string& figure, int by) {
    const auto value = Decimal::parse(figure);
    if (!value || figure.empty()) {
        return false;
    }
    figure = (*value + Decimal{by}).to_string();
    return true;
}

const std::vector<Plant> defects{
    [](DrawnForm& form, Random& random) {
        return shift(form.total, random.of(std::vector<int>{-7, -3, 3, 8}));
    },
    [](DrawnForm& form, Random& random) {
        Row& row = form.rows.at(
            static_cast<std::size_t>(random.whole(0, static_cast<int>(form.rows.size()) - 1)));
        return shift(row.published, random.of(std::vector<int>{-2, 2, 40}));
    },
    [](DrawnForm& form, Random&) {
        form.grade = form.grade == "优" ? "差" : form.grade == "差" ? "优" : "中";
        return true;
    },
    [](DrawnForm& form, Random&) {
        form.published += member("totl", "90");
        return true;
    },
    [](DrawnForm& form, Random&) {
        const std::size_t at = form.rows.front().record.find("\"actual\"");
        if (at == std::string::npos || form.rows.front().published == "0") {
            return false;
        }
        form.rows.front().record.resize(at);
        return true;
    },
    [](DrawnForm& form, Random&) {
        form.rows.push_back(form.rows.front());
        return true;
    },
};

} // namespace

TEST_CASE("what scoring gives raises no error and no warning, however the rubric rounds") {
    Random random{20241231};
    int printed = 0;
    int accused = 0;
    for (int i = 0; i < 4000; ++i) {
        DrawnForm form = draw_form(random);
        if (!print(form, random)) {
            continue;
        }
        ++printed;
        const auto lines = accusations(form);
        if (!lines.empty() && ++accused <= 5) {
            CAPTURE(form.rubric);
            CAPTURE(text_of(form));
            CHECK(lines.front() == "");
        }
    }
    CHECK(printed > 3900);
    CHECK(accused == 0);
}

TEST_CASE("one defect planted in such a form is found") {
    Random random{20250101};
    for (std::size_t kind = 0; kind < defects.size(); ++kind) {
        int planted = 0;
        for (int i = 0; i < 150; ++i) {
            DrawnForm form = draw_form(random);
            if (!print(form, random) || !defects[kind](form, random)) {
                continue;
            }
            ++planted;
            if (accusations(form).empty()) {
                CAPTURE(kind);
                CAPTURE(form.rubric);
                CAPTURE(text_of(form));
                CHECK(std::string{"found"} == "");
                break;
            }
        }
        CHECK(planted > 50);
    }
}
