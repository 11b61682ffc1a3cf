// SPDX-License-Identifier: Apache-2.0
//
// Small random rubrics with every rule kind, and random facts for them, for property tests.
//
//     Random random{7};
//     const DrawnRubric drawn = draw_rubric(random);
//     const auto rubric = RubricDocument::parse(drawn.text);
//     const auto facts = Facts::parse(*rubric, text_of(draw_facts(random, drawn)));
//
// Numbers are short, so that edges of bands, knots and steps are met often.
#pragma once

#include "facts_text.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <map>
#include <random>
#include <string>
#include <vector>

namespace heng::test {

class Random {
  public:
    explicit Random(std::uint64_t seed) : engine_(seed) {}

    /// In low … high.
    int whole(int low, int high) {
        return low + static_cast<int>(engine_() % static_cast<std::uint64_t>(high - low + 1));
    }
    bool chance(int percent) { return whole(1, 100) <= percent; }
    template <class T>
    const T& of(const std::vector<T>& list) {
        return list[static_cast<std::size_t>(whole(0, static_cast<int>(list.size()) - 1))];
    }
    std::string of(std::initializer_list<const char*> list) {
        return *(list.begin() + whole(0, static_cast<int>(list.size()) - 1));
    }

  private:
    std::mt19937_64 engine_;
};

/// The scores that a leaf may have, from its floor to its points and extra.
struct DrawnRoom {
    int least = 0;
    int most = 0;
};

struct DrawnRubric {
    std::string text;
    std::vector<std::string> assessed{};      ///< ids of leaves
    std::vector<std::string> in_bands{};      ///< those of them that are so in some bands
    std::map<std::string, DrawnRoom> rooms{}; ///< of each leaf that is assessed
};

/// The inputs of every drawn rubric: path and declaration.
inline const std::map<std::string, std::string>& drawn_inputs() {
    static const std::map<std::string, std::string> inputs{
        {"a", R"({"type": "number", "minimum": -5, "maximum": 5})"},
        {"b", R"({"type": "number", "minimum": 0, "maximum": 4})"},
        {"money.spent", R"({"type": "money", "minimum": 0, "maximum": 12})"},
        {"money.budget", R"({"type": "money", "minimum": 1, "maximum": 10})"},
        {"rate", R"({"type": "percent", "minimum": 0, "maximum": "120%"})"},
        {"late", R"({"type": "count", "maximum": 6})"},
        {"open", R"({"type": "count"})"},
        {"ok", R"({"type": "boolean"})"},
        {"fine", R"({"type": "boolean"})"},
        {"kind", R"({"type": "text"})"},
        {"extra", R"({"type": "number", "optional": true, "default": 1})"},
        {"rows", R"({"type": "list", "of": {"bad": {"type": "boolean"},
            "size": {"type": "number", "minimum": 0, "maximum": 3}}})"},
        {"goals", R"({"type": "list", "of": "target"})"}};
    return inputs;
}

/// A measure; `domain` says over which numbers it goes, for the parameters of a rule.
inline std::string draw_measure(Random& random) {
    return random.of({"a",
                      "b",
                      "rate",
                      "money.spent / money.budget",
                      "paid",
                      "a + b",
                      "a * b",
                      "b - a",
                      "late",
                      "late + open",
                      "min(a, b)",
                      "max(a, rate)",
                      "abs(a)",
                      "if ok then a else b",
                      "if b = 0 then 1 else a / b",
                      "count(rows)",
                      "count(rows[bad])",
                      "extra * b",
                      "a * a - b",
                      "open / 2",
                      "if rate >= 0.9 then rate else b"});
}

inline std::string draw_condition(Random& random) {
    return random.of({"ok", "fine", "ok and fine", "ok or not(fine)", "a > 0", "b = 0",
                      "rate >= 0.9", "late > 2", "a in [0..2)", "money.spent > money.budget",
                      "count(rows) = 0", "paid < 0.5", R"(kind = \"good\")",
                      "some row in rows satisfies row.bad", "late + open = 0"});
}

inline std::string draw_number(Random& random, int low, int high) {
    const std::string text = std::to_string(random.whole(low, high));
    return random.chance(40) && text != "0" ? text + random.of({".5", ".25", ".75", ".3"}) : text;
}

/// An amount in points, 0 or more whatever the facts are.
inline std::string draw_amount(Random& random) {
    return random.of({"b", "late * 0.5", "2 * count(rows[bad])", "abs(a)", "rate", "open / 2",
                      "if ok then 1.005 else 0"});
}

