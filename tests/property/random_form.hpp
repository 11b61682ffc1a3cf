// SPDX-License-Identifier: Apache-2.0
//
// Random rubrics of the shapes that real forms have (target rows, lists, dates, levels, a
// department's units, assessed scores), and documents for them: ties, plain ones, hostile ones.
//
//     Random random{7};
//     const DrawnForm form = draw_form(random);
//     RubricDocument::parse(form.rubric);
//     draw_form_document(random, form, hostile);       // a line of facts/1
#pragma once

#include "support/facts_text.hpp"
#include "support/random_rubric.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace heng::test {

struct DrawnForm {
    std::string rubric{};
    bool lists = true;                   ///< else there is none, and no assessed score
    bool units = false;                  ///< documents may have a department's units
    int row_points = 0;                  ///< which the rows of `goals` come to
    std::map<std::string, int> scores{}; ///< the points of what may be assessed, by id
};

/// The inputs of every form: path, declaration, and what becomes of it in a department.
struct FormInput {
    std::string path;
    std::string declaration;
    std::string aggregate;
};

inline const std::vector<FormInput>& form_inputs() {
    static const std::vector<FormInput> inputs{
        {"m.annual", R"("type": "money", "minimum": "0")", "sum"},
        {"m.executed", R"("type": "money", "minimum": "0")", "sum"},
        {"m.last", R"("type": "money", "optional": true, "default": "12.5")", "own"},
        {"rate", R"("type": "percent", "minimum": "0")", "mean"},
        {"late", R"("type": "count")", "sum"},
        {"open", R"("type": "count", "optional": true, "default": "2")", "own"},
        {"done", R"("type": "boolean")", "all"},
        {"fine", R"("type": "boolean")", "any"},
        {"due", R"("type": "date")", "own"},
        {"filed", R"("type": "date", "optional": true)", "own"},
        {"kind", R"("type": "text")", "own"},
        {"contracts",
         R"("type": "list", "of": {"late": {"type": "boolean"}, "days": {"type": "count"},
            "amount": {"type": "money", "minimum": "0"}, "signed": {"type": "date"},
            "kind": {"type": "text"},
            "share": {"type": "percent", "optional": true, "default": "1"}})",
         "concatenate"},
        {"goals", R"("type": "list", "of": "target")", "own"},
        {"marks", R"("type": "list", "of": "target")", "concatenate"}};
    return inputs;
}

// ---------------------------------------------------------------- rubrics

/// One of the expressions, which reads no list where there is none.
inline std::string draw_of(Random& random, const DrawnForm& form,
                           std::initializer_list<const char*> expressions) {
    std::string drawn = random.of(expressions);
    while (!form.lists && drawn.find("contracts") != std::string::npos) {
        drawn = random.of(expressions);
    }
    return drawn;
}

inline std::string draw_form_measure(Random& random, const DrawnForm& form) {
    return draw_of(
        random, form,
        {"m.executed / m.annual", "executed_rate", "rate", "late", "late + open",
         "count(contracts)", "count(contracts[late])", "sum(contracts.amount)",
         "count(contracts[days > 30]) / count(contracts)", "count(contracts[kind = \\\"open\\\"])",
         "count(contracts[late or share < 0.5])", "sum(contracts[not(late)].amount) / m.annual",
         "(filed - due).days", "if filed <= due then 0 else (filed - due).days",
         "max(contracts.days)", "(m.executed - m.last) / m.last", "1 - rate"});
}

inline std::string draw_form_condition(Random& random, const DrawnForm& form) {
    return draw_of(random, form,
                   {"done", "done and fine", "filed <= due", "kind = \\\"good\\\"", "late = 0",
                    "some c in contracts satisfies c.days > 60",
                    "every c in contracts satisfies c.signed <= due", "count(contracts) = 0",
                    "rate >= 0.9", "m.annual = 0", "kind in (\\\"good\\\", \\\"fair\\\")",
                    "due < @\\\"2023-07-01\\\"", "executed_rate < 0.5"});
}

inline std::string draw_form_bands(Random& random, const DrawnForm& form, int points) {
    const bool range = form.lists && random.chance(25);
    const std::string edge = random.of({"0.5", "1", "2", "0.9"});
    const std::string middle = std::to_string(points / 2);
    return R"("rule": {"kind": "bands", "bands": [{"in": "<= )" + edge + R"(", "score": ")" +
           std::to_string(points) + R"("}, {"in": "> )" + edge + R"(", )" +
           (range ? R"("score_range": ["0", ")" + middle + "\"]" : R"("score": ")" + middle + '"') +
           "}]}";
}

