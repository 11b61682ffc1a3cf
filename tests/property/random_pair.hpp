// SPDX-License-Identifier: Apache-2.0
//
// A random rubric with facts for it, which can be changed one at a time.
//
//     const RandomPair pair{7};           // the same for the same seed, everywhere
//     Facts::parse(rubric, pair.facts_text())
#pragma once

#include "support/facts_text.hpp"

#include <cstdint>
#include <map>
#include <random>
#include <string>
#include <vector>

namespace heng::test {

/// Facts as the JSON of their values, by path; records apart, since a change is to one of them.
struct RandomFacts {
    std::map<std::string, std::string> values;
    std::map<std::string, std::vector<std::map<std::string, std::string>>> lists;
    std::map<std::string, std::string> assessed;

    [[nodiscard]] std::string text() const {
        std::map<std::string, std::string> all = values;
        for (const auto& [path, records] : lists) {
            std::string elements;
            for (const auto& record : records) {
                elements += (elements.empty() ? "" : ", ") + object_text(record);
            }
            all[path] = '[' + elements + ']';
        }
        std::string scores;
        for (const auto& [id, score] : assessed) {
            scores += (scores.empty() ? "\"" : ", \"") + id + R"(": {"score": ")" + score +
                      R"(", "reason": "r"})";
        }
        return R"({"heng": "facts/1", "unit": "元", "data": )" + object_text(all) +
               R"(, "assessed": {)" + scores + "}}";
    }
};