/// Half of the nodes keep within 0 … points; `text` is the keys of the others.
struct DrawnBeyond {
    int extra = 0;
    int floor = 0;
    std::string text{};
};

inline DrawnBeyond draw_beyond(Random& random, bool bonus = false) {
    DrawnBeyond beyond;
    beyond.extra = bonus || random.chance(30) ? random.whole(1, 3) : 0;
    beyond.floor = random.chance(30) ? random.whole(-3, -1) : 0;
    beyond.text += beyond.extra != 0 ? R"("extra": )" + std::to_string(beyond.extra) + ", " : "";
    beyond.text += beyond.floor != 0 ? R"("floor": )" + std::to_string(beyond.floor) + ", " : "";
    return beyond;
}

/// What an adjustment does to a score of up to so many points: a number, or an expression.
inline std::string draw_action(Random& random, int points) {
    const std::string action = random.of({"at_most", "set", "deduct", "deduct", "add"});
    const bool changes = action == "deduct" || action == "add";
    const std::string value = random.chance(40) ? '"' + draw_amount(random) + '"'
                                                : std::to_string(random.whole(0, points));
    const bool always = changes && value.front() == '"' && random.chance(50);
    return (always ? "" : R"("when": ")" + draw_condition(random) + R"(", )") + '"' + action +
           "\": " + value +
           (changes && random.chance(40) ? R"(, "each_at_most": )" + random.of({"0.5", "1", "2"})
                                         : "");
}

/// One score, or a range around half of the points in which a person gives it.
inline std::string draw_band_score(Random& random, DrawnRoom room, int points) {
    if (random.chance(75)) {
        return R"("score": )" + std::to_string(random.whole(room.least, room.most));
    }
    return R"("score_range": [)" + std::to_string(random.whole(room.least, points / 2)) + ", " +
           std::to_string(random.whole(points / 2, room.most)) + ']';
}

inline std::string draw_bands(Random& random, DrawnRoom room, int points) {
    const int low = random.whole(-2, 1);
    const int high = low + random.whole(1, 3);
    const bool closed = random.chance(50);
    const std::string edge = std::to_string(low);
    const std::string end = std::to_string(high);
    return R"--({"kind": "bands", "bands": [{"in": ")--" + std::string{closed ? "<= " : "< "} +
           edge + R"--(", )--" + draw_band_score(random, room, points) + R"--(}, {"in": ")--" +
           (closed ? "(" : "[") + edge + ".." + end + R"--()", )--" +
           draw_band_score(random, room, points) + R"--(}, {"in": ">= )--" + end + R"--(", )--" +
           draw_band_score(random, room, points) + "}]}";
}

inline std::string draw_knots(Random& random, DrawnRoom room) {
    const int low = random.whole(-2, 1);
    const auto score = [&] {
        return std::to_string(random.whole(room.least, room.most));
    };
    return R"({"kind": "interpolate", "knots": [[)" + std::to_string(low) + ", " + score() +
           "], [" + std::to_string(low + 1) + ", " + score() + "], [" + std::to_string(low + 3) +
           ", " + score() + "]]}";
}

inline std::string draw_steps(Random& random, int points) {
    const auto side = [&](bool adds) {
        return R"({"every": )" + random.of({"0.5", "1", "0.3"}) +
               (adds ? R"(, "add": )" : R"(, "deduct": )") + random.of({"0.5", "1"}) +
               R"(, "part": ")" + random.of({"whole", "started", "exact"}) + '"' +
               (random.chance(30) ? R"(, "at_most": 1})" : "}");
    };
    return R"({"kind": "steps", "base": )" + std::to_string(random.whole(0, points)) +
           R"(, "norm": ")" + random.of({"1", "0.5", "b", "extra", "paid"}) + '"' +
           R"(, "above": )" + side(random.chance(50)) +
           (random.chance(60) ? R"(, "below": )" + side(random.chance(50)) : "") +
           random.of({"}", R"(, "pass": {"least": 0}})", R"(, "pass": {"least": -1, "most": 2}})"});
}

/// What a target loses that was passed by far, or nothing.
inline std::string draw_far_above(Random& random) {
    if (random.chance(50)) {
        return "";
    }
    return R"(, "far_above": {"from": )" + random.of({"1.3", "1.5", "2", "0.9"}) +
           random.of({"", R"(, "side": "<=")", R"(, "side": "=")"}) + ", " +
           random.of({R"("deduct": 0.5)", R"("deduct": 3)", R"("share": 0.2)",
                      R"("proportional": true)"}) +
           "}";
}