inline std::string draw_form_targets(Random& random, bool points) {
    return std::string{R"("rule": {"kind": "targets", "rows": ")"} + (points ? "goals" : "marks") +
           R"(", "weights": ")" + (points ? "points" : "equal") + R"(", "dialect": ")" +
           random.of({"80-60", "80-50"}) + '"' +
           (random.chance(40)
                ? R"(, "far_above": {"from": ")" + random.of({"1.3", "2", "1"}) +
                      random.of({"\"", R"(", "side": "<=")", R"(", "side": "=")"}) + ", " +
                      random.of({R"("deduct": "0.5")", R"("deduct": "2")", R"("share": "0.2")",
                                 R"("proportional": true)"}) +
                      "}"
                : "") +
           "}";
}

/// A leaf of `kind` 0 … 9; from 10 on any of them.
inline std::string draw_form_rule(Random& random, DrawnForm& form, const std::string& id,
                                  int points, int kind) {
    const std::string measure = R"("measure": ")" + draw_form_measure(random, form) + "\", ";
    const std::string full = std::to_string(points);
    switch (kind) {
    case 0:
        form.row_points = points;
        return draw_form_targets(random, true);
    case 1:
        return draw_form_targets(random, false);
    case 2:
        form.scores[id] = points;
        return R"("rule": {"kind": "assessed"})";
    case 3: {
        const std::string bands = draw_form_bands(random, form, points);
        if (bands.find("score_range") != std::string::npos) {
            form.scores[id] = points / 2;
        }
        return measure + bands;
    }
    case 4:
        return R"("measure": "kind", "rule": {"kind": "categories", "scores": {"good": ")" + full +
               R"(", "fair": "1", "poor": "0"}})";
    case 5:
        return measure + R"("rule": {"kind": "step", "norm": ")" + random.of({"0", "1", "0.3"}) +
               R"(", "side": ")" + random.of({"above", "below"}) + R"(", "every": ")" +
               random.of({"0.05", "0.3", "7"}) + R"(", "deduct": ")" + random.of({"0.5", "0.07"}) +
               R"(", "part": ")" + random.of({"whole", "started", "exact"}) + "\"}";
    case 6:
        return R"--("rule": {"kind": "occurrences", "each": [{"count": "count(contracts[late])",
               "deduct": "0.5", "label": "late"}, {"count": ")--" +
               random.of({"late", "count(contracts[days > 30 and amount >= 5])"}) +
               R"--(", "deduct": "0.75", "at_most": "2", "label": "long"}])--" +
               random.of({"}", R"(, "none_from": "5"})"});
    case 7:
        return R"("rule": {"kind": "condition", "when": ")" + draw_form_condition(random, form) +
               "\"}";
    case 8:
        return R"("rule": {"kind": "formula", "score": ")" + draw_form_measure(random, form) +
               R"( * )" + random.of({"2", "0.35", full.c_str()}) + "\"}";
    default:
        return measure + R"("rule": {"kind": "proportional", "cap": ")" +
               random.of({"1", "1.2", "3"}) + R"(", "if_zero_denominator": ")" +
               random.of({"full", "zero", "error"}) + '"' + random.of({"}", R"(, "pass": "0.6"})"});
    }
}

inline std::string draw_form_leaf(Random& random, DrawnForm& form, const std::string& id,
                                  int points, int kind) {
    std::string rule = draw_form_rule(random, form, id, points, kind);
    if (form.units && kind > 1 && random.chance(20)) {
        rule += R"(, "units": {"score": "score-then-weight", "treat_as": "leave"})";
    }
    std::string beside;
    if (kind <= 1 || random.chance(35)) {
        beside = R"("not_applicable": {"when": ")" +
                 (kind == 0   ? "count(goals) = 0"
                  : kind == 1 ? "count(marks) = 0"
                              : draw_form_condition(random, form)) +
                 R"(", "treat_as": ")" + random.of({"full", "zero", "rescale"}) + "\"}, ";
    }
    if (random.chance(15)) {
        beside += R"("adjustments": [{"id": "x", "when": ")" + draw_form_condition(random, form) +
                  R"(", ")" + random.of({"deduct", "at_most"}) + R"(": "1", "reason": "r"}], )";
    }
    return R"({"id": ")" + id + R"(", "name": "指标)" + id + R"(", "points": ")" +
           std::to_string(points) + "\", " + beside + rule + "}";
}