class RandomPair {
  public:
    explicit RandomPair(std::uint64_t seed) : random_(seed) {
        const int branches = below(2) + 1;
        std::string tree;
        int points = 0;
        for (int b = 0; b < branches; ++b) {
            std::string leaves;
            int sum = 0;
            for (int i = below(3) + 1; i > 0; --i) {
                const int own = below(9) + 1;
                leaves += (leaves.empty() ? "" : ", ") + leaf(own);
                sum += own;
            }
            const std::string id = 'b' + std::to_string(b);
            tree += (tree.empty() ? "" : ", ") + (R"({"id": ")" + id + R"(", "name": ")" + id) +
                    R"(", "points": ")" + std::to_string(sum) + R"(", )" +
                    (chance(4) ? adjustments(sum) : "") + R"("indicators": [)" + leaves + "]}";
            points += sum;
        }
        rubric_ = R"({"heng": "rubric/1", "id": "r", "title": "r", "unit": "万元", "points": ")" +
                  std::to_string(points) + R"(", "language": ")" + pick({"zh", "en"}) + R"(", )" +
                  rounding() + (chance(4) ? adjustments(points) : "") + grades(points) +
                  R"("inputs": {)" + inputs_ + R"(}, "indicators": [)" + tree + "]}";
    }

    [[nodiscard]] const std::string& rubric() const { return rubric_; }
    [[nodiscard]] const RandomFacts& facts() const { return facts_; }

  private:
    int below(int end) { return static_cast<int>(random_() % static_cast<std::uint64_t>(end)); }
    bool chance(int of) { return below(of) == 0; }
    std::string pick(const std::vector<std::string>& from) {
        return from[static_cast<std::size_t>(below(static_cast<int>(from.size())))];
    }
    static std::string tenths(int value) {
        return std::to_string(value / 10) + '.' + std::to_string(value % 10);
    }
    static std::string quoted(const std::string& text) { return '"' + text + '"'; }

    /// A decimal of up to two places.
    std::string decimal(int most) {
        const int places = below(3);
        std::string text = std::to_string(below(most) + (places == 0 ? 1 : 0));
        if (places > 0) {
            text += '.';
            for (int i = 0; i < places; ++i) {
                text += std::to_string(below(9) + 1);
            }
        }
        return text;
    }

    std::string input(const std::string& type, const std::string& value,
                      const std::string& more = "") {
        const std::string path = "f" + std::to_string(facts_.values.size());
        inputs_ += (inputs_.empty() ? "" : ", ") + quoted(path) + R"(: {"type": ")" + type + '"' +
                   more + '}';
        facts_.values[path] = value;
        return path;
    }
    std::string number(const std::string& type) {
        const std::string value =
            type == "money" ? decimal(900'000) : "0." + std::to_string(below(90) + 10);
        return input(type, quoted(value), pick({"", R"(, "minimum": "0")"}));
    }
    std::string quotient() {
        const std::string type = pick({"money", "number"});
        const std::string above = number(type);
        return above + " / " + number(type);
    }
    std::string rate() {
        return input("percent", quoted(decimal(130) + '%'),
                     pick({"", R"(, "minimum": "0", "maximum": "1.5")"}));
    }
    std::string count() { return input("count", std::to_string(below(7))); }
    std::string truth() { return input("boolean", pick({"true", "false"})); }

    std::string condition() {
        switch (below(4)) {
        case 0:
            return truth();
        case 1:
            return count() + " > " + std::to_string(below(4));
        case 2:
            return rate() + " < 0." + std::to_string(below(9) + 1);
        default:
            return input("date", quoted("2024-0" + std::to_string(below(9) + 1) + "-15")) +
                   R"( <= date(\"2024-06-30\"))";
        }
    }

    std::string adjustments(int points) {
        return R"("adjustments": [{"id": "a", "when": ")" + condition() + R"(", ")" +
               pick({"at_most", "set", "deduct"}) + R"(": ")" + std::to_string(below(points)) +
               R"(", "reason": "why"}], )";
    }

    std::string rounding() {
        return R"("rounding": {"scale": )" + std::to_string(below(3)) + R"(, "mode": ")" +
               pick({"half-up", "half-even", "down", "ceiling"}) + R"(", "at": [)" +
               pick({"", R"("leaf")", R"("level-1")", R"("total")",
                     R"("row", "level-2", "total")"}) +
               "]}, ";
    }

    static std::string grades(int points) {
        const std::string high = tenths(points * 8);
        const std::string low = tenths(points * 5);
        return R"("grades": [{"in": ">= )" + high + R"(", "grade": "A"}, {"in": "[)" + low + ".." +
               high + R"--()", "grade": "B"}, {"in": "< )--" + low + R"(", "grade": "C"}], )";
    }

    std::string leaf(int points) {
        const std::string id = "i" + std::to_string(leaves_++);
        const std::string head = R"({"id": ")" + id + R"(", "name": ")" + id + R"(", "points": ")" +
                                 std::to_string(points) + R"(", )";
        std::string extra;
        if (chance(5)) {
            extra += R"("not_applicable": {"when": ")" + condition() + R"(", "treat_as": ")" +
                     pick({"full", "zero", "rescale"}) + R"("}, )";
        }
        if (chance(5)) {
            extra += adjustments(points);
        }
        return head + extra + rule(id, points) + '}';
    }

    static std::string measured(const std::string& measure, const std::string& rule) {
        return R"("measure": ")" + measure + R"(", "rule": {)" + rule + '}';
    }

    std::string rule(const std::string& id, int points) {
        switch (below(13)) {
        case 0:
            return measured(quotient(),
                            R"("kind": "proportional", "if_zero_denominator": "zero", "cap": ")" +
                                pick({"1", "1.2", "0.9"}) + R"(", "pass": ")" + pick({"0", "0.6"}) +
                                '"');
        case 1:
            return measured(rate(), R"("kind": "proportional")");
        case 2:
            return measured(rate(), bands(id, points));
        case 3:
            return measured(rate(), R"("kind": "interpolate", "knots": [["0.2", "0"], ["0.5", ")" +
                                        std::to_string(points) + R"("], ["1", ")" +
                                        std::to_string(below(points + 1)) + R"("]])");
        case 4:
            return measured(rate(),
                            R"("kind": "step", "norm": "0.8", "side": ")" +
                                pick({"above", "below"}) + R"(", "every": "0.05", "part": ")" +
                                pick({"whole", "started", "exact"}) + R"(", "deduct": "0.7")");
        case 12:
            return measured(rate(),
                            R"("kind": "steps", "base": "0.5", "norm": "0.8", "above": )"
                            R"({"every": "0.05", "add": "0.25", "part": "whole"}, )"
                            R"("below": {"every": "0.1", "deduct": "0.25", "part": "exact"})");
        case 5:
            return R"("rule": {"kind": "occurrences", "each": [{"count": ")" + count() +
                   R"(", "deduct": "1.5"}, {"count": ")" + count() +
                   R"(", "deduct": "0.5", "at_most": "1"}])" + pick({"}", R"(, "none_from": 3})"});
        case 6:
            return R"("rule": {"kind": "checklist", "items": [{"id": "a", "when": ")" +
                   condition() + R"(", "score": "0.5"}, {"id": "b", "when": ")" + condition() +
                   R"(", "score": ")" + std::to_string(points) + R"("}]})";
        case 7:
            return R"("rule": {"kind": "condition", "when": ")" + condition() + R"("})";
        case 8:
            return measured(input("text", quoted(pick({"good", "fair", "poor"}))),
                            R"("kind": "categories", "scores": {"good": ")" +
                                std::to_string(points) + R"(", "fair": "0.5", "poor": "0"})");
        case 9:
            return targets();
        case 10:
            return records();
        default:
            return another(id, points);
        }
    }

    std::string another(const std::string& id, int points) {
        if (chance(2)) {
            facts_.assessed[id] = std::to_string(below(points + 1));
            return R"("rule": {"kind": "assessed"})";
        }
        const std::string x = rate(); // best in the middle
        return R"("rule": {"kind": "formula", "score": ")" + std::to_string(points) + " - 8 * (" +
               x + " - 0.4) * (" + x + R"--( - 0.4)"})--";
    }

    std::string bands(const std::string& id, int points) {
        const auto score = [&] {
            if (chance(3)) { // half of the points is in every range
                facts_.assessed[id] = std::to_string(chance(4) ? below(points + 1) : points / 2);
                return R"(", "score_range": [")" + std::to_string(below(points / 2 + 1)) +
                       R"(", ")" + std::to_string(points - below(points / 2 + 1)) + R"("]})";
            }
            return R"(", "score": ")" + std::to_string(below(points + 1)) + R"("})";
        };
        return R"("kind": "bands", "bands": [{"in": "< 0.2)" + score() + R"(, {"in": "[0.2..0.6))" +
               score() + R"(, {"in": "0.6)" + score() + R"(, {"in": "> 0.6)" + score() + ']';
    }

    std::string targets() {
        auto& rows = facts_.lists["goals" + std::to_string(facts_.lists.size())];
        const std::string path = "goals" + std::to_string(facts_.lists.size() - 1);
        inputs_ +=
            (inputs_.empty() ? "" : ", ") + quoted(path) + R"(: {"type": "list", "of": "target"})";
        for (int i = below(3) + 1; i > 0; --i) {
            std::map<std::string, std::string> row{{"name", quoted("t" + std::to_string(i))}};
            if (chance(4)) {
                row["direction"] = quoted("level");
                row["level"] = quoted("partly");
                row["rate"] = quoted("6" + std::to_string(below(9)) + "%");
                if (chance(3)) {
                    row["rule"] = quoted("all");
                }
            } else if (chance(5)) {
                row["direction"] = quoted("<=");
                row["rule"] = quoted("date");
                row["target"] = quoted("2023-12-1" + std::to_string(below(10)));
                row["actual"] = quoted("2023-12-1" + std::to_string(below(10)));
                if (chance(2)) {
                    row["deduct"] = quoted("0.07");
                }
            } else {
                row["direction"] = quoted(pick({">=", "<=", "="}));
                row["target"] = quoted(decimal(50));
                row["actual"] = quoted(decimal(80));
                own_rule(row);
            }
            rows.push_back(std::move(row));
        }
        return R"("rule": {"kind": "targets", "rows": ")" + path + R"(", "weights": "equal")" +
               pick({"", R"(, "far_above": {"from": "1.3", "deduct": "0.3"})",
                     R"(, "far_above": {"from": "1.5", "share": "20%", "side": "<="})",
                     R"(, "far_above": {"from": "1.2", "proportional": true, "side": "="})"}) +
               '}';
    }

    /// What a row by numbers says of how it scores, or nothing.
    void own_rule(std::map<std::string, std::string>& row) {
        const std::string rule = pick({"", "", "all", "pass", "per_point"});
        if (!rule.empty()) {
            row["rule"] = quoted(rule);
        }
        if (rule == "pass") {
            row["least"] = quoted("60%");
        } else if (rule == "per_point") {
            row["deduct"] = quoted("0.02");
            row["part"] = quoted(pick({"whole", "started", "exact"}));
        }
        if (chance(5)) {
            row["floor"] = quoted("0.1");
        }
        if (chance(5)) {
            row["cap"] = quoted("0.2");
        }
    }

    std::string records() {
        auto& list = facts_.lists["contracts" + std::to_string(facts_.lists.size())];
        const std::string path = "contracts" + std::to_string(facts_.lists.size() - 1);
        inputs_ += (inputs_.empty() ? "" : ", ") + quoted(path) +
                   R"(: {"type": "list", "of": {"late": {"type": "boolean"}}})";
        for (int i = below(6); i > 0; --i) {
            list.push_back({{"late", pick({"true", "false"})}});
        }
        const std::string late = "count(" + path + "[late = true])";
        if (chance(2)) {
            return R"("rule": {"kind": "occurrences", "each": [{"count": ")" + late +
                   R"(", "deduct": "1"}]})";
        }
        return measured("1 - " + late + " / count(" + path + ')',
                        R"("kind": "proportional", "if_zero_denominator": "full")");
    }

    std::mt19937_64 random_;
    std::string rubric_;
    std::string inputs_;
    RandomFacts facts_;
    int leaves_ = 0;
};

} // namespace heng::test