/// A rule, with the "measure" before it where it has one.
inline std::string draw_rule(Random& random, int points, const DrawnBeyond& beyond = {}) {
    const DrawnRoom room{beyond.floor, points + beyond.extra};
    const std::string measure = R"("measure": ")" + draw_measure(random) + "\", ";
    const std::string some = std::to_string(random.whole(0, room.most));
    const std::string rule = R"("rule": )";
    switch (random.whole(0, 12)) {
    case 0:
        return measure + rule + R"({"kind": "proportional", "cap": )" +
               random.of({"1", "1.2", "2", "3"}) + (random.chance(40) ? R"(, "pass": 0.5})" : "}");
    case 1:
        return measure + rule + draw_bands(random, room, points);
    case 2:
        return measure + rule + draw_knots(random, room);
    case 3:
        return measure + rule + R"({"kind": "step", "norm": )" + draw_number(random, -1, 2) +
               R"(, "side": ")" + random.of({"above", "below"}) + R"(", "every": )" +
               random.of({"0.5", "1", "0.3"}) + R"(, "deduct": )" + random.of({"0.5", "1"}) +
               R"(, "part": ")" + random.of({"whole", "started", "exact"}) + "\"}";
    case 4:
        return rule + R"({"kind": "occurrences", "each": [{"count": "late", "deduct": )" +
               random.of({"1", "0.5"}) + R"(, "label": "late"}, {"count": ")" +
               random.of({"open", "count(rows[bad])"}) + R"(", "deduct": 0.25, "at_most": 1,)" +
               R"( "label": "open"}])" +
               (random.chance(40) ? R"(, "none_from": )" + std::to_string(random.whole(1, 5)) + "}"
                                  : "}");
    case 5:
        return rule + R"({"kind": "checklist", "items": [{"when": ")" + draw_condition(random) +
               R"(", "score": )" + some + R"(, "label": "one"}, {"when": ")" +
               draw_condition(random) + R"(", "score": )" +
               std::to_string(room.most - std::stoi(some)) + R"(, "label": "two"}]})";
    case 6:
        return rule + R"({"kind": "condition", "when": ")" + draw_condition(random) + "\"}";
    case 7:
        return R"("measure": "if kind = \"good\" then kind else \"other\"", )" + rule +
               R"({"kind": "categories", "scores": {"good": )" + std::to_string(points) +
               R"(, "other": )" + std::to_string(random.whole(room.least, room.most)) + "}}";
    case 8:
        return rule + R"({"kind": "targets", "rows": "goals", "weights": "equal")" +
               draw_far_above(random) + "}";
    case 9:
        return rule + R"({"kind": "assessed"})";
    case 10:
        return measure + rule + draw_steps(random, points);
    case 11:
        return measure + rule + R"({"kind": "tally", "each": )" + random.of({"0.5", "1", "0.3"}) +
               (random.chance(30) ? R"(, "at_most": )" + some + "}" : "}");
    default:
        return rule + R"({"kind": "formula", "score": ")" + draw_measure(random) + " * 2\"}";
    }
}

inline std::string draw_leaf(Random& random, DrawnRubric& drawn, const std::string& id,
                             int points) {
    const DrawnBeyond beyond = draw_beyond(random, points == 0);
    const std::string rule = draw_rule(random, points, beyond);
    std::string beside = beyond.text;
    const bool in_bands = rule.find("score_range") != std::string::npos;
    if (in_bands || rule.find("\"assessed\"") != std::string::npos) {
        drawn.assessed.push_back(id);
        drawn.rooms[id] = {beyond.floor, points + beyond.extra};
        drawn.in_bands.insert(drawn.in_bands.end(), in_bands ? 1 : 0, id);
    }
    if (rule.find("\"targets\"") != std::string::npos || random.chance(20)) {
        beside += R"("not_applicable": {"when": ")" +
                  (rule.find("\"targets\"") != std::string::npos ? "count(goals) = 0"
                                                                 : draw_condition(random)) +
                  R"(", "treat_as": ")" + random.of({"full", "zero", "rescale"}) + "\"}, ";
    }
    if (random.chance(20)) {
        beside += R"("adjustments": [{"id": "x", )" + draw_action(random, points) +
                  R"(, "reason": "r"}], )";
    }
    return R"({"id": ")" + id + R"(", "name": ")" + id + R"(", "points": )" +
           std::to_string(points) + ", " + beside + rule + "}";
}