inline std::string form_declarations(const DrawnForm& form) {
    std::string text;
    for (const FormInput& input : form_inputs()) {
        if (!form.lists && input.declaration.find("\"list\"") != std::string::npos) {
            continue;
        }
        text += (text.empty() ? "\"" : ", \"") + input.path + "\": {" + input.declaration +
                (form.units ? R"(, "aggregate": ")" + input.aggregate + '"' : "") + "}";
    }
    return text;
}

/// Two or three branches of one to four leaves; rows of `goals` in one leaf at most.
inline DrawnForm draw_form(Random& random, bool lists) {
    DrawnForm form;
    form.lists = lists;
    form.units = lists && random.chance(25);
    std::vector<int> kinds{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 9, 3, 5, 7, 2};
    if (!lists) {
        kinds = {3, 4, 5, 7, 8, 9, 9, 3, 5, 7, 4, 8, 9, 9, 3};
    }
    std::string branches;
    int total = 0;
    std::string first;
    for (int i = 0; i < random.whole(2, 3); ++i) {
        const std::string branch = "b" + std::to_string(i);
        std::string leaves;
        int sum = 0;
        for (int j = 0; j < random.whole(1, 4); ++j) {
            const auto at = static_cast<std::size_t>(
                random.whole(0, std::min(static_cast<int>(kinds.size()) - 1, 9)));
            const int kind = kinds[at];
            kinds.erase(kinds.begin() + static_cast<std::ptrdiff_t>(at));
            const int points = random.whole(2, kind <= 1 ? 40 : 12);
            sum += points;
            leaves += (j > 0 ? ",\n  " : "") +
                      draw_form_leaf(random, form, branch + ".l" + std::to_string(j), points, kind);
        }
        total += sum;
        branches += (i > 0 ? ",\n " : "") + (R"({"id": ")" + branch) + R"(", "name": ")" + branch +
                    R"(", "points": ")" + std::to_string(sum) + "\", " +
                    (random.chance(15) ? R"("adjustments": [{"id": "y", "when": ")" +
                                             draw_form_condition(random, form) +
                                             R"(", "at_most": "3", "reason": "r"}], )"
                                       : "") +
                    "\"indicators\": [" + leaves + "]}";
    }
    const std::string at =
        random.of({"[]", R"(["leaf"])", R"(["row", "leaf"])", R"(["level-1"])",
                   R"(["row", "level-1", "total"])", R"(["leaf", "total"])", R"(["total"])"});
    const std::string half = std::to_string(total / 2);
    form.rubric =
        R"({"heng": "rubric/1", "id": "form", "title": "form", "basis": "local", "source": "made",
 "language": ")" +
        random.of({"zh", "en"}) + R"(", "unit": ")" + random.of({"万元", "元"}) +
        R"(", "points": ")" + std::to_string(total) + R"(", "rounding": {"scale": )" +
        std::to_string(random.whole(0, 2)) + R"(, "mode": ")" +
        random.of({"half-up", "half-up", "half-even", "half-down", "up", "floor"}) +
        R"(", "at": )" + at + R"(}, "grades": [{"in": ">= )" + half +
        R"(", "grade": "优"}, {"in": "< )" + half + R"(", "grade": "差"}], )" +
        (form.units ? R"("units": {"weight": "m.annual"}, )" : "") + R"("inputs": {)" +
        form_declarations(form) +
        R"(}, "values": {"executed_rate": "m.executed / m.annual"}, "indicators": [)" + branches +
        "]" +
        (random.chance(25)
             ? R"(, "adjustments": [{"id": "cap", "when": ")" + draw_form_condition(random, form) +
                   R"(", "at_most": ")" + half + R"(", "reason": "r"}])"
             : "") +
        "}";
    return form;
}

// ---------------------------------------------------------------- documents

inline std::string draw_form_amount(Random& random) {
    return random.of({"0", "1", "3", "8", "12.5", "100", "999.99", "287", "171", "\"2605\"",
                      "\"3000\"", "\"0.01\"", "40.80", "1234567.89"});
}

inline std::string draw_form_day(Random& random) {
    return "\"2023-" + random.of({"01", "06", "07", "12"}) + '-' +
           random.of({"01", "15", "28", "30"}) + '"';
}