/// A rubric of 2 or 3 branches with 1 to 3 leaves each, and one leaf of 2 points that always
/// applies.
inline DrawnRubric draw_rubric(Random& random) {
    DrawnRubric drawn;
    std::string branches;
    int total = 2;
    const int count = random.whole(2, 3);
    for (int i = 0; i < count; ++i) {
        const std::string branch = "b" + std::to_string(i);
        std::string leaves;
        int sum = 0;
        const int below = random.whole(1, 3);
        for (int j = 0; j < below; ++j) {
            const int points = j > 0 && random.chance(10) ? 0 : random.whole(1, 6); // 加分项
            sum += points;
            leaves += (j > 0 ? ",\n  " : "") +
                      draw_leaf(random, drawn, branch + ".l" + std::to_string(j), points);
        }
        total += sum;
        branches += R"({"id": ")" + branch + R"(", "name": ")" + branch + R"(", "points": )" +
                    std::to_string(sum) + ", " + draw_beyond(random).text +
                    (random.chance(20) ? R"("adjustments": [{"id": "y", )" +
                                             draw_action(random, sum) + R"(, "reason": "r"}], )"
                                       : "") +
                    "\"indicators\": [" + leaves + "]},\n ";
    }
    branches += R"({"id": "base", "name": "base", "points": 2, "rule": {"kind": "formula",)"
                R"( "score": "1.005 + b / 7"}})";
    std::string inputs;
    for (const auto& [path, declaration] : drawn_inputs()) {
        inputs += (inputs.empty() ? "" : ", ") + ('"' + path + "\": ") + declaration;
    }
    const std::string at = random.of({"[]", R"(["leaf"])", R"(["level-1", "total"])",
                                      R"(["leaf", "level-1"])", R"(["row", "total"])"});
    std::string adjustments;
    if (random.chance(40)) {
        const std::string grade = R"({"id": "grade", "when": ")" + draw_condition(random) +
                                  R"(", "grade_at_most": ")" + random.of({"fair", "poor"}) +
                                  R"(", "reason": "r"})";
        const std::string action =
            R"({"id": "cap", )" + draw_action(random, total) + R"(, "reason": "r"})";
        adjustments = R"(, "adjustments": [)" +
                      (random.chance(30)   ? grade
                       : random.chance(30) ? grade + ", " + action
                                           : action) +
                      "]";
    }
    const std::string grades = R"--([{"in": ">= 12", "grade": "good"}, {"in": "[6..12)",
 "grade": "fair"}, {"in": "< 6", "grade": "poor"}])--";
    drawn.text = R"({"heng": "rubric/1", "id": "drawn", "title": "drawn", "language": "en",)"
                 R"( "unit": "万元", "points": )" +
                 std::to_string(total) + ", " + draw_beyond(random).text +
                 R"("rounding": {"scale": )" + std::to_string(random.whole(0, 2)) +
                 R"(, "mode": ")" + random.of({"half-up", "half-even", "down", "ceiling"}) +
                 R"(", "at": )" + at + "}, \"grades\": " + grades + ", \"inputs\": {" + inputs +
                 R"(}, "values": {"paid": "money.spent / money.budget"}, "indicators": [)" +
                 branches + "]" + adjustments + "}";
    return drawn;
}

/// Facts as the JSON of each input, and the scores that were assessed.
struct DrawnFacts {
    std::map<std::string, std::string> data;
    std::map<std::string, std::string> assessed;
};

inline std::string draw_rows(Random& random) {
    std::string rows;
    const int count = random.whole(0, 4);
    for (int i = 0; i < count; ++i) {
        rows += (i > 0 ? ", " : "") + (R"({"bad": )" + random.of({"true", "false"})) +
                R"(, "size": )" + std::to_string(random.whole(0, 3)) + "}";
    }
    return '[' + rows + ']';
}

/// The rule of a row's own, its least and its most, or nothing.
inline std::string draw_row_rule(Random& random) {
    return random.of({"", "", "", R"(, "rule": "all")", R"(, "rule": "pass", "least": "60%")",
                      R"(, "rule": "per_point", "deduct": 0.05)",
                      R"(, "rule": "per_point", "deduct": 0.02, "part": "whole")",
                      R"(, "rule": "per_point", "deduct": 0.02, "part": "started")"});
}

inline std::string draw_row_bounds(Random& random) {
    return random.of(
        {"", "", "", R"(, "floor": 0.1)", R"(, "cap": 0.2)", R"(, "floor": 0.05, "cap": 0.15)"});
}

inline std::string draw_day(Random& random) {
    return R"("2024-01-0)" + std::to_string(random.whole(1, 9)) + '"';
}

/// A target by numbers, by date or by level; none has less than a sixth of a point.
inline std::string draw_goal(Random& random, const std::string& name) {
    const std::string begin = R"({"name": ")" + name + R"(", "direction": ")";
    const std::string bounds = draw_row_bounds(random);
    if (random.chance(20)) {
        return begin + R"(<=", "rule": "date", "target": )" + draw_day(random) + R"(, "actual": )" +
               draw_day(random) + random.of({"", R"(, "deduct": 0.1)", R"(, "deduct": 0.01)"}) +
               bounds + "}";
    }
    if (random.chance(20)) {
        return begin + R"(level", "level": )" +
               random.of({R"("met")", R"("met", "rate": "90%")", R"("partly", "rate": "70%")",
                          R"("not", "rate": "20%")"}) +
               random.of({"", R"(, "rule": "all")"}) + bounds + "}";
    }
    return begin + random.of({">=", "<=", "="}) + R"(", "target": )" +
           std::to_string(random.whole(0, 4)) + R"(, "actual": )" + draw_number(random, 0, 5) +
           draw_row_rule(random) + bounds + "}";
}

inline std::string draw_goals(Random& random) {
    std::string rows;
    const int count = random.whole(0, 3);
    for (int i = 0; i < count; ++i) {
        rows += (i > 0 ? ", " : "") + draw_goal(random, "g" + std::to_string(i));
    }
    return '[' + rows + ']';
}

/// One value of an input, inside its domain.
inline std::string draw_fact(Random& random, const std::string& path) {
    const auto flag = [&] {
        return random.of({"true", "false"});
    };
    if (path == "a") {
        return random.chance(30) ? random.of({"-5", "5", "0"}) : draw_number(random, -4, 4);
    }
    if (path == "b") {
        return random.chance(30) ? random.of({"4", "0"}) : draw_number(random, 0, 3);
    }
    if (path == "money.spent") {
        return draw_number(random, 0, 11);
    }
    if (path == "money.budget") {
        return draw_number(random, 1, 9);
    }
    if (path == "rate") {
        return random.of({"0", "0.5", "\"89.99%\"", "0.9", "1", "\"120%\"", "0.731"});
    }
    if (path == "late") {
        return std::to_string(random.whole(0, 6));
    }
    if (path == "open") {
        return std::to_string(random.chance(20) ? random.whole(0, 1'000) : random.whole(0, 5));
    }
    if (path == "kind") {
        return random.of({"\"good\"", "\"bad\"", "\"\""});
    }
    if (path == "extra") {
        return random.of({"-1", "0", "1", "2.5"});
    }
    return path == "rows" ? draw_rows(random) : path == "goals" ? draw_goals(random) : flag();
}

inline DrawnFacts draw_facts(Random& random, const DrawnRubric& drawn) {
    DrawnFacts facts;
    for (const auto& [path, declaration] : drawn_inputs()) {
        facts.data[path] = draw_fact(random, path);
    }
    for (const std::string& leaf : drawn.assessed) {
        const DrawnRoom& room = drawn.rooms.at(leaf);
        const bool in_bands =
            std::find(drawn.in_bands.begin(), drawn.in_bands.end(), leaf) != drawn.in_bands.end();
        facts.assessed[leaf] = std::to_string( // half of the points is in every range
            in_bands && random.chance(80) ? std::max(room.most - 3, 0) / 2
                                          : random.whole(room.least, room.most));
    }
    return facts;
}

inline std::string text_of(const DrawnFacts& facts) {
    std::string assessed;
    for (const auto& [leaf, score] : facts.assessed) {
        assessed += (assessed.empty() ? "\"" : ", \"") + leaf + R"(": {"score": )" + score +
                    R"(, "reason": "r"})";
    }
    return R"({"heng": "facts/1", "unit": "万元", "data": )" + object_text(facts.data) +
           R"(, "assessed": {)" + assessed + "}}";
}

} // namespace heng::test