/// What no department would send, or hardly any.
inline std::string draw_hostile_value(Random& random) {
    return random.of({"null",
                      "true",
                      "\"?\"",
                      "\"\"",
                      "[]",
                      "{}",
                      "-1",
                      "\"-0.01\"",
                      "1e3",
                      "25e-1",
                      "0e5",
                      "9223372036854775807",
                      "\"9223372036854775808\"",
                      "1e30",
                      "0.00000000000000000001",
                      "\"123456789012345678901234567890.123456\"",
                      "\"约99%\"",
                      "\"1,000\"",
                      "\"99%\"",
                      "\"2023-02-30\"",
                      "\"２０２３\"",
                      "\"\\u0031\\u0032\"",
                      "\"100.5%\"",
                      "2.5",
                      "\" 1\"",
                      "[{\"late\": true}]",
                      "\"met\"",
                      "0.30000000000000004"});
}

inline std::string draw_form_contracts(Random& random, bool hostile) {
    std::string rows;
    for (int i = random.whole(0, 6); i > 0; --i) {
        std::map<std::string, std::string> row{
            {"late", random.of({"true", "false", "false"})},
            {"days", std::to_string(random.whole(0, 90))},
            {"amount", draw_form_amount(random)},
            {"signed", draw_form_day(random)},
            {"kind", random.of({"\"open\"", "\"single\"", "\"\""})}};
        if (random.chance(30)) {
            row["share"] = random.of({"0.5", "\"49.9%\"", "1", "\"80%\""});
        }
        if (hostile && random.chance(20)) {
            auto at = row.begin();
            std::advance(at, random.whole(0, static_cast<int>(row.size()) - 1));
            at->second = draw_hostile_value(random);
        }
        if (hostile && random.chance(10)) {
            row[random.of({"x-note", "dayz", "other"})] = "1";
        }
        rows += (rows.empty() ? "" : ", ") + object_text(row);
    }
    return '[' + rows + ']';
}

/// What a record's rule of its own needs beside it.
inline void draw_row_rule(Random& random, std::map<std::string, std::string>& row, bool level) {
    const std::string rule =
        level ? "all" : random.of({"all", "pass", "per_point", "date", "ratio"});
    row["rule"] = '"' + rule + '"';
    if (rule == "pass") {
        row["least"] = random.of({"\"60%\"", "0.8", "1"});
    }
    if (rule == "per_point" || rule == "date") {
        row["deduct"] = random.of({"\"0.5\"", "0.1", "\"0.07\""});
    }
    if (rule == "date") {
        row["direction"] = "\"<=\"";
        row["target"] = draw_form_day(random);
        row["actual"] = draw_form_day(random);
    }
    if (random.chance(30)) {
        row["floor"] = random.of({"\"0\"", "\"0.5\"", "1"});
    }
    if (random.chance(20)) {
        row["cap"] = random.of({"\"1\"", "\"2.5\""});
    }
}

inline std::string draw_target(Random& random, bool hostile) {
    const bool level = random.chance(30);
    std::map<std::string, std::string> row{
        {"name", random.of({"\"培训人次\"", "\"a\"", "\"满意度\\\"一\\\"\""})}};
    if (level) {
        const std::string word = random.of({"met", "met", "partly", "not"});
        row["direction"] = random.of({"\"level\"", "\"level\"", "\"定性\""});
        row["level"] = '"' + word + '"';
        if (word != "met" || random.chance(30)) {
            row["rate"] = word == "met"      ? random.of({"\"80%\"", "1", "\"92.5%\""})
                          : word == "partly" ? random.of({"\"60%\"", "0.799", "\"75%\""})
                                             : random.of({"\"0%\"", "0.2", "\"49.99%\""});
        }
    } else {
        const bool percent = random.chance(30);
        const auto figure = [&] {
            return percent ? random.of({"\"100%\"", "\"98%\"", "\"95.5%\"", "\"0%\"", "\"130%\""})
                           : random.of({"\"3\"", "4", "\"1\"", "\"0\"", "8", "\"735\"", "\"2.5\"",
                                        "\"-1\"", "12"});
        };
        row["direction"] = random.of({"\">=\"", "\"<=\"", "\"=\"", "\"≥\""});
        row["target"] = figure();
        row["actual"] = figure();
    }
    if (random.chance(20)) {
        draw_row_rule(random, row, level);
    }
    for (const char* const key : {"block", "unit", "reason"}) {
        if (random.chance(30)) {
            row[key] = random.of({"\"%\"", "\"数量指标\"", "\"\""});
        }
    }
    if (hostile && random.chance(15)) {
        auto at = row.begin();
        std::advance(at, random.whole(0, static_cast<int>(row.size()) - 1));
        at->second = draw_hostile_value(random);
    }
    return object_text(row);
}

/// Rows whose points, where they have any, come to `points`, or nearly so.
inline std::string draw_targets(Random& random, int points, bool hostile) {
    std::string rows;
    int halves = 2 * points + (hostile && random.chance(10) ? 1 : 0);
    for (int left = random.whole(points > 0 ? 1 : 0, 9); left > 0; --left) {
        std::string row = draw_target(random, hostile);
        if (points > 0) {
            const int own = left == 1 ? halves : random.whole(0, halves / left * 2);
            const int taken = std::min(own, halves);
            halves -= taken;
            row.insert(1, R"("points": ")" + std::to_string(taken / 2) +
                              (taken % 2 != 0 ? ".5\", " : "\", "));
        }
        rows += (rows.empty() ? "" : ", ") + row;
    }
    return '[' + rows + ']';
}

/// The facts of a department or of one of its units.
inline std::map<std::string, std::string> draw_form_data(Random& random, const DrawnForm& form,
                                                         bool hostile) {
    std::map<std::string, std::string> data{
        {"m.annual", draw_form_amount(random)},
        {"m.executed", draw_form_amount(random)},
        {"m.last", draw_form_amount(random)},
        {"rate", random.of({"\"96.6%\"", "0.9", "\"100%\"", "0", "\"89.995%\"", "1.25"})},
        {"late", std::to_string(random.whole(0, 5))},
        {"open", std::to_string(random.whole(0, 3))},
        {"done", random.of({"true", "false"})},
        {"fine", random.of({"true", "false"})},
        {"due", draw_form_day(random)},
        {"filed", draw_form_day(random)},
        {"kind", random.of({"\"good\"", "\"fair\"", "\"poor\"", "\"good\""})},
        {"contracts", draw_form_contracts(random, hostile)},
        {"goals", draw_targets(random, form.row_points, hostile)},
        {"marks", draw_targets(random, 0, hostile)}};
    for (const char* const path : {"m.last", "open", "filed"}) {
        if (random.chance(20)) {
            data.erase(path);
        }
    }
    for (int spoilt = hostile ? random.whole(0, 2) : 0; spoilt > 0; --spoilt) {
        auto at = data.begin();
        std::advance(at, random.whole(0, static_cast<int>(data.size()) - 1));
        random.chance(25) ? static_cast<void>(data.erase(at))
                          : static_cast<void>(at->second = draw_hostile_value(random));
    }
    if (hostile && random.chance(10)) {
        data[random.of({"other", "m.anual", "x-note"})] = draw_hostile_value(random);
    }
    return data;
}

inline std::string draw_form_assessed(Random& random, const DrawnForm& form, bool hostile) {
    std::string text;
    for (const auto& [id, points] : form.scores) {
        if (hostile && random.chance(15)) {
            continue;
        }
        const std::string score = hostile && random.chance(15)
                                      ? draw_hostile_value(random)
                                      : '"' + std::to_string(random.whole(0, points - 1)) +
                                            random.of({"\"", ".25\"", ".5\"", "\""});
        text += (text.empty() ? "\"" : ", \"") + id + R"(": {"score": )" + score +
                (hostile && random.chance(15) ? "}" : R"(, "reason": "现场核查"})");
    }
    return text;
}

inline std::string draw_form_document(Random& random, const DrawnForm& form, bool hostile) {
    const std::string unit = hostile && random.chance(10)
                                 ? random.of({"\"usd\"", "\"亿元\"", "1"})
                                 : random.of({"\"万元\"", "\"万元\"", "\"元\""});
    std::string units;
    for (int i = form.units && random.chance(60) ? random.whole(1, 3) : 0; i > 0; --i) {
        units += (units.empty() ? "" : ", ") +
                 (R"({"subject": {"name": "单位)" + std::to_string(i)) + R"("}, "data": )" +
                 object_text(draw_form_data(random, form, hostile)) + R"(, "assessed": {)" +
                 draw_form_assessed(random, form, hostile) + "}}";
    }
    return R"({"heng": "facts/1", )" +
           (random.chance(70) ? R"("subject": {"name": "示例局", "year": )" +
                                    std::to_string(random.whole(2022, 2024)) + "}, "
                              : "") +
           R"("unit": )" + unit + R"(, "data": )" +
           object_text(draw_form_data(random, form, hostile)) + R"(, "assessed": {)" +
           draw_form_assessed(random, form, hostile) + "}" +
           (units.empty() ? "" : R"(, "units": [)" + units + "]") + "}";
}

} // namespace heng::test
